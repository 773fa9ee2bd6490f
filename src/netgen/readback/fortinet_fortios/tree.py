"""The tree of `config`, `edit` and `set` that a FortiOS text builds, after all its edits.

A device runs the text from top to bottom, so later blocks change earlier ones: `append`,
`unselect`, `unset`, `delete`, `rename`, `clone`, `move` and `purge` are carried out here.
Readers ask nodes for fields; what nobody asked for is reported as unread by `unread.py`.
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import UnreadLine
from netgen.readback.fortinet_fortios.words import MULTI_LINE_FIELDS, Command, split_commands

_MAX_DEPTH = 40


class Notes:
    """Collects what a reader could not take at face value."""

    def __init__(self) -> None:
        self.unread: list[UnreadLine] = []
        self.problems: list[UnreadLine] = []

    def doubt(self, line: int, text: str) -> None:
        """Add a contradiction or an undefined reference."""
        self.problems.append(UnreadLine(line, text))

    def skip(self, command: Command) -> None:
        """Add a line that is not understood."""
        self.unread.append(UnreadLine(command.line, command.shown()))


class Value(msgspec.Struct):
    """What a field is set to, and the commands that made it so."""

    words: tuple[str, ...]
    commands: list[Command]


class Node:
    """A section (`config x`) or an entry of one (`edit y`); asking marks what is understood."""

    __slots__ = (
        "asked", "children", "cleared", "entries", "is_entry", "line", "name", "notes", "openings",
        "others", "path",
        "values",
    )  # fmt: skip

    def __init__(self, name: str, path: str, notes: Notes, line: int = 0, *, is_entry: bool = False) -> None:
        self.name = name
        self.path = path
        self.notes = notes
        self.line = line
        self.is_entry = is_entry
        self.values: dict[str, Value] = {}
        self.cleared: dict[str, Command] = {}
        self.children: dict[str, Node] = {}
        self.entries: dict[str, Node] = {}
        self.openings: list[Command] = []
        self.others: list[Command] = []
        self.asked: set[str] | None = None

    @property
    def is_section_of_entries(self) -> bool:
        """True for a section that only holds entries."""
        return bool(self.entries) and not self.values

    # Asking: each of these marks the field or section as understood.

    def words(self, field: str) -> tuple[str, ...]:
        """The words of a field; () when it is absent or cleared."""
        if self.asked is None:
            self.asked = set()
        self.asked.add(field)
        value = self.values.get(field)
        return value.words if value else ()

    def word(self, field: str, default: str = "") -> str:
        """The single word of a field."""
        words = self.words(field)
        return words[0] if words else default

    def number(self, field: str, default: int) -> int:
        """A field that holds a decimal number; the device would refuse anything else."""
        word = self.word(field)
        if not word:
            return default
        if word.isascii() and word.isdecimal() and len(word) < 12:
            return int(word)
        self.doubt_field(field, f"`{field}` is not a number")
        return default

    def choice(self, field: str, default: str, allowed: frozenset[str] | set[str]) -> str:
        """A field with a fixed list of values; the device refuses others and keeps the default."""
        word = self.word(field, default)
        if word == default or word in allowed:
            return word
        self.doubt_field(field, f"`{field}` cannot be `{word}`")
        return default

    def enabled(self, field: str, *, default: bool = False) -> bool:
        """A field of enable or disable."""
        return self.choice(field, "enable" if default else "disable", {"enable", "disable"}) == "enable"

    def is_cleared(self, field: str) -> bool:
        """True after `unset field`, where that differs from never having been set."""
        return field in self.cleared

    def line_of(self, field: str) -> int:
        """The line that sets or clears a field, or else the line of the node."""
        if field in self.values:
            return self.values[field].commands[-1].line
        return self.cleared[field].line if field in self.cleared else self.line

    def doubt_field(self, field: str, text: str) -> None:
        """Report a field that contradicts itself or the rest."""
        self.notes.doubt(self.line_of(field), f"{self.name}: {text}" if self.is_entry else text)

    def leave_unread(self, field: str) -> None:
        """Report a field that was looked at, but whose value says more than a fact can hold."""
        if field in self.values:
            for command in self.values[field].commands:
                self.notes.skip(command)

    def section(self, name: str) -> Node:
        """A section below this one, marked as understood; an empty one when absent."""
        child = self.children.get(name)
        if child is None:
            return Node(name, f"{self.path}/{name}", self.notes, self.line)
        if child.asked is None:
            child.asked = set()
        return child

    def rows(self, name: str = "") -> list[Node]:
        """The entries of this section (or of a section below), in order, marked as understood."""
        section = self.section(name) if name else self
        if section.asked is None:
            section.asked = set()
        found = list(section.entries.values())
        for entry in found:
            if entry.asked is None:
                entry.asked = set()
        return found


def grow(text: str) -> tuple[Node, Notes]:
    """Run the commands of a text on an empty device and return the resulting tree."""
    notes = Notes()
    root = Node("", "", notes)
    builder = _Builder(root, notes)
    for command in split_commands(text):
        builder.run(command)
    builder.finish()
    return root, notes


class _Builder:
    """Runs commands; `stack` is the way from the root to where the device's prompt stands."""

    def __init__(self, root: Node, notes: Notes) -> None:
        self.stack: list[Node] = [root]
        self.notes = notes
        self.edited_here: list[set[str]] = [set()]

    def run(self, command: Command) -> None:
        """Carry out one command."""
        verb = command.words[0]
        if command.open_quote:
            self.notes.doubt(command.line, f"quote is not closed: {command.shown()}")
        act = _VERBS.get(verb)
        if act is None or len(command.words) < act[1]:
            self.notes.skip(command)
            return
        act[0](self, command)

    def finish(self) -> None:
        """Report blocks that the text leaves open."""
        for node in self.stack[1:]:
            if not node.is_entry:
                self.notes.doubt(node.openings[-1].line, f"`config {node.name}` has no end")

    def config(self, command: Command) -> None:
        name = " ".join(command.words[1:])
        here = self.stack[-1]
        if here.path == "global" or (here.is_entry and here.path == "vdom"):
            here = self.stack[0]  # a VDOM wrapper: what is inside has the same path as without one
        if len(self.stack) > _MAX_DEPTH:
            self.notes.doubt(command.line, f"config blocks are nested more than {_MAX_DEPTH} deep")
            here = Node("", "", self.notes)
        child = here.children.get(name)
        if child is None:
            path = f"{here.path}/{name}" if here.path else name
            child = here.children[name] = Node(name, path, self.notes, command.line)
        child.openings.append(command)
        self.stack.append(child)
        self.edited_here.append(set())

    def edit(self, command: Command) -> None:
        here = self.stack[-1]
        if here.is_entry:
            self.notes.doubt(command.line, f"edit of `{command.words[1]}` before `next` closes `{here.name}`")
            self.stack.pop()
            here = self.stack[-1]
        if len(self.stack) == 1:
            self.notes.doubt(command.line, f"edit outside of a config block: {command.shown()}")
            self.notes.skip(command)
            return
        name = " ".join(command.words[1:])
        if name == "0" and "0" not in here.entries:
            used = [int(key) for key in here.entries if key.isascii() and key.isdecimal() and len(key) < 12]
            name = str(max(used, default=0) + 1)
        if name in self.edited_here[-1]:
            self.notes.doubt(command.line, f"`{here.name}` has two entries `{name}`")
        self.edited_here[-1].add(name)
        entry = here.entries.get(name)
        if entry is None:
            entry = here.entries[name] = Node(name, here.path, self.notes, command.line, is_entry=True)
        entry.openings.append(command)
        self.stack.append(entry)

    def next(self, command: Command) -> None:
        if self.stack[-1].is_entry:
            self.stack.pop()
        else:
            self.notes.doubt(command.line, "`next` without an open edit")

    def end(self, command: Command) -> None:
        if self.stack[-1].is_entry:
            self.stack.pop()
        if len(self.stack) > 1:
            self.stack.pop()
            self.edited_here.pop()
        else:
            self.notes.doubt(command.line, "`end` without an open config")

    def set(self, command: Command) -> None:
        here = self._open_node(command)
        if here is None:
            return
        field, words = command.words[1], command.words[2:]
        if command.lines > 1 and field not in MULTI_LINE_FIELDS:
            self.notes.doubt(command.line, f"the value of `{field}` runs over {command.lines} lines")
        old = here.values.get(field)
        if old is not None and old.words != words and field != "uuid":
            self.notes.doubt(
                command.line, f"`{field}` was set to another value in line {old.commands[-1].line}"
            )
        here.values[field] = Value(words, [command])
        here.cleared.pop(field, None)

    def append(self, command: Command) -> None:
        here = self._open_node(command)
        if here is None:
            return
        old = here.values.get(command.words[1])
        words = old.words if old else ()
        added = tuple(word for word in command.words[2:] if word not in words)
        here.values[command.words[1]] = Value(words + added, [*(old.commands if old else []), command])

    def unselect(self, command: Command) -> None:
        here = self._open_node(command)
        if here is None:
            return
        old = here.values.get(command.words[1])
        gone = command.words[2:]
        words = tuple(word for word in (old.words if old else ()) if word not in gone)
        here.values[command.words[1]] = Value(words, [*(old.commands if old else []), command])

    def unset(self, command: Command) -> None:
        here = self._open_node(command)
        if here is None:
            return
        here.values.pop(command.words[1], None)
        here.cleared[command.words[1]] = command

    def delete(self, command: Command) -> None:
        here = self.stack[-1]
        if here.entries.pop(" ".join(command.words[1:]), None) is None:
            here.others.append(command)

    def purge(self, command: Command) -> None:
        here = self.stack[-1]
        if here.is_entry or len(self.stack) == 1:
            self.notes.skip(command)
        here.entries.clear()

    def rename(self, command: Command) -> None:
        here, (old, word, new) = self.stack[-1], command.words[1:4]
        if word != "to" or old not in here.entries or new in here.entries:
            self.notes.skip(command)
            return
        renamed = {new if key == old else key: node for key, node in here.entries.items()}
        renamed[new].name = new
        here.entries.clear()
        here.entries.update(renamed)

    def clone(self, command: Command) -> None:
        here, (old, word, new) = self.stack[-1], command.words[1:4]
        if word != "to" or old not in here.entries or new in here.entries:
            self.notes.skip(command)
            return
        here.entries[new] = _copy(here.entries[old], new, command)

    def move(self, command: Command) -> None:
        here, (key, word, target) = self.stack[-1], command.words[1:4]
        if (
            word not in {"before", "after"}
            or key not in here.entries
            or target not in here.entries
            or key == target
        ):
            self.notes.skip(command)
            return
        moved = here.entries.pop(key)
        rows = list(here.entries.items())
        at = [name for name, _ in rows].index(target) + (word == "after")
        here.entries.clear()
        here.entries.update([*rows[:at], (key, moved), *rows[at:]])

    def _open_node(self, command: Command) -> Node | None:
        if len(self.stack) > 1:
            return self.stack[-1]
        self.notes.doubt(command.line, f"{command.words[0]} outside of a config block: {command.shown()}")
        self.notes.skip(command)
        return None


#: Each command with the number of words that it needs.
_VERBS = {
    "append": (_Builder.append, 3),
    "clone": (_Builder.clone, 4),
    "config": (_Builder.config, 2),
    "delete": (_Builder.delete, 2),
    "edit": (_Builder.edit, 2),
    "end": (_Builder.end, 1),
    "move": (_Builder.move, 4),
    "next": (_Builder.next, 1),
    "purge": (_Builder.purge, 1),
    "rename": (_Builder.rename, 4),
    "set": (_Builder.set, 2),
    "unselect": (_Builder.unselect, 3),
    "unset": (_Builder.unset, 2),
}


def _copy(node: Node, name: str, command: Command) -> Node:
    """An independent copy of an entry, as `clone` makes it."""
    twin = Node(name, node.path, node.notes, command.line, is_entry=node.is_entry)
    twin.openings.append(command)
    twin.values = {field: Value(value.words, list(value.commands)) for field, value in node.values.items()}
    twin.cleared = dict(node.cleared)
    twin.children = {key: _copy(child, child.name, command) for key, child in node.children.items()}
    twin.entries = {key: _copy(entry, entry.name, command) for key, entry in node.entries.items()}
    return twin
