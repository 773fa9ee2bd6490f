"""More cables between two neighbours than one LAG can hold.

What it catches: more than eight cables from one switch or stack, or from the firewall, to its neighbour.
Why it matters in a school: the ninth cable would stand by or not come up, differently with each maker.
Example: nine `links` in one uplink
How to fix: use fewer, faster cables.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path

#: Active members of a LAG that every maker supports.
_MOST = 8


def find_crowded_lags(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each switch or stack, at the ninth cable, and one for the firewall."""
    for box, cables in site.uplinks.items():
        if len(cables) > _MOST:
            message = f"{site.box_name(box)} has more than {_MOST} cables to its neighbour"
            yield Finding(cables[_MOST].path, message, "use fewer, faster cables", at_key=True)
    if len(site.firewall_cables) > _MOST:
        message = f"the firewall has {len(site.firewall_cables)} cables to the core, {_MOST} is the most"
        yield Finding(
            object_path(site.path, "firewall", "links"), message, "use fewer, faster cables", at_key=True
        )
