"""Our own rules, one file each, over what people wrote. They run before the compiler, which assumes them.

A check yields Findings and knows no file; `run.py` gives each its code and its place.
"""

from netgen.checks.finding import Check, Finding, Locator
from netgen.checks.registry import CHECKS
from netgen.checks.run import check_site, check_trust, run_checks
from netgen.checks.trust_facts import SiteSummary, TrustFacts, summary_of

__all__ = [
    "CHECKS",
    "Check",
    "Finding",
    "Locator",
    "SiteSummary",
    "TrustFacts",
    "check_site",
    "check_trust",
    "run_checks",
    "summary_of",
]
