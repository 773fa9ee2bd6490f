"""Did Batfish take every text in whole? A quiet answer counts only after this has been asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from netgen.judge.batfish.session import BatfishSession
from netgen.judge.batfish.snapshot import Snapshot
from netgen.judge.batfish.unread_shapes import is_known
from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict

PARSED = Rule("JDG801", "batfish-parsed")
UNREAD = Rule("JDG802", "batfish-unread-lines")
UNDEFINED = Rule("JDG803", "batfish-undefined-references")
CONVERTED = Rule("JDG804", "batfish-converted")
_GOOD = frozenset({"PASSED", "PARTIALLY_UNRECOGNIZED"})
_FILE = re.compile(r"configs/([^\[\]:,']+)\.cfg")
_SHOWN = 20


def judge_reading(
    cases: list[SiteCase], session: BatfishSession, name: str, snapshot: Snapshot
) -> Iterator[Verdict]:
    """File status, unread lines, references and conversion of every text in the snapshot."""
    status = {_host(row["File_Name"]): row for row in session.ask("fileParseStatus", name)}
    unread = _by_host(session.ask("parseWarning", name), "Filename")
    undefined = _by_host(session.ask("undefinedReferences", name), "File_Name")
    converted = _conversion_trouble(session.ask("initIssues", name))
    for case in cases:
        for host in sorted(case.plans.keys() & snapshot.adapted.keys()):
            yield _parsed(case, host, status.get(host))
            yield _unread(case, host, snapshot, unread.get(host, []))
            rows = undefined.get(host, [])
            yield _claim(
                case,
                UNDEFINED,
                host,
                [f"{row['Struct_Type']} {row['Ref_Name']} is used and not defined" for row in rows[:_SHOWN]],
                f"{host} names nothing undefined",
            )
            yield _claim(
                case, CONVERTED, host, converted.get(host, [])[:_SHOWN], f"{host} was taken in whole"
            )


def _claim(
    case: SiteCase, rule: Rule, host: str, wrong: list[str], claim: str, lines: list[int] | None = None
) -> Verdict:
    origin = case.plans[host].origin
    return Claims(case, rule, "batfish").decide(
        host, wrong, claim, device=host, lines=lines or [], origin=origin
    )


def _parsed(case: SiteCase, host: str, row: dict[str, Any] | None) -> Verdict:
    wrong = ["Batfish gave no status"] if row is None else []
    if row is not None and str(row["Status"]) not in _GOOD:
        wrong.append(f"Batfish says {row['Status']}")
    if row is not None and host not in [str(node) for node in row["Nodes"]]:
        wrong.append(f"Batfish found {row['Nodes'] or 'no device'} in the text of {host}")
    return _claim(case, PARSED, host, wrong, f"Batfish knows {host}")


def _unread(case: SiteCase, host: str, snapshot: Snapshot, rows: list[dict[str, Any]]) -> Verdict:
    platform = snapshot.platforms[host]
    strange = [row for row in rows if not is_known(platform, str(row["Text"]))]
    lines = [snapshot.adapted[host].given_line(int(row["Line"])) for row in strange[:_SHOWN]]
    wrong = [f"Batfish does not read `{str(row['Text']).strip()[:80]}`" for row in strange[:_SHOWN]]
    return _claim(
        case,
        UNREAD,
        host,
        wrong,
        f"Batfish leaves only known lines of {host} unread",
        [n for n in lines if n],
    )


def _conversion_trouble(rows: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Everything of initIssues that is not about single unread lines, by host."""
    found: dict[str, list[str]] = {}
    for row in rows:
        kind = str(row["Type"])
        if kind.startswith("Parse warning"):
            continue
        text = f"{kind}: {row['Details']}"
        hosts = [str(node) for node in row["Nodes"] or []] or _FILE.findall(str(row["Source_Lines"]))
        for host in hosts:
            found.setdefault(host, []).append(text)
    return found


def _by_host(rows: list[dict[str, Any]], column: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(_host(row[column]), []).append(row)
    return found


def _host(file: object) -> str:
    match = _FILE.search(str(file))
    return match[1] if match else str(file)
