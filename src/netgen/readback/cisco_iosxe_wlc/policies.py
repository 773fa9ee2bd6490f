"""Policy profiles, flex profiles and tags: which VLAN the clients of a WLAN enter, and where.

Defaults as the 17.12.1 model has them: VLAN 1, everything central, no override by RADIUS, switched off; a site tag
is local and has the default flex profile.
"""

from __future__ import annotations

import msgspec

from netgen.readback.cisco_iosxe_wlc.aaa import Lists
from netgen.readback.cisco_iosxe_wlc.blocks import Block, Notes, split_words
from netgen.readback.cisco_iosxe_wlc.calendars import Minutes, whole_week, windows
from netgen.readback.indented import Node, whole_number

_VLAN_MAX = 4094
_BUILT_IN_FLEX = "default-flex-profile"


class Policy(msgspec.Struct):
    """A policy profile. `vlan` is a number or a name."""

    name: str
    line: int
    vlan: str
    vlan_line: int
    enabled: bool
    central: bool
    central_dhcp: bool
    override: bool
    admits: bool
    hours: tuple[tuple[str, str, str], ...]
    client_kbps: int
    acl: str


class Flex(msgspec.Struct):
    """A flex profile: the access points' own VLAN, and VLANs by name."""

    name: str
    line: int
    native: int
    vlans: dict[str, int]


class Site(msgspec.Struct):
    """A site tag. `local` keeps the access points' clients central whatever a policy says."""

    name: str
    line: int
    local: bool
    flex: str
    join: str


def read_policy(
    block: Block, calendars: dict[str, Minutes], policers: dict[str, int], lists: Lists, notes: Notes
) -> Policy:
    """One `wireless profile policy` block."""
    accounting = block.value("accounting-list")
    kinds = ("accounting identity", "accounting network")
    if accounting and all(lists.hosts(kind, accounting) is None for kind in kinds):
        notes.doubt(block.line_of("accounting-list"), f"accounting list {accounting} is not defined")
    rates = []
    for direction in ("input", "output"):
        name = block.value("service-policy", "client", direction)
        if name and name not in policers:
            notes.doubt(block.line_of("service-policy", "client"), f"policy map {name} has no rate")
        if name:
            rates.append(policers.get(name, 0))
    acl = block.value("ipv4", "acl")
    return Policy(
        name=block.name,
        line=block.line,
        vlan=block.value("vlan", default="1"),
        vlan_line=block.line_of("vlan"),
        enabled=not block.flag("shutdown", default=True),
        central=block.flag("central", "switching", default=True),
        central_dhcp=block.flag("central", "dhcp", default=True),
        override=block.flag("aaa-override"),
        admits=block.flag("nac"),
        hours=_hours(block, calendars, notes),
        client_kbps=max(rates) if len(rates) == 2 else 0,
        acl=acl,
    )


def _hours(block: Block, calendars: dict[str, Minutes], notes: Notes) -> tuple[tuple[str, str, str], ...]:
    allowed: Minutes | None = None
    denied: Minutes = set()
    for spelling in ("calender-profile", "calendar-profile"):
        for line in block.take(spelling, "name", below=True):
            name = line.said[2] if len(line.said) > 2 else ""
            if name not in calendars:
                notes.doubt(line.number, f"calendar {name} is not defined")
            actions = [" ".join(child.words) for child in line.node.children]
            if actions in (["action wlan_enable"], ["action wlan-enable"]):
                allowed = (allowed or set()) | calendars.get(name, set())
            elif actions == ["action deny-client"]:
                denied |= calendars.get(name, set())
            else:
                notes.doubt(line.number, f"policy profile {block.name}: calendar {name} does nothing")
    if allowed is None and not denied:
        return ()
    return windows((whole_week() if allowed is None else allowed) - denied)


def read_flex(block: Block, notes: Notes) -> Flex:
    """One `wireless profile flex` block."""
    native = whole_number(block.value("native-vlan-id", default="1"))
    if native is None or not 1 <= native <= _VLAN_MAX:
        notes.doubt(block.line_of("native-vlan-id"), f"flex profile {block.name}: the native VLAN is none")
    vlans: dict[str, int] = {}
    for line in block.take("vlan-name"):
        name = line.said[1] if len(line.said) > 1 else ""
        number = 1
        for child in line.node.children:
            words = split_words(child.text)
            if words[:1] == ("vlan-id",) and len(words) == 2:
                block.known.add(child.line)
                number = whole_number(words[1]) or 0
        if not 1 <= number <= _VLAN_MAX:
            notes.doubt(line.number, f"flex profile {block.name}: VLAN {name} has no number")
        if line.on:
            if number in vlans.values():
                notes.doubt(line.number, f"flex profile {block.name} has two names for VLAN {number}")
            vlans[name] = number
        else:
            vlans.pop(name, None)
    return Flex(block.name, block.line, native or 0, vlans)


def read_site(block: Block) -> Site:
    """One `wireless tag site` block."""
    return Site(
        block.name,
        block.line,
        block.flag("local-site", default=True),
        block.value("flex-profile", default=_BUILT_IN_FLEX),
        block.value("ap-profile", default="default-ap-profile"),
    )


def read_policy_tag(block: Block) -> dict[str, tuple[str, int]]:
    """One `wireless tag policy` block: WLANs with their policy profile and line."""
    found: dict[str, tuple[str, int]] = {}
    for line in block.take("wlan"):
        match line.said:
            case (_, wlan, "policy", policy):
                if line.on:
                    found[wlan] = (policy, line.number)
                else:
                    found.pop(wlan, None)
            case _:
                block.known.discard(line.number)
    return found


def read_policers(nodes: list[Node]) -> dict[str, int]:
    """Policy maps that bound everything to one rate, by name: kbit/s."""
    found: dict[str, int] = {}
    for node in nodes:
        if node.words[:1] != ["policy-map"] or len(node.words) != 2 or len(node.children) != 1:
            continue
        inside = node.children[0]
        if inside.words != ["class", "class-default"]:
            continue
        for line in inside.children:
            numbers = [whole_number(word) for word in line.words[1:3]]
            rate = next((number for number in numbers if number), 0)
            if line.words[0] == "police" and rate:
                found[node.words[1]] = rate // 1000
    return found
