"""One site, from Intent to the text of its files.

Reads: Intent of the site and its slice of the TrustPlan. Writes: the text of each of the site's golden files.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import SitePlan, TrustPlan
from netgen.build.address_list import address_list
from netgen.compiler import lower_site, plan_site, slice_for
from netgen.intent import Intent
from netgen.platforms.registry import platform
from netgen.rendering import render_device


def render_site(intent: Intent, trust: TrustPlan, site: str) -> Iterator[tuple[str, str]]:
    """The files of one site as (path below the output folder, text). `trust` is the whole plan; a site sees a slice.

    One box at a time: what is known of it, and its text, are still at hand in the processor when they are used.
    """
    own = slice_for(trust, site)
    plan = plan_site(intent, own, site)
    for device in lower_site(own, plan):
        yield f"{site}/{device.hostname}{platform(device.platform).extension}", render_device(device)
    yield f"{site}/addresses.txt", address_list(plan)


def plan_of(intent: Intent, trust: TrustPlan, site: str) -> SitePlan:
    """The site's half of the Blueprint alone."""
    return plan_site(intent, slice_for(trust, site), site)
