"""One finding, and the collector that lets a phase report all of its findings at once.

User mistakes are Diagnostics, never exceptions: a phase collects them, then the pipeline stops
at the phase border.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """error stops; warning must be read; note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(msgspec.Struct, frozen=True, order=True):
    """A place in a file a person wrote. Lines and columns count from 1; 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


class Diagnostic(msgspec.Struct, frozen=True):
    """A finding. `message` stands alone in one line; `help` is one imperative sentence."""

    code: str
    message: str
    severity: Severity = Severity.ERROR
    span: Span | None = None
    path: str = ""
    help: str = ""
    also: tuple[Span, ...] = ()

    def sort_key(self) -> tuple[object, ...]:
        """File order, then code and text: the same findings always print in the same order."""
        span = self.span or Span("")
        place = (span.file, span.line, span.column)
        return (*place, self.code, self.message, self.path, self.severity, self.help, self.also)


class Collector:
    """Gathers the findings of one phase; duplicates are kept once."""

    def __init__(self) -> None:
        """Start empty."""
        self._found: dict[Diagnostic, None] = {}

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.sorted())

    def __len__(self) -> int:
        return len(self._found)

    def add(self, diagnostic: Diagnostic) -> None:
        """Take one finding."""
        self._found[diagnostic] = None

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take several findings."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    @property
    def has_errors(self) -> bool:
        """True if the pipeline must stop at the next phase border."""
        return any(item.severity is Severity.ERROR for item in self._found)

    def sorted(self) -> list[Diagnostic]:
        """All findings in their printing order."""
        return sorted(self._found, key=Diagnostic.sort_key)
