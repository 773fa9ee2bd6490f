"""Control policies of IBNS 2.0: what happens to a device, by carrying the policy out.

Source: Cisco, Identity-Based Networking Services Configuration Guide (17.x), and public running configurations.
"""

from __future__ import annotations

import msgspec

from netgen.readback.cisco_iosxe.draft import ClassMap, Event, IosDraft, Step
from netgen.readback.indented import Node, whole_number

#: A policy that goes on longer starts again for ever.
_ROUNDS = 6
#: What the box has built in.
BUILT_IN = ("DEFAULT_", "webauth-global-inactive")


class Outcome(msgspec.Struct):
    """Where a device ends: let in or not, in which VLAN (0 for the socket's own), and the methods tried."""

    enters: bool = False
    vlan: int = 0
    voice: bool = False
    tried: list[str] = msgspec.field(default_factory=list)


def read_control(draft: IosDraft, node: Node) -> bool:
    """`service-template`, `class-map type control subscriber` and `policy-map type control subscriber`."""
    match node.words:
        case ["service-template", name]:
            _read_service(draft, name, node)
        case ["class-map", "type", "control", "subscriber", kind, name]:
            found = ClassMap(kind == "match-all", node.line)
            for child in draft.lines(node):
                if child.words[0] not in ("match", "no-match"):
                    draft.skip(child)
                else:
                    found.conditions.append(child.words)
            draft.control_classes[name] = found
        case ["policy-map", "type", "control", "subscriber", name]:
            draft.control_policies[name] = {}
            for child in draft.lines(node):
                if child.words[0] != "event" or len(child.words) < 2:
                    draft.skip(child)
                    continue
                event = Event("match-first" in child.words)
                draft.control_policies[name][child.words[1]] = event
                for step in draft.lines(child):
                    event.steps.append(_read_step(draft, step))
        case _:
            return False
    return True


def _read_service(draft: IosDraft, name: str, node: Node) -> None:
    vlan, voice = 0, False
    for child in draft.lines(node):
        match child.words:
            case ["vlan", number] if (value := whole_number(number)) is not None:
                vlan = value
            case ["voice", "vlan"]:
                voice = True
            case ["description", *_]:
                pass
            case _:
                if name.startswith(BUILT_IN):
                    continue
                draft.skip(child)
    draft.services[name] = (vlan, voice)


def _read_step(draft: IosDraft, node: Node) -> Step:
    """`10 class NAME do-until-failure` with its numbered actions."""
    words = node.words[1:] if node.words[0].isdigit() else node.words
    step = Step(words[1] if words[:1] == ["class"] and len(words) > 1 else "", node.line)
    if not step.name:
        draft.skip(node)
    elif step.name != "always" and step.name not in draft.control_classes:
        draft.object_to(node.line, f"class {step.name} is not defined before its use")
    for child in draft.lines(node):
        action = child.words[1:] if child.words[0].isdigit() else child.words
        match action:
            case ["activate", "service-template", name, *_] if (
                name not in draft.services and not name.startswith(BUILT_IN)
            ):
                draft.object_to(child.line, f"service template {name} is not defined before its use")
            case _:
                pass
        step.actions.append(action)
    return step


class _State(msgspec.Struct):
    method: str = ""
    #: authoritative | agent-not-found | aaa-timeout
    result: str = ""
    activated: set[str] = msgspec.field(default_factory=set)


def outcome(draft: IosDraft, policy: dict[str, Event], how: str) -> Outcome:
    """Where a device ends that is `unknown` (no supplicant), `refused` by RADIUS, or `dead`: nobody answers."""
    found, state = Outcome(), _State()
    pending = _carry_out(draft, policy.get("session-started"), state, found)
    for _ in range(_ROUNDS):
        if pending is None:
            break
        state.method = pending
        found.tried.append(pending)
        if how == "unknown" and pending == "dot1x":
            state.result = "agent-not-found"
        else:
            state.result = "aaa-timeout" if how == "dead" else "authoritative"
        pending = _carry_out(draft, policy.get("authentication-failure"), state, found)
    return found


def _carry_out(draft: IosDraft, event: Event | None, state: _State, found: Outcome) -> str | None:
    """Carry out the classes that hold; the next method that they try, if any."""
    method: str | None = None
    for step in event.steps if event else ():
        if not _holds(draft, step.name, state):
            continue
        for action in step.actions:
            match action:
                case ["authenticate", "using", name, *_]:
                    method = method or name
                case ["activate", "service-template", name, *_]:
                    vlan, voice = draft.services.get(name, (0, name.endswith("VOICE_TEMPLATE")))
                    found.vlan, found.voice = vlan or found.vlan, voice or found.voice
                    state.activated.add(name)
                case ["authorize"]:
                    found.enters = True
                case ["unauthorize"]:
                    found.enters = False
                case _:
                    pass
        if event and event.first_only:
            break
    # A VLAN that is activated without `authorize` is entered too: the template is the authorisation.
    found.enters = found.enters or bool(found.vlan)
    return method


def _holds(draft: IosDraft, name: str, state: _State) -> bool:
    if name == "always":
        return True
    known = draft.control_classes.get(name)
    if known is None:
        return False
    results = [
        _condition(words[1:], state) == (words[0] == "match") for words in known.conditions if len(words) > 1
    ]
    return all(results) if known.needs_all else any(results)


def _condition(words: list[str], state: _State) -> bool:
    match words:
        case ["method", name]:
            return state.method == name
        case ["result-type", "method", name, result]:
            return (state.method, state.result) == (name, result)
        case ["result-type", result]:
            return state.result == result
        case ["authorization-status", status]:
            return status == ("authorized" if state.activated else "unauthorized")
        case ["activated-service-template", name]:
            return name in state.activated
        case _:
            return False
