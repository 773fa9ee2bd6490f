"""The memory of a push: what was begun on which device, written before it is done.

SQLite in WAL mode with full sync, so that a killed process or a power cut leaves a journal that
says at least as much as was done. Holds no secret: texts are redacted by the caller, backups are
files of their own. A lock file keeps two pushes of one journal apart and dies with its process.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from netgen.diagnostics import Diagnostic, Span

_TABLES = """
CREATE TABLE IF NOT EXISTS runs (run INTEGER PRIMARY KEY, plan TEXT NOT NULL, began REAL NOT NULL);
CREATE TABLE IF NOT EXISTS steps (
    number INTEGER PRIMARY KEY, run INTEGER NOT NULL, hostname TEXT NOT NULL, step TEXT NOT NULL,
    facts TEXT NOT NULL, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS ends (
    run INTEGER NOT NULL, hostname TEXT NOT NULL, outcome TEXT NOT NULL, step TEXT NOT NULL,
    reason TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (run, hostname));
"""


class JournalError(Exception):
    """The journal cannot be used; carries one finding (ROL040 to ROL045)."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Carry the finding."""
        self.diagnostic = diagnostic
        super().__init__(diagnostic.message)


class Memory(msgspec.Struct, frozen=True):
    """What the journal knows of one device: the last step begun, all facts kept so far, its end."""

    hostname: str
    step: str = ""
    facts: dict[str, str] = {}
    outcome: str = ""
    reason: str = ""
    began_at: float = 0.0


class Journal:
    """One SQLite file, held by one process. Use it as a context manager."""

    def __init__(self, path: Path) -> None:
        """Open and lock; JournalError when another push holds it or the file is no journal."""
        self._path = path
        self._guard = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._lock = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise self._bad(
                "ROL040", f"cannot be opened: {error.strerror}", "choose another place"
            ) from error
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._lock)
            raise self._bad("ROL041", "is in use by another push", "wait until it has ended") from error
        try:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=FULL")
            self._db.executescript(_TABLES)
        except (sqlite3.Error, OSError) as error:
            os.close(self._lock)
            raise self._bad("ROL042", "is no journal", "choose another file") from error
        row = self._db.execute("SELECT run, plan FROM runs ORDER BY run DESC LIMIT 1").fetchone()
        self._run: int = row[0] if row else 0
        self._plan: str = row[1] if row else ""

    def _bad(self, code: str, what: str, advice: str) -> JournalError:
        text = f"the journal {what}"
        return JournalError(Diagnostic(code, text, span=Span(str(self._path)), help=advice))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file and give the lock back."""
        self._db.close()
        os.close(self._lock)

    def begin(self, plan_digest: str) -> None:
        """Start a new run; JournalError while the run before it has devices without an end."""
        if self.unfinished():
            names = ", ".join(self.unfinished())
            raise self._bad(
                "ROL043", f"has an unfinished push of {names}", "run `netgen push --resume` first"
            )
        cursor = self._db.execute("INSERT INTO runs (plan, began) VALUES (?, ?)", (plan_digest, time.time()))
        self._run, self._plan = int(cursor.lastrowid or 0), plan_digest

    def take_up(self, plan_digest: str) -> None:
        """Continue the last run; JournalError when there is none, or it was of another plan."""
        if not self._run:
            raise self._bad("ROL044", "has no push that could be resumed", "push without --resume")
        if self._plan != plan_digest:
            raise self._bad("ROL045", "belongs to another plan", "name the plan that was being pushed")

    @property
    def plan(self) -> str:
        """What the last run was of; empty when there was none."""
        return self._plan

    def memories_of(self, plan_digest: str) -> dict[str, Memory]:
        """What the last run of that plan knows, by hostname; empty when there was none."""
        row = self._db.execute("SELECT MAX(run) FROM runs WHERE plan = ?", (plan_digest,)).fetchone()
        run = int(row[0] or 0)
        names = self._db.execute("SELECT DISTINCT hostname FROM steps WHERE run = ?", (run,)).fetchall()
        return {name: self._memory(name, run) for (name,) in names}

    def unfinished(self) -> tuple[str, ...]:
        """Devices of the last run that were begun and have no end."""
        rows = self._db.execute(
            "SELECT DISTINCT hostname FROM steps WHERE run = ?"
            " EXCEPT SELECT hostname FROM ends WHERE run = ?",
            (self._run, self._run),
        )
        return tuple(sorted(row[0] for row in rows))

    def record(self, hostname: str, step: str, facts: Mapping[str, str] | None = None) -> None:
        """Write down that a step begins; returns when it is on disk."""
        text = msgspec.json.encode(dict(facts or {}), order="sorted").decode()
        with self._guard:
            self._db.execute(
                "INSERT INTO steps (run, hostname, step, facts, at) VALUES (?, ?, ?, ?, ?)",
                (self._run, hostname, step, text, time.time()),
            )

    def end(self, hostname: str, outcome: str, step: str, reason: str) -> None:
        """Write down how a device ended; returns when it is on disk."""
        with self._guard:
            self._db.execute(
                "INSERT OR REPLACE INTO ends VALUES (?, ?, ?, ?, ?, ?)",
                (self._run, hostname, outcome, step, reason, time.time()),
            )

    def memory(self, hostname: str) -> Memory:
        """All that the last run knows of a device."""
        return self._memory(hostname, self._run)

    def _memory(self, hostname: str, run: int) -> Memory:
        with self._guard:
            rows = self._db.execute(
                "SELECT step, facts, at FROM steps WHERE run = ? AND hostname = ? ORDER BY number",
                (run, hostname),
            ).fetchall()
            end = self._db.execute(
                "SELECT outcome, reason FROM ends WHERE run = ? AND hostname = ?", (run, hostname)
            ).fetchone()
        facts: dict[str, str] = {}
        for _, text, _ in rows:
            facts.update(msgspec.json.decode(text, type=dict[str, str]))
        outcome, reason = end or ("", "")
        last = rows[-1] if rows else ("", "", 0.0)
        return Memory(hostname, last[0], facts, outcome, reason, last[2])

    def steps(self, hostname: str) -> tuple[str, ...]:
        """The steps begun on a device in the last run, in order; for reports."""
        with self._guard:
            rows = self._db.execute(
                "SELECT step FROM steps WHERE run = ? AND hostname = ? ORDER BY number", (self._run, hostname)
            ).fetchall()
        return tuple(row[0] for row in rows)
