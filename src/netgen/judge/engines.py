"""Choosing an engine: `embedded`, `batfish` (fails without a server), `auto` (says when it falls back)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from netgen.blueprint import TrustPlan
from netgen.diagnostics import Diagnostic, Severity
from netgen.judge.embedded import SiteTexts, judge_trust
from netgen.judge.verdict import Judgement, Status, Verdict

ENGINES = ("embedded", "batfish", "auto")
_HOW = "start one with `netgen batfish start`, or name it with --batfish-host HOST and --batfish-port PORT"


class JudgeResult(msgspec.Struct, frozen=True):
    """A judgement, or why there is none. A warning beside a judgement must be shown."""

    judgement: Judgement | None
    diagnostics: tuple[Diagnostic, ...] = ()


def judge(
    trust: TrustPlan,
    sites: Sequence[SiteTexts],
    *,
    engine: str = "auto",
    batfish_host: str = "127.0.0.1",
    batfish_port: int = 9996,
    deadline_s: float = 300.0,
) -> JudgeResult:
    """Judge sites with one engine or both.

    `embedded` always runs, since Batfish cannot read everything; `batfish` adds Batfish and fails
    with JDG901 (no server) or JDG902 (server lost); `auto` adds Batfish when a server answers, and
    says so with warning JDG903 when none does.
    """
    verdicts = judge_trust(trust, sites)
    if engine == "embedded":
        return JudgeResult(Judgement.of(verdicts, ["embedded"]))
    from netgen.judge.batfish import BatfishError, server_version  # noqa: PLC0415 - only where Batfish is asked for

    place = f"{batfish_host}:{batfish_port}"
    if server_version(batfish_host, batfish_port) is None:
        if engine == "batfish":
            return JudgeResult(
                None, (Diagnostic("JDG901", f"no Batfish server answers at {place}", help=_HOW),)
            )
        message = f"no Batfish server answers at {place}: judged by the embedded engine alone"
        note = Diagnostic("JDG903", message, severity=Severity.WARNING, help=_HOW)
        return JudgeResult(Judgement.of(verdicts, ["embedded"], [message]), (note,))
    from netgen.judge.batfish.engine import judge_trust as judge_by_batfish  # noqa: PLC0415 - as above

    try:
        more, notes, adaptations = judge_by_batfish(
            trust, sites, host=batfish_host, port=batfish_port, deadline_s=deadline_s
        )
    except BatfishError as error:
        help_ = "look at the server's log, start it again, and repeat"
        return JudgeResult(None, (Diagnostic("JDG902", f"Batfish at {place} failed: {error}", help=help_),))
    notes += disagreements(verdicts, more)
    return JudgeResult(Judgement.of([*verdicts, *more], ["embedded", "batfish"], notes, adaptations))


def disagreements(embedded: Sequence[Verdict], batfish: Sequence[Verdict]) -> list[str]:
    """Claims that both engines decided, differently: one of the two is wrong."""
    mine = {item.id: item.status for item in embedded}
    return [
        f"the engines disagree on {item.id}: embedded {mine[item.id]}, batfish {item.status}"
        for item in batfish
        if item.id in mine
        and Status.NOT_DECIDED not in (mine[item.id], item.status)
        and mine[item.id] != item.status
    ]
