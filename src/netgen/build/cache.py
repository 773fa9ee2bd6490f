"""What a build leaves for the next one, in one file beside the output folder.

A cache only ever saves work: one that is missing, damaged or of another version is as good as none.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

import msgspec

from netgen.blueprint import SiteAddresses
from netgen.build.outputs import Stamp
from netgen.checks import SiteSummary
from netgen.diagnostics import Diagnostic

#: Where the cache lives: beside the output folder, ignored by Git.
CACHE_FOLDER = ".netgen"
_FORMAT = 4


class SiteNotes(msgspec.Struct, frozen=True, array_like=True):
    """What is known of a site that was read and checked: enough to leave its file unread.

    `summary` is what checks across sites need, `addresses` what other sites' configs need.
    """

    summary: SiteSummary
    addresses: SiteAddresses
    findings: tuple[Diagnostic, ...]


class CachedSite(msgspec.Struct, frozen=True, array_like=True):
    """A site that was rendered: hash of its file, key of its texts, their stamps, and its notes."""

    digest: str
    key: str
    stamps: tuple[Stamp, ...]
    notes: SiteNotes


class Cache(msgspec.Struct, frozen=True):
    """The last good build. `inventory` and `shared` are hashes of all files, and of those of no site.

    Both count netgen itself and the day in: findings speak of dates. `findings` are those of the whole
    inventory, warnings at most.
    """

    format: int
    inventory: str
    shared: str
    hubs: tuple[str, ...]
    findings: tuple[Diagnostic, ...]
    sites: dict[str, CachedSite]


def cache_path(folder: Path) -> Path:
    """The cache file of an output folder."""
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]
    return folder.parent / CACHE_FOLDER / f"render-{name}"


def read_cache(path: Path) -> Cache | None:
    """The last good build, or None."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Cache)
    except (OSError, msgspec.DecodeError):
        return None
    return found if found.format == _FORMAT else None


def write_cache(
    path: Path,
    inventory: str,
    shared: str,
    hubs: tuple[str, ...],
    findings: tuple[Diagnostic, ...],
    sites: dict[str, CachedSite],
) -> None:
    """Replace the cache; failing to is no error, the next build is only slower."""
    cache = Cache(_FORMAT, inventory, shared, hubs, findings, sites)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f"{path.name}.{os.getpid()}")
        temporary.write_bytes(msgspec.json.encode(cache))
        temporary.replace(path)
