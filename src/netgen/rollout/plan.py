"""The plan file: what changes where, its undo, the running config it assumes, the evidence for it.

Immutable: canonical JSON with its own digest, no date and no secret in it, so the same inputs give
the same bytes. Push accepts nothing else.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from netgen.diagnostics import Diagnostic, Severity, Span
from netgen.platforms.change_rules import ChangeRules
from netgen.rollout.compare import RULES, compute_change, config_hash
from netgen.rollout.lab import Lab
from netgen.rollout.results import OnProgress, ignore_progress
from netgen.rollout.secrets import SecretStore

FORMAT = 1
SHORTEST_WINDOW_S = 60
LONGEST_WINDOW_S = 7200


class Expectation(msgspec.Struct, frozen=True):
    """A fact that must hold on the device after the change, before it is confirmed.

    kind: `interface-up` (value: interface name), `reach` (value: address that the device pings),
    `config-contains` (value: a line of the running configuration).
    """

    kind: str
    value: str


class Flag(msgspec.Struct, frozen=True):
    """A claim about a device of the plan, and why."""

    holds: bool
    reason: str = ""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """What the caller wants on one device.

    intended: the whole text, with placeholders. stage: stages run in the order of their numbers.
    """

    hostname: str
    site: str
    platform: str
    stage: int
    address: str
    intended: str
    expect: tuple[Expectation, ...] = ()
    window_s: int = 300
    #: The box is one of a pair, of which the active member answers at the address.
    is_pair: bool = False


class PlannedDevice(msgspec.Struct, frozen=True, kw_only=True):
    """One device of a plan. running_hash: of the normalised running text; empty when it is unknown.

    send: replace | merge | none. change: masked diff (replace) or the script itself (merge).
    window_s: seconds after which the device undoes an unconfirmed change by itself.
    complete: the text is the whole configuration. applicable: it can be sent as things are.
    verified: a judge has passed it.
    """

    hostname: str
    site: str
    platform: str
    stage: int
    address: str
    serial: str
    intended: str
    running_hash: str
    send: str
    change: str
    undo: str
    notes: tuple[str, ...]
    complete: Flag
    applicable: Flag
    verified: Flag
    window_s: int
    expect: tuple[Expectation, ...]


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """All devices, sorted by stage, site and hostname. digest: of everything else in canonical JSON."""

    format: int
    devices: tuple[PlannedDevice, ...]
    evidence: dict[str, str]
    digest: str = ""


class Observed(msgspec.Struct, frozen=True):
    """What a device said when the plan was made; `problem` when it could not be asked."""

    hostname: str = ""
    serial: str = ""
    running: str = ""
    problem: str = ""


def make_plan(
    targets: Sequence[Target],
    *,
    lab: Lab | None = None,
    secrets: SecretStore | None = None,
    verified: Mapping[str, Flag] | None = None,
    evidence: Mapping[str, str] | None = None,
    offline: bool = False,
    workers: int = 10,
    progress: OnProgress = ignore_progress,
) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """Decide everything that a push will do.

    Running configurations are read from the devices, unless `offline`: then no device is applicable.
    `verified` holds the judge's flag per hostname, `evidence` digests and names of what it rests on.
    Findings: ROL010 to ROL019; a device with an error among them stands in the plan as not applicable.
    """
    findings: list[Diagnostic] = []
    for target in targets:
        findings += _target_problems(target)
    broken = {item.path for item in findings}
    askable = [
        item for item in targets if item.hostname not in broken and RULES[item.platform].send != "none"
    ]
    observed: dict[str, Observed] = {}
    if not offline and askable:
        # The drivers are heavy: they load when a device is spoken to.
        from netgen.rollout.fleet import observe  # noqa: PLC0415

        observed = observe(askable, lab, secrets or SecretStore(), workers, progress)
    flags = verified or {}
    devices: list[PlannedDevice] = []
    for target in sorted(targets, key=lambda item: (item.stage, item.site, item.hostname)):
        seen = observed.get(
            target.hostname, Observed(problem="the running configuration was not read (offline)")
        )
        if target.hostname in broken:
            seen = Observed(problem="the target has errors")
        device = _plan_device(target, seen, flags.get(target.hostname, Flag(False, "no verdict was given")))
        devices.append(device)
        if not device.applicable.holds:
            text = f"{target.hostname} cannot be pushed: {device.applicable.reason}"
            findings.append(Diagnostic("ROL010", text, severity=Severity.WARNING, path=target.hostname))
    plan = Plan(format=FORMAT, devices=tuple(devices), evidence=dict(sorted((evidence or {}).items())))
    return msgspec.structs.replace(plan, digest=_digest(plan)), tuple(findings)


def _target_problems(target: Target) -> list[Diagnostic]:
    def bad(code: str, message: str, advice: str) -> Diagnostic:
        return Diagnostic(code, f"{target.hostname}: {message}", path=target.hostname, help=advice)

    found: list[Diagnostic] = []
    rules = RULES.get(target.platform)
    if rules is None:
        return [bad("ROL011", f"no platform `{target.platform}`", f"use one of {', '.join(sorted(RULES))}")]
    if not SHORTEST_WINDOW_S <= target.window_s <= LONGEST_WINDOW_S or target.window_s % 60:
        found.append(
            bad("ROL012", f"a window of {target.window_s} s", "choose a multiple of 60 from 60 to 7200")
        )
    for item in target.expect:
        if rules.send != "none" and item.kind not in rules.answers:
            known = ", ".join(rules.answers)
            found.append(
                bad("ROL013", f"{target.platform} cannot answer `{item.kind}`", f"use one of {known}")
            )
    if rules.send != "none":
        try:
            config_hash(target.intended, rules)
        except ValueError as error:
            found.append(bad("ROL014", f"the intended text cannot be read: {error}", "render it again"))
    return found


def _plan_device(target: Target, seen: Observed, verified: Flag) -> PlannedDevice:
    rules = RULES.get(target.platform)
    applicable, running_hash, change, undo, notes = _assess(target, seen, rules)
    return PlannedDevice(
        hostname=target.hostname,
        site=target.site,
        platform=target.platform,
        stage=target.stage,
        address=target.address,
        serial=seen.serial,
        intended=target.intended,
        running_hash=running_hash,
        send=rules.send if rules else "none",
        change=change,
        undo=undo,
        notes=notes,
        complete=Flag(bool(target.intended.strip()), "" if target.intended.strip() else "the text is empty"),
        applicable=applicable,
        verified=verified,
        window_s=target.window_s,
        expect=target.expect,
    )


def _assess(
    target: Target, seen: Observed, rules: ChangeRules | None
) -> tuple[Flag, str, str, str, tuple[str, ...]]:
    if rules is None or rules.send == "none":
        return Flag(False, rules.reason if rules else "unknown platform"), "", "", "", ()
    if seen.problem:
        return Flag(False, seen.problem), "", "", "", ()
    if seen.hostname != target.hostname:
        return Flag(False, f"the device at its address says that it is `{seen.hostname}`"), "", "", "", ()
    try:
        found = compute_change(seen.running, target.intended, rules)
        pushed = Flag(False, rules.no_pairs) if target.is_pair and rules.no_pairs else Flag(True)
        return pushed, config_hash(seen.running, rules), found.change, found.undo, found.notes
    except ValueError as error:
        return Flag(False, f"the running configuration cannot be read: {error}"), "", "", "", ()


def _digest(plan: Plan) -> str:
    bare = msgspec.structs.replace(plan, digest="")
    return "sha256:" + hashlib.sha256(msgspec.json.encode(bare, order="sorted")).hexdigest()


def write_plan(plan: Plan, path: Path) -> None:
    """Write the plan atomically, readable by its owner alone; OSError when the place cannot be written."""
    text = msgspec.json.format(msgspec.json.encode(plan, order="sorted"), indent=1) + b"\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def read_plan(path: Path) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """Read a plan file; None and a finding (ROL020 to ROL023) when it cannot be trusted."""

    def bad(code: str, message: str, advice: str) -> tuple[None, tuple[Diagnostic, ...]]:
        return None, (Diagnostic(code, message, span=Span(str(path)), help=advice),)

    again = "make a new plan with `netgen plan`"
    try:
        raw = path.read_bytes()
    except OSError as error:
        return bad("ROL020", f"the plan cannot be read: {error.strerror}", "name a plan file")
    try:
        version = msgspec.json.decode(raw, type=dict)["format"]
    except (msgspec.DecodeError, msgspec.ValidationError, KeyError, RecursionError):
        return bad("ROL021", "the file is no plan", again)
    if version != FORMAT:
        return bad("ROL022", f"the plan has format {version!r}, this netgen reads format {FORMAT}", again)
    try:
        plan = msgspec.json.decode(raw, type=Plan)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        return bad("ROL021", f"the file is no plan: {error}", again)
    expected = msgspec.json.format(msgspec.json.encode(plan, order="sorted"), indent=1) + b"\n"
    if _digest(plan) != plan.digest or raw != expected:
        return bad("ROL023", "the plan was changed after it was made: its digest does not fit", again)
    return plan, ()
