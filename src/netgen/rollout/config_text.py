"""Compares configurations of block-and-indent platforms as a device means them, not as it prints them.

A text becomes nested blocks; headers, dates and device-owned lines go, secrets count by presence,
and the order of lines counts only where the platform's rules say so.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Collection, Iterator
from functools import lru_cache

import msgspec

from netgen.platforms.change_rules import ChangeRules


class Block(msgspec.Struct, frozen=True):
    """A line and the lines that belong to it."""

    line: str
    inner: tuple[Block, ...] = ()


@lru_cache(maxsize=64)
def _any(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None


@lru_cache(maxsize=64)
def _secrets(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    if not patterns:
        return None
    # Where a type digit may follow the word, it goes too: `key 7 0822` and `key <secret>` are the same.
    words = "|".join(patterns)
    return re.compile(rf'({words})[ ]+("[^"]*"|\S{{4,}})')


def mask_line(line: str, rules: ChangeRules) -> str:
    """The line with each secret value shown as <secret>.

    >>> from netgen.platforms.arista_eos.change import CHANGE
    >>> mask_line("radius-server host 192.0.2.1 key 7 0822455D0A16", CHANGE)
    'radius-server host 192.0.2.1 key <secret>'
    """
    fields = rules.secret_fields
    if fields:
        match = re.match(r"(\s*set (\S+)) \S", line)
        if match and match.group(2) in fields:
            return f"{match.group(1)} <secret>"
    pattern = _secrets(rules.secret_patterns)
    if pattern is None:
        return line
    return pattern.sub(lambda found: f"{found.group(1).split()[0]} <secret>", line)


def mask(text: str, rules: ChangeRules) -> str:
    """Every line of the text masked; for diffs, messages and previews."""
    return "\n".join(mask_line(line, rules) for line in text.splitlines())


def parse(text: str, rules: ChangeRules) -> tuple[Block, ...]:
    """Read an indented configuration; volatile lines and blocks are left out."""
    rows: list[tuple[int, str]] = []
    lines = iter(text.replace("\r", "").splitlines())
    drop = _any(rules.volatile_lines)
    for line in lines:
        word = line.strip()
        if not word or (drop and drop.match(word)):
            continue
        last = _free_text_end(word, rules)
        if last:
            body = [word]
            for more in lines:
                body.append(more.rstrip())
                if re.match(last, more.strip()):
                    break
            word = "\n".join(body)
        rows.append((len(line) - len(line.lstrip()), word))
    blocks, _ = _nest(rows, 0, -1)
    skip = _any((*rules.volatile_blocks, *rules.carried))
    return tuple(block for block in blocks if not (skip and skip.match(block.line)))


def _free_text_end(line: str, rules: ChangeRules) -> str:
    """The pattern of the line that ends a free text which this line opens; empty when it opens none."""
    for first, last in rules.free_texts:
        opened = re.match(first, line)
        if opened and not (line[opened.end() :] and re.match(last, line[opened.end() :])):
            return last
    return ""


def _nest(rows: list[tuple[int, str]], at: int, outer: int) -> tuple[list[Block], int]:
    found: list[Block] = []
    while at < len(rows) and rows[at][0] > outer:
        indent, line = rows[at]
        inner, at = _nest(rows, at + 1, indent)
        found.append(Block(line, tuple(inner)))
    return found, at


def canonical(text: str, rules: ChangeRules) -> str:
    """One spelling for all texts that mean the same on the device."""
    ordered = _any(rules.ordered_blocks)
    added = _any(rules.added_words)

    def spelled(line: str) -> str:
        return mask_line(added.sub("", line) if added else line, rules)

    def write(blocks: tuple[Block, ...], depth: int, keep: bool) -> list[str]:
        merged: dict[str, list[Block]] = {}
        for block in blocks:
            merged.setdefault(spelled(block.line), []).extend(block.inner)
        names = list(merged) if keep else sorted(merged)
        lines: list[str] = []
        for name in names:
            lines.append(" " * depth + name)
            lines += write(tuple(merged[name]), depth + 1, bool(ordered and ordered.match(name)))
        return lines

    return "\n".join(write(parse(text, rules), 0, keep=False)) + "\n"


def digest(text: str) -> str:
    """`sha256:` and the hex digest of the UTF-8 text."""
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def difference(before: str, after: str, *, names: tuple[str, str] = ("running", "intended")) -> str:
    """A unified diff of two canonical or masked texts; empty when they are equal."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), *names, n=2, lineterm="")
    return "\n".join(lines)


