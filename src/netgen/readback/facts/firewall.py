"""Whose packets a firewall lets through, and under which addresses: interfaces, zones, objects and policies."""

from __future__ import annotations

import msgspec

from netgen.readback.facts.bgp import ObservedBfd


class ObservedInterface(msgspec.Struct, frozen=True):
    """A firewall interface. kind: physical | aggregate | vlan | tunnel | loopback.

    `distance` is that of the default route which DHCP brings, `takes_dns` lets DHCP replace the box's own
    resolvers, `remote` is the other end of a tunnel.
    """

    name: str
    kind: str
    line: int
    address: str = ""
    length: int = 0
    mode: str = "static"
    vlan: int = 0
    parent: str = ""
    members: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    shutdown: bool = False
    lag_active: bool = False
    relays: tuple[str, ...] = ()
    distance: int = 0
    takes_dns: bool = False
    remote: str = ""
    #: What the text calls it, where `name` is that of the tunnel bound to it.
    native: str = ""
    #: Which of two default routes of one `distance` is used first: the smaller one.
    metric: int = 0
    #: The box sends no faster than this, 0 for no limit.
    shape_kbps: int = 0
    #: Who it signs in as with PPPoE.
    user: str = ""
    #: The only prefixes that packets which come in may be from, by a packet filter; None without one.
    sources: tuple[str, ...] | None = None
    #: BFD runs on the interface, where the text says so there.
    bfd: ObservedBfd | None = None
    #: Prefixes whose questions for the time (NTP) are answered here; empty: nobody's.
    tells_time: tuple[str, ...] = ()
    #: Its mode brings an address and no default route, which then must stand in the text (PPPoE on Junos).
    brings_no_default: bool = False


class ObservedZone(msgspec.Struct, frozen=True):
    """A firewall zone; `intrazone` true lets its members talk."""

    name: str
    members: tuple[str, ...]
    intrazone: bool
    line: int


class ObservedAddress(msgspec.Struct, frozen=True):
    """An address object or group: prefixes as a.b.c.d/n or x::/n, `any_` for everything."""

    name: str
    prefixes: tuple[str, ...]
    any_: bool
    line: int
    fqdns: tuple[str, ...] = ()


class ObservedList(msgspec.Struct, frozen=True):
    """What the box learns from elsewhere, by the name that rules or filters use.

    kind: country | addresses | domains, or the vendor's word for another thing. `source` is the ISO 3166-1 code or the
    URL, `refresh_s` how often it is fetched (0 for a country). `checks_server`: a server that cannot prove its name is
    not believed, None where the text cannot say.
    """

    name: str
    kind: str
    source: str
    line: int
    refresh_s: int = 0
    checks_server: bool | None = None


class ObservedService(msgspec.Struct, frozen=True):
    """A service object or group.

    Flows as (protocol, first port, last port); icmp has type codes as ports, -1 to -1 for all types.
    `any_` is every protocol. `exact` is false where something else narrows it too (a source port, an application
    told by its content), so that it matches some of `flows` and not certainly each.
    """

    name: str
    flows: tuple[tuple[str, int, int], ...]
    any_: bool
    line: int
    exact: bool = True


class ObservedSchedule(msgspec.Struct, frozen=True):
    """When a policy applies: start and end as the vendor writes them, days for a weekly one."""

    name: str
    days: tuple[str, ...]
    start: str
    end: str
    line: int


class ObservedPolicy(msgspec.Struct, frozen=True):
    """A firewall rule in its order. Names refer to zones or interfaces, addresses, services.

    `sources6` and `destinations6` are names of Observed.addresses6: what the rule says of IPv6; both empty where it
    says nothing of it.
    """

    id: str
    name: str
    position: int
    from_zones: tuple[str, ...]
    to_zones: tuple[str, ...]
    sources: tuple[str, ...]
    destinations: tuple[str, ...]
    services: tuple[str, ...]
    allow: bool
    enabled: bool
    nat: bool
    log: bool
    schedule: str
    web_filter: str
    dns_filter: str
    app_control: str
    inspection: str
    line: int
    negated: bool = False
    #: What else must hold (users, URL categories), so that the rule matches some of this and not certainly each.
    conditions: tuple[str, ...] = ()
    #: universal | intrazone (within each zone alone) | interzone (between different zones alone).
    reach: str = "universal"
    #: What is looked for in what it allows, by the vendor's words: `KIND PROFILE`.
    protections: tuple[str, ...] = ()
    sources6: tuple[str, ...] = ()
    destinations6: tuple[str, ...] = ()
    #: The ObservedUserGroups whose people alone it is for; () for everybody.
    groups: tuple[str, ...] = ()
    #: ObservedTranslation that its sources go through; `nat` is not said of that.
    translation: str = ""
    #: The ObservedForwards that alone bring what it matches; () where it goes by the address inside, however reached.
    published: tuple[str, ...] = ()


class ObservedTranslation(msgspec.Struct, frozen=True):
    """One-to-one translation: the hosts `inside` are `outside` for others, each `FIRST-LAST`, host by host.

    way: out (their sources, where a rule names it) | in (what is sent to `outside`) | both. `beyond` are the interfaces
    on whose side they are seen so; empty where the rule alone says it.
    """

    name: str
    inside: str
    outside: str
    way: str
    beyond: tuple[str, ...]
    line: int


class ObservedForward(msgspec.Struct, frozen=True):
    """A destination translation: what reaches `outside` on `interface` is sent to `inside`.

    `flows` as in ObservedService, by the outside ports; empty means every protocol. `sources` are prefixes: whose
    packets alone are translated; () for everybody's.
    """

    name: str
    interface: str
    outside: str
    inside: str
    flows: tuple[tuple[str, int, int], ...]
    line: int
    sources: tuple[str, ...] = ()


class ObservedFloodGuard(msgspec.Struct, frozen=True):
    """Protection against floods on an interface: (anomaly, action, threshold) of those that are on."""

    id: str
    interface: str
    anomalies: tuple[tuple[str, str, int], ...]
    enabled: bool
    line: int
