"""A firewall that cannot inspect as fast as its circuit delivers.

What it catches: a circuit with a download rate above the inspected throughput of the firewall (ADV-BB-10). Where a
    school breaks out at a hub its own firewall encrypts and the hub's inspects, so the encrypted throughput counts;
    with `hub-or-local` both do.
Why it matters in a school: the trust pays for a line that its own firewall slows down.
Example: a circuit of 2G behind a FortiGate-80F (1 Gbit/s inspected)
How to fix: use a larger firewall, or a slower circuit.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.wording import rate
from netgen.values import object_path


def find_slow_firewalls(site: SiteFacts) -> Iterator[Finding]:
    """One warning for each circuit."""
    throughput = site.firewall.throughput if site.firewall else None
    if throughput is None:
        return
    breakout = site.site.breakout
    work = {
        "inspects": throughput.ngfw_mbps if breakout != "hub" else 0,
        "encrypts": throughput.ipsec_mbps if breakout != "local" else 0,
    }
    limits = [(mbps * 1000, word) for word, mbps in work.items() if mbps]
    if not limits:
        return
    limit, word = min(limits)
    for name, circuit in site.site.circuits.items():
        if circuit.down > limit:
            message = (
                f"circuit `{name}` brings {rate(circuit.down)}, "
                f"`{site.site.firewall.model}` {word} {rate(limit)}"
            )
            path = object_path(site.path, "circuits", name, "down")
            yield Finding(path, message, "use a larger firewall, or a slower circuit", warning=True)
