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

from netgen.device import Reservation
from netgen.rendering import render_device


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


PPPOE = msgspec.structs.replace(
    WAN2, mode="pppoe", user="oak@isp.example", secret="secret://vault/wan/oak", priority=20
)


def test_a_pppoe_circuit_dials_with_its_account_and_takes_no_resolver() -> None:
    device = msgspec.structs.replace(
        with_part(SCHOOL, interfaces=(WAN1, PPPOE, CORE)), routes=(), dhcp_pools=()
    )
    assert section(device, "system interface", '"wan2"') == (
        '    edit "wan2"\n'
        '        set vdom "root"\n'
        "        set mode pppoe\n"
        "        set distance 20\n"
        '        set username "oak@isp.example"\n'
        '        set password "NETGEN_SECRET.vault.wan.oak.END"\n'
        "        set dns-server-override disable\n"
        "        set type physical\n"
        '        set alias "4G backup"\n'
        '        set description "4G backup"\n'
        "        set role wan\n"
        "    next"
    )


def test_a_circuit_sends_no_faster_than_its_contract_where_that_is_asked() -> None:
    shaped = with_part(SCHOOL, interfaces=(msgspec.structs.replace(WAN1, shape=True), *PART.interfaces[1:]))
    assert "        set outbandwidth 200000\n" in section(shaped, "system interface", '"wan1"')
    assert "outbandwidth" not in render_device(SCHOOL)


def test_requests_for_addresses_are_relayed_from_the_segments_own_address() -> None:
    guests = msgspec.structs.replace(PART.interfaces[-1], relays=("10.0.8.14", "10.0.8.15"))
    device = with_part(SCHOOL, interfaces=(*PART.interfaces[:-1], guests))
    assert (
        "        set dhcp-relay-service enable\n"
        '        set dhcp-relay-ip "10.0.8.14" "10.0.8.15"\n'
        "        set dhcp-relay-source-ip 10.2.80.1\n"
    ) in section(device, "system interface", '"v40"')
    assert "dhcp-relay" not in section(device, "system interface", '"v30"')


def served(**changes: object) -> str:
    """The DHCP server of the pupils with other wishes."""
    pool = msgspec.structs.replace(SCHOOL.dhcp_pools[0], **changes)
    return section(msgspec.structs.replace(SCHOOL, dhcp_pools=(pool,)), "system dhcp server", "30")


def test_network_boot_names_server_and_file() -> None:
    text = served(boot_server="10.0.8.41", boot_file="boot/x64.efi")
    assert "        set next-server 10.0.8.41\n" in text
    assert '        set filename "boot/x64.efi"\n' in text
    assert "next-server" not in served()


def test_time_and_controllers_have_fields_and_telephones_an_option() -> None:
    text = served(options=((42, ("10.0.8.12", "10.0.8.13")), (138, ("10.0.8.42",)), (150, ("10.0.8.40",))))
    assert "        set ntp-server1 10.0.8.12\n        set ntp-server2 10.0.8.13\n" in text
    assert "        set wifi-ac1 10.0.8.42\n" in text
    assert (
        "        config options\n"
        "            edit 150\n"
        "                set code 150\n"
        "                set type ip\n"
        '                set ip "10.0.8.40"\n'
        "            next\n"
        "        end\n"
    ) in text


def test_more_servers_than_there_are_fields_become_an_option() -> None:
    hosts = tuple(f"10.0.8.{number}" for number in range(1, 5))
    text = served(options=((42, hosts),))
    assert "ntp-server" not in text
    assert '                set ip "10.0.8.1" "10.0.8.2" "10.0.8.3" "10.0.8.4"\n' in text


def test_a_reservation_is_numbered_by_its_place_in_the_subnet() -> None:
    printer = Reservation("front-printer", "00:1a:2b:3c:4d:5f", "10.2.73.4", "sites/oak/reservations/front")
    assert (
        "        config reserved-address\n"
        "            edit 260\n"
        "                set ip 10.2.73.4\n"
        "                set mac 00:1a:2b:3c:4d:5f\n"
        '                set description "front-printer"\n'
        "            next\n"
        "        end\n"
    ) in served(reservations=(printer,))
