"""Cisco IOS-XE: Catalyst 9200, 9300 and 9500 switches and their stacks, release train 17.12."""

from __future__ import annotations

from netgen.platforms.cisco_iosxe.capabilities import CAPABILITIES
from netgen.platforms.platform import Platform

PLATFORM = Platform(
    key="cisco_iosxe",
    title="Cisco IOS-XE (Catalyst)",
    train="17.12",
    kinds=("switch",),
    extension=".cfg",
    judge="partial",
    capabilities=CAPABILITIES,
)
