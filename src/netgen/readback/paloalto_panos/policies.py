"""Security rules in order, with what NAT and the default rules make of them.

A rule names the address before a destination translation and the zone behind it (PAN-OS administrator's
guide, NAT policy rules); its fact has the address behind it.

PAN-OS also sends sessions with the firewall itself through these rules. Such a rule names the
firewall's own addresses and nothing else: it is a fact of `local_in` or `local_out`.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from netgen.readback.facts import (
    ObservedForward,
    ObservedInterface,
    ObservedPolicy,
    ObservedZone,
)
from netgen.readback.indented import bounds, ipv4, ipv4_text, network
from netgen.readback.paloalto_panos.interfaces import Names
from netgen.readback.paloalto_panos.objects import ANY, AddressBook, Flow, ServiceBook, Span
from netgen.readback.paloalto_panos.profiles import LogForwarding, ProfileGroups
from netgen.readback.paloalto_panos.tree import Node

_ACTIONS = frozenset({"allow", "deny", "drop", "reset-client", "reset-server", "reset-both"})
_REACHES = frozenset({"universal", "intrazone", "interzone"})
_MATCHES = ("from", "to", "source", "destination", "application", "service")
#: What narrows a rule beside zones, addresses and services.
_CONDITIONS = (
    "source-user",
    "category",
    "source-hip",
    "destination-hip",
    "source-device",
    "destination-device",
)
INTERZONE, INTRAZONE = "interzone-default", "intrazone-default"


class Defaults(msgspec.Struct, frozen=True):
    """What happens to sessions that no rule takes."""

    intrazone_allowed: bool
    interzone_allowed: bool
    intrazone_logged: bool
    interzone_logged: bool
    line: int


def read_defaults(root: Node, logs: LogForwarding) -> Defaults:
    """The default rules: inside a zone allow, between zones deny, neither logged."""
    rules = root.at("rulebase", "default-security-rules", "rules")
    found: dict[str, tuple[bool, bool]] = {}
    for name, usual in ((INTRAZONE, "allow"), (INTERZONE, "deny")):
        rule = rules.at(name)
        action = rule.word_of("action", usual, _ACTIONS)
        found[name] = action == "allow", _is_logged(rule, logs, default=False)
    return Defaults(
        intrazone_allowed=found[INTRAZONE][0],
        interzone_allowed=found[INTERZONE][0],
        intrazone_logged=found[INTRAZONE][1],
        interzone_logged=found[INTERZONE][1],
        line=rules.at(INTERZONE).line or rules.line,
    )


def _is_logged(rule: Node, logs: LogForwarding, *, default: bool) -> bool:
    """The end of a session is logged and the log is sent to a collector."""
    name = rule.value("log-setting")
    if name and not logs.knows(name):
        rule.doubt("log-setting", f"log forwarding profile `{name}` is not defined")
    return rule.yes("log-end", default=default) and logs.sends(name, "traffic")


class Rulebase:
    """Security rules with their names resolved."""

    def __init__(
        self,
        root: Node,
        addresses: AddressBook,
        services: ServiceBook,
        groups: ProfileGroups,
        logs: LogForwarding,
        zones: Iterable[ObservedZone],
        schedules: frozenset[str],
    ) -> None:
        """Read every rule; `policies` are in the order in which the firewall tries them."""
        self._root = root
        self._addresses = addresses
        self._services = services
        self._groups = groups
        self._logs = logs
        self._zones = {zone.name for zone in zones} | {ANY}
        self._schedules = schedules
        self.used_addresses: dict[str, None] = {}
        self.used_services: dict[str, None] = {}
        self.policies = [
            self._read(entry, position)
            for position, entry in enumerate(root.entries("rulebase", "security", "rules"), 1)
        ]

    def _read(self, entry: Node, position: int) -> ObservedPolicy:
        words = {key: entry.values(key) for key in _MATCHES}
        reach = entry.word_of("rule-type", "universal", _REACHES)
        if reach == "intrazone" and not words["to"]:
            words["to"] = words["from"]
        for key, found in words.items():
            if not found:
                entry.notes.doubt(entry.line, f"{entry.name}: has no {key}")
        for key in ("from", "to"):
            for zone in words[key]:
                if zone not in self._zones:
                    entry.doubt(key, f"zone `{zone}` is not defined")
        for key in ("source", "destination"):
            for name in words[key]:
                if not self._addresses.knows(name):
                    entry.doubt(key, f"address `{name}` is not defined")
            self.used_addresses.update(dict.fromkeys(words[key]))
        for name in words["service"]:
            if not self._services.knows(name):
                entry.doubt("service", f"service `{name}` is not defined")
        services = self._services.of_rule(words["application"], words["service"])
        self.used_services.update(dict.fromkeys(services))
        action = entry.word_of("action", "", _ACTIONS)
        if not action:
            entry.notes.doubt(entry.line, f"{entry.name}: has no action")
        schedule = entry.value("schedule")
        if schedule and schedule not in self._schedules:
            entry.doubt("schedule", f"schedule `{schedule}` is not defined")
        conditions = tuple(
            f"{key} {' '.join(found)}"
            for key in _CONDITIONS
            if (found := entry.values(key)) and found != (ANY,)
        )
        return ObservedPolicy(
            id=entry.word,
            name="",
            position=position,
            from_zones=words["from"],
            to_zones=words["to"],
            sources=words["source"],
            destinations=words["destination"],
            services=services,
            allow=action == "allow",
            enabled=not entry.yes("disabled"),
            nat=False,
            log=_is_logged(entry, self._logs, default=True),
            schedule=schedule,
            web_filter=self._groups.web_filter(entry.at("profile-setting")),
            dns_filter="",
            app_control="",
            inspection="",
            line=entry.line,
            negated=True in [entry.yes(key) for key in ("negate-source", "negate-destination")],
            conditions=conditions,
            reach=reach,
            protections=self._groups.protections(entry.at("profile-setting")),
            sources6=words["source"],
            destinations6=words["destination"],
        )


class _Translation(msgspec.Struct, frozen=True):
    """A NAT rule. Spans are None where the text does not settle them."""

    entry: Node
    from_zones: tuple[str, ...]
    to_zone: str
    interface: str
    source: list[Span] | None
    destination: list[Span] | None
    any_service: bool
    hides: bool


_EVERYTHING: list[Span] = [(0, 0xFFFFFFFF)]


class NatRules:
    """The NAT rules: what becomes of the source of a session, and what is sent inward."""

    def __init__(
        self,
        root: Node,
        names: Names,
        addresses: AddressBook,
        services: ServiceBook,
        zones: Iterable[ObservedZone],
        interfaces: Iterable[ObservedInterface],
    ) -> None:
        """Read every rule that is not disabled."""
        self._addresses = addresses
        self._interfaces = {item.name: item for item in interfaces}
        self._services = services
        self._names = names
        self._zones = {zone.name: zone for zone in zones}
        self.forwards: list[ObservedForward] = []
        self.rules: list[_Translation] = []
        for entry in root.entries("rulebase", "nat", "rules"):
            self._read(entry)

    def _read(self, entry: Node) -> None:
        from_zones, sources = entry.values("from"), entry.values("source")
        destinations, to_zone = entry.values("destination"), entry.value("to")
        service, native = entry.value("service", ANY), entry.value("to-interface", ANY)
        if entry.value("nat-type", "ipv4") != "ipv4":
            entry.leave("nat-type")
        for key, found in (
            ("from", from_zones),
            ("to", (to_zone,)),
            ("source", sources),
            ("destination", destinations),
        ):
            if not any(found):
                entry.notes.doubt(entry.line, f"{entry.name}: has no {key}")
        for zone in (*from_zones, to_zone):
            if zone and zone != ANY and zone not in self._zones:
                entry.notes.doubt(entry.line, f"{entry.name}: zone `{zone}` is not defined")
        for name in (*sources, *destinations):
            if not self._addresses.knows(name):
                entry.notes.doubt(entry.line, f"{entry.name}: address `{name}` is not defined")
        if not self._services.knows(service):
            entry.doubt("service", f"service `{service}` is not defined")
        interface = ANY if native == ANY else self._names.of(native)
        hides = self._hides(entry, native)
        inward, is_both_ways = self._inward(entry)
        if entry.yes("disabled"):
            return
        self.rules.append(
            _Translation(
                entry, from_zones, to_zone, interface, self._addresses.spans(sources),
                self._addresses.spans(destinations), service == ANY, hides,
            )
        )  # fmt: skip
        if inward:
            flows = self._services.flows([service]) if service != ANY else ()
            outside = " ".join(self._host(name) for name in (sources if is_both_ways else destinations))
            place = interface if interface != ANY else self._place(to_zone, outside)
            self.forwards.append(
                ObservedForward(entry.word, place, outside, self._host(inward), flows or (), entry.line)
            )

    def _host(self, name: str) -> str:
        """The address behind a name of one host, without its length; another name as it is."""
        host, colon, port = name.partition(":")
        spans = self._addresses.spans([host]) or []
        return (
            ipv4_text(spans[0][0]) + colon + port if len(spans) == 1 and spans[0][0] == spans[0][1] else name
        )

    def _place(self, zone: str, address: str) -> str:
        """The interface of a zone whose network an address is in; else the zone."""
        value = ipv4(address)
        for name in self._zones[zone].members if zone in self._zones and value is not None else ():
            item = self._interfaces.get(name)
            prefix = network(item.address, item.length) if item and item.address else None
            if prefix and bounds(prefix)[0] <= (value or 0) <= bounds(prefix)[1]:
                return name
        return zone

    def after(self, policy: ObservedPolicy) -> ObservedPolicy:
        """A rule with the destination that its sessions have behind the translation."""
        hosts = [self._host(name) for name in policy.destinations]
        if not hosts or any(all(item.outside != host for item in self.forwards) for host in hosts):
            return policy
        flows = self._services.flows(policy.services)
        used = [
            item
            for host in hosts
            for item in self.forwards
            if item.outside == host and (not flows or not item.flows or _share_a_port(flows, item.flows))
        ]
        if not used:
            return policy
        behind = dict.fromkeys(f"{item.inside.partition(':')[0]}/32" for item in used)
        return msgspec.structs.replace(
            policy, destinations=tuple(behind), published=tuple(dict.fromkeys(item.name for item in used))
        )

    def _hides(self, entry: Node, native: str) -> bool:
        """True if the rule puts one public address in place of the source."""
        translation = entry.at("source-translation")
        if not translation:
            return False
        kind = translation.choice()
        node = translation.at(kind)
        if kind == "none":
            node.take()
            return False
        if kind != "dynamic-ip-and-port":
            return False
        own = node.at("interface-address")
        interface = own.value("interface")
        own.value("ip")
        if own and native not in (ANY, interface):
            own.doubt("interface", f"what leaves by {native} gets the address of {interface or 'nobody'}")
        node.values("translated-address")
        return bool(own) or bool(node.at("translated-address"))

    @staticmethod
    def _inward(entry: Node) -> tuple[str, bool]:
        """Where sessions from outside are sent, and whether the rule is about the source too."""
        target = entry.at("destination-translation")
        address = target.value("translated-address")
        port = target.value("translated-port")
        if address:
            return (f"{address}:{port}" if port else address), False
        static = entry.at("source-translation", "static-ip")
        address = static.value("translated-address")
        if static.yes("bi-directional") and address:
            return address, True
        return "", False

    def judge(self, policy: ObservedPolicy) -> tuple[bool, bool]:
        """Whether the source of everything that a rule allows is hidden, and whether that of some of it is."""
        sources, destinations = (
            self._addresses.spans(policy.sources),
            self._addresses.spans(policy.destinations),
        )
        found = {
            hidden
            for source in self._expand(policy.from_zones)
            for target in self._expand(policy.to_zones)
            if policy.reach == "universal" or (source == target) == (policy.reach == "intrazone")
            for interface in self._zones[target].members or ("",)
            for hidden in self._outcomes(source, target, interface, sources, destinations)
        }
        return found == {True}, True in found

    def _expand(self, names: Iterable[str]) -> list[str]:
        wanted = tuple(names)
        return list(self._zones) if ANY in wanted else [name for name in wanted if name in self._zones]

    def _outcomes(
        self,
        source: str,
        target: str,
        interface: str,
        sources: list[Span] | None,
        destinations: list[Span] | None,
    ) -> set[bool]:
        """What may become of the source on one way through the firewall, by first match."""
        found: set[bool] = set()
        for rule in self.rules:
            if rule.to_zone not in (target, ANY) or rule.interface not in (ANY, interface):
                continue
            if source not in rule.from_zones and ANY not in rule.from_zones:
                continue
            if _is_apart(rule.source, sources) or _is_apart(rule.destination, destinations):
                continue
            found.add(rule.hides)
            if rule.any_service and _covers(rule.source, sources) and _covers(rule.destination, destinations):
                return found
        found.add(False)
        return found


def _share_a_port(one: tuple[Flow, ...], other: tuple[Flow, ...]) -> bool:
    return any(
        kind == word and low <= last and first <= high
        for kind, low, high in one
        for word, first, last in other
    )


def _covers(outer: list[Span] | None, inner: list[Span] | None) -> bool:
    if outer == _EVERYTHING:
        return True
    if outer is None or inner is None:
        return False
    return all(any(low <= first and last <= high for low, high in outer) for first, last in inner)


def _is_apart(one: list[Span] | None, other: list[Span] | None) -> bool:
    if one is None or other is None:
        return False
    return not any(low <= last and first <= high for low, high in one for first, last in other)


def talks_inside(zone: str, policies: Iterable[ObservedPolicy], defaults: Defaults) -> bool:
    """Whether members of a zone may talk: the first rule for everything inside the zone, else the default."""
    for policy in policies:
        if not policy.enabled or policy.reach == "interzone" or policy.schedule or policy.conditions:
            continue
        inside = all(zone in names or ANY in names for names in (policy.from_zones, policy.to_zones))
        everything = ANY in policy.sources and ANY in policy.destinations and policy.services == (ANY,)
        if inside and everything and not policy.negated:
            return policy.allow
    return defaults.intrazone_allowed


def denies_all_logged(policies: list[ObservedPolicy]) -> bool:
    """True if the last rule takes everything that is left, denies and logs it."""
    live = [policy for policy in policies if policy.enabled]
    if not live:
        return False
    last = live[-1]
    everything = all(
        ANY in names
        for names in (last.from_zones, last.to_zones, last.sources, last.destinations, last.services)
    )
    plain = not (last.negated or last.schedule or last.conditions) and last.reach != "intrazone"
    return everything and plain and not last.allow and last.log


#: The address of a client without one, and the broadcast that ends at the firewall (RFC 2131): nobody's own.
_NOBODY = ((0, 0), (0xFFFFFFFF, 0xFFFFFFFF))


class Own:
    """The firewall's own addresses, each with the zone that it is in."""

    def __init__(
        self, interfaces: Iterable[ObservedInterface], zones: Iterable[ObservedZone], addresses: AddressBook
    ) -> None:
        """Collect the addresses of interfaces."""
        home = {member: zone.name for zone in zones for member in zone.members}
        self._addresses = addresses
        self._zone_of = {
            value: home.get(item.name, "")
            for item in interfaces
            if item.address and (value := ipv4(item.address)) is not None
        }

    def zones_of(self, names: Iterable[str]) -> set[str] | None:
        """Zones of the firewall's own addresses behind some names; None if there is any other address."""
        spans = [span for span in self._addresses.spans(names) or () if span not in _NOBODY]
        if not spans or any(first != last or first not in self._zone_of for first, last in spans):
            return None
        return {self._zone_of[first] for first, _ in spans}

    def side(self, policy: ObservedPolicy) -> str:
        """`in` for sessions with the firewall itself, `out` for those that it opens, else ""."""
        if policy.negated:
            return ""
        targets = self.zones_of(policy.destinations)
        if targets is not None and _is_within(policy.to_zones, targets):
            return "in"
        origins = self.zones_of(policy.sources)
        if origins is not None and _is_within(policy.from_zones, origins):
            return "out"
        return ""


