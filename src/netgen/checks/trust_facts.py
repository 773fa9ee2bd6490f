"""What the checks of a trust read: the Intent, the hardware, the day, and what was worked out once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from netgen.hardware import Catalogue
from netgen.intent import Intent, Site, Trust
from netgen.intent.resolution import pairs_of
from netgen.values import Prefix, object_path


class SiteSummary(NamedTuple):
    """What other sites must know of a site; `block` is None when the supernet has none for its number.

    `urn` is "" without one. `circuits` are (name, address with length) of circuits with a fixed address.
    """

    name: str
    number: int
    code: str
    urn: str
    block: Prefix | None
    circuits: tuple[tuple[str, str], ...]


def summary_of(trust: Trust, name: str, site: Site) -> SiteSummary:
    """A site in short."""
    try:
        block = trust.site_block(site.number)
    except ValueError:
        block = None
    circuits = tuple((key, circuit.ip) for key, circuit in site.circuits.items() if circuit.ip)
    return SiteSummary(name, site.number, site.code, site.urn or "", block, circuits)


class TrustFacts:
    """Read by every check. `platforms` are the platforms netgen renders, with the kinds of box of each.

    `lacks` says, per platform, which security-relevant features it cannot do, and why.
    `elsewhere` are sites that are not in the Intent because they have not changed since they were checked.
    """

    def __init__(
        self,
        intent: Intent,
        catalogue: Catalogue,
        today: date,
        platforms: Mapping[str, Collection[str]],
        elsewhere: Iterable[SiteSummary] = (),
        lacks: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        self.intent = intent
        self.trust = intent.trust
        self.standard = intent.standard
        self.catalogue = catalogue
        self.today = today
        self.platforms = platforms
        self.lacks = lacks or {}
        self._elsewhere = tuple(elsewhere)

    @cached_property
    def sites(self) -> tuple[SiteSummary, ...]:
        """All sites in name order."""
        here = [summary_of(self.trust, name, site) for name, site in self.intent.sites.items()]
        return tuple(sorted([*here, *self._elsewhere], key=lambda site: site.name))

    @cached_property
    def internet(self) -> frozenset[str]:
        """Zones of kind internet; one, if the checks pass."""
        return frozenset(name for name, zone in self.standard.zones.items() if zone.kind == "internet")

    @cached_property
    def pairs(self) -> Mapping[tuple[str, str], tuple[int, ...]]:
        """Ordered zone pair to the indexes of the policy rules that name it."""
        found: dict[tuple[str, str], list[int]] = {}
        for index, rule in enumerate(self.standard.policy):
            for pair in pairs_of(self.standard, rule):
                found.setdefault(pair, []).append(index)
        return {pair: tuple(indexes) for pair, indexes in found.items()}

    def allowing(self, pair: tuple[str, str]) -> tuple[int, ...]:
        """The rules of a pair that allow something."""
        return tuple(index for index in self.pairs.get(pair, ()) if self.standard.policy[index].allow)

    @cached_property
    def segments_of_archetype(self) -> Mapping[str, tuple[str, ...]]:
        """Segments that a school of each archetype has: hub-only zones count where a hub uses it."""
        at_hubs = {self.intent.sites[hub].archetype for hub in self.trust.hubs if hub in self.intent.sites}
        found = {}
        for name, archetype in self.standard.archetypes.items():
            found[name] = tuple(
                key
                for key, segment in self.standard.segments.items()
                if key not in archetype.without
                and (name in at_hubs or self.standard.zones[segment.zone].kind != "hub")
            )
        return found

    @cached_property
    def transit_zones(self) -> tuple[str, ...]:
        """Zones that may need a transit VLAN: all but the internet."""
        return tuple(name for name, zone in self.standard.zones.items() if zone.kind != "internet")

    def zone_path(self, zone: str) -> str:
        """The ObjectPath of a zone."""
        return object_path("standard", "zones", zone)
