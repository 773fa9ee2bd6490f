"""A switch is reached by its management port where the site has a network for it, from there alone.

By no other VRF anybody opens a session.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import DevicePlan, OutOfBandPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict
from netgen.judge.wired_vocabulary import OUT_OF_BAND
from netgen.readback import Observed

RULE = Rule("JDG717", "out-of-band")


def judge_out_of_band(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a switch; none where nothing is planned and nobody comes in by a VRF."""
    claims = Claims(case, RULE)
    for plan, observed in case.of_kind("switch"):
        oob = plan.oob if plan.platform in OUT_OF_BAND else None
        if oob is None and not observed.management.vrf_sources:
            continue
        ports = [svi for svi in observed.svis if oob is not None and svi.name == oob.interface]
        wrong = _strangers(plan, observed, {svi.vrf for svi in ports})
        if oob is not None:
            wrong += _port(oob, observed)
        claim = (
            f"{plan.hostname} is reached by {oob.interface} from {oob.prefix}"
            if oob
            else "no session by a VRF"
        )
        yield claims.decide(
            plan.hostname,
            wrong,
            claim,
            device=plan.hostname,
            lines=[svi.line for svi in ports],
            origin=oob.origin if oob else plan.origin,
        )


def _strangers(plan: DevicePlan, observed: Observed, own: set[str]) -> list[str]:
    return [
        f"{plan.hostname} takes sessions by {'every VRF' if vrf == '*' else f'VRF {vrf}'}"
        for vrf, _ in observed.management.vrf_sources
        if vrf not in own
    ]


def _port(oob: OutOfBandPlan, observed: Observed) -> Iterator[str]:
    """What is wrong with the port, its VRF, and who may come in by it."""
    ports = [svi for svi in observed.svis if svi.name == oob.interface and svi.address]
    if not ports:
        yield f"{oob.interface} has no address, not {oob.address}/{oob.prefix.length}"
        return
    for port in ports:
        if (port.address, port.length) != (oob.address, oob.prefix.length):
            yield f"{port.name} has {port.address}/{port.length}, not {oob.address}/{oob.prefix.length}"
        if port.shutdown:
            yield f"{port.name} is shut down"
        if not port.vrf:
            yield f"{port.name} is in the table of the school"
            return
    vrf = ports[0].vrf
    beside = [
        svi.name for svi in observed.svis if svi.vrf == vrf and svi.address and svi.name != oob.interface
    ]
    if beside:
        yield f"{', '.join(beside)} shares VRF {vrf} with {oob.interface}"
    yield from (f"VRF {vrf} has a route to {route.prefix}" for route in observed.routes if route.vrf == vrf)
    sources = dict(observed.management.vrf_sources).get(vrf)
    if sources is None:
        yield f"no session is taken by {oob.interface}"
    elif sources != (str(oob.prefix),):
        yield f"{oob.interface} takes sessions from {', '.join(sources) or 'nobody'}, not {oob.prefix}"
