"""SSIDs, the access rules of their clients, and the authentication servers."""

from __future__ import annotations

import msgspec

from netgen.readback.aruba_instant.blocks import Block, Line, Notes
from netgen.readback.aruba_instant.guests import Portal, read_hours, read_portal_use
from netgen.readback.facts import ObservedAcl, ObservedSchedule, ObservedWlan
from netgen.readback.indented import ipv4, whole_number

OPEN_MODES = frozenset({"opensystem", "enhanced-open"})
_KEY_MODES = frozenset({"wpa2-psk-aes", "wpa3-sae-aes", "wpa-psk-tkip", "wpa-psk-tkip,wpa2-psk-aes"})
_OPMODES = OPEN_MODES | _KEY_MODES | {
    "wpa2-aes", "wpa3-aes-ccm-128", "wpa3-aes-gcm-256", "wpa3-cnsa", "mpsk-aes", "wpa-tkip",
    "wpa-tkip,wpa2-aes",
    "static-wep", "dynamic-wep",
}  # fmt: skip
#: Modes whose transition lets older clients in, and those that have none.
_TRANSITION_MODES = frozenset({"wpa3-sae-aes", "wpa3-aes-ccm-128", "enhanced-open"})
_ALWAYS_PROTECTED = frozenset({"wpa3-aes-gcm-256", "wpa3-cnsa"})
_BANDS = {"all": ("2.4", "5"), "2.4": ("2.4",), "5.0": ("5",), "none": ()}
_PROTOCOLS = {"6": "tcp", "17": "udp", "1": "icmp"}
_VLAN_MAX = 4094
_SHORTEST_KEY = 8

#: The user database inside the cluster, which needs no block.
INTERNAL_SERVER = "InternalServer"


class Server(msgspec.Struct, frozen=True):
    """A RADIUS server by its name in the text."""

    name: str
    address: str
    line: int
    key: str


class Surroundings(msgspec.Struct, frozen=True):
    """What an SSID refers to, by name, and the bands of the whole cluster."""

    servers: dict[str, Server]
    rules: dict[str, ObservedAcl]
    rates: dict[str, int]
    portals: dict[str, Portal]
    ranges: dict[str, ObservedSchedule]
    bands: str


def read_server(block: Block, notes: Notes) -> Server:
    """A `wlan auth-server` block."""
    address = block.last("ip")
    if ipv4(address) is None:
        notes.doubt(block.line_of("ip"), f"authentication server {block.name}: `{address}` is not an address")
    key = block.last("key")
    if not key:
        notes.doubt(block.line, f"authentication server {block.name} has no key")
    return Server(block.name, address, block.line, key)


def read_access_rule(block: Block) -> ObservedAcl:
    """A `wlan access-rule` block: its rules as text (protocol numbers by name), `vlan N` included."""
    entries: list[str] = []
    for line in block.take("rule", "no rule", "vlan"):
        if line.words[0] == "no":
            gone = _rule_text(line.words[2:])
            entries = [entry for entry in entries if entry != gone]
        elif line.words[0] == "rule":
            entries.append(_rule_text(line.words[1:]))
        else:
            entries.append(" ".join(line.words))
    return ObservedAcl(block.name, tuple(entries), block.line)


def _rule_text(words: tuple[str, ...]) -> str:
    """`any any match 6 80 80 permit` is what a device may print for `tcp`."""
    found = list(words)
    for index, word in enumerate(found[:-1]):
        if word in {"match", "invert"}:
            found[index + 1] = _PROTOCOLS.get(found[index + 1], found[index + 1])
            break
    return " ".join(found)


def read_client_rate(block: Block, notes: Notes) -> int:
    """The most that each client of a role gets in kbit/s, the larger way; 0 as soon as one way has no bound."""
    ways = {"downstream": 0, "upstream": 0}
    for line in block.take("bandwidth-limit peruser", "no bandwidth-limit peruser"):
        words = line.words[3:] if line.words[0] == "no" else line.words[2:]
        value = whole_number(words[1]) if len(words) == 2 else None
        if words[:1] and words[0] in ways and (value is not None or line.words[0] == "no"):
            ways[words[0]] = 0 if line.words[0] == "no" else value or 0
        else:
            notes.skip(line.number, line.text)
    return max(ways.values()) if all(ways.values()) else 0


def read_lowest_rates(block: Block, notes: Notes) -> tuple[int, int]:
    """The slowest rates of an SSID in Mbit/s on 2.4 and 5 GHz."""
    found = []
    for phrase, usual in (("g-min-tx-rate", 1), ("a-min-tx-rate", 6)):
        word = block.last(phrase, str(usual))
        value = whole_number(word)
        if value is None:
            notes.skip(block.line_of(phrase), f"{phrase} {word}")
        found.append(value or 0)
    return found[0], found[1]


