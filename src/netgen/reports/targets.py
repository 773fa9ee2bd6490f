"""What a rollout is told about each box of a site: its text, where it is managed, what must hold after.

The rollout room receives text and data, never models; this is the one place that turns a Blueprint
into its input.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from netgen.blueprint import DevicePlan, SitePlan
from netgen.rollout import Expectation, Target

#: Order of the stages of a rollout by the inventory's word.
STAGES = {"lab": 0, "pilot": 1, "rest": 2}
#: Within a site: access switches first, then Wi-Fi, the core, and the firewall last, since everything
#: else is reached through it. Of a pair of cores the second goes first, so that one always carries the school.
_EDGE_LAST = 10


def targets(plans: Iterable[SitePlan], texts: dict[str, str], window_s: int) -> list[Target]:
    """A target per box of the sites. `texts` are by golden file path."""
    by_host = {Path(name).stem: text for name, text in texts.items()}
    return [
        _target(plan, device, by_host[device.hostname], window_s)
        for plan in plans
        for device in plan.devices
        if device.hostname in by_host
    ]


def _target(plan: SitePlan, device: DevicePlan, text: str, window_s: int) -> Target:
    return Target(
        hostname=device.hostname,
        site=plan.site,
        platform=device.platform,
        stage=STAGES[plan.stage] * _EDGE_LAST + _rank(device),
        address=device.management,
        intended=text,
        expect=_expectations(plan, device),
        window_s=window_s,
        is_pair=plan.firewall_pair is not None and plan.firewall_pair.first == device.hostname,
    )


def _rank(device: DevicePlan) -> int:
    if device.kind == "firewall":
        return 4
    if device.is_core:
        return 3 if device.pair and device.pair.member == 1 else 2
    return 1 if device.kind == "wlan" else 0


def _expectations(plan: SitePlan, device: DevicePlan) -> tuple[Expectation, ...]:
    """After a change a box must still reach the gateway of its management network."""
    gateway = next(segment.gateway for segment in plan.segments if segment.management)
    if device.kind == "switch":
        return (Expectation("reach", gateway),)
    return ()
