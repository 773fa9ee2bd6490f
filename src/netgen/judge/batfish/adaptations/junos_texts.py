"""What of a Junos text Batfish is given: interfaces, VLANs, zones, policies and routes, line by line.

The text keeps its braces; whole blocks are taken out by their path. Sources: observed answers of Batfish 0.36.0.
"""

from __future__ import annotations

import re

from netgen.judge.batfish.adaptations.adaptation import Row

#: Blocks and statements, by path, of which Batfish models nothing that is asked here. `*` is any one word.
UNMODELLED = (
    "access", "chassis", "class-of-service", "event-options", "forwarding-options access-security",
    "forwarding-options sampling", "forwarding-options storm-control-profiles", "groups", "interfaces * mtu",
    "interfaces * unit * family ethernet-switching storm-control", "interfaces * unit * family inet dhcp",
    "poe", "protocols dot1x", "protocols igmp-snooping", "protocols layer2-control", "protocols lldp",
    "protocols lldp-med", "protocols mstp", "protocols rstp", "protocols sflow", "routing-instances * access",
    "routing-instances * system", "schedulers", "security alg", "security dynamic-address", "security flow",
    "security forwarding-options",
    "security idp", "security ike", "security ipsec", "security log", "security nat", "security pki",
    "security policies from-zone * to-zone * policy * scheduler-name",
    "security policies from-zone * to-zone * policy * then permit application-services",
    "security policies global", "security screen", "security utm", "security zones security-zone * description",
    "security zones security-zone * host-inbound-traffic",
    "security zones security-zone * interfaces * host-inbound-traffic", "security zones security-zone * screen",
    "services", "snmp", "switch-options", "system accounting", "system archival", "system authentication-order",
    "system domain-name", "system internet-options", "system login", "system name-server",
    "system no-redirects", "system ntp", "system ports", "system radius-options", "system radius-server",
    "system root-authentication", "system services", "system syslog", "system time-zone", "virtual-chassis",
    "vlans * forwarding-options",
)  # fmt: skip
_PATHS = tuple(tuple(path.split()) for path in UNMODELLED)
_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|/\*.*?\*/|/\*.*|#.*|[{};\[\]]|[^\s{};\[\]"]+|"')


def _pieces(text: str) -> list[str]:
    return [piece for piece in _PIECE.findall(text) if not piece.startswith(("#", "/*"))]


def keep_modelled(rows: list[Row]) -> list[Row]:
    """Take out the blocks that are not asked about; a line that opens one goes with all that stands in it."""
    kept: list[Row] = []
    path: list[tuple[str, ...]] = []
    dropping = 0
    for number, text in rows:
        pieces = _pieces(text)
        words = tuple(piece for piece in pieces if piece not in "{};[]")
        opens, closes = pieces.count("{"), pieces.count("}")
        if dropping:
            dropping += opens - closes
            dropping = max(dropping, 0)
            continue
        here = tuple(word for block in path for word in block) + words
        if words and any(_is_below(wanted, here) for wanted in _PATHS):
            dropping = max(opens - closes, 0)
            continue
        kept.append((number, text))
        if opens > closes:
            path.append(words)
        for _ in range(max(closes - opens, 0)):
            if path:
                path.pop()
    return kept


def _is_below(wanted: tuple[str, ...], here: tuple[str, ...]) -> bool:
    """True if a path begins with the words of another."""
    if len(here) < len(wanted):
        return False
    return all(one in ("*", other) for one, other in zip(wanted, here, strict=False))


