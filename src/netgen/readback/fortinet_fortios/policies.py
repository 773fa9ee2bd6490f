"""Firewall policies in order, local-in policies, destination translation and flood protection."""

from __future__ import annotations

import msgspec

from netgen.readback.facts import (
    ObservedAddress,
    ObservedFloodGuard,
    ObservedForward,
    ObservedPolicy,
    ObservedTranslation,
)
from netgen.readback.fortinet_fortios.objects import ServiceBook
from netgen.readback.fortinet_fortios.translations import is_range
from netgen.readback.fortinet_fortios.tree import Node
from netgen.readback.indented import ipv4, whole_number
from netgen.readback.spans import prefixes

_NEGATIONS = ("srcaddr-negate", "dstaddr-negate", "service-negate", "srcaddr6-negate", "dstaddr6-negate")
_NO_INSPECTION = "no-inspection"
#: Profiles that look for attacks and malware.
_PROTECTIONS = ("av-profile", "ips-sensor")


def read_policies(root: Node, one_to_one: frozenset[str] = frozenset()) -> tuple[ObservedPolicy, ...]:
    """The policies of the firewall in the order in which the device tries them.

    `one_to_one` are the names of pools that give each source an address of its own.

    A field that is absent has the device's default: action deny, status enable, logging of
    security events alone (which `log` does not count), no NAT, no inspection.
    """
    return tuple(
        _read_policy(entry, position, one_to_one)
        for position, entry in enumerate(root.section("firewall policy").rows(), 1)
    )


def _read_policy(entry: Node, position: int, one_to_one: frozenset[str]) -> ObservedPolicy:
    action = entry.choice("action", "deny", {"accept", "ipsec"})
    if action == "ipsec":
        entry.leave_unread("action")
    allow = action != "deny"
    filtered = entry.enabled("utm-status")
    web, dns, application = (
        entry.word(field) for field in ("webfilter-profile", "dnsfilter-profile", "application-list")
    )
    if not filtered and (web or dns or application):
        entry.doubt_field("utm-status", "names filters that have no effect, since utm-status is not enabled")
    protections = [f"{field} {word}" for field in _PROTECTIONS if (word := entry.word(field))]
    if not filtered and protections:
        entry.doubt_field(
            "utm-status", "names protections that have no effect, since utm-status is not enabled"
        )
    inspection = entry.word("ssl-ssh-profile", _NO_INSPECTION)
    translation = _pool(entry, one_to_one)
    log = entry.choice("logtraffic", "utm", {"all", "disable"}) == "all"
    return ObservedPolicy(
        id=entry.name,
        name=entry.word("name"),
        position=position,
        from_zones=entry.words("srcintf"),
        to_zones=entry.words("dstintf"),
        sources=entry.words("srcaddr"),
        destinations=entry.words("dstaddr"),
        services=entry.words("service"),
        allow=allow,
        enabled=entry.enabled("status", default=True),
        nat=entry.enabled("nat") and not translation,
        log=log,
        schedule=entry.word("schedule"),
        web_filter=web if filtered else "",
        dns_filter=dns if filtered else "",
        app_control=application if filtered else "",
        inspection=inspection,
        line=entry.line,
        negated=_is_negated(entry),
        protections=tuple(protections) if filtered else (),
        sources6=entry.words("srcaddr6"),
        destinations6=entry.words("dstaddr6"),
        groups=entry.words("groups"),
        translation=translation,
    )


def _pool(entry: Node, one_to_one: frozenset[str]) -> str:
    """The pool that a policy translates its sources with, host by host; "" for other pools and for none."""
    names = entry.words("poolname")
    if not entry.enabled("nat") or not entry.enabled("ippool"):
        if names:
            entry.doubt_field(
                "poolname", "names a pool that has no effect, since nat or ippool is not enabled"
            )
        return ""
    if len(names) == 1 and names[0] in one_to_one:
        return names[0]
    entry.leave_unread("poolname")
    return ""


def _is_negated(entry: Node) -> bool:
    return True in [entry.enabled(field) for field in _NEGATIONS]


def read_local_in(root: Node) -> tuple[ObservedPolicy, ...]:
    """Policies for traffic to the firewall itself; `to_zones` is empty."""
    rows = root.section("firewall local-in-policy").rows()
    for entry in rows:
        for field in ("intf", "srcaddr", "dstaddr", "service", "schedule"):
            if not entry.words(field):
                entry.notes.doubt(entry.line, f"local-in policy {entry.name}: has no {field}")
    return tuple(
        ObservedPolicy(
            id=entry.name,
            name="",
            position=position,
            from_zones=entry.words("intf"),
            to_zones=(),
            sources=entry.words("srcaddr"),
            destinations=entry.words("dstaddr"),
            services=entry.words("service"),
            allow=entry.choice("action", "deny", {"accept"}) == "accept",
            enabled=entry.enabled("status", default=True),
            nat=False,
            log=entry.enabled("logtraffic"),
            schedule=entry.word("schedule"),
            web_filter="",
            dns_filter="",
            app_control="",
            inspection="",
            line=entry.line,
            negated=_is_negated(entry),
        )
        for position, entry in enumerate(rows, 1)
    )


