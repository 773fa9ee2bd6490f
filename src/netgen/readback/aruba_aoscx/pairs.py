"""Two AOS-CX switches as a VSX pair: the block, LAGs across both, gateways that both answer for.

Source: AOS-CX 10.13 VSX Guide (inter-switch link, role, keepalive, system MAC; the second one shuts its VSX LAGs when
the inter-switch link is lost and the keepalive is not; active gateways), running configurations of 10.10 to 10.15.
"""

from __future__ import annotations

import re

import msgspec

from netgen.readback.aruba_aoscx.state import State
from netgen.readback.facts import ObservedPair
from netgen.readback.indented import Node, ipv4, whole_number
from netgen.readback.port_draft import PortDraft

_MAC = re.compile(r"(?:[0-9a-f]{2}:){5}[0-9a-f]{2}")
_ROLES = {"primary": 1, "secondary": 2}
#: Lines of the block that no other fact holds.
_SETTING = re.compile(
    r"(?:no )?(?:linkup-delay-timer .+"
    r"|inter-switch-link (?:hello-interval|dead-interval|hold-time|peer-detect-interval)"
    r" \d+|keepalive (?:hello-interval|dead-interval|udp-port) \d+|split-recovery|config-sync disable|vsx-sync .+)"
)


def read_pair(state: State, node: Node) -> bool:
    """`vsx` with its lines."""
    draft = state.draft
    if node.words == ["no", "vsx"]:
        state.pair = None
        return True
    if node.words != ["vsx"]:
        return False
    found: dict[str, object] = {}
    for child in draft.lines(node):
        match child.words:
            case ["system-mac", mac] if _MAC.fullmatch(mac.lower()):
                found["system_mac"] = mac.lower()
            case ["inter-switch-link", "lag", number] if whole_number(number):
                found["peer_link"] = f"lag {number}"
            case ["inter-switch-link", interface] if "/" in interface:
                found["peer_link"] = interface
            case ["role", "primary" | "secondary" as role]:
                found["member"] = _ROLES[role]
            case ["keepalive", "peer", peer, "source", own, *rest] if None not in (ipv4(peer), ipv4(own)):
                found |= {"keepalive_peer": peer, "keepalive_own": own}
                if rest[:1] not in ([], ["vrf"]) or len(rest) not in (0, 2):
                    draft.skip(child)
                found["keepalive_vrf"] = state.take_vrf(rest, child.line)
            case _:
                if _SETTING.fullmatch(child.text):
                    draft.keep(child, "vsx")
                else:
                    draft.skip(child)
    before = state.pair or ObservedPair(node.line, split="lags")
    state.pair = msgspec.structs.replace(before, **found)
    return True


def read_gateway(port: PortDraft, words: list[str], *, on: bool) -> bool:
    """`active-gateway ip mac M`, `active-gateway ip A` or, as older systems print it, both in one line."""
    match words:
        case ["active-gateway", "ip", "mac", mac] if on and _MAC.fullmatch(mac.lower()):
            port.shared_mac = mac.lower()
        case ["active-gateway", "ip", "mac", *_] if not on:
            port.shared_mac = ""
            port.shared_addresses.clear()
        case ["active-gateway", "ip", address] if ipv4(address) is not None:
            if on:
                port.shared_addresses.append(address)
            elif address in port.shared_addresses:
                port.shared_addresses.remove(address)
        case ["active-gateway", "ip", address, "mac", mac] if (
            on and ipv4(address) is not None and _MAC.fullmatch(mac.lower())
        ):
            port.shared_addresses.append(address)
            port.shared_mac = mac.lower()
        case _:
            return False
    return True


def check_pair(state: State) -> None:
    """Object to halves of a pair that have none, and to an inter-switch link that is none."""
    draft, pair = state.draft, state.pair
    if pair is None:
        for port in draft.ports.values():
            if port.shared:
                draft.object_to(port.line, f"{port.name} is that of a VSX pair and there is no `vsx`")
        return
    link = draft.ports.get(pair.peer_link)
    if link is None:
        draft.object_to(pair.line, "VSX has no inter-switch link in this text")
    elif link.shared:
        draft.object_to(link.line, f"{link.name} is the inter-switch link and multi-chassis")
    if not pair.member:
        draft.object_to(pair.line, "VSX has no role")
