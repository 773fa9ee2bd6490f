"""Addresses, VRFs and routes of a switch: its own in management, and the gateways of a routed core."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netgen.blueprint import DevicePlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedSvi

SVI = Rule("JDG301", "switch-address")
EXTRA = Rule("JDG302", "switch-address-not-planned")
VRF = Rule("JDG303", "vrf-per-zone")
ROUTE = Rule("JDG304", "switch-route")

_DEFAULT = "0.0.0.0/0"


class _Wanted(msgspec.Struct, frozen=True):
    """An SVI that must be there; `zone` is "" for the switch's own address in the global table."""

    vlan: int
    address: str
    length: int
    zone: str
    origin: str


def own_address(plan: DevicePlan, members: tuple[str, ...], shared: str) -> str:
    """The address of a core in one of its VLANs: a half of a pair has one beside the gateway that both answer for."""
    return members[plan.pair.member - 1] if plan.pair and members else shared


def _is_of_pair(plan: DevicePlan, svi: ObservedSvi) -> bool:
    """True for what the halves of a pair know each other by; it is judged with the pair."""
    pair = plan.pair
    return pair is not None and (
        (svi.name.casefold() == pair.keepalive.casefold() and svi.address == pair.keepalive_addresses[0])
        or (svi.vlan == pair.peer_vlan and svi.address == pair.peer_addresses[0])
    )


def _is_out_of_band(plan: DevicePlan, svi: ObservedSvi) -> bool:
    """True for the management port in its own network; what of it is right is judged apart."""
    return plan.oob is not None and svi.name == plan.oob.interface and svi.address == plan.oob.address


def _wanted(case: SiteCase, plan: DevicePlan) -> list[_Wanted]:
    found: list[_Wanted] = []
    if plan.is_core:
        found += [
            _Wanted(
                item.vlan,
                own_address(plan, item.members, item.gateway),
                item.prefix.length,
                item.zone,
                item.origin,
            )
            for item in case.site.segments
            if item.gateway_on == "core"
        ]
        found += [
            _Wanted(
                item.vlan,
                own_address(plan, item.members, item.core),
                item.prefix.length,
                item.zone,
                item.origin,
            )
            for item in case.site.transits
        ]
    home = case.management_segment
    if home and plan.management and all(item.vlan != home.vlan for item in found):
        found.append(_Wanted(home.vlan, plan.management, home.prefix.length, "", plan.origin))
    return found


def judge_switch_addresses(case: SiteCase) -> Iterator[Verdict]:
    """Every SVI with its address, mask and routing instance; and no other address."""
    claims, extra = Claims(case, SVI), Claims(case, EXTRA)
    for plan, observed in case.of_kind("switch"):
        wanted = _wanted(case, plan)
        for item in wanted:
            seen = [svi for svi in observed.svis if svi.vlan == item.vlan and svi.address]
            wrong = (
                []
                if seen
                else [f"Vlan{item.vlan} of {plan.hostname} has no address, not {item.address}/{item.length}"]
            )
            for svi in seen:
                if (svi.address, svi.length) != (item.address, item.length):
                    wrong.append(
                        f"Vlan{item.vlan} has {svi.address}/{svi.length}, not {item.address}/{item.length}"
                    )
                if svi.shutdown:
                    wrong.append(f"Vlan{item.vlan} is shut down")
                if svi.acl_in:
                    wrong.append(f"Vlan{item.vlan} has a packet filter `{svi.acl_in}` that nobody planned")
                if svi.proxy_arp:
                    wrong.append(f"Vlan{item.vlan} answers ARP for other networks")
                if svi.redirects:
                    wrong.append(f"Vlan{item.vlan} sends ICMP redirects")
                if svi.acl_out:
                    wrong.append(f"Vlan{item.vlan} has a packet filter `{svi.acl_out}` that nobody planned")
                if bool(svi.vrf) != bool(item.zone):
                    wrong.append(f"Vlan{item.vlan} is in {svi.vrf or 'the global table'}")
            yield claims.decide(
                f"{plan.hostname}:Vlan{item.vlan}",
                wrong,
                f"Vlan{item.vlan} of {plan.hostname} is {item.address}/{item.length}",
                device=plan.hostname,
                lines=[svi.line for svi in seen],
                origin=item.origin,
            )
        planned = {item.vlan for item in wanted}
        others = [
            svi
            for svi in observed.svis
            if svi.address
            and svi.vlan not in planned
            and not _is_of_pair(plan, svi)
            and not _is_out_of_band(plan, svi)
        ]
        yield extra.decide(
            plan.hostname,
            [
                f"{svi.name} has the address {svi.address}/{svi.length}, which is not planned"
                for svi in others
            ],
            f"{plan.hostname} has no other address",
            device=plan.hostname,
            lines=[svi.line for svi in others],
            origin=plan.origin,
        )
        yield from _vrfs(case, plan, observed, wanted)


