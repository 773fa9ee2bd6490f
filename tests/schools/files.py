"""Files of an inventory, written and changed as data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml


def write(file: Path, content: Any) -> None:
    """The content as YAML, its keys in their order."""
    file.write_text(yaml.safe_dump(content, sort_keys=False))


@contextmanager
def changed(file: Path) -> Iterator[Any]:
    """The content of a file, to be changed in place; written when the block ends."""
    content = yaml.safe_load(file.read_text())
    yield content
    write(file, content)


def add_lines(file: Path, *lines: str) -> None:
    """Further lines at the end."""
    file.write_text(file.read_text() + "".join(f"{line}\n" for line in lines))
