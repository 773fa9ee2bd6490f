"""What became of a device, as a value. Printing is for `cli`."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import msgspec


class Outcome(StrEnum):
    """How a device ended.

    ok: confirmed and read back equal (in a dry run: loaded, compared and discarded).
    refused: nothing was changed. reverted: changed, then back as it was.
    unknown: nobody knows; a person must look. skipped: not started.
    """

    OK = "ok"
    REFUSED = "refused"
    REVERTED = "reverted"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"


class Step(StrEnum):
    """What the executor does to one device, in this order. The journal holds a step before it is done."""

    CONNECT = "connect"
    IDENTIFY = "identify"
    COMPARE = "compare"
    BACKUP = "backup"
    LOAD = "load"
    DIFF = "diff"
    COMMIT = "commit"
    VERIFY = "verify"
    LEAVE = "leave"
    RETURN = "return"
    GATE = "gate"
    READ_BACK = "read-back"
    CONFIRM = "confirm"
    FINISH = "finish"
    #: Instead of the steps after LOAD when something is wrong.
    DISCARD = "discard"
    UNDO = "undo"


class DeviceResult(msgspec.Struct, frozen=True):
    """The end of one device. `step` is the last one begun; `diff` has its secrets masked."""

    hostname: str
    outcome: Outcome
    step: str
    reason: str = ""
    diff: str = ""
    backup: str = ""
    emulated: bool = False


class PushReport(msgspec.Struct, frozen=True):
    """All ends, in plan order. `emulated`: the lab file says that its devices are emulated."""

    plan_digest: str
    committed: bool
    results: tuple[DeviceResult, ...]
    emulated: bool = False

    @property
    def is_good(self) -> bool:
        """True if every device ended ok, or was skipped because the plan itself says so."""
        return all(item.outcome in {Outcome.OK, Outcome.SKIPPED} for item in self.results)


class Progress(msgspec.Struct, frozen=True):
    """One event for whoever watches: a device begins a step, or ends (`outcome` is then set)."""

    hostname: str
    step: str
    outcome: str = ""
    text: str = ""


#: Called from worker threads, after the journal has the step and before it is acted on.
OnProgress = Callable[[Progress], None]


def ignore_progress(_event: Progress) -> None:
    """The watcher that does not look."""
