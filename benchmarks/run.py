"""`make bench`: what netgen costs, as ratios to things measured in the same run on the same machine.

Prints a table and writes build/bench.json and build/bench.md. Nothing asserts an absolute time: a
slow machine slows both sides of a ratio. Floor and netgen alternate, and the best run of each counts,
so that a busy moment does not fall on one side alone. A run whose texts differ from the floor's is an error.

Files are written into memory where there is room (`place.py` says why); `--work FOLDER` writes elsewhere, where about
4 GB are then kept until the end. Python's bytecode is compiled before, as it is after the first run of an installed
netgen.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import re
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import msgspec
from generate import generate
from machine import this_machine
from measure import FailedRunError, run
from peer import measure_peer
from place import best_place, clear, is_memory
from report import as_markdown, as_text, rows_of
from results import Floor, PeerComparison, Rendered, Results, StartUp

import netgen

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build"
NETGEN = str(Path(sys.executable).with_name("netgen"))
_SUMMARY = re.compile(
    r"(?P<files>\d+) files, [\d.]+ MB: "
    r"(?P<rendered>\d+) sites rendered, \d+ reused, (?P<written>\d+) files written"
)
#: Of the folders that are rendered into.
_NUMBERS = count(1)
#: Schools rendered for the comparison with the peer.
_PEER_SCHOOLS = 5
#: A line of a generated school and what it is changed to: one camera socket fewer in one cabinet.
_EDIT = re.compile(r"^(      camera: sw1/35)-\d+$", re.MULTILINE)


def render(root: Path, output: Path, *options: str) -> Rendered:
    """One `netgen render` in a process of its own; FailedRunError if it does not end well."""
    done = run([NETGEN, "render", *options, "-i", str(root), "-o", str(output)])
    summary = _SUMMARY.search(done.output)
    if summary is None:
        msg = f"netgen render printed no summary: {done.output[-300:]}"
        raise FailedRunError(msg)
    said = {key: int(value) for key, value in summary.groupdict().items()}
    return Rendered(done, said["files"], said["rendered"], said["written"])


def measure_floor(root: Path, folder: Path, *options: str) -> Floor:
    """One pass of bare Jinja2 in a process of its own."""
    script = Path(__file__).with_name("floor.py")
    done = run([sys.executable, "-B", str(script), str(root), str(folder), *options])
    return msgspec.convert(json.loads(done.output.splitlines()[-1]), Floor)


def measure_floors_at_once(root: Path, work: Path, jobs: int) -> float:
    """Seconds that as many passes of bare Jinja2 take side by side: the slowest of them."""
    with ThreadPoolExecutor(jobs) as pool:
        found = list(pool.map(lambda number: measure_floor(root, work / f"floor-{number}"), range(jobs)))
    return max(item.seconds for item in found)


def cold_render(root: Path, work: Path, *options: str) -> Rendered:
    """Render everything into an empty folder, and prove that the texts are the floor's."""
    output = work / f"cold-{next(_NUMBERS)}" / "golden"
    os.sync()  # what earlier runs left to write is written outside of this one's time
    done = render(root, output, "--no-cache", *options)
    _compare_texts(work / "floor" / "floor.txt", output / "manifest.txt")
    clear(output.parent)
    return done


def _compare_texts(floor: Path, manifest: Path) -> None:
    wanted = set(floor.read_text(encoding="utf-8").splitlines())
    found = {
        line
        for line in manifest.read_text(encoding="utf-8").splitlines()
        if not line.endswith("/addresses.txt")
    }
    if wanted != found:
        example = min(wanted ^ found).split()[-1]
        msg = f"netgen and the floor differ in {len(wanted ^ found)} entries, such as {example}"
        raise FailedRunError(msg)


def measure_incremental(root: Path, work: Path, repeats: int) -> tuple[list[Rendered], list[Rendered]]:
    """After a first full run: runs with nothing changed, and runs after one line of one school changed."""
    output = work / "kept" / "golden"
    render(root, output)
    unchanged = [render(root, output) for _ in range(repeats)]
    changed = []
    for path in sorted((root / "sites").glob("school-*.yaml"))[:repeats]:
        text = path.read_text(encoding="utf-8")
        edited, count = _EDIT.subn(r"\1-36", text, count=1)
        if count != 1 or edited == text:
            msg = f"{path.name} has no line to change"
            raise FailedRunError(msg)
        path.write_text(edited, encoding="utf-8")
        done = render(root, output)
        if done.sites != 1 or done.written < 1:
            msg = f"one school changed, but {done.sites} were rendered and {done.written} files written"
            raise FailedRunError(msg)
        changed.append(done)
    if any(item.sites or item.written for item in unchanged):
        msg = "a run with nothing changed rendered something"
        raise FailedRunError(msg)
    return unchanged, changed


