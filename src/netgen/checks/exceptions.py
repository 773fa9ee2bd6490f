"""Reading exception paths: which model a path speaks of."""

from __future__ import annotations

from netgen.intent import Segment, Wlan

#: Collections that hold something exceptable, and all fields of their things.
EXCEPTABLE_FIELDS = {"segments": frozenset(Segment.model_fields), "wlans": frozenset(Wlan.model_fields)}


def split_path(path: str) -> tuple[str, str, str] | None:
    """`segments.cctv.vlan` as its three parts; None if it has not three."""
    parts = path.split(".")
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 and all(parts) else None
