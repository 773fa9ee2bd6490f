"""What the IOS-XE reader keeps beside the draft that all switches share."""

from __future__ import annotations

import msgspec

from netgen.readback.indented import Node
from netgen.readback.switch_draft import Draft


class Socket(msgspec.Struct):
    """What the text says of an interface that the shared draft has no place for.

    VLANs are 0 and `dead` is "" where nothing is said; `dead` is vlan | own (the access VLAN). `host_mode` is
    "" for the default, which depends on the style of the lines.
    """

    control: str = ""
    authenticator: bool = False
    mab: bool = False
    order: tuple[str, ...] = ("dot1x", "mab")
    host_mode: str = ""
    guest: int = 0
    failed: int = 0
    dead: str = ""
    dead_vlan: int = 0
    dead_voice: bool = False
    periodic: bool = False
    period: int = 3600
    is_open: bool = False
    tx_s: int = 30
    retries: int = 2
    policy: tuple[str, int] = ("", 0)
    line: int = 0
    #: IP source guard, ARP inspection, loop detection.
    locks_sources: bool = False
    arp_trusted: bool = False
    loops: bool = False
    #: Policies of the first hop by kind, `raguard` and `dhcp`: the name, "" for the built-in one.
    attached: dict[str, tuple[str, int]] = msgspec.field(default_factory=dict)
    #: Names of service policies by direction, and whether marks count only with a telephone.
    policies: dict[str, tuple[str, int]] = msgspec.field(default_factory=dict)
    trusts_phone: bool = False
    power: str = "low"
    mtu: int = 0
    monitors: set[str] = msgspec.field(default_factory=set)


class ClassMap(msgspec.Struct):
    """A class: its conditions, any or all of which must hold."""

    needs_all: bool
    line: int
    conditions: list[list[str]] = msgspec.field(default_factory=list)


class Step(msgspec.Struct):
    """A class in a policy, with the words of its actions."""

    name: str
    line: int
    actions: list[list[str]] = msgspec.field(default_factory=list)


class Event(msgspec.Struct):
    """An event of a control policy: its classes in order, of which the first or all are carried out."""

    first_only: bool
    steps: list[Step] = msgspec.field(default_factory=list)


class Access(msgspec.Struct):
    """802.1X of the whole switch."""

    on: bool = False
    groups: dict[str, list[str]] = msgspec.field(default_factory=dict)
    hosts: dict[str, str] = msgspec.field(default_factory=dict)
    group: str = ""
    line: int = 0
    authorizes: bool = False
    coa: list[str] = msgspec.field(default_factory=list)
    coa_port: int = 1700
    coa_line: int = 0
    dead_criteria: bool = False
    dead_minutes: int = 0
    group_minutes: dict[str, int] = msgspec.field(default_factory=dict)
    accounts: str = ""
    interim_minutes: int = 0


class IosDraft(Draft):
    """The shared draft with what IOS-XE alone says."""

    sockets: dict[str, Socket] = msgspec.field(default_factory=dict)
    templates: dict[str, list[Node]] = msgspec.field(default_factory=dict)
    access: Access = msgspec.field(default_factory=Access)
    #: (kind, name) -> whether a policy of the first hop refuses routers or servers.
    first_hop: dict[tuple[str, str], bool] = msgspec.field(default_factory=dict)
    #: kind -> VLANs where a policy that refuses stands.
    guarded_vlans: dict[str, set[int]] = msgspec.field(default_factory=dict)
    inspected: set[int] = msgspec.field(default_factory=set)
    inspected_line: int = 0
    classes: dict[str, ClassMap] = msgspec.field(default_factory=dict)
    policies: dict[str, list[Step]] = msgspec.field(default_factory=dict)
    control_classes: dict[str, ClassMap] = msgspec.field(default_factory=dict)
    control_policies: dict[str, dict[str, Event]] = msgspec.field(default_factory=dict)
    #: Service templates: name -> (VLAN, VLAN of telephones is opened).
    services: dict[str, tuple[int, bool]] = msgspec.field(default_factory=dict)
    mtu: int = 0
    #: IPv6 is forwarded at all, and the VRFs that have it.
    forwards6: bool = False
    vrfs6: set[str] = msgspec.field(default_factory=set)
    #: VRFs that have IPv4.
    vrfs4: set[str] = msgspec.field(default_factory=set)
    #: Filters of IPv6: their entries without numbers.
    filters6: dict[str, list[str]] = msgspec.field(default_factory=dict)
    filter6_uses: list[tuple[str, int]] = msgspec.field(default_factory=list)
    #: The IPv6 filter of each SNMP group, "" without.
    snmp_filters6: list[str] = msgspec.field(default_factory=list)
    ntp_keys: list[tuple[int, str, str]] = msgspec.field(default_factory=list)
    ntp_trusted: set[int] = msgspec.field(default_factory=set)
    ntp_authenticates: bool = False
    ntp_key_uses: list[tuple[str, int, int]] = msgspec.field(default_factory=list)
    #: Exporters as (kind, host, port) by name, and the exporters of each monitor.
    exporters: dict[str, tuple[str, str, int]] = msgspec.field(default_factory=dict)
    monitors: dict[str, list[str]] = msgspec.field(default_factory=dict)
    monitor_uses: list[tuple[str, int]] = msgspec.field(default_factory=list)

    def use_acl6(self, name: str, line: int) -> str:
        """Note that a line names a filter of IPv6; the name."""
        self.filter6_uses.append((name, line))
        return name

    def socket(self, name: str) -> Socket:
        """What is kept of an interface."""
        return self.sockets.setdefault(name, Socket())
