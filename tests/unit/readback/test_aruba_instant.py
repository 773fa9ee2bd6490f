"""The Aruba Instant reader: text as a cluster prints it, or as a person edited it, to facts."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgen.readback.aruba_instant import read
from netgen.readback.facts import Observed, ObservedWlan

CLUSTER = """version 8.10.0.0-8.10.0
syslocation "Block A"
virtual-controller-country GB
name SCH-A-VC
organization ExampleTrust
virtual-controller-ip 10.20.110.5
syslog-server 10.20.0.41 10.20.0.42
terminal-access
loginsession timeout 10
ntp-server 10.20.0.7
clock timezone London 00 00
clock summer-time BST recurring last sunday march 01:00 last sunday october 02:00
rf-band all
dynamic-radius-proxy
no allow-new-aps
allowed-ap 02:00:5e:00:53:11

syslog-level warn ap-debug
extended-ssid
hash-mgmt-password
hash-mgmt-user admin password hash NETGEN_SECRET.env.ADMIN.END
restricted-mgmt-access 10.20.99.0 255.255.255.0

arm
 wide-bands 5ghz
 80mhz-support
 min-tx-power 9
 max-tx-power 18

rf dot11a-radio-profile
 max-tx-power 17
 min-tx-power 12

wlan access-rule Staff
 index 0
 rule 10.20.0.0 255.255.0.0 match any any any deny log
 rule any any match 17 53 53 permit
 rule any any match any any any permit

wlan access-rule "Main Hall"
 rule any any match udp 67 68 permit
 rule any any match tcp 443 443 permit

wlan access-rule wired-trunk
 rule any any match any any any permit

wlan ssid-profile Staff
 enable
 index 0
 type employee
 essid Staff
 opmode wpa3-aes-ccm-128
 max-authentication-failures 0
 vlan 120
 auth-server rad1
 auth-server rad2
 rf-band all
 dtim-period 1
 broadcast-filter arp
 set-vlan Filter-Id equals staff 121
 dot11k
 dot11v

wlan ssid-profile "Main Hall"
 enable
 type employee
 essid "Main Hall"
 wpa-passphrase NETGEN_SECRET.env.HALL.END
 opmode wpa3-sae-aes
 vlan 140
 rf-band 5.0
 rf-band-6ghz
 deny-inter-user-bridging
 hide-ssid

wlan auth-server rad1
 ip 10.20.0.21
 port 1812
 acctport 1813
 key NETGEN_SECRET.env.RAD1.END
 nas-id sch-a-vc

wlan auth-server rad2
 ip 10.20.0.22
 key NETGEN_SECRET.env.RAD2.END

wired-port-profile wired-trunk
 switchport-mode trunk
 allowed-vlan 110,120,140-141
 native-vlan 110
 no shutdown
 access-rule-name wired-trunk
 speed auto
 duplex auto
 no poe
 type employee
 captive-portal disable
 no dot1x

enet0-port-profile wired-trunk

ids
 wireless-containment none

airgroup
 disable
"""


def edited(old: str, new: str) -> Observed:
    """The facts of the cluster's text after a person has changed one place of it."""
    assert CLUSTER.count(old) == 1, "the test must change exactly one place"
    return read(CLUSTER.replace(old, new))


def added(text: str) -> Observed:
    """The facts of the cluster's text with more at its end."""
    return read(CLUSTER + text)


def wlan(found: Observed, name: str = "Staff") -> ObservedWlan:
    return next(each for each in found.wlans if each.name == name)


def problems(found: Observed) -> str:
    return "\n".join(each.text for each in found.problems)


def test_a_whole_text_is_read_without_remainder() -> None:
    found = read(CLUSTER)
    assert found.unread == ()
    assert found.problems == ()
    assert (found.platform, found.hostname) == ("aruba_instant", "SCH-A-VC")


