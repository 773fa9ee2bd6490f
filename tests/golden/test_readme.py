"""Every transcript of the README is what the commands print today, and its claims are true."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
BLOCKS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)


def transcripts() -> list[tuple[str, str]]:
    """(command, output) of every `$ command` in the README."""
    found = []
    for block in BLOCKS:
        for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = piece.partition("\n")
            found.append((command, output.rstrip("\n")))
    return found


@pytest.fixture(scope="module")
def path_with_netgen(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("bin")
    script = folder / "netgen"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from netgen.cli import main; main()" "$@"\n')
    script.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.parametrize(("command", "output"), transcripts(), ids=lambda value: value[:50])
def test_a_transcript_is_what_is_printed(command: str, output: str, path_with_netgen: str) -> None:
    done = subprocess.run(
        ["sh", "-c", command + " 2>&1"],
        cwd=ROOT,
        env={**os.environ, "PATH": path_with_netgen, "NETGEN_TODAY": "2026-11-22", "COLUMNS": "120"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.rstrip("\n") == output


def test_there_are_transcripts() -> None:
    assert len(transcripts()) >= 4


def test_every_file_and_folder_it_names_exists() -> None:
    for name in re.findall(r"`((?:docs|inventory|schema|src|tests)/[A-Za-z0-9_./-]*)`", README):
        assert (ROOT / name).exists(), name


def test_every_command_it_names_exists() -> None:
    from netgen.cli.app import app  # noqa: PLC0415 - only here

    known = {command.name for command in app.registered_commands} | {
        group.name for group in app.registered_groups
    }
    for word in re.findall(r"(?:`|\$ )netgen ([a-z]+)", README):
        assert word in known, word


def test_the_demo_runs_and_says_that_its_devices_are_emulated(path_with_netgen: str) -> None:
    done = subprocess.run(
        ["sh", "demo/demo.sh"],
        cwd=ROOT,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{path_with_netgen}"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert "0 fail, 0 not decided" in done.stdout
    for host in ("win-block-sw1", "win-main-sw1", "win-fw1"):
        assert f"{host:<24} ok        confirmed and read back equal" in done.stdout
    assert "These devices are EMULATED" in done.stdout
    assert "stage 22  win-main-sw1             replace, 0 lines of change" in done.stdout
