"""Channels, widths, power bounds and slowest rates of the radios.

Not rendered: the channels of 5 GHz, since no list with widths (`36+`, `36E`) was seen, and all of the 6 GHz radio.
"""

from __future__ import annotations

import msgspec

from netgen.device import RadioBand, Wlan

_PROFILES = {"2.4": "rf dot11g-radio-profile", "5": "rf dot11a-radio-profile"}
_RATES = {"2.4": "g-min-tx-rate", "5": "a-min-tx-rate"}
_NARROW, _WIDE, _WIDEST = 20, 80, 160
#: A radio of the lowest band has no wider channel than 20 MHz.
_ONE_WIDTH = "2.4"


class RadioBlock(msgspec.Struct, frozen=True):
    """A block of radio settings: its head and its ready lines without their indent."""

    head: str
    lines: tuple[str, ...]
    origin: str


def radio_blocks(radios: tuple[RadioBand, ...], origin: str) -> tuple[RadioBlock, ...]:
    """Widths and band steering of the whole cluster, then the power bounds of each band.

    Nothing where no radio is asked for.
    """
    asked = {radio.band: radio for radio in radios}
    powers = tuple(
        RadioBlock(
            head,
            _profile_lines(asked[band]),
            asked[band].origin,
        )
        for band, head in _PROFILES.items()
        if band in asked
    )
    crowded = asked.get(_ONE_WIDTH)
    steering = crowded if crowded is not None and crowded.band_steering else None
    lines = _width_lines(asked["5"].width_mhz) if "5" in asked else []
    if steering is not None:
        # Newer access points steer by client match alone, older ones by the mode (user guide, ARM).
        lines += ["band-steering-mode prefer-5ghz", "client-match"]
    if not lines:
        return powers
    first = asked.get("5") or steering
    return (RadioBlock("arm", tuple(lines), first.origin if first else origin), *powers)


def _width_lines(width: int) -> list[str]:
    # A new cluster uses 80 MHz until it is told not to.
    lines = [
        f"wide-bands {'none' if width == _NARROW else '5ghz'}",
        "80mhz-support" if width >= _WIDE else "no 80mhz-support",
    ]
    return [*lines, "160mhz-support"] if width >= _WIDEST else lines


def _profile_lines(radio: RadioBand) -> tuple[str, ...]:
    lines = (f"max-tx-power {radio.max_dbm}", f"min-tx-power {radio.min_dbm}")
    if radio.band == _ONE_WIDTH:
        return (*lines, f"allowed-channels {','.join(str(channel) for channel in radio.channels)}")
    return lines


def rate_lines(wlan: Wlan, radios: tuple[RadioBand, ...]) -> tuple[str, ...]:
    """The slowest rate of an SSID on each of its bands."""
    return tuple(
        f"{_RATES[radio.band]} {radio.lowest_mbps}"
        for radio in radios
        if radio.band in _RATES and radio.band in wlan.bands
    )
