"""Addresses of remote people that a hub has no room for.

What it catches: a group's window that is outside of the hub's block, over one of its segments, partners or transits,
    over another group's, or smaller than 16 addresses.
Why it matters in a school: somebody at home would get the address of a server, and answers would go to the wrong one.
Example: `groups: {remote-staff: {window: 0.0.6.0/24, ...}}` while the servers have 0.0.6.0/24
How to fix: choose a part of the hub's block that nothing else has.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import summary_of
from netgen.values import Prefix, object_path

_SMALLEST = 28
_PATH = object_path("trust", "remote_access", "groups")


def find_unusable_remote_pools(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding for each group at each hub where remote access ends."""
    trust = site.of_trust.trust
    asked = trust.remote_access
    if asked is None or site.name not in asked.at:
        return
    block = summary_of(trust, site.name, site.site).block
    if block is None:
        return  # ADR004 says so
    taken = dict(_taken(site, block))
    for name, group in asked.groups.items():
        path = object_path(_PATH, name, "window")
        advice = "choose a free part of the hub's block"
        pool = _part(block, group.window)
        if pool is None:
            message = f"window {group.window} of group `{name}` reaches beyond {block} of `{site.name}`"
            yield Finding(path, message, advice)
            continue
        if pool.length > _SMALLEST:
            message = f"window {group.window} of group `{name}` is smaller than a /{_SMALLEST}"
            yield Finding(path, message, "give it room for everybody who is in at one time")
        hit = next((what for what, prefix in taken.items() if prefix.overlaps(pool)), "")
        if hit:
            yield Finding(path, f"{pool} of group `{name}` overlaps {hit} of `{site.name}`", advice)
        taken[f"group `{name}`"] = pool


def _taken(site: SiteFacts, block: Prefix) -> Iterator[tuple[str, Prefix]]:
    """What has addresses of the block already."""
    for key, segment in site.segments.items():
        room = _part(block, segment.window)
        if room is not None:
            yield f"segment `{key}`", room
    for key, partner in site.site.partners.items():
        yield f"partner `{key}`", partner.prefix
    transit = _part(block, site.of_trust.trust.addressing.transit)
    if transit is not None:
        yield "the transit window", transit


def _part(block: Prefix, window: Prefix) -> Prefix | None:
    try:
        return block.window(window)
    except ValueError:
        return None
