"""Radios of a cluster: `arm`, `rf dot11g-radio-profile`, `rf dot11a-radio-profile`, and the rates of the SSIDs.

Defaults as the user guide of Instant 8 has them: wide channels on 5 GHz alone, 80 MHz off, slowest rates 1 and 6
Mbit/s. A power of 127 is the most that the country allows. There is no word of 6 GHz that a text or document shows.
"""

from __future__ import annotations

from collections.abc import Mapping

from netgen.readback.aruba_instant.blocks import Block, Notes
from netgen.readback.facts import ObservedRadio, ObservedWlan
from netgen.readback.indented import number_list, whole_number

ARM, RF_2, RF_5 = "arm", "rf dot11g-radio-profile", "rf dot11a-radio-profile"
HEADS = frozenset({ARM, RF_2, RF_5})
_KBPS = 1000
_STEERING = frozenset({"prefer-5ghz", "force-5ghz", "balance-bands"})
_WIDE = {
    "none": frozenset[str](),
    "2.4ghz": frozenset({"2.4"}),
    "5ghz": frozenset({"5"}),
    "all": frozenset({"2.4", "5"}),
}


def read_radios(
    tuning: Mapping[str, Block],
    rates: Mapping[str, tuple[int, int]],
    wlans: tuple[ObservedWlan, ...],
    notes: Notes,
) -> tuple[ObservedRadio, ...]:
    """One for each band of which the text says anything; `rates` are the slowest (2.4, 5 GHz) of each SSID."""
    arm = tuning.get(ARM)
    if arm is not None:  # lists that a band's own profile replaces are understood all the same
        for letter in "ag":
            arm.last(f"{letter}-channels")
    steers = _read_steering(arm, notes) if arm else None
    wide, widest = _read_width(arm, notes) if arm else (_WIDE["5ghz"], 40)
    found = []
    for band, head, letter, place, narrow in (("2.4", RF_2, "g", 0, 40), ("5", RF_5, "a", 1, widest)):
        profile = tuning.get(head)
        if arm is None and profile is None:
            continue
        slowest = [rates[wlan.name][place] for wlan in wlans if wlan.enabled and band in wlan.bands]
        found.append(
            ObservedRadio(
                name=head,
                band=band,
                line=(profile or arm or Block(head, 0, [])).line,
                channels=_read_channels(profile, "allowed-channels", notes)
                or _read_channels(arm, f"{letter}-channels", notes),
                width_mhz=narrow if band in wide else 20,
                min_dbm=_power(profile, arm, "min-tx-power", notes),
                max_dbm=_power(profile, arm, "max-tx-power", notes),
                lowest_kbps=min(slowest, default=0) * _KBPS,
                band_steering=steers if band == "2.4" else None,
            )
        )
    return tuple(found)


def _read_steering(arm: Block, notes: Notes) -> bool | None:
    """Both that an old and that a new access point steers by (client match supersedes the mode); None if unsaid."""
    mode = arm.last("band-steering-mode")
    switches = [
        line for line in arm.take("client-match", "no client-match") if line.words[-1] == "client-match"
    ]
    if mode not in {"", "disable", *_STEERING}:
        notes.skip(arm.line_of("band-steering-mode"), f"band-steering-mode {mode}")
    if not mode and not switches:
        return None
    return mode in _STEERING and bool(switches) and switches[-1].words[0] != "no"


def _read_width(arm: Block, notes: Notes) -> tuple[frozenset[str], int]:
    """(bands with wide channels, the widest of 5 GHz in MHz)."""
    word = arm.last("wide-bands", "5ghz")
    if word not in _WIDE:
        notes.skip(arm.line_of("wide-bands"), f"wide-bands {word}")
    doubled, quadrupled = arm.flag("80mhz-support"), arm.flag("160mhz-support")
    return _WIDE.get(word, _WIDE["all"]), 160 if quadrupled else 80 if doubled else 40


def _read_channels(block: Block | None, phrase: str, notes: Notes) -> tuple[int, ...]:
    """Channels of a list with commas; () where there is none, or where it is more than numbers."""
    words = block.last(phrase) if block else ""
    found = number_list(words) if words else ()
    if found is None and block is not None:
        notes.skip(block.line_of(phrase), f"{phrase} {words}")
    return tuple(found or ())


def _power(profile: Block | None, arm: Block | None, phrase: str, notes: Notes) -> int | None:
    """What the band's own profile says, or else what all bands have."""
    said: list[int] = []
    for block in (profile, arm):
        word = block.last(phrase) if block else ""
        value = whole_number(word)
        if value is not None:
            said.append(value)
        elif word and block is not None:
            notes.skip(block.line_of(phrase), f"{phrase} {word}")
    return said[0] if said else None
