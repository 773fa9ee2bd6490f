"""SSIDs of the wireless controller for FortiAP."""

from __future__ import annotations

from netgen.readback.facts import ObservedWlan
from netgen.readback.fortinet_fortios.tree import Node

_BANDS = {"2G": "2.4", "5G": "5", "6G": "6"}


def read_wlans(root: Node) -> tuple[ObservedWlan, ...]:
    """Every SSID; `bands` from the radios of the access point profiles that name it."""
    bands = _read_bands(root)
    servers = {entry.name: entry for entry in root.section("user radius").rows()}
    found: list[ObservedWlan] = []
    for entry in root.section("wireless-controller vap").rows():
        secret = " ".join(entry.words("passphrase"))
        stronger = " ".join(entry.words("sae-password"))
        radius = entry.words("radius-server")
        for name in radius:
            if name not in servers:
                entry.doubt_field("radius-server", f"RADIUS server `{name}` is not defined")
        addresses = [
            servers[name].word(field)
            for name in radius
            if name in servers
            for field in ("server", "secondary-server")
        ]
        schedule = entry.words("schedule")
        if schedule not in {(), ("always",)}:
            entry.leave_unread("schedule")
        if entry.choice("pmf", "disable", {"enable", "optional"}) == "disable" and entry.words("pmf"):
            entry.doubt_field("pmf", "management frames are not protected")
        bridged = entry.enabled("local-bridging")
        vlan = entry.number("vlanid", 0)
        found.append(
            ObservedWlan(
                name=entry.name,
                ssid=entry.word("ssid"),
                vlan=vlan if bridged else 0,
                security=entry.word("security", "wpa2-only-personal"),
                passphrase=secret or stronger,
                enabled=entry.name in bands,
                isolated=entry.enabled("intra-vap-privacy"),
                hidden=not entry.enabled("broadcast-ssid", default=True),
                radius=tuple(address for address in addresses if address),
                dynamic_vlan=entry.enabled("dynamic-vlan"),
                bands=tuple(bands.get(entry.name, ())),
                line=entry.line,
            )
        )
    return tuple(found)


def _read_bands(root: Node) -> dict[str, list[str]]:
    """The bands on which each SSID is sent; a radio that does not name its SSIDs sends all of a kind."""
    found: dict[str, list[str]] = {}
    every = [
        (entry.name, entry.enabled("local-bridging"))
        for entry in root.section("wireless-controller vap").rows()
    ]
    for entry in root.section("wireless-controller wtp-profile").rows():
        for radio in ("radio-1", "radio-2", "radio-3"):
            section = entry.section(radio)
            word = section.word("band")
            band = _BANDS.get(word.rpartition("-")[2], word)
            names = list(section.words("vaps"))
            sends = section.choice("vap-all", "tunnel", {"bridge", "manual"})
            if sends != "manual" and (section.values or section.openings):
                names += [
                    name for name, bridged in every if bridged == (sends == "bridge") and name not in names
                ]
            is_off = section.word("mode", "ap") == "disabled"
            for name in names:
                if band not in found.setdefault(name, []) and not is_off:
                    found[name].append(band)
    return found
