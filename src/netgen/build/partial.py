"""Write some of the golden files, and leave the others and the cache as they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from netgen.build.cache import cache_path
from netgen.build.lease import alone
from netgen.build.outputs import read_manifest, stage, unstage, write_manifest


def write_some(folder: Path, files: Mapping[str, str], waiting: Callable[[], None] = lambda: None) -> None:
    """Put these texts in place, all of them or on a failure before the first one none, and list them."""
    with alone(cache_path(folder), waiting) as lease:
        lease.begin()
        entries = read_manifest(folder)
        staged: dict[str, str] = {}
        try:
            for name in sorted(files):
                stamp, temporary = stage(folder, name, files[name].encode())
                if temporary:
                    staged[name] = temporary
                entries[name] = stamp.digest
            for name, temporary in staged.items():
                Path(temporary).replace(folder / name)
        except BaseException:
            for temporary in staged.values():
                unstage(temporary)
            raise
        write_manifest(folder, entries)
        lease.end()
