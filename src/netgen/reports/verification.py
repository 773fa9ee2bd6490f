"""Judging texts of a model: wiring the Blueprint and a set of texts into the judge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from netgen.blueprint import SitePlan
from netgen.compiler import plan_all
from netgen.intent import Intent
from netgen.judge import SETTLED, Judgement, SiteTexts
from netgen.judge.engines import JudgeResult, judge
from netgen.rollout import Flag


def site_texts(
    plans: Mapping[str, SitePlan], sites: Iterable[str], texts: Mapping[str, str], folder: str = ""
) -> list[SiteTexts]:
    """Each site's plan with its texts. `texts` are by `site/hostname.ext`; other files are left out."""
    found = []
    for site in sites:
        own = {
            name: text
            for name, text in texts.items()
            if name.startswith(f"{site}/") and not name.endswith(".txt")
        }
        found.append(
            SiteTexts(
                plan=plans[site],
                texts={Path(name).stem: text for name, text in own.items()},
                files={Path(name).stem: f"{folder}/{name}" if folder else name for name in own},
            )
        )
    return found


def judge_model(
    intent: Intent,
    sites: Iterable[str],
    texts: Mapping[str, str],
    *,
    folder: str = "",
    engine: str = "auto",
    batfish_host: str = "127.0.0.1",
    batfish_port: int = 9996,
) -> JudgeResult:
    """Judge texts against the model with the chosen engine."""
    trust, plans = plan_all(intent)
    cases = site_texts(plans, sites, texts, folder)
    return judge(trust, cases, engine=engine, batfish_host=batfish_host, batfish_port=batfish_port)


def judge_texts(intent: Intent, sites: Iterable[str], texts: Mapping[str, str]) -> Judgement:
    """The embedded engine's judgement, which a plan rests on."""
    found = judge_model(intent, sites, texts, engine="embedded").judgement
    if found is None:
        msg = "the embedded engine gave no judgement"
        raise RuntimeError(msg)
    return found


def flags_of(judgement: Judgement, texts: Mapping[str, str]) -> dict[str, Flag]:
    """Host name to: did the judge pass everything that was claimed of it?"""
    objections: dict[str, list[str]] = {}
    for verdict in judgement.verdicts:
        if verdict.status not in SETTLED:
            objections.setdefault(verdict.device, []).append(verdict.message)
    hosts = {Path(name).stem for name in texts if not name.endswith(".txt")}
    return {
        host: Flag(holds=False, reason=objections[host][0]) if host in objections else Flag(holds=True)
        for host in sorted(hosts)
    }
