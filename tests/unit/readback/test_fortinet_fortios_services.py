"""The FortiOS reader on what a school's firewall does beside its zones: hours, publications, circuits, leases, time."""

from __future__ import annotations

import pytest

from netgen.readback.facts import Observed
from netgen.readback.fortinet_fortios import read

SCHOOL = """config system interface
    edit "wan1"
        set vdom "root"
        set ip 198.51.100.2 255.255.255.252
        set type physical
        set outbandwidth 900000
    next
    edit "wan2"
        set vdom "root"
        set mode pppoe
        set username "oak@isp.example"
        set password "NETGEN_SECRET.env.PPPOE.END"
        set distance 10
        set priority 20
        set dns-server-override disable
        set type physical
    next
    edit "v20"
        set vdom "root"
        set ip 10.1.6.1 255.255.255.192
        set netflow-sampler both
        set interface "wan1"
        set vlanid 20
    next
    edit "v80"
        set vdom "root"
        set ip 10.1.44.1 255.255.255.192
        set dhcp-relay-service enable
        set dhcp-relay-ip "10.0.8.14" "10.0.8.15"
        set dhcp-relay-source-ip 10.1.44.1
        set interface "wan1"
        set vlanid 80
    next
end
config system ntp
    set ntpsync enable
    set type custom
    config ntpserver
        edit 1
            set server "10.0.8.12"
            set authentication enable
            set key-type SHA1
            set key "NETGEN_SECRET.env.NTP.END"
            set key-id 7
        next
        edit 2
            set server "10.0.8.13"
        next
    end
end
config system netflow
    config collectors
        edit 1
            set collector-ip "10.0.8.32"
        next
    end
end
config system zone
    edit "inside"
        set interface "v20"
    next
    edit "outside"
        set interface "wan1" "wan2"
    next
end
config system dhcp server
    edit 20
        set lease-time 14400
        set ntp-server1 10.0.8.12
        set wifi-ac1 10.0.8.42
        set default-gateway 10.1.6.1
        set next-server 10.0.8.41
        set netmask 255.255.255.192
        set interface "v20"
        config ip-range
            edit 1
                set start-ip 10.1.6.16
                set end-ip 10.1.6.62
            next
        end
        set filename "boot/x64.efi"
        config options
            edit 150
                set code 150
                set type ip
                set ip "10.0.8.40" "10.0.8.41"
            next
        end
        config reserved-address
            edit 30
                set ip 10.1.6.30
                set mac 00:1A:2B:3C:4D:5E
            next
        end
        set dns-server1 10.0.8.10
    next
end
config firewall schedule recurring
    edit "lessons"
        set start 07:30
        set end 18:00
        set day monday friday
    next
    edit "night"
        set start 22:00
        set end 00:00
        set day sunday
    next
end
config firewall schedule group
    edit "both"
        set member "lessons" "night"
    next
end
config webfilter urlfilter
    edit 7
        set name "denied"
        config entries
            edit 1
                set url "prank.example"
                set action block
            next
            edit 2
                set url "*.prank.example"
                set type wildcard
                set action block
            next
        end
    next
end
config webfilter profile
    edit "wf"
        config web
            set urlfilter-table 7
        end
        config ftgd-wf
            unset options
        end
    next
end
config dnsfilter profile
    edit "df"
        set safe-search enable
        set youtube-restrict moderate
    next
end
config firewall vip
    edit "portal"
        set extip 198.51.100.2
        set mappedip "10.1.6.20"
        set extintf "wan1"
        set portforward enable
        set extport 443
        set mappedport 443
    next
end
config router static
    edit 1
        set gateway 198.51.100.1
        set device "wan1"
        set priority 5
    next
end
config firewall policy
    edit 1
        set name "publish portal"
        set srcintf "outside"
        set dstintf "inside"
        set action accept
        set srcaddr "all"
        set dstaddr "portal"
        set schedule "both"
        set service "HTTPS"
        set utm-status enable
        set av-profile "default"
        set ips-sensor "default"
        set logtraffic all
    next
end
config vpn ipsec phase1-interface
    edit "to-dc"
        set type dynamic
        set interface "wan1"
        set ike-version 2
        set peertype one
        set proposal aes256gcm-prfsha384
        set distance 11
        set localid "192.0.2.2"
        set localid-type address
        set dpd on-idle
        set dhgrp 20
        set peerid "203.0.113.77"
        set psksecret "NETGEN_SECRET.env.PSK.END"
    next
end
config vpn ipsec phase2-interface
    edit "to-dc"
        set phase1name "to-dc"
        set proposal aes256gcm
        set dhgrp 20
    next
end
"""


