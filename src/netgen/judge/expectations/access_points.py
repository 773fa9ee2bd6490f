"""Access points beside their SSIDs: their own port, their address, and which of them sends what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgen.blueprint import DevicePlan, SegmentPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict
from netgen.judge.wireless_vocabulary import MAPS_ACCESS_POINTS, UPLINK_PORTS, UPLINK_RULES
from netgen.readback import Observed, ObservedApGroup, ObservedPort

UPLINK = Rule("JDG603", "wlan-uplink")
ADDRESS = Rule("JDG604", "wlan-address")
MAPPED = Rule("JDG607", "access-point-mapped")
_DEFAULT = "0.0.0.0/0"


def judge_wlan_uplinks(case: SiteCase) -> Iterator[Verdict]:
    """The access points' own port carries the VLANs of the WLANs, their own VLAN untagged."""
    claims = Claims(case, UPLINK)
    wanted = {vlan for wlan in case.site.wlans for vlan in (wlan.vlan, *wlan.dynamic_vlans)}
    for plan, observed in case.wireless():
        names = UPLINK_PORTS.get(plan.platform)
        ports = observed.ports if names is not None else observed.ap_uplinks
        if names is None and plan.platform not in MAPS_ACCESS_POINTS:
            continue  # the port of these access points is set on themselves, in no text
        if not any(names is None or port.name in names for port in ports):
            wrong = [
                f"{' or '.join(sorted(names or ())) or 'no port'} of {plan.hostname} is not said to carry anything"
            ]
            yield claims.decide(plan.hostname, wrong, "", device=plan.hostname, origin=plan.origin)
        for port in ports:
            yield claims.decide(
                f"{plan.hostname}:{port.name}",
                _uplink(case, plan, observed, port, wanted),
                f"{port.name} carries the VLANs of the WLANs",
                device=plan.hostname,
                lines=[port.line],
                origin=plan.origin,
            )


def _uplink(
    case: SiteCase, plan: DevicePlan, observed: Observed, port: ObservedPort, wanted: set[int]
) -> list[str]:
    home = case.home_of(plan) or case.management_segment
    if home is not None and port.mode == "access" and plan.kind == "access-point":
        return [f"{port.name} is a socket of its own, in VLAN {port.untagged}"]
    wrong = [] if port.mode == "trunk" and not port.shutdown else [f"{port.name} is {port.mode} or shut down"]
    carried = set(port.allowed) - {port.untagged}
    wrong += [
        f"{port.name} does not carry VLAN {vlan}" for vlan in sorted(wanted - carried) if not port.allows_all
    ]
    wrong += [f"{port.name} carries VLAN {vlan}, which is not planned" for vlan in sorted(carried - wanted)]
    rules = next((acl.entries for acl in observed.acls if acl.name == port.acl_in), ())
    if rules != UPLINK_RULES.get(plan.platform, rules):
        wrong.append(f"{port.name} filters what it carries: {'; '.join(rules) or 'nothing passes'}")
    if port.dot1x:
        wrong.append(f"{port.name} asks its switch for 802.1X")
    if port.allows_all:
        wrong.append(f"{port.name} carries every VLAN")
    if home and port.untagged != home.vlan:
        wrong.append(f"{port.name} has VLAN {port.untagged} untagged, not {home.vlan}")
    return wrong


def judge_wlan_addresses(case: SiteCase) -> Iterator[Verdict]:
    """A box for access points answers at its planned address and at no other; one without asks DHCP."""
    claims = Claims(case, ADDRESS)
    for plan, observed in case.wireless():
        if plan.kind == "firewall":
            continue  # its addresses are judged as those of a firewall
        home = case.home_of(plan)
        wrong = _addresses(plan, home, observed)
        wrong += _crossings(observed)
        if plan.kind == "controller":
            wrong += _routes(plan, home, observed)
        yield claims.decide(
            plan.hostname,
            wrong,
            f"{plan.hostname} is {plan.management or 'found by its name'}",
            device=plan.hostname,
            lines=[item.line for item in observed.interfaces],
            origin=plan.origin,
        )


