"""Juniper Junos: EX switches and their Virtual Chassis, SRX firewalls, release train 23.4."""

from __future__ import annotations

from netgen.platforms.juniper_junos.capabilities import CAPABILITIES
from netgen.platforms.juniper_junos.web_categories import UNMAPPED_KEYS
from netgen.platforms.platform import Platform

PLATFORM = Platform(
    key="juniper_junos",
    title="Juniper Junos (EX and SRX)",
    train="23.4",
    kinds=("switch", "firewall"),
    extension=".conf",
    judge="partial",
    capabilities=CAPABILITIES,
    unmapped_categories=UNMAPPED_KEYS,
)
