"""What a device or its maker owns survives a push and its undo."""

from __future__ import annotations

import pytest
from tests.emulators.device import EmulatedDevice
from tests.emulators.fortios_rest import Node, run_script
from tests.emulators.ios_shell import IosSwitch
from tests.rollout.bench import PLATFORMS, running
from tests.rollout.test_undo_later import rows, take_back

from netgen.rollout import Outcome

#: First lines of what nobody intends and no push may take away.
OWNED_BY_THE_SWITCH = (
    "license boot level", "license udi", "diagnostic bootup level", "memory free low-watermark",
    "vlan internal allocation policy", "crypto pki trustpoint TP-self-signed-1234567890",
    " rsakeypair TP-self-signed-1234567890", "crypto pki trustpoint SLA-TrustPoint",
    "crypto pki certificate chain TP-self-signed-1234567890", "  30820330 30820218", "  \tquit", "redundancy",
    " mode sso", "transceiver type all", " monitoring", "class-map match-any system-cpp-police-sys-data",
    "policy-map system-cpp-policy", "control-plane", " service-policy input system-cpp-policy",
    "interface TenGigabitEthernet1/1/1", " switchport mode trunk", "interface AppGigabitEthernet1/0/1",
)  # fmt: skip


def has(text: str, start: str) -> bool:
    return any(line.startswith(start) for line in text.splitlines())


def test_lines_that_the_switch_owns_survive_a_push_and_its_undo(bench):
    b = bench("cisco_iosxe")
    before = b.device.running
    assert all(has(before, line) for line in OWNED_BY_THE_SWITCH)
    plan = b.plan()
    (planned,) = plan.devices
    assert not any(f"-{line}" in planned.change for line in OWNED_BY_THE_SWITCH)
    assert b.only(b.push(plan)).outcome is Outcome.OK
    assert [line for line in OWNED_BY_THE_SWITCH if not has(b.device.running, line)] == []
    assert b.device.running != before
    assert b.only(take_back(b, plan)).outcome is Outcome.OK
    assert rows(b.device.running) == rows(before)


def test_an_interface_that_is_no_hardware_goes_when_nobody_asks_for_it(bench):
    b = bench("cisco_iosxe")
    assert has(b.device.running, "interface Vlan20")
    assert b.only(b.push(b.plan())).outcome is Outcome.OK
    assert not has(b.device.running, "interface Vlan20")


def test_a_banner_arrives_as_it_was_meant(bench):
    b = bench("cisco_iosxe")
    assert b.only(b.push(b.plan())).outcome is Outcome.OK
    assert "banner login ^C\nAuthorised users only.\n^C\n" in b.device.running


def replaced_by(text: str) -> str:
    device = EmulatedDevice("oak-dev1", "cisco_iosxe", "hostname oak-dev1\n")
    switch = IosSwitch(device)
    switch.files["candidate"] = text
    switch.run("configure replace flash:/candidate force", "netgen")
    return device.running


def test_the_emulated_switch_knows_a_control_character_from_a_caret_and_a_c():
    right = replaced_by("hostname oak-dev1\nbanner login \x03\nKeep out\n\x03\nvtp mode off\nend\n")
    assert right == "hostname oak-dev1\nbanner login ^C\nKeep out\n^C\nvtp mode off\n"
    wrong = replaced_by("hostname oak-dev1\nbanner login ^C\nKeep out\n^C\nvtp mode off\nend\n")
    assert wrong == "hostname oak-dev1\nbanner login ^CC\nKeep out\n^C\nvtp mode off\n"


def names(text: str, table: str) -> list[str]:
    root = Node()
    run_script(root, text, EmulatedDevice("fw", "fortinet_fortios", ""))
    return list(root.tables[table].rows)


def test_rows_that_a_firewall_is_shipped_with_survive_the_first_push(bench):
    b = bench("fortinet_fortios")
    plan = b.plan()
    (planned,) = plan.devices
    assert planned.notes[0].startswith("a person must look at system admin: admin, contractor")
    assert b.only(b.push(plan)).outcome is Outcome.OK
    after = b.device.running
    assert names(after, "firewall service custom") == ["ALL", "DNS", "HTTPS", "PING", "svc-printing"]
    assert names(after, "firewall service group") == ["Web Access", "adm-sessions"]
    assert names(after, "webfilter profile") == ["default", "wf-primary"]
    assert names(after, "system admin") == ["admin", "contractor", "breakglass"]
    assert names(after, "firewall address") == ["all", "printers"]
    assert 'config system replacemsg admin "pre_admin-disclaimer-text"' in after


@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_plan_after_a_push_is_empty(bench, platform):
    b = bench(platform)
    assert b.only(b.push(b.plan())).outcome is Outcome.OK
    (planned,) = b.plan().devices
    assert planned.change == ""
    assert b.device.running != running(platform)
