"""Interfaces and zones, the zones of SD-WAN included."""

from __future__ import annotations

from netgen.readback.facts import ObservedInterface, ObservedZone
from netgen.readback.fortinet_fortios.bgp import read_bfd
from netgen.readback.fortinet_fortios.tree import Node
from netgen.readback.indented import ipv4_text
from netgen.readback.spans import address_and_length

_KINDS = frozenset({"physical", "aggregate", "vlan", "tunnel", "loopback"})
_MODES = frozenset({"static", "dhcp", "pppoe"})
_VLAN_MAX = 4094


def read_interfaces(root: Node) -> tuple[ObservedInterface, ...]:
    """Every interface of the text, and the tunnel interfaces that a phase 1 makes by itself."""
    phase1 = root.section("vpn ipsec phase1-interface").entries
    found = [_read_interface(entry, phase1) for entry in root.section("system interface").rows()]
    named = {interface.name for interface in found}
    for name, entry in phase1.items():
        if name not in named:
            found.append(ObservedInterface(name, "tunnel", 0, parent=entry.word("interface")))
    return tuple(found)


def _read_interface(entry: Node, phase1: dict[str, Node]) -> ObservedInterface:
    vlan = entry.number("vlanid", 0)
    if entry.words("vlanid") and not 1 <= vlan <= _VLAN_MAX:
        entry.doubt_field("vlanid", f"VLAN {vlan} does not exist")
    parent = entry.word("interface")
    kind = entry.word("type")
    if (
        not kind
    ):  # the type is hidden where it is the default, `vlan`; hardware ports and tunnels exist beforehand
        kind = "vlan" if vlan else "tunnel" if entry.name in phase1 else "physical"
    elif kind not in _KINDS:
        entry.leave_unread("type")
    if kind == "vlan" and not (vlan and parent):
        entry.notes.doubt(entry.line, f"{entry.name}: a VLAN interface needs `interface` and `vlanid`")
    if kind == "tunnel" and entry.name in phase1:
        below = phase1[entry.name].word("interface")
        if parent not in {"", below}:
            entry.doubt_field("interface", f"is on `{parent}`, while its phase 1 is on `{below}`")
        parent = below
    vdom = entry.word("vdom", "root")
    if vdom != "root":
        entry.doubt_field("vdom", f"belongs to VDOM `{vdom}`")
    address, length = _read_address(entry)
    relays = entry.words("dhcp-relay-ip")
    source = entry.word("dhcp-relay-source-ip", address)
    if relays and source not in {address, "0.0.0.0"}:  # noqa: S104 - FortiOS writes "its own address" so
        entry.doubt_field("dhcp-relay-source-ip", f"relays from `{source}`, which is not its own address")
    if kind == "tunnel":
        length = _tunnel_length(entry, length)
    return ObservedInterface(
        name=entry.name,
        kind=kind,
        line=entry.line,
        address=address,
        length=length,
        mode=entry.choice("mode", "static", _MODES),
        vlan=vlan,
        parent=parent,
        members=entry.words("member"),
        access=entry.words("allowaccess"),
        shutdown=entry.choice("status", "up", {"up", "down"}) == "down",
        distance=entry.number("distance", 5),
        metric=entry.number("priority", 1),
        shape_kbps=entry.number("outbandwidth", 0),
        user=entry.word("username"),
        bfd=read_bfd(entry),
        takes_dns=entry.enabled("dns-server-override", default=True),
        remote=(entry.words("remote-ip") or ("",))[0],
        relays=relays if entry.enabled("dhcp-relay-service") else (),
        lag_active=kind == "aggregate"
        and entry.choice("lacp-mode", "active", {"static", "passive"}) == "active",
    )


def _read_address(entry: Node) -> tuple[str, int]:
    words = entry.words("ip")
    if not words or words == ("0.0.0.0", "0.0.0.0"):  # noqa: S104 - FortiOS writes "no address" so
        return "", 0
    read = address_and_length(words)
    if read is None:
        entry.doubt_field("ip", f"`{' '.join(words)}` is not an address with a mask")
        return "", 0
    return ipv4_text(read[0]), read[1]


def _tunnel_length(entry: Node, length: int) -> int:
    """The mask of `remote-ip` defines the overlay subnet, since the tunnel's own address is a /32."""
    words = entry.words("remote-ip")
    remote = address_and_length(words)
    if words and remote is None:
        entry.doubt_field("remote-ip", f"`{' '.join(words)}` is not an address with a mask")
    return remote[1] if remote and len(words) > 1 else length


def read_zones(root: Node) -> tuple[ObservedZone, ...]:
    """The zones of the text, then the SD-WAN zones with the interfaces that are their members."""
    zones = [
        ObservedZone(
            entry.name,
            entry.words("interface"),
            entry.choice("intrazone", "deny", {"allow"}) == "allow",
            entry.line,
        )
        for entry in root.section("system zone").rows()
    ]
    sdwan = root.section("system sdwan")
    members: dict[str, list[str]] = {}
    for entry in sdwan.rows("members"):
        if entry.enabled("status", default=True):
            members.setdefault(entry.word("zone", "virtual-wan-link"), []).append(entry.word("interface"))
    zones += [
        ObservedZone(entry.name, tuple(members.pop(entry.name, ())), intrazone=False, line=entry.line)
        for entry in sdwan.rows("zone")
    ]
    for name, interfaces in members.items():
        if name != "virtual-wan-link":
            sdwan.notes.doubt(sdwan.line, f"SD-WAN members name zone `{name}`, which is not defined")
        zones.append(ObservedZone(name, tuple(interfaces), intrazone=False, line=0))
    return tuple(zones)
