"""What a benchmark measured, as it is written to build/bench.json."""

from __future__ import annotations

import msgspec
from machine import Machine
from measure import Run
from peer import Peer


class Rendered(msgspec.Struct, frozen=True):
    """One `netgen render`: the process, and what it says it did."""

    run: Run
    files: int
    sites: int
    written: int


class Floor(msgspec.Struct, frozen=True):
    """Bare Jinja2 over the same views: `seconds` inside of `template.render` alone.

    `writing` is what bare writing of the same texts took, 0 where nothing was written; it is no part of `seconds`.
    """

    seconds: float
    cpu_seconds: float
    writing: float
    devices: int
    lines: int
    by_platform: dict[str, dict[str, float]]


class StartUp(msgspec.Struct, frozen=True):
    """Best times of short commands, in seconds."""

    netgen_help: float
    import_typer_rich: float
    python: float


class PeerComparison(msgspec.Struct, frozen=True):
    """Both sides of the peer measurement."""

    schools: int
    netgen: Rendered
    lines: int
    peer: Peer


class Results(msgspec.Struct, frozen=True):
    """Everything that was measured. Lists hold every repetition in order.

    `in_memory`: the files were written into memory. `floors_at_once` has seconds of the slowest of `jobs` floors side
    by side.
    """

    machine: Machine
    in_memory: bool
    schools: int
    floor: list[Floor]
    cold: list[Rendered]
    floors_at_once: list[float]
    parallel: list[Rendered]
    jobs: int
    unchanged: list[Rendered]
    one_changed: list[Rendered]
    start_up: StartUp
    comparison: PeerComparison | None
