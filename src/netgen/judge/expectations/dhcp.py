"""Clients get addresses from the box that is their gateway, with the planned range, gateway and resolvers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netgen.blueprint import SegmentPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.not_in_text import NOT_IN_TEXT
from netgen.judge.verdict import Rule, Verdict
from netgen.judge.wired_vocabulary import BOTH_HALVES_LEASE
from netgen.readback import Observed, ObservedPool

POOL = Rule("JDG310", "dhcp-pool")
EXTRA = Rule("JDG311", "dhcp-pool-not-planned")

#: A lease in seconds: an hour at least, so that a class keeps its addresses; a day at most, so that a
#: pool is not full of devices that went home (house baseline).
LEASE_S = (3600, 86400)


def judge_pools(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a leased segment; one a device for pools that nobody planned."""
    claims, extra = Claims(case, POOL), Claims(case, EXTRA)
    matched: set[tuple[str, str, int]] = set()
    for segment in case.site.segments:
        if not segment.pool_first:
            continue
        servers = _servers(case, segment.gateway_on)
        if not servers:
            yield claims.undecided(
                segment.name, f"the {segment.gateway_on} could not be read", origin=segment.origin
            )
        for name, observed in servers:
            pools = [
                pool
                for pool in observed.pools
                if pool.prefix == str(segment.prefix) or pool.gateway == segment.gateway
            ]
            matched.update((name, pool.name, pool.line) for pool in pools)
            yield claims.decide(
                f"{name}:{segment.name}",
                _objections(case, name, segment, pools),
                f"{segment.name} is leased {segment.pool_first} to {segment.pool_last}",
                device=name,
                lines=[pool.line for pool in pools],
                origin=segment.origin,
            )
    for name, observed in case.observed.items():
        others = [pool for pool in observed.pools if (name, pool.name, pool.line) not in matched]
        yield extra.decide(
            name,
            [f"{name} leases {pool.prefix or pool.name}, which is not planned there" for pool in others],
            f"{name} leases nothing else",
            device=name,
            lines=[pool.line for pool in others],
            origin=case.plans[name].origin,
        )


def _objections(case: SiteCase, name: str, segment: SegmentPlan, pools: list[ObservedPool]) -> list[str]:
    wrong = [] if len(pools) == 1 else [f"{name} has {len(pools) or 'no'} DHCP pools for {segment.prefix}"]
    for pool in pools:
        planned = (segment.gateway, segment.pool_first, segment.pool_last)
        resolvers = (segment.resolver,) if segment.resolver else case.trust.management.dns
        wrong += _differences(pool, str(segment.prefix), planned, resolvers)
        wrong += _terms(pool, case.trust.management.domain, segment)
        wrong += _options(pool, segment, NOT_IN_TEXT.get(case.plans[name].platform, {}))
    return wrong


def _servers(case: SiteCase, gateway_on: str) -> list[tuple[str, Observed]]:
    """The boxes that lease what has its gateway there: of a pair of cores both, or the first."""
    if gateway_on == "firewall":
        return [(plan.hostname, observed) for plan, observed in case.of_kind("firewall")][:1]
    return [
        (plan.hostname, observed)
        for plan, observed in case.of_kind("switch")
        if plan.is_core and (plan.pair is None or plan.pair.member == 1 or plan.platform in BOTH_HALVES_LEASE)
    ]


def _terms(pool: ObservedPool, domain: str, segment: SegmentPlan) -> list[str]:
    """How long a lease lasts, and the domain that clients are told."""
    least, most = LEASE_S
    wrong = []
    if not least <= pool.lease_s <= most:
        wrong.append(f"pool {pool.name} leases for {pool.lease_s or 'unending'} seconds")
    elif pool.lease_s != segment.lease_s:
        wrong.append(f"pool {pool.name} leases for {pool.lease_s} seconds, not {segment.lease_s}")
    if pool.domain != domain:
        wrong.append(f"pool {pool.name} gives the domain {pool.domain or 'none'}, not {domain}")
    return wrong


def _options(pool: ObservedPool, segment: SegmentPlan, unsaid: Mapping[str, str]) -> list[str]:
    """What leases say besides, and hosts that always get the same address: exactly as planned.

    `unsaid` are words for what the platform's text has no line for.
    """
    wrong = []
    boot = (segment.boot_server, segment.boot_file)
    if (pool.boot_server, pool.boot_file) != boot:
        words = " ".join(word for word in (pool.boot_server, pool.boot_file) if word)
        wrong.append(
            f"pool {pool.name} boots from {words or 'nowhere'}, not {' '.join(boot).strip() or 'nowhere'}"
        )
    planned = {
        item.code: item.addresses for item in segment.options if f"dhcp-option-{item.code}" not in unsaid
    }
    seen = dict(pool.options)
    for code in sorted(planned.keys() | seen.keys()):
        if planned.get(code, ()) != seen.get(code, ()):
            given, wanted = ", ".join(seen.get(code, ())), ", ".join(planned.get(code, ()))
            wrong.append(
                f"pool {pool.name} gives option {code} as {given or 'nothing'}, not {wanted or 'nothing'}"
            )
    hosts = {(item.mac, item.address) for item in segment.reservations}
    for mac, address in sorted(hosts ^ set(pool.reservations)):
        words = "does not reserve" if (mac, address) in hosts else "reserves"
        wrong.append(f"pool {pool.name} {words} {address} for {mac}")
    return wrong


def _differences(
    pool: ObservedPool, prefix: str, planned: tuple[str, str, str], dns: tuple[str, ...]
) -> list[str]:
    gateway, first, last = planned
    wrong = []
    if pool.prefix != prefix:
        wrong.append(f"pool {pool.name} is for {pool.prefix}, not {prefix}")
    if pool.gateway != gateway:
        wrong.append(f"pool {pool.name} gives the gateway {pool.gateway or 'none'}, not {gateway}")
    if (pool.first, pool.last) != (first, last):
        wrong.append(
            f"pool {pool.name} leases {pool.first or '?'} to {pool.last or '?'}, not {first} to {last}"
        )
    if pool.dns != dns:
        wrong.append(
            f"pool {pool.name} gives the resolvers {', '.join(pool.dns) or 'none'}, not {', '.join(dns)}"
        )
    return wrong
