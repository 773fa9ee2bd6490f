"""The plan of an undo: what a push has confirmed, taken back to the backups that it made.

Lives in memory only. The backups hold the devices' secrets, and so do the texts of this plan.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from netgen.diagnostics import Diagnostic
from netgen.platforms.change_rules import ChangeRules
from netgen.rollout.compare import RULES, compute_change
from netgen.rollout.config_text import digest
from netgen.rollout.fortios_tree import fortios_change
from netgen.rollout.journal import Journal, Memory
from netgen.rollout.plan import Plan, PlannedDevice
from netgen.rollout.results import Outcome


def undo_digest(plan: Plan) -> str:
    """The name that the journal keeps the undo of a plan under."""
    return f"undo of {plan.digest}"


def plan_undo(plan: Plan, book: Journal) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The way back of every confirmed device, stages in reverse; findings ROL060 and ROL061."""
    memories = book.memories_of(plan.digest)
    devices: list[PlannedDevice] = []
    findings: list[Diagnostic] = []
    for planned in plan.devices:
        memory = memories.get(planned.hostname)
        if memory is None or memory.outcome != Outcome.OK or "after_hash" not in memory.facts:
            continue
        text = _backup(memory)
        if text is None:
            message = f"the backup of {planned.hostname} is not what the push has written"
            advice = f"restore {memory.facts['backup']}, or undo by another plan"
            findings.append(Diagnostic("ROL060", message, path=planned.hostname, help=advice))
            continue
        devices.append(_reversed(planned, memory, text, RULES[planned.platform]))
    if not devices and not findings:
        advice = "name the plan and the journal of a push that was committed"
        findings.append(Diagnostic("ROL061", "no device was confirmed by a push of this plan", help=advice))
    devices.sort(key=lambda item: (item.stage, item.site, item.hostname))
    return msgspec.structs.replace(plan, devices=tuple(devices), digest=undo_digest(plan)), tuple(findings)


def _backup(memory: Memory) -> str | None:
    try:
        text = Path(memory.facts["backup"]).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return text if digest(text) == memory.facts["backup_hash"] else None


def _reversed(planned: PlannedDevice, memory: Memory, backup: str, rules: ChangeRules) -> PlannedDevice:
    if rules.send == "merge":
        change = fortios_change(backup, planned.intended, rules, keep_secrets=True).undo
    else:
        change = compute_change(planned.intended, backup, rules).change
    return msgspec.structs.replace(
        planned,
        stage=-planned.stage,
        intended=backup,
        running_hash=memory.facts["after_hash"],
        change=change,
        undo="",
        expect=(),
    )
