"""QoS of EOS: which queue a mark leads to, the share of each queue, and whose marks count.

Source: Arista's published validated configurations and data model (qos map, qos profile, policy-map); EOS User Manual,
Quality of Service: a code point has traffic class DSCP / 8 by default (0 to 7 have 1, 8 to 15 have 0), a traffic
class has the queue of its number. A switched port trusts CoS until the text says DSCP, and marks are written anew only
with `qos rewrite dscp`.
"""

from __future__ import annotations

from netgen.readback.arista_eos.draft import EosDraft, Profile, Queue, Socket, Step
from netgen.readback.code_points import CODE_POINTS, code_point
from netgen.readback.facts import ObservedQosClass
from netgen.readback.indented import Node, number_list, whole_number
from netgen.readback.port_draft import PortDraft
from netgen.readback.switch_references import lag_of

_SWAPPED = (1, 0)


def read_global(draft: EosDraft, node: Node) -> bool:
    """`qos ...`, `class-map type qos` and `policy-map type quality-of-service`."""
    on = node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["qos", "rewrite", "dscp"]:
            draft.rewrites = on
        case ["qos", "map", "dscp", *points, "to", "traffic-class", number] if (
            on and (value := whole_number(number)) is not None
        ):
            listed = number_list(",".join(points))
            if not listed or listed[-1] >= CODE_POINTS:
                return False
            draft.traffic_classes.update(dict.fromkeys(listed, value))
        case ["qos", "map", "traffic-class", *classes, "to", "tx-queue", number] if (
            on and (value := whole_number(number)) is not None
        ):
            listed = number_list(",".join(classes))
            if not listed:
                return False
            draft.queue_of.update(dict.fromkeys(listed, value))
        case ["qos", "map", "traffic-class", *_, "to", "dscp" | "cos", _] | ["qos", "map", "cos", *_]:
            draft.keep(node)
        case ["qos", "profile", name] if on:
            _read_profile(draft, name, node)
        case ["class-map", "type", "qos", "match-any", name] if on:
            _read_class(draft, name, node)
        case ["policy-map", "type", "quality-of-service" | "qos", name] if on:
            _read_policy(draft, name, node)
        case _:
            return False
    return True


def _read_profile(draft: EosDraft, name: str, node: Node) -> None:
    profile = draft.profiles[name] = Profile()
    for child in draft.lines(node):
        if not _read_shared(draft, profile, child, child.words):
            draft.skip(child)


def _read_shared(draft: EosDraft, own: Socket | Profile, node: Node, words: list[str]) -> bool:
    """A line of a port or of a profile."""
    match words:
        case ["qos", "trust", "dscp" | "cos" as trust]:
            own.trust = trust
        case ["no", "qos", "trust"]:
            own.trust = "none"
        case ["qos", "dscp", number] if (point := code_point(number)) is not None:
            own.default_dscp = point
        case ["qos", "cos", _]:
            draft.keep(node)
        case ["service-policy", "type", "qos", "input", name]:
            own.policy = (name, node.line)
        case ["tx-queue" | "uc-tx-queue", number] if (value := whole_number(number)) is not None:
            queue = own.queues.setdefault(value, Queue(node.line))
            for child in draft.lines(node):
                _read_queue(draft, queue, child)
        case _:
            return False
    return True


def _read_queue(draft: EosDraft, queue: Queue, node: Node) -> None:
    match node.words:
        case ["priority", "strict"] | ["priority"]:
            queue.priority = True
        case ["no", "priority"]:
            queue.priority = False
        case ["bandwidth", "percent", number] if (value := whole_number(number)) is not None:
            queue.percent = value
        case ["bandwidth", "guaranteed", "percent", number] if (value := whole_number(number)) is not None:
            queue.percent = value
        case ["shape", "rate", number, "percent"] if (value := whole_number(number)) is not None:
            queue.most = value
        case _:
            draft.skip(node)


def _read_class(draft: EosDraft, name: str, node: Node) -> None:
    for child in draft.lines(node):
        match child.words:
            case ["match", "vlan", *text] if number_list("".join(text)):
                draft.classes[name] = ("vlan", "".join(text))
            case ["match", "dscp", *points] if points and all(
                code_point(word) is not None for word in points
            ):
                draft.classes[name] = ("dscp", " ".join(points))
            case ["match", "ip", "access-group", acl]:
                draft.classes[name] = ("filter", draft.use_acl(acl, child.line))
            case ["match", "ipv6", "access-group", acl]:
                draft.classes[name] = ("filter6", acl)
            case _:
                draft.skip(child)


