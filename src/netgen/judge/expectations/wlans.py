"""SSIDs: each on its VLAN with its security and key reference, and none that nobody planned."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import WlanPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict
from netgen.judge.vocabulary import (
    CLIENT_RULES,
    MUST_REFUSE_OLDER,
    UPLINK_PORT,
    UPLINK_RULES,
    VLAN_DERIVATION,
    WLAN_SECURITY,
)
from netgen.readback import ObservedWlan
from netgen.values import placeholder

WLAN = Rule("JDG601", "wlan")
EXTRA = Rule("JDG602", "wlan-not-planned")
UPLINK = Rule("JDG603", "wlan-uplink")
ADDRESS = Rule("JDG604", "wlan-address")
COUNTRY = Rule("JDG605", "regulatory-domain")
_ENTERPRISE = "-enterprise"


def judge_wlans(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a planned SSID, one a controller for SSIDs nobody planned."""
    claims, extra = Claims(case, WLAN), Claims(case, EXTRA)
    for plan, observed in case.of_kind("wlan"):
        for wlan in case.site.wlans:
            seen = [item for item in observed.wlans if item.ssid == wlan.ssid]
            wrong = [] if len(seen) == 1 else [f"{len(seen) or 'no'} WLANs have the SSID {wlan.ssid}"]
            for item in seen:
                wrong += _differences(case, plan.platform, wlan, item)
            yield claims.decide(
                f"{plan.hostname}:{wlan.name}",
                wrong,
                f"SSID {wlan.ssid} is {wlan.security} on VLAN {wlan.vlan}",
                device=plan.hostname,
                lines=[item.line for item in seen],
                origin=wlan.origin,
            )
        planned = {wlan.ssid for wlan in case.site.wlans}
        others = [item for item in observed.wlans if item.ssid not in planned]
        yield extra.decide(
            plan.hostname,
            [f"SSID {item.ssid} on VLAN {item.vlan} is not planned" for item in others],
            f"{plan.hostname} offers no other SSID",
            device=plan.hostname,
            lines=[item.line for item in others],
            origin=plan.origin,
        )


def _client_rules(platform: str, plan: WlanPlan, seen: ObservedWlan) -> list[str]:
    """The SSID's packet filter leaves policy to the firewall, RADIUS moves clients to planned VLANs alone."""
    wrong = []
    if platform in CLIENT_RULES:
        closed, last = CLIENT_RULES[platform]
        wrong += [
            f"clients of SSID {plan.ssid} reach the cluster: `{rule}` is missing"
            for rule in sorted(closed - set(seen.rules))
        ]
        if not seen.rules or seen.rules[-1] != last or not set(seen.rules) <= {*closed, last}:
            wrong.append(f"the packet filter of SSID {plan.ssid} is not the planned one")
    if platform in VLAN_DERIVATION:
        planned = {VLAN_DERIVATION[platform].format(vlan=vlan) for vlan in plan.dynamic_vlans}
        given = set(seen.derivations)
        wrong += [f"SSID {plan.ssid} lacks `{rule}`" for rule in sorted(planned - given)]
        wrong += [f"SSID {plan.ssid} has `{rule}`, which is not planned" for rule in sorted(given - planned)]
    return wrong


def judge_countries(case: SiteCase) -> Iterator[Verdict]:
    """Radios use the channels and powers that are allowed where the trust is."""
    claims, wanted = Claims(case, COUNTRY), case.trust.management.country
    for plan, observed in case.of_kind("wlan"):
        seen = observed.management.country
        wrong = [] if seen == wanted else [f"the regulatory domain is {seen or 'not said'}, not {wanted}"]
        claim = f"radios of {plan.hostname} follow the rules of {wanted}"
        yield claims.decide(plan.hostname, wrong, claim, device=plan.hostname, origin="trust/country")


