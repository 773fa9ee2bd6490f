"""One build at a time for an output folder, and the next one knows whether the last one came to its end.

The lock is held by the processes of a build together: it is free only when all of them have gone.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Callable, Iterator
from pathlib import Path


class Lease:
    """The right to write an output folder. `is_sole` is False where no lock can be had: others may write too."""

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor
        self.is_sole = descriptor is not None
        #: True if staged files of a build that was killed may lie about.
        self.is_after_a_loss = descriptor is None or os.fstat(descriptor).st_size > 0

    def swept(self) -> None:
        """Note that nothing of an earlier build lies about any more."""
        self.is_after_a_loss = False

    def begin(self) -> None:
        """Note that files are being staged."""
        if self._descriptor is not None:
            os.pwrite(self._descriptor, b"staging\n", 0)

    def end(self) -> None:
        """Note that all that was staged is in place, or gone; what an earlier loss left is noted until it is swept."""
        if self._descriptor is not None and not self.is_after_a_loss:
            os.ftruncate(self._descriptor, 0)


@contextlib.contextmanager
def alone(place: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[Lease]:
    """Hold the lock beside the cache file `place`; calls `waiting` once if another build has it.

    A place that cannot be locked is used without.
    """
    descriptor = None
    try:
        with contextlib.suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(place.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                waiting()
                fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield Lease(descriptor)
    finally:
        if descriptor is not None:
            os.close(descriptor)
