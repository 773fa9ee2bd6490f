"""Authenticated sockets: 802.1X and MAC authentication, and the roles that stand for VLANs.

AOS-CX puts a device into a VLAN by a role: its own one when RADIUS says yes without a VLAN or cannot be
asked, the reject role when RADIUS says no. A VLAN that RADIUS names needs no role.
Source: AOS-CX 10.07 Security Guide, Port access.
"""

from __future__ import annotations

import msgspec

from netgen.device import AccessControl, Device, PortProfile
from netgen.platforms.aruba_aoscx.names import vlan_list


class RoleView(msgspec.Struct, frozen=True):
    """A role that stands for VLANs; `allowed` is "" where it is one VLAN, untagged."""

    name: str
    native: int
    allowed: str
    origin: str


class SocketView(msgspec.Struct, frozen=True):
    """What an authenticated socket says. `critical_role` and `reject_role` are "" where nobody gets in.

    `reauth_s` is 0 where it is the box's default. `keeps_s` is how long a device that is in stays in while
    no server answers, 0 for not at all.
    """

    is_dot1x: bool
    has_phone: bool
    most_devices: int
    own_role: str
    critical_role: str
    reject_role: str
    reauth_s: int
    keeps_s: int


class AccessView(msgspec.Struct, frozen=True):
    """802.1X and MAC authentication of the box as a whole.

    `interim_minutes` is the time between accounting updates, `probe_s` that between looks at a silent
    server, 0 for the box's default.
    """

    has_dot1x: bool
    interim_minutes: int
    probe_s: int
    roles: tuple[RoleView, ...]
    origin: str


_REJECT = "NETGEN-REJECT"
#: A telephone and one device behind it; elsewhere a desk with a small switch on it.
_WITH_PHONE, _WITHOUT = 2, 8
_DEFAULT_REAUTH_S = 3600
_DEFAULT_PROBE_S, _LEAST_PROBE_S = 300, 60
_DAY_S = 86400


def access_views(device: Device, profiles: frozenset[PortProfile]) -> tuple[AccessView, ...]:
    """One view, or none where no socket asks who is there."""
    control = device.access
    if control is None:
        return ()
    asked = [profile for profile in profiles if _is_asked(profile)]
    if not asked:
        return ()
    owned = sorted({(profile.native, profile.voice) for profile in asked})
    roles = [_own_role(native, voice, control.origin) for native, voice in owned]
    refused = _refused_vlan(control)
    if refused:
        roles.append(RoleView(_REJECT, refused, "", control.origin))
    probe_s = max(control.dead_s, _LEAST_PROBE_S)
    return (
        AccessView(
            has_dot1x=any(profile.access == "dot1x" for profile in asked),
            interim_minutes=max(control.interim_s // 60, 1),
            probe_s=0 if probe_s == _DEFAULT_PROBE_S else probe_s,
            roles=tuple(roles),
            origin=control.origin,
        ),
    )


def socket_view(device: Device, profile: PortProfile) -> tuple[SocketView, ...]:
    """What the sockets of a profile say, or nothing where they are open."""
    control = device.access
    if control is None or not _is_asked(profile):
        return ()
    own = _own_role(profile.native, profile.voice, control.origin).name
    lets_in = control.critical == "own"
    return (
        SocketView(
            is_dot1x=profile.access == "dot1x",
            has_phone=bool(profile.voice),
            most_devices=_WITH_PHONE if profile.voice else _WITHOUT,
            own_role=own,
            critical_role=own if lets_in else "",
            reject_role=_REJECT if _refused_vlan(control) else "",
            reauth_s=0 if control.reauthenticate_s == _DEFAULT_REAUTH_S else control.reauthenticate_s,
            keeps_s=_DAY_S if lets_in else 0,
        ),
    )


def _is_asked(profile: PortProfile) -> bool:
    return profile.kind == "access" and profile.access != "open"


def _refused_vlan(control: AccessControl) -> int:
    """One role for whom RADIUS does not know and whom it refuses: the guests' VLAN, if there is one."""
    return control.guest_vlan or control.failed_vlan


def _own_role(native: int, voice: int, origin: str) -> RoleView:
    if voice:
        return RoleView(f"NETGEN-OWN-{native}-{voice}", native, vlan_list((native, voice)), origin)
    return RoleView(f"NETGEN-OWN-{native}", native, "", origin)