def judge_wlan_uplinks(case: SiteCase) -> Iterator[Verdict]:
    """The access points' own port carries the VLANs of the WLANs, their own VLAN untagged."""
    claims = Claims(case, UPLINK)
    home = next((segment for segment in case.site.segments if segment.access_points), None)
    wanted = {vlan for wlan in case.site.wlans for vlan in (wlan.vlan, *wlan.dynamic_vlans)}
    for plan, observed in case.of_kind("wlan"):
        port_name = UPLINK_PORT.get(plan.platform, "")
        if port_name not in {port.name for port in observed.ports}:
            wrong = [f"{port_name or 'no port'} of {plan.hostname} is not said to carry anything"]
            yield claims.decide(plan.hostname, wrong, "", device=plan.hostname, origin=plan.origin)
        for port in observed.ports:
            wrong = (
                []
                if port.mode == "trunk" and not port.shutdown
                else [f"{port.name} is {port.mode} or shut down"]
            )
            carried = set(port.allowed) - {port.untagged}
            wrong += [
                f"{port.name} does not carry VLAN {vlan}"
                for vlan in sorted(wanted - carried)
                if not port.allows_all
            ]
            wrong += [
                f"{port.name} carries VLAN {vlan}, which is not planned" for vlan in sorted(carried - wanted)
            ]
            rules = next((acl.entries for acl in observed.acls if acl.name == port.acl_in), ())
            if rules != UPLINK_RULES.get(plan.platform, rules):
                wrong.append(f"{port.name} filters what it carries: {'; '.join(rules) or 'nothing passes'}")
            if port.dot1x:
                wrong.append(f"{port.name} asks its switch for 802.1X")
            if port.allows_all:
                wrong.append(f"{port.name} carries every VLAN")
            if home and port.untagged != home.vlan:
                wrong.append(f"{port.name} has VLAN {port.untagged} untagged, not {home.vlan}")
            yield claims.decide(
                f"{plan.hostname}:{port.name}",
                wrong,
                f"{port.name} carries the VLANs of the WLANs",
                device=plan.hostname,
                lines=[port.line],
                origin=plan.origin,
            )


def judge_wlan_addresses(case: SiteCase) -> Iterator[Verdict]:
    """A cluster answers at its planned address and at no other."""
    claims = Claims(case, ADDRESS)
    for plan, observed in case.of_kind("wlan"):
        seen = {item.address: item.line for item in observed.interfaces if item.address}
        wrong = [] if plan.management in seen else [f"{plan.hostname} has no address {plan.management}"]
        wrong += [
            f"{plan.hostname} has the address {item}, not planned" for item in seen if item != plan.management
        ]
        claim = f"{plan.hostname} is {plan.management}"
        lines = list(seen.values())
        yield claims.decide(
            plan.hostname, wrong, claim, device=plan.hostname, lines=lines, origin=plan.origin
        )


def _differences(case: SiteCase, platform: str, plan: WlanPlan, seen: ObservedWlan) -> list[str]:
    wrong = []
    if not seen.enabled:
        wrong.append(f"SSID {plan.ssid} is off")
    if seen.vlan != plan.vlan:
        wrong.append(f"SSID {plan.ssid} is on VLAN {seen.vlan}, not {plan.vlan}")
    words = WLAN_SECURITY.get(platform, {}).get(plan.security, frozenset({plan.security}))
    if seen.security not in words:
        wrong.append(f"SSID {plan.ssid} is {seen.security or 'open'}, not {plan.security}")
    if plan.security in MUST_REFUSE_OLDER.get(platform, ()) and not seen.refuses_older:
        wrong.append(f"SSID {plan.ssid} also takes clients without {plan.security}")
    if seen.passphrase != (placeholder(plan.passphrase) if plan.passphrase else ""):
        wrong.append(f"the key of SSID {plan.ssid} is not {plan.passphrase or 'left out'}")
    if seen.isolated != plan.isolate:
        wrong.append(f"clients of SSID {plan.ssid} may {'not ' if seen.isolated else ''}talk to each other")
    if seen.isolates_vlan != plan.isolate:
        wrong.append(
            f"clients of SSID {plan.ssid} may {'not ' if seen.isolates_vlan else ''}"
            "talk to each other across access points"
        )
    if seen.hidden != plan.hidden:
        wrong.append(f"SSID {plan.ssid} is {'hidden' if seen.hidden else 'shown'}")
    if seen.dynamic_vlan != bool(plan.dynamic_vlans):
        wrong.append(f"RADIUS may {'' if seen.dynamic_vlan else 'not '}move clients of SSID {plan.ssid}")
    wrong += _client_rules(platform, plan, seen)
    hosts = (
        tuple(server.host for server in case.trust.management.radius)
        if plan.security.endswith(_ENTERPRISE)
        else ()
    )
    if seen.radius != hosts:
        wrong.append(
            f"SSID {plan.ssid} asks {', '.join(seen.radius) or 'no server'}, not {', '.join(hosts) or 'none'}"
        )
    if seen.bands and set(seen.bands) != set(plan.bands):
        wrong.append(f"SSID {plan.ssid} is on {', '.join(seen.bands)} GHz, not {', '.join(plan.bands)}")
    return wrong
