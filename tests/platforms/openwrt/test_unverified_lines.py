"""The page of what was never verified names lines that this platform really renders."""

from __future__ import annotations

import re
from pathlib import Path

from netgen.rendering import render_device

from .devices import GUEST, RADIOS, STAFF, access_point

PAGE = Path(__file__).parents[3] / "docs" / "unverified.md"


def test_each_line_of_the_page_is_rendered() -> None:
    part = PAGE.read_text(encoding="utf-8").split("## OpenWrt\n")[1].split("\n## ")[0]
    starts = re.findall(r"^- `([^`]*)`", part, re.MULTILINE)
    assert len(starts) > 5
    lines = [line.strip() for line in render_device(access_point(STAFF, GUEST, radios=RADIOS)).splitlines()]
    assert not [start for start in starts if not any(line.startswith(start) for line in lines)]
