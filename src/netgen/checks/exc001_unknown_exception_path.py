"""An exception to something that does not exist at the site.

What it catches: an exception path with a name or field that is not defined, or a segment or WLAN that the
    site does not have.
Why it matters in a school: the difference is on record but not on the devices.
Example: `path: segments.cctvs.vlan`
How to fix: write segments or wlans, a name that the site has, and a field.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.exceptions import EXCEPTABLE_FIELDS, split_path
from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.wording import choose_known
from netgen.intent import Standard
from netgen.values import object_path


def find_unknown_exception_paths(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding for each exception."""
    for index, exception in enumerate(site.site.exceptions):
        path = object_path(site.path, "exceptions", index, "path")
        parts = split_path(exception.path)
        if parts is None:
            first = exception.path.partition(".")[0]
            if first in Standard.model_fields and first not in EXCEPTABLE_FIELDS:
                continue  # EXC002 says so
            yield Finding(path, f"`{exception.path}` names no value", "write it like segments.cctv.vlan")
            continue
        collection, name, field = parts
        model = EXCEPTABLE_FIELDS.get(collection)
        if model is None:
            if collection not in Standard.model_fields:
                known = ["segments", "wlans"]
                yield Finding(
                    path,
                    f"unknown part `{collection}` in `{exception.path}`",
                    choose_known(collection, known),
                )
            continue
        here = _names_here(site, collection)
        if name not in here:
            yield Finding(
                path, f"site `{site.name}` has no {collection[:-1]} `{name}`", choose_known(name, here)
            )
        elif field not in model:
            yield Finding(path, f"unknown field `{field}` in `{exception.path}`", choose_known(field, model))


def _names_here(site: SiteFacts, collection: str) -> list[str]:
    """What the site has of a collection, found without applying its exceptions: they may be wrong."""
    standard, archetype = site.of_trust.standard, site.archetype
    hub = site.is_hub
    segments = [
        key
        for key, segment in standard.segments.items()
        if key not in archetype.without and (hub or standard.zones[segment.zone].kind != "hub")
    ]
    if collection == "segments":
        return segments
    points = site.site.access_points
    if points is None:
        return []
    return [
        key
        for key, wlan in standard.wlans.items()
        if wlan.segment in segments and key not in points.without_wlans
    ]
