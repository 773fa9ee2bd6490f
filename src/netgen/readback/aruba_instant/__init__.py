"""Reads Aruba Instant cluster texts (ArubaOS 8.6 to 8.12) as facts.

Source: public running configurations and HPE's own templates. `no`, repeated blocks, quoted names and
protocol numbers in rules are read as the device does; `exit` and indentation carry no meaning.
Internal portals, TACACS and role rules are not read: their lines are unread.
"""

from __future__ import annotations

import re

from netgen.readback.aruba_instant.blocks import Block, Notes, children, split_words
from netgen.readback.aruba_instant.cluster import Cluster
from netgen.readback.aruba_instant.guests import read_portal, read_range
from netgen.readback.aruba_instant.harmless import (
    ACCESS_RULE,
    AUTH_SERVER,
    BLOCKS,
    PORTAL,
    SILENT,
    SSID,
    TOP,
    TUNING,
    WIRED,
)
from netgen.readback.aruba_instant.radios import HEADS, read_radios
from netgen.readback.aruba_instant.wired import read_port
from netgen.readback.aruba_instant.wlans import (
    Surroundings,
    merge,
    read_access_rule,
    read_client_rate,
    read_lowest_rates,
    read_server,
    read_wlan,
)
from netgen.readback.facts import Observed, ObservedSchedule, ObservedWlan
from netgen.readback.indented import Node, parse_indented

PLATFORM = "aruba_instant"
_SETTINGS = {
    "ssid-profile": SSID,
    "access-rule": ACCESS_RULE,
    "auth-server": AUTH_SERVER,
    "external-captive-portal": PORTAL,
    "tuning": TUNING,
    "wired": WIRED,
}
_HEADS = {
    "external-captive-portal": "wlan external-captive-portal",
    "tuning": "",
    "ssid-profile": "wlan ssid-profile",
    "access-rule": "wlan access-rule",
    "auth-server": "wlan auth-server",
    "wired": "wired-port-profile",
}
_PORT = re.compile(r"enet(\d)-port-profile\Z")


def read(text: str) -> Observed:
    """What the text makes of a cluster. Never raises: what it cannot read is in `unread` or `problems`."""
    notes, cluster = Notes(), Cluster()
    blocks: dict[str, dict[str, Block]] = {kind: {} for kind in _SETTINGS}
    profiles: dict[str, tuple[int, str]] = {}
    ranges: dict[str, ObservedSchedule] = {}
    for node in parse_indented(text.removeprefix("\ufeff")).nodes:
        if not node.text.startswith("#"):
            _take(node, blocks, profiles, cluster, ranges, notes)

    rules = {name: read_access_rule(block) for name, block in blocks["access-rule"].items()}
    servers = {name: read_server(block, notes) for name, block in blocks["auth-server"].items()}
    around = Surroundings(
        servers,
        rules,
        {name: read_client_rate(block, notes) for name, block in blocks["access-rule"].items()},
        {name: read_portal(block) for name, block in blocks["external-captive-portal"].items()},
        ranges,
        cluster.bands,
    )
    wlans = tuple(read_wlan(block, around, notes) for block in blocks["ssid-profile"].values())
    rates = {name: read_lowest_rates(block, notes) for name, block in blocks["ssid-profile"].items()}
    radios = read_radios(blocks["tuning"], rates, wlans, notes)
    ports = tuple(
        read_port(name, line, profile, blocks["wired"], rules, notes)
        for name, (line, profile) in sorted(profiles.items())
    )
    for kind, block in [(kind, block) for kind, named in blocks.items() for block in named.values()]:
        _report_unread(kind, block, {profile for _, profile in profiles.values()}, notes)
    _check_ssids(wlans, notes)
    secrets = [(f"radius {server.address}", server.key) for server in servers.values() if server.key]
    secrets += [(f"wlan {wlan.name}", wlan.passphrase) for wlan in wlans if wlan.passphrase]
    return Observed(
        platform=PLATFORM,
        hostname=cluster.name or cluster.hostname,
        ports=ports,
        interfaces=tuple(cluster.interfaces),
        management=cluster.management(tuple(server.address for server in servers.values()), secrets),
        wlans=wlans,
        radios=radios,
        schedules=tuple(ranges.values()),
        acls=tuple(rules.values()),
        settings=tuple(sorted(notes.settings, key=lambda each: each.line)),
        unread=tuple(sorted(notes.unread, key=lambda line: line.line)),
        problems=tuple(sorted(notes.problems, key=lambda line: line.line)),
    )


