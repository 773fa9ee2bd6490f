"""Two circuits of one school in one subnet.

What it catches: two static circuits of a site whose subnets overlap.
Why it matters in a school: the firewall refuses the second address, or answers for both on one port.
Example: `ip: 192.0.2.2/29` and `ip: 192.0.2.3/29` at one site
How to fix: copy each circuit's own subnet from its carrier's letter.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.intent.circuits import network_of
from netgen.values import Prefix, object_path


def find_circuits_in_one_subnet(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each later circuit."""
    seen: list[tuple[str, str, Prefix]] = []
    for name, circuit in site.site.circuits.items():
        network = network_of(circuit.ip) if circuit.ip and circuit.address == "static" else None
        if network is None:
            continue
        path, own = object_path(site.path, "circuits", name, "ip"), str(circuit.ip).partition("/")[0]
        for other, address, taken in seen:
            if network.overlaps(taken) and address != own:  # WAN008 speaks of one address
                message = f"circuits `{other}` and `{name}` are both in {taken}"
                also = (object_path(site.path, "circuits", other, "ip"),)
                yield Finding(path, message, "copy ip from this carrier's letter", also=also)
                break
        seen.append((name, own, network))
