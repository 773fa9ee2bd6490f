"""Guards of the first hop: addresses, ARP, router advertisements, DHCPv6.

Source: AOS-CX Security and IP Services Guides (source-lockdown, arp inspection, nd-snooping, dhcpv6-snooping). Each
guard is on for the switch and in a VLAN, and leaves out the ports it trusts. Where a switch leases addresses there
is no snooping, so a filter on the port can stop DHCPv6 servers instead.
"""

from __future__ import annotations

from netgen.readback.aruba_aoscx.state import PortState, State
from netgen.readback.indented import Node
from netgen.readback.port_draft import EVERY_VLAN, PortDraft

#: A filter that stops DHCPv6 servers (RFC 7610: from UDP port 547) and nothing else.
_STOPS_DHCPV6 = (["deny udp any eq 547 any", "permit any any any"],)


def read_switch(state: State, node: Node) -> bool:
    """`nd-snooping [enable]` and `dhcpv6-snooping` for the whole switch, and filters of IPv6."""
    guards = state.guards
    match node.words:
        case ["nd-snooping"] | ["nd-snooping", "enable"]:
            guards.on.add("nd")
        case ["no", "nd-snooping", *rest] if rest in ([], ["enable"]):
            guards.on.discard("nd")
        case ["dhcpv6-snooping"]:
            guards.on.add("dhcpv6")
        case ["no", "dhcpv6-snooping"]:
            guards.on.discard("dhcpv6")
        case ["access-list", "ipv6", name]:
            entries = guards.filters6.setdefault(name, [])
            for child in state.draft.lines(node):
                words = child.words[1:] if child.words[0].isdigit() else child.words
                if words[:1] == ["comment"]:
                    continue
                if words[:1] not in (["permit"], ["deny"]):
                    state.draft.skip(child)
                else:
                    entries.append(" ".join(word for word in words if word not in ("count", "log")))
        case _:
            return False
    return True


def read_vlan(state: State, vlans: tuple[int, ...], node: Node) -> bool:
    """The guards of a VLAN."""
    on = node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["arp", "inspection"]:
            guard = "arp"
        case ["nd-snooping"]:
            guard = "nd"
        case ["nd-snooping", "ra-guard"] | ["nd-snooping", "ra-guard", "log"]:
            guard = "ra"
        case ["dhcpv6-snooping"]:
            guard = "dhcpv6"
        case _:
            return False
    found = state.guards.vlans.setdefault(guard, set())
    (found.update if on else found.difference_update)(vlans)
    return True


def read_port(own: PortState, node: Node, *, on: bool) -> bool:
    """The guards of a port."""
    match node.words if on else node.words[1:]:
        case ["ipv4", "source-lockdown"]:
            own.locks_sources = on
        case ["arp", "inspection", "trust"]:
            (own.trusts.add if on else own.trusts.discard)("arp")
        case ["nd-snooping", "trust"]:
            (own.trusts.add if on else own.trusts.discard)("nd")
        case ["dhcpv6-snooping", "trust"]:
            (own.trusts.add if on else own.trusts.discard)("dhcpv6")
        case ["apply", "access-list", "ipv6", name, "in"]:
            own.filter6 = (name, node.line) if on else ("", 0)
        case _:
            return False
    return True


def guards_of(state: State, port: PortDraft, vlans: set[int]) -> dict[str, object]:
    """The facts of a port; `vlans` are those that its devices can stand in."""
    own, guards = state.of(port.name), state.guards
    watched = {name: guards.vlans.get(name, set()) for name in ("ra", "dhcpv6")}
    drops = vlans & watched["ra"] if "nd" in guards.on and "nd" not in own.trusts else set()
    routers = bool(vlans) and vlans == drops
    servers = (
        "dhcpv6" in guards.on and "dhcpv6" not in own.trusts and bool(vlans) and vlans <= watched["dhcpv6"]
    )
    return {
        "source_guard": own.locks_sources,
        "arp_trusted": "arp" in own.trusts,
        "ra_drops": tuple(sorted(drops)),
        "ra_guard": routers and (servers or stops_dhcpv6(state, own)),
    }


def stops_dhcpv6(state: State, own: PortState) -> bool:
    """True if the port's filter of IPv6 drops what DHCPv6 servers send, and nothing else."""
    return state.guards.filters6.get(own.filter6[0]) in _STOPS_DHCPV6


def vlans_of(port: PortDraft) -> set[int]:
    """The VLANs that a port carries."""
    if port.mode != "trunk":
        return {port.access}
    return set() if port.allowed is EVERY_VLAN else set(port.allowed)


def check_guards(state: State) -> None:
    """Object to guards that name VLANs and are not on, and to filters of IPv6 that nobody planned."""
    draft, guards = state.draft, state.guards
    for guard, names in (("nd", ("nd", "ra")), ("dhcpv6", ("dhcpv6",))):
        if guard not in guards.on and any(guards.vlans.get(name) for name in names):
            draft.object_to(0, f"{guard}-snooping names VLANs but is not on".replace("dhcpv6-", "DHCPv6 "))
    inspected = guards.vlans.get("arp", set())
    for vlan in sorted(inspected - draft.snooping_vlans):
        draft.object_to(0, f"ARP inspection of VLAN {vlan} has no DHCP snooping to know addresses from")
    for name, own in state.ports.items():
        filter6, line = own.filter6
        if filter6 and filter6 not in guards.filters6:
            draft.object_to(line, f"access list {filter6} is not defined")
        elif filter6 and not stops_dhcpv6(state, own):
            draft.object_to(
                line, f"{name} has a filter of IPv6 `{filter6}` that does more than stop DHCPv6 servers"
            )
        if own.locks_sources and not draft.snooping_on:
            draft.object_to(draft.ports[name].line, f"{name} locks addresses and no DHCP snooping knows them")
