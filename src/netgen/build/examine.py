"""Read and check an inventory: all of it, or only the sites that changed since they were last good.

Reads: inventory files, notes of sites that are left unread. Writes: Intent, TrustPlan, findings.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from pathlib import Path

import msgspec

from netgen.blueprint import TrustPlan
from netgen.build.cache import SiteNotes
from netgen.checks import TrustFacts, check_site, check_trust, summary_of
from netgen.compiler import plan_trust
from netgen.diagnostics import Collector, Diagnostic
from netgen.hardware import load_catalogue, use_catalogue
from netgen.intent import Intent
from netgen.loader import load_inventory
from netgen.platforms.registry import cannot_by_platform, kinds_by_platform, lacks_by_platform


class Examined(msgspec.Struct, frozen=True):
    """A good inventory. `intent` has the sites that were read; `trust`, `notes` and `findings` know all."""

    intent: Intent
    trust: TrustPlan
    notes: dict[str, SiteNotes]
    findings: tuple[Diagnostic, ...]


class Refused(msgspec.Struct, frozen=True):
    """An inventory with errors."""

    findings: tuple[Diagnostic, ...]


def examine(
    root: Path,
    today: datetime.date,
    unread: Mapping[str, SiteNotes] | None = None,
    only: Collection[str] | None = None,
) -> Examined | Refused:
    """Read and check the sites `only`, or all, and what they share.

    `unread` are the notes of all other sites. The hubs must be among `only`: checks of the trust read
    them. With errors, `Refused.findings` are complete only if everything was read.
    """
    unread = unread or {}
    collector = Collector()
    inventory = load_inventory(root, collector, only)
    intent = inventory.intent
    if intent is None:
        return Refused(tuple(collector))
    use_catalogue(load_catalogue(inventory.hardware) if inventory.hardware else None)
    catalogue = load_catalogue()
    collector.extend(catalogue.problems)
    elsewhere = [item.summary for item in unread.values()]
    facts = TrustFacts(
        intent, catalogue, today, kinds_by_platform(), elsewhere, lacks_by_platform(), cannot_by_platform()
    )
    passed = check_trust(facts, inventory, collector)
    own: dict[str, tuple[Diagnostic, ...]] = {}
    for name in sorted(intent.sites):
        found = Collector()
        check_site(facts, name, inventory, found, standard_is_sound=passed)
        own[name] = tuple(found)
        collector.extend(own[name])
    if collector.has_errors:
        return Refused(tuple(collector))
    trust = plan_trust(intent, [item.addresses for item in unread.values()])
    addresses = {item.site: item for item in trust.sites}
    notes = dict(unread)
    for name, site in intent.sites.items():
        notes[name] = SiteNotes(summary_of(intent.trust, name, site), addresses[name], own[name])
    for item in unread.values():
        collector.extend(item.findings)
    return Examined(intent, trust, notes, tuple(collector))
