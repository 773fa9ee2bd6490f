"""TLS inspection: a rule that opens the sessions of some zones, after one that leaves what is exempt closed.

Decryption rules know zones and not URL filtering profiles, so the zones are those whose way out has a filter that
inspects.
"""

from __future__ import annotations

import msgspec

from netgen.device import FirewallPart
from netgen.platforms.paloalto_panos import names
from netgen.platforms.paloalto_panos.names import ANY, listed
from netgen.platforms.paloalto_panos.objects_view import DomainListView
from netgen.platforms.paloalto_panos.web_categories import EXEMPT


class DecryptionRuleView(msgspec.Struct, frozen=True):
    """A decryption rule; lists are ready to print. action: decrypt | no-decrypt."""

    name: str
    from_zones: str
    to_zones: str
    category: str
    action: str


class DecryptionView(msgspec.Struct, frozen=True):
    """What signs, the profile that refuses bad servers, the rules in their order."""

    ca: str
    profile: str
    rules: tuple[DecryptionRuleView, ...]
    origin: str


def decryption_views(part: FirewallPart) -> tuple[DecryptionView, ...]:
    """One element where a filter inspects, else none. KeyError for a category that PAN-DB has no name for here."""
    inspection = part.inspection
    opened = frozenset(item.name for item in part.filters if item.inspect)
    policies = [policy for policy in part.policies if policy.filter in opened and policy.services]
    if inspection is None or not policies:
        return ()
    sources = listed(tuple(dict.fromkeys(policy.from_zone for policy in policies)))
    targets = listed(tuple(dict.fromkeys(policy.to_zone for policy in policies)))
    exempt = sorted({name for key in inspection.categories for name in EXEMPT[key]})
    if inspection.domains:
        exempt.append(names.EXEMPT_DOMAINS)
    rules = [DecryptionRuleView(names.EXEMPT_RULE, sources, targets, listed(tuple(exempt)), "no-decrypt")]
    return (
        DecryptionView(
            ca=inspection.ca,
            profile=names.DECRYPTION_PROFILE,
            rules=(
                *(rules if exempt else ()),
                DecryptionRuleView(names.INSPECT_RULE, sources, targets, ANY, "decrypt"),
            ),
            origin=inspection.origin,
        ),
    )


def exempt_list_views(part: FirewallPart) -> tuple[DomainListView, ...]:
    """The list of domains that are never opened. The slash at the end keeps `example.com.attacker.net` out."""
    inspection = part.inspection
    if inspection is None or not inspection.domains:
        return ()
    places = [place for domain, _ in sorted(inspection.domains) for place in (f"*.{domain}/", f"{domain}/")]
    return (DomainListView(names.EXEMPT_DOMAINS, listed(tuple(places)), inspection.origin),)
