"""Properties of the whole text of a box."""

from __future__ import annotations

import re

import msgspec
import pytest
from tests.oracles.fortios_schema import default_lines, schema_folder, unknown_lines
from tests.platforms.fortinet_fortios.example import (
    HUB,
    IDENTITY,
    INSPECTION,
    LEADERS,
    MANAGEMENT,
    OPEN_HUB,
    PART,
    SCHOOL,
    TUNNEL,
    WAN1,
    WAN2,
    with_part,
)
from tests.platforms.fortinet_fortios.test_breakout import BOX as AT_HUB
from tests.platforms.fortinet_fortios.test_pair import member
from tests.platforms.fortinet_fortios.test_steering import BOX as STEERED

from netgen.device import Device, Policy, Probe, Protection, Publication, Reservation, Schedule
from netgen.platforms.fortinet_fortios import PLATFORM
from netgen.platforms.fortinet_fortios.change import CHANGE
from netgen.platforms.fortinet_fortios.names import list_number
from netgen.rendering import render_device, trace_device

BARE = with_part(
    msgspec.structs.replace(
        SCHOOL,
        management=msgspec.structs.replace(
            MANAGEMENT, radius=(), syslog=(), snmp_user="", snmp_managers=(), banner="", location="",
            dns=(), ntp=(),
        ),
        routes=(),
        dhcp_pools=(),
    ),
    tunnels=(), filters=(), policies=(), zones=(), addresses=(), services=(),
)  # fmt: skip
WHOLE = msgspec.structs.replace(
    with_part(
        SCHOOL,
        interfaces=(
            msgspec.structs.replace(WAN1, shape=True, priority=10),
            msgspec.structs.replace(WAN2, mode="pppoe", user="oak", secret="secret://vault/wan", priority=20),
            *PART.interfaces[2:-1],
            msgspec.structs.replace(PART.interfaces[-1], relays=("10.0.8.14",)),
        ),
        policies=(
            msgspec.structs.replace(
                PART.policies[1], number=203060, name="pupil to internet as leaders", group="leaders"
            ),
            msgspec.structs.replace(PART.policies[1], schedule="lessons", protected=True),
            Policy(
                70001, "publish portal", "internet", "pupil", (), (), ("web",), "", nat=False, comment="",
                origin="sites/oak/publish/portal", protected=True, publication="portal",
            ),
        ),
        filters=(msgspec.structs.replace(PART.filters[0], video="moderate", deny=("prank.example",), inspect=True),),
        tunnels=(
            TUNNEL,
            msgspec.structs.replace(TUNNEL, name="oak-hub1-2", wan="wan2", psk="", certificate="NETGEN-VPN", ca="CA"),
        ),
        probe=Probe(("192.0.2.53",), 5, 3, 4, "trust/wan/probes"),
        schedules=(Schedule("lessons", ("mon",), "07:30", "18:00", "standard/schedules/lessons"),),
        publications=(
            Publication(
                "portal", "wan1", "203.0.113.2", "10.2.72.9", ("web",), "sites/oak/publish/portal"
            ),
        ),
        protection=Protection(ips=True, antivirus=True),
        inspection=INSPECTION,
        identity=msgspec.structs.replace(IDENTITY, attribute="filter-id", forget_s=3600),
        groups=(LEADERS,),
    ),
    management=msgspec.structs.replace(
        MANAGEMENT, ntp_key_id=7, ntp_key="secret://vault/ntp", flow_host="10.0.8.32", netflow_port=9995
    ),
    dhcp_pools=(
        msgspec.structs.replace(
            SCHOOL.dhcp_pools[0], boot_server="10.0.8.41", boot_file="x.efi",
            options=((42, ("10.0.8.12",)), (138, ("10.0.8.42",)), (150, ("10.0.8.40",))),
            reservations=(
                Reservation("panel", "00:1a:2b:3c:4d:5e", "10.2.72.30", "sites/oak/reservations/panel"),
            ),
        ),
    ),
)  # fmt: skip
BOXES = [
    pytest.param(SCHOOL, id="school"),
    pytest.param(HUB, id="hub"),
    pytest.param(BARE, id="bare"),
    pytest.param(WHOLE, id="whole"),
    pytest.param(OPEN_HUB, id="open hub"),
    pytest.param(member(1), id="first of a pair"),
    pytest.param(member(2), id="second of a pair"),
    pytest.param(STEERED, id="steered"),
    pytest.param(AT_HUB, id="breaks out at a hub"),
]
needs_schema = pytest.mark.skipif(
    schema_folder() is None, reason="hfortix-fortios is not installed: pip install netgen[oracle]"
)

