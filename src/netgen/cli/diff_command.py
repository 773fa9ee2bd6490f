"""`netgen diff`: what does my change of the model mean?"""

from __future__ import annotations

import subprocess
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netgen.cli.options import INVENTORY, InventoryOption

if TYPE_CHECKING:
    from netgen.intent import Intent
    from netgen.reports.model_changes import Blueprint


def diff(
    ref: Annotated[str, typer.Argument(help="Git revision to compare with.")] = "HEAD",
    inventory: InventoryOption = INVENTORY,
) -> None:
    """Say in words what the model means now that it did not at a Git revision."""
    from netgen.build import build_texts  # noqa: PLC0415 - heavy imports only when the command runs
    from netgen.cli.estate import checked_estate  # noqa: PLC0415
    from netgen.cli.streams import say  # noqa: PLC0415
    from netgen.reports.model_changes import changes  # noqa: PLC0415

    _, after = checked_estate(inventory)
    with tempfile.TemporaryDirectory(prefix="netgen-") as folder:
        before = _intent_of(ref, _checkout(ref, inventory, Path(folder)))
        sentences = changes(_blueprint(before), _blueprint(after))
        files, lines = _text_changes(build_texts(before).files, build_texts(after).files)
    for sentence in sentences:
        say(sentence)
    if not sentences:
        say("no change of meaning")
    say(f"{files} files, {lines} lines change")


def _intent_of(ref: str, root: Path) -> Intent:
    """The Intent of an unpacked revision. It is not checked: the past may break today's rules."""
    from netgen.cli import EXIT_INPUT  # noqa: PLC0415
    from netgen.cli.console import Format, show_diagnostics  # noqa: PLC0415
    from netgen.cli.streams import tell  # noqa: PLC0415
    from netgen.diagnostics import Collector  # noqa: PLC0415
    from netgen.loader import load_inventory  # noqa: PLC0415

    collector = Collector()
    intent = load_inventory(root, collector).intent
    if intent is None:
        tell(f"the inventory of {ref} cannot be read, so there is nothing to compare with:")
        show_diagnostics(collector, Format.TEXT)
        raise typer.Exit(EXIT_INPUT)
    return intent


def _blueprint(intent: Intent) -> Blueprint:
    from netgen.compiler import plan_all  # noqa: PLC0415
    from netgen.reports.model_changes import Blueprint  # noqa: PLC0415

    return Blueprint(*plan_all(intent))


def _text_changes(before: dict[str, str], after: dict[str, str]) -> tuple[int, int]:
    """Files that differ, and lines added or removed in them."""
    import difflib  # noqa: PLC0415

    files = lines = 0
    for name in sorted(set(before) | set(after)):
        left, right = before.get(name, ""), after.get(name, "")
        if left != right:
            files += 1
            pieces = difflib.unified_diff(left.splitlines(), right.splitlines(), lineterm="", n=0)
            lines += sum(1 for text in pieces if text[:1] in "+-" and text[:3] not in ("+++", "---"))
    return files, lines


def _checkout(ref: str, inventory: Path, target: Path) -> Path:
    """The inventory of a revision, unpacked below `target`."""
    from netgen.cli.estate import stop_with  # noqa: PLC0415

    if ref.startswith("-"):
        stop_with("CLI008", f"`{ref[:40]}` is no Git revision", "name a branch, a tag or a commit")
    folder = inventory.resolve()
    top = _git(["rev-parse", "--show-toplevel"], folder)
    if top is None:
        stop_with("CLI008", f"`{inventory}` is not in a Git repository", "commit the inventory first")
        raise AssertionError
    relative = folder.relative_to(Path(top.decode().strip()).resolve())
    archive = _git(["archive", "--format=tar", f"{ref}:{relative}"], Path(top.decode().strip()))
    if archive is None:
        stop_with(
            "CLI008",
            f"Git revision `{ref[:40]}` has no `{relative}`",
            "name a branch, a tag or a commit that has it",
        )
        raise AssertionError
    root = target / folder.name
    with tarfile.open(fileobj=BytesIO(archive)) as packed:
        packed.extractall(root, filter="data")
    return root


def _git(arguments: list[str], folder: Path) -> bytes | None:
    if not folder.is_dir():
        return None
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)  # noqa: S603, S607
    return done.stdout if done.returncode == 0 else None
