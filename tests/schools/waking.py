"""A school with a routed core where the network team and a server may wake devices of some segments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.schools.files import changed
from tests.schools.school import write_school

WAKE: dict[str, Any] = {
    "from": ["it-admin", "servers"],
    "to": ["staff", "student", "servers"],
    "why": "Updates are installed at night",
}


def write_waking_school(
    folder: Path, switch: str, firewall: str, access_point: str, *, routed: bool = True
) -> Path:
    """The inventory as files below `folder`: the school `elm` and the hub `dc`, whose network team wakes devices."""
    inventory = write_school(folder, switch, firewall, access_point, routed=routed)
    with changed(inventory / "trust.yaml") as trust:
        trust["services"]["wake"] = WAKE
    return inventory
