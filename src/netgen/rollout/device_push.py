"""Takes one device from the plan's running configuration to the intended one, or back.

Before COMMIT every problem means `refused` and the candidate is dropped. From COMMIT on the device
may have the change: `settle` looks at the device, never at what we remember, and ends in one of
confirmed, as it was, or unknown. A resumed push enters at `settle` or `clean_up`.
"""

from __future__ import annotations

import contextlib
import os
import secrets as random
import threading
import time
from enum import Enum, auto
from pathlib import Path

import msgspec

from netgen.platforms.change_rules import ChangeRules
from netgen.rollout.compare import config_hash, remaining_difference, text_to_send
from netgen.rollout.config_text import digest, mask
from netgen.rollout.drivers import DeviceDriver, DriverFault, Fault, make_driver
from netgen.rollout.journal import Journal, Memory
from netgen.rollout.lab import Access
from netgen.rollout.plan import PlannedDevice
from netgen.rollout.results import DeviceResult, OnProgress, Outcome, Progress, Step
from netgen.rollout.secrets import SecretError, SecretStore

_SHOWN_LINES = 6


class PushOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a push behaves.

    gate_wait_s: how long health facts may take to become true. pause_s: between two attempts.
    patience_s: how long a lost device is looked for after a change; 0 means its window and its own
    time to undo, and a minute.
    even_if_equal: send also when nothing differs, for new values of secrets: they are compared by
    presence alone, so that a rotation shows no difference.
    """

    commit: bool = False
    even_if_equal: bool = False
    workers: int = 10
    gate_wait_s: float = 30.0
    pause_s: float = 2.0
    patience_s: float = 0.0


class Context(msgspec.Struct, kw_only=True):
    """What all devices of one push share."""

    options: PushOptions
    journal: Journal
    backups: Path
    secrets: SecretStore
    progress: OnProgress
    stop: threading.Event
    emulated: bool


class _Refused(Exception):  # noqa: N818 - an answer, not an error
    """The device is not to be changed; the message says why."""


class _State(Enum):
    PENDING = auto()
    AS_BEFORE = auto()
    AS_INTENDED = auto()
    NEITHER = auto()


class DevicePush:
    """One device of one push. `run`, `settle` or `clean_up` is called once and never raises."""

    def __init__(self, planned: PlannedDevice, rules: ChangeRules, access: Access, context: Context) -> None:
        """Nothing is sent yet."""
        self._planned = planned
        self._rules = rules
        self._access = access
        self._context = context
        self._step_now = ""
        self._session = f"netgen_{random.token_hex(4)}"
        self._backup = ""
        self._diff = ""
        self._confirming = False
        self._confirmed = False
        self._driver: DeviceDriver | None = None

    # -- the three ways in --------------------------------------------------------------------

    def run(self) -> DeviceResult:
        """Push this device from the beginning."""
        try:
            done = self._prepare()
        except (DriverFault, SecretError, _Refused) as error:
            return self._drop(Outcome.REFUSED, str(error))
        if done is not None:
            return done
        return self._commit()

    def resume(self, memory: Memory) -> DeviceResult:
        """Bring a device that an earlier process left behind to a safe end."""
        self._session = memory.facts.get("session", self._session)
        self._backup = memory.facts.get("backup", "")
        self._confirming = "confirming" in memory.facts
        if "changing" in memory.facts:
            return self._settle(memory.facts.get("undo_reason", ""))
        return self._clean_up()

    # -- before the change --------------------------------------------------------------------

    def _prepare(self) -> DeviceResult | None:
        """Everything before COMMIT; an end when there is nothing to commit."""
        planned, options = self._planned, self._context.options
        self._step(Step.CONNECT, {"session": self._session})
        driver = self._connect()
        self._step(Step.IDENTIFY)
        self._check_identity(driver)
        self._step(Step.COMPARE)
        running = driver.running_config()
        equal = not remaining_difference(running, planned.intended, self._rules)
        if equal and not options.even_if_equal:
            return self._drop(Outcome.OK, "it already has the intended configuration")
        if config_hash(running, self._rules) != planned.running_hash:
            raise _Refused("its configuration has changed since the plan was made: make a new plan")
        self._step(Step.BACKUP)
        self._write_backup(running)
        text = text_to_send(
            planned.change,
            planned.intended,
            self._rules,
            running=running,
            renew_secrets=options.even_if_equal,
        )
        self._step(Step.LOAD, {"backup": self._backup, "backup_hash": digest(running)})
        driver.load(self._context.secrets.resolve(text), self._session)
        self._step(Step.DIFF)
        self._diff = self._clean(driver.diff() or text)
        if not options.commit:
            return self._drop(Outcome.OK, "dry run: nothing was changed")
        return None

    def _connect(self) -> DeviceDriver:
        self._leave()
        password = self._context.secrets.value(self._access.credential)
        self._driver = make_driver(self._rules, self._access, password, self._clean)
        self._driver.open()
        return self._driver

    def _check_identity(self, driver: DeviceDriver) -> None:
        found = driver.identity()
        if (found.hostname, found.serial) != (self._planned.hostname, self._planned.serial):
            msg = (
                f"another device answers: `{found.hostname}` with serial {found.serial}, "
                f"planned was serial {self._planned.serial}"
            )
            raise _Refused(msg)

    def _write_backup(self, running: str) -> None:
        folder = self._context.backups
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = folder / f"{self._planned.hostname}.{self._session.removeprefix('netgen_')}.cfg"
        with os.fdopen(
            os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
        ) as file:
            file.write(running)
            file.flush()
            os.fsync(file.fileno())
        self._backup = str(path)

    def _drop(self, outcome: Outcome, reason: str) -> DeviceResult:
        """End without a change: drop the candidate, if there is a connection to do it on."""
        if self._driver is not None and self._step_now in (Step.LOAD, Step.DIFF):
            step = self._step_now
            self._step(Step.DISCARD)
            try:
                self._driver.discard(self._session)
            except DriverFault:
                # The connection may be the problem: try once on a new one, then say so.
                try:
                    self._connect().discard(self._session)
                except (DriverFault, SecretError) as error:
                    reason += f"; its candidate could not be dropped: {error}"
            self._step_now = step
        return self._end(outcome, reason)

    # -- the change ---------------------------------------------------------------------------

    def _commit(self) -> DeviceResult:
        driver = self._driver
        assert driver is not None  # noqa: S101 - _prepare has connected
        reason = ""
        # From here on a resumed push must look at the device.
        self._step(Step.COMMIT, {"changing": "yes"}, may_stop=False)
        try:
            driver.commit_timed(self._planned.window_s)
            self._step(Step.VERIFY, may_stop=False)
            if not driver.pending():
                reason = "the device has armed no timer"
        except DriverFault as error:
            if error.fault is not Fault.LOST:
                reason = str(error)
        self._step(Step.LEAVE, may_stop=False)
        self._leave()
        return self._settle(reason)

    def _settle(self, reason: str) -> DeviceResult:
        """Confirm, or undo because of `reason`, or find out that the device has undone it by itself."""
        give_up_at = time.monotonic() + self._patience()
        undone_at = 0.0
        trouble = ""
        while time.monotonic() < give_up_at:
            try:
                self._step(Step.RETURN, may_stop=False)
                driver = self._connect()
                self._check_identity(driver)
                driver.adopt(self._session)
                state = self._state(driver)
                if state is _State.PENDING:
                    reason = reason or self._problems(driver)
                    if not reason:
                        self._step(Step.CONFIRM, {"confirming": "yes"}, may_stop=False)
                        self._confirming = True
                        driver.confirm()
                        self._confirmed = True
                        continue
                    if time.monotonic() - undone_at > self._rules.undo_takes_s or not undone_at:
                        self._step(Step.UNDO, {"undo_reason": reason}, may_stop=False)
                        undone_at = time.monotonic()
                        driver.undo()
                elif state is _State.AS_BEFORE:
                    with contextlib.suppress(DriverFault):
                        driver.discard(self._session)
                    self._tidy(driver)
                    return self._end(Outcome.REVERTED, reason or "it has undone the change by itself")
                elif state is _State.AS_INTENDED:
                    return self._finish(driver, reason)
                else:
                    trouble = "it has neither the old nor the new configuration"
            except (DriverFault, SecretError, _Refused) as error:
                trouble = str(error)
            self._leave()
            time.sleep(self._context.options.pause_s)
        return self._end(Outcome.UNKNOWN, "; ".join(text for text in (reason, trouble) if text))

    def _state(self, driver: DeviceDriver) -> _State:
        if driver.pending():
            return _State.PENDING
        running = driver.running_config()
        equal = not remaining_difference(running, self._planned.intended, self._rules)
        if equal and (self._confirming or config_hash(running, self._rules) != self._planned.running_hash):
            return _State.AS_INTENDED
        if config_hash(running, self._rules) == self._planned.running_hash:
            return _State.AS_BEFORE
        return _State.NEITHER

    def _problems(self, driver: DeviceDriver) -> str:
        """Why the change must not be kept; empty when it is good."""
        self._step(Step.GATE, may_stop=False)
        until = time.monotonic() + self._context.options.gate_wait_s
        while True:
            missing = [driver.missing(item.kind, item.value) for item in self._planned.expect]
            missing = [text for text in missing if text]
            if not missing:
                break
            if time.monotonic() >= until:
                return "the health gate failed: " + self._clean("; ".join(missing))
            time.sleep(min(self._context.options.pause_s, 5.0))
        self._step(Step.READ_BACK, may_stop=False)
        left = remaining_difference(driver.running_config(), self._planned.intended, self._rules)
        if left:
            lines = [line for line in left.splitlines() if not line.startswith(("---", "+++", "@@"))]
            return "it did not take what was sent: " + self._clean(" / ".join(lines[:_SHOWN_LINES]))
        return ""

    def _finish(self, driver: DeviceDriver, reason: str) -> DeviceResult:
        """The change is on the device and nothing is pending."""
        if not self._confirming:
            # No timer guards it and we never confirmed: keep it only if it is good.
            problems = self._problems(driver)
            if problems:
                text = f"{problems}; no timer will undo it: restore {self._backup}"
                return self._end(Outcome.UNKNOWN, f"{reason}; {text}" if reason else text)
        after = config_hash(driver.running_config(), self._rules)
        if after == self._planned.running_hash and not self._confirmed:
            # Only new secrets were sent, so before and after look alike, and nobody heard the answer.
            self._tidy(driver)
            return self._end(
                Outcome.UNKNOWN, "whether it kept the new secrets cannot be told: push them again"
            )
        self._step(Step.FINISH, {"after_hash": after}, may_stop=False)
        driver.save()
        return self._end(Outcome.OK, "confirmed and read back equal")

    def _tidy(self, driver: DeviceDriver) -> None:
        with contextlib.suppress(DriverFault, OSError):
            driver.tidy(Path(self._backup).read_text(encoding="utf-8"))

    def _clean_up(self) -> DeviceResult:
        """Nothing was committed: drop what an earlier process may have staged."""
        reason = "the push was interrupted before anything was changed"
        try:
            self._step(Step.DISCARD, may_stop=False)
            driver = self._connect()
            self._check_identity(driver)
            driver.discard(self._session)
        except (DriverFault, SecretError, _Refused) as error:
            reason += f"; a candidate may be left on it: {error}"
        return self._end(Outcome.REFUSED, reason)

    # -- small things -------------------------------------------------------------------------

    def _patience(self) -> float:
        return self._context.options.patience_s or self._planned.window_s + self._rules.undo_takes_s + 60.0

    def _clean(self, text: str) -> str:
        return mask(self._context.secrets.redactor.redact(text), self._rules)

    def _step(self, step: Step, facts: dict[str, str] | None = None, *, may_stop: bool = True) -> None:
        if may_stop and self._context.stop.is_set() and step is not Step.DISCARD:
            msg = "the push was stopped before this device was changed"
            raise _Refused(msg)
        self._step_now = step
        self._context.journal.record(self._planned.hostname, step, facts)
        self._context.progress(Progress(self._planned.hostname, step))

    def _leave(self) -> None:
        if self._driver is not None:
            self._driver.leave()
            self._driver = None

    def _end(self, outcome: Outcome, reason: str) -> DeviceResult:
        self._leave()
        reason = self._clean(reason)
        name = self._planned.hostname
        self._context.journal.end(name, outcome, self._step_now, reason)
        if outcome is Outcome.UNKNOWN:
            self._context.stop.set()
        self._context.progress(Progress(name, self._step_now, outcome, reason))
        return DeviceResult(
            name, outcome, self._step_now, reason, self._diff, self._backup, self._context.emulated
        )