def test_line_ends_and_indentation_and_exits_change_nothing() -> None:
    assert read(CLUSTER.replace("\n", "\r\n")) == read(CLUSTER)
    assert read(CLUSTER.replace("\n ", "\n    ")) == read(CLUSTER)
    sent = (
        "conf t\n"
        + CLUSTER.replace("\n dot11v\n", "\n dot11v\n exit\n")
        + "end\ncommit apply\nwrite memory\n"
    )
    assert read(sent).unread == ()
    assert read(sent).wlans[0].rules == read(CLUSTER).wlans[0].rules


def test_an_enterprise_ssid() -> None:
    staff = wlan(read(CLUSTER))
    assert (staff.ssid, staff.vlan, staff.security, staff.passphrase) == (
        "Staff",
        120,
        "wpa3-aes-ccm-128",
        "",
    )
    assert (staff.enabled, staff.isolated, staff.hidden) == (True, False, False)
    assert (staff.radius, staff.bands) == (("10.20.0.21", "10.20.0.22"), ("2.4", "5"))
    assert (staff.dynamic_vlan, staff.derivations) == (True, ("set-vlan Filter-Id equals staff 121",))


def test_a_passphrase_ssid_with_a_quoted_name() -> None:
    hall = wlan(read(CLUSTER), "Main Hall")
    assert (hall.ssid, hall.vlan, hall.security) == ("Main Hall", 140, "wpa3-sae-aes")
    assert (hall.isolated, hall.hidden, hall.bands) == (True, True, ("5", "6"))
    assert (hall.dynamic_vlan, hall.passphrase) == (False, "NETGEN_SECRET.env.HALL.END")


def test_rules_of_an_ssid_come_from_the_access_rule_of_its_name() -> None:
    assert wlan(read(CLUSTER)).rules == (
        "10.20.0.0 255.255.0.0 match any any any deny log",
        "any any match udp 53 53 permit",
        "any any match any any any permit",
    )
    assert [each.name for each in read(CLUSTER).acls] == ["Staff", "Main Hall", "wired-trunk"]


def test_management() -> None:
    management = read(CLUSTER).management
    assert management.ntp == ("10.20.0.7",)
    assert (management.syslog, management.transports) == (("10.20.0.41", "10.20.0.42"), ("udp", "udp"))
    assert management.radius == ("10.20.0.21", "10.20.0.22")
    assert (management.users, management.ssh, management.cleartext) == (("admin",), True, ())
    assert management.sources == ("10.20.99.0/24",)
    assert ("radius 10.20.0.21", "NETGEN_SECRET.env.RAD1.END") in management.secrets
    assert ("user admin", "NETGEN_SECRET.env.ADMIN.END") in management.secrets
    assert ("wlan Main Hall", "NETGEN_SECRET.env.HALL.END") in management.secrets


def test_the_address_of_the_cluster() -> None:
    one = read(CLUSTER).interfaces[0]
    assert (one.name, one.address, one.length) == ("virtual-controller", "10.20.110.5", 32)


def test_the_uplink_port() -> None:
    port = read(CLUSTER).ports[0]
    assert (port.name, port.mode, port.untagged, port.allowed) == (
        "enet0",
        "trunk",
        110,
        (110, 120, 140, 141),
    )
    assert (port.allows_all, port.shutdown, port.poe_off, port.acl_in) == (False, False, True, "wired-trunk")


def test_facts_carry_the_line_where_they_stand() -> None:
    lines = CLUSTER.split("\n")
    found = read(CLUSTER)
    assert lines[wlan(found).line - 1] == "wlan ssid-profile Staff"
    assert lines[found.ports[0].line - 1] == "enet0-port-profile wired-trunk"
    assert lines[found.acls[1].line - 1] == 'wlan access-rule "Main Hall"'


