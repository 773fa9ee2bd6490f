"""A primary circuit below the DfE's minimum.

What it catches: less than 100M down and 30M up in a primary school, less than 1G both ways in a secondary
    or all-through school (DFE-BB-02). For other schools the Department gives no figure.
Why it matters in a school: it is part of the digital and technology standards that schools must meet by
    2030.
Example: `down: 500M` in a secondary school
How to fix: order a faster circuit at the next renewal.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.wording import rate
from netgen.values import object_path


def find_slow_circuits(site: SiteFacts) -> Iterator[Finding]:
    """One warning, for the fastest primary circuit."""
    minimum = site.of_trust.least_broadband(site.site.archetype)
    primaries = [item for item in site.site.circuits.items() if item[1].role == "primary"]
    if not primaries:
        return
    name, circuit = max(primaries, key=lambda item: (item[1].down, item[1].up))
    for field, has, wanted in (("down", circuit.down, minimum[0]), ("up", circuit.up, minimum[1])):
        if has < wanted:
            message = f"circuit `{name}` has {rate(has)} {field}, the DfE asks {rate(wanted)} (DFE-BB-02)"
            path = object_path(site.path, "circuits", name, field)
            yield Finding(path, message, "order a faster circuit at the next renewal", warning=True)
            return
