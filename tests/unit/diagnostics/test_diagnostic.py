"""Findings are values: printed in one order, kept once, and errors stop a phase."""

from __future__ import annotations

from itertools import permutations

import pytest

from netgen.diagnostics import Collector, Diagnostic, Severity, Span


@pytest.mark.parametrize(
    ("span", "text"),
    [(Span("a.yaml", 7, 11), "a.yaml:7:11"), (Span("a.yaml"), "a.yaml")],
    ids=["a place", "the whole file"],
)
def test_a_span_prints_as_editors_read_it(span: Span, text: str) -> None:
    assert str(span) == text


def test_findings_sort_by_file_then_place_then_code() -> None:
    expected = [
        Diagnostic("ZON001", "no place"),
        Diagnostic("INV002", "m", span=Span("a.yaml", 2, 1)),
        Diagnostic("INV001", "m", span=Span("a.yaml", 10, 1)),
        Diagnostic("INV002", "m", span=Span("a.yaml", 10, 1)),
        Diagnostic("INV001", "m", span=Span("b.yaml", 1, 1)),
    ]
    for order in permutations(expected):
        collector = Collector()
        collector.extend(order)
        assert list(collector) == expected


@pytest.mark.parametrize(
    "pair",
    [
        (Diagnostic("INV001", "m", help="a"), Diagnostic("INV001", "m", help="b")),
        (Diagnostic("INV001", "m"), Diagnostic("INV001", "m", severity=Severity.NOTE)),
        (Diagnostic("INV001", "m", also=(Span("a"),)), Diagnostic("INV001", "m", also=(Span("b"),))),
    ],
    ids=["help", "severity", "also"],
)
def test_the_order_never_depends_on_who_came_first(pair: tuple[Diagnostic, Diagnostic]) -> None:
    forward, backward = Collector(), Collector()
    forward.extend(pair)
    backward.extend(reversed(pair))
    assert forward.sorted() == backward.sorted()


def test_the_same_finding_is_kept_once() -> None:
    collector = Collector()
    for _ in range(3):
        collector.add(Diagnostic("INV001", "m", span=Span("a", 1, 1)))
    assert len(collector) == 1


@pytest.mark.parametrize(
    ("severity", "stops"), [(Severity.ERROR, True), (Severity.WARNING, False), (Severity.NOTE, False)]
)
def test_only_errors_stop(severity: Severity, stops: bool) -> None:
    collector = Collector()
    assert not collector.has_errors
    collector.add(Diagnostic("INV001", "m", severity=severity))
    assert collector.has_errors is stops
