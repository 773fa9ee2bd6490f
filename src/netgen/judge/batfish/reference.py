"""The intended zone matrix of a firewall, written as packet filters of another vendor.

Batfish compares two snapshots filter by filter over the whole header space. The one has the real
firewall; the other a box of the same name that holds, for each filter Batfish made of the real one,
an extended access list of the same name with what the matrix wants. Two such references bound the
truth from below (what must pass) and from above (what may), see `intended_space`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from netgen.judge.header_space import EVERY_ADDRESS, EVERY_SERVICE, PROTOCOLS, Intervals, Region

_ROW = 1 << 16
_LAST_PORT = _ROW - 1
_PORTED = {PROTOCOLS["tcp"]: "tcp", PROTOCOLS["udp"]: "udp"}
_ICMP = PROTOCOLS["icmp"]


def reference_config(hostname: str, filters: Mapping[str, Iterable[Region]], *, from_any_port: bool) -> str:
    """An IOS text whose access lists hold the regions of each filter; all else is denied.

    FortiOS services match source ports 1 to 65535. `from_any_port` leaves the source port open, for
    the upper bound; the lower bound asks for no more than a service can give.
    """
    lines = ["!RANCID-CONTENT-TYPE: ios", f"hostname {hostname}"]
    for name, regions in sorted(filters.items()):
        lines.append(f"ip access-list extended {name}")
        entries = dict.fromkeys(
            entry for region in regions for entry in _entries(region, from_any_port=from_any_port)
        )
        lines += [f" {entry}" for entry in entries]
        lines.append(" deny ip any any")
    return "\n".join(lines) + "\n"


def _entries(region: Region, *, from_any_port: bool) -> Iterable[str]:
    sources, destinations = _address_words(region.source), _address_words(region.destination)
    for protocol, first, last in _rows(region.service):
        for source in sources:
            for destination in destinations:
                yield _entry(protocol, first, last, source, destination, from_any_port=from_any_port)


def _entry(
    protocol: int | None, first: int, last: int, source: str, destination: str, *, from_any_port: bool
) -> str:
    if protocol is None:
        return f"permit ip {source} {destination}"
    if protocol in _PORTED:
        ports = (
            ""
            if (first, last) == (0, _LAST_PORT)
            else f" eq {first}"
            if first == last
            else f" range {first} {last}"
        )
        origin = source if from_any_port else f"{source} range 1 {_LAST_PORT}"
        return f"permit {_PORTED[protocol]} {origin} {destination}{ports}"
    if protocol == _ICMP and (first, last) != (0, _LAST_PORT):
        return f"permit icmp {source} {destination} {first}"
    return f"permit {'icmp' if protocol == _ICMP else protocol} {source} {destination}"


def _rows(services: Intervals) -> Iterable[tuple[int | None, int, int]]:
    """(protocol, first, last port) of each piece; a protocol of None is every one."""
    if services == EVERY_SERVICE:
        yield None, 0, 0
        return
    for low, high in services:
        for protocol in range(low // _ROW, high // _ROW + 1):
            first = max(low - protocol * _ROW, 0)
            last = min(high - protocol * _ROW, _LAST_PORT)
            if protocol == _ICMP and (first, last) != (0, _LAST_PORT):
                yield from ((protocol, number, number) for number in range(first, last + 1))
            else:
                yield protocol, first, last


def _address_words(addresses: Intervals) -> list[str]:
    if addresses == EVERY_ADDRESS:
        return ["any"]
    return [f"{_dotted(first)} {_dotted(size - 1)}" for first, size in _blocks(addresses)]


def _blocks(addresses: Intervals) -> Iterable[tuple[int, int]]:
    """The fewest aligned blocks that make up some intervals, as (first, size)."""
    for low, high in addresses:
        start = low
        while start <= high:
            size = (start & -start) or 1 << 32
            while size > high - start + 1:
                size >>= 1
            yield start, size
            start += size


def _dotted(value: int) -> str:
    return f"{value >> 24}.{value >> 16 & 255}.{value >> 8 & 255}.{value & 255}"