@pytest.mark.parametrize(
    ("old", "new", "field", "value"),
    [
        (" opmode wpa3-aes-ccm-128\n", " opmode opensystem\n", "security", "opensystem"),
        (" opmode wpa3-aes-ccm-128\n", "", "security", "opensystem"),
        (" opmode wpa3-aes-ccm-128\n", " opmode wpa2-aes\n", "security", "wpa2-aes"),
        (" vlan 120\n", " vlan 121\n", "vlan", 121),
        (" vlan 120\n", "", "vlan", 0),
        (" enable\n index 0\n", " enable\n disable\n index 0\n", "enabled", False),
        (" enable\n index 0\n", " index 0\n", "enabled", False),
        (" auth-server rad1\n auth-server rad2\n", " auth-server rad1\n", "radius", ("10.20.0.21",)),
        (" set-vlan Filter-Id equals staff 121\n", " no auth-server rad1\n", "radius", ("10.20.0.22",)),
        (" set-vlan Filter-Id equals staff 121\n", "", "dynamic_vlan", False),
        (" rf-band all\n dtim", " rf-band 2.4\n dtim", "bands", ("2.4",)),
        (" rf-band all\n dtim", " rf-band none\n dtim", "bands", ()),
        (" dot11k\n", " deny-inter-user-bridging\n", "isolated", True),
        (" dot11k\n", " hide-ssid\n", "hidden", True),
        (" rule 10.20.0.0 255.255.0.0 match any any any deny log\n", "", "rules",
         ("any any match udp 53 53 permit", "any any match any any any permit")),
        ("\nrf-band all\ndynamic", "\nrf-band 5.0\ndynamic", "bands", ("5",)),
    ],
)  # fmt: skip
def test_every_edit_of_an_ssid_is_seen(old: str, new: str, field: str, value: object) -> None:
    assert getattr(wlan(read(CLUSTER)), field) != value
    assert getattr(wlan(edited(old, new)), field) == value


def test_isolation_can_be_taken_back() -> None:
    assert not wlan(edited(" deny-inter-user-bridging\n", ""), "Main Hall").isolated
    hall = edited(" deny-inter-user-bridging\n", " deny-inter-user-bridging\n no deny-inter-user-bridging\n")
    assert not wlan(hall, "Main Hall").isolated


def test_a_replaced_passphrase_is_seen() -> None:
    found = edited("wpa-passphrase NETGEN_SECRET.env.HALL.END", "wpa-passphrase letmein123")
    assert wlan(found, "Main Hall").passphrase == "letmein123"


def test_a_second_block_of_the_same_name_goes_on_with_the_first() -> None:
    found = added("wlan ssid-profile Staff\n opmode opensystem\n")
    assert wlan(found).security == "opensystem"
    assert "both are read as one" in problems(found)
    rule = added("wlan access-rule Staff\n rule any any match any any any permit\n")
    assert len(wlan(rule).rules) == 4


def test_another_ssid_is_seen() -> None:
    found = added("wlan ssid-profile Free\n enable\n essid Free\n opmode opensystem\nwlan access-rule Free\n")
    assert [(each.name, each.security) for each in found.wlans][-1] == ("Free", "opensystem")


def test_removed_blocks_are_gone() -> None:
    found = added('no wlan ssid-profile "Main Hall"\nno wlan auth-server rad2\n')
    assert [each.name for each in found.wlans] == ["Staff"]
    assert "server `rad2` is not defined" in problems(found)


@pytest.mark.parametrize(
    ("line", "cleartext"),
    [
        ("telnet-server", ("telnet",)),
        ("telnet-server\nno telnet-server", ()),
        ("snmp-server community public", ("snmp-v2",)),
        ("snmp-server community public\nno snmp-server community public", ()),
        ("snmp-server host 10.20.0.40 version 2c public inform", ("snmp-v2",)),
        ("snmp-server user nms auth-prot sha A priv-prot aes P", ()),
    ],
)
def test_cleartext_management(line: str, cleartext: tuple[str, ...]) -> None:
    found = added(f"{line}\n")
    assert found.management.cleartext == cleartext
    assert found.unread == ()


@pytest.mark.parametrize(
    "line",
    [
        "hash-mgmt-user eve password hash 0a1b2c",
        "mgmt-user eve secret99",
        "hash-mgmt-user eve password cleartext x y",
    ],
)
def test_another_user_is_seen(line: str) -> None:
    assert added(f"{line}\n").management.users == ("admin", "eve")


