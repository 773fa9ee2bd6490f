"""SD-WAN: the circuits as members of one zone, what their probes measure, and which class takes which of them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netgen.device import FirewallInterface, FirewallPart, ServiceObject, SteeringRule
from netgen.platforms.fortinet_fortios import names

_MILLISECONDS = 1000
#: FortiOS 7.4 defaults, which it does not print.
_USUAL_FAILS, _USUAL_ANSWERS, _USUAL_PRIORITY = 5, 5, 1
_USUAL_BOUNDS = {"latency": 5, "jitter": 5, "packet-loss": 0}
#: The one health check; rows of `config sla` below it have the numbers of their classes.
CHECK = "probe"
#: Room for the rows of one class: a row has one protocol and one range of ports. Rows end at 4000, classes at 60.
ROWS_OF_A_CLASS = 50

#: What Fortinet's list of internet services calls an application (`firewall internet-service-name` of a unit).
INTERNET_SERVICES = {
    "dropbox": ("Dropbox-Web",),
    "gmail": ("Google-Gmail",),
    "google-web": ("Google-Web",),
    "microsoft-365": ("Microsoft-Office365",),
    "microsoft-teams": ("Microsoft-Skype_Teams",),
    "windows-update": ("Microsoft-Microsoft.Update",),
    "zoom": ("Zoom.us-Zoom.Meeting",),
}


class MemberView(msgspec.Struct, frozen=True):
    """A circuit. `gateway` is "" where the provider names it; `priority` is 0 for the default, 1."""

    number: int
    interface: str
    gateway: str
    priority: int
    origin: str


class BoundView(msgspec.Struct, frozen=True):
    """What a class demands of a circuit. `factors` is "" where all three count; bounds are -1 where FortiOS says so."""

    number: int
    factors: str
    latency_ms: int
    jitter_ms: int
    loss_percent: int
    origin: str


class CheckView(msgspec.Struct, frozen=True):
    """Pings through every member. Lists are ready to print; `fails` and `answers` are 0 for the defaults."""

    name: str
    servers: str
    interval_ms: int
    fails: int
    answers: int
    members: str
    bounds: tuple[BoundView, ...]
    origin: str


class RuleView(msgspec.Struct, frozen=True):
    """A row of a class. mode: "" (the first member that is up) | sla | priority (the fastest).

    `protocol` is 0 for any; ports are "" for any; `applications` are quoted internet services, "" for none.
    """

    number: int
    name: str
    is_spread: bool
    mode: str
    protocol: int
    first_port: str
    last_port: str
    destinations: str
    sources: str
    applications: str
    check: str
    bound: int
    members: str
    origin: str


class SdwanView(msgspec.Struct, frozen=True):
    """The whole of SD-WAN. `zone` takes the place of the zone of the circuits; `checks` holds one or none."""

    zone: str
    members: tuple[MemberView, ...]
    checks: tuple[CheckView, ...]
    rules: tuple[RuleView, ...]
    origin: str


def is_steered(part: FirewallPart) -> bool:
    """Whether circuits are members of SD-WAN: from then on no zone and no link monitor may name them."""
    return bool(part.steering)


def zone_labels(part: FirewallPart) -> dict[str, str]:
    """Zone of the matrix to its FortiOS name: that of the circuits is a zone of SD-WAN where traffic is steered."""
    circuits = {item.name for item in part.interfaces if item.kind == "wan"}
    return {
        zone.name: names.sdwan_zone_name(zone.name)
        if is_steered(part) and not circuits.isdisjoint(zone.members)
        else names.zone_name(zone.name)
        for zone in part.zones
    }


def sdwan_views(part: FirewallPart) -> tuple[SdwanView, ...]:
    """One element where traffic is steered, else none."""
    if not is_steered(part):
        return ()
    circuits = sorted(
        (item for item in part.interfaces if item.kind == "wan"), key=lambda item: (item.priority, item.name)
    )
    number = {item.name: place for place, item in enumerate(circuits, 1)}
    labels = zone_labels(part)
    zone = next(item for item in part.zones if not number.keys().isdisjoint(item.members))
    has_probe = part.probe is not None
    services = {item.name: item for item in part.services}
    return (
        SdwanView(
            zone=labels[zone.name],
            members=tuple(_member(item, number[item.name]) for item in circuits),
            checks=_checks(part, tuple(number.values())),
            rules=tuple(
                row
                for rule in sorted(part.steering, key=lambda item: item.number)
                for row in _rows(rule, services, number, has_probe=has_probe)
            ),
            origin=zone.origin,
        ),
    )


def _member(item: FirewallInterface, number: int) -> MemberView:
    return MemberView(
        number=number,
        interface=item.name,
        gateway=item.gateway if item.mode == "static" else "",
        priority=item.priority if item.priority > _USUAL_PRIORITY else 0,
        origin=item.origin,
    )


def _checks(part: FirewallPart, members: tuple[int, ...]) -> tuple[CheckView, ...]:
    probe = part.probe
    if probe is None:
        return ()
    return (
        CheckView(
            name=CHECK,
            servers=" ".join(f'"{target}"' for target in probe.targets),
            interval_ms=probe.interval_s * _MILLISECONDS,
            fails=0 if probe.fail_after == _USUAL_FAILS else probe.fail_after,
            answers=0 if probe.recover_after == _USUAL_ANSWERS else probe.recover_after,
            members=" ".join(map(str, members)),
            bounds=tuple(_bound(rule) for rule in part.steering if _is_bound(rule)),
            origin=probe.origin,
        ),
    )


def _is_bound(rule: SteeringRule) -> bool:
    return rule.has_bounds and rule.strategy != "fastest"


def _bound(rule: SteeringRule) -> BoundView:
    asked = {"latency": rule.latency_ms, "jitter": rule.jitter_ms, "packet-loss": rule.loss_percent}
    factors = [name for name, bound in asked.items() if bound >= 0]
    said = {name: bound if bound != _USUAL_BOUNDS[name] else -1 for name, bound in asked.items()}
    return BoundView(
        number=rule.number,
        factors="" if len(factors) == len(asked) else " ".join(factors),
        latency_ms=said["latency"],
        jitter_ms=said["jitter"],
        loss_percent=said["packet-loss"],
        origin=rule.origin,
    )


def _rows(
    rule: SteeringRule, services: dict[str, ServiceObject], number: dict[str, int], *, has_probe: bool
) -> Iterator[RuleView]:
    mode = ""
    if has_probe and rule.strategy == "fastest":
        mode = "priority"
    elif has_probe and rule.has_bounds:
        mode = "sla"
    for place, (protocol, first, last) in enumerate(_matches(rule, services)):
        yield RuleView(
            number=rule.number * ROWS_OF_A_CLASS + place,
            name=f"{rule.name}-{place + 1}" if place else rule.name,
            is_spread=rule.strategy == "spread",
            mode=mode,
            protocol=protocol,
            first_port=first,
            last_port=last,
            destinations=_quoted(tuple(names.address_name(name) for name in rule.destinations)),
            sources=_quoted(tuple(names.address_name(name) for name in rule.sources)),
            applications=_quoted(
                tuple(service for name in rule.applications for service in INTERNET_SERVICES[name])
            ),
            check=CHECK if mode == "priority" else "",
            bound=rule.number if mode == "sla" else 0,
            members=" ".join(str(number[name]) for name in rule.circuits),
            origin=rule.origin,
        )


def _matches(rule: SteeringRule, services: dict[str, ServiceObject]) -> list[tuple[int, str, str]]:
    """(protocol, first port, last port) of every row; a class that names no service has one row for all."""
    asked = [services[name] for name in rule.services]
    if not asked or any(item.any_ for item in asked):
        return [(0, "", "")]
    found: dict[tuple[int, str, str], None] = {}
    for item in asked:
        for protocol, ranges in ((6, item.tcp), (17, item.udp)):
            for ports in ranges:
                first, _, last = ports.partition("-")
                found[protocol, first, last or first] = None
        if item.icmp:
            found[1, "", ""] = None
    return list(found)


def _quoted(items: tuple[str, ...]) -> str:
    return " ".join(f'"{item}"' for item in items)
