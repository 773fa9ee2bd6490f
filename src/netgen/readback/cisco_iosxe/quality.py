"""QoS of IOS-XE (MQC): classes and shares of what leaves, and whose marks count.

Source: Cisco, Quality of Service Configuration Guide, Catalyst 9300 (17.x), and running configurations. A Catalyst
keeps the DSCP of every packet until a policy on the way in changes it; queues stand on physical ports, also on
those of a LAG. `bandwidth remaining` divides what the classes that are sent first leave.
"""

from __future__ import annotations

from netgen.readback.cisco_iosxe.draft import ClassMap, IosDraft, Socket, Step
from netgen.readback.code_points import CODE_POINTS, code_point, code_points
from netgen.readback.facts import ObservedQosClass
from netgen.readback.indented import Node, number_list, whole_number
from netgen.readback.port_draft import PortDraft

_DEFAULT = "class-default"
#: What the box writes by itself.
_SYSTEM = "system-cpp-"
_QUEUEING = frozenset(("bandwidth", "priority"))
#: Words of a queue that change no share.
_COSMETIC = frozenset(("queue-buffers", "queue-limit", "random-detect", "fair-queue"))


def read_global(draft: IosDraft, node: Node) -> bool:
    """`class-map` and `policy-map`, but those of control policies and of the box."""
    match node.words:
        case ["class-map", "match-any" | "match-all" as kind, name] if not name.startswith(_SYSTEM):
            _read_class(draft, name, node, needs_all=kind == "match-all")
        case ["class-map", name] if not name.startswith(_SYSTEM):
            _read_class(draft, name, node, needs_all=True)
        case ["policy-map", name] if not name.startswith(_SYSTEM):
            _read_policy(draft, name, node)
        case _:
            return False
    return True


def _read_class(draft: IosDraft, name: str, node: Node, *, needs_all: bool) -> None:
    found = draft.classes[name] = ClassMap(needs_all, node.line)
    for child in draft.lines(node):
        match child.words:
            case ["match", "ip", "dscp", *words] | ["match", "dscp", *words] if code_points(words):
                found.conditions.append(["dscp", *words])
            case ["match", "vlan", *words] if number_list("".join(words)):
                found.conditions.append(["vlan", "".join(words)])
            case ["match", "any"]:
                found.conditions.append(["any"])
            case ["match", "access-group", "name", name]:
                found.conditions.append(["filter", draft.use_acl(name, child.line)])
            case ["description", *_]:
                pass
            case _:
                draft.skip(child)


def _read_policy(draft: IosDraft, name: str, node: Node) -> None:
    steps = draft.policies[name] = []
    for child in draft.lines(node):
        if child.words[0] == "description":
            continue
        if child.words[0] != "class" or len(child.words) != 2:
            draft.skip(child)
            continue
        step = Step(child.words[1], child.line)
        for action in draft.lines(child):
            if _is_action(action.words):
                step.actions.append(action.words)
            else:
                draft.skip(action)
        steps.append(step)


def _is_action(words: list[str]) -> bool:
    match words:
        case ["set", "ip", "dscp", word] | ["set", "dscp", word]:
            return code_point(word) is not None
        case ["bandwidth", "percent" | "remaining", *_] | ["priority", *_]:
            return True
        case ["police", "rate" | "cir", "percent", *_]:
            return True
        case _:
            return words[0] in _COSMETIC


def read_port(draft: IosDraft, port: PortDraft, node: Node, words: list[str], *, on: bool) -> bool:
    """Policies of a port, and whether marks wait for a telephone."""
    own = draft.socket(port.name)
    match words:
        case ["service-policy", "input" | "output" as way, name]:
            if on:
                own.policies[way] = (name, node.line)
            else:
                own.policies.pop(way, None)
        case ["trust", "device", "cisco-phone"] | ["trust", "device"]:
            own.trusts_phone = on
        case _:
            return False
    return True


def classes_of(draft: IosDraft) -> tuple[ObservedQosClass, ...]:
    """The classes of what leaves; objections where live physical ports differ."""
    live = [port for port in draft.ports.values() if port.kind == "physical" and port.mode != "routed"]
    named = {port.name: _policy(draft, port, "output") for port in live}
    used = [name for name in named.values() if name]
    if not used:
        return ()
    common = max(sorted(set(used)), key=used.count)
    for port in live:
        if named[port.name] != common and not port.shutdown:
            draft.object_to(port.line, f"{port.name} sends without the policy {common}")
    return _classes(draft, draft.policies.get(common, []))


