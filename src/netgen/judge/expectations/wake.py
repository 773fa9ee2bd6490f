"""Wake-on-LAN: whose packets become broadcasts in which subnet, and where they come in; nobody else's, nowhere else.

What the firewalls let pass on the way there is the zone policy's (see `intended_space`).
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import SegmentPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import ObservedSvi

BOUNDS = Rule("JDG316", "wake-bounds")
WAYS = Rule("JDG317", "wake-ways")
NOBODY_ELSE = Rule("JDG318", "no-other-broadcasts")
#: The ports of the packets that wake somebody.
PORTS = (7, 9)


def judge_wake(case: SiteCase) -> Iterator[Verdict]:
    """One verdict for each segment that is woken and each way in, and one for everything else a switch lets through.

    Silent where nothing is asked and no switch lets anything through.
    """
    woken = {item.vlan: item for item in case.site.segments if item.wakers}
    ways = {item.vlan: item.zone for item in case.site.transits if item.hears_broadcasts}
    ways |= {item.vlan: item.name for item in case.site.segments if item.hears_broadcasts}
    for plan, observed in case.of_kind("switch"):
        seen = {svi.vlan: svi for svi in observed.svis if svi.vlan}
        asked, heard = (woken, ways) if plan.is_core else ({}, {})
        for vlan, segment in asked.items():
            svi = seen.get(vlan)
            yield Claims(case, BOUNDS).decide(
                f"{plan.hostname}:{segment.name}",
                _bounds(segment, svi),
                f"{segment.name} is woken by {', '.join(map(str, segment.wakers))} alone",
                device=plan.hostname,
                lines=[svi.broadcasts_line or svi.line] if svi else [],
                origin=segment.origin,
            )
        for vlan, name in heard.items():
            svi = seen.get(vlan)
            yield Claims(case, WAYS).decide(
                f"{plan.hostname}:Vlan{vlan}",
                []
                if svi and svi.hears_broadcasts
                else [f"what wakes others of {name} is dropped at Vlan{vlan}"],
                f"what wakes others of {name} comes in at Vlan{vlan}",
                device=plan.hostname,
                lines=[svi.line] if svi else [],
                origin=plan.origin,
            )
        others = [svi for svi in observed.svis if svi.wakes != "none" and svi.vlan not in asked]
        strays = [svi for svi in observed.svis if svi.hears_broadcasts and svi.vlan not in heard]
        if woken or others or strays:
            yield Claims(case, NOBODY_ELSE).decide(
                plan.hostname,
                [
                    *(
                        f"{svi.name} lets directed broadcasts through, which nobody asked for"
                        for svi in others
                    ),
                    *(f"{svi.name} takes in packets for other broadcast addresses" for svi in strays),
                ],
                f"{plan.hostname} lets no other directed broadcast through",
                device=plan.hostname,
                lines=[svi.broadcasts_line or svi.line for svi in (*others, *strays)],
                origin=plan.origin,
            )


def _bounds(segment: SegmentPlan, svi: ObservedSvi | None) -> list[str]:
    if svi is None or svi.wakes == "none":
        return [f"nothing wakes devices of {segment.name}"]
    if svi.wakes == "anybody":
        return [f"anybody may send broadcasts into {segment.name}"]
    last = segment.prefix.address(segment.prefix.size - 1)
    wanted = {f"permit udp {source} {last}/32 {port}" for source in segment.wakers for port in PORTS}
    missing, other = sorted(wanted - set(svi.broadcasts)), sorted(set(svi.broadcasts) - wanted)
    return [
        *(f"its filter has no `{entry}`" for entry in missing),
        *(f"its filter has `{entry}`, which nobody asked for" for entry in other),
    ]
