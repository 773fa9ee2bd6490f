"""One claim about one site, decided: what was checked, how it came out, and where to look.

A verdict's id is stable from run to run, so that evidence of two days can be compared. `origin` is
the ObjectPath of the inventory line that made the claim.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec


class Status(StrEnum):
    """How a claim came out. `not-decided` is never silence: it is counted, shown, and no success.

    `attested`: no text can show it, and a named person answers for it until a date. It is counted apart from passes.
    """

    PASS = "pass"  # noqa: S105 - a verdict
    FAIL = "fail"
    NOT_DECIDED = "not-decided"
    ATTESTED = "attested"


class Rule(msgspec.Struct, frozen=True):
    """A kind of claim: JDGnnn and the name under which people speak of it."""

    code: str
    name: str


class Verdict(msgspec.Struct, frozen=True):
    """A decided claim. `id` is `<site>/<rule name>/<subject>`; `lines` are `file:line`.

    `witnesses` are concrete examples of what is wrong: a flow, a VLAN, a word of the text.
    """

    id: str
    rule: Rule
    status: Status
    site: str
    device: str
    message: str
    witnesses: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    origin: str = ""
    engine: str = "embedded"


class RuleTotal(msgspec.Struct, frozen=True):
    """How often a rule was checked and how it came out."""

    rule: Rule
    passed: int
    failed: int
    not_decided: int
    attested: int = 0


#: How a claim may come out in a judgement without objection.
SETTLED = frozenset({Status.PASS, Status.ATTESTED})


class Judgement(msgspec.Struct, frozen=True):
    """All verdicts of one run, sorted by id, and what an engine had to say beside them.

    `notes` are sentences a reader must see: a fallback, what was adapted, what was not decided.
    `adaptations` name every line that was changed before an engine read it.
    """

    verdicts: tuple[Verdict, ...]
    engines: tuple[str, ...]
    notes: tuple[str, ...] = ()
    adaptations: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        verdicts: Iterable[Verdict],
        engines: Iterable[str],
        notes: Iterable[str] = (),
        adaptations: Iterable[str] = (),
    ) -> Judgement:
        """Put verdicts in their printing order."""
        ordered = sorted(verdicts, key=lambda item: (item.id, item.engine))
        return cls(tuple(ordered), tuple(engines), tuple(notes), tuple(adaptations))

    @property
    def ok(self) -> bool:
        """True if there are verdicts and every one is a pass, or is attested by somebody."""
        return bool(self.verdicts) and all(item.status in SETTLED for item in self.verdicts)

    @property
    def objections(self) -> tuple[Verdict, ...]:
        """The verdicts that are neither passed nor attested, failures first."""
        found = [item for item in self.verdicts if item.status not in SETTLED]
        return tuple(sorted(found, key=lambda item: (item.status is not Status.FAIL, item.id)))

    def totals(self) -> tuple[RuleTotal, ...]:
        """Counts per rule, by code."""
        counts: dict[Rule, dict[Status, int]] = {}
        for item in self.verdicts:
            row = counts.setdefault(item.rule, dict.fromkeys(Status, 0))
            row[item.status] += 1
        return tuple(
            RuleTotal(rule, row[Status.PASS], row[Status.FAIL], row[Status.NOT_DECIDED], row[Status.ATTESTED])
            for rule, row in sorted(counts.items(), key=lambda pair: (pair[0].code, pair[0].name))
        )
