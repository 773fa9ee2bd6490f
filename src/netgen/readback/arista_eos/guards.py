"""What a device may claim: its address, its ARP, to be a router; loops behind a port; power.

Source: Arista's published validated configurations and data model (address locking, monitor loop-protection, poe);
DISA, Arista MLS EOS L2S STIG (ARP inspection, IP source guard). Both know the addresses that `ip source
binding` names and learn none from DHCP. EOS has no RA guard of its own: a filter of IPv6 on the port does it. Loop
protection is on for the ports of the VLANs that it names.
"""

from __future__ import annotations

from netgen.readback.arista_eos.draft import EosDraft, Socket
from netgen.readback.indented import Node, number_list, whole_number
from netgen.readback.port_draft import EVERY_VLAN, PortDraft

#: What routers and DHCPv6 servers say: a filter of IPv6 on a port must drop both (RFC 4861, RFC 8415).
_ROUTERS = ("deny icmpv6 any any router-advertisement", "deny icmpv6 any any 134")
_SERVERS = (
    "deny udp any eq 547 any", "deny udp any eq 547 any eq 546", "deny udp any any eq 546",
    "deny udp any eq dhcpv6-server any", "deny udp any any eq dhcpv6-client",
    "deny udp any eq dhcpv6-server any eq dhcpv6-client",
)  # fmt: skip
_REST = "permit ipv6 any any"


def read_global(draft: EosDraft, node: Node) -> bool:
    """`ip arp inspection vlan`, `address locking`, `ipv6 access-list` and `monitor loop-protection`."""
    on = node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["ip", "arp", "inspection", "vlan", *text] if text:
            listed = number_list("".join(text))
            if not listed:
                return False
            (draft.inspected.update if on else draft.inspected.difference_update)(listed)
            draft.inspected_line = node.line
        case ["ip", "source", "binding", *_]:
            draft.bindings += 1 if on else -1
            draft.keep(node)
        case ["address", "locking"] if on:
            _read_locking(draft, node)
        case ["ipv6", "access-list", name] if on:
            entries = draft.filters6.setdefault(name, [])
            for child in draft.lines(node):
                words = child.words[1:] if child.words[0].isdigit() else child.words
                if words[0] in ("permit", "deny"):
                    entries.append(" ".join(word for word in words if word != "log"))
                elif words[0] not in ("remark", "counters"):
                    draft.skip(child)
        case ["monitor", "loop-protection"] if on:
            _read_loops(draft, node)
        case _:
            return False
    return True


def _read_locking(draft: EosDraft, node: Node) -> None:
    draft.locking = True
    for child in draft.lines(node):
        match child.words:
            case ["dhcp", "server", "ipv4", *_] | ["local-interface", _]:
                draft.locking_knows = True
            case ["disabled"]:
                draft.locking = False
            case ["locked-address", "ipv6", "enforcement", "disabled"] | ["locked-address", "expiration", *_]:
                draft.keep(child, "address locking")
            case ["locked-address", "ipv4", "enforcement", "disabled"]:
                draft.object_to(child.line, "addresses are locked and not enforced")
            case _:
                draft.skip(child)


def _read_loops(draft: EosDraft, node: Node) -> None:
    for child in draft.lines(node):
        match child.words:
            case ["shutdown"] | ["no", "shutdown"]:
                draft.loops_on = child.words[0] == "no"
            case ["protect", "vlan", *text] if listed := number_list("".join(text)):
                draft.loop_vlans.update(listed)
            case ["transmit-interval" | "disabled-time" | "rate-limit", number] if (
                whole_number(number) is not None
            ):
                draft.keep(child, node.text)
            case _:
                draft.skip(child)


def read_port(draft: EosDraft, port: PortDraft, node: Node, words: list[str], *, on: bool) -> bool:
    """The guards of a port; `words` are without `no` or `default`."""
    own = draft.socket(port.name)
    match words:
        case ["ip", "verify", "source"]:
            own.locks_sources = on
        case ["address", "locking", "ipv4", *more] if more in ([], ["ipv6"]):
            own.locks_sources = on
            if on and not (draft.locking and draft.locking_knows):
                draft.object_to(node.line, f"{port.name} locks addresses that nothing tells the switch")
        case ["ip", "arp", "inspection", "trust"]:
            own.arp_trusted = on
        case ["loop-protection"]:
            own.loops = on
        case ["ipv6", "access-group", name, "in"]:
            own.filter6 = (name, node.line) if on else ("", 0)
        case ["poe", "priority", *word]:
            own.power = word[0] if on and word else ""
        case _:
            return False
    return True


def port_facts(draft: EosDraft, port: PortDraft) -> dict[str, object]:
    """The facts of a port, and objections to what contradicts itself there."""
    own = draft.sockets.get(port.name, Socket())
    name, line = own.filter6
    entries = draft.filters6.get(name, [])
    guarded = entries[-1:] == [_REST] and len(entries) == 3 and all(
        any(entry in wanted for entry in entries[:-1]) for wanted in (_ROUTERS, _SERVERS)
    )  # fmt: skip
    if name and name not in draft.filters6:
        draft.object_to(line, f"access list {name} is not defined")
    elif name and not guarded:
        draft.object_to(
            line, f"{port.name} has a filter of IPv6 `{name}` that does more or less than its guards"
        )
    if own.locks_sources and not draft.locking and not draft.bindings:
        draft.object_to(port.line, f"{port.name} locks addresses and knows none: EOS learns none from DHCP")
    vlans = _vlans_of(port)
    return {
        "mtu": own.mtu,
        "source_guard": own.locks_sources,
        "arp_trusted": own.arp_trusted,
        "ra_guard": guarded,
        "loop_guard": own.loops and draft.loops_on and bool(vlans) and vlans <= draft.loop_vlans,
        "poe_priority": own.power or "low",
    }


def _vlans_of(port: PortDraft) -> set[int]:
    if port.mode == "phone":
        return {port.native} | ({port.voice} if port.voice else set())
    if port.mode != "trunk":
        return {port.access}
    return set() if port.allowed is EVERY_VLAN else set(port.allowed)


def check(draft: EosDraft) -> None:
    """Object to ARP inspection without the addresses that it is told of."""
    if draft.inspected and not draft.bindings:
        draft.object_to(
            draft.inspected_line, "ARP is inspected and no address is known: EOS learns none from DHCP"
        )
