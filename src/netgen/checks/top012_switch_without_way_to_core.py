"""A switch that is not connected to the core, or a core with a way up.

What it catches: a switch or stack without uplink cables, a ring of switches, and an uplink at the switch
    that the firewall is connected to.
Why it matters in a school: everything behind such a switch is without network, or the network is a loop.
Example: a cabinet without `uplink`
How to fix: give each switch but the core an uplink towards the core.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts, Switch


def find_unconnected_switches(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each switch or stack."""
    core = site.box(site.firewall_cables[0].far.switch)
    up = {box: site.box(cables[0].far.switch) for box, cables in site.uplinks.items()}
    if core in up:
        message = f"{site.box_name(core)} is the core, so it has no way up"
        advice = "remove the uplink, or connect the firewall to the switch above"
        yield Finding(site.uplinks[core][0].path, message, advice, at_key=True)
        return
    seen: set[Switch] = set()
    for switch in site.switches:
        box = site.box(switch)
        if box not in seen and not _reaches(box, core, up):
            message = f"{site.box_name(box)} has no way to the core, {site.box_name(core)}"
            yield Finding(site.switch_path(switch), message, "add an uplink towards the core", at_key=True)
        seen.add(box)


def _reaches(box: Switch, core: Switch, up: dict[Switch, Switch]) -> bool:
    seen = set()
    while box != core:
        if box in seen or box not in up:
            return False
        seen.add(box)
        box = up[box]
    return True
