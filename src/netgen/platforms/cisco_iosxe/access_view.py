"""802.1X and MAC authentication bypass on a Catalyst, in the classic commands (IBNS 1.0).

The newer policy language (IBNS 2.0) is not used: its first line makes the box rewrite all others after a question
that nobody answers in the middle of a replacement. What is asked for here needs nothing of it.
"""

from __future__ import annotations

import msgspec

from netgen.device import AccessControl, Device, PortProfile

SECONDS_A_MINUTE = 60


class AccessView(msgspec.Struct, frozen=True):
    """What holds for the whole box; the servers are those of the management view.

    `is_dynamic`: RADIUS may name a VLAN. `stays_open`: sockets let new devices in while no server answers.
    """

    interim_minutes: int
    dead_minutes: int
    is_dynamic: bool
    stays_open: bool
    origin: str


class SocketView(msgspec.Struct, frozen=True, gc=False):
    """What an authenticated socket says. VLANs are 0 where there is none.

    `host_mode` is "" for the box's own way: one device. `critical` is the action for the socket's own VLAN while no
    server answers, "" to stay shut.
    """

    is_dot1x: bool
    methods: str
    host_mode: str
    guest_vlan: int
    failed_vlan: int
    critical: str
    has_phone: bool
    reauthenticate_s: int


def access_views(device: Device, profiles: frozenset[PortProfile]) -> tuple[AccessView, ...]:
    """One, or none on a box without an authenticated socket."""
    access = device.access
    if access is None:
        return ()
    return (
        AccessView(
            interim_minutes=max(1, access.interim_s // SECONDS_A_MINUTE),
            dead_minutes=max(1, access.dead_s // SECONDS_A_MINUTE),
            is_dynamic=any(profile.dynamic_vlans for profile in profiles),
            stays_open=access.critical == "own",
            origin=access.origin,
        ),
    )


def socket_views(device: Device, profile: PortProfile) -> tuple[SocketView, ...]:
    """One, or none for a socket that is open to all."""
    access = device.access
    if access is None or profile.access == "open":
        return ()
    is_dot1x = profile.access == "dot1x"
    host_mode = _host_mode(access, profile)
    return (
        SocketView(
            is_dot1x=is_dot1x,
            methods="dot1x mab" if is_dot1x else "mab",
            host_mode=host_mode,
            guest_vlan=access.guest_vlan,
            failed_vlan=access.failed_vlan,
            critical=_critical(access, profile, host_mode),
            has_phone=bool(profile.voice),
            reauthenticate_s=access.reauthenticate_s,
        ),
    )


def _host_mode(access: AccessControl, profile: PortProfile) -> str:
    """Several devices on a socket, each with its login, only where no guest or failed VLAN is asked for.

    Cisco, IEEE 802.1X configuration guide: in multi-auth mode these two VLANs do not activate.
    """
    if profile.voice:
        return "multi-domain"
    return "" if access.guest_vlan or access.failed_vlan else "multi-auth"


def _critical(access: AccessControl, profile: PortProfile, host_mode: str) -> str:
    if access.critical != "own":
        return ""
    # With several devices on the socket those that are in already move along; the VLAN is their own anyway.
    word = "reinitialize" if host_mode == "multi-auth" else "authorize"
    return f"{word} vlan {profile.native}"
