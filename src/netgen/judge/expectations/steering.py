"""Every packet takes the way that is planned for it: its circuits in their order, or the tunnels to a hub.

What is asked before the routing table is compared with the plan packet by packet, so a rule that is missing, wider,
narrower, out of its order or there without a plan is seen. Steering says nothing about who may talk to whom: that
is judged by the zone policy, which knows no circuits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from netgen.blueprint import DevicePlan, ServicePlan, SteeringPlan, TunnelPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.firewall_vocabulary import INTERNET_SERVICES, LEAST_LOST_PINGS
from netgen.judge.header_space import (
    EVERY_ADDRESS,
    EVERY_SERVICE,
    Region,
    addresses_of,
    describe,
    intersect,
    read_prefixes,
    remainder,
    subtract,
    union,
)
from netgen.judge.intended_space import service_flows
from netgen.judge.not_in_text import NOT_IN_TEXT
from netgen.judge.policy_space import FirewallView, service_set
from netgen.judge.steering_space import Choice, Decided, Rows, Step, decide
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedSteering

STEERING = Rule("JDG440", "steering")
OTHER = Rule("JDG441", "steering-not-planned")
BREAKOUT = Rule("JDG442", "breakout-way")
_SHOWN = 3


def judge_steering(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a class of traffic, one for a breakout, one for all else that chooses a way; none without any."""
    for plan, observed in case.of_kind("firewall"):
        if case.site.steering or observed.steering or case.breakout != "local":
            yield from _Comparison(case, plan, observed).verdicts()


class _Class(msgspec.Struct, frozen=True):
    """Traffic that is planned to take a way. Without `choice` it takes the tunnels of a breakout."""

    name: str
    region: Region
    choice: Choice | None
    origin: str


class _Wrong(msgspec.Struct):
    """What is wrong with the ways of a class."""

    words: list[str]
    witnesses: list[str]
    lines: list[int]

    def add(self, words: str, witness: str, steps: Iterable[Step]) -> None:
        """Another objection; the same words are said once."""
        if words not in self.words:
            self.words.append(words)
        self.witnesses.append(witness)
        self.lines += [step.line for step in steps]


