"""Sets of packets, exactly: addresses of the source, addresses of the destination, and the service.

A set of integers is a sorted tuple of disjoint intervals; a Region is the product of three such
sets. The service line puts every (protocol, destination port) on one axis of integers, so that
"every protocol" is one interval. For ICMP the type takes the place of the port; other protocols
use their whole row. Regions are closed under intersection, and subtraction gives at most three.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from netgen.values import Prefix
from netgen.values.addresses import format_address

Intervals = tuple[tuple[int, int], ...]

_ROW = 1 << 16
_IPV4 = 4
EVERY_ADDRESS: Intervals = ((0, (1 << 32) - 1),)
EVERY_ADDRESS6: Intervals = ((0, (1 << 128) - 1),)
EVERY_SERVICE: Intervals = ((0, 256 * _ROW - 1),)
PROTOCOLS = {"icmp": 1, "tcp": 6, "udp": 17, "gre": 47, "esp": 50, "ah": 51, "icmp6": 58, "sctp": 132}
_NAMES = {number: name for name, number in PROTOCOLS.items()}


def union(items: Iterable[tuple[int, int]]) -> Intervals:
    """Any intervals, sorted and with touching ones joined.

    >>> union([(5, 9), (1, 2), (3, 4)])
    ((1, 9),)
    """
    found: list[tuple[int, int]] = []
    for low, high in sorted(items):
        if low > high:
            continue
        if found and low <= found[-1][1] + 1:
            if high > found[-1][1]:
                found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
    return tuple(found)


def intersect(one: Intervals, other: Intervals) -> Intervals:
    """What is in both.

    >>> intersect(((1, 9),), ((0, 2), (8, 20)))
    ((1, 2), (8, 9))
    """
    found: list[tuple[int, int]] = []
    i = j = 0
    while i < len(one) and j < len(other):
        low, high = max(one[i][0], other[j][0]), min(one[i][1], other[j][1])
        if low <= high:
            found.append((low, high))
        if one[i][1] < other[j][1]:
            i += 1
        else:
            j += 1
    return tuple(found)


def subtract(one: Intervals, other: Intervals) -> Intervals:
    """What is in the first alone.

    >>> subtract(((0, 9),), ((3, 4), (9, 9)))
    ((0, 2), (5, 8))
    """
    found: list[tuple[int, int]] = []
    j = 0
    for low, high in one:
        start = low
        while j < len(other) and other[j][1] < start:
            j += 1
        k = j
        while k < len(other) and other[k][0] <= high:
            if other[k][0] > start:
                found.append((start, other[k][0] - 1))
            start = max(start, other[k][1] + 1)
            k += 1
        if start <= high:
            found.append((start, high))
    return tuple(found)


def addresses_of(prefixes: Iterable[Prefix], version: int = 4) -> Intervals:
    """The addresses of some prefixes, of one family alone."""
    return union((prefix.first, prefix.last) for prefix in prefixes if prefix.version == version)


def every_address(version: int) -> Intervals:
    """All addresses of a family."""
    return EVERY_ADDRESS if version == _IPV4 else EVERY_ADDRESS6


def read_prefixes(texts: Iterable[str]) -> tuple[list[Prefix], list[str]]:
    """Prefixes as a reader gives them, and those texts that are none."""
    found: list[Prefix] = []
    unknown: list[str] = []
    for text in texts:
        try:
            found.append(Prefix.parse(text))
        except ValueError:
            unknown.append(text)
    return found, unknown


def read_range(text: str) -> Intervals:
    """Addresses written `first-last` or as a prefix; () for other words.

    >>> read_range("10.0.57.1-10.0.57.254")
    ((167786753, 167787006),)
    """
    first, dash, last = text.partition("-")
    found, _ = read_prefixes((f"{first}/32", f"{last}/32") if dash else (text,))
    spans = [addresses_of([prefix]) for prefix in found]
    if len(spans) != (2 if dash else 1) or not all(spans):
        return ()
    return union([(spans[0][0][0], spans[-1][-1][1])])


def service(protocol: int, first: int, last: int) -> tuple[int, int]:
    """Destination ports (or ICMP types) of one protocol as an interval of the service axis."""
    return protocol * _ROW + first, protocol * _ROW + last


def whole_protocol(protocol: int) -> tuple[int, int]:
    """Everything of one protocol."""
    return service(protocol, 0, _ROW - 1)


class Region(msgspec.Struct, frozen=True):
    """All packets with a source in one set, a destination in another, a service in the third."""

    source: Intervals
    destination: Intervals
    service: Intervals

    @property
    def is_empty(self) -> bool:
        """True if no packet is in it."""
        return not (self.source and self.destination and self.service)

    def intersect(self, other: Region) -> Region:
        """Packets in both."""
        return Region(
            intersect(self.source, other.source),
            intersect(self.destination, other.destination),
            intersect(self.service, other.service),
        )

    def subtract(self, other: Region) -> list[Region]:
        """Packets in this alone, as disjoint regions."""
        source = intersect(self.source, other.source)
        destination = intersect(self.destination, other.destination)
        common = intersect(self.service, other.service)
        if not (source and destination and common):
            return [] if self.is_empty else [self]
        pieces = (
            Region(subtract(self.source, other.source), self.destination, self.service),
            Region(source, subtract(self.destination, other.destination), self.service),
            Region(source, destination, subtract(self.service, other.service)),
        )
        return [piece for piece in pieces if not piece.is_empty]


EVERYTHING = Region(EVERY_ADDRESS, EVERY_ADDRESS, EVERY_SERVICE)


def remainder(regions: Iterable[Region], taken: Sequence[Region]) -> list[Region]:
    """What of the regions is in none of those taken away. Empty means: covered, for every packet."""
    left = [region for region in regions if not region.is_empty]
    for other in taken:
        if not left:
            return []
        left = [piece for region in left for piece in region.subtract(other)]
    return left


def describe(region: Region, version: int = 4) -> str:
    """One packet of a region in words: `10.1.30.0 -> 10.1.40.0 tcp/631`."""
    source, destination, number = region.source[0][0], region.destination[0][0], region.service[0][0]
    protocol, port = divmod(number, _ROW)
    name = _NAMES.get(protocol, f"protocol {protocol}")
    words = (
        f"{name}/{port}"
        if name in ("tcp", "udp", "sctp")
        else f"{name} type {port}"
        if name in ("icmp", "icmp6")
        else name
    )
    return f"{format_address(version, source)} -> {format_address(version, destination)} {words}"
