"""What Batfish is given: declared adaptations, and the intended matrix as access lists. Needs no server."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

import json
from pathlib import Path

import pytest

from netgen.judge.batfish.adaptations import ADAPTATIONS, adapt
from netgen.judge.batfish.engine import changed_lines
from netgen.judge.batfish.reference import reference_config
from netgen.judge.batfish.snapshot import write_snapshot
from netgen.judge.batfish.unread_shapes import is_known
from netgen.judge.case import SiteCase
from netgen.judge.header_space import EVERY_ADDRESS, EVERY_SERVICE, Region, addresses_of, service
from netgen.judge.intended_space import wanted_space
from netgen.values import Prefix
from tests.judge.small_site import SITE, TRUST, small_case


def test_a_text_that_needs_no_adaptation_is_given_as_it_is() -> None:
    text = 'config system global\n    set hostname "fw"\nend\n'
    assert adapt("fortinet_fortios", text).text == text
    assert adapt("fortinet_fortios", text).changes == ()


def test_built_in_objects_are_added_where_a_policy_uses_them_and_nowhere_else() -> None:
    text = 'config firewall policy\n    edit 1\n        set srcaddr "all"\n        set service "PING" "own"\n    next\nend\n'
    adapted = adapt("fortinet_fortios", text)
    assert 'edit "all"' in adapted.text
    assert 'edit "PING"' in adapted.text
    assert 'edit "HTTPS"' not in adapted.text
    assert adapted.text.index('edit "all"') < adapted.text.index("config firewall policy")
    assert {change.adaptation for change in adapted.changes} == {"fortios-built-ins"}
    policy = adapted.text.splitlines().index("config firewall policy") + 1
    assert adapted.given_line(policy) == 1


def test_an_object_that_the_text_defines_is_not_replaced() -> None:
    text = (
        'config firewall address\n    edit "all"\n        set subnet 10.0.0.0 255.0.0.0\n    next\nend\n'
        'config firewall policy\n    edit 1\n        set srcaddr "all"\n    next\nend\n'
    )
    assert adapt("fortinet_fortios", text).text == text


def test_policies_of_groups_are_taken_out_since_nobody_unknown_is_in_one() -> None:
    policy = '    edit {}\n        set srcintf "z"\n{}    next\n'
    own, plain = policy.format(1, '        set groups "heads"\n'), policy.format(2, "")
    text = f"config firewall policy\n{own}{plain}end\n"
    adapted = adapt("fortinet_fortios", text)
    assert adapted.text == f"config firewall policy\n{plain}end\n"
    assert {change.adaptation for change in adapted.changes} == {"fortios-groups"}


def test_tables_that_batfish_does_not_model_are_taken_out_whole_and_listed() -> None:
    text = (
        'config vpn ipsec phase1-interface\n    edit "t"\n        config x\n        end\n    next\nend\n'
        'config system zone\n    edit "z"\n    next\nend\n'
    )
    adapted = adapt("fortinet_fortios", text)
    assert adapted.text == 'config system zone\n    edit "z"\n    next\nend\n'
    assert changed_lines(list(adapted.changes)) == [
        "lines 1-6 taken out (`config vpn ipsec phase1-interface`)"
    ]


PUBLISHED = """config firewall vip
    edit "portal"
        set extip 198.51.100.1
        set mappedip "10.1.6.20"
        set extintf "wan1"
        set portforward enable
        set extport 443
        set mappedport 443
    next
end
config firewall policy
    edit 1
        set dstaddr "portal"
    next
