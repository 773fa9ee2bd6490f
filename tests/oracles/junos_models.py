"""Checks Junos text line by line against Juniper's published models: `unknown_lines(text, family)`.

The facts are in `junos_statements.txt`, which names their source; family is `ex` (switches) or `es` (SRX). Braces and
`set` commands are read. A statement that is not in the extract is unknown here even where the full model has it.

What it does not know: which statement needs which other one, whether a named object exists, hidden statements,
platforms and licences of a family.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from ipaddress import ip_address, ip_interface, ip_network
from pathlib import Path

import msgspec

FACTS = Path(__file__).parent / "junos_statements.txt"
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|/\*.*?\*/|#[^\n]*|[{};\[\]]|\n|[^\s{};\[\]"]+', re.DOTALL)
_NUMBER = re.compile(r"u?int\d+\Z")
_RANGE = re.compile(r"(\d+)(?:\.\.(\d+))?\Z")


class Fact(msgspec.Struct):
    """A statement. kind: block | flag | leaf | leaves | list; `keys` are (keyword, type) of a list."""

    name: str
    kind: str
    families: frozenset[str]
    type: str = ""
    keys: tuple[tuple[str, str], ...] = ()
    children: list[Fact] = msgspec.field(default_factory=list)

    def named(self, word: str, family: str) -> list[Fact]:
        """The statements below that begin with a word."""
        return [fact for fact in self.children if fact.name == word and family in fact.families]

    def wordless(self, family: str) -> list[Fact]:
        """The statements below that have no keyword."""
        return [fact for fact in self.children if fact.name.startswith("*") and family in fact.families]


@cache
def read_facts() -> Fact:
    """The whole extract as a tree."""
    root = Fact("", "block", frozenset(("ex", "es")))
    stack: list[tuple[int, Fact]] = [(-1, root)]
    for line in FACTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        indent = len(line) - len(line.lstrip())
        while stack[-1][0] >= indent:
            stack.pop()
        name, *words = line.split()
        kind = words.pop(0) if words and words[0] in ("flag", "leaf", "leaves", "list") else "block"
        families = (
            frozenset((words.pop(0)[1:],)) if words and words[0].startswith("@") else frozenset(("ex", "es"))
        )
        keys: tuple[tuple[str, str], ...] = ()
        if kind == "list":
            keys = tuple((word.rpartition("=")[0], word.rpartition("=")[2]) for word in words)
        fact = Fact(name, kind, families, "" if kind == "list" else " ".join(words), keys)
        stack[-1][1].children.append(fact)
        stack.append((indent, fact))
    # junos-es-conf-root: the top may apply groups, and a group holds what the top holds.
    both = frozenset(("ex", "es"))
    root.children.append(Fact("apply-groups", "leaves", both, "string"))
    root.children.append(Fact("groups", "list", both, "", (("", "string:1..255"),), root.children))
    return root


Word = tuple[str, ...]
Found = tuple[int, str, str]


class _Statement(msgspec.Struct):
    line: int
    words: list[Word]
    block: list[_Statement] | None = None


def unknown_lines(text: str, family: str) -> list[Found]:
    """(line, statement, reason) of every statement that the models of a family do not have."""
    root = read_facts()
    found: list[Found] = []
    first = next(
        (line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")), [""]
    )
    if first[0] == "set":
        for statement in _commands(text):
            _check(statement, root, family, [], found)
    else:
        for statement in _parse(text, found):
            _check(statement, root, family, [], found)
    return found


def _commands(text: str) -> Iterator[_Statement]:
    for number, line in enumerate(text.splitlines(), 1):
        words: list[Word] = [(_bare(word),) for word in _TOKEN.findall(line) if not word.startswith("#")]
        if words:
            yield _Statement(number, words[1:])


def _bare(token: str) -> str:
    return token[1:-1].replace('\\"', '"') if token.startswith('"') else token


def _parse(text: str, found: list[Found]) -> list[_Statement]:
    top: list[_Statement] = []
    stack = [top]
    words: list[Word] = []
    listed: list[str] | None = None
    line = begun = 1
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token == "[":
            listed = []
        elif token == "]" and listed is not None:
            words.append(tuple(listed))
            listed = None
        elif token in ("{", ";"):
            statement = _Statement(begun, words, [] if token == "{" else None)
            stack[-1].append(statement)
            if statement.block is not None:
                stack.append(statement.block)
            words = []
        elif token == "}":
            if words or len(stack) == 1:
                found.append((line, " ".join(" ".join(word) for word in words), "braces do not match"))
                words = []
            stack[:] = stack[:-1] if len(stack) > 1 else stack
        elif token != "\n" and not token.startswith(("#", "/*")):
            if listed is not None:
                listed.append(_bare(token))
            else:
                begun = begun if words else line
                words.append((_bare(token),))
        line += token.count("\n")
    if words or len(stack) > 1:
        found.append((line, " ".join(" ".join(word) for word in words), "braces do not match"))
    return top


def _check(statement: _Statement, place: Fact, family: str, above: list[str], found: list[Found]) -> None:
    words = [word for word in statement.words if word not in (("inactive:",), ("protect:",))]
    shown = " ".join([*above, *(" ".join(word) for word in words)])
    end = _walk(place, words, family)
    if isinstance(end, str):
        # keys or values in a block of their own: `address-book { global { ... } }`
        if end == _MORE and statement.block:
            for inner in statement.block:
                _check(
                    _Statement(inner.line, [*words, *inner.words], inner.block), place, family, above, found
                )
            return
        found.append((statement.line, shown, end if end != _MORE else "it ends too early"))
        return
    for inner in statement.block or []:
        _check(inner, end, family, [shown], found)


_MORE = "more words are needed"


def _walk(place: Fact, words: list[Word], family: str) -> Fact | str:
    """The statement at the end of the words, or why there is none."""
    at = 0
    while at < len(words):
        word = words[at][0] if words[at] else ""
        if len(words[at]) != 1:
            return f"a list does not belong after `{place.name}`"
        candidates = place.named(word, family)
        given = 1
        if not candidates:
            candidates, given = place.wordless(family), 0
        if not candidates:
            return f"`{place.name or 'the top'}` has no `{word}`"
        reasons: list[str] = []
        for fact in candidates:
            step = _take(fact, words, at + given)
            if isinstance(step, str):
                reasons.append(step)
                continue
            place, at = (fact if fact.kind in ("block", "list") else place), step
            break
        else:
            return (
                reasons[0] if given or len(reasons) == 1 else f"`{place.name or 'the top'}` has no `{word}`"
            )
    return place


def _take(fact: Fact, words: list[Word], at: int) -> int | str:
    """Where the words go on after a statement, or why they do not fit."""
    if fact.kind in ("block", "flag"):
        return at
    if at >= len(words):
        return _MORE
    if fact.kind in ("leaf", "leaves"):
        values = words[at]
        if fact.kind == "leaf" and len(values) != 1:
            return f"`{fact.name}` takes one value"
        wrong = next((value for value in values if not _fits(fact.type, value)), None)
        return at + 1 if wrong is None else f"`{fact.name}` cannot be `{wrong}` ({fact.type})"
    for keyword, kind in fact.keys:
        if keyword:
            if at < len(words) and words[at] != (keyword,):
                return f"`{keyword}` is missing after `{fact.name}`"
            at += 1
        if at >= len(words):
            return _MORE
        if len(words[at]) != 1 or not _fits(kind, words[at][0]):
            return f"`{fact.name}` cannot be `{' '.join(words[at])}` ({kind})"
        at += 1
    return at


def _fits(kind: str, value: str) -> bool:
    """True if a value is of one of the alternatives of a type."""
    return any(_is(part, value) for part in kind.split("+")) if kind else True


def _is(kind: str, value: str) -> bool:
    name, _, rest = kind.partition(":")
    if name == "enum":
        return value in rest.split("|")
    if _NUMBER.match(name):
        return value.isdigit() and (not rest or _within(rest, int(value)))
    if name == "string":
        return not rest or _within(rest, len(value))
    check = _CHECKS.get(name)
    return check is None or check(value)


def _within(bounds: str, number: int) -> bool:
    match = _RANGE.match(bounds.replace(" ", ""))
    return match is None or int(match[1]) <= number <= int(match[2] or match[1])


def _tries(make: Callable[[str], object], version: int = 0) -> Callable[[str], bool]:
    def check(value: str) -> bool:
        try:
            made = make(value)
        except ValueError:
            return False
        return not version or getattr(made, "version", 0) == version

    return check


_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "ipv4addr": _tries(ip_address, 4),
    "ipv6addr": _tries(ip_address, 6),
    "ipaddr": _tries(ip_address),
    "ipv4prefix": _tries(ip_interface, 4),
    "ipv6prefix": _tries(ip_interface, 6),
    "ipprefix": _tries(ip_interface),
    "ipprefix-mandatory": _tries(ip_network),
}
