"""The embedded engine: expectations over read-back facts. Needs nothing installed.

Reads: TrustPlan, SitePlan, texts. Writes: verdicts with engine `embedded`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from netgen.blueprint import SitePlan, TrustPlan
from netgen.judge.case import SiteCase
from netgen.judge.expectations import SITE_EXPECTATIONS, TRUST_EXPECTATIONS
from netgen.judge.verdict import Verdict


class SiteTexts(msgspec.Struct, frozen=True):
    """A site's plan and its texts by host name; `files` say where each lies, for `file:line`."""

    plan: SitePlan
    texts: Mapping[str, str]
    files: Mapping[str, str] = {}


def judge_site(
    trust_plan: TrustPlan,
    site_plan: SitePlan,
    texts: Mapping[str, str],
    files: Mapping[str, str] | None = None,
) -> list[Verdict]:
    """All verdicts that one site's texts settle. `texts` by host name."""
    return judge_case(SiteCase(trust_plan, site_plan, texts, files))


def judge_trust(trust_plan: TrustPlan, sites: Iterable[SiteTexts]) -> list[Verdict]:
    """All verdicts of all sites, and those that need several: tunnel pairs and addresses used twice."""
    cases = [SiteCase(trust_plan, site.plan, site.texts, site.files) for site in sites]
    found = [verdict for case in cases for verdict in judge_case(case)]
    return found + judge_across(cases)


def judge_across(cases: Sequence[SiteCase]) -> list[Verdict]:
    """What only several sites together can show."""
    return [verdict for expectation in TRUST_EXPECTATIONS for verdict in expectation(cases)]


def judge_case(case: SiteCase) -> list[Verdict]:
    """All verdicts about one site."""
    return [verdict for expectation in SITE_EXPECTATIONS for verdict in expectation(case)]
