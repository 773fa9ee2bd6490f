"""What a vendor text says, as neutral facts with line numbers.

A reader knows the vendor's documents and nothing of netgen's templates or Device: so a mistake in
rendering cannot hide behind the same mistake in reading. `line` counts from 1 and is 0 for a
fact that the text implies without a line (a default).
"""

from __future__ import annotations

import msgspec

from netgen.readback.firewall_pair_facts import ObservedFirewallPair


class UnreadLine(msgspec.Struct, frozen=True):
    """A line that the reader does not understand. Never silent: the judge counts and shows them."""

    line: int
    text: str


class ObservedSetting(msgspec.Struct, frozen=True):
    """A line that is understood and that no other fact holds: how the box behaves beside its planned facts.

    `scope` is the block it stands in ("" at the top, nested blocks with ` / ` between them), `text` its
    words with single spaces, "" for the block itself. A line that undoes keeps its `no` or `unset`.
    """

    scope: str
    text: str
    line: int


class ObservedVlan(msgspec.Struct, frozen=True):
    """A VLAN that the box defines."""

    id: int
    name: str
    line: int


class ObservedPort(msgspec.Struct, frozen=True):
    """A physical port or a LAG (`Port-channel1`).

    mode: access | trunk | routed | dynamic (negotiates). `untagged` is the access or native VLAN; `allowed` the tagged
    and untagged VLANs a trunk carries (all VLANs: `allows_all`). `lag` is the group number, 0 for
    none; `lag_active` is LACP active. `storm` is true with any storm control, `storm_limits` are its
    (kind, percent of the port's speed), percent -1 in another unit; `storm_rates` are (kind, number, unit) in units of
    pps or kbps. `negotiates`: the port speaks DTP.
    """

    name: str
    line: int
    description: str = ""
    mode: str = "access"
    untagged: int = 1
    allowed: tuple[int, ...] = ()
    allows_all: bool = False
    voice: int = 0
    shutdown: bool = False
    lag: int = 0
    lag_active: bool = False
    edge: bool = False
    bpdu_guard: bool = False
    root_guard: bool = False
    isolated: bool = False
    poe_off: bool = False
    snooping_trusted: bool = False
    acl_in: str = ""
    acl_out: str = ""
    storm: bool = False
    dot1x: bool = False
    storm_limits: tuple[tuple[str, float], ...] = ()
    storm_rates: tuple[tuple[str, int, str], ...] = ()
    negotiates: bool = False
    #: MAC authentication bypass is tried, after 802.1X where both are on.
    mab: bool = False
    #: How many devices one socket admits: single | domain (one and a telephone) | many (each is authenticated) |
    #: host-mode-any (the first one opens the socket for all), "" without authentication.
    admits: str = ""
    #: VLANs of devices that RADIUS does not know, refuses, or cannot be asked about; 0 without.
    guest_vlan: int = 0
    failed_vlan: int = 0
    critical_vlan: int = 0
    #: While no server answers: own (the socket's own VLAN) | vlan (`critical_vlan`) | shut, "" without authentication.
    critical: str = ""
    #: RADIUS may choose the VLAN.
    dynamic_vlan: bool = False
    reauthenticate_s: int = 0
    source_guard: bool = False
    arp_trusted: bool = False
    ra_guard: bool = False
    #: VLANs in which what a router says here is dropped, where the text tells that by VLAN.
    ra_drops: tuple[int, ...] = ()
    #: Whose DSCP marks count: none | phone | dscp, "" where the text does not say.
    trust: str = ""
    #: low | high | critical; "" on a socket without power.
    poe_priority: str = ""
    #: Largest frame in bytes, 0 for the default.
    mtu: int = 0
    #: What the socket does about a loop behind it, beside BPDU guard.
    loop_guard: bool = False
    #: A LAG with legs to both halves of a pair: the number that both know it by; 0 for one of this box alone.
    shared: int = 0


class ObservedAccess(msgspec.Struct, frozen=True):
    """802.1X and MAB of a switch as a whole.

    `servers` are asked, in order; `coa` may change a session (RFC 5176), each with the raw word of its secret.
    `dead_s` is how long a silent server is left alone; `detects_dead` says that silence is noticed at all.
    `interim_s` is the time between accounting updates, 0 without accounting.
    """

    enabled: bool = False
    servers: tuple[str, ...] = ()
    coa: tuple[str, ...] = ()
    detects_dead: bool = False
    dead_s: int = 0
    accounts: bool = False
    interim_s: int = 0
    line: int = 0


