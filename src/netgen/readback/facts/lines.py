"""Lines of a text beside its planned facts: read as they stand, or not read at all."""

from __future__ import annotations

import msgspec


class UnreadLine(msgspec.Struct, frozen=True):
    """A line that the reader does not understand. Never silent: the judge counts and shows them."""

    line: int
    text: str


class ObservedSetting(msgspec.Struct, frozen=True):
    """A line that is understood and that no other fact holds: how the box behaves beside its planned facts.

    `scope` is the block it stands in ("" at the top, nested blocks with ` / ` between them), `text` its
    words with single spaces, "" for the block itself. A line that undoes keeps its `no` or `unset`.
    """

    scope: str
    text: str
    line: int
