"""SSIDs: each on its VLAN with its security and key reference, and none that nobody planned.

The same claims on a cluster, a controller, a firewall that controls access points, and an access point of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import SchedulePlan, WlanPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict
from netgen.judge.wireless_vocabulary import (
    CLIENT_RULES,
    LISTS_DYNAMIC_VLANS,
    MANAGEMENT_FRAMES,
    MUST_REFUSE_OLDER,
    PER_DEVICE_SECURITY,
    VLAN_DERIVATION,
    WLAN_NOT_IN_TEXT,
    WLAN_SECURITY,
)
from netgen.readback import ObservedWlan
from netgen.values import placeholder

WLAN = Rule("JDG601", "wlan")
EXTRA = Rule("JDG602", "wlan-not-planned")
_ENTERPRISE = "-enterprise"
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def judge_wlans(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a planned SSID, one a box for SSIDs nobody planned."""
    claims, extra = Claims(case, WLAN), Claims(case, EXTRA)
    offering = set()
    for plan, observed in case.wireless():
        offering.add(plan.hostname)
        for wlan in case.site.wlans:
            seen = [item for item in observed.wlans if item.ssid == wlan.ssid]
            wrong = [] if len(seen) == 1 else [f"{len(seen) or 'no'} WLANs have the SSID {wlan.ssid}"]
            for item in seen:
                wrong += _differences(case, plan.platform, wlan, item)
            subject, lines = f"{plan.hostname}:{wlan.name}", [item.line for item in seen]
            unsaid = _unsaid(plan.platform, wlan)
            why = "; ".join(unsaid.values())
            if not wrong and not unsaid.keys() <= COMFORTS:
                words = f"SSID {wlan.ssid}: {why}"
                yield claims.undecided(subject, words, device=plan.hostname, lines=lines, origin=wlan.origin)
                continue
            claim = f"SSID {wlan.ssid} is {wlan.security} on VLAN {wlan.vlan}"
            # What the platform cannot do at all was a warning (CAP005); the claim says that it is not in it.
            claim += f", without what was wished: {why}" if why else ""
            yield claims.decide(subject, wrong, claim, device=plan.hostname, lines=lines, origin=wlan.origin)
    for name, observed in case.observed.items():
        if name not in offering and not observed.wlans:
            continue
        planned = {wlan.ssid for wlan in case.site.wlans} if name in offering else set()
        others = [item for item in observed.wlans if item.ssid not in planned]
        yield extra.decide(
            name,
            [f"SSID {item.ssid} on VLAN {item.vlan} is not planned" for item in others],
            f"{name} offers no other SSID",
            device=name,
            lines=[item.line for item in others],
            origin=case.plans[name].origin,
        )


#: What an SSID may lack without being less safe.
COMFORTS = frozenset({"client-rate", "hours", "fast-roaming", "multicast"})


def _unsaid(platform: str, plan: WlanPlan) -> dict[str, str]:
    """What is asked of an SSID and can stand in no text of the platform."""
    reasons = WLAN_NOT_IN_TEXT.get(platform, {})
    asked = {
        "client-rate": plan.client_kbps,
        "hours": plan.hours,
        "portal": plan.portal,
        "per-device-psk": plan.per_device_psk,
        "fast-roaming": plan.fast_roaming,
        "multicast": plan.multicast_to_unicast,
    }
    return {word: reason for word, reason in reasons.items() if asked.get(word)}


def _differences(case: SiteCase, platform: str, plan: WlanPlan, seen: ObservedWlan) -> list[str]:
    wrong = []
    if not seen.enabled:
        wrong.append(f"SSID {plan.ssid} is off")
    if seen.vlan != plan.vlan:
        wrong.append(f"SSID {plan.ssid} is on VLAN {seen.vlan}, not {plan.vlan}")
    if seen.tunnelled:
        wrong.append(
            f"clients of SSID {plan.ssid} enter the network at the controller, where no VLAN is theirs"
        )
    if seen.hidden != plan.hidden:
        wrong.append(f"SSID {plan.ssid} is {'hidden' if seen.hidden else 'shown'}")
    if seen.bands and set(seen.bands) != set(plan.bands):
        wrong.append(f"SSID {plan.ssid} is on {', '.join(seen.bands)} GHz, not {', '.join(plan.bands)}")
    wrong += _security(case, platform, plan, seen)
    wrong += _isolation(platform, plan, seen)
    wrong += _comfort(case, platform, plan, seen)
    if seen.dynamic_vlan != bool(plan.dynamic_vlans):
        wrong.append(f"RADIUS may {'' if seen.dynamic_vlan else 'not '}move clients of SSID {plan.ssid}")
    wrong += _choices(case, platform, plan, seen)
    return wrong + _client_rules(platform, plan, seen)


