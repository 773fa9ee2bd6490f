"""Runs of equal sockets: what the weakest port of `sw1/1-24` can do on a given model.

Reads: the hardware catalogue. A trust has thousands of equal switches, so each answer is kept.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from netgen.hardware import Hardware

#: Watts that reach the device at the end of 100 m of cable, by PoE standard (IEEE 802.3 power classes).
POWER_AT_DEVICE_W = {"none": 0.0, "af": 12.95, "at": 25.5, "bt3": 51.0, "bt4": 71.3}


class PortRun(NamedTuple):
    """`missing` is the first port that the model lacks, or ""; the rest speaks of the ports it has."""

    missing: str
    power_w: float
    weakest: str
    mbps: int
    slowest: str


@lru_cache(maxsize=8192)
def _port_run(hardware: _ByModel, mark: str, first: int, last: int) -> PortRun:
    missing, weakest, slowest = "", "", ""
    power_w, mbps = 1000.0, 10**9
    for number in range(first, last + 1):
        name = f"{mark}{number}"
        port = hardware.hardware.port(name)
        if port is None or port.kind not in ("access", "uplink"):
            missing = missing or name
            continue
        if POWER_AT_DEVICE_W[port.poe] < power_w:
            power_w, weakest = POWER_AT_DEVICE_W[port.poe], name
        if port.max_mbps < mbps:
            mbps, slowest = port.max_mbps, name
    return PortRun(missing, power_w, weakest, mbps, slowest)


class _ByModel:
    """Hardware compared by identity: hashing a whole model for each look-up would cost more than it saves."""

    __slots__ = ("hardware",)

    def __init__(self, hardware: Hardware) -> None:
        self.hardware = hardware


_WRAPPED: dict[int, _ByModel] = {}


def port_run(hardware: Hardware, mark: str, first: int, last: int) -> PortRun:
    """What ports first to last (`mark` is "" or "u") of a model have in common."""
    wrapped = _WRAPPED.get(id(hardware))
    if wrapped is None or wrapped.hardware is not hardware:
        wrapped = _WRAPPED[id(hardware)] = _ByModel(hardware)
    return _port_run(wrapped, mark, first, last)
