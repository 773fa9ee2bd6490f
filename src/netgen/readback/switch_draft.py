"""A switch while its text is being read. Shared by the readers of switches, which fill it line by line.

What the systems do differently stands in `Dialect`. The facts are made of it by `switch_facts.finish`.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netgen.readback.facts import (
    ObservedPool,
    ObservedRoute,
    ObservedSetting,
    ObservedVlan,
    UnreadLine,
)
from netgen.readback.indented import Node, walk
from netgen.readback.ipv6_draft import is_same_way, route6
from netgen.readback.port_draft import PortDraft


class Dialect(msgspec.Struct, frozen=True):
    """What differs between two systems of one family.

    `open_defaults`: until told not to, ports negotiate trunks and SVIs answer ARP for other networks.
    `edge_on_trunks`: `portfast` alone makes a trunk an edge port. `members_follow`: a LAG member
    has its LAG's VLANs whatever its own lines say (else they must match). `phone_mode`: a phone
    needs a port mode of its own.
    """

    platform: str
    edge_on_trunks: bool
    members_follow: bool
    phone_mode: bool
    lag_prefix: str
    open_defaults: bool


class AclDraft(msgspec.Struct):
    """A packet filter: (sequence, entry, line), and the prefixes that its permits let in."""

    name: str
    line: int
    standard: bool
    entries: list[tuple[int, str, int]] = msgspec.field(default_factory=list)
    sources: list[str] = msgspec.field(default_factory=list)


class Draft(msgspec.Struct):
    """Everything found so far. `acl_uses` are (name, line, what for)."""

    dialect: Dialect
    hostname: str = ""
    vlans: dict[int, ObservedVlan] = msgspec.field(default_factory=dict)
    ports: dict[str, PortDraft] = msgspec.field(default_factory=dict)
    vrfs: dict[str, int] = msgspec.field(default_factory=dict)
    vrf_uses: list[tuple[str, int]] = msgspec.field(default_factory=list)
    routes: list[ObservedRoute] = msgspec.field(default_factory=list)
    routes6: list[ObservedRoute] = msgspec.field(default_factory=list)
    #: VRFs in which IPv6 is forwarded because the text says so; `*` where the system always does.
    routing6: set[str] = msgspec.field(default_factory=set)
    #: Interfaces advertise nothing until they are told to.
    silent6: bool = False
    pools: list[ObservedPool] = msgspec.field(default_factory=list)
    acls: dict[str, AclDraft] = msgspec.field(default_factory=dict)
    acl_uses: list[tuple[str, int]] = msgspec.field(default_factory=list)
    routing: bool = False
    stp_mode: str = ""
    mst_priority: int = 32768
    vlan_priorities: dict[int, int] = msgspec.field(default_factory=dict)
    portfast_default: bool = False
    bpdu_guard_default: bool = False
    snooping_on: bool = False
    snooping_vlans: set[int] = msgspec.field(default_factory=set)
    snooping_line: int = 0
    ntp: list[str] = msgspec.field(default_factory=list)
    dns: list[str] = msgspec.field(default_factory=list)
    syslog: dict[str, str] = msgspec.field(default_factory=dict)
    syslog_ports: dict[str, int] = msgspec.field(default_factory=dict)
    radius: list[str] = msgspec.field(default_factory=list)
    snmp_users: list[str] = msgspec.field(default_factory=list)
    users: dict[str, int] = msgspec.field(default_factory=dict)
    roles: dict[str, str] = msgspec.field(default_factory=dict)
    secrets: list[tuple[str, str]] = msgspec.field(default_factory=list)
    gateway: str = ""
    banner: str = ""
    logins: list[str] = msgspec.field(default_factory=list)
    groups: dict[str, int] = msgspec.field(default_factory=dict)
    group_uses: list[tuple[str, int]] = msgspec.field(default_factory=list)
    snmp_groups: set[str] = msgspec.field(default_factory=set)
    snmp_group_uses: list[tuple[str, int]] = msgspec.field(default_factory=list)
    snmp_acls: list[str] = msgspec.field(default_factory=list)
    snmp_writes: bool = False
    snmp_algorithms: list[tuple[str, str, str]] = msgspec.field(default_factory=list)
    grouped_servers: set[str] = msgspec.field(default_factory=set)
    region: dict[str, str] = msgspec.field(default_factory=dict)
    tls_profiles: set[str] = msgspec.field(default_factory=set)
    tls_uses: list[tuple[str, int]] = msgspec.field(default_factory=list)
    settings: list[ObservedSetting] = msgspec.field(default_factory=list)
    unread: list[UnreadLine] = msgspec.field(default_factory=list)
    problems: list[UnreadLine] = msgspec.field(default_factory=list)

    def skip(self, node: Node) -> None:
        """Nothing understands this line, nor therefore those below it."""
        self.unread.extend(UnreadLine(each.line, each.text) for each in walk([node]))
        node.children = []

    def begin(self, scope: str, line: int) -> None:
        """Note that a block is there, whatever stands in it."""
        self.settings.append(ObservedSetting(scope, "", line))

    def keep(self, node: Node, scope: str = "") -> None:
        """Note a setting, with the lines below it."""
        text = " ".join(node.words)
        self.settings.append(ObservedSetting(scope, text, node.line))
        if node.children:
            inner = f"{scope} / {text}" if scope else text
            for child in self.lines(node):
                self.keep(child, inner)

    def snmp_managers(self) -> tuple[str, ...]:
        """The prefixes that may poll; () as soon as one group is open to all."""
        found: list[str] = []
        for name in self.snmp_acls:
            acl = self.acls.get(name)
            if acl is None or not acl.entries:
                return ()
            found.extend(acl.sources)
        return tuple(dict.fromkeys(found))

    def take(self, nodes: list[Node]) -> Iterator[Node]:
        """Each line to its reader; what the reader left below it is unread, for a box ignores indentation."""
        for node in nodes:
            yield node
            for left in node.children:
                self.skip(left)
            node.children = []

    def lines(self, node: Node) -> Iterator[Node]:
        """The lines of a block, taken from it."""
        children, node.children = node.children, []
        return self.take(children)

    def object_to(self, line: int, text: str) -> None:
        """Note a contradiction."""
        self.problems.append(UnreadLine(line, text))

    def port(self, name: str, kind: str, line: int, vlan: int = 0) -> PortDraft:
        """The interface of this name, new or begun before."""
        found = self.ports.get(name)
        if found is None:
            found = self.ports[name] = PortDraft(name, line, kind, vlan)
        return found

    def take_route6(self, node: Node, words: list[str], vrf: str, *, on: bool) -> bool:
        """An IPv6 route or its `no`; the words are those after `ipv6 route`, without the VRF."""
        found = route6(words, vrf, node.line)
        if found is None:
            return False
        if on:
            self.routes6.append(found)
        else:
            self.routes6 = [each for each in self.routes6 if not is_same_way(found, each)]
        return True

    def use_acl(self, name: str, line: int) -> str:
        """Note that a line names a filter; the name."""
        self.acl_uses.append((name, line))
        return name

    def use_groups(self, methods: list[str], line: int) -> None:
        """Note the AAA groups among the words of a method list."""
        self.group_uses.extend(
            (methods[place + 1], line) for place, word in enumerate(methods[:-1]) if word == "group"
        )

    def use_vrf(self, name: str, line: int) -> str:
        """Note that a line names a VRF; the name."""
        self.vrf_uses.append((name, line))
        return name

    def set_vrf(self, port: PortDraft, name: str, line: int) -> None:
        """Put an interface in a VRF, which takes the addresses it had away from it."""
        if (port.addresses or (port.ipv6 and port.ipv6.addresses)) and port.vrf != name:
            port.addresses.clear()
            port.ipv6 = None
            self.object_to(line, f"moving {port.name} to another VRF removes the address given before")
        port.vrf = self.use_vrf(name, line) if name else ""


def read_region(draft: Draft, node: Node) -> None:
    """A line of `spanning-tree mst configuration`: name, revision or the VLANs of an instance."""
    match node.words:
        case ["name" | "revision" as what, value]:
            draft.region[what] = value
        case ["instance", number, *rest] if rest:
            draft.region[f"instance {number}"] = " ".join(rest)
        case _:
            draft.skip(node)
