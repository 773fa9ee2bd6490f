"""Firewall policies in order, local-in policies, destination translation and flood protection."""

from __future__ import annotations

from netgen.readback.facts import ObservedFloodGuard, ObservedForward, ObservedPolicy
from netgen.readback.fortinet_fortios.objects import ServiceBook
from netgen.readback.fortinet_fortios.tree import Node
from netgen.readback.indented import whole_number

_NEGATIONS = ("srcaddr-negate", "dstaddr-negate", "service-negate")
_NO_INSPECTION = "no-inspection"


def read_policies(root: Node) -> tuple[ObservedPolicy, ...]:
    """The policies of the firewall in the order in which the device tries them.

    A field that is absent has the device's default: action deny, status enable, logging of
    security events alone (which `log` does not count), no NAT, no inspection.
    """
    return tuple(
        _read_policy(entry, position)
        for position, entry in enumerate(root.section("firewall policy").rows(), 1)
    )


def _read_policy(entry: Node, position: int) -> ObservedPolicy:
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
    inspection = entry.word("ssl-ssh-profile", _NO_INSPECTION)
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
        nat=entry.enabled("nat"),
        log=log,
        schedule=entry.word("schedule"),
        web_filter=web if filtered else "",
        dns_filter=dns if filtered else "",
        app_control=application if filtered else "",
        inspection=inspection,
        line=entry.line,
        negated=_is_negated(entry),
    )


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
    """The virtual IPs (destination NAT) of the text."""
    found: list[ObservedForward] = []
    for entry in root.section("firewall vip").rows():
        if not entry.enabled("status", default=True):
            continue
        if entry.word("type", "static-nat") != "static-nat":
            entry.leave_unread("type")
        flows: list[tuple[str, int, int]] = []
        for name in entry.words("service"):
            if not services.knows(name):
                entry.doubt_field("service", f"service `{name}` is not defined")
            flows += services.contents(name)[0]
        if entry.enabled("portforward"):
            protocol = entry.choice("protocol", "tcp", {"udp", "sctp", "icmp"})
            low, dash, high = entry.word("extport", "0").partition("-")
            first, last = whole_number(low), whole_number(high if dash else low)
            entry.words("mappedport")
            if first is None or last is None:
                entry.doubt_field("extport", f"`{entry.word('extport')}` is not a range of ports")
            else:
                flows.append((protocol, first, last))
        found.append(
            ObservedForward(
                name=entry.name,
                interface=entry.word("extintf"),
                outside=entry.word("extip"),
                inside=" ".join(entry.words("mappedip")),
                flows=tuple(flows),
                line=entry.line,
            )
        )
    return tuple(found)


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
