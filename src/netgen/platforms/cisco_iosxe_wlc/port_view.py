"""The wired side of a controller: its uplinks as trunks or members of a LAG, everything else shut."""

from __future__ import annotations

import msgspec

from netgen.device import Device, Port
from netgen.platforms.cisco_iosxe.names import lag_interface, vlan_list_rows

#: The service port; it lives in a VRF that the box makes itself.
SERVICE_PORT = "GigabitEthernet0"


class TrunkView(msgspec.Struct, frozen=True):
    """VLANs of a trunk. `allowed` and `more_allowed` are its list, first row and later rows."""

    native: int
    allowed: str
    more_allowed: tuple[str, ...]


class LagView(msgspec.Struct, frozen=True):
    """The LAG towards the core."""

    interface: str
    description: str
    trunk: TrunkView
    origin: str


class PortView(msgspec.Struct, frozen=True):
    """A physical port. `lag` is 0 for one that is in none."""

    interface: str
    description: str
    is_unused: bool
    trunk: TrunkView
    lag: int
    origin: str


_NO_TRUNK = TrunkView(0, "", ())


def lag_views(device: Device) -> tuple[LagView, ...]:
    """LAGs in the order of the device."""
    return tuple(
        LagView(lag_interface(lag.number), lag.description, _trunk(lag.native, lag.tagged), lag.origin)
        for lag in device.lags
    )


def port_views(device: Device) -> tuple[PortView, ...]:
    """Physical ports in the order of the device, without the service port."""
    return tuple(_port(device, port) for port in device.ports if port.interface != SERVICE_PORT)


def _port(device: Device, port: Port) -> PortView:
    profile = port.profile
    trunk = _NO_TRUNK
    if profile.kind == "lag-member":
        # A member whose VLANs differ from those of its LAG is suspended, so both say the same.
        group = next(group for group in device.lags if group.number == profile.lag)
        trunk = _trunk(group.native, group.tagged)
    elif profile.kind != "unused":
        trunk = _trunk(profile.native, profile.tagged)
    return PortView(
        interface=port.interface,
        description=port.description,
        is_unused=profile.kind == "unused",
        trunk=trunk,
        lag=profile.lag if profile.kind == "lag-member" else 0,
        origin=port.origin,
    )


def _trunk(native: int, tagged: tuple[int, ...]) -> TrunkView:
    allowed, *more = vlan_list_rows(tagged)
    return TrunkView(native, allowed, tuple(more))