def test_roles_of_users() -> None:
    found = added("hash-mgmt-user viewer password hash 0a1b2c usertype read-only\n")
    assert found.management.roles == (("admin", "administrator"), ("viewer", "read-only"))


@pytest.mark.parametrize(
    ("old", "new", "field", "value"),
    [
        (" allowed-vlan 110,120,140-141\n", " allowed-vlan all\n", "allows_all", True),
        (
            " allowed-vlan 110,120,140-141\n",
            " allowed-vlan 110,120,140-141,199\n",
            "allowed",
            (110, 120, 140, 141, 199),
        ),
        (" native-vlan 110\n", " native-vlan 120\n", "untagged", 120),
        (" no shutdown\n", " shutdown\n", "shutdown", True),
        (" switchport-mode trunk\n", " switchport-mode access\n", "mode", "access"),
        (" no dot1x\n", " dot1x\n", "dot1x", True),
        (" no poe\n", " poe\n", "poe_off", False),
    ],
)
def test_edits_of_a_port_are_seen(old: str, new: str, field: str, value: object) -> None:
    assert getattr(read(CLUSTER).ports[0], field) != value
    assert getattr(edited(old, new).ports[0], field) == value


def test_another_port_with_the_default_profile_is_a_trunk_of_everything() -> None:
    port = added("enet1-port-profile default_wired_port_profile\n").ports[1]
    assert (port.name, port.mode, port.allows_all, port.untagged) == ("enet1", "trunk", True, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wlan ssid-profile X\n essid X\n", "there is no access rule `X`"),
        ("wlan ssid-profile X\n enable\n", "there is no essid"),
        ("wlan ssid-profile X\n essid X\n opmode wpa2-psk-aes\n", "without a passphrase"),
        ("wlan ssid-profile X\n essid X\n opmode wpa2-psk-aes\n wpa-passphrase short\n", "shorter than 8"),
        ("wlan ssid-profile X\n essid X\n auth-server gone\n", "server `gone` is not defined"),
        ("wlan ssid-profile X\n essid X\n vlan 5000\n", "VLAN 5000 does not exist"),
        ("wlan ssid-profile X\n enable\n essid Staff\n", "is also sent by `Staff`"),
        ("wlan auth-server X\n key abc\n", "is not an address"),
        ("wlan auth-server X\n ip 10.0.0.1\n", "has no key"),
        ("enet1-port-profile gone\n", "wired port profile `gone` is not defined"),
        ("allow-new-aps\n", "any access point may join"),
        ("name OTHER\n", "second name `OTHER`"),
        ("hash-mgmt-user admin password hash 1\n", "defined twice"),
        ("snmp-server user nms auth-prot md5 A priv-prot des P\n", "uses md5"),
        ("snmp-server user nms\n", "lacks authentication or privacy"),
        ("virtual-controller-ip 10.20\n", "not an address"),
    ],
)
def test_contradictions_are_problems(text: str, expected: str) -> None:
    found = added(text)
    assert expected in problems(found)
    assert all(each.line > 0 for each in found.problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wlan ssid-profile Staff\n mac-authentication\n", "mac-authentication"),
        ("wlan ssid-profile Staff\n time-range night disable\n", "time-range night disable"),
        (
            "time-range exam absolute start 09/01/2026 08:00 end 07/20/2027 18:00\n",
            "time-range exam absolute start 09/01/2026 08:00 end 07/20/2027 18:00",
        ),
        (
            "time-range term periodic monday 08:00 to friday 18:00\n",
            "time-range term periodic monday 08:00 to friday 18:00",
        ),
        ("wlan access-rule Staff\n bandwidth-limit downstream 512\n", "bandwidth-limit downstream 512"),
        ("wlan ssid-profile Staff\n a-min-tx-rate slow\n", "a-min-tx-rate slow"),
        ("arm\n a-channels 36E,52E\n", "a-channels 36E,52E"),
        ("arm\n wide-bands 6ghz\n", "wide-bands 6ghz"),
        ("wlan ssid-profile Staff\n vlan guest\n", "vlan guest"),
        (
            "wlan ssid-profile Staff\n captive-portal external exclude-uplink 3g\n",
            "captive-portal external exclude-uplink 3g",
        ),
        ("wlan auth-server rad1\n port 1645\n", "port 1645"),
        ("wlan tacacs-server t\n", "wlan tacacs-server t"),
        ("mgmt-auth-server t\n", "mgmt-auth-server t"),
        ("ids\n wireless-containment deauth-only\n", "wireless-containment deauth-only"),
        ("uplink\n uplink-vlan 5\n", "uplink-vlan 5"),
        ("name\n", "name"),
        ("no wlan ssid-profile Nobody\n", "no wlan ssid-profile Nobody"),
        ("factory-reset\n", "factory-reset"),
        ("ntp-server 10.0.0.1\n frobnicate\n", "frobnicate"),
    ],
)
def test_what_is_not_understood_is_unread(text: str, expected: str) -> None:
    found = added(text)
    one = next(each for each in found.unread if each.text == expected)
    assert (CLUSTER + text).split("\n")[one.line - 1].strip() == expected


