"""One port for two things.

What it catches: a switch port in two roles, in a role and at the end of a cable, or at the end of two
    cables.
Why it matters in a school: a camera's port that is also the uplink takes a whole block off the network.
Example: `classroom: sw1/1-24` and `camera: sw1/24`
How to fix: keep one of the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from netgen.checks.finding import Finding
from netgen.checks.site_facts import Plug, SiteFacts, Switch


class _Use(NamedTuple):
    switch: Switch
    mark: str
    first: int
    last: int
    path: str
    words: str
    at_key: bool = False


def find_ports_used_twice(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each pair of uses, at the one that is written as a cable or later in port order."""
    uses = [
        _Use(item.switch, item.mark, item.first, item.last, item.path, f"role `{item.role}`")
        for item in site.sockets
    ]
    for cable in site.cables:
        uses.append(_end(cable.near, cable.path, at_key=True))
        uses.append(_end(cable.far, cable.path))
    uses += [_end(link.far, link.path, "the cable to the firewall") for link in site.core_cables]
    uses += [_end(link.far, link.path, "the cable to the controller") for link in site.controller_cables]
    uses += [_end(item.plug, item.path, item.words) for item in site.pair_ports]
    uses.sort()
    last = uses[0]
    for use in uses[1:]:
        if use[:2] == last[:2] and use.first <= last.last:
            at, other = (
                (last, use)
                if use.words.startswith("role") and not last.words.startswith("role")
                else (use, last)
            )
            port = f"{use.switch}/{use.mark}{use.first}"
            message = f"port {port} of {at.words} is already that of {other.words}"
            yield Finding(at.path, message, "keep one of the two", at_key=at.at_key, also=(other.path,))
        if use[:2] != last[:2] or use.last > last.last:
            last = use


def _end(plug: Plug, path: str, words: str = "an uplink cable", *, at_key: bool = False) -> _Use:
    return _Use(plug.switch, plug.mark, plug.number, plug.number, path, words, at_key)