def with_exits(text: str, rules: ChangeRules) -> str:
    """The text with an explicit `exit` wherever a block ends.

    eAPI takes lines without their indent, so `vlan 20` after `router bgp` would land inside of it.
    """
    out: list[str] = []
    stack: list[int] = []
    lines = iter(text.splitlines())
    for line in lines:
        word = line.strip()
        if not word or word.startswith("!"):
            continue
        indent = len(line) - len(line.lstrip())
        closed = 0
        while stack and stack[-1] >= indent:
            stack.pop()
            closed += 1
        # The last of them closes a line that opened nothing.
        out += [" " * indent + "exit"] * max(closed - 1, 0)
        if word == "exit":
            continue
        out.append(line.rstrip())
        last = _free_text_end(word, rules)
        if last:
            for more in lines:
                out.append(more.rstrip())
                if re.match(last, more.strip()):
                    break
        stack.append(indent)
    out += ["exit"] * max(len(stack) - 1, 0)
    return "\n".join(out) + "\n"


def sections(text: str, rules: ChangeRules) -> Iterator[tuple[str, str]]:
    r"""The first line of each top-level line or block, and its whole text with the line's own indent.

    >>> from netgen.platforms.cisco_iosxe.change import CHANGE
    >>> list(sections("hostname a\n!\nvlan 10\n name STAFF\n", CHANGE))
    [('hostname a', 'hostname a\n'), ('vlan 10', 'vlan 10\n name STAFF\n')]
    """
    first = ""
    body: list[str] = []
    lines = iter(text.replace("\r", "").splitlines())
    for line in lines:
        if not line.strip() or line.startswith("!"):
            continue
        if line[0] not in " \t":
            if body:
                yield first, "\n".join(body) + "\n"
            first, body = line.strip(), []
        body.append(line.rstrip())
        last = _free_text_end(line.strip(), rules)
        if last:
            for more in lines:
                body.append(more.rstrip())
                if re.match(last, more.strip()):
                    break
    if body:
        yield first, "\n".join(body) + "\n"


def unspoken(running: str, intended: str, rules: ChangeRules) -> tuple[str, ...]:
    """First lines of the running blocks that stay because the intended text does not speak of them."""
    may_stay, owned = _any(rules.carried_if_absent), _any(rules.carried)
    if may_stay is None:
        return ()
    spoken = {first for first, _ in sections(intended, rules)}
    return tuple(
        first
        for first, _ in sections(running, rules)
        if first not in spoken and may_stay.match(first) and not (owned and owned.match(first))
    )


def without(text: str, names: Collection[str], rules: ChangeRules) -> str:
    """The text without the top-level blocks of those first lines."""
    if not names:
        return text
    return "".join(body for first, body in sections(text, rules) if first not in names)


def with_carried(intended: str, running: str, rules: ChangeRules) -> str:
    """The intended text, and from the running one what the device owns and a replacement must not remove.

    What the intended text itself says of such lines (a backup does) gives way to the device.
    """
    owned = _any(rules.carried)
    if owned is None:
        return intended
    stay = set(unspoken(running, intended, rules))
    kept = [body for first, body in sections(running, rules) if owned.match(first) or first in stay]
    rest = [body for first, body in sections(intended, rules) if not owned.match(first)]
    return "".join((*kept, *rest))


def with_delimiters(text: str, rules: ChangeRules) -> str:
    r"""The text with the delimiters of its free texts as the device reads them, not as it prints them.

    >>> from netgen.platforms.cisco_iosxe.change import CHANGE
    >>> with_delimiters("banner login ^C\nKeep out\n^C\n", CHANGE)
    'banner login \x03\nKeep out\n\x03\n'
    """
    if rules.free_text_delimiter is None:
        return text
    printed, sent = rules.free_text_delimiter
    out: list[str] = []
    lines = iter(text.splitlines())
    for line in lines:
        opened = next((re.match(first, line) for first, _ in rules.free_texts if re.match(first, line)), None)
        if opened is None:
            out.append(line)
            continue
        head, tail = line[: opened.end()], line[opened.end() :]
        last = _free_text_end(line.strip(), rules)
        out.append(head.replace(printed, sent, 1) + (tail if last else tail.replace(printed, sent, 1)))
        if not last:
            continue
        for more in lines:
            if re.match(last, more.strip()):
                out.append(more.replace(printed, sent, 1))
                break
            out.append(more)
    return "\n".join(out) + "\n"
