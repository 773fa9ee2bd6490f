"""What is said of sockets on EOS switches can be written by Arista's own data model, and Batfish reads the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgen.build import build_texts
from netgen.compiler import plan_all
from netgen.diagnostics import Collector
from netgen.intent import Intent
from netgen.judge import SiteTexts, Status
from netgen.judge.batfish.engine import judge_trust
from netgen.loader import load_inventory
from tests.oracles.line_shapes import unknown_lines
from tests.schools import write_school

LINES = "eos_access_lines.yaml"
PORT = "interface Ethernet1\n"


def school(folder: Path, *, routed: bool) -> Intent:
    """A whole school on EOS that asks for everything."""
    inventory = write_school(folder, "CCS-720XP-48Y6", "FortiGate-80F", "C9120AXI", routed=routed, full=True)
    intent = load_inventory(inventory, Collector()).intent
    assert intent is not None
    return intent


def texts_of(intent: Intent) -> dict[str, str]:
    """The texts of the school's switches by host name."""
    files = build_texts(intent).files
    return {
        Path(name).stem: text for name, text in files.items() if name.startswith("elm/") and "-sw" in name
    }


@pytest.mark.parametrize(
    "text",
    [
        f"{PORT}   dot1x host-mode multi-auth\n",
        f"{PORT}   dot1x authentication failure action traffic allow vlan 5000\n",
        f"{PORT}   dot1x guest-vlan 70\n",
        f"{PORT}   dot1x timeout reauth-period 0\n",
        f"{PORT}   poe priority urgent\n",
        f"{PORT}   service-policy input A\n",
        f"{PORT}   ipv6 traffic-filter A in\n",
        "dot1x\n   critical vlan 40\n",
        "radius-server dead-criteria time 5 tries 3\n",
        "monitor loop-protection\n   vlan 40\n",
        "qos profile Q\n   tx-queue 9\n",
        "qos profile Q\n   tx-queue 5\n      bandwidth remaining 5\n",
        "ntp authentication-key 7 sha256 7 K\n",
        "sflow collector 10.0.0.8\n",
        "dhcp server\n   subnet 10.0.0.0/24\n      tftp server option 43 a\n",
    ],
)
def test_what_the_data_model_cannot_write_is_objected_to(text: str) -> None:
    assert len(unknown_lines(text, LINES)) == 1


@pytest.mark.parametrize("routed", [False, True], ids=["collapsed", "routed"])
def test_every_line_of_a_whole_school_can_be_written(tmp_path: Path, routed: bool) -> None:
    texts = texts_of(school(tmp_path, routed=routed))
    assert len(texts) == 2
    for name, text in texts.items():
        assert "dot1x port-control auto" in text
        assert not unknown_lines(text, LINES), name


@pytest.mark.batfish
@pytest.mark.parametrize(("line", "reads"), [("", True), ("dot1 x port-control auto", False)])
def test_batfish_reads_every_line_that_is_not_pinned(
    tmp_path: Path, batfish_port: int, line: str, reads: bool
) -> None:
    intent = school(tmp_path, routed=False)
    trust, plans = plan_all(intent)
    texts = texts_of(intent)
    texts["elm-main-sw1"] = texts["elm-main-sw1"].replace(
        "   dot1x port-control auto\n", f"   {line or 'dot1x port-control auto'}\n", 1
    )
    verdicts, _, _ = judge_trust(trust, [SiteTexts(plans["elm"], texts)], port=batfish_port, deadline_s=120)
    found = [item for item in verdicts if item.rule.name == "batfish-unread-lines" and "-sw" in item.id]
    assert len(found) == 2
    assert all(item.status is Status.PASS for item in found) is reads
