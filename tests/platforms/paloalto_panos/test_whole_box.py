"""Properties of the whole text of a box."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from tests.golden.test_line_ownership import claims, owners
from tests.platforms.paloalto_panos.example import (
    HUB,
    MANAGEMENT,
    OPEN_HUB,
    PART,
    SCHOOL,
    TUNNEL,
    routed,
    with_part,
)
from tests.platforms.paloalto_panos.test_forwarding import EXAMS, UPDATES, steered
from tests.platforms.paloalto_panos.test_lists import ADDRESSES, DOMAINS
from tests.platforms.paloalto_panos.test_pair import member

from netgen.device import Device, Inspection, Probe
from netgen.platforms.paloalto_panos import PLATFORM
from netgen.rendering import render_device, trace_device
from netgen.rendering.environment import environment

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
#: A box with what the school has none of: probes and certificates.
WATCHED = with_part(
    SCHOOL,
    tunnels=(msgspec.structs.replace(TUNNEL, psk="", certificate="NETGEN-VPN", ca="TRUST-CA"),),
    probe=Probe(("192.0.2.53", "198.51.100.53"), 5, 3, 3, "trust/wan/probes"),
)
STEERED = steered(EXAMS, UPDATES, probe=WATCHED.firewall.probe if WATCHED.firewall else None)


def opened(device: Device) -> Device:
    """The box, opening TLS."""
    domains = (("app.example", "d/0"), ("bank.example", "d/1"))
    return with_part(
        device,
        filters=(msgspec.structs.replace(PART.filters[0], inspect=True),),
        inspection=Inspection("Trust-CA", ("health",), domains, "standard/inspection"),
    )


INSPECTING = opened(SCHOOL)
BOXES = [
    pytest.param(SCHOOL, id="school"),
    pytest.param(HUB, id="hub"),
    pytest.param(BARE, id="bare"),
    pytest.param(WATCHED, id="watched"),
    pytest.param(INSPECTING, id="inspecting"),
    pytest.param(OPEN_HUB, id="open hub"),
    pytest.param(member(1), id="first of a pair"),
    pytest.param(member(2), id="second of a pair"),
    pytest.param(STEERED, id="steered"),
]

#: A word, a quoted text, or a list of words in brackets.
VALUE = r'(?:"[^"]+"|[^\s"\[\]]+|\[ [^\s"\[\]]+(?: [^\s"\[\]]+)+ \])'
#: Several lines of these accumulate members or weekly hours; every other beginning is said once.
LISTS = ("permitted-ip",)


@pytest.mark.parametrize("device", BOXES)
def test_every_line_is_one_set_command_of_well_formed_words(device: Device) -> None:
    for line in render_device(device).splitlines():
        assert re.fullmatch(rf"set(?: {VALUE})+", line), line


@pytest.mark.parametrize("device", BOXES)
def test_no_leaf_is_said_twice(device: Device) -> None:
    leaves = [re.fullmatch(rf"(.*) {VALUE}", line) for line in render_device(device).splitlines()]
    beginnings = [found[1] for found in leaves if found and not found[1].endswith(LISTS)]
    assert len(beginnings) == len(set(beginnings))


@pytest.mark.parametrize("device", BOXES)
def test_every_object_that_a_rule_names_is_defined(device: Device) -> None:
    text = render_device(device)
    for kind, pattern in (
        ("address", r" (net-[^ \n]+)"),
        ("service", r" ((?:svc|box)-[^ \n]+)"),
        ("profiles url-filtering", r"url-filtering (wf-[^ \n]+)"),
    ):
        named = set(re.findall(rf"set rulebase .*{pattern}", text))
        defined = set(re.findall(rf"set {kind} (\S+)", text))
        assert named <= defined


@pytest.mark.parametrize("device", BOXES)
def test_every_line_knows_who_asked_for_it(device: Device) -> None:
    lines = trace_device(device)
    assert "".join(line.text + "\n" for line in lines) == render_device(device)
    assert all(line.origin for line in lines)


def test_lines_name_the_object_they_come_from() -> None:
    origins = {line.text: line.origin for line in trace_device(SCHOOL)}
    assert origins["set rulebase security rules pupil_to_internet action allow"] == "standard/policy/1"
    unit = "set network interface aggregate-ethernet ae1 layer3 units ae1.30 tag 30"
    assert origins[unit] == "standard/segments/pupils"
    assert origins["set deviceconfig setting management idle-timeout 10"] == "trust/administration"
    radius = "set shared server-profile radius adm-radius server radius2 ip-address 10.0.8.21"
    assert origins[radius] == "trust/services/radius/1"


def test_rendering_twice_gives_the_same_bytes() -> None:
    assert render_device(SCHOOL) == render_device(
        msgspec.json.decode(msgspec.json.encode(SCHOOL), type=Device)
    )


def test_secrets_are_placeholders() -> None:
    words = re.findall(r" (?:phash|secret|key|authpwd|privpwd) (\S+)\n", render_device(SCHOOL))
    assert len(words) == 6
    assert all(re.fullmatch(r"NETGEN_SECRET\.[a-z.-]+\.END", word) for word in words)


def test_lines_called_unverified_are_really_rendered() -> None:
    page = (Path(__file__).parents[3] / "docs/unverified.md").read_text(encoding="utf-8")
    section = page.partition("## PAN-OS\n")[2].partition("\n## ")[0]
    claimed = re.findall(r"- `(set [^`]+)`", section)
    flows = msgspec.structs.replace(MANAGEMENT, flow_host="10.0.8.32", netflow_port=2055)
    watched = msgspec.structs.replace(WATCHED, management=flows)
    text = "".join(render_device(device) for device in (watched, STEERED, OPEN_HUB, member()))
    text += render_device(with_part(SCHOOL, lists=(ADDRESSES, DOMAINS)))
    assert len(claimed) > 4
    assert not [line for line in claimed if f"\n{line} " not in text]


def test_capabilities_name_each_feature_once_and_explain_what_is_missing() -> None:
    features = [item.feature for item in PLATFORM.capabilities]
    assert len(features) == len(set(features))
    assert all(item.why for item in PLATFORM.capabilities if item.level != "done")


@pytest.mark.parametrize("device", BOXES)
def test_every_line_has_exactly_one_owner(device: Device) -> None:
    by_template = claims("paloalto_panos")
    for line in render_device(device).splitlines():
        assert len(owners(line, by_template)) == 1, f"`{line}` is owned by {owners(line, by_template)}"


def test_each_template_prints_only_what_it_owns() -> None:
    by_template = claims("paloalto_panos")
    paired = with_part(routed(STEERED), pair=member().firewall.pair if member().firewall else None)
    views = [PLATFORM.view(device) for device in (opened(paired), OPEN_HUB)]
    for name, owned in by_template.items():
        if owned:
            template = environment().get_template(f"paloalto_panos/{name}")
            text = "".join(template.render(device=view) for view in views)
            assert text
            assert {owner for line in text.splitlines() for owner in owners(line, by_template)} == {name}
