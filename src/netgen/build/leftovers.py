"""What builds that did not come to their end leave behind: staged texts, and whole folders of new sites."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

from netgen.build.outputs import unstage

#: A staged file or folder: `.<name>.<process>.new`.
_STAGED = re.compile(r"\..+\.([0-9]+)\.new")


def sweep(folder: Path, sites: Iterable[str], *, is_sole: bool) -> None:
    """Take away what is staged for these sites: in their folders, and in place of those that are new.

    Unless this build is the sole one, what another process that still runs has staged is left to it.
    """
    for place in (str(folder), *[f"{folder}/{site}" for site in sites]):
        with contextlib.suppress(OSError):
            for name in os.listdir(place):  # noqa: PTH208 - names alone
                match = _STAGED.fullmatch(name)
                if match and (is_sole or _has_ended(int(match[1]))):
                    unstage(f"{place}/{name}")


def sweep_all(folder: Path, cache: Path, *, is_sole: bool) -> None:
    """Take away what is staged anywhere below the output folder, and half a cache."""
    with contextlib.suppress(OSError):
        sites = [entry.name for entry in os.scandir(folder) if entry.is_dir(follow_symlinks=False)]
        sweep(folder, sites, is_sole=is_sole)
    if is_sole:
        for path in cache.parent.glob(f"{cache.name}.*[0-9]"):
            path.unlink(missing_ok=True)


def _has_ended(process: int) -> bool:
    return process == os.getpid() or not Path(f"/proc/{process}").exists()
