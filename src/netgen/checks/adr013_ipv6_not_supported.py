"""An IPv6 address where only IPv4 is rendered: servers, circuits, tunnels and the IPv4 plan itself.

What it catches: IPv6 prefixes in the address plan, and IPv6 addresses of servers, probes, partners, circuits and
    of whom a publication lets in.
Why it matters in a school: the setting would be left out silently, and with it logs or logins.
Example: `dns: ["2001:db8::53"]`
How to fix: write the IPv4 address. Hosts get IPv6 by `ipv6: true` on their segment, out of `addressing.ipv6`.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_ipv6(trust: TrustFacts) -> Iterator[Finding]:
    """Of the trust and the standard."""
    plan = trust.trust.addressing
    places = {
        f"trust/addressing/{key}": str(getattr(plan, key)) for key in ("supernet", "overlay", "transit")
    }
    for name, segment in trust.standard.segments.items():
        places[object_path("standard", "segments", name, "window")] = str(segment.window)
    remote = trust.trust.remote_access
    for name, group in remote.groups.items() if remote else ():
        places[object_path("trust", "remote_access", "groups", name, "window")] = str(group.window)
    yield from _ipv6({**places, **trust.hosts})


def find_ipv6_of_site(site: SiteFacts) -> Iterator[Finding]:
    """Of a site's circuits, partners, publications and exceptions."""
    places = {
        object_path(site.path, "circuits", name, "gateway"): circuit.gateway or ""
        for name, circuit in site.site.circuits.items()
    }
    for name, partner in site.site.partners.items():
        places[object_path(site.path, "partners", name, "address")] = partner.address
    for name, item in site.site.publish.items():
        path = object_path(site.path, "publish", name, "from")
        places |= {object_path(path, index): str(source) for index, source in enumerate(item.sources)}
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
