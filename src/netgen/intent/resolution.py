"""The one resolution order of a segment or WLAN: standard, then archetype, then the site's exceptions.

What safeguarding or isolation rests on cannot be excepted; `EXCEPTABLE` is the whole list of what can.
"""

from __future__ import annotations

import math
from typing import TypeVar

from netgen.intent.fields import Model
from netgen.intent.inventory import Intent
from netgen.intent.site import Circuit, Exception_, Site
from netgen.intent.standard import Archetype, PolicyRule, Segment, Standard, Wlan
from netgen.values import Prefix

T = TypeVar("T", bound=Model)

#: (collection, field) that a site may except. Everything else is refused by check EXC002.
EXCEPTABLE: frozenset[tuple[str, str]] = frozenset(
    {
        ("segments", "vlan"),
        ("segments", "window"),
        ("segments", "hosts"),
        ("segments", "dhcp"),
        ("segments", "ipv6"),
        ("segments", "title"),
        ("wlans", "ssid"),
        ("wlans", "bands"),
        ("wlans", "hidden"),
    }
)

#: Exceptable fields that are lists; an exception writes them as `2.4, 5`.
_LISTS = frozenset({"bands"})

#: Room to grow: planned hosts x this, plus addresses that are never leased.
GROWTH = 1.25
RESERVED_HOSTS = 8


#: In `from:` and `to:`, every zone of the trust but the internet.
INTERNAL = "internal"


def pairs_of(standard: Standard, rule: PolicyRule) -> tuple[tuple[str, str], ...]:
    """The ordered zone pairs that a rule speaks of; a zone with itself is no pair."""
    everyone = tuple(key for key, zone in standard.zones.items() if zone.kind != "internet")

    def expanded(names: tuple[str, ...]) -> tuple[str, ...]:
        if INTERNAL not in names:
            return names
        return tuple(name for name in (*names, *everyone) if name != INTERNAL and name not in rule.except_)

    return tuple(
        dict.fromkeys(
            (source, target)
            for source in expanded(rule.from_)
            for target in expanded(rule.to)
            if source != target
        )
    )


def by_preference(site: Site) -> list[tuple[str, Circuit]]:
    """Circuits: primaries first, then backups, each by name."""
    return sorted(site.circuits.items(), key=lambda item: (item[1].role != "primary", item[0]))


def archetype_of(intent: Intent, site: Site) -> Archetype:
    """The site's archetype; checks have made sure that it exists."""
    return intent.standard.archetypes[site.archetype]


def segments_of(intent: Intent, name: str) -> dict[str, Segment]:
    """The site's segments after archetype and exceptions, in the standard's order.

    Hub-only zones have segments at hubs alone.
    """
    site = intent.sites[name]
    archetype = archetype_of(intent, site)
    is_hub = name in intent.trust.hubs
    found = {
        key: segment
        for key, segment in intent.standard.segments.items()
        if key not in archetype.without and (is_hub or intent.standard.zones[segment.zone].kind != "hub")
    }
    for exception in site.exceptions:
        _apply(found, "segments", exception)
    return found


def wlans_of(intent: Intent, name: str) -> dict[str, Wlan]:
    """The WLANs that the site offers: none without access points or without their segment."""
    site = intent.sites[name]
    if site.access_points is None:
        return {}
    segments = segments_of(intent, name)
    found = {
        key: wlan
        for key, wlan in intent.standard.wlans.items()
        if wlan.segment in segments and key not in site.access_points.without_wlans
    }
    for exception in site.exceptions:
        _apply(found, "wlans", exception)
    return found


def _apply(found: dict[str, Segment] | dict[str, Wlan], collection: str, exception: Exception_) -> None:
    place = exception.path.split(".")
    if len(place) != 3 or place[0] != collection or place[1] not in found:
        return
    if (place[0], place[2]) in EXCEPTABLE:
        found[place[1]] = replaced(found[place[1]], place[2], exception.value)  # type: ignore[assignment]


def replaced(model: T, field: str, value: str) -> T:
    """The model with one field read anew from text; pydantic's ValidationError when it does not fit."""
    data = {key: getattr(model, key) for key in type(model).model_fields if key != field}
    rest = type(model).model_construct(**data)
    data_of_field = [item.strip() for item in value.split(",")] if field in _LISTS else value
    checked = type(model).__pydantic_validator__.validate_assignment(rest, field, data_of_field)
    return checked if isinstance(checked, type(model)) else rest


def planned_hosts(segment: Segment, archetype: Archetype) -> int:
    """How many hosts the segment is planned for, from the archetype's capacity."""
    each, unit = segment.hosts
    if not unit:
        return math.ceil(each)
    return math.ceil(each * count_of(archetype, unit))


#: Words that may follow `per` in `hosts: 1.5 per staff`, and the capacity they read.
UNITS = {
    "pupil": "pupils",
    "staff": "staff",
    "phone": "phones",
    "camera": "cameras",
    "printer": "printers",
    "access-point": "access_points",
    "door": "doors",
}


def count_of(archetype: Archetype, unit: str) -> int:
    """The archetype's capacity of a unit; 0 for an unknown one, which check ADR006 refuses."""
    return int(getattr(archetype.capacity, UNITS.get(unit, ""), 0))


def needed_length(segment: Segment, archetype: Archetype) -> int:
    """The longest prefix length that holds the planned hosts with room to grow; at most /28."""
    wanted = math.ceil(planned_hosts(segment, archetype) * GROWTH) + RESERVED_HOSTS
    return min(28, 32 - (wanted - 1).bit_length())


def seen_prefix(intent: Intent, name: str, key: str, segment: Segment) -> Prefix:
    """The segment's subnet as the rest of the trust sees it.

    That of a segment with addresses from before it joined is as long as those, so that each host has its place.
    """
    legacy = intent.sites[name].legacy.get(key)
    planned = subnet_of(intent, name, segment)
    return planned.resize(legacy.prefix.length) if legacy else planned


def subnet_of(intent: Intent, name: str, segment: Segment) -> Prefix:
    """The segment's subnet at a site: the start of its window, as long as its hosts need.

    The window is fixed by the standard, so a segment that is added, removed or resized moves no other.
    """
    site = intent.sites[name]
    return subnet_in(intent.trust.site_block(site.number), archetype_of(intent, site), segment)


def subnet_in(block: Prefix, archetype: Archetype, segment: Segment) -> Prefix:
    """The segment's subnet in a site's block."""
    window = block.window(segment.window)
    return window.resize(max(window.length, needed_length(segment, archetype)))
