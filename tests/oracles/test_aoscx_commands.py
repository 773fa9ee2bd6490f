"""The syntax oracle of AOS-CX objects where it must, and each of its shapes names a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgen.build import build_texts
from netgen.diagnostics import Collector
from netgen.loader import load_inventory
from tests.oracles.aoscx_commands import read_shapes, unknown_lines
from tests.schools import write_paired_school, write_school
from tests.unit.readback.whole_aoscx_switch import CORE

WRONG = {
    "a word of another vendor": "interface 1/1/1\n    switchport mode access\n",
    "another vendor's interface": "interface GigabitEthernet1/0/1\n    shutdown\n",
    "a port command at the top": "vlan access 20\n",
    "a top command in a port": "interface 1/1/1\n    hostname x\n",
    "an SVI command in a port": "interface 1/1/1\n    ip helper-address 10.0.0.1\n",
    "an address without its length": "interface vlan 20\n    ip address 10.0.0.1\n",
    "an address out of range": "interface vlan 20\n    ip address 10.0.0.256/24\n",
    "a dotted mask": "ip route 10.0.0.0 255.0.0.0 10.0.0.1\n",
    "the resolver in another word": "ip name-server 10.0.0.1\n",
    "BPDU guard in another word": "interface 1/1/1\n    spanning-tree bpdu-protection\n",
    "a native VLAN in another word": "interface 1/1/1\n    vlan native 20\n",
    "an ACL entry with a wildcard": "access-list ip A\n    10 permit tcp 10.0.0.0 0.0.0.255 any eq 22\n",
    "an ACL entry without its destination": "access-list ip A\n    10 permit tcp any\n",
    "a storm limit without its unit": "interface 1/1/1\n    rate-limit broadcast 100\n",
    "an SNMP cipher that is none": "snmpv3 user a auth sha auth-pass plaintext b priv 3des priv-pass plaintext c\n",
    "an SNMP user with a group": "snmpv3 user a netgroup auth sha auth-pass plaintext b\n",
    "a pool's network": "dhcp-server vrf default\n    pool p\n        network 10.0.0.0/24\n",
    "a pool command in the server": "dhcp-server vrf default\n    range 10.0.0.1 10.0.0.9\n",
    "a server key without its form": "radius dyn-authorization client 10.0.0.1 key plaintext k\n",
    "a role in the port": "interface 1/1/1\n    port-access role R\n",
    "an indent of two": "vlan 20\n  name x\n",
    "a role that no half of a pair has": "vsx\n    role master\n",
    "a peer without the own end": "vsx\n    keepalive peer 10.0.0.1 vrf A\n",
    "a peer link that is no LAG": "vsx\n    inter-switch-link 1/1/55\n",
    "a whole line that is made up": "frobnicate enable\n",
}

RIGHT = {
    "a negation": "no ssh server vrf mgmt\nno ip icmp redirect\n",
    "a banner with anything in it": "banner motd ^\nfrobnicate\n^\nhostname a\n",
    "ports and LAGs in a filter": "interface 1/1/1\n    portfilter 1/1/2-1/1/4,1/1/9,lag10\n",
    "an NTP server with all its options": "ntp server 10.0.0.1 key 5 minpoll 4 maxpoll 4 iburst prefer version 4\n",
    "both orders of a log server": "logging 10.0.0.1 tls 6514 vrf default severity info\n"
    "logging 10.0.0.1 severity info vrf default include-auditable-events\n",
    "comments": "Current configuration:\n".replace("Current configuration:", "!")
    + "!export-password: default\n",
    "nested three deep": "dhcp-server vrf A\n    pool p\n        lease 00:08:00\n    enable\n",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG.keys())
def test_objects_to(text: str) -> None:
    assert unknown_lines(text)


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT.keys())
def test_accepts(text: str) -> None:
    assert unknown_lines(text) == []


def test_accepts_a_switch_written_from_documents() -> None:
    assert unknown_lines(CORE.removeprefix("Current configuration:\n")) == []


def test_every_shape_names_its_sources() -> None:
    named = {
        "RC",
        "FUND",
        "SEC",
        "HARD",
        "CIS",
        "SNMP",
        "IPS",
        "ACL",
        "L2",
        "QOS",
        "MON",
        "CANU",
        "COLL",
        "VSX",
        "NAC",
        "L3V6",
        "NETLAB",
        "LAB6",
    }
    pending = [shape for shapes in read_shapes().values() for shape in shapes]
    while pending:
        shape = pending.pop()
        assert shape.sources, shape.text
        assert set(shape.sources) <= named, shape.text
        pending += shape.below


def test_says_where() -> None:
    assert unknown_lines("hostname a\nvlan 20\n    colour red\n") == [(3, "colour red")]


@pytest.mark.parametrize(
    ("model", "full", "routed"),
    [("6100-48G-CL4", True, False), ("6200F-48G-CL4-370W", True, False), ("6300M-48G-CL4", True, True)],
)
def test_accepts_what_is_rendered(tmp_path: Path, model: str, full: bool, routed: bool) -> None:
    inventory = write_school(tmp_path, model, "FortiGate-80F", "FAP-231F", full=full, routed=routed)
    intent = load_inventory(inventory, Collector()).intent
    assert intent is not None
    switches = {name: text for name, text in build_texts(intent).files.items() if name.endswith("sw1.cfg")}
    assert {name: unknown_lines(text) for name, text in switches.items()} == {name: [] for name in switches}
    assert switches


@pytest.mark.parametrize("routed", [False, True], ids=["collapsed", "routed"])
def test_accepts_a_rendered_pair(tmp_path: Path, routed: bool) -> None:
    inventory = write_paired_school(tmp_path, "8325-48Y8C", "6300M-48G-CL4", routed=routed)
    intent = load_inventory(inventory, Collector()).intent
    assert intent is not None
    halves = {name: text for name, text in build_texts(intent).files.items() if "elm-main-sw" in name}
    assert all("\nvsx\n" in text for text in halves.values())
    assert [unknown_lines(text) for text in halves.values()] == [[], []]
