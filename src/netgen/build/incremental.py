"""The whole build with a cache: only sites whose inputs changed are read, checked and rendered again.

A school's key is a hash of netgen itself, the trust and standard files, the hubs' addresses, and the
school's own file. A hub's key also has every site's addresses. A file that was edited or removed by
hand makes its site stale. What is left unread was good, and is known by its notes; when anything is
wrong, everything is read, so that the findings are those of a build without a cache.
"""

from __future__ import annotations

import contextlib
import datetime
import gc
import hashlib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from netgen.build.builder import SiteOutcome, discard, render_and_stage
from netgen.build.cache import Cache, CachedSite, cache_path, read_cache, write_cache
from netgen.build.engine import engine_digest
from netgen.build.examine import Examined, Refused, examine
from netgen.build.lease import Lease, alone
from netgen.build.leftovers import sweep, sweep_all
from netgen.build.outputs import is_untouched, read_manifest, remove, write_manifest
from netgen.diagnostics import Diagnostic

_SITE_FILE = re.compile(r"sites/([^/]+)\.yaml\Z")


class BuildReport(msgspec.Struct, frozen=True):
    """What a build did. `files` and `size` (bytes) are of all sites, rendered or not.

    `kept` is what the build read and made. To free a thousand schools object by object takes a tenth of their render;
    a process that ends with the report need not.
    """

    findings: tuple[Diagnostic, ...]
    failed: bool
    rendered: tuple[str, ...] = ()
    reused: int = 0
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    files: int = 0
    size: int = 0
    kept: tuple[object, ...] = ()


def build(
    root: Path,
    folder: Path,
    *,
    today: datetime.date,
    jobs: int = 1,
    use_cache: bool = True,
    waiting: Callable[[], None] = lambda: None,
) -> BuildReport:
    """Bring the output folder in line with the inventory. Wrong input writes nothing.

    Calls `waiting` if another build writes the folder, whose end is then waited for.
    """
    place = cache_path(folder)
    with _no_collections(), alone(place, waiting) as lease:
        if lease.is_after_a_loss or not place.exists():  # who knows what was here before
            sweep_all(folder, place, is_sole=lease.is_sole)
            lease.swept()
        report = _build(root, folder, place, lease, today, jobs, use_cache=use_cache)
        lease.end()
    return report


def _build(
    root: Path, folder: Path, place: Path, lease: Lease, today: datetime.date, jobs: int, *, use_cache: bool
) -> BuildReport:
    cache = read_cache(place) if use_cache else None
    digests = _file_digests(root)
    by_site = {match[1]: digests.pop(match[0]) for match in map(_SITE_FILE.match, list(digests)) if match}
    texts = _digest(engine_digest(), *_lines(digests))
    shared = _digest(texts, today.isoformat())
    whole = _digest(shared, *_lines(by_site))
    known = cache.sites if cache else {}
    untouched = {name for name, item in known.items() if is_untouched(folder, item.stamps)}
    listed = {stamp.name: stamp.digest for item in known.values() for stamp in item.stamps}
    manifest = read_manifest(folder)
    manifest_is_right = manifest == listed
    if cache and cache.inventory == whole and len(untouched) == len(known) and manifest_is_right:
        return _report(cache.findings, (), known, (), (), kept=(cache, untouched, listed))
    examined = _examine(root, today, cache, shared, by_site, untouched)
    if isinstance(examined, Refused):
        return BuildReport(findings=examined.findings, failed=True)
    keys = _keys(examined, texts, by_site)
    stale = [site for site, key in keys.items() if site not in untouched or known[site].key != key]
    rendered = set(stale)
    lease.begin()
    outcomes = _render(examined, stale, folder, jobs, is_sole=lease.is_sole)
    sites = {
        site: CachedSite(by_site.get(site, ""), keys[site], known[site].stamps, notes)
        for site, notes in examined.notes.items()
        if site not in rendered
    }
    for outcome in outcomes:
        site = outcome.site
        sites[site] = CachedSite(by_site.get(site, ""), keys[site], outcome.stamps, examined.notes[site])
    written = tuple(sorted(name for outcome in outcomes for name in outcome.written))
    removed = _remove_departed(folder, manifest, sites)
    if written or removed or not cache or not manifest_is_right:
        write_manifest(folder, {stamp.name: stamp.digest for item in sites.values() for stamp in item.stamps})
    write_cache(place, whole, shared, examined.trust.hubs, examined.findings, sites)
    return _report(
        examined.findings, tuple(stale), sites, written, removed, kept=(examined, cache, outcomes, listed)
    )


