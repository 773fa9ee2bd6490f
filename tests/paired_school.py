"""The one school with a pair of core switches in its main cabinet, and what was there on an edge switch of its own.

`python -m tests.paired_school --core DCS-7050SX3-48YC8 --edge CCS-722XPM-48Y4 FOLDER` writes the inventory.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import yaml

from netgen.hardware import load_catalogue
from tests.one_school import write_school


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
    file = inventory / "sites" / "elm.yaml"
    school = yaml.safe_load(file.read_text())
    main, block = school["cabinets"]["main"], school["cabinets"]["block"]
    block["ports"] = main["ports"]
    block["uplink"]["links"] = {"sw1/u1": "main/sw1/1", "sw1/u2": "main/sw2/1"}
    main["ports"] = {"server": ["sw1/20-21", "sw2/20"]}
    main["switches"] = {"sw1": core, "sw2": core}
    hardware = load_catalogue().get(core)
    keepalive = "mgmt" if hardware and hardware.pair == "mlag" else "46"
    main["pair"] = {"peer_link": ["u7", "u8"], "keepalive": keepalive}
    school["firewall"]["links"] = {own: f"main/sw{member}/47" for member, own in enumerate(firewall_ports, 1)}
    file.write_text(yaml.safe_dump(school, sort_keys=False))
    return inventory


def main() -> None:
    """Write the inventory that the arguments ask for."""
    parser = argparse.ArgumentParser(description="Write the inventory of one school with a pair of cores.")
    parser.add_argument("--core", default="DCS-7050SX3-48YC8")
    parser.add_argument("--edge", default="CCS-722XPM-48Y4")
    parser.add_argument("--collapsed", action="store_true", help="the firewall is every gateway")
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    write_paired_school(asked.folder, asked.core, asked.edge, routed=not asked.collapsed)


if __name__ == "__main__":
    main()
