"""FortiOS: the firewall of a school, one VDOM, release train 7.4 from 7.4.4 on."""

from __future__ import annotations

from netgen.platforms.fortinet_fortios.capabilities import CAPABILITIES
from netgen.platforms.fortinet_fortios.web_categories import UNMAPPED_KEYS
from netgen.platforms.platform import Platform

PLATFORM = Platform(
    key="fortinet_fortios",
    title="Fortinet FortiOS",
    train="7.4",
    kinds=("firewall",),
    extension=".conf",
    judge="partial",
    capabilities=CAPABILITIES,
    unmapped_categories=UNMAPPED_KEYS,
)
