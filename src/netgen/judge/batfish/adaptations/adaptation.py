"""What a declared change of a text is, and what became of a text by them."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

#: The line of the given text, 0 for an added one, and the text.
Row = tuple[int, str]


class AdaptedLine(msgspec.Struct, frozen=True):
    """A line that Batfish sees otherwise than it was given; `line` is 0 for an added one."""

    adaptation: str
    line: int
    before: str
    after: str


class Adapted(msgspec.Struct, frozen=True):
    """The text for Batfish, where each of its lines came from (0: added), and what was changed."""

    text: str
    origins: tuple[int, ...]
    changes: tuple[AdaptedLine, ...]

    def given_line(self, line: int) -> int:
        """The line of the given text behind a line of the adapted one; 0 when it was added."""
        return self.origins[line - 1] if 0 < line <= len(self.origins) else 0


class Adaptation(msgspec.Struct, frozen=True):
    """A declared change. `apply` takes and gives (given line, text) rows; 0 marks an added row."""

    id: str
    platform: str
    reason: str
    apply: Callable[[list[Row]], list[Row]]
