"""A name in the trust or the standard that nothing is defined under.

What it catches: a segment's zone, a rule's zones, services, filter and groups, a role's segments, a WLAN's
    segments, a group's segment or zone, a schedule, a steered class's zones and services, an archetype's
    segments, zones and filters, hubs, sites with static routes, administration zones and segments that wake others
    or are woken that do not exist.
Why it matters in a school: a misspelt zone would leave a group of users without any rule.
Example: `staff: {vlan: 30, zone: staf, ...}`
How to fix: write the name of something that is defined, or define it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import BY_PHASE, TrustFacts
from netgen.checks.wording import choose_known
from netgen.intent.resolution import INTERNAL
from netgen.values import object_path

#: A word of the policy that is no name.
ANY = "any"


def find_unknown_references(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each name that is not defined."""
    for path, kind, name, known in _references(trust):
        if name not in known:
            yield Finding(path, f"unknown {kind} `{name}`", choose_known(name, known))


_Reference = tuple[str, str, str, Collection[str]]


def _references(trust: TrustFacts) -> Iterator[_Reference]:
    standard = trust.standard
    zones, segments, filters = standard.zones, standard.segments, standard.filters
    yield from _each("trust/hubs", "site", trust.trust.hubs, trust.intent.sites)
    known = {site.name for site in trust.sites}
    yield from _each("trust/vpn/static_sites", "site", trust.trust.vpn.static_sites, known)
    yield from _each("trust/administration/from_zones", "zone", trust.trust.administration.from_zones, zones)
    wake = trust.trust.services.wake
    for field, names in (("from", wake.from_), ("to", wake.to)) if wake else ():
        yield from _each(f"trust/services/wake/{field}", "segment", names, segments)
    remote = trust.trust.remote_access
    for name, people in remote.groups.items() if remote else ():
        yield object_path("trust", "remote_access", "groups", name, "zone"), "zone", people.zone, zones
    for name, segment in segments.items():
        yield object_path("standard", "segments", name, "zone"), "zone", segment.zone, zones
    yield from _of_policy(trust)
    for name, role in standard.roles.items():
        path = object_path("standard", "roles", name)
        yield f"{path}/segment", "segment", role.segment, segments
        if role.voice:
            yield f"{path}/voice", "segment", role.voice, segments
    for group, name in standard.access.groups.items():
        yield object_path("standard", "access", "groups", group), "segment", name, segments
    for field, guest in (("guest", standard.access.guest), ("failed", standard.access.failed)):
        if guest:
            yield object_path("standard", "access", field), "segment", guest, segments
    for name, item in standard.qos.items():
        path = object_path("standard", "qos", name, "services")
        yield from _each(path, "service", item.services, standard.services)
    for name, steered in standard.steering.items():
        path = object_path("standard", "steering", name)
        yield from _each(f"{path}/from", "zone", steered.from_, zones)
        yield from _each(f"{path}/services", "service", steered.services, standard.services)
    for name, wlan in standard.wlans.items():
        path = object_path("standard", "wlans", name)
        yield f"{path}/segment", "segment", wlan.segment, segments
        yield from _each(f"{path}/dynamic_segments", "segment", wlan.dynamic_segments, segments)
        if wlan.hours:
            yield f"{path}/hours", "schedule", wlan.hours, standard.schedules
    for name, archetype in standard.archetypes.items():
        path = object_path("standard", "archetypes", name)
        yield from _each(f"{path}/without", "segment", archetype.without, segments)
        for zone, word in archetype.filters.items():
            yield f"{path}/filters/{zone}", "zone", zone, zones
            yield f"{path}/filters/{zone}", "filter", word, filters


def _of_policy(trust: TrustFacts) -> Iterator[_Reference]:
    standard = trust.standard
    places = {INTERNAL, *standard.zones}
    services = {ANY, *standard.services}
    for index, rule in enumerate(standard.policy):
        path = object_path("standard", "policy", index)
        yield from _each(f"{path}/from", "zone", rule.from_, places)
        yield from _each(f"{path}/to", "zone", rule.to, places)
        yield from _each(f"{path}/except", "zone", rule.except_, standard.zones)
        yield from _each(f"{path}/allow", "service", rule.allow, services)
        if rule.filter:
            yield f"{path}/filter", "filter", rule.filter, {BY_PHASE, *standard.filters}
        if rule.when:
            yield f"{path}/when", "schedule", rule.when, standard.schedules
        yield from _each(f"{path}/groups", "group", rule.groups, standard.groups)


def _each(path: str, kind: str, names: Iterable[str], known: Collection[str]) -> Iterator[_Reference]:
    for index, name in enumerate(names):
        yield object_path(path, index), kind, name, known
