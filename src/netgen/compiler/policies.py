"""Turn the zone matrix into one site's firewall policies.

Reads: TrustPlan (the site's slice). Writes: PolicyPlans.

At a site, a pair of zones is enforced where its traffic crosses the site's firewall:

| from | to | crosses |
|---|---|---|
| here | here | zone to zone |
| here | internet | zone to internet, hidden behind the circuit, filtered |
| here | a hub zone at another hub | zone to overlay |
| a hub zone at another hub | here | overlay to zone |
| a site zone of another site | a hub zone here | overlay to zone (hubs only) |
| a hub zone here | a site zone of another site | zone to overlay (hubs only) |
| here, where the site breaks out at a hub | internet | zone to overlay, filtered there |
| a site that breaks out at hubs | internet | overlay to internet, hidden, filtered by that site's filters (hubs only) |

A site that breaks out at a hub alone has no policy to the internet at all: what missed the tunnel ends at the
implicit deny. Its rules at a hub are one for each of its zones, since another kind of school has other filters.

Where the site still has addresses from before it joined, what crosses the overlay is a rule of its own, since those
addresses are translated on the way. What nobody may talk with is refused first (see `refusals`).

Rule numbers follow the zones' numbers, so a new zone or rule renumbers nothing.

IPv6 passes with the same rule, here to here alone: there is no IPv6 to the internet, and none over the tunnels.

Rules for people of a group come next, by the numbers of the groups: whoever is not known to be one of them goes on to
the rules of the zone. They never cross the overlay, since the firewall at the other end does not know the person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from netgen.blueprint import PairPolicy, PolicyPlan, PublicationPlan, SiteAddresses, TrustPlan, ZonePlan
from netgen.compiler.named_addresses import Addresses, named
from netgen.compiler.refusals import plan_refusals
from netgen.compiler.steering import outside_of
from netgen.compiler.wake import plan_wake_policies
from netgen.values import Prefix

#: The firewall zones that are not zones of the matrix.
OVERLAY = "overlay"
#: Filter word that means: what the archetype says for the source zone.
BY_PHASE = "by-phase"

#: What the last digit of a rule's number gains where addresses are translated.
_TRANSLATED = 2
#: Rules of publications come after those of zones, whose numbers end at 60609.
_PUBLICATIONS = 70_000
#: A group's rules are numbered from here, times the group's number.
_GROUPS = 100_000
#: The last digit of a rule for what leaves for the internet by a hub.
_AT_HUB = 5
#: Rules of hubs for sites that break out there, by site and zone: after those of every group.
_OF_SITES = 100_000_000


def plan_policies(
    trust: TrustPlan,
    site: str,
    filters: Mapping[str, str],
    publications: Iterable[PublicationPlan] = (),
    *,
    filters_here: bool = True,
) -> tuple[PolicyPlan, ...]:
    """Every allow rule of the site's firewall in number order; all else is denied and logged."""
    zones = {zone.name: zone for zone in trust.zones}
    planner = _Planner(trust, site, filters, zones, filters_here=filters_here)
    found = [policy for pair in trust.matrix for policy in planner.policies(pair)]
    internet = next(zone for zone in trust.zones if zone.kind == "internet")
    found += [_of_publication(trust, item, internet.name) for item in publications]
    found += plan_wake_policies(trust, site, OVERLAY)
    of_groups = [policy for pair in trust.group_matrix for policy in planner.group_policies(pair)]
    # A zone that only a group may leave has a refusal too; one that both may leave has one for both.
    refusals = {policy.number: policy for policy in plan_refusals(trust, [*found, *of_groups])}
    return tuple(
        policy
        for part in (refusals.values(), of_groups, found)
        for policy in sorted(part, key=lambda policy: policy.number)
    )


