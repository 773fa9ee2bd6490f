"""Addresses, services and applications: what the names of rules stand for.

An object of the virtual system hides one of the same name in `shared`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from netgen.readback.facts import ObservedAddress, ObservedSchedule, ObservedService
from netgen.readback.indented import ipv4, ipv4_text, split_cidr, whole_number
from netgen.readback.paloalto_panos.tree import Node

ANY = "any"
APPLICATION_DEFAULT = "application-default"
_BITS = 32
_BITS_6 = 128
_PORT_MAX = 65535
_REGION = re.compile(r"[A-Z]{2}\Z")
_IPV6 = re.compile(r"[0-9a-fA-F]*:[0-9a-fA-F:.]*(/\d{1,3})?\Z")
Flow = tuple[str, int, int]
Span = tuple[int, int]

#: Services that exist without a line (PAN-OS administrator's guide, predefined services).
BUILT_IN_SERVICES: dict[str, tuple[Flow, ...]] = {
    "service-http": (("tcp", 80, 80), ("tcp", 8080, 8080)),
    "service-https": (("tcp", 443, 443),),
}
#: Applications that are told by their packets alone, so that a rule matches exactly these flows
#: (vendor's application list: ping is identified by ICMP type 8, icmp by the protocol; ping6 and ipv6-icmp likewise).
EXACT_APPLICATIONS: dict[str, tuple[Flow, ...]] = {
    "ping": (("icmp", 8, 8),),
    "icmp": (("icmp", -1, -1),),
    "ping6": (("icmp6", 128, 128),),
    "ipv6-icmp": (("icmp6", -1, -1),),
}
#: Standard ports of applications that are told by their content (vendor's application list).
APPLICATION_PORTS: dict[str, tuple[Flow, ...]] = {
    "dhcp": (("udp", 67, 68),),
    "ike": (("udp", 500, 500), ("udp", 4500, 4500)),
    "ipsec-esp": (("esp", -1, -1),),
    "ipsec-esp-udp": (("udp", 4500, 4500),),
    "quic": (("udp", 80, 80), ("udp", 443, 443)),
}


class AddressBook:
    """Every address of a text by name: ranges of IPv4, prefixes of IPv6, host names."""

    def __init__(self, root: Node) -> None:
        """Read all address objects and groups; `shared` first, so that the nearer one wins."""
        self._notes = root.notes
        self._nodes: dict[str, Node] = {}
        self._groups: dict[str, Node] = {}
        self._feeds: set[str] = set()
        for scope in (root.at("shared"), root):
            for entry in scope.entries("address"):
                self._nodes[entry.word] = entry
            for entry in scope.entries("address-group"):
                self._groups[entry.word] = entry
            for entry in scope.entries("external-list"):
                self._feeds.add(entry.word)
        self._contents = {name: self._read(entry) for name, entry in self._nodes.items()}
        for name, entry in self._groups.items():
            if name in self._nodes:
                self._notes.doubt(entry.line, f"`{name}` is an address and a group")
            entry.values("static")

    def _read(self, entry: Node) -> tuple[str, ...]:
        texts = []
        for key in ("ip-netmask", "ip-range", "fqdn"):
            word = entry.value(key)
            if not word:
                continue
            texts.append(f"fqdn {word}" if key == "fqdn" else word)
            if key != "fqdn" and literal(word) is None:
                entry.doubt(key, f"`{word}` is no address")
        if len(texts) > 1:
            self._notes.doubt(entry.line, f"address `{entry.word}` is several things at once")
        if not texts and not entry.at("ip-wildcard"):
            self._notes.doubt(entry.line, f"address `{entry.word}` says nothing")
        return tuple(texts)

    def knows(self, name: str) -> bool:
        """True if a rule may use the name."""
        return (
            name == ANY
            or name in self._nodes
            or name in self._groups
            or name in self._feeds
            or literal(name) is not None
            or bool(_REGION.match(name))
        )

    def is_country(self, name: str) -> bool:
        """True if a name without an object is the code of a country."""
        return name not in self._nodes and name not in self._groups and bool(_REGION.match(name))

    def _texts(self, name: str, seen: frozenset[str] = frozenset()) -> Iterator[str]:
        """Literal addresses behind a name; `?` for what the text does not say."""
        if name in self._nodes:
            yield from self._contents[name] or ("?",)
        elif name in self._groups:
            entry = self._groups[name]
            members = tuple(entry.at("static").children)
            if name in seen or not members:
                yield "?"
            for member in members if name not in seen else ():
                if not self.knows(member):
                    entry.doubt("static", f"`{member}` is not defined")
                yield from self._texts(member, seen | {name})
        else:
            yield name if literal(name) is not None else "?"

    def check_groups(self) -> None:
        """Members of groups that are not defined, also of groups that nobody uses."""
        for name in self._groups:
            for _ in self._texts(name):
                pass

    def observed(self, names: Iterable[str]) -> tuple[ObservedAddress, ...]:
        """Every object of the text, and what rules name without an object."""
        wanted = dict.fromkeys((*self._nodes, *self._groups, *names))
        return tuple(self._observe(name) for name in wanted)

    def _observe(self, name: str) -> ObservedAddress:
        node = self._nodes.get(name) or self._groups.get(name)
        line = node.line if node else 0
        if name == ANY and not node:
            return ObservedAddress(name, (), any_=True, line=line)
        texts = list(self._texts(name))
        hosts = tuple(text.removeprefix("fqdn ") for text in texts if text.startswith("fqdn ") or text == "?")
        found: list[str] = []
        for text in texts:
            if not text.startswith("fqdn ") and text != "?":
                found += literal(text) or ()
        return ObservedAddress(name, tuple(dict.fromkeys(found)), any_=False, line=line, fqdns=hosts)

    def spans(self, names: Iterable[str]) -> list[Span] | None:
        """IPv4 ranges of some names; None for anything that the text does not settle. Everything is one range."""
        found: list[Span] = []
        for name in names:
            if name == ANY:
                return [(0, 0xFFFFFFFF)]
            for text in self._texts(name):
                span = _span(text)
                if span is None and not _IPV6.match(text):
                    return None
                if span:
                    found.append(span)
        return found


def literal(text: str) -> tuple[str, ...] | None:
    """Prefixes of an address, a prefix or a range as PAN-OS writes them; None when it is none."""
    if _IPV6.match(text):
        address, slash, length = text.partition("/")
        number = whole_number(length) if slash else _BITS_6
        return (f"{address}/{number}",) if number is not None and number <= _BITS_6 else None
    span = _span(text)
    return None if span is None else prefixes(*span)


def _span(text: str) -> Span | None:
    if "-" in text:
        low, _, high = text.partition("-")
        first, last = ipv4(low), ipv4(high)
        return None if first is None or last is None or last < first else (first, last)
    if "/" in text:
        parts = split_cidr(text)
        if parts is None:
            return None
        hosts = (1 << (_BITS - parts[1])) - 1
        first = (ipv4(parts[0]) or 0) & ~hosts
        return first, first + hosts
    value = ipv4(text)
    return None if value is None else (value, value)


def prefixes(first: int, last: int) -> tuple[str, ...]:
    """The fewest prefixes that hold exactly these addresses.

    >>> prefixes(1, 2)
    ('0.0.0.1/32', '0.0.0.2/32')
    """
    found = []
    low = first
    while low <= last:
        bits = _BITS if low == 0 else (low & -low).bit_length() - 1
        while low + (1 << bits) - 1 > last:
            bits -= 1
        found.append(f"{ipv4_text(low)}/{_BITS - bits}")
        low += 1 << bits
    return tuple(found)


class ServiceBook:
    """Services and applications, and what they are together in one rule."""

    def __init__(self, root: Node) -> None:
        """Read all services, service groups and application groups."""
        self._notes = root.notes
        self._flows: dict[str, tuple[Flow, ...] | None] = dict(BUILT_IN_SERVICES)
        self._nodes: dict[str, Node] = {}
        self._groups: dict[str, Node] = {}
        self._applications: dict[str, Node] = {}
        self._custom: set[str] = set()
        self._made: dict[str, ObservedService] = {}
        for scope in (root.at("shared"), root):
            for entry in scope.entries("service"):
                self._nodes[entry.word] = entry
                self._flows[entry.word] = _service_flows(entry)
            for entry in scope.entries("service-group"):
                entry.values("members")
                self._groups[entry.word] = entry
            for entry in scope.entries("application-group"):
                entry.values("members")
                self._applications[entry.word] = entry
            self._custom |= {entry.word for entry in scope.entries("application")}
            self._custom |= {entry.word for entry in scope.entries("application-filter")}

    def knows(self, name: str) -> bool:
        """True if a rule may use the name as a service."""
        return name in (ANY, APPLICATION_DEFAULT) or name in self._flows or name in self._groups

    def _resolve(self, name: str, seen: frozenset[str] = frozenset()) -> tuple[Flow, ...] | None:
        """Flows of a service or group; None for what the text does not settle."""
        if name not in self._groups:
            return self._flows.get(name)
        if name in seen:
            return None
        found: list[Flow] = []
        for member in self._groups[name].at("members").children:
            flows = self._resolve(member, seen | {name})
            if flows is None:
                return None
            found += flows
        return tuple(found)

    def check_groups(self) -> None:
        """Members of groups that are not defined."""
        for entry in self._groups.values():
            for member in entry.at("members").children:
                if not self.knows(member):
                    entry.doubt("members", f"`{member}` is not defined")

    def applications(self, names: Iterable[str], seen: frozenset[str] = frozenset()) -> list[str]:
        """The applications of a rule without their groups."""
        found: list[str] = []
        for name in names:
            if name in self._applications and name not in seen:
                members = self._applications[name].at("members").children
                found += self.applications(members, seen | {name})
            else:
                found.append(name)
        return list(dict.fromkeys(found))

    def of_rule(self, applications: tuple[str, ...], services: tuple[str, ...]) -> tuple[str, ...]:
        """Names under which `observed` gives what a rule matches by its applications and services."""
        flat = self.applications(applications)
        if ANY in flat:
            return services
        return tuple(self._make(name, services) for name in flat)

    def _make(self, application: str, services: tuple[str, ...]) -> str:
        """One application of a rule as a service of its own: it narrows the rule's services."""
        name = f"{application} on {' '.join(services)}"
        if name in self._made:
            return name
        free = ANY in services or services == (APPLICATION_DEFAULT,)
        exact = EXACT_APPLICATIONS.get(application) if application not in self._custom else None
        if exact is not None:
            flows: tuple[Flow, ...] | None = exact if free else ()
        elif free:
            flows = APPLICATION_PORTS.get(application, ()) if application not in self._custom else ()
        else:
            usual = {protocol for protocol, _, _ in APPLICATION_PORTS.get(application, ())}
            found = self.flows(services)
            flows = tuple(flow for flow in found or () if not usual or flow[0] in usual)
        self._made[name] = ObservedService(
            name, flows or (), any_=False, line=0, exact=exact is not None and bool(flows)
        )
        return name

    def flows(self, services: Iterable[str]) -> tuple[Flow, ...] | None:
        """All flows of some services; None when one of them is not settled."""
        found: list[Flow] = []
        for service in services:
            flows = self._resolve(service)
            if flows is None:
                return None
            found += flows
        return tuple(found)

    def observed(self, names: Iterable[str]) -> tuple[ObservedService, ...]:
        """Every service of the text, and what rules make of services and applications."""
        wanted = dict.fromkeys((*self._nodes, *self._groups, *names))
        found = []
        for name in wanted:
            if name in self._made:
                found.append(self._made[name])
                continue
            node = self._nodes.get(name) or self._groups.get(name)
            line = node.line if node else 0
            flows = self._resolve(name)
            if name == ANY and not node:
                found.append(ObservedService(name, (), any_=True, line=0))
            elif self.knows(name):
                found.append(
                    ObservedService(name, flows or (), any_=False, line=line, exact=flows is not None)
                )
        return tuple(found)


