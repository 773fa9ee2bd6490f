"""What all sites share: zones, the zone matrix, services, addresses of every site, management.

Every `origin` is an ObjectPath into the inventory: the one line a person wrote that asked for it.
"""

from __future__ import annotations

import msgspec

from netgen.blueprint.routing_plan import BfdPlan
from netgen.values import Prefix


class ZonePlan(msgspec.Struct, frozen=True, gc=False):
    """A zone of the matrix. kind: site | hub | internet."""

    name: str
    number: int
    kind: str
    users: bool
    isolate: bool
    title: str
    origin: str


class ServicePlan(msgspec.Struct, frozen=True, gc=False):
    """A named service as port ranges ("443", "5060-5061"); `any_` is every protocol."""

    name: str
    tcp: tuple[str, ...]
    udp: tuple[str, ...]
    icmp: bool
    any_: bool
    origin: str


class PairPolicy(msgspec.Struct, frozen=True, gc=False):
    """What one ordered pair of zones may do: the union of all rules that name the pair.

    `filter` is "" (none), "by-phase" or a filter name; `origins` are the rules, first one first;
    `why` is what the first one says, `schedule` the name of a schedule or "". `group`: these rules hold only for
    people of this UserGroup, "" in the matrix of zones.
    """

    from_zone: str
    to_zone: str
    services: tuple[str, ...]
    filter: str
    origins: tuple[str, ...]
    why: str = ""
    schedule: str = ""
    group: str = ""


class FilterPlan(msgspec.Struct, frozen=True, gc=False):
    """A web filter in vendor-neutral category keys; the locked ones are always in `block`.

    video: none | moderate | strict (restricted mode). `allow` and `deny` are domains with all below them; an allowed
    one is still refused where an illegal-content list has it. `inspect`: TLS is opened (TrustPlan.inspection).
    """

    name: str
    title: str
    block: tuple[str, ...]
    monitor: tuple[str, ...]
    safe_search: bool
    origin: str
    video: str = "none"
    allow: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()
    inspect: bool = False


class InspectionPlan(msgspec.Struct, frozen=True, gc=False):
    """TLS inspection: `ca` is the name of the signing CA in a firewall's store.

    Never opened: `categories` (finance | government | health | religion) and `domains` with all below them, each
    (domain, ObjectPath).
    """

    ca: str
    categories: tuple[str, ...]
    domains: tuple[tuple[str, str], ...]
    origin: str


class UserGroupPlan(msgspec.Struct, frozen=True, gc=False):
    """People whom rules name; `value` is what RADIUS calls them. Rule numbers follow `number`."""

    name: str
    number: int
    title: str
    value: str
    origin: str


class IdentityPlan(msgspec.Struct, frozen=True, gc=False):
    """RADIUS accounting that `senders` pass on to every firewall.

    attribute: class | filter-id; `secret` is a reference. Somebody of whom nothing is heard for `forget_s` seconds is
    unknown again.
    """

    senders: tuple[str, ...]
    secret: str
    attribute: str
    forget_s: int
    origin: str


class RadiusPlan(msgspec.Struct, frozen=True, gc=False):
    """One RADIUS server; `secret` is a reference."""

    host: str
    secret: str
    origin: str


class SyslogPlan(msgspec.Struct, frozen=True, gc=False):
    """One syslog receiver; transport: udp | tcp | tls."""

    host: str
    port: int
    transport: str
    origin: str


class TrafficClassPlan(msgspec.Struct, frozen=True, gc=False):
    """A class of traffic (RFC 4594): `dscp` is the code point, `percent` its share of a full port."""

    name: str
    dscp: int
    percent: int
    priority: bool
    services: tuple[str, ...]
    origin: str


