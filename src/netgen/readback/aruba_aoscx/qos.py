"""QoS: which marks count, which queue they lead to, and how queues are emptied.

Source: AOS-CX QoS Guide. Code point n has local priority n / 8 by default, 0 to 7 have 1 and 8 to 15 have 0. The
6000 and 6100 know no local priority: code point n has CoS n / 8 and the CoS has the queue. A policy on a port can
rewrite marks that the switch would trust.
"""

from __future__ import annotations

import re

from netgen.readback.aruba_aoscx.state import PortState, State
from netgen.readback.facts import ObservedQosClass, ObservedSetting
from netgen.readback.indented import Node, number_list, whole_number

_CODE_POINTS = 64
_SWAPPED = (1, 0)
_FAMILIES = ("ip", "ipv6")
_BEST_EFFORT = ("cs0", "0", "default")
#: Lines of QoS that no fact holds.
_SETTING = re.compile(r"(?:no )?qos (?:cos|dscp|queue|threshold-profile|shape|rate-limit) .+\Z")


def read_global(state: State, node: Node) -> bool:
    """`qos ...`, `apply qos ...`, `class ...` and `policy ...` at the top."""
    qos, draft = state.queueing, state.draft
    match node.words:
        case ["qos", "trust", "none" | "cos" | "dscp" as trust]:
            qos.trust = trust
        case ["no", "qos", "trust", *_]:
            qos.trust = ""
        case ["qos", "dscp-map", points, "local-priority" | "cos" as what, number, *rest] if (
            listed := number_list(points)
        ) and (value := whole_number(number)) is not None:
            if max(listed) >= _CODE_POINTS or not _is_cosmetic(rest):
                return False
            (qos.priorities if what == "local-priority" else qos.marks).update(dict.fromkeys(listed, value))
        case ["qos", "cos-map", cos, "local-priority", number, *rest] if (
            key := whole_number(cos)
        ) is not None and (value := whole_number(number)) is not None:
            if not _is_cosmetic(rest):
                return False
            qos.cos[key] = value
        case ["qos", "queue-profile", name]:
            _read_queues(state, name, node)
        case ["qos", "schedule-profile", name]:
            _read_schedule(state, name, node)
        case ["apply", "qos", "queue-profile", queues, "schedule-profile", schedule]:
            qos.applied, qos.line = (queues, schedule), node.line
        case ["class", "ip" | "ipv6" as family, name]:
            qos.classes[f"{family} {name}"] = _lines(state, node, ("match", "ignore"))
        case ["policy", name]:
            qos.policies[name] = _lines(state, node, ("class",))
        case _:
            if not _SETTING.match(node.text):
                return False
            draft.keep(node)
    return True


def _is_cosmetic(words: list[str]) -> bool:
    """True for `color green` and `name X`, which move no packet."""
    while len(words) > 1 and (words[0] == "name" or words[:2] == ["color", "green"]):
        words = words[2:]
    return not words


def _lines(state: State, node: Node, verbs: tuple[str, ...]) -> list[list[str]]:
    found = []
    for child in state.draft.lines(node):
        words = child.words[1:] if whole_number(child.words[0]) is not None else child.words
        if words[:1] == ["comment"]:
            continue
        if not words or words[0] not in verbs:
            state.draft.skip(child)
        else:
            found.append(
                [
                    "any" if word == "ip" and place == 1 and verbs != ("class",) else word
                    for place, word in enumerate(words)
                    if word != "count"
                ]
            )
    return found


def _read_queues(state: State, name: str, node: Node) -> None:
    queues = state.queueing.queues.setdefault(name, {})
    names = state.queueing.names.setdefault(name, {})
    for child in state.draft.lines(node):
        match child.words:
            case ["map", "queue", number, "local-priority" | "cos" as what, text] if (
                queue := whole_number(number)
            ) is not None and (listed := number_list(text)) is not None:
                by_cos = state.queueing.by_cos
                if by_cos.setdefault(name, what == "cos") != (what == "cos"):
                    state.draft.object_to(
                        child.line, "a queue profile goes by CoS or by local priority, not both"
                    )
                queues.update(dict.fromkeys(listed, queue))
            case ["name", "queue", number, *words] if words and (queue := whole_number(number)) is not None:
                names[queue] = " ".join(words)
            case _:
                state.draft.skip(child)


def _read_schedule(state: State, name: str, node: Node) -> None:
    found = state.queueing.schedules.setdefault(name, {})
    for child in state.draft.lines(node):
        match child.words:
            case ["strict", "queue", number] if (queue := whole_number(number)) is not None:
                found[queue] = ("strict", -1)
            case ["strict", "queue", number, "max-bandwidth", rate, "percent"] if (
                queue := whole_number(number)
            ) is not None and (share := whole_number(rate)) is not None:
                found[queue] = ("strict", share)
            case ["dwrr" | "wfq", "queue", number, "weight", weight] if (
                queue := whole_number(number)
            ) is not None and (share := whole_number(weight)) is not None:
                found[queue] = ("share", share)
            case ["min-bandwidth", "queue", number, "percent", weight] if (
                queue := whole_number(number)
            ) is not None and (share := whole_number(weight)) is not None:
                found[queue] = ("share", share)
            case _:
                state.draft.skip(child)


