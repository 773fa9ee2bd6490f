"""Properties of the whole text of a box."""

from __future__ import annotations

import re

import msgspec
import pytest
from tests.oracles.fortios_schema import default_lines, schema_folder, unknown_lines
from tests.platforms.fortinet_fortios.example import HUB, MANAGEMENT, SCHOOL, with_part

from netgen.device import Device
from netgen.platforms.fortinet_fortios import PLATFORM
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
BOXES = [pytest.param(SCHOOL, id="school"), pytest.param(HUB, id="hub"), pytest.param(BARE, id="bare")]
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


def test_no_row_is_numbered_by_the_device() -> None:
    assert "edit 0\n" not in render_device(SCHOOL)


def test_capabilities_name_each_feature_once_and_explain_what_is_missing() -> None:
    features = [item.feature for item in PLATFORM.capabilities]
    assert len(features) == len(set(features))
    assert all(item.why for item in PLATFORM.capabilities if item.level != "done")
