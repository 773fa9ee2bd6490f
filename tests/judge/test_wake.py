"""Wake-on-LAN: silent where nobody asks and where all is right; nothing passes where nobody can say whose."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from netgen.build import build_texts
from netgen.compiler import plan_all
from netgen.diagnostics import Collector
from netgen.judge import SETTLED, SiteTexts, judge_site
from netgen.judge.batfish.engine import judge_trust
from netgen.loader import load_inventory
from tests.judge.test_lists_and_translations import FIREWALLS
from tests.schools import write_school, write_waking_school

RULES = {"JDG316", "JDG317", "JDG318"}
CATALYST, ARISTA, ARUBA, JUNIPER = "C9300-48P", "CCS-720XP-48Y6", "6300M-48G-CL4", "EX4100-48P"


def texts_of(inventory: Path) -> dict[str, str]:
    """The texts of the school and the hub by file."""
    intent = load_inventory(inventory, Collector()).intent
    assert intent is not None
    return {
        name: text
        for name, text in build_texts(intent).files.items()
        if name.startswith(("elm/", "dc/")) and not name.endswith(".txt")
    }


def judged(inventory: Path, texts: dict[str, str] | None = None) -> tuple[list[str], set[str]]:
    """What the judge says of the school and the hub: objections, and the rules that had anything to say."""
    intent = load_inventory(inventory, Collector()).intent
    assert intent is not None
    trust, plans = plan_all(intent)
    texts = texts or texts_of(inventory)
    verdicts = [
        item
        for site in ("elm", "dc")
        for item in judge_site(
            trust,
            plans[site],
            {Path(name).stem: text for name, text in texts.items() if name.startswith(site)},
        )
    ]
    loud = [f"{item.rule.code} {item.message}" for item in verdicts if item.status not in SETTLED]
    return loud, {item.rule.code for item in verdicts}


@pytest.mark.parametrize("firewall", FIREWALLS.values())
def test_a_school_whose_devices_are_woken_is_as_it_should_be(tmp_path: Path, firewall: str) -> None:
    loud, rules = judged(write_waking_school(tmp_path, CATALYST, firewall, "AP-635"))
    assert not loud
    assert rules >= RULES


def test_nothing_is_said_where_nobody_is_woken(tmp_path: Path) -> None:
    _, rules = judged(write_school(tmp_path, CATALYST, "FortiGate-80F", "AP-635", routed=True))
    assert not rules & RULES


@pytest.mark.parametrize("line", ["ip directed-broadcast", "ip network-broadcast"])
def test_a_broadcast_that_nobody_asked_for_is_an_objection(tmp_path: Path, line: str) -> None:
    inventory = write_school(tmp_path, CATALYST, "FortiGate-80F", "AP-635", routed=True)
    texts = texts_of(inventory)
    core = texts["elm/elm-main-sw1.cfg"]
    texts["elm/elm-main-sw1.cfg"] = core.replace("interface Vlan40\n", f"interface Vlan40\n {line}\n")
    loud, _ = judged(inventory, texts)
    assert [text for text in loud if text.startswith("JDG318 Vlan40 ")]


@pytest.mark.parametrize("switch", [ARISTA, ARUBA, JUNIPER])
def test_nothing_is_let_through_where_a_core_cannot_say_whose(tmp_path: Path, switch: str) -> None:
    asked = texts_of(write_waking_school(tmp_path / "asked", switch, "FortiGate-80F", "AP-635"))
    plain = texts_of(write_school(tmp_path / "plain", switch, "FortiGate-80F", "AP-635", routed=True))
    assert asked == plain


def test_nothing_is_let_through_where_the_firewall_routes(tmp_path: Path) -> None:
    asked = texts_of(
        write_waking_school(tmp_path / "asked", CATALYST, "FortiGate-80F", "AP-635", routed=False)
    )
    plain = texts_of(write_school(tmp_path / "plain", CATALYST, "FortiGate-80F", "AP-635"))
    assert asked == plain


def test_a_segment_with_old_addresses_is_left_alone(tmp_path: Path) -> None:
    inventory = write_waking_school(tmp_path, CATALYST, "FortiGate-80F", "AP-635")
    file = inventory / "sites" / "elm.yaml"
    school = yaml.safe_load(file.read_text())
    school["legacy"] = {"student": {"prefix": "192.168.0.0/20", "expires": "2031-08-31"}}
    file.write_text(yaml.safe_dump(school, sort_keys=False))
    core = texts_of(inventory)["elm/elm-main-sw1.cfg"]
    assert "NETGEN-WAKE-30" in core
    assert "NETGEN-WAKE-40" not in core
    assert not judged(inventory)[0]


@pytest.mark.batfish
def test_batfish_finds_the_packets_where_they_may_pass_and_nowhere_else(
    batfish_port: int, tmp_path: Path
) -> None:
    inventory = write_waking_school(tmp_path, CATALYST, "FortiGate-80F", "AP-635")
    intent = load_inventory(inventory, Collector()).intent
    assert intent is not None
    trust, plans = plan_all(intent)
    texts = texts_of(inventory)
    wider = 'set dstaddr "net-elm-wake-10.10.31.255-32"'
    assert texts["elm/elm-fw1.conf"].count(wider) == 2
    found = []
    for changes in ({}, {"elm/elm-fw1.conf": texts["elm/elm-fw1.conf"].replace(wider, 'set dstaddr "all"')}):
        sites = [
            SiteTexts(
                plans[site],
                {Path(name).stem: text for name, text in (texts | changes).items() if name.startswith(site)},
            )
            for site in ("elm", "dc")
        ]
        verdicts, _, _ = judge_trust(trust, sites, port=batfish_port, deadline_s=300)
        found.append({item.rule.name for item in verdicts if item.status not in SETTLED})
    assert found == [set(), {"zone-policy"}]
