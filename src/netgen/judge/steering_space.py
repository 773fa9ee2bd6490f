"""Which way every packet takes: what is asked before the routing table, first match by first match.

A packet of an application that a vendor keeps the addresses of may be any packet, so each such application has a row of
its own on the service axis, behind all protocols: rules by addresses and ports match it too, rules by
application match their rows alone. So two rules that change places are seen wherever it could matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from netgen.judge.header_space import (
    EVERY_SERVICE,
    PROTOCOLS,
    Intervals,
    Region,
    intersect,
    union,
    whole_protocol,
)

#: Applications begin where protocols end.
_PROTOCOLS = 256
_ICMP = whole_protocol(PROTOCOLS["icmp"])
_PORTS = union(whole_protocol(PROTOCOLS[name]) for name in ("tcp", "udp"))


class Choice(msgspec.Struct, frozen=True):
    """The ways of a packet in the order in which they are taken, and how one is picked. Bounds are -1 for none."""

    ways: tuple[str, ...]
    strategy: str = "ordered"
    latency_ms: int = -1
    jitter_ms: int = -1
    loss_percent: int = -1


class Step(msgspec.Struct, frozen=True):
    """A rule as a set of packets. One without ways hands over to the table, and no later rule is asked."""

    name: str
    region: Region
    choice: Choice
    ends_here: bool
    line: int


class Decided(msgspec.Struct, frozen=True):
    """Packets that one choice holds for; `steps` are the rules that made it, none where the table decides alone."""

    region: Region
    choice: Choice
    steps: tuple[Step, ...]


class Rows:
    """The service axis with a row for each application."""

    def __init__(self, words: Iterable[str]) -> None:
        """Give each of a vendor's words a row."""
        self._of: Mapping[str, int] = {word: _PROTOCOLS + at for at, word in enumerate(sorted(set(words)))}

    @property
    def every(self) -> Intervals:
        """All services and all applications."""
        return union([*EVERY_SERVICE, *(whole_protocol(row) for row in self._of.values())])

    @property
    def ports(self) -> Intervals:
        """What has ports, and all applications."""
        return union([*_PORTS, *(whole_protocol(row) for row in self._of.values())])

    @property
    def plain(self) -> Intervals:
        """All services without the applications."""
        return EVERY_SERVICE

    def of(self, flows: Intervals, applications: Iterable[str]) -> Intervals:
        """What a rule matches; ICMP by its types is all of ICMP, since rules about ways know no types."""
        named = [whole_protocol(self._of[word]) for word in applications if word in self._of]
        if named:
            return union(named)
        rows = [whole_protocol(row) for row in self._of.values()]
        if not flows:
            return self.every
        icmp = [_ICMP] if intersect(flows, (_ICMP,)) else []
        return union([*flows, *icmp, *rows])


def decide(start: Region, steps: Iterable[Step], table: tuple[str, ...]) -> list[Decided]:
    """What becomes of every packet of a region; `table` are the ways of the routing table."""
    waiting: list[tuple[Region, tuple[Step, ...]]] = [(start, ())]
    done: list[Decided] = []
    for step in steps:
        still: list[tuple[Region, tuple[Step, ...]]] = []
        for region, taken in waiting:
            common = region.intersect(step.region)
            if common.is_empty:
                still.append((region, taken))
                continue
            still += [(rest, taken) for rest in region.subtract(step.region)]
            if not step.choice.ways and not step.ends_here:
                done.append(Decided(common, _joined(taken, table), taken))
            elif step.ends_here or set(table) <= {
                *step.choice.ways,
                *(w for s in taken for w in s.choice.ways),
            }:
                done.append(Decided(common, _joined((*taken, step), ()), (*taken, step)))
            else:
                still.append((common, (*taken, step)))
        waiting = still
    return [*done, *(Decided(region, _joined(taken, table), taken) for region, taken in waiting)]


def _joined(steps: tuple[Step, ...], table: tuple[str, ...]) -> Choice:
    """One rule behind another, and the table at the end: each way counts where it comes first."""
    ways = tuple(dict.fromkeys((*(way for step in steps for way in step.choice.ways), *table)))
    return msgspec.structs.replace(steps[0].choice, ways=ways) if steps else Choice(ways)
