"""A pair of a firewall that cannot be one.

What it catches: `pair` at a model of which nobody has verified how two become a pair, or on a platform for which netgen
    does not render it.
Why it matters in a school: two boxes are bought and one of them never takes over.
Example: `pair` at a firewall whose catalogue entry has no `pairing`
How to fix: choose another model, or leave `pair` out.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_unpairable_firewalls(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding."""
    hardware = site.firewall
    if site.site.firewall.pair is None or hardware is None or hardware.kind != "firewall":
        return
    path = object_path(site.path, "firewall", "pair")
    platform = hardware.platform
    why = {**site.of_trust.cannot.get(platform, {}), **site.of_trust.lacks.get(platform, {})}.get("ha")
    if why is not None:
        message = f"two firewalls cannot be a pair on {platform}"
        yield Finding(path, message, f"use another firewall: {why[:160]}", at_key=True)
    elif hardware.pairing is None:
        message = f"nobody has verified how two `{hardware.model}` become a pair"
        yield Finding(path, message, "use another model, or leave pair out", at_key=True)
