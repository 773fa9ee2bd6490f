"""Both halves of a pair of routed cores answer for the gateway that hosts and the firewall know."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict

GATEWAY = Rule("JDG321", "shared-gateway")
EXTRA = Rule("JDG322", "shared-gateway-not-planned")


def judge_shared_gateways(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a half and VLAN with a gateway; one a switch for all others, if there is a planned or other one."""
    claims, extra = Claims(case, GATEWAY), Claims(case, EXTRA)
    planned = {
        item.vlan: (item.gateway, item.origin)
        for item in case.site.segments
        if item.gateway_on == "core" and item.members
    }
    planned |= {item.vlan: (item.core, item.origin) for item in case.site.transits if item.members}
    for plan, observed in case.of_kind("switch"):
        wanted = planned if plan.pair else {}
        for vlan, (address, origin) in wanted.items():
            seen = [svi for svi in observed.svis if svi.vlan == vlan]
            shared = [each for svi in seen for each in dict.fromkeys(svi.shared)]
            macs = {svi.shared_mac for svi in seen if svi.shared}
            wrong = []
            if shared != [address]:
                wrong.append(
                    f"Vlan{vlan} of {plan.hostname} answers for {', '.join(shared) or 'nobody'}, not {address}"
                )
            if plan.pair and shared and macs != {plan.pair.gateway_mac}:
                said = ", ".join(sorted(macs)).strip(", ") or "no hardware address"
                wrong.append(f"Vlan{vlan} answers with {said}, not {plan.pair.gateway_mac}")
            yield claims.decide(
                f"{plan.hostname}:Vlan{vlan}",
                wrong,
                f"{plan.hostname} answers for the gateway {address}",
                device=plan.hostname,
                lines=[svi.line for svi in seen],
                origin=origin,
            )
        others = [svi for svi in observed.svis if svi.shared and svi.vlan not in wanted]
        if wanted or others:
            yield extra.decide(
                plan.hostname,
                [f"{svi.name} answers for {', '.join(svi.shared)}, which nobody planned" for svi in others],
                f"{plan.hostname} answers for no other address",
                device=plan.hostname,
                lines=[svi.line for svi in others],
                origin=plan.origin,
            )
