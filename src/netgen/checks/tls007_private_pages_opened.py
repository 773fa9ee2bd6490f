"""TLS inspection that also opens what is nobody's business.

What it catches: (warning) TLS is inspected, and banking or health is not among the exempt categories.
Why it matters in a school: staff bank and write to doctors in their breaks; what the firewall opens there is personal,
    and of health a special category (UK GDPR, article 9), which safeguarding gives no reason to look at.
Example: `exempt: {categories: []}`
How to fix: name finance and health, as the default does.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts

#: Keys of web categories that stay closed unless a trust says otherwise.
_PRIVATE = ("finance", "health")


def find_private_pages_opened(trust: TrustFacts) -> Iterator[Finding]:
    """At most one finding."""
    inspection = trust.standard.inspection
    if inspection is None or not any(trust.standard.filters[name].inspect for _, _, name in trust.filtered):
        return
    opened = [name for name in _PRIVATE if name not in inspection.exempt.categories]
    if opened:
        yield Finding(
            "standard/inspection/exempt/categories",
            f"pages of {' and '.join(opened)} are opened too",
            f"add {', '.join(opened)} to exempt.categories, as the default has them",
            warning=True,
        )
