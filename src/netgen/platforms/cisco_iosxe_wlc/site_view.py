"""What access points take from their tags: VLANs, radios, and which name gets which tag."""

from __future__ import annotations

import msgspec

from netgen.device import Device, RadioBand, WirelessPart
from netgen.platforms.cisco_iosxe_wlc.names import (
    ALWAYS_SAID,
    BANDS,
    DEFAULT_CHANNELS,
    FLEX_SITE_LIMIT,
    RATES,
    flex_vlan,
    group_filter,
    quoted,
    site_filter,
)


class FlexVlanView(msgspec.Struct, frozen=True):
    """A VLAN that RADIUS may assign at an access point."""

    name: str
    vlan: int
    origin: str


class RadioView(msgspec.Struct, frozen=True):
    """An RF profile; `lines` are ready lines without their indent, without the last `no shutdown`."""

    name: str
    band: str
    lines: tuple[str, ...]
    origin: str


class SiteTagView(msgspec.Struct, frozen=True):
    """Access points that share roaming keys; `regex` matches their names, `priority` orders the filters."""

    name: str
    description: str
    regex: str
    priority: int
    origin: str


def flex_vlans(part: WirelessPart) -> tuple[FlexVlanView, ...]:
    """VLANs that RADIUS may assign, each once."""
    asked: dict[int, str] = {}
    for wlan in part.wlans:
        for vlan in wlan.dynamic_vlans:
            asked.setdefault(vlan, wlan.origin)
    return tuple(FlexVlanView(flex_vlan(vlan), vlan, asked[vlan]) for vlan in sorted(asked))


def radio_views(device: Device, part: WirelessPart) -> tuple[RadioView, ...]:
    """An RF profile for each band that the standard speaks of, lowest first."""
    bands = sorted(part.radios, key=lambda radio: tuple(BANDS).index(radio.band))
    return tuple(
        RadioView(f"{device.site}-{BANDS[radio.band]}", BANDS[radio.band], _radio_lines(radio), radio.origin)
        for radio in bands
    )


def site_tags(device: Device, part: WirelessPart) -> tuple[SiteTagView, ...]:
    """One tag for a site; one for each group of access points where there are more than may share keys."""
    points = part.access_points
    if not points:
        return ()
    description = quoted(device.management.location)
    if len(points) <= FLEX_SITE_LIMIT:
        names = tuple(point.hostname for point in points)
        return (SiteTagView(device.site, description, site_filter(names), 10, device.origin),)
    groups: dict[str, list[str]] = {}
    for point in points:
        groups.setdefault(point.group, []).append(point.hostname)
    return tuple(
        SiteTagView(
            f"{device.site}-{group}"[:32], description, group_filter(tuple(names)), 10 * place, device.origin
        )
        for place, (group, names) in enumerate(sorted(groups.items()), 1)
    )


def _radio_lines(radio: RadioBand) -> tuple[str, ...]:
    return (
        *_channels(radio),
        *_rates(radio),
        f"tx-power max {radio.max_dbm}",
        f"tx-power min {radio.min_dbm}",
    )


def _channels(radio: RadioBand) -> tuple[str, ...]:
    """Only what differs from the list that the controller starts with."""
    default, asked = DEFAULT_CHANNELS[radio.band], set(radio.channels)
    lines = [f"channel add {number}" for number in sorted(asked - set(default))]
    if radio.band == "5":
        lines.append(f"channel chan-width {radio.width_mhz if radio.width_mhz == _NARROW else 'best'}")
        if radio.width_mhz != _NARROW:
            lines.append(f"channel chan-width maximum WIDTH_{radio.width_mhz}MHz")
    if radio.band == "6":
        lines.append(f"channel chan-width maximum WIDTH_{radio.width_mhz}MHz")
    lines.extend(f"channel remove {number}" for number in default if number not in asked)
    return tuple(lines)


def _rates(radio: RadioBand) -> tuple[str, ...]:
    """Slower rates are off, the slowest that is left is mandatory; sorted as they print."""
    lines = []
    for mbps, word in RATES[radio.band].items():
        if mbps < radio.lowest_mbps:
            lines.append(f"rate RATE_{word} disable")
        elif mbps == radio.lowest_mbps:
            lines.append(f"rate RATE_{word} mandatory")
        elif mbps in ALWAYS_SAID:
            lines.append(f"rate RATE_{word} supported")
    return tuple(sorted(lines))


_NARROW = 20
