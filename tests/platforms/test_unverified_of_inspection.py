"""What docs/unverified.md says of TLS inspection and people is really rendered."""

from __future__ import annotations

import re
from pathlib import Path

from tests.platforms.fortinet_fortios.test_whole_box import WHOLE
from tests.platforms.paloalto_panos.test_whole_box import INSPECTING

from netgen.rendering import render_device

PAGE = Path(__file__).parents[2] / "docs" / "unverified.md"


def test_the_quoted_lines_are_in_the_texts() -> None:
    _, _, rest = PAGE.read_text(encoding="utf-8").partition(
        "## FortiOS and PAN-OS: TLS inspection and people\n"
    )
    part = rest.partition("\n## ")[0]
    rows = re.findall(r"^- (FortiOS|PAN-OS) (`[^:]+`):", part, re.MULTILINE)
    assert len(rows) == 6
    texts = {"FortiOS": render_device(WHOLE), "PAN-OS": render_device(INSPECTING)}
    missing = [
        line
        for system, quoted in rows
        for line in re.findall(r"`([^`]+)`", quoted)
        if line not in texts[system]
    ]
    assert not missing
