"""TLS inspection: one profile that opens sessions, and what it leaves closed."""

from __future__ import annotations

import msgspec

from netgen.device import Inspection
from netgen.platforms.fortinet_fortios import names
from netgen.platforms.fortinet_fortios.web_categories import EXEMPT

#: Rows of domains come after those of categories, whose numbers end at 191. The table ends at 512.
_DOMAIN_ROWS = 200


class ExemptDomainView(msgspec.Struct, frozen=True):
    """A domain that is never opened: its row, the object that holds it and the form of its name."""

    row: int
    name: str
    place: str
    origin: str


class InspectionView(msgspec.Struct, frozen=True):
    """The profile; `categories` are FortiGuard numbers, each the number of its own row."""

    ca: str
    categories: tuple[int, ...]
    domains: tuple[ExemptDomainView, ...]
    origin: str


def inspection_views(inspection: Inspection | None) -> tuple[InspectionView, ...]:
    """The one profile where something is inspected. KeyError for a category that FortiGuard has no number for here."""
    if inspection is None:
        return ()
    return (
        InspectionView(
            ca=inspection.ca,
            categories=tuple(sorted({number for key in inspection.categories for number in EXEMPT[key]})),
            domains=_domains(inspection.domains),
            origin=inspection.origin,
        ),
    )


def _domains(domains: tuple[tuple[str, str], ...]) -> tuple[ExemptDomainView, ...]:
    """Each domain itself, and all below it."""
    places = [(place, origin) for domain, origin in sorted(domains) for place in (domain, f"*.{domain}")]
    return tuple(
        ExemptDomainView(row, names.exempt_name(place), place, origin)
        for row, (place, origin) in enumerate(places, start=_DOMAIN_ROWS)
    )
