"""What netgen itself contributes to a text: its own code and templates, as one digest.

A cached result is good only for the code that made it.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import netgen
from netgen.rendering.environment import template_folder

#: Rooms that decide what a text says; a change elsewhere does not make a cached text stale.
_ROOMS = (
    "values",
    "intent",
    "blueprint",
    "device",
    "compiler",
    "platforms",
    "rendering",
    "hardware",
    "checks",
    "build",
)


@cache
def engine_digest() -> str:
    """A hash over the files of the rooms that make texts, and over all templates."""
    package = Path(netgen.__file__).parent
    digest = hashlib.sha256(netgen.__version__.encode())
    folders = [package / room for room in _ROOMS]
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in (".py", ".yaml")]
    files += template_folder().rglob("*.j2")
    for path in sorted(files):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
