"""A circuit that the upstream filter does not cover, or an attestation that is over.

What it catches: an `upstream_filter` that leaves out a circuit of the school, names an unknown one or one
    twice, or has expired.
Why it matters in a school: on the day the backup line carries the school, nothing would filter.
Example: `upstream_filter: {circuits: [leased], ...}` at a school with a 5G backup
How to fix: lead every circuit through the service, or let the school's firewall filter.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.wording import choose_known
from netgen.values import object_path


def find_unfiltered_circuits(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each circuit, and one for an attestation that is over."""
    asked = site.site.upstream_filter
    if asked is None:
        return
    path = object_path(site.path, "upstream_filter")
    for index, name in enumerate(asked.circuits):
        if name not in site.site.circuits:
            yield Finding(
                f"{path}/circuits/{index}",
                f"unknown circuit `{name}`",
                choose_known(name, site.site.circuits),
            )
        elif name in asked.circuits[:index]:
            yield Finding(f"{path}/circuits/{index}", f"`{name}` is listed twice", "remove one of the two")
    for name in site.site.circuits:
        if name not in asked.circuits:
            message = f"circuit `{name}` does not lead through {asked.service}, and nothing else filters it"
            yield Finding(
                f"{path}/circuits", message, "lead every circuit through it, or remove upstream_filter"
            )
    if asked.expires < site.of_trust.today:
        message = f"nobody has attested the filter of `{site.name}` since {asked.expires}"
        yield Finding(f"{path}/expires", message, "have it looked at, and write the next date")
