"""Errors as data: what is wrong, where, why, and what to do. Printing happens in `cli` alone."""

from netgen.diagnostics.diagnostic import Collector, Diagnostic, Severity, Span
from netgen.diagnostics.views import as_json, as_junit, as_sarif, as_text, summary

__all__ = [
    "Collector",
    "Diagnostic",
    "Severity",
    "Span",
    "as_json",
    "as_junit",
    "as_sarif",
    "as_text",
    "summary",
]
