"""A render that cannot come to its end leaves nothing behind, and the next one does the rest."""

from __future__ import annotations

import fcntl
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NETGEN = [sys.executable, "-c", "from netgen.cli import main; main()"]
SETTING = {**os.environ, "NETGEN_TODAY": "2026-11-22"}


@pytest.fixture
def estate(tmp_path: Path) -> Path:
    """A folder with a copy of the reference inventory and nothing else."""
    shutil.copytree(ROOT / "inventory", tmp_path / "inventory")
    return tmp_path


def start(estate: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*NETGEN, "render", *arguments],
        cwd=estate,
        env=SETTING,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def render(estate: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*NETGEN, "render", *arguments],
        cwd=estate,
        env=SETTING,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def staged(estate: Path) -> list[Path]:
    return list(estate.rglob("*.new"))


def wait_until_it_stages(process: subprocess.Popen[str], estate: Path) -> None:
    while not staged(estate):
        assert process.poll() is None, process.communicate()
        time.sleep(0.005)


def workers(process: subprocess.Popen[str]) -> list[int]:
    task = Path(f"/proc/{process.pid}/task")
    return [int(child) for thread in task.iterdir() for child in (thread / "children").read_text().split()]


def is_whole(estate: Path) -> bool:
    """Every file is as the model says, and nothing else lies about."""
    folder = estate / "golden_configs"
    names = {line.split("  ")[1] for line in (folder / "manifest.txt").read_text().splitlines()}
    present = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    return present == {*names, "manifest.txt"} and render(estate, "--check").returncode == 0


@pytest.mark.parametrize(
    ("number", "jobs"),
    [(signal.SIGINT, "1"), (signal.SIGINT, "2"), (signal.SIGTERM, "2"), (signal.SIGHUP, "4")],
)
def test_who_ends_a_render_finds_no_trace_of_it(estate: Path, number: signal.Signals, jobs: str) -> None:
    process = start(estate, "--jobs", jobs)
    wait_until_it_stages(process, estate)
    process.send_signal(number)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors.endswith("interrupted\n")
    assert not (estate / "golden_configs").exists()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_after_a_kill_the_next_render_waits_for_nobody(estate: Path, jobs: str) -> None:
    process = start(estate, "--jobs", jobs)
    wait_until_it_stages(process, estate)
    process.kill()
    process.communicate(timeout=60)  # ends only when the workers have closed the pipe too
    assert render(estate).returncode == 0
    assert is_whole(estate)


def test_what_a_killed_render_staged_goes_even_if_its_cause_was_taken_back(estate: Path) -> None:
    assert render(estate).returncode == 0
    trust = estate / "inventory/trust.yaml"
    before = trust.read_text()
    trust.write_text(before.replace("banner: ", "banner: No way. ", 1))
    assert trust.read_text() != before
    process = start(estate, "--jobs", "1")
    wait_until_it_stages(process, estate)
    process.kill()
    process.communicate(timeout=60)
    assert staged(estate)
    trust.write_text(before)
    assert "0 sites rendered" in render(estate).stdout
    assert is_whole(estate)


def test_what_a_killed_render_of_one_site_staged_goes_with_the_next_render(estate: Path) -> None:
    assert render(estate).returncode == 0
    killed = """
import os, signal
from pathlib import Path
from netgen.build.partial import write_some

class Texts(dict):
    def __getitem__(self, name):
        if name.endswith("second.cfg"):
            os.kill(os.getpid(), signal.SIGKILL)
        return "text"

write_some(Path("golden_configs"), Texts.fromkeys(["ash-primary/first.cfg", "ash-primary/second.cfg"]))
"""
    subprocess.run([sys.executable, "-c", killed], cwd=estate, check=False, timeout=60)
    assert staged(estate)
    assert "0 sites rendered" in render(estate).stdout
    assert not staged(estate)


def test_a_worker_that_is_killed_ends_the_render_in_words(estate: Path) -> None:
    process = start(estate, "--jobs", "2")
    wait_until_it_stages(process, estate)
    os.kill(workers(process)[0], signal.SIGKILL)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "error[CLI019]" in errors
    assert "help:" in errors
    assert not (estate / "golden_configs").exists()


@pytest.mark.parametrize(
    "arguments", [("--jobs", "1"), ("--jobs", "2"), ("--site", "oak-primary")], ids=" ".join
)
def test_a_file_that_the_disk_takes_only_half_of_is_never_put_in_place(
    estate: Path, arguments: tuple[str, ...]
) -> None:
    done = subprocess.run(
        [*NETGEN, "render", *arguments],
        cwd=estate,
        env=SETTING,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000)),
    )
    assert done.returncode == 2
    assert "error[CLI015]" in done.stderr
    assert re.search(r"cannot read or write `[a-z-]+/[a-z0-9-]+\.[a-z]+`: File too large", done.stderr)
    assert not [path for path in estate.rglob("golden_configs/**/*") if path.is_file()]


@pytest.mark.parametrize("arguments", [(), ("--site", "oak-primary")], ids=["all", "one site"])
def test_a_second_render_says_that_it_waits(estate: Path, arguments: tuple[str, ...]) -> None:
    assert render(estate).returncode == 0
    (lock,) = (estate / ".netgen").glob("*.lock")
    with lock.open("r+") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        process = start(estate, *arguments)
        assert process.stderr is not None
        lines = iter(process.stderr.readline, "")
        assert any("waiting: another render" in line for line in lines)
    process.communicate(timeout=60)
    assert process.returncode == 0


@pytest.mark.parametrize("command", ["validate", "platforms", "render"])
@pytest.mark.parametrize(
    ("streams", "code"),
    [
        (">&-", 0),
        ("2>&-", 0),
        ("<&- >&- 2>&-", 0),
        ("| true", 0),
        (">/dev/full", 2),
    ],
)
def test_streams_that_lead_nowhere_are_no_error_of_ours(
    estate: Path, command: str, streams: str, code: int
) -> None:
    words = " ".join(f"'{word}'" for word in [*NETGEN, command])
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {words} {streams}"],
        cwd=estate,
        env=SETTING,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert "internal error" not in done.stderr
    assert "Traceback" not in done.stderr
    if code:
        assert "error[CLI015]: cannot read or write" in done.stderr
        assert "make room" in done.stderr
