"""Zones, objects, policies and flood protection."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.fortinet_fortios.example import PART, SCHOOL, section, with_part

from netgen.device import Protection, Schedule
from netgen.rendering import render_device


def test_a_filtered_policy_inspects_and_hides_its_source() -> None:
    assert section(SCHOOL, "firewall policy", "3060") == (
        "    edit 3060\n"
        '        set name "pupil-to-internet"\n'
        '        set srcintf "z-pupil"\n'
        '        set dstintf "z-internet"\n'
        "        set action accept\n"
        '        set srcaddr "net-oak-pupil"\n'
        '        set dstaddr "all"\n'
        '        set schedule "always"\n'
        '        set service "svc-web"\n'
        "        set utm-status enable\n"
        '        set ssl-ssh-profile "certificate-only"\n'
        '        set webfilter-profile "wf-primary"\n'
        '        set dnsfilter-profile "df-primary"\n'
        '        set application-list "no-bypass"\n'
        "        set logtraffic all\n"
        "        set nat enable\n"
        '        set comments "Pupils web"\n'
        "    next"
    )


def test_an_unfiltered_policy_names_every_half_of_its_services() -> None:
    text = section(SCHOOL, "firewall policy", "3050")
    assert '        set service "svc-dns" "svc-dns-icmp" "svc-web"' in text
    assert "utm-status" not in text
    assert "nat" not in text.replace("net-", "")


def test_every_policy_logs_all_traffic() -> None:
    text = section(SCHOOL, "firewall policy")
    assert text.count("set logtraffic all") == text.count("    edit ") == 3


def test_policies_keep_their_order() -> None:
    text = section(SCHOOL, "firewall policy")
    assert [line for line in text.split("\n") if "edit" in line] == [
        "    edit 3050",
        "    edit 3060",
        "    edit 1050",
    ]


def test_a_long_name_stays_unique_and_short() -> None:
    assert '        set name "management-of-everything-to-th-1050"' in section(
        SCHOOL, "firewall policy", "1050"
    )


def test_a_policy_without_services_denies_aloud() -> None:
    policy = msgspec.structs.replace(PART.policies[1], services=())
    text = section(with_part(SCHOOL, policies=(policy,)), "firewall policy", "3060")
    assert "accept" not in text
    assert "nat enable" not in text
    assert "utm-status" not in text
    assert '        set service "ALL"' in text
    assert "        set logtraffic all" in text


def test_an_unknown_service_stops_the_render() -> None:
    policy = msgspec.structs.replace(PART.policies[1], services=("telepathy",))
    with pytest.raises(KeyError, match="telepathy"):
        section(with_part(SCHOOL, policies=(policy,)), "firewall policy")


def test_ping_is_an_object_of_its_own() -> None:
    assert section(SCHOOL, "firewall service custom", '"svc-dns-icmp"') == (
        '    edit "svc-dns-icmp"\n'
        "        set protocol ICMP\n"
        "        set icmptype 8\n"
        "        unset icmpcode\n"
        "    next"
    )


def test_a_zone_lets_its_members_talk_only_when_told() -> None:
    assert "set intrazone allow" in section(SCHOOL, "system zone", '"z-mgmt"')
    assert "intrazone" not in section(SCHOOL, "system zone", '"z-pupil"')
    assert '        set interface "wan1" "wan2"' in section(SCHOOL, "system zone", '"z-internet"')
    assert '        set interface "oak-hub1"' in section(SCHOOL, "system zone", '"z-overlay"')


def test_no_zone_has_the_name_of_an_interface() -> None:
    zone = msgspec.structs.replace(PART.zones[0], name="core")
    device = with_part(SCHOOL, zones=(zone,), policies=())
    assert 'edit "z-core"' in section(device, "system zone")
    assert 'edit "core"' in section(device, "system interface")


def test_every_circuit_is_guarded_against_floods() -> None:
    text = section(SCHOOL, "firewall DoS-policy")
    assert text.count("set action block") == 4
    assert '        set interface "wan1"' in text
    assert '        set interface "wan2"' in text


LESSONS = Schedule("lessons", ("mon", "fri"), "07:30", "18:00", "standard/schedules/lessons")


def test_a_policy_with_hours_holds_in_them_alone_and_ends_what_is_under_way() -> None:
    policy = msgspec.structs.replace(PART.policies[0], schedule="lessons")
    device = with_part(SCHOOL, policies=(policy,), schedules=(LESSONS,))
    assert '        set schedule "sch-lessons"\n        set schedule-timeout enable\n' in section(
        device, "firewall policy", "3050"
    )
    assert section(device, "firewall schedule recurring", '"sch-lessons"') == (
        '    edit "sch-lessons"\n'
        "        set start 07:30\n"
        "        set end 18:00\n"
        "        set day monday friday\n"
        "    next"
    )
    assert "schedule-timeout" not in section(SCHOOL, "firewall policy")


@pytest.mark.parametrize(
    ("protection", "lines"),
    [
        (Protection(ips=True, antivirus=True), ['set av-profile "default"', 'set ips-sensor "default"']),
        (Protection(ips=True, antivirus=False), ['set ips-sensor "default"']),
        (Protection(ips=False, antivirus=True), ['set av-profile "default"']),
        (Protection(ips=False, antivirus=False), []),
    ],
)
def test_a_protected_policy_has_the_makers_profiles(protection: Protection, lines: list[str]) -> None:
    policy = msgspec.structs.replace(PART.policies[0], protected=True)
    text = section(with_part(SCHOOL, policies=(policy,), protection=protection), "firewall policy", "3050")
    fields = [line.strip() for line in text.split("\n")]
    assert [line for line in fields if line.startswith(("set av-", "set ips-"))] == lines
    assert ("set utm-status enable" in fields) is bool(lines)


def test_only_protected_policies_are_looked_into() -> None:
    device = with_part(SCHOOL, protection=Protection(ips=True, antivirus=True))
    assert "ips-sensor" not in render_device(device)
    assert "av-profile" not in render_device(device)


def test_protection_without_a_filter_still_brings_its_inspection_profile() -> None:
    policy = msgspec.structs.replace(PART.policies[0], protected=True)
    device = with_part(
        SCHOOL, policies=(policy,), filters=(), protection=Protection(ips=True, antivirus=False)
    )
    assert '        set ssl-ssh-profile "certificate-only"' in section(device, "firewall policy", "3050")
    assert 'edit "certificate-only"' in section(device, "firewall ssl-ssh-profile")
    assert "application-list" not in render_device(device)


def test_a_denying_policy_is_not_inspected() -> None:
    policy = msgspec.structs.replace(PART.policies[0], services=(), protected=True, schedule="lessons")
    device = with_part(
        SCHOOL, policies=(policy,), schedules=(LESSONS,), protection=Protection(ips=True, antivirus=True)
    )
    text = section(device, "firewall policy", "3050")
    assert "utm-status" not in text
    assert "schedule-timeout" not in text
