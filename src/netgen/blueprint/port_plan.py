"""What each port of a switch is for, and who is let on."""

from __future__ import annotations

import msgspec


class PortUse(msgspec.Struct, frozen=True, gc=False):
    """What a port is for; one object shared by all ports of a range.

    kind: access | trunk | lag-member | unused. `native` is the untagged VLAN, `tagged` the rest;
    `voice` is 0 without a phone. `role` is the inventory's word. `peer` is `host interface`.
    access: open | mab | dot1x (with MAB where nobody answers). `dynamic` are the VLANs that RADIUS may choose.
    trust: none | phone | dscp. poe_priority: low | high | critical. `guarded`: IP source guard.
    """

    kind: str
    role: str
    native: int
    tagged: tuple[int, ...]
    voice: int
    lag: int
    poe_w: float
    isolate: bool
    peer: str
    origin: str
    access: str = "open"
    dynamic: tuple[int, ...] = ()
    trust: str = "none"
    poe_priority: str = "low"
    guarded: bool = False


class PortPlan(msgspec.Struct, frozen=True, gc=False):
    """A port with a purpose, or an unused one. What it is for reads like fields of its own."""

    interface: str
    number: str
    has_poe: bool
    use: PortUse

    @property
    def kind(self) -> str:
        """Access | trunk | lag-member | unused."""
        return self.use.kind

    @property
    def role(self) -> str:
        """The inventory's word, `uplink` or `unused`."""
        return self.use.role

    @property
    def native(self) -> int:
        """The untagged VLAN."""
        return self.use.native

    @property
    def tagged(self) -> tuple[int, ...]:
        """The tagged VLANs."""
        return self.use.tagged

    @property
    def voice(self) -> int:
        """The telephones' VLAN, 0 without."""
        return self.use.voice

    @property
    def lag(self) -> int:
        """The LAG's number, 0 for none."""
        return self.use.lag

    @property
    def poe_w(self) -> float:
        """Power the role needs, in watts."""
        return self.use.poe_w

    @property
    def isolate(self) -> bool:
        """True if end points may not reach each other."""
        return self.use.isolate

    @property
    def peer(self) -> str:
        """`host interface` at the other end of a cable."""
        return self.use.peer

    @property
    def origin(self) -> str:
        """ObjectPath of who asked for it."""
        return self.use.origin


class PortRunPlan(msgspec.Struct, frozen=True, gc=False):
    """Ports that stand side by side and are for the same: (name in the inventory, interface) of each."""

    use: PortUse
    has_poe: bool
    members: tuple[tuple[str, str], ...]


class LagPlan(msgspec.Struct, frozen=True, gc=False):
    """A link aggregation group (IEEE 802.1AX), number unique on the device, always a trunk.

    `is_down`: it leads to a switch that is further from the spanning-tree root.
    """

    number: int
    members: tuple[str, ...]
    native: int
    tagged: tuple[int, ...]
    peer: str
    origin: str
    is_down: bool = False
    #: The other core of the pair has legs of the same LAG, under the same number.
    shared: bool = False


class AccessPlan(msgspec.Struct, frozen=True, gc=False):
    """What sockets do with a device, as VLANs of this site; 0 where there is no such VLAN.

    `groups` are (RADIUS group, VLAN). critical: own | shut, while no RADIUS server answers. Times in seconds.
    """

    groups: tuple[tuple[str, int], ...] = ()
    guest_vlan: int = 0
    failed_vlan: int = 0
    critical: str = "own"
    reauthenticate_s: int = 0
    interim_s: int = 0
    dead_s: int = 0
    origin: str = "standard/access"