def _vrfs(case: SiteCase, plan: DevicePlan, observed: Observed, wanted: list[_Wanted]) -> Iterator[Verdict]:
    """Segments of one zone share a routing instance, and no two zones do."""
    by_vlan = {svi.vlan: svi for svi in observed.svis if svi.address}
    instances: dict[str, set[str]] = {}
    for item in wanted:
        if item.zone and item.vlan in by_vlan:
            instances.setdefault(item.zone, set()).add(by_vlan[item.vlan].vrf)
    claims = Claims(case, VRF)
    for zone, names in sorted(instances.items()):
        wrong = [f"zone {zone} is spread over {', '.join(sorted(names))}"] if len(names) > 1 else []
        shared = sorted(other for other, theirs in instances.items() if other != zone and names & theirs)
        wrong += [
            f"zones {zone} and {other} share a routing instance, so no firewall is between them"
            for other in shared
        ]
        lines = [by_vlan[item.vlan].line for item in wanted if item.zone == zone and item.vlan in by_vlan]
        origin = case.zones[zone].origin if zone in case.zones else plan.origin
        claim = f"zone {zone} has a routing instance of its own"
        yield claims.decide(
            f"{plan.hostname}:{zone}", wrong, claim, device=plan.hostname, lines=lines, origin=origin
        )


def judge_switch_routes(case: SiteCase) -> Iterator[Verdict]:
    """The default of each routing instance leads to the firewall; there is no other static route."""
    claims = Claims(case, ROUTE)
    for plan, observed in case.of_kind("switch"):
        wanted = _wanted_routes(case, plan, observed)
        seen = {
            (route.vrf, route.prefix, route.gateway): route
            for route in observed.routes
            if not route.interface
        }
        gateway = observed.management.gateway
        for vrf, target, origin in wanted:
            key = (vrf, _DEFAULT, target)
            found = key in seen or (not vrf and gateway == target)
            wrong = (
                []
                if found
                else [f"{plan.hostname} has no default route to {target} in {vrf or 'the global table'}"]
            )
            yield claims.decide(
                f"{plan.hostname}:{vrf or 'global'}/default",
                wrong,
                f"the default route of {vrf or plan.hostname} leads to {target}",
                device=plan.hostname,
                lines=[seen[key].line] if key in seen else [],
                origin=origin,
            )
        planned = {(vrf, _DEFAULT, target) for vrf, target, _ in wanted}
        others = [r for r in observed.routes if r.interface or (r.vrf, r.prefix, r.gateway) not in planned]
        objections = [
            f"{plan.hostname} has a route {r.vrf} {r.prefix} to {r.gateway or r.interface}, not planned"
            for r in others
        ]
        if gateway and not any(not vrf and target == gateway for vrf, target, _ in wanted):
            objections.append(f"{plan.hostname} has the default gateway {gateway}, which is not planned")
        inside = [svi for svi in observed.svis if svi.address and not _is_out_of_band(plan, svi)]
        if observed.routing and not plan.is_core and len(inside) > 1:
            objections.append(f"{plan.hostname} routes between its VLANs")
        needs_routing = any(item.zone for item in _wanted(case, plan))
        if needs_routing and not observed.routing:
            objections.append(f"{plan.hostname} is a routed core and does not route")
        yield claims.decide(
            f"{plan.hostname}/no-other",
            objections,
            f"{plan.hostname} has no other static route",
            device=plan.hostname,
            lines=[route.line for route in others],
            origin=plan.origin,
        )


def _wanted_routes(case: SiteCase, plan: DevicePlan, observed: Observed) -> list[tuple[str, str, str]]:
    """(routing instance, gateway, origin) of each default route."""
    found: list[tuple[str, str, str]] = []
    by_vlan = {svi.vlan: svi.vrf for svi in observed.svis if svi.address}
    if plan.is_core:
        found += [
            (by_vlan.get(item.vlan, item.zone), item.firewall, item.origin) for item in case.site.transits
        ]
    home = case.management_segment
    if (home and home.gateway_on == "firewall" and plan.management and plan.management != home.gateway) or (
        home and not plan.is_core
    ):
        found.append(("", home.gateway, home.origin))
    return found
