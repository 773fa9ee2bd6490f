"""What a platform is: one object per vendor system, listed in `registry.py`.

A new vendor is a copy of a folder: capabilities, names, view, change, and templates of the same
feature names. Nothing outside of `platforms` asks for a vendor by name.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from importlib import import_module

import msgspec

from netgen.device import Device


class Level(StrEnum):
    """How far a platform can do a feature."""

    DONE = "done"
    PARTIAL = "partial"
    IMPOSSIBLE = "not possible"
    NOT_YET = "not yet"


class Capability(msgspec.Struct, frozen=True):
    """One row of the capability matrix. `security` decides: asking in vain is an error, else a warning."""

    feature: str
    level: Level
    security: bool
    why: str = ""


class Platform(msgspec.Struct, frozen=True):
    """A platform. key: `vendor_os`. extension: of its golden files, with the dot.

    `train` is the release the templates are written for. `judge` says how far Batfish reads it:
    full | partial | none.
    `unmapped_categories` are the keys of web categories that it has no verified category for: blocking one of them
    there blocks nothing, or something else.
    """

    key: str
    title: str
    train: str
    kinds: tuple[str, ...]
    extension: str
    judge: str
    capabilities: tuple[Capability, ...]
    unmapped_categories: tuple[str, ...] = ()

    def view(self, device: Device) -> object:
        """The flat object that the platform's templates see."""
        return _build_view(self.key)(device)


@cache
def _build_view(key: str) -> Callable[[Device], object]:
    """`build_view` of the platform's module `view`, imported when first used: a trust has four makers, not nine."""
    found: Callable[[Device], object] = import_module(f"netgen.platforms.{key}.view").build_view
    return found
