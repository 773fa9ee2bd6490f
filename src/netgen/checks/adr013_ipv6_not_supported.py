"""An IPv6 address where only IPv4 is rendered yet.

What it catches: IPv6 prefixes in the address plan, and IPv6 addresses of the trust's servers or circuits.
Why it matters in a school: the setting would be left out silently, and with it logs or logins.
Example: `dns: ["2001:db8::53"]`
How to fix: write the IPv4 address.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_ipv6(trust: TrustFacts) -> Iterator[Finding]:
    """Of the trust and the standard."""
    plan, services = trust.trust.addressing, trust.trust.services
    places = {
        f"trust/addressing/{key}": str(getattr(plan, key)) for key in ("supernet", "overlay", "transit")
    }
    for name, segment in trust.standard.segments.items():
        places[object_path("standard", "segments", name, "window")] = str(segment.window)
    for key, hosts in (("dns", services.dns), ("ntp", services.ntp)):
        places |= {object_path("trust", "services", key, index): host for index, host in enumerate(hosts)}
    for index, server in enumerate(services.radius):
        places[object_path("trust", "services", "radius", index, "host")] = server.host
    for index, receiver in enumerate(services.syslog):
        places[object_path("trust", "services", "syslog", index, "host")] = receiver.host
    for index, manager in enumerate(services.snmp.managers if services.snmp else ()):
        places[object_path("trust", "services", "snmp", "managers", index)] = manager
    yield from _ipv6(places)


def find_ipv6_of_site(site: SiteFacts) -> Iterator[Finding]:
    """Of a site's circuits and exceptions."""
    places = {
        object_path(site.path, "circuits", name, "gateway"): circuit.gateway or ""
        for name, circuit in site.site.circuits.items()
    }
    for (_, _, field), index in site.excepted.items():
        if field == "window":
            places[object_path(site.path, "exceptions", index, "value")] = site.site.exceptions[index].value
    yield from _ipv6(places)


def _ipv6(places: dict[str, str]) -> Iterator[Finding]:
    for path, text in places.items():
        if ":" in text:
            yield Finding(
                path, f"`{text[:45]}` is IPv6, which is not supported here yet", "write an IPv4 address"
            )
