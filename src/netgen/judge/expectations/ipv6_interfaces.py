"""IPv6 of interfaces: planned gateways with their advertisements, nothing of it elsewhere, no way to manage by it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netgen.blueprint import DevicePlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.firewall_vocabulary import IPV6_ACCESS
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedIpv6

ADDRESS6 = Rule("JDG330", "ipv6-address")
EXTRA6 = Rule("JDG331", "ipv6-not-planned")
ADVERTISED = Rule("JDG332", "router-advertisement")
MANAGED6 = Rule("JDG337", "ipv6-management")
#: In ObservedIpv6 and in ObservedManagement.sessions6: wherever the box has an address.
_EVERYWHERE = "*"


class Gateway6(msgspec.Struct, frozen=True):
    """An IPv6 address that a device must have on a VLAN; `advertised` is "" where it sends no advertisements."""

    vlan: int
    address: str
    advertised: str
    zone: str
    origin: str


def gateways6(case: SiteCase, plan: DevicePlan) -> list[Gateway6]:
    """The planned IPv6 addresses of a firewall or a switch; none for most switches."""
    home = "firewall" if plan.kind == "firewall" else "core"
    if home == "core" and not (plan.kind == "switch" and plan.is_core):
        return []
    found = [
        Gateway6(
            item.vlan,
            f"{item.gateway6}/{item.prefix6.length}",
            str(item.prefix6),
            item.zone,
            item.origin,
        )
        for item in case.site.segments
        if item.prefix6 and item.gateway_on == home
    ]
    found += [
        Gateway6(
            item.vlan,
            f"{item.firewall6 if home == 'firewall' else item.core6}/{item.prefix6.length}",
            "",
            item.zone,
            item.origin,
        )
        for item in case.site.transits
        if item.prefix6
    ]
    return found


def judge_ipv6_interfaces(case: SiteCase) -> Iterator[Verdict]:
    """Two verdicts a planned gateway, one a device for all other IPv6, one for sessions with it over IPv6."""
    asked = any(item.prefix6 for item in case.site.segments)
    for plan, observed in case.of_kind("firewall", "switch"):
        wanted = gateways6(case, plan)
        for item in wanted:
            seen = [each for each in observed.ipv6 if each.vlan == item.vlan]
            yield _address(case, plan, observed, item, seen)
            yield _advertised(case, plan, item, seen)
        wrong, lines = _others(observed, wanted)
        if asked or wrong:
            claim = f"{plan.hostname} has IPv6 nowhere else"
            yield Claims(case, EXTRA6).decide(
                plan.hostname, wrong, claim, device=plan.hostname, lines=lines, origin=plan.origin
            )
        if wanted or observed.ipv6:
            yield _management(case, plan, observed)


def _address(
    case: SiteCase, plan: DevicePlan, observed: Observed, wanted: Gateway6, seen: list[ObservedIpv6]
) -> Verdict:
    place = f"VLAN {wanted.vlan} of {plan.hostname}"
    wrong = [] if len(seen) == 1 else [f"{place} has IPv6 on {len(seen) or 'no'} interfaces"]
    homes = {svi.vrf for svi in observed.svis if svi.vlan == wanted.vlan and svi.address}
    for item in seen:
        if item.addresses != (wanted.address,):
            wrong.append(f"{item.name} has {', '.join(item.addresses) or 'no IPv6'}, not {wanted.address}")
        if item.mode != "static":
            wrong.append(f"{item.name} takes an IPv6 address by {item.mode}")
        if item.shutdown:
            wrong.append(f"{item.name} is shut down")
        if plan.kind == "switch" and item.vrf not in homes:
            wrong.append(f"{item.name} has IPv6 in {item.vrf or 'the global table'}, and IPv4 elsewhere")
        if not {item.vrf, _EVERYWHERE} & set(observed.routing6):
            wrong.append(f"{plan.hostname} does not forward IPv6 in {item.vrf or 'the global table'}")
    return Claims(case, ADDRESS6).decide(
        f"{plan.hostname}:vlan{wanted.vlan}",
        wrong,
        f"{place} is {wanted.address}",
        device=plan.hostname,
        lines=[item.line for item in seen],
        origin=wanted.origin,
    )


def _advertised(case: SiteCase, plan: DevicePlan, wanted: Gateway6, seen: list[ObservedIpv6]) -> Verdict:
    wrong: list[str] = []
    for item in seen:
        if not wanted.advertised:
            wrong += [f"{item.name} says that it is a router, where no host is"] if item.advertises else []
            continue
        if not item.advertises:
            wrong.append(f"{item.name} does not say that it is a router, so hosts have no IPv6")
        others = sorted({*item.prefixes, *item.odd_prefixes} - {wanted.advertised})
        if wanted.advertised not in item.prefixes:
            wrong.append(f"hosts make no address of {wanted.advertised} at {item.name}")
        wrong += [f"{item.name} advertises {prefix}, which is not planned" for prefix in others]
        if item.managed or item.other:
            wrong.append(f"{item.name} sends hosts to a DHCPv6 server, and there is none")
        wrong += [f"{item.name} names the resolver {host}, which is not planned" for host in item.resolvers]
    if not seen and wanted.advertised:
        wrong.append(f"nothing advertises {wanted.advertised}")
    claim = f"advertises {wanted.advertised}" if wanted.advertised else "is silent"
    return Claims(case, ADVERTISED).decide(
        f"{plan.hostname}:vlan{wanted.vlan}",
        wrong,
        f"VLAN {wanted.vlan} of {plan.hostname} {claim}",
        device=plan.hostname,
        lines=[item.line for item in seen],
        origin=wanted.origin,
    )


def _others(observed: Observed, wanted: list[Gateway6]) -> tuple[list[str], list[int]]:
    """IPv6 on interfaces and in routing tables that no gateway asks for."""
    vlans = {item.vlan for item in wanted}
    wrong: list[str] = []
    lines: list[int] = []
    for item in observed.ipv6:
        if not item.vlan or item.vlan not in vlans:
            how = ", ".join(item.addresses) or f"by {item.mode}"
            wrong.append(f"{item.name} has IPv6 ({how}), which is not planned")
            lines.append(item.line)
    homes = {item.vrf for item in observed.ipv6 if item.vlan in vlans}
    if not homes:
        wrong += [
            f"IPv6 is forwarded in {vrf or 'the global table'}, which is not planned"
            for vrf in observed.routing6
            if vrf != _EVERYWHERE
        ]
    return wrong, lines


def _management(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    """Nobody administers by IPv6, so nothing that opens a session answers where the box has an address of it."""
    wrong = [
        f"{item.name} answers {word} over IPv6"
        for item in observed.ipv6
        for word in sorted(set(item.access) - IPV6_ACCESS)
    ]
    homes = {item.vrf for item in observed.ipv6 if item.addresses and not item.shutdown}
    wrong += [
        f"{plan.hostname} takes {what} over IPv6 from anybody"
        for what, vrf in observed.management.sessions6
        if homes and (vrf == _EVERYWHERE or vrf in homes)
    ]
    return Claims(case, MANAGED6).decide(
        plan.hostname,
        wrong,
        f"nobody manages {plan.hostname} over IPv6",
        device=plan.hostname,
        lines=[item.line for item in observed.ipv6 if set(item.access) - IPV6_ACCESS],
        origin=plan.origin,
    )
