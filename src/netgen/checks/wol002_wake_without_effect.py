"""A school where nobody can be woken.

What it catches: (a warning) a segment of `wake: {to: ...}` at a school where no Catalyst core routes it: the firewall
    does, the core is of a maker that cannot say whose broadcasts it lets through, or the segment still has its old
    addresses. Nothing is let through there.
Why it matters in a school: updates at night that were planned for every school miss some of them.
Example: `wake: {to: [staff], ...}` and a primary school, whose firewall is the gateway of every segment
How to fix: waive it, or let a device inside the segment wake the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.wording import listed

_FEATURE = "wake-on-lan"


def find_wakes_without_effect(site: SiteFacts) -> Iterator[Finding]:
    """At most one warning."""
    wake = site.of_trust.trust.services.wake
    asked = [name for name in wake.to if name in site.segments] if wake else []
    if not asked:
        return
    core = site.firewall_cables[0].far.switch
    hardware = site.switches.get(core)
    advice = "waive it, or let a device in the segment wake the others"
    if site.archetype.topology != "routed-core":
        why, missed, path = "the firewall routes them", asked, f"{site.path}/archetype"
    elif hardware is not None and not hardware.bounds_broadcasts:
        why, missed, path = f"{hardware.platform} lets everybody do so", asked, site.switch_path(core)
        advice = f"{advice}: {site.of_trust.cannot.get(hardware.platform, {}).get(_FEATURE, why)[:160]}"
    else:
        missed = [name for name in asked if site.segments[name].gateway == "firewall"]
        why, path = "the firewall routes them", f"{site.path}/archetype"
        if not missed:
            missed = [name for name in asked if name in site.site.legacy]
            why, path = "their addresses are old ones", f"{site.path}/legacy"
    if missed:
        message = f"nobody wakes {listed(missed)} of `{site.name}`: {why}"
        yield Finding(path, message, advice, warning=True, also=("trust/services/wake/to",))
