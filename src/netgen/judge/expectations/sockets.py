"""What a socket gives: power in the planned order when there is too little, and frames of the planned size."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import DevicePlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict
from netgen.judge.wired_vocabulary import JUMBO_BYTES, POWER_WORDS
from netgen.readback import Observed

POWER = Rule("JDG234", "poe-priority")
FRAMES = Rule("JDG235", "frame-size")
#: What a frame may hold by IEEE 802.3.
_USUAL_BYTES = 1500


def judge_sockets(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a switch for power and one for frames."""
    for plan, observed in case.of_kind("switch"):
        yield _power(case, plan, observed)
        yield _frames(case, plan, observed)


def _decide(case: SiteCase, rule: Rule, plan: DevicePlan, wrong: list[str], claim: str) -> Verdict:
    return Claims(case, rule).decide(
        plan.hostname,
        wrong[:3] + ([f"and {len(wrong) - 3} more"] if len(wrong) > 3 else []),
        claim,
        device=plan.hostname,
        origin=plan.origin,
        witnesses=wrong,
    )


def _power(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    """A text without a word about it means the lowest priority, the factory's on every system."""
    found = {port.name.casefold(): port for port in observed.ports}
    wrong = []
    for port in plan.ports:
        seen = found.get(port.interface.casefold())
        if seen is None or not port.poe_w:
            continue
        priority = seen.poe_priority or "low"
        wanted = POWER_WORDS.get(plan.platform, {}).get(port.use.poe_priority, port.use.poe_priority)
        if priority != wanted:
            wrong.append(f"{seen.name} keeps power with {priority} priority, not {wanted}")
    return _decide(case, POWER, plan, wrong, f"{plan.hostname} gives power in the planned order")


def _frames(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    """Large frames pass where a VLAN asks for them, and nowhere else is the size changed."""
    jumbo = {segment.vlan for segment in case.site.segments if segment.jumbo}.intersection(plan.vlans)
    used = {port.interface.casefold() for port in plan.ports if port.kind != "unused"}
    wrong = []
    for seen in observed.ports:
        size = seen.mtu or observed.mtu
        if jumbo and seen.name.casefold() in used and size < JUMBO_BYTES:
            wrong.append(
                f"{seen.name} passes frames of {size or 'the usual'} bytes and VLANs ask for {JUMBO_BYTES}"
            )
        elif not jumbo and seen.mtu:
            wrong.append(f"{seen.name} has another frame size, {seen.mtu}, which nobody planned")
    if observed.mtu and observed.mtu < _USUAL_BYTES:
        wrong.append(f"{plan.hostname} drops frames above {observed.mtu} bytes, which others send")
    return _decide(case, FRAMES, plan, wrong, f"{plan.hostname} passes frames of the planned size")
