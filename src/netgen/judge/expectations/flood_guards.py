"""Every circuit drops floods before they reach anything (a DoS policy towards the internet)."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.judge.case import OVERLAY, Claims, SiteCase
from netgen.judge.firewall_vocabulary import (
    FLOOD_ACTIONS,
    FLOOD_LIMITS,
    SPOOFING_GUARDED_OUTSIDE,
    SPOOFING_GUARDS,
)
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed

GUARD = Rule("JDG416", "flood-guard")
SPOOFING = Rule("JDG425", "anti-spoofing")


def judge_flood_guards(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a circuit of a platform that can tell floods apart."""
    claims = Claims(case, GUARD)
    for plan, observed in case.of_kind("firewall"):
        limits = FLOOD_LIMITS.get(plan.platform)
        for circuit in case.site.circuits if limits else ():
            wrong = _objections(observed, circuit.interface, limits or {})
            lines = [guard.line for guard in observed.flood_guards if guard.interface == circuit.interface]
            yield claims.decide(
                f"{plan.hostname}:{circuit.interface}",
                wrong,
                f"floods end at {circuit.interface}",
                device=plan.hostname,
                lines=lines,
                origin=circuit.origin,
            )


def judge_spoofing(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a network: an address that routing expects elsewhere is dropped (BCP 38).

    Circuits and the overlay are asked where the platform guards them too.
    """
    claims = Claims(case, SPOOFING)
    for plan, observed in case.of_kind("firewall"):
        wanted = SPOOFING_GUARDS.get(plan.platform, "")
        for item in observed.interfaces if wanted else ():
            zone = case.zone_of_interface(item)
            if not zone or (
                zone in (OVERLAY, case.internet) and plan.platform not in SPOOFING_GUARDED_OUTSIDE
            ):
                continue
            guards = [
                guard for guard in observed.flood_guards if guard.interface == item.name and guard.enabled
            ]
            drops = any(
                name == wanted and action in FLOOD_ACTIONS
                for guard in guards
                for name, action, _ in guard.anomalies
            )
            yield claims.decide(
                f"{plan.hostname}:{item.name}",
                [] if drops else [f"{item.name} takes packets of {zone} from any source"],
                f"{item.name} takes packets from its own network alone",
                device=plan.hostname,
                lines=[item.line, *(guard.line for guard in guards)],
                origin=plan.origin,
            )


def _objections(observed: Observed, interface: str, limits: dict[str, int]) -> list[str]:
    guards = [guard for guard in observed.flood_guards if guard.interface == interface and guard.enabled]
    found = {name: (action, most) for guard in guards for name, action, most in guard.anomalies}
    wrong = []
    for name, limit in limits.items():
        action, most = found.get(name, ("", 0))
        if action not in FLOOD_ACTIONS:
            wrong.append(f"{interface} does not drop {name}")
        elif not 0 < most <= limit:
            wrong.append(f"{interface} bears {most} packets a second of {name}, more than {limit}")
    return wrong
