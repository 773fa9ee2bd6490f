"""Class of service: whose marks count at a port, and the classes with their share of a full port.

Marks of Ethernet (IEEE 802.1p) are those of tagged frames, which at a socket a telephone alone sends. A class given to
a whole port makes its devices' marks count for nothing.
"""

from __future__ import annotations

from netgen.readback.facts import ObservedQosClass
from netgen.readback.indented import whole_number
from netgen.readback.juniper_junos.tree import NOTHING, Node, Notes

#: Code point aliases that every device has (RFC 2474, 2597, 3246, 5865; CLI reference, code-point-aliases).
_ALIASES = {
    "be": 0, "ef": 46, "nc1": 48, "nc2": 56, "va": 44,
    **{f"cs{number}": number * 8 for number in range(1, 8)},
    **{f"af{kind}{drop}": kind * 8 + drop * 2 for kind in range(1, 5) for drop in range(1, 4)},
}  # fmt: skip
_BITS = 6
_ETHERNET_BITS = 3
_BUILT_IN = frozenset(
    ("best-effort", "expedited-forwarding", "assured-forwarding", "network-control", "mcast")
)
Points = dict[str, set[int]]


class Quality:
    """The class of service of a text."""

    def __init__(self, root: Node, notes: Notes) -> None:
        """Read classifiers; those of Ethernet and rewrite rules must say the same as those of DSCP."""
        self._notes = notes
        self._block = root.sub("class-of-service") if ("class-of-service",) in root.kids else NOTHING
        self._points: Points = {}
        self._read_classifiers()
        self._trust: dict[str, str] = {}
        for row in self._block.sub("interfaces").entries("<interface>"):
            self._trust[row.key] = self._trust_of(row)

    def trust(self, port: str) -> str:
        """`dscp`, `phone` or `none`; "" in a text without classifiers."""
        return self._trust.get(port, "none") if self._points else ""

    def _trust_of(self, row: Node) -> str:
        units = [row, *row.entries("unit")]
        for unit in units:
            unit.sub("rewrite-rules").value("dscp")
            fixed = unit.value("forwarding-class")
            if fixed and 0 not in self._points.get(fixed, {0}):
                unit.keep("forwarding-class")
        marks = [unit.sub("classifiers").value("dscp") for unit in units]
        tags = [unit.sub("classifiers").value("ieee-802.1") for unit in units]
        if any(marks):
            return "dscp"
        return "phone" if any(tags) else "none"

    def _read_classifiers(self) -> None:
        aliases = dict(_ALIASES)
        for name, leaf in self._block.sub("code-point-aliases", "dscp").leaves.items():
            leaf.asked = True
            number = _bits(leaf.values[-1], _BITS) if leaf.values else None
            if number is not None:
                aliases[name] = number
        for row in self._block.sub("classifiers").entries("dscp"):
            for name, points in self._code_points(row, aliases, _BITS).items():
                self._points.setdefault(name, set()).update(points)
        classes = {
            name: {point >> _ETHERNET_BITS for point in points} for name, points in self._points.items()
        }
        for row in self._block.sub("classifiers").entries("ieee-802.1"):
            self._agrees(row, self._code_points(row, {}, _ETHERNET_BITS), classes)
        for row in self._block.sub("rewrite-rules").entries("dscp"):
            self._agrees(row, self._code_points(row, aliases, _BITS), self._points)

    def _agrees(self, row: Node, found: Points, wanted: Points) -> None:
        wrong = sorted(name for name, points in found.items() if not points <= wanted.get(name, set()))
        if wrong:
            text = f"{row.words}: {', '.join(wrong)} has other code points than in the DSCP classifier"
            self._notes.doubt(row.line, text)

    def _code_points(self, row: Node, aliases: dict[str, int], bits: int) -> Points:
        """Code points by forwarding class."""
        found: Points = {}
        for kind in row.entries("forwarding-class"):
            for loss in kind.entries("loss-priority"):
                for word in (*loss.values("code-points"), *loss.values("code-point")):
                    number = aliases.get(word, _bits(word, bits))
                    if number is None:
                        self._notes.doubt(loss.line, f"{row.words}: code point `{word}` is not known")
                    else:
                        found.setdefault(kind.key, set()).add(number)
        return found

    def classes(self) -> tuple[ObservedQosClass, ...]:
        """The forwarding classes that a scheduler map in use serves, with the code points that lead into each."""
        block, notes = self._block, self._notes
        schedulers = {row.key: row for row in block.entries("schedulers")}
        queues = block.sub("forwarding-classes")
        classes = {row.key for row in queues.entries("class")}
        classes |= {kid.key for row in queues.entries("queue") for kid in row.entries("<class>")}
        used = {
            unit.value("scheduler-map")
            for row in block.sub("interfaces").entries("<interface>")
            for unit in (row, *row.entries("unit"))
        } - {""}
        maps = {row.key: row for row in block.entries("scheduler-maps")}
        for name in sorted(used - maps.keys()):
            notes.doubt(block.line, f"scheduler map {name} is not defined")
        found: list[ObservedQosClass] = []
        for name in sorted(used & maps.keys()):
            for row in maps[name].entries("forwarding-class"):
                scheduler = schedulers.get(row.value("scheduler"))
                if scheduler is None:
                    notes.doubt(row.line, f"scheduler `{row.value('scheduler')}` is not defined")
                    continue
                if row.key not in classes | _BUILT_IN:
                    notes.doubt(row.line, f"forwarding class {row.key} is not defined")
                found.append(
                    ObservedQosClass(
                        name=row.key,
                        dscp=tuple(sorted(self._points.get(row.key, ()))),
                        percent=_percent(scheduler),
                        priority=scheduler.value("priority") in ("strict-high", "high"),
                        line=row.line,
                    )
                )
        return tuple(dict.fromkeys(found))


def _percent(scheduler: Node) -> int:
    """The share of a scheduler: what it is given, or what it may take at most."""
    for name in ("transmit-rate", "shaping-rate"):
        number = whole_number(scheduler.sub(name).value("percent"))
        if number is not None:
            return number
    return -1


def _bits(text: str, count: int) -> int | None:
    return int(text, 2) if len(text) == count and set(text) <= {"0", "1"} else None