def _take(
    node: Node,
    blocks: dict[str, dict[str, Block]],
    profiles: dict[str, tuple[int, str]],
    cluster: Cluster,
    ranges: dict[str, ObservedSchedule],
    notes: Notes,
) -> None:
    """Put one line, with what is indented below it, where it belongs."""
    words = split_words(node.text)
    is_removal = words[:1] == ("no",)
    head = words[1:] if is_removal else words
    kind, name = _block_of(head)
    port = _PORT.match(words[0]) if len(words) == 2 else None
    if kind and is_removal:
        if blocks[kind].pop(name, None) is None:
            notes.skip(node.line, node.text)
    elif kind:
        merge(blocks[kind], name, node.line, children(node), notes)
    elif port:
        profiles[f"enet{port[1]}"] = (node.line, words[1])
        _skip_children(node, notes)
    elif head[:1] == ("time-range",):
        _take_range(head, node, ranges, notes, is_removal=is_removal)
    elif not _take_harmless_block(node, notes):
        text = " ".join(node.words)
        if cluster.take(node, notes) or SILENT.match(text):
            pass
        elif TOP.match(text):
            notes.keep("", text, node.line)
        else:
            notes.skip(node.line, node.text)
        _skip_children(node, notes)


def _take_range(
    head: tuple[str, ...],
    node: Node,
    ranges: dict[str, ObservedSchedule],
    notes: Notes,
    *,
    is_removal: bool,
) -> None:
    """A `time-range` line, or one that removes it."""
    item = None if is_removal else read_range(head, node.line)
    if is_removal and len(head) > 1 and head[1] in ranges:
        del ranges[head[1]]
    elif item is None:
        notes.skip(node.line, node.text)
    else:
        if item.name in ranges:
            notes.doubt(node.line, f"time range `{item.name}` is defined twice")
        ranges[item.name] = item


def _block_of(head: tuple[str, ...]) -> tuple[str, str]:
    """The kind and name of the block that a line opens or removes; ("", "") for another line."""
    match head:
        case ("wlan", "ssid-profile" | "access-rule" | "auth-server" as kind, name):
            return kind, name
        case ("wlan", "external-captive-portal" as kind, *name) if len(name) < 2:
            return kind, "".join(name)
        case _ if " ".join(head) in HEADS:
            return "tuning", " ".join(head)
        case ("wired-port-profile", name):
            return "wired", name
        case _:
            return "", ""


def _take_harmless_block(node: Node, notes: Notes) -> bool:
    """Pass a block that only tunes; a line in it that is not known to tune is unread."""
    text = " ".join(node.words)
    for head, inside in BLOCKS:
        if head.match(text):
            for line in children(node):
                if inside.match(line.text):
                    notes.keep(text, line.text, line.number)
                else:
                    notes.skip(line.number, line.text)
            return True
    return False


def _skip_children(node: Node, notes: Notes) -> None:
    for line in children(node):
        notes.skip(line.number, line.text)


def _report_unread(kind: str, block: Block, used: set[str], notes: Notes) -> None:
    """The lines of a block that no reader took; a wired profile on no port has no effect."""
    if kind == "wired" and block.name not in used:
        return
    scope = f"{_HEADS[kind]} {block.name}".strip()
    notes.keep(scope, "", block.line)
    for line in block.lines:
        if line.number in block.known:
            continue
        if _SETTINGS[kind].match(line.text):
            notes.keep(scope, line.text, line.number)
        else:
            notes.skip(line.number, line.text)


def _check_ssids(wlans: tuple[ObservedWlan, ...], notes: Notes) -> None:
    """Two SSIDs on the air with the same name are one network to a client."""
    seen: dict[str, str] = {}
    for wlan in wlans:
        if wlan.enabled and seen.setdefault(wlan.ssid, wlan.name) != wlan.name:
            notes.doubt(wlan.line, f"SSID {wlan.name}: `{wlan.ssid}` is also sent by `{seen[wlan.ssid]}`")
