"""A firewall tells the time to the segments that ask it, at its own address there, and to nobody else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from netgen.judge.case import Claims, SiteCase
from netgen.judge.firewall_vocabulary import TELLS_TIME_BY_INTERFACE
from netgen.judge.header_space import subtract
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed
from netgen.values import Prefix

SERVED = Rule("JDG313", "time-served")


def judge_served_time(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a segment that asks the firewall, and one a firewall for everybody else whom it tells the time.

    Silent where nobody asks and nobody is told.
    """
    claims = Claims(case, SERVED)
    asking = [segment for segment in case.site.segments if segment.time_server]
    firewalls = list(case.of_kind("firewall"))
    if asking and not firewalls:
        yield from (
            claims.undecided(segment.name, "the firewall could not be read", origin=segment.origin)
            for segment in asking
        )
    for plan, observed in firewalls:
        for segment in asking:
            ends = [item for item in observed.interfaces if item.address == segment.time_server]
            told = [item for item in ends if _covers(item.tells_time, segment.prefix) and not item.shutdown]
            wrong = [] if told else [f"{segment.name} asks {segment.time_server} for the time in vain"]
            yield claims.decide(
                f"{plan.hostname}:{segment.name}",
                wrong,
                f"{segment.name} gets the time from {segment.time_server}",
                device=plan.hostname,
                lines=[item.line for item in ends],
                origin=segment.origin,
            )
        places = {segment.time_server: segment.prefix for segment in asking}
        strangers = [item for item in observed.interfaces if item.tells_time and item.address not in places]
        wrong = [f"{item.name} answers NTP, and nobody there was to ask it" for item in strangers]
        if plan.platform not in TELLS_TIME_BY_INTERFACE:
            wrong += _too_wide(case, observed)
        if not asking and not wrong:
            continue
        yield claims.decide(
            plan.hostname,
            wrong,
            f"{plan.hostname} tells the time to nobody else",
            device=plan.hostname,
            lines=[item.line for item in strangers],
            origin=plan.origin,
        )


def _covers(told: Iterable[str], asking: Prefix) -> bool:
    return not _beyond([asking], [Prefix.parse(item) for item in told])


def _too_wide(case: SiteCase, observed: Observed) -> list[str]:
    """Sources that are answered beside the segments that ask and the servers that the box itself asks."""
    planned = [segment.prefix for segment in case.site.segments if segment.time_server]
    planned += [Prefix.parse(f"{host}/32") for host in case.trust.management.ntp]
    told = sorted({Prefix.parse(text) for item in observed.interfaces for text in item.tells_time})
    return [
        f"{prefix} may ask for the time, and not all of it was to"
        for prefix in told
        if _beyond([prefix], planned)
    ]


def _beyond(one: Iterable[Prefix], other: Iterable[Prefix]) -> bool:
    """True if an address of `one` is in none of `other`."""
    own, others = (tuple(sorted((item.first, item.last) for item in side)) for side in (one, other))
    return bool(subtract(own, others))
