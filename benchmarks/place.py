"""Where a benchmark writes: into memory where there is room, since a disk's state would be measured with netgen.

On the disk of the first measurements, making the same 21,007 files took half a second or four, by how many files had
been removed there within the last minutes (ext4 does not take an inode again at once). What a disk costs is a row of
its own, measured with bare writing.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

#: Linux' file system in memory.
_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
#: Bytes that must be free: two renders of the largest benchmark, and as much again for the processes.
_ROOM = 3_000_000_000


def best_place(disk: Path) -> Path:
    """The memory, or else the folder `disk`."""
    has_memory = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)
    return _MEMORY if has_memory and shutil.disk_usage(_MEMORY).free > _ROOM else disk


def is_memory(folder: Path) -> bool:
    """True below the file system in memory."""
    return folder.is_relative_to(_MEMORY)


def clear(folder: Path) -> None:
    """Make room in memory. On a disk files stay to the end, so that the next run does not pay for their removal."""
    if is_memory(folder):
        shutil.rmtree(folder)
