"""Compiled templates, kept in the user's cache folder so that a short command need not compile them.

A file is named after the template and a hash of everything that decides what it is compiled to: the
template's own text (Jinja2 checks that), this package's code, Jinja2's version, and whether the render
is traced. It is code that will be run, so a folder that anybody else may write to is not used.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from importlib.metadata import version
from pathlib import Path

from jinja2.bccache import Bucket, FileSystemBytecodeCache


class CompiledTemplates(FileSystemBytecodeCache):
    """Jinja2's own cache of files; failing to write one is no error."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, if the disk lets us."""
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates(*, traced: bool) -> CompiledTemplates | None:
    """The cache of one kind of render; None where there is no folder of our own to keep it in."""
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    folder = Path(base).expanduser() / "netgen" / "templates"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
    except (OSError, RuntimeError):  # RuntimeError: a user without a home
        return None
    if status.st_uid != os.getuid() or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        return None
    digest = hashlib.sha256(version("jinja2").encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    kind = "traced" if traced else "plain"
    return CompiledTemplates(str(folder), f"{kind}-{digest.hexdigest()[:16]}-%s.cache")
