"""One hardware model as data: its port groups, and the two names every port has.

A port has a neutral name, which the inventory and the label on the patch panel use (`12`, `u1`), and a
vendor interface name, which the configuration uses (`GigabitEthernet2/0/12`). Firewall ports keep the
name printed by their vendor (`wan1`, `port3`) in both places.
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import msgspec

HardwareKind = Literal["switch", "firewall", "access_point", "controller"]
PortKind = Literal["access", "uplink", "wan", "management", "ha"]
Media = Literal["copper", "sfp", "sfp+", "sfp28", "sfp56", "qsfp+", "qsfp28", "combo"]
PoeStandard = Literal["none", "af", "at", "bt3", "bt4"]
Band = Literal["2.4", "5", "6"]
Control = Literal["", "cluster", "controller", "firewall", "access-point"]


class PortGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Ports of one model that differ in nothing but their number.

    `label` and `interface` carry `{n}`; `interface` may also carry `{member}`, the place in a stack.
    The first port is `label_first` on the label and `first` in the vendor name; both count up together.
    `speeds_mbps` are the speeds the port can run at, slowest first. `poe_w` is the most one port can
    source, in watts at the switch. `media` combo is one port with a copper and an SFP socket.
    """

    kind: PortKind
    label: str
    interface: str
    speeds_mbps: tuple[int, ...]
    media: Media
    count: int = 1
    first: int = 1
    label_first: int = 1
    poe: PoeStandard = "none"
    poe_w: float = 0.0


class Port(msgspec.Struct, frozen=True):
    """One port of one model. `interface` still carries `{member}` where the vendor name has it."""

    name: str
    interface: str
    kind: PortKind
    media: Media
    speeds_mbps: tuple[int, ...]
    poe: PoeStandard
    poe_w: float

    @property
    def max_mbps(self) -> int:
        """The fastest speed of the port, in Mbit/s."""
        return self.speeds_mbps[-1]


class Stack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many of this model can become one switch, and over what.

    `gbps` is the stack bandwidth the vendor names; 0 means it is whatever links the design cables.
    `dedicated` is true where the stack has its own sockets, false where it takes uplink ports away:
    `ports` are those that hold a stack together by netgen's convention, by label.
    """

    technology: str
    max_members: int
    gbps: int
    dedicated: bool
    ports: tuple[str, ...] = ()


class Pairing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How two firewalls of this model become a pair of which one is active.

    `password`: the two know each other by one. `taken` are ports that the pairing takes for itself, by name;
    `heartbeat` the kinds of port that may join the two. `not_for` are ways of a circuit to its address that are not
    verified on a pair. `one_box`: both are configured as one box, whose second member has its ports from slot
    `second_slot` on.
    """

    technology: str
    password: bool = False
    taken: tuple[str, ...] = ()
    heartbeat: tuple[PortKind, ...] = ("access", "uplink", "wan", "ha")
    not_for: tuple[Literal["dhcp", "pppoe"], ...] = ()
    one_box: bool = False
    second_slot: int = 0


class Throughput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the vendor's datasheet promises a firewall can pass, in Mbit/s. 0 means not stated.

    `firewall_mbps` is plain filtering, `ngfw_mbps` with application control and IPS, `threat_mbps` with
    malware inspection on top, `ipsec_mbps` encrypted. `max_tunnels` counts site-to-site IPsec tunnels.
    """

    firewall_mbps: int = 0
    ngfw_mbps: int = 0
    threat_mbps: int = 0
    ipsec_mbps: int = 0
    max_tunnels: int = 0


class Radio(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One radio band of an access point and its spatial streams."""

    band: Band
    streams: int


