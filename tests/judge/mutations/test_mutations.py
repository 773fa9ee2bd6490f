"""The judge notices every single-line edit that changes behaviour, and stays silent on the others.

A judge that was never seen to object is unproven: `mutations.yaml` is the list of what it must catch.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from netgen.blueprint import SitePlan, TrustPlan
from netgen.build import build_texts
from netgen.compiler import plan_all
from netgen.diagnostics import Collector
from netgen.judge import Status, judge_site
from netgen.loader import load_inventory

ROOT = Path(__file__).parents[3]
MUTATIONS = yaml.safe_load((Path(__file__).parent / "mutations.yaml").read_text())


def mutated(text: str, mutation: dict[str, object]) -> str:
    """The text with the one line edited; fails if the place is not there any more."""
    lines = text.split("\n")
    stripped = [line.strip() for line in lines]
    assert mutation["in"] in stripped, f"no line `{mutation['in']}`"
    start = stripped.index(mutation["in"])
    assert mutation["find"] in stripped[start:], f"no line `{mutation['find']}` after `{mutation['in']}`"
    place = stripped.index(mutation["find"], start)
    if mutation.get("delete"):
        del lines[place]
    elif "insert" in mutation:
        lines.insert(place + 1, mutation["insert"])
    else:
        indent = lines[place][: len(lines[place]) - len(lines[place].lstrip())]
        lines[place] = indent + mutation["replace"].strip()
    return "\n".join(lines)


@pytest.fixture(scope="module")
def estate() -> tuple[TrustPlan, dict[str, SitePlan], dict[str, str]]:
    intent = load_inventory(ROOT / "inventory", Collector()).intent
    assert intent is not None
    trust, plans = plan_all(intent)
    return trust, plans, build_texts(intent).files


def objections(
    estate: tuple[TrustPlan, dict[str, SitePlan], dict[str, str]], mutation: dict[str, object]
) -> list[str]:
    trust, plans, files = estate
    site = mutation["file"].split("/")[0]
    texts = {
        Path(name).stem: mutated(text, mutation) if name == mutation["file"] else text
        for name, text in files.items()
        if name.startswith(f"{site}/") and not name.endswith(".txt")
    }
    found = judge_site(trust, plans[site], texts)
    return [f"{item.rule.code} {item.message}" for item in found if item.status is not Status.PASS]


def test_there_are_enough_mutations_and_each_has_its_own_name_and_reason() -> None:
    harmless = [item for item in MUTATIONS if item.get("harmless")]
    assert len(MUTATIONS) - len(harmless) >= 200
    assert len(harmless) >= 20
    assert len({item["id"] for item in MUTATIONS}) == len(MUTATIONS)
    assert all(len(item["why"]) > 10 for item in MUTATIONS)


@pytest.mark.parametrize("file", sorted({item["file"] for item in MUTATIONS}))
def test_the_judge_is_silent_before_the_edit(
    estate: tuple[TrustPlan, dict[str, SitePlan], dict[str, str]], file: str
) -> None:
    unchanged = {
        "file": file,
        "in": estate[2][file].split("\n")[0].strip(),
        "find": estate[2][file].split("\n")[0].strip(),
    }
    assert not objections(estate, {**unchanged, "replace": unchanged["find"]})


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda item: item["id"])
def test_the_judge_catches_it(
    estate: tuple[TrustPlan, dict[str, SitePlan], dict[str, str]], mutation: dict[str, object]
) -> None:
    found = objections(estate, mutation)
    if mutation.get("harmless"):
        assert not found, f"the judge objects to an edit that changes nothing: {found}"
    else:
        assert found, f"survived: {mutation['why']}"
