"""The controller as a box: its uplinks, its address, who may manage it; and the text as a whole."""

from __future__ import annotations

import re

import msgspec
import pytest

from netgen.device import Device, lone_port
from netgen.platforms.cisco_iosxe_wlc import PLATFORM
from netgen.platforms.cisco_iosxe_wlc.view import build_view
from netgen.rendering import render_device, trace_device
from netgen.rendering.environment import template_folder

from .devices import GUEST, HOURS, RADIOS, SITE, STAFF, THINGS, TRUNK, controller
from .text import block, top_level

WHOLE = controller(STAFF, GUEST, THINGS, radios=RADIOS, schedules=(HOURS,))


def test_the_uplinks_are_a_lag_that_carries_the_access_points_vlan_alone() -> None:
    trunk = [
        "switchport trunk native vlan 998", "switchport trunk allowed vlan 97", "switchport mode trunk",
        "switchport nonegotiate",
    ]  # fmt: skip
    assert block(WHOLE, "interface Port-channel1") == ["description to oak-core", *trunk]
    assert block(WHOLE, "interface TenGigabitEthernet0/1/0") == [
        "description to core 0", *trunk, "channel-group 1 mode active",
    ]  # fmt: skip


def test_one_uplink_is_a_trunk_of_its_own() -> None:
    alone = msgspec.structs.replace(
        WHOLE, lags=(), runs=(lone_port("TenGigabitEthernet0/1/0", "to core", TRUNK, f"{SITE}/links"),)
    )
    lines = block(alone, "interface TenGigabitEthernet0/1/0")
    assert "switchport trunk allowed vlan 97" in lines
    assert not [line for line in lines if line.startswith("channel-group")]


def test_other_ports_and_the_service_port_are_shut() -> None:
    assert block(WHOLE, "interface TwoGigabitEthernet0/0/0") == [
        "description unused", "switchport access vlan 999", "switchport mode access", "switchport nonegotiate",
        "shutdown",
    ]  # fmt: skip
    assert "shutdown" in block(WHOLE, "interface GigabitEthernet0")


def test_one_address_serves_access_points_and_administrators() -> None:
    assert "ip address 10.2.97.5 255.255.255.0" in block(WHOLE, "interface Vlan97")
    assert top_level(WHOLE, "wireless management interface") == ["wireless management interface Vlan97"]
    assert top_level(WHOLE, "ip route") == ["ip route 0.0.0.0 0.0.0.0 10.2.97.1"]


def test_sessions_come_by_ssh_from_the_administration_alone() -> None:
    assert block(WHOLE, "ip access-list standard NETGEN-MANAGEMENT") == [
        "10 permit 10.0.8.0 0.0.0.255", "20 deny   any log",
    ]  # fmt: skip
    for lines in ("0 4", "5 15"):
        assert {"access-class NETGEN-MANAGEMENT in", "transport input ssh"} <= set(
            block(WHOLE, f"line vty {lines}")
        )
    assert {"no ip http server", "no ip http secure-server"} <= set(render_device(WHOLE).splitlines())


def test_clients_and_administrators_ask_the_same_servers() -> None:
    assert block(WHOLE, "aaa group server radius NETGEN-RADIUS") == [
        "server name radius1", "server name radius2", "ip radius source-interface Vlan97",
    ]  # fmt: skip
    lines = render_device(WHOLE).splitlines()
    assert "aaa authentication dot1x NETGEN-WIRELESS group NETGEN-RADIUS" in lines
    assert "aaa authorization network NETGEN-WIRELESS group NETGEN-RADIUS" in lines
    assert "aaa authentication login default group NETGEN-RADIUS local" in lines


