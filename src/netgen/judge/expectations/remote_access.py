"""Remote people: who comes in, with which addresses, through which tunnel, and how they reach the internet.

Reads: SitePlan.remote. Silent at a site where nobody comes in and no text lets anybody in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from netgen.blueprint import DevicePlan, RemoteGroupPlan, RemotePlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.firewall_vocabulary import OWN_SESSIONS_IN_RULES
from netgen.judge.header_space import (
    EVERY_ADDRESS,
    addresses_of,
    describe,
    intersect,
    read_prefixes,
    read_range,
    remainder,
    union,
)
from netgen.judge.policy_space import FirewallView, passing
from netgen.judge.remote_doors import door_regions
from netgen.judge.tunnel_vocabulary import PHASE1, PHASE2, REMOTE_DOORS, REMOTE_TLS
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedRemote

DOOR = Rule("JDG530", "remote-door")
EXTRA = Rule("JDG531", "remote-not-planned")
PEOPLE = Rule("JDG532", "remote-people")
ADDRESSES = Rule("JDG533", "remote-addresses")
TUNNEL = Rule("JDG534", "remote-tunnel")
CIPHERS = Rule("JDG535", "remote-ciphers")
SESSIONS = Rule("JDG536", "remote-sessions")
ATTESTED = Rule("JDG537", "remote-attestation")
_EVERYTHING = "0.0.0.0/0"
#: Nobody finds a telephone and answers it in less.
_LEAST_ANSWER_S = 30
#: Resolvers or servers of which one may be away.
_ENOUGH = 2


class _Door(msgspec.Struct, frozen=True):
    """A door of a text beside the group that it is for, and all that either is judged by."""

    case: SiteCase
    plan: DevicePlan
    observed: Observed
    remote: RemotePlan
    group: RemoteGroupPlan
    seen: ObservedRemote


def judge_remote_access(case: SiteCase) -> Iterator[Verdict]:
    """Some verdicts a planned group, one a firewall for doors that nobody planned, one an attestation."""
    remote, extra = case.site.remote, Claims(case, EXTRA)
    for plan, observed in case.of_kind("firewall"):
        doors = case.doors(observed)
        for group in remote.groups if remote else ():
            seen = [door for door, owner in doors if owner is group]
            yield from _group(case, plan, observed, group, seen)
        strangers = [door for door, owner in doors if owner is None]
        if remote or strangers:
            yield extra.decide(
                plan.hostname,
                [f"{door.name} lets people in who are not planned" for door in strangers],
                f"{plan.hostname} lets in nobody else from elsewhere",
                device=plan.hostname,
                lines=[door.line for door in strangers],
                origin=remote.origin if remote else plan.origin,
            )
    if remote:
        yield from _attested(case, remote)


def _group(
    case: SiteCase, plan: DevicePlan, observed: Observed, group: RemoteGroupPlan, seen: list[ObservedRemote]
) -> Iterator[Verdict]:
    """One verdict a rule; the first of them alone where there is no door."""
    remote = case.site.remote
    doors = [_Door(case, plan, observed, remote, group, item) for item in seen] if remote else []
    for rule, judge, claim in _RULES if doors else _RULES[:1]:
        wrong = [words for door in doors for words in judge(door)]
        if rule is DOOR and len(seen) != 1:
            names = f": {', '.join(item.name for item in seen)}" if seen else ""
            wrong.insert(0, f"{plan.hostname} has {len(seen) or 'no'} doors for {group.name}{names}")
        yield Claims(case, rule).decide(
            f"{plan.hostname}:{group.name}",
            wrong,
            claim.format(group=group.name),
            device=plan.hostname,
            lines=[item.line for item in seen],
            origin=group.origin,
        )


def _attested(case: SiteCase, remote: RemotePlan) -> Iterator[Verdict]:
    """What no text can show: the second factor, and filters on people's own computers."""
    claims = Claims(case, ATTESTED)
    words = f"remote people at {case.site.site} are asked for a second factor, says {remote.second_factor}"
    yield claims.attested("second-factor", words, origin=remote.origin)
    for group in remote.groups:
        if group.endpoint_filter:
            words = f"the web of {group.name} is filtered on their computers, says {group.endpoint_filter}"
            yield claims.attested(f"endpoint-filter:{group.name}", words, origin=group.origin)


