"""The Catalyst 9800 reader: text as a controller prints it, or as a person edited it, to facts."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgen.readback.cisco_iosxe_wlc import read
from netgen.readback.facts import Observed, ObservedRadio, ObservedWlan

CONTROLLER = """version 17.12
hostname oak-wlc1
aaa new-model
radius server radius1
 address ipv4 10.0.8.20 auth-port 1812 acct-port 1813
 key NETGEN_SECRET.env.RADIUS.END
radius server radius2
 address ipv4 10.0.8.21 auth-port 1812 acct-port 1813
 key NETGEN_SECRET.env.RADIUS.END
aaa group server radius RAD
 server name radius1
 server name radius2
aaa authentication login default group RAD local
aaa authentication dot1x WIFI group RAD
aaa authorization network WIFI group RAD
aaa accounting identity WIFI start-stop group RAD
no ip http server
no ip http secure-server
username breakglass privilege 15 secret 9 NETGEN_SECRET.env.ADMIN.END
vlan 11
 name points
vlan 998
 name native
interface TenGigabitEthernet0/1/0
 switchport trunk native vlan 998
 switchport trunk allowed vlan 11
 switchport mode trunk
 switchport nonegotiate
 no mop enabled
 no mop sysid
interface Vlan11
 ip address 10.1.11.5 255.255.255.0
 no ip proxy-arp
 no ip redirects
 no mop enabled
ip route 0.0.0.0 0.0.0.0 10.1.11.1
policy-map SLOW
 class class-default
  police cir 10000000
line vty 0 15
 transport input ssh
wireless management interface Vlan11
wireless country GB
wireless profile calender-profile name LESSONS
 day monday
 day friday
 recurrance weekly
 start 07:30:00 end 17:59:59
wireless profile flex OAK
 native-vlan-id 11
 vlan-name staff
  vlan-id 30
 vlan-name guest
  vlan-id 70
wireless profile policy default-policy-profile
 description "default policy profile"
wireless profile policy PP-STAFF
 aaa-override
 accounting-list WIFI
 no central dhcp
 no central switching
 description "staff"
 vlan staff
 no shutdown
wireless profile policy PP-GUEST
 calender-profile name LESSONS
  action wlan_enable
 no central dhcp
 no central switching
 service-policy client input SLOW
 service-policy client output SLOW
 vlan 70
 no shutdown
wireless profile policy PP-THINGS
 aaa-override
 no central dhcp
 no central switching
 vlan 70
 no shutdown
wireless tag site OAK
 ap-profile OAK
 flex-profile OAK
 no local-site
wireless tag policy OAK
 wlan STAFF policy PP-STAFF
 wlan GUEST policy PP-GUEST
 wlan "Oak Things" policy PP-THINGS
wireless tag rf OAK
 24ghz-rf-policy OAK-24
 5ghz-rf-policy OAK-5
wlan STAFF 20 Oak-Staff
 radio policy dot11 24ghz
 radio policy dot11 5ghz
 no security ft adaptive
 no security wpa wpa2
 no security wpa akm dot1x
 security wpa akm dot1x-sha256
 security wpa wpa3
 security dot1x authentication-list WIFI
 security pmf mandatory
 no shutdown
wlan GUEST 21 Oak-Guest
 peer-blocking drop
 radio policy dot11 5ghz
 no security ft adaptive
 no security wpa wpa2
 no security wpa akm dot1x
 security wpa akm owe
 security wpa wpa3
 security pmf mandatory
 no shutdown
wlan "Oak Things" 22 "Oak Things"
 mac-filtering WIFI
 no security ft adaptive
 security wpa psk set-key ascii 0 NETGEN_SECRET.env.PSK.END
 no security wpa akm dot1x
 security wpa akm psk
 no shutdown
ap dot11 24ghz rf-profile OAK-24
 channel remove 11
 rate RATE_11M disable
 rate RATE_12M mandatory
 rate RATE_1M disable
 rate RATE_2M disable
 rate RATE_5_5M disable
 rate RATE_6M disable
 rate RATE_9M disable
 tx-power max 12
 tx-power min 6
 no shutdown
ap dot11 5ghz rf-profile OAK-5
 channel chan-width 40
 rate RATE_6M disable
 tx-power max 18
 tx-power min 10
 no shutdown
ap profile OAK
 ssh
ap filter name OAK
 ap name-regex ^oak-ap.*
 tag policy OAK
 tag rf OAK
 tag site OAK
