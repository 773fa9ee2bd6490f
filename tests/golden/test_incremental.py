"""A build that reads only what changed gives the texts and the findings of one that reads everything."""

from __future__ import annotations

import datetime
import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from netgen.build.incremental import BuildReport, build
from netgen.build.outputs import MANIFEST

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 22)


class Estate:
    """A copy of the reference trust, its golden files, and what the last two builds said."""

    def __init__(self, place: Path) -> None:
        self.root = place / "inventory"
        self.golden = place / "kept" / "golden"
        self.fresh = place / "fresh" / "golden"
        self.day = TODAY
        shutil.copytree(ROOT / "inventory", self.root)

    def site(self, name: str) -> Path:
        return self.root / "sites" / f"{name}.yaml"

    def edit(self, file: str, pattern: str, new: str) -> None:
        path = self.root / file
        text, count = re.subn(pattern, new, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
        assert count == 1, f"{file} has no {pattern}"
        path.write_text(text, encoding="utf-8")

    def build(self) -> BuildReport:
        """Build with the cache, and beside it without; both must say and write the same."""
        before = files_of(self.golden)
        kept = build(self.root, self.golden, today=self.day)
        shutil.rmtree(self.fresh, ignore_errors=True)
        fresh = build(self.root, self.fresh, today=self.day, use_cache=False)
        assert kept.findings == fresh.findings
        assert kept.failed == fresh.failed
        if kept.failed:
            assert files_of(self.golden) == before, "wrong input wrote something"
            assert not self.fresh.exists()
        else:
            assert files_of(self.golden) == files_of(self.fresh)
            assert (kept.files, kept.size) == (fresh.files, fresh.size)
        return kept


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def estate(tmp_path: Path) -> Estate:
    found = Estate(tmp_path)
    assert len(found.build().rendered) == 14
    return found


HUBS = {"dc", "hq"}


def test_nothing_changed_renders_nothing(estate: Estate) -> None:
    assert estate.build().rendered == ()


def test_a_new_day_renders_nothing_and_judges_exceptions_by_it(estate: Estate) -> None:
    before = estate.build().findings
    estate.day = TODAY.replace(year=TODAY.year + 5)
    report = estate.build()
    assert report.rendered == ()
    assert report.findings != before


def test_a_port_of_one_school_renders_that_school_alone(estate: Estate) -> None:
    estate.edit("sites/hazel-primary.yaml", r"^( +camera: \S+)-\d+", r"\1")
    assert estate.build().rendered == ("hazel-primary",)


def test_a_new_number_of_a_school_reaches_the_hubs(estate: Estate) -> None:
    estate.edit("sites/hazel-primary.yaml", r"^number: \d+", "number: 77")
    assert set(estate.build().rendered) == {"hazel-primary", *HUBS}


def test_a_number_given_twice_is_refused_and_nothing_is_written(estate: Estate) -> None:
    number = re.search(
        r"^number: (\d+)", estate.site("oak-primary").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert number
    estate.edit("sites/hazel-primary.yaml", r"^number: \d+", f"number: {number[1]}")
    report = estate.build()
    assert [finding.code for finding in report.findings if finding.severity == "error"] == ["ADR003"]


def test_a_broken_file_is_refused_and_repairing_it_renders_nothing(estate: Estate) -> None:
    path = estate.site("oak-primary")
    good = path.read_text(encoding="utf-8")
    path.write_text(good + "pupils: [\n", encoding="utf-8")
    assert estate.build().failed
    path.write_text(good, encoding="utf-8")
    assert estate.build().rendered == ()


def test_a_school_that_leaves_takes_its_files_along(estate: Estate) -> None:
    estate.site("hazel-primary").unlink()
    report = estate.build()
    assert set(report.rendered) == HUBS
    assert report.removed
    assert not (estate.golden / "hazel-primary").exists()


def test_a_change_of_the_standard_renders_every_site(estate: Estate) -> None:
    estate.edit("standard/zones.yaml", r"title: (\w+)", r"title: \1 two")
    assert len(estate.build().rendered) == 14


def test_a_trust_with_ipv6_is_remembered_like_any_other(estate: Estate) -> None:
    estate.edit(
        "trust.yaml", r"^  overlay: .*$", r"  overlay: 10.255.0.0/16\n  ipv6: {ula: 'fd5c:9e27:41b3::/48'}"
    )
    estate.edit("standard/segments.yaml", r"^(byod: .*)\}$", r"\1, ipv6: true}")
    assert len(estate.build().rendered) == 14
    assert estate.build().rendered == ()
    estate.edit("sites/oak-primary.yaml", r"^pupils: \d+$", "pupils: 417")
    assert estate.build().rendered == ("oak-primary",)


def test_a_change_of_a_hub_reads_everything(estate: Estate) -> None:
    estate.edit("sites/dc.yaml", r"^number: \d+", "number: 78")
    assert len(estate.build().rendered) == 14


def test_a_golden_file_edited_by_hand_is_rendered_again(estate: Estate) -> None:
    path = next((estate.golden / "oak-primary").glob("*.conf"))
    path.write_text("edited\n", encoding="utf-8")
    report = estate.build()
    assert report.rendered == ("oak-primary",)
    assert report.written == (f"oak-primary/{path.name}",)


def test_a_damaged_cache_is_no_cache(estate: Estate) -> None:
    (kept,) = [path for path in (estate.golden.parent / ".netgen").iterdir() if path.suffix != ".lock"]
    kept.write_bytes(kept.read_bytes()[:100])
    report = estate.build()
    assert len(report.rendered) == 14
    assert report.written == ()


def renumber(estate: Estate, chance: random.Random) -> None:
    name = chance.choice(schools(estate))
    estate.edit(f"sites/{name}.yaml", r"^number: \d+", f"number: {chance.choice((3, 4, 5, 90, 91, 92))}")


def resize(estate: Estate, chance: random.Random) -> None:
    name = chance.choice(schools(estate))
    estate.edit(f"sites/{name}.yaml", r"^pupils: \d+", f"pupils: {chance.choice((90, 140, 400, 5000))}")


def rename(estate: Estate, chance: random.Random) -> None:
    name = chance.choice(schools(estate))
    estate.edit(f"sites/{name}.yaml", r"^code: \S+", f"code: {chance.choice(('oak', 'nine', 'ten'))}")


def leave_or_return(estate: Estate, chance: random.Random) -> None:
    name = chance.choice(("hazel-primary", "oak-primary"))
    path = estate.site(name)
    if path.exists():
        path.unlink()
    else:
        shutil.copy(ROOT / "inventory" / "sites" / path.name, path)


def break_or_repair(estate: Estate, chance: random.Random) -> None:
    name = chance.choice(schools(estate))
    path = estate.site(name)
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.removesuffix("oops: [\n") if text.endswith("oops: [\n") else text + "oops: [\n", encoding="utf-8"
    )


def restore(estate: Estate, _: random.Random) -> None:
    shutil.rmtree(estate.root)
    shutil.copytree(ROOT / "inventory", estate.root)


def edit_standard(estate: Estate, chance: random.Random) -> None:
    estate.edit("standard/segments.yaml", r"title: \w+", f"title: Title {chance.randrange(3)}")


def touch_golden(estate: Estate, _: random.Random) -> None:
    for path in sorted((estate.golden / "hq").glob("*")):
        os.utime(path, ns=(1, 1))


def schools(estate: Estate) -> list[str]:
    return sorted(path.stem for path in (estate.root / "sites").glob("*.yaml") if path.stem not in HUBS)


EDITS: tuple[Callable[[Estate, random.Random], None], ...] = (
    renumber, resize, rename, leave_or_return, break_or_repair, restore, edit_standard, touch_golden,
)  # fmt: skip


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_any_edits_a_build_is_as_one_without_a_cache(estate: Estate, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(8):
        for change in chance.sample(EDITS, chance.randint(1, 2)):
            change(estate, chance)
        estate.build()
    restore(estate, chance)
    assert not estate.build().failed
    assert files_of(estate.golden).keys() >= {MANIFEST}
