"""Models that can say whose directed broadcasts they let through are those of platforms that render it."""

from __future__ import annotations

from netgen.hardware import load_catalogue
from netgen.platforms.platform import Level
from netgen.platforms.registry import PLATFORMS


def test_models_and_platforms_agree_on_who_bounds_broadcasts() -> None:
    rendering = {
        platform.key
        for platform in PLATFORMS
        for row in platform.capabilities
        if row.feature == "wake-on-lan" and row.level is Level.DONE
    }
    switches = [item for item in load_catalogue() if item.kind == "switch"]
    assert switches
    assert {item.model for item in switches if item.bounds_broadcasts} == {
        item.model for item in switches if item.platform in rendering
    }