class _Comparison:
    """The plan and the text of one firewall."""

    def __init__(self, case: SiteCase, plan: DevicePlan, observed: Observed) -> None:
        self.case, self.plan, self.observed = case, plan, observed
        self.unsaid = NOT_IN_TEXT.get(plan.platform, {})
        self.view = FirewallView(case, observed)
        self.circuits = tuple(sorted(case.site.circuits, key=lambda item: item.priority))
        self.table = tuple(item.name for item in self.circuits)
        words = INTERNET_SERVICES.get(plan.platform, {})
        self.rows = Rows(
            [
                *(words.get(key, key) for item in case.site.steering for key in item.applications),
                *(word for rule in observed.steering for word in rule.applications),
            ]
        )
        self.inside = addresses_of(
            [case.trust.supernet, case.trust.overlay, *(item.remote_prefix for item in case.site.tunnels)]
        )
        self.outside = subtract(EVERY_ADDRESS, addresses_of([case.trust.supernet]))
        self.tunnels = self._tunnels()
        self.classes = self._classes()

    def verdicts(self) -> Iterator[Verdict]:
        """Compare, then say it class by class."""
        found: dict[str, _Wrong] = {item.name: _Wrong([], [], []) for item in self.classes}
        rest = _Wrong([], [], [])
        for start, rules in self._starts(rest):
            for decided in decide(start, [self._step(rule) for rule in rules], self.table):
                self._compare(decided, found, rest)
        for item in self.classes:
            yield self._said(
                item,
                found[item.name],
                STEERING if item.choice else BREAKOUT,
                f"{self.plan.hostname}:{item.name}",
            )
        yield self._said(None, rest, OTHER, self.plan.hostname)
        yield from self._watches()

    def _said(self, item: _Class | None, wrong: _Wrong, rule: Rule, subject: str) -> Verdict:
        if item is None:
            claim = f"{self.plan.hostname} sends nothing else past its routing table"
        elif item.choice is None:
            claim = f"traffic to the internet takes {', then '.join(self.tunnels)}"
        else:
            claim = f"{item.name} takes {', then '.join(item.choice.ways)} ({item.choice.strategy})"
        return Claims(self.case, rule).decide(
            subject,
            wrong.words,
            claim,
            device=self.plan.hostname,
            lines=sorted(set(wrong.lines)),
            origin=item.origin if item else self.plan.origin,
            witnesses=wrong.witnesses[:_SHOWN],
        )

    def _compare(self, decided: Decided, found: Mapping[str, _Wrong], rest: _Wrong) -> None:
        explicit = any(step.choice.ways for step in decided.steps)
        within = Region(
            decided.region.source,
            intersect(decided.region.destination, self.inside),
            intersect(decided.region.service, self.rows.plain),
        )
        if explicit and not within.is_empty:
            names = ", ".join(step.name for step in decided.steps)
            rest.add(
                f"{names} takes traffic inside of the trust off its routes", describe(within), decided.steps
            )
        left = [decided.region]
        for item in self.classes:
            here = [part for region in left if not (part := region.intersect(item.region)).is_empty]
            if not here:
                continue
            left = remainder(left, [item.region])
            if not self._fits(decided.choice, item.choice):
                wanted = _shown(item.choice) if item.choice else ", then ".join(self.tunnels)
                text = f"{item.name} takes {_shown(decided.choice)}, not {wanted}"
                found[item.name].add(text, _witness(here[0]), decided.steps)
        usual = Choice(self.table)
        if left and explicit and decided.choice != usual:
            names = ", ".join(step.name for step in decided.steps)
            text = f"{names} takes {_shown(decided.choice)}, and nothing of it is planned"
            rest.add(text, _witness(left[0]), decided.steps)

    def _fits(self, seen: Choice, wanted: Choice | None) -> bool:
        if wanted is not None:
            return seen == wanted
        count = len(self.tunnels)
        # Behind the tunnels there is the usual table or nothing: rules to the internet say what may leave there.
        return (
            msgspec.structs.replace(seen, ways=()) == Choice(())
            and seen.ways[:count] == self.tunnels
            and seen.ways[count:] in ((), self.table)
        )

    def _tunnels(self) -> tuple[str, ...]:
        """Tunnels of a breakout, the preferred hub's first; one alone where no second one can take over."""
        away = sorted(
            (item for item in self.case.site.tunnels if item.internet == "there"), key=self._preference
        )
        names = tuple(item.name for item in away)
        return names[:1] if "breakout-second" in self.unsaid else names

    def _preference(self, tunnel: TunnelPlan) -> tuple[int, int, str]:
        hubs = self.case.trust.hubs
        place = hubs.index(tunnel.peer_site) if tunnel.peer_site in hubs else len(hubs)
        return place, tunnel.distance, tunnel.name

    def _classes(self) -> tuple[_Class, ...]:
        services = {item.name: item for item in self.case.trust.services}
        found = [self._class(item, services) for item in self._sayable()]
        if self.case.breakout != "local":
            block = addresses_of([self.case.site.block])
            region = Region(block, self.outside, self.rows.every)
            origin = self.case.site.origin
            found.append(_Class("internet", region, None, origin))
        return tuple(found)

    def _sayable(self) -> list[SteeringPlan]:
        if "steer-leased" in self.unsaid and any(item.address != "static" for item in self.circuits):
            return []
        return [
            item
            for item in sorted(self.case.site.steering, key=lambda item: item.number)
            if not (item.applications and "steer-applications" in self.unsaid)
        ]

    def _class(self, item: SteeringPlan, services: Mapping[str, ServicePlan]) -> _Class:
        words = INTERNET_SERVICES.get(self.plan.platform, {})
        flows = union(flow for name in item.services for flow in service_flows(services.get(name), name))
        region = Region(
            addresses_of(prefix for _, prefix in item.sources),
            addresses_of(prefix for _, prefix in item.destinations) if item.destinations else EVERY_ADDRESS,
            self.rows.of(flows, (words.get(key, key) for key in item.applications)),
        )
        choice = Choice(item.circuits, item.strategy, item.latency_ms, item.jitter_ms, item.loss_percent)
        if "steer-quality" in self.unsaid:
            measured = choice.strategy != "ordered"
            choice = Choice(self.table if measured else choice.ways)
        return _Class(item.name, region, choice, item.origin)

    def _starts(self, rest: _Wrong) -> Iterator[tuple[Region, list[ObservedSteering]]]:
        """Where packets begin: groups of zones on whose interfaces the same rules are asked, with those rules."""
        services = self.rows.ports if "steer-icmp" in self.unsaid else self.rows.every
        rules = self.observed.steering
        known = {name for names in self.view.interfaces_of.values() for name in names}
        groups: dict[tuple[int, ...], list[str]] = {}
        for zone, interfaces in self.view.interfaces_of.items():
            asked = []
            for at, rule in enumerate(rules):
                there = [name for name in interfaces if not rule.incoming or name in rule.incoming]
                if (
                    rule.incoming
                    and there
                    and (zone == self.case.internet or not self.case.local_prefixes(zone))
                ):
                    rest.add(
                        f"{rule.name} is asked on {there[0]}, behind which is no network of the site",
                        zone,
                        (),
                    )
                if there and len(there) < len(interfaces):
                    rest.add(f"{rule.name} is asked on {', '.join(there)} alone of {zone}", zone, ())
                if there:
                    asked.append(at)
            groups.setdefault(tuple(asked), []).append(zone)
        for rule in rules:
            rest.words += [f"{rule.name} is asked on {name}" for name in rule.incoming if name not in known]
        if not any(rule.incoming for rule in rules):
            yield Region(EVERY_ADDRESS, EVERY_ADDRESS, services), list(rules)
            return
        for chosen, zones in groups.items():
            own = addresses_of(prefix for zone in zones for prefix in self.case.local_prefixes(zone))
            if own:
                yield Region(own, EVERY_ADDRESS, services), [rules[at] for at in chosen]

    def _step(self, rule: ObservedSteering) -> Step:
        flows, known = service_set(rule.flows)
        sources, _ = read_prefixes(rule.sources)
        destinations, _ = read_prefixes(rule.destinations)
        region = Region(
            addresses_of(sources),
            addresses_of(destinations),
            self.rows.of(flows if known else (), rule.applications),
        )
        ways = tuple(self._way(interface, gateway) for interface, gateway in rule.ways)
        choice = Choice(ways, rule.strategy, rule.latency_ms, rule.jitter_ms, rule.loss_percent)
        return Step(rule.name, region, choice, rule.ends_here, rule.line)

    def _way(self, interface: str, gateway: str) -> str:
        """The circuit or tunnel that a way is; in words where it is none."""
        for item in self.circuits:
            if interface == item.interface and (not gateway or gateway == item.gateway):
                return item.name
            if not interface and gateway and gateway == item.gateway:
                return item.name
        return f"{interface} by {gateway}" if interface and gateway else interface or gateway

    def _watches(self) -> Iterator[Verdict]:
        """Rules that watch their way themselves do so as every circuit is watched."""
        wanted, watched = self.case.trust.probe, [rule for rule in self.observed.steering if rule.watches]
        if not watched:
            return
        wrong: list[str] = []
        for rule in watched:
            if wanted is None:
                wrong.append(f"{rule.name} watches {', '.join(rule.watches)}, not planned")
                continue
            lost = max(wanted.fail_after, LEAST_LOST_PINGS.get(self.plan.platform, 0))
            wrong += [
                f"{rule.name} watches {target}" for target in rule.watches if target not in wanted.targets
            ]
            if rule.interval_ms != 1000 * wanted.interval_s:
                wrong.append(f"{rule.name} pings each {rule.interval_ms} ms, not {1000 * wanted.interval_s}")
            if rule.fail_after != lost:
                wrong.append(f"{rule.name} gives up after {rule.fail_after} lost pings, not {lost}")
        yield Claims(self.case, STEERING).decide(
            f"{self.plan.hostname}/watch",
            wrong,
            f"{self.plan.hostname} watches what it steers by",
            device=self.plan.hostname,
            lines=[rule.line for rule in watched],
            origin=self.plan.origin,
        )


def _shown(choice: Choice) -> str:
    limits = (
        ("latency", choice.latency_ms, "ms"), ("jitter", choice.jitter_ms, "ms"), ("loss", choice.loss_percent, "%"),
    )  # fmt: skip
    bounds = [f"{word} to {limit} {unit}" for word, limit, unit in limits if limit >= 0]
    return f"{', then '.join(choice.ways) or 'no way'} ({' '.join([choice.strategy, *bounds])})"


def _witness(region: Region) -> str:
    """A packet in words; one of an application has no other service."""
    plain = intersect(region.service, EVERY_SERVICE)
    if plain:
        return describe(msgspec.structs.replace(region, service=plain))
    return f"{describe(msgspec.structs.replace(region, service=EVERY_SERVICE)).rpartition(' ')[0]} of an application"
