"""A school whose internet hangs on one kind of line.

What it catches: a school with one circuit, or whose circuits are all of one access type (DFE-BB-03).
Why it matters in a school: one digger in the road takes registers, telephones and safeguarding tools away.
Example: two FTTP circuits
How to fix: add a circuit of another type, such as mobile or satellite, as a backup.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_missing_backups(site: SiteFacts) -> Iterator[Finding]:
    """At most one warning."""
    circuits = site.site.circuits
    types = {circuit.access for circuit in circuits.values()}
    if site.archetype.phase == "none" or len(types) > 1:
        return
    path = object_path(site.path, "circuits")
    if len(circuits) == 1:
        message = f"site `{site.name}` has no backup circuit (DFE-BB-03)"
    else:
        message = f"all circuits of site `{site.name}` are {types.pop()} (DFE-BB-03)"
    yield Finding(path, message, "add a circuit of another access type", warning=True, at_key=True)