def _policy(draft: IosDraft, port: PortDraft, way: str) -> str:
    name, line = draft.sockets.get(port.name, Socket()).policies.get(way, ("", 0))
    if name and name not in draft.policies:
        draft.object_to(line, f"policy {name} is not defined")
    return name


def _classes(draft: IosDraft, steps: list[Step]) -> tuple[ObservedQosClass, ...]:
    """The classes in order. `bandwidth remaining` numbers are weights of what goes first leaves over."""
    left = 100 - sum(max(_priority_percent(step), 0) for step in steps)
    weights = sum(_weight(step) for step in steps)
    taken: set[int] = set()
    found: list[ObservedQosClass] = []
    for step in steps:
        points = _points(draft, step) - taken
        taken |= points
        share = _priority_percent(step)
        if _weight(step):
            share = round(_weight(step) * left / weights)
        elif not _is_priority(step):
            share = _bandwidth(step)
        found.append(ObservedQosClass(step.name, tuple(sorted(points)), share, _is_priority(step), step.line))
    return tuple(found)


def _points(draft: IosDraft, step: Step) -> set[int]:
    """The code points of a class, whoever sent them."""
    if step.name == _DEFAULT:
        return set(range(CODE_POINTS))
    known = draft.classes.get(step.name)
    if known is None:
        draft.object_to(step.line, f"class {step.name} is not defined")
        return set()
    return {point for point in range(CODE_POINTS) if _matches(known, point, 0)}


def _is_priority(step: Step) -> bool:
    return any(words[0] == "priority" for words in step.actions)


def _priority_percent(step: Step) -> int:
    """The share of a class that is sent first, -1 for one that is not or that says none."""
    if not _is_priority(step):
        return -1
    for words in step.actions:
        if words[0] in ("priority", "police") and "percent" in words[:-1]:
            return whole_number(words[words.index("percent") + 1]) or -1
    return -1


def _bandwidth(step: Step) -> int:
    """`bandwidth percent N`, -1 without."""
    for words in step.actions:
        match words:
            case ["bandwidth", "percent", number] if (value := whole_number(number)) is not None:
                return value
            case _:
                pass
    return -1


def _weight(step: Step) -> int:
    """`bandwidth remaining percent N` or `ratio N`, 0 without."""
    for words in step.actions:
        match words:
            case ["bandwidth", "remaining", "percent" | "ratio", number] if (
                value := whole_number(number)
            ) is not None:
                return value
            case _:
                pass
    return 0


def trust_of(draft: IosDraft, port: PortDraft, *, sorts: bool) -> str:
    """Whose marks count at a port: none | phone | dscp, `some` for a choice that is none of these.

    `sorts` says that the switch has classes; without them a text that changes no mark says nothing.
    """
    own = draft.sockets.get(port.name, Socket())
    name = _policy(draft, port, "input")
    if not name:
        return "phone" if own.trusts_phone else "dscp" if sorts else ""
    steps = draft.policies.get(name, [])
    marks = {
        vlan: [_mark(draft, steps, vlan, point) for point in range(CODE_POINTS)]
        for vlan in {port.access, port.voice or port.access}
    }
    if any(mark not in (point, 0) for found in marks.values() for point, mark in enumerate(found)):
        return "some"
    phone, other = (
        {point for point, mark in enumerate(marks[vlan]) if mark}
        for vlan in (port.voice or port.access, port.access)
    )
    if not phone and not other:
        return "none"
    if phone == other == set(range(1, CODE_POINTS)):
        return "phone" if own.trusts_phone else "dscp"
    return "phone" if own.trusts_phone or (port.voice and not other) else "some"


def _mark(draft: IosDraft, steps: list[Step], vlan: int, point: int) -> int:
    """The mark that a packet has after the policy."""
    for step in steps:
        known = draft.classes.get(step.name)
        if step.name != _DEFAULT and (known is None or not _matches(known, point, vlan)):
            continue
        for words in step.actions:
            if words[0] == "set":
                return code_point(words[-1]) or 0
        return point
    return point


def _matches(known: ClassMap, point: int, vlan: int) -> bool:
    results = []
    for kind, *words in known.conditions:
        if kind == "dscp":
            results.append(point in (code_points(words) or ()))
        elif kind == "vlan":
            results.append(vlan in (number_list(words[0]) or ()))
        else:
            results.append(kind == "any")
    if not results:
        return False
    return all(results) if known.needs_all else any(results)
