"""Feeds of addresses as dynamic addresses, which policies name like any other.

Junos OS 23.4R1 YANG (junos-es), security dynamic-address: a server has a URL, and a feed the path of its file below it.
"""

from __future__ import annotations

import msgspec

from netgen.device import FirewallPart

_SECONDS = {"five-minutes": 300, "hourly": 3600, "daily": 86_400}
#: A list stays in force for a week where its server is silent: an empty one would refuse nobody.
_HOLD_S = 604_800


class FeedView(msgspec.Struct, frozen=True):
    """A feed with a server of its own. Times in seconds."""

    server: str
    name: str
    url: str
    path: str
    update_s: int
    hold_s: int
    origin: str


def feed_views(part: FirewallPart) -> tuple[FeedView, ...]:
    """The feeds of addresses by name."""
    found = []
    for item in part.lists:
        if item.kind == "addresses":
            url, _, path = item.source.rpartition("/")
            server = f"feed-{item.number}"
            found.append(FeedView(server, item.name, url, path, _SECONDS[item.refresh], _HOLD_S, item.origin))
    return tuple(found)
