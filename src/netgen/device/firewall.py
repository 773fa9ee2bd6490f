"""The firewall part of a box: interfaces, zones, objects, policies, filters, tunnels."""

from __future__ import annotations

import msgspec

from netgen.device.remote import RemoteAccess
from netgen.device.routing import Bgp
from netgen.device.schedule import Schedule
from netgen.values import Prefix

#: Every IPv4 address.
EVERYTHING = Prefix(4, 0, 0)


class Ipv6Gateway(msgspec.Struct, frozen=True, gc=False):
    """The IPv6 side of a routed interface: its own static address (never a link-local one) and its subnet.

    `advertise`: the interface sends router advertisements (RFC 4861) with `prefix` on-link and autonomous (SLAAC),
    managed and other-config flags off and no resolvers; otherwise it sends none (a link between core and firewall).
    """

    address: str
    prefix: Prefix
    advertise: bool
    origin: str


class FirewallInterface(msgspec.Struct, frozen=True, gc=False):
    """One layer-3 or aggregate interface.

    kind: wan (physical, circuit), lag (aggregate of `members`, no address), lan (a single physical
    port towards the core, no address), vlan (child of `parent`). `name` is vendor-neutral: the
    physical name for wan and lan, `core` for the aggregate, `vlan30` for a VLAN. mode: static |
    dhcp | pppoe | none; `user` and `secret` (a reference) are those of PPPoE. Rates in kbit/s, 0 when unknown. `shape`:
    send no faster than `up_kbps`. `manage` allows management sessions here.
    """

    name: str
    kind: str
    description: str
    mode: str
    address: str
    length: int
    members: tuple[str, ...]
    parent: str
    vlan: int
    manage: bool
    priority: int
    gateway: str
    down_kbps: int
    up_kbps: int
    origin: str
    user: str = ""
    secret: str = ""
    shape: bool = False
    #: DHCP servers that requests from here are relayed to; empty without.
    relays: tuple[str, ...] = ()
    #: None: the interface neither has an IPv6 address nor forwards IPv6.
    ipv6: Ipv6Gateway | None = None
    #: Whose questions for the time (NTP) the box answers at `address`; empty: nobody's.
    time_clients: tuple[Prefix, ...] = ()
    #: Whose questions for names (DNS, UDP and TCP) the box answers at `address`, as `FirewallPart.domains` says and
    #: else from `Management.dns`; empty: nobody's.
    dns_clients: tuple[Prefix, ...] = ()


class FirewallZone(msgspec.Struct, frozen=True, gc=False):
    """A zone on this box and its interfaces (FirewallInterface.name, Tunnel.name or RemoteGroup.interface).

    `name` is the matrix zone, `internet`, or `overlay`; `intrazone` lets its members talk.
    """

    name: str
    number: int
    members: tuple[str, ...]
    intrazone: bool
    title: str
    origin: str


class ForwardedDomain(msgspec.Struct, frozen=True, gc=False):
    """A domain, with all below it, that the box asks `servers` about, in their order, from its management address."""

    name: str
    servers: tuple[str, ...]
    origin: str


class AddressObject(msgspec.Struct, frozen=True, gc=False):
    """A named subnet."""

    name: str
    prefix: Prefix
    origin: str


class RemoteList(msgspec.Struct, frozen=True, gc=False):
    """Addresses or domains that the box learns from elsewhere.

    kind: country (`source` is its ISO 3166-1 code; the maker's own data says whose an address is) | addresses | domains
    (`source` is the URL of a text file, one entry a line, fetched anew every `refresh`: five-minutes | hourly | daily).
    `number` is stable and unique among feeds, 0 for a country. Domains are refused to whoever asks a resolver on the
    internet for them, by every protected policy; no policy names them. `name` is at most 25 characters.
    """

    name: str
    kind: str
    source: str
    refresh: str
    number: int
    origin: str


