"""The parts that any box may have: management, VLANs, ports, LAGs, SVIs, routes, DHCP.

All structs are final values: sorted where order has no meaning, never None. An `origin` is the
ObjectPath of the inventory line that asked for the object. Secrets are references.
"""

from __future__ import annotations

import msgspec

from netgen.device.firewall import FirewallPart, Ipv6Gateway
from netgen.device.wireless import WirelessPart
from netgen.values import Prefix


class Radius(msgspec.Struct, frozen=True, gc=False):
    """A RADIUS server: `name` is radius1, radius2, ... in order of preference."""

    name: str
    host: str
    secret: str
    origin: str


class Syslog(msgspec.Struct, frozen=True, gc=False):
    """A syslog receiver; transport: udp | tcp | tls."""

    host: str
    port: int
    transport: str
    origin: str


class OutOfBand(msgspec.Struct, frozen=True, gc=False):
    """The box's management port stands in a network of its own, in a VRF of its own without any route.

    Sessions are taken there from `prefix` alone, over SSH, with the same accounts; nothing else is answered or asked
    there. `interface` is in no other field.
    """

    interface: str
    address: str
    prefix: Prefix
    origin: str


class Management(msgspec.Struct, frozen=True, gc=False):
    """How the box is managed.

    `vlan`, `address`, `prefix` and `gateway` are its own management address; on a firewall `vlan`
    is that of the management segment and `address` its gateway address; an access point of its own has
    "" there and takes one by DHCP. `allowed` are the only sources of management sessions.
    """

    domain: str
    dns: tuple[str, ...]
    ntp: tuple[str, ...]
    radius: tuple[Radius, ...]
    syslog: tuple[Syslog, ...]
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
    vlan: int
    address: str
    prefix: Prefix
    gateway: str
    allowed: tuple[Prefix, ...]
    location: str
    origin: str
    #: NTP authentication: key number and reference, 0 and "" without.
    ntp_key_id: int = 0
    ntp_key: str = ""
    #: Flow collector: "" without; ports for NetFlow or IPFIX and for sFlow.
    flow_host: str = ""
    netflow_port: int = 0
    sflow_port: int = 0
    #: None: the management port is shut, or the keepalive of a pair.
    oob: OutOfBand | None = None


class Vlan(msgspec.Struct, frozen=True, gc=False):
    """A VLAN (IEEE 802.1Q) that the box carries."""

    id: int
    name: str
    origin: str


class PortProfile(msgspec.Struct, frozen=True, gc=False, eq=False):
    """How a port behaves; one object shared by all ports of a site that behave alike.

    access: open | mab | dot1x (IEEE 802.1X, and MAC authentication bypass for what does not answer it). RADIUS may
    put a device into one of `dynamic_vlans`; guest, auth-fail and critical behaviour is `Device.access`.
    trust: none (marks are rewritten to 0) | phone (the telephone's count) | dscp (kept, as on trunks).
    poe_priority: low | high | critical. `source_guard`: only addresses from DHCP snooping (IP source guard).
    `arp_trusted`: ARP inspection leaves the port out (uplinks, and access points, whose clients roam).
    `ra_guard`: router advertisements and DHCPv6 server messages from this port are dropped (RFC 6105, RFC 7610).

    kind: access | trunk | lag-member | unused. A lag-member has the VLANs of its LAG. `voice` is
    0 without a phone. `edge` ports are end points (portfast, BPDU guard). poe: on | off | none.
    `lag` is 0 for a port that is in none.
    """

    kind: str
    role: str
    native: int
    tagged: tuple[int, ...]
    voice: int
    edge: bool
    isolate: bool
    poe: str
    lag: int = 0
    access: str = "open"
    dynamic_vlans: tuple[int, ...] = ()
    trust: str = "none"
    poe_priority: str = "low"
    source_guard: bool = False
    arp_trusted: bool = False
    ra_guard: bool = False


