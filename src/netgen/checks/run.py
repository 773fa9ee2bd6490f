"""Runs the checks: gates first, then what rests on them, for the trust and for each site.

Reads: Intent. Writes: Diagnostics. A site's findings depend on that site and the trust-wide facts alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from netgen.checks.finding import Check, Finding, Locator
from netgen.checks.registry import CHECKS
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.diagnostics import Collector, Diagnostic, Severity
from netgen.hardware import Catalogue
from netgen.intent import Intent

#: Gates first.
_IN_ORDER = sorted(CHECKS, key=lambda check: not check.is_gate)
_OF_TRUST = tuple((check, check.of_trust) for check in _IN_ORDER if check.of_trust)
_OF_SITE = tuple((check, check.of_site) for check in _IN_ORDER if check.of_site)


def run_checks(
    intent: Intent,
    locator: Locator,
    catalogue: Catalogue,
    today: date,
    platforms: Mapping[str, Collection[str]],
    lacks: Mapping[str, Mapping[str, str]] | None = None,
    cannot: Mapping[str, Mapping[str, str]] | None = None,
) -> Collector:
    """All findings about an Intent.

    `platforms` are the platforms that can be rendered, each with its kinds (firewall, switch, wlan).
    `lacks` are the security-relevant features that each of them cannot do, with why; `cannot`
    the others. If no finding is an error, the compiler can compile every site.
    """
    facts = TrustFacts(intent, catalogue, today, platforms, lacks=lacks, cannot=cannot)
    collector = Collector()
    collector.extend(catalogue.problems)
    passed = check_trust(facts, locator, collector)
    for name in sorted(intent.sites):
        check_site(facts, name, locator, collector, standard_is_sound=passed)
    return collector


def check_trust(facts: TrustFacts, locator: Locator, collector: Collector) -> bool:
    """The checks of the trust and its standard, sites compared with each other included.

    True if every gate was passed: `standard_is_sound` for `check_site`.
    """
    passed = True
    for check, find in _OF_TRUST:
        if passed or not check.needs_gates:
            found = list(find(facts))
            if found and _report(check, found, locator, collector):
                passed = passed and not check.is_gate
    return passed


def check_site(
    facts: TrustFacts, name: str, locator: Locator, collector: Collector, *, standard_is_sound: bool = True
) -> None:
    """The checks of one site alone; an incremental rebuild runs them for the site that changed."""
    site = SiteFacts(facts, name)
    passed = standard_is_sound
    for check, find in _OF_SITE:
        if passed or not check.needs_gates:
            found = list(find(site))
            if found and _report(check, found, locator, collector):
                passed = passed and not check.is_gate


def _report(check: Check, findings: Iterable[Finding], locator: Locator, collector: Collector) -> bool:
    """Place the findings; True if one is an error."""
    has_error = False
    for finding in findings:
        find = locator.key_span if finding.at_key else locator.span
        also = tuple(span for span in (find(path) for path in finding.also) if span is not None)
        collector.add(
            Diagnostic(
                code=check.code,
                message=finding.message,
                severity=Severity.WARNING if finding.warning else Severity.ERROR,
                span=find(finding.path),
                path=finding.path,
                help=finding.help,
                also=also,
            )
        )
        has_error = has_error or not finding.warning
    return has_error
