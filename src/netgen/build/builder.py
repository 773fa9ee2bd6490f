"""Render sites and write what differs, in this process or in several.

`render_and_stage` is the fast road: each site is rendered, compared with the disk and its changed
files are staged beside their place; only when every site is through are they renamed.
`build_texts` is the plain one: everything, in memory, for checks, the judge and plans.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import msgspec

from netgen.blueprint import TrustPlan
from netgen.build.outputs import Stamp, stage, stage_folder, unstage, write_file
from netgen.build.unit import render_site
from netgen.compiler import plan_trust
from netgen.intent import Intent

#: Sites a worker takes at a time: enough to hide the hand-over, few enough to share the last ones.
_CHUNK = 8


class Built(msgspec.Struct, frozen=True):
    """Texts by path below the output folder, and the trust-wide plan they rest on."""

    trust: TrustPlan
    files: dict[str, str]


class WorkerLostError(Exception):
    """A worker process was ended from outside, as a system does that runs out of memory."""


class SiteOutcome(msgspec.Struct, frozen=True):
    """What became of one site's files: how each one will be on disk, and which differ.

    `staged` has what must be renamed: (path, name below the output folder) of files, or of the site's new folder.
    """

    site: str
    stamps: tuple[Stamp, ...]
    staged: tuple[tuple[str, str], ...]
    written: tuple[str, ...]


def build_texts(intent: Intent, sites: Iterable[str] | None = None) -> Built:
    """Render the given sites, or all, in this process."""
    trust = plan_trust(intent)
    files: dict[str, str] = {}
    for site in sorted(sites) if sites is not None else sorted(intent.sites):
        files.update(render_site(intent, trust, site))
    return Built(trust, {name: files[name] for name in sorted(files)})


def render_and_stage(
    intent: Intent, trust: TrustPlan, sites: Sequence[str], folder: Path, *, jobs: int
) -> Iterator[SiteOutcome]:
    """Render each site and stage its changed files under `folder`, in `jobs` processes.

    Yields outcomes in no fixed order. The caller renames the staged files, or removes them.
    Raises WorkerLostError if a worker was ended from outside.
    """
    worker = _Worker(intent, trust, folder)
    if jobs <= 1 or len(sites) <= _CHUNK:
        for site in sites:
            yield worker.run(site)
        return
    chunks = [tuple(sites[start : start + _CHUNK]) for start in range(0, len(sites), _CHUNK)]
    context = multiprocessing.get_context("fork")
    global _WORKER  # noqa: PLW0603 - forked workers inherit the inputs instead of receiving copies
    _WORKER = worker
    try:
        with ProcessPoolExecutor(max_workers=jobs, mp_context=context, initializer=_become_worker) as pool:
            for outcomes in pool.map(_run_chunk, chunks):
                yield from outcomes
    except BrokenProcessPool as error:
        raise WorkerLostError from error
    finally:
        _WORKER = None


def discard(outcomes: Iterable[SiteOutcome]) -> None:
    """Take what is staged away again."""
    for outcome in outcomes:
        for path, _ in outcome.staged:
            unstage(path)


class _Worker:
    """The inputs that all sites share."""

    def __init__(self, intent: Intent, trust: TrustPlan, folder: Path) -> None:
        self.intent = intent
        self.trust = trust
        self.folder = folder

    def run(self, site: str) -> SiteOutcome:
        """Render, compare, stage."""
        new_folder = stage_folder(self.folder, site)
        files = render_site(self.intent, self.trust, site)
        if new_folder:
            below = len(site)
            new = tuple([write_file(new_folder + name[below:], name, text.encode()) for name, text in files])
            return SiteOutcome(site, new, ((new_folder, site),), tuple([stamp.name for stamp in new]))
        found = [stage(self.folder, name, text.encode()) for name, text in files]
        return SiteOutcome(
            site,
            tuple(stamp for stamp, _ in found),
            tuple((path, stamp.name) for stamp, path in found if path),
            tuple(stamp.name for stamp, path in found if path),
        )


_WORKER: _Worker | None = None


def _become_worker() -> None:
    """Leave interrupts to the parent, which ends its workers; end at once when it has gone, even by `kill -9`.

    A worker that outlives its parent would wait for work for ever, and hold the lock of the output folder.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _run_chunk(sites: tuple[str, ...]) -> list[SiteOutcome]:
    if _WORKER is None:
        msg = "a worker started without its inputs"
        raise RuntimeError(msg)
    return [_WORKER.run(site) for site in sites]
