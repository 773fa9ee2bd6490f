"""What the EOS reader keeps beside the draft that all switches share."""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedPair
from netgen.readback.switch_draft import Draft


class Socket(msgspec.Struct):
    """What the text says of an interface that the shared draft has no place for.

    `unresponsive` is what happens while no server answers: "" (as the switch says) | drop | own | vlan.
    """

    control: str = ""
    authenticator: bool = False
    eapol: bool = True
    mab: bool = False
    host_mode: str = ""
    failed: int = 0
    #: The largest frame that is switched, 0 if the text does not say.
    mtu: int = 0
    unresponsive: str = ""
    unresponsive_vlan: int = 0
    phone_unresponsive: str = ""
    reauthenticates: bool = False
    period: int = 3600
    line: int = 0
    locks_sources: bool = False
    arp_trusted: bool = False
    loops: bool = True
    filter6: tuple[str, int] = ("", 0)
    power: str = ""
    trust: str = ""
    default_dscp: int = 0
    policy: tuple[str, int] = ("", 0)
    profile: tuple[str, int] = ("", 0)
    queues: dict[int, Queue] = msgspec.field(default_factory=dict)
    samples: bool = True


class Queue(msgspec.Struct):
    """A queue of a port: its share of a full port in percent and the most it may send, -1 if not said."""

    line: int
    percent: int = -1
    most: int = -1
    priority: bool = False

    @property
    def share(self) -> int:
        """A queue that is sent first has as much as it may send, any other its share."""
        return self.most if self.priority else self.percent


class Profile(msgspec.Struct):
    """A QoS profile, which ports take as a whole."""

    trust: str = ""
    default_dscp: int = 0
    policy: tuple[str, int] = ("", 0)
    queues: dict[int, Queue] = msgspec.field(default_factory=dict)


class Step(msgspec.Struct):
    """A class in a policy: the DSCP that it sets, None for none."""

    name: str
    line: int
    dscp: int | None = None


class Access(msgspec.Struct):
    """802.1X of the whole switch."""

    on: bool = False
    coa: bool = False
    coa_port: int = 3799
    group: str = ""
    line: int = 0
    groups: dict[str, list[str]] = msgspec.field(default_factory=dict)
    dead_minutes: int = 0
    accounts: str = ""
    interim_s: int = 0
    unresponsive: str = ""
    unresponsive_vlan: int = 0
    phone_unresponsive: str = ""
    delay_s: int = 5


class EosDraft(Draft):
    """The shared draft with what EOS alone says."""

    sockets: dict[str, Socket] = msgspec.field(default_factory=dict)
    access: Access = msgspec.field(default_factory=Access)
    inspected: set[int] = msgspec.field(default_factory=set)
    inspected_line: int = 0
    #: Addresses that `ip source binding` names.
    bindings: int = 0
    locking: bool = False
    locking_knows: bool = False
    filters6: dict[str, list[str]] = msgspec.field(default_factory=dict)
    loops_on: bool = False
    loop_vlans: set[int] = msgspec.field(default_factory=set)
    rewrites: bool = False
    #: DSCP -> traffic class, traffic class -> queue.
    traffic_classes: dict[int, int] = msgspec.field(default_factory=dict)
    queue_of: dict[int, int] = msgspec.field(default_factory=dict)
    #: Class -> kind and words of its one condition.
    classes: dict[str, tuple[str, str]] = msgspec.field(default_factory=dict)
    policies: dict[str, list[Step]] = msgspec.field(default_factory=dict)
    profiles: dict[str, Profile] = msgspec.field(default_factory=dict)
    ntp_keys: list[tuple[int, str, str]] = msgspec.field(default_factory=list)
    ntp_trusted: set[int] = msgspec.field(default_factory=set)
    ntp_authenticates: bool = False
    ntp_key_uses: list[tuple[str, int, int]] = msgspec.field(default_factory=list)
    sflow_on: bool = False
    collectors: list[tuple[str, str, int]] = msgspec.field(default_factory=list)
    sflow_line: int = 0
    pair: ObservedPair | None = None
    #: What all `ip virtual-router` answer with.
    virtual_mac: str = ""
    virtual_mac_line: int = 0
    #: VLANs without spanning tree, and their line.
    treeless: dict[int, int] = msgspec.field(default_factory=dict)
    vlan_groups: dict[int, set[str]] = msgspec.field(default_factory=dict)
    port_groups: dict[str, set[str]] = msgspec.field(default_factory=dict)

    def socket(self, name: str) -> Socket:
        """What is kept of an interface."""
        return self.sockets.setdefault(name, Socket())
