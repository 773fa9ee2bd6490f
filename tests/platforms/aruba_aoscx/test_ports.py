"""One kind of port at a time: Device in, lines out."""

from __future__ import annotations

import msgspec
import pytest

from netgen.platforms.aruba_aoscx.names import port_list, vlan_list
from netgen.rendering import render_device

from .devices import CAMERA, DESK, FAR_SWITCH, access_switch, lag, port, routed_core, small_switch, stack
from .text import block, top_level

TEXT = render_device(access_switch())

PORTS = {
    "a desk: one VLAN, limits, BPDU guard, loop protection": (
        "1/1/1",
        """\
    description Room 1
    no shutdown
    no routing
    vlan access 20
    rate-limit broadcast 10000 kbps
    rate-limit multicast 50000 kbps
    spanning-tree bpdu-guard
    spanning-tree port-type admin-edge
    loop-protect""",
    ),
    "a phone with a PC behind it: the PC's VLAN untagged, the phone's tagged": (
        "1/1/31",
        """\
    description Office 31
    no shutdown
    no routing
    vlan trunk native 10
    vlan trunk allowed 10,30
    rate-limit broadcast 10000 kbps
    rate-limit multicast 50000 kbps
    spanning-tree bpdu-guard
    spanning-tree port-type admin-edge
    loop-protect""",
    ),
    "a camera: never what another camera sends": (
        "1/1/39",
        """\
    description Camera 39
    no shutdown
    no routing
    vlan access 40
    rate-limit broadcast 10000 kbps
    rate-limit multicast 50000 kbps
    spanning-tree bpdu-guard
    spanning-tree port-type admin-edge
    loop-protect
    portfilter 1/1/40""",
    ),
    "a printer draws no power": (
        "1/1/41",
        """\
    description Printer
    no shutdown
    no routing
    vlan access 10
    rate-limit broadcast 10000 kbps
    rate-limit multicast 50000 kbps
    spanning-tree bpdu-guard
    spanning-tree port-type admin-edge
    loop-protect
    no power-over-ethernet""",
    ),
    "an access point: its own VLAN untagged and on the list": (
        "1/1/42",
        """\
    description AP 42
    no shutdown
    no routing
    vlan trunk native 99
    vlan trunk allowed 10,20,99
    spanning-tree bpdu-guard
    spanning-tree port-type admin-edge
    loop-protect""",
    ),
    "unused copper: shut, in the dead VLAN, without power": (
        "1/1/48",
        """\
    shutdown
    no routing
    vlan access 999
    no power-over-ethernet""",
    ),
    "unused fibre has no power to turn off": (
        "1/1/52",
        """\
    shutdown
    no routing
    vlan access 999""",
    ),
    "a member has the VLANs of its LAG and says none": (
        "1/1/50",
        """\
    description oak-core u2
    no shutdown
    lag 1""",
    ),
    "a LAG: no untagged traffic, and DHCP servers behind it": (
        "lag 1",
        """\
    description oak-core
    no shutdown
    no routing
    vlan trunk native 998
    vlan trunk allowed 10,20,30,40,99
    lacp mode active
    dhcpv4-snooping trust""",
    ),
    "a single cable to another switch is no edge": (
        "1/1/51",
        """\
    description oak-annex u1
    no shutdown
    no routing
    vlan trunk native 998
    vlan trunk allowed 10,20,30,40,99
    dhcpv4-snooping trust""",
    ),
}


@pytest.mark.parametrize(("interface", "wanted"), PORTS.values(), ids=PORTS)
def test_port(interface: str, wanted: str) -> None:
    assert block(TEXT, f"interface {interface}") == wanted.splitlines()


def test_ports_of_a_layer_2_series_know_no_routing() -> None:
    assert "no routing" not in render_device(small_switch())


