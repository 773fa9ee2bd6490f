"""Which addresses a packet filter lets in, as intervals of IPv4 addresses.

A filter on the control plane stands before everything that the switch itself answers, so who may open a
session, and whose answers arrive, is a question about its entries in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from netgen.readback.indented import ipv4_text

#: First and last address, or port, of a range; ranges of a list are in order and do not touch.
Range = tuple[int, int]

EVERY_ADDRESS: tuple[Range, ...] = ((0, 0xFFFFFFFF),)
_BITS = 32


class Entry(msgspec.Struct):
    """One entry of a filter. Ports are None for all; `protocol` is "" for all.

    `anywhere`: it matches every destination. `narrowed`: it asks for more than addresses and ports (flags, marks).
    """

    sequence: int
    permit: bool
    protocol: str
    sources: tuple[Range, ...]
    source_ports: tuple[Range, ...] | None
    anywhere: bool
    ports: tuple[Range, ...] | None
    narrowed: bool
    text: str
    line: int


class Flow(msgspec.Struct, frozen=True):
    """What is asked about: packets of a protocol from a port to a port."""

    protocol: str
    source_port: int
    port: int


def admitted(entries: Sequence[Entry], flow: Flow, *, surely: bool = False) -> tuple[Range, ...]:
    """The sources from which a flow may pass, or with `surely` those from which it does.

    An entry that asks for more than the flow says counts when that errs on the asked side: as a permit
    for `may`, as a denial for `surely`. Without a match a filter denies.
    """
    left = EVERY_ADDRESS
    found: list[Range] = []
    for entry in entries:
        if not _matches(entry, flow):
            continue
        whole = entry.anywhere and not entry.narrowed
        if entry.permit:
            if whole or not surely:
                found += intersect(left, entry.sources)
            if whole:
                left = subtract(left, entry.sources)
        elif whole or surely:
            left = subtract(left, entry.sources)
    return union(found)


def _matches(entry: Entry, flow: Flow) -> bool:
    return (
        entry.protocol in ("", flow.protocol)
        and _holds(entry.source_ports, flow.source_port)
        and _holds(entry.ports, flow.port)
    )


def _holds(ports: tuple[Range, ...] | None, port: int) -> bool:
    return ports is None or any(low <= port <= high for low, high in ports)


def union(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """The ranges in order, overlapping and touching ones joined."""
    found: list[Range] = []
    for low, high in sorted(ranges):
        if found and low <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return tuple(found)


def intersect(one: Iterable[Range], other: Iterable[Range]) -> tuple[Range, ...]:
    """What is in both."""
    others = tuple(other)
    return union(
        (max(low, first), min(high, last))
        for low, high in one
        for first, last in others
        if max(low, first) <= min(high, last)
    )


def subtract(one: Iterable[Range], other: Iterable[Range]) -> tuple[Range, ...]:
    """What is in the first alone."""
    left = list(one)
    for first, last in other:
        left = [
            piece
            for low, high in left
            for piece in ((low, min(high, first - 1)), (max(low, last + 1), high))
            if piece[0] <= piece[1]
        ]
    return union(left)


def prefixes(ranges: Iterable[Range]) -> tuple[str, ...]:
    """The fewest prefixes that are exactly these addresses.

    >>> prefixes([(0x0A000000, 0x0A0000FF), (0x0A000100, 0x0A000100)])
    ('10.0.0.0/24', '10.0.1.0/32')
    """
    found = []
    for first, last in ranges:
        low = first
        while low <= last:
            bits = min((low & -low).bit_length() - 1 if low else _BITS, (last - low + 1).bit_length() - 1)
            found.append(f"{ipv4_text(low)}/{_BITS - bits}")
            low += 1 << bits
    return tuple(found)
