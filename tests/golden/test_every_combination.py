"""One school on every combination of firewall, switch and access point: the same intent, the same reachability.

Each school is rendered and judged; then what each firewall's text lets pass between two zones is compared with what
the first one lets pass, packet by packet over the header space, with zones by name.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from netgen.blueprint import SitePlan, TrustPlan
from netgen.build import build_texts
from netgen.checks import run_checks
from netgen.compiler import plan_all
from netgen.diagnostics import Collector
from netgen.hardware import load_catalogue
from netgen.judge import SETTLED, judge_site
from netgen.judge.case import SiteCase
from netgen.judge.header_space import Region, remainder
from netgen.judge.policy_space import FirewallView, passing
from netgen.loader import load_inventory
from netgen.platforms.registry import PLATFORMS, kinds_by_platform, lacks_by_platform
from tests.schools import CHECKED_ON, break_out, steer, write_school

SWITCHES = ("C9300-48P", "CCS-720XP-48Y6", "EX4100-48P", "6300M-48G-CL4")
FIREWALLS = ("FortiGate-80F", "SRX340", "PA-440")
ACCESS_POINTS = ("AP-635", "C9120AXI", "NWA50AX")
#: A FortiAP is controlled by a FortiGate, so it goes with no other firewall.
COMBINATIONS = [
    *product(SWITCHES, FIREWALLS, ACCESS_POINTS),
    *product(SWITCHES, ("FortiGate-80F",), ("FAP-231F",)),
]

Built = tuple[TrustPlan, SitePlan, dict[str, str]]


#: What a school may ask about the ways of its traffic to the internet.
WAYS: dict[str, Callable[[Path], None]] = {
    "usual": lambda _: None,
    "steering": steer,
    "breakout": break_out,
}


def built(
    folder: Path, switch: str, firewall: str, access_point: str, *, routed: bool = False, way: str = "usual"
) -> Built:
    collector = Collector()
    written = write_school(folder, switch, firewall, access_point, routed=routed)
    WAYS[way](written)
    inventory = load_inventory(written, collector)
    intent = inventory.intent
    assert intent is not None, collector
    found = run_checks(
        intent, inventory, load_catalogue(), CHECKED_ON, kinds_by_platform(), lacks_by_platform()
    )
    assert not found.has_errors, [item.message for item in found]
    trust, plans = plan_all(intent)
    texts = {
        Path(name).stem: text
        for name, text in build_texts(intent).files.items()
        if name.startswith("elm/") and not name.endswith(".txt")
    }
    return trust, plans["elm"], texts


def test_every_platform_is_in_a_combination() -> None:
    catalogue = load_catalogue()
    found = {catalogue.get(model).platform for models in COMBINATIONS for model in models}  # type: ignore[union-attr]
    assert found == {platform.key for platform in PLATFORMS}


@pytest.mark.parametrize("models", COMBINATIONS, ids="-".join)
@pytest.mark.parametrize("routed", [False, True], ids=["collapsed", "routed"])
def test_the_judge_passes_the_school(tmp_path: Path, models: tuple[str, str, str], routed: bool) -> None:
    trust, plan, texts = built(tmp_path, *models, routed=routed)
    objections = [
        f"{item.rule.code} {item.id} {item.message}"
        for item in judge_site(trust, plan, texts)
        if item.status not in SETTLED
    ]
    assert not objections


def reachability(built_school: Built) -> dict[tuple[str, str], list[Region]]:
    """What the firewall's text certainly lets pass between two zones."""
    trust, plan, texts = built_school
    case = SiteCase(trust, plan, texts)
    ((_, observed),) = case.of_kind("firewall")
    view = FirewallView(case, observed)
    zones = sorted(view.interfaces_of)
    return {
        (one, other): [
            region
            for source in view.interfaces_of[one]
            for target in view.interfaces_of[other]
            for region in passing(view.effects(source, target)).certain
        ]
        for one in zones
        for other in zones
        if one != other
    }


@pytest.mark.parametrize("way", ["steering", "breakout"])
@pytest.mark.parametrize("firewall", FIREWALLS)
def test_the_judge_passes_ways_of_traffic(tmp_path: Path, firewall: str, way: str) -> None:
    trust, plan, texts = built(tmp_path, SWITCHES[0], firewall, "AP-635", way=way)
    found = [
        item for item in judge_site(trust, plan, texts) if item.rule.code in ("JDG440", "JDG441", "JDG442")
    ]
    assert found
    assert not [item.message for item in judge_site(trust, plan, texts) if item.status not in SETTLED]


@pytest.mark.parametrize("firewall", FIREWALLS)
def test_steering_lets_the_same_packets_pass(tmp_path: Path, firewall: str) -> None:
    usual, steered = (
        reachability(built(tmp_path / way, SWITCHES[0], firewall, "AP-635", way=way))
        for way in ("usual", "steering")
    )
    assert usual.keys() == steered.keys()
    assert not [
        pair
        for pair, here in usual.items()
        if remainder(steered[pair], here) or remainder(here, steered[pair])
    ]


@pytest.mark.parametrize("firewall", FIREWALLS)
def test_a_school_that_breaks_out_at_a_hub_lets_nothing_out_by_itself(tmp_path: Path, firewall: str) -> None:
    found = reachability(built(tmp_path, SWITCHES[0], firewall, "AP-635", way="breakout"))
    assert not [pair for pair, regions in found.items() if pair[1] == "internet" and regions]


@pytest.mark.parametrize("firewall", FIREWALLS[1:])
@pytest.mark.parametrize(
    ("routed", "way"),
    [(False, "usual"), (True, "usual"), (False, "breakout")],
    ids=["collapsed", "routed", "breakout"],
)
def test_the_same_packets_pass_on_every_firewall(
    tmp_path: Path, firewall: str, routed: bool, way: str
) -> None:
    first = reachability(
        built(tmp_path / "first", SWITCHES[0], FIREWALLS[0], "AP-635", routed=routed, way=way)
    )
    other = reachability(built(tmp_path / "other", SWITCHES[0], firewall, "AP-635", routed=routed, way=way))
    assert first.keys() == other.keys()
    differences = []
    for pair, here in first.items():
        more, less = remainder(other[pair], here), remainder(here, other[pair])
        if more or less:
            differences.append(f"{pair[0]} to {pair[1]}: more {more}, less {less}")
    assert not differences
