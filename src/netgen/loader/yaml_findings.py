"""What is wrong with a YAML text, in words that a person can act on.

PyYAML and libyaml word the same mistake differently, and quote from the text. A finding here never
does: an unquoted secret that starts with `!` or `*` looks like YAML to them.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from yaml.error import MarkedYAMLError


class Place(NamedTuple):
    """Stands for a YAML mark where we count ourselves; line and column from 0."""

    line: int
    column: int


class Finding(NamedTuple):
    """One finding; `mark` and `first` are marks of PyYAML or Places, None for the start of the file."""

    code: str
    mark: Any
    message: str
    help: str
    first: Any = None


_UNCLOSED = "a bracket is opened here and not closed"
#: What libyaml and PyYAML say -> what a person can act on. The first part found decides.
_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        "`:` is not expected here",
        "align the line with its neighbours, or quote the text",
    ),
    ("could not find expected ':'", "a key without `:`", "write `key: value`"),
    ("end of stream", "a quote is opened here and not closed", "close the quote"),
    ("document separator", "a quote is opened here and not closed", "close the quote"),
    ("',' or ']'", _UNCLOSED, "add the missing ] or comma"),
    ("',' or '}'", _UNCLOSED, "add the missing } or comma"),
    (
        "'-' indicator",
        "the lines of this list do not line up",
        "start each item with `- ` in the same column",
    ),
    ("expected key", "the indentation does not match the lines above", "align the line with its neighbours"),
    (
        "expected <block end>",
        "the indentation does not match the lines above",
        "align the line with its neighbours",
    ),
    ("cannot start any token", "a value starts with a character that YAML reserves", "quote the text"),
    (
        "escape",
        "an escape after `\\` that YAML does not know",
        "use single quotes, or write the backslash twice",
    ),
    (
        "alphabetic or numeric character",
        "a text starts with `*` or `&`, which YAML reserves",
        "quote the text, such as '*.example.org'",
    ),
    ("duplicate anchor", "an anchor name is used twice", "give each anchor its own name"),
)


def explain(error: MarkedYAMLError, text: str) -> Finding:
    """A PyYAML error in plain words. Never quotes the text: it may hold what should not be printed."""
    problem = error.problem or ""
    mark: Any = error.problem_mark or error.context_mark
    if "another document" in problem:
        return Finding(
            "INV004", mark, "a second document starts here", "keep one document a file: remove `---`"
        )
    if "undefined alias" in problem:
        message = "an alias (`*...`) names no anchor"
        return Finding("INV008", mark, message, "define the anchor first, or quote text that starts with *")
    if "tag" in problem or "tag" in (error.context or ""):
        message = "a YAML tag (`!...`) that is not allowed"
        return Finding("INV006", mark, message, "remove the tag, or quote text that starts with !")
    tab = _tab_near(mark, text)
    if tab:
        return Finding("INV003", tab, "a tab in the indentation", "indent with spaces")
    if "mapping values are not allowed" in problem or "could not find expected ':'" in problem:
        place = _line_without_colon(mark, text)
        if place:
            return Finding("INV001", place, "not valid YAML: a line without `:`", "write `key: value`")
    for part, message, advice in _PLAIN_WORDS:
        if part in problem:
            opened = "opened" in message and error.context_mark is not None
            return Finding(
                "INV001", error.context_mark if opened else mark, f"not valid YAML: {message}", advice
            )
    return Finding("INV001", mark, "not valid YAML here", "compare this line with the lines around it")


def _tab_near(mark: Any, text: str) -> Place | None:
    """The tab in the white space before a mark, or at it."""
    if mark is None:
        return None
    start = mark.index - mark.column
    blank = re.compile(r"[ \t]*").match(text, start)
    tab = text.find("\t", start, blank.end()) if blank else -1
    return Place(mark.line, tab - start) if tab >= 0 else None


def _line_without_colon(mark: Any, text: str) -> Place | None:
    """The line above that a forgotten colon made one with this line: YAML notices one line late."""
    if mark is None:
        return None
    lines = text.splitlines()[: mark.line]
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number].partition(" #")[0].strip()
        if line and not line.startswith("#"):
            is_open = ":" not in line and not line.startswith(("-", "[", "{", "]", "}"))
            return Place(number, len(lines[number]) - len(lines[number].lstrip())) if is_open else None
    return None


_CONFLICT = re.compile(r"^<{7}(?: |$)", re.MULTILINE)


def conflict(text: str) -> Finding | None:
    """The first mark of a merge that nobody finished."""
    found = _CONFLICT.search(text)
    if found is None:
        return None
    return Finding(
        "INV001",
        Place(text[: found.start()].count("\n"), 0),
        "not valid YAML: a merge conflict that nobody resolved",
        "keep one side, and remove the lines that start with <<<<<<<, ======= and >>>>>>>",
    )


_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def unreadable(text: str) -> Finding:
    """The first character that is not YAML: a control, half a surrogate pair, a byte order mark inside."""
    found = _UNPRINTABLE.search(text)
    place = None
    if found:
        before = text[: found.start()]
        place = Place(before.count("\n"), found.start() - before.rfind("\n") - 1)
    return Finding(
        "INV001", place, "not valid YAML: a character that cannot be printed", "remove the character"
    )