class Port(msgspec.Struct, frozen=True, gc=False):
    """A physical port by its catalogue name."""

    interface: str
    description: str
    profile: PortProfile
    origin: str


class PortRun(msgspec.Struct, frozen=True, gc=False):
    """Ports that stand side by side and behave alike: (interface, description) of each.

    A switch has some fifty ports and some eight runs, so what holds for a run is worked out once.
    """

    profile: PortProfile
    origin: str
    members: tuple[tuple[str, str], ...]


def lone_port(interface: str, description: str, profile: PortProfile, origin: str) -> PortRun:
    """A run of one port."""
    return PortRun(profile, origin, ((interface, description),))


class Lag(msgspec.Struct, frozen=True, gc=False):
    """A link aggregation group (IEEE 802.1AX, LACP active). Switch LAGs are trunks."""

    number: int
    description: str
    members: tuple[str, ...]
    native: int
    tagged: tuple[int, ...]
    origin: str
    #: The LAG leads away from the spanning-tree root: a better root behind it is refused (root guard).
    root_guard: bool = False
    #: The other half of the pair (`Device.pair`) has legs of it too, under the same number.
    shared: bool = False


class Pair(msgspec.Struct, frozen=True, gc=False):
    """The box is one half of a pair (MLAG, VSX): two boxes, each managed on its own, LAGs with legs to both.

    `name` is that of the pair, alike on both. `member` is 1 or 2; where the two lose each other, the first goes on
    and the second shuts its shared LAGs. `peer` is the other's host name. `peer_link` is the number of the LAG between
    them: it is in `Device.lags` with every VLAN of the box. `keepalive` is the interface of a cable to the other half
    by which it is seen that it lives: a management port or one that routes, in no other field, in a VRF of its own.
    Address pairs are (own, peer's) with `length`: `peer_addresses` belong to `peer_vlan`, a VLAN of the peer link
    alone that is in no other field, for platforms that talk to the peer by IP over it; `keepalive_addresses` to the
    cable. `system_mac` is what the pair calls itself towards neighbours, `gateway_mac` that of every `Svi.shared`.
    """

    name: str
    member: int
    peer: str
    peer_link: int
    keepalive: str
    peer_vlan: int
    peer_addresses: tuple[str, str]
    keepalive_addresses: tuple[str, str]
    length: int
    system_mac: str
    gateway_mac: str
    origin: str


class AccessControl(msgspec.Struct, frozen=True, gc=False):
    """802.1X and MAB on the sockets of a switch; the servers are `Management.radius`.

    VLANs are 0 where there is none. `groups` are (RADIUS group, VLAN name, VLAN): the group is what RADIUS sends
    (Tunnel-Private-Group-ID is the VLAN's name, RFC 3580; Filter-Id the group's). critical: own (new devices enter
    the socket's own VLAN while no server answers) | shut. Times in seconds; `dead_s` is how long a silent server is
    left alone. RADIUS servers may change a session (CoA, RFC 5176, port 3799).
    """

    groups: tuple[tuple[str, str, int], ...]
    guest_vlan: int
    failed_vlan: int
    critical: str
    reauthenticate_s: int
    interim_s: int
    dead_s: int
    origin: str


class QosClass(msgspec.Struct, frozen=True, gc=False):
    """A class of traffic (RFC 4594) with its share of a full port; `priority` is sent first, up to its share."""

    name: str
    dscp: int
    percent: int
    priority: bool
    origin: str


class Vrf(msgspec.Struct, frozen=True, gc=False):
    """A routing instance of a routed core: one per zone. `number` is the zone's."""

    name: str
    number: int
    origin: str