def _is_within(zones: tuple[str, ...], homes: set[str]) -> bool:
    return bool(homes) and "" not in homes and set(zones) <= homes


def closing_rule(defaults: Defaults, position: int) -> ObservedPolicy | None:
    """The default rules as the end of the rules for sessions with the firewall itself; None if they are open."""
    if defaults.intrazone_allowed or defaults.interzone_allowed:
        return None
    return ObservedPolicy(
        id=INTERZONE, name="", position=position, from_zones=(ANY,), to_zones=(), sources=(ANY,),
        destinations=(ANY,), services=(ANY,), allow=False, enabled=True, nat=False,
        log=defaults.interzone_logged, schedule="", web_filter="", dns_filter="", app_control="", inspection="",
        line=defaults.line,
    )  # fmt: skip


def open_default(defaults: Defaults, position: int) -> ObservedPolicy:
    """The default rule between zones where the text makes it an allow."""
    return ObservedPolicy(
        id=INTERZONE, name="", position=position, from_zones=(ANY,), to_zones=(ANY,), sources=(ANY,),
        destinations=(ANY,), services=(ANY,), allow=True, enabled=True, nat=False,
        log=defaults.interzone_logged, schedule="", web_filter="", dns_filter="", app_control="", inspection="",
        line=defaults.line, reach="interzone", sources6=(ANY,), destinations6=(ANY,),
    )  # fmt: skip