def _addresses(plan: DevicePlan, home: SegmentPlan | None, observed: Observed) -> list[str]:
    if not plan.management:
        asking = [item for item in observed.interfaces if item.mode == "dhcp" and not item.shutdown]
        wrong = [f"{plan.hostname} asks for {len(asking) or 'no'} addresses"] if len(asking) != 1 else []
        wrong += [
            f"{plan.hostname} has the address {item.address}, not planned"
            for item in observed.interfaces
            if item.address
        ]
        wrong += [
            f"{plan.hostname} is in VLAN {item.vlan}, not {home.vlan}"
            for item in asking
            if home and item.vlan != home.vlan
        ]
        return wrong
    seen = {item.address: item for item in observed.interfaces if item.address}
    found = seen.get(plan.management)
    wrong = [] if found else [f"{plan.hostname} has no address {plan.management}"]
    wrong += [
        f"{plan.hostname} has the address {item}, not planned" for item in seen if item != plan.management
    ]
    if found is not None and found.kind == "vlan" and home is not None and plan.kind != "wlan":
        if found.length != home.prefix.length or found.vlan != home.vlan:
            wrong.append(
                f"{plan.management}/{found.length} is in VLAN {found.vlan}, not /{home.prefix.length} in {home.vlan}"
            )
        if found.shutdown:
            wrong.append(f"{found.name} is shut down")
    return wrong


def _crossings(observed: Observed) -> list[str]:
    """A box for access points bridges: it routes nothing from one VLAN to another, and leases no addresses."""
    wrong = [
        f"{item.name} sends frames from {item.outside or 'anywhere'} to {item.inside or 'itself'}"
        for item in observed.forwards
    ]
    wrong += [
        f"networks of {zone.name} reach each other through the access point"
        for zone in observed.zones
        if zone.intrazone
    ]
    return wrong + [f"addresses are leased to {pool.interface or pool.name}" for pool in observed.pools]


def _routes(plan: DevicePlan, home: SegmentPlan | None, observed: Observed) -> list[str]:
    gateway = home.gateway if home else ""
    others = [
        route
        for route in observed.routes
        if (route.vrf, route.prefix, route.gateway) != ("", _DEFAULT, gateway)
    ]
    wrong = [
        f"{plan.hostname} has a route {item.prefix} to {item.gateway or item.interface}, not planned"
        for item in others
    ]
    if gateway and observed.management.gateway != gateway:
        wrong.append(f"{plan.hostname} has no default route to {gateway}")
    return wrong


def judge_access_point_groups(case: SiteCase) -> Iterator[Verdict]:
    """Each planned access point is told to send every SSID of the site, by its name."""
    claims = Claims(case, MAPPED)
    for plan, observed in case.wireless():
        if plan.platform not in MAPS_ACCESS_POINTS:
            continue
        ssids = {item.name: item.ssid for item in observed.wlans}
        wanted = {wlan.ssid for wlan in case.site.wlans}
        for point in case.site.access_points:
            groups = [group for group in observed.ap_groups if _holds(group, point.hostname)]
            wrong = [] if groups else [f"nothing says what {point.hostname} sends"]
            for group in groups[:1]:
                sent = {ssids.get(name, name) for name in group.wlans}
                wrong += [f"{point.hostname} does not send SSID {ssid}" for ssid in sorted(wanted - sent)]
                wrong += [
                    f"{point.hostname} sends SSID {ssid}, which is not planned"
                    for ssid in sorted(sent - wanted)
                ]
            yield claims.decide(
                f"{plan.hostname}:{point.hostname}",
                wrong,
                f"{point.hostname} sends the SSIDs of the site",
                device=plan.hostname,
                lines=[group.line for group in groups[:1]],
                origin=point.origin,
            )


def _holds(group: ObservedApGroup, name: str) -> bool:
    if group.kind != "name-pattern":
        return name in group.members
    return any(_matches(pattern, name) for pattern in group.members)


def _matches(pattern: str, name: str) -> bool:
    try:
        return re.search(pattern, name) is not None
    except (re.error, OverflowError, RecursionError):
        return False