class NetworkModule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An uplink module sold apart from the switch; written after a plus: `C9300-48P+NM-2Y`."""

    name: str
    ports: tuple[PortGroup, ...]
    source: tuple[str, ...]
    unverified: tuple[str, ...] = ()


class Hardware(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One model a school can buy, as its documents describe it.

    Numbers that are 0 and texts that are empty are not stated by the sources; a field named in
    `unverified` (dotted for a part of it, `throughput.ngfw_mbps`) has a value that was not read in the
    named source, so a report that rests on it must say so.

    `poe_budget_w` is what all ports together may source with the power supplies the model ships with.
    `member_first` is the number the vendor gives the first stack member (Juniper counts from 0);
    callers always count from 1. `ram_gb` is the smallest memory sold under the name.
    `pair` is how two of the model can be a pair with LAGs across both, "" where they cannot.
    `factory_switch` and `factory_switch_members` are the hardware switch a firewall leaves the factory
    with: its members are not usable alone until they are taken out of it. `pairing` is None where two firewalls of
    the model cannot be a pair, or nobody has verified how.
    `concurrent_radios` is how many of `radios` can serve at once. `poe_draw_w` is the most an access
    point draws with everything on, `poe_class` the IEEE class that covers it. `control` is what an access
    point is configured by: the cluster it forms, a controller, the firewall, or itself. `minimum_os` is the first
    release of the platform that runs the box. `end_of_support` is an ISO date. `bounds_broadcasts`: as a gateway it
    can say whose directed broadcasts (RFC 2644) it lets into a subnet.
    """

    model: str
    kind: HardwareKind
    platform: str
    ports: tuple[PortGroup, ...]
    source: tuple[str, ...]
    unverified: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    notes: str = ""
    os_sku: str = ""
    member_first: int = 1
    stack: Stack | None = None
    pairing: Pairing | None = None
    pair: Literal["", "mlag", "vsx"] = ""
    network_modules: tuple[str, ...] = ()
    network_module: str = ""
    poe_budget_w: int = 0
    memory_mb: int = 0
    mac_table: int = 0
    psu_count: int = 0
    throughput: Throughput | None = None
    ram_gb: int = 0
    factory_switch: str = ""
    factory_switch_members: tuple[str, ...] = ()
    control: Control = ""
    radios: tuple[Radio, ...] = ()
    concurrent_radios: int = 0
    wifi_generation: Literal["", "6", "6E", "7"] = ""
    is_outdoor: bool = False
    ethernet_gbps: float = 0.0
    poe_draw_w: float = 0.0
    poe_class: int = 0
    minimum_os: str = ""
    end_of_support: str = ""
    bounds_broadcasts: bool = False

    @property
    def max_members(self) -> int:
        """How many boxes may answer to one name; 1 for a model that does not stack."""
        return self.stack.max_members if self.stack else 1

    @cached_property
    def _ports_by_name(self) -> dict[str, Port]:
        return {port.name: port for group in self.ports for port in ports_of(group)}

    @cached_property
    def _port_names(self) -> tuple[str, ...]:
        return tuple(self._ports_by_name)

    @cached_property
    def _interface_by_port(self) -> tuple[dict[str, str], ...]:
        # Index is the member as callers count it; index 0 is empty so that no subtraction is needed.
        return (
            {},
            *(
                {
                    name: port.interface.replace("{member}", str(self.member_first + offset))
                    for name, port in self._ports_by_name.items()
                }
                for offset in range(self.max_members)
            ),
        )

    @cached_property
    def _port_by_interface(self) -> dict[str, tuple[int, str]]:
        found: dict[str, tuple[int, str]] = {}
        for member, table in enumerate(self._interface_by_port):
            for name, interface in table.items():
                found.setdefault(interface, (member, name))
        return found

    def port_names(self) -> tuple[str, ...]:
        """Neutral names of all ports, in the order of the front panel."""
        return self._port_names

    def port(self, port: str) -> Port | None:
        """The port with this neutral name; None if the model has no such port."""
        return self._ports_by_name.get(port)

    def interface(self, member: int, port: str) -> str | None:
        """The vendor interface name of a port; None if the member or the port does not exist.

        `member` counts from 1 as people number a stack, whatever the vendor counts from.
        """
        tables = self._interface_by_port
        if 0 < member < len(tables):
            return tables[member].get(port)
        return None

    def port_of(self, interface: str) -> tuple[int, str] | None:
        """The member and neutral port name behind a vendor interface name; None if it has none."""
        return self._port_by_interface.get(interface)


def ports_of(group: PortGroup) -> list[Port]:
    """The single ports of a group, in order."""
    return [
        Port(
            name=group.label.replace("{n}", str(group.label_first + offset)),
            interface=group.interface.replace("{n}", str(group.first + offset)),
            kind=group.kind,
            media=group.media,
            speeds_mbps=group.speeds_mbps,
            poe=group.poe,
            poe_w=group.poe_w,
        )
        for offset in range(group.count)
    ]
