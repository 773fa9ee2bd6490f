"""A hub whose line is too narrow for the schools that break out there.

What it catches: (a warning) a hub whose primary circuits, or whose firewall, carry less than the sum of what the DfE
    asks for the schools with `breakout: hub` or `hub-or-local` (DFE-BB-02). Each byte crosses the hub's line twice,
    once from the internet and once to the school, so both directions carry downloads and uploads. Schools of a phase
    without a figure do not count; a second hub carries as much on the day that it takes over.
Why it matters in a school: every school's own line is fast enough on paper, and lessons stop at nine in the morning.
Example: a hub with a circuit of 1G, and two secondary schools with `breakout: hub`
How to fix: order a faster circuit for the hub, use a larger firewall there, or let some schools break out locally.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.checks.wording import rate
from netgen.values import object_path


def find_narrow_ways_out(trust: TrustFacts) -> Iterator[Finding]:
    """For each hub at most one warning of its circuits and one of its firewall."""
    schools = [site for site in trust.sites if site.breakout != "local" and site.name not in trust.trust.hubs]
    asked = [trust.least_broadband(site.archetype) for site in schools]
    wanted = sum(down + up for down, up in asked)
    if not wanted:
        return
    of_schools = f"schools that break out here ask {rate(wanted)} each way (DFE-BB-02)"
    for hub in trust.trust.hubs:
        site = trust.intent.sites.get(hub)
        if site is None:
            continue
        own_down, own_up = trust.least_broadband(site.archetype)
        primaries = {name: item for name, item in site.circuits.items() if item.role == "primary"}
        down, up = (
            sum(item.down for item in primaries.values()) - own_down,
            sum(item.up for item in primaries.values()) - own_up,
        )
        if primaries and min(down, up) < wanted:
            field = "down" if down <= up else "up"
            message = f"{of_schools}, {rate(max(0, min(down, up)))} is left {field}"
            path = object_path("sites", hub, "circuits", min(primaries), field)
            yield Finding(
                path, message, "order a faster circuit, or let schools break out locally", warning=True
            )
        hardware = trust.catalogue.get(site.firewall.model)
        if hardware is None or hardware.throughput is None:
            continue
        words = {"inspects": hardware.throughput.ngfw_mbps, "encrypts": hardware.throughput.ipsec_mbps}
        slow = {word: mbps for word, mbps in words.items() if mbps and mbps * 1000 < wanted}
        if slow:
            word, mbps = min(slow.items(), key=lambda item: item[1])
            message = f"{of_schools}, `{site.firewall.model}` {word} {rate(mbps * 1000)}"
            path = object_path("sites", hub, "firewall", "model")
            yield Finding(path, message, "use a larger model, or let schools break out locally", warning=True)
