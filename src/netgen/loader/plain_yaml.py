"""The quick way through a document that has nothing odd: events of libyaml straight to lists and mappings.

No node is made, so nothing knows where it stands; what is odd in any way is left to the composer, which does.
"""

from __future__ import annotations

from typing import Any

from yaml import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
)

try:
    from yaml._yaml import CParser
except ImportError:
    CParser = None  # type: ignore[assignment,misc]


class OddError(Exception):
    """The document has an anchor, a tag, a key twice, an error ...: something to be looked at closely."""


def read_plain(text: str, null_words: frozenset[str], max_depth: int) -> Any:
    """The data of one document of plain text, lists and mappings; OddError for every other text.

    `null_words` are the unquoted words that mean nothing. Callers bound the number of values by the text's length.
    """
    if CParser is None:
        raise OddError
    try:
        return _document(CParser(text), null_words, max_depth)
    except (YAMLError, UnicodeError, ValueError, OverflowError) as error:
        raise OddError from error


def _document(parser: Any, null_words: frozenset[str], max_depth: int) -> Any:
    next_event = parser.get_event
    next_event()  # the stream
    if type(next_event()) is not DocumentStartEvent:
        raise OddError
    data = _value(next_event(), next_event, null_words, max_depth)
    if type(next_event()) is not DocumentEndEvent or type(next_event()) is not StreamEndEvent:
        raise OddError
    return data


def _value(event: Any, next_event: Any, null_words: frozenset[str], depth: int) -> Any:
    """The value that begins with `event`; at most `depth` levels."""
    if depth == 0:
        raise OddError
    kind = type(event)
    if kind is ScalarEvent:
        return _scalar(event, null_words)
    if kind is MappingStartEvent:
        return _mapping(event, next_event, null_words, depth)
    if kind is SequenceStartEvent and event.anchor is None and event.tag is None:
        found = []
        while type(event := next_event()) is not SequenceEndEvent:
            found.append(_value(event, next_event, null_words, depth - 1))
        return found
    raise OddError


def _scalar(event: Any, null_words: frozenset[str]) -> str | None:
    if event.anchor is not None or event.tag is not None:
        raise OddError
    value: str = event.value
    if event.implicit[0]:
        if value in null_words:
            return None
        if value == "<<":
            raise OddError
    return value


def _mapping(event: Any, next_event: Any, null_words: frozenset[str], depth: int) -> dict[str, Any]:
    if event.anchor is not None or event.tag is not None:
        raise OddError
    found: dict[str, Any] = {}
    while type(event := next_event()) is not MappingEndEvent:
        if type(event) is not ScalarEvent:
            raise OddError
        key = _scalar(event, null_words)
        if key is None or key in found:
            raise OddError
        event = next_event()
        is_text = type(event) is ScalarEvent and depth > 1  # nearly all are: one call less for each
        found[key] = (
            _scalar(event, null_words) if is_text else _value(event, next_event, null_words, depth - 1)
        )
    return found
