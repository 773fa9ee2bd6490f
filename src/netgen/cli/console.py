"""What a person sees: colour where a terminal wants it, plain text everywhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from enum import StrEnum

from netgen import __version__
from netgen.cli.streams import say, tell
from netgen.diagnostics import Collector, Diagnostic, Severity, as_json, as_junit, as_sarif, as_text, summary


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    JUNIT = "junit"
    SARIF = "sarif"


_CODES = {"red": "31;1", "yellow": "33;1", "cyan": "36;1", "green": "32", "dim": "2", "bold": "1"}
_SEVERITY = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def wants_colour(stream: object = None) -> bool:
    """True on a terminal, unless NO_COLOR (no-color.org) or TERM=dumb says otherwise."""
    stream = stream or sys.stdout
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(getattr(stream, "isatty", lambda: False)())


def paint(text: str, colour: str, *, stream: object = None) -> str:
    """The text in a colour if the stream shows colours."""
    return f"\x1b[{_CODES[colour]}m{text}\x1b[0m" if wants_colour(stream) else text


def show_diagnostics(found: Iterable[Diagnostic], format_: Format) -> None:
    """Print findings in one form. Text goes to standard error, machine forms to standard output."""
    items = list(found)
    if format_ is Format.JSON:
        say(as_json(items))
    elif format_ is Format.JUNIT:
        say(as_junit(items).rstrip())
    elif format_ is Format.SARIF:
        say(as_sarif(items, version=__version__))
    elif items:
        text = as_text(items, concise=format_ is Format.CONCISE)
        tell(_coloured(text).rstrip("\n"))
        tell(f"{summary(items)}")


def _coloured(text: str) -> str:
    if not wants_colour(sys.stderr):
        return text
    for severity, colour in _SEVERITY.items():
        text = text.replace(f"{severity}[", f"\x1b[{_CODES[colour]}m{severity}\x1b[0m[")
    return text


def has_errors(collector: Collector) -> bool:
    """Shorthand of the phase border."""
    return collector.has_errors
