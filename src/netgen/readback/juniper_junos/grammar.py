"""The statements that the reader knows, as rules: what follows each word.

`statements.py` lists them as indented lines, one a statement:

    name            a block, or a word that stands alone
    name =          one value
    name =+         any number of values, one by one or in brackets
    name =3+        values of three words each, any number of them
    name * to *     a block with a key at each `*`
    <name>          a block whose only word is its key
    <name> =        any word, with one value
    ~               at the end of a line: words for people, with all that stands below
    &name           the lines of the part of that name
"""

from __future__ import annotations

from functools import cache

import msgspec

from netgen.readback.juniper_junos.statements import PARTS, STATEMENTS


class Rule(msgspec.Struct):
    """What may follow a word. kind: block | leaf.

    `keys` is the pattern of words after the name of a block ("" takes any word); `arity` is the number
    of words of a value; `any_` is the rule for words that no other rule knows.
    """

    name: str
    kind: str = "block"
    keys: tuple[str, ...] = ()
    arity: int = 0
    many: bool = False
    silent: bool = False
    rules: dict[str, Rule] = msgspec.field(default_factory=dict)
    any_: Rule | None = None


@cache
def grammar() -> Rule:
    """The rule of the whole text."""
    parts: dict[str, Rule] = {}
    for name, text in PARTS.items():
        parts[name] = _block(name, text, parts)
    return _block("", STATEMENTS, parts)


def _block(name: str, text: str, parts: dict[str, Rule]) -> Rule:
    root = Rule(name)
    stack: list[tuple[int, Rule]] = [(-1, root)]
    for line in text.splitlines():
        words = line.split()
        if not words:
            continue
        indent = len(line) - len(line.lstrip())
        while stack[-1][0] >= indent:
            stack.pop()
        home = stack[-1][1]
        if words[0].startswith("&"):
            part = parts[words[0][1:]]
            home.rules.update(part.rules)
            home.any_ = home.any_ or part.any_
            continue
        rule = _rule(words)
        if rule.name.startswith("<"):
            home.any_ = rule
        else:
            home.rules[rule.name] = rule
        stack.append((indent, rule))
    return root


def _rule(words: list[str]) -> Rule:
    silent = words[-1] == "~"
    name, *rest = words[:-1] if silent else words
    if rest and rest[0].startswith("="):
        mark = rest[0]
        arity = int(mark.strip("=+") or 1)
        return Rule(name, "leaf", (), arity, many=mark.endswith("+"), silent=silent)
    return Rule(name, "block", tuple("" if word == "*" else word for word in rest), silent=silent)
