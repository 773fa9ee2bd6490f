"""UCI text as sections with options: what `uci export` prints and `/etc/config/*` hold.

Source: libuci (file.c): a package, its sections, their options. Words may be quoted by either quote and glued
together; `#` begins a comment; a section that is named twice is one section; an option said again replaces the
value, a `list` adds to it. Readers ask sections for options; what nobody asked for is reported by `unread.py`.
"""

from __future__ import annotations

import re

import msgspec

from netgen.readback.facts import UnreadLine
from netgen.readback.indented import whole_number

_NAME = re.compile(r"[A-Za-z0-9_]+\Z")
#: A line as `uci export` prints it.
_PRINTED = re.compile(r"\s*([a-z]+) ([\w-]+)(?: '([^'\n]*)')?[ \t]*\Z")
_PACKAGE = re.compile(r"[A-Za-z0-9_-]+\Z")
_SECRET = re.compile(
    r"key\d?|.*secret|.*password|.*passwd?|.*_pass|auth_key|priv_key.*|sae_password.*|wps_pin|community"
)
#: libuci takes the first letter of a word for the word.
_WORDS = {"package": "package", "p": "package", "config": "config", "c": "config", "option": "option", "o": "option",
          "list": "list", "l": "list"}  # fmt: skip
_TRUE, _FALSE = frozenset(("1", "true")), frozenset(("0", "false"))
_SHELL_TRUE = _TRUE | {"on", "yes", "enabled"}
_SHELL_FALSE = _FALSE | {"off", "no", "disabled"}


class Notes:
    """Collects what the reader could not take at face value."""

    def __init__(self) -> None:
        self.unread: list[UnreadLine] = []
        self.problems: list[UnreadLine] = []

    def doubt(self, line: int, text: str) -> None:
        """Add a contradiction or an undefined reference."""
        self.problems.append(UnreadLine(line, text))

    def skip(self, line: int, text: str) -> None:
        """Add a line that is not understood."""
        self.unread.append(UnreadLine(line, text))


class Option(msgspec.Struct):
    """The values of an option with the line of each; `is_list` as its last line says."""

    name: str
    values: list[str]
    lines: list[int]
    is_list: bool = False

    def shown(self, index: int) -> str:
        """The line as a message may show it, without the value of a secret."""
        value = "<hidden>" if _SECRET.fullmatch(self.name) else f"'{self.values[index]}'"
        return f"{'list' if self.is_list else 'option'} {self.name} {value}"


class Section(msgspec.Struct):
    """A section; asking for an option marks it as understood."""

    package: str
    type: str
    name: str
    line: int
    notes: Notes
    options: dict[str, Option] = msgspec.field(default_factory=dict)
    asked: set[str] = msgspec.field(default_factory=set)
    understood: bool = False
    #: Says nothing at all, like a factory interface that is off.
    idle: bool = False

    @property
    def scope(self) -> str:
        """How a setting of the section is placed: package, type and name."""
        return f"{self.package} {self.type} {self.name}"

    def has(self, option: str) -> bool:
        """True if the option is said at all; does not mark it."""
        return option in self.options

    def word(self, option: str, default: str = "") -> str:
        """An option with one value; of a list the last one, as the shell functions of the system take it."""
        self.asked.add(option)
        found = self.options.get(option)
        return found.values[-1] if found else default

    def words(self, option: str) -> tuple[str, ...]:
        """A list, or an option whose value is words with spaces between them."""
        self.asked.add(option)
        found = self.options.get(option)
        if found is None:
            return ()
        return tuple(found.values) if found.is_list else tuple(found.values[-1].split())

    def number(self, option: str, default: int) -> int:
        """A whole number; the system drops anything else."""
        word = self.word(option)
        if not word:
            return default
        negative = word.startswith("-")
        value = whole_number(word[1:] if negative else word)
        if value is None:
            self.doubt(option, f"`{option}` is not a number")
            return default
        return -value if negative else value

    def flag(self, option: str, *, default: bool = False) -> bool:
        """A boolean of netifd and the Wi-Fi scripts, which know 1, true, 0 and false alone (libuci, blob.c)."""
        return self._boolean(option, _TRUE, _FALSE, default=default)

    def switch(self, option: str, *, default: bool = False) -> bool:
        """A boolean of the shell functions, which know on, yes and enabled too."""
        return self._boolean(option, _SHELL_TRUE, _SHELL_FALSE, default=default)

    def _boolean(self, option: str, true: frozenset[str], false: frozenset[str], *, default: bool) -> bool:
        word = self.word(option)
        if word in true or word in false:
            return word in true
        if self.has(option):
            self.doubt(option, f"`{option}` is neither on nor off")
        return default

    def line_of(self, option: str) -> int:
        """The last line that says the option, or else the line of the section."""
        return self.options[option].lines[-1] if option in self.options else self.line

    def doubt(self, option: str, text: str) -> None:
        """Report an option that contradicts itself or the rest."""
        self.notes.doubt(self.line_of(option), f"{self.type} {self.name}: {text}")

    def leave_unread(self, option: str) -> None:
        """Report an option that says more than a fact can hold."""
        found = self.options.get(option)
        if found:
            for index, line in enumerate(found.lines):
                self.notes.skip(line, found.shown(index))


class Tree:
    """All sections in their order."""

    def __init__(self, sections: list[Section], notes: Notes) -> None:
        self.sections = sections
        self.notes = notes

    def of(self, package: str, type_: str) -> list[Section]:
        """The sections of one kind, marked as understood."""
        found = [each for each in self.sections if each.package == package and each.type == type_]
        for each in found:
            each.understood = True
        return found


