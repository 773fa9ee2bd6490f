"""The school with a pair of core switches in its main cabinet, and what was there on an edge switch of its own."""

from __future__ import annotations

from pathlib import Path

from netgen.hardware import load_catalogue
from tests.schools.files import changed
from tests.schools.school import write_school


def write_paired_school(
    folder: Path,
    core: str,
    edge: str,
    firewall: str = "FortiGate-200F",
    access_point: str = "AP-635",
    *,
    routed: bool = True,
    full: bool = False,
    firewall_ports: tuple[str, str] = ("x1", "x2"),
) -> Path:
    """The inventory as files below `folder`: sites `elm`, whose cabinet main is the pair, and `dc`.

    Ports 1 and 47 of each core lead to the edge switch and the firewall; the keepalive is as the model wants it.
    """
    inventory = write_school(folder, edge, firewall, access_point, routed=routed, full=full)
    with changed(inventory / "sites" / "elm.yaml") as school:
        main, block = school["cabinets"]["main"], school["cabinets"]["block"]
        block["ports"] = main["ports"]
        block["uplink"]["links"] = {"sw1/u1": "main/sw1/1", "sw1/u2": "main/sw2/1"}
        main["ports"] = {"server": ["sw1/20-21", "sw2/20"]}
        main["switches"] = {"sw1": core, "sw2": core}
        hardware = load_catalogue().get(core)
        keepalive = "mgmt" if hardware and hardware.pair == "mlag" else "46"
        main["pair"] = {"peer_link": ["u7", "u8"], "keepalive": keepalive}
        school["firewall"]["links"] = {
            own: f"main/sw{member}/47" for member, own in enumerate(firewall_ports, 1)
        }
    return inventory
