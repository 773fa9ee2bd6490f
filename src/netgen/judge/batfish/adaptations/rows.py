"""Changes that texts of several platforms need: a header, lines or blocks taken out, voice VLANs kept up."""

from __future__ import annotations

import re
from collections.abc import Callable

from netgen.judge.batfish.adaptations.adaptation import Row


def add_header(word: str) -> Callable[[list[Row]], list[Row]]:
    """Say in a first line which grammar the text is of."""
    return lambda rows: [(0, f"!RANCID-CONTENT-TYPE: {word}"), *rows]


def drop_lines(shape: str) -> Callable[[list[Row]], list[Row]]:
    """Take out lines below the top level; a top-level line of the same words is another command."""
    pattern = re.compile(shape)
    return lambda rows: [
        (number, text) for number, text in rows if not (text[:1] == " " and pattern.fullmatch(text.strip()))
    ]


def drop_blocks(shape: str) -> Callable[[list[Row]], list[Row]]:
    """Take out top-level blocks by their first line, with all indented lines below."""
    pattern = re.compile(shape)

    def apply(rows: list[Row]) -> list[Row]:
        kept: list[Row] = []
        dropping = False
        for number, text in rows:
            if text[:1] != " ":
                dropping = bool(pattern.fullmatch(text.strip()))
            if not dropping:
                kept.append((number, text))
        return kept

    return apply


_VOICE = re.compile(r"\s*switchport (?:voice|phone) vlan (\d+)\s*\Z")
_SVI = re.compile(r"interface Vlan(\d+)\s*\Z")


def keep_voice_interfaces_up(rows: list[Row]) -> list[Row]:
    """A routed VLAN of telephones is up without a trunk that carries it."""
    voice = {found[1] for _, text in rows if (found := _VOICE.match(text))}
    found_rows: list[Row] = []
    for number, text in rows:
        found_rows.append((number, text))
        svi = _SVI.match(text)
        if svi and svi[1] in voice:
            found_rows.append((number, " no autostate"))
    return found_rows
