"""One firewall port for two cables.

What it catches: two circuits on one port of the firewall, or a circuit on a port that leads to the core
    switch.
Why it matters in a school: the internet and the school's own network would share a cable.
Example: `port: wan1` at two circuits
How to fix: give each its own port.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_shared_firewall_ports(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each circuit that comes second."""
    first = {link.port: (link.path, "the link to the core") for link in site.firewall_cables}
    for name, circuit in site.site.circuits.items():
        path = object_path(site.path, "circuits", name, "port")
        other = first.setdefault(circuit.port, (path, f"circuit `{name}`"))
        if other[0] != path:
            message = f"firewall port {circuit.port} of circuit `{name}` is already that of {other[1]}"
            yield Finding(path, message, "choose a free port", also=(other[0],))
