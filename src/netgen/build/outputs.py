"""The golden files on disk: what differs, and writing it so that no half-written file is ever seen.

`manifest.txt` lists every file that netgen wrote with the hash of its text. A file that left the
model is removed only if it is in the manifest; anything else in the folder is never touched.
"""

from __future__ import annotations

import contextlib
import difflib
import hashlib
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import msgspec

MANIFEST = "manifest.txt"


class Stamp(msgspec.Struct, frozen=True, array_like=True):
    """A golden file: path below the folder, hash of its text, and its size and time on disk.

    Size and time let a later run see without reading that the file is as it was left.
    """

    name: str
    digest: str
    size: int
    mtime_ns: int


class Change(msgspec.Struct, frozen=True, order=True):
    """One file that differs. kind: new | changed | removed."""

    path: str
    kind: str
    before: str
    after: str


def read_manifest(folder: Path) -> dict[str, str]:
    """Path to hash of every file netgen wrote; empty when there is no manifest."""
    path = folder / MANIFEST
    if not path.is_file():
        return {}
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        if name and is_inside(name):
            found[name] = digest
    return found


#: `folder/file`, neither hidden: what nearly every entry is.
_PLAIN = re.compile(r"[^/.][^/]*/[^/.][^/]*")


def is_inside(name: str) -> bool:
    """True if a manifest entry cannot lead out of the output folder."""
    if _PLAIN.fullmatch(name):
        return True
    parts = [part for part in name.split("/") if part not in ("", ".")]
    return not name.startswith("/") and ".." not in parts and len(parts) > 1


def manifest_text(entries: Mapping[str, str]) -> str:
    """The manifest file: `hash  path` lines in path order."""
    return "".join(f"{entries[name]}  {name}\n" for name in sorted(entries))


def compare(folder: Path, files: Mapping[str, str], *, whole: bool) -> list[Change]:
    """Texts against the folder. `whole` says that `files` is the complete model: others have left it."""
    changes = []
    for name, text in files.items():
        before = _read(folder / name)
        if before is None:
            changes.append(Change(name, "new", "", text))
        elif before != text:
            changes.append(Change(name, "changed", before, text))
    if whole:
        for name in set(read_manifest(folder)) - set(files):
            before = _read(folder / name)
            if before is not None:
                changes.append(Change(name, "removed", before, ""))
    return sorted(changes)


def unified_diff(changes: list[Change], folder_name: str) -> str:
    """The changes as one unified diff, as `git diff` would print them."""
    parts: list[str] = []
    for change in changes:
        before = "/dev/null" if change.kind == "new" else f"a/{folder_name}/{change.path}"
        after = "/dev/null" if change.kind == "removed" else f"b/{folder_name}/{change.path}"
        parts += difflib.unified_diff(
            change.before.splitlines(keepends=True), change.after.splitlines(keepends=True), before, after
        )
    return "".join(parts)


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8", errors="replace")
    except (FileNotFoundError, NotADirectoryError):
        return None


def stage_folder(folder: Path, site: str) -> str:
    """For a site that has no folder yet: make one beside its place, to be renamed as a whole; else "".

    Returns its path. One rename in place of one a file.
    """
    if os.path.lexists(f"{folder}/{site}"):
        return ""
    staged = f"{folder}/.{site}.{os.getpid()}.new"
    os.makedirs(staged)  # noqa: PTH103 - as below
    return staged


def stage(folder: Path, name: str, data: bytes) -> tuple[Stamp, str]:
    """Write a file beside its place if it differs from what is there.

    Returns the stamp the file has (or will have once renamed) and the temporary path, "" if equal.
    """
    # Plain strings: for twenty thousand files, building Path objects costs as much as the writing.
    target = f"{folder}/{name}"
    try:
        with open(target, "rb") as present:  # noqa: PTH123
            status = os.fstat(present.fileno())
            if status.st_size == len(data) and present.read() == data:
                return Stamp(name, _digest(data), status.st_size, status.st_mtime_ns), ""
    except (FileNotFoundError, NotADirectoryError):
        pass
    parent, _, own = target.rpartition("/")
    temporary = f"{parent}/.{own}.{os.getpid()}.new"
    try:
        return write_file(temporary, name, data), temporary
    except FileNotFoundError:
        Path(parent).mkdir(parents=True, exist_ok=True)
        return write_file(temporary, name, data), temporary


def write_file(path: str, name: str, data: bytes) -> Stamp:
    """Write a file that nobody reads yet; `name` is what it will be called below the output folder."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        try:
            # A disk that is nearly full takes a part without an error, and refuses the rest.
            position = os.write(descriptor, data)
            while position < len(data):
                position += os.write(descriptor, data[position:])
            status = os.fstat(descriptor)
        finally:
            os.close(descriptor)
    except BaseException as error:
        unstage(path)
        if isinstance(error, OSError) and error.filename is None:
            error.filename = name
        raise
    return Stamp(name, _digest(data), status.st_size, status.st_mtime_ns)


def unstage(path: str) -> None:
    """Take a staged file or folder away again; what cannot be removed stays."""
    if os.path.isdir(path):  # noqa: PTH112 - as above
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            os.unlink(path)  # noqa: PTH108 - as above


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def is_untouched(folder: Path, stamps: tuple[Stamp, ...]) -> bool:
    """True if every file still has the size and time it was left with."""
    for stamp in stamps:
        try:
            status = os.stat(f"{folder}/{stamp.name}")  # noqa: PTH116 - as above
        except OSError:
            return False
        if status.st_size != stamp.size or status.st_mtime_ns != stamp.mtime_ns:
            return False
    return True


def write_manifest(folder: Path, entries: Mapping[str, str]) -> None:
    """Replace the manifest if its text changes."""
    folder.mkdir(parents=True, exist_ok=True)
    _, temporary = stage(folder, MANIFEST, manifest_text(entries).encode())
    if temporary:
        Path(temporary).replace(folder / MANIFEST)


def remove(folder: Path, name: str) -> None:
    """Remove one file of ours, and its folder if that is now empty."""
    path = folder / name
    path.unlink(missing_ok=True)
    parent = path.parent
    if parent != folder and parent.is_dir() and not any(parent.iterdir()):
        parent.rmdir()
