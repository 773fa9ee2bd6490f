"""What a firewall's rules let pass between two interfaces, exactly, by first match.

Some rules cannot be settled from the text: a schedule, a negated address, a host name, a user. Such a rule
*may* match everything its fields leave open and *certainly* matches nothing. So an uncertain allow
counts as excess but satisfies nothing, and an uncertain deny takes away but protects nothing.

A rule for planned groups of people is no such rule: it matches nothing of anybody else, so that a view is always that
of somebody, of nobody known unless a group is given.

A list that the trust plans (a country, a threat feed) has no addresses here. A refusal of planned lists takes nothing
away from what the matrix wants, and a rule that lets in the planned countries lets in everybody: that the lists are the
right ones, in the right rules, is decided by their names (refused-lists, countries).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import msgspec

from netgen.judge.case import SiteCase
from netgen.judge.filter_vocabulary import LOCKED_CATEGORIES
from netgen.judge.header_space import (
    EVERY_SERVICE,
    PROTOCOLS,
    Intervals,
    Region,
    addresses_of,
    every_address,
    read_prefixes,
    remainder,
    service,
    union,
    whole_protocol,
)
from netgen.judge.schedules import observed_hours, planned_hours
from netgen.readback import Observed, ObservedPolicy

ANY_INTERFACE = "any"
#: What a rule without hours has as its schedule.
ALWAYS = frozenset({"", "always"})
#: What a rule reaches, as in ObservedPolicy: everything, or each zone within itself.
UNIVERSAL, INTRAZONE = "universal", "intrazone"
_WITH_PORTS = frozenset({PROTOCOLS[name] for name in ("icmp", "icmp6", "tcp", "udp", "sctp")})
#: A service that names the ICMP of one family matches nothing of the other.
_FOREIGN_ICMP = {4: "icmp6", 6: "icmp"}
_HIGHEST_PROTOCOL = 255
_IPV4 = 4


NOTHING = Region((), (), ())
#: Kind and source of a list: its country's code or its URL.
ListKey = tuple[str, str]


def denied_categories(policy: ObservedPolicy) -> frozenset[str]:
    """The categories of pages that a rule is about, where nothing else narrows it; none for another rule."""
    if len(policy.conditions) != 1 or not policy.conditions[0].startswith("category "):
        return frozenset()
    return frozenset(policy.conditions[0].split()[1:])


class Effect(msgspec.Struct, frozen=True):
    """A rule as sets of packets: what it may match and what it certainly matches."""

    policy: ObservedPolicy
    possible: Region
    certain: Region


class FirewallView:
    """A firewall's rules with their names resolved. Zones are known by what is in them."""

    def __init__(
        self,
        case: SiteCase,
        observed: Observed,
        policies: tuple[ObservedPolicy, ...] | None = None,
        person: str = "",
        *,
        version: int = 4,
    ) -> None:
        """Resolve the names of one firewall's text; `policies` are those between interfaces unless given.

        `person` is the planned group of the people whose traffic it is, "" for people whom the box does not know.
        `version` is the family of the packets, 4 or 6. Nobody is known by an IPv6 address (accounting names those of
        IPv4), so that a rule for people of a group may match any packet of it and certainly matches none.
        """
        self._version = version
        self.observed = observed
        self._person = person
        self._group_of = {
            item.name: next((plan.name for plan in case.trust.groups if plan.value == item.value), None)
            for item in observed.user_groups
            if item.kind == "accounting"
        }
        self._policies = observed.policies if policies is None else policies
        self.zone_of: dict[str, str] = {
            interface.name: zone
            for interface in observed.interfaces
            if (zone := case.zone_of_interface(interface))
        }
        self._members = {zone.name: zone.members for zone in observed.zones}
        self._settled_schedules = {
            item.name
            for item in observed.schedules
            if observed_hours(observed, item.name)
            in {planned_hours(case.trust, plan.name) for plan in case.trust.schedules}
        } | ALWAYS
        self._filtered = LOCKED_CATEGORIES.get(observed.platform, frozenset())
        self._lists = {item.name: (item.kind, item.source) for item in observed.lists}
        planned = {item.name: (item.kind, item.source) for item in case.trust.lists}
        self._refused_lists = frozenset(planned[name] for name in case.trust.refused_lists)
        self._inbound_lists = frozenset(planned[name] for name in case.trust.inbound_lists)
        known = observed.addresses if version == _IPV4 else observed.addresses6
        self._addresses = {item.name: item for item in known}
        self._services = {item.name: item for item in observed.services}

    @cached_property
    def interfaces_of(self) -> dict[str, tuple[str, ...]]:
        """Planned interfaces of each zone of the matrix, overlay and internet that the text has."""
        found: dict[str, list[str]] = {}
        for name, zone in self.zone_of.items():
            found.setdefault(zone, []).append(name)
        return {zone: tuple(sorted(names)) for zone, names in sorted(found.items())}

    def zones_named(self, names: Iterable[str]) -> frozenset[str]:
        """Zones of the plan that some names of a rule mean."""
        wanted = tuple(names)
        return frozenset(zone for interface, zone in self.zone_of.items() if self._means(wanted, interface))

    def names_of(self, zone: str) -> frozenset[str]:
        """Names by which a rule can mean an interface of a zone: the interfaces and their zones."""
        interfaces = set(self.interfaces_of.get(zone, ()))
        return frozenset(
            interfaces | {name for name, members in self._members.items() if interfaces & set(members)}
        )

    def people_of(self, policy: ObservedPolicy) -> frozenset[str] | None:
        """The planned groups that a rule is for, () for everybody; None where the text does not settle them."""
        found = [self._group_of.get(name) for name in policy.groups]
        known = frozenset(name for name in found if name)
        return known if all(found) else None

    def _concerns(self, policy: ObservedPolicy) -> bool:
        people = self.people_of(policy)
        return not people or self._person in people or self._version != _IPV4

    def _means(self, names: Iterable[str], interface: str) -> bool:
        return any(
            name in (ANY_INTERFACE, interface) or interface in self._members.get(name, ()) for name in names
        )

    def effects(self, source: str, destination: str) -> tuple[Effect, ...]:
        """The enabled rules between two interfaces, in their order."""
        return tuple(
            effect
            for effect in self.all_effects
            if self._means(effect.policy.from_zones, source)
            and self._means(effect.policy.to_zones, destination)
            and (
                effect.policy.reach == UNIVERSAL
                or self._are_together(source, destination) == (effect.policy.reach == INTRAZONE)
            )
        )

    def between(self, source: str, target: str) -> list[Effect]:
        """The enabled rules between the interfaces of two zones of the plan, each once, in their order."""
        found: dict[str, Effect] = {}
        for one in self.interfaces_of.get(source, ()):
            for other in self.interfaces_of.get(target, ()):
                found.update((effect.policy.id, effect) for effect in self.effects(one, other))
        return list(found.values())

    def _are_together(self, source: str, destination: str) -> bool:
        """True if two interfaces are in one zone of the text."""
        return source == destination or any(
            source in members and destination in members for members in self._members.values()
        )

    @cached_property
    def all_effects(self) -> tuple[Effect, ...]:
        """Every enabled rule in its order."""
        ordered = sorted(self._policies, key=lambda policy: policy.position)
        return tuple(self._effect(policy) for policy in ordered if policy.enabled and self._concerns(policy))

    def lists_of(self, names: Iterable[str]) -> frozenset[ListKey]:
        """The lists among the names of a rule, each by its kind and source."""
        return frozenset(self._lists[name] for name in names if name in self._lists)

    def addresses_of(self, names: Iterable[str]) -> Intervals:
        """The addresses that names of a rule certainly hold beside lists."""
        return self._address_set([name for name in names if name not in self._lists])[0]

    def is_every_service(self, policy: ObservedPolicy) -> bool:
        """True if a rule is certainly about every protocol."""
        return self._service_set(policy.services, exact=True)[0] == EVERY_SERVICE

    def _side(self, policy: ObservedPolicy, names: tuple[str, ...]) -> tuple[Intervals, bool]:
        """The addresses of one side of a rule, with what its planned lists stand for, and whether that is all."""
        lists = self.lists_of(names)
        others = [name for name in names if name not in self._lists]
        if not lists or policy.negated:
            return self._address_set(names)
        if not policy.allow and lists <= self._refused_lists:
            return self._address_set(others)
        if policy.allow and not others and lists == self._inbound_lists:
            return every_address(self._version), True
        return self._address_set(others)[0], False

    def _effect(self, policy: ObservedPolicy) -> Effect:
        everywhere = every_address(self._version)
        is_v4 = self._version == _IPV4
        source, source_known = self._side(policy, policy.sources if is_v4 else policy.sources6)
        destination, destination_known = self._side(
            policy, policy.destinations if is_v4 else policy.destinations6
        )
        flows, flows_known = self._service_set(policy.services)
        exact, _ = self._service_set(policy.services, exact=True)
        if not policy.allow and denied_categories(policy) and denied_categories(policy) <= self._filtered:
            # what every filter refuses anyway: a page, and never a packet that the matrix knows of
            return Effect(policy, NOTHING, NOTHING)
        # the planned hours of a rule are judged by themselves (policy-schedule)
        settled = not policy.negated and policy.schedule in self._settled_schedules and not policy.conditions
        settled = settled and self.people_of(policy) is not None
        settled = settled and (is_v4 or not policy.groups)
        if policy.negated:
            source, destination = everywhere, everywhere
        possible = Region(
            source if source_known else everywhere,
            destination if destination_known else everywhere,
            flows if flows_known else EVERY_SERVICE,
        )
        certain = Region(source, destination, exact) if settled else NOTHING
        return Effect(policy, possible, certain)

    def _address_set(self, names: Iterable[str]) -> tuple[Intervals, bool]:
        """The addresses that some objects certainly hold, and whether that is all they hold."""
        found: list[tuple[int, int]] = []
        known = True
        for name in names:
            item = self._addresses.get(name)
            if item is None or (not item.any_ and not item.prefixes) or item.fqdns:
                known = False
            if item is None:
                continue
            if item.any_:
                return every_address(self._version), True
            prefixes, unknown = read_prefixes(item.prefixes)
            known = known and not unknown
            found += addresses_of(prefixes, self._version)
        return union(found), known

    def _service_set(self, names: Iterable[str], *, exact: bool = False) -> tuple[Intervals, bool]:
        """The flows that some services hold, and whether that is all; `exact` for those that certainly match."""
        found: list[tuple[int, int]] = []
        known = True
        for name in names:
            item = self._services.get(name)
            if item is None or (not item.any_ and not item.flows):
                known = False
                continue
            if exact and not item.exact:
                continue
            if item.any_:
                return EVERY_SERVICE, True
            own = [flow for flow in item.flows if flow[0] != _FOREIGN_ICMP[self._version]]
            flows, flows_known = service_set(own)
            found += flows
            known = known and flows_known
        return union(found), known


