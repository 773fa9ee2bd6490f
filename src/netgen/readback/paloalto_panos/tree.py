"""One tree for both formats of PAN-OS: each word of a path is a node, each value a node below its key.

`set address A ip-netmask 10.0.0.1` and `<address><entry name="A"><ip-netmask>10.0.0.1</ip-netmask>`
make the same tree. Nodes remember whether a reader asked for them: what nobody asked for is left over
for `leftovers`. `delete`, `rename`, `move` act as they do on the device.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.readback.facts import UnreadLine
from netgen.readback.paloalto_panos.words import Command, shown, split_commands

#: Path of everything of a device, which the `set` format leaves out.
_DEVICE = ("devices", "localhost.localdomain")
_VSYS = "vsys1"
#: Sessions and not configuration: they come along when a session is copied.
_SESSION = frozenset({"commit", "configure", "exit", "quit", "show"})


class Notes:
    """Where lines go that could not be read, and contradictions."""

    def __init__(self) -> None:
        """Nothing noted yet."""
        self.unread: list[UnreadLine] = []
        self.problems: list[UnreadLine] = []

    def skip(self, line: int, text: str) -> None:
        """A line that is not understood."""
        self.unread.append(UnreadLine(line, text))

    def doubt(self, line: int, text: str) -> None:
        """A line that contradicts something."""
        self.problems.append(UnreadLine(line, text))


class Node:
    """A word of the configuration; `line` is where it was first said, `stamp` when it was last said."""

    __slots__ = ("asked", "children", "line", "notes", "path", "stamp", "word")

    def __init__(self, word: str, line: int, path: tuple[str, ...], notes: Notes) -> None:
        """A word without anything below it."""
        self.word = word
        self.line = line
        self.path = path
        self.notes = notes
        self.children: dict[str, Node] = {}
        self.asked = False
        self.stamp = 0

    def __bool__(self) -> bool:
        """True if the text says it."""
        return self.line > 0

    def at(self, *words: str) -> Node:
        """The node below by these words; one that is not there is empty and false."""
        node = self
        for word in words:
            found = node.children.get(word)
            if found is None:
                return Node(word, 0, (*self.path, *words), self.notes)
            node = found
        return node

    def entries(self, *words: str) -> list[Node]:
        """The entries of a table below, in their order."""
        return list(self.at(*words).children.values())

    def value(self, key: str, default: str = "") -> str:
        """The value of a key: the one that was said last."""
        node = self.children.get(key)
        if node is None:
            return default
        node.asked = True
        last: Node | None = None
        for child in node.children.values():
            child.asked = True
            if last is None or child.stamp >= last.stamp:
                last = child
        return last.word if last else default

    def values(self, key: str) -> tuple[str, ...]:
        """All values of a key, in their order."""
        node = self.children.get(key)
        if node is None:
            return ()
        node.asked = True
        for child in node.children.values():
            child.asked = True
        return tuple(node.children)

    def choice(self) -> str:
        """The word directly below that was said last: of elements that exclude each other it is the one."""
        last: Node | None = None
        for child in self.children.values():
            if last is None or child.stamp >= last.stamp:
                last = child
        return last.word if last else ""

    def take(self) -> bool:
        """Ask for this node itself, where a word alone says something; false when it is not there."""
        self.asked = True
        return bool(self)

    def yes(self, key: str, *, default: bool = False) -> bool:
        """A yes or no."""
        word = self.value(key)
        if word not in ("", "yes", "no"):
            self.doubt(key, f"`{key}` is neither yes nor no")
        return default if not word else word == "yes"

    def number(self, key: str, default: int) -> int:
        """A whole number; another word is a contradiction."""
        word = self.value(key)
        if not word:
            return default
        if word.isascii() and word.isdigit() and len(word) < 10:
            return int(word)
        self.doubt(key, f"`{key}` is no number")
        return default

    def word_of(self, key: str, default: str, known: frozenset[str]) -> str:
        """A value out of a known list; another one is left unread."""
        word = self.value(key, default)
        if word not in known and word != default:
            self.leave(key)
        return word

    def leave(self, key: str) -> None:
        """Take back that a key was asked for: its value is not understood after all."""
        node = self.children.get(key)
        if node:
            node.asked = False
            for child in node.children.values():
                child.asked = False

    def doubt(self, key: str, text: str) -> None:
        """A contradiction at the line of a key, or of this node when the key is absent."""
        node = self.children.get(key)
        self.notes.doubt(max(node.line, _last_line(node)) if node else self.line, f"{self.name}: {text}")

    @property
    def name(self) -> str:
        """How messages call this node."""
        return shown(self.path[-2:])

    def leaves(self) -> Iterator[Node]:
        """Every end of a path below, in their order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if node.children:
                waiting.extend(reversed(node.children.values()))
            elif node.path:
                yield node


def _last_line(node: Node) -> int:
    return max((child.line for child in node.children.values()), default=0)


#: Keys with a plain value in places where several of them are often said on one line.
_ON_ONE_LINE: dict[tuple[str, ...], frozenset[str]] = {
    ("rulebase", "security", "rules"): frozenset(
        [
            "action",
            "application",
            "category",
            "description",
            "destination",
            "disabled",
            "from",
            "group-tag",
            "log-end",
            "log-setting",
            "log-start",
            "negate-destination",
            "negate-source",
            "rule-type",
            "schedule",
            "service",
            "source",
            "source-user",
            "tag",
            "to",
        ]
    ),
    ("rulebase", "nat", "rules"): frozenset(
        [
            "description",
            "destination",
            "disabled",
            "from",
            "nat-type",
            "service",
            "source",
            "tag",
            "to",
            "to-interface",
        ]
    ),
    ("rulebase", "decryption", "rules"): frozenset(
        [
            "action",
            "category",
            "destination",
            "disabled",
            "from",
            "profile",
            "service",
            "source",
            "source-user",
            "to",
        ]
    ),
    ("address",): frozenset(["description", "fqdn", "ip-netmask", "ip-range", "ip-wildcard", "tag"]),
    ("shared", "address"): frozenset(["description", "fqdn", "ip-netmask", "ip-range", "ip-wildcard", "tag"]),
    ("deviceconfig", "system"): frozenset(
        ["default-gateway", "hostname", "ip-address", "netmask", "timezone"]
    ),
}