def edited(old: str, new: str) -> Observed:
    """The facts after a person has changed one place of the text."""
    assert SCHOOL.count(old) == 1, "the test must change exactly one place"
    return read(SCHOOL.replace(old, new))


def problems(found: Observed) -> str:
    return "\n".join(each.text for each in found.problems)


def unread(found: Observed) -> list[str]:
    return [each.text for each in found.unread]


def test_the_whole_text_is_read_without_remainder() -> None:
    found = read(SCHOOL)
    assert unread(found) == []
    assert problems(found) == ""


def test_circuits_have_a_limit_a_user_and_an_order() -> None:
    by_name = {item.name: item for item in read(SCHOOL).interfaces}
    assert (by_name["wan1"].shape_kbps, by_name["wan1"].metric) == (900000, 1)
    backup = by_name["wan2"]
    assert (backup.mode, backup.user, backup.distance, backup.metric) == ("pppoe", "oak@isp.example", 10, 20)
    assert ("pppoe wan2", "NETGEN_SECRET.env.PPPOE.END") in read(SCHOOL).management.secrets
    assert [(item.distance, item.metric) for item in read(SCHOOL).routes] == [(10, 5)]


def test_a_relay_asks_from_its_own_address() -> None:
    assert next(item.relays for item in read(SCHOOL).interfaces if item.name == "v80") == (
        "10.0.8.14",
        "10.0.8.15",
    )
    found = edited("set dhcp-relay-source-ip 10.1.44.1", "set dhcp-relay-source-ip 10.1.6.1")
    assert "relays from `10.1.6.1`, which is not its own address" in problems(found)


def test_time_is_signed_by_server() -> None:
    seen = read(SCHOOL).management
    assert seen.ntp == ("10.0.8.12", "10.0.8.13")
    assert seen.ntp_signed == ("10.0.8.12",)
    assert seen.ntp_keys == ((7, "SHA1", "NETGEN_SECRET.env.NTP.END"),)
    assert ("ntp key 7", "NETGEN_SECRET.env.NTP.END") in seen.secrets
    keyless = edited('            set key "NETGEN_SECRET.env.NTP.END"\n', "")
    assert keyless.management.ntp_signed == ()
    assert "NTP server 10.0.8.12 has no key" in problems(keyless)


def test_flow_records_need_an_interface_that_samples_and_a_collector() -> None:
    assert read(SCHOOL).management.flow == (("netflow", "10.0.8.32", 2055),)
    port = edited('set collector-ip "10.0.8.32"', 'set collector-ip "10.0.8.32"\nset collector-port 9996')
    assert port.management.flow == (("netflow", "10.0.8.32", 9996),)
    assert "no interface samples for netflow" in problems(
        edited("set netflow-sampler both", "unset netflow-sampler")
    )
    lonely = edited("set netflow-sampler both", "set netflow-sampler both\nset sflow-sampler enable")
    assert "samples for sflow, which has no collector" in problems(lonely)


def test_leases_with_options_boot_and_reservations() -> None:
    (pool,) = read(SCHOOL).pools
    assert pool.options == ((42, ("10.0.8.12",)), (138, ("10.0.8.42",)), (150, ("10.0.8.40", "10.0.8.41")))
    assert (pool.boot_server, pool.boot_file, pool.lease_s) == ("10.0.8.41", "boot/x64.efi", 14400)
    assert pool.reservations == (("00:1a:2b:3c:4d:5e", "10.1.6.30"),)


def test_options_66_and_67_are_a_boot_server_and_file_too() -> None:
    row = 'config options\nedit 66\nset code 66\nset type string\nset value "{}"\nnext\n'
    same = edited("        config options\n", row.format("10.0.8.41"))
    assert (problems(same), same.pools[0].boot_server) == ("", "10.0.8.41")
    other = edited("        config options\n", row.format("10.0.8.99"))
    assert "option 66 is `10.0.8.99`, while the lease says `10.0.8.41`" in problems(other)


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("set code 150\n                set type ip", "set code 43\n                set type hex", "set code 43"),
        ("set mac 00:1A:2B:3C:4D:5E", "set action block", "set action block"),
        ("set mappedip", "set src-filter 203.0.113.0/24\nset mappedip", "set src-filter 203.0.113.0/24"),
        ("set extport 443", "set extport 443 8443", "set extport 443 8443"),
        ("set portforward enable", "set type server-load-balance", "set type server-load-balance"),
        ("set ntp-server1 10.0.8.12", "set ntp-service default", "set ntp-service default"),
    ],
)  # fmt: skip
def test_what_no_fact_holds_is_unread(old: str, new: str, left: str) -> None:
    assert left in unread(edited(old, new))


