"""The tree that a Junos text builds: blocks with leaves, whichever form it was written in.

Readers ask blocks for leaves and marks; what nobody asked for is reported by `unread.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netgen.readback.facts import UnreadLine
from netgen.readback.juniper_junos.grammar import Rule, grammar
from netgen.readback.juniper_junos.words import Command, Statement, Word, split

#: Leaves that hold a secret: never repeated in a message.
SECRETS = frozenset((
    "ascii-text", "authentication-key", "authentication-password", "auth-token", "chap-secret", "community-name",
    "config-payload-password", "default-chap-secret", "default-password", "encrypted-password", "hexadecimal", "key",
    "local-password", "password", "plain-text-password-value", "preauthentication-secret", "privacy-key",
    "privacy-password", "secret", "simple-password", "value",
))  # fmt: skip
_GROUP_WORDS = ("apply-groups", "apply-groups-except")
Key = tuple[str, ...]


class Notes:
    """Collects what a reader could not take at face value."""

    def __init__(self) -> None:
        self.unread: list[UnreadLine] = []
        self.problems: list[UnreadLine] = []
        self.protected: list[UnreadLine] = []

    def doubt(self, line: int, text: str) -> None:
        """Add a contradiction or an undefined reference."""
        self.problems.append(UnreadLine(line, text))

    def settle(self) -> None:
        """Put what was noted in the order of the lines, each once."""
        self.unread = sorted(dict.fromkeys(self.unread), key=lambda item: item.line)
        self.problems = sorted(dict.fromkeys(self.problems), key=lambda item: (item.line, item.text))

    def skip(self, line: int, words: list[Word]) -> None:
        """Add a statement that is not understood."""
        self.unread.append(UnreadLine(line, shown(words)))


def shown(words: list[Word]) -> str:
    """A statement as a message may show it: one line, without the value of a secret."""
    found: list[str] = []
    hide = False
    for word in words:
        text = word if isinstance(word, str) else f"[ {' '.join(word)} ]"
        found.append(
            "<hidden>" if hide else f'"{text}"' if not text or any(c.isspace() for c in text) else text
        )
        hide = isinstance(word, str) and word in SECRETS
    return " ".join(found).replace("\n", " ")[:300]


class Leaf(msgspec.Struct):
    """The values of one name, each with its line."""

    values: list[str]
    lines: list[int]
    silent: bool
    asked: bool = False
    inactive: bool = False


class Node:
    """A block. Asking marks what is understood; an absent block is `NOTHING`."""

    __slots__ = ("applied", "asked", "excepted", "inactive", "keys", "kids", "leaves", "line", "name", "rule")

    def __init__(self, rule: Rule, name: str, keys: Key, line: int) -> None:
        self.rule = rule
        self.name = name
        self.keys = keys
        self.line = line
        self.leaves: dict[str, Leaf] = {}
        self.kids: dict[Key, Node] = {}
        self.asked = False
        self.inactive = False
        self.applied: list[tuple[str, int]] = []
        self.excepted: set[str] = set()

    @property
    def key(self) -> str:
        """The first key: `ge-0/0/1` of an interface."""
        return self.keys[0] if self.keys else ""

    @property
    def words(self) -> str:
        """The words that open the block."""
        if self.name.startswith("<"):
            return self.key
        found, keys = [self.name], iter(self.keys)
        found += [word or next(keys, "") for word in self.rule.keys]
        return " ".join(found)

    def sub(self, *names: str) -> Node:
        """The block at the end of a path of plain words, marked as understood."""
        here = self
        for name in names:
            found = here.kids.get((name,))
            if found is None:
                return NOTHING
            found.asked = True
            here = found
        return here

    def entry(self, name: str, *keys: str) -> Node | None:
        """One block with keys, marked as understood; None when it is not there."""
        found = self.kids.get((name, *keys))
        if found is not None:
            found.asked = True
        return found

    def entries(self, name: str) -> list[Node]:
        """The blocks of a name with keys, in order, marked as understood."""
        found = [kid for kid in self.kids.values() if kid.name == name]
        for kid in found:
            kid.asked = True
        return found

    def has(self, *names: str) -> bool:
        """True if a word stands alone here, or a block of that name; the last of a path."""
        here = self.sub(*names[:-1]) if len(names) > 1 else self
        found = here.kids.get((names[-1],))
        if found is None:
            return False
        found.asked = True
        return True

    def value(self, name: str, default: str = "") -> str:
        """The value of a leaf."""
        leaf = self.leaves.get(name)
        if leaf is None or not leaf.values:
            return default
        leaf.asked = True
        return leaf.values[-1]

    def values(self, name: str) -> tuple[str, ...]:
        """All values of a leaf."""
        leaf = self.leaves.get(name)
        if leaf is None:
            return ()
        leaf.asked = True
        return tuple(leaf.values)

    def line_of(self, name: str) -> int:
        """The line of a leaf's last value or of a block, or else that of this block."""
        leaf = self.leaves.get(name)
        if leaf is not None and leaf.lines:
            return leaf.lines[-1]
        kid = self.kids.get((name,))
        return kid.line if kid is not None else self.line

    def keep(self, *names: str) -> None:
        """Take back that leaves were asked for: their values say more than a fact can hold."""
        for name in names:
            if name in self.leaves:
                self.leaves[name].asked = False
            for kid in self.kids.values():
                if kid.name == name:
                    kid.asked = False


