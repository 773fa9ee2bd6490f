"""Runs of equal sockets: what the weakest port of `sw1/1-24` can do on a given model.

Reads: the hardware catalogue.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from netgen.hardware import Hardware

#: Watts that reach the device at the end of 100 m of cable, by PoE standard (IEEE 802.3 power classes).
POWER_AT_DEVICE_W = {"none": 0.0, "af": 12.95, "at": 25.5, "bt3": 51.0, "bt4": 71.3}


class PortRun(msgspec.Struct, frozen=True):
    """`missing` is the first port that the model lacks, or ""; the rest speaks of the ports it has."""

    missing: str
    power_w: float
    weakest: str
    mbps: int
    slowest: str


class Ports(msgspec.Struct, frozen=True, cache_hash=True):
    """Ports `first` to `last` of a switch; `mark` is "u" for uplink ports, else "".

    `bits` has one bit for each of them, so that two runs share a port where they share a bit. A run that goes
    backwards has none.
    """

    mark: str
    first: int
    last: int
    count: int
    bits: int


#: More than any switch has: above their bits come those of the uplink ports.
_MOST_PORTS = 100


@lru_cache(maxsize=4096)
def ports(text: str) -> Ports:
    """The ports of a checked `12`, `u1` or `1-24`."""
    start, _, end = text.partition("-")
    mark = "u" if start.startswith("u") else ""
    first = int(start.removeprefix("u"))
    last = int(end.removeprefix("u")) if end else first
    shift = _MOST_PORTS + first if mark else first
    count = max(0, last + 1 - first)
    return Ports(mark, first, last, count, ((1 << count) - 1) << shift)


def port_run(hardware: Hardware, run: Ports) -> PortRun:
    """What these ports of a model have in common."""
    missing, weakest, slowest = "", "", ""
    power_w, mbps = 1000.0, 10**9
    for number in range(run.first, run.last + 1):
        name = f"{run.mark}{number}"
        port = hardware.port(name)
        if port is None or port.kind not in ("access", "uplink"):
            missing = missing or name
            continue
        if POWER_AT_DEVICE_W[port.poe] < power_w:
            power_w, weakest = POWER_AT_DEVICE_W[port.poe], name
        if port.max_mbps < mbps:
            mbps, slowest = port.max_mbps, name
    return PortRun(missing, power_w, weakest, mbps, slowest)
