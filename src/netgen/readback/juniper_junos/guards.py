"""DHCP snooping and what rests on it: trust, ARP inspection, source guard, RA guard, VLAN by VLAN.

A trunk is trusted unless a group says otherwise, an access port is not (CLI reference, dhcp-security). Trust is one
word for DHCP offers and for ARP: where ARP is inspected it counts as that of ARP, elsewhere as that of DHCP.
"""

from __future__ import annotations

from netgen.readback.juniper_junos.names import Interfaces, Vlans
from netgen.readback.juniper_junos.tree import Node, Notes


class Guards:
    """DHCP snooping and what rests on it, VLAN by VLAN."""

    def __init__(self, vlans: Vlans, interfaces: Interfaces) -> None:
        self.snooped: set[int] = set()
        self.inspected: set[int] = set()
        self.sourced: set[int] = set()
        self.trusted: dict[int, set[str]] = {}
        self.untrusted: dict[int, set[str]] = {}
        for name, row in vlans.rows.items():
            options = row.sub("forwarding-options")
            if not options.has("dhcp-security") or name not in vlans.ids:
                continue
            block, number = options.sub("dhcp-security"), vlans.ids[name]
            if not block.has("no-dhcp-snooping"):
                self.snooped.add(number)
            if block.has("arp-inspection"):
                self.inspected.add(number)
            if block.has("ip-source-guard"):
                self.sourced.add(number)
            for group in block.entries("group"):
                ports = {port for item in group.entries("interface") for port in interfaces.ports(item.key)}
                if group.has("overrides", "trusted"):
                    self.trusted.setdefault(number, set()).update(ports)
                if group.has("overrides", "untrusted"):
                    self.untrusted.setdefault(number, set()).update(ports)

    def trusts(self, port: str, vlan: int, mode: str) -> bool:
        """True if a port is trusted in a VLAN."""
        if port in self.untrusted.get(vlan, ()):
            return False
        return mode == "trunk" or port in self.trusted.get(vlan, ())

    def trust_of(self, port: str, vlans: set[int], mode: str) -> tuple[bool, bool]:
        """(trusted for DHCP offers in any VLAN, trusted for ARP in each inspected VLAN) of those a port carries."""
        watched, inspected = vlans & self.snooped, vlans & self.inspected
        offers = (watched - inspected) or watched
        return (
            any(self.trusts(port, vlan, mode) for vlan in offers),
            bool(inspected) and all(self.trusts(port, vlan, mode) for vlan in inspected),
        )


def read_ra_guard(root: Node, interfaces: Interfaces, notes: Notes) -> set[str]:
    """Ports that drop router advertisements; VLANs as `vlan NAME`."""
    block = root.sub("forwarding-options", "access-security", "router-advertisement-guard")
    policies = {row.key for row in block.entries("policy")}
    found: set[str] = set()
    for row in block.entries("interface"):
        guarded = row.value("mark-interface") == "block"
        for policy in row.entries("policy"):
            guarded = True
            if policy.key not in policies:
                notes.doubt(policy.line, f"RA guard policy {policy.key} is not defined")
        if guarded:
            found.update(interfaces.ports(row.key))
    for row in block.entries("vlans"):
        for policy in row.entries("policy"):
            found.add(f"vlan {row.key}")
            if policy.key not in policies:
                notes.doubt(policy.line, f"RA guard policy {policy.key} is not defined")
    return found
