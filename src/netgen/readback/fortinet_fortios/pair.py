"""Two units as one cluster (FGCP): `config system ha`.

Source: FortiOS 7.4 CLI reference. Defaults: mode standalone, group 0, priority 128, no override, sessions not handed
over, configuration handed over. Units never copy host name, priority and override to each other.
"""

from __future__ import annotations

from netgen.readback.facts import GIVES_WAY, ObservedFirewallPair, ObservedRole
from netgen.readback.fortinet_fortios.tree import Node

_MODES = frozenset({"a-a", "a-p"})
_ACTIVE_PASSIVE = "a-p"
_PRIORITY = 128
_LARGEST_GROUP = 1023


def read_pair(root: Node) -> ObservedFirewallPair | None:
    """The cluster that the unit is in; None for a unit that stands alone."""
    section = root.section("system ha")
    mode = section.choice("mode", "standalone", _MODES)
    group = section.number("group-id", 0)
    if group > _LARGEST_GROUP:
        section.doubt_field("group-id", f"`group-id` cannot be {group}")
    syncs = {
        name
        for name, field, default in (
            ("configuration", "sync-config", True),
            ("sessions", "session-pickup", False),
            ("connectionless", "session-pickup-connectionless", False),
        )
        if section.enabled(field, default=default)
    }
    if "sessions" not in syncs:
        syncs.discard("connectionless")
    role = ObservedRole(
        name="",
        ranks=(section.number("priority", _PRIORITY),),
        preempts=section.enabled("override"),
        watched=tuple((name, GIVES_WAY) for name in section.words("monitor")),
        line=section.line_of("monitor"),
    )
    pair = ObservedFirewallPair(
        mode="active-passive" if mode == _ACTIVE_PASSIVE else mode,
        group=group,
        heartbeat=_heartbeat(section),
        roles=(role,),
        line=section.line,
        password=" ".join(section.words("password")),
        syncs=frozenset(syncs),
        own_lines=(root.section("system global").line_of("hostname"), section.line_of("priority")),
    )
    return pair if mode != "standalone" else None


def _heartbeat(section: Node) -> tuple[str, ...]:
    """The ports of `hbdev`, which alternates name and weight; the heaviest one first."""
    words = section.words("hbdev")
    names, weights = words[::2], words[1::2]
    if len(names) != len(weights) or not all(word.isascii() and word.isdecimal() for word in weights):
        section.doubt_field("hbdev", f"`{' '.join(words)}` is no list of ports and weights")
        return names
    ordered = sorted(zip(names, weights, strict=True), key=lambda item: -int(item[1]))
    return tuple(name for name, _ in ordered)