def test_time_servers_prove_themselves_where_the_trust_has_a_key() -> None:
    assert top_level(WHOLE, "ntp") == [
        "ntp source Vlan97", "ntp server 10.0.0.123 prefer", "ntp server 10.0.1.123",
    ]  # fmt: skip
    keyed = msgspec.structs.replace(
        WHOLE,
        management=msgspec.structs.replace(WHOLE.management, ntp_key_id=7, ntp_key="secret://env/NTP"),
    )
    assert top_level(keyed, "ntp") == [
        "ntp authentication-key 7 sha1 NETGEN_SECRET.env.NTP.END", "ntp authenticate",
        "ntp trusted-key 7", "ntp source Vlan97", "ntp server 10.0.0.123 key 7 prefer",
        "ntp server 10.0.1.123 key 7",
    ]  # fmt: skip


def test_what_a_block_names_comes_before_it() -> None:
    lines = render_device(WHOLE).splitlines()
    heads = (
        "aaa group server radius NETGEN-RADIUS", "vlan 97", "interface Port-channel1",
        "interface TenGigabitEthernet0/1/0", "interface Vlan97", "wireless management interface Vlan97",
        "policy-map NETGEN-CLIENT-5000", "wireless profile policy guest", "ap dot11 5ghz rf-profile oak-5ghz",
        "wireless tag rf oak", "wireless profile flex oak", "ap profile oak", "wireless tag policy oak",
        "wireless tag site oak", "ap filter name oak", "ap filter priority 10 filter-name oak", "end",
    )  # fmt: skip
    places = [lines.index(head) for head in heads]
    assert places == sorted(places)


def test_secrets_are_placeholders() -> None:
    text = render_device(WHOLE)
    assert " key NETGEN_SECRET.vault.radius.END" in text
    assert "set-key ascii 0 NETGEN_SECRET.vault.wifi.things.END" in text
    assert "secret://" not in text


def test_the_traced_text_is_the_text_and_every_object_is_asked_for_by_its_own_origin() -> None:
    lines = trace_device(WHOLE)
    assert "".join(f"{line.text}\n" for line in lines) == render_device(WHOLE)
    part = WHOLE.wireless
    assert part is not None
    wanted = [
        WHOLE, WHOLE.management, *WHOLE.management.radius, *WHOLE.vlans, *WHOLE.ports, *WHOLE.lags, *part.wlans,
        *part.radios,
    ]  # fmt: skip
    assert {item.origin for item in wanted} <= {line.origin for line in lines}


def test_the_same_device_gives_the_same_text() -> None:
    again = controller(STAFF, GUEST, THINGS, radios=RADIOS, schedules=(HOURS,))
    assert render_device(again) == render_device(WHOLE)
    assert not [line for line in render_device(WHOLE).splitlines() if not line or line != line.rstrip()]


def test_a_device_without_a_wireless_part_is_refused() -> None:
    with pytest.raises(ValueError, match="no wireless part"):
        build_view(msgspec.structs.replace(WHOLE, wireless=None))


def owners(line: str) -> list[str]:
    """Templates that say they own a line."""
    found = []
    for path in sorted((template_folder() / "cisco_iosxe_wlc").glob("*.j2")):
        owned = re.search(r"^owns: (.*?)^vendor reference:", path.read_text(), re.DOTALL | re.MULTILINE)
        assert owned, f"{path.name} does not say what it owns"
        claims = tuple(" ".join(item.split()) for item in owned[1].split(","))
        if line.startswith(claims):
            found.append(path.name)
    return found


def text_without_banner(device: Device) -> str:
    """The text without what a person wrote."""
    return re.sub(r"^(banner login.*\n).*\n\^C\n", r"\1", render_device(device), flags=re.MULTILINE)


def test_every_top_level_line_has_exactly_one_owner() -> None:
    for line in text_without_banner(WHOLE).splitlines():
        if not line.startswith(" "):
            assert len(owners(line)) == 1, f"{line!r} is owned by {owners(line)}"


def test_each_feature_is_in_the_matrix_once_and_says_why_it_is_not_done() -> None:
    features = [each.feature for each in PLATFORM.capabilities]
    assert len(features) == len(set(features))
    assert all(each.why for each in PLATFORM.capabilities if each.level != "done")