def _door(door: _Door) -> Iterator[str]:
    """What people connect to, and where they come out."""
    seen, remote = door.seen, door.remote
    kind = REMOTE_DOORS.get(door.plan.platform, ("", ()))[0]
    compared: list[tuple[str, object, object]] = [
        ("kind", seen.kind, kind),
        ("circuit", seen.wan, remote.interface),
        ("address", seen.address or remote.address, remote.address),
        ("name", seen.name_shown, remote.name),
        ("certificate", seen.certificate, remote.certificate),
    ]
    if seen.kind == "ikev2":
        compared.append(("number for its computers", seen.number, door.group.number))
    yield from _differences(compared)
    if seen.shared_key:
        yield "who knows its key passes for the trust's firewall"
    for other in door.observed.remotes:
        if other is not seen and (other.wan, other.number) == (seen.wan, seen.number):
            yield f"its computers cannot be told from those of {other.name}"
    if not seen.dpd:
        yield "a computer that is gone is not noticed"
    if not seen.routed:
        yield "no answer finds its way into the tunnel"
    item = next((item for item in door.observed.interfaces if item.name == seen.interface), None)
    if item is None or item.kind != "tunnel":
        yield f"there is no tunnel interface {seen.interface or 'at all'}"
    elif item.shutdown:
        yield f"{item.name} is shut down"
    elif item.address:
        yield f"{item.name} has the address {item.address}, which nobody planned"
    yield from _closed(door)


def _closed(door: _Door) -> Iterator[str]:
    """Rules for sessions with the firewall itself that keep everybody out."""
    view = FirewallView(door.case, door.observed, door.observed.local_in)
    effects = view.effects(door.remote.interface, door.remote.interface)
    needed = door_regions(door.case, door.plan)
    if door.plan.platform in OWN_SESSIONS_IN_RULES:
        lost = remainder(needed, passing(effects).certain)
    else:
        known = [effect for effect in view.all_effects if _meets(view, door, effect.policy.from_zones)]
        allowed = passing(known).certain
        denied = [effect.possible for effect in known if not effect.policy.allow]
        lost = [
            region
            for need in needed
            for deny in denied
            for region in remainder([need.intersect(deny)], allowed)
            if not region.is_empty
        ]
    if lost:
        yield f"rules keep people out: {describe(lost[0])}"


def _meets(view: FirewallView, door: _Door, zones: tuple[str, ...]) -> bool:
    return door.case.internet in view.zones_named(zones)


def _people(door: _Door) -> Iterator[str]:
    """Who comes in: those whom the trust's RADIUS servers put into the group, and nobody by another way."""
    seen, planned = door.seen, tuple(item.host for item in door.case.trust.management.radius)
    if seen.servers != planned[: len(seen.servers)] or len(seen.servers) < min(_ENOUGH, len(planned)):
        yield f"{', '.join(seen.servers) or 'no server'} decides who comes in, not {', '.join(planned)}"
    if seen.groups != (door.group.name,):
        yield f"the group {', '.join(seen.groups) or 'of nobody'} comes in, not {door.group.name}"
    for words in seen.others:
        yield f"{words} may come in"
    if seen.answer_s < _LEAST_ANSWER_S:
        yield f"a second factor must be given within {seen.answer_s} seconds"


def _addresses(door: _Door) -> Iterator[str]:
    """The addresses by which rules know people, and the resolvers that know what they may look up."""
    seen, group = door.seen, door.group
    given = union(span for text in seen.pools for span in read_range(text))
    wanted = read_range(f"{group.first}-{group.last}")
    unknown = [text for text in seen.pools if not read_range(text)]
    if given != wanted or unknown:
        yield f"it gives out {', '.join(seen.pools) or 'no address'}, not {group.first}-{group.last}"
    for item in door.observed.interfaces:
        own, _ = read_prefixes([f"{item.address}/{item.length}"] if item.address else [])
        if intersect(given, addresses_of(own)):
            yield f"it gives out addresses of {item.name}"
    for other in door.observed.remotes:
        theirs = union(span for text in other.pools for span in read_range(text))
        if other is not seen and intersect(given, theirs):
            yield f"it gives out addresses of {other.name}"
    management = door.case.trust.management
    if not set(seen.dns) <= set(management.dns) or len(seen.dns) < min(_ENOUGH, len(management.dns)):
        yield f"its resolvers are {', '.join(seen.dns) or 'none'}, not {', '.join(management.dns)}"
    if management.domain and seen.domains != (management.domain,):
        yield f"names are looked up in {', '.join(seen.domains) or 'no domain'}, not in {management.domain}"


