"""What is refused before anything is allowed: countries and known bad addresses.

Reads: TrustPlan, the site's other PolicyPlans. Writes: PolicyPlans.

Such a rule only takes away. It comes first because its number does: rules between zones begin at 1010, and here a
zone's way out has the zone's number (1 to 60), that of schools which break out at a hub 61, a publication's way in 100
and its own (101 to 199).
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from netgen.blueprint import PolicyPlan, TrustPlan

#: Of the rule for what comes out of tunnels and leaves here.
_OVERLAY = 61
#: Of the rule for traffic to a publication; the publication's own number is added.
_INBOUND = 100
#: Of the rules of publications, as `policies` numbers them.
_PUBLICATIONS = 70_000


def plan_refusals(trust: TrustPlan, policies: Iterable[PolicyPlan]) -> list[PolicyPlan]:
    """A refusal for each policy that leads to the internet or lets it in; none where the trust refuses nothing."""
    if not trust.refused_lists:
        return []
    origin = next(item.origin for item in trust.lists if item.name == trust.refused_lists[0])
    zones = {zone.name: zone for zone in trust.zones}
    found: list[PolicyPlan] = []
    for policy in policies:
        target = zones.get(policy.to_zone)
        if policy.publication:
            number, name = _INBOUND + policy.number - _PUBLICATIONS, f"refuse in {policy.publication}"
            refusal = _refusal(policy, number, name, "Countries and addresses that nobody answers", origin)
            found.append(msgspec.structs.replace(refusal, sources=(), source_lists=trust.refused_lists))
        elif target is not None and target.kind == "internet":
            source = zones.get(policy.from_zone)
            number, name = source.number if source else _OVERLAY, f"refuse out {policy.from_zone}"
            refused = policy
            if number == _OVERLAY:
                # One for all schools that break out here: none of them talks with those addresses.
                if any(item.number == number for item in found):
                    continue
                refused = msgspec.structs.replace(policy, sources=())
            refusal = _refusal(
                refused, number, name, "Countries and addresses that nobody talks with", origin
            )
            found.append(msgspec.structs.replace(refusal, destination_lists=trust.refused_lists))
    return found


def _refusal(policy: PolicyPlan, number: int, name: str, why: str, origin: str) -> PolicyPlan:
    return msgspec.structs.replace(
        policy, number=number, name=name, why=why, origin=origin, destinations=(), services=(), filter="", nat=False,
        schedule="", protected=False, source_lists=(), destination_lists=(), group="",
    )  # fmt: skip
