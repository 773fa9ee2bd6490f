"""Decide which circuit each class of traffic takes at one site.

What is steered leaves for networks outside of the trust alone: a steering rule that also matched the way to a hub
would take it off the overlay and put it onto the internet.

Reads: TrustPlan (the site's slice), circuits. Writes: SteeringPlans.
"""

from __future__ import annotations

from netgen.blueprint import CircuitPlan, SiteAddresses, SteeringClassPlan, SteeringPlan, TrustPlan
from netgen.compiler.named_addresses import Addresses, named
from netgen.values import Prefix

_SEVERAL = 2
_EVERYWHERE = Prefix(4, 0, 0)


def plan_steering(trust: TrustPlan, site: str, circuits: tuple[CircuitPlan, ...]) -> tuple[SteeringPlan, ...]:
    """The site's rules by number; none where there is nothing to choose: with one circuit, or a breakout at a hub."""
    here = trust.site(site)
    if not trust.steering or len(circuits) < _SEVERAL or here.breakout != "local":
        return ()
    outside = named("outside", outside_of(trust.supernet))
    found = [_rule(trust, here, item, circuits, outside) for item in trust.steering]
    return tuple(sorted((rule for rule in found if rule.sources), key=lambda rule: rule.number))


def outside_of(prefix: Prefix) -> tuple[Prefix, ...]:
    """Everything that is not in a prefix, as few prefixes, sorted.

    >>> [str(item) for item in outside_of(Prefix.parse("128.0.0.0/2"))]
    ['0.0.0.0/1', '192.0.0.0/2']
    """
    found = []
    for length in range(_EVERYWHERE.length + 1, prefix.length + 1):
        step = 1 << (32 - length)
        # The half of the next wider prefix that does not hold it.
        found.append(Prefix(prefix.version, (prefix.first & -step) ^ step, length))
    return tuple(sorted(found))


def _rule(
    trust: TrustPlan,
    here: SiteAddresses,
    item: SteeringClassPlan,
    circuits: tuple[CircuitPlan, ...],
    outside: Addresses,
) -> SteeringPlan:
    internet = {zone.name for zone in trust.zones if zone.kind == "internet"}
    reaching = {pair.from_zone for pair in trust.matrix if pair.to_zone in internet}
    zones = [zone for zone in (item.zones or sorted(reaching)) if zone in reaching]
    names = tuple(circuit.name for circuit in circuits)
    destinations = named("to", item.destinations) if item.destinations else outside
    return SteeringPlan(
        name=item.name,
        number=item.number,
        sources=tuple(
            pair for zone in zones for pair in named(f"{here.code}-{zone}", here.own_prefixes(zone))
        ),
        destinations=() if item.applications else destinations,
        services=item.services,
        applications=item.applications,
        circuits=tuple(reversed(names)) if item.backups_first else names,
        strategy=item.strategy,
        latency_ms=item.latency_ms,
        jitter_ms=item.jitter_ms,
        loss_percent=item.loss_percent,
        title=item.title,
        origin=item.origin,
    )
