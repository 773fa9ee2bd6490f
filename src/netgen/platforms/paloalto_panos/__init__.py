"""PAN-OS: the firewall of a school, one virtual system, release train 11.1, as `set` lines.

Set format and not XML, since the device prints it back (`set cli config-output-format set`), Batfish reads
it, a merge over SSH takes it, and one leaf on one line can say who asked for it.
"""

from __future__ import annotations

from netgen.platforms.paloalto_panos.capabilities import CAPABILITIES
from netgen.platforms.paloalto_panos.web_categories import UNMAPPED_KEYS
from netgen.platforms.platform import Platform

PLATFORM = Platform(
    key="paloalto_panos",
    title="Palo Alto Networks PAN-OS",
    train="11.1",
    kinds=("firewall",),
    extension=".set",
    judge="partial",
    capabilities=CAPABILITIES,
    unmapped_categories=UNMAPPED_KEYS,
)