class ObservedQosClass(msgspec.Struct, frozen=True):
    """A class of traffic: the code points (RFC 2474) in it, its share of a full port in percent, -1 if not said."""

    name: str
    dscp: tuple[int, ...]
    percent: int
    priority: bool
    line: int


class ObservedSvi(msgspec.Struct, frozen=True):
    """A routed interface of a switch: `Vlan30`, or a routed port. `length` is the mask.

    `proxy_arp`: it answers ARP for other networks; `redirects`: it sends ICMP redirects.
    """

    name: str
    vlan: int
    vrf: str
    address: str
    length: int
    shutdown: bool
    line: int
    acl_in: str = ""
    acl_out: str = ""
    relays: tuple[str, ...] = ()
    proxy_arp: bool = False
    redirects: bool = False
    #: Addresses that both halves of a pair answer for here, and the hardware address they answer with, "" without.
    shared: tuple[str, ...] = ()
    shared_mac: str = ""
    #: Packets for the broadcast address of another subnet may come in here.
    hears_broadcasts: bool = False
    #: Whose packets to this subnet's broadcast address become broadcasts: none | anybody | filtered, by `broadcasts`:
    #: the filter's entries as `permit udp 10.0.9.0/26 10.1.30.255/32 9`, other ones as they stand.
    wakes: str = "none"
    broadcasts: tuple[str, ...] = ()
    broadcasts_line: int = 0


class ObservedPair(msgspec.Struct, frozen=True):
    """The box is one half of a pair (MLAG, VSX): LAGs have legs to both, each is managed on its own.

    `name` and `system_mac` are what the pair is called, "" where a text has no such line; `member` is 1 or 2, 0
    where the halves settle it. `peer_link` is the LAG between them, by its name among the ports. `interface` is that
    by which they talk over it and `peer_address` the other's there, "" where a text says neither. The keepalive goes
    from `keepalive_own` ("": as the route says) to `keepalive_peer` in `keepalive_vrf`. split: what the second half
    shuts when the peer link is lost and the keepalive is not: lags (those of the pair) | ports | "" for nothing.
    """

    line: int
    name: str = ""
    system_mac: str = ""
    member: int = 0
    peer_link: str = ""
    interface: str = ""
    peer_address: str = ""
    keepalive_peer: str = ""
    keepalive_own: str = ""
    keepalive_vrf: str = ""
    split: str = ""


class ObservedRoute(msgspec.Struct, frozen=True):
    """A static route: `prefix` as a.b.c.d/n or x::/n; `gateway` or `interface` may be ""."""

    vrf: str
    prefix: str
    gateway: str
    interface: str
    distance: int
    line: int
    #: Which of two routes of one `distance` is used first: the smaller one.
    metric: int = 0


class ObservedIpv6(msgspec.Struct, frozen=True):
    """The IPv6 side of an interface that has any; `name` and `vrf` as in ObservedInterface and ObservedSvi.

    `addresses` are canonical, as `fd00::1/64`, without link-local ones. `mode` is static, or the vendor's word for
    another way to come by an address. `prefixes` are advertised on-link and autonomous (RFC 4861), `odd_prefixes` with
    other flags or lifetimes that end soon; `managed` and `other` are the flags of the advertisements, `resolvers` what
    they name. `access` are the services of the box that answer here over IPv6.
    """

    name: str
    line: int
    vlan: int = 0
    vrf: str = ""
    addresses: tuple[str, ...] = ()
    mode: str = "static"
    advertises: bool = False
    prefixes: tuple[str, ...] = ()
    odd_prefixes: tuple[str, ...] = ()
    managed: bool = False
    other: bool = False
    resolvers: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    shutdown: bool = False


class ObservedPool(msgspec.Struct, frozen=True):
    """A DHCP server pool. first/last are the leased range after exclusions; "" when not said.

    `lease_s` is the lease in seconds, 0 for one that never ends; `domain` is what clients are told.
    """

    name: str
    vrf: str
    prefix: str
    gateway: str
    first: str
    last: str
    dns: tuple[str, ...]
    line: int
    interface: str = ""
    lease_s: int = 0
    domain: str = ""
    boot_server: str = ""
    boot_file: str = ""
    #: Options that are lists of addresses: (number, addresses).
    options: tuple[tuple[int, tuple[str, ...]], ...] = ()
    #: (hardware address as 00:1a:2b:3c:4d:5e, address) of hosts that always get the same one.
    reservations: tuple[tuple[str, str], ...] = ()