def test_where_the_box_serves_dhcp_edge_ports_drop_what_only_a_server_sends() -> None:
    core = routed_core()
    guarded = msgspec.structs.replace(core, runs=(*core.runs, port("1/1/2", DESK)))
    text = render_device(guarded)
    assert "    apply access-list ip NETGEN-EDGE in" in block(text, "interface 1/1/2")
    for header in ("interface lag 1", "interface lag 2"):
        assert "NETGEN-EDGE" not in "\n".join(block(text, header))


def test_a_port_without_a_description_prints_none() -> None:
    device = msgspec.structs.replace(access_switch(), runs=(port("1/1/1", DESK),))
    assert block(render_device(device), "interface 1/1/1")[0] == "    no shutdown"


def test_equal_profiles_that_are_two_objects_give_equal_lines() -> None:
    twin = msgspec.structs.replace(DESK)
    assert twin is not DESK
    device = msgspec.structs.replace(access_switch(), runs=(port("1/1/1", DESK), port("1/1/2", twin)))
    text = render_device(device)
    assert block(text, "interface 1/1/1") == block(text, "interface 1/1/2")


def test_members_of_two_lags_keep_their_own_group() -> None:
    member = next(item for item in access_switch().runs if item.profile.lag).profile
    device = msgspec.structs.replace(
        access_switch(), runs=(port("1/1/49", member, lag=1), port("1/1/50", member, lag=2))
    )
    text = render_device(device)
    assert block(text, "interface 1/1/49") == ["    no shutdown", "    lag 1"]
    assert block(text, "interface 1/1/50") == ["    no shutdown", "    lag 2"]


def test_a_trunk_without_vlans_carries_the_unused_one_alone() -> None:
    empty = msgspec.structs.replace(FAR_SWITCH, tagged=())
    bare = msgspec.structs.replace(lag(1, ("1/1/50",), "oak-core"), tagged=())
    device = msgspec.structs.replace(access_switch(), runs=(port("1/1/51", empty),), lags=(bare,))
    text = render_device(device)
    for header in ("interface 1/1/51", "interface lag 1"):
        assert "    vlan trunk allowed 998" in block(text, header)


def test_one_isolated_port_is_alone_already() -> None:
    device = msgspec.structs.replace(access_switch(), runs=(port("1/1/39", CAMERA),))
    assert "portfilter" not in render_device(device)


def test_a_stack_names_its_members_and_their_links() -> None:
    text = render_device(stack())
    assert top_level(text, "vsf") == ["vsf secondary-member 2", "vsf member 1", "vsf member 2"]
    assert block(text, "vsf member 1") == ["    type jl661a", "    link 1 1/1/51", "    link 2 1/1/52"]
    assert block(text, "vsf member 2") == ["    type jl659a", "    link 1 2/1/51", "    link 2 2/1/52"]


def test_stack_links_are_no_ports_of_their_own() -> None:
    headers = top_level(render_device(stack()), "interface")
    assert "interface 1/1/50" in headers
    assert "interface 1/1/51" not in headers
    assert "interface 2/1/52" not in headers


def test_a_switch_that_could_stack_is_member_1() -> None:
    assert top_level(TEXT, "vsf") == ["vsf member 1"]
    assert block(TEXT, "vsf member 1") == ["    type jl661a"]
    assert top_level(render_device(small_switch()), "vsf") == []


@pytest.mark.parametrize(
    ("vlans", "text"),
    [((10,), "10"), ((11, 10), "10-11"), ((12, 11, 10), "10-12"), ((1, 3, 4, 5, 9, 9), "1,3-5,9"), ((), "")],
)
def test_vlan_list(vlans: tuple[int, ...], text: str) -> None:
    assert vlan_list(vlans) == text


@pytest.mark.parametrize(
    ("ports", "text"),
    [
        (("1/1/10", "1/1/9"), "1/1/9-1/1/10"),
        (("1/1/52", "2/1/1"), "1/1/52,2/1/1"),
        (("1/1/1", "1/1/3"), "1/1/1,1/1/3"),
    ],
)
def test_port_list(ports: tuple[str, ...], text: str) -> None:
    assert port_list(ports) == text