def measure_start_up(repeats: int = 9) -> StartUp:
    """Best of several, taking turns."""
    commands = (
        [NETGEN, "--help"],
        [sys.executable, "-c", "import typer, rich"],
        [sys.executable, "-c", "pass"],
    )
    times = [[run(command).seconds for command in commands] for _ in range(repeats)]
    return StartUp(*(min(column) for column in zip(*times, strict=True)))


def compare_with_peer(work: Path, repeats: int) -> PeerComparison:
    """A small trust through netgen and as many lines through the peer, in turns; the best run of each."""
    folder = work / "small"
    folder.mkdir()
    root = generate(folder, _PEER_SCHOOLS)
    ours, theirs = [], []
    lines = 0
    for index in range(repeats):
        output = folder / str(index) / "golden"
        ours.append(render(root, output, "--no-cache", "--jobs", "1"))
        lines = sum(path.read_bytes().count(b"\n") for path in output.glob("*/*"))
        theirs.append(measure_peer(BUILD / "bench-venv", lines))
    return PeerComparison(
        _PEER_SCHOOLS,
        min(ours, key=lambda item: item.run.seconds),
        lines,
        min(theirs, key=lambda item: (bool(item.missing), item.seconds)),
    )


def measure_all(schools: int, work: Path, disk: Path, *, repeats: int, jobs: int, with_peer: bool) -> Results:
    """The whole benchmark, in an order that lets floor and cold render take turns."""
    machine = this_machine()
    compileall.compile_dir(Path(netgen.__file__).parent, quiet=1)
    root = generate(work, schools)
    floor, cold, together, parallel = [], [], [], []
    for number in range(repeats):
        print(f"round {number + 1} of {repeats}: floor, cold render", file=sys.stderr)
        floor.append(measure_floor(root, work / "floor", *([] if number else [str(disk)])))
        cold.append(cold_render(root, work, "--jobs", "1"))
    floor.append(measure_floor(root, work / "floor"))
    for number in range(repeats):
        print(f"round {number + 1} of {repeats}: the same with {jobs} processes", file=sys.stderr)
        together.append(measure_floors_at_once(root, work, jobs))
        parallel.append(cold_render(root, work, "--jobs", str(jobs)))
    print("incremental, start-up", file=sys.stderr)
    unchanged, changed = measure_incremental(root, work, max(3, repeats))
    start_up = measure_start_up()
    comparison = None
    if with_peer:
        print("peer", file=sys.stderr)
        comparison = compare_with_peer(work, repeats)
    return Results(
        machine,
        is_memory(work),
        schools,
        floor,
        cold,
        together,
        parallel,
        jobs,
        unchanged,
        changed,
        start_up,
        comparison,
    )


def main() -> int:
    """Measure, print, write. Exit code 1 if something that should be measured did not run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--schools", type=int, default=1000, help="schools of the generated trust (1000)")
    parser.add_argument("--repeats", type=int, default=2, help="rounds of floor and cold render (2)")
    parser.add_argument("--jobs", type=int, default=2, help="processes of the parallel render (2)")
    parser.add_argument("--work", type=Path, help="folder for the files that are rendered (memory, or build)")
    parser.add_argument("--skip-peer", action="store_true", help="leave PyAVD out")
    chosen = parser.parse_args()
    BUILD.mkdir(exist_ok=True)
    try:
        with (
            tempfile.TemporaryDirectory(prefix="netgen-bench-", dir=chosen.work or best_place(BUILD)) as work,
            tempfile.TemporaryDirectory(prefix="bench-", dir=BUILD) as disk,
        ):
            results = measure_all(
                chosen.schools,
                Path(work),
                Path(disk),
                repeats=chosen.repeats,
                jobs=chosen.jobs,
                with_peer=not chosen.skip_peer,
            )
    except FailedRunError as error:
        print(f"the benchmark stopped: {error}", file=sys.stderr)
        return 1
    rows = rows_of(results)
    (BUILD / "bench.json").write_bytes(msgspec.json.format(msgspec.json.encode(results), indent=2) + b"\n")
    (BUILD / "bench.md").write_text(as_markdown(results, rows), encoding="utf-8")
    print(as_text(results, rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
