"""SD-WAN: classes of traffic and the circuits that they take."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest
from tests.oracles.fortios_schema import default_lines, schema_folder, unknown_lines
from tests.platforms.fortinet_fortios.example import PART, SCHOOL, WAN1, WAN2, section, with_part

from netgen.device import AddressObject, Device, Probe, SteeringRule
from netgen.intent.steering import Application
from netgen.platforms.fortinet_fortios.sdwan_view import INTERNET_SERVICES
from netgen.rendering import render_device
from netgen.values import Prefix

OUTSIDE = AddressObject("outside-64.0.0.0-2", Prefix.parse("64.0.0.0/2"), "standard/steering/lessons")
LESSONS = SteeringRule(
    number=10, name="lessons", title="Lessons", sources=("oak-pupil",), destinations=("outside-64.0.0.0-2",),
    services=("web",), applications=(), circuits=("wan1", "wan2"), strategy="ordered", latency_ms=150,
    jitter_ms=-1, loss_percent=2, origin="standard/steering/lessons",
)  # fmt: skip
UPDATES = msgspec.structs.replace(
    LESSONS, number=20, name="updates", services=(), circuits=("wan2", "wan1"), latency_ms=-1, loss_percent=-1,
    origin="standard/steering/updates",
)  # fmt: skip
OFFICE = msgspec.structs.replace(
    UPDATES, number=30, name="office", destinations=(), applications=("microsoft-365",), strategy="fastest",
    circuits=("wan1", "wan2"),
)  # fmt: skip
REST = msgspec.structs.replace(
    LESSONS, number=60, name="rest", services=(), strategy="spread", latency_ms=-1, loss_percent=-1
)


def steered(*rules: SteeringRule) -> Device:
    """The school with probes and steering: the fibre first, then the 4G backup."""
    return with_part(
        SCHOOL,
        interfaces=(
            msgspec.structs.replace(WAN1, priority=10),
            msgspec.structs.replace(WAN2, priority=20),
            *PART.interfaces[2:],
        ),
        addresses=(*PART.addresses, OUTSIDE),
        probe=Probe(("192.0.2.53", "192.0.2.54"), 5, 3, 4, "trust/wan/probes"),
        steering=rules,
    )


BOX = steered(LESSONS, UPDATES, OFFICE, REST)


def row(number: int) -> str:
    """The rendered row of a class."""
    lines = render_device(BOX).split("\n")
    begin = lines.index(f"        edit {number}")
    return "\n".join(lines[begin : lines.index("        next", begin) + 1])


def test_circuits_are_members_of_one_zone_in_their_order_of_preference() -> None:
    text = render_device(BOX)
    assert (
        "    config members\n"
        "        edit 1\n"
        '            set interface "wan1"\n'
        '            set zone "sd-internet"\n'
        "            set gateway 203.0.113.1\n"
        "            set priority 10\n"
        "        next\n"
        "        edit 2\n"
        '            set interface "wan2"\n'
        '            set zone "sd-internet"\n'
        "            set priority 20\n"
        "        next\n"
        "    end\n"
    ) in text


def test_the_zone_of_sdwan_takes_the_place_of_the_zone_of_the_circuits_in_every_policy() -> None:
    text = render_device(BOX)
    assert '"z-internet"' not in text
    assert 'set dstintf "sd-internet"' in section(BOX, "firewall policy", "3060")
    assert 'set webfilter-profile "wf-primary"' in section(BOX, "firewall policy", "3060")


def test_steering_changes_no_policy_but_for_the_name_of_the_zone() -> None:
    plain, text = render_device(SCHOOL), render_device(BOX)
    start, end = "config firewall policy\n", "config firewall DoS-policy\n"
    before, after = (item.split(start)[1].split(end)[0] for item in (plain, text))
    assert after == before.replace('"z-internet"', '"sd-internet"')


def test_one_default_route_leads_to_all_members() -> None:
    text = render_device(BOX)
    assert '    edit 1\n        set distance 1\n        set sdwan-zone "sd-internet"\n    next' in text
    assert "set gateway 203.0.113.1\n        set device" not in text


def test_the_health_check_takes_the_place_of_link_monitors() -> None:
    text = render_device(BOX)
    assert "config system link-monitor" not in text
    assert (
        '        edit "probe"\n'
        '            set server "192.0.2.53" "192.0.2.54"\n'
        "            set interval 5000\n"
        "            set failtime 3\n"
        "            set recoverytime 4\n"
        "            set members 1 2\n"
        "            config sla\n"
        "                edit 10\n"
        "                    set link-cost-factor latency packet-loss\n"
        "                    set latency-threshold 150\n"
        "                    set packetloss-threshold 2\n"
        "                next\n"
        "            end\n"
    ) in text


def test_a_class_with_bounds_takes_the_first_circuit_within_them() -> None:
    assert row(500) == (
        "        edit 500\n"
        '            set name "lessons"\n'
        "            set mode sla\n"
        "            set protocol 6\n"
        "            set start-port 80\n"
        "            set end-port 80\n"
        '            set dst "net-outside-64.0.0.0-2"\n'
        '            set src "net-oak-pupil"\n'
        "            config sla\n"
        '                edit "probe"\n'
        "                    set id 10\n"
        "                next\n"
        "            end\n"
        "            set priority-members 1 2\n"
        "        next"
    )


def test_every_range_of_ports_has_a_row_of_its_own() -> None:
    text = render_device(BOX)
    assert [name in text for name in ('"lessons"', '"lessons-2"', '"lessons-3"', '"lessons-4"')] == [
        True, True, True, False,
    ]  # fmt: skip
    assert "set protocol 17" in row(502)


def test_a_class_that_prefers_the_backup_takes_the_members_the_other_way_round() -> None:
    lines = row(1000)
    assert "set priority-members 2 1" in lines
    assert "set mode" not in lines


def test_an_application_is_an_internet_service_and_has_no_addresses() -> None:
    lines = row(1500)
    assert 'set internet-service enable\n            set internet-service-name "Microsoft-Office365"' in lines
    assert "set dst " not in lines
    assert "set mode priority\n" in lines
    assert 'set health-check "probe"' in lines


def test_spreading_keeps_a_host_on_one_circuit() -> None:
    lines = row(3000)
    assert "set load-balance enable\n            set hash-mode source-ip-based" in lines


def test_without_steering_nothing_of_sdwan_is_said() -> None:
    text = render_device(SCHOOL)
    assert "sdwan" not in text
    assert '"z-internet"' in text


def test_every_application_of_the_standard_has_an_internet_service() -> None:
    assert set(INTERNET_SERVICES) == set(get_args(Application))


@pytest.mark.skipif(schema_folder() is None, reason="the schema (hfortix-fortios) is not installed")
def test_every_line_is_in_the_schema() -> None:
    text = render_device(BOX)
    assert unknown_lines(text) == []
    usual = {line for _, line in default_lines(render_device(SCHOOL))}
    assert {line for _, line in default_lines(text)} <= usual
