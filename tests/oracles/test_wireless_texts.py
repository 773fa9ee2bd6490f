"""What netgen makes for access points is what their vendors' own sources would take."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgen.build import build_texts
from netgen.diagnostics import Collector
from netgen.loader import load_inventory
from tests.oracles import fortios_schema, uci_schema, wlc_model
from tests.schools import write_school


def texts(folder: Path, access_point: str) -> dict[str, str]:
    """The texts of a school that asks for the whole standard, by file."""
    intent = load_inventory(
        write_school(folder, "C9300-48P", "FortiGate-80F", access_point, full=True), Collector()
    ).intent
    assert intent is not None
    return {name: text for name, text in build_texts(intent).files.items() if name.startswith("elm/")}


def test_openwrt(tmp_path: Path) -> None:
    found = {name: text for name, text in texts(tmp_path, "NWA50AX").items() if "-ap-" in name}
    assert len(found) == 5
    assert [line for text in found.values() for line in uci_schema.unknown_lines(text)] == []


def test_catalyst_controller(tmp_path: Path) -> None:
    (text,) = [text for name, text in texts(tmp_path, "C9120AXI").items() if "-wlc" in name]
    assert "\nwlan " in text
    assert wlc_model.unknown_lines(text) == []
    assert wlc_model.refused(text) == []


@pytest.mark.skipif(
    fortios_schema.schema_folder() is None,
    reason="hfortix-fortios is not installed: pip install netgen[oracle]",
)
def test_fortiap(tmp_path: Path) -> None:
    (text,) = [text for name, text in texts(tmp_path, "FAP-231F").items() if "-fw1" in name]
    start = text.index("config wireless-controller")
    assert fortios_schema.unknown_lines(text[start:]) == []
