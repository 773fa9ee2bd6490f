"""A hub that schools cannot find.

What it catches: a hub that has not exactly one primary circuit with a static address.
Why it matters in a school: every tunnel of every school is opened towards the hub's fixed address.
Example: `address: dhcp` at the primary circuit of a hub
How to fix: give the hub one primary circuit with a static address, and make others backups.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_hubs_without_address(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding."""
    primaries = [name for name, circuit in site.site.circuits.items() if circuit.role == "primary"]
    if not site.is_hub or not primaries:
        return
    path = object_path(site.path, "circuits", primaries[-1])
    if len(primaries) > 1:
        message = f"hub `{site.name}` has {len(primaries)} primary circuits"
        yield Finding(path, message, "keep one primary, make the others backups", at_key=True)
    elif site.site.circuits[primaries[0]].address != "static":
        message = f"the primary circuit of hub `{site.name}` has no fixed address"
        yield Finding(path, message, "write address: static with ip and gateway", at_key=True)
