"""OpenWrt: one access point a box, configured by UCI, releases 23.05 and 24.10."""

from __future__ import annotations

from netgen.platforms.openwrt.capabilities import CAPABILITIES
from netgen.platforms.platform import Platform

PLATFORM = Platform(
    key="openwrt",
    title="OpenWrt",
    train="24.10",
    kinds=("access-point",),
    extension=".uci",
    judge="none",
    capabilities=CAPABILITIES,
)
