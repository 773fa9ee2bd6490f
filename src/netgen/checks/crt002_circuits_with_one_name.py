"""Circuits of one school that a hub could not tell apart.

What it catches: `vpn.certificate` with `over: every-circuit` at a school with two circuits without a fixed address.
Why it matters in a school: both tunnels show the hub the same certificate from an address it cannot know, so the
    backup takes the place of the primary, or neither comes up.
Example: `certificate: {...}, over: every-circuit` and a school with FTTP by DHCP and 5G
How to fix: order a fixed address for all circuits but one, write `over: primary`, or use pre-shared keys.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_circuits_with_one_name(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding for each site."""
    vpn = site.of_trust.trust.vpn
    if vpn.certificate is None or vpn.over != "every-circuit" or site.is_hub:
        return
    moving = [name for name, circuit in site.site.circuits.items() if circuit.address != "static"]
    if len(moving) > 1:
        message = f"a hub cannot tell circuits `{moving[0]}` and `{moving[1]}` apart by one certificate"
        advice = "order a fixed address for one of them, or write over: primary in trust.yaml"
        yield Finding(object_path(site.path, "circuits", moving[1]), message, advice, at_key=True)
