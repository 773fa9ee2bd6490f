"""Every planned device has a text of its own, every text a device, and every line of it was read."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.judge.case import Claims, SiteCase
from netgen.judge.unread_pins import pinned
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import can_read

PRESENT = Rule("JDG101", "text-present")
HOSTNAME = Rule("JDG102", "hostname")
UNREAD = Rule("JDG103", "unread-lines")
PROBLEMS = Rule("JDG104", "contradictions")
_SHOWN = 20


def judge_texts(case: SiteCase) -> Iterator[Verdict]:
    """A text for each device, a device for each text, and a reader for its platform."""
    claims = Claims(case, PRESENT)
    for name, plan in case.plans.items():
        if name in case.texts and not can_read(plan.platform):
            yield claims.undecided(name, f"no reader for {plan.platform}", device=name, origin=plan.origin)
            continue
        missing = [] if name in case.texts else [f"{name} is planned and has no text"]
        yield claims.decide(name, missing, f"{name} has a text", device=name, origin=plan.origin)
    for name in case.unplanned:
        yield claims.decide(
            name, [f"{name} has a text and is not planned at {case.site.site}"], "", device=name
        )


def judge_hostnames(case: SiteCase) -> Iterator[Verdict]:
    """The text names the device it is for."""
    claims = Claims(case, HOSTNAME)
    for name, observed in case.observed.items():
        wrong = [] if observed.hostname == name else [f"the text says it is `{observed.hostname}`"]
        yield claims.decide(
            name, wrong, f"the text is that of {name}", device=name, origin=case.plans[name].origin
        )


def judge_reading(case: SiteCase) -> Iterator[Verdict]:
    """Lines without a reader leave the device undecided; contradictions in a text fail it."""
    unread, problems = Claims(case, UNREAD), Claims(case, PROBLEMS)
    for name, observed in case.observed.items():
        left = [line for line in observed.unread if not pinned(observed.platform, line.text)]
        if left:
            shown = ", ".join(f"`{line.text.strip()[:60]}`" for line in left[:3])
            why = f"{len(left)} lines were not understood: {shown}"
            yield unread.undecided(name, why, device=name, lines=[line.line for line in left[:_SHOWN]])
        else:
            yield unread.decide(name, [], f"every line of {name} was understood", device=name)
        yield problems.decide(
            name,
            [line.text for line in observed.problems[:_SHOWN]],
            f"{name} does not contradict itself",
            device=name,
            lines=[line.line for line in observed.problems[:_SHOWN]],
        )
