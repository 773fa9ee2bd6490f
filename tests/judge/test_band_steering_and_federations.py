"""Band steering and eduroam: silent where nobody asks, and objected to where nobody asked and a text has it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from netgen.blueprint import SitePlan, TrustPlan
from netgen.build import build_texts
from netgen.compiler import plan_all
from netgen.diagnostics import Collector
from netgen.judge import Status
from netgen.judge.case import SiteCase
from netgen.judge.expectations.band_steering import judge_band_steering
from netgen.judge.expectations.federations import judge_federations
from netgen.judge.verdict import Verdict
from netgen.loader import load_inventory
from netgen.readback import Observed
from tests.schools import write_school

School = tuple[TrustPlan, SitePlan, dict[str, str]]
MODELS = ("AP-635", "C9120AXI", "FAP-231F", "NWA50AX")


def school(folder: Path, model: str, *, full: bool) -> School:
    inventory = write_school(folder, "C9300-48P", "FortiGate-80F", model, full=full)
    intent = load_inventory(inventory, Collector()).intent
    assert intent is not None
    trust, plans = plan_all(intent)
    files = build_texts(intent).files
    texts = {
        Path(name).stem: text
        for name, text in files.items()
        if name.startswith("elm/") and not name.endswith(".txt")
    }
    return trust, plans["elm"], texts


def verdicts(case: SiteCase) -> list[Verdict]:
    return [*judge_band_steering(case), *judge_federations(case)]


@pytest.mark.parametrize("model", MODELS)
def test_nothing_is_said_where_nobody_asks_and_no_text_has_any(model: str, tmp_path: Path) -> None:
    assert verdicts(SiteCase(*school(tmp_path, model, full=False))) == []


@pytest.fixture(scope="module", params=["C9120AXI", "FAP-231F"])
def plain(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> School:
    return school(tmp_path_factory.mktemp("plain"), request.param, full=False)


def changed(school: School, **edits: dict[str, object]) -> SiteCase:
    """The case when facts of every SSID (`wlans`) or radio (`radios`) are other ones."""
    seen: dict[str, Observed] = {}
    for name, observed in SiteCase(*school).observed.items():
        parts = {
            kind: tuple(msgspec.structs.replace(item, **edit) for item in getattr(observed, kind))
            for kind, edit in edits.items()
        }
        seen[name] = msgspec.structs.replace(observed, **parts)
    return SiteCase(*school, observed=seen)


def test_steering_that_nobody_asked_for_is_objected_to(plain: School) -> None:
    case = changed(plain, wlans={"band_steering": True}, radios={"band_steering": True})
    assert [each.status for each in judge_band_steering(case)] == [Status.FAIL]


@pytest.mark.parametrize("ssid", ["eduroam", "Eduroam", " govroam"])
def test_a_federation_that_nobody_planned_is_objected_to(plain: School, ssid: str) -> None:
    found = list(judge_federations(changed(plain, wlans={"ssid": ssid})))
    assert [each.status for each in found] == [Status.FAIL]
    assert "promises a federation that nobody planned" in found[0].message


def test_what_radius_must_refuse_is_attested_once_a_site(tmp_path: Path) -> None:
    found = list(judge_federations(SiteCase(*school(tmp_path, "NWA50AX", full=True))))
    attested = [each for each in found if each.status is Status.ATTESTED]
    assert len(attested) == 1
    assert "says Network manager until 2031-08-31" in attested[0].message
    assert [each.status for each in found if each not in attested] == [Status.PASS] * 5


def test_a_platform_that_leads_nobody_says_so(tmp_path: Path) -> None:
    found = list(judge_band_steering(SiteCase(*school(tmp_path, "NWA50AX", full=True))))
    assert {each.status for each in found} == {Status.PASS}
    assert all("though it was wished" in each.message for each in found)
