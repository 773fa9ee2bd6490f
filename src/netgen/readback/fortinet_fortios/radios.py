"""Radios of FortiAP profiles, and the access points that have them."""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedApGroup, ObservedRadio
from netgen.readback.fortinet_fortios.tree import Node
from netgen.readback.indented import whole_number

_BANDS = {"2G": "2.4", "5G": "5", "6G": "6"}
_RADIOS = ("radio-1", "radio-2", "radio-3")
_INHERITS = "--"
#: Slowest rates of IEEE 802.11 by band, where an SSID lists none.
_SLOWEST = {"2.4": 1000, "5": 6000, "6": 6000}


class SectionRadio(msgspec.Struct):
    """A radio of a profile, with the SSIDs that it sends."""

    node: Node
    profile: Node
    name: str
    band: str
    enabled: bool
    wlans: tuple[str, ...]


def read_sections(root: Node) -> list[SectionRadio]:
    """Every radio that a profile speaks of; one that does not name its SSIDs sends all of a kind."""
    every = [
        (entry.name, entry.enabled("local-bridging"))
        for entry in root.section("wireless-controller vap").rows()
    ]
    known = {name for name, _ in every}
    found: list[SectionRadio] = []
    for entry in root.section("wireless-controller wtp-profile").rows():
        for radio in _RADIOS:
            section = entry.section(radio)
            word = section.word("band")
            names = list(section.words("vaps"))
            for name in names:
                if name not in known:
                    section.notes.doubt(section.line_of("vaps"), f"{entry.name}: there is no SSID `{name}`")
            sends = section.choice("vap-all", "tunnel", {"bridge", "manual"})
            if sends != "manual" and (section.values or section.openings):
                if names:
                    section.notes.doubt(
                        section.line_of("vaps"),
                        f"{entry.name}: the list of SSIDs has no effect, all of a kind are sent",
                    )
                names = [name for name, bridged in every if bridged == (sends == "bridge")]
            is_on = section.word("mode", "ap") == "ap"
            if section.values or section.openings or names:
                band = _BANDS.get(word.rpartition("-")[2], word)
                found.append(SectionRadio(section, entry, f"{entry.name} {radio}", band, is_on, tuple(names)))
    return found


def read_radios(root: Node, sections: list[SectionRadio]) -> tuple[str, tuple[ObservedRadio, ...]]:
    """The country of all radios ("" without SSIDs, several with commas), and each radio."""
    general = root.section("wireless-controller setting").word("country", "US")
    vaps = {entry.name: entry for entry in root.section("wireless-controller vap").rows()}
    slowest = {name: {band: _slowest(entry, band) for band in _SLOWEST} for name, entry in vaps.items()}
    scanning = _scanning(root)
    countries: dict[str, None] = {}
    found: list[ObservedRadio] = []
    for radio in sections:
        own = radio.profile.word("ap-country", _INHERITS)
        country = general if own == _INHERITS else own
        countries[country] = None
        least, most = _powers(radio.node)
        found.append(
            ObservedRadio(
                name=radio.name,
                band=radio.band,
                line=radio.node.line,
                enabled=radio.enabled,
                country=country,
                channels=_channels(radio.node),
                width_mhz=_width(radio.node),
                min_dbm=least,
                max_dbm=most,
                lowest_kbps=min(
                    (slowest[name].get(radio.band, 0) for name in radio.wlans if name in slowest), default=0
                ),
                band_steering=_steers(radio),
                scans=radio.node.word("wids-profile") in scanning,
            )
        )
    return (",".join(countries) or general) if vaps else "", tuple(found)


def _steers(radio: SectionRadio) -> bool:
    """Frequency handoff of the whole profile, or of the radio alone."""
    return radio.profile.enabled("frequency-handoff") or radio.node.enabled("frequency-handoff")


def _scanning(root: Node) -> set[str]:
    """Profiles that look for foreign access points. Disturbing them is never right: they may be a neighbour's."""
    found = set()
    for entry in root.section("wireless-controller wids-profile").rows():
        if entry.enabled("ap-auto-suppress"):
            entry.doubt_field(
                "ap-auto-suppress", "access points of others are disturbed, a neighbour's perhaps"
            )
        if entry.enabled("ap-scan"):
            found.add(entry.name)
    return found


def _slowest(entry: Node, band: str) -> int:
    words = entry.words("rates-11bg" if band == "2.4" else "rates-11a")
    rates = [word.removesuffix("-basic") for word in words]
    return min(
        (int(float(rate) * 1000) for rate in rates if rate.replace(".", "", 1).isdecimal()),
        default=_SLOWEST[band],
    )


def _channels(radio: Node) -> tuple[int, ...]:
    numbers = [whole_number(word) for word in radio.words("channel")]
    if None in numbers:
        radio.doubt_field("channel", "`channel` holds no channel")
    return tuple(sorted(number for number in numbers if number))


def _width(radio: Node) -> int:
    word = radio.word("channel-bonding", "20MHz").removesuffix("MHz")
    return whole_number(word) or 0


def _powers(radio: Node) -> tuple[int | None, int | None]:
    """Lowest and highest dBm that the radio chooses from; None where the text has another unit."""
    low, high = radio.number("auto-power-low", 10), radio.number("auto-power-high", 17)
    mode, fixed = radio.word("power-mode", "percentage"), radio.number("power-value", 27)
    if radio.enabled("auto-power-level"):
        return low, high
    return (fixed, fixed) if mode == "dBm" else (None, None)


def read_groups(root: Node, sections: list[SectionRadio]) -> tuple[ObservedApGroup, ...]:
    """Access points that the text names, each with the SSIDs of its profile."""
    profiles = {radio.profile.name for radio in sections}
    found: list[ObservedApGroup] = []
    for entry in root.section("wireless-controller wtp").rows():
        profile = entry.word("wtp-profile")
        if profile not in profiles:
            entry.doubt_field("wtp-profile", f"FortiAP profile `{profile}` is not defined")
        if entry.choice("admin", "enable", {"disable", "discovered"}) != "enable":
            entry.leave_unread("admin")
        for radio in _RADIOS:
            entry.section(radio)
        wlans = [name for radio in sections if radio.profile.name == profile for name in radio.wlans]
        found.append(
            ObservedApGroup(
                entry.name, "name", (entry.word("name", entry.name),), tuple(dict.fromkeys(wlans)), entry.line
            )
        )
    return tuple(found)
