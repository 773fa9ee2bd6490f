"""What a block inherits: from `groups` by `apply-groups`, and a port from an `interface-range`.

A value of its own wins over an inherited one, lists are joined (Junos CLI User Guide, configuration
groups; Interface ranges). A name between angle brackets in a group stands for blocks that are there.
"""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

from netgen.readback.juniper_junos.tree import Key, Leaf, Node, Notes, Text, walk

_SPAN = re.compile(r"(.*\D)(\d+)\Z")
_BRACKETS = re.compile(r"\[([\d,-]+)\]")
#: No chassis has as many ports.
_MOST_MEMBERS = 4096


def apply_groups(text: Text) -> None:
    """Give every block what its groups say."""
    for name, group in text.groups.items():
        for node in walk(group):
            if node.applied:
                text.notes.doubt(node.applied[0][1], f"group {name} applies a group: it is not followed")
                break
    _apply(text, text.root, [], frozenset())


def _apply(text: Text, node: Node, path: list[Key], excepted: frozenset[str]) -> None:
    excepted = excepted | node.excepted
    for name, line in node.applied:
        group = text.groups.get(name)
        if group is None:
            text.notes.doubt(line, f"group {name} is not defined")
        elif name not in excepted:
            for found in _at(group, path):
                merge(node, found, name)
    for key, kid in list(node.kids.items()):
        _apply(text, kid, [*path, key], excepted)


def _at(group: Node, path: list[Key]) -> list[Node]:
    """The blocks of a group that speak of a place."""
    found = [group]
    for key in path:
        found = [kid for node in found for other, kid in node.kids.items() if _means(other, key)]
    return found


def _means(pattern: Key, key: Key) -> bool:
    if pattern == key:
        return True
    return (
        len(pattern) == len(key)
        and pattern[0] == key[0]
        and all(_matches(one, other) for one, other in zip(pattern[1:], key[1:], strict=True))
    )


def _matches(pattern: str, word: str) -> bool:
    return pattern == word or (
        pattern[:1] == "<" and pattern[-1:] == ">" and fnmatchcase(word, pattern[1:-1])
    )


def merge(node: Node, other: Node, group: str) -> None:
    """Give a block what another one says; `group` is the other one's name where it is a group."""
    if group and group in node.excepted:
        return
    for name, leaf in other.leaves.items():
        mine = node.leaves.get(name)
        if mine is None:
            node.leaves[name] = Leaf(list(leaf.values), list(leaf.lines), leaf.silent)
            continue
        rule = node.rule.rules.get(name) or node.rule.any_
        if rule is not None and rule.many:
            for value, line in zip(leaf.values, leaf.lines, strict=True):
                if value not in mine.values:
                    mine.values.append(value)
                    mine.lines.append(line)
    for key, kid in other.kids.items():
        if any(word[:1] == "<" and word[-1:] == ">" for word in key[1:]):
            for place, matched in node.kids.items():
                if _means(key, place):
                    merge(matched, kid, group)
            continue
        target = node.kids.get(key)
        if target is None:
            target = node.kids[key] = Node(kid.rule, kid.name, kid.keys, kid.line)
        merge(target, kid, group)


def spread_ranges(root: Node, notes: Notes) -> dict[str, tuple[str, ...]]:
    """Give the members of each interface range its lines; the members by the name of the range.

    The ranges themselves leave the tree.
    """
    interfaces = root.sub("interfaces")
    ranges = interfaces.entries("interface-range")
    members: dict[str, tuple[str, ...]] = {}
    for row in ranges:
        names = _members(row, interfaces, notes)
        members[row.key] = tuple(names)
        del interfaces.kids["interface-range", row.key]
        row.leaves.pop("member", None)
        row.leaves.pop("member-range", None)
        for name in names:
            key = ("<interface>", name)
            port = interfaces.kids.get(key)
            if port is None and interfaces.rule.any_ is not None:
                port = interfaces.kids[key] = Node(interfaces.rule.any_, "<interface>", (name,), row.line)
            if port is not None:
                merge(port, row, "")
    return members


def _members(row: Node, interfaces: Node, notes: Notes) -> list[str]:
    found: list[str] = []
    for text in row.values("member-range"):
        spread = _spread(text)
        if spread is None:
            notes.doubt(row.line_of("member-range"), f"range {row.key}: `{text}` is no range of ports")
        found += spread or []
    for text in row.values("member"):
        brackets = _BRACKETS.search(text)
        if "*" in text:
            shape = text.replace("[", "[[]") if brackets is None else text
            found += [kid.key for kid in interfaces.kids.values() if fnmatchcase(kid.key, shape)]
        elif brackets is not None:
            numbers = _numbers(brackets[1])
            if numbers is None:
                notes.doubt(row.line_of("member"), f"range {row.key}: `{text}` is no range of ports")
            found += [
                f"{text[: brackets.start()]}{number}{text[brackets.end() :]}" for number in numbers or ()
            ]
        else:
            found.append(text)
    if not found:
        notes.doubt(row.line, f"range {row.key} has no member")
    return list(dict.fromkeys(found))


def _spread(text: str) -> list[str] | None:
    """`ge-0/0/1 to ge-0/0/4`; members of one stack position alone, since all others are rare and unclear."""
    first, _, last = text.split(" ") if text.count(" ") == 2 else ("", "", "")
    one, other = _SPAN.match(first), _SPAN.match(last)
    if one is None or other is None or one[1] != other[1] or len(one[2]) > 4 or len(other[2]) > 4:
        return None
    low, high = int(one[2]), int(other[2])
    if high < low:
        return None
    return [f"{one[1]}{number}" for number in range(low, high + 1)]


def _numbers(text: str) -> list[int] | None:
    found: list[int] = []
    for part in text.split(","):
        low, dash, high = part.partition("-")
        if not (low.isdigit() and (high.isdigit() or not dash)) or len(low) > 4 or len(high) > 4:
            return None
        found += range(int(low), int(high or low) + 1)
    return found[:_MOST_MEMBERS]
