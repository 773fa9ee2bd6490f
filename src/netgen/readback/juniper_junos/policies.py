"""Security policies of an SRX in the order in which they are tried, and what goes with them.

A policy between two zones comes before the global ones; what none matches is denied (`default-policy`).
"""

from __future__ import annotations

from itertools import product

import msgspec

from netgen.readback.facts import ObservedList, ObservedPolicy, ObservedSchedule
from netgen.readback.juniper_junos.nat import Rectangle, SourceNat
from netgen.readback.juniper_junos.objects import AddressBook, Applications
from netgen.readback.juniper_junos.threats import Threats
from netgen.readback.juniper_junos.tree import Node, Notes
from netgen.readback.spans import EVERYTHING

ANY_ZONE = "any"
_HOST_ZONE = "junos-host"
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CONDITIONS = ("source-identity", "dynamic-application", "url-category")


class Policies(msgspec.Struct):
    """The policies, which zones are open inside, whether the last deny logs, and names that are used."""

    policies: tuple[ObservedPolicy, ...]
    open_inside: set[str]
    implicit_deny_logged: bool
    used_services: set[str]


class PolicyReader:
    """Reads policies with what they refer to."""

    def __init__(
        self,
        root: Node,
        zones: dict[str, tuple[str, ...]],
        book: AddressBook,
        applications: Applications,
        nat: SourceNat,
        lists: tuple[ObservedList, ...],
        notes: Notes,
    ) -> None:
        """`zones` are the interfaces of each zone, `lists` what policies may name beside addresses."""
        self._root = root
        self._zones = zones
        self._book = book
        self._applications = applications
        self._nat = nat
        self._notes = notes
        self._schedules = {row.key for row in root.sub("schedulers").entries("scheduler")}
        self._lists = frozenset(item.name for item in lists)
        self._threats = Threats(root, notes)
        self._utm = {row.key: row for row in root.sub("security", "utm").entries("utm-policy")}
        self._used: set[str] = set()

    def read(self) -> Policies:
        """All policies, those between zones first."""
        block = self._root.sub("security", "policies")
        found: list[ObservedPolicy] = []
        for pair in block.entries("from-zone"):
            source, destination = pair.keys
            for zone in pair.keys:
                if zone not in self._zones and zone not in (_HOST_ZONE, ANY_ZONE):
                    self._notes.doubt(pair.line, f"policies: zone {zone} is not defined")
            for row in pair.entries("policy"):
                found.append(
                    self._read(row, f"{source}/{destination}/", (source,), (destination,), len(found) + 1)
                )
        for row in block.sub("global").entries("policy"):
            match = row.sub("match")
            ends = [match.values(name) or (ANY_ZONE,) for name in ("from-zone", "to-zone")]
            for zone in (*ends[0], *ends[1]):
                if zone not in self._zones and zone != ANY_ZONE:
                    self._notes.doubt(row.line, f"policy {row.key}: zone {zone} is not defined")
            found.append(self._read(row, "global/", ends[0], ends[1], len(found) + 1))
        logged = self._logs_at_the_end(found)
        if block.has("default-policy", "permit-all"):
            found.append(self._default(block.sub("default-policy").line, len(found) + 1))
            logged = False
        block.has("default-policy", "deny-all")
        return Policies(tuple(found), self._open_inside(found), logged, self._used)

    def _default(self, line: int, position: int) -> ObservedPolicy:
        self._used.add("any")
        everything = self._book.name("any", ()) or "any"
        return ObservedPolicy(
            id="default-policy", name="default-policy", position=position, from_zones=(ANY_ZONE,), to_zones=(ANY_ZONE,),
            sources=(everything,), destinations=(everything,), services=("any",), allow=True, enabled=True, nat=False,
            log=False, schedule="", web_filter="", dns_filter="", app_control="", inspection="", line=line,
            sources6=(everything,), destinations6=(everything,),
        )  # fmt: skip

    def _read(
        self, row: Node, prefix: str, from_zones: tuple[str, ...], to_zones: tuple[str, ...], position: int
    ) -> ObservedPolicy:
        match, then = row.sub("match"), row.sub("then")
        label = f"policy {prefix}{row.key}"
        sources = self._addresses(match, "source-address", from_zones, label)
        destinations = self._addresses(match, "destination-address", to_zones, label)
        services = match.values("application")
        for name in services:
            if not self._applications.knows(name):
                self._notes.doubt(match.line_of("application"), f"{label}: application {name} is not defined")
        for what, value in (("source", sources), ("destination", destinations), ("application", services)):
            if not value:
                self._notes.doubt(row.line, f"{label} has no {what}")
        self._used.update(services)
        actions = [word for word in ("permit", "deny", "reject") if then.has(word)]
        if len(actions) != 1:
            self._notes.doubt(row.line, f"{label} has {len(actions) or 'no'} actions")
        allow = actions == ["permit"]
        services_of = then.sub("permit", "application-services")
        web, inspection, application = self._services(services_of, label)
        log = then.sub("log")
        said = [log.has("session-init"), log.has("session-close")]
        schedule = row.value("scheduler-name")
        if schedule and schedule not in self._schedules:
            self._notes.doubt(row.line_of("scheduler-name"), f"{label}: schedule {schedule} is not defined")
        negated = any([match.has("source-address-excluded"), match.has("destination-address-excluded")])
        conditions = tuple(
            f"{name} {value}"
            for name in _CONDITIONS
            for value in match.values(name)
            if value not in ("any", "none")
        )
        permit = then.sub("permit")
        if permit.sub("tunnel").value("ipsec-vpn"):
            permit.sub("tunnel").keep("ipsec-vpn")
        return ObservedPolicy(
            id=f"{prefix}{row.key}",
            name=row.key,
            position=position,
            from_zones=from_zones,
            to_zones=to_zones,
            sources=sources,
            destinations=destinations,
            services=services,
            allow=allow,
            enabled=True,
            nat=allow and self._is_hidden(from_zones, to_zones, sources, destinations, row, label),
            # A denied session has no end, so that only its beginning can be logged.
            log=True in said if allow else said[0],
            schedule=schedule,
            web_filter=web,
            dns_filter="",
            app_control=application,
            inspection=inspection,
            line=row.line,
            negated=negated,
            conditions=conditions,
            sources6=sources,
            destinations6=destinations,
            protections=self._threats.of(services_of, label),
        )

    def _addresses(self, match: Node, name: str, zones: tuple[str, ...], label: str) -> tuple[str, ...]:
        found: list[str] = []
        for text in match.values(name):
            fact = self._book.name(text, zones)
            if fact is None and text not in self._lists:
                self._notes.doubt(match.line_of(name), f"{label}: address {text} is not defined")
            found.append(fact or text)
        return tuple(found)

    def _services(self, block: Node, label: str) -> tuple[str, str, str]:
        """(web filter, inspection, application rules) of a permit."""
        utm = block.value("utm-policy")
        web = ""
        if utm:
            row = self._utm.get(utm)
            if row is None:
                self._notes.doubt(block.line_of("utm-policy"), f"{label}: UTM policy {utm} is not defined")
            else:
                web = row.sub("web-filtering").value("http-profile")
        proxy = ""
        if block.has("ssl-proxy"):
            proxy = block.sub("ssl-proxy").value("profile-name", "ssl-proxy")
        return web, proxy, block.sub("application-firewall").value("rule-set")

    def _is_hidden(
        self,
        from_zones: tuple[str, ...],
        to_zones: tuple[str, ...],
        sources: tuple[str, ...],
        destinations: tuple[str, ...],
        row: Node,
        label: str,
    ) -> bool:
        """True if the sources of what the policy lets pass are translated; a part of them is a contradiction."""
        packets: Rectangle = (
            tuple(span for name in sources for span in self._book.spans(name)) or (EVERYTHING,),
            tuple(span for name in destinations for span in self._book.spans(name)) or (EVERYTHING,),
        )
        zones = tuple(self._zones)
        pairs = product(
            zones if ANY_ZONE in from_zones else from_zones, zones if ANY_ZONE in to_zones else to_zones
        )
        found = [self._nat.hides(one, other, packets) for one, other in pairs]
        translated = any(some for some, _ in found)
        if translated and any(rest for _, rest in found) and ANY_ZONE not in (*from_zones, *to_zones):
            self._notes.doubt(row.line, f"{label}: NAT hides a part of its sources alone")
        return translated

    def _logs_at_the_end(self, policies: list[ObservedPolicy]) -> bool:
        """True if a policy between all zones denies and logs what no other matches."""
        return any(
            not policy.allow
            and policy.log
            and all(
                ANY_ZONE in ends or self._zones.keys() <= set(ends)
                for ends in (policy.from_zones, policy.to_zones)
            )
            and _matches_all(policy)
            for policy in policies
        )

    def _open_inside(self, policies: list[ObservedPolicy]) -> set[str]:
        found: set[str] = set()
        for zone in self._zones:
            for policy in policies:
                inside = all({zone, ANY_ZONE} & set(ends) for ends in (policy.from_zones, policy.to_zones))
                if inside and _matches_all(policy):
                    if policy.allow:
                        found.add(zone)
                    break
        return found