#: Said although FortiOS 7.6 has it as default, since 7.4 has another one or its own examples print it.
SAID_ANYHOW = {
    "set switch-controller disable",
    "set status enable",
    "set status disable",
    "set net-device disable",
    "set add-route enable",
    "set dhgrp 20",
    "set encrypted-client-hello block",
    "set status deep-inspection",
    "set override disable",
}


@needs_schema
@pytest.mark.parametrize("device", BOXES)
def test_every_line_is_in_the_schema(device: Device) -> None:
    assert unknown_lines(render_device(device)) == []


@needs_schema
@pytest.mark.parametrize("device", BOXES)
def test_no_line_says_what_the_device_would_not_print_back(device: Device) -> None:
    assert {line.strip() for _, line in default_lines(render_device(device))} <= SAID_ANYHOW


@pytest.mark.parametrize("device", BOXES)
def test_every_line_knows_who_asked_for_it(device: Device) -> None:
    lines = trace_device(device)
    assert "".join(line.text + "\n" for line in lines) == render_device(device)
    assert all(line.origin for line in lines)


def test_lines_name_the_object_they_come_from() -> None:
    origins = {line.text.strip(): line.origin for line in trace_device(SCHOOL)}
    assert origins['set name "pupil-to-internet"'] == "standard/policy/1"
    assert origins["set vlanid 30"] == "standard/segments/pupils"
    assert origins["set admintimeout 10"] == "trust/administration"
    assert origins['set server "10.0.8.21"'] == "trust/services/radius/1"


@pytest.mark.parametrize("device", BOXES)
def test_the_text_is_well_formed(device: Device) -> None:
    text = render_device(device)
    assert text.endswith("end\n")
    assert not re.search(r"[ \t]\n|\n\n|\t|\r", text)
    assert all((len(line) - len(line.lstrip())) % 4 == 0 for line in text.split("\n"))


def test_rendering_twice_gives_the_same_bytes() -> None:
    assert render_device(SCHOOL) == render_device(
        msgspec.json.decode(msgspec.json.encode(SCHOOL), type=Device)
    )


def test_secrets_are_placeholders() -> None:
    words = re.findall(r"set (?:password|secret|psksecret|auth-pwd|priv-pwd) (\S+)", render_device(SCHOOL))
    assert len(words) == 6
    assert all(re.fullmatch(r'"NETGEN_SECRET\.[a-z.-]+\.END"', word) for word in words)


def test_what_a_line_names_comes_before_it() -> None:
    lines = render_device(WHOLE).split("\n")
    heads = (
        "config system interface", "config firewall address", "config firewall schedule recurring",
        "config webfilter urlfilter", "config dnsfilter domain-filter", "config webfilter profile",
        "config dnsfilter profile", "config firewall ssl-ssh-profile", "config firewall vip",
        "config firewall policy",
    )  # fmt: skip
    places = [lines.index(f"{head}") for head in heads]
    assert places == sorted(places)


def test_every_table_of_rows_that_netgen_names_is_known_to_the_push() -> None:
    names = {
        "firewall vip": "pub-portal-tcp-443",
        "webfilter urlfilter": str(list_number("primary")),
        "dnsfilter domain-filter": str(list_number("primary")),
        "firewall schedule recurring": "sch-lessons",
    }
    owned = {table: re.compile(pattern) for table, pattern in CHANGE.owned_rows}
    assert all(owned[table].match(name) for table, name in names.items())
    assert not owned["webfilter urlfilter"].match("10")


def test_no_row_is_numbered_by_the_device() -> None:
    assert "edit 0\n" not in render_device(SCHOOL)


def test_capabilities_name_each_feature_once_and_explain_what_is_missing() -> None:
    features = [item.feature for item in PLATFORM.capabilities]
    assert len(features) == len(set(features))
    assert all(item.why for item in PLATFORM.capabilities if item.level != "done")