class Tree:
    """A configuration that grows line by line."""

    def __init__(self) -> None:
        """An empty configuration."""
        self.notes = Notes()
        self.root = Node("", 0, (), self.notes)
        self._stamp = 0

    def say(self, line: int, path: tuple[str, ...], values: tuple[str, ...] | None = None) -> None:
        """`set` of one path; several values below the same key."""
        path = _short(path)
        if path[:1] == ("vsys",):
            self.notes.doubt(line, f"`{shown(path[:2])}` is read as if it were {_VSYS}")
            path = path[2:]
        if not path:
            return
        parts = self._split(path) if values is None else [path]
        for part in parts:
            self._stamp += 1
            node = self.root
            for word in part:
                node = self._below(node, word, line)
            for word in values or ():
                self._stamp += 1
                self._below(node, word, line)

    def _below(self, node: Node, word: str, line: int) -> Node:
        found = node.children.get(word)
        if found is None:
            found = Node(word, line, (*node.path, word), self.notes)
            node.children[word] = found
        found.stamp = self._stamp
        return found

    @staticmethod
    def _split(path: tuple[str, ...]) -> list[tuple[str, ...]]:
        """`from A to B` below one entry is two lines."""
        depth = 1 if path[0] == "address" else 2
        if path[:3] in _ON_ONE_LINE:
            depth = 3
        keys = _ON_ONE_LINE.get(path[:depth])
        if keys is None:
            return [path]
        named = depth + (path[:2] != ("deviceconfig", "system"))
        head, rest = path[:named], path[named:]
        found = []
        while len(rest) > 2 and rest[0] in keys:
            found.append((*head, *rest[:2]))
            rest = rest[2:]
        return [*found, (*head, *rest)]

    def run(self, command: Command) -> None:
        """Any command of the `set` format."""
        path = _short(command.path)
        if command.broken:
            self.notes.doubt(command.line, command.broken)
            self.notes.skip(command.line, shown((command.verb, *command.path)))
        elif command.verb == "set" and path[:1] == ("cli",):
            pass
        elif command.verb == "set" and path:
            self.say(command.line, path, command.values)
        elif command.verb == "delete" and path:
            self._delete(path, command)
        elif command.verb == "rename" and len(path) > 2 and path[-2] == "to":
            self._rename(path[:-2], path[-1], command)
        elif command.verb == "move" and path:
            self._move(path, command)
        elif command.verb not in _SESSION:
            self.notes.skip(command.line, shown((command.verb, *command.path, *(command.values or ()))))

    def _delete(self, path: tuple[str, ...], command: Command) -> None:
        for value in command.values if command.values is not None else (None,):
            whole = path if value is None else (*path, value)
            above = self.root.at(*whole[:-1])
            if above.children.pop(whole[-1], None) is None:
                self.notes.doubt(command.line, f"`{shown(whole)}` is deleted and was never set")
            # a key that lost its last value is gone too
            while above is not self.root and not above.children and above.path:
                parent = self.root.at(*above.path[:-1])
                parent.children.pop(above.word, None)
                above = parent

    def _rename(self, path: tuple[str, ...], name: str, command: Command) -> None:
        above, node = self.root.at(*path[:-1]), self.root.at(*path)
        if not node or name in above.children:
            self.notes.doubt(command.line, f"`{shown(path)}` cannot be called {name}")
            return
        above.children = {
            name if word == node.word else word: child for word, child in above.children.items()
        }
        _repath(node, (*path[:-1], name))

    def _move(self, path: tuple[str, ...], command: Command) -> None:
        where = next((i for i in (-1, -2) if len(path) > -i and path[i] in _PLACES[i]), 0)
        above = self.root.at(*path[: where - 1]) if where else self.root
        names = list(above.children)
        if not where or path[where - 1] not in names or (where == -2 and path[-1] not in names):
            self.notes.doubt(command.line, f"`{shown(path)}` moves nothing")
            self.notes.skip(command.line, shown((command.verb, *path)))
            return
        name = path[where - 1]
        if where == -2 and path[-1] == name:
            return
        names.remove(name)
        place = {"top": 0, "bottom": len(names)}.get(path[-1]) if where == -1 else None
        if place is None:
            place = names.index(path[-1]) + (path[-2] == "after")
        names.insert(place, name)
        above.children = {each: above.children[each] for each in names}


_PLACES = {-1: frozenset({"top", "bottom"}), -2: frozenset({"before", "after"})}


def _repath(node: Node, path: tuple[str, ...]) -> None:
    node.path, node.word = path, path[-1]
    for child in node.children.values():
        _repath(child, (*path, child.word))


def _short(path: tuple[str, ...]) -> tuple[str, ...]:
    """The path without what every path of a firewall with one virtual system has in front."""
    if path[:1] == ("config",):
        path = path[1:]
    if path[:2] == _DEVICE:
        path = path[2:]
    return path[2:] if path[:2] == ("vsys", _VSYS) else path


def grow_set(text: str) -> Tree:
    """The tree of a text in `set` format."""
    tree = Tree()
    for command in split_commands(text):
        tree.run(command)
    return tree
