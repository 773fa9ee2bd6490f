"""What the checks of a trust read: the Intent, the hardware, the day, and what was worked out once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from netgen.checks.port_runs import PortRun, Ports, port_run
from netgen.hardware import Catalogue, Hardware
from netgen.intent import Intent, Segment, Site, Trust
from netgen.intent.resolution import pairs_of, subnet_of
from netgen.values import Prefix, object_path

#: Filter of a rule that means: what the archetype says for the zone.
BY_PHASE = "by-phase"
#: Phase to the (down, up) in kbit/s that the DfE asks for (DFE-BB-02); it gives no figure for other schools.
_LEAST_BROADBAND = {
    "early-years": (100_000, 30_000),
    "primary": (100_000, 30_000),
    "secondary": (1_000_000, 1_000_000),
    "all-through": (1_000_000, 1_000_000),
}


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
    number_of_circuits: int
    breakout: str = "local"
    archetype: str = ""


def summary_of(trust: Trust, name: str, site: Site) -> SiteSummary:
    """A site in short."""
    try:
        block = trust.site_block(site.number)
    except ValueError:
        block = None
    circuits = tuple((key, circuit.ip) for key, circuit in site.circuits.items() if circuit.ip)
    return SiteSummary(
        name,
        site.number,
        site.code,
        site.urn or "",
        block,
        circuits,
        len(site.circuits),
        site.breakout,
        site.archetype,
    )


class TrustFacts:
    """Read by every check. `platforms` are the platforms netgen renders, with the kinds of box of each.

    `lacks` says, per platform, which security-relevant features it cannot do, and why; `cannot` the
    features that are no matter of security.
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
        cannot: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        self.intent = intent
        self.trust = intent.trust
        self.standard = intent.standard
        self.catalogue = catalogue
        self.today = today
        self.platforms = platforms
        self.lacks = lacks or {}
        self.cannot = cannot or {}
        self._elsewhere = tuple(elsewhere)
        self._port_runs: dict[tuple[int, Ports], PortRun] = {}

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
        """Ordered zone pair to the indexes of the policy rules that name it, those for groups of people apart."""
        found: dict[tuple[str, str], list[int]] = {}
        for index, rule in enumerate(self.standard.policy):
            if rule.groups:
                continue
            for pair in pairs_of(self.standard, rule):
                found.setdefault(pair, []).append(index)
        return {pair: tuple(indexes) for pair, indexes in found.items()}

    @cached_property
    def group_pairs(self) -> Mapping[tuple[str, str, str], tuple[int, ...]]:
        """(from, to, group) to the indexes of the rules that allow something to the group alone."""
        found: dict[tuple[str, str, str], list[int]] = {}
        for index, rule in enumerate(self.standard.policy):
            for group in dict.fromkeys(rule.groups if rule.allow else ()):
                for source, target in pairs_of(self.standard, rule):
                    found.setdefault((source, target, group), []).append(index)
        return {key: tuple(indexes) for key, indexes in found.items()}

    @cached_property
    def filtered(self) -> tuple[tuple[int, str, str], ...]:
        """(rule, source zone, filter) of every rule towards the internet, by-phase as each archetype has it."""
        found: dict[tuple[int, str, str], None] = {}
        for index, rule in enumerate(self.standard.policy):
            pairs = pairs_of(self.standard, rule) if rule.filter and rule.allow else ()
            for source in [source for source, target in pairs if target in self.internet]:
                names = [rule.filter] if rule.filter != BY_PHASE else self._by_phase(source)
                found |= {(index, source, name): None for name in names if name}
        return tuple(found)

    def _by_phase(self, zone: str) -> list[str | None]:
        archetypes = self.standard.archetypes
        return [
            archetypes[name].filters.get(zone)
            for name, segments in self.segments_of_archetype.items()
            if any(self.standard.segments[key].zone == zone for key in segments)
        ]

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

    @cached_property
    def hosts(self) -> Mapping[str, str]:
        """ObjectPath to address of every server, poller and probe that trust and standard tell the boxes of."""
        services, found = self.trust.services, dict[str, str]()
        lists: dict[str, Sequence[str]] = {
            "trust/services/dns": services.dns,
            "trust/services/ntp": services.ntp,
            "trust/services/dhcp": services.dhcp,
            "trust/services/snmp/managers": services.snmp.managers if services.snmp else (),
            "trust/wan/probes": self.trust.wan.probes,
        }
        for domain, servers in services.dns_domains.items():
            lists[object_path("trust", "services", "dns_domains", domain)] = servers
        for name, segment in self.standard.segments.items():
            path = object_path("standard", "segments", name, "options")
            lists[f"{path}/phone_servers"] = segment.options.phone_servers
            lists[f"{path}/controllers"] = segment.options.controllers
            if segment.options.boot_server:
                found[f"{path}/boot_server"] = segment.options.boot_server
        for path, hosts in lists.items():
            found |= {object_path(path, index): host for index, host in enumerate(hosts)}
        for index, server in enumerate(services.radius):
            found[f"trust/services/radius/{index}/host"] = server.host
        for index, receiver in enumerate(services.syslog):
            found[f"trust/services/syslog/{index}/host"] = receiver.host
        if services.flow:
            found["trust/services/flow/host"] = services.flow.host
        return found

    def least_broadband(self, archetype: str) -> tuple[int, int]:
        """(down, up) in kbit/s that a school of an archetype is to have; zeros where the DfE gives no figure."""
        found = self.standard.archetypes.get(archetype)
        return _LEAST_BROADBAND.get(found.phase, (0, 0)) if found else (0, 0)

    def port_run(self, hardware: Hardware, run: Ports) -> PortRun:
        """What these ports of a model have in common; a trust has thousands of equal switches."""
        key = (id(hardware), run)  # the catalogue keeps it alive
        found = self._port_runs.get(key)
        if found is None:
            found = self._port_runs[key] = port_run(hardware, run)
        return found

    def subnet(self, site: str, segment: Segment) -> Prefix | None:
        """The segment's subnet at a site; None where ADR004 or ADR007 says that there is no room for it."""
        try:
            return subnet_of(self.intent, site, segment)
        except ValueError:
            return None

    def zone_path(self, zone: str) -> str:
        """The ObjectPath of a zone."""
        return object_path("standard", "zones", zone)
