"""The ports of a switch model in the vendor's order, and how they fall into runs of ports that are for the same.

Facts of the catalogue alone, so they are kept: a trust has thousands of equal switches.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from netgen.blueprint import PortRunPlan, PortUse
from netgen.hardware import Hardware

#: Ports by name, side by side or not, and what they are for; nothing for a port that is kept out.
Claim = tuple[tuple[str, ...], PortUse | None]
_START = itemgetter(0)


class PortTable:
    """Every port of a member that carries traffic: (neutral name, interface), in stretches with and without PoE."""

    def __init__(self, ports: tuple[tuple[str, str, bool], ...]) -> None:
        self._ports = tuple((name, interface) for name, interface, _ in ports)
        self._place_of = {name: place for place, (name, _) in enumerate(self._ports)}
        #: Where each stretch of sockets that are alike ends, and whether it has PoE.
        self._stretches: list[tuple[int, bool]] = []
        for has_poe, stretch in groupby(has_poe for _, _, has_poe in ports):
            before = self._stretches[-1][0] if self._stretches else 0
            self._stretches.append((before + len(list(stretch)), has_poe))
        self._pieces: dict[tuple[int, int], tuple[tuple[bool, tuple[tuple[str, str], ...]], ...]] = {}
        self._places: dict[tuple[str, ...], tuple[tuple[int, int], ...]] = {}

    def runs(self, claims: Iterable[Claim], unused: PortUse) -> list[PortRunPlan]:
        """The ports in the vendor's order, in runs with one use; what nobody claims is `unused`."""
        wanted = [(start, stop, use) for names, use in claims for start, stop in self._places_of(names)]
        wanted.sort(key=_START)
        everything = len(self._ports)
        wanted.append((everything, everything, None))
        found: list[PortRunPlan] = []
        position = 0
        for start, stop, use in wanted:
            if position < start:
                for has_poe, ports in self._cut(position, start):
                    found.append(PortRunPlan(unused, has_poe, ports))
            if use is not None:
                for has_poe, ports in self._cut(start, stop):
                    found.append(PortRunPlan(use, has_poe, ports))
            position = stop
        return found

    def _cut(self, start: int, stop: int) -> tuple[tuple[bool, tuple[tuple[str, str], ...]], ...]:
        """These ports in stretches of sockets that are alike: PoE or not, and (neutral name, interface) of each."""
        found = self._pieces.get((start, stop))
        if found is None:
            pieces = []
            position = start
            for end, has_poe in self._stretches:
                if position < min(stop, end):
                    pieces.append((has_poe, self._ports[position : min(stop, end)]))
                    position = end
            found = self._pieces[start, stop] = tuple(pieces)
        return found

    def _places_of(self, names: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
        """(first, one past the last) of each stretch of names that stand side by side."""
        found = self._places.get(names)
        if found is None:
            places = sorted(self._place_of[name] for name in names if name in self._place_of)
            starts = [place for place in places if place - 1 not in places]
            ends = [place + 1 for place in places if place + 1 not in places]
            found = self._places[names] = tuple(zip(starts, ends, strict=True))
        return found


def port_table(hardware: Hardware, member: int, *, stacked: bool = False) -> PortTable:
    """The ports of one member. Those that hold a stack together are left to the stack."""
    key = (id(hardware), member, stacked)
    known = _TABLES.get(key)
    if known is not None and known[0] is hardware:
        return known[1]
    held = hardware.stack.ports if stacked and hardware.stack else ()
    ports = [(name, hardware.port(name)) for name in hardware.port_names()]
    table = PortTable(
        tuple(
            (name, hardware.interface(member, name) or name, port.poe != "none")
            for name, port in ports
            if port is not None and port.kind in ("access", "uplink") and name not in held
        )
    )
    _TABLES[key] = (hardware, table)
    return table


#: Tables by the identity of the hardware that is kept beside them.
_TABLES: dict[tuple[int, int, bool], tuple[Hardware, PortTable]] = {}
