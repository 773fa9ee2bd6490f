"""The same findings for a person, a program, a test reporter and a code host.

Text follows the house form (`error[ADR003]: ...`), JSON is a plain list, JUnit makes each error
a failed case, SARIF 2.1.0 (OASIS standard) lets a code host show findings in the diff.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import quote

from netgen.diagnostics.diagnostic import Diagnostic, Severity, Span

_SARIF_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def as_text(diagnostics: Iterable[Diagnostic], *, concise: bool = False) -> str:
    """Findings as lines for a terminal, without colour; concise is one line each."""
    lines: list[str] = []
    for item in diagnostics:
        place = _one_line(str(item.span) if item.span else item.path)
        headline = f"{item.severity}[{item.code}]: {_one_line(item.message)}"
        if concise:
            lines.append(f"{place}: {headline}" if place else headline)
            continue
        lines.append(headline)
        if place:
            also = f"      (also {', '.join(str(span) for span in item.also)})" if item.also else ""
            lines.append(f"  --> {place}{_one_line(also)}")
        if item.help:
            lines.append(f"  help: {_one_line(item.help)}")
        lines.append("")
    return "\n".join(lines)


def _one_line(text: str) -> str:
    """A text that no terminal takes for a command and no XML reader refuses."""
    return "".join(character if character.isprintable() else "." for character in text)


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning` or `no findings`."""
    counts = dict.fromkeys(Severity, 0)
    for item in diagnostics:
        counts[item.severity] += 1
    words = [f"{count} {severity}{'s' if count > 1 else ''}" for severity, count in counts.items() if count]
    return ", ".join(words) or "no findings"


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A JSON list of objects with code, severity, message, file, line, column, path, help, also."""
    return json.dumps([_plain(item) for item in diagnostics], indent=2, sort_keys=True)


def _plain(item: Diagnostic) -> dict[str, object]:
    span = item.span
    return {
        "code": item.code,
        "severity": str(item.severity),
        "message": item.message,
        "file": span.file if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "path": item.path,
        "help": item.help,
        "also": [str(place) for place in item.also],
    }


def as_junit(diagnostics: Iterable[Diagnostic], *, suite: str = "netgen") -> str:
    """A JUnit XML suite with one failed case per error and one passed case when there is none."""
    from xml.sax.saxutils import quoteattr  # noqa: PLC0415 - slow to import, and hardly ever wanted

    cases: list[str] = []
    failures = 0
    for item in diagnostics:
        name = quoteattr(_one_line(f"{item.code} {item.span or item.path}"))
        if item.severity is Severity.ERROR:
            failures += 1
            message = quoteattr(_one_line(item.message))
            cases.append(f"  <testcase name={name}><failure message={message}/></testcase>")
        else:
            cases.append(f"  <testcase name={name}/>")
    if not cases:
        cases.append('  <testcase name="no findings"/>')
    head = f'<testsuite name={quoteattr(_one_line(suite))} tests="{len(cases)}" failures="{failures}">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *cases, "</testsuite>", ""])


def as_sarif(diagnostics: Iterable[Diagnostic], *, version: str) -> str:
    """A SARIF 2.1.0 log with one run."""
    found = list(diagnostics)
    results: list[dict[str, object]] = []
    for item in found:
        result: dict[str, object] = {
            "ruleId": item.code,
            "level": _SARIF_LEVEL[item.severity],
            "message": {"text": item.message + (f" ({item.help})" if item.help else "")},
        }
        if item.span:
            result["locations"] = [_sarif_location(item.span)]
        if item.also:
            result["relatedLocations"] = [_sarif_location(span) for span in item.also]
        results.append(result)
    rules = [{"id": code} for code in sorted({item.code for item in found})]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {"tool": {"driver": {"name": "netgen", "version": version, "rules": rules}}, "results": results}
        ],
    }
    return json.dumps(log, indent=2, sort_keys=True)


def _sarif_location(span: Span) -> dict[str, object]:
    region = {"startLine": max(span.line, 1), "startColumn": max(span.column, 1)}
    uri = quote(span.file.encode("utf-8", "replace"))
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
