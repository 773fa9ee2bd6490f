"""Splits Junos texts into statements: words in their order, the line of the first, nested blocks.

Both forms give the same: the braces that a device prints, and the `set` commands that build them.
Source: Junos CLI User Guide, 23.4 (braces, comments, quotes, `inactive:` and `protect:` tags).
"""

from __future__ import annotations

import re

import msgspec

#: A word, or the words between brackets.
Word = str | tuple[str, ...]

_TOKEN = re.compile(
    r"""(?P<space>[ \t\r\f\v]+)|(?P<end>\n)|(?P<comment>/\*.*?\*/|/\*.*|\#[^\n]*)"""
    r"""|"(?P<quoted>(?:[^"\\]|\\.)*+)"|(?P<mark>[{};\[\]])|(?P<bare>(?:[^\s{};\[\]"\\]|\\.)+)|(?P<stray>.)""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}
#: First words of commands; a text that begins with one is written in commands.
COMMANDS = frozenset((
    "set", "delete", "activate", "deactivate", "edit", "top", "up", "exit", "quit", "insert", "rename", "copy",
    "annotate", "protect", "unprotect", "replace", "wildcard", "load", "commit", "rollback",
))  # fmt: skip
#: Words before a statement that are not part of it.
_TAGS = frozenset(("inactive:", "protect:", "replace:", "active:"))
#: No configuration is nested as deep.
_DEEPEST = 60


class Statement(msgspec.Struct):
    """Words with the block below them (`block` is None where a `;` ends the words)."""

    line: int
    words: list[Word]
    block: list[Statement] | None = None
    inactive: bool = False
    protected: bool = False
    replaces: bool = False


class Command(msgspec.Struct):
    """A line of the other form: `set ...`, `deactivate ...`."""

    line: int
    verb: str
    words: list[Word]


class Doubt(msgspec.Struct, frozen=True):
    """Something about the form of the text that is not as it should be."""

    line: int
    text: str


class Split(msgspec.Struct):
    """A text as statements or as commands; `doubts` are about its form."""

    statements: list[Statement]
    commands: list[Command]
    doubts: list[Doubt]


class _Token(msgspec.Struct):
    line: int
    text: str
    is_mark: bool


def split(text: str) -> Split:
    """The statements or commands of a text, by its first word."""
    doubts: list[Doubt] = []
    tokens = _tokens(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), doubts)
    first = next((token for token in tokens if token.text != "\n"), None)
    if first is not None and not first.is_mark and first.text in COMMANDS:
        return Split([], _commands(tokens, doubts), doubts)
    return Split(_statements(tokens, doubts), [], doubts)


def _tokens(text: str, doubts: list[Doubt]) -> list[_Token]:
    found: list[_Token] = []
    line = 1
    for match in _TOKEN.finditer(text):
        kind, word = match.lastgroup, match[0]
        if kind == "space":
            continue
        if kind == "bare":
            found.append(_Token(line, _ESCAPE.sub(r"\1", word) if "\\" in word else word, is_mark=False))
        elif kind == "mark":
            found.append(_Token(line, word, is_mark=True))
        elif kind == "end":
            found.append(_Token(line, "\n", is_mark=True))
            line += 1
        elif kind == "quoted":
            inner = match["quoted"]
            said = _ESCAPE.sub(lambda each: _ESCAPED.get(each[1], each[1]), inner) if "\\" in inner else inner
            found.append(_Token(line, said, is_mark=False))
            line += word.count("\n")
        elif kind == "comment":
            if word.startswith("/*") and not word.endswith("*/"):
                doubts.append(Doubt(line, "a comment is not closed: it takes all lines below it"))
            line += word.count("\n")
        elif kind == "stray":
            doubts.append(Doubt(line, "a quote is not closed" if word == '"' else f"stray `{word}`"))
    return found


def _commands(tokens: list[_Token], doubts: list[Doubt]) -> list[Command]:
    found: list[Command] = []
    words: list[Word] = []
    line = 0
    opened: list[str] | None = None
    for token in [*tokens, _Token(tokens[-1].line if tokens else 0, "\n", is_mark=True)]:
        if token.text == "\n" and token.is_mark:
            if opened is not None:
                doubts.append(Doubt(line, "a `[` is not closed"))
                opened = None
            if words:
                found.append(Command(line, str(words[0]), words[1:]))
            words = []
            continue
        if not words:
            line = token.line
        if token.is_mark and token.text == "[":
            opened = []
        elif token.is_mark and token.text == "]" and opened is not None:
            words.append(tuple(opened))
            opened = None
        elif token.is_mark:
            doubts.append(Doubt(token.line, f"`{token.text}` does not belong in a command"))
        elif opened is not None:
            opened.append(token.text)
        else:
            words.append(token.text)
    return found


def _statements(tokens: list[_Token], doubts: list[Doubt]) -> list[Statement]:
    builder = _Builder(doubts)
    for token in tokens:
        if not builder.take(token):
            break
    builder.finish()
    return builder.top


class _Builder:
    """Makes statements of tokens; `stack` is the way from the top to the open block."""

    def __init__(self, doubts: list[Doubt]) -> None:
        self.top: list[Statement] = []
        self._doubts = doubts
        self._stack = [self.top]
        self._opened_at: list[int] = []
        self._words: list[Word] = []
        self._tags: set[str] = set()
        self._line = 0
        self._list: list[str] | None = None

    def take(self, token: _Token) -> bool:
        """Add a token; False when the text is nested too deep to go on."""
        if token.is_mark:
            return self._mark(token.line, token.text)
        if self._list is not None:
            self._list.append(token.text)
        elif not self._words and token.text in _TAGS:
            self._tags.add(token.text)
        else:
            self._line = self._line if self._words else token.line
            self._words.append(token.text)
        return True

    def finish(self) -> None:
        """Report what the text leaves open."""
        if self._words or self._list is not None:
            self._doubt(self._line, "the last statement has no `;`")
            self._end(block=False)
        for line in self._opened_at:
            self._doubt(line, "a `{` is not closed")

    def _mark(self, line: int, mark: str) -> bool:
        if mark == "[":
            self._list = []
        elif mark == "]":
            if self._list is None:
                self._doubt(line, "`]` closes nothing")
            self._close_list()
        elif mark == ";":
            self._check_list(line)
            if self._words:
                self._end(block=False)
        elif mark == "{":
            self._check_list(line)
            if len(self._stack) > _DEEPEST:
                self._doubt(line, f"blocks are nested more than {_DEEPEST} deep")
                return False
            self._line = self._line if self._words else line
            self._end(block=True)
            self._opened_at.append(line)
        elif mark == "}":
            self._close(line)
        return True

    def _close(self, line: int) -> None:
        if self._words:
            self._doubt(self._line, "a statement has no `;`")
            self._end(block=False)
        if len(self._stack) > 1:
            self._stack.pop()
            self._opened_at.pop()
        else:
            self._doubt(line, "`}` closes nothing")

    def _check_list(self, line: int) -> None:
        if self._list is not None:
            self._doubt(line, "a `[` is not closed")
            self._close_list()

    def _close_list(self) -> None:
        if self._list is not None:
            self._words.append(tuple(self._list))
        self._list = None

    def _end(self, *, block: bool) -> None:
        inner: list[Statement] | None = [] if block else None
        self._stack[-1].append(
            Statement(
                self._line,
                self._words,
                inner,
                inactive="inactive:" in self._tags,
                protected="protect:" in self._tags,
                replaces="replace:" in self._tags,
            )
        )
        if inner is not None:
            self._stack.append(inner)
        self._words, self._tags, self._line = [], set(), 0

    def _doubt(self, line: int, text: str) -> None:
        self._doubts.append(Doubt(line, text))
