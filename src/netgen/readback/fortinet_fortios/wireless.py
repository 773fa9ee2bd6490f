"""SSIDs of the wireless controller for FortiAP: virtual access points, their profiles and keys.

Source: the schema of Fortinet's own collections for FortiOS 7.4 (names, values, defaults); `80211k` and `80211v` are on
and hidden, `pmf` is off and hidden, and WPA3-SAE and enhanced open switch it on by themselves.
"""

from __future__ import annotations

from netgen.readback.facts import ObservedSchedule, ObservedWlan
from netgen.readback.fortinet_fortios.radios import SectionRadio
from netgen.readback.fortinet_fortios.tree import Node

_PMF = {"disable": "off", "optional": "optional", "enable": "required"}
_FORCES_PMF = frozenset({"wpa3-sae", "owe"})
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def read_wlans(
    root: Node, radios: list[SectionRadio], schedules: tuple[ObservedSchedule, ...]
) -> tuple[ObservedWlan, ...]:
    """Every SSID; `bands` from the radios of the access point profiles that name it."""
    bands: dict[str, list[str]] = {}
    for radio in radios:
        for name in radio.wlans:
            found = bands.setdefault(name, [])
            if radio.enabled and radio.band not in found:
                found.append(radio.band)
    servers = {entry.name: entry for entry in root.section("user radius").rows()}
    rates = _read_rates(root)
    by_key = _read_mpsk(root)
    by_name: dict[str, list[ObservedSchedule]] = {}
    for item in schedules:
        by_name.setdefault(item.name, []).append(item)
    return tuple(
        _read_wlan(entry, bands, servers, rates, by_key, by_name)
        for entry in root.section("wireless-controller vap").rows()
    )


def _read_wlan(
    entry: Node,
    bands: dict[str, list[str]],
    servers: dict[str, Node],
    rates: dict[str, int],
    by_key: dict[str, str],
    schedules: dict[str, list[ObservedSchedule]],
) -> ObservedWlan:
    secret, stronger = " ".join(entry.words("passphrase")), " ".join(entry.words("sae-password"))
    security = entry.word("security", "wpa2-only-personal")
    if secret and stronger and secret != stronger:
        entry.doubt_field("sae-password", "the key of WPA3 is not that of WPA2")
    mpsk = entry.word("mpsk-profile")
    if mpsk and mpsk not in by_key:
        entry.doubt_field("mpsk-profile", f"MPSK profile `{mpsk}` is not defined")
    radius = entry.words("radius-server") or tuple(name for name in (by_key.get(mpsk, ""),) if name)
    for name in radius:
        if name not in servers:
            entry.doubt_field("radius-server", f"RADIUS server `{name}` is not defined")
    addresses = [
        servers[name].word(field)
        for name in radius
        if name in servers
        for field in ("server", "secondary-server", "tertiary-server")
    ]
    bridged = entry.enabled("local-bridging")
    vlan = entry.number("vlanid", 0)
    profile = entry.word("qos-profile")
    if profile and profile not in rates:
        entry.doubt_field("qos-profile", f"QoS profile `{profile}` is not defined")
    roams = [entry.enabled(field, default=True) for field in ("80211k", "80211v")]
    return ObservedWlan(
        name=entry.name,
        ssid=entry.word("ssid"),
        vlan=vlan if bridged else 0,
        security=security,
        passphrase=secret or stronger,
        enabled=entry.name in bands and entry.choice("status", "enable", {"disable"}) == "enable",
        isolated=entry.enabled("intra-vap-privacy"),
        hidden=not entry.enabled("broadcast-ssid", default=True),
        radius=tuple(address for address in addresses if address),
        dynamic_vlan=entry.enabled("dynamic-vlan"),
        bands=tuple(bands.get(entry.name, ())),
        line=entry.line,
        refuses_older=not entry.enabled("owe-transition"),
        pmf=_pmf(entry, security),
        fast_roaming=entry.enabled("fast-bss-transition"),
        assisted_roaming=all(roams),
        client_kbps=rates.get(profile, 0),
        hours=_hours(entry, schedules),
        per_device_psk=bool(by_key.get(mpsk)),
        portal=_portal(entry),
        tunnelled=not bridged,
        multicast_to_unicast=entry.enabled("multicast-enhance"),
    )


def _pmf(entry: Node, security: str) -> str:
    forced = security in _FORCES_PMF
    word = entry.choice("pmf", "enable" if forced else "disable", frozenset(_PMF))
    if forced and word != "enable":
        entry.doubt_field("pmf", f"{security} needs protected management frames (IEEE 802.11w)")
    return _PMF[word]


def _hours(entry: Node, schedules: dict[str, list[ObservedSchedule]]) -> tuple[tuple[str, str, str], ...]:
    """The schedule of an SSID by day; () for always. One-time schedules are not read."""
    found: set[tuple[int, str, str]] = set()
    for name in entry.words("schedule"):
        if name == "always":
            return ()
        if name not in schedules:
            entry.doubt_field("schedule", f"schedule `{name}` is not defined")
        for schedule in schedules.get(name, ()):
            if not set(schedule.days) <= set(_WEEK) or not schedule.days:
                entry.leave_unread("schedule")
            else:
                found.update((_WEEK.index(day), schedule.start, schedule.end) for day in schedule.days)
    return tuple((_WEEK[day][:3], start, end) for day, start, end in sorted(found))


def _portal(entry: Node) -> str:
    """The address of an external portal; the word for another kind."""
    kind, address = entry.word("portal-type", "auth"), entry.word("external-web")
    if not entry.enabled("captive-portal"):
        return ""
    return address if kind.startswith("external") and address else kind


def _read_rates(root: Node) -> dict[str, int]:
    """The most a client gets by QoS profile: the larger way, 0 as soon as one way has no bound."""
    found: dict[str, int] = {}
    for entry in root.section("wireless-controller qos-profile").rows():
        ways = [entry.number(field, 0) for field in ("uplink-sta", "downlink-sta")]
        found[entry.name] = max(ways) if all(ways) else 0
        for field in ("uplink", "downlink"):
            if entry.number(field, 0):
                entry.leave_unread(field)
    return found


def _read_mpsk(root: Node) -> dict[str, str]:
    """MPSK profiles with the RADIUS server that knows the keys; "" where they stand in the text."""
    found: dict[str, str] = {}
    for entry in root.section("wireless-controller mpsk-profile").rows():
        server = entry.word("mpsk-external-server")
        outside = entry.enabled("mpsk-external-server-auth")
        if entry.choice("mpsk-type", "wpa2-personal", {"wpa3-sae", "wpa3-sae-transition"}) != "wpa2-personal":
            entry.leave_unread("mpsk-type")
        found[entry.name] = server if outside else ""
        for group in entry.rows("mpsk-group"):
            for key in group.rows("mpsk-key"):
                key.words("passphrase")
                entry.notes.doubt(key.line, f"{entry.name}: a key of its own lets `{key.name}` in")
    return found
