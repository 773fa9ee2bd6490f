"""Every ordered pair of zones over the whole header space, by Batfish's comparison of filters.

Zones are known by what is in them, taken from Batfish's own interface table: the VLAN of an
interface, the port of a circuit, the name of a tunnel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from netgen.judge.batfish.reference import reference_config
from netgen.judge.batfish.session import BatfishSession
from netgen.judge.batfish.snapshot import WHOLE_ICMP, WITHOUT_ECHO, Snapshot, write_reference
from netgen.judge.batfish.topology import Interfaces
from netgen.judge.case import Claims, SiteCase
from netgen.judge.header_space import (
    EVERYTHING,
    PROTOCOLS,
    Region,
    intersect,
    subtract,
    union,
    whole_protocol,
)
from netgen.judge.intended_space import Wanted, own_sessions, wanted_space
from netgen.judge.verdict import Rule, Verdict

POLICY = Rule("JDG410", "zone-policy")
OTHER = Rule("JDG815", "batfish-other-filters")
#: Batfish puts the virtual system of PAN-OS behind the name of a zone.
_PAIR = re.compile(r"~?zone~(.+?)(?:~vsys\d+)?~to~zone~(.+?)(?:~vsys\d+|~pure)?\Z")
_PURE = "~pure"
_VSYS = re.compile(r"~vsys\d+\Z")
_ALL_PAIRS = "/zone~.*~to~zone~.*/"


class _Firewall:
    """One firewall as Batfish sees it: its filters, and which zones each one is between."""

    def __init__(
        self, case: SiteCase, hostname: str, rows: Mapping[str, dict[str, Any]], filters: list[str]
    ) -> None:
        self.case = case
        self.hostname = hostname
        # Junos: the policies of a pair alone, without the interfaces from which they are reached.
        pure = [filter_ for filter_ in filters if filter_.endswith(_PURE)]
        self.filters = pure or filters
        #: Answered too, but not judged; Batfish wants every one of them on both sides.
        self.other_filters = [filter_ for filter_ in filters if pure and filter_ not in pure]
        self.wanted = wanted_space(case)
        own = own_sessions(case, case.plans[hostname], case.internet)
        if own:
            self.wanted[case.internet, case.internet] = own
        self.zone_by_name: dict[str, str] = {}
        natives = {item.native: item.name for item in case.observed[hostname].interfaces if item.native}
        for row in rows.values():
            name = str(row["Interface"].interface)
            zone = _zone_of(case, natives.get(name, name), row["Encapsulation_VLAN"])
            if zone:
                self.zone_by_name[_VSYS.sub("", str(row["Zone_Name"] or name))] = zone

    def pair(self, name: str) -> tuple[str, str] | None:
        """The zones that a filter is between; None for a filter of something that is no planned zone."""
        match = _PAIR.match(name)
        if not match:
            return None
        source, destination = self.zone_by_name.get(match[1]), self.zone_by_name.get(match[2])
        return (source, destination) if source and destination else None

    def bound(self, side: str) -> dict[str, tuple[Region, ...]]:
        """Regions of every filter for one side: `must` or `may`."""
        found: dict[str, tuple[Region, ...]] = dict.fromkeys(self.other_filters, ())
        for name in self.filters:
            pair = self.pair(name)
            wanted = self.wanted.get(pair) if pair else None
            if pair and side == "may" and self.is_open_inside(pair):
                found[name] = (EVERYTHING,)
            else:
                found[name] = self._decidable(getattr(wanted, side)) if wanted else ()
        return found

    def _decidable(self, regions: tuple[Region, ...]) -> tuple[Region, ...]:
        """What Batfish was given of the wanted traffic."""
        platform = self.case.plans[self.hostname].platform
        echo = (whole_protocol(PROTOCOLS["icmp"]),)
        if platform in WHOLE_ICMP:
            return tuple(
                Region(item.source, item.destination, union((*item.service, *echo)))
                if intersect(item.service, echo)
                else item
                for item in regions
            )
        if platform not in WITHOUT_ECHO:
            return regions
        return tuple(
            Region(item.source, item.destination, subtract(item.service, echo))
            for item in regions
            if subtract(item.service, echo)
        )

    def is_open_inside(self, pair: tuple[str, str]) -> bool:
        """A zone to itself, where its members may talk anyway."""
        plan, remote = self.case.zones.get(pair[0]), self.case.site.remote
        apart = {group.zone for group in remote.groups} if remote else set()
        return (
            pair[0] == pair[1]
            and pair[0] not in apart
            and bool(plan and plan.kind != "internet" and not plan.isolate)
        )


def _zone_of(case: SiteCase, name: str, vlan: object) -> str:
    if name in case.circuit_by_interface:
        return case.internet
    for tunnel in case.site.tunnels:
        if tunnel.name == name:
            return tunnel.zone
    if name in case.remote_group_by_interface:
        return case.remote_group_by_interface[name].zone
    number = int(str(vlan)) if str(vlan).isdigit() else 0
    if number in case.transit_by_vlan:
        return case.transit_by_vlan[number].zone
    segment = case.segment_by_vlan.get(number)
    return segment.zone if segment and segment.gateway_on == "firewall" else ""


def judge_zone_pairs(
    cases: list[SiteCase],
    session: BatfishSession,
    name: str,
    snapshot: Snapshot,
    interfaces: Interfaces,
    folder: Path,
) -> Iterator[Verdict]:
    """One verdict an ordered pair, and one a firewall for filters between anything else."""
    filters: dict[str, list[str]] = {}
    for row in session.ask("resolveFilterSpecifier", name, filters="/.*/"):
        filters.setdefault(str(row["Node"]), []).append(str(row["Filter_Name"]))
    firewalls = [
        _Firewall(case, host, interfaces.get(host, {}), sorted(filters.get(host, [])))
        for case in cases
        for host, plan in case.plans.items()
        if plan.kind == "firewall" and host in snapshot.adapted
    ]
    if not firewalls:
        return
    rows: dict[str, list[dict[str, Any]]] = {}
    for side in ("must", "may"):
        texts = {
            item.hostname: reference_config(item.hostname, item.bound(side), from_any_port=side == "may")
            for item in firewalls
        }
        write_reference(folder / side, texts)
        session.upload(folder / side, f"{name}-{side}")
        nodes = "/" + "|".join(re.escape(item.hostname) for item in firewalls) + "/"
        rows[side] = session.ask("compareFilters", name, f"{name}-{side}", filters=_ALL_PAIRS, nodes=nodes)
    for item in firewalls:
        missing = _rows_by_filter(rows["must"], item.hostname, "DENY")
        excess = _rows_by_filter(rows["may"], item.hostname, "PERMIT")
        yield from _verdicts(item, missing, excess)


def _rows_by_filter(
    rows: list[dict[str, Any]], hostname: str, action: str
) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        if str(row["Node"]) == hostname and str(row["Line_Action"]) == action:
            found.setdefault(str(row["Filter_Name"]), []).append(row)
    return found


def _verdicts(
    item: _Firewall, missing: dict[str, list[dict[str, Any]]], excess: dict[str, list[dict[str, Any]]]
) -> Iterator[Verdict]:
    claims, host, case = Claims(item.case, POLICY, "batfish"), item.hostname, item.case
    by_pair: dict[tuple[str, str], list[str]] = {}
    strange: list[str] = []
    for name in item.filters:
        pair = item.pair(name)
        if pair and not item.is_open_inside(pair):
            by_pair.setdefault(pair, []).append(name)
        elif not pair and _PAIR.match(name):
            strange.append(name)
    for pair in sorted(set(item.wanted) - set(by_pair)):
        by_pair[pair] = []
    for (source, destination), names in sorted(by_pair.items()):
        wanted = item.wanted.get((source, destination))
        lost = [row for name in names for row in missing.get(name, [])]
        more = [row for name in names for row in excess.get(name, [])]
        wrong = [] if names else [f"Batfish finds no filter from {source} to {destination} on {host}"]
        if lost:
            wrong.append(f"{source} cannot reach all of {destination} that the matrix allows")
        if more:
            wrong.append(f"{source} reaches more of {destination} than the matrix allows")
        witnesses = [f"not allowed: {row['Reference_Line_Content']}" for row in lost[:3]]
        witnesses += [f"too wide: rule {row['Line_Content'] or 'inside the zone'}" for row in more[:3]]
        yield claims.decide(
            f"{host}:{source}->{destination}",
            wrong,
            f"{source} to {destination} is exactly what the matrix says",
            device=host,
            origin=_origin(case, wanted, source),
            witnesses=witnesses,
        )
    open_ones = sorted({name for name in strange if excess.get(name)})
    yield Claims(case, OTHER, "batfish").decide(
        host,
        [f"filter {name} lets traffic of an unplanned interface pass" for name in open_ones[:10]],
        f"{host} lets nothing pass between unplanned interfaces",
        device=host,
        origin=case.plans[host].origin,
    )


def _origin(case: SiteCase, wanted: Wanted | None, source: str) -> str:
    if wanted:
        return wanted.origin
    return case.zones[source].origin if source in case.zones else case.site.origin
