"""An SSID is judged alike on a cluster, a controller, a firewall with access points, and an access point of its own."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from netgen.blueprint import SitePlan, TrustPlan
from netgen.build import build_texts
from netgen.compiler import plan_all
from netgen.diagnostics import Collector
from netgen.judge import Status, judge_site
from netgen.judge.case import SiteCase
from netgen.judge.expectations.wlans import judge_wlans
from netgen.judge.verdict import Verdict
from netgen.loader import load_inventory
from netgen.readback import Observed, ObservedWlan
from tests.schools import write_school

#: Access point -> the boxes that are judged for SSIDs.
SCHOOLS = {"AP-635": 1, "C9120AXI": 1, "FAP-231F": 1, "NWA50AX": 5}
WIRELESS = {
    "JDG601",
    "JDG602",
    "JDG603",
    "JDG604",
    "JDG605",
    "JDG606",
    "JDG607",
    "JDG608",
    "JDG609",
    "JDG610",
}
School = tuple[TrustPlan, SitePlan, dict[str, str]]


@pytest.fixture(scope="module", params=sorted(SCHOOLS))
def school(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, School]:
    folder = write_school(tmp_path_factory.mktemp("school"), "C9300-48P", "FortiGate-80F", request.param)
    intent = load_inventory(folder, Collector()).intent
    assert intent is not None
    trust, plans = plan_all(intent)
    files = build_texts(intent).files
    texts = {
        Path(name).stem: text
        for name, text in files.items()
        if name.startswith("elm/") and not name.endswith(".txt")
    }
    return request.param, (trust, plans["elm"], texts)


def wireless(school: School) -> list[Verdict]:
    return [each for each in judge_site(*school) if each.rule.code in WIRELESS]


def test_a_faultless_school_has_no_objection(school: tuple[str, School]) -> None:
    assert [
        f"{each.id} {each.message}" for each in wireless(school[1]) if each.status is not Status.PASS
    ] == []


def test_every_ssid_is_judged_on_every_box(school: tuple[str, School]) -> None:
    model, (trust, site, texts) = school
    judged = [each for each in wireless((trust, site, texts)) if each.rule.code == "JDG601"]
    assert len(judged) == SCHOOLS[model] * len(site.wlans)


EDITS = {
    "off": {"enabled": False},
    "another VLAN": {"vlan": 999},
    "open": {"security": "open"},
    "hidden": {"hidden": True},
    "another key": {"passphrase": "letmein99"},
    "one band": {"bands": ("5",)},
    "a stranger's server": {"radius": ("192.0.2.1",)},
    "a packet filter": {"rules": ("deny any",)},
    "frames to the controller": {"tunnelled": True},
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_every_difference_of_an_ssid_is_objected_to(
    school: tuple[str, School], edit: dict[str, object]
) -> None:
    found = _judged(school[1], lambda wlan: msgspec.structs.replace(wlan, **edit))
    assert all(each.status is Status.FAIL for each in found if each.rule.code == "JDG601")


@pytest.mark.parametrize("field", ["isolated", "dynamic_vlan", "fast_roaming"])
def test_every_turned_switch_of_an_ssid_is_objected_to(school: tuple[str, School], field: str) -> None:
    found = _judged(
        school[1], lambda wlan: msgspec.structs.replace(wlan, **{field: not getattr(wlan, field)})
    )
    assert all(each.status is Status.FAIL for each in found if each.rule.code == "JDG601")


def test_another_ssid_is_objected_to(school: tuple[str, School]) -> None:
    found = _judged(school[1], lambda wlan: msgspec.structs.replace(wlan, ssid=f"{wlan.ssid} 2"))
    assert all(each.status is Status.FAIL for each in found)


def _judged(school: School, edit: object) -> list[Verdict]:
    """The verdicts about SSIDs when each of them is changed by `edit`."""
    trust, site, texts = school
    seen = SiteCase(trust, site, texts).observed
    changed: dict[str, Observed] = {}
    for name, observed in seen.items():
        wlans: tuple[ObservedWlan, ...] = tuple(edit(wlan) for wlan in observed.wlans)  # type: ignore[operator]
        changed[name] = msgspec.structs.replace(observed, wlans=wlans)
    found = list(judge_wlans(SiteCase(trust, site, texts, observed=changed)))
    assert found
    return found


def test_wireless_on_a_firewall_that_controls_nothing_is_objected_to(school: tuple[str, School]) -> None:
    trust, site, texts = school[1]
    extra = (
        'config wireless-controller vap\n    edit "free"\n        set ssid "Free"\n        set security open\n'
        "    next\nend\n"
    )
    texts = {name: text + extra if name.endswith("fw1") else text for name, text in texts.items()}
    assert any(
        "SSID Free" in each.message for each in wireless((trust, site, texts)) if each.status is Status.FAIL
    )
