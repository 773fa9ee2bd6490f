"""The external captive portal where guests register."""

from __future__ import annotations

from urllib.parse import urlsplit

import msgspec

from netgen.device import Wlan

_HTTPS = 443


class PortalView(msgspec.Struct, frozen=True):
    """An HTTPS portal: host, port and the path on it."""

    host: str
    port: int
    path: str
    origin: str


def portal_views(wlans: tuple[Wlan, ...]) -> tuple[PortalView, ...]:
    """The portals of the SSIDs, each once, in the order of the SSIDs."""
    found: dict[str, PortalView] = {}
    for wlan in wlans:
        if wlan.portal and wlan.portal not in found:
            parts = urlsplit(wlan.portal)
            path = parts.path or "/"
            found[wlan.portal] = PortalView(
                host=parts.hostname or "",
                port=parts.port or _HTTPS,
                path=f"{path}?{parts.query}" if parts.query else path,
                origin=wlan.origin,
            )
    return tuple(found.values())
