"""A judgement for a person and for a program."""

from __future__ import annotations

import msgspec

from netgen.judge.verdict import Judgement, Status, Verdict

_WITNESSES = 10
_WORD = {
    Status.PASS: "pass",
    Status.FAIL: "FAIL",
    Status.NOT_DECIDED: "not decided",
    Status.ATTESTED: "attested",
}


def as_text(judgement: Judgement, *, limit: int = 50) -> str:
    """Objections first, then the totals per rule, then the notes. At most `limit` are spelled out."""
    lines: list[str] = []
    objections = judgement.objections
    for item in objections[:limit]:
        lines += _objection(item)
    if len(objections) > limit:
        lines.append(f"... and {len(objections) - limit} more (--json gives every one)")
        lines.append("")
    rows = [("rule", "pass", "fail", "not decided")]
    rows += [
        (f"{row.rule.code} {row.rule.name}", str(row.passed), str(row.failed), str(row.not_decided))
        for row in judgement.totals()
    ]
    width = max(len(row[0]) for row in rows)
    lines += [
        f"{name:<{width}}  {passed:>6}  {failed:>6}  {undecided:>11}"
        for name, passed, failed, undecided in rows
    ]
    lines += [""] + [
        f"attested: {item.message}" for item in judgement.verdicts if item.status is Status.ATTESTED
    ]
    lines += [f"note: {note}" for note in judgement.notes]
    lines.append(summary(judgement))
    return "\n".join(_shown(line) for line in lines) + "\n"


def _shown(line: str) -> str:
    """A line for a terminal: what a stranger's text holds must not steer it."""
    return (
        line
        if line.isprintable()
        else "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)
    )


def _objection(item: Verdict) -> list[str]:
    found = [f"{_WORD[item.status]} {item.rule.code} {item.id}", f"  {item.message}"]
    found += [f"  witness: {witness}" for witness in item.witnesses[:_WITNESSES]]
    if len(item.witnesses) > _WITNESSES:
        found.append(f"  ... and {len(item.witnesses) - _WITNESSES} more")
    found += [f"  --> {place}" for place in item.lines]
    if item.origin:
        found.append(f"  asked for by {item.origin}")
    return [*found, ""]


def summary(judgement: Judgement) -> str:
    """`1204 verdicts by embedded: 1203 pass, 1 fail, 0 not decided`."""
    counts = dict.fromkeys(Status, 0)
    for item in judgement.verdicts:
        counts[item.status] += 1
    engines = " and ".join(judgement.engines) or "no engine"
    words = ", ".join(
        f"{count} {status.value.replace('-', ' ')}"
        for status, count in counts.items()
        if count or status is not Status.ATTESTED
    )
    return f"{len(judgement.verdicts)} verdicts by {engines}: {words}"


def as_json(judgement: Judgement) -> str:
    """Every verdict with id, rule, witnesses and lines, totals per rule, notes, and `ok`."""
    document = {
        "ok": judgement.ok,
        "engines": list(judgement.engines),
        "notes": list(judgement.notes),
        "adaptations": list(judgement.adaptations),
        "totals": [
            {
                "code": row.rule.code,
                "rule": row.rule.name,
                "pass": row.passed,
                "fail": row.failed,
                "not_decided": row.not_decided,
                "attested": row.attested,
            }
            for row in judgement.totals()
        ],
        "verdicts": [_plain(item) for item in judgement.verdicts],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _plain(item: Verdict) -> dict[str, object]:
    return {
        "id": item.id,
        "code": item.rule.code,
        "rule": item.rule.name,
        "status": str(item.status),
        "site": item.site,
        "device": item.device,
        "message": item.message,
        "witnesses": list(item.witnesses),
        "lines": list(item.lines),
        "origin": item.origin,
        "engine": item.engine,
    }