def _matches_all(policy: ObservedPolicy) -> bool:
    everything = {"any", "any-ipv4"}
    return (
        bool(everything & set(policy.sources))
        and bool(everything & set(policy.destinations))
        and "any" in policy.services
        and not policy.negated
        and not policy.conditions
        and not policy.schedule
    )


def read_schedules(root: Node) -> tuple[ObservedSchedule, ...]:
    """The schedulers: one fact for each stretch of time, with its days."""
    found: list[ObservedSchedule] = []
    for row in root.sub("schedulers").entries("scheduler"):
        stretches: dict[tuple[str, str], list[str]] = {}
        for item in row.entries("start-date"):
            stretches.setdefault((item.key, item.value("stop-date")), [])
        for name in ("daily", *_DAYS):
            block = row.sub(name)
            days = list(_DAYS) if name == "daily" else [name]
            for item in block.entries("start-time"):
                stretches.setdefault((item.key, item.value("stop-time")), []).extend(days)
            if block.has("all-day"):
                stretches.setdefault(("00:00", "24:00"), []).extend(days)
            if block.has("exclude"):
                for listed in stretches.values():
                    listed[:] = [day for day in listed if day not in days]
        found += [
            ObservedSchedule(row.key, tuple(dict.fromkeys(days)), start, end, row.line)
            for (start, end), days in stretches.items()
        ] or [ObservedSchedule(row.key, (), "", "", row.line)]
    return tuple(found)
