"""The parts that any box may have: management, VLANs, ports, LAGs, SVIs, routes, DHCP.

All structs are final values: sorted where order has no meaning, never None. An `origin` is the
ObjectPath of the inventory line that asked for the object. Secrets are references.
"""

from __future__ import annotations

import msgspec

from netgen.device.firewall import FirewallPart
from netgen.device.wireless import WirelessPart
from netgen.values import Prefix


class Radius(msgspec.Struct, frozen=True):
    """A RADIUS server: `name` is radius1, radius2, ... in order of preference."""

    name: str
    host: str
    secret: str
    origin: str


class Syslog(msgspec.Struct, frozen=True):
    """A syslog receiver; transport: udp | tcp | tls."""

    host: str
    port: int
    transport: str
    origin: str


class Management(msgspec.Struct, frozen=True):
    """How the box is managed.

    `vlan`, `address`, `prefix` and `gateway` are its own management address; on a firewall `vlan`
    is that of the management segment and `address` its gateway address. `allowed` are the only
    sources of management sessions.
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


class Vlan(msgspec.Struct, frozen=True, gc=False):
    """A VLAN (IEEE 802.1Q) that the box carries."""

    id: int
    name: str
    origin: str


class PortProfile(msgspec.Struct, frozen=True, eq=False):
    """How a port behaves; one object shared by all ports of a box that behave alike.

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


class Port(msgspec.Struct, frozen=True, gc=False):
    """A physical port by its catalogue name."""

    interface: str
    description: str
    profile: PortProfile
    origin: str


class Lag(msgspec.Struct, frozen=True):
    """A link aggregation group (IEEE 802.1AX, LACP active). Switch LAGs are trunks."""

    number: int
    description: str
    members: tuple[str, ...]
    native: int
    tagged: tuple[int, ...]
    origin: str


class Vrf(msgspec.Struct, frozen=True):
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


class StaticRoute(msgspec.Struct, frozen=True, gc=False):
    """A static route. `interface` is set only for tunnels and DHCP circuits; `vrf` may be ""."""

    vrf: str
    prefix: Prefix
    gateway: str
    interface: str
    distance: int
    name: str
    origin: str


class DhcpPool(msgspec.Struct, frozen=True):
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


class Device(msgspec.Struct, frozen=True):
    """One box. role: access | core | firewall | wlan. `members` are the stack's SKUs in order.

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
    ports: tuple[Port, ...]
    lags: tuple[Lag, ...]
    routes_ip: bool
    vrfs: tuple[Vrf, ...]
    svis: tuple[Svi, ...]
    routes: tuple[StaticRoute, ...]
    dhcp_pools: tuple[DhcpPool, ...]
    firewall: FirewallPart | None
    wireless: WirelessPart | None
    origin: str
