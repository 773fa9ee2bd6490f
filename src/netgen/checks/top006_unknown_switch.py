"""A cabinet or a switch that the site does not have.

What it catches: ports of `sw3` in a cabinet of two switches, and cables that end in an unknown cabinet or
    switch.
Why it matters in a school: a cable into nothing is a block without network.
Example: `links: {sw1/u1: mian/sw1/u1}`
How to fix: correct the name, or add the cabinet or switch.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts, Switch
from netgen.checks.wording import choose_known


def find_unknown_switches(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each place."""
    known = site.switches
    for sockets in site.sockets:
        if sockets.switch not in known:
            yield _unknown(site, sockets.switch, sockets.path)
    for end in site.cable_ends:
        if end.plug.switch not in known:
            yield _unknown(site, end.plug.switch, end.cable.path, at_key=end.is_near)
    for link in (*site.core_cables, *site.controller_cables):
        if link.far.switch not in known:
            yield _unknown(site, link.far.switch, link.path)


def _unknown(site: SiteFacts, switch: Switch, path: str, *, at_key: bool = False) -> Finding:
    cabinets = site.site.cabinets
    if switch.cabinet not in cabinets:
        message = f"unknown cabinet `{switch.cabinet}`"
        return Finding(path, message, choose_known(switch.cabinet, cabinets), at_key=at_key)
    known = cabinets[switch.cabinet].switches
    message = f"cabinet `{switch.cabinet}` has no sw{switch.number}"
    return Finding(path, message, choose_known(f"sw{switch.number}", known), at_key=at_key)
