"""What readers make of IPv6: addresses, advertisements, routes, filters, and who can manage a box by it."""

from __future__ import annotations

import pytest

from netgen.readback import Observed, ObservedIpv6, read

FORTIOS = """config system interface
    edit "v30"
        set vdom "root"
        config ipv6
            set ip6-address FD00:0:0:30::1/64
            set ip6-allowaccess ping ssh
            set ip6-send-adv enable
            set ip6-other-flag enable
            config ip6-prefix-list
                edit fd00:0:0:30::/64
                next
                edit fd00:0:0:31::/64
                    set onlink-flag disable
                next
            end
        end
        set interface "core"
        set vlanid 30
    next
    edit "wan1"
        set type physical
        config ipv6
            set autoconf enable
        end
    next
    edit "wan2"
        set type physical
        config ipv6
            set ip6-address ::/0
        end
    next
end
config firewall address6
    edit "range"
        set type iprange
        set start-ip fd00::1
        set end-ip fd00::2
    next
    edit "everything"
    next
end
config router static6
    edit 1
        set gateway fe80::1
        set device "wan1"
    next
end
"""
IOSXE = """ipv6 unicast-routing
vrf definition staff
 address-family ipv6
 exit-address-family
interface Vlan30
 vrf forwarding staff
 ip address 10.0.30.1 255.255.255.0
 ipv6 address FD00:0:0:30::1/64
 ipv6 nd prefix FD00:0:0:31::/64 600 300
interface Vlan40
 ipv6 address FE80::1 link-local
ipv6 route vrf staff ::/0 Vlan30 FD00:0:0:30::2 200
ipv6 access-list NOBODY
 sequence 10 deny ipv6 any any log
line vty 0 4
 ipv6 access-class NOBODY in
 transport input ssh
no ip http server
no ip http secure-server
"""
EOS = """ipv6 unicast-routing vrf staff
vrf instance staff
ip routing vrf staff
interface Vlan30
   vrf staff
   ipv6 address fd00:0:0:30::1/64
   ipv6 nd ra disabled
interface Vlan40
   ipv6 address fd00:0:0:40::1/64
"""
AOSCX = """vrf staff
ssh server vrf staff
interface vlan 30
    vrf attach staff
    ipv6 address fd00:0:0:30::1/64
    no ipv6 nd suppress-ra
interface vlan 40
    ipv6 address fd00:0:0:40::1/64
ipv6 route ::/0 fd00:0:0:30::2 distance 9 vrf staff
"""
JUNOS = """system { host-name box; services { ssh; } }
interfaces {
    irb { unit 30 { family inet6 { address fd00:0:0:30::1/64; } } }
    lo0 { unit 0 { family inet6 { filter { input KEEP; } } } }
}
vlans { staff { vlan-id 30; l3-interface irb.30; } }
protocols {
    router-advertisement { interface irb.30 { prefix fd00:0:0:30::/64; prefix fd00:0:0:31::/64 no-autonomous; } }
}
firewall { family inet6 { filter KEEP { TERMS } } }
"""
PANOS = """UNIT tag 30
UNIT ipv6 enabled yes
UNIT ipv6 address fd00:0:0:30::1/64 advertise enable yes
UNIT ipv6 address fd00:0:0:30::1/64 advertise onlink-flag yes
UNIT ipv6 neighbor-discovery router-advertisement enable yes
set network virtual-router default routing-table ipv6 static-route out destination ::/0
set network virtual-router default routing-table ipv6 static-route out nexthop next-vr other
""".replace("UNIT", "set network interface ethernet ethernet1/3 layer3 units ethernet1/3.30")


def side(found: Observed, vlan: int) -> ObservedIpv6:
    return next(item for item in found.ipv6 if item.vlan == vlan)


def test_fortios_reads_addresses_advertisements_and_what_answers() -> None:
    found = read("fortinet_fortios", FORTIOS)
    staff = side(found, 30)
    assert staff.addresses == ("fd00:0:0:30::1/64",)
    assert (staff.advertises, staff.managed, staff.other) == (True, False, True)
    assert (staff.prefixes, staff.odd_prefixes) == (("fd00:0:0:30::/64",), ("fd00:0:0:31::/64",))
    assert staff.access == ("ping", "ssh")


def test_fortios_sees_an_address_by_a_neighbour_and_none_where_none_is() -> None:
    assert {item.name: item.mode for item in read("fortinet_fortios", FORTIOS).ipv6} == {
        "v30": "static",
        "wan1": "autoconf",
    }


def test_an_object_of_fortios_without_a_prefix_is_everything() -> None:
    found = {item.name: item for item in read("fortinet_fortios", FORTIOS).addresses6}
    assert found["everything"].any_
    assert found["range"].prefixes == ("fd00::1/128", "fd00::2/128")


def test_a_route_of_fortios_without_a_destination_is_the_default() -> None:
    (route,) = read("fortinet_fortios", FORTIOS).routes6
    assert (route.prefix, route.gateway, route.interface) == ("::/0", "fe80::1", "wan1")


