"""Arista EOS: 720XP, 720DP and 722XPM access switches and 7050X3 cores, release train 4.32."""

from __future__ import annotations

from netgen.platforms.arista_eos.capabilities import CAPABILITIES
from netgen.platforms.platform import Platform

PLATFORM = Platform(
    key="arista_eos",
    title="Arista EOS",
    train="4.32",
    kinds=("switch",),
    extension=".cfg",
    judge="partial",
    capabilities=CAPABILITIES,
)
