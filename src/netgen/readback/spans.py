"""IPv4 ranges as integer pairs: what address objects add up to, and the prefixes that say it."""

from __future__ import annotations

from netgen.readback.indented import ipv4, ipv4_text, mask_length, split_cidr

Span = tuple[int, int]
EVERYTHING: Span = (0, 0xFFFFFFFF)
_BITS = 32


def address_and_length(words: tuple[str, ...]) -> tuple[int, int] | None:
    """An address and its mask, written `a.b.c.d m.m.m.m` or `a.b.c.d/n`; None when it is neither."""
    if len(words) == 1:
        if "/" in words[0]:
            parts = split_cidr(words[0])
            return (ipv4(parts[0]) or 0, parts[1]) if parts else None
        address = ipv4(words[0])
        return None if address is None else (address, _BITS)
    if len(words) != 2:
        return None
    address, length = ipv4(words[0]), mask_length(words[1])
    return None if address is None or length is None else (address, length)


def network_span(address: int, length: int) -> Span:
    """The first and last address of the network that holds the address."""
    hosts = (1 << (_BITS - length)) - 1
    return address & ~hosts, address | hosts


def network_text(address: int, length: int) -> str:
    """`a.b.c.d/n` of the network that holds the address."""
    return f"{ipv4_text(network_span(address, length)[0])}/{length}"


def join(spans: list[Span]) -> list[Span]:
    """The same addresses as sorted ranges that do not touch."""
    joined: list[Span] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def subtract(spans: list[Span], holes: list[Span]) -> list[Span]:
    """The addresses of `spans` that are in none of `holes`."""
    left = join(spans)
    for first, last in join(holes):
        cut: list[Span] = []
        for low, high in left:
            if last < low or high < first:
                cut.append((low, high))
                continue
            if low < first:
                cut.append((low, first - 1))
            if last < high:
                cut.append((last + 1, high))
        left = cut
    return left


def prefixes(spans: list[Span]) -> tuple[str, ...]:
    """The fewest prefixes that hold exactly these addresses, in order."""
    found: list[str] = []
    for first, last in join(spans):
        low = first
        while low <= last:
            bits = _BITS if low == 0 else (low & -low).bit_length() - 1
            while low + (1 << bits) - 1 > last:
                bits -= 1
            found.append(f"{ipv4_text(low)}/{_BITS - bits}")
            low += 1 << bits
    return tuple(found)