NOTHING = Node(Rule(""), "", (), 0)


class Text(msgspec.Struct):
    """A whole text: its tree, the trees of its groups, and what was odd."""

    root: Node
    groups: dict[str, Node]
    notes: Notes


def grow(text: str) -> Text:
    """The tree of a text in either form. Groups are parsed beside it and not yet applied."""
    parsed = split(text)
    notes = Notes()
    found = Text(Node(grammar(), "", (), 0), {}, notes)
    for doubt in parsed.doubts:
        notes.doubt(doubt.line, doubt.text)
    if parsed.commands:
        _Session(found).run(parsed.commands)
    else:
        _grow_statements(found, parsed.statements)
    _prune(found.root)
    for group in found.groups.values():
        _prune(group)
    return found


def _grow_statements(text: Text, statements: list[Statement]) -> None:
    for statement in statements:
        if statement.words[:1] == ["groups"]:
            _grow_groups(text, statement)
        else:
            _grow(text, text.root, [], statement)


def _grow_groups(text: Text, statement: Statement) -> None:
    """`groups { name { ... } }`, or the same on one line."""
    for inner in statement.block or []:
        if statement.words[1:]:
            inner.words = [*statement.words[1:], *inner.words]
        if not inner.words or not isinstance(inner.words[0], str):
            text.notes.skip(inner.line, ["groups", *inner.words])
            continue
        group = text.groups.setdefault(inner.words[0], Node(grammar(), "", (), inner.line))
        rest = inner.words[1:]
        for each in inner.block if inner.block is not None and not rest else ():
            _grow(text, group, ["groups", inner.words[0]], each)
        if rest:
            inner.words = rest
            _grow(text, group, ["groups"], inner)
    if statement.block is None:
        text.notes.skip(statement.line, statement.words)


def _grow(text: Text, node: Node, above: list[Word], statement: Statement) -> None:
    if statement.protected:
        text.notes.protected.append(UnreadLine(statement.line, shown([*above, *statement.words])))
    if statement.replaces:
        text.notes.doubt(statement.line, "a `replace:` tag belongs in a change, not in a configuration")
    end = put(text, node, statement.words, statement.line)
    if end is PARTIAL and statement.block is not None:
        # keys in a block of their own: `address-book { global { ... } }`
        for inner in statement.block:
            inner.words = [*statement.words, *inner.words]
            inner.inactive = inner.inactive or statement.inactive
            _grow(text, node, above, inner)
        return
    if end is None or end is PARTIAL:
        _skip(text.notes, above, statement)
        return
    place, leaf = end
    if statement.inactive:
        if leaf is not None:
            leaf.inactive = True
        elif place is not node:
            place.inactive = True
    path = [*above, *statement.words]
    for inner in statement.block or []:
        if leaf is not None:
            # a leaf with its values in a block: `to { 10.0.0.9; }`
            words = [*statement.words[-1:], *inner.words]
            if inner.block is None and put(text, place, words, inner.line) not in (None, PARTIAL):
                continue
            _skip(text.notes, path, inner)
        else:
            _grow(text, place, path, inner)


