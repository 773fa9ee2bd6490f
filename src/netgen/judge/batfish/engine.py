"""The Batfish engine: the same questions put to Batfish's own model of the texts.

Reads: TrustPlan, SitePlans, texts. Writes: verdicts with engine `batfish`; notes on what was adapted and
left out and what Batfish cannot decide; and every adapted line.
"""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from netgen.blueprint import TrustPlan
from netgen.judge.batfish.adaptations import ADAPTATIONS, AdaptedLine
from netgen.judge.batfish.reading import judge_reading
from netgen.judge.batfish.routes import judge_routes
from netgen.judge.batfish.session import DEFAULT_PORT, BatfishSession
from netgen.judge.batfish.snapshot import Snapshot, write_snapshot
from netgen.judge.batfish.topology import (
    interfaces_of,
    judge_addresses,
    judge_cables,
    judge_isolation,
    judge_trunks,
)
from netgen.judge.batfish.zone_pairs import judge_zone_pairs
from netgen.judge.case import SiteCase
from netgen.judge.embedded import SiteTexts
from netgen.judge.verdict import Verdict

#: What Batfish does not model on our platforms; the embedded engine alone decides it.
NOT_DECIDED = (
    "IPsec tunnels, BGP, NAT, web filters, logging, management access and DHCP of FortiOS",
    "the same of PAN-OS, with echo requests, sessions with the firewall itself, schedules and applications",
    "the same of Junos but for the policies of BGP, with the types of ICMP, screens, schedules and class of service",
    "WLANs and everything else of aruba_instant",
    "voice VLANs, isolation, DHCP snooping, spanning-tree guards and management of switches",
)
_SITES_A_SNAPSHOT = 12


def judge_trust(
    trust: TrustPlan,
    sites: Iterable[SiteTexts],
    *,
    host: str = "127.0.0.1",
    port: int = DEFAULT_PORT,
    deadline_s: float = 300.0,
) -> tuple[list[Verdict], list[str], list[str]]:
    """Verdicts, notes and every adapted line. BatfishError when the server goes away or a deadline passes."""
    cases = [SiteCase(trust, site.plan, site.texts, site.files) for site in sites]
    verdicts: list[Verdict] = []
    snapshots: list[Snapshot] = []
    session = BatfishSession(host, port, f"netgen-{uuid.uuid4().hex[:12]}", deadline_s=deadline_s)
    with tempfile.TemporaryDirectory(prefix="netgen-batfish-") as folder:
        for number, batch in enumerate(_batches(cases)):
            found, snapshot = _judge_batch(batch, session, f"batch{number}", Path(folder) / str(number))
            verdicts += found
            snapshots.append(snapshot)
    session.close()
    notes = [note for snapshot in snapshots for note in left_out_notes(snapshot)]
    notes = adaptation_summary(snapshots) + notes
    notes += [f"not decided by batfish: {subject}" for subject in NOT_DECIDED]
    return verdicts, notes, [line for snapshot in snapshots for line in adaptation_lines(snapshot)]


def _batches(cases: list[SiteCase]) -> Iterator[list[SiteCase]]:
    ordered = iter(cases)
    while batch := list(islice(ordered, _SITES_A_SNAPSHOT)):
        yield batch


def _judge_batch(
    cases: list[SiteCase], session: BatfishSession, name: str, folder: Path
) -> tuple[list[Verdict], Snapshot]:
    snapshot = write_snapshot(folder / "texts", cases)
    if not snapshot.adapted:
        return [], snapshot
    session.upload(folder / "texts", name)
    interfaces = interfaces_of(session, name)
    found = list(judge_reading(cases, session, name, snapshot))
    found += judge_addresses(cases, snapshot, interfaces)
    found += judge_cables(cases, session, name, snapshot, interfaces)
    found += judge_trunks(cases, snapshot, interfaces)
    found += judge_isolation(cases, session, name, snapshot)
    found += judge_routes(cases, session, name, snapshot)
    found += judge_zone_pairs(cases, session, name, snapshot, interfaces, folder)
    return found, snapshot


def adaptation_summary(snapshots: Iterable[Snapshot]) -> list[str]:
    """One sentence an adaptation: what it is for, how many texts and lines it touched."""
    lines: dict[str, list[str]] = {}
    for snapshot in snapshots:
        for host, adapted in snapshot.adapted.items():
            for change in adapted.changes:
                lines.setdefault(change.adaptation, []).append(host)
    return [
        f"adapted for batfish by {item.id} ({item.reason}): {len(lines[item.id])} lines in "
        f"{len(set(lines[item.id]))} texts; --json names each"
        for item in ADAPTATIONS
        if item.id in lines
    ]


def adaptation_lines(snapshot: Snapshot) -> list[str]:
    """Each adaptation that changed a text, with every line it changed."""
    reasons = {item.id: item.reason for item in ADAPTATIONS}
    notes = []
    for host, adapted in sorted(snapshot.adapted.items()):
        for name in dict.fromkeys(change.adaptation for change in adapted.changes):
            changes = [change for change in adapted.changes if change.adaptation == name]
            notes.append(
                f"{host}: adapted for batfish by {name} ({reasons[name]}): "
                + "; ".join(changed_lines(changes))
            )
    return notes


def left_out_notes(snapshot: Snapshot) -> list[str]:
    """Devices and cables that Batfish was not given."""
    notes = []
    if snapshot.left_out:
        notes.append(f"not given to batfish: {', '.join(sorted(snapshot.left_out))}")
    if snapshot.cables_left_out:
        cables = "; ".join(snapshot.cables_left_out)
        notes.append(f"cables not given to batfish, which would take their LAG down: {cables}")
    return notes


def changed_lines(changes: list[AdaptedLine]) -> list[str]:
    """Every changed line once: neighbouring lines taken out as one range, with the first of them."""
    found: list[str] = []
    dropped = [item for item in changes if item.line and not item.after]
    while dropped:
        first, last = dropped[0], dropped[0]
        while len(dropped) > 1 and dropped[1].line == last.line + 1:
            last = dropped.pop(1)
        dropped.pop(0)
        place = f"line {first.line}" if first is last else f"lines {first.line}-{last.line}"
        found.append(f"{place} taken out (`{first.before.strip()}`)")
    found += [
        f"line {item.line}: `{item.before.strip()}` -> `{item.after.strip()}`"
        for item in changes
        if item.line and item.after
    ]
    added = [item.after.strip() for item in changes if not item.line]
    return found + ([f"added `{'`, `'.join(added)}`"] if added else [])
