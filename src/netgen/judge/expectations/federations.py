"""eduroam and govroam: the SSID as visitors' devices know it, open to no other way in, and nowhere else that name.

That RADIUS lets strangers in there alone and drops VLANs that their servers send stands in no text: a person answers
for it. SSIDs of that name are looked at whoever planned them, also on boxes that should offer none.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import WlanPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict
from netgen.judge.wireless_vocabulary import FEDERATION_SECURITY, WLAN_SECURITY
from netgen.readback import ObservedWlan

FEDERATION = Rule("JDG608", "federation")
NAMES = frozenset({"eduroam", "govroam"})


def judge_federations(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a box and federation that is planned or seen, and one a federation about what RADIUS must do."""
    claims = Claims(case, FEDERATION)
    planned = {wlan.ssid: wlan for wlan in case.site.wlans if wlan.federation}
    offering = {plan.hostname for plan, _ in case.wireless()}
    for name, observed in case.observed.items():
        seen = [item for item in observed.wlans if item.ssid.strip().casefold() in NAMES]
        wanted = planned if name in offering else {}
        for ssid in sorted({*wanted, *(item.ssid for item in seen)}):
            found = [item for item in seen if item.ssid == ssid]
            wrong = [] if found else [f"visitors find no SSID {ssid}"]
            if ssid not in wanted:
                wrong.append(f"SSID {ssid} promises a federation that nobody planned")
            for item in found:
                wrong += _differences(case, case.plans[name].platform, wanted.get(ssid), item)
            plan, origin = wanted.get(ssid), case.plans[name].origin
            yield claims.decide(
                f"{name}:{ssid}",
                wrong,
                f"visitors join {ssid} as everywhere, by the trust's RADIUS alone",
                device=name,
                lines=[item.line for item in found],
                origin=plan.origin if plan else origin,
            )
    for ssid, plan in sorted(planned.items()) if offering else ():
        words = f"RADIUS lets visitors in on {ssid} alone and chooses their VLAN, says {plan.vouched_by}"
        yield claims.attested(f"{ssid}:radius", words, origin=plan.origin)


def _differences(case: SiteCase, platform: str, plan: WlanPlan | None, seen: ObservedWlan) -> list[str]:
    words = {word for mode in FEDERATION_SECURITY for word in WLAN_SECURITY.get(platform, {}).get(mode, ())}
    wrong = []
    if seen.security not in words:
        wrong.append(f"visitors' devices refuse SSID {seen.ssid}: it is {seen.security or 'open'}")
    if seen.hidden:
        wrong.append(f"SSID {seen.ssid} is hidden, and visitors' devices look for its name")
    if seen.portal or seen.per_device_psk or seen.passphrase:
        wrong.append(f"SSID {seen.ssid} has another way in than an account of the federation")
    own = {server.host for server in case.trust.management.radius}
    strangers = sorted(set(seen.radius) - own)
    if strangers or not seen.radius:
        wrong.append(f"SSID {seen.ssid} asks {', '.join(strangers) or 'nobody'}, not the trust's RADIUS")
    if plan is None:
        return wrong
    if seen.vlan != plan.vlan:
        wrong.append(f"visitors of {seen.ssid} land in VLAN {seen.vlan}, not {plan.vlan}")
    others = sorted(set(seen.dynamic_vlans) - _reachable(case))
    if others or (seen.dynamic_vlan and not plan.dynamic_vlans):
        wrong.append(f"RADIUS may move visitors of {seen.ssid} to VLANs that are not planned")
    return wrong


def _reachable(case: SiteCase) -> set[int]:
    """Lists of VLANs are one for all SSIDs of a box."""
    return {vlan for wlan in case.site.wlans for vlan in (wlan.vlan, *wlan.dynamic_vlans)}
