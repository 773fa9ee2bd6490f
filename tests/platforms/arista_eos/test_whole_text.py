"""The whole text of a switch: complete, deterministic, owned, and asked for line by line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from netgen.device import Device
from netgen.platforms.arista_eos import PLATFORM
from netgen.rendering import render_device, trace_device
from netgen.rendering.environment import template_folder

from .devices import access_switch, asked_for_everything, core_with_services, paired_core, routed_core

TEMPLATES = template_folder() / "arista_eos"
#: What makes each device, by a name for the tests.
MAKERS = {
    "access switch": access_switch,
    "routed core": routed_core,
    "everything asked for": asked_for_everything,
    "core with services": core_with_services,
    "half of a pair": paired_core,
}
DEVICES = tuple(make() for make in MAKERS.values())

each_device = pytest.mark.parametrize("device", DEVICES, ids=tuple(MAKERS))


@pytest.mark.parametrize("make", MAKERS.values(), ids=tuple(MAKERS))
def test_the_same_device_gives_the_same_text(make: Callable[[], Device]) -> None:
    first, again = make(), make()
    assert again is not first
    assert render_device(again) == render_device(first)


@each_device
def test_a_trace_has_the_same_lines_and_an_origin_for_each(device: Device) -> None:
    lines = trace_device(device)
    assert "".join(line.text + "\n" for line in lines) == render_device(device)
    assert all(line.origin for line in lines)


@each_device
def test_every_object_of_the_device_is_asked_for_by_its_own_origin(device: Device) -> None:
    seen = {line.origin for line in trace_device(device)}
    management = device.management
    wanted = [
        device, management, *management.radius, *management.syslog, *device.vlans, *device.ports,
        *device.lags, *device.vrfs, *device.svis, *device.routes, *device.dhcp_pools, *device.qos,
        *(host for pool in device.dhcp_pools for host in pool.reservations),
        *((device.access,) if device.access else ()),
        *((device.pair,) if device.pair else ()),
    ]  # fmt: skip
    assert {item.origin for item in wanted} <= seen


@each_device
def test_every_port_appears_once(device: Device) -> None:
    headers = [line for line in render_device(device).splitlines() if line.startswith("interface ")]
    assert len(headers) == len(set(headers))
    assert {f"interface {port.interface}" for port in device.ports} <= set(headers)


@each_device
def test_secrets_are_placeholders(device: Device) -> None:
    text = render_device(device)
    assert "NETGEN_SECRET.env.RADIUS.END" in text
    assert "NETGEN_SECRET.env.RESCUE.END" in text
    assert "secret://" not in text


@each_device
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


@each_device
def test_every_top_level_line_has_exactly_one_owner(device: Device) -> None:
    text = re.sub(r"^(banner login.*\n).*\nEOF\n", r"\1", render_device(device), flags=re.MULTILINE)
    for line in text.splitlines():
        if line.startswith(" "):
            continue
        claimed = [name for name, prefixes in owners().items() if line.startswith(prefixes)]
        assert len(claimed) == 1, f"{line!r} is owned by {claimed}"


def test_every_feature_is_named_once_and_a_gap_says_why() -> None:
    features = [item.feature for item in PLATFORM.capabilities]
    assert len(features) == len(set(features))
    assert not [item.feature for item in PLATFORM.capabilities if item.level != "done" and not item.why]
