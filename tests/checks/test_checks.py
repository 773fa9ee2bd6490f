"""Every check fires where it must, at the guilty line, and is silent about its nearest legal neighbour.

A case edits the small sound inventory in `base/`: file -> {text that occurs once: its replacement}, a whole
file as text, or null for none. `# expect: CODE words` in a replacement is the finding that must be at
that line; nothing else may be found. Adding a case never edits this file.
"""

from __future__ import annotations

import importlib
import pkgutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from netgen import checks
from netgen.checks import CHECKS, run_checks
from netgen.checks.zon010_unknown_category import CATEGORIES, UNCOVERED
from netgen.diagnostics import Collector
from netgen.hardware import load_catalogue
from netgen.loader import load_inventory
from netgen.platforms.fortinet_fortios.web_categories import FORTIGUARD
from netgen.platforms.registry import PLATFORMS, cannot_by_platform, lacks_by_platform

HERE = Path(__file__).parent
TODAY = date(2026, 9, 14)
RENDERED = {platform.key: platform.kinds for platform in PLATFORMS}
MARK = " # expect: "
LONGEST_MESSAGE = 90


def cases(kind: str) -> list[object]:
    return [
        pytest.param(file.parent.name[:6].upper(), case["edit"], id=f"{file.parent.name}: {case['about']}")
        for file in sorted(HERE.glob(f"*/{kind}.yaml"))
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def write_inventory(root: Path, edits: dict[str, object]) -> set[tuple[str, int, str]]:
    """The base with its edits below `root`; returns what is expected where."""
    expected = set()
    names = {file.relative_to(HERE / "base").as_posix() for file in (HERE / "base").rglob("*.yaml")}
    for name in sorted(names | edits.keys()):
        edit = edits.get(name, {})
        if edit is None:
            continue
        if isinstance(edit, str):
            lines = [line.split(MARK) for line in edit.split("\n")]
            expected |= {(name, index, words) for index, line in enumerate(lines, 1) for words in line[1:]}
            text = "\n".join(line[0] for line in lines)
        else:
            text = (HERE / "base" / name).read_text(encoding="utf-8")
        for old, new in edit.items() if isinstance(edit, dict) else ():
            assert text.count(old) == 1, f"`{old}` occurs {text.count(old)} times in {name}"
            first = text[: text.index(old)].count("\n") + 1
            lines = [line.split(MARK) for line in new.split("\n")]
            expected |= {
                (name, first + index, words) for index, line in enumerate(lines) for words in line[1:]
            }
            text = text.replace(old, "\n".join(line[0] for line in lines))
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return expected


def findings(root: Path) -> Collector:
    collector = Collector()
    inventory = load_inventory(root, collector)
    if inventory.intent is None:
        return collector
    return run_checks(
        inventory.intent,
        inventory,
        load_catalogue(inventory.hardware),
        TODAY,
        RENDERED,
        lacks_by_platform(),
        cannot_by_platform(),
    )


def judge(root: Path, edits: dict[str, object]) -> set[tuple[str, int, str]]:
    """Compare expected and real findings, line by line; returns the expected ones."""
    root.mkdir()
    expected = write_inventory(root, edits)
    real = {
        (item.span.file.partition("/")[2], item.span.line, f"{item.code} {item.message}"): item
        for item in findings(root)
    }
    missed = [
        want for want in expected if not any(has[:2] == want[:2] and _says(has[2], want[2]) for has in real)
    ]
    extra = [
        has for has in real if not any(has[:2] == want[:2] and _says(has[2], want[2]) for want in expected)
    ]
    assert not missed + extra, f"missed: {sorted(missed)}\nextra: {sorted(extra)}"
    for item in real.values():
        assert len(item.message) <= LONGEST_MESSAGE, item.message
        assert item.help, item
    return expected


def _says(finding: str, wanted: str) -> bool:
    code, _, words = wanted.partition(" ")
    return finding.startswith(code) and words in finding


def test_base_is_sound(tmp_path: Path) -> None:
    judge(tmp_path / "inventory", {})


@pytest.mark.parametrize(("code", "edits"), cases("fires"))
def test_fires(code: str, edits: dict[str, object], tmp_path: Path) -> None:
    expected = judge(tmp_path / "inventory", edits)
    assert code in {words[:6] for _, _, words in expected}


@pytest.mark.parametrize(("code", "edits"), cases("silent"))
def test_silent(code: str, edits: dict[str, object], tmp_path: Path) -> None:
    assert edits, code
    assert judge(tmp_path / "inventory", edits) == set()


def test_every_check_has_cases_and_every_case_a_check() -> None:
    wanted = {f"{check.code.lower()}_{check.name.replace('-', '_')}" for check in CHECKS}
    for kind in ("fires", "silent"):
        assert {file.parent.name for file in HERE.glob(f"*/{kind}.yaml")} == wanted


def test_every_check_file_is_registered_and_documented() -> None:
    files = {name for _, name, _ in pkgutil.iter_modules(checks.__path__) if name[3:6].isdigit()}
    assert files == {f"{check.code.lower()}_{check.name.replace('-', '_')}" for check in CHECKS}
    for name in files:
        text = importlib.import_module(f"netgen.checks.{name}").__doc__ or ""
        headings = ("What it catches: ", "Why it matters in a school: ", "Example: ", "How to fix: ")
        places = [text.find(f"\n{heading}") for heading in headings]
        assert -1 not in places, name
        assert places == sorted(places), name


def test_every_category_of_a_filter_is_one_that_devices_can_block() -> None:
    translated = {key for key, numbers in FORTIGUARD.items() if numbers}
    assert translated == CATEGORIES - UNCOVERED
    assert set(FORTIGUARD) == CATEGORIES
