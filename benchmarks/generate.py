"""A generated trust of many schools, in three sizes, for benchmarks. Fictional throughout.

`python benchmarks/generate.py FOLDER SCHOOLS` copies the reference standard and hubs and writes the
schools: of ten, five are primaries of 9 boxes, four are middle-sized with 21, one is large with 71:
20 boxes on average. Which sockets are used differs from school to school and from cabinet to cabinet,
so that no two schools next to each other have the same switches.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import NamedTuple

REFERENCE = Path(__file__).parents[1] / "inventory"

_HEAD = """name: Generated School {number}
number: {number}
code: g{number}
archetype: {archetype}
pupils: {pupils}
staff: {staff}
firewall: {{model: FortiGate-200F, links: {{x1: core/sw1/45, x2: core/sw2/45}}}}
circuits:
  leased: {{carrier: Example Telecom, access: leased-line, down: 1G, up: 1G, port: port1}}
  mobile: {{carrier: Example Mobile, access: 5g, down: 200M, up: 50M, port: port2, role: backup}}
cabinets:
  core:
    number: 1
    switches: {{sw1: C9300X-48HX, sw2: C9300X-48HX}}
    stack: true
    ports: {{server: sw1/1-6}}
"""
_CABINET = """  cab{index}:
    number: {number}
    switches: {{sw1: {model}, sw2: {model}}}
    uplink:
      speed: 1G
      links:
        sw1/u1: core/sw1/{port}
        sw1/u2: core/sw2/{port}
        sw2/u1: cab{index}/sw1/u3
        sw2/u2: cab{index}/sw1/u4
    ports:
      classroom: sw1/1-{desks_end}, sw1/{desks_start}-34, sw2/{rooms_start}-24
      teacher: sw1/25-{phones_end}
      panel: sw2/25-{panels_end}
      camera: sw1/35-{cameras_end}
      access-point: sw1/41-{points_end}, sw2/41-{points_end}
"""


class Size(NamedTuple):
    """A kind of school. The sockets of a cabinet keep within the capacity of the archetype."""

    archetype: str
    pupils: int
    staff: int
    cabinets: int
    phones: int
    cameras: int
    points: int


#: Boxes of a school: 2 switches a cabinet, a core stack, a firewall and a wireless cluster.
SIZES = {
    "small": Size("primary-2fe", 400, 60, cabinets=3, phones=8, cameras=4, points=4),
    "middle": Size("all-through", 1000, 150, cabinets=9, phones=7, cameras=4, points=4),
    "large": Size("secondary", 1400, 180, cabinets=34, phones=2, cameras=3, points=2),
}
PATTERN = ("small", "middle", "small", "middle", "small", "large", "small", "middle", "small", "middle")


def school(number: int) -> str:
    """The YAML of one generated school."""
    size = SIZES[PATTERN[number % len(PATTERN)]]
    parts = [_HEAD.format(number=number, archetype=size.archetype, pupils=size.pupils, staff=size.staff)]
    parts += [
        _CABINET.format(
            index=index + 1,
            number=index + 2,
            port=7 + index,
            model="C9300-48U" if index % 2 else "CCS-720XP-48Y6",
            desks_end=24 - (number + index) % 7,
            desks_start=25 + size.phones,
            rooms_start=1 + (number // 7 + index) % 5,
            panels_end=32 - number % 4,
            phones_end=24 + size.phones,
            cameras_end=34 + size.cameras,
            points_end=40 + size.points,
        )
        for index in range(size.cabinets)
    ]
    parts.append("access_points: {model: AP-635}\n")
    return "".join(parts)


def numbers_of(schools: int) -> range:
    """The school numbers of a generated trust; the hubs have 0 and 1."""
    return range(2, schools + 2)


def generate(folder: Path, schools: int) -> Path:
    """Write the inventory below `folder`; returns its root."""
    root = folder / "inventory"
    shutil.copytree(REFERENCE / "standard", root / "standard")
    shutil.copy(REFERENCE / "trust.yaml", root / "trust.yaml")
    (root / "sites").mkdir()
    for hub in ("dc", "hq"):
        shutil.copy(REFERENCE / "sites" / f"{hub}.yaml", root / "sites" / f"{hub}.yaml")
    for number in numbers_of(schools):
        (root / "sites" / f"school-{number:04}.yaml").write_text(school(number), encoding="utf-8")
    return root


if __name__ == "__main__":
    print(generate(Path(sys.argv[1]), int(sys.argv[2])))
