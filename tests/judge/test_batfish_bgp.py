"""BGP and Batfish: a school that asks for it passes there too, and a policy that lets more pass is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgen.blueprint import SitePlan, TrustPlan
from netgen.build import build_texts
from netgen.compiler import plan_all
from netgen.diagnostics import Collector
from netgen.judge import SiteTexts, Status
from netgen.judge.batfish.engine import judge_trust
from netgen.loader import load_inventory
from tests.schools import write_school

pytestmark = pytest.mark.batfish
FIREWALLS = ("FortiGate-80F", "PA-440", "SRX340")
EDITS = [
    ("route-filter 10.0.0.0/18 exact;", "route-filter 10.0.0.0/18 orlonger;", "is believed"),
    ("route-filter 10.0.0.0/18 exact;", "route-filter 0.0.0.0/0 exact;", "0.0.0.0/0 is believed"),
    ("export bgp-out;", "export bgp-to-dc;", "10.0.0.0/18 is told on"),
    ("import bgp-to-dc;", "", "Batfish finds 0 policies for what is believed"),
    ("peer-as 4200000000;", "peer-as 4200000009;", "the AS of the peer 4200000009, not 4200000000"),
    ("neighbor 10.255.0.82 {", "neighbor 10.255.0.86 {", "Batfish finds no neighbour 10.255.0.82"),
]

Estate = tuple[TrustPlan, dict[str, SitePlan], dict[str, str]]


def estate(folder: Path, firewall: str) -> Estate:
    intent = load_inventory(
        write_school(folder, "C9300-48P", firewall, "AP-635", bgp=True), Collector()
    ).intent
    assert intent is not None
    trust, plans = plan_all(intent)
    return trust, plans, build_texts(intent).files


def objections(port: int, found: Estate) -> list[str]:
    trust, plans, files = found
    sites = [
        SiteTexts(
            plan,
            {
                Path(name).stem: text
                for name, text in files.items()
                if name.startswith(f"{site}/") and not name.endswith(".txt")
            },
        )
        for site, plan in plans.items()
    ]
    verdicts, _, _ = judge_trust(trust, sites, port=port, deadline_s=120)
    assert verdicts
    return [f"{item.id}: {item.message}" for item in verdicts if item.status is not Status.PASS]


@pytest.mark.parametrize("firewall", FIREWALLS)
def test_batfish_takes_a_school_that_routes_by_bgp(batfish_port: int, tmp_path: Path, firewall: str) -> None:
    assert objections(batfish_port, estate(tmp_path, firewall)) == []


def test_a_policy_that_lets_more_pass_is_found(batfish_port: int, tmp_path: Path) -> None:
    trust, plans, files = estate(tmp_path, "SRX340")
    text = files["elm/elm-fw1.conf"]
    for before, after, words in EDITS:
        assert text.count(before) == 1
        found = objections(
            batfish_port, (trust, plans, files | {"elm/elm-fw1.conf": text.replace(before, after)})
        )
        said = [item for item in found if item.startswith("elm/batfish-bgp/elm-fw1:to-dc: ")]
        assert words in " ".join(said), found
