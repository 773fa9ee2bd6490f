"""Two publications of one server are told apart by address and service, and each answers its own audience alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from netgen.build import build_texts
from netgen.compiler import plan_all
from netgen.diagnostics import Collector
from netgen.judge import SETTLED, judge_site
from netgen.loader import load_inventory
from tests.judge.test_lists_and_translations import FIREWALLS, PROTECTION
from tests.schools import write_school

PARTNER, AGENCY = "203.0.113.9/32", "203.0.113.64/28"
COMMON = {
    "to": "10.10.6.20", "services": ["https"], "circuit": "fttp", "reason": "People outside need it daily",
    "owner": "Business manager", "risk": "medium", "review": "2031-07-31",
}  # fmt: skip
#: Two publications by what tells them apart.
SCHOOLS: dict[str, dict[str, dict[str, Any]]] = {
    "services, everybody and a partner": {
        "records": {"number": 1, "services": ["ssh"], "from": [PARTNER]},
        "portal": {"number": 2},
    },
    "circuits, a partner first": {
        "records": {"number": 1, "from": [PARTNER]},
        "portal": {"number": 2, "circuit": "mobile"},
    },
    "circuits, everybody first": {
        "records": {"number": 2, "from": [PARTNER]},
        "portal": {"number": 1, "circuit": "mobile"},
    },
    "circuits, two partners": {
        "records": {"number": 1, "from": [PARTNER]},
        "portal": {"number": 2, "circuit": "mobile", "from": [AGENCY]},
    },
}


def objections(
    folder: Path, platform: str, school: str, *, lists: bool = False, edit: tuple[str, str] | None = None
) -> list[str]:
    """What the judge says of the school's firewall, after one edit of its text."""
    inventory = write_school(folder, "C9300-48P", FIREWALLS[platform], "AP-635")
    if lists:
        (inventory / "standard" / "protection.yaml").write_text(yaml.safe_dump(PROTECTION[platform]))
    file = inventory / "sites" / "elm.yaml"
    site = yaml.safe_load(file.read_text())
    site["circuits"]["mobile"] |= {
        "address": "static", "ip": "198.51.100.46/30", "gateway": "198.51.100.45"
    }  # fmt: skip
    site["publish"] = {name: COMMON | fields for name, fields in SCHOOLS[school].items()}
    file.write_text(yaml.safe_dump(site, sort_keys=False))
    found = Collector()
    intent = load_inventory(inventory, found).intent
    assert intent is not None, found
    trust, plans = plan_all(intent)
    texts = {
        Path(name).stem: text for name, text in build_texts(intent).files.items() if name.startswith("elm")
    }
    if edit:
        assert texts["elm-fw1"].count(edit[0]) == 1, (
            f"`{edit[0]}` occurs {texts['elm-fw1'].count(edit[0])} times"
        )
        texts["elm-fw1"] = texts["elm-fw1"].replace(*edit)
    return [
        f"{item.rule.code} {item.message}"
        for item in judge_site(trust, plans["elm"], texts)
        if item.device == "elm-fw1" and item.status not in SETTLED
    ]


@pytest.mark.parametrize("lists", [False, True], ids=["anywhere", "countries and feeds"])
@pytest.mark.parametrize("school", SCHOOLS)
@pytest.mark.parametrize("platform", FIREWALLS)
def test_each_has_its_own_audience(tmp_path: Path, platform: str, school: str, *, lists: bool) -> None:
    assert not objections(tmp_path, platform, school, lists=lists)


#: One edit that gives the records server an audience that it has only by the other circuit.
WIDENED = {
    "fortinet_fortios": ('set srcaddr "net-from-203.0.113.9-32"', 'set srcaddr "all"'),
    "paloalto_panos": (
        "set rulebase security rules publish_records source net-from-203.0.113.9-32",
        "set rulebase security rules publish_records source any",
    ),
    "juniper_junos": ("                        source-address 203.0.113.9/32;\n", ""),
}


@pytest.mark.parametrize("platform", WIDENED)
def test_the_audience_of_one_circuit_is_not_that_of_the_other(tmp_path: Path, platform: str) -> None:
    found = objections(tmp_path, platform, "circuits, a partner first", edit=WIDENED[platform])
    assert any(text.startswith("JDG415 ") and "lets others reach records too" in text for text in found)


@pytest.mark.parametrize("platform", ["fortinet_fortios", "paloalto_panos"])
def test_rules_that_answer_at_each_others_address_are_an_objection(tmp_path: Path, platform: str) -> None:
    there = {
        "fortinet_fortios": ('set dstaddr "pub-records-tcp-443"', 'set dstaddr "pub-portal-tcp-443"'),
        "paloalto_panos": (
            "publish_records destination 198.51.100.42/32", "publish_records destination 198.51.100.46/32"
        ),
    }  # fmt: skip
    found = objections(tmp_path, platform, "circuits, a partner first", edit=there[platform])
    assert any("records does not answer all of its sources" in text for text in found)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("203.0.113.8/31", "sends inward what comes from others than records is for"),
        ("203.0.113.7/32", "records does not send inward what comes from all its sources"),
    ],
)
def test_a_translation_for_other_sources_is_an_objection(tmp_path: Path, wrong: str, words: str) -> None:
    edit = (
        f"                        source-address {PARTNER};\n",
        f"                        source-address {wrong};\n",
    )
    found = objections(tmp_path, "juniper_junos", "circuits, a partner first", edit=edit)
    assert any(text.startswith("JDG415 ") and words in text for text in found)