class _Planner:
    """What every pair needs to know of the site."""

    def __init__(
        self,
        trust: TrustPlan,
        site: str,
        filters: Mapping[str, str],
        zones: Mapping[str, ZonePlan],
        *,
        filters_here: bool,
    ) -> None:
        self.filters_here = filters_here
        self.zones = zones
        self.filters = filters
        self.here = trust.site(site)
        self.others = tuple(item for item in trust.sites if item.site != site)
        self.hubs = tuple(item for item in self.others if item.is_hub)
        self.supernet = trust.supernet
        self.local = {
            item.zone: _of_site(self.here, item.zone, self.here.own_prefixes(item.zone))
            for item in self.here.zones
        }
        self.local6 = {item.zone: _of_site(self.here, item.zone, item.prefixes) for item in self.here.zones6}
        self.remote_by_zone: dict[tuple[str, bool], Addresses] = {}
        self.group_numbers = {group.name: group.number for group in trust.groups}

    def policies(self, pair: PairPolicy) -> list[PolicyPlan]:
        """The policies of one pair of zones at this site: none, one or several."""
        source, target = self.zones[pair.from_zone], self.zones[pair.to_zone]
        here, there = self.local.get(source.name, ()), self.local.get(target.name, ())
        if target.kind == "internet":
            return self._to_internet(pair, source, target, here)
        found: list[PolicyPlan] = []
        if here and there:
            policy = self._policy(pair, 0, source, target, here, there)
            here6, there6 = self.local6.get(source.name), self.local6.get(target.name)
            if here6 and there6:
                policy = msgspec.structs.replace(policy, sources6=here6, destinations6=there6)
            found.append(policy)
        if "hub" not in (source.kind, target.kind):
            return found
        away = self._remote(target, source)
        for kind, near, legacy in self._parts(source) if away else ():
            found.append(self._policy(pair, 1 + kind, source, target, near, away, far=target, legacy=legacy))
        away = self._remote(source, target)
        for kind, near, legacy in self._parts(target) if away else ():
            found.append(self._policy(pair, 2 + kind, source, target, away, near, far=source, legacy=legacy))
        return found

    def group_policies(self, pair: PairPolicy) -> list[PolicyPlan]:
        """The policy of one pair of zones for people of a group, where both are at this site.

        IPv4, as accounting names it.
        """
        source, target = self.zones[pair.from_zone], self.zones[pair.to_zone]
        here, there = self.local.get(source.name, ()), self.local.get(target.name, ())
        if not here or not (there or target.kind == "internet"):
            return []
        if target.kind == "internet" and self.here.breakout != "local":
            return []
        plan = self._policy(pair, 0, source, target, here, there, nat=target.kind == "internet")
        return [
            msgspec.structs.replace(
                plan,
                number=_GROUPS * self.group_numbers[pair.group] + plan.number,
                name=f"{pair.from_zone} to {pair.to_zone} as {pair.group}",
                group=pair.group,
            )
        ]

    def _parts(self, zone: ZonePlan) -> list[tuple[int, Addresses, str]]:
        """The zone's addresses here by how they cross the overlay: as they are, and translated."""
        legacy = next((item for item in self.here.legacy if item.zone == zone.name), None)
        everything = self.local.get(zone.name, ())
        if legacy is None:
            return [(0, everything, "")] if everything else []
        plain = tuple(item for item in everything if item[1] != legacy.own)
        translated = tuple(item for item in everything if item[1] == legacy.own)
        return [*([(0, plain, "")] if plain else []), (_TRANSLATED, translated, legacy.segment)]

    def _to_internet(
        self, pair: PairPolicy, source: ZonePlan, target: ZonePlan, here: Addresses
    ) -> list[PolicyPlan]:
        found: list[PolicyPlan] = []
        breakout = self.here.breakout
        if here and breakout != "hub":
            found.append(self._policy(pair, 0, source, target, here, (), nat=True))
        if here and breakout != "local":
            outside = named("outside", outside_of(self.supernet))
            away = self._policy(pair, _AT_HUB, source, target, here, outside, far=target)
            found.append(msgspec.structs.replace(away, filter="", protected=False))
        if self.here.is_hub:
            found += [self._for_site(pair, item) for item in self.others if item.breakout != "local"]
        return [policy for policy in found if policy.sources]

    def _for_site(self, pair: PairPolicy, site: SiteAddresses) -> PolicyPlan:
        """What a zone of a site that breaks out here may do on the internet: what it might do at home."""
        source, target = self.zones[pair.from_zone], self.zones[pair.to_zone]
        sources = _named((site,), pair.from_zone)
        word = dict(site.filters).get(pair.from_zone, "") if pair.filter == BY_PHASE else pair.filter
        return msgspec.structs.replace(
            self._policy(pair, 0, source, target, sources, (), far=source, nat=True),
            number=_OF_SITES + site.number * 100 + source.number,
            name=f"{site.code} {source.name[:14]} to {target.name[:8]}",
            filter=word,
        )

    def _remote(self, zone: ZonePlan, near: ZonePlan) -> Addresses:
        """Addresses of `zone` at other sites that may meet `near` here: one of the two is a hub zone."""
        if zone.kind == "hub":
            everywhere = False
        elif zone.kind == "site" and near.kind == "hub" and self.here.is_hub:
            everywhere = True
        else:
            return ()
        key = (zone.name, everywhere)
        found = self.remote_by_zone.get(key)
        if found is None:
            found = self.remote_by_zone[key] = _named(self.others if everywhere else self.hubs, zone.name)
        return found

    def _policy(
        self,
        pair: PairPolicy,
        kind: int,
        source: ZonePlan,
        target: ZonePlan,
        sources: Addresses,
        destinations: Addresses,
        *,
        far: ZonePlan | None = None,
        nat: bool = False,
        legacy: str = "",
    ) -> PolicyPlan:
        """One rule of the pair `source`, `target`; the one of them that is `far` lies behind the overlay."""
        word = self.filters.get(pair.from_zone, "") if pair.filter == BY_PHASE else pair.filter
        return PolicyPlan(
            number=(source.number * 100 + target.number) * 10 + kind,
            name=_name(pair, kind),
            from_zone=OVERLAY if far is source else source.name,
            to_zone=OVERLAY if far is target else target.name,
            sources=sources,
            destinations=destinations,
            services=pair.services,
            filter=word if target.kind == "internet" and self.filters_here else "",
            nat=nat,
            origin=pair.origins[0],
            why=pair.why,
            schedule=pair.schedule,
            protected="internet" in (source.kind, target.kind),
            legacy=legacy,
        )


def _of_publication(trust: TrustPlan, item: PublicationPlan, internet: str) -> PolicyPlan:
    return PolicyPlan(
        number=_PUBLICATIONS + item.number,
        name=f"publish {item.name}",
        from_zone=internet,
        to_zone=item.zone,
        sources=named("from", item.sources),
        destinations=(),
        services=item.services,
        filter="",
        nat=False,
        origin=item.origin,
        why=item.why,
        protected=True,
        publication=item.name,
        source_lists=() if item.sources else trust.inbound_lists,
    )


_SUFFIX = ("", " out", " in", " old", " old", " hub")


def _name(pair: PairPolicy, kind: int) -> str:
    """`staff to internet`, at most 35 characters (the shortest limit of a vendor), unique per box."""
    return f"{pair.from_zone[:14]} to {pair.to_zone[:13]}{_SUFFIX[kind]}"


def _named(sites: Iterable[SiteAddresses], zone: str) -> Addresses:
    return tuple([pair for item in sites for pair in _of_site(item, zone, item.prefixes(zone))])


def _of_site(site: SiteAddresses, zone: str, prefixes: tuple[Prefix, ...]) -> Addresses:
    return named(f"{site.code}-{zone}", prefixes)
