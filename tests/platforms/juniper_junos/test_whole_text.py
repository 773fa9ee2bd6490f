"""The whole text of a box: complete, deterministic, owned, asked for line by line, and read back as equal."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from tests.platforms.juniper_junos.firewalls import HUB, JOINING, SCHOOL, TUNNEL, with_part
from tests.platforms.juniper_junos.switches import ACCESS, CLASSES, PHONE, access_switch, port, routed_core
from tests.platforms.juniper_junos.test_breakout import BOX as BROKEN_OUT
from tests.platforms.juniper_junos.test_cluster import CLUSTER
from tests.platforms.juniper_junos.test_steering import EXAMS, UPDATES, steered
from tests.platforms.juniper_junos.text import names

from netgen.device import Device, Probe
from netgen.platforms.juniper_junos import PLATFORM
from netgen.platforms.juniper_junos.change import CHANGE
from netgen.rendering import render_device, trace_device
from netgen.rendering.environment import template_folder
from netgen.rollout.config_text import canonical

#: A firewall with what the school has none of: probes and certificates.
WATCHED = with_part(
    msgspec.structs.replace(SCHOOL, hostname="oak-fw2"),
    tunnels=(msgspec.structs.replace(TUNNEL, psk="", certificate="NETGEN-VPN", ca="TRUST-CA"),),
    probe=Probe(("192.0.2.53",), 5, 3, 3, "trust/wan/probes"),
)
STEERED = msgspec.structs.replace(
    steered(EXAMS, UPDATES, probe=WATCHED.firewall.probe if WATCHED.firewall else None), hostname="oak-fw3"
)
AT_HUB = msgspec.structs.replace(BROKEN_OUT, hostname="oak-fw4")
DEVICES = (access_switch(), routed_core(), SCHOOL, HUB, WATCHED, STEERED, CLUSTER, AT_HUB)
each_device = pytest.mark.parametrize("device", DEVICES, ids=lambda device: device.hostname)


@pytest.mark.parametrize("make", [access_switch, routed_core])
def test_the_same_device_gives_the_same_text(make) -> None:
    assert render_device(make()) == render_device(make())


@each_device
def test_a_trace_has_the_same_lines_and_an_origin_for_each(device: Device) -> None:
    lines = trace_device(device)
    assert "".join(line.text + "\n" for line in lines) == render_device(device)
    assert all(line.origin for line in lines)


@each_device
def test_every_object_of_the_device_is_asked_for_by_its_own_origin(device: Device) -> None:
    seen = {line.origin for line in trace_device(device)}
    wanted = [
        device, device.management, *device.management.radius, *device.management.syslog, *device.vlans, *device.ports,
        *device.lags, *device.vrfs, *device.svis, *device.routes, *device.dhcp_pools,
    ]  # fmt: skip
    if device.firewall:
        part = device.firewall
        wanted += [
            *part.interfaces,
            *part.zones,
            *part.addresses,
            *part.policies,
            *part.filters,
            *part.tunnels,
        ]
    assert {item.origin for item in wanted} <= seen


@each_device
def test_braces_close_at_the_indent_where_they_opened(device: Device) -> None:
    open_at: list[int] = []
    for line in render_device(device).splitlines():
        indent = len(line) - len(line.lstrip())
        if line.strip() == "}":
            assert open_at.pop() == indent, line
        else:
            assert indent == 4 * len(open_at), line
            assert line.endswith((" {", ";")), line
            if line.endswith("{"):
                open_at.append(indent)
    assert not open_at


@each_device
def test_each_stanza_stands_once(device: Device) -> None:
    top = [line for line in render_device(device).splitlines() if not line.startswith((" ", "}"))]
    assert len(top) == len(set(top))


@each_device
def test_secrets_are_placeholders(device: Device) -> None:
    text = render_device(device)
    assert "NETGEN_SECRET.env.RESCUE.END" in text
    assert "secret://" not in text


@each_device
def test_every_top_level_line_has_exactly_one_owner(device: Device) -> None:
    owners: dict[str, list[str]] = {}
    for path in sorted((template_folder() / "juniper_junos").glob("*.j2")):
        owned = re.search(r"^owns: (.*?)^vendor reference:", path.read_text(), re.DOTALL | re.MULTILINE)
        assert owned, f"{path.name} does not say what it owns"
        for item in re.split(r",\s*", owned[1].strip()):
            owners.setdefault(item, []).append(path.name)
    for line in render_device(device).splitlines():
        if not line.startswith((" ", "}")):
            assert len(owners[line.split()[0]]) == 1


@each_device
def test_what_the_device_prints_back_is_equal_to_what_was_sent(device: Device) -> None:
    text = render_device(device)
    printed = re.sub(r'"NETGEN_SECRET[^"]*";', '"$9$salted"; ## SECRET-DATA', text)
    printed = printed.replace("authentication-password", "authentication-key")
    printed = printed.replace("privacy-password", "privacy-key")
    printed = f"## Last commit: 2026-11-22 10:00:00 UTC by netgen\nversion 23.4R1.9;\n{printed}"
    assert printed != text
    assert canonical(printed, CHANGE) == canonical(text, CHANGE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version v2-only;", "version v1-only;"),
        ("discard;", "reject;"),
        ("deny-all;", "permit-all;"),
        ("external-interface ge-0/0/0.0;", "external-interface ge-0/0/1.0;"),
    ],
)
def test_a_comparison_notices_what_matters(old: str, new: str) -> None:
    text = render_device(SCHOOL)
    assert old in text
    assert canonical(text.replace(old, new), CHANGE) != canonical(text, CHANGE)


def test_a_comparison_notices_the_order_of_filter_terms() -> None:
    text = render_device(SCHOOL)
    first = text.index("            term anybody-else {")
    second = text.index("            term all-but-management {")
    end = text.index("        }\n    }\n}\n", second)
    swapped = text[:first] + text[second:end] + text[first:second] + text[end:]
    assert sorted(swapped) == sorted(text)
    assert canonical(swapped, CHANGE) != canonical(text, CHANGE)


def test_the_whole_text_is_sent_and_the_device_takes_it_back_by_itself() -> None:
    assert (CHANGE.send, CHANGE.driver, CHANGE.timed) == ("replace", "junos", True)


def test_a_switch_has_no_firewall_and_a_firewall_no_vlans() -> None:
    switch, firewall = render_device(access_switch()), render_device(SCHOOL)
    assert names(switch, "security") == ["pki"]
    assert "applications {" not in switch
    assert "\nvlans {" not in firewall
    assert "mstp" not in firewall


def test_every_feature_is_named_once_and_a_gap_says_why() -> None:
    features = [item.feature for item in PLATFORM.capabilities]
    assert len(features) == len(set(features))
    assert not [item.feature for item in PLATFORM.capabilities if item.level != "done" and not item.why]


def test_a_filter_that_is_not_sure_to_block_illegal_content_is_not_done() -> None:
    level = {item.feature: item.level for item in PLATFORM.capabilities}
    assert level["web-filter"] == "not yet"


def test_lines_called_unverified_are_really_rendered() -> None:
    page = (Path(__file__).parents[3] / "docs/unverified.md").read_text(encoding="utf-8")
    section = page.partition("## Junos\n")[2].partition("\n## ")[0]
    quoted = re.findall(r"(?m)^- `([^`]+)`: ", section)
    switch = msgspec.structs.replace(
        access_switch(),
        runs=(
            port("ge-0/0/1", msgspec.structs.replace(PHONE, access="dot1x", ra_guard=True)),
            *access_switch().runs[-4:],
        ),
        access=ACCESS,
        qos=CLASSES,
        management=msgspec.structs.replace(
            access_switch().management, flow_host="10.0.0.70", sflow_port=6343
        ),
    )
    boxes = (switch, SCHOOL, HUB, WATCHED, JOINING, STEERED, CLUSTER)
    lines = [line.strip() for device in boxes for line in render_device(device).splitlines()]
    assert len(quoted) > 8
    for start in quoted:
        assert any(line.startswith(start) for line in lines), (
            f"`{start}` is rendered nowhere: take it off the page"
        )
