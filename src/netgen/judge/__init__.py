"""Expectations from Intent and Blueprint, decided by an engine that never saw the compiler.

Two engines answer one question list: `embedded` over read-back facts, `batfish` over Batfish's own
model. A bug must not mark its own homework, so nothing here imports how a text was made.
"""

from netgen.judge.embedded import SiteTexts, judge_site, judge_trust
from netgen.judge.verdict import SETTLED, Judgement, Rule, RuleTotal, Status, Verdict
from netgen.judge.views import as_json, as_text, summary

__all__ = [
    "SETTLED",
    "Judgement",
    "Rule",
    "RuleTotal",
    "SiteTexts",
    "Status",
    "Verdict",
    "as_json",
    "as_text",
    "judge_site",
    "judge_trust",
    "summary",
]
