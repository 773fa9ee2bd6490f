"""The ports of a switch model in the vendor's order, and how they fall into runs of ports that are for the same.

Facts of the catalogue alone, so they are kept: a trust has thousands of equal switches.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby, repeat

from netgen.blueprint import PortRunPlan, PortUse
from netgen.hardware import Hardware


class PortTable:
    """Every port of a member that carries traffic: (neutral name, interface), in stretches with and without PoE."""

    def __init__(self, ports: tuple[tuple[str, str, bool], ...]) -> None:
        self._names = tuple(name for name, _, _ in ports)
        self._ports = tuple((name, interface) for name, interface, _ in ports)
        self._stretches: list[tuple[int, int, bool]] = []
        start = 0
        for has_poe, stretch in groupby(has_poe for _, _, has_poe in ports):
            end = start + len(list(stretch))
            self._stretches.append((start, end, has_poe))
            start = end
        self._slices: dict[tuple[int, int], tuple[tuple[str, str], ...]] = {}

    def runs(
        self, uses: Mapping[str, PortUse], unused: PortUse, *, held: str = ""
    ) -> tuple[PortRunPlan, ...]:
        """The ports side by side that `uses` (by neutral name) gives one use; others are `unused`.

        The port `held` is in no run: it carries no traffic.
        """
        all_uses: list[PortUse | None] = list(map(uses.get, self._names, repeat(unused)))
        if held in self._names:
            all_uses[self._names.index(held)] = None
        found: list[PortRunPlan] = []
        for first, end, has_poe in self._stretches:
            start = first
            for use, run in groupby(all_uses[first:end]):
                stop = start + len(list(run))
                if use is not None:
                    found.append(PortRunPlan(use, has_poe, self._slice(start, stop)))
                start = stop
        return tuple(found)

    def _slice(self, start: int, stop: int) -> tuple[tuple[str, str], ...]:
        found = self._slices.get((start, stop))
        if found is None:
            found = self._slices[start, stop] = self._ports[start:stop]
        return found


def port_table(hardware: Hardware, member: int, *, stacked: bool = False) -> PortTable:
    """The ports of one member. Those that hold a stack together are left to the stack."""
    key = (id(hardware), member, stacked)
    found = _TABLES.get(key)
    if found is None:
        held = hardware.stack.ports if stacked and hardware.stack else ()
        ports = [(name, hardware.port(name)) for name in hardware.port_names()]
        found = _TABLES[key] = PortTable(
            tuple(
                (name, hardware.interface(member, name) or name, port.poe != "none")
                for name, port in ports
                if port is not None and port.kind in ("access", "uplink") and name not in held
            )
        )
        _KEPT.append(hardware)
    return found


_TABLES: dict[tuple[int, int, bool], PortTable] = {}
#: Keeps the hardware whose identity is a key above.
_KEPT: list[Hardware] = []
