"""RF profiles and the lines of a whole band: channels, widths, powers, rates, country.

Defaults: `show running-config all` of a public 17.12.2 controller. A rate that a profile leaves out is that of the
band.
"""

from __future__ import annotations

import re

import msgspec

from netgen.readback.cisco_iosxe_wlc.blocks import Block, Notes
from netgen.readback.facts import ObservedRadio
from netgen.readback.indented import whole_number

BANDS = {"24ghz": "2.4", "5ghz": "5", "6ghz": "6"}
_RATE = re.compile(r"RATE_(\d+(?:_5)?)M\Z")
_CCK = {1000, 2000, 5500, 11000}
_BASIC = {6000, 12000, 24000}
_OFDM = {6000, 9000, 12000, 18000, 24000, 36000, 48000, 54000}
#: Channels that dynamic choice has where no line adds or removes any; at 5 and 6 GHz those of the country.
_CHANNELS = {
    "2.4": (1, 6, 11),
    "5": (*range(36, 65, 4), *range(100, 141, 4)),
    "6": tuple(range(1, 94, 4)),
}
_STATES = frozenset({"mandatory", "supported", "disable"})
_WIDTH = re.compile(r"(?:WIDTH_)?(\d+)(?:[Mm][Hh]z)?\Z")


class Band(msgspec.Struct):
    """The lines of a whole band: switched off or not, and its rates."""

    off: bool = False
    rates: dict[int, str] = {}
    added: set[int] = msgspec.field(default_factory=set)
    removed: set[int] = msgspec.field(default_factory=set)


def take_band_line(bands: dict[str, Band], words: tuple[str, ...], *, on: bool) -> bool:
    """`ap dot11 5ghz ...` of the top level; False when it is a setting that no fact holds."""
    band = bands.setdefault(BANDS[words[2]], Band())
    match words[3:]:
        case ("shutdown",):
            band.off = on
        case ("rate", rate, state) if on and _RATE.match(rate) and state in _STATES:
            band.rates[_kbps(rate)] = state
        case ("rrm", "channel", "dca", "add", number) if on and whole_number(number):
            band.added.add(int(number))
        case ("rrm", "channel", "dca", "remove", number) if on and whole_number(number):
            band.removed.add(int(number))
        case _:
            return False
    return True


def _kbps(rate: str) -> int:
    found = _RATE.match(rate)
    return int(float(found[1].replace("_", ".")) * 1000) if found else 0


def read_radio(block: Block, bands: dict[str, Band], country: str, notes: Notes) -> ObservedRadio:
    """One `ap dot11 BAND rf-profile NAME` block; `block.extra` holds the band."""
    band = BANDS[block.extra[0]]
    general = bands.get(band, Band())
    return ObservedRadio(
        name=block.name,
        band=band,
        line=block.line,
        enabled=not block.flag("shutdown", default=True) and not general.off,
        country=country,
        channels=_channels(block, band, general, notes),
        width_mhz=_width(block, band, notes),
        min_dbm=_power(block, "min", -10, notes),
        max_dbm=_power(block, "max", 30, notes),
        lowest_kbps=_lowest(block, band, general, notes),
    )


def _channels(block: Block, band: str, general: Band, notes: Notes) -> tuple[int, ...]:
    found = (set(_CHANNELS[band]) | general.added) - general.removed
    for verb in ("add", "remove"):
        for line in block.take("channel", verb):
            number = whole_number(line.said[2]) if len(line.said) == 3 else None
            if number is None:
                notes.skip(line.number, " ".join(line.words))
            elif (verb == "add") == line.on:
                found.add(number)
            else:
                found.discard(number)
    return tuple(sorted(found))


def _width(block: Block, band: str, notes: Notes) -> int:
    if band == "2.4":
        return 20
    words = block.words("channel", "chan-width")
    best = not words or words[0] == "best"
    most = 0
    for line in block.take("channel", "chan-width", "maximum"):
        found = _WIDTH.match(line.said[3]) if len(line.said) > 3 else None
        most = int(found[1]) if found and line.on else 0
    for _ in block.take("channel", "chan-width", "minimum"):
        pass
    plain = [line.said[2] for line in block.take("channel", "chan-width") if len(line.said) == 3 and line.on]
    if most:
        return most
    if plain and plain[-1] != "best":
        found = _WIDTH.match(plain[-1])
        if found is None:
            notes.skip(block.line_of("channel", "chan-width"), f"channel chan-width {plain[-1]}")
        return int(found[1]) if found else 0
    return 160 if best or words[0] in {"maximum", "minimum"} else 0


def _power(block: Block, which: str, default: int, notes: Notes) -> int:
    word = block.value("tx-power", which)
    if not word:
        return default
    number = whole_number(word.removeprefix("-"))
    if number is None or number > 30:
        notes.doubt(block.line_of("tx-power", which), f"RF profile {block.name}: `{word}` is no power in dBm")
        return default
    return -number if word.startswith("-") else number


def _lowest(block: Block, band: str, general: Band, notes: Notes) -> int:
    mandatory = _CCK if band == "2.4" else _BASIC
    rates = {
        rate: general.rates.get(rate, "mandatory" if rate in mandatory else "supported")
        for rate in (_OFDM | _CCK if band == "2.4" else _OFDM)
    }
    for line in block.take("rate"):
        words = line.said[1:]
        if len(words) == 2 and _RATE.match(words[0]) and words[1] in _STATES and line.on:
            rate = _kbps(words[0])
            if rate not in rates:
                notes.doubt(line.number, f"RF profile {block.name}: {words[0]} does not exist at {band} GHz")
            rates[rate] = words[1]
        elif words[:1] != ("mcs",):
            notes.skip(line.number, " ".join(line.words))
    used = [rate for rate, state in rates.items() if state != "disable"]
    if not any(state == "mandatory" for state in rates.values()):
        notes.doubt(block.line, f"RF profile {block.name} has no mandatory rate of its own")
    return min(used, default=0)
