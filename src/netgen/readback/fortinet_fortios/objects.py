"""Address, service and schedule objects, with groups resolved to what they contain."""

from __future__ import annotations

from collections.abc import Iterable

from netgen.readback.facts import ObservedAddress, ObservedSchedule, ObservedService
from netgen.readback.fortinet_fortios.builtin_services import (
    ANY_SERVICE,
    BUILTIN_GROUPS,
    BUILTIN_SERVICES,
    Flows,
)
from netgen.readback.fortinet_fortios.tree import Node
from netgen.readback.indented import ipv4, whole_number
from netgen.readback.spans import (
    EVERYTHING,
    Span,
    address_and_length,
    network_span,
    prefixes,
    subtract,
)

_PORT_MAX = 65535
_PORT_PROTOCOLS = frozenset({"TCP/UDP/SCTP", "TCP/UDP/UDP-Lite/SCTP"})
_KINDS = frozenset({"ipmask", "iprange", "fqdn", "interface-subnet", "geography"})
#: Stands among host names for addresses that no text says.
UNSAID = "?"

#: What every device has without a line: `all` is 0.0.0.0/0, `none` the single address 0.0.0.0.
BUILTIN_ADDRESSES: dict[str, tuple[Span, ...]] = {"all": (EVERYTHING,), "none": ((0, 0),)}


class AddressBook:
    """The address objects of a text by name; `spans` and `fqdns` hold what each contains."""

    def __init__(self, root: Node, feeds: Iterable[str] = ()) -> None:
        """Read every object; `feeds` are the names of fetched lists, which rules use like objects."""
        self.spans: dict[str, list[Span]] = {}
        self.fqdns: dict[str, tuple[str, ...]] = {}
        self._feeds = frozenset(feeds)
        self.lines: dict[str, int] = {}
        self._groups: dict[str, Node] = {}
        for entry in root.section("firewall address").rows():
            self.spans[entry.name] = self._read_single(entry)
            self.lines[entry.name] = entry.line
        for entry in root.section("firewall addrgrp").rows():
            if entry.name in self.lines:
                entry.notes.doubt(entry.line, f"`{entry.name}` is an address and a group")
            self._groups[entry.name] = entry
            self.lines[entry.name] = entry.line
        for name in self._groups:
            self._resolve(name, ())

    def knows(self, name: str) -> bool:
        """True if the text or the device defines the name."""
        return name in self.lines or name in BUILTIN_ADDRESSES or name in self._feeds

    def contents(self, name: str) -> list[Span]:
        """The addresses of a name; nothing for an unknown one."""
        return self.spans[name] if name in self.spans else list(BUILTIN_ADDRESSES.get(name, ()))

    def observed(self, used: set[str]) -> tuple[ObservedAddress, ...]:
        """Every object of the text, and the built-in ones that are used, with line 0."""
        names = [
            *self.lines,
            *sorted(name for name in used if name in BUILTIN_ADDRESSES and name not in self.lines),
        ]
        found: list[ObservedAddress] = []
        for name in names:
            spans = self.contents(name)
            any_ = EVERYTHING in spans
            texts = ("0.0.0.0/0",) if any_ else prefixes(spans)
            found.append(
                ObservedAddress(name, texts, any_, self.lines.get(name, 0), self.fqdns.get(name, ()))
            )
        return tuple(found)

    def _read_single(self, entry: Node) -> list[Span]:
        kind = entry.word("type", "ipmask")
        if kind not in _KINDS:
            entry.leave_unread("type")
            return []
        if kind == "geography":
            self.fqdns[entry.name] = (UNSAID,)
            return []
        if kind == "fqdn":
            self.fqdns[entry.name] = (entry.word("fqdn"),) if entry.word("fqdn") else ()
            return []
        if kind == "iprange":
            first, last = ipv4(entry.word("start-ip")), ipv4(entry.word("end-ip"))
            if first is None or last is None or last < first:
                entry.doubt_field("start-ip", "is not a range of addresses")
                return []
            return [(first, last)]
        if kind == "interface-subnet":
            entry.word("interface")
        words = entry.words("subnet")
        if not words:
            return list(BUILTIN_ADDRESSES.get(entry.name, (EVERYTHING,)))  # default subnet: 0.0.0.0 0.0.0.0
        read = address_and_length(words)
        if read is None:
            entry.doubt_field("subnet", f"`{' '.join(words)}` is not an address with a mask")
            return []
        return [network_span(*read)]

    def _resolve(self, name: str, above: tuple[str, ...]) -> list[Span]:
        entry = self._groups.get(name)
        if entry is None or name in self.spans:
            return self.contents(name)
        if name in above or len(above) > 40:
            entry.doubt_field("member", "is a group that contains itself")
            return []
        spans, holes = self._collect(entry, "member", above), self._collect(entry, "exclude-member", above)
        if not entry.words("member"):
            entry.doubt_field("member", "is a group without members")
        self.spans[name] = subtract(spans, holes) if entry.enabled("exclude") else subtract(spans, [])
        return self.spans[name]

    def _collect(self, entry: Node, field: str, above: tuple[str, ...]) -> list[Span]:
        spans: list[Span] = []
        for member in entry.words(field):
            if not self.knows(member):
                entry.doubt_field(field, f"address `{member}` is not defined")
            spans += self._resolve(member, (*above, entry.name))
            unsaid = (UNSAID,) if member in self._feeds else self.fqdns.get(member, ())
            if field == "member" and unsaid:
                self.fqdns[entry.name] = self.fqdns.get(entry.name, ()) + unsaid
        return spans


