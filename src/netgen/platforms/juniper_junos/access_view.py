"""802.1X and MAC authentication on the sockets of an EX switch."""

from __future__ import annotations

import msgspec

from netgen.device import Device
from netgen.platforms.juniper_junos.management_view import RadiusView, radius_views
from netgen.platforms.juniper_junos.names import listed


class AccessView(msgspec.Struct, frozen=True):
    """What every authenticated socket shares; `is_on` is false on a switch without one.

    `guest` and `failed` are VLAN names or "". `is_open`: while no server answers, a new device enters the socket's own
    VLAN; otherwise it stays out.
    """

    is_on: bool
    servers: tuple[RadiusView, ...]
    server_list: str
    source: str
    guest: str
    failed: str
    is_open: bool
    reauthenticate_s: int
    interim_minutes: int
    dead_s: int
    origin: str


NO_ACCESS = AccessView(
    is_on=False, servers=(), server_list="", source="", guest="", failed="", is_open=False, reauthenticate_s=0,
    interim_minutes=0, dead_s=0, origin="",
)  # fmt: skip

#: Junos 23.4 YANG: shortest interval of accounting updates, in minutes, and shortest revert interval, in seconds.
_SHORTEST_INTERIM_MINUTES = 10
_SHORTEST_REVERT_S = 60


def access_view(device: Device, names: dict[int, str]) -> AccessView:
    """The authentication of the sockets."""
    access = device.access
    if access is None:
        return NO_ACCESS
    management = device.management
    return AccessView(
        is_on=True,
        servers=radius_views(management.radius),
        server_list=listed(tuple(server.host for server in management.radius)) if management.radius else "",
        source=management.address,
        guest=names.get(access.guest_vlan, ""),
        failed=names.get(access.failed_vlan, ""),
        is_open=access.critical == "own",
        reauthenticate_s=access.reauthenticate_s,
        interim_minutes=max(access.interim_s // 60, _SHORTEST_INTERIM_MINUTES),
        dead_s=max(access.dead_s, _SHORTEST_REVERT_S),
        origin=access.origin,
    )
