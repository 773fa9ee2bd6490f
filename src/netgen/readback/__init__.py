"""Vendor text to observed facts, one independent reader a platform.

A reader knows the vendor's documents and nothing of templates or Device: a mistake in rendering
cannot hide behind the same mistake in reading.
"""

from netgen.readback.facts import (
    Observed,
    ObservedAcl,
    ObservedAddress,
    ObservedFilter,
    ObservedFloodGuard,
    ObservedInspection,
    ObservedInterface,
    ObservedManagement,
    ObservedPolicy,
    ObservedPool,
    ObservedPort,
    ObservedRoute,
    ObservedService,
    ObservedSetting,
    ObservedSvi,
    ObservedTunnel,
    ObservedVlan,
    ObservedWlan,
    ObservedZone,
    UnreadLine,
)
from netgen.readback.registry import READERS, can_read, read

__all__ = [
    "READERS",
    "Observed",
    "ObservedAcl",
    "ObservedAddress",
    "ObservedFilter",
    "ObservedFloodGuard",
    "ObservedInspection",
    "ObservedInterface",
    "ObservedManagement",
    "ObservedPolicy",
    "ObservedPool",
    "ObservedPort",
    "ObservedRoute",
    "ObservedService",
    "ObservedSetting",
    "ObservedSvi",
    "ObservedTunnel",
    "ObservedVlan",
    "ObservedWlan",
    "ObservedZone",
    "UnreadLine",
    "can_read",
    "read",
]
