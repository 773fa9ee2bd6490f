"""Ports, LAGs, VLAN interfaces and DHCP servers."""

from __future__ import annotations

import msgspec
from tests.platforms.fortinet_fortios.example import (
    CORE,
    PART,
    SCHOOL,
    WAN1,
    WAN2,
    interface,
    section,
    vlan,
    with_part,
)


def test_a_static_circuit_has_its_address_and_answers_nothing() -> None:
    assert section(SCHOOL, "system interface", '"wan1"') == (
        '    edit "wan1"\n'
        '        set vdom "root"\n'
        "        set ip 203.0.113.2 255.255.255.252\n"
        "        set type physical\n"
        '        set alias "Fibre"\n'
        '        set description "Fibre"\n'
        "        set estimated-upstream-bandwidth 200000\n"
        "        set estimated-downstream-bandwidth 1000000\n"
        "        set role wan\n"
        "    next"
    )


def test_a_dhcp_circuit_takes_its_default_route_at_its_priority_and_no_resolver() -> None:
    device = with_part(SCHOOL, interfaces=(WAN1, msgspec.structs.replace(WAN2, priority=30), CORE))
    device = msgspec.structs.replace(device, routes=(), dhcp_pools=())
    assert section(device, "system interface", '"wan2"') == (
        '    edit "wan2"\n'
        '        set vdom "root"\n'
        "        set mode dhcp\n"
        "        set distance 30\n"
        "        set dns-server-override disable\n"
        "        set type physical\n"
        '        set alias "4G backup"\n'
        '        set description "4G backup"\n'
        "        set role wan\n"
        "    next"
    )


def test_an_unused_port_is_down() -> None:
    assert "set status down" in section(SCHOOL, "system interface", '"internal3"')
    assert "set status down" not in section(SCHOOL, "system interface", '"internal1"')


def test_a_lag_follows_its_members_and_precedes_its_vlans() -> None:
    text = section(SCHOOL, "system interface")
    order = [
        text.index(f'edit "{name}"') for name in ("internal1", "internal2", "core", "v10", "v30", "oak-hub1")
    ]
    assert order == sorted(order)
    assert '        set member "internal1" "internal2"' in text


def test_only_a_managing_interface_takes_sessions() -> None:
    text = section(SCHOOL, "system interface")
    assert "set allowaccess ping https ssh snmp" in section(SCHOOL, "system interface", '"v10"')
    assert text.count("https") == 1


def test_vlans_sit_on_a_single_port_where_there_is_no_lag() -> None:
    port = interface("internal1", "lan", description="core switch")
    device = with_part(
        SCHOOL,
        interfaces=(
            WAN1,
            WAN2,
            port,
            msgspec.structs.replace(vlan(10, "10.2.64.1", 26, "m"), parent="internal1"),
        ),
    )
    device = msgspec.structs.replace(device, routes=device.routes[:3])
    assert '        set interface "internal1"\n        set vlanid 10' in section(
        device, "system interface", '"v10"'
    )
    assert "set status down" in section(device, "system interface", '"internal2"')
    assert "aggregate" not in section(device, "system interface")


def test_apostrophes_do_not_reach_the_device() -> None:
    device = with_part(
        SCHOOL, interfaces=(msgspec.structs.replace(WAN1, description="St Mary's line"), *PART.interfaces[1:])
    )
    assert '        set description "St Marys line"' in section(device, "system interface", '"wan1"')


def test_a_dhcp_server_is_numbered_by_its_vlan() -> None:
    assert section(SCHOOL, "system dhcp server", "30") == (
        "    edit 30\n"
        "        set lease-time 28800\n"
        '        set domain "oak.example.org"\n'
        "        set default-gateway 10.2.72.1\n"
        "        set netmask 255.255.248.0\n"
        '        set interface "v30"\n'
        "        config ip-range\n"
        "            edit 1\n"
        "                set start-ip 10.2.72.50\n"
        "                set end-ip 10.2.79.250\n"
        "            next\n"
        "        end\n"
        "        set dns-server1 10.0.8.10\n"
        "        set dns-server2 10.0.8.11\n"
        "    next"
    )