class ObservedManagement(msgspec.Struct, frozen=True):
    """How the box is managed. `secrets` are the raw words where a secret stands, by use.

    `cleartext` lists management protocols without encryption that are on (telnet, http, snmp-v2).
    `sources` are the prefixes that may open a session; empty means anywhere. `transports` says how
    each of `syslog` is sent: udp | tcp | tls. `logins` are the login method lists and who uses them, as
    words (`default group RAD local`, `console CONSOLE`); `https` is a web server or API over TLS.
    """

    ntp: tuple[str, ...] = ()
    dns: tuple[str, ...] = ()
    syslog: tuple[str, ...] = ()
    radius: tuple[str, ...] = ()
    snmp_users: tuple[str, ...] = ()
    users: tuple[str, ...] = ()
    ssh: bool = False
    cleartext: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    secrets: tuple[tuple[str, str], ...] = ()
    gateway: str = ""
    banner: str = ""
    transports: tuple[str, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    #: Regulatory domain of the radios (ISO 3166 code), "" on a box without radios.
    country: str = ""
    #: Accounts that a server decides about: (name, profile, servers asked).
    remote_admins: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    logins: tuple[str, ...] = ()
    https: bool = False
    #: The longest silence in seconds that a session of any kind survives; 0 for one that never ends.
    idle_s: int = 0
    #: Ports of `syslog`, in the same order.
    syslog_ports: tuple[int, ...] = ()
    #: Prefixes that may poll by SNMP; empty means anywhere.
    snmp_managers: tuple[str, ...] = ()
    #: SNMP may also change the box.
    snmp_writes: bool = False
    #: (SNMPv3 user, authentication, privacy) by the vendor's words.
    snmp_algorithms: tuple[tuple[str, str, str], ...] = ()
    #: Where each account may come from; empty means anywhere.
    account_sources: tuple[tuple[str, tuple[str, ...]], ...] = ()
    #: NTP servers that are believed only with a signature, and (key number, algorithm, raw word of the key).
    ntp_signed: tuple[str, ...] = ()
    ntp_keys: tuple[tuple[int, str, str], ...] = ()
    #: Ways in that take sessions over IPv6 from anywhere: (what, VRF), VRF `*` for wherever the box has an address.
    sessions6: tuple[tuple[str, str], ...] = ()
    #: (VRF, prefixes that may open sessions by it), beside the table that `sources` hold for; 0.0.0.0/0: anybody. The
    #: VRF `*` is every one.
    vrf_sources: tuple[tuple[str, tuple[str, ...]], ...] = ()
    #: Flow records go to: (netflow | ipfix | sflow, host, port).
    flow: tuple[tuple[str, str, int], ...] = ()


class ObservedBfd(msgspec.Struct, frozen=True):
    """BFD (RFC 5880): milliseconds between packets that it wants to send and that it takes, lost ones until dead."""

    send_ms: int
    receive_ms: int
    multiplier: int


class ObservedRouteRule(msgspec.Struct, frozen=True):
    """A rule for routes; the first that fits a route decides.

    `prefixes` are (prefix, shortest, longest length that fits), () for every route. `sources` are the kinds of route
    that it is about (static, connected, bgp, or the vendor's word), () for all. `preference` is the local preference
    that it gives, 0 for none. `changes` is what else it changes and `conditions` what else must hold, as words.
    """

    prefixes: tuple[tuple[str, int, int], ...]
    allow: bool
    line: int
    preference: int = 0
    sources: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


class ObservedBgpPeer(msgspec.Struct, frozen=True):
    """A BGP neighbour. `believes` are the rules for what it says, `tells` those for what it is told.

    Both lists end with what happens to all other routes, so that a text without rules has one here. `tells` is about
    routes that are in the box's BGP; see `ObservedBgp.origins`. AS numbers are 0 where the text says none.
    """

    address: str
    remote_as: int
    line: int
    believes: tuple[ObservedRouteRule, ...]
    tells: tuple[ObservedRouteRule, ...]
    #: "" where the route to the peer decides.
    local_address: str = ""
    enabled: bool = True
    #: It may be so many hops away.
    hops: int = 1
    #: It waits for the peer to open the session.
    passive: bool = False
    keepalive_s: int = 0
    hold_s: int = 0
    #: A peer that sends more prefixes is cut off; 0 where none is.
    most_prefixes: int = 0
    bfd: ObservedBfd | None = None


class ObservedBgp(msgspec.Struct, frozen=True):
    """BGP of one table (`vrf`). `origins` are the box's own routes that enter BGP, whatever each peer is told.

    `installs`: what it believes is used for traffic.
    """

    local_as: int
    router_id: str
    line: int
    peers: tuple[ObservedBgpPeer, ...] = ()
    origins: tuple[ObservedRouteRule, ...] = ()
    installs: bool = True
    vrf: str = ""
    #: Who may open a session, by the filter before the box itself; BFD is let in from the same places, where it runs.
    admits: tuple[str, ...] = ("0.0.0.0/0",)


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


class ObservedResolver(msgspec.Struct, frozen=True):
    """An interface whose hosts are answered for names (DNS).

    mode: all (domains that the box knows servers of, then its own resolvers) | forward (its own resolvers alone) | own
    (nothing but zones that the box holds itself). `dns_filter` looks at the names, "" without one.
    """

    interface: str
    mode: str
    line: int
    dns_filter: str = ""


class ObservedDomain(msgspec.Struct, frozen=True):
    """A domain that the box asks `servers` about, in their order, from `source`; no servers: it answers by itself."""

    domain: str
    servers: tuple[str, ...]
    source: str
    line: int


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


class ObservedFilter(msgspec.Struct, frozen=True):
    """A web filter by the vendor's category ids.

    kind: web | dns | application (there `blocked` holds `application:ID` and `category:ID`) | spyware (there `blocked`
    holds the severities whose sessions end).
    `override` lets users lift a block; `bypasses` are the addresses that the filter lets through unseen.
    """

    name: str
    blocked: tuple[str, ...]
    safe_search: bool
    fails_open: bool
    line: int
    kind: str = "web"
    override: bool = False
    bypasses: tuple[str, ...] = ()
    #: Places that are refused by their name, whatever their category is.
    denies: tuple[str, ...] = ()
    #: Restricted mode of video sites: none | moderate | strict.
    video: str = "none"
    #: Lists of domains that it refuses: names of ObservedList, or of a list that the vendor brings along.
    lists: tuple[str, ...] = ()


class ObservedInspection(msgspec.Struct, frozen=True):
    """TLS inspection as rules name it: the vendor's word for what happens to HTTPS, and what is left out.

    `quic` and `client_hello` are what happens to QUIC and to an encrypted client hello, "" by default. `exempt` are
    `category ID`, `domain PATTERN` or the vendor's word for another kind with what it names.
    """

    name: str
    https: str
    exempt: tuple[str, ...]
    line: int
    quic: str = ""
    client_hello: str = ""
    #: The CA that signs what was opened, by its name in the box's store.
    ca: str = ""
    #: The oldest TLS that a server may speak: 1.0 | 1.1 | 1.2 | 1.3, or the vendor's word for another.
    min_version: str = ""
    #: Servers that are refused, and not let through unopened: expired | revoked | untrusted | unvalidated | cipher |
    #: version | negotiation.
    refuses: tuple[str, ...] = ()


class ObservedIdentity(msgspec.Struct, frozen=True):
    """RADIUS accounting (RFC 2866) that tells the box who is behind which address.

    `user` and `group` are the attributes that name a person and the group, in small letters. Somebody of whom nothing
    is heard for `forget_s` seconds is unknown again, 0 for never; `ends_sessions`: so is somebody's traffic who left.
    `verifies`: only what is signed with `secret`, the raw word in the text, counts. `answers`: the sender is told that
    a record came.
    """

    name: str
    port: int
    user: str
    group: str
    forget_s: int
    verifies: bool
    ends_sessions: bool
    answers: bool
    secret: str
    line: int


class ObservedUserGroup(msgspec.Struct, frozen=True):
    """A group of people; kind: accounting (ObservedIdentity says who is in it, by `value`), else the vendor's word."""

    name: str
    kind: str
    value: str
    line: int


class ObservedSchedule(msgspec.Struct, frozen=True):
    """When a policy applies: start and end as the vendor writes them, days for a weekly one."""

    name: str
    days: tuple[str, ...]
    start: str
    end: str
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


class ObservedTunnel(msgspec.Struct, frozen=True):
    """An IPsec tunnel: phase 1 and phase 2 together. `psk` is the raw word in the text.

    `dpd_idle`: a dead peer is noticed without traffic too. `adds_routes`: IKE adds routes to what the peer
    has behind it. `initiates`: the tunnel comes up by itself.
    """

    name: str
    interface: str
    ike_version: int
    remote: str
    dynamic: bool
    local_id: str
    peer_id: str
    psk: str
    phase1: tuple[str, ...]
    phase2: tuple[str, ...]
    dh_groups: tuple[str, ...]
    pfs_groups: tuple[str, ...]
    local_prefix: str
    remote_prefix: str
    dpd: bool
    line: int
    dpd_idle: bool = False
    adds_routes: bool = False
    initiates: bool = False
    #: It never opens itself, also not for traffic.
    answers_only: bool = False
    #: Of the routes that IKE adds; 0 where the text cannot say.
    distance: int = 0
    #: The box shows this certificate of its own, and believes certificates of this authority; "" without.
    certificate: str = ""
    ca: str = ""
    #: A certificate is believed for the peer's own identity alone.
    checks_identity: bool = False
    #: The ends tell each other their addresses in the tunnel, so that a peer of unknown address has a route.
    tells_address: bool = False


class ObservedRemote(msgspec.Struct, frozen=True):
    """A door for people from elsewhere: how they prove who they are, and what their computers are given.

    kind: ikev2 | ikev1 | globalprotect | portal (one that leads to no gateway of this box). They come in on
    `interface` after connecting to `address` of the port `wan` ("" for any address of the port), where the box
    shows `certificate` and calls itself `name_shown`. `servers` are asked in order and let `groups` in, () for
    everybody they know; `others` says who else comes in, in words. `pools` are `first-last`, `routes` what goes through
    the tunnel, and `past` what of these goes past it all the same.
    """

    name: str
    kind: str
    interface: str
    wan: str
    line: int
    address: str = ""
    name_shown: str = ""
    certificate: str = ""
    #: Everybody who knows one key passes as a computer of the trust; the key itself is never kept.
    shared_key: bool = False
    #: What tells computers of this door from those of others on the same port; 0 without.
    number: int = 0
    servers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    #: So long a server may take to answer, and with it a person with the second factor.
    answer_s: int = 0
    pools: tuple[str, ...] = ()
    dns: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    routes: tuple[str, ...] = ("0.0.0.0/0",)
    past: tuple[str, ...] = ()
    #: The network at home stays in reach while everything else goes through the tunnel.
    reaches_home: bool = False
    #: Words of the vendor for the first handshake (of TLS the oldest version) and for packets.
    phase1: tuple[str, ...] = ()
    phase2: tuple[str, ...] = ()
    dh_groups: tuple[str, ...] = ()
    pfs_groups: tuple[str, ...] = ()
    #: A silent session ends after so long, and people log in again after so long; 0 for never.
    idle_s: int = 0
    session_s: int = 0
    #: A computer that is gone is noticed, and packets for it find their way to the tunnel.
    dpd: bool = True
    routed: bool = True


class ObservedProbe(msgspec.Struct, frozen=True):
    """Pings through an interface that show whether it leads anywhere; kind: ping, or the vendor's word for others.

    `fail_after` lost pings in a row make a target fail, 0 for never; `recover_after` answers make it well again, 0
    where the text cannot say. `gives_up` are the prefixes whose routes by `gateway` go meanwhile.
    """

    name: str
    interface: str
    targets: tuple[str, ...]
    interval_ms: int
    fail_after: int
    recover_after: int
    line: int
    kind: str = "ping"
    gives_up: tuple[str, ...] = ()
    #: "" where the text leaves it to the route or the lease.
    gateway: str = ""
    #: One target that answers is enough.
    any_answer: bool = True
    #: So long after the first answer the routes come back, and so long nothing is sent between two series.
    hold_s: int = 0
    pause_s: int = 0
    #: The gateway of a route that takes the place of those given up.
    instead: str = ""
    #: Distance of another route by the same gateway that stays, 0 for none.
    stays: int = 0


class ObservedSteering(msgspec.Struct, frozen=True):
    """A rule that is asked before the routing table, in its place; the first match decides.

    It matches what comes from `sources`, goes to `destinations` (prefixes, 0.0.0.0/0 for any) and is one of `flows` (as
    in ObservedService, empty for any); with `applications` (the vendor's words) it is one of those in place of flows.
    `incoming` are the interfaces where it is asked, empty for all. `ways` are (interface, gateway) in the order in
    which they are taken, one of the two may be ""; no way at all means that the routing table decides and no later rule
    is asked. What finds no way goes on to later rules, and at the end to the table, unless it `ends_here`.
    strategy: ordered | fastest (whose pings are answered first) | spread (host by host), or the vendor's word for
    another. Bounds are -1 where there is none.
    """

    name: str
    sources: tuple[str, ...]
    destinations: tuple[str, ...]
    flows: tuple[tuple[str, int, int], ...]
    ways: tuple[tuple[str, str], ...]
    line: int
    applications: tuple[str, ...] = ()
    incoming: tuple[str, ...] = ()
    strategy: str = "ordered"
    latency_ms: int = -1
    jitter_ms: int = -1
    loss_percent: int = -1
    ends_here: bool = False
    #: The routing table of its own that holds the ways, "" for none.
    table: str = ""
    #: Where the rule has a watch of its own: targets that are pinged, how often, and how many lost ones decide.
    watches: tuple[str, ...] = ()
    interval_ms: int = 0
    fail_after: int = 0


class ObservedWlan(msgspec.Struct, frozen=True):
    """An SSID. `security` is the vendor's word; `passphrase` the raw word in the text.

    `rules` is the packet filter of its clients, `derivations` what moves a client to another VLAN or role.
    """

    name: str
    ssid: str
    vlan: int
    security: str
    passphrase: str
    enabled: bool
    isolated: bool
    hidden: bool
    radius: tuple[str, ...]
    dynamic_vlan: bool
    bands: tuple[str, ...]
    line: int
    rules: tuple[str, ...] = ()
    derivations: tuple[str, ...] = ()
    #: WPA3 or enhanced open without the transition mode that lets WPA2 or open clients in.
    refuses_older: bool = False
    #: Clients of different access points (or radios of one) are kept apart too.
    isolates_vlan: bool = False
    #: Management frames (IEEE 802.11w): off | optional | required, "" where the text cannot say.
    pmf: str = ""
    #: IEEE 802.11r, with the key management that makes it work.
    fast_roaming: bool = False
    #: IEEE 802.11k neighbour reports and 802.11v transition requests, both.
    assisted_roaming: bool = False
    #: The most a client may send and receive, 0 for no limit; the larger one where they differ.
    client_kbps: int = 0
    #: When the SSID is on the air: (days, start, end), "" days for every day; () for always.
    hours: tuple[tuple[str, str, str], ...] = ()
    #: RADIUS knows a passphrase for each device.
    per_device_psk: bool = False
    #: The address of a captive portal, or the vendor's word for one without; "" for none.
    portal: str = ""
    #: VLANs that RADIUS may choose, where the text lists them.
    dynamic_vlans: tuple[int, ...] = ()
    #: Clients' frames go to the controller and do not leave at the access point.
    tunnelled: bool = False
    #: A multicast frame goes out once for each client.
    multicast_to_unicast: bool = False
    #: Clients that know 5 GHz are led there, where the text says it of each SSID.
    band_steering: bool = False


class ObservedRadio(msgspec.Struct, frozen=True):
    """How the radios of one band behave, on one box or in one profile; the band is 2.4 | 5 | 6 (GHz).

    `channels` are those the radio may choose from, () for any; `width_mhz` the widest channel, 0 where it is not
    said. Powers in dBm, None where not said. `lowest_kbps` is the slowest rate a client may use, 0 where not said.
    """

    name: str
    band: str
    line: int
    enabled: bool = True
    country: str = ""
    channels: tuple[int, ...] = ()
    width_mhz: int = 0
    min_dbm: int | None = None
    max_dbm: int | None = None
    lowest_kbps: int = 0
    #: Clients that know 5 GHz are led away from this radio, where the text says it of radios; None where it is silent.
    band_steering: bool | None = None
    #: Foreign access points are looked for, where the text says it of radios; None where it does not.
    scans: bool | None = None


class ObservedApGroup(msgspec.Struct, frozen=True):
    """What decides how a controller treats some access points.

    kind: mac | name-pattern | place. `members` are MAC addresses, patterns of names or names; `wlans` the
    SSIDs that these access points send and `radios` their radio profiles, both by their name in the text.
    """

    name: str
    kind: str
    members: tuple[str, ...]
    wlans: tuple[str, ...]
    line: int
    radios: tuple[str, ...] = ()


class ObservedAcl(msgspec.Struct, frozen=True):
    """A packet filter of a switch: its entries as text, in order."""

    name: str
    entries: tuple[str, ...]
    line: int


class Observed(msgspec.Struct, frozen=True):
    """Everything read from one text."""

    platform: str
    hostname: str
    vlans: tuple[ObservedVlan, ...] = ()
    ports: tuple[ObservedPort, ...] = ()
    svis: tuple[ObservedSvi, ...] = ()
    vrfs: tuple[str, ...] = ()
    routes: tuple[ObservedRoute, ...] = ()
    pools: tuple[ObservedPool, ...] = ()
    routing: bool = False
    stp_mode: str = ""
    stp_priority: int = 32768
    #: MST region: name, revision, then the mapping of each instance.
    stp_region: tuple[str, ...] = ()
    snooping_vlans: tuple[int, ...] = ()
    #: VLANs with ARP inspection.
    inspected_vlans: tuple[int, ...] = ()
    #: None on a box that is no half of a pair.
    pair: ObservedPair | None = None
    access: ObservedAccess = ObservedAccess()
    qos: tuple[ObservedQosClass, ...] = ()
    #: Largest frame in bytes that the box passes, 0 for the default.
    mtu: int = 0
    management: ObservedManagement = ObservedManagement()
    interfaces: tuple[ObservedInterface, ...] = ()
    zones: tuple[ObservedZone, ...] = ()
    addresses: tuple[ObservedAddress, ...] = ()
    services: tuple[ObservedService, ...] = ()
    lists: tuple[ObservedList, ...] = ()
    translations: tuple[ObservedTranslation, ...] = ()
    policies: tuple[ObservedPolicy, ...] = ()
    implicit_deny_logged: bool = False
    local_in: tuple[ObservedPolicy, ...] = ()
    #: Rules for sessions that the box itself opens, where its text needs any.
    local_out: tuple[ObservedPolicy, ...] = ()
    forwards: tuple[ObservedForward, ...] = ()
    resolvers: tuple[ObservedResolver, ...] = ()
    domains: tuple[ObservedDomain, ...] = ()
    flood_guards: tuple[ObservedFloodGuard, ...] = ()
    schedules: tuple[ObservedSchedule, ...] = ()
    filters: tuple[ObservedFilter, ...] = ()
    inspections: tuple[ObservedInspection, ...] = ()
    identities: tuple[ObservedIdentity, ...] = ()
    user_groups: tuple[ObservedUserGroup, ...] = ()
    tunnels: tuple[ObservedTunnel, ...] = ()
    remotes: tuple[ObservedRemote, ...] = ()
    probes: tuple[ObservedProbe, ...] = ()
    #: In the order in which they are asked.
    steering: tuple[ObservedSteering, ...] = ()
    bgp: tuple[ObservedBgp, ...] = ()
    #: None on a firewall that stands alone.
    firewall_pair: ObservedFirewallPair | None = None
    wlans: tuple[ObservedWlan, ...] = ()
    radios: tuple[ObservedRadio, ...] = ()
    ap_groups: tuple[ObservedApGroup, ...] = ()
    #: The wired port of the access points, as their controller sets it.
    ap_uplinks: tuple[ObservedPort, ...] = ()
    acls: tuple[ObservedAcl, ...] = ()
    settings: tuple[ObservedSetting, ...] = ()
    #: Interfaces with IPv6, static routes of it, and what rules mean by an address of it.
    ipv6: tuple[ObservedIpv6, ...] = ()
    routes6: tuple[ObservedRoute, ...] = ()
    addresses6: tuple[ObservedAddress, ...] = ()
    #: VRFs in which IPv6 is forwarded because the text says so ("" the global one); `*` where the system always does.
    routing6: tuple[str, ...] = ()
    unread: tuple[UnreadLine, ...] = ()
    problems: tuple[UnreadLine, ...] = ()