end
"""


def test_a_virtual_ip_becomes_the_address_behind_it_before_the_policies() -> None:
    adapted = adapt("fortinet_fortios", PUBLISHED)
    assert adapted.text == (
        'config firewall address\n    edit "portal"\n        set subnet 10.1.6.20 255.255.255.255\n    next\nend\n'
        'config firewall policy\n    edit 1\n        set dstaddr "portal"\n    next\nend\n'
    )
    assert {change.adaptation for change in adapted.changes} == {"fortios-published"}


def test_a_virtual_ip_that_no_policy_names_is_taken_out_alone() -> None:
    adapted = adapt("fortinet_fortios", PUBLISHED.replace('set dstaddr "portal"', 'set dstaddr "server"'))
    assert "portal" not in adapted.text
    assert "firewall address" not in adapted.text


def test_a_virtual_ip_of_no_single_host_leaves_its_policy_without_an_address() -> None:
    adapted = adapt("fortinet_fortios", PUBLISHED.replace("10.1.6.20", "10.1.6.20-10.1.6.29"))
    assert "firewall address" not in adapted.text


def test_tables_inside_an_interface_are_taken_out() -> None:
    text = 'config system interface\n    edit "v1"\n        config ipv6\n            set x\n        end\n        set vlanid 1\n    next\nend\n'
    assert "ipv6" not in adapt("fortinet_fortios", text).text
    assert "set vlanid 1" in adapt("fortinet_fortios", text).text


def test_a_phone_trunk_of_eos_becomes_an_access_port_of_its_data_vlan() -> None:
    text = "interface Ethernet1\n   switchport trunk native vlan 30\n   switchport phone vlan 80\n   switchport mode trunk phone\n"
    adapted = adapt("arista_eos", text)
    assert "   switchport access vlan 30\n" in adapted.text
    assert "   switchport mode access\n" in adapted.text


def test_an_uplink_trunk_of_eos_stays_a_trunk() -> None:
    text = "interface Port-Channel1\n   switchport trunk native vlan 998\n   switchport mode trunk\n"
    assert text in adapt("arista_eos", text).text


def test_a_line_that_breaks_an_interface_is_taken_out_there_and_kept_at_the_top() -> None:
    text = "errdisable recovery cause bpduguard\ninterface Vlan1\n errdisable x\n shutdown\n"
    assert adapt("cisco_iosxe", text).text == (
        "!RANCID-CONTENT-TYPE: ios\nerrdisable recovery cause bpduguard\ninterface Vlan1\n shutdown\n"
    )


def test_every_adaptation_gives_its_reason() -> None:
    assert len({item.id for item in ADAPTATIONS}) == len(ADAPTATIONS)
    assert all(item.reason for item in ADAPTATIONS)


@pytest.mark.parametrize(
    ("platform", "line", "known"),
    [
        ("fortinet_fortios", "        set logtraffic all", True),
        ("fortinet_fortios", "        set logtraffic disable", False),
        ("fortinet_fortios", "        set allowaccess ping https ssh snmp", True),
        ("fortinet_fortios", "        set allowaccess ping telnet", False),
        ("fortinet_fortios", "        set allowaccess ping fabric", True),
        ("fortinet_fortios", '        set schedule "sch-school-day"', True),
        ("fortinet_fortios", "        set netflow-sampler both", True),
        ("fortinet_fortios", '        set password "S3cret"', False),
        ("fortinet_fortios", "        set srcaddr-negate enable", False),
        ("cisco_iosxe", " switchport protected", True),
        ("cisco_iosxe", " switchport protectet", False),
        ("arista_eos", " switchport protected", False),
    ],
)
def test_only_pinned_shapes_may_stay_unread(platform: str, line: str, known: bool) -> None:
    assert is_known(platform, line) is known


def test_the_intended_matrix_becomes_access_lists_of_the_same_names() -> None:
    region = Region(
        addresses_of([Prefix.parse("10.1.30.0/24"), Prefix.parse("10.1.31.0/24")]),
        EVERY_ADDRESS,
        (service(1, 8, 8), service(6, 443, 443), service(17, 5060, 5061)),
    )
    text = reference_config("fw", {"zone~a~to~zone~b": [region], "zone~b~to~zone~a": []}, from_any_port=True)
    assert text == (
        "!RANCID-CONTENT-TYPE: ios\n"
        "hostname fw\n"
        "ip access-list extended zone~a~to~zone~b\n"
        " permit icmp 10.1.30.0 0.0.1.255 any 8\n"
        " permit tcp 10.1.30.0 0.0.1.255 any eq 443\n"
        " permit udp 10.1.30.0 0.0.1.255 any range 5060 5061\n"
        " deny ip any any\n"
        "ip access-list extended zone~b~to~zone~a\n"
        " deny ip any any\n"
    )


def test_the_lower_bound_asks_for_source_ports_that_a_service_has() -> None:
    region = Region(EVERY_ADDRESS, EVERY_ADDRESS, (service(6, 443, 443),))
    assert "permit tcp any range 1 65535 any eq 443" in reference_config(
        "fw", {"x": [region]}, from_any_port=False
    )


def test_every_service_is_one_entry() -> None:
    region = Region(EVERY_ADDRESS, EVERY_ADDRESS, EVERY_SERVICE)
    assert " permit ip any any\n" in reference_config("fw", {"x": [region]}, from_any_port=False)


def test_the_intended_space_follows_the_matrix() -> None:
    wanted = wanted_space(small_case())
    assert sorted(wanted) == [
        ("guest", "internet"), ("staff", "internet"), ("staff", "overlay"), ("staff", "printing"),
    ]  # fmt: skip
    (region,) = wanted["staff", "overlay"].must
    assert region.destination == addresses_of([Prefix.parse("10.0.8.0/24")])


def test_a_snapshot_holds_readable_texts_and_the_cables_that_batfish_can_bundle(tmp_path: Path) -> None:
    texts = dict.fromkeys(small_case().plans, "!\n")
    snapshot = write_snapshot(tmp_path, [SiteCase(TRUST, SITE, texts)])
    assert sorted(path.name for path in (tmp_path / "configs").iterdir()) == [
        "oak-fw1.cfg",
        "oak-ks1-sw1.cfg",
        "oak-main-sw.cfg",
    ]
    assert snapshot.left_out == ("oak-wlan",)
    edges = json.loads((tmp_path / "batfish" / "layer1_topology.json").read_text())["edges"]
    assert {edge["node1"]["interfaceName"] for edge in edges} == {
        "TenGigabitEthernet1/1/1",
        "TenGigabitEthernet1/1/2",
    }
    assert len(snapshot.cables_left_out) == 2


def test_a_zone_of_sdwan_becomes_a_zone_of_its_members_and_steering_is_left_out() -> None:
    given = """config system sdwan
    set status enable
    config zone
        edit "underlay"
        next
    end
    config members
        edit 1
            set interface "wan1"
            set zone "underlay"
        next
        edit 2
            set interface "wan2"
            set zone "underlay"
        next
    end
end
config router static
    edit 1
        set sdwan-zone "underlay"
    next
end
config router policy
    edit 1
        set output-device "wan2"
    next
end
config firewall policy
    edit 1
        set dstintf "underlay"
    next
end"""
    text = adapt("fortinet_fortios", given).text
    assert "sdwan" not in text
    assert "router policy" not in text
    assert 'config system zone\n    edit "underlay"\n        set interface "wan1" "wan2"' in text
    assert 'config router static\n    edit 1\n        set device "wan1"' in text
    assert text.index("config system zone") < text.index("config firewall policy")
