"""What no fact holds: settings of the box, as (scope, words)."""

from __future__ import annotations

from netgen.readback.facts import ObservedSetting
from netgen.readback.juniper_junos.tree import SECRETS, Node, Notes


def settings_of(root: Node, notes: Notes) -> tuple[ObservedSetting, ...]:
    """Every leaf and block that no reader asked for, and a mark for each block."""
    found: list[ObservedSetting] = [
        ObservedSetting("", f"protect: {line.text}", line.line) for line in notes.protected
    ]
    _collect(root, "", found)
    return tuple(sorted(found, key=lambda item: item.line))


def _collect(node: Node, scope: str, found: list[ObservedSetting]) -> None:
    if scope:
        found.append(ObservedSetting(scope, "", node.line))
    for name, leaf in node.leaves.items():
        if leaf.silent or leaf.asked:
            continue
        said = "<hidden>" if name in SECRETS else " ".join(leaf.values)
        found.append(
            ObservedSetting(scope, f"{name} {said}".strip(), leaf.lines[-1] if leaf.lines else node.line)
        )
    for kid in node.kids.values():
        if kid.rule.silent:
            continue
        words = kid.words
        is_bare = not kid.kids and not kid.leaves
        if not kid.asked and (is_bare or kid.keys):
            found.append(ObservedSetting(scope, words, kid.line))
        if not is_bare:
            _collect(kid, f"{scope} {words}" if scope else words, found)
