"""What may pass between two zones of a site, as the matrix wants it.

Intended space comes from the zone matrix, what a site publishes, who may wake whom and the trust's address plan,
not from SitePlan.policies: a flow from zone a at site X to zone b at site Y is wanted if the matrix has the pair and
X is Y, or a or b is a hub zone. At the firewall of one site it crosses from its zone to its zone (X is Y),
to `overlay` (it leaves) or from `overlay` (it arrives).
A school that breaks out at a hub reaches the internet over `overlay`, and the hub lets it out from there.

Two bounds, because a firewall need not spell out what routing already settles:
- `must` passes: known sources, known destinations, the services;
- `may` passes at most: the same, with any destination on the internet; and where SitePlan names no
  sources or no destinations for a local zone, whatever routing puts there (anti-spoofing is not the
  matrix). What arrives over the overlay is always exact, it has passed other hands.

Addresses of this site are those that its hosts have; where they are translated one to one for the tunnels, the hosts
alone must be reached: the gateway and the ends of the subnet need no place outside. Lists of countries and threat feeds
have no addresses here: what they take away, and whom a publication answers, is judged by their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from netgen.blueprint import DevicePlan, LegacyPlan, PairPolicy, PolicyPlan, ServicePlan
from netgen.judge.case import OVERLAY, SiteCase
from netgen.judge.firewall_vocabulary import OWN_SESSIONS_IN_RULES
from netgen.judge.header_space import (
    EVERY_ADDRESS,
    EVERY_SERVICE,
    PROTOCOLS,
    Intervals,
    Region,
    addresses_of,
    service,
    subtract,
    union,
)
from netgen.judge.policy_space import service_set
from netgen.values import Prefix

#: ICMP echo request (RFC 792): what `icmp: true` of a service means.
ECHO_REQUEST = 8
#: Which address of a subnet is its gateway.
_GATEWAY = 1


class Wanted(msgspec.Struct, frozen=True):
    """Intended traffic between two zones of a firewall; `origin` is the first rule that asked for it."""

    from_zone: str
    to_zone: str
    must: tuple[Region, ...]
    may: tuple[Region, ...]
    origin: str


def wanted_space(case: SiteCase) -> dict[tuple[str, str], Wanted]:
    """Every ordered pair of firewall zones between which anything is wanted at this site, whoever it is."""
    found = _of_pairs(case, case.trust.matrix)
    services = {item.name: item for item in case.trust.services}
    for item in case.site.publications:
        flows = union(flow for name in item.services for flow in service_flows(services.get(name), name))
        sources = addresses_of(item.sources) if item.sources else EVERY_ADDRESS
        region = Region(sources, addresses_of([Prefix.parse(f"{item.inside}/32")]), flows)
        found.setdefault((case.internet, item.zone), []).append((region, region, item.origin))
    wake = case.trust.wake
    if wake is not None:
        flows = union(service_flows(services.get(wake.service), wake.service))
        for key, wakers, woken in _waking(case):
            region = Region(addresses_of(wakers), addresses_of(woken), flows)
            found.setdefault(key, []).append((region, region, wake.origin))
    return _wanted(found)


def _waking(case: SiteCase) -> Iterator[tuple[tuple[str, str], list[Prefix], list[Prefix]]]:
    """((from, to), subnets that wake others, broadcast addresses) for each way of it through this site's firewall.

    Whoever is at the site may wake its devices; those of other sites only who is in a hub's zone at a hub.
    """
    own = case.site.site
    others = [item.site for item in case.trust.sites if item.site != own]
    hubs = [item.site for item in case.trust.sites if item.site != own and item.is_hub]
    targets = [
        (
            zone.name,
            _at([own], case, zone.name, asleep=True),
            _at(others if case.site.is_hub else [], case, zone.name, asleep=True),
        )
        for zone in case.trust.zones
    ]
    for source in case.trust.zones:
        mine = _at([own], case, source.name, asleep=False)
        theirs = _at(hubs, case, source.name, asleep=False) if source.kind == "hub" else []
        for target, asleep, away in targets:
            if mine and asleep and source.name != target:
                yield (source.name, target), mine, asleep
            if mine and away and source.kind == "hub":
                yield (source.name, OVERLAY), mine, away
            if theirs and asleep:
                yield (OVERLAY, target), theirs, asleep


def _at(sites: list[str], case: SiteCase, zone: str, *, asleep: bool) -> list[Prefix]:
    return [
        prefix
        for item in case.trust.sites
        if item.site in sites
        for part in (item.woken if asleep else item.wakers)
        if part.zone == zone
        for prefix in part.prefixes
    ]


def wanted_of_group(case: SiteCase, group: str) -> dict[tuple[str, str], Wanted]:
    """What is wanted for people of a group beyond what everybody may: inside the site, and to the internet from there.

    A hub does not know the people of a school that breaks out there, so they have what everybody of the school has.
    """
    found = _of_pairs(case, [pair for pair in case.trust.group_matrix if pair.group == group])
    closed = {OVERLAY} if case.breakout == "local" else {OVERLAY, case.internet}
    return _wanted({key: items for key, items in found.items() if not closed & set(key)})


_Found = dict[tuple[str, str], list[tuple[Region, Region, str]]]


def _wanted(found: _Found) -> dict[tuple[str, str], Wanted]:
    return {
        key: Wanted(*key, tuple(item[0] for item in items), tuple(item[1] for item in items), items[0][2])
        for key, items in sorted(found.items())
    }


def _of_pairs(case: SiteCase, pairs: Iterable[PairPolicy]) -> _Found:
    found: _Found = {}
    services = {item.name: item for item in case.trust.services}
    for pair in pairs:
        if not pair.services:
            continue
        flows = union(flow for name in pair.services for flow in service_flows(services.get(name), name))
        origin = pair.origins[0] if pair.origins else ""
        for key, must, may in _crossings(case, pair, flows):
            found.setdefault(key, []).append((must, may, origin))
    return found


def own_sessions(case: SiteCase, plan: DevicePlan, zone: str) -> Wanted | None:
    """What the box's own sessions need inside the internet, where its address there is not known beforehand."""
    flows = OWN_SESSIONS_IN_RULES.get(plan.platform)
    if not flows or zone != case.internet or all(item.address == "static" for item in case.site.circuits):
        return None
    needed, _ = service_set(flows)
    return Wanted(zone, zone, (), (Region(EVERY_ADDRESS, EVERY_ADDRESS, needed),), plan.origin)


