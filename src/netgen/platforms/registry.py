"""The platforms netgen has, as an explicit list."""

from __future__ import annotations

from netgen.platforms.arista_eos import PLATFORM as ARISTA_EOS
from netgen.platforms.aruba_aoscx import PLATFORM as ARUBA_AOSCX
from netgen.platforms.aruba_instant import PLATFORM as ARUBA_INSTANT
from netgen.platforms.cisco_iosxe import PLATFORM as CISCO_IOSXE
from netgen.platforms.cisco_iosxe_wlc import PLATFORM as CISCO_IOSXE_WLC
from netgen.platforms.fortinet_fortios import PLATFORM as FORTINET_FORTIOS
from netgen.platforms.juniper_junos import PLATFORM as JUNIPER_JUNOS
from netgen.platforms.openwrt import PLATFORM as OPENWRT
from netgen.platforms.paloalto_panos import PLATFORM as PALOALTO_PANOS
from netgen.platforms.platform import Level, Platform

PLATFORMS: tuple[Platform, ...] = (
    ARISTA_EOS,
    ARUBA_AOSCX,
    ARUBA_INSTANT,
    CISCO_IOSXE,
    CISCO_IOSXE_WLC,
    FORTINET_FORTIOS,
    JUNIPER_JUNOS,
    OPENWRT,
    PALOALTO_PANOS,
)
_BY_KEY = {platform.key: platform for platform in PLATFORMS}


def platform(key: str) -> Platform:
    """The platform with this key; KeyError is a bug, since the compiler checks models first."""
    return _BY_KEY[key]


def platform_keys() -> tuple[str, ...]:
    """All keys, sorted."""
    return tuple(sorted(_BY_KEY))


def lacks_by_platform() -> dict[str, dict[str, str]]:
    """Platform key to the security-relevant features that it cannot do, or that are not rendered yet, each with why."""
    return _gaps(security=True)


def cannot_by_platform() -> dict[str, dict[str, str]]:
    """Platform key to the features that are no matter of security and that it cannot do, each with why."""
    return _gaps(security=False)


def _gaps(*, security: bool) -> dict[str, dict[str, str]]:
    gaps = (Level.IMPOSSIBLE, Level.NOT_YET)
    return {
        item.key: {
            row.feature: row.why
            for row in item.capabilities
            if row.security is security and row.level in gaps
        }
        for item in PLATFORMS
    }


def kinds_by_platform() -> dict[str, tuple[str, ...]]:
    """Platform key to the kinds of box it can be rendered as: switch, firewall, wlan."""
    return {platform.key: platform.kinds for platform in PLATFORMS}