def _tunnel(door: _Door) -> Iterator[str]:
    """What goes through: everything and then the trust's filter, or what is the trust's alone and no way out."""
    seen, group = door.seen, door.group
    is_full = group.tunnel == "full"
    prefixes, unknown = read_prefixes(seen.routes)
    through = addresses_of(prefixes)
    wanted = EVERY_ADDRESS if is_full else addresses_of([door.remote.inside])
    if through != wanted or unknown:
        names = _EVERYTHING if is_full else str(door.remote.inside)
        yield f"{', '.join(seen.routes) or 'nothing'} goes through the tunnel, not {names}"
    for word in seen.past:
        yield f"{word} goes past the tunnel"
    if is_full and seen.reaches_home:
        yield "the network at home is reached past the tunnel"
    yield from _ways_out(door, is_full=is_full)


def _ways_out(door: _Door, *, is_full: bool) -> Iterator[str]:
    """Rules by which people reach the internet: none from a split tunnel, else each with a filter."""
    view = FirewallView(door.case, door.observed)
    for circuit in door.case.site.circuits:
        for _, rule in passing(view.effects(door.seen.interface, circuit.interface)).possible:
            name = rule.name or rule.id
            if not is_full:
                yield f"rule {name} lets a split tunnel out to the internet"
            elif not rule.web_filter and door.case.site.upstream is None:
                yield f"rule {name} lets {door.group.name} reach the internet without a filter"


def _ciphers(door: _Door) -> Iterator[str]:
    """Algorithms of the trust's tunnels; what a vendor fixes in TLS is its oldest version."""
    platform, remote, seen = door.plan.platform, door.remote, door.seen
    packets = PHASE2.get(platform, {}).get(remote.encryption, remote.encryption)
    compared: list[tuple[str, object, object]] = [("packets", seen.phase2, (packets,))]
    if seen.kind == "globalprotect":
        if not set(seen.phase1) <= REMOTE_TLS:
            yield f"it speaks {', '.join(seen.phase1)}"
    else:
        pair = (remote.encryption, remote.prf)
        first = PHASE1.get(platform, {}).get(pair, "-".join(pair))
        group = (str(remote.dh_group),)
        compared += [
            ("phase 1", seen.phase1, (first,)),
            ("DH group", seen.dh_groups, group),
            ("PFS group", seen.pfs_groups, group),
        ]
    yield from _differences(compared)


def _sessions(door: _Door) -> Iterator[str]:
    """Sessions that nobody uses end, and none lives for ever."""
    idle, session = 60 * door.remote.idle_minutes, 3600 * door.remote.session_hours
    if door.seen.idle_s != idle:
        yield f"a silent session ends after {door.seen.idle_s or 'unending'} seconds, not {idle}"
    if door.seen.session_s != session:
        yield f"people log in again after {door.seen.session_s or 'unending'} seconds, not {session}"


def _differences(compared: list[tuple[str, object, object]]) -> Iterator[str]:
    for what, found, wanted in compared:
        if found != wanted:
            yield f"{what} is {_word(found)}, not {_word(wanted)}"


def _word(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(str(item) for item in value) or "nothing"
    return str(value) or "nothing"


_RULES: tuple[tuple[Rule, Callable[[_Door], Iterator[str]], str], ...] = (
    (DOOR, _door, "{group} comes in by the planned door"),
    (PEOPLE, _people, "RADIUS alone decides who is {group}"),
    (ADDRESSES, _addresses, "{group} gets the addresses of its window"),
    (TUNNEL, _tunnel, "the tunnel of {group} carries what is planned, and the web is filtered"),
    (CIPHERS, _ciphers, "{group} talks by the algorithms of the trust"),
    (SESSIONS, _sessions, "sessions of {group} end"),
)
