"""Cisco Catalyst 9800 wireless controllers, IOS-XE 17.12: one box per site, access points in FlexConnect."""

from __future__ import annotations

from netgen.platforms.cisco_iosxe_wlc.capabilities import CAPABILITIES
from netgen.platforms.platform import Platform

PLATFORM = Platform(
    key="cisco_iosxe_wlc",
    title="Cisco IOS-XE (Catalyst 9800)",
    train="17.12",
    kinds=("controller",),
    extension=".cfg",
    judge="partial",
    capabilities=CAPABILITIES,
)
