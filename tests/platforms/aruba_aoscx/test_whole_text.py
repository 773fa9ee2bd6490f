"""The whole text of a switch: complete, deterministic, owned, and asked for line by line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from netgen.device import Device
from netgen.platforms.aruba_aoscx import PLATFORM
from netgen.rendering import render_device, trace_device
from netgen.rendering.environment import template_folder

from .devices import access_switch, guarded_switch, paired_core, routed_core, small_switch, stack

TEMPLATES = template_folder() / "aruba_aoscx"
MAKERS = (access_switch, small_switch, stack, routed_core, guarded_switch, paired_core)
DEVICES = tuple(make() for make in MAKERS)
#: Series that say some things in other words.
SERIES = (guarded_switch("6100-48G-CL4", "6100-48G-CL4"), guarded_switch("8325-48Y8C", "8325-48Y8C"))


def hostname(device: Device) -> str:
    """Test id."""
    return device.hostname


@pytest.mark.parametrize("device", DEVICES, ids=hostname)
def test_the_same_device_gives_the_same_text(device: Device) -> None:
    again = next(made for made in (make() for make in MAKERS) if made.hostname == device.hostname)
    assert again is not device
    assert render_device(again) == render_device(device)


@pytest.mark.parametrize("device", DEVICES, ids=hostname)
def test_a_trace_has_the_same_lines_and_an_origin_for_each(device: Device) -> None:
    lines = trace_device(device)
    assert "".join(line.text + "\n" for line in lines) == render_device(device)
    assert all(line.origin for line in lines)


@pytest.mark.parametrize("device", DEVICES, ids=hostname)
def test_every_object_of_the_device_is_asked_for_by_its_own_origin(device: Device) -> None:
    seen = {line.origin for line in trace_device(device)}
    management = device.management
    wanted = [
        device, management, *management.radius, *management.syslog, *device.vlans, *device.ports,
        *device.lags, *device.vrfs, *device.svis, *device.routes, *device.dhcp_pools, *device.qos,
        *([device.access] if device.access else []),
        *([device.pair] if device.pair else []),
    ]  # fmt: skip
    assert {item.origin for item in wanted} <= seen


@pytest.mark.parametrize("device", DEVICES, ids=hostname)
def test_every_port_appears_once(device: Device) -> None:
    headers = [line for line in render_device(device).splitlines() if line.startswith("interface ")]
    assert len(headers) == len(set(headers))
    assert {f"interface {port.interface}" for port in device.ports} <= set(headers)


@pytest.mark.parametrize("device", DEVICES, ids=hostname)
def test_secrets_are_placeholders(device: Device) -> None:
    text = render_device(device)
    assert "NETGEN_SECRET.env.RADIUS.END" in text
    assert "NETGEN_SECRET.env.RESCUE.END" in text
    assert "secret://" not in text


@pytest.mark.parametrize("device", DEVICES, ids=hostname)
def test_a_text_has_no_blank_lines_and_no_trailing_spaces(device: Device) -> None:
    assert not [line for line in render_device(device).splitlines() if line != line.rstrip() or not line]


def owners() -> dict[str, tuple[str, ...]]:
    """Template name to the prefixes of the top-level lines it says it owns."""
    found = {}
    for path in sorted(Path(TEMPLATES).glob("*.j2")):
        text = path.read_text(encoding="utf-8")
        owned = re.search(r"^owns: (.*?)^vendor reference:", text, re.DOTALL | re.MULTILINE)
        assert owned, f"{path.name} does not say what it owns"
        items = re.split(r",\s*", owned[1].strip())
        found[path.name] = tuple(item for item in items if item != "nothing itself")
    return found


@pytest.mark.parametrize("device", DEVICES, ids=hostname)
def test_every_top_level_line_has_exactly_one_owner(device: Device) -> None:
    text = re.sub(r"^(banner motd.*\n).*\n\^\n", r"\1", render_device(device), flags=re.MULTILINE)
    for line in text.splitlines():
        if line.startswith(" "):
            continue
        claimed = [name for name, prefixes in owners().items() if line.startswith(prefixes)]
        assert len(claimed) == 1, f"{line!r} is owned by {claimed}"


def test_every_feature_is_named_once_and_a_gap_says_why() -> None:
    features = [item.feature for item in PLATFORM.capabilities]
    assert len(features) == len(set(features))
    assert not [item.feature for item in PLATFORM.capabilities if item.level != "done" and not item.why]


def test_every_line_that_was_never_verified_is_one_that_is_rendered() -> None:
    page = (Path(__file__).parents[3] / "docs/unverified.md").read_text(encoding="utf-8")
    section = page.split("## AOS-CX")[1].split("\n## ")[0]
    quoted = [found for line in section.splitlines() for found in re.findall(r"`([^`]+)`", line)]
    texts = [*map(render_device, DEVICES), *map(render_device, SERIES)]
    rendered = "\n".join(texts)
    allowed = {"ignore", "vlan", "ciphertext", "trusted", "nd-snooping", "vlan access"}
    assert not [words for words in quoted if words not in rendered and words not in allowed]