def _skip(notes: Notes, above: list[Word], statement: Statement) -> None:
    notes.skip(statement.line, [*above, *statement.words])
    for inner in statement.block or []:
        _skip(notes, [*above, *statement.words], inner)


End = tuple[Node, Leaf | None]
#: The words end before the keys of a block do.
PARTIAL: End = (NOTHING, None)


def put(text: Text, node: Node, words: list[Word], line: int) -> End | None:
    """Add the words to a block; where they lead, or None when a word is not known there."""
    place: Node = node
    leaf: Leaf | None = None
    last: Node | None = None
    at, count = 0, len(words)
    while at < count:
        word = words[at]
        if not isinstance(word, str):
            return None
        if word in _GROUP_WORDS:
            if at + 1 >= count:
                return None
            listed = words[at + 1]
            for name in (listed,) if isinstance(listed, str) else listed:
                if word == "apply-groups":
                    place.applied.append((name, line))
                else:
                    place.excepted.add(name)
            at += 2
            continue
        rule = place.rule.rules.get(word) or place.rule.any_
        if rule is None:
            return None
        if rule.kind == "leaf":
            found = _put_leaf(text, place, rule, words, at, line)
            if found is None:
                return None
            leaf, at = found
            last = None
            continue
        keys: list[str] = []
        after = at + 1
        if rule.name.startswith("<"):
            keys.append(word)
        for wanted in rule.keys:
            if after >= count:
                return PARTIAL
            given = words[after]
            if not isinstance(given, str) or (wanted and given != wanted):
                return None
            if not wanted:
                keys.append(given)
            after += 1
        key = (rule.name, *keys)
        kid = place.kids.get(key)
        if kid is None:
            kid = place.kids[key] = Node(rule, rule.name, tuple(keys), line)
        leaf, at, last = None, after, kid
        if rule.rules or rule.any_ is not None:
            place = kid
    return (last or place, leaf) if leaf is None else (place, leaf)


def _put_leaf(
    text: Text, place: Node, rule: Rule, words: list[Word], at: int, line: int
) -> tuple[Leaf, int] | None:
    name = str(words[at])
    leaf = place.leaves.get(name)
    if leaf is None:
        leaf = place.leaves[name] = Leaf([], [], rule.silent)
    at += 1
    if at == len(words):
        return leaf, at
    if not isinstance(words[at], str):
        given = list(words[at])
        if not rule.many and len(given) != 1:
            return None
        at += 1
    else:
        taken = words[at : at + rule.arity]
        if len(taken) < rule.arity or not all(isinstance(word, str) for word in taken):
            return None
        given = [" ".join(str(word) for word in taken)]
        at += rule.arity
    if rule.many:
        fresh = [value for value in given if value not in leaf.values]
        leaf.values += fresh
        leaf.lines += [line] * len(fresh)
    else:
        if leaf.values and leaf.values != given and not rule.silent and name not in SECRETS:
            text.notes.doubt(line, f"`{name}` was set to another value in line {leaf.lines[-1]}")
        leaf.values, leaf.lines = given, [line]
    leaf.inactive = False
    return leaf, at


def find(node: Node, words: list[Word]) -> tuple[Node, Key | None, str, str] | None:
    """(block above, key of the block or None, leaf, value) of existing words; None when absent."""
    place = node
    at = 0
    while at < len(words):
        word = words[at]
        if not isinstance(word, str):
            return None
        rule = place.rule.rules.get(word) or place.rule.any_
        if rule is None:
            return None
        if rule.kind == "leaf":
            rest = [str(each) for each in words[at + 1 :]]
            return (place, None, word, " ".join(rest)) if word in place.leaves else None
        keys = [word] if rule.name.startswith("<") else []
        at += 1
        for wanted in rule.keys:
            if at >= len(words):
                return None
            if not wanted:
                keys.append(str(words[at]))
            at += 1
        key = (rule.name, *keys)
        if key not in place.kids:
            return None
        if at >= len(words):
            return place, key, "", ""
        place = place.kids[key]
    return None


