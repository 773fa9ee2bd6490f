"""Reads the UCI text of an OpenWrt access point (23.05 and 24.10) as facts.

Source: OpenWrt's own scripts and daemons (libuci, netifd, hostapd's and netifd's Wi-Fi scripts, fw4, dropbear,
rpcd, uhttpd). The text is what `uci export` prints of all packages. IPv6, meshes, Wi-Fi clients, VPNs and anything
outside of UCI (the password of root, its SSH keys) are not read.
"""

from __future__ import annotations

from netgen.readback.facts import Observed, ObservedForward, ObservedZone
from netgen.readback.openwrt.management import read_management, read_pools
from netgen.readback.openwrt.network import Network
from netgen.readback.openwrt.uci import Tree, grow
from netgen.readback.openwrt.unread import report_unread
from netgen.readback.openwrt.wireless import read_radios, read_wlans

PLATFORM = "openwrt"


def read(text: str) -> Observed:
    """What the text makes of an access point. Never raises: what it cannot read is in `unread` or `problems`."""
    tree = grow(text)
    network = Network(tree)
    secrets: list[tuple[str, str]] = []
    radios = read_radios(tree)
    wlans = read_wlans(tree, radios, network, secrets)
    _check_ssids(wlans_by_ssid=[(wlan.ssid, wlan.line) for wlan in wlans], tree=tree)
    countries = {radio.country for radio in radios if radio.enabled}
    radius = tuple(dict.fromkeys(server for wlan in wlans for server in wlan.radius))
    hostname, management, local_in = read_management(
        tree, network, secrets, radius, next(iter(countries)) if len(countries) == 1 else ""
    )
    zones = _read_zones(tree)
    pools = read_pools(tree, network)
    _check_network_names(tree, network)
    settings = report_unread(tree)
    notes = tree.notes
    return Observed(
        platform=PLATFORM,
        hostname=hostname,
        vlans=tuple(network.vlans[number] for number in sorted(network.vlans)),
        ports=network.ports(),
        routes=network.routes,
        pools=pools,
        management=management,
        interfaces=network.interfaces,
        zones=zones,
        local_in=local_in,
        forwards=_read_forwards(tree),
        wlans=wlans,
        radios=radios,
        settings=settings,
        unread=tuple(sorted(notes.unread, key=lambda each: each.line)),
        problems=tuple(sorted(notes.problems, key=lambda each: (each.line, each.text))),
    )


def _read_zones(tree: Tree) -> tuple[ObservedZone, ...]:
    """Zones of the box's own firewall; `intrazone` where it routes between their networks."""
    return tuple(
        ObservedZone(
            section.word("name"),
            section.words("network"),
            section.word("forward", "DROP") == "ACCEPT",
            section.line,
        )
        for section in tree.of("firewall", "zone")
    )


def _read_forwards(tree: Tree) -> tuple[ObservedForward, ...]:
    """Redirects, and zones that may reach one another: an access point bridges and has neither."""
    found = []
    for section in tree.of("firewall", "redirect"):
        outside, inside = section.word("src_dip") or section.word("src"), section.word("dest_ip")
        for option in ("name", "target", "proto", "src_dport", "dest_port", "dest", "enabled"):
            section.words(option)
        found.append(ObservedForward(section.name, section.word("src"), outside, inside, (), section.line))
    found += [
        ObservedForward(
            section.name, section.word("src"), section.word("src"), section.word("dest"), (), section.line
        )
        for section in tree.of("firewall", "forwarding")
    ]
    return tuple(found)


def _check_ssids(wlans_by_ssid: list[tuple[str, int]], tree: Tree) -> None:
    seen: dict[str, int] = {}
    for ssid, line in wlans_by_ssid:
        if seen.setdefault(ssid, line) != line:
            tree.notes.doubt(line, f"SSID `{ssid}` is another network in line {seen[ssid]}")


def _check_network_names(tree: Tree, network: Network) -> None:
    """What names an interface of the network must name one that is there."""
    uses = [("firewall", "zone", "network"), ("dropbear", "dropbear", "Interface"),
            ("dropbear", "dropbear", "DirectInterface"), ("network", "route", "interface")]  # fmt: skip
    for package, type_, option in uses:
        for section in tree.of(package, type_):
            for name in section.words(option):
                if name not in network.vlan_of and name != "loopback":
                    section.doubt(option, f"there is no interface `{name}`")
