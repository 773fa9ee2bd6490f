"""Requests for addresses go to the trust's servers where a segment relays, and to nobody elsewhere (RFC 3046)."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import SegmentPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed

RELAY = Rule("JDG312", "dhcp-relay")


def judge_relays(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a segment that relays, and one a box for every other relay on it."""
    claims = Claims(case, RELAY)
    planned: dict[tuple[str, int], SegmentPlan] = {}
    for segment in case.site.segments:
        hosts = _gateways(case, segment.gateway_on)
        if segment.relays and not hosts:
            yield claims.undecided(
                segment.name, f"the {segment.gateway_on} could not be read", origin=segment.origin
            )
        elif segment.relays:
            planned |= {(host, segment.vlan): segment for host in hosts}
    for host, observed in case.observed.items():
        seen = _relays(observed)
        for (name, vlan), segment in planned.items():
            if name == host:
                relays, line = seen.pop(vlan, ((), 0))
                given, wanted = ", ".join(relays), ", ".join(segment.relays)
                wrong = (
                    []
                    if set(relays) == set(segment.relays)
                    else [f"relays to {given or 'nobody'}, not {wanted}"]
                )
                claim = f"{segment.name} asks {wanted} for addresses"
                yield claims.decide(
                    f"{host}:{segment.name}", wrong, claim, device=host, lines=[line], origin=segment.origin
                )
        others = {vlan: item for vlan, item in seen.items() if item[0]}
        yield claims.decide(
            host,
            [
                f"VLAN {vlan} relays to {', '.join(relays)}, which nobody planned"
                for vlan, (relays, _) in others.items()
            ],
            f"{host} relays nothing else",
            device=host,
            lines=[line for _, line in others.values()],
            origin=case.plans[host].origin,
        )


def _gateways(case: SiteCase, gateway_on: str) -> list[str]:
    """The boxes that are the gateway: both halves of a pair of cores."""
    if gateway_on == "firewall":
        return [plan.hostname for plan, _ in case.of_kind("firewall")][:1]
    return [plan.hostname for plan, _ in case.of_kind("switch") if plan.is_core]


def _relays(observed: Observed) -> dict[int, tuple[tuple[str, ...], int]]:
    """VLAN to its relays and their line, of switches and firewalls alike."""
    found = {svi.vlan: (svi.relays, svi.line) for svi in observed.svis}
    found |= {item.vlan: (item.relays, item.line) for item in observed.interfaces}
    return found