class ServiceBook:
    """The service objects of a text by name; `flows` holds what each allows, `any_` matches all."""

    def __init__(self, root: Node) -> None:
        self.flows: dict[str, Flows] = {}
        self.any_: set[str] = set()
        self.lines: dict[str, int] = {}
        self._groups: dict[str, Node] = {}
        for entry in root.section("firewall service custom").rows():
            self.lines[entry.name] = entry.line
            self._read_single(entry)
        for entry in root.section("firewall service group").rows():
            if entry.name in self.lines:
                entry.notes.doubt(entry.line, f"`{entry.name}` is a service and a group")
            self._groups[entry.name] = entry
            self.lines[entry.name] = entry.line
        for name in self._groups:
            self._resolve(name, ())

    def knows(self, name: str) -> bool:
        """True if the text or the device defines the name."""
        return name in self.lines or name in BUILTIN_SERVICES or name in BUILTIN_GROUPS or name == ANY_SERVICE

    def contents(self, name: str) -> tuple[Flows, bool]:
        """The flows of a name, and whether it matches every protocol."""
        if name in self.lines:
            return self.flows.get(name, ()), name in self.any_
        if name in BUILTIN_GROUPS:
            return tuple(flow for member in BUILTIN_GROUPS[name] for flow in self.contents(member)[0]), False
        return BUILTIN_SERVICES.get(name, ()), name == ANY_SERVICE

    def observed(self, used: set[str]) -> tuple[ObservedService, ...]:
        """Every object of the text, and the built-in ones that are used, with line 0."""
        names = [*self.lines, *sorted(name for name in used if self.knows(name) and name not in self.lines)]
        return tuple(ObservedService(name, *self.contents(name), self.lines.get(name, 0)) for name in names)

    def _read_single(self, entry: Node) -> None:
        known = BUILTIN_SERVICES.get(entry.name, ())
        protocol = entry.word("protocol") or _default_protocol(entry.name, known)
        if protocol in _PORT_PROTOCOLS:
            self.flows[entry.name] = tuple(
                flow
                for field, word in (
                    ("tcp-portrange", "tcp"),
                    ("udp-portrange", "udp"),
                    ("sctp-portrange", "sctp"),
                )
                for flow in _read_ports(entry, field, word, known)
            )
            if not self.flows[entry.name]:
                entry.notes.doubt(entry.line, f"service `{entry.name}` has no ports")
        elif protocol in {"ICMP", "ICMP6"}:
            kind = entry.number("icmptype", _known_type(entry, known))
            if entry.words("icmpcode"):
                entry.leave_unread("icmpcode")
            self.flows[entry.name] = ((protocol.lower(), kind, kind),)
        elif protocol == "IP":
            number = entry.number(
                "protocol-number", int(known[0][0]) if known and known[0][0].isdecimal() else 0
            )
            if number == 0:
                self.any_.add(entry.name)
            else:
                self.flows[entry.name] = ((str(number), -1, -1),)
        else:
            entry.leave_unread("protocol")

    def _resolve(self, name: str, above: tuple[str, ...]) -> tuple[Flows, bool]:
        entry = self._groups.get(name)
        if entry is None or name in self.flows:
            return self.contents(name)
        if name in above or len(above) > 40:
            entry.doubt_field("member", "is a group that contains itself")
            return (), False
        flows: list[tuple[str, int, int]] = []
        for member in entry.words("member"):
            if not self.knows(member):
                entry.doubt_field("member", f"service `{member}` is not defined")
            more, any_ = self._resolve(member, (*above, name))
            flows += [flow for flow in more if flow not in flows]
            if any_:
                self.any_.add(name)
        if not entry.words("member"):
            entry.doubt_field("member", "is a group without members")
        self.flows[name] = tuple(flows)
        return self.flows[name], name in self.any_


