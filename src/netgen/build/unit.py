"""One site, from Intent to the text of its files.

Reads: Intent of the site and its slice of the TrustPlan. Writes: the site's golden files, in memory.
"""

from __future__ import annotations

import msgspec

from netgen.blueprint import SitePlan, TrustPlan
from netgen.build.address_list import address_list
from netgen.compiler import compile_site, slice_for
from netgen.intent import Intent
from netgen.platforms.registry import platform
from netgen.rendering import render_device


class SiteFiles(msgspec.Struct, frozen=True):
    """A site's golden files as (path below the output folder, text), sorted by path."""

    site: str
    files: tuple[tuple[str, str], ...]


def render_site(intent: Intent, trust: TrustPlan, site: str) -> SiteFiles:
    """All files of one site. `trust` is the whole plan; the site sees only its slice."""
    plan, devices = compile_site(intent, slice_for(trust, site), site)
    files = [
        (f"{site}/{device.hostname}{platform(device.platform).extension}", render_device(device))
        for device in devices
    ]
    files.append((f"{site}/addresses.txt", address_list(plan)))
    return SiteFiles(site, tuple(sorted(files)))


def plan_of(intent: Intent, trust: TrustPlan, site: str) -> SitePlan:
    """The site's half of the Blueprint alone."""
    return compile_site(intent, slice_for(trust, site), site)[0]
