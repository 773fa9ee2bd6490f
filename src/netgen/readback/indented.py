"""Reads configurations whose blocks are made by indentation, and the small words inside them.

Shared by the readers of IOS-XE and EOS. A text becomes a forest of `Node`: comments (`!`) and the
`exit` lines that only close a block are gone, a banner is one node with its text as `body`.
Nothing here raises: a value that is none is returned as None.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

_BITS = 32
_ALL_ONES = 0xFFFFFFFF
_OCTETS = 4
_OCTET_MAX = 255
_VLAN_MAX = 4094
#: No block of either system is as deep; a text that is would exhaust the stack of whoever walks it.
_DEEPEST = 32
_CLOSING = frozenset(("exit", "exit-address-family", "quit"))


class Node(msgspec.Struct):
    """One line with the lines indented below it. `line` counts from 1, `text` is stripped."""

    line: int
    text: str
    words: list[str]
    children: list[Node]
    body: str = ""


class Parsed(msgspec.Struct):
    """The top-level nodes, and the lines of banners whose end is missing."""

    nodes: list[Node]
    unended: list[Node]


def walk(nodes: list[Node]) -> Iterator[Node]:
    """Every node, each before its children."""
    for node in nodes:
        yield node
        if node.children:
            yield from walk(node.children)


def parse_indented(text: str, *, banner_end: str = "") -> Parsed:
    """Split a text into its blocks. Any line break style; tabs count to the next multiple of 8.

    A banner ends at a line that is `banner_end` (EOS: EOF); with "" its first word is the
    delimiter (IOS: `banner login ^C`).
    """
    top: list[Node] = []
    unended: list[Node] = []
    stack: list[tuple[int, list[Node]]] = [(-1, top)]
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    number, count = 0, len(lines)
    while number < count:
        raw = lines[number].expandtabs()
        number += 1
        stripped = raw.strip()
        if not stripped or stripped[0] == "!" or stripped in _CLOSING:
            continue
        indent = len(raw) - len(raw.lstrip())
        while stack[-1][0] >= indent:
            stack.pop()
        node = Node(number, stripped, stripped.split(), [])
        stack[-1][1].append(node)
        if len(stack) <= _DEEPEST:
            stack.append((indent, node.children))
        if node.words[0] == "banner":
            number, ended = _take_banner(node, lines, number, banner_end)
            if not ended:
                unended.append(node)
    return Parsed(top, unended)


def _take_banner(node: Node, lines: list[str], number: int, end: str) -> tuple[int, bool]:
    """Move the banner's text into `node.body`; the number of lines read so far, and if it ended."""
    rest = node.text.split(None, 2)[2] if len(node.words) > 2 else ""
    body: list[str] = []
    if not end:
        if not rest:
            return number, False
        delimiter = "^C" if rest.startswith("^C") else rest[0]
        first = rest[len(delimiter) :]
        if delimiter in first:
            node.body = first.split(delimiter)[0].strip()
            return number, True
        body.append(first)
    while number < len(lines):
        line = lines[number]
        number += 1
        if end and line.strip() == end:
            node.body = "\n".join(body).strip()
            return number, True
        if not end and delimiter in line:
            body.append(line.split(delimiter)[0])
            node.body = "\n".join(body).strip()
            return number, True
        body.append(line.rstrip())
    node.body = "\n".join(body).strip()
    return number, False


def whole_number(text: str) -> int | None:
    """A plain decimal number, else None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def number_list(text: str) -> tuple[int, ...] | None:
    """The VLANs of `10,20-22` in order and once each; None when a part is no VLAN or range."""
    found: set[int] = set()
    for part in text.replace(" ", "").split(","):
        low, dash, high = part.partition("-")
        first, last = whole_number(low), whole_number(high if dash else low)
        if first is None or last is None or last < first or last > _VLAN_MAX:
            return None
        found.update(range(first, last + 1))
    return tuple(sorted(found))


def ipv4(text: str) -> int | None:
    """An IPv4 address as an integer, else None."""
    parts = text.split(".")
    if len(parts) != _OCTETS:
        return None
    value = 0
    for part in parts:
        if not (part.isascii() and part.isdigit()) or len(part) > 3 or int(part) > _OCTET_MAX:
            return None
        value = value << 8 | int(part)
    return value


def ipv4_text(value: int) -> str:
    """The dotted form of an integer."""
    return f"{value >> 24}.{value >> 16 & 255}.{value >> 8 & 255}.{value & 255}"


def mask_length(text: str) -> int | None:
    """The length of a dotted mask, else None when it is none or has holes."""
    value = ipv4(text)
    if value is None:
        return None
    hosts = value ^ _ALL_ONES
    return None if hosts & (hosts + 1) else _BITS - hosts.bit_length()


def wildcard_length(text: str) -> int | None:
    """The length that a dotted wildcard stands for, else None when it has holes."""
    value = ipv4(text)
    return None if value is None or value & (value + 1) else _BITS - value.bit_length()


def network(address: str, length: int) -> str | None:
    """`a.b.c.d/n` of the network that holds the address; None when either is not valid."""
    value = ipv4(address)
    if value is None or not 0 <= length <= _BITS:
        return None
    return f"{ipv4_text(value & ~((1 << (_BITS - length)) - 1))}/{length}"


def split_cidr(text: str) -> tuple[str, int] | None:
    """Address and length of `a.b.c.d/n`; None when it is none."""
    address, slash, length = text.partition("/")
    number = whole_number(length)
    if not slash or number is None or number > _BITS or ipv4(address) is None:
        return None
    return address, number


def cidr_network(text: str) -> str | None:
    """The network of `a.b.c.d/n`; None when it is none."""
    parts = split_cidr(text)
    return network(*parts) if parts else None


def bounds(prefix: str) -> tuple[int, int]:
    """First and last address of a checked prefix, as integers."""
    address, _, length = prefix.partition("/")
    first = ipv4(address) or 0
    return first, first + (1 << (_BITS - int(length))) - 1
