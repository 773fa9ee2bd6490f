"""What a switch's text names without defining it, and what contradicts itself, once it is whole."""

from __future__ import annotations

from netgen.readback.indented import bounds, ipv4, network
from netgen.readback.port_draft import PortDraft
from netgen.readback.switch_draft import Draft

_BUILT_IN_GROUPS = frozenset(("radius", "tacacs+", "ldap"))


def check_references(draft: Draft) -> None:
    """Object to names that nothing defines, LAG members that differ and addresses that collide."""
    _check_names(draft)
    _check_vlans(draft)
    _check_lags(draft)
    _check_addresses(draft)


def lag_of(draft: Draft, port: PortDraft) -> PortDraft | None:
    """The LAG that a port is in, if the text has it."""
    return draft.ports.get(f"{draft.dialect.lag_prefix}{port.lag}") if port.lag else None


def _check_names(draft: Draft) -> None:
    for name, line in draft.vrf_uses:
        if name not in draft.vrfs:
            draft.object_to(line, f"VRF {name} is not defined")
    for name, line in draft.acl_uses:
        if name not in draft.acls:
            draft.object_to(line, f"access list {name} is not defined")
    for name, line in draft.group_uses:
        if name not in draft.groups and name not in _BUILT_IN_GROUPS:
            draft.object_to(line, f"AAA group {name} is not defined")
    for name, line in draft.snmp_group_uses:
        if name not in draft.snmp_groups:
            draft.object_to(line, f"SNMP group {name} is not defined")
    for name, line in draft.tls_uses:
        if name not in draft.tls_profiles:
            draft.object_to(line, f"TLS profile {name} is not defined")
    if draft.snooping_vlans and not draft.snooping_on:
        draft.object_to(draft.snooping_line, "DHCP snooping names VLANs but is not on")


def _check_vlans(draft: Draft) -> None:
    missing: dict[int, int] = {}
    for port in draft.ports.values():
        if port.kind == "vlan":
            missing.setdefault(port.vlan, port.line)
        for number, line in port.vlan_lines.items():
            missing.setdefault(number, line)
    for number in draft.snooping_vlans:
        missing.setdefault(number, draft.snooping_line)
    if not draft.vlans:
        if missing.keys() - {1}:
            draft.object_to(min(missing.values()), "VLANs are used but none is defined in this text")
        return
    for number, line in sorted(missing.items()):
        if number not in draft.vlans and number != 1:
            draft.object_to(line, f"VLAN {number} is not defined")


def _check_lags(draft: Draft) -> None:
    for port in draft.ports.values():
        if not port.lag:
            continue
        lag = lag_of(draft, port)
        if lag is None:
            draft.object_to(port.lag_line, f"{port.name} is in LAG {port.lag}, which is not defined")
        elif not draft.dialect.members_follow and _vlans_of(port) != _vlans_of(lag):
            text = f"{port.name} and {lag.name} differ in mode or VLANs, which suspends the member"
            draft.object_to(port.lag_line, text)


def _vlans_of(port: PortDraft) -> tuple[str, int, int, frozenset[int]]:
    return port.mode, port.native, port.access, port.allowed


def _check_addresses(draft: Draft) -> None:
    taken: list[tuple[str, int, int, int, str]] = []
    for port in draft.ports.values():
        for address, length, line in port.addresses:
            value, prefix = ipv4(address), network(address, length)
            if value is None or prefix is None:
                continue
            first, last = bounds(prefix)
            for vrf, other_value, other_first, other_last, name in taken:
                if vrf != port.vrf:
                    continue
                if value == other_value:
                    draft.object_to(line, f"{port.name} has the address of {name}, {address}")
                elif first <= other_last and other_first <= last:
                    draft.object_to(line, f"the subnet of {port.name}, {prefix}, overlaps that of {name}")
            taken.append((port.vrf, value, first, last, port.name))