def service_set(flows: Iterable[tuple[str, int, int]]) -> tuple[Intervals, bool]:
    """Observed flows on the service axis, and whether every protocol was known.

    >>> service_set([("icmp", 8, 8)])
    (((65544, 65544),), True)
    """
    found: list[tuple[int, int]] = []
    known = True
    for protocol, first, last in flows:
        number = PROTOCOLS.get(protocol)
        if number is None and protocol.isdecimal() and int(protocol) <= _HIGHEST_PROTOCOL:
            number = int(protocol)
        if number is None:
            known = False
        elif first < 0 or number not in _WITH_PORTS:
            found.append(whole_protocol(number))
        else:
            found.append(service(number, first, last))
    return union(found), known


class Passing(msgspec.Struct, frozen=True):
    """What a list of rules lets pass: for certain, and possibly (with the rule that may let it)."""

    certain: tuple[Region, ...]
    possible: tuple[tuple[Region, ObservedPolicy], ...]


def passing(effects: Iterable[Effect]) -> Passing:
    """First match: an allow counts for what no earlier deny has taken. What is left over is denied."""
    certain: list[Region] = []
    possible: list[tuple[Region, ObservedPolicy]] = []
    sure_denies: list[Region] = []
    possible_denies: list[Region] = []
    for effect in effects:
        if effect.policy.allow:
            certain += remainder([effect.certain], possible_denies)
            possible += [(region, effect.policy) for region in remainder([effect.possible], sure_denies)]
        else:
            sure_denies.append(effect.certain)
            possible_denies.append(effect.possible)
    return Passing(tuple(certain), tuple(possible))