def read_port(own: PortState, node: Node, *, on: bool) -> bool:
    """`qos trust` and `apply policy ... in` of a port."""
    match node.words if on else node.words[1:]:
        case ["qos", "trust", *rest] if rest[0:1] in (["none"], ["cos"], ["dscp"], []):
            own.trust = rest[0] if on and rest else ""
        case ["apply", "policy", name, "in"]:
            own.policy = (name, node.line) if on else ("", 0)
        case _:
            return False
    return True


def trust_of(state: State, name: str, voice: int) -> str:
    """Whose marks count on a port: none | phone | dscp, "" where the text does not settle it."""
    own, qos = state.of(name), state.queueing
    policy, line = own.policy
    trusts = own.trust or qos.trust
    if policy:
        spared = _rewrites(state, policy)
        if spared is None:
            setting = ObservedSetting(f"interface {name}", f"apply policy {policy} in", line)
            state.draft.settings.append(setting)
            return ""
        return "none" if not spared else "phone" if spared == {voice} and trusts == "dscp" else ""
    return "dscp" if trusts == "dscp" else ""


def _rewrites(state: State, policy: str) -> set[int] | None:
    """The VLANs whose marks a policy leaves alone, all others going to best effort; None when it does more.

    Marks and the queue are two things: a rewritten packet keeps the priority of its old mark until the policy
    says another. Both families must be meant. A switch without local priorities has no second thing to say.
    """
    moved = [] if _goes_by_cos(state) else ["action", "local-priority", str(_priority(state, 0))]
    spared: dict[str, set[int] | None] = {}
    for words in state.queueing.policies.get(policy, []):
        match words:
            case ["class", "ip" | "ipv6" as family, name, "action", "dscp", mark, *rest] if (
                mark.lower() in _BEST_EFFORT and rest == moved and family not in spared
            ):
                spared[family] = _spared(state.queueing.classes.get(f"{family} {name}", []))
            case _:
                return None
    found = list(spared.values())
    return found[0] if len(found) == len(_FAMILIES) and found[0] == found[1] else None


def _spared(lines: list[list[str]]) -> set[int] | None:
    """The VLANs that a class of everything leaves out; None when it is no such class."""
    if not lines or lines[-1] != ["match", "any", "any", "any"]:
        return None
    spared: set[int] = set()
    for words in lines[:-1]:
        vlan = whole_number(words[5]) if len(words) == 6 else None
        if words[:5] != ["ignore", "any", "any", "any", "vlan"] or vlan is None:
            return None
        spared.add(vlan)
    return spared


def classes_of(state: State) -> tuple[ObservedQosClass, ...]:
    """The classes of the applied profiles: the code points of each queue, its name and its share."""
    qos = state.queueing
    queues, schedule = qos.queues.get(qos.applied[0]), qos.schedules.get(qos.applied[1])
    if not qos.line:
        if qos.queues or qos.schedules:
            state.draft.object_to(0, "QoS profiles are there and none is applied")
        return ()
    if queues is None or schedule is None:
        state.draft.object_to(qos.line, "a QoS profile is applied that is not defined")
        return ()
    points: dict[int, list[int]] = {}
    for point in range(_CODE_POINTS):
        queue = queues.get(_priority(state, point))
        if queue is not None:
            points.setdefault(queue, []).append(point)
    if set(queues) != set(range(8)):
        state.draft.object_to(
            qos.line, f"some {'CoS' if _goes_by_cos(state) else 'local priorities'} have no queue"
        )
    for queue in sorted(set(queues.values()) - schedule.keys()):
        state.draft.object_to(qos.line, f"queue {queue} has no schedule")
    names = qos.names.get(qos.applied[0], {})
    return tuple(
        ObservedQosClass(
            name=names.get(queue, f"queue {queue}"),
            dscp=tuple(listed),
            percent=schedule.get(queue, ("", -1))[1],
            priority=schedule.get(queue, ("", -1))[0] == "strict",
            line=qos.line,
        )
        for queue, listed in sorted(points.items())
    )


def _priority(state: State, point: int) -> int:
    qos = state.queueing
    if _goes_by_cos(state):
        return qos.marks.get(point, point >> 3)
    if point in qos.priorities:
        return qos.priorities[point]
    cos = qos.marks.get(point, point >> 3)
    return qos.cos.get(cos, _SWAPPED[cos] if cos < len(_SWAPPED) else cos)


def _goes_by_cos(state: State) -> bool:
    return state.queueing.by_cos.get(state.queueing.applied[0], False)
