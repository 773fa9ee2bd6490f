"""Aruba Instant: one cluster of access points per site behind a virtual controller, AOS-8 8.10 and later."""

from __future__ import annotations

from netgen.platforms.aruba_instant.capabilities import CAPABILITIES
from netgen.platforms.platform import Platform

PLATFORM = Platform(
    key="aruba_instant",
    title="HPE Aruba Networking Instant",
    train="8.10",
    kinds=("wlan",),
    extension=".cfg",
    judge="none",
    capabilities=CAPABILITIES,
)
