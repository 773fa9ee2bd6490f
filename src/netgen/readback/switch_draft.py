"""A switch while its text is being read, and the contradictions that show once it is whole.

Shared by the readers of IOS-XE and EOS: they fill a `Draft` line by line, `finish` turns it into
`Observed`. What the two systems do differently stands in `Dialect`.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netgen.readback.facts import (
    Observed,
    ObservedAcl,
    ObservedManagement,
    ObservedPool,
    ObservedPort,
    ObservedRoute,
    ObservedSetting,
    ObservedSvi,
    ObservedVlan,
    UnreadLine,
)
from netgen.readback.indented import Node, bounds, ipv4, network, number_list, walk

EVERY_VLAN = frozenset(range(1, 4095))
_BUILT_IN_GROUPS = frozenset(("radius", "tacacs+", "ldap"))


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


class PortDraft(msgspec.Struct):
    """An interface as its lines left it; None and "" where nothing was said."""

    name: str
    line: int
    kind: str
    vlan: int = 0
    description: str = ""
    mode: str = ""
    access: int = 1
    native: int = 1
    allowed: frozenset[int] = EVERY_VLAN
    vlan_lines: dict[int, int] = msgspec.field(default_factory=dict)
    voice: int = 0
    shutdown: bool = False
    lag: int = 0
    lag_line: int = 0
    lag_active: bool = False
    portfast: str = ""
    bpdu_guard: bool | None = None
    root_guard: bool = False
    isolated: bool = False
    poe_off: bool = False
    trusted: bool = False
    storm: dict[str, float] = msgspec.field(default_factory=dict)
    silent: bool = False
    proxy_arp: bool | None = None
    redirects: bool | None = None
    vrf: str = ""
    addresses: list[tuple[str, int, int]] = msgspec.field(default_factory=list)
    acl_in: str = ""
    acl_out: str = ""
    relays: list[str] = msgspec.field(default_factory=list)
    serves_dhcp: bool = False

    def allow(self, how: list[str], line: int) -> bool:
        """The words after `switchport trunk allowed vlan`, on top of the lines before; False when none fits.

        all | none | LIST | add LIST | remove LIST | except LIST
        """
        match how:
            case ["all"]:
                self.allowed = EVERY_VLAN
                return True
            case ["none"]:
                self.allowed = frozenset()
                return True
            case ["add" | "remove" | "except", *text] | text:
                listed = number_list("".join(text))
        if not listed:
            return False
        verb = how[0] if how[0].isalpha() else ""
        vlans = frozenset(listed)
        if verb == "add":
            vlans |= self.allowed
        elif verb == "remove":
            vlans = self.allowed - vlans
        elif verb == "except":
            vlans = EVERY_VLAN - vlans
        self.allowed = EVERY_VLAN if vlans == EVERY_VLAN else vlans
        if self.allowed is not EVERY_VLAN and verb in ("", "add"):
            self.vlan_lines.update(dict.fromkeys(listed, line))
        return True


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
        if port.addresses and port.vrf != name:
            port.addresses.clear()
            self.object_to(line, f"moving {port.name} to another VRF removes the address given before")
        port.vrf = self.use_vrf(name, line) if name else ""


def finish(draft: Draft, management: ObservedManagement) -> Observed:
    """The facts of a whole draft. `management` comes from the reader, which knows its services."""
    _check_references(draft)
    _check_addresses(draft)
    ports = tuple(_port(draft, port) for port in draft.ports.values() if port.kind in ("physical", "lag"))
    _check_lags(draft)
    priority = draft.mst_priority
    if draft.stp_mode in ("rapid-pvst", "pvst"):
        priority = min(draft.vlan_priorities.values(), default=32768)
    return Observed(
        platform=draft.dialect.platform,
        hostname=draft.hostname,
        vlans=tuple(draft.vlans[number] for number in sorted(draft.vlans)),
        ports=ports,
        svis=_svis(draft),
        vrfs=tuple(draft.vrfs),
        routes=tuple(draft.routes),
        pools=tuple(draft.pools),
        routing=draft.routing,
        stp_mode=draft.stp_mode,
        stp_priority=priority,
        stp_region=tuple(f"{key} {value}".strip() for key, value in sorted(draft.region.items())),
        snooping_vlans=tuple(sorted(draft.snooping_vlans)) if draft.snooping_on else (),
        management=management,
        acls=tuple(
            ObservedAcl(acl.name, tuple(entry for _, entry, _ in sorted(acl.entries)), acl.line)
            for acl in draft.acls.values()
        ),
        settings=tuple(draft.settings),
        unread=tuple(sorted(draft.unread, key=lambda each: each.line)),
        problems=tuple(sorted(draft.problems, key=lambda each: (each.line, each.text))),
    )


def _port(draft: Draft, port: PortDraft) -> ObservedPort:
    vlans = port
    lag = draft.ports.get(_lag_name(draft, port.lag)) if port.lag else None
    if draft.dialect.members_follow and lag is not None:
        vlans = lag
    mode = vlans.mode or "access"
    if mode == "phone":
        mode = "access"
    elif port.voice and draft.dialect.phone_mode:
        draft.object_to(port.line, f"{port.name} has a phone VLAN but is no phone trunk")
    carries_all = mode in ("trunk", "dynamic") and vlans.allowed is EVERY_VLAN
    if port.portfast:
        edge = port.portfast == "trunk" or (
            port.portfast == "edge" and (mode == "access" or draft.dialect.edge_on_trunks)
        )
    else:
        edge = draft.portfast_default and mode == "access"
    guarded = draft.bpdu_guard_default and edge if port.bpdu_guard is None else port.bpdu_guard
    return ObservedPort(
        name=port.name,
        line=port.line,
        description=port.description,
        mode=mode,
        untagged=vlans.native if vlans.mode in ("trunk", "phone") else vlans.access,
        allowed=() if carries_all or mode not in ("trunk", "dynamic") else tuple(sorted(vlans.allowed)),
        allows_all=carries_all,
        voice=port.voice if vlans.mode == "phone" or not draft.dialect.phone_mode else 0,
        shutdown=port.shutdown,
        lag=port.lag,
        lag_active=port.lag_active,
        edge=edge,
        bpdu_guard=guarded,
        root_guard=port.root_guard,
        isolated=port.isolated,
        poe_off=port.poe_off,
        snooping_trusted=port.trusted,
        acl_in=port.acl_in,
        acl_out=port.acl_out,
        storm=bool(port.storm),
        storm_limits=tuple(sorted(port.storm.items())),
        negotiates=draft.dialect.open_defaults and mode != "routed" and not port.silent,
    )


def _lag_name(draft: Draft, number: int) -> str:
    return f"{draft.dialect.lag_prefix}{number}"


def _svis(draft: Draft) -> tuple[ObservedSvi, ...]:
    """One fact for each address, so that a second one on an interface is seen; and one for none."""
    found: list[ObservedSvi] = []
    for port in draft.ports.values():
        addresses = port.addresses or ([("", 0, port.line)] if port.kind == "vlan" else [])
        found.extend(
            ObservedSvi(
                name=port.name,
                vlan=port.vlan,
                vrf=port.vrf,
                address=address,
                length=length,
                shutdown=port.shutdown,
                line=port.line,
                acl_in=port.acl_in,
                acl_out=port.acl_out,
                relays=tuple(port.relays),
                proxy_arp=_or_default(draft, port.proxy_arp),
                redirects=_or_default(draft, port.redirects),
            )
            for address, length, _ in addresses
        )
    return tuple(found)


def _or_default(draft: Draft, said: bool | None) -> bool:
    return draft.dialect.open_defaults if said is None else said


def read_storm(port: PortDraft, kind: str, rest: list[str], *, on: bool) -> None:
    """`storm-control KIND level N`: N is percent; packets or bits per second are another unit."""
    if not on:
        port.storm.pop(kind, None)
        return
    word = rest[1] if rest[:1] == ["level"] and len(rest) > 1 else ""
    is_percent = word.replace(".", "", 1).isascii() and word.replace(".", "", 1).isdigit()
    port.storm[kind] = float(word) if is_percent and len(word) < 10 else -1.0


def _check_references(draft: Draft) -> None:
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
    _check_vlans(draft)


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
        lag = draft.ports.get(_lag_name(draft, port.lag))
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


def read_region(draft: Draft, node: Node) -> None:
    """A line of `spanning-tree mst configuration`: name, revision or the VLANs of an instance."""
    match node.words:
        case ["name" | "revision" as what, value]:
            draft.region[what] = value
        case ["instance", number, *rest] if rest:
            draft.region[f"instance {number}"] = " ".join(rest)
        case _:
            draft.skip(node)
