"""Lists of countries and threat feeds, and old addresses: what becomes of them before Batfish reads a text.

Nobody but the box knows what is in a list. A refusal of lists alone only takes away, so its rule is taken out; a rule
that lets in lists alone lets in everybody here, as in the packet space of the embedded engine, which decides by their
names which lists stand where (refused-lists, countries). A virtual IP of a range becomes the hosts behind it.
"""

from __future__ import annotations

import re

from netgen.judge.batfish.adaptations.adaptation import Row
from netgen.readback import Observed, ObservedPolicy, read

#: The reason that each of these changes is declared with.
WHY = "nobody but the box knows what is in a list; which lists stand where is decided by their names"
_RULE = re.compile(r'set rulebase security rules ("[^"]*"|\S+) (source|destination) ')
_EDIT = re.compile(r'edit "?([^"\s]+)"?\s*\Z')
_SIDE = re.compile(r"set (srcaddr|dstaddr) ")
_PIECE = re.compile(r"[{}]|[^\s{};]+")


def _sides(observed: Observed, policy: ObservedPolicy) -> tuple[bool, bool]:
    """Whether the sources, and whether the destinations, are lists and nothing else."""
    names = {item.name for item in observed.lists}
    source, destination = (
        bool(side) and set(side) <= names for side in (policy.sources, policy.destinations)
    )
    return source, destination


def _by_list(observed: Observed) -> tuple[set[str], dict[str, tuple[bool, bool]]]:
    """Ids of rules that refuse lists, and of those that allow by them with the sides that do."""
    refusing: set[str] = set()
    allowing: dict[str, tuple[bool, bool]] = {}
    for policy in observed.policies:
        sides = _sides(observed, policy)
        if any(sides) and not policy.negated:
            if policy.allow:
                allowing[policy.id] = sides
            else:
                refusing.add(policy.id)
    return refusing, allowing


def without_lists_of_panos(rows: list[Row]) -> list[Row]:
    """PAN-OS, in `set` lines."""
    observed = read("paloalto_panos", "\n".join(text for _, text in rows))
    refusing, allowing = _by_list(observed)
    found: list[Row] = []
    for number, text in rows:
        words = text.split(maxsplit=5)
        name = (
            words[4].strip('"') if text.startswith("set rulebase security rules ") and len(words) > 4 else ""
        )
        if name in refusing:
            continue
        side = _RULE.match(text)
        kept = text
        if side and name in allowing and allowing[name][side[2] == "destination"]:
            kept = f"{side[0]}any"
        found.append((number, kept))
    return found


def without_lists_of_junos(rows: list[Row]) -> list[Row]:
    """Junos, in braces: the policies of a pair of zones."""
    observed = read("juniper_junos", "\n".join(text for _, text in rows))
    refusing, _ = _by_list(observed)
    found: list[Row] = []
    pair = ""
    dropping = 0
    for number, text in rows:
        pieces = _PIECE.findall(text)
        if dropping:
            dropping += pieces.count("{") - pieces.count("}")
            continue
        if pieces[:1] == ["from-zone"] and pieces[2:3] == ["to-zone"] and pieces[-1:] == ["{"]:
            pair = f"{pieces[1]}/{pieces[3]}/"
        if pieces[:1] == ["policy"] and pieces[-1:] == ["{"] and f"{pair}{pieces[1]}" in refusing:
            dropping = 1
            continue
        found.append((number, text))
    return found


def without_lists_of_fortios(rows: list[Row]) -> list[Row]:
    """FortiOS: policies, the countries among the addresses, and the pools of old addresses."""
    observed = read("fortinet_fortios", "\n".join(text for _, text in rows))
    refusing, allowing = _by_list(observed)
    countries = {item.name for item in observed.lists if item.kind == "country"}
    found: list[Row] = []
    table, entry, depth = "", "", 0
    for number, text in rows:
        words = text.split()
        if words[:1] == ["config"]:
            table = " ".join(words[1:]) if not depth else table
            depth += 1
        elif words == ["end"]:
            depth = max(depth - 1, 0)
        match = _EDIT.match(text.strip())
        if match and depth == 1:
            entry = match[1]
        inside = depth == 1 and words[:1] != ["config"]
        policy = inside and table == "firewall policy"
        if (policy and entry in refusing) or (inside and table == "firewall address" and entry in countries):
            if words == ["next"]:
                entry = ""
            continue
        side = _SIDE.match(text.strip())
        kept = text
        if policy and side and entry in allowing and allowing[entry][side[1] == "dstaddr"]:
            kept = f'{text[: len(text) - len(text.lstrip())]}set {side[1]} "all"'
        if policy and words[:2] in (["set", "ippool"], ["set", "poolname"]):
            continue
        found.append((number, kept))
    return found