def _read_policy(draft: EosDraft, name: str, node: Node) -> None:
    steps = draft.policies[name] = []
    for child in draft.lines(node):
        if child.words[0] != "class" or len(child.words) != 2:
            draft.skip(child)
            continue
        step = Step(child.words[1], child.line)
        for action in draft.lines(child):
            match action.words:
                case ["set", "dscp", word] if (point := code_point(word)) is not None:
                    step.dscp = point
                case ["set", "traffic-class", _]:
                    draft.keep(action, f"policy-map {name}")
                case _:
                    draft.skip(action)
        steps.append(step)


def read_port(draft: EosDraft, port: PortDraft, node: Node, words: list[str], *, on: bool) -> bool:
    """QoS of a port; `words` are without `no` or `default`."""
    own = draft.socket(port.name)
    match words:
        case ["service-profile", name]:
            own.profile = (name, node.line) if on else ("", 0)
        case ["qos", "trust"] if node.words[0] == "no":
            own.trust = "none"
        case _:
            return on and _read_shared(draft, own, node, words)
    return True


def _of(draft: EosDraft, port: PortDraft) -> tuple[dict[int, Queue], str, tuple[str, int], int]:
    """(queues, trust, policy, default DSCP) of a port: its own lines, and its profile for what they leave out.

    A member of a LAG has those of its LAG.
    """
    lag = lag_of(draft, port)
    own = draft.sockets.get(lag.name if lag else port.name, Socket())
    name, line = own.profile
    profile = draft.profiles.get(name, Profile())
    if name and name not in draft.profiles:
        draft.object_to(line, f"QoS profile {name} is not defined")
    return (
        own.queues or profile.queues,
        own.trust or profile.trust,
        own.policy if own.policy[0] else profile.policy,
        own.default_dscp or profile.default_dscp,
    )


def classes_of(draft: EosDraft) -> tuple[ObservedQosClass, ...]:
    """The queues in use as classes; objections where live physical ports differ."""
    live = [
        port
        for port in draft.ports.values()
        if port.kind == "physical" and not port.shutdown and port.mode != "routed"
    ]
    shapes = {
        port.name: tuple(
            sorted((number, item.share, item.priority) for number, item in _of(draft, port)[0].items())
        )
        for port in live
    }
    used = [shape for shape in shapes.values() if shape]
    if not used:
        return ()
    common = max(sorted(set(used)), key=used.count)
    for port in live:
        if shapes[port.name] != common:
            draft.object_to(port.line, f"{port.name} has other queues than the other ports")
    first = next(port for port in live if shapes[port.name] == common)
    queues = _of(draft, first)[0]
    points: dict[int, list[int]] = {}
    for point in range(CODE_POINTS):
        band = point // 8
        number = draft.traffic_classes.get(point, _SWAPPED[band] if band < len(_SWAPPED) else band)
        points.setdefault(draft.queue_of.get(number, number), []).append(point)
    return tuple(
        ObservedQosClass(
            f"tx-queue {number}", tuple(listed), queues[number].share if number in queues else -1,
            number in queues and queues[number].priority, queues[number].line if number in queues else 0,
        )
        for number, listed in sorted(points.items())
    )  # fmt: skip


def trust_of(draft: EosDraft, port: PortDraft, *, sorts: bool) -> str:
    """Whose marks count at a port: none | phone | dscp, or what the text says else; "" where it says nothing."""
    _, trust, (policy, line), default = _of(draft, port)
    if policy:
        found = _by_policy(draft, port, policy, line)
        return found if found == "none" or trust == "dscp" else "some"
    if trust == "none" and not (draft.rewrites and default == 0):
        return "dscp unused"
    return trust or ("cos" if sorts else "")


def _by_policy(draft: EosDraft, port: PortDraft, policy: str, line: int) -> str:
    if policy not in draft.policies:
        draft.object_to(line, f"policy {policy} is not defined")
    steps = draft.policies.get(policy, [])
    base = port.native if port.mode == "phone" else port.access
    marks = {
        vlan: [_mark(draft, steps, vlan, point) for point in range(CODE_POINTS)]
        for vlan in {base, port.voice or base}
    }
    if any(mark not in (point, 0) for found in marks.values() for point, mark in enumerate(found)):
        return "some"
    phone, other = ({mark for mark in marks[vlan] if mark} for vlan in (port.voice or base, base))
    if not phone and not other:
        return "none"
    if phone == other == set(range(1, CODE_POINTS)):
        return "dscp"
    return "phone" if port.voice and not other else "some"


def _mark(draft: EosDraft, steps: list[Step], vlan: int, point: int) -> int:
    """The mark that a packet has after the policy."""
    for step in steps:
        kind, words = draft.classes.get(step.name, ("", ""))
        holds = (
            step.name == "class-default"
            or (kind == "vlan" and vlan in (number_list(words) or ()))
            or (kind == "dscp" and point in [code_point(word) for word in words.split()])
        )
        if holds:
            return point if step.dscp is None else step.dscp
    return point
