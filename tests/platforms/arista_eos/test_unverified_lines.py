"""The page of what was never verified names lines that this platform really renders."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from netgen.rendering import render_device

from .devices import asked_for_everything, core_with_services, paired_core

PAGE = Path(__file__).parents[3] / "docs" / "unverified.md"
TITLE = "## EOS: logins, guards, classes, services\n"


def test_each_line_of_the_page_is_rendered() -> None:
    part = PAGE.read_text(encoding="utf-8").split(TITLE)[1].split("\n## ")[0]
    starts = re.findall(r"^- `([^`]*)`", part, re.MULTILINE)
    assert len(starts) > 5
    seven = msgspec.structs.replace(asked_for_everything(), model="DCS-7050SX3-48YC8")
    devices = (asked_for_everything(), core_with_services(), seven, paired_core())
    texts = [render_device(device) for device in devices]
    lines = [line.strip() for text in texts for line in text.splitlines()]
    assert not [start for start in starts if not any(line.startswith(start) for line in lines)]