def test_schedules_by_day_and_groups_by_their_members() -> None:
    assert [(item.name, item.days, item.start, item.end) for item in read(SCHOOL).schedules] == [
        ("lessons", ("monday", "friday"), "07:30", "18:00"),
        ("night", ("sunday",), "22:00", "24:00"),
        ("both", ("monday", "friday"), "07:30", "18:00"),
        ("both", ("sunday",), "22:00", "24:00"),
    ]
    never = edited("        set day sunday\n", "")
    assert {item.days for item in never.schedules if item.name == "night"} == {("none",)}
    assert "schedule `gone` is not defined" in problems(
        edited('set member "lessons" "night"', 'set member "gone"')
    )


def test_protections_count_while_the_profiles_of_a_rule_do() -> None:
    assert read(SCHOOL).policies[0].protections == ("av-profile default", "ips-sensor default")
    off = edited("set utm-status enable", "set utm-status disable")
    assert off.policies[0].protections == ()
    assert "names protections that have no effect" in problems(off)


def test_places_that_are_refused_or_let_past_by_their_name() -> None:
    web = read(SCHOOL).filters[0]
    assert (web.denies, web.bypasses) == (("prank.example", "*.prank.example"), ())
    rule = '"prank.example"\n                set action {}'
    exempt = edited(rule.format("block"), rule.format("exempt"))
    assert (exempt.filters[0].denies, exempt.filters[0].bypasses) == (
        ("*.prank.example",),
        ("prank.example",),
    )
    allowed = edited(rule.format("block"), rule.format("allow"))
    assert allowed.filters[0].bypasses == ()
    plain = edited("                set type wildcard\n", "")
    assert "`*.prank.example` has a wildcard and is read as plain text" in problems(plain)


@pytest.mark.parametrize(
    ("old", "new", "video"),
    [
        ("set youtube-restrict moderate", "set youtube-restrict none", "none"),
        ("        set youtube-restrict moderate\n", "", "strict"),
        ("        set safe-search enable\n", "", "none"),
    ],
)
def test_video_sites_are_restricted_by_dns_with_safe_search(old: str, new: str, video: str) -> None:
    assert [item.video for item in read(SCHOOL).filters] == ["none", "moderate"]
    assert edited(old, new).filters[1].video == video


def test_a_publication_and_the_rule_that_lets_it_in() -> None:
    found = read(SCHOOL)
    (item,) = found.forwards
    assert (item.interface, item.outside, item.inside) == ("wan1", "198.51.100.2", "10.1.6.20")
    assert item.flows == (("tcp", 443, 443),)
    behind = next(address for address in found.addresses if address.name == "portal")
    assert (behind.prefixes, behind.any_) == (("10.1.6.20/32",), False)


@pytest.mark.parametrize(
    ("old", "new", "inside", "flows"),
    [
        ("set mappedport 443", "set mappedport 8443", "10.1.6.20:8443", (("tcp", 443, 443),)),
        ("        set mappedport 443\n", "", "10.1.6.20", (("tcp", 443, 443),)),
        ("set extport 443", "set protocol udp\nset extport 440-450", "10.1.6.20:443", (("udp", 440, 450),)),
        ("        set portforward enable\n", "", "10.1.6.20", ()),
        ('set mappedip "10.1.6.20"', 'set mappedip "10.1.6.20-10.1.6.21"', "10.1.6.20-10.1.6.21", (("tcp", 443, 443),)),
    ],
)  # fmt: skip
def test_every_edit_of_a_publication_is_seen(old: str, new: str, inside: str, flows: object) -> None:
    (item,) = edited(old, new).forwards
    assert (item.inside, item.flows) == (inside, flows)


def test_a_tunnel_to_an_unknown_address_has_a_distance_and_identities_of_one_kind() -> None:
    (tunnel,) = read(SCHOOL).tunnels
    assert (tunnel.dynamic, tunnel.adds_routes, tunnel.distance) == (True, True, 11)
    assert (tunnel.local_id, tunnel.peer_id) == ("192.0.2.2", "203.0.113.77")
    assert edited("        set distance 11\n", "").tunnels[0].distance == 15
    wrong = edited("set localid-type address", "set localid-type fqdn")
    assert "identity `192.0.2.2` is sent as fqdn, not as address" in problems(wrong)
