"""Policy routes and the rules of SD-WAN: what chooses a way before the routing table.

Policy routes are asked first (administration guide, Policy routes). One that denies hands over to the table; one whose
interface leads nowhere is passed over. A rule of SD-WAN whose members are all down is passed over too.
Defaults are those of FortiOS 7.4.
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedProbe, ObservedSteering
from netgen.readback.fortinet_fortios.objects import AddressBook
from netgen.readback.fortinet_fortios.tree import Node
from netgen.readback.indented import ipv4
from netgen.readback.spans import EVERYTHING, Span, address_and_length, join, network_span, prefixes

_DEFAULT = "0.0.0.0/0"
#: Health checks that are no pings, beside `ping` (7.4).
_PROTOCOLS = frozenset(
    {"tcp-echo", "udp-echo", "http", "https", "twamp", "ping6", "dns", "tcp-connect", "ftp"}
)
#: Protocols whose rules have ports.
_WITH_PORTS = {6: "tcp", 17: "udp", 132: "sctp"}
_LAST_PORT = 65535
_FACTORS = ("latency", "jitter", "packet-loss")


class Member(msgspec.Struct, frozen=True):
    """A member of SD-WAN: an interface, and the default routes that it brings."""

    number: int
    interface: str
    zone: str
    gateway: str
    priority: int
    cost: int


class Sdwan:
    """The section `system sdwan`; empty where it is not on."""

    def __init__(self, root: Node, addresses: AddressBook) -> None:
        """Read members and measurements; rules are read when asked for."""
        self._node = root.section("system sdwan")
        self._addresses = addresses
        self.is_on = self._node.enabled("status")
        self.members = tuple(
            _member(row) for row in self._node.rows("members") if row.enabled("status", default=True)
        )
        if self.members and not self.is_on:
            self._node.notes.doubt(self._node.line, "SD-WAN has members and is not on")
        self._checks = {row.name: row for row in self._node.rows("health-check")}

    def of_zone(self, zone: str) -> tuple[Member, ...]:
        """The members of a zone."""
        return tuple(item for item in self.members if item.zone == zone) if self.is_on else ()

    def probes(self) -> tuple[ObservedProbe, ...]:
        """A watch for each member that a health check names."""
        found = [
            probe
            for row in self._checks.values()
            for probe in _probes(row, {item.number: item for item in self.members})
        ]
        return tuple(found) if self.is_on else ()

    def rules(self) -> tuple[ObservedSteering, ...]:
        """The rules that are on, in their order."""
        found = [self._rule(row) for row in self._node.rows("service")]
        return tuple(rule for rule in found if rule) if self.is_on else ()

    def _rule(self, row: Node) -> ObservedSteering | None:
        by_number = {item.number: item for item in self.members}
        chosen: list[Member] = []
        for word in row.words("priority-members"):
            member = by_number.get(int(word)) if word.isascii() and word.isdecimal() else None
            if member is None:
                row.doubt_field("priority-members", f"member `{word}` is not defined")
            else:
                chosen.append(member)
        for zone in row.words("priority-zone"):
            chosen += [item for item in self.members if item.zone == zone]
        if not chosen:
            row.notes.doubt(row.line, f"rule {row.name}: takes no member")
        mode = row.choice("mode", "manual", {"auto", "priority", "sla"})
        if row.choice("addr-mode", "ipv4", {"ipv6"}) != "ipv4":
            row.leave_unread("addr-mode")
        if mode == "sla":
            chosen.sort(key=lambda item: item.cost)
        latency, jitter, loss = self._bounds(row) if mode == "sla" else (-1, -1, -1)
        applications = row.words("internet-service-name") if row.enabled("internet-service") else ()
        rule = ObservedSteering(
            name=row.word("name") or row.name,
            sources=self._prefixes(row, "src"),
            destinations=(_DEFAULT,) if applications else self._prefixes(row, "dst"),
            flows=() if applications else _flows(row),
            ways=tuple((item.interface, item.gateway) for item in chosen),
            line=row.line,
            applications=applications,
            strategy=self._strategy(row, mode),
            latency_ms=latency,
            jitter_ms=jitter,
            loss_percent=loss,
        )
        return rule if row.enabled("status", default=True) else None

    def _strategy(self, row: Node, mode: str) -> str:
        if row.enabled("load-balance"):
            hashed = row.choice(
                "hash-mode",
                "round-robin",
                {"source-ip-based", "source-dest-ip-based", "inbandwidth", "outbandwidth", "bibandwidth"},
            )
            return (
                "spread" if hashed == "source-ip-based" and mode in ("manual", "sla") else f"{mode} {hashed}"
            )
        if mode == "priority":
            name = row.word("health-check")
            if name not in self._checks:
                row.doubt_field("health-check", f"health check `{name}` is not defined")
            factor = row.word("link-cost-factor", "latency")
            return "fastest" if factor == "latency" else f"best {factor}"
        return "ordered" if mode in ("manual", "sla") else mode

    def _bounds(self, row: Node) -> tuple[int, int, int]:
        """(latency, jitter, loss) of the one row of a health check that a rule names."""
        named = row.rows("sla")
        if len(named) != 1:
            row.notes.doubt(row.line, f"rule {row.name}: names {len(named)} bounds")
        for item in named:
            number = str(item.number("id", 0))
            check = self._checks.get(item.name)
            bounds = next((sla for sla in check.rows("sla") if sla.name == number), None) if check else None
            if bounds is None:
                item.doubt_field("id", f"health check `{item.name}` has no bounds {number}")
                continue
            factors = bounds.words("link-cost-factor") or _FACTORS
            limits = (
                bounds.number("latency-threshold", 5),
                bounds.number("jitter-threshold", 5),
                bounds.number("packetloss-threshold", 0),
            )
            latency, jitter, loss = (
                limit if factor in factors else -1 for factor, limit in zip(_FACTORS, limits, strict=True)
            )
            return latency, jitter, loss
        return -1, -1, -1

    def _prefixes(self, row: Node, field: str) -> tuple[str, ...]:
        spans = _named(row, field, self._addresses)
        return prefixes(spans) if spans else (_DEFAULT,)


def read_policy_routes(
    root: Node, addresses: AddressBook, interfaces: set[str]
) -> tuple[ObservedSteering, ...]:
    """Policy routes that are on, in their order."""
    found: list[ObservedSteering] = []
    for row in root.section("router policy").rows():
        way, gateway = row.word("output-device"), row.word("gateway")
        if gateway == "0.0.0.0":  # noqa: S104 - FortiOS prints "no gateway" so
            gateway = ""
        to_table = row.choice("action", "permit", {"deny"}) == "deny"
        if way and way not in interfaces:
            row.doubt_field("output-device", f"interface `{way}` is not defined")
        if not to_table and not (way or gateway):
            row.notes.doubt(row.line, f"policy route {row.name}: leads nowhere")
        incoming = row.words("input-device")
        for name in incoming:
            if name not in interfaces:
                row.doubt_field("input-device", f"interface `{name}` is not defined")
        rule = ObservedSteering(
            name=f"policy route {row.name}",
            sources=_networks(row, "src", addresses),
            destinations=_networks(row, "dst", addresses),
            flows=_flows(row),
            ways=() if to_table else ((way, gateway),),
            line=row.line,
            incoming=incoming,
        )
        if row.enabled("status", default=True):
            found.append(rule)
    return tuple(found)


def _networks(row: Node, side: str, addresses: AddressBook) -> tuple[str, ...]:
    """What a policy route says of one side: `a.b.c.d/m.m.m.m` in `src`, names in `srcaddr`."""
    spans = _named(row, f"{side}addr", addresses)
    for text in row.words(side):
        read = address_and_length((text,)) or address_and_length(tuple(text.split("/", 1)))
        if read is None:
            row.doubt_field(side, f"`{text}` is not an address with a mask")
        else:
            spans.append(network_span(*read))
    if not spans:
        return (_DEFAULT,)
    return (_DEFAULT,) if EVERYTHING in spans else prefixes(join(spans))


def _named(row: Node, field: str, addresses: AddressBook) -> list[Span]:
    spans: list[Span] = []
    for name in row.words(field):
        if not addresses.knows(name):
            row.doubt_field(field, f"address `{name}` is not defined")
        if name in addresses.fqdns:
            row.leave_unread(field)
        spans += addresses.contents(name)
    return join(spans)


def _flows(row: Node) -> tuple[tuple[str, int, int], ...]:
    """Protocol and ports; without a protocol the ports count for no other than all."""
    number = row.number("protocol", 0)
    first, last = row.number("start-port", 1), row.number("end-port", _LAST_PORT)
    if number in _WITH_PORTS:
        # Port 0 is nobody's: a rule of all ports says 1.
        return ((_WITH_PORTS[number], 0 if first == 1 else first, last),)
    if number:
        return ((str(number), -1, -1),)
    if (first, last) not in ((1, _LAST_PORT), (0, _LAST_PORT)):
        row.doubt_field("start-port", "ports without a protocol")
    return ()


def _member(row: Node) -> Member:
    gateway = row.word("gateway")
    number = int(row.name) if row.name.isascii() and row.name.isdecimal() else 0
    if gateway == "0.0.0.0":  # noqa: S104 - FortiOS prints "no gateway" so
        gateway = ""
    return Member(
        number,
        row.word("interface"),
        row.word("zone", "virtual-wan-link"),
        gateway,
        row.number("priority", 1),
        row.number("cost", 0),
    )


def _probes(row: Node, members: dict[int, Member]) -> list[ObservedProbe]:
    targets = row.words("server")
    for target in targets:
        if ipv4(target) is None:
            row.doubt_field("server", f"`{target}` is not an address")
    if row.choice("addr-mode", "ipv4", {"ipv6"}) != "ipv4":
        row.leave_unread("addr-mode")
    kind = row.choice("protocol", "ping", _PROTOCOLS)
    detects = row.choice("detect-mode", "active", {"passive", "prefer-passive", "remote", "agent-based"})
    words = row.words("members")
    # 0 stands for all members.
    watched = list(members.values()) if "0" in words else []
    for word in words:
        member = members.get(int(word)) if word.isascii() and word.isdecimal() else None
        if member is None and word != "0":
            row.doubt_field("members", f"member `{word}` is not defined")
        watched += [member] if member else []
    updates = row.enabled("update-static-route", default=True)
    return [
        ObservedProbe(
            name=row.name,
            interface=member.interface,
            targets=targets,
            interval_ms=row.number("interval", 500),
            fail_after=row.number("failtime", 5),
            recover_after=row.number("recoverytime", 5),
            line=row.line,
            kind=kind if detects == "active" else f"{detects} {kind}",
            gives_up=(_DEFAULT,) if updates else (),
            gateway=member.gateway,
        )
        for member in watched
    ]
