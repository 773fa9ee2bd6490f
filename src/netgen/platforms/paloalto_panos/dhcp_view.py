"""DHCP servers and relays on the VLAN units."""

from __future__ import annotations

import msgspec

from netgen.device import DhcpPool, FirewallPart
from netgen.platforms.paloalto_panos.names import InterfaceNames, listed, text

#: Options that PAN-OS has words of its own for, or that it takes as text (RFC 2132: 66 and 67).
_NTP = 42
_BOOT_SERVER, _BOOT_FILE = 66, 67


class OptionView(msgspec.Struct, frozen=True):
    """An option by its number; kind: ip | ascii."""

    name: str
    code: int
    kind: str
    value: str


class ReservationView(msgspec.Struct, frozen=True):
    """A host that always gets the same address."""

    address: str
    mac: str
    description: str
    origin: str


class PoolView(msgspec.Struct, frozen=True):
    """The DHCP server of one interface. `dns` and `ntp` are (place, address); the lease is in minutes."""

    interface: str
    first: str
    last: str
    gateway: str
    netmask: str
    dns: tuple[tuple[str, str], ...]
    ntp: tuple[tuple[str, str], ...]
    domain: str
    lease_minutes: int
    options: tuple[OptionView, ...]
    reservations: tuple[ReservationView, ...]
    origin: str


class RelayView(msgspec.Struct, frozen=True):
    """An interface whose requests go to other servers; `servers` is ready to print."""

    interface: str
    servers: str
    origin: str


def pool_views(pools: tuple[DhcpPool, ...], names: InterfaceNames) -> tuple[PoolView, ...]:
    """The servers by VLAN."""
    return tuple(
        PoolView(
            interface=names[f"vlan{pool.vlan}"],
            first=pool.first,
            last=pool.last,
            gateway=pool.gateway,
            netmask=pool.prefix.netmask,
            dns=_places(pool.dns),
            ntp=_places(dict(pool.options).get(_NTP, ())),
            domain=pool.domain,
            lease_minutes=pool.lease_s // 60,
            options=_options(pool),
            reservations=tuple(
                ReservationView(item.address, item.mac, text(item.name), item.origin)
                for item in pool.reservations
            ),
            origin=pool.origin,
        )
        for pool in sorted(pools, key=lambda pool: pool.vlan)
    )


def _places(hosts: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """PAN-OS has two places; a third server has none."""
    return tuple(zip(("primary", "secondary"), hosts, strict=False))


def _options(pool: DhcpPool) -> tuple[OptionView, ...]:
    """By number. The boot server is option 66, since PAN-OS cannot set the field of the header."""
    found = [
        OptionView(f"option-{code}", code, "ip", listed(hosts))
        for code, hosts in pool.options
        if code != _NTP and hosts
    ]
    found += [
        OptionView(f"option-{code}", code, "ascii", value)
        for code, value in ((_BOOT_SERVER, pool.boot_server), (_BOOT_FILE, pool.boot_file))
        if value
    ]
    return tuple(sorted(found, key=lambda item: item.code))


def relay_views(part: FirewallPart, names: InterfaceNames) -> tuple[RelayView, ...]:
    """The relays by VLAN."""
    return tuple(
        RelayView(names[item.name], listed(item.relays), item.origin)
        for item in sorted(part.interfaces, key=lambda item: item.vlan)
        if item.relays
    )
