"""How a text is changed before Batfish reads it. Each change is declared here, counted and printed.

An adaptation never hides a line that decides who may talk to whom: it stands in for what Batfish
cannot know (FortiOS built-in objects), or takes out a line that makes Batfish lose the lines after
it. Line numbers of the given text are kept beside the adapted one.
Sources: observed answers of Batfish 0.36.0.
"""

from __future__ import annotations

from netgen.judge.batfish.adaptations import (
    arista_eos,
    cisco_iosxe,
    fortinet_fortios,
    juniper_junos,
    paloalto_panos,
)
from netgen.judge.batfish.adaptations.adaptation import Adaptation, Adapted, AdaptedLine, Row

__all__ = ["ADAPTATIONS", "Adaptation", "Adapted", "AdaptedLine", "adapt"]

#: In the order in which they happen to a text, platform by platform.
ADAPTATIONS: tuple[Adaptation, ...] = (
    *cisco_iosxe.ADAPTATIONS,
    *arista_eos.ADAPTATIONS,
    *fortinet_fortios.ADAPTATIONS,
    *juniper_junos.ADAPTATIONS,
    *paloalto_panos.ADAPTATIONS,
)


def adapt(platform: str, text: str, adaptations: tuple[Adaptation, ...] = ADAPTATIONS) -> Adapted:
    """The text as Batfish gets it, and every line that differs."""
    rows: list[Row] = list(enumerate(text.splitlines(), start=1))
    changes: list[AdaptedLine] = []
    for adaptation in adaptations:
        if adaptation.platform == platform:
            after = adaptation.apply(rows)
            changes += _changes(adaptation.id, rows, after)
            rows = after
    return Adapted(
        "\n".join(text for _, text in rows) + "\n", tuple(number for number, _ in rows), tuple(changes)
    )


def _changes(name: str, before: list[Row], after: list[Row]) -> list[AdaptedLine]:
    old, new = (
        {number: text for number, text in before if number},
        {number: text for number, text in after if number},
    )
    found = [
        AdaptedLine(name, number, text, new.get(number, ""))
        for number, text in old.items()
        if new.get(number) != text
    ]
    known = sum(1 for number, _ in before if not number)
    added = [text for number, text in after if not number]
    # Rows added by an earlier adaptation come through unchanged and are not counted again.
    fresh = (
        [text for text in added if text not in {row for number, row in before if not number}]
        if known
        else added
    )
    return found + [AdaptedLine(name, 0, "", text) for text in fresh]