class _Session:
    """Runs commands one by one, as configuration mode does; `level` is where `edit` has gone."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.level: list[Word] = []

    def run(self, commands: list[Command]) -> None:
        """Carry out all commands."""
        for command in commands:
            words = [*self.level, *command.words]
            if not self._act(command, words):
                self.text.notes.skip(command.line, [command.verb, *command.words])

    def _act(self, command: Command, words: list[Word]) -> bool:
        match command.verb:
            case "set":
                root, rest = self._home(words)
                return bool(rest) and put(self.text, root, rest, command.line) not in (None, PARTIAL)
            case "delete":
                return self._delete(words)
            case "deactivate" | "activate":
                return self._mark(words, inactive=command.verb == "deactivate")
            case "insert":
                return self._insert(command, words)
            case "edit":
                self.level = words
            case "top":
                self.level = []
                if command.words:
                    return self._act(
                        Command(command.line, str(command.words[0]), command.words[1:]), command.words[1:]
                    )
            case "up" | "exit":
                self.level = self.level[:-1]
            case "protect":
                self.text.notes.protected.append(UnreadLine(command.line, shown(words)))
            case "unprotect" | "annotate" | "commit" | "quit":
                return True
            case _:
                return False
        return True

    def _home(self, words: list[Word]) -> tuple[Node, list[Word]]:
        """The tree that a command is about: the text's own, or that of a group."""
        if words[:1] == ["groups"] and len(words) > 1 and isinstance(words[1], str):
            group = self.text.groups.setdefault(words[1], Node(grammar(), "", (), 0))
            return group, words[2:]
        return self.text.root, words

    def _delete(self, words: list[Word]) -> bool:
        root, rest = self._home(words)
        found = find(root, rest)
        if found is None:
            return False
        place, key, leaf, value = found
        if key is not None:
            del place.kids[key]
        elif not value:
            del place.leaves[leaf]
        elif value in place.leaves[leaf].values:
            at = place.leaves[leaf].values.index(value)
            del place.leaves[leaf].values[at], place.leaves[leaf].lines[at]
        else:
            return False
        return True

    def _mark(self, words: list[Word], *, inactive: bool) -> bool:
        root, rest = self._home(words)
        found = find(root, rest)
        if found is None:
            return False
        place, key, leaf, _ = found
        if key is not None:
            place.kids[key].inactive = inactive
        else:
            place.leaves[leaf].inactive = inactive
        return True

    def _insert(self, command: Command, words: list[Word]) -> bool:
        """`insert PATH ITEM before|after ITEM`: move a block among its kind."""
        place_of = next((at for at, word in enumerate(words) if word in ("before", "after")), 0)
        if not place_of:
            return False
        moved = find(self.text.root, words[:place_of])
        if moved is None or moved[1] is None:
            return False
        place, key = moved[0], moved[1]
        tail = tuple(str(word) for word in words[place_of + 1 :])
        other = (key[0], *(tail[1:] if tail[:1] == (key[0],) else tail))
        if other not in place.kids or other == key:
            return False
        kid = place.kids.pop(key)
        rows: list[tuple[Key, Node]] = []
        for each in place.kids.items():
            if each[0] == other and words[place_of] == "before":
                rows.append((key, kid))
            rows.append(each)
            if each[0] == other and words[place_of] == "after":
                rows.append((key, kid))
        place.kids = dict(rows)
        del command
        return True


def _prune(node: Node) -> None:
    """Take out what is deactivated: the device acts as if it were not there."""
    for key in [key for key, kid in node.kids.items() if kid.inactive]:
        del node.kids[key]
    for name in [name for name, leaf in node.leaves.items() if leaf.inactive]:
        del node.leaves[name]
    for kid in node.kids.values():
        _prune(kid)


def walk(node: Node) -> Iterator[Node]:
    """Every block, each before those in it."""
    yield node
    for kid in node.kids.values():
        yield from walk(kid)