def _default_protocol(name: str, known: Flows) -> str:
    """The protocol of a service that does not say one: a built-in service keeps its own."""
    if name == ANY_SERVICE or (known and known[0][0].isdecimal()):
        return "IP"
    return known[0][0].upper() if known and known[0][0].startswith("icmp") else "TCP/UDP/SCTP"


def _known_type(entry: Node, known: Flows) -> int:
    return (
        known[0][1] if known and known[0][0].startswith("icmp") and not entry.is_cleared("icmptype") else -1
    )


def _read_ports(entry: Node, field: str, protocol: str, known: Flows) -> list[tuple[str, int, int]]:
    """The ports of one protocol; a built-in service keeps those that the text does not touch."""
    words = entry.words(field)
    if not words and not entry.is_cleared(field):
        return [flow for flow in known if flow[0] == protocol]
    found: list[tuple[str, int, int]] = []
    for word in words:
        ports, _, source = word.partition(":")
        low, dash, high = ports.partition("-")
        first, last = whole_number(low), whole_number(high if dash else low)
        if first is None or last is None or not 0 <= first <= last <= _PORT_MAX:
            entry.doubt_field(field, f"`{word}` is not a range of ports")
            continue
        if source and (entry.name not in BUILTIN_SERVICES):
            entry.leave_unread(field)  # a fact has no source ports: the flow is narrower than it says
        found.append((protocol, first, last))
    return found


def read_schedules(root: Node) -> tuple[ObservedSchedule, ...]:
    """Weekly schedules, one-time schedules and groups of them: a group is its members by its own name.

    A weekly one without days never applies; one that ends at midnight ends at 24:00.
    """
    found = [
        ObservedSchedule(
            entry.name,
            entry.words("day") or ("none",),
            entry.word("start") or "00:00",
            _end(entry.word("end")),
            entry.line,
        )
        for entry in root.section("firewall schedule recurring").rows()
    ]
    found += [
        ObservedSchedule(
            entry.name, (), " ".join(entry.words("start")), " ".join(entry.words("end")), entry.line
        )
        for entry in root.section("firewall schedule onetime").rows()
    ]
    single = list(found)
    for entry in root.section("firewall schedule group").rows():
        for name in entry.words("member"):
            members = [item for item in single if item.name == name]
            if not members:
                entry.doubt_field("member", f"schedule `{name}` is not defined")
            found += [
                ObservedSchedule(entry.name, item.days, item.start, item.end, entry.line) for item in members
            ]
    return tuple(found)


def _end(word: str) -> str:
    return "24:00" if word in {"", "00:00"} else word