class SteeringClassPlan(msgspec.Struct, frozen=True, gc=False):
    """A class of traffic to the internet and how its circuit is chosen. Classes are asked by `number`.

    strategy: ordered (the first circuit in order that is within the bounds) | fastest (whose pings are answered first)
    | spread (all circuits within the bounds, host by host). `backups_first`: the order is turned round. Empty
    `zones`, `services` and `destinations` mean any; with `applications` services and destinations are empty. Bounds
    are -1 where there is none.
    """

    name: str
    number: int
    zones: tuple[str, ...]
    services: tuple[str, ...]
    destinations: tuple[Prefix, ...]
    applications: tuple[str, ...]
    strategy: str
    backups_first: bool
    latency_ms: int
    jitter_ms: int
    loss_percent: int
    title: str
    origin: str


class RadioPlan(msgspec.Struct, frozen=True, gc=False):
    """How the radios of a band behave (2.4 | 5 | 6): primary channels, widest channel, EIRP bounds, slowest rate."""

    band: str
    channels: tuple[int, ...]
    width_mhz: int
    min_dbm: int
    max_dbm: int
    lowest_mbps: int
    origin: str
    #: Clients that know the next band too are led there.
    band_steering: bool = False


class SchedulePlan(msgspec.Struct, frozen=True, gc=False):
    """When something is on: days mon .. sun, start and end as `08:00`, local time."""

    name: str
    days: tuple[str, ...]
    start: str
    end: str
    origin: str


class ListPlan(msgspec.Struct, frozen=True, gc=False):
    """Addresses or domains that somebody else knows.

    kind: country (`source` is its ISO 3166-1 code) | addresses | domains (`source` is a URL). refresh: five-minutes |
    hourly | daily. `number` is that of a feed, 0 for a country.
    """

    name: str
    kind: str
    source: str
    refresh: str
    number: int
    origin: str


class ProbePlan(msgspec.Struct, frozen=True, gc=False):
    """How a circuit that leads nowhere is noticed: pings to `targets`, every `interval_s` seconds.

    It is left after `fail_after` lost pings in a row, and used again after `recover_after` answers.
    """

    targets: tuple[str, ...]
    interval_s: int
    fail_after: int
    recover_after: int


class ManagementPlan(msgspec.Struct, frozen=True, gc=False):
    """How every box is managed. Secrets are references; `user_secret` may hold `<platform>`."""

    domain: str
    dns: tuple[str, ...]
    ntp: tuple[str, ...]
    radius: tuple[RadiusPlan, ...]
    syslog: tuple[SyslogPlan, ...]
    snmp_user: str
    snmp_auth: str
    snmp_privacy: str
    snmp_managers: tuple[str, ...]
    user: str
    user_secret: str
    banner: str
    idle_minutes: int
    country: str
    timezone: str
    #: NTP authentication: key number and reference, 0 and "" without.
    ntp_key_id: int = 0
    ntp_key: str = ""
    #: Flow collector: "" without; ports for NetFlow or IPFIX and for sFlow.
    flow_host: str = ""
    netflow_port: int = 0
    sflow_port: int = 0


class DomainPlan(msgspec.Struct, frozen=True, gc=False):
    """A domain that firewalls ask `servers` about, in their order, where they answer for names."""

    name: str
    servers: tuple[str, ...]
    origin: str


class ZoneAddresses(msgspec.Struct, frozen=True, gc=False):
    """The subnets of one zone at one site."""

    zone: str
    prefixes: tuple[Prefix, ...]


class LegacyPlan(msgspec.Struct, frozen=True, gc=False):
    """A segment whose hosts still have other addresses: `own` inside of the school, `seen_as` beyond it."""

    segment: str
    zone: str
    own: Prefix
    seen_as: Prefix
    origin: str


