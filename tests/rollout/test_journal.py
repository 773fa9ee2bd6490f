# ruff: noqa: E501 - a case is a row
"""The journal is on disk before a step is done, and belongs to one process at a time."""

from __future__ import annotations

import sqlite3
import subprocess
import sys

import pytest

from netgen.rollout.journal import Journal, JournalError


def test_another_reader_sees_a_step_as_soon_as_it_is_recorded(tmp_path):
    with Journal(tmp_path / "j.db") as journal:
        journal.begin("plan-1")
        journal.record("oak-sw1", "commit", {"session": "netgen_1"})
        rows = (
            sqlite3.connect(tmp_path / "j.db").execute("SELECT hostname, step, facts FROM steps").fetchall()
        )
        assert rows == [("oak-sw1", "commit", '{"session":"netgen_1"}')]


def test_facts_are_kept_over_the_steps_and_over_processes(tmp_path):
    with Journal(tmp_path / "j.db") as journal:
        journal.begin("plan-1")
        journal.record("oak-sw1", "connect", {"session": "a"})
        journal.record("oak-sw1", "load", {"backup": "/b"})
    with Journal(tmp_path / "j.db") as journal:
        journal.take_up("plan-1")
        memory = journal.memory("oak-sw1")
        assert (memory.step, memory.facts) == ("load", {"session": "a", "backup": "/b"})
        assert journal.unfinished() == ("oak-sw1",)
        journal.end("oak-sw1", "ok", "finish", "")
        assert journal.unfinished() == ()


def test_two_pushes_cannot_share_a_journal(tmp_path):
    code = f"from netgen.rollout.journal import Journal; from pathlib import Path; Journal(Path({str(tmp_path / 'j.db')!r}))"
    with Journal(tmp_path / "j.db"):
        ran = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=False,
            env={"PYTHONPATH": ":".join(sys.path)},
        )
        assert "in use by another push" in ran.stderr
    Journal(tmp_path / "j.db").close()


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        (lambda journal: journal.take_up("plan-1"), "ROL044"),
        (lambda journal: (journal.begin("plan-1"), journal.take_up("plan-2")), "ROL045"),
        (lambda journal: (journal.begin("p"), journal.record("a", "load"), journal.begin("p")), "ROL043"),
    ],
)
def test_a_journal_that_does_not_fit_is_refused(tmp_path, steps, code):
    with Journal(tmp_path / "j.db") as journal, pytest.raises(JournalError) as caught:
        steps(journal)
    assert caught.value.diagnostic.code == code


def test_a_file_that_is_no_journal_is_refused(tmp_path):
    (tmp_path / "j.db").write_text("this is a shopping list, and no database at all\n" * 20, encoding="utf-8")
    with pytest.raises(JournalError) as caught:
        Journal(tmp_path / "j.db")
    assert caught.value.diagnostic.code == "ROL042"
