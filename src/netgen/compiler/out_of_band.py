"""The management port of a switch in the out-of-band network of its site.

Reads: Box, the trust's addressing. Writes: OutOfBandPlan. A switch has the same host number there as in the management
segment, so nothing moves when another one comes or goes.
"""

from __future__ import annotations

from netgen.blueprint import OutOfBandPlan
from netgen.compiler.cabling import Box
from netgen.values import Prefix


def plan_out_of_band(box: Box, window: Prefix, host: int, origin: str) -> OutOfBandPlan | None:
    """The plan of one switch; None where it has no such port, or uses it to see that its twin lives."""
    hardware = box.members[box.first_switch]
    for name in hardware.port_names():
        port = hardware.port(name)
        if port is not None and port.kind == "management" and name != box.keepalive:
            interface = hardware.interface(box.first_switch, name) or name
            return OutOfBandPlan(interface, window.address(host), window, origin)
    return None
