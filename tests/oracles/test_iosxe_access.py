"""What is said of sockets on Catalyst switches stands in the vendor's model; the oracle objects where it must."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgen.build import build_texts
from netgen.diagnostics import Collector
from netgen.loader import load_inventory
from tests.oracles.line_shapes import unknown_lines
from tests.schools import write_school

LINES = "iosxe_access_lines.yaml"
PORT = "interface GigabitEthernet1/0/1\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{PORT} authentication host-mode multi\n",
        f"{PORT} authentication event server dead action authorise vlan 40\n",
        f"{PORT} authentication event no-response action authorize vlan 5000\n",
        f"{PORT} authentication timer reauthenticate 0\n",
        f"{PORT} dot1x timeout tx-period 0\n",
        f"{PORT} dot1x port-control auto\n",
        f"{PORT} loopdetect 30\n",
        f"{PORT} ipv6 nd raguard policy HOST\n",
        f"{PORT} power inline port priority critical\n",
        f"{PORT} spanning-tree guard bpdu\n",
        f"{PORT} service-policy in OUT\n",
        "system mtu 9216\n",
        "radius-server deadtime 0\n",
        "radius-server dead-criteria 5 tries 3\n",
        "aaa accounting update newinfo periodic 0\n",
        "aaa server radius dynamic-author\n client 10.0.0.1 key K\n",
        "ntp authentication-key 7 sha256 K\n",
        "class-map match-any A\n match dscp expedited\n",
        "policy-map A\n class B\n  priority percent 20\n",
        "flow exporter E\n transport udp 70000\n",
        "ip dhcp pool P\n option 150 10.0.0.1\n",
        "ipv6 dhcp guard policy P\n device-role host\n",
        "errdisable recovery cause loop\n",
    ],
)
def test_what_the_model_does_not_know_is_objected_to(text: str) -> None:
    assert len(unknown_lines(text, LINES)) == 1


def test_other_lines_are_left_alone() -> None:
    assert not unknown_lines(
        f"hostname a\n{PORT} switchport mode access\n ip address 10.0.0.1 255.0.0.0\nline vty 0 4\n x\n",
        LINES,
    )


@pytest.mark.parametrize("routed", [False, True], ids=["collapsed", "routed"])
def test_every_line_of_a_whole_school_stands_in_the_model(tmp_path: Path, routed: bool) -> None:
    inventory = write_school(tmp_path, "C9300-48P", "FortiGate-80F", "C9120AXI", routed=routed, full=True)
    intent = load_inventory(inventory, Collector()).intent
    assert intent is not None
    switches = {
        name: text
        for name, text in build_texts(intent).files.items()
        if name.startswith("elm/") and "-sw" in name
    }
    assert len(switches) == 2
    for name, text in switches.items():
        assert "authentication port-control auto" in text
        assert not unknown_lines(text, LINES), name
