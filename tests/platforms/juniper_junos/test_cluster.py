"""Two SRX firewalls that are one box (chassis cluster)."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.juniper_junos.firewalls import BACKUP, CORE, FIBRE, PART, SCHOOL, with_part
from tests.platforms.juniper_junos.text import names, stanza

from netgen.device import Device, FirewallPair, Probe
from netgen.rendering import render_device

PAIR = FirewallPair(
    1, ("oak-fw1", "oak-fw2"), 7, ("ge-0/0/4", "ge-0/0/5"), "", "sites/oak/firewall/pair",
    one_box=True, second_slot=5,
)  # fmt: skip
_OTHERS = tuple(item for item in PART.interfaces if item != BACKUP)
#: ge-0/0/1 is the control link, so the backup circuit is elsewhere.
MOVED = msgspec.structs.replace(BACKUP, name="ge-0/0/6")


def clustered(**changes: object) -> Device:
    """The school with a second firewall."""
    zones = tuple(
        msgspec.structs.replace(
            zone, members=tuple("ge-0/0/6" if name == "ge-0/0/1" else name for name in zone.members)
        )
        for zone in PART.zones
    )
    routes = tuple(
        msgspec.structs.replace(route, interface="ge-0/0/6") if route.interface == "ge-0/0/1" else route
        for route in SCHOOL.routes
    )
    box = msgspec.structs.replace(SCHOOL, routes=routes)
    return with_part(box, **{"interfaces": (*_OTHERS, MOVED), "zones": zones, "pair": PAIR, **changes})


CLUSTER = clustered()


@pytest.fixture
def text() -> str:
    return render_device(CLUSTER)


def test_a_firewall_that_stands_alone_knows_nothing_of_clusters() -> None:
    alone = render_device(SCHOOL)
    assert not [word for word in ("reth", "fab0", "cluster", "groups", "redundan") if word in alone]


def test_the_nodes_differ_by_their_names_alone(text: str) -> None:
    assert stanza(text, "groups", "node0", "system") == "host-name oak-fw1;\n"
    assert stanza(text, "groups", "node1", "system") == "host-name oak-fw2;\n"
    assert '\napply-groups "${node}";\n' in text
    assert text.count("host-name") == 2


def test_the_first_node_is_preferred_and_nothing_is_taken_back(text: str) -> None:
    for group in (0, 1):
        cluster = stanza(text, "chassis", "cluster", f"redundancy-group {group}")
        assert cluster.startswith("node 0 priority 200;\nnode 1 priority 100;\n")
    assert "preempt" not in text


def test_the_loss_of_a_circuit_or_of_all_cables_to_the_core_moves_the_traffic(text: str) -> None:
    assert names(text, "chassis", "cluster", "redundancy-group 1", "interface-monitor") == [
        "ge-0/0/0 weight 255",
        "ge-0/0/2 weight 128",
        "ge-0/0/3 weight 128",
        "ge-0/0/6 weight 255",
        "ge-5/0/0 weight 255",
        "ge-5/0/2 weight 128",
        "ge-5/0/3 weight 128",
        "ge-5/0/6 weight 255",
    ]


def test_circuits_and_core_are_redundant_interfaces_with_a_port_of_each_node(text: str) -> None:
    parents = {
        port: stanza(text, "interfaces", port, "gigether-options")
        for port in names(text, "interfaces")
        if port.startswith("ge-") and port != "ge-0/0/7"
    }
    assert parents == {
        **dict.fromkeys(("ge-0/0/0", "ge-5/0/0"), "redundant-parent reth1;\n"),
        **dict.fromkeys(("ge-0/0/6", "ge-5/0/6"), "redundant-parent reth7;\n"),
        **dict.fromkeys(("ge-0/0/2", "ge-0/0/3", "ge-5/0/2", "ge-5/0/3"), "redundant-parent reth0;\n"),
    }


def test_the_way_to_the_core_speaks_lacp_and_circuits_do_not(text: str) -> None:
    assert stanza(text, "interfaces", "reth0", "redundant-ether-options") == (
        "redundancy-group 1;\nlacp {\n    active;\n}\n"
    )
    assert stanza(text, "interfaces", "reth1", "redundant-ether-options") == "redundancy-group 1;\n"
    assert "address 203.0.113.2/30;" in stanza(text, "interfaces", "reth1", "unit 0", "family inet")
    assert "ae0" not in text
    assert "aggregated-devices" not in text


def test_there_are_as_many_redundant_interfaces_as_the_highest_needs(text: str) -> None:
    assert "        reth-count 8;\n" in text


def test_the_heartbeat_is_the_fabric_of_each_node(text: str) -> None:
    assert names(text, "interfaces", "fab0", "fabric-options", "member-interfaces") == [
        "ge-0/0/4",
        "ge-0/0/5",
    ]
    assert names(text, "interfaces", "fab1", "fabric-options", "member-interfaces") == [
        "ge-5/0/4",
        "ge-5/0/5",
    ]


def test_zones_tunnels_and_routes_name_the_redundant_interfaces(text: str) -> None:
    internet = stanza(text, "security", "zones", "security-zone internet", "interfaces")
    assert "reth1.0 {" in internet
    assert "reth7.0 {" in internet
    assert "external-interface reth1.0;" in text
    assert "reth0.30 {" in stanza(text, "security", "zones", "security-zone pupil", "interfaces")


def test_probes_leave_by_the_redundant_interface() -> None:
    probe = Probe(("192.0.2.53",), 5, 3, 3, "trust/wan/probes")
    assert "destination-interface reth1.0;" in render_device(clustered(probe=probe))


def test_one_cable_of_each_node_to_the_core_needs_no_lacp() -> None:
    one = msgspec.structs.replace(CORE, name="ge-0/0/2", kind="lan", members=())
    inside = tuple(
        msgspec.structs.replace(item, parent="ge-0/0/2") for item in _OTHERS if item.kind == "vlan"
    )
    text = render_device(clustered(interfaces=(FIBRE, MOVED, one, *inside)))
    assert stanza(text, "interfaces", "reth0", "redundant-ether-options") == "redundancy-group 1;\n"
    assert "ge-0/0/2 weight 255;" in text
    assert "reth0.30 {" in text