@contextlib.contextmanager
def _no_collections() -> Iterator[None]:
    """Keep the garbage collector from looking: a build makes millions of objects, hardly a cycle, and ends."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _examine(
    root: Path,
    today: datetime.date,
    cache: Cache | None,
    shared: str,
    by_site: Mapping[str, str],
    untouched: set[str],
) -> Examined | Refused:
    """Read what changed if that is enough, else everything."""
    if cache and cache.shared == shared:
        changed = {
            name
            for name, digest in by_site.items()
            if name not in untouched or cache.sites[name].digest != digest
        }
        if not changed.intersection(cache.hubs) and set(cache.hubs) <= by_site.keys():
            only = changed.union(cache.hubs)
            unread = {name: cache.sites[name].notes for name in by_site if name not in only}
            examined = examine(root, today, unread, only)
            if isinstance(examined, Examined):
                return examined
    return examine(root, today)


def _render(
    examined: Examined, stale: list[str], folder: Path, jobs: int, *, is_sole: bool
) -> list[SiteOutcome]:
    """Render the stale sites, then put all their files in place; on any failure, take away what was staged."""
    outcomes: list[SiteOutcome] = []
    is_new = not folder.exists()
    sweep(folder, stale, is_sole=is_sole)
    try:
        outcomes.extend(render_and_stage(examined.intent, examined.trust, stale, folder, jobs=jobs))
        for outcome in outcomes:
            for path, name in outcome.staged:
                os.replace(path, f"{folder}/{name}")  # noqa: PTH105 - twenty thousand files
    except BaseException:
        discard(outcomes)
        sweep(folder, stale, is_sole=is_sole)
        if is_new:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
    return outcomes


def _report(
    findings: tuple[Diagnostic, ...],
    rendered: tuple[str, ...],
    sites: dict[str, CachedSite],
    written: tuple[str, ...],
    removed: tuple[str, ...],
    kept: tuple[object, ...],
) -> BuildReport:
    return BuildReport(
        findings=findings,
        failed=False,
        rendered=rendered,
        reused=len(sites) - len(rendered),
        written=written,
        removed=removed,
        files=sum(len(item.stamps) for item in sites.values()),
        size=sum(stamp.size for item in sites.values() for stamp in item.stamps),
        kept=(*kept, sites),
    )


def _file_digests(root: Path) -> dict[str, str]:
    """Hash of every inventory file by its path below the root. Unreadable files get no hash: never cached."""
    found: dict[str, str] = {}
    for folder, folders, files in os.walk(root):
        folders.sort()
        for name in files:
            path = os.path.join(folder, name)  # noqa: PTH118 - a thousand files, and Path costs
            with contextlib.suppress(OSError):
                if os.path.islink(path) or not os.path.isfile(path):  # noqa: PTH113, PTH114
                    found[path] = "special"
                    continue
                with open(path, "rb") as stream:  # noqa: PTH123
                    found[os.path.relpath(path, root)] = hashlib.sha256(stream.read(_LIMIT)).hexdigest()
    return found


#: The loader refuses larger files, so their content cannot matter.
_LIMIT = 6_000_000


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _lines(digests: Mapping[str, str]) -> list[str]:
    return [f"{name} {digest}" for name, digest in sorted(digests.items())]


def _keys(examined: Examined, texts: str, by_site: Mapping[str, str]) -> dict[str, str]:
    """The key of every site, in name order: a hash of exactly what its rendering reads.

    `texts` is the hash of netgen itself and of every file that belongs to no site.
    """
    addresses, hubs = examined.trust.sites, examined.trust.hubs
    for_schools = _digest(texts, msgspec.json.encode([item for item in addresses if item.is_hub]).decode())
    for_hubs = _digest(texts, msgspec.json.encode(addresses).decode())
    return {
        item.site: _digest(for_hubs if item.site in hubs else for_schools, by_site.get(item.site, ""))
        for item in addresses
    }


def _remove_departed(
    folder: Path, manifest: Mapping[str, str], sites: dict[str, CachedSite]
) -> tuple[str, ...]:
    present = {stamp.name for item in sites.values() for stamp in item.stamps}
    departed = sorted(manifest.keys() - present)
    removed = []
    for name in departed:
        if (folder / name).is_file():
            remove(folder, name)
            removed.append(name)
    return tuple(removed)