class WakePlan(msgspec.Struct, frozen=True, gc=False):
    """Which segments may wake devices of which; `service` is that of the packets."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    service: str
    why: str
    origin: str


class SiteAddresses(msgspec.Struct, frozen=True, gc=False):
    """What other sites must know of a site. `public` is the static address of its primary circuit or "".

    `zones` are the addresses as other sites see them, also where `legacy` says that hosts have others.
    """

    site: str
    code: str
    number: int
    block: Prefix
    is_hub: bool
    public: str
    zones: tuple[ZoneAddresses, ...]
    origin: str
    #: Circuits by preference, each with its static address or "".
    circuits: tuple[tuple[str, str], ...] = ()
    #: The site's IPv6 block, and its IPv6 subnets by zone, for zones with any.
    block6: Prefix | None = None
    zones6: tuple[ZoneAddresses, ...] = ()
    #: By segment; at most one for each zone.
    legacy: tuple[LegacyPlan, ...] = ()
    #: static | bgp: a tunnel has BGP where both of its sites have it.
    routing: str = "static"
    #: Where its traffic to the internet is filtered and leaves: local | hub | hub-or-local.
    breakout: str = "local"
    #: What hubs need of a site that breaks out there: (zone, filter) where a rule says by-phase. Else empty.
    filters: tuple[tuple[str, str], ...] = ()
    #: By zone: subnets whose hosts may wake others, and the broadcast addresses that wake those of a subnet.
    wakers: tuple[ZoneAddresses, ...] = ()
    woken: tuple[ZoneAddresses, ...] = ()

    def prefixes(self, zone: str) -> tuple[Prefix, ...]:
        """The subnets of a zone here, as other sites see them; empty when the site has none."""
        for item in self.zones:
            if item.zone == zone:
                return item.prefixes
        return ()

    def prefixes6(self, zone: str) -> tuple[Prefix, ...]:
        """The IPv6 subnets of a zone here; empty when the site has none."""
        for item in self.zones6:
            if item.zone == zone:
                return item.prefixes
        return ()

    def own_prefixes(self, zone: str) -> tuple[Prefix, ...]:
        """The subnets of a zone as its hosts have them."""
        own = {item.seen_as: item.own for item in self.legacy if item.zone == zone}
        return tuple(own.get(prefix, prefix) for prefix in self.prefixes(zone))


class TrustPlan(msgspec.Struct, frozen=True, gc=False):
    """The trust-wide half of the Blueprint. Tuples are sorted by their first field."""

    trust: str
    code: str
    supernet: Prefix
    overlay: Prefix
    hubs: tuple[str, ...]
    zones: tuple[ZonePlan, ...]
    services: tuple[ServicePlan, ...]
    matrix: tuple[PairPolicy, ...]
    filters: tuple[FilterPlan, ...]
    management: ManagementPlan
    management_zones: tuple[str, ...]
    vpn_encryption: str
    vpn_prf: str
    vpn_dh_group: int
    sites: tuple[SiteAddresses, ...]
    qos: tuple[TrafficClassPlan, ...] = ()
    radios: tuple[RadioPlan, ...] = ()
    schedules: tuple[SchedulePlan, ...] = ()
    ips: bool = False
    antivirus: bool = False
    vpn_over: str = "primary"
    #: None where only a dead link is noticed.
    probe: ProbePlan | None = None
    #: None where no filter opens TLS.
    inspection: InspectionPlan | None = None
    #: None where firewalls do not know people.
    identity: IdentityPlan | None = None
    groups: tuple[UserGroupPlan, ...] = ()
    #: What people of a group may beyond the matrix, by group and pair.
    group_matrix: tuple[PairPolicy, ...] = ()
    #: The trust's unique local IPv6 prefix (RFC 4193), None without IPv6.
    ula: Prefix | None = None
    #: By name: `geo-GB`, `feed-<name>`.
    lists: tuple[ListPlan, ...] = ()
    #: Lists that published services answer alone; empty: everybody.
    inbound_lists: tuple[str, ...] = ()
    #: Lists of addresses that nobody talks with.
    refused_lists: tuple[str, ...] = ()
    #: Site number N has AS number `vpn_first_as` + N; 0 where no site speaks BGP.
    vpn_first_as: int = 0
    bfd: BfdPlan | None = None
    #: Classes of traffic that do not simply take the first circuit that is up, by number.
    steering: tuple[SteeringClassPlan, ...] = ()
    #: Domains with servers of their own, by name.
    domains: tuple[DomainPlan, ...] = ()
    #: None where no device is woken from another segment.
    wake: WakePlan | None = None

    def site(self, name: str) -> SiteAddresses:
        """What the others know of a site that this plan, or slice of it, has."""
        return next(item for item in self.sites if item.site == name)
