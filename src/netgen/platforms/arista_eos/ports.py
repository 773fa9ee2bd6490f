"""Switch ports and LAGs as the templates see them.

A 48-port switch has a handful of profiles, so what a profile says is worked out once and shared by
every run of ports that behaves so; equal runs of all switches share their lines.
"""

from __future__ import annotations

import msgspec

from netgen.device import Device, Lag, PortProfile, PortRun
from netgen.platforms.arista_eos.names import OUT_OF_BAND, lag_interface, vlan_list
from netgen.platforms.arista_eos.pair_view import TRUNK_GROUP
from netgen.platforms.arista_eos.socket_view import MoreView, more_views


class ProfileView(msgspec.Struct, frozen=True, gc=False):
    """How the ports of one profile behave. Exactly one of the first four kinds is true.

    `native` is the VLAN of an access port and the untagged one of a trunk; `allowed` a trunk's VLAN
    list. `voice` is 0 without a phone. `lag` is the LAG of a member, which says nothing else itself. `more` is one
    view, or none for a port that is asked for nothing of it.
    """

    is_access: bool
    is_trunk: bool
    is_unused: bool
    is_member: bool
    is_edge: bool
    native: int
    allowed: str
    voice: int
    poe_off: bool
    lag: int
    more: tuple[MoreView, ...]


class RunView(msgspec.Struct, frozen=True):
    """Ports that stand side by side and behave alike: (interface, description) of each."""

    members: tuple[tuple[str, str], ...]
    profile: ProfileView

    def __hash__(self) -> int:
        """Of what mostly tells runs apart: all of it would take longer than to print the lines."""
        return hash((self.members[0], len(self.members), self.profile.native))


class LagView(msgspec.Struct, frozen=True, gc=False):
    """A LAG, always a trunk to a switch or a firewall.

    `mlag` is its number on both halves of a pair, 0 where the other half has no leg of it. `trunk_group` is that of the
    link between the two halves, "" on every other LAG.
    """

    interface: str
    description: str
    native: int
    allowed: str
    root_guard: bool
    has_queues: bool
    mlag: int
    trunk_group: str
    origin: str


def lag_views(device: Device, *, is_hard: bool) -> tuple[LagView, ...]:
    """LAGs, in the order of the device."""
    return tuple(_lag_view(device, lag, is_hard=is_hard) for lag in device.lags)


def _lag_view(device: Device, lag: Lag, *, is_hard: bool) -> LagView:
    pair = device.pair
    is_peer_link = pair is not None and pair.peer_link == lag.number
    own = (pair.peer_vlan,) if pair is not None and is_peer_link else ()
    return LagView(
        lag_interface(lag.number),
        lag.description,
        lag.native,
        vlan_list((*lag.tagged, *own)),
        lag.root_guard and is_hard,
        bool(device.qos),
        lag.number if lag.shared else 0,
        TRUNK_GROUP if is_peer_link else "",
        lag.origin,
    )


def run_views(
    device: Device, runs: list[PortRun], profiles: frozenset[PortProfile]
) -> tuple[tuple[str, RunView], ...]:
    """The `runs` of the device, each after its origin."""
    views = {profile: _profile_view(device, profile) for profile in profiles}
    return tuple([(run.origin, RunView(run.members, views[run.profile])) for run in runs])


def ordinary_runs(device: Device) -> list[PortRun]:
    """All but the port that is left to emergencies."""
    return [run for run in device.runs if run.members[0][0] != OUT_OF_BAND]


def _profile_view(device: Device, profile: PortProfile) -> ProfileView:
    kind = profile.kind
    is_unused, is_trunk = kind == "unused", kind == "trunk"
    return ProfileView(
        is_access=kind == "access",
        is_trunk=is_trunk,
        is_unused=is_unused,
        is_member=kind == "lag-member",
        is_edge=profile.edge,
        native=device.blackhole_vlan if is_unused else profile.native,
        allowed=vlan_list(_carried(device, profile)) if is_trunk else "",
        voice=profile.voice,
        # An unused port that can give power is told not to; one without power knows no such command.
        poe_off=profile.poe != "none" if is_unused else profile.poe == "off",
        lag=profile.lag,
        more=more_views(device, profile),
    )


def _carried(device: Device, profile: PortProfile) -> tuple[int, ...]:
    """A native VLAN that carries traffic (an access point's own) is on the list; the unused one is not."""
    if profile.native == device.native_vlan:
        return profile.tagged
    return (profile.native, *profile.tagged)
