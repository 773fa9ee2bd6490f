"""A class of steering for traffic that policy lets nobody send.

What it catches: a zone in `from` that may not reach the internet, and a service that none of the class's zones may
    use there.
Why it matters in a school: the new telephony is steered, and the policy still denies it.
Example: `voice: {services: [sip], ...}` where no rule allows sip to the internet
How to fix: allow it in standard/policy.yaml, or take the zone or service out of the class.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.intent import Service
from netgen.values import object_path

_ANY = "any"


def find_steering_without_effect(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each zone or service."""
    allowed: dict[str, set[str]] = {}
    for pair in trust.pairs:
        if pair[1] in trust.internet:
            for index in trust.allowing(pair):
                allowed.setdefault(pair[0], set()).update(trust.standard.policy[index].allow)
    for name, item in trust.standard.steering.items():
        path = object_path("standard", "steering", name)
        for index, zone in enumerate(item.from_):
            if zone not in allowed:
                message = f"zone `{zone}` of class `{name}` may not reach the internet"
                yield Finding(f"{path}/from/{index}", message, "allow it in the policy, or take it out")
        zones = item.from_ or tuple(allowed)
        services = set().union(*(allowed.get(zone, set()) for zone in zones))
        for index, service in enumerate(item.services):
            if any(zone in allowed for zone in zones) and not _is_let(trust, service, services):
                message = f"no zone of class `{name}` may use service `{service}` on the internet"
                yield Finding(f"{path}/services/{index}", message, "allow it in the policy, or take it out")


def _is_let(trust: TrustFacts, service: str, allowed: set[str]) -> bool:
    """True if a port of the service is one of an allowed service, by whatever name."""
    if _ANY in allowed or service in allowed:
        return True
    asked = trust.standard.services[service]
    return any(_share(asked, trust.standard.services[name]) for name in allowed)


def _share(one: Service, other: Service) -> bool:
    if one.icmp and other.icmp:
        return True
    pairs = [(a, b) for a in one.tcp for b in other.tcp] + [(a, b) for a in one.udp for b in other.udp]
    return any(_overlap(a, b) for a, b in pairs)


def _overlap(one: str, other: str) -> bool:
    (first, last), (begin, end) = _bounds(one), _bounds(other)
    return first <= end and begin <= last


def _bounds(ports: str) -> tuple[int, int]:
    first, _, last = ports.partition("-")
    return int(first), int(last or first)