class ServiceObject(msgspec.Struct, frozen=True, gc=False):
    """A named service; ports as "443" or "5060-5061". `any_` is every protocol."""

    name: str
    tcp: tuple[str, ...]
    udp: tuple[str, ...]
    icmp: bool
    any_: bool
    origin: str


class Policy(msgspec.Struct, frozen=True, gc=False):
    """A rule between two zones: it allows its services, or without any refuses everything, and logs either way.

    Empty sources or destinations mean any address; `source_lists` and `destination_lists` (names of RemoteList) are
    addresses too, so with one of them nothing but the lists and the named addresses is meant.
    `group` is "" or the one UserGroup whose people it holds for: traffic of anybody else, and of addresses of which
    nobody is known, goes on to the next policy. A platform without users must leave such a policy out.

    `schedule` is "" or the name of a Schedule. `protected`: `FirewallPart.protection` applies. `publication` is ""
    or the Publication that the rule lets in or refuses; then destinations are empty. `translation` is "" or the
    Translation that traffic of this rule goes through: one of the two zones is the translation's own, the other is
    `overlay`, and the rule names the addresses inside.

    `number` is stable and unique on the box. `filter` is "" or a WebFilter name. `sources6` and `destinations6` name
    `FirewallPart.addresses6` and are both empty or both full: where they are empty the rule lets no IPv6 pass, not even
    where sources or destinations are empty.
    """

    number: int
    name: str
    from_zone: str
    to_zone: str
    sources: tuple[str, ...]
    destinations: tuple[str, ...]
    services: tuple[str, ...]
    filter: str
    nat: bool
    comment: str
    origin: str
    schedule: str = ""
    protected: bool = False
    publication: str = ""
    group: str = ""
    source_lists: tuple[str, ...] = ()
    destination_lists: tuple[str, ...] = ()
    translation: str = ""
    sources6: tuple[str, ...] = ()
    destinations6: tuple[str, ...] = ()


class Translation(msgspec.Struct, frozen=True, gc=False):
    """One-to-one translation, both ways, between hosts of `zone` and the tunnels: `inside` is seen as `outside` there.

    Two prefixes of one length, host by host at the same place. Traffic to other zones, or to the internet, is not
    touched by it. `interface` is the inside interface (FirewallInterface.name) towards the hosts.
    """

    name: str
    zone: str
    interface: str
    inside: Prefix
    outside: Prefix
    origin: str


class Publication(msgspec.Struct, frozen=True, gc=False):
    """A destination translation: what reaches `outside` on the circuit `interface` goes to `inside`.

    Only the ports of `services` are translated (names of ServiceObject). The Policy with its name in `publication`
    lets it pass: its destination is this publication.
    """

    name: str
    interface: str
    outside: str
    inside: str
    services: tuple[str, ...]
    origin: str


class Protection(msgspec.Struct, frozen=True, gc=False):
    """What protected policies look for, with the vendor's own recommended profiles."""

    ips: bool
    antivirus: bool


