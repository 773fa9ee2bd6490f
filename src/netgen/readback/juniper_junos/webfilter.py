"""Web filters of an SRX (enhanced and next-generation web filtering), and TLS proxies.

Safe search is on unless a profile says otherwise; without fallback settings a page whose rating does not come is let
through (CLI reference, web-filtering).
"""

from __future__ import annotations

from netgen.readback.facts import ObservedFilter, ObservedInspection
from netgen.readback.juniper_junos.tree import Node, Notes

ENGINES = ("juniper-enhanced", "ng-juniper", "websense-redirect", "juniper-local")
_FALLBACKS = ("default", "server-connectivity", "timeout", "too-many-requests")
#: What users can click away.
_LIFTED = "quarantine"


def read_filters(root: Node, notes: Notes) -> tuple[ObservedFilter, ...]:
    """The web filter profiles of all engines."""
    utm = root.sub("security", "utm")
    usual = utm.sub("default-configuration", "web-filtering")
    objects = utm.sub("custom-objects")
    patterns = {row.key: row.values("value") for row in objects.entries("url-pattern")}
    categories: dict[str, tuple[str, ...]] = {}
    for row in objects.entries("custom-url-category"):
        names = row.values("value")
        for name in names:
            if name not in patterns:
                notes.doubt(row.line, f"URL category {row.key}: pattern {name} is not defined")
        categories[row.key] = tuple(url for name in names for url in patterns.get(name, ()))
    engine = usual.value("type")
    listed = usual.value("url-whitelist")
    if listed and listed not in categories:
        notes.doubt(usual.line_of("url-whitelist"), f"URL category {listed} is not defined")
    bypasses = categories.get(listed, (listed,) if listed else ())
    barred = usual.value("url-blacklist")
    if barred and barred not in categories:
        notes.doubt(usual.line_of("url-blacklist"), f"URL category {barred} is not defined")
    found: list[ObservedFilter] = []
    profiles = utm.sub("feature-profile", "web-filtering")
    for name in ENGINES:
        for row in profiles.sub(name).entries("profile"):
            if engine != name:
                notes.doubt(
                    row.line, f"web filter {row.key} is of {name}, and the engine is {engine or 'none'}"
                )
            found.append(_read(row, categories, bypasses, barred, notes))
    return tuple(found)


def _read(
    row: Node, categories: dict[str, tuple[str, ...]], bypasses: tuple[str, ...], barred: str, notes: Notes
) -> ObservedFilter:
    blocked: list[str] = []
    denied = list(categories.get(barred, (barred,) if barred else ()))
    lifted = False
    passed: list[str] = list(bypasses)
    for item in row.entries("category"):
        action = item.value("action")
        if not action:
            notes.doubt(item.line, f"web filter {row.key}: category {item.key} has no action")
        lifted = lifted or action == _LIFTED
        if action == "block" and item.key in categories:
            denied += categories[item.key]
        elif action == "block":
            blocked.append(item.key)
        elif item.key in categories:
            passed += categories[item.key]
    if row.value("default") == "block":
        blocked.append("default")
    for name, leaf in row.sub("site-reputation-action").leaves.items():
        leaf.asked = leaf.values[-1:] in (["block"], ["permit"], ["log-and-permit"])
        if leaf.values[-1:] == ["block"]:
            blocked.append(f"reputation {name}")
    fallback = row.sub("fallback-settings")
    actions = {fallback.value(name) for name in _FALLBACKS}
    return ObservedFilter(
        name=row.key,
        blocked=tuple(blocked),
        safe_search=not row.has("no-safe-search"),
        fails_open=actions != {"block"},
        line=row.line,
        override=lifted,
        bypasses=tuple(dict.fromkeys(passed)),
        denies=tuple(dict.fromkeys(denied)),
    )


def read_inspections(root: Node) -> tuple[ObservedInspection, ...]:
    """The profiles that decrypt."""
    found: list[ObservedInspection] = []
    for row in root.sub("services", "ssl", "proxy").entries("profile"):
        exempt = (*row.values("whitelist"), *row.values("whitelist-url-categories"))
        found.append(ObservedInspection(row.key, "ssl-proxy", exempt, row.line))
    return tuple(found)