def spread_global_policies(rows: list[Row]) -> list[Row]:
    """Put each global policy up to the last that permits into every pair of zones that it means.

    `default-policy permit-all` is one more, between all zones.
    """
    zones = _zones(rows)
    policies, place = _global_policies(rows)
    if _permits_by_default(rows):
        policies.append(("default-policy", _PERMIT_ALL, [], []))
    permitting = [at for at, (_, lines, _, _) in enumerate(policies) if _permits(lines)]
    wanted = policies[: permitting[-1] + 1] if permitting else []
    added: list[Row] = []
    for name, lines, sources, destinations in wanted:
        for one in sources or zones:
            for other in destinations or zones:
                added.append((0, f"        from-zone {one} to-zone {other} {{"))
                added.append((0, f"            policy global-{name} {{"))
                added += [(0, line) for line in lines]
                added.append((0, "        }"))
    return [*rows[:place], *added, *rows[place:]] if added else rows


_PERMIT_ALL = [
    "                match { source-address any; destination-address any; application any; }",
    "                then { permit; }",
    "            }",
]


def _zones(rows: list[Row]) -> list[str]:
    found: list[str] = []
    for _, text in rows:
        words = _pieces(text)
        if words[:1] == ["security-zone"] and words[2:3] == ["{"] and words[1] not in found:
            found.append(words[1])
    return found


def _permits_by_default(rows: list[Row]) -> bool:
    return any("permit-all" in _pieces(text) for _, text in rows)


def _permits(lines: list[str]) -> bool:
    return any("permit" in _pieces(line) for line in lines)


def _policies_block(rows: list[Row]) -> tuple[int, int]:
    """The rows that open and close `policies`. A global policy is asked after those of a pair."""
    depth, first = 0, len(rows)
    for at, (_, text) in enumerate(rows):
        pieces = _pieces(text)
        if depth or pieces[:2] == ["policies", "{"]:
            first = at if depth == 0 else first
            depth += pieces.count("{") - pieces.count("}")
            if depth <= 0:
                return first, at
    return first, len(rows)


Policy = tuple[str, list[str], list[str], list[str]]


def _global_policies(rows: list[Row]) -> tuple[list[Policy], int]:
    """(name, lines after the one that opens it, from zones, to zones) of each; where the policies end."""
    found: list[Policy] = []
    first, place = _policies_block(rows)
    begun = next((at for at in range(first, place) if _pieces(rows[at][1])[:2] == ["global", "{"]), None)
    if begun is None:
        return found, place
    depth, active = 0, False
    for _, text in rows[begun:]:
        pieces = _pieces(text)
        if depth == 1 and pieces:
            active = pieces[0] == "policy" and len(pieces) > 1
            if active:
                found.append((pieces[1], [], [], []))
        elif active and depth > 1:
            ends = {"from-zone": found[-1][2], "to-zone": found[-1][3]}.get(pieces[0] if pieces else "")
            if ends is None:
                found[-1][1].append(text)
            else:
                ends += [piece for piece in pieces[1:] if piece not in "[];" and piece != "any"]
        depth += pieces.count("{") - pieces.count("}")
        if depth <= 0:
            break
    return found, place


#: A port that no EX switch has.
_STAND_IN = "ge-0/0/127"


def carry_voice(rows: list[Row]) -> list[Row]:
    """A trunk, on a port that does not exist, that carries every VLAN that telephones are told to use."""
    names: dict[str, None] = {}
    path: list[list[str]] = []
    for _, text in rows:
        pieces = _pieces(text)
        if [block[0] for block in path] == ["switch-options", "voip", "interface"] and pieces[:1] == ["vlan"]:
            names.update(dict.fromkeys(piece for piece in pieces[1:2] if piece != ";"))
        if pieces[-1:] == ["{"]:
            path.append(pieces)
        elif pieces[:1] == ["}"] and path:
            path.pop()
    place = next((at + 1 for at, (_, text) in enumerate(rows) if _pieces(text) == ["interfaces", "{"]), 0)
    if not names or not place:
        return rows
    trunk = f"interface-mode trunk; vlan {{ members [ {' '.join(names)} ]; }}"
    added = f"    {_STAND_IN} {{ unit 0 {{ family ethernet-switching {{ {trunk} }} }} }}"
    return [*rows[:place], (0, added), *rows[place:]]