ap filter priority 10 filter-name OAK
trapflags ap register
netconf-yang
end
"""


def edited(old: str, new: str, count: int = 1) -> Observed:
    """The facts of the text after a person has changed one place of it."""
    assert CONTROLLER.count(old) == count, "the test must change exactly these places"
    return read(CONTROLLER.replace(old, new))


def wlan(found: Observed, ssid: str = "Oak-Staff") -> ObservedWlan:
    return next(each for each in found.wlans if each.ssid == ssid)


def radio(found: Observed, band: str) -> ObservedRadio:
    return next(each for each in found.radios if each.band == band)


def problems(found: Observed) -> str:
    return "\n".join(each.text for each in found.problems)


def test_a_whole_text_is_read_without_remainder() -> None:
    found = read(CONTROLLER)
    assert found.unread == ()
    assert found.problems == ()
    assert (found.platform, found.hostname) == ("cisco_iosxe_wlc", "oak-wlc1")


def test_line_ends_and_repeated_blocks_change_nothing() -> None:
    assert read(CONTROLLER.replace("\n", "\r\n")) == read(CONTROLLER)
    split = CONTROLLER.replace(
        " security pmf mandatory\n no shutdown\nwlan GUEST",
        " no shutdown\nwlan STAFF\n security pmf mandatory\nwlan GUEST",
    )
    assert wlan(read(split)) == wlan(read(CONTROLLER))


def test_an_enterprise_ssid() -> None:
    staff = wlan(read(CONTROLLER))
    assert (staff.vlan, staff.security, staff.pmf, staff.bands) == (
        30,
        "wpa3 dot1x-sha256",
        "required",
        ("2.4", "5"),
    )
    assert (staff.radius, staff.dynamic_vlan, staff.dynamic_vlans) == (
        ("10.0.8.20", "10.0.8.21"),
        True,
        (30, 70),
    )
    assert (staff.enabled, staff.hidden, staff.isolated, staff.tunnelled) == (True, False, False, False)
    assert (staff.fast_roaming, staff.assisted_roaming, staff.hours, staff.client_kbps) == (
        False,
        True,
        (),
        0,
    )


def test_a_guest_ssid_with_hours_and_a_rate() -> None:
    guest = wlan(read(CONTROLLER), "Oak-Guest")
    assert (guest.vlan, guest.security, guest.isolated, guest.bands) == (70, "wpa3 owe", True, ("5",))
    assert (guest.hours, guest.client_kbps) == ((("mon", "07:30", "18:00"), ("fri", "07:30", "18:00")), 10000)
    assert (guest.radius, guest.dynamic_vlan) == ((), False)


def test_an_ssid_with_a_key_for_each_device() -> None:
    things = wlan(read(CONTROLLER), "Oak Things")
    assert (things.security, things.pmf, things.per_device_psk) == ("wpa2 psk", "off", True)
    assert (things.passphrase, things.radius) == ("NETGEN_SECRET.env.PSK.END", ("10.0.8.20", "10.0.8.21"))
    assert things.bands == ("2.4", "5")


def test_radios() -> None:
    slow, fast = radio(read(CONTROLLER), "2.4"), radio(read(CONTROLLER), "5")
    assert (slow.channels, slow.width_mhz, slow.min_dbm, slow.max_dbm, slow.lowest_kbps) == (
        (1, 6),
        20,
        6,
        12,
        12000,
    )
    assert (fast.width_mhz, fast.min_dbm, fast.max_dbm, fast.lowest_kbps) == (40, 10, 18, 9000)
    assert 36 in fast.channels
    assert fast.country == "GB"


def test_what_the_access_points_get() -> None:
    found = read(CONTROLLER)
    (group,) = found.ap_groups
    assert (group.kind, group.members, group.wlans) == (
        "name-pattern",
        ("^oak-ap.*",),
        ("STAFF", "GUEST", "Oak Things"),
    )
    assert group.radios == ("OAK-24", "OAK-5")
    (uplink,) = found.ap_uplinks
    assert (uplink.untagged, uplink.allowed) == (11, (11, 30, 70))


def test_the_wired_part_is_that_of_an_ios_xe_box() -> None:
    found = read(CONTROLLER)
    assert [(each.name, each.allowed) for each in found.ports] == [("TenGigabitEthernet0/1/0", (11,))]
    assert [(each.name, each.address, each.length, each.vlan) for each in found.interfaces] == [
        ("Vlan11", "10.1.11.5", 24, 11)
    ]
    assert (found.management.gateway, found.management.country) == ("10.1.11.1", "GB")
    assert (found.management.cleartext, found.management.users) == ((), ("breakglass",))


@pytest.mark.parametrize(
    ("old", "new", "field", "value"),
    [
        (" security dot1x authentication-list WIFI\n", " no broadcast-ssid\n security dot1x authentication-list WIFI\n", "hidden", True),
        (" security pmf mandatory\n no shutdown\nwlan GUEST", " security pmf mandatory\n shutdown\nwlan GUEST", "enabled", False),
        (" security wpa akm dot1x-sha256\n", " security wpa akm dot1x-sha256\n security wpa wpa2\n", "security", "wpa2+wpa3 dot1x-sha256"),
        (" security wpa akm dot1x-sha256\n", " no security wpa\n", "security", "open"),
        (" vlan staff\n", " vlan guest\n", "vlan", 70),
        (" vlan staff\n", " vlan 40\n", "vlan", 40),
        (" vlan staff\n", "", "vlan", 1),
        (' description "staff"\n', " central switching\n", "tunnelled", True),
        (" no local-site\n", "", "tunnelled", True),
        (" vlan staff\n no shutdown\n", " vlan staff\n shutdown\n", "enabled", False),
        (" vlan staff\n no shutdown\n", " vlan staff\n", "enabled", False),
        (" wlan STAFF policy PP-STAFF\n", "", "enabled", False),
        ("ap filter priority 10 filter-name OAK\n", "", "enabled", False),
        (" aaa-override\n accounting-list", " no aaa-override\n accounting-list", "dynamic_vlan", False),
        (' description "staff"\n', " ipv4 acl OPEN\n", "rules", ("acl OPEN",)),
        (" server name radius1\n server name radius2\n", " server name radius2\n", "radius", ("10.0.8.21",)),
        ("  vlan-id 30\n", "  vlan-id 31\n", "vlan", 31),
    ],
)  # fmt: skip
def test_every_edit_of_an_ssid_is_seen(old: str, new: str, field: str, value: object) -> None:
    assert getattr(wlan(read(CONTROLLER)), field) != value
    assert getattr(wlan(edited(old, new)), field) == value


@pytest.mark.parametrize(
    ("lines", "word"),
    [
        ("", "wpa2 dot1x"),
        (" security ft\n security wpa akm ft dot1x\n", "wpa2 dot1x ft-dot1x"),
        (
            " security wpa akm dot1x-sha256\n security wpa wpa3\n security pmf optional\n",
            "wpa2+wpa3 dot1x dot1x-sha256",
        ),
        (" no security wpa wpa2 ciphers aes\n security wpa wpa2 ciphers tkip\n", "wpa2 dot1x tkip"),
        (" no security wpa\n", "open"),
        (" security wpa wpa1\n", "wpa1+wpa2 dot1x"),
    ],
)
def test_defaults_of_a_wlan_are_hidden(lines: str, word: str) -> None:
    (found,) = read(f"wlan X 30 X\n security dot1x authentication-list L\n{lines} no shutdown\n").wlans
    assert found.security == word


def test_fast_roaming_needs_its_key_management() -> None:
    base = "wlan X 30 X\n security dot1x authentication-list L\n security ft\n"
    assert not read(base).wlans[0].fast_roaming
    assert read(f"{base} security wpa akm ft dot1x\n").wlans[0].fast_roaming


def test_all_bands_without_a_line_and_six_ghz_where_it_may_be() -> None:
    found = edited(" radio policy dot11 24ghz\n radio policy dot11 5ghz\n", "")
    assert wlan(found).bands == ("2.4", "5", "6")


def test_clients_that_are_denied_are_off_the_air_then() -> None:
    found = edited("  action wlan_enable\n", "  action deny-client\n")
    assert wlan(found, "Oak-Guest").hours[:2] == (("mon", "00:00", "07:30"), ("mon", "18:00", "24:00"))


def test_an_ssid_on_two_vlans_is_two() -> None:
    more = "wireless tag policy SECOND\n wlan STAFF policy PP-GUEST\nap filter name SECOND\n ap name-regex .*\n tag policy SECOND\n tag site OAK\nap filter priority 20 filter-name SECOND\n"
    found = read(CONTROLLER + more)
    assert sorted(each.vlan for each in found.wlans if each.ssid == "Oak-Staff") == [30, 70]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (" security pmf mandatory\n no shutdown\nwlan GUEST", " no shutdown\nwlan GUEST", "protected management frames"),
        (" security wpa akm owe\n", " security wpa akm owe\n security wpa wpa2\n", "enhanced open goes with no other mode"),
        (" security wpa psk set-key ascii 0 NETGEN_SECRET.env.PSK.END\n", "", "no passphrase"),
        (" security dot1x authentication-list WIFI\n", " security dot1x authentication-list NONE\n", "authentication list NONE is not defined"),
        (" security dot1x authentication-list WIFI\n", "", "names no authentication list"),
        (" mac-filtering WIFI\n", " mac-filtering NONE\n", "authorization list NONE is not defined"),
        (" vlan staff\n", " vlan nobody\n", "there is no VLAN `nobody`"),
        (" wlan STAFF policy PP-STAFF\n", " wlan STAFF policy PP-NONE\n", "policy profile PP-NONE is not defined"),
        (" wlan STAFF policy PP-STAFF\n", " wlan NONE policy PP-STAFF\n", "WLAN NONE is not defined"),
        (" flex-profile OAK\n", " flex-profile NONE\n", "flex profile NONE is not defined"),
        (" ap-profile OAK\n", " ap-profile NONE\n", "AP profile NONE is not defined"),
        (" 5ghz-rf-policy OAK-5\n", " 5ghz-rf-policy NONE\n", "RF profile NONE is not defined"),
        ("\n tag policy OAK\n", "\n tag policy NONE\n", "policy tag NONE is not defined"),
        (" ap name-regex ^oak-ap.*\n", " ap name-regex oak-(\n", "is no pattern"),
        ("ap filter priority 10 filter-name OAK\n", "", "has no priority"),
        ("wlan GUEST 21 Oak-Guest\n", "wlan GUEST 20 Oak-Guest\n", "has the number of STAFF"),
        ("wireless management interface Vlan11\n", "", "no access point can join"),
        ("wireless management interface Vlan11\n", "wireless management interface Vlan12\n", "Vlan12 has no address"),
        ("wireless country GB\n", "wireless country GB\nwireless country US\n", "more than one country"),
        (" start 07:30:00 end 17:59:59\n", " start 18:00:00 end 07:30:00\n", "no part of a day"),
        (" recurrance weekly\n", " recurrance monthly\n", "neither weekly nor daily"),
        ("  action wlan_enable\n", "", "calendar LESSONS does nothing"),
        (" tx-power max 18\n", " tx-power max 99\n", "no power in dBm"),
        ("  vlan-id 70\n", "  vlan-id 30\n", "two names for VLAN 30"),
        (" aaa-override\n no central dhcp\n", " no central dhcp\n", "ignores what it says"),
        (' description "staff"\n', " central dhcp\n", "leases come from the controller"),
    ],
)  # fmt: skip
def test_contradictions(old: str, new: str, expected: str) -> None:
    assert expected in problems(edited(old, new))


def test_unknown_lines_are_unread_and_secrets_are_not_shown() -> None:
    found = edited(
        " mac-filtering WIFI\n",
        " mac-filtering WIFI\n frobnicate all\n security wpa psk set-key utf8 0 letmein99\n peer-blocking allow-private-group\n",
    )
    texts = [each.text for each in found.unread]
    assert {"frobnicate all", "peer-blocking allow-private-group"} <= set(texts)
    assert not any("letmein99" in text for text in texts)


def test_an_access_point_that_takes_telnet() -> None:
    assert edited("\n ssh\n", "\n ssh\n telnet\n").management.cleartext == ("telnet",)


def test_accounts_of_access_points_are_accounts() -> None:
    found = edited("\n ssh\n", "\n mgmtuser username apadmin password 0 letmein99 secret 0 letmein98\n")
    assert found.management.users == ("breakglass", "apadmin")
    assert {("user apadmin", "letmein99"), ("user apadmin", "letmein98")} <= set(found.management.secrets)


lines_of = CONTROLLER.split("\n")
junk = st.text(alphabet="wlanap no\"'-0123456789.^C(\t", max_size=40)


@given(st.lists(st.sampled_from(lines_of) | junk, max_size=60))
def test_any_text_is_read(lines: list[str]) -> None:
    assert read("\n".join(lines)).platform == "cisco_iosxe_wlc"


@given(st.integers(0, len(lines_of)), st.text(max_size=60))
def test_any_edit_of_a_text_is_read(place: int, text: str) -> None:
    lines = list(lines_of)
    lines.insert(place, text)
    assert read("\n".join(lines)).platform == "cisco_iosxe_wlc"


@given(st.integers(1, len(lines_of)))
def test_no_line_is_lost_without_a_trace(place: int) -> None:
    lines = list(lines_of)
    lines.insert(place, " frobnicate all")
    found = read("\n".join(lines))
    kept = [each for each in found.settings if "frobnicate" in each.text]
    assert found.unread or found.problems or kept


@pytest.mark.parametrize(
    ("line", "steers"), [(" band-select\n", True), (" no band-select\n", False), ("", False)]
)
def test_band_select_is_read_of_each_ssid(line: str, steers: bool) -> None:
    head = next(text for text in CONTROLLER.splitlines() if text.startswith("wlan ") and "Oak-Staff" in text)
    found = edited(f"{head}\n", f"{head}\n{line}")
    assert wlan(found).band_steering is steers
    assert found.unread == read(CONTROLLER).unread
