"""The benchmark's table, as text for a terminal and as Markdown. Ratios first; times only explain them."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

import msgspec
from results import PeerComparison, Rendered, Results


class Row(msgspec.Struct, frozen=True):
    """One ratio: what was measured, against what, how many times it, and the aim ("" if there is none)."""

    what: str
    measured: str
    against: str
    ratio: str
    aim: str = ""


def rows_of(results: Results) -> list[Row]:
    """Every ratio of the run, in the order of the table."""
    cold = _best(results.cold)
    floor = min(item.seconds for item in results.floor)
    cpu = min(item.run.cpu_seconds for item in results.cold)
    floor_cpu = min(item.cpu_seconds for item in results.floor)
    writing = max(item.writing for item in results.floor)
    parallel = _best(results.parallel)
    together, alone = min(results.floors_at_once), results.jobs * floor
    unchanged, changed = _median(results.unchanged), _median(results.one_changed)
    start = results.start_up
    peak = max(item.run.peak_mib for item in results.cold)
    lines = results.floor[0].lines
    rows = [
        Row(
            "cold render, one core",
            f"{cold.run.seconds:.2f} s",
            f"bare Jinja2 {floor:.2f} s",
            f"{cold.run.seconds / floor:.2f} x",
            _aim(cold.run.seconds / floor, 2.0, "at most {} x"),
        ),
        Row(
            "the same, CPU time",
            f"{cpu:.2f} s",
            f"bare Jinja2 {floor_cpu:.2f} s",
            f"{cpu / floor_cpu:.2f} x",
        ),
        Row(
            "the same, medians",
            f"{_median(results.cold):.2f} s",
            f"bare Jinja2 {statistics.median(item.seconds for item in results.floor):.2f} s",
            f"{_median(results.cold) / statistics.median(item.seconds for item in results.floor):.2f} x",
        ),
        Row(
            "bare writing of the files to the disk",
            f"{writing:.2f} s",
            f"bare Jinja2 {floor:.2f} s",
            f"{writing / floor:.2f} x",
        ),
        Row(
            f"cold render, {results.jobs} processes",
            f"{parallel.run.seconds:.2f} s",
            f"one process {cold.run.seconds:.2f} s",
            f"{cold.run.seconds / parallel.run.seconds:.2f} x the speed",
            f"bare Jinja2 here: {alone / together:.2f} x",
        ),
        Row(
            "one school changed",
            f"{changed:.2f} s",
            f"cold {cold.run.seconds:.2f} s",
            f"{changed / cold.run.seconds:.3f} x",
            _aim(changed, 1.0, "under {} s"),
        ),
        Row(
            "nothing changed",
            f"{unchanged:.2f} s",
            f"cold {cold.run.seconds:.2f} s",
            f"{unchanged / cold.run.seconds:.3f} x",
        ),
        Row(
            "netgen --help",
            f"{start.netgen_help * 1000:.0f} ms",
            f"import typer, rich {start.import_typer_rich * 1000:.0f} ms",
            f"{start.netgen_help / start.import_typer_rich:.2f} x",
            _aim(start.netgen_help / start.import_typer_rich, 2.5, "at most {} x"),
        ),
        Row(
            "peak memory, one process",
            f"{peak:.0f} MiB",
            f"{lines:,} lines",
            f"{peak * 1024 * 1024 / lines:.0f} bytes a line",
            _aim(peak * 1.048576 / 1000, 1.5, "under {} GB"),
        ),
    ]
    return rows + (_peer_rows(results.comparison) if results.comparison else [])


def _peer_rows(comparison: PeerComparison) -> list[Row]:
    ours, peer = comparison.netgen, comparison.peer
    rate = comparison.lines / ours.run.seconds
    measured = f"{comparison.lines:,} lines in {ours.run.seconds:.2f} s: {rate:,.0f} lines/s"
    if peer.missing:
        return [Row(f"peer, {comparison.schools} schools", measured, f"NOT MEASURED: {peer.missing}", "-")]
    theirs = peer.lines / peer.seconds
    return [
        Row(
            f"peer, {comparison.schools} schools",
            measured,
            f"PyAVD {peer.version}: {peer.lines:,} lines in {peer.seconds:.2f} s: {theirs:,.0f} lines/s",
            f"{rate / theirs:.1f} x the speed",
        ),
        Row(
            "the same, peak memory",
            f"{ours.run.peak_mib:.0f} MiB",
            f"PyAVD {peer.peak_mib:.0f} MiB",
            f"{ours.run.peak_mib / peer.peak_mib:.2f} x",
        ),
    ]


def as_text(results: Results, rows: Sequence[Row]) -> str:
    """The table for a terminal."""
    cells = [("", "measured", "against", "ratio", "aim"), *(msgspec.structs.astuple(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(5)]
    table = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]
    return "\n".join([*_facts(results), "", *table])


def as_markdown(results: Results, rows: Sequence[Row]) -> str:
    """The table for the README or a page."""
    table = ["| | measured | against | ratio | aim |", "|---|---|---|---|---|"]
    table += [f"| {' | '.join(msgspec.structs.astuple(row))} |" for row in rows]
    platforms = ["", "| platform | devices | lines | bare Jinja2, lines/s |", "|---|---|---|---|"]
    best = min(results.floor, key=lambda item: item.seconds)
    platforms += [
        f"| {key} | {part['devices']:,.0f} | {part['lines']:,.0f} | {part['lines'] / part['seconds']:,.0f} |"
        for key, part in best.by_platform.items()
        if part["lines"]
    ]
    facts = [f"- {fact}" for fact in _facts(results)]
    return "\n".join(["# Benchmark", "", *facts, "", *table, *platforms, "", *_notes(results)]) + "\n"


def _facts(results: Results) -> list[str]:
    machine = results.machine
    floor = results.floor[0]
    return [
        f"{machine.cpu}, {machine.cores} cores, {machine.memory_mib} MiB, load before {machine.load}",
        f"{machine.system}, {machine.python}",
        ", ".join(f"{name} {number}" for name, number in machine.versions.items()),
        f"{results.schools:,} generated schools: {floor.devices:,} devices, {floor.lines:,} lines",
        "files are written into memory" if results.in_memory else "files are written to a disk",
    ]


def _notes(results: Results) -> list[str]:
    notes = [
        "Cold render is the whole command: start-up, YAML, validation, checks, compiling, rendering,",
        "hashing, writing. Bare Jinja2 is `template.render` alone over views that are already built, without",
        "StrictUndefined and the check for None, by its own code generator (netgen has a shorter one and makes",
        "the lines that many ports of a box share once); its texts are the same bytes. Best of the runs;",
        "floor and cold render took turns. What two processes can gain on this machine is shown by two of bare Jinja2",
        "at once: cores that share a physical one are not worth two.",
    ]
    if results.comparison and not results.comparison.peer.missing:
        notes += [
            "The peer does different work (EOS switches only), so only lines a second are compared. PyAVD's",
            "figure leaves out its start-up and writes no file; netgen's is the whole command.",
        ]
    return notes


def _aim(value: float, limit: float, words: str) -> str:
    return f"{words.format(limit)}: {'met' if value <= limit else 'MISSED'}"


def _best(runs: Sequence[Rendered]) -> Rendered:
    return min(runs, key=lambda item: item.run.seconds)


def _median(runs: Sequence[Rendered]) -> float:
    return statistics.median(item.run.seconds for item in runs)