def _security(case: SiteCase, platform: str, plan: WlanPlan, seen: ObservedWlan) -> list[str]:
    """Who may join: the mode, protected management frames, the key, the RADIUS servers."""
    wrong = []
    words = WLAN_SECURITY.get(platform, {}).get(plan.security, frozenset({plan.security}))
    if plan.per_device_psk:
        words = PER_DEVICE_SECURITY.get(platform, words)
    if seen.security not in words:
        wrong.append(f"SSID {plan.ssid} is {seen.security or 'open'}, not {plan.security}")
    if plan.security in MUST_REFUSE_OLDER.get(platform, ()) and not seen.refuses_older:
        wrong.append(f"SSID {plan.ssid} also takes clients without {plan.security}")
    unsaid = WLAN_NOT_IN_TEXT.get(platform, {})
    if "pmf" not in unsaid and seen.pmf not in MANAGEMENT_FRAMES[plan.security]:
        wrong.append(f"protected management frames of SSID {plan.ssid} are {seen.pmf or 'off'}")
    if seen.per_device_psk != plan.per_device_psk and "per-device-psk" not in unsaid:
        wrong.append(
            f"devices of SSID {plan.ssid} have {'' if seen.per_device_psk else 'no '}keys of their own"
        )
    keys = {placeholder(plan.passphrase) if plan.passphrase else ""}
    if plan.per_device_psk:
        keys.add("")  # where RADIUS knows the keys, none need stand in the text
    if seen.passphrase not in keys:
        wrong.append(f"the key of SSID {plan.ssid} is not {plan.passphrase or 'left out'}")
    asks = plan.security.removesuffix("-transition").endswith(_ENTERPRISE) or plan.per_device_psk
    known = tuple(server.host for server in case.trust.management.radius)
    hosts = known if asks else ()
    if seen.radius != hosts and not (plan.portal and seen.radius == known):
        wrong.append(
            f"SSID {plan.ssid} asks {', '.join(seen.radius) or 'no server'}, not {', '.join(hosts) or 'none'}"
        )
    return wrong


def _isolation(platform: str, plan: WlanPlan, seen: ObservedWlan) -> list[str]:
    wrong = []
    if seen.isolated != plan.isolate:
        wrong.append(f"clients of SSID {plan.ssid} may {'not ' if seen.isolated else ''}talk to each other")
    if seen.isolates_vlan != plan.isolate and "across-points" not in WLAN_NOT_IN_TEXT.get(platform, {}):
        wrong.append(
            f"clients of SSID {plan.ssid} may {'not ' if seen.isolates_vlan else ''}"
            "talk to each other across access points"
        )
    return wrong


def _comfort(case: SiteCase, platform: str, plan: WlanPlan, seen: ObservedWlan) -> list[str]:
    """Roaming, rates, hours and the portal, where the text can say them."""
    unsaid, wrong = WLAN_NOT_IN_TEXT.get(platform, {}), []
    if seen.fast_roaming != plan.fast_roaming and "fast-roaming" not in unsaid:
        wrong.append(f"SSID {plan.ssid} has {'' if seen.fast_roaming else 'no '}fast roaming (IEEE 802.11r)")
    if not seen.assisted_roaming and "assisted-roaming" not in unsaid:
        wrong.append(f"clients of SSID {plan.ssid} cling to a far access point (IEEE 802.11k, 802.11v)")
    if seen.client_kbps != plan.client_kbps and "client-rate" not in unsaid:
        wrong.append(
            f"a client of SSID {plan.ssid} gets {seen.client_kbps or 'any'} kbit/s, not {plan.client_kbps or 'any'}"
        )
    if seen.multicast_to_unicast != plan.multicast_to_unicast and "multicast" not in unsaid:
        how = (
            "to each client alone" if seen.multicast_to_unicast else "to all clients, as slow as the slowest"
        )
        wrong.append(f"multicast of SSID {plan.ssid} goes {how}")
    hours = _hours(case.trust.schedules, plan.hours)
    if seen.hours != hours and "hours" not in unsaid:
        wrong.append(f"SSID {plan.ssid} is on the air {_shown(seen.hours)}, not {_shown(hours)}")
    if seen.portal != plan.portal and "portal" not in unsaid:
        wrong.append(
            f"SSID {plan.ssid} sends guests to {seen.portal or 'no portal'}, not to {plan.portal or 'any'}"
        )
    return wrong


def _hours(schedules: tuple[SchedulePlan, ...], name: str) -> tuple[tuple[str, str, str], ...]:
    """A schedule as (day, start, end), in the order of the week; () without one."""
    found = [item for item in schedules if item.name == name] if name else []
    return tuple((day, item.start, item.end) for item in found for day in _WEEK if day in item.days)


def _shown(hours: tuple[tuple[str, str, str], ...]) -> str:
    return ", ".join(" ".join(row).strip() or "never" for row in hours) or "always"


def _choices(case: SiteCase, platform: str, plan: WlanPlan, seen: ObservedWlan) -> list[str]:
    """The VLANs that RADIUS may choose: all that are planned for the SSID, none that no SSID has."""
    if platform not in LISTS_DYNAMIC_VLANS or not plan.dynamic_vlans:
        return []
    known = {vlan for wlan in case.site.wlans for vlan in (wlan.vlan, *wlan.dynamic_vlans)}
    offered = {*seen.dynamic_vlans, seen.vlan}
    return [
        f"RADIUS cannot move clients of SSID {plan.ssid} to VLAN {vlan}"
        for vlan in sorted(set(plan.dynamic_vlans) - offered)
    ] + [
        f"RADIUS may move clients of SSID {plan.ssid} to VLAN {vlan}, which is not planned"
        for vlan in sorted(set(seen.dynamic_vlans) - known)
    ]


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
    elif seen.rules:
        wrong.append(f"SSID {plan.ssid} has a packet filter that nobody planned: {'; '.join(seen.rules)}")
    if platform in VLAN_DERIVATION:
        planned = {VLAN_DERIVATION[platform].format(vlan=vlan) for vlan in plan.dynamic_vlans}
        given = set(seen.derivations)
        wrong += [f"SSID {plan.ssid} lacks `{rule}`" for rule in sorted(planned - given)]
        wrong += [f"SSID {plan.ssid} has `{rule}`, which is not planned" for rule in sorted(given - planned)]
    return wrong
