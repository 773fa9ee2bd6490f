"""The passes in their order. Each Blueprint and Device field has exactly one writer.

    Intent ─ plan_trust ─> TrustPlan ─┐
    Intent ───────────── plan_site ───┴─> SitePlan ─ lower_site ─> Devices

A site reads its own Intent and a slice of the TrustPlan: hubs and itself for a school, everything
for a hub. So a school's result depends on no other school.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from netgen.blueprint import SiteAddresses, SitePlan, TrustPlan
from netgen.compiler.lowering import lower_site
from netgen.compiler.site_pass import plan_site
from netgen.compiler.trust_pass import plan_trust
from netgen.device import Device
from netgen.intent import Intent

__all__ = ["compile_site", "lower_site", "plan_all", "plan_site", "plan_trust", "slice_for"]


def slice_for(trust: TrustPlan, site: str) -> TrustPlan:
    """The part of the trust's plan that a site may read."""
    if site in trust.hubs:
        return trust
    # Found by bisection: for a thousand schools, a walk for each is a million steps.
    places = sorted(bisect_left(trust.sites, name, key=_name) for name in (*trust.hubs, site))
    return msgspec.structs.replace(trust, sites=tuple(trust.sites[place] for place in places))


def _name(item: SiteAddresses) -> str:
    return item.site


def compile_site(intent: Intent, trust: TrustPlan, site: str) -> tuple[SitePlan, tuple[Device, ...]]:
    """One site from Intent to Devices. `trust` is the site's slice."""
    plan = plan_site(intent, trust, site)
    return plan, tuple(lower_site(trust, plan))


def plan_all(intent: Intent) -> tuple[TrustPlan, dict[str, SitePlan]]:
    """The whole Blueprint, sites in name order."""
    trust = plan_trust(intent)
    return trust, dict(_site_plans(intent, trust))


def _site_plans(intent: Intent, trust: TrustPlan) -> Iterator[tuple[str, SitePlan]]:
    for site in sorted(intent.sites):
        yield site, plan_site(intent, slice_for(trust, site), site)
