"""Switch ports and LAGs as the templates see them.

A 48-port switch has a handful of profiles, so what a profile says is worked out once and shared by
every run of ports that behaves so; equal runs of all switches share their lines.
"""

from __future__ import annotations

import msgspec

from netgen.device import Device, Lag, PortProfile, PortRun
from netgen.platforms.cisco_iosxe.guard_view import Guards
from netgen.platforms.cisco_iosxe.names import OUT_OF_BAND, lag_interface, vlan_list_rows
from netgen.platforms.cisco_iosxe.socket_view import MoreView, more_views


class ProfileView(msgspec.Struct, frozen=True, gc=False):
    """How the ports of one profile behave.

    `native` is the VLAN of an access port and the untagged one of a trunk. `allowed` and
    `more_allowed` are a trunk's VLAN list, first row and later rows. `voice` and `lag` are 0 when
    there is none. `has_extras` is true if any of `is_unused`, `voice`,
    `is_isolated` and `poe_off` is. `more` is one view, or none for a port that is asked for nothing of it.
    """

    is_trunk: bool
    is_unused: bool
    is_edge: bool
    has_extras: bool
    native: int
    allowed: str
    more_allowed: tuple[str, ...]
    voice: int
    is_isolated: bool
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


class LagView(msgspec.Struct, frozen=True):
    """A LAG, always a trunk to a switch or a firewall; VLANs as in `ProfileView`."""

    interface: str
    description: str
    native: int
    allowed: str
    more_allowed: tuple[str, ...]
    arp_trusted: bool
    root_guard: bool
    origin: str


def lag_views(device: Device, guards: Guards) -> tuple[LagView, ...]:
    """LAGs, in the order of the device."""
    return tuple(_lag_view(lag, guards) for lag in device.lags)


def run_views(
    device: Device, runs: list[PortRun], guards: Guards, profiles: frozenset[PortProfile]
) -> tuple[tuple[str, RunView], ...]:
    """The `runs` of the device, each after its origin."""
    views = {profile: _profile_view(device, guards, profile) for profile in profiles}
    return tuple([(run.origin, RunView(run.members, views[run.profile])) for run in runs])


def ordinary_runs(device: Device) -> list[PortRun]:
    """All but the port that is left to emergencies."""
    return [run for run in device.runs if run.members[0][0] != OUT_OF_BAND]


def _lag_view(lag: Lag, guards: Guards) -> LagView:
    allowed, *more = vlan_list_rows(lag.tagged)
    return LagView(
        lag_interface(lag.number),
        lag.description,
        lag.native,
        allowed,
        tuple(more),
        bool(guards.inspected_vlans),
        lag.root_guard and guards.hardens_edge,
        lag.origin,
    )


def _profile_view(device: Device, guards: Guards, profile: PortProfile) -> ProfileView:
    more = more_views(device, guards, profile)
    if profile.kind == "lag-member":
        # A member whose VLANs differ from those of its LAG is suspended, so both say the same.
        group = next(group for group in device.lags if group.number == profile.lag)
        return _trunk(profile, group.native, group.tagged, profile.lag, more)
    if profile.kind == "trunk":
        # A native VLAN that carries traffic (an access point's own) must be on the list; the unused one not.
        is_carried = profile.native != device.native_vlan
        return _trunk(
            profile,
            profile.native,
            (profile.native, *profile.tagged) if is_carried else profile.tagged,
            0,
            more,
        )
    return _access(device, profile, more)


def _trunk(
    profile: PortProfile, native: int, tagged: tuple[int, ...], lag: int, more: tuple[MoreView, ...]
) -> ProfileView:
    allowed, *more_allowed = vlan_list_rows(tagged)
    is_isolated, poe_off = profile.isolate and not lag, profile.poe == "off" and not lag
    return ProfileView(
        is_trunk=True,
        is_unused=False,
        is_edge=profile.edge and not lag,
        has_extras=is_isolated or poe_off,
        native=native,
        allowed=allowed,
        more_allowed=tuple(more_allowed),
        voice=0,
        is_isolated=is_isolated,
        poe_off=poe_off,
        lag=lag,
        more=more,
    )


def _access(device: Device, profile: PortProfile, more: tuple[MoreView, ...]) -> ProfileView:
    is_unused = profile.kind == "unused"
    # An unused port that can give power is told not to; one without power knows no such command.
    poe_off = profile.poe != "none" if is_unused else profile.poe == "off"
    voice = 0 if is_unused else profile.voice
    is_isolated = profile.isolate and not is_unused
    return ProfileView(
        is_trunk=False,
        is_unused=is_unused,
        is_edge=profile.edge and not is_unused,
        has_extras=is_unused or bool(voice) or is_isolated or poe_off,
        native=device.blackhole_vlan if is_unused else profile.native,
        allowed="",
        more_allowed=(),
        voice=voice,
        is_isolated=is_isolated,
        poe_off=poe_off,
        lag=0,
        more=more,
    )
