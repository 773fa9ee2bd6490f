"""A name in a site file that the standard does not define.

What it catches: an unknown archetype, port role, or WLAN under `without_wlans`.
Why it matters in a school: a socket whose role nobody knows would be dead, or worse, in the wrong VLAN.
Example: `archetype: primary-3fe`
How to fix: write the name of something that the standard defines.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.wording import choose_known
from netgen.values import object_path


def find_unknown_references_of_site(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each name that is not defined."""
    standard = site.of_trust.standard
    if site.site.archetype not in standard.archetypes:
        yield _unknown(f"{site.path}/archetype", "archetype", site.site.archetype, standard.archetypes)
    for name, cabinet in site.site.cabinets.items():
        for role in cabinet.ports:
            if role not in standard.roles:
                path = object_path(site.path, "cabinets", name, "ports", role)
                yield _unknown(path, "port role", role, standard.roles, at_key=True)
    points = site.site.access_points
    for index, wlan in enumerate(points.without_wlans if points else ()):
        if wlan not in standard.wlans:
            path = object_path(site.path, "access_points", "without_wlans", index)
            yield _unknown(path, "WLAN", wlan, standard.wlans)


def _unknown(path: str, kind: str, name: str, known: Collection[str], *, at_key: bool = False) -> Finding:
    return Finding(path, f"unknown {kind} `{name}`", choose_known(name, known), at_key=at_key)
