"""Link monitors: pings that show whether a circuit leads anywhere."""

from __future__ import annotations

import msgspec

from netgen.device import FirewallPart
from netgen.platforms.fortinet_fortios.sdwan_view import is_steered

_MILLISECONDS = 1000
#: FortiOS 7.4 defaults, which it does not print.
_USUAL_FAILS, _USUAL_ANSWERS = 5, 5


class ProbeView(msgspec.Struct, frozen=True):
    """The monitor of one circuit, in milliseconds; `servers` is ready to print, one that answers is enough.

    `gateway` is "" where the provider names it. `fails` and `answers` are 0 for the defaults.
    """

    name: str
    interface: str
    servers: str
    gateway: str
    interval_ms: int
    fails: int
    answers: int
    origin: str


def probe_views(part: FirewallPart) -> tuple[ProbeView, ...]:
    """One monitor for each circuit; none where no probe is asked for, or where SD-WAN probes its members."""
    probe = part.probe
    if probe is None or is_steered(part):
        return ()
    return tuple(
        ProbeView(
            name=f"probe-{item.name}",
            interface=item.name,
            servers=" ".join(f'"{target}"' for target in probe.targets),
            gateway=item.gateway if item.mode == "static" else "",
            interval_ms=probe.interval_s * _MILLISECONDS,
            fails=0 if probe.fail_after == _USUAL_FAILS else probe.fail_after,
            answers=0 if probe.recover_after == _USUAL_ANSWERS else probe.recover_after,
            origin=probe.origin,
        )
        for item in part.interfaces
        if item.kind == "wan"
    )
