"""IPv4 and IPv6 prefixes as immutable values, so that address arithmetic happens in one place.

netaddr does the parsing. Its IPNetwork is mutable and equal to its own `.cidr`, so it never
leaves this module: a Prefix is two integers and a family, hashable and totally ordered.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec
from netaddr import AddrFormatError, IPAddress, IPNetwork

_BITS = {4: 32, 6: 128}
#: The text of every octet: a trust has a hundred thousand addresses, and this is twice as fast as to format them.
_OCTETS = tuple(map(str, range(256)))
#: No leading zero: 08 would be one more spelling of 8.
_LENGTH = re.compile(r"(?:0|[1-9][0-9]{0,2})\Z")


class Prefix(msgspec.Struct, frozen=True, gc=False, order=True):
    """An IP prefix without host bits, ordered by family, then address, then length.

    >>> str(Prefix.parse("10.2.64.0/18").window("0.0.8.0/21"))
    '10.2.72.0/21'
    """

    version: int
    first: int
    length: int

    @classmethod
    def parse(cls, text: str) -> Prefix:
        """Read `a.b.c.d/n` or `x::/n`; ValueError says what is wrong, host bits included."""
        return parse_prefix(text)

    def __str__(self) -> str:
        return f"{self.address(0)}/{self.length}"

    @property
    def size(self) -> int:
        """Number of addresses, network and broadcast included."""
        return 1 << (_BITS[self.version] - self.length)

    @property
    def last(self) -> int:
        """The last address as an integer."""
        return self.first + self.size - 1

    @property
    def network(self) -> str:
        """The network address as text."""
        return self.address(0)

    @property
    def netmask(self) -> str:
        """The IPv4 mask in dotted form."""
        return format_address(4, (0xFFFFFFFF << (32 - self.length)) & 0xFFFFFFFF)

    @property
    def wildcard(self) -> str:
        """The IPv4 wildcard mask in dotted form."""
        return format_address(4, self.size - 1)

    def address(self, offset: int) -> str:
        """The address `offset` places after the network address, as text."""
        version = self.version
        if offset < 0 or offset >> (_BITS[version] - self.length):
            msg = f"{offset} is outside of {format_address(version, self.first)}/{self.length}"
            raise ValueError(msg)
        return format_address(version, self.first + offset)

    def offset(self, address: str) -> int:
        """How many places after the network address an address lies: the inverse of `address`.

        >>> Prefix.parse("10.2.64.0/18").offset("10.2.65.4")
        260
        """
        return _number(self.version, address) - self.first

    def contains(self, other: Prefix) -> bool:
        """True if every address of `other` is in this prefix."""
        if self.version != other.version or other.first < self.first:
            return False
        bits = _BITS[self.version]
        return other.first + (1 << bits - other.length) <= self.first + (1 << bits - self.length)

    def overlaps(self, other: Prefix) -> bool:
        """True if the two prefixes share an address."""
        if self.version != other.version:
            return False
        bits = _BITS[self.version]
        return self.first < other.first + (1 << bits - other.length) and other.first < self.first + (
            1 << bits - self.length
        )

    def slot(self, index: int, length: int) -> Prefix:
        """The `index`-th subnet of the given length inside this prefix, counted from 0."""
        bits = _BITS[self.version]
        if self.length <= length <= bits:
            step = 1 << (bits - length)
            found = Prefix(self.version, self.first + index * step, length)
            if self.contains(found):
                return found
        msg = f"{self} has no /{length} number {index}"
        raise ValueError(msg)

    def window(self, relative: Prefix | str) -> Prefix:
        """The part of this prefix that a relative prefix names: 0.0.8.0/21 is eight /24 in."""
        offset = relative if isinstance(relative, Prefix) else parse_prefix(relative)
        if offset.version != self.version:
            msg = f"window {relative} is not of the same family as {self}"
            raise ValueError(msg)
        found = Prefix(self.version, self.first + offset.first, offset.length)
        if not self.contains(found):
            msg = f"window {relative} reaches beyond {self}"
            raise ValueError(msg)
        return found

    def resize(self, length: int) -> Prefix:
        """The same first address with another length."""
        return Prefix(self.version, self.first, length)


def format_address(version: int, value: int) -> str:
    """An address integer as its canonical text."""
    if version == 4:
        return (
            f"{_OCTETS[value >> 24]}.{_OCTETS[value >> 16 & 255]}."
            f"{_OCTETS[value >> 8 & 255]}.{_OCTETS[value & 255]}"
        )
    return _format6(value)


@lru_cache(maxsize=16384)
def _format6(value: int) -> str:
    return str(IPAddress(value, 6))


def _number(version: int, address: str) -> int:
    if version == 4:
        a, b, c, d = map(int, address.split("."))
        return a << 24 | b << 16 | c << 8 | d
    return int(IPAddress(address, 6))


@lru_cache(maxsize=16384)
def parse_prefix(text: str) -> Prefix:
    """Read a prefix; ValueError in the user's words when it is none or has host bits set."""
    if "/" not in text:
        msg = f"`{text}` has no prefix length: write it as address/length"
        raise ValueError(msg)
    address, _, length = text.partition("/")
    if not _LENGTH.match(length):
        msg = f"`{text}` is not an IP prefix: the length after / must be a number"
        raise ValueError(msg)
    if ":" not in address and address.count(".") != 3:
        msg = f"`{text}` is not an IP prefix"
        raise ValueError(msg)
    try:
        network = IPNetwork(text)
    except (AddrFormatError, ValueError) as error:
        msg = f"`{text}` is not an IP prefix"
        raise ValueError(msg) from error
    if network.ip != network.network:
        msg = f"`{text}` has host bits set: the network is {network.cidr}"
        raise ValueError(msg)
    return Prefix(network.version, network.first, network.prefixlen)


def parse_address(text: str) -> str:
    """Read one IP address and return its canonical text; ValueError when it is none."""
    if ":" not in text and text.count(".") != 3:
        msg = f"`{text}` is not an IP address"
        raise ValueError(msg)
    try:
        return str(IPAddress(text))
    except (AddrFormatError, ValueError) as error:
        msg = f"`{text}` is not an IP address"
        raise ValueError(msg) from error
