"""`netgen plan` and `netgen push`: the change as a file, and taking it to the devices."""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netgen.cli.options import INVENTORY, DeviceOption, InventoryOption, SiteOption

if TYPE_CHECKING:
    from netgen.intent import Intent
    from netgen.rollout import Flag, Lab, PlannedDevice, PushReport, SecretStore

LabOption = Annotated[
    Path | None,
    typer.Option("--lab", help="YAML file: device -> host, port, credential, CA. Points devices at a lab."),
]
SecretsOption = Annotated[
    Path | None, typer.Option("--secrets", help="Folder that secret://file/... is relative to.")
]
WorkersOption = Annotated[int, typer.Option("--workers", min=1, max=50, help="Devices at a time.")]
RenewOption = Annotated[
    bool,
    typer.Option(
        "--renew-secrets", help="Send secrets even where nothing else differs (their values changed)."
    ),
]
STATE = Path(".netgen")


def plan(
    output: Annotated[Path, typer.Option("--output", "-o", help="Plan file to write.")] = Path("plan.json"),
    inventory: InventoryOption = INVENTORY,
    site: SiteOption = [],  # noqa: B006 - typer wants the default itself
    device: DeviceOption = [],  # noqa: B006
    lab: LabOption = None,
    secrets: SecretsOption = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Ask no device; the plan can then not be pushed.")
    ] = False,
    window: Annotated[
        int, typer.Option("--window", help="Seconds after which a device undoes an unconfirmed change.")
    ] = 300,
) -> None:
    """Write what a push would change on each device, its undo, and the evidence it rests on."""
    from netgen.build import build_texts  # noqa: PLC0415 - heavy imports only when the command runs
    from netgen.cli import EXIT_FAILED  # noqa: PLC0415
    from netgen.cli.console import Format, show_diagnostics  # noqa: PLC0415
    from netgen.cli.estate import checked_estate, chosen_sites, chosen_texts  # noqa: PLC0415
    from netgen.cli.streams import say  # noqa: PLC0415
    from netgen.compiler import plan_all  # noqa: PLC0415
    from netgen.diagnostics import Severity  # noqa: PLC0415
    from netgen.reports.targets import targets  # noqa: PLC0415
    from netgen.rollout import make_plan, write_plan  # noqa: PLC0415

    _, intent = checked_estate(inventory)
    sites = chosen_sites(intent, site, device)
    texts = chosen_texts(build_texts(intent, sites).files, device)
    _, plans = plan_all(intent)
    verified, evidence = _judged(intent, sites, texts)
    made, findings = make_plan(
        targets([plans[name] for name in sites], texts, window),
        lab=_lab(lab),
        secrets=_store(secrets),
        verified=verified,
        evidence=evidence,
        offline=offline,
    )
    show_diagnostics(findings, Format.TEXT)
    write_plan(made, output)
    for item in made.devices:
        say(_plan_line(item))
        for note in item.notes:
            say(f"          note: {note}")
    ready = sum(1 for item in made.devices if item.applicable.holds)
    say(
        f"{output}: {len(made.devices)} devices, {ready} can be pushed, "
        f"digest {made.digest.removeprefix('sha256:')[:12]}"
    )
    if any(item.severity is Severity.ERROR for item in findings):
        raise typer.Exit(EXIT_FAILED)


def _judged(
    intent: Intent, sites: list[str], texts: dict[str, str]
) -> tuple[dict[str, Flag], dict[str, str]]:
    """The judge's flag per host name, and what the plan rests on."""
    import hashlib  # noqa: PLC0415

    from netgen.reports.verification import flags_of, judge_texts  # noqa: PLC0415

    judgement = judge_texts(intent, sites, texts)
    digest = hashlib.sha256(
        "\n".join(f"{item.id} {item.status}" for item in judgement.verdicts).encode()
    ).hexdigest()
    evidence = {
        "engines": ", ".join(judgement.engines),
        "verdicts": str(len(judgement.verdicts)),
        "digest": digest,
    }
    return flags_of(judgement, texts), evidence


def _plan_line(item: PlannedDevice) -> str:
    lines = sum(1 for text in item.change.splitlines() if text.strip())
    state = (
        f"{item.send}, {lines} lines of change"
        if item.applicable.holds
        else f"not applicable: {item.applicable.reason}"
    )
    if not item.verified.holds:
        state += f"; not verified: {item.verified.reason}"
    return f"stage {item.stage:>2}  {item.hostname:<24} {state}"


def push(
    file: Annotated[Path, typer.Argument(help="Plan file written by netgen plan.")],
    commit: Annotated[
        bool, typer.Option("--commit", help="Really change devices; without it everything is a dry run.")
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Settle what an interrupted push has left.")
    ] = False,
    lab: LabOption = None,
    secrets: SecretsOption = None,
    journal: Annotated[Path, typer.Option("--journal", help="SQLite journal.")] = STATE / "journal.sqlite",
    backups: Annotated[Path, typer.Option("--backups", help="Folder for backups; they hold secrets.")] = STATE
    / "backups",
    workers: WorkersOption = 10,
    renew_secrets: RenewOption = False,
) -> None:
    """Take a plan to its devices: check, back up, load, compare, commit on a timer, look, confirm, or undo."""
    word = "settling an interrupted push of" if resume else "pushing" if commit else "dry run of"
    _run(
        "resume" if resume else "push",
        word,
        file,
        lab,
        secrets,
        journal,
        backups,
        workers,
        commit=commit or resume,
        renew_secrets=renew_secrets,
    )


