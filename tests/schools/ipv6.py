"""The school with IPv6 in some of its segments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from netgen.diagnostics import Collector
from netgen.intent import Intent
from netgen.loader import load_inventory
from tests.schools.files import changed
from tests.schools.school import write_school

ULA = "fd5c:9e27:41b3::/48"
#: Segments with IPv6: of users, of servers, of printers, of a zone that isolates, and of the administrators at the hub.
SEGMENTS = ("staff", "student", "servers", "print", "guest", "it-admin")


def write_ipv6_school(
    folder: Path,
    switch: str,
    firewall: str,
    *,
    routed: bool = False,
    segments: tuple[str, ...] = SEGMENTS,
    changes: dict[str, dict[str, Any]] | None = None,
) -> Path:
    """The inventory; `changes` are further fields of segments."""
    inventory = write_school(folder, switch, firewall, "AP-635", routed=routed)
    with changed(inventory / "trust.yaml") as trust:
        trust["addressing"]["ipv6"] = {"ula": ULA}
    with changed(inventory / "standard" / "segments.yaml") as standard:
        for name in segments:
            standard[name] |= {"ipv6": True, "guard": False}
        for name, fields in (changes or {}).items():
            standard[name] |= fields
    return inventory


def ipv6_school(folder: Path, switch: str, firewall: str, **choices: Any) -> Intent:
    """The same, read."""
    intent = load_inventory(write_ipv6_school(folder, switch, firewall, **choices), Collector()).intent
    assert intent is not None
    return intent