def test_iosxe_forwards_in_the_tables_that_have_the_family_and_advertises_there() -> None:
    found = read("cisco_iosxe", IOSXE)
    assert found.routing6 == ("", "staff")
    staff = side(found, 30)
    assert (staff.vrf, staff.addresses, staff.advertises) == ("staff", ("fd00:0:0:30::1/64",), True)
    assert (staff.prefixes, staff.odd_prefixes) == (("fd00:0:0:30::/64",), ("fd00:0:0:31::/64",))
    assert side(found, 40).addresses == ()
    (route,) = found.routes6
    assert (route.vrf, route.gateway, route.interface, route.distance) == (
        "staff",
        "fd00:0:0:30::2",
        "Vlan30",
        200,
    )


def test_iosxe_without_forwarding_advertises_nothing() -> None:
    found = read("cisco_iosxe", IOSXE.replace("ipv6 unicast-routing\n", ""))
    assert (found.routing6, side(found, 30).advertises) == ((), False)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ()),
        (" ipv6 access-class NOBODY in\n", "", (("vty 0", "*"),)),
        ("deny ipv6 any any log", "permit ipv6 any any", (("vty 0", "*"),)),
        ("no ip http secure-server", "ip http secure-server", (("web", "*"),)),
        ("line vty 0 4", "snmp-server group G v3 priv access ACL\nline vty 0 4", (("snmp", "*"),)),
        ("line vty 0 4", "snmp-server group G v3 priv access ipv6 NOBODY ACL\nline vty 0 4", ()),
    ],
)
def test_iosxe_is_managed_by_ipv6_past_every_list_that_is_not_there(
    old: str, new: str, expected: tuple[tuple[str, str], ...]
) -> None:
    assert read("cisco_iosxe", IOSXE.replace(old, new, 1)).management.sessions6 == expected


def test_eos_answers_who_asks_for_a_router_unless_it_is_told_to_say_nothing_at_all() -> None:
    found = read("arista_eos", EOS)
    assert found.routing6 == ("staff",)
    assert side(found, 30).advertises
    assert not side(read("arista_eos", EOS.replace("ra disabled", "ra disabled all")), 30).advertises
    assert not side(found, 40).advertises
    assert ("ssh", "") in found.management.sessions6


def test_aoscx_says_nothing_until_it_is_told_to() -> None:
    found = read("aruba_aoscx", AOSCX)
    assert (side(found, 30).advertises, side(found, 40).advertises) == (True, False)
    (route,) = found.routes6
    assert (route.vrf, route.prefix, route.gateway, route.distance) == ("staff", "::/0", "fd00:0:0:30::2", 9)
    assert found.management.sessions6 == (("ssh", "staff"),)


def test_moving_an_interface_to_another_table_takes_its_ipv6_away() -> None:
    moved = EOS.replace(
        "   vrf staff\n   ipv6 address fd00:0:0:30::1/64\n",
        "   ipv6 address fd00:0:0:30::1/64\n   vrf staff\n",
    )
    assert not [item for item in read("arista_eos", moved).ipv6 if item.vlan == 30 and item.addresses]


@pytest.mark.parametrize(
    ("terms", "is_open"),
    [
        ("term a { from { next-header icmp6; } then accept; } term b { then discard; }", False),
        ("term a { from { next-header icmp6; } then accept; }", False),
        (
            "term a { from { payload-protocol tcp; destination-port 22; } then discard; } term b { then accept; }",
            False,
        ),
        # Another header before TCP, and the term that discards does not match.
        (
            "term a { from { next-header tcp; destination-port 22; } then discard; } term b { then accept; }",
            True,
        ),
        ("term a { from { source-address { fd00::/8; } } then accept; } term b { then discard; }", True),
    ],
)
def test_what_the_filter_of_lo0_lets_in_over_ipv6(terms: str, is_open: bool) -> None:
    found = read("juniper_junos", JUNOS.replace("TERMS", terms))
    assert (("tcp/22", "*") in found.management.sessions6) is is_open
    assert not found.problems


def test_junos_reads_addresses_and_advertisements() -> None:
    staff = side(read("juniper_junos", JUNOS.replace("TERMS", "term a { then discard; }")), 30)
    assert (staff.name, staff.addresses, staff.advertises) == ("irb.30", ("fd00:0:0:30::1/64",), True)
    assert (staff.prefixes, staff.odd_prefixes) == (("fd00:0:0:30::/64",), ("fd00:0:0:31::/64",))


def test_panos_counts_a_flag_that_is_not_said_as_off() -> None:
    found = read("paloalto_panos", PANOS)
    staff = side(found, 30)
    assert (staff.addresses, staff.advertises) == (("fd00:0:0:30::1/64",), True)
    assert (staff.prefixes, staff.odd_prefixes) == ((), ("fd00:0:0:30::/64",))
    assert [route.gateway for route in found.routes6] == ["next-vr other"]
    assert found.routing6 == ("*",)
