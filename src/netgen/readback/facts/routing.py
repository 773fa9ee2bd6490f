"""Where packets go next: routed VLANs of a switch, static routes and the IPv6 side of an interface."""

from __future__ import annotations

import msgspec


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
