"""The access points that a firewall controls: SSIDs in bridge mode, and a profile for each model."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from tests.oracles.fortios_schema import default_lines, schema_folder, unknown_lines
from tests.platforms.fortinet_fortios.example import MANAGEMENT, SCHOOL, SITE, section

from netgen.device import AccessPoint, Device, RadioBand, Schedule, WirelessPart, Wlan
from netgen.platforms.fortinet_fortios.wireless_view import ssid_name
from netgen.rendering import render_device, trace_device

needs_schema = pytest.mark.skipif(
    schema_folder() is None, reason="hfortix-fortios is not installed: pip install netgen[oracle]"
)

VAP, PROFILE = "wireless-controller vap", "wireless-controller wtp-profile"
PASSPHRASE = "secret://vault/wifi/x"
LESSONS = Schedule("lessons", ("mon", "tue"), "07:30", "18:00", "standard/schedules/lessons")
RADIOS = (
    RadioBand("2.4", (1, 6, 11), 20, 5, 14, 12, "standard/radios/2.4"),
    RadioBand("5", (36, 40), 40, 10, 17, 6, "standard/radios/5"),
    RadioBand("6", (5, 21), 80, 8, 20, 6, "standard/radios/6"),
)


def wlan(name: str = "staff", security: str = "wpa3-enterprise", **changes: object) -> Wlan:
    """An SSID; only what a test says of it differs from a plain one."""
    plain = Wlan(
        name=name, ssid=f"Oak {name}", vlan=30, security=security, passphrase="", dynamic_vlans=(), isolate=False,
        bands=("2.4", "5"), hidden=False, origin=f"{SITE}/wlans/{name}",
    )  # fmt: skip
    return msgspec.structs.replace(plain, **changes)


STAFF = wlan("staff", dynamic_vlans=(30, 40), bands=("2.4", "5", "6"), fast_roaming=True)
GUEST = wlan("guest", "enhanced-open", isolate=True, vlan=40, client_kbps=5000, hours="lessons")
THINGS = wlan("things", "wpa2-personal", passphrase=PASSPHRASE, bands=("2.4",), per_device_psk=True)


def firewall(*wlans: Wlan, models: tuple[str, ...] = ("FAP-431G",), **changes: object) -> Device:
    """The example school, whose firewall controls access points in VLAN 40."""
    part = WirelessPart(
        wlans=wlans,
        access_points=tuple(
            AccessPoint(f"oak-ap-main-1-{number}", model, "main", f"{SITE}/cabinets/main/ports/{number}")
            for number, model in enumerate(models, 1)
        ),
        native_vlan=40,
        control="firewall",
    )
    return msgspec.structs.replace(SCHOOL, wireless=msgspec.structs.replace(part, **changes))


WHOLE = firewall(STAFF, GUEST, THINGS, radios=RADIOS, schedules=(LESSONS,))


def ssid(**changes: object) -> list[str]:
    """The fields of one SSID called x."""
    rows = section(firewall(wlan("x", **changes)), VAP, '"w-x"').split("\n")  # type: ignore[arg-type]
    return [line.strip() for line in rows[1:-1]]


def radio(device: Device, number: int, model: str = "FAP431G-default") -> list[str]:
    """The fields of one radio of a model."""
    rows = section(device, PROFILE, f'"{model}"').split("\n")
    start = rows.index(f"        config radio-{number}") + 1
    return [line.strip() for line in rows[start : rows.index("        end", start)]]


def test_a_firewall_without_access_points_says_nothing_of_them() -> None:
    text = render_device(SCHOOL)
    assert "wireless-controller" not in text
    assert "wifi-" not in text
    assert "fabric" not in text


@needs_schema
def test_every_line_is_in_the_schema() -> None:
    portal = wlan("visitors", "enhanced-open", portal="https://guests.example.org/oak")
    transition = wlan("both", "wpa3-personal-transition", passphrase=PASSPHRASE)
    device = firewall(STAFF, GUEST, THINGS, portal, transition, radios=RADIOS, schedules=(LESSONS,))
    assert unknown_lines(render_device(device)) == []


@needs_schema
def test_no_line_of_the_wireless_part_says_a_default() -> None:
    text = render_device(WHOLE)
    wireless = text[text.index("config wireless-controller setting") :]
    assert default_lines(wireless) == []


@pytest.mark.parametrize(
    ("security", "lines"),
    [
        ("wpa3-enterprise", ["security wpa3-only-enterprise", "pmf enable", "auth radius"]),
        (
            "wpa3-enterprise-transition",
            ["security wpa3-enterprise-transition", "pmf optional", "auth radius"],
        ),
        ("wpa2-enterprise", ["security wpa2-only-enterprise", "auth radius"]),
        ("wpa3-personal", ["security wpa3-sae", "pmf enable", "sae-password"]),
        (
            "wpa3-personal-transition",
            ["security wpa3-sae-transition", "pmf optional", "passphrase", "sae-password"],
        ),
        ("wpa2-personal", ["passphrase"]),
        ("enhanced-open", ["security owe", "pmf enable"]),
    ],
)
def test_every_security_of_the_inventory_has_its_fields(security: str, lines: list[str]) -> None:
    found = ssid(security=security, passphrase=PASSPHRASE if "personal" in security else "")
    secret = ' "NETGEN_SECRET.vault.wifi.x.END"'
    wanted = [
        f"set {line}{secret}" if line in ("passphrase", "sae-password") else f"set {line}" for line in lines
    ]
    fields = ("set security", "set pmf", "set auth", "set passphrase", "set sae-password")
    assert [line for line in found if line.startswith(fields)] == wanted


def test_clients_enter_their_vlan_at_the_access_point() -> None:
    assert {"set local-bridging enable", "set vlanid 30", 'set schedule "always"'} <= set(ssid())


def test_radius_may_assign_vlans_where_it_is_asked() -> None:
    assert "set dynamic-vlan enable" in ssid(dynamic_vlans=(30, 40))
    assert "set dynamic-vlan enable" not in ssid()
    assert "set dynamic-vlan enable" not in ssid(
        security="wpa3-personal", passphrase=PASSPHRASE, dynamic_vlans=(30,)
    )


def test_both_servers_are_one_row_for_ssids() -> None:
    assert section(WHOLE, "user radius", '"wifi-radius"').split("\n")[1:-1] == [
        '        set server "10.0.8.20"',
        '        set secret "NETGEN_SECRET.vault.network.radius.END"',
        '        set secondary-server "10.0.8.21"',
        '        set secondary-secret "NETGEN_SECRET.vault.network.radius.END"',
        "        set nas-ip 10.2.64.1",
        '        set source-ip "10.2.64.1"',
    ]
    assert 'set radius-server "wifi-radius"' in ssid()


def test_no_row_of_servers_without_an_ssid_that_asks() -> None:
    alone = firewall(wlan("x", "wpa3-personal", passphrase=PASSPHRASE))
    assert "wifi-radius" not in render_device(alone)
    single = msgspec.structs.replace(
        firewall(STAFF), management=msgspec.structs.replace(MANAGEMENT, radius=MANAGEMENT.radius[:1])
    )
    assert "secondary" not in section(single, "user radius", '"wifi-radius"')


def test_guests_are_kept_apart_bounded_and_off_outside_of_their_hours() -> None:
    row = section(WHOLE, VAP, '"w-guest"')
    for line in ("set intra-vap-privacy enable", 'set schedule "sch-lessons"', 'set qos-profile "wifi-5000"'):
        assert line in row
    assert section(WHOLE, "firewall schedule recurring", '"sch-lessons"').split("\n")[1:-1] == [
        "        set start 07:30", "        set end 18:00", "        set day monday tuesday",
    ]  # fmt: skip
    assert section(WHOLE, "wireless-controller qos-profile", '"wifi-5000"').split("\n")[1:-1] == [
        "        set uplink-sta 5000", "        set downlink-sta 5000",
    ]  # fmt: skip


def test_passphrases_of_single_devices_are_radius_matter() -> None:
    assert 'set mpsk-profile "mpsk-things"' in section(WHOLE, VAP, '"w-things"')
    row = section(WHOLE, "wireless-controller mpsk-profile", '"mpsk-things"')
    assert 'set mpsk-external-server "wifi-radius"' in row


def test_guests_register_at_a_portal() -> None:
    found = ssid(security="enhanced-open", portal="https://guests.example.org/oak")
    assert {
        "set captive-portal enable", "set portal-type external-auth",
        'set external-web "https://guests.example.org/oak"', 'set radius-server "wifi-radius"',
    } <= set(found)  # fmt: skip
    assert "set auth radius" not in found


def test_roaming() -> None:
    assert "set fast-bss-transition enable" in ssid(fast_roaming=True)
    assert "set fast-bss-transition enable" not in ssid(security="enhanced-open", fast_roaming=True)
    assert not [line for line in ssid() if "80211" in line]
    assert {"set 80211k disable", "set 80211v disable"} <= set(ssid(assisted_roaming=False))


def test_a_hidden_ssid_is_hidden() -> None:
    assert "set broadcast-ssid disable" in ssid(hidden=True)
    assert "set broadcast-ssid disable" not in ssid()


def test_names_of_ssids_fit_an_interface_and_stay_apart() -> None:
    names = ("visitors-of-the-school", "visitors-of-the-trust", "staff")
    found = [ssid_name(name) for name in names]
    assert len(set(found)) == 3
    assert all(len(name) <= 15 for name in found)
    assert not {"v30", "wan1", "core"} & set(found)


def test_the_profile_of_a_model_is_the_one_that_a_new_access_point_gets() -> None:
    device = firewall(STAFF, models=("FAP-431G", "FAP-231F", "FAP-431G"))
    text = section(device, PROFILE)
    assert [line.strip() for line in text.split("\n") if line.startswith("    edit")] == [
        'edit "FAP231F-default"', 'edit "FAP431G-default"',
    ]  # fmt: skip
    assert "            set type 231F" in text.split("\n")


@pytest.mark.parametrize(
    ("model", "name", "bands"),
    [
        ("FAP-231F", "FAP231F-default", ["802.11ax-2G", "802.11ax-5G"]),
        ("FAP-231G", "FAP231G-default", ["802.11ax-2G", "802.11ax-5G", "802.11ax-6G"]),
        ("FAP-441K", "FAP441K-default", ["802.11be-2G", "802.11be-5G", "802.11be-6G"]),
    ],
)
def test_the_radios_of_a_generation(model: str, name: str, bands: list[str]) -> None:
    device = firewall(STAFF, models=(model,))
    assert [radio(device, number, name)[0] for number in range(1, len(bands) + 1)] == [
        f"set band {band}" for band in bands
    ]
    assert f"config radio-{len(bands) + 1}" not in section(device, PROFILE)


def test_a_model_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="FAP-X1"):
        render_device(firewall(STAFF, models=("FAP-X1",)))


def test_each_radio_sends_the_ssids_of_its_band_alone() -> None:
    device = firewall(STAFF, GUEST, THINGS)
    assert 'set vaps "w-staff" "w-guest" "w-things"' in radio(device, 1)
    assert 'set vaps "w-staff" "w-guest"' in radio(device, 2)
    assert 'set vaps "w-staff"' in radio(device, 3)


def test_6_ghz_refuses_old_security_and_a_radio_without_an_ssid_is_off() -> None:
    device = firewall(wlan("x", "wpa2-enterprise", bands=("5", "6")))
    assert radio(device, 1) == ["set mode disabled"]
    assert 'set vaps "w-x"' in radio(device, 2)
    assert radio(device, 3) == ["set mode disabled"]
    assert "set sae-h2e-only enable" in ssid(
        security="wpa3-personal", passphrase=PASSPHRASE, bands=("5", "6")
    )


def test_channels_widths_powers_and_rates_of_the_standard() -> None:
    assert radio(WHOLE, 1) == [
        "set band 802.11ax-2G", "set auto-power-level enable", "set auto-power-high 14", "set auto-power-low 5",
        "set darrp enable", 'set wids-profile "wifi-wids"', "set vap-all manual",
        'set vaps "w-staff" "w-guest" "w-things"', 'set channel "1" "6" "11"',
    ]  # fmt: skip
    assert radio(WHOLE, 2)[:3] == [
        "set band 802.11ax-5G", "set channel-bonding 40MHz", "set auto-power-level enable",
    ]  # fmt: skip
    row = section(WHOLE, VAP, '"w-staff"')
    assert "set rates-11bg 12-basic 18 24 36 48 54" in row
    assert "set rates-11a 6-basic 9 12 18 24 36 48 54" in row


def test_access_points_find_the_firewall_in_their_vlan_alone() -> None:
    assert "set allowaccess ping fabric" in section(WHOLE, "system interface", '"v40"')
    assert "fabric" not in section(WHOLE, "system interface", '"v30"')


def test_what_an_ssid_names_comes_before_it() -> None:
    lines = render_device(WHOLE).split("\n")
    heads = (
        "config firewall schedule recurring", "config user radius", "config wireless-controller setting",
        "config wireless-controller wids-profile", "config wireless-controller qos-profile",
        "config wireless-controller mpsk-profile", f"config {VAP}", f"config {PROFILE}",
    )  # fmt: skip
    places = [lines.index(head) for head in heads]
    assert places == sorted(places)


def test_every_line_knows_who_asked_for_it() -> None:
    lines = trace_device(WHOLE)
    assert "".join(line.text + "\n" for line in lines) == render_device(WHOLE)
    wanted = {item.origin for item in (STAFF, GUEST, THINGS, LESSONS, *RADIOS)}
    assert wanted <= {line.origin for line in lines}


def test_each_line_of_the_page_of_unverified_ones_is_rendered() -> None:
    page = (Path(__file__).parents[3] / "docs" / "unverified.md").read_text(encoding="utf-8")
    starts = re.findall(r"^- `([^`]*)`", page.split("## FortiAP\n")[1].split("\n## ")[0], re.MULTILINE)
    assert len(starts) > 4
    portal = wlan("visitors", "enhanced-open", bands=("5",), portal="https://guests.example.org/oak")
    lines = [line.strip() for line in render_device(firewall(portal, THINGS)).splitlines()]
    assert not [start for start in starts if not any(line.startswith(start) for line in lines)]


def test_band_steering_is_asked_of_every_profile() -> None:
    steered = msgspec.structs.replace(RADIOS[0], band_steering=True)
    models = ("FAP-431G", "FAP-231F")
    text = section(firewall(STAFF, models=models, radios=(steered, *RADIOS[1:])), PROFILE)
    assert text.count("        set frequency-handoff enable\n        config radio-1\n") == len(models)
    assert "handoff" not in section(firewall(STAFF, models=models, radios=RADIOS), PROFILE)


@needs_schema
def test_band_steering_is_in_the_schema() -> None:
    steered = msgspec.structs.replace(RADIOS[0], band_steering=True)
    device = firewall(STAFF, radios=(steered, *RADIOS[1:]))
    assert unknown_lines(render_device(device)) == []
    assert default_lines(section(device, PROFILE)) == []


def test_multicast_goes_to_each_client_alone_where_it_is_asked_for() -> None:
    assert "set multicast-enhance enable" in ssid(multicast_to_unicast=True)
    assert "set multicast-enhance enable" not in ssid()


@needs_schema
def test_multicast_to_each_client_is_in_the_schema() -> None:
    device = firewall(wlan("x", multicast_to_unicast=True))
    assert unknown_lines(render_device(device)) == []
    assert default_lines(section(device, VAP)) == []
