"""The rooms import only what the table allows, directly and through others."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from tests.architecture.layers import ALLOWED, FORBIDDEN, HEAVY

PACKAGE = Path(__file__).parents[2] / "src" / "netgen"
ROOMS = sorted(path.name for path in PACKAGE.iterdir() if path.is_dir() and any(path.rglob("*.py")))


def imported_modules(path: Path, *, top_level_only: bool = False) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level_only else list(ast.walk(tree))
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path} uses a relative import: rooms could be crossed unseen"
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def rooms_imported_by(room: str) -> dict[str, Path]:
    """Rooms that a room imports, each with a file that does."""
    found: dict[str, Path] = {}
    for path in sorted((PACKAGE / room).rglob("*.py")):
        for module in imported_modules(path):
            parts = module.split(".")
            if parts[0] == "netgen" and len(parts) > 1 and parts[1] in ROOMS:
                found.setdefault(parts[1], path)
    found.pop(room, None)
    return found


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "cli"])
def test_a_room_imports_only_what_the_table_allows(room: str) -> None:
    assert room in ALLOWED, f"{room} is not in the table: say in layers.py what it may import"
    wrong = {name: str(path) for name, path in rooms_imported_by(room).items() if name not in ALLOWED[room]}
    assert not wrong, f"{room} may not import {wrong}"


@pytest.mark.parametrize(("near", "far"), sorted(FORBIDDEN), ids=lambda value: value)
def test_a_forbidden_room_is_not_reached_even_indirectly(near: str, far: str) -> None:
    reached, waiting = set(), [near]
    while waiting:
        for name in rooms_imported_by(waiting.pop()):
            if name not in reached:
                reached.add(name)
                waiting.append(name)
    assert far not in reached, f"{near} reaches {far}: {FORBIDDEN[near, far]}"


@pytest.mark.parametrize("room", ROOMS)
def test_heavy_packages_are_imported_where_they_are_used(room: str) -> None:
    for path in sorted((PACKAGE / room).rglob("*.py")):
        for module in imported_modules(path, top_level_only=True):
            package = module.split(".")[0]
            if package in HEAVY and room not in HEAVY[package]:
                pytest.fail(
                    f"{path} imports {package} when it is loaded: move the import to where it is used"
                )


def test_vendors_are_named_only_where_platforms_live() -> None:
    keys = {path.name for path in (PACKAGE / "platforms").iterdir() if (path / "__init__.py").is_file()}
    allowed = {"platforms", "readback", "hardware", "judge", "rollout"}
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] in allowed:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare):
                words = {item.value for item in ast.walk(node) if isinstance(item, ast.Constant)}
                assert not words & keys, f"{path}:{node.lineno} decides by vendor name: ask a capability"
