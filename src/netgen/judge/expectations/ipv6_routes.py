"""IPv6 routes: between firewall and core, what is left of local space to nowhere, and no way out of the school."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netgen.blueprint import DevicePlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.expectations.ipv6_interfaces import gateways6
from netgen.judge.header_space import addresses_of, read_prefixes, subtract
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedRoute

ROUTE6 = Rule("JDG334", "ipv6-route")
EXTRA6 = Rule("JDG335", "ipv6-route-not-planned")
LEAK6 = Rule("JDG336", "ipv6-no-leak")
_DEFAULT6 = "::/0"
_IPV6 = 6
#: A route to nowhere of this distance or more only catches what no other route knows.
_LAST_RESORT = 200
_NOWHERE = ("", "blackhole")


class _Wanted(msgspec.Struct, frozen=True):
    """A route that must be there, in the routing instance `vrf`, by the interface of a VLAN where it names one."""

    prefix: str
    gateway: str
    vrf: str
    interfaces: frozenset[str]
    origin: str

    def is_met_by(self, route: ObservedRoute) -> bool:
        """True if a route leads where this one must."""
        ways = route.prefix, route.gateway, route.vrf
        return ways == (self.prefix, self.gateway, self.vrf) and (
            not route.interface or route.interface in self.interfaces
        )


def judge_ipv6_routes(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a wanted route, one a device for all others, one a firewall with IPv6 for what leaks."""
    asked = any(item.prefix6 for item in case.site.segments)
    for plan, observed in case.of_kind("firewall", "switch"):
        wanted = _wanted(case, plan, observed)
        for item in wanted:
            seen = [route for route in observed.routes6 if item.is_met_by(route)]
            place = f"{plan.hostname}:{item.vrf or 'global'}/{item.prefix}"
            yield Claims(case, ROUTE6).decide(
                place,
                [] if seen else [f"{plan.hostname} has no IPv6 route to {item.prefix} by {item.gateway}"],
                f"{item.prefix} is reached by {item.gateway}",
                device=plan.hostname,
                lines=[route.line for route in seen],
                origin=item.origin,
            )
        others = [
            route
            for route in observed.routes6
            if not any(item.is_met_by(route) for item in wanted) and not _ends_here(route)
        ]
        if asked or others:
            yield Claims(case, EXTRA6).decide(
                plan.hostname,
                [
                    f"{route.prefix} goes to {route.gateway or route.interface or 'nowhere'}, not planned"
                    for route in others
                ],
                f"{plan.hostname} has no other IPv6 route",
                device=plan.hostname,
                lines=[route.line for route in others],
                origin=plan.origin,
            )
        if plan.kind == "firewall" and gateways6(case, plan):
            yield _leak(case, plan, observed)


def _ends_here(route: ObservedRoute) -> bool:
    return route.interface in _NOWHERE and not route.gateway and route.distance >= _LAST_RESORT


def _wanted(case: SiteCase, plan: DevicePlan, observed: Observed) -> list[_Wanted]:
    transits = {item.zone: item for item in case.site.transits if item.prefix6}
    by_vlan = {item.vlan: item for item in observed.ipv6 if item.vlan}
    if plan.kind == "firewall":
        names = {zone: by_vlan[item.vlan].name for zone, item in transits.items() if item.vlan in by_vlan}
        return [
            _Wanted(
                str(item.prefix6),
                transits[item.zone].core6,
                "",
                frozenset({names[item.zone]} if item.zone in names else ()),
                item.origin,
            )
            for item in case.site.segments
            if item.prefix6 and item.gateway_on == "core" and item.zone in transits
        ]
    if not plan.is_core:
        return []
    return [
        _Wanted(
            _DEFAULT6,
            item.firewall6,
            by_vlan[item.vlan].vrf if item.vlan in by_vlan else zone,
            frozenset({by_vlan[item.vlan].name} if item.vlan in by_vlan else ()),
            item.origin,
        )
        for zone, item in transits.items()
    ]


def _leak(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    """What no other route knows of the trust's IPv6 prefix ends here."""
    prefixes, _ = read_prefixes(route.prefix for route in observed.routes6 if _ends_here(route))
    whole = [case.trust.ula] if case.trust.ula else []
    lost = subtract(addresses_of(whole, _IPV6), addresses_of(prefixes, _IPV6))
    wrong = [f"what {plan.hostname} does not know of {case.trust.ula} does not end here"] if lost else []
    claim = f"{plan.hostname} keeps the trust's own IPv6 addresses inside"
    return Claims(case, LEAK6).decide(plan.hostname, wrong, claim, device=plan.hostname, origin=plan.origin)