def service_flows(plan: ServicePlan | None, name: str) -> Iterator[tuple[int, int]]:
    """A named service on the service axis; the name `any` needs no definition."""
    if plan is None:
        if name == "any":
            yield EVERY_SERVICE[0]
        return
    if plan.any_:
        yield EVERY_SERVICE[0]
        return
    for protocol, ranges in (("tcp", plan.tcp), ("udp", plan.udp)):
        for text in ranges:
            first, _, last = text.partition("-")
            yield service(PROTOCOLS[protocol], int(first), int(last or first))
    if plan.icmp:
        yield service(PROTOCOLS["icmp"], ECHO_REQUEST, ECHO_REQUEST)


def _crossings(
    case: SiteCase, pair: PairPolicy, flows: Intervals
) -> Iterator[tuple[tuple[str, str], Region, Region]]:
    """((from, to), must, may) for each way in which the pair crosses this site's firewall."""
    source, destination, group = pair.from_zone, pair.to_zone, pair.group
    here, there = case.local_prefixes(source), case.local_prefixes(destination)
    if source == case.internet:
        if there:
            region = Region(EVERY_ADDRESS, addresses_of(there), flows)
            yield (source, destination), region, region
        return
    if destination == case.internet:
        if here and case.breakout != "hub":
            must = Region(addresses_of(here), EVERY_ADDRESS, flows)
            sources = _bounded_sources(case, source, destination, here, group)
            yield (source, destination), must, Region(sources, EVERY_ADDRESS, flows)
        if here and case.breakout != "local":
            outside = subtract(EVERY_ADDRESS, addresses_of([case.trust.supernet]))
            region = Region(addresses_of(here), outside, flows)
            yield (source, OVERLAY), region, region
        for site in case.guests:
            if there_too := site.prefixes(source):
                region = Region(addresses_of(there_too), EVERY_ADDRESS, flows)
                yield (OVERLAY, destination), region, region
        return
    if here and there and source != destination:
        must = Region(addresses_of(here), addresses_of(there), flows)
        sources = _bounded_sources(case, source, destination, here, group)
        yield (
            (source, destination),
            must,
            Region(sources, _bounded_destinations(case, source, destination, there, group), flows),
        )
    if "hub" not in (_kind(case, source), _kind(case, destination)):
        return
    if here and (far := case.remote_prefixes(destination)):
        must = Region(addresses_of(here), addresses_of(far), flows)
        yield (
            (source, OVERLAY),
            must,
            Region(_bounded_sources(case, source, OVERLAY, here, group), addresses_of(far), flows),
        )
    if there and (far := case.remote_prefixes(source)):
        region = Region(addresses_of(far), addresses_of(there), flows)
        hosts = subtract(addresses_of(there), _placeless(case, destination))
        yield (OVERLAY, destination), Region(region.source, hosts, flows), region


def translated_hosts(item: LegacyPlan) -> tuple[int, int]:
    """The first and last host of a translated segment: the one after the gateway, and the one before the broadcast."""
    return item.own.first + _GATEWAY + 1, item.own.last - 1


def _placeless(case: SiteCase, zone: str) -> Intervals:
    found = []
    for item in case.legacy:
        if item.zone == zone:
            first, last = translated_hosts(item)
            found += [(item.own.first, first - 1), (last + 1, item.own.last)]
    return union(found)


def _bounded_sources(
    case: SiteCase, source: str, destination: str, here: Iterable[Prefix], group: str
) -> Intervals:
    policies = _policies(case, source, destination, group)
    return addresses_of(here) if policies and all(policy.sources for policy in policies) else EVERY_ADDRESS


def _bounded_destinations(
    case: SiteCase, source: str, destination: str, there: Iterable[Prefix], group: str
) -> Intervals:
    policies = _policies(case, source, destination, group)
    return addresses_of(there) if all(policy.destinations for policy in policies) else EVERY_ADDRESS


def _policies(case: SiteCase, source: str, destination: str, group: str) -> list[PolicyPlan]:
    wanted = source, destination, group
    return [
        item
        for item in case.site.policies
        if item.services and (item.from_zone, item.to_zone, item.group) == wanted
    ]


def _kind(case: SiteCase, zone: str) -> str:
    plan = case.zones.get(zone)
    return plan.kind if plan else ""
