"""One kind of port at a time: Device in, lines out."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.juniper_junos.switches import ACCESS_POINT, DESK, PHONE, access_switch, port, with_ports
from tests.platforms.juniper_junos.text import names, stanza

from netgen.platforms.juniper_junos.names import listed, quoted, vlan_name
from netgen.rendering import render_device

TEXT = render_device(access_switch())

PORTS = {
    "a desk: one VLAN and storm control": (
        "ge-0/0/0",
        """\
description "Room 0";
unit 0 {
    family ethernet-switching {
        interface-mode access;
        vlan {
            members pupils;
        }
        storm-control netgen-edge;
    }
}
""",
    ),
    "an access point: its own VLAN untagged and a member": (
        "ge-0/0/6",
        """\
description "AP 6";
native-vlan-id 99;
unit 0 {
    family ethernet-switching {
        interface-mode trunk;
        vlan {
            members [ staff pupils management ];
        }
    }
}
""",
    ),
    "unused: off, in the dead VLAN": (
        "ge-0/0/7",
        """\
description unused;
disable;
unit 0 {
    family ethernet-switching {
        interface-mode access;
        vlan {
            members blackhole;
        }
    }
}
""",
    ),
    "a member of a LAG has nothing of its own": (
        "xe-0/2/0",
        """\
description "oak-core u1";
ether-options {
    802.3ad ae1;
}
""",
    ),
    "a single cable to a switch: the native VLAN is no member": (
        "xe-0/2/1",
        """\
description "oak-annex u1";
native-vlan-id 998;
unit 0 {
    family ethernet-switching {
        interface-mode trunk;
        vlan {
            members [ staff pupils voice cameras guest management ];
        }
    }
}
""",
    ),
    "a LAG: LACP, no untagged traffic": (
        "ae1",
        """\
description oak-core;
native-vlan-id 998;
aggregated-ether-options {
    lacp {
        active;
    }
}
unit 0 {
    family ethernet-switching {
        interface-mode trunk;
        vlan {
            members [ staff pupils voice cameras guest management ];
        }
    }
}
""",
    ),
}


@pytest.mark.parametrize(("interface", "lines"), PORTS.values(), ids=PORTS)
def test_a_port_is_told(interface: str, lines: str) -> None:
    assert stanza(TEXT, "interfaces", interface) == lines


def test_every_port_appears_once() -> None:
    wanted = {item.interface for item in access_switch().ports} | {"ae1", "irb", "lo0"}
    assert sorted(names(TEXT, "interfaces")) == sorted(wanted)


def test_there_are_enough_aggregates_for_the_highest_number() -> None:
    assert stanza(TEXT, "chassis", "aggregated-devices", "ethernet") == "device-count 2;\n"


def test_edges_close_at_a_bpdu_and_uplinks_are_point_to_point() -> None:
    mstp = stanza(TEXT, "protocols", "mstp")
    assert "bpdu-block-on-edge;\n" in mstp
    for edge in ("ge-0/0/0", "ge-0/0/4", "ge-0/0/6"):
        assert stanza(TEXT, "protocols", "mstp", f"interface {edge}") == "edge;\n"
    for uplink in ("ae1", "xe-0/2/1"):
        assert stanza(TEXT, "protocols", "mstp", f"interface {uplink}") == "mode point-to-point;\n"
    assert "interface ge-0/0/7 " not in mstp
    assert "interface xe-0/2/0 " not in mstp


def test_root_guard_is_on_the_lags_that_lead_away_from_the_root() -> None:
    switch = access_switch()
    lags = tuple(msgspec.structs.replace(lag, root_guard=True) for lag in switch.lags)
    text = render_device(msgspec.structs.replace(switch, lags=lags))
    assert stanza(text, "protocols", "mstp", "interface ae1") == "mode point-to-point;\nno-root-port;\n"


def test_a_telephone_has_its_vlan_beside_the_ports_own() -> None:
    assert stanza(TEXT, "switch-options", "voip") == (
        "interface ge-0/0/4.0 {\n    vlan voice;\n    forwarding-class expedited-forwarding;\n}\n"
    )
    assert "members staff;" in stanza(TEXT, "interfaces", "ge-0/0/4")
    assert names(TEXT, "protocols", "lldp-med") == ["interface all"]
    assert "voip" not in render_device(with_ports(port("ge-0/0/0", DESK)))


def test_power_is_said_of_every_port_that_can_give_it() -> None:
    poe = stanza(TEXT, "poe")
    assert "interface ge-0/0/0;\n" in poe
    assert "interface ge-0/0/4 {\n    priority high;\n}\n" in poe
    assert "interface ge-0/0/5 {\n    disable;\n}\n" in poe
    assert "interface ge-0/0/7 {\n    disable;\n}\n" in poe
    assert "xe-" not in poe


def test_storms_are_bounded_at_end_points() -> None:
    assert stanza(TEXT, "forwarding-options", "storm-control-profiles netgen-edge", "all") == (
        "bandwidth-percentage 1;\n"
    )


def test_large_frames_pass_every_port_in_use() -> None:
    text = render_device(msgspec.structs.replace(access_switch(), jumbo=True))
    assert "mtu 9216;\n" in stanza(text, "interfaces", "ge-0/0/0")
    assert "mtu 9216;\n" in stanza(text, "interfaces", "ae1")
    assert "mtu" not in stanza(text, "interfaces", "xe-0/2/0")
    assert "mtu" not in stanza(text, "interfaces", "ge-0/0/7")
    assert "mtu" not in TEXT


def test_router_advertisements_of_end_points_are_dropped() -> None:
    guarded = msgspec.structs.replace(DESK, ra_guard=True)
    text = render_device(with_ports(port("ge-0/0/0", guarded), port("ge-0/0/1", PHONE)))
    path = ("forwarding-options", "access-security", "router-advertisement-guard", "interface")
    assert stanza(text, *path) == "ge-0/0/0.0 {\n    mark-interface block;\n}\n"
    assert "router-advertisement-guard" not in TEXT


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("staff", "staff"),
        ("Room 4", '"Room 4"'),
        ("a;b", '"a;b"'),
        ("10.0.0.1/24", "10.0.0.1/24"),
        ("", '""'),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, printed: str) -> None:
    assert quoted(text) == printed


def test_a_list_of_one_has_no_brackets() -> None:
    assert (listed(("a",)), listed(("a", "b"))) == ("a", "[ a b ]")


@pytest.mark.parametrize("name", ["30", "10-20", "all", "default"])
def test_a_vlan_is_never_called_what_junos_reads_as_something_else(name: str) -> None:
    assert vlan_name(name) == f"vlan-{name}"


def test_one_trunk_profile_serves_every_access_point() -> None:
    text = render_device(with_ports(*(port(f"ge-0/0/{n}", ACCESS_POINT) for n in range(3))))
    bodies = {stanza(text, "interfaces", f"ge-0/0/{n}") for n in range(3)}
    assert len(bodies) == 1