def grow(text: str) -> Tree:
    """Read a text; lines that are no UCI are in the notes."""
    builder = _Builder()
    for number, words in _statements(text, builder.notes):
        builder.take(number, words)
    return Tree(builder.sections, builder.notes)


class _Builder:
    def __init__(self) -> None:
        self.notes = Notes()
        self.sections: list[Section] = []
        self.package = ""
        self.here: Section | None = None
        self.seen: dict[tuple[str, str], Section] = {}
        self.unnamed: dict[tuple[str, str], int] = {}
        self.packages: set[str] = set()

    def take(self, line: int, words: list[str]) -> None:
        """One statement."""
        match [_WORDS.get(words[0], ""), *words[1:]]:
            case ["package", name] if _PACKAGE.match(name):
                if name in self.packages:
                    self.notes.doubt(
                        line, f"package {name} comes twice: an import would keep the second alone"
                    )
                self.packages.add(name)
                self.package, self.here = name, None
            case ["config", type_] if type_:
                self._open(line, type_, "")
            case ["config", type_, name] if type_ and (not name or _NAME.match(name)):
                self._open(line, type_, name)
            case ["option" | "list" as kind, name, value] if _NAME.match(name) and self.here is not None:
                self._add(line, kind, name, value)
            case [kind, name, *values] if kind in {"option", "list"} and _NAME.match(name):
                self.notes.doubt(
                    line, f"{kind} {name} {'has no value' if not values else 'stands in no section'}"
                )
            case _:
                self.notes.skip(
                    line, " ".join(words)[:200] if not _names_secret(words) else f"{words[0]} <hidden>"
                )

    def _open(self, line: int, type_: str, name: str) -> None:
        if not self.package:
            self.notes.doubt(line, f"section {type_} {name} belongs to no package")
        key = (self.package, name)
        known = self.seen.get(key) if name else None
        if known is not None and known.type == type_:
            self.notes.doubt(
                line, f"section {name} is already defined in line {known.line}: both are read as one"
            )
            self.here = known
            return
        if known is not None:
            self.notes.doubt(line, f"section {name} is already a {known.type} in line {known.line}")
        if not name:
            count = self.unnamed.get((self.package, type_), 0)
            self.unnamed[self.package, type_] = count + 1
            name = f"@{count}"
        self.here = Section(self.package, type_, name, line, self.notes)
        self.seen[self.package, name] = self.here
        self.sections.append(self.here)

    def _add(self, line: int, kind: str, name: str, value: str) -> None:
        if self.here is None:
            return
        found = self.here.options.get(name)
        if found is None or kind == "option":
            if found is not None and found.values != [value]:
                self.notes.doubt(line, f"`{name}` was set to another value in line {found.lines[-1]}")
            self.here.options[name] = Option(name, [value], [line], kind == "list")
            return
        found.values.append(value)
        found.lines.append(line)
        found.is_list = True


def _names_secret(words: list[str]) -> bool:
    return any(_SECRET.fullmatch(word) for word in words)


def _statements(text: str, notes: Notes) -> list[tuple[int, list[str]]]:
    """The words of every statement with its line; a quoted value may run over several lines."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found: list[tuple[int, list[str]]] = []
    place = 0
    while place < len(lines):
        line, start = lines[place], place
        place += 1
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        statements, is_open = _split(line)
        joined, after = line, place
        while is_open and after < len(lines) and after - start < _LONGEST:
            joined = f"{joined}\n{lines[after]}"
            after += 1
            if is_open in lines[after - 1]:
                statements, is_open = _split(joined)
        if is_open:
            notes.doubt(start + 1, "a quote is not closed")
            statements, _ = _split(line.replace('"', " ").replace("'", " "))
        else:
            place = after
        found.extend((start + 1, words) for words in statements if words)
    return found


#: A value with more lines is a quote that nobody closed.
_LONGEST = 200


def _split(text: str) -> tuple[list[list[str]], str]:
    """The statements of a line (`;` parts them) as words, and the quote that it leaves open."""
    plain = _PRINTED.match(text)
    if plain:
        return [[word for word in plain.groups() if word is not None]], ""
    if "'" in text or '"' in text or "\\" in text or ";" in text or "#" in text:
        return _split_quoted(text)
    return [text.split()], ""


def _split_quoted(text: str) -> tuple[list[list[str]], str]:
    statements: list[list[str]] = [[]]
    word: list[str] | None = None
    place = 0
    while place < len(text):
        char = text[place]
        place += 1
        if char in "'\"":
            end = text.find(char, place)
            while char == '"' and end > 0 and text[end - 1] == "\\":
                end = text.find(char, end + 1)
            if end < 0:
                return statements, char
            inside = text[place:end]
            word = word or []
            word.append(inside.replace("\\", "") if char == '"' else inside)
            place = end + 1
        elif char == "\\" and place < len(text):
            word = word or []
            word.append(text[place])
            place += 1
        elif char.isspace() or char in ";#":
            if word is not None:
                statements[-1].append("".join(word))
                word = None
            if char == ";":
                statements.append([])
            if char == "#":
                rest = text.find("\n", place)
                if rest < 0:
                    break
                place = rest
        else:
            word = word or []
            word.append(char)
    if word is not None:
        statements[-1].append("".join(word))
    return statements, ""