class WebFilter(msgspec.Struct, frozen=True, gc=False):
    """A web filter in vendor-neutral category keys (see the platform's map).

    video: none | moderate | strict (restricted mode). `allow` and `deny` are domains with all below them; illegal
    content stays blocked on an allowed one. `inspect`: TLS of the policies with this filter is opened as
    `FirewallPart.inspection` says.
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


class Inspection(msgspec.Struct, frozen=True, gc=False):
    """TLS inspection of the policies whose WebFilter has `inspect`.

    `ca` is the name of the signing CA in the box's store, which has its key. A server is refused whose certificate has
    expired or comes from nobody the box knows, or that speaks less than TLS 1.2. Never opened: `categories` (finance |
    government | health | religion), and `domains`, each (domain, ObjectPath), with all below them; both are filtered by
    name all the same.
    """

    ca: str
    categories: tuple[str, ...]
    domains: tuple[tuple[str, str], ...]
    origin: str


class UserGroup(msgspec.Struct, frozen=True, gc=False):
    """People whom policies name (Policy.group); `value` is what the identity source calls them."""

    name: str
    value: str
    origin: str


class Identity(msgspec.Struct, frozen=True, gc=False):
    """RADIUS accounting (RFC 2866, UDP 1813) that says who is behind which address.

    It comes to the management address, from `senders` alone, signed with `secret` (a reference); anything else is
    refused. attribute: class | filter-id, which holds the UserGroup's value. The user is in User-Name, the address in
    Framed-IP-Address. A stop ends the person's sessions; after `forget_s` seconds of silence nobody is there.
    """

    senders: tuple[str, ...]
    secret: str
    attribute: str
    forget_s: int
    origin: str


class Tunnel(msgspec.Struct, frozen=True, gc=False):
    """An IKEv2 IPsec tunnel (RFC 7296) with its own interface. role: spoke | hub | partner.

    Identities are names (ID_FQDN), or IPv4 addresses where a partner's gateway knows no other (ID_IPV4_ADDR).

    `remote` is "" when the peer's address is not known (hub side of a dynamic circuit); then
    `peer_id` alone says who it is. The two prefixes are what lies behind either end. `routing` static: they are the
    traffic selectors (but for `internet`), and IKE or a static route leads to the far one. bgp: the selectors are
    everything (0.0.0.0/0 on both sides), no route of IKE or configuration leads in, and no packet may come out of the
    tunnel whose source is neither in `remote_prefix` nor `peer_address`, where the platform can hold that; with
    `internet` there it may be from anywhere outside of the trust too (`Breakout.inside`).
    """

    name: str
    wan: str
    role: str
    remote: str
    local_id: str
    peer_id: str
    psk: str
    encryption: str
    prf: str
    dh_group: int
    local_address: str
    peer_address: str
    local_prefix: Prefix
    remote_prefix: Prefix
    origin: str
    #: Of the routes that IKE adds when the peer's address is not known (lower is preferred).
    distance: int = 15
    #: Names of the box's own certificate and of the CA in its store; "" with a pre-shared key, else `psk` is "".
    certificate: str = ""
    ca: str = ""
    routing: str = "static"
    #: "", there (this site breaks out at the other end) or here (the other end breaks out here).
    internet: str = ""

    @property
    def local_selector(self) -> Prefix:
        """What this end may send: its network, or everything where the other end breaks out here."""
        return EVERYTHING if self.internet == "here" or self.routing == "bgp" else self.local_prefix

    @property
    def remote_selector(self) -> Prefix:
        """What this end may receive: the other end's network, or everything where this end breaks out there."""
        return EVERYTHING if self.internet == "there" or self.routing == "bgp" else self.remote_prefix


class Probe(msgspec.Struct, frozen=True, gc=False):
    """Pings through every circuit that show whether it leads anywhere; one answering target is enough.

    A circuit whose pings are lost `fail_after` times in a row gives up its default route; after `recover_after` answers
    it has it again. Times in seconds.
    """

    targets: tuple[str, ...]
    interval_s: int
    fail_after: int
    recover_after: int
    origin: str


class FirewallPair(msgspec.Struct, frozen=True, gc=False):
    """Two equal firewalls, one active and one standing by, with one configuration and the same sessions.

    `member` says whose text this is: 1 is active while both are well, 2 stands by; nothing is taken back by itself
    when the first returns. `hostnames` are both members'. All else of the Device is equal for both.
    `number` is the site's: the identifier of the pair on the wire follows it. `heartbeat` are two ports, each cabled
    straight to the same port of the other; the first is for control where the platform has one for that. `secret`
    is a reference, "" where the platform has no password for it.

    `one_box`: the platform has one configuration for both members; then there is a text of member 1 alone, and the
    second's ports are the first's with their slot counted from `second_slot`.

    What moves the traffic to the other member is the loss of a port: those of the circuits, and those to the core.
    """

    member: int
    hostnames: tuple[str, str]
    number: int
    heartbeat: tuple[str, ...]
    secret: str
    origin: str
    one_box: bool = False
    second_slot: int = 0