class Svi(msgspec.Struct, frozen=True, gc=False):
    """A routed VLAN interface; `vrf` is "" for the global table."""

    vlan: int
    description: str
    vrf: str
    address: str
    prefix: Prefix
    origin: str
    #: DHCP servers that requests from here are relayed to (RFC 3046); empty without.
    relays: tuple[str, ...] = ()
    #: None without IPv6.
    ipv6: Ipv6Gateway | None = None
    #: The gateway that hosts know, which both halves of a pair answer for; "" where `address` is it.
    shared: str = ""
    #: Whose packets to the broadcast address of `prefix`, UDP 7 and 9, become broadcasts here (RFC 2644); of nobody
    #: else and nothing else, and none at all where it is empty.
    wakers: tuple[Prefix, ...] = ()
    #: Packets for the broadcast address of another subnet of the VRF may come in here.
    hears_broadcasts: bool = False


class StaticRoute(msgspec.Struct, frozen=True, gc=False):
    """A static route. `interface` is set only for tunnels and DHCP circuits; `vrf` may be ""."""

    vrf: str
    prefix: Prefix
    gateway: str
    interface: str
    distance: int
    name: str
    origin: str


class Reservation(msgspec.Struct, frozen=True, gc=False):
    """A host that always gets the same address; `mac` as 00:1a:2b:3c:4d:5e."""

    name: str
    mac: str
    address: str
    origin: str


class DhcpPool(msgspec.Struct, frozen=True, gc=False):
    """A DHCP server pool (RFC 2131) for one subnet. Lease in seconds."""

    name: str
    vlan: int
    vrf: str
    prefix: Prefix
    gateway: str
    first: str
    last: str
    dns: tuple[str, ...]
    domain: str
    lease_s: int
    origin: str
    #: Network boot: next server and file, "" without.
    boot_server: str = ""
    boot_file: str = ""
    #: Options that are lists of addresses, by number: 42 (NTP), 138 (CAPWAP controllers), 150 (TFTP, telephones).
    options: tuple[tuple[int, tuple[str, ...]], ...] = ()
    reservations: tuple[Reservation, ...] = ()


class Device(msgspec.Struct, frozen=True, gc=False):
    """One box.

    role: access | core | firewall | wlan | controller | access-point. `members` are the stack's SKUs in order.

    `routes_ip` is true on a routed core. `stp_priority` is the bridge priority. `firewall` and
    `wireless` are present only on boxes that have that part.
    """

    hostname: str
    platform: str
    model: str
    role: str
    site: str
    members: tuple[str, ...]
    management: Management
    vlans: tuple[Vlan, ...]
    native_vlan: int
    blackhole_vlan: int
    stp_priority: int
    runs: tuple[PortRun, ...]
    lags: tuple[Lag, ...]
    routes_ip: bool
    vrfs: tuple[Vrf, ...]
    svis: tuple[Svi, ...]
    routes: tuple[StaticRoute, ...]
    dhcp_pools: tuple[DhcpPool, ...]
    firewall: FirewallPart | None
    wireless: WirelessPart | None
    origin: str
    #: None on a box without an authenticated socket.
    access: AccessControl | None = None
    qos: tuple[QosClass, ...] = ()
    #: VLANs with ARP inspection (DHCP snooping is on in every user VLAN).
    inspected_vlans: tuple[int, ...] = ()
    #: Interfaces that hold a stack together, member by member; they are in no other field.
    stack_ports: tuple[tuple[str, ...], ...] = ()
    #: Frames up to 9000 bytes pass (a VLAN here asks for them).
    jumbo: bool = False
    #: IPv6 static routes, as `routes` are those of IPv4: on a core a default to the firewall in each VRF with IPv6;
    #: on a firewall the subnets behind the core, and unique local space (fc00::/7) to nowhere; never a default there.
    routes6: tuple[StaticRoute, ...] = ()
    #: VLANs of a switch in which hosts have IPv6, wherever their gateway is: its sockets refuse router
    #: advertisements.
    ipv6_vlans: tuple[int, ...] = ()
    #: None on a box that is no half of a pair. `dhcp_pools` are alike on both halves.
    pair: Pair | None = None

    @property
    def ports(self) -> tuple[Port, ...]:
        """Every physical port, in the vendor's order."""
        return tuple(
            Port(interface, description, run.profile, run.origin)
            for run in self.runs
            for interface, description in run.members
        )
