"""Finds and reads inventory files without trusting them.

An inventory comes out of a merge request: a link may point to /etc/shadow, a pipe may block for
ever, a file may be a disk image. Each is refused in words before a byte of it is parsed.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from netgen.diagnostics import Collector, Diagnostic, Span

#: The largest inventory file that is read. A site of 60 lines has 2 kB.
MAX_BYTES = 5_000_000

_SUFFIXES = (".yaml", ".yml")
#: Controls, and the characters that make a text look different from what it says (bidirectional
#: overrides, line separators that editors do not count): CVE-2021-42574.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]"
)
#: ASCII that can be seen, and line ends: the rule above forbids none of it.
_PLAIN = bytes(range(0x20, 0x7F)) + b"\t\n"


def find_inventory_files(root: Path, collector: Collector | None = None) -> list[Path]:
    """All `*.yaml` and `*.yml` files below `root`, sorted by their path.

    Dot files and dot folders are skipped. With a collector: no folder or no file is INV010, a link to
    a folder is INV011 (links to folders are never followed), a folder that cannot be read is INV015.
    """
    found: list[Path] = []
    collector = Collector() if collector is None else collector
    if not root.is_dir():
        message = f"inventory `{display_name(root, root)}` is not a folder"
        collector.add(_finding("INV010", message, root, root, "name the folder that holds trust.yaml"))
        return []

    def unreadable(error: OSError) -> None:
        place = Path(error.filename) if error.filename else root
        collector.add(
            _finding(
                "INV015", f"folder cannot be read: {error.strerror}", root, place, "correct its permissions"
            )
        )

    for folder, folders, files in os.walk(root, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in folders:
            if name.endswith(_SUFFIXES):
                message = f"`{_printable(name)}` is a folder with the name of a file"
                collector.add(_finding("INV012", message, root, Path(folder, name), "rename the folder"))
            link = Path(folder, name)
            if link.is_symlink():
                message = f"folder `{_printable(name)}` is a link, which is not followed"
                collector.add(
                    _finding("INV011", message, root, link, "put the folder itself into the inventory")
                )
        found += [
            Path(folder, name) for name in files if name.endswith(_SUFFIXES) and not name.startswith(".")
        ]
    names = {path.name for path in found if path.suffix == ".yaml"}
    for path in found:
        if path.suffix == ".yml" and f"{path.stem}.yaml" in names and path.with_suffix(".yaml").exists():
            message = f"`{_printable(path.name)}` stands beside a `.yaml` file of the same name"
            collector.add(_finding("INV017", message, root, path, "keep one of the two files"))
    if not found:
        message = f"inventory `{display_name(root, root)}` has no YAML file"
        collector.add(_finding("INV010", message, root, root, "add trust.yaml to it"))
    return sorted(found, key=lambda path: path.relative_to(root).as_posix())


def read_inventory_file(
    root: Path, path: Path, collector: Collector, real_folders: dict[str, str] | None = None
) -> str | None:
    r"""The text of one inventory file with `\n` line ends and no byte order mark, or None.

    `real_folders` is where folders that were read from before really are; the new one is added.
    Reports INV011 (leads out of the inventory), INV012 (no regular file), INV013 (too large),
    INV014 (not UTF-8), INV015 (cannot be read) and INV016 (control characters). Never blocks.
    """
    try:
        content = _read_bytes(root, path, {} if real_folders is None else real_folders)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        finding = _finding(
            "INV015", f"file cannot be read: {reason}", root, path, "correct the file or its permissions"
        )
        collector.add(finding)
        return None
    if isinstance(content, Diagnostic):
        collector.add(content)
        return None
    if not content.translate(None, _PLAIN):  # nothing else is in nearly every file, so nothing to look for
        return content.decode("ascii")
    file = display_name(root, path)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        span = _place(file, content[: error.start].decode("utf-8"))
        message = f"byte 0x{content[error.start]:02x} is not UTF-8"
        collector.add(Diagnostic("INV014", message, span=span, help="save the file as UTF-8"))
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    found = _FORBIDDEN.search(text)
    if found:
        message = f"the character U+{ord(found[0]):04X} cannot be seen in an editor"
        span = _place(file, text[: found.start()])
        collector.add(Diagnostic("INV016", message, span=span, help="remove the character"))
        return None
    return text


def display_name(root: Path, path: Path) -> str:
    """The name that people see: `inventory/sites/oak.yaml` for root `.../inventory`, printable always."""
    text, above = path.as_posix(), f"{root.as_posix()}/"
    if text.startswith(above):
        return _printable(f"{root.name}/{text[len(above) :]}")
    shown = Path(root.name) / path.relative_to(root) if path.is_relative_to(root) else path
    return _printable(shown.as_posix())


def _read_bytes(root: Path, path: Path, real_folders: dict[str, str]) -> bytes | Diagnostic:
    real_root, folder = (_real_folder(str(place), real_folders) for place in (root, path.parent))
    real = os.path.join(folder, path.name)  # noqa: PTH118 - a Path for each of thousands of files takes longer
    status = os.lstat(real)
    if stat.S_ISLNK(status.st_mode):
        real = os.path.realpath(real, strict=True)
        status = os.lstat(real)
    if not real.startswith(os.path.join(real_root, "")):  # noqa: PTH118
        help_ = "copy the file into the inventory"
        return _finding("INV011", "the file lies outside of the inventory", root, path, help_)
    # Opening some devices acts on them, so look first; look again at what was opened, in case it was swapped.
    wrong = _unfit(status, root, path)
    if wrong:
        return wrong
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC
    with os.fdopen(os.open(real, flags), "rb") as stream:
        status = os.fstat(stream.fileno())
        wrong = _unfit(status, root, path)
        if wrong:
            return wrong
        content = stream.read(status.st_size + 1)
        if len(content) > status.st_size:  # it has grown meanwhile
            content += stream.read(MAX_BYTES)
    return _too_large(root, path) if len(content) > MAX_BYTES else content


def _real_folder(folder: str, known: dict[str, str]) -> str:
    if folder not in known:
        known[folder] = os.path.realpath(folder, strict=True)
    return known[folder]


def _unfit(status: os.stat_result, root: Path, path: Path) -> Diagnostic | None:
    if not stat.S_ISREG(status.st_mode):
        help_ = "replace it by a plain file"
        return _finding("INV012", f"{_kind(status.st_mode)} is not an inventory file", root, path, help_)
    if status.st_size > MAX_BYTES:
        return _too_large(root, path)
    return None


def _too_large(root: Path, path: Path) -> Diagnostic:
    message = f"the file is larger than {MAX_BYTES // 1_000_000} MB"
    return _finding("INV013", message, root, path, "split it, or remove what is not inventory")


def _kind(mode: int) -> str:
    kinds = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"))
    return next((words for is_kind, words in kinds if is_kind(mode)), "a device")


def _finding(code: str, message: str, root: Path, path: Path, help_: str) -> Diagnostic:
    return Diagnostic(code, message, span=Span(display_name(root, path)), help=help_)


def _place(file: str, before: str) -> Span:
    before = before.removeprefix("\ufeff")
    return Span(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _printable(name: str) -> str:
    """A file name on one line: what a terminal could act on, and bytes that are no UTF-8, are escaped."""
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)
