"""A circuit that is to be shaped is filled no faster than it carries, so that the box chooses what waits."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.judge.case import Claims, SiteCase
from netgen.judge.not_in_text import NOT_IN_TEXT
from netgen.judge.verdict import Rule, Verdict

SHAPING = Rule("JDG419", "shaping")


def judge_shaping(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a circuit; none where the platform's text cannot say it and says nothing."""
    claims = Claims(case, SHAPING)
    for plan, observed in case.of_kind("firewall"):
        rates = {item.name: (item.shape_kbps, item.line) for item in observed.interfaces}
        for circuit in case.site.circuits:
            wanted = circuit.up_kbps if circuit.shape else 0
            seen, line = rates.get(circuit.interface, (0, 0))
            if not seen and "shaping" in NOT_IN_TEXT.get(plan.platform, {}):
                continue
            wrong = (
                [] if seen == wanted else [f"{circuit.interface} sends {_rate(seen)}, not {_rate(wanted)}"]
            )
            yield claims.decide(
                f"{plan.hostname}:{circuit.interface}",
                wrong,
                f"{circuit.interface} sends {_rate(wanted)}",
                device=plan.hostname,
                lines=[line],
                origin=circuit.origin,
            )


def _rate(kbps: int) -> str:
    return f"at most {kbps} kbit/s" if kbps else "as fast as it can"
