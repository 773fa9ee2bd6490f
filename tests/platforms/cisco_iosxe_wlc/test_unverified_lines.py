"""The page of what was never verified names lines that this platform really renders."""

from __future__ import annotations

import re
from pathlib import Path

from netgen.rendering import render_device

from .devices import GUEST, RADIOS, STAFF, THINGS, controller, wlan

PAGE = Path(__file__).parents[3] / "docs" / "unverified.md"


def test_each_line_of_the_page_is_rendered() -> None:
    part = PAGE.read_text(encoding="utf-8").split("## Catalyst 9800\n")[1].split("\n## ")[0]
    starts = [
        start
        for row in re.findall(r"^- (`[^:]*):", part, re.MULTILINE)
        for start in re.findall(r"`([^`]*)`", row)
    ]
    assert len(starts) > 10
    device = controller(
        STAFF, GUEST, THINGS, wlan("quiet", assisted_roaming=False), wlan("both", "wpa3-enterprise-transition"),
        wlan("own", "wpa2-personal", passphrase="secret://vault/wifi/own", per_device_psk=True), radios=RADIOS,
    )  # fmt: skip
    lines = [line.strip() for line in render_device(device).splitlines()]
    assert not [start for start in starts if not any(line.startswith(start) for line in lines)]