def undo(
    file: Annotated[Path, typer.Argument(help="Plan file that was pushed.")],
    lab: LabOption = None,
    secrets: SecretsOption = None,
    journal: Annotated[Path, typer.Option("--journal", help="SQLite journal of the push.")] = STATE
    / "journal.sqlite",
    backups: Annotated[Path, typer.Option("--backups", help="Folder of its backups.")] = STATE / "backups",
    workers: WorkersOption = 10,
    renew_secrets: RenewOption = False,
) -> None:
    """Take every device that the last push of a plan confirmed back to its backup, last stage first."""
    _run(
        "undo",
        "taking back the push of",
        file,
        lab,
        secrets,
        journal,
        backups,
        workers,
        commit=True,
        renew_secrets=renew_secrets,
    )


def _run(
    action: str,
    word: str,
    file: Path,
    lab: Path | None,
    secrets: Path | None,
    journal: Path,
    backups: Path,
    workers: int,
    *,
    commit: bool,
    renew_secrets: bool,
) -> None:
    from netgen.cli import EXIT_FAILED, EXIT_INPUT  # noqa: PLC0415 - heavy imports only when the command runs
    from netgen.cli.console import Format, show_diagnostics  # noqa: PLC0415
    from netgen.cli.streams import tell  # noqa: PLC0415
    from netgen.rollout import Outcome, executor, read_plan  # noqa: PLC0415
    from netgen.rollout.device_push import PushOptions  # noqa: PLC0415

    planned, findings = read_plan(file)
    if planned is None:
        show_diagnostics(findings, Format.TEXT)
        raise typer.Exit(EXIT_INPUT)
    stop = threading.Event()
    _listen_for_interrupts(stop)
    laboratory = _lab(lab)
    emulated = " EMULATED" if laboratory is not None and laboratory.emulated else ""
    hint = "" if commit else " (--commit to change them)"
    tell(f"{word} {len(planned.devices)}{emulated} devices{hint}")
    report, findings = {"push": executor.push, "resume": executor.resume, "undo": executor.undo}[action](
        planned,
        journal=journal,
        backups=backups,
        lab=laboratory,
        secrets=_store(secrets),
        options=PushOptions(commit=commit, workers=workers, even_if_equal=renew_secrets),
        stop=stop,
        progress=_show_progress,
    )
    show_diagnostics(findings, Format.TEXT)
    if report is None:
        raise typer.Exit(EXIT_INPUT)
    _show_report(report)
    # A push that touched nothing is no success: whoever waits for it must hear so.
    if not report.is_good or all(item.outcome is Outcome.SKIPPED for item in report.results):
        raise typer.Exit(EXIT_FAILED)


def _listen_for_interrupts(stop: threading.Event) -> None:
    from netgen.cli.streams import tell  # noqa: PLC0415

    def interrupted(_number: int, _frame: object) -> None:
        if not stop.is_set():
            tell("interrupted: devices that have begun are ended safely, no other one begins")
        stop.set()

    signal.signal(signal.SIGINT, interrupted)
    signal.signal(signal.SIGTERM, interrupted)


def _show_progress(event: object) -> None:
    from netgen.cli.streams import tell  # noqa: PLC0415
    from netgen.rollout import Progress  # noqa: PLC0415

    if isinstance(event, Progress):
        words = f"{event.outcome or event.step:<10} {event.text}".rstrip()
        tell(f"  {event.hostname:<24} {words}")


def _show_report(report: PushReport) -> None:
    from netgen.cli.console import paint  # noqa: PLC0415
    from netgen.cli.streams import say  # noqa: PLC0415

    colours = {"ok": "green", "refused": "yellow", "reverted": "yellow", "unknown": "red", "skipped": "dim"}
    for item in report.results:
        word = paint(f"{item.outcome:<9}", colours[str(item.outcome)])
        say(f"{item.hostname:<24} {word} {item.reason}".rstrip())
    if report.emulated:
        say("These devices are EMULATED: the drivers and protocols are real, the devices are not.")


def _lab(path: Path | None) -> Lab | None:
    if path is None:
        return None
    from netgen.cli import EXIT_INPUT  # noqa: PLC0415
    from netgen.cli.console import Format, show_diagnostics  # noqa: PLC0415
    from netgen.rollout import read_lab  # noqa: PLC0415

    found, findings = read_lab(path)
    show_diagnostics(findings, Format.TEXT)
    if found is None:
        raise typer.Exit(EXIT_INPUT)
    return found


def _store(folder: Path | None) -> SecretStore:
    from netgen.rollout import SecretStore  # noqa: PLC0415

    return SecretStore(files=folder)
