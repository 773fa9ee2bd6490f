"""How a PAN-OS text in `set` format is changed before Batfish reads it.

Batfish models the rules between zones, their addresses and services, interfaces and static routes. It
knows no NAT of our kind, no default rules, no categories and no schedules, and takes sessions with the
firewall itself for traffic through it. What those decide is read by the embedded engine alone.
Source: answers of Batfish 0.36.0; its grammar of PAN-OS.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from netgen.judge.batfish.adaptations.adaptation import Adaptation, Row
from netgen.judge.batfish.adaptations.lists import WHY as LISTS
from netgen.judge.batfish.adaptations.lists import without_lists_of_panos
from netgen.judge.batfish.adaptations.rows import add_header
from netgen.readback import Observed, ObservedPolicy, read

_PLATFORM = "paloalto_panos"
_RULE = "set rulebase security rules "
_DEFAULT_DENIES = re.compile(r"set rulebase default-security-rules rules intrazone-default action (\S+)")
_WORD = re.compile(r'"[^"]*"|\S+')

#: Lines of which Batfish models something.
_MODELLED = re.compile(
    r"set (deviceconfig system hostname"
    r"|network interface (ethernet|aggregate-ethernet) \S+"
    r" (comment|link-state|aggregate-group|layer3 (ip|mtu)|layer3 units \S+ (comment|tag|ip|mtu))"
    r"|network interface (tunnel|loopback) units \S+ (comment|ip|mtu)"
    r"|network virtual-router \S+ (interface|routing-table ip static-route \S+ (destination|interface|nexthop|metric))"
    r"|zone \S+ network layer3"
    r"|address \S+ (ip-netmask|ip-range|description)|address-group \S+ (static|description)"
    r"|service \S+ (protocol|description)|service-group \S+ members"
    r"|rulebase security rules \S+"
    r" (from|to|source|destination|application|service|action|disabled|rule-type|negate-\S+|description)"
    r") "
)


def _keep_modelled(rows: list[Row]) -> list[Row]:
    """Take out every line of which Batfish models nothing; it would flag each."""
    return [(number, text) for number, text in rows if _MODELLED.match(text)]


def _drop_rules(rows: list[Row]) -> list[Row]:
    """Take out rules that Batfish would take for something else: own sessions, echoes, categories, applications."""
    observed = _read(rows)
    names = {policy.id for policy in (*observed.local_in, *observed.local_out)}
    names |= {policy.id for policy in observed.policies if _is_misread(observed, policy)}
    return [(number, text) for number, text in rows if _rule_of(text) not in names]


def _is_misread(observed: Observed, policy: ObservedPolicy) -> bool:
    """Batfish would widen a denial by its category, and finds an application by a table that may be empty."""
    services = [item for item in observed.services if item.name in policy.services]
    by_application = any(not item.any_ and not item.line and " on " in item.name for item in services)
    return by_application or (bool(policy.conditions) and not policy.allow)


def _stand_in_defaults(rows: list[Row]) -> list[Row]:
    """Say the default rules as rules at the end: Batfish knows those of the factory alone."""
    observed = _read(rows)
    denies = [text for _, text in rows if (found := _DEFAULT_DENIES.match(text)) and found[1] != "allow"]
    added: list[str] = []
    if denies:
        added += _everything("netgen-intrazone", "intrazone", "deny")
    if any(policy.id == "interzone-default" and policy.allow for policy in observed.policies):
        added += _everything("netgen-interzone", "interzone", "allow")
    return [*rows, *((0, line) for line in added)]


def _everything(name: str, reach: str, action: str) -> list[str]:
    words = ("from", "to", "source", "destination", "application", "service")
    lines = [f"{_RULE}{name} {word} any" for word in words]
    return [f"{_RULE}{name} rule-type {reach}", *lines, f"{_RULE}{name} action {action}"]


def _translate_destinations(rows: list[Row]) -> list[Row]:
    """In a rule for what is published, put the server in place of its public address: Batfish judges behind it."""
    behind = {
        policy.id: policy.destinations
        for policy in _read(rows).policies
        if policy.destinations and all(word.endswith("/32") for word in policy.destinations)
    }
    found: list[Row] = []
    for number, text in rows:
        name = _rule_of(text)
        is_destination = name in behind and text.startswith(f"{_RULE}{name} destination ")
        after = f"{_RULE}{name} destination {_listed(behind[name])}" if is_destination else text
        found.append((number, after))
    return found


def _listed(words: Iterable[str]) -> str:
    found = list(words)
    return found[0] if len(found) == 1 else f"[ {' '.join(found)} ]"


def _read(rows: list[Row]) -> Observed:
    return read(_PLATFORM, "\n".join(text for _, text in rows))


def _rule_of(text: str) -> str:
    """The security rule that a line is about, or ""."""
    if not text.startswith(_RULE):
        return ""
    match = _WORD.match(text, len(_RULE))
    return match[0].strip('"') if match else ""


ADAPTATIONS: tuple[Adaptation, ...] = (
    Adaptation("panos-lists", "paloalto_panos", LISTS, without_lists_of_panos),
    Adaptation(
        "panos-published",
        "paloalto_panos",
        "a rule names the address before a destination translation, and Batfish compares what is behind it",
        _translate_destinations,
    ),
    Adaptation(
        "panos-rules",
        "paloalto_panos",
        "sessions with the firewall itself, and rules by application or category, which Batfish misreads",
        _drop_rules,
    ),
    Adaptation(
        "panos-default-rules",
        "paloalto_panos",
        "Batfish reads no override of the default rules",
        _stand_in_defaults,
    ),
    Adaptation(
        "panos-unmodelled",
        "paloalto_panos",
        "Batfish models nothing of these lines and would flag each",
        _keep_modelled,
    ),
    Adaptation("panos-header", "paloalto_panos", "says which grammar to use", add_header("paloalto")),
)
