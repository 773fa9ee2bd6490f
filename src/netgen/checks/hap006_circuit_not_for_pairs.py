"""A circuit whose way to its address nobody has verified on a pair of firewalls.

What it catches: circuits by PPPoE or DHCP at a pair of a model that is not known to keep such a circuit over a
    failover.
Why it matters in a school: the second firewall takes over and the internet does not come back.
Example: `address: pppoe` at a pair of SRX340
How to fix: ask the carrier for a fixed address or a router, or leave `pair` out.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_circuits_not_for_pairs(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each circuit."""
    hardware = site.firewall
    if site.site.firewall.pair is None or hardware is None or hardware.pairing is None:
        return
    for name, circuit in site.site.circuits.items():
        if circuit.address in hardware.pairing.not_for:
            path = object_path(site.path, "circuits", name, "address")
            message = f"nobody has verified {circuit.address.upper()} on a pair of `{hardware.model}`"
            yield Finding(path, message, "use a circuit of another kind, or leave pair out")