def read_forwards(root: Node, services: ServiceBook) -> tuple[ObservedForward, ...]:
    """The virtual IPs (destination NAT) of the text.

    `inside` has the port behind it (`10.0.0.1:8443`) where that is another one than outside.
    """
    found: list[ObservedForward] = []
    for entry in root.section("firewall vip").rows():
        if not entry.enabled("status", default=True) or is_range(entry):
            continue
        if entry.word("type", "static-nat") != "static-nat":
            entry.leave_unread("type")
        flows: list[tuple[str, int, int]] = []
        for name in entry.words("service"):
            if not services.knows(name):
                entry.doubt_field("service", f"service `{name}` is not defined")
            flows += services.contents(name)[0]
        inside = " ".join(entry.words("mappedip"))
        if entry.enabled("portforward"):
            flows, mapped = _read_ports(entry)
            inside += mapped
        found.append(
            ObservedForward(
                name=entry.name,
                interface=entry.word("extintf"),
                outside=entry.word("extip"),
                inside=inside,
                flows=tuple(flows),
                line=entry.line,
            )
        )
    return tuple(found)


def _read_ports(entry: Node) -> tuple[list[tuple[str, int, int]], str]:
    """The outside ports of a virtual IP, and `:PORTS` where those behind it are others."""
    protocol = entry.choice("protocol", "tcp", {"udp", "sctp", "icmp"})
    outside, behind = entry.word("extport", "0"), entry.word("mappedport")
    if protocol == "icmp":
        return [("icmp", -1, -1)], ""
    if len(entry.words("extport")) > 1:
        entry.leave_unread("extport")
    low, dash, high = outside.partition("-")
    first, last = whole_number(low), whole_number(high if dash else low)
    if first is None or last is None:
        entry.doubt_field("extport", f"`{outside}` is not a range of ports")
        return [], ""
    return [(protocol, first, last)], f":{behind}" if behind not in {"", outside} else ""


def stand_behind(
    forwards: tuple[ObservedForward, ...], ranges: tuple[ObservedTranslation, ...], used: set[str]
) -> tuple[ObservedAddress, ...]:
    """The virtual IPs that policies name, as the addresses behind them: what a policy matches is translated."""
    behind = [
        ObservedAddress(
            item.name, prefixes([(ipv4(first) or 0, ipv4(last) or 0)]), any_=False, line=item.line
        )
        for item in ranges
        if item.name in used
        for first, _, last in (item.inside.partition("-"),)
    ]
    return tuple(behind) + tuple(
        ObservedAddress(
            item.name, (f"{host}/32",) if ipv4(host) is not None else (), any_=False, line=item.line
        )
        for item in forwards
        if item.name in used
        for host in (item.inside.partition(":")[0],)
    )


def name_published(
    policies: tuple[ObservedPolicy, ...], forwards: tuple[ObservedForward, ...]
) -> tuple[ObservedPolicy, ...]:
    """The policies, those about virtual IPs alone with them: no other way to the host behind matches one of these."""
    names = {item.name for item in forwards}
    return tuple(
        msgspec.structs.replace(item, published=item.destinations)
        if item.destinations and names.issuperset(item.destinations)
        else item
        for item in policies
    )


def read_flood_guards(root: Node) -> tuple[ObservedFloodGuard, ...]:
    """The DoS policies, with the anomalies whose status is enable."""
    found: list[ObservedFloodGuard] = []
    for entry in root.section("firewall DoS-policy").rows():
        for field, everything in (("srcaddr", "all"), ("dstaddr", "all"), ("service", "ALL")):
            if not entry.words(field):
                entry.notes.doubt(entry.line, f"DoS policy {entry.name}: has no {field}")
            elif entry.words(field) != (everything,):
                entry.leave_unread(field)  # a guard for a part of the traffic is not the fact
        entry.word("name")
        anomalies = tuple(
            (row.name, row.choice("action", "pass", {"block", "proxy"}), row.number("threshold", 0))
            for row in entry.rows("anomaly")
            if row.enabled("status")
        )
        for row in entry.rows("anomaly"):
            row.word("action")
            row.word("threshold")
        enabled = entry.enabled("status", default=True)
        found.append(ObservedFloodGuard(entry.name, entry.word("interface"), anomalies, enabled, entry.line))
    return tuple(found)
