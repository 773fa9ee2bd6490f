"""DHCP servers: pools, network boot, options and reservations."""

from __future__ import annotations

import msgspec

from netgen.device import DhcpPool, Reservation
from netgen.platforms.fortinet_fortios.names import plain, vlan_interface

#: Options that FortiOS has fields for, with the most servers that they take (FortiOS 7.4 CLI schema).
_FIELDS = {42: ("ntp-server", 3), 138: ("wifi-ac", 3)}


class OptionView(msgspec.Struct, frozen=True):
    """An option as a list of addresses, quoted and ready to print; its row has its code as number."""

    code: int
    hosts: str


class ReservationView(msgspec.Struct, frozen=True):
    """A host with an address of its own; `row` is the place of the address in the subnet, so it never moves."""

    row: int
    address: str
    mac: str
    name: str
    origin: str


class PoolView(msgspec.Struct, frozen=True):
    """A DHCP server. `number` is the VLAN, so it never moves.

    `dns`, `ntp` and `controllers` are (field, address) pairs. `boot_server` and `boot_file` are "" where nothing boots
    from the network.
    """

    number: int
    interface: str
    first: str
    last: str
    gateway: str
    netmask: str
    dns: tuple[tuple[str, str], ...]
    domain: str
    lease_s: int
    ntp: tuple[tuple[str, str], ...]
    controllers: tuple[tuple[str, str], ...]
    boot_server: str
    boot_file: str
    options: tuple[OptionView, ...]
    reservations: tuple[ReservationView, ...]
    origin: str


def pool_views(pools: tuple[DhcpPool, ...]) -> tuple[PoolView, ...]:
    """The servers by VLAN."""
    return tuple(_pool(pool) for pool in sorted(pools, key=lambda pool: pool.vlan))


def _pool(pool: DhcpPool) -> PoolView:
    lists = dict(pool.options)
    fields = {
        code: tuple((f"{name}{place}", host) for place, host in enumerate(lists.pop(code), start=1))
        for code, (name, most) in _FIELDS.items()
        if 0 < len(lists.get(code, ())) <= most
    }
    return PoolView(
        number=pool.vlan,
        interface=vlan_interface(pool.vlan),
        first=pool.first,
        last=pool.last,
        gateway=pool.gateway,
        netmask=pool.prefix.netmask,
        dns=tuple((f"dns-server{place}", host) for place, host in enumerate(pool.dns, start=1)),
        domain=pool.domain,
        lease_s=pool.lease_s,
        ntp=fields.get(42, ()),
        controllers=fields.get(138, ()),
        boot_server=pool.boot_server,
        boot_file=pool.boot_file,
        options=tuple(
            OptionView(code, " ".join(f'"{host}"' for host in hosts))
            for code, hosts in sorted(lists.items())
            if hosts
        ),
        reservations=tuple(
            sorted((_reservation(item, pool) for item in pool.reservations), key=lambda item: item.row)
        ),
        origin=pool.origin,
    )


def _reservation(item: Reservation, pool: DhcpPool) -> ReservationView:
    row = pool.prefix.offset(item.address)
    return ReservationView(row, item.address, item.mac, plain(item.name), item.origin)