def test_an_unread_line_never_shows_a_secret() -> None:
    found = added("wlan tacacs-server t\n ip 10.0.0.1\n key Hunter2Hunter2\n")
    assert "key <hidden>" in [each.text for each in found.unread]
    assert not any("Hunter2" in each.text for each in found.unread)


def test_settings_of_one_access_point() -> None:
    found = read(
        "hostname SCH-A-AP01\nip-address 10.20.110.21 255.255.255.0 10.20.110.1 10.20.0.5 example.sch.uk\n"
        "zone blockA,hall\na-channel 36 15\ng-channel 6 9\nap-installation indoor\nwrite memory\n"
    )
    assert found.unread == ()
    assert (found.hostname, found.management.gateway, found.management.dns) == (
        "SCH-A-AP01", "10.20.110.1", ("10.20.0.5",),
    )  # fmt: skip
    assert (found.interfaces[0].address, found.interfaces[0].length) == ("10.20.110.21", 24)


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(read(text), Observed)


WORDS = st.sampled_from(
    ["wlan", "ssid-profile", "access-rule", "auth-server", "wired-port-profile", "enet0-port-profile",
     "no", "rule",
     "any", "match", "6", "permit", "vlan", "5000", "essid", "opmode", "name", "snmp-server", "user",
     "community",
     "host", "version", "hash-mgmt-user", "password", "restricted-mgmt-access", "10.0.0.1", "255.0.255.0",
     "banner",
     "motd", '"', '""', "rf-band", "allowed-vlan", "1-", "9" * 30, "²",
     "ip-address", "ip", "key", "set-vlan", "\n",
     "\n", "\n ", "\n  "]
)  # fmt: skip


@given(st.lists(WORDS, max_size=120))
def test_any_shuffled_words_are_read(words: list[str]) -> None:
    assert isinstance(read(" ".join(words)), Observed)


@given(st.data())
def test_the_text_with_any_lines_taken_out_is_read(data: st.DataObject) -> None:
    lines = CLUSTER.split("\n")
    gone = data.draw(st.sets(st.integers(0, len(lines) - 1), max_size=30))
    assert isinstance(read("\n".join(line for at, line in enumerate(lines) if at not in gone)), Observed)


#: Lines that say a default or change no fact.
SILENT = frozenset(
    {
        "wide-bands 5ghz",
        "access-rule-name wired-trunk",
        "no dot1x",
        "no poe",
        "no shutdown",
        "rf-band all",
        'syslocation "Block A"',
        "version 8.10.0.0-8.10.0",
    }
)


