"""802.1X and MAC authentication on an EOS switch."""

from __future__ import annotations

import msgspec

from netgen.device import Device, PortProfile

_SECONDS_A_MINUTE = 60
#: EOS prints no re-authentication period of an hour.
_DEFAULT_REAUTHENTICATE_S = 3600


class AccessView(msgspec.Struct, frozen=True):
    """What holds for the whole box. `stays_open`: sockets let new devices in while no server answers."""

    interim_s: int
    dead_minutes: int
    stays_open: bool
    origin: str


class SocketView(msgspec.Struct, frozen=True, gc=False):
    """What an authenticated socket says.

    `refused_vlan` takes devices that RADIUS does not know and those that it refuses, 0 when they stay outside.
    `reauthenticate_s` is 0 when it is the box's own.
    """

    is_dot1x: bool
    refused_vlan: int
    reauthenticate_s: int


def access_views(device: Device) -> tuple[AccessView, ...]:
    """One, or none on a box without an authenticated socket."""
    access = device.access
    if access is None:
        return ()
    return (
        AccessView(
            interim_s=access.interim_s,
            dead_minutes=max(1, access.dead_s // _SECONDS_A_MINUTE),
            stays_open=access.critical == "own",
            origin=access.origin,
        ),
    )


def socket_views(device: Device, profile: PortProfile) -> tuple[SocketView, ...]:
    """One, or none for a socket that is open to all."""
    access = device.access
    if access is None or profile.access == "open":
        return ()
    is_default = access.reauthenticate_s == _DEFAULT_REAUTHENTICATE_S
    return (
        SocketView(
            is_dot1x=profile.access == "dot1x",
            # A socket has one VLAN for everybody whom RADIUS does not let in.
            refused_vlan=access.guest_vlan or access.failed_vlan,
            reauthenticate_s=0 if is_default else access.reauthenticate_s,
        ),
    )
