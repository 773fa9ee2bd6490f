"""Runs a plan: stage after stage, or what an interrupted push has left. Decides nothing.

A stage begins only when every device of the stage before it ended well. An unknown device stops its
own stage too. Without `commit` every device is loaded, compared and discarded.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from netgen.diagnostics import Diagnostic
from netgen.rollout.compare import RULES, text_to_send
from netgen.rollout.device_push import Context, DevicePush, PushOptions
from netgen.rollout.fleet import run_over
from netgen.rollout.journal import Journal, JournalError
from netgen.rollout.lab import Access, Lab, access_for
from netgen.rollout.plan import Plan, PlannedDevice
from netgen.rollout.results import DeviceResult, OnProgress, Outcome, PushReport, ignore_progress
from netgen.rollout.secrets import SecretError, SecretStore
from netgen.rollout.way_back import plan_undo, undo_digest

Answer = tuple[PushReport | None, tuple[Diagnostic, ...]]


def push(
    plan: Plan,
    *,
    journal: Path,
    backups: Path,
    lab: Lab | None = None,
    secrets: SecretStore | None = None,
    options: PushOptions | None = None,
    stop: threading.Event | None = None,
    progress: OnProgress = ignore_progress,
) -> Answer:
    """Take the plan to its devices; a dry run unless `options.commit`.

    Gives a report, or None and findings (ROL03x secrets, ROL04x journal, ROL05x access) when nothing
    was begun. backups: a folder outside of version control; files are for their owner alone.
    Setting `stop` (Ctrl-C does it) ends every device safely and begins no other.
    """
    store = secrets or SecretStore()
    chosen = options or PushOptions()
    accesses, findings = _preflight(plan, lab, store, chosen)
    if findings:
        return None, findings
    try:
        with Journal(journal) as book:
            book.begin(plan.digest)
            context = _context(book, backups, lab, store, chosen, stop, progress)
            return _report(plan, context, _stages(plan.devices, accesses, context)), ()
    except JournalError as error:
        return None, (error.diagnostic,)


def resume(
    plan: Plan,
    *,
    journal: Path,
    backups: Path,
    lab: Lab | None = None,
    secrets: SecretStore | None = None,
    options: PushOptions | None = None,
    go_on: bool = False,
    stop: threading.Event | None = None,
    progress: OnProgress = ignore_progress,
) -> Answer:
    """Bring every device of the journal's last push to confirmed or as it was.

    Devices that had not begun stay untouched, unless `go_on`: then the push continues with them.
    """
    store = secrets or SecretStore()
    chosen = options or PushOptions()
    try:
        with Journal(journal) as book:
            findings: tuple[Diagnostic, ...] = ()
            if book.plan == undo_digest(plan):
                plan, findings = plan_undo(plan, book)
            book.take_up(plan.digest)
            if not findings:
                accesses, findings = _preflight(plan, lab, store, chosen)
            if findings:
                return None, findings
            context = _context(book, backups, lab, store, chosen, stop, progress)
            by_name = {device.hostname: device for device in plan.devices}
            left = [by_name[name] for name in book.unfinished()]

            def settle(device: PlannedDevice) -> DeviceResult:
                access = accesses[device.hostname]
                return _maker(device, access, context).resume(book.memory(device.hostname))

            results = run_over(left, settle, workers=chosen.workers, stop=threading.Event()) if left else {}
            for device in plan.devices:
                memory = book.memory(device.hostname)
                if device.hostname not in results and memory.outcome:
                    results[device.hostname] = DeviceResult(
                        device.hostname, Outcome(memory.outcome), memory.step, memory.reason,
                        backup=memory.facts.get("backup", ""), emulated=context.emulated,
                    )  # fmt: skip
            if go_on and not context.stop.is_set():
                rest = [device for device in plan.devices if device.hostname not in results]
                results |= _stages(rest, accesses, context)
            return _report(plan, context, results), ()
    except JournalError as error:
        return None, (error.diagnostic,)


def undo(
    plan: Plan,
    *,
    journal: Path,
    backups: Path,
    lab: Lab | None = None,
    secrets: SecretStore | None = None,
    options: PushOptions | None = None,
    stop: threading.Event | None = None,
    progress: OnProgress = ignore_progress,
) -> Answer:
    """Take every device that the last push of this plan confirmed back to its backup, last stage first.

    The way back is a push of its own, with all of its steps: refused where somebody has changed the
    device since, timed, read back, resumable with `resume`. A dry run unless `options.commit`.
    """
    store = secrets or SecretStore()
    chosen = options or PushOptions()
    try:
        with Journal(journal) as book:
            way_back, findings = plan_undo(plan, book)
            if not findings:
                accesses, findings = _preflight(way_back, lab, store, chosen)
            if findings:
                return None, findings
            book.begin(way_back.digest)
            context = _context(book, backups, lab, store, chosen, stop, progress)
            return _report(way_back, context, _stages(way_back.devices, accesses, context)), ()
    except JournalError as error:
        return None, (error.diagnostic,)


def _preflight(
    plan: Plan, lab: Lab | None, store: SecretStore, options: PushOptions
) -> tuple[dict[str, Access], tuple[Diagnostic, ...]]:
    """Everything that can be known to fail before a device is touched, all at once."""
    accesses: dict[str, Access] = {}
    found: dict[Diagnostic, None] = {}
    for device in plan.devices:
        if _why_not(device, options):
            continue
        rules = RULES[device.platform]
        access = access_for(device.hostname, device.address, rules, lab)
        if access is None:
            text = f"{device.hostname} is not in the lab file"
            found[Diagnostic("ROL050", text, path=device.hostname, help="add it, or plan without it")] = None
            continue
        accesses[device.hostname] = access
        text = text_to_send(device.change, device.intended, rules, renew_secrets=options.even_if_equal)
        for ask, about in ((store.value, access.credential), (store.resolve, text)):
            try:
                ask(about)
            except SecretError as error:
                found.update(dict.fromkeys(error.diagnostics))
    return accesses, tuple(sorted(found, key=Diagnostic.sort_key))


def _why_not(device: PlannedDevice, options: PushOptions) -> str:
    if device.platform not in RULES:
        return f"this netgen knows no platform {device.platform}"
    if not device.applicable.holds:
        return f"the plan says that it cannot be applied: {device.applicable.reason}"
    if not device.complete.holds:
        return f"the plan says that its text is not complete: {device.complete.reason}"
    if options.commit and not device.verified.holds:
        return f"the plan says that its text is not verified: {device.verified.reason}"
    return ""


def _context(
    book: Journal, backups: Path, lab: Lab | None, store: SecretStore, options: PushOptions,
    stop: threading.Event | None, progress: OnProgress,
) -> Context:  # fmt: skip
    return Context(
        options=options, journal=book, backups=backups, secrets=store, progress=progress,
        stop=stop or threading.Event(), emulated=lab is not None and lab.emulated,
    )  # fmt: skip


def _maker(device: PlannedDevice, access: Access, context: Context) -> DevicePush:
    return DevicePush(device, RULES[device.platform], access, context)


def _stages(
    devices: Sequence[PlannedDevice], accesses: dict[str, Access], context: Context
) -> dict[str, DeviceResult]:
    results: dict[str, DeviceResult] = {}
    for _, group in groupby(sorted(devices, key=lambda item: item.stage), key=lambda item: item.stage):
        stage = [device for device in group if device.hostname in accesses]
        if not stage:
            continue
        results |= run_over(
            stage,
            lambda device: _maker(device, accesses[device.hostname], context).run(),
            workers=context.options.workers,
            stop=context.stop,
        )
        ends = [results[device.hostname].outcome for device in stage if device.hostname in results]
        if context.stop.is_set() or any(outcome is not Outcome.OK for outcome in ends):
            break
    return results


def _report(plan: Plan, context: Context, results: dict[str, DeviceResult]) -> PushReport:
    """Every device of the plan has a line; one that was not begun says why."""
    lines: list[DeviceResult] = []
    for device in plan.devices:
        if device.hostname in results:
            lines.append(results[device.hostname])
            continue
        why = _why_not(device, context.options)
        # A device that nobody can push is no failure; one that lacks its proof is.
        outcome = Outcome.REFUSED if why and device.applicable.holds else Outcome.SKIPPED
        reason = why or "not begun, since the push ended before it"
        lines.append(DeviceResult(device.hostname, outcome, "", reason, emulated=context.emulated))
    return PushReport(plan.digest, context.options.commit, tuple(lines), context.emulated)
