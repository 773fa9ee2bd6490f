"""Runs inside the peer's own virtual environment: PyAVD renders fabrics of school size, timed.

`python peer_fabric.py 20,20,4` renders one fabric for each number of access switches and prints one
JSON object. Small fabrics are the kind arrangement for PyAVD: every device's inputs repeat the whole
fabric, so one large fabric costs more for each device than many small ones.

The inputs follow the AVD 6 input schema (avd.arista.com, eos_designs): an `l2spine` core, `l2leaf`
access switches with two uplinks, one tenant of ten VLANs, port profiles as a school has them. The
names, numbers and addresses are made up.
"""

from __future__ import annotations

import json
import sys
import time
from importlib.metadata import version
from typing import Any

import pyavd

#: (name, VLAN): the segments of the reference standard that reach an access switch.
SEGMENTS = (
    ("management", 10), ("access-points", 11), ("staff", 30), ("student", 40), ("office", 50),
    ("byod", 60), ("guest", 70), ("voice", 80), ("cctv", 90), ("classroom-av", 130),
)  # fmt: skip
#: (ports of an access switch, port profile): the roles of a generated school.
PORTS = (
    ("Ethernet1-24", "classroom"),
    ("Ethernet25-34", "teacher"),
    ("Ethernet35-38", "camera"),
    ("Ethernet39-40", "panel"),
    ("Ethernet41-44", "access-point"),
    ("Ethernet45-48", "unused"),
)
_EDGE: dict[str, Any] = {
    "enabled": True,
    "spanning_tree_portfast": "edge",
    "spanning_tree_bpduguard": "enabled",
    "storm_control": {"broadcast": {"level": "1"}, "multicast": {"level": "5"}},
}
_ACCESS = {**_EDGE, "mode": "access"}
PROFILES: list[dict[str, Any]] = [
    {"profile": "classroom", **_ACCESS, "vlans": "40", "poe": {"disabled": True}},
    {
        "profile": "teacher",
        **_EDGE,
        "mode": "trunk phone",
        "native_vlan": 30,
        "phone_vlan": 80,
        "phone_trunk_mode": "tagged",
    },
    {"profile": "camera", **_ACCESS, "vlans": "90"},
    {"profile": "panel", **_ACCESS, "vlans": "130"},
    {"profile": "access-point", **_EDGE, "mode": "trunk", "native_vlan": 11, "vlans": "30,40,60,70"},
    {"profile": "unused", "mode": "access", "vlans": "10", "enabled": False},
]


def fabric(number: int, leaves: int) -> dict[str, dict[str, Any]]:
    """Inputs by host name of a core and `leaves` access switches."""
    names = [f"f{number}-leaf{index}" for index in range(1, leaves + 1)]
    core = f"f{number}-core"
    shared: dict[str, Any] = {
        "fabric_name": f"FABRIC{number}",
        "mgmt_gateway": "10.0.0.1",
        "timezone": "Europe/London",
        "dns_settings": {
            "domain": "net.example",
            "servers": [
                {"ip_address": "10.0.8.10", "vrf": "MGMT"},
                {"ip_address": "10.0.8.11", "vrf": "MGMT"},
            ],
        },
        "ntp_settings": {
            "server_vrf": "use_mgmt_interface_vrf",
            "servers": [{"name": "10.0.8.12"}, {"name": "10.0.8.13"}],
        },
        "logging_settings": {
            "trap": "informational",
            "vrfs": [{"name": "MGMT"}],
            "hosts": [
                {
                    "name": "10.0.8.30",
                    "vrf": "MGMT",
                    "protocol": "tls",
                    "ports": [6514],
                    "ssl_profile": "SYSLOG",
                }
            ],
        },
        "l2spine": {
            "defaults": {"platform": "7050X3", "spanning_tree_mode": "mstp", "spanning_tree_priority": 4096},
            "nodes": [{"name": core, "id": 1, "mgmt_ip": "10.0.1.1/16"}],
        },
        "l2leaf": {
            "defaults": {
                "platform": "720XP",
                "uplink_switches": [core, core],
                "uplink_interfaces": ["Ethernet49", "Ethernet50"],
                "spanning_tree_mode": "mstp",
                "spanning_tree_priority": 16384,
            },
            "nodes": [
                {
                    "name": name,
                    "id": index,
                    "mgmt_ip": f"10.0.2.{index}/16",
                    "uplink_switch_interfaces": [f"Ethernet{2 * index - 1}", f"Ethernet{2 * index}"],
                }
                for index, name in enumerate(names, 1)
            ],
        },
        "tenants": [{"name": "SCHOOL", "l2vlans": [{"id": vlan, "name": name} for name, vlan in SEGMENTS]}],
        "port_profiles": PROFILES,
        "network_ports": [
            {"switches": names, "switch_ports": [ports], "profile": profile, "description": profile}
            for ports, profile in PORTS
        ],
    }
    return {core: {**shared, "type": "l2spine"}, **{name: {**shared, "type": "l2leaf"} for name in names}}


def render(inputs: dict[str, dict[str, Any]]) -> tuple[dict[str, str], dict[str, float]]:
    """The documented road of the PyAVD API for one fabric: texts by host name, seconds by step.

    Raises ValueError when PyAVD finds the inputs or its own structured configuration wrong, so that
    a refused fabric can never pass for a fast one.
    """
    seconds = dict.fromkeys(("validate", "facts", "structure", "validate structure", "render"), 0.0)
    mark = time.perf_counter()

    def lap(step: str) -> None:
        nonlocal mark
        now = time.perf_counter()
        seconds[step] += now - mark
        mark = now

    validated = {name: _accepted(name, pyavd.validate_inputs(one)) for name, one in inputs.items()}
    lap("validate")
    facts = pyavd.get_avd_facts(validated)
    lap("facts")
    texts = {}
    for name, one in validated.items():
        structured = pyavd.get_device_structured_config(name, one, avd_facts=facts)
        lap("structure")
        as_dict = structured if isinstance(structured, dict) else structured._as_dict()  # noqa: SLF001 - no public form
        checked = _accepted(name, pyavd.validate_structured_config(as_dict))
        lap("validate structure")
        texts[name] = pyavd.get_device_config(checked)
        lap("render")
    return texts, seconds


def _accepted(name: str, result: Any) -> dict[str, Any]:
    violations = list(result.validation_result.violations)
    if violations or result.validated_data is None:
        reasons = "; ".join(f"{'.'.join(map(str, item.path))}: {item.message}" for item in violations[:3])
        msg = f"PyAVD refuses {name}: {reasons or 'no data'}"
        raise ValueError(msg)
    data: dict[str, Any] = result.validated_data
    return data


def main() -> None:
    """Warm up with one small fabric, then render the wanted ones and print what it took."""
    sizes = [int(word) for word in sys.argv[1].split(",")]
    render(fabric(0, 1))
    seconds: dict[str, float] = {}
    devices = lines = 0
    started = time.perf_counter()
    for number, leaves in enumerate(sizes, 1):
        texts, steps = render(fabric(number, leaves))
        devices += len(texts)
        lines += sum(text.count("\n") for text in texts.values())
        seconds = {step: seconds.get(step, 0.0) + spent for step, spent in steps.items()}
    total = time.perf_counter() - started
    counts = {"devices": devices, "lines": lines, "seconds": total, "steps": seconds}
    print(json.dumps({"version": version("pyavd"), **counts}))


if __name__ == "__main__":
    main()
