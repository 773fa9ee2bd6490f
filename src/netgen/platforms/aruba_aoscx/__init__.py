"""HPE Aruba Networking CX: 6100 to 8360 switches and VSF stacks, release train 10.13."""

from __future__ import annotations

from netgen.platforms.aruba_aoscx.capabilities import CAPABILITIES
from netgen.platforms.platform import Platform

PLATFORM = Platform(
    key="aruba_aoscx",
    title="Aruba AOS-CX",
    train="10.13",
    kinds=("switch",),
    extension=".cfg",
    judge="none",
    capabilities=CAPABILITIES,
)
