"""Zones, objects, security rules and address translation."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.paloalto_panos.example import PART, SCHOOL, lines, rule, rule_names, with_part

from netgen.device import Device, Protection, Publication, Schedule, ServiceObject
from netgen.rendering import render_device

OVERLAY, INTERNET, MANAGEMENT = PART.policies
NAT = "set rulebase nat rules"


def with_policy(**changes: object) -> Device:
    """The school with its internet policy alone, changed."""
    return with_part(SCHOOL, policies=(msgspec.structs.replace(INTERNET, **changes),))


def test_a_filtered_rule_names_its_filter_and_sends_its_log() -> None:
    assert rule(SCHOOL, "pupil_to_internet") == [
        "from pupil",
        "to internet",
        "source net-oak-pupil",
        "destination any",
        "source-user any",
        "category any",
        "application any",
        "service [ svc-web-tcp svc-web-udp ]",
        "action allow",
        "log-end yes",
        "log-setting to-syslog",
        "profile-setting profiles url-filtering wf-primary",
        'description "Pupils web"',
    ]


def test_what_hides_from_the_filter_is_denied_before_it() -> None:
    names = rule_names(SCHOOL)
    assert names.index("pupil_to_internet.quic") + 1 == names.index("pupil_to_internet")
    quic = rule(SCHOOL, "pupil_to_internet.quic")
    assert {"application quic", "service any", "action deny", "source net-oak-pupil"} <= set(quic)
    assert not [line for line in quic if line.startswith("profile-setting")]


def test_quic_needs_no_rule_where_no_udp_may_pass() -> None:
    services = tuple(
        msgspec.structs.replace(item, udp=()) if item.name == "web" else item for item in PART.services
    )
    assert "pupil_to_internet.quic" not in rule_names(with_part(SCHOOL, services=services))


def test_ping_has_a_rule_of_its_own() -> None:
    assert "service [ svc-dns-tcp svc-dns-udp svc-web-tcp svc-web-udp ]" in rule(SCHOOL, "pupil_to_overlay")
    ping = rule(SCHOOL, "pupil_to_overlay.ping")
    assert {"application ping", "service application-default", "action allow"} <= set(ping)


def test_a_policy_of_ping_alone_opens_no_port() -> None:
    ping = ServiceObject("ping", (), (), icmp=True, any_=False, origin="standard/services/ping")
    policy = msgspec.structs.replace(OVERLAY, services=("ping",))
    device = with_part(SCHOOL, policies=(policy,), services=(ping,))
    assert [name for name in rule_names(device) if name.startswith("pupil")] == ["pupil_to_overlay.ping"]


def test_rules_keep_the_order_of_the_policies() -> None:
    own = [name for name in rule_names(SCHOOL) if not name.startswith(("box.", "intrazone."))]
    assert own == [
        "pupil_to_overlay",
        "pupil_to_overlay.ping",
        "pupil_to_internet.quic",
        "pupil_to_internet",
        "the_management_of_every_device_of_the_school-1050",
    ]


def test_two_policies_that_differ_in_a_dash_stay_two_rules() -> None:
    one = msgspec.structs.replace(INTERNET, name="a to b-to-c")
    other = msgspec.structs.replace(INTERNET, name="a-to-b to c", number=7)
    names = rule_names(with_part(SCHOOL, policies=(one, other)))
    assert {"a_to_b-to-c", "a-to-b_to_c"} <= set(names)


def test_every_rule_logs_and_so_do_the_defaults() -> None:
    text = render_device(SCHOOL)
    assert text.count(" log-end yes\n") == len(rule_names(SCHOOL)) + 2
    for kind in ("intrazone", "interzone"):
        assert lines(SCHOOL, f"set rulebase default-security-rules rules {kind}-default") == [
            "action deny",
            "log-end yes",
            "log-setting to-syslog",
        ]


def test_only_zones_whose_members_may_talk_have_a_rule_for_it() -> None:
    assert [name for name in rule_names(SCHOOL) if name.startswith("intrazone.")] == ["intrazone.mgmt"]
    assert rule(SCHOOL, "intrazone.mgmt")[:3] == ["rule-type intrazone", "from mgmt", "to mgmt"]


def test_a_policy_without_services_denies_aloud() -> None:
    fields = rule(with_policy(services=()), "pupil_to_internet")
    assert {"action deny", "service any", "log-end yes"} <= set(fields)
    assert not [line for line in fields if line.startswith("profile-setting")]
    assert not [line for line in lines(with_policy(services=()), NAT) if line.startswith("pupil")]


def test_an_unknown_service_stops_the_render() -> None:
    with pytest.raises(KeyError, match="telepathy"):
        render_device(with_policy(services=("telepathy",)))


def test_a_scheduled_policy_names_its_hours() -> None:
    school_day = Schedule("school-day", ("fri", "mon"), "07:30", "18:00", "standard/schedules/school-day")
    policy = msgspec.structs.replace(INTERNET, schedule="school-day")
    device = with_part(SCHOOL, policies=(policy,), schedules=(school_day,))
    assert "schedule sc-school-day" in rule(device, "pupil_to_internet")
    assert lines(device, "set schedule sc-school-day schedule-type recurring weekly") == [
        "monday 07:30-18:00",
        "friday 07:30-18:00",
    ]


@pytest.mark.parametrize(
    ("protection", "profiles"),
    [
        (Protection(ips=True, antivirus=False), ["spyware strict", "vulnerability strict"]),
        (Protection(ips=False, antivirus=True), ["virus default"]),
        (Protection(ips=False, antivirus=False), []),
    ],
)
def test_a_protected_policy_is_looked_into(protection: Protection, profiles: list[str]) -> None:
    policy = msgspec.structs.replace(INTERNET, protected=True, filter="")
    device = with_part(SCHOOL, policies=(policy,), protection=protection)
    found = [line for line in rule(device, "pupil_to_internet") if line.startswith("profile-setting")]
    assert found == [f"profile-setting profiles {profile}" for profile in profiles]


def test_sources_hide_behind_the_circuit_that_the_route_chose() -> None:
    assert lines(SCHOOL, f"{NAT} pupil_to_internet.ethernet1-1") == [
        "from pupil",
        "to internet",
        "to-interface ethernet1/1",
        "source net-oak-pupil",
        "destination any",
        "service any",
        "source-translation dynamic-ip-and-port interface-address interface ethernet1/1",
        "source-translation dynamic-ip-and-port interface-address ip 203.0.113.2/30",
    ]
    by_dhcp = lines(SCHOOL, f"{NAT} pupil_to_internet.ethernet1-2")
    assert not [line for line in by_dhcp if "interface-address ip" in line]


def test_nothing_is_translated_on_the_way_to_the_overlay() -> None:
    assert not [line for line in lines(SCHOOL, NAT) if line.endswith(" to overlay")]


def test_a_published_service_is_translated_port_by_port() -> None:
    site = Publication(
        "web-site", "ethernet1/1", "203.0.113.2", "10.2.80.10", ("web",), "sites/oak/publish/0"
    )
    policy = msgspec.structs.replace(
        INTERNET, name="publish web-site", from_zone="internet", to_zone="guest", sources=(), filter="", nat=False,
        publication="web-site",
    )  # fmt: skip
    device = with_part(SCHOOL, policies=(policy,), publications=(site,))
    assert lines(device, f"{NAT} web-site.svc-web-tcp") == [
        "from internet",
        "to internet",
        "source any",
        "destination 203.0.113.2/32",
        "service svc-web-tcp",
        "destination-translation translated-address 10.2.80.10",
    ]
    assert {"to guest", "destination 203.0.113.2/32", "service [ svc-web-tcp svc-web-udp ]"} <= set(
        rule(device, "publish_web-site")
    )


def test_a_service_is_one_object_for_each_protocol() -> None:
    services = lines(SCHOOL, "set service")
    assert "svc-web-tcp protocol tcp port 80,443" in services
    assert "svc-web-udp protocol udp port 443" in services
    assert not [line for line in services if line.startswith("svc-any")]


def test_the_internet_zone_stops_floods_and_every_zone_forged_sources() -> None:
    zones = [line for line in lines(SCHOOL, "set zone") if "zone-protection-profile" in line]
    assert [line.split()[-1] for line in zones] == ["zp-inside"] * 4 + ["zp-outside.internet"]
    profile = "set network profiles zone-protection-profile"
    assert lines(SCHOOL, f"{profile} zp-inside") == ["discard-ip-spoof yes"]
    outside = lines(SCHOOL, f"{profile} zp-outside.internet")
    assert {
        "flood tcp-syn enable yes",
        "flood tcp-syn syn-cookies maximal-rate 2000",
        "flood icmp red maximal-rate 250",
        "scan 8001 action block",
        "discard-ip-spoof yes",
    } <= set(outside)
