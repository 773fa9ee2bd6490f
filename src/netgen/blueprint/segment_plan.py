"""Networks of a site: segments with what their clients are leased, and the links between routers."""

from __future__ import annotations

import msgspec

from netgen.values import Prefix


class DhcpOptionPlan(msgspec.Struct, frozen=True, gc=False):
    """A DHCP option that is a list of addresses: its number (RFC 2132) and the addresses."""

    code: int
    addresses: tuple[str, ...]


class ReservationPlan(msgspec.Struct, frozen=True, gc=False):
    """A host that always gets the same address; `mac` as 00:1a:2b:3c:4d:5e."""

    name: str
    mac: str
    address: str
    origin: str


class SegmentPlan(msgspec.Struct, frozen=True, gc=False):
    """One VLAN of the site. gateway_on: firewall | core; DHCP pool is "" when there is none.

    `guard`: wired hosts may only use addresses that DHCP gave them. `jumbo`: frames up to 9000 bytes. `prefix6` is the
    /64 that router advertisements name (SLAAC, RFC 4862) and `gateway6` its first host; None and "" without IPv6.
    """

    name: str
    title: str
    zone: str
    vlan: int
    prefix: Prefix
    gateway: str
    gateway_on: str
    pool_first: str
    pool_last: str
    isolate: bool
    management: bool
    access_points: bool
    origin: str
    guard: bool = False
    jumbo: bool = False
    #: What the rest of the trust sees in place of `prefix`, host by host; None where it sees that.
    seen_as: Prefix | None = None
    #: Servers that leases are asked of where the site has none of its own; empty with a pool.
    relays: tuple[str, ...] = ()
    #: Own addresses of the first and second core of a pair, which share `gateway`; empty without a pair that routes.
    members: tuple[str, ...] = ()
    options: tuple[DhcpOptionPlan, ...] = ()
    boot_server: str = ""
    boot_file: str = ""
    lease_s: int = 0
    reservations: tuple[ReservationPlan, ...] = ()
    prefix6: Prefix | None = None
    gateway6: str = ""
    #: The firewall's own address that hosts here ask for the time (NTP): the gateway, or behind a core that routes the
    #: firewall's end of the zone's transit. "" where the firewall serves none.
    time_server: str = ""
    #: The firewall's own address, chosen alike, that hosts here ask for names; "" where they ask the trust's resolvers.
    resolver: str = ""
    #: Subnets whose packets to this one's broadcast address, UDP 7 and 9, become broadcasts here; none otherwise.
    wakers: tuple[Prefix, ...] = ()
    #: Such packets for other subnets of the zone come in here.
    hears_broadcasts: bool = False


class TransitPlan(msgspec.Struct, frozen=True, gc=False):
    """Routed core only: the VLAN between a zone's VRF on the core and the firewall.

    `prefix6`, `firewall6` and `core6` are set where a segment behind it has IPv6; nothing is advertised there.
    """

    zone: str
    vlan: int
    prefix: Prefix
    firewall: str
    core: str
    origin: str
    prefix6: Prefix | None = None
    firewall6: str = ""
    core6: str = ""
    #: Own addresses of the first and second core of a pair, which share `core`; empty without a pair.
    members: tuple[str, ...] = ()
    #: Packets for broadcast addresses of the zone's subnets come in here.
    hears_broadcasts: bool = False
