"""What becomes of the lines that no reader asked for: settings where they are known, unread where not."""

from __future__ import annotations

from netgen.readback.facts import ObservedSetting
from netgen.readback.fortinet_fortios.harmless import (
    EVERYWHERE,
    FIELDS,
    SAFE,
    SECTIONS,
    SETTING_SECTIONS,
    SILENT,
)
from netgen.readback.fortinet_fortios.tree import Node, Value
from netgen.readback.fortinet_fortios.words import Command

_NOTHING: frozenset[str] = frozenset()
_NO_RULES: dict[str, frozenset[str]] = {}


def report_unread(root: Node) -> tuple[ObservedSetting, ...]:
    """Walk the tree once: the settings; unasked lines become unread, weak hardening fields problems."""
    settings: list[ObservedSetting] = []
    waiting = list(root.children.values())
    while waiting:
        node = waiting.pop()
        if node.path in SECTIONS:
            continue
        if node.path in SETTING_SECTIONS:
            settings += [
                ObservedSetting(node.path, f"edit {name}", row.line) for name, row in node.entries.items()
            ]
            continue
        harmless, rules = FIELDS.get(node.path), SAFE.get(node.path, _NO_RULES)
        understood = node.asked is not None or harmless is not None or bool(rules)
        if not understood and (node.is_entry or node.values or node.cleared):
            for command in node.openings:
                node.notes.skip(command)
        asked = (node.asked or _NOTHING) | SILENT.get(node.path, _NOTHING)
        known = harmless or _NOTHING
        scope = f"{node.path} {node.name}" if node.is_entry else node.path
        if (known or rules) and not node.is_section_of_entries:
            settings.append(ObservedSetting(scope, "", node.line))
        for field, value in node.values.items():
            if field in rules:
                weak = [word for word in value.words if word not in rules[field]]
                if weak:
                    node.doubt_field(field, f"`{field}` is weakened to `{' '.join(weak)}`")
                else:
                    settings.append(_setting(scope, field, value))
            elif field in known and field not in asked:
                settings.append(_setting(scope, field, value))
            elif field not in asked and not (understood and field in EVERYWHERE):
                _skip(node, value.commands)
        for field, command in node.cleared.items():
            if (
                field not in asked
                and field not in known
                and field not in rules
                and not (understood and field in EVERYWHERE)
            ):
                node.notes.skip(command)
        _skip(node, node.others)
        waiting.extend(node.children.values())
        waiting.extend(node.entries.values())
    return tuple(sorted(settings, key=lambda each: each.line))


def _setting(scope: str, field: str, value: Value) -> ObservedSetting:
    return ObservedSetting(scope, " ".join((field, *value.words)), value.commands[-1].line)


def _skip(node: Node, commands: list[Command]) -> None:
    for command in commands:
        node.notes.skip(command)
