"""Where somebody else filters, the judge shows an attestation: no pass, no failure, never silence."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from netgen.build import build_texts
from netgen.compiler import plan_all
from netgen.diagnostics import Collector
from netgen.judge import Judgement, Status, as_text, judge_site, summary
from netgen.loader import load_inventory
from tests.schools import write_school

FIREWALLS = ("FortiGate-80F", "SRX340", "PA-440")
ATTESTATION = {
    "service": "Example Consortium",
    "circuits": ["fttp", "mobile"],
    "attested_by": "Safeguarding lead",
    "expires": "2031-01-31",
}


def judged(folder: Path, firewall: str) -> tuple[Judgement, str]:
    inventory = write_school(folder, "C9300-48P", firewall, "AP-635")
    file = inventory / "sites" / "elm.yaml"
    school = yaml.safe_load(file.read_text()) | {"upstream_filter": ATTESTATION}
    file.write_text(yaml.safe_dump(school, sort_keys=False))
    intent = load_inventory(inventory, Collector()).intent
    assert intent is not None
    trust, plans = plan_all(intent)
    texts = {
        Path(name).stem: text
        for name, text in build_texts(intent).files.items()
        if name.startswith("elm/") and not name.endswith(".txt")
    }
    return Judgement.of(judge_site(trust, plans["elm"], texts), ["embedded"]), texts["elm-fw1"]


@pytest.mark.parametrize("firewall", FIREWALLS)
def test_every_zone_of_users_is_attested_and_nothing_fails(tmp_path: Path, firewall: str) -> None:
    judgement, _ = judged(tmp_path, firewall)
    attested = {item.id.rpartition(":")[2] for item in judgement.verdicts if item.status is Status.ATTESTED}
    assert {"staff", "student", "office", "guest", "byod"} <= attested
    assert judgement.ok, as_text(judgement)


def test_an_attestation_is_counted_and_shown_with_its_name_and_date(tmp_path: Path) -> None:
    judgement, _ = judged(tmp_path, FIREWALLS[0])
    assert summary(judgement).endswith("6 attested")
    assert (
        "attested: student at elm is filtered by Example Consortium, says Safeguarding lead until 2031-01-31"
        in as_text(judgement)
    )


def test_the_firewall_itself_filters_nothing_then(tmp_path: Path) -> None:
    assert "webfilter-profile" not in judged(tmp_path, FIREWALLS[0])[1]