def _service_flows(entry: Node) -> tuple[Flow, ...] | None:
    """Flows of a service object; None where it also asks for a source port."""
    found: list[Flow] = []
    settled = True
    protocol = entry.at("protocol").choice()
    if protocol not in ("tcp", "udp"):
        entry.notes.doubt(entry.line, f"service `{entry.word}` is neither tcp nor udp")
    for word in ("tcp", "udp"):
        node = entry.at("protocol", word)
        if not node:
            continue
        if word != protocol:
            entry.notes.doubt(node.line, f"service `{entry.word}` is tcp and udp at once")
            continue
        text = node.value("port")
        for part in text.replace(" ", "").split(","):
            low, dash, high = part.partition("-")
            first, last = whole_number(low), whole_number(high if dash else low)
            if first is None or last is None or not first <= last <= _PORT_MAX:
                node.doubt("port", f"`{part}` is no port of `{entry.word}`")
                settled = False
            else:
                found.append((word, first, last))
        settled = settled and not node.at("source-port")
    return tuple(found) if settled else None


def read_schedules(root: Node) -> tuple[ObservedSchedule, ...]:
    """When rules apply: one fact a span of time."""
    found = []
    for entry in (*root.entries("shared", "schedule"), *root.entries("schedule")):
        kind = entry.at("schedule-type")
        spans: list[tuple[tuple[str, ...], str]] = [((), text) for text in kind.values("non-recurring")]
        recurring = kind.at("recurring")
        spans += [((), text) for text in recurring.values("daily")]
        for day in recurring.at("weekly").children:
            spans += [((day,), text) for text in recurring.at("weekly").values(day)]
        for days, text in spans:
            start, dash, end = text.partition("-")
            if not dash:
                entry.notes.doubt(entry.line, f"schedule `{entry.word}`: `{text}` is no span of time")
            found.append(ObservedSchedule(entry.word, days, start, end, entry.line))
        if not spans:
            entry.notes.doubt(entry.line, f"schedule `{entry.word}` never applies")
    return tuple(found)