def without_lines(found: Observed) -> object:
    """The facts alone: line numbers move when a line goes."""

    def strip(value: object) -> object:
        if isinstance(value, dict):
            return {key: strip(each) for key, each in value.items() if key != "line"}
        if isinstance(value, list | tuple):
            return [strip(each) for each in value]
        return re.sub(r"line \d+", "line", value) if isinstance(value, str) else value

    return strip(msgspec.to_builtins(found))


def test_taking_any_line_out_is_noticed_unless_it_says_a_default() -> None:
    lines = CLUSTER.split("\n")
    whole = without_lines(read(CLUSTER))
    unnoticed = {
        line.strip()
        for at, line in enumerate(lines)
        if without_lines(read("\n".join(lines[:at] + lines[at + 1 :]))) == whole
    }
    assert unnoticed - {""} == SILENT


GUESTS = """
time-range lessons periodic weekday 07:30 to 18:00
time-range fair periodic saturday 10:00 to 16:00
wlan access-rule Guests
 bandwidth-limit peruser downstream 10000
 bandwidth-limit peruser upstream 5000
 rule any any match any any any permit
wlan ssid-profile Guests
 enable
 type guest
 essid Guests
 opmode enhanced-open
 opmode-transition-disable
 vlan 140
 captive-portal external
 auth-server rad1
 g-min-tx-rate 12
 a-min-tx-rate 24
 time-range lessons enable
 time-range fair enable
 dot11r
wlan external-captive-portal
 server portal.example
 port 443
 url "/oak"
 auth-text ""
 https
rf dot11g-radio-profile
 max-tx-power 12
 allowed-channels 1,6,11
"""


def guests(old: str = "", new: str = "") -> Observed:
    """The cluster with an SSID for guests, after a person has changed one place of it."""
    assert not old or GUESTS.count(old) == 1, "the test must change exactly one place"
    return read(CLUSTER + (GUESTS.replace(old, new) if old else GUESTS))


def test_guests_are_read_without_remainder() -> None:
    assert guests().unread == ()
    assert guests().problems == ()


def test_an_ssid_with_hours_a_rate_and_a_portal() -> None:
    item = wlan(guests(), "Guests")
    week = [(day, "07:30", "18:00") for day in ("mon", "tue", "wed", "thu", "fri")]
    assert item.hours == (*week, ("sat", "10:00", "16:00"))
    assert item.client_kbps == 10000
    assert item.portal == "https://portal.example/oak"
    assert (item.fast_roaming, item.refuses_older, item.pmf) == (True, True, "required")
    assert [(each.name, each.days) for each in guests().schedules][1] == ("fair", ("saturday",))


@pytest.mark.parametrize(
    ("old", "new", "field", "value"),
    [
        (" bandwidth-limit peruser upstream 5000\n", "", "client_kbps", 0),
        ("upstream 5000\n", "upstream 5000\n no bandwidth-limit peruser downstream\n", "client_kbps", 0),
        (" captive-portal external\n", " captive-portal disable\n", "portal", ""),
        (" captive-portal external\n", " captive-portal internal\n", "portal", "internal"),
        (" https\n", "", "portal", "http://portal.example:443/oak"),
        (" port 443\n", " port 8443\n", "portal", "https://portal.example:8443/oak"),
        (' url "/oak"\n', ' url "https://other.example/x"\n', "portal", "https://other.example/x"),
        (" dot11r\n", " dot11r\n no dot11r\n", "fast_roaming", False),
        (" opmode-transition-disable\n", " no opmode-transition\n", "refuses_older", True),
        (" opmode-transition-disable\n", " opmode-transition\n", "pmf", "optional"),
        (" opmode enhanced-open\n", " opmode wpa3-cnsa\n", "pmf", "required"),
        (" opmode enhanced-open\n", " opmode mpsk-aes\n", "per_device_psk", True),
        (" opmode enhanced-open\n", " opmode wpa2-aes\n", "pmf", "off"),
        (" opmode enhanced-open\n", " opmode wpa2-aes\n mfp-capable\n", "pmf", "optional"),
        (" opmode enhanced-open\n", " opmode wpa2-aes\n mfp-required\n", "pmf", "required"),
    ],
)  # fmt: skip
def test_every_edit_of_a_guest_ssid_is_seen(old: str, new: str, field: str, value: object) -> None:
    assert getattr(wlan(guests(old, new), "Guests"), field) == value


