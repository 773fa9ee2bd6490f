"""The files of a new estate: the packaged standard, and a first trust, hub and school to edit."""

from __future__ import annotations

from pathlib import Path


def starter_files() -> dict[str, str]:
    """Path below `inventory/` to text."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "starter" / "standard"
    standard = installed if installed.is_dir() else package.parents[1] / "inventory" / "standard"
    files = {
        f"standard/{path.name}": path.read_text(encoding="utf-8") for path in sorted(standard.glob("*.yaml"))
    }
    own = package / "starter" / "estate"
    for path in sorted(own.rglob("*.yaml")):
        files[str(path.relative_to(own))] = path.read_text(encoding="utf-8")
    return files
