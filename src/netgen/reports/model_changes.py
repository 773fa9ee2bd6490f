"""What a change of the model means, in words a network engineer would use in a merge request.

Compares two Blueprints, not two texts: `oak-primary: guest may now reach print for printing
(tcp/515, tcp/631)` says more than forty changed lines of three vendors.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netgen.blueprint import PolicyPlan, SitePlan, TrustPlan


class Blueprint(msgspec.Struct, frozen=True):
    """Both halves of a Blueprint."""

    trust: TrustPlan
    sites: dict[str, SitePlan]


def changes(before: Blueprint, after: Blueprint) -> list[str]:
    """Sentences, those that hold at several sites grouped into one, sorted."""
    said: dict[str, list[str]] = {}
    for site in sorted(set(before.sites) | set(after.sites)):
        old, new = before.sites.get(site), after.sites.get(site)
        if old is None and new is not None:
            sentences: Iterator[str] = iter([f"joins with {len(new.devices)} boxes and block {new.block}"])
        elif new is None and old is not None:
            sentences = iter([f"leaves the model; its block {old.block} stays reserved for its number"])
        elif old is not None and new is not None:
            sentences = _site_changes(before.trust, after.trust, old, new)
        for sentence in sentences:
            said.setdefault(sentence, []).append(site)
    total = len(after.sites)
    return sorted(f"{_who(sites, total)}: {sentence}" for sentence, sites in said.items())


def _who(sites: list[str], total: int) -> str:
    if len(sites) == total and total > 1:
        return f"all {total} sites"
    return ", ".join(sites) if len(sites) <= 4 else f"{', '.join(sites[:3])} and {len(sites) - 3} more sites"


def _site_changes(old_trust: TrustPlan, new_trust: TrustPlan, old: SitePlan, new: SitePlan) -> Iterator[str]:
    if old.block != new.block:
        yield f"moves from {old.block} to {new.block}: every address there changes"
    if old.topology != new.topology:
        yield f"changes from {old.topology} to {new.topology}"
    yield from _reachability(old_trust, new_trust, old, new)
    yield from _segments(old, new)
    yield from _wlans(old, new)
    yield from _boxes(old, new)
    yield from _circuits(old, new)
    yield from _tunnels(old, new)
    yield from _remote(old, new)


Flows = dict[str, frozenset[str]]


def _flows(trust: TrustPlan, policy: PolicyPlan) -> Flows:
    """Service name to its flows as `tcp/443`."""
    found: Flows = {}
    for service in trust.services:
        if service.name in policy.services:
            words = {f"tcp/{port}" for port in service.tcp} | {f"udp/{port}" for port in service.udp}
            words |= {"ping"} if service.icmp else set()
            words |= {"every protocol"} if service.any_ else set()
            found[service.name] = frozenset(words)
    return found


def _reachability(old_trust: TrustPlan, new_trust: TrustPlan, old: SitePlan, new: SitePlan) -> Iterator[str]:
    before = {policy.name: policy for policy in old.policies}
    after = {policy.name: policy for policy in new.policies}
    for name in sorted(set(before) | set(after)):
        source, _, target = name.partition(" to ")
        target = target.removesuffix(" out").removesuffix(" in")
        way = f"{source} may {{}} reach {target}" + _WAY[name[len(f"{source} to {target}") :]]
        had = _flows(old_trust, before[name]) if name in before else {}
        has = _flows(new_trust, after[name]) if name in after else {}
        yield from _flow_sentences(way, had, has)
        if name in before and name in after and before[name].filter != after[name].filter:
            was, now = before[name].filter or "unfiltered", after[name].filter or "unfiltered"
            yield f"the filter from {source} to {target} changes from {was} to {now}"


_WAY = {"": "", " out": " at other sites", " in": " from other sites"}


def _flow_sentences(way: str, had: Flows, has: Flows) -> Iterator[str]:
    for service in sorted(set(has) - set(had)):
        yield f"{way.format('now')} for {service} ({', '.join(sorted(has[service]))})"
    for service in sorted(set(had) - set(has)):
        yield f"{way.format('no longer')} for {service} ({', '.join(sorted(had[service]))})"
    for service in sorted(set(had) & set(has)):
        for word in sorted(has[service] - had[service]):
            yield f"{way.format('now')} on {word} ({service})"
        for word in sorted(had[service] - has[service]):
            yield f"{way.format('no longer')} on {word} ({service})"


def _segments(old: SitePlan, new: SitePlan) -> Iterator[str]:
    before = {item.name: item for item in old.segments}
    after = {item.name: item for item in new.segments}
    for name in sorted(set(after) - set(before)):
        yield f"gains segment {name}: VLAN {after[name].vlan}, {after[name].prefix}, zone {after[name].zone}"
    for name in sorted(set(before) - set(after)):
        yield f"loses segment {name}: VLAN {before[name].vlan}, {before[name].prefix}"
    for name in sorted(set(before) & set(after)):
        was, now = before[name], after[name]
        for what, left, right in (
            ("VLAN", was.vlan, now.vlan),
            ("subnet", was.prefix, now.prefix),
            ("zone", was.zone, now.zone),
            ("gateway on", was.gateway_on, now.gateway_on),
            ("DHCP pool start", was.pool_first or "none", now.pool_first or "none"),
        ):
            if left != right:
                yield f"segment {name}: {what} {left} becomes {right}"


def _wlans(old: SitePlan, new: SitePlan) -> Iterator[str]:
    before = {item.name: item for item in old.wlans}
    after = {item.name: item for item in new.wlans}
    for name in sorted(set(after) - set(before)):
        yield f"offers SSID {after[name].ssid} ({after[name].security}, VLAN {after[name].vlan})"
    for name in sorted(set(before) - set(after)):
        yield f"no longer offers SSID {before[name].ssid}"
    for name in sorted(set(before) & set(after)):
        was, now = before[name], after[name]
        for field in ("ssid", "security", "vlan", "isolate", "hidden", "passphrase"):
            if getattr(was, field) != getattr(now, field):
                yield f"SSID {was.ssid}: {field} {getattr(was, field)} becomes {getattr(now, field)}"


def _boxes(old: SitePlan, new: SitePlan) -> Iterator[str]:
    before = {item.hostname: item for item in old.devices}
    after = {item.hostname: item for item in new.devices}
    for name in sorted(set(after) - set(before)):
        yield f"gains {after[name].kind} {name} ({after[name].model})"
    for name in sorted(set(before) - set(after)):
        yield f"loses {before[name].kind} {name} ({before[name].model})"
    for name in sorted(set(before) & set(after)):
        was, now = before[name], after[name]
        if was.model != now.model or was.members != now.members:
            yield f"{name} becomes {len(now.members) or 1} x {now.model}"
        roles = {port.interface: port.role for port in was.ports}
        moved: dict[tuple[str, str], int] = {}
        for port in now.ports:
            left = roles.get(port.interface, "absent")
            if left != port.role:
                moved[left, port.role] = moved.get((left, port.role), 0) + 1
        for (left, right), count in sorted(moved.items()):
            yield f"{name}: {count} port{'s' if count > 1 else ''} from {left} to {right}"


def _circuits(old: SitePlan, new: SitePlan) -> Iterator[str]:
    before = {item.name: item for item in old.circuits}
    after = {item.name: item for item in new.circuits}
    for name in sorted(set(after) - set(before)):
        yield f"gains circuit {name} ({after[name].access}) on {after[name].interface}"
    for name in sorted(set(before) - set(after)):
        yield f"loses circuit {name} ({before[name].access})"
    for name in sorted(set(before) & set(after)):
        if msgspec.structs.replace(before[name], origin="") != msgspec.structs.replace(
            after[name], origin=""
        ):
            yield f"circuit {name} changes"


def _tunnels(old: SitePlan, new: SitePlan) -> Iterator[str]:
    before = {item.name: item for item in old.tunnels}
    after = {item.name: item for item in new.tunnels}
    for name in sorted(set(after) - set(before)):
        yield f"gains a tunnel to {after[name].peer_site}"
    for name in sorted(set(before) - set(after)):
        yield f"loses its tunnel to {before[name].peer_site}"
    for name in sorted(set(before) & set(after)):
        if msgspec.structs.replace(before[name], origin="") != msgspec.structs.replace(
            after[name], origin=""
        ):
            yield f"its tunnel to {after[name].peer_site} changes"


def _remote(old: SitePlan, new: SitePlan) -> Iterator[str]:
    before = {item.name: item for item in old.remote.groups} if old.remote else {}
    after = {item.name: item for item in new.remote.groups} if new.remote else {}
    for name in sorted(set(after) - set(before)):
        now = after[name]
        yield f"lets people of {name} in from elsewhere as {now.zone}: {now.pool}, {now.tunnel} tunnel"
    for name in sorted(set(before) - set(after)):
        yield f"no longer lets people of {name} in from elsewhere"
    for name in sorted(set(before) & set(after)):
        for field in ("zone", "pool", "tunnel", "pupils", "endpoint_filter"):
            left, right = getattr(before[name], field), getattr(after[name], field)
            if left != right:
                yield f"people of {name} from elsewhere: {field} {left or 'none'} becomes {right or 'none'}"
    if old.remote and new.remote:
        for field in ("name", "circuit", "certificate", "idle_minutes", "session_hours", "second_factor"):
            left, right = getattr(old.remote, field), getattr(new.remote, field)
            if left != right:
                yield f"remote access: {field} {left} becomes {right}"