class SteeringRule(msgspec.Struct, frozen=True, gc=False):
    """Which circuit a class of traffic to the internet takes. Rules are asked by `number`; the first match decides.

    Never says who may talk to whom: policies, filters and NAT are the same on every circuit. Traffic that no rule
    matches takes the circuits in their own order, and so does everything inside of the trust.

    `sources` and `destinations` are names of AddressObject: the site's own subnets, and networks outside of the trust.
    `services` are names of ServiceObject, empty for any. With `applications` (vendor-neutral keys) destinations and
    services are empty: the box's own list of the application stands for them. `circuits` are the names of all wan
    interfaces (two or more) in the order in which they are taken: one that is down, or whose probes are not answered,
    gives way to the next.
    strategy: ordered (the first one within the bounds; where none is, the first that is up) | fastest (whose probes
    are answered first) | spread (host by host over all within the bounds). Bounds are -1 where there is none.
    """

    number: int
    name: str
    title: str
    sources: tuple[str, ...]
    destinations: tuple[str, ...]
    services: tuple[str, ...]
    applications: tuple[str, ...]
    circuits: tuple[str, ...]
    strategy: str
    latency_ms: int
    jitter_ms: int
    loss_percent: int
    origin: str

    @property
    def has_bounds(self) -> bool:
        """A circuit can be too bad for it while it is up."""
        return max(self.latency_ms, self.jitter_ms, self.loss_percent) >= 0


class Breakout(msgspec.Struct, frozen=True, gc=False):
    """The way to the internet leads through a tunnel to a hub, whose firewall filters what comes out of it.

    What comes from `source` (the site's own block) and goes anywhere but to `inside` takes the first of `tunnels`
    (Tunnel names, the preferred hub first) that is up. Sessions of the box itself keep their own way. While no tunnel
    is up the routing table leads to the circuits: a box without policies to the internet drops the traffic there
    (nothing leaves unfiltered); where it `falls_back` it has them, with filters.
    """

    tunnels: tuple[str, ...]
    source: Prefix
    inside: tuple[Prefix, ...]
    falls_back: bool
    origin: str


class FirewallPart(msgspec.Struct, frozen=True, gc=False):
    """Everything a firewall does beyond being a managed box. Policies are in their final order.

    `inspection` is None where no filter here opens TLS; `identity` is None where the box does not know people, and then
    `groups` is empty.
    """

    interfaces: tuple[FirewallInterface, ...]
    zones: tuple[FirewallZone, ...]
    addresses: tuple[AddressObject, ...]
    services: tuple[ServiceObject, ...]
    policies: tuple[Policy, ...]
    filters: tuple[WebFilter, ...]
    tunnels: tuple[Tunnel, ...]
    schedules: tuple[Schedule, ...] = ()
    publications: tuple[Publication, ...] = ()
    protection: Protection = Protection(ips=False, antivirus=False)
    probe: Probe | None = None
    inspection: Inspection | None = None
    identity: Identity | None = None
    groups: tuple[UserGroup, ...] = ()
    #: IPv6 subnets that policies name.
    addresses6: tuple[AddressObject, ...] = ()
    #: None where nobody comes in from elsewhere.
    remote: RemoteAccess | None = None
    #: By name.
    lists: tuple[RemoteList, ...] = ()
    translations: tuple[Translation, ...] = ()
    pair: FirewallPair | None = None
    #: None where every route is static.
    bgp: Bgp | None = None
    #: By number; empty where circuits are taken in their own order alone.
    steering: tuple[SteeringRule, ...] = ()
    #: None where traffic to the internet leaves by the box's own circuits.
    breakout: Breakout | None = None
    #: Domains with servers of their own, by name; empty where no interface answers for names.
    domains: tuple[ForwardedDomain, ...] = ()