def test_an_ssid_without_one_of_its_ranges() -> None:
    assert wlan(guests(" time-range fair enable\n", ""), "Guests").hours[-1][0] == "fri"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("time-range fair periodic saturday 10:00 to 16:00\n", "", "time range `fair` is not defined"),
        (" captive-portal external\n", " captive-portal external profile other\n", "the portal `other` is not defined"),
        (" captive-portal external\n", "", "guests, and nothing is said of a portal"),
        (" type guest\n", " type employee\n", "a portal, and its clients are no guests"),
        ("time-range fair", "time-range lessons", "time range `lessons` is defined twice"),
    ],
)  # fmt: skip
def test_contradictions_about_guests(old: str, new: str, expected: str) -> None:
    text = CLUSTER + GUESTS.replace(old, new, 1)
    assert expected in problems(read(text))


def test_a_named_portal_is_another_one() -> None:
    found = read(CLUSTER + GUESTS.replace("external-captive-portal\n", 'external-captive-portal "Oak"\n')
                 .replace("captive-portal external\n", "captive-portal external profile Oak\n"))  # fmt: skip
    assert wlan(found, "Guests").portal == "https://portal.example/oak"


def test_radios() -> None:
    slow, fast = guests().radios
    assert (slow.band, slow.channels, slow.width_mhz, slow.min_dbm, slow.max_dbm) == (
        "2.4",
        (1, 6, 11),
        20,
        9,
        12,
    )
    assert (fast.band, fast.channels, fast.width_mhz, fast.min_dbm, fast.max_dbm) == ("5", (), 80, 12, 17)
    # the slowest of all SSIDs on the air: the others keep 1 and 6 Mbit/s
    assert (slow.lowest_kbps, fast.lowest_kbps) == (1000, 6000)


@pytest.mark.parametrize(
    ("lines", "widths"),
    [
        ("arm\n wide-bands none\n", (20, 20)),
        ("arm\n wide-bands all\n", (40, 80)),
        ("arm\n no 80mhz-support\n", (20, 40)),
        ("arm\n 160mhz-support\n", (20, 160)),
    ],
)
def test_widths_of_channels(lines: str, widths: tuple[int, int]) -> None:
    assert tuple(radio.width_mhz for radio in added(lines).radios) == widths


def test_a_cluster_that_says_nothing_of_radios_has_no_radio_facts() -> None:
    assert read("name x\n").radios == ()


@pytest.mark.parametrize(
    ("lines", "steers"),
    [
        (" wide-bands 5ghz", None),
        (" band-steering-mode prefer-5ghz\n client-match", True),
        (" band-steering-mode force-5ghz\n client-match", True),
        (" band-steering-mode disable\n client-match", False),
        (" band-steering-mode prefer-5ghz", False),
        (" band-steering-mode prefer-5ghz\n client-match\n no client-match", False),
        (" client-match calc-interval 30", None),
    ],
)
def test_band_steering_needs_what_old_and_what_new_access_points_steer_by(
    lines: str, steers: bool | None
) -> None:
    slow = next(radio for radio in read(f"arm\n{lines}\n").radios if radio.band == "2.4")
    assert slow.band_steering is steers


@pytest.mark.parametrize(
    ("lines", "alone"),
    [
        (" dynamic-multicast-optimization", True),
        (" dynamic-multicast-optimization\n no dynamic-multicast-optimization", False),
        (" multicast-rate-optimization", False),
    ],
)
def test_multicast_to_each_client_is_read(lines: str, alone: bool) -> None:
    (found,) = read(f"wlan ssid-profile X\n enable\n type employee\n essid X\n{lines}\n").wlans
    assert found.multicast_to_unicast is alone