def read_wlan(block: Block, around: Surroundings, notes: Notes) -> ObservedWlan:
    """A `wlan ssid-profile` block."""
    servers, rules, bands = around.servers, around.rules, around.bands
    security = block.last("opmode", "opensystem")
    if security not in _OPMODES:
        notes.skip(block.line_of("opmode"), f"opmode {security}")
    passphrase = block.last("wpa-passphrase")
    if security in _KEY_MODES and not passphrase:
        notes.doubt(block.line, f"SSID {block.name}: `{security}` without a passphrase")
    if passphrase and len(passphrase) < _SHORTEST_KEY:
        notes.doubt(
            block.line_of("wpa-passphrase"), f"SSID {block.name}: the passphrase is shorter than 8 characters"
        )
    names = _read_server_names(block)
    for name in names:
        if name not in servers and name != INTERNAL_SERVER:
            notes.doubt(
                block.line_of(f"auth-server {name}"), f"SSID {block.name}: server `{name}` is not defined"
            )
    derivations = tuple(line.text for line in block.take("set-vlan", "set-role"))
    if block.name not in rules:
        notes.doubt(block.line, f"SSID {block.name}: there is no access rule `{block.name}`")
    refuses_older = _refuses_older(block)
    ssid = block.last("essid")
    if not ssid:
        notes.doubt(block.line, f"SSID {block.name}: there is no essid")
    return ObservedWlan(
        name=block.name,
        ssid=ssid,
        vlan=_read_vlan(block, notes),
        security=security,
        passphrase=passphrase,
        enabled=block.flag("enable", "disable"),
        isolated=block.flag("deny-inter-user-bridging"),
        isolates_vlan=block.flag("deny-intra-vlan-traffic"),
        hidden=block.flag("hide-ssid"),
        refuses_older=refuses_older,
        pmf=_pmf(block, security, refuses_older=refuses_older),
        client_kbps=around.rates.get(block.name, 0),
        hours=read_hours(block, around.ranges, notes),
        portal=read_portal_use(block, around.portals, notes),
        radius=tuple(servers[name].address if name in servers else name for name in names),
        dynamic_vlan=any(text.startswith("set-vlan") for text in derivations),
        bands=_read_bands(block, bands, notes),
        line=block.line,
        fast_roaming=block.flag("dot11r"),
        assisted_roaming=_says(block, "dot11k") and _says(block, "dot11v"),
        multicast_to_unicast=block.flag("dynamic-multicast-optimization"),
        per_device_psk=security == "mpsk-aes",
        rules=rules[block.name].entries if block.name in rules else (),
        derivations=tuple(text for text in derivations if text != "set-role-unrestricted"),
    )


def _refuses_older(block: Block) -> bool:
    """True after `opmode-transition-disable` or `no opmode-transition`; the transition is on by default."""
    value = False
    for line in block.take("opmode-transition", "no opmode-transition"):
        value = line.words[0] == "no"
    for line in block.take("opmode-transition-disable", "no opmode-transition-disable"):
        value = line.words[0] != "no"
    return value


def _pmf(block: Block, security: str, *, refuses_older: bool) -> str:
    """Protected management frames: by the mode and its transition, or by a word of its own for WPA2.

    Source: HPE Aruba Networking, Wi-Fi design and deployment, security modes.
    """
    required, capable = block.flag("mfp-required"), block.flag("mfp-capable")
    if security in _ALWAYS_PROTECTED:
        return "required"
    if security in _TRANSITION_MODES:
        return "required" if refuses_older else "optional"
    return "required" if required else "optional" if capable else "off"


def _says(block: Block, word: str) -> bool:
    """True if the last of `word` and `no word` switches on; the line stays a setting."""
    found = [line.words for line in block.lines if line.words[-1:] == (word,)]
    return bool(found) and found[-1] == (word,)


def _read_server_names(block: Block) -> tuple[str, ...]:
    names: list[str] = []
    for line in block.take("auth-server", "no auth-server"):
        name = line.words[-1]
        if line.words[0] == "no":
            names = [kept for kept in names if kept != name]
        elif name not in names:
            names.append(name)
    return tuple(names)


def _read_vlan(block: Block, notes: Notes) -> int:
    """The VLAN of the clients; 0 where they are untagged. A name, a pool or `guest` is no number: unread."""
    word = block.last("vlan")
    if not word:
        return 0
    vlan = whole_number(word)
    if vlan is None:
        notes.skip(block.line_of("vlan"), f"vlan {word}")
        return 0
    if not 1 <= vlan <= _VLAN_MAX:
        notes.doubt(block.line_of("vlan"), f"SSID {block.name}: VLAN {vlan} does not exist")
    return vlan


def _read_bands(block: Block, cluster: str, notes: Notes) -> tuple[str, ...]:
    word = block.last("rf-band", "all")
    if word not in _BANDS:
        notes.skip(block.line_of("rf-band"), f"rf-band {word}")
    allowed = _BANDS.get(cluster, _BANDS["all"])
    bands = tuple(band for band in _BANDS.get(word, ()) if band in allowed)
    return (*bands, "6") if block.flag("rf-band-6ghz") else bands


def merge(blocks: dict[str, Block], name: str, number: int, lines: list[Line], notes: Notes) -> None:
    """Add a block, or its lines to the block of the same name, which the device would go on editing."""
    if name in blocks:
        notes.doubt(number, f"`{name}` is already defined in line {blocks[name].line}: both are read as one")
        blocks[name].lines.extend(lines)
    else:
        blocks[name] = Block(name, number, list(lines))
