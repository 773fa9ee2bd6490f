"""Switches that answer to one name hold together as planned: the same members, by the same links.

A stack is no fact of its own: its lines are settings, and which of them a plan asks for differs by maker. Source: IOS
XE 17.12 Stack Manager guide (provisioned members), AOS-CX VSF guide (links), Junos Virtual Chassis guide (members).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from netgen.blueprint import DevicePlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict

STACK = Rule("JDG237", "stack")

Line = tuple[str, str]


class _Words(msgspec.Struct, frozen=True):
    """The (block, line) pairs that hold a stack together: which belong to it, and which a plan asks for."""

    own: re.Pattern[str]
    wanted: Callable[[DevicePlan], set[Line]]


def _provisioned(plan: DevicePlan) -> set[Line]:
    members = enumerate(plan.members, 1)
    return {("", f"switch {number} provision {sku.partition('+')[0].lower()}") for number, sku in members}


def _linked(plan: DevicePlan) -> set[Line]:
    found = {("", f"vsf member {number}") for number in range(1, len(plan.members) + 1)}
    for number, ports in enumerate(plan.stack_ports, 1):
        found |= {(f"vsf member {number}", f"link {place} {port}") for place, port in enumerate(ports, 1)}
    return found | ({("", "vsf secondary-member 2")} if len(plan.members) > 1 else set())


def _chassis(plan: DevicePlan) -> set[Line]:
    if len(plan.members) == 1:
        return set()
    found = {("virtual-chassis", f"member {number}") for number in range(len(plan.members))}
    # Members of equal rank keep the one that leads; two members stay up when their links break.
    found |= {
        (f"virtual-chassis member {number}", "mastership-priority 255") for number in range(len(plan.members))
    }
    return found | ({("virtual-chassis", "no-split-detection")} if len(plan.members) == 2 else set())


_STACKS: dict[str, _Words] = {
    "aruba_aoscx": _Words(re.compile(r"/vsf (secondary-)?member \d+|vsf member \d+/link .*"), _linked),
    "cisco_iosxe": _Words(re.compile(r"/switch \d+ provision .*"), _provisioned),
    "juniper_junos": _Words(
        re.compile(
            r"virtual-chassis/(member .*|no-split-detection)|virtual-chassis member \d+/mastership-.*"
        ),
        _chassis,
    ),
}


def judge_stacks(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a switch of a platform that stacks, a lone one too: it must not wait for members it has not."""
    claims = Claims(case, STACK)
    for plan, observed in case.of_kind("switch"):
        words = _STACKS.get(plan.platform)
        if words is None:
            continue
        seen = {(item.scope, item.text): item.line for item in observed.settings}
        own = {line for line in seen if words.own.fullmatch("/".join(line))}
        wanted = words.wanted(plan)
        if len(plan.members) == 1:
            wanted &= own  # a switch alone need not say that it is number 1
        wrong = [
            f"`{text}` is missing{f' in {scope}' if scope else ''}" for scope, text in sorted(wanted - own)
        ]
        wrong += [
            f"`{text}` is not planned{f' in {scope}' if scope else ''}"
            for scope, text in sorted(own - wanted)
        ]
        yield claims.decide(
            plan.hostname,
            wrong,
            f"{plan.hostname} is a stack of {len(plan.members)}" if len(plan.members) > 1 else "no stack",
            device=plan.hostname,
            lines=[seen[line] for line in sorted(own - wanted)],
            origin=plan.origin,
        )
