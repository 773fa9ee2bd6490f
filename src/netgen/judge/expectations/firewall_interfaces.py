"""A firewall's interfaces: the planned ones, nothing else live, no management from outside."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netgen.blueprint import CircuitPlan, DevicePlan
from netgen.judge.case import OVERLAY, Claims, SiteCase
from netgen.judge.management_vocabulary import CLEARTEXT_ACCESS, INTERNET_ACCESS, SESSION_ACCESS
from netgen.judge.tunnel_vocabulary import NAMES_TUNNEL_PEER
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedInterface

INTERFACE = Rule("JDG401", "firewall-interface")
EXTRA = Rule("JDG402", "firewall-interface-not-planned")
PARENT = Rule("JDG403", "firewall-trunk")
ACCESS = Rule("JDG404", "management-access")


class _Vlan(msgspec.Struct, frozen=True):
    """A VLAN interface that must be there."""

    vlan: int
    address: str
    length: int
    zone: str
    origin: str


def _vlans(case: SiteCase) -> list[_Vlan]:
    found = [
        _Vlan(item.vlan, item.gateway, item.prefix.length, item.zone, item.origin)
        for item in case.site.segments
        if item.gateway_on == "firewall" and item.gateway
    ]
    found += [
        _Vlan(item.vlan, item.firewall, item.prefix.length, item.zone, item.origin)
        for item in case.site.transits
    ]
    return found


def judge_firewall_interfaces(case: SiteCase) -> Iterator[Verdict]:
    """VLAN interfaces, circuits and tunnels with their addresses; no other live interface."""
    for plan, observed in case.of_kind("firewall"):
        by_name = {item.name: item for item in observed.interfaces}
        planned = _trunk_names(plan, observed)
        for wanted in _vlans(case):
            seen = [item for item in observed.interfaces if item.kind == "vlan" and item.vlan == wanted.vlan]
            planned |= {item.name for item in seen}
            yield _vlan(case, plan, wanted, seen, _trunk_names(plan, observed))
        for circuit in case.site.circuits:
            planned.add(circuit.interface)
            yield _circuit(case, plan, circuit, by_name.get(circuit.interface))
        for tunnel in case.site.tunnels:
            planned.add(tunnel.name)
            item = by_name.get(tunnel.name)
            wrong = [] if item and item.kind == "tunnel" else [f"there is no tunnel interface {tunnel.name}"]
            if item and tunnel.local_address and item.address != tunnel.local_address:
                wrong.append(
                    f"{tunnel.name} has the address {item.address or 'none'}, not {tunnel.local_address}"
                )
            if item and item.shutdown:
                wrong.append(f"{tunnel.name} is shut down")
            says_peer = plan.platform in NAMES_TUNNEL_PEER or (item is not None and item.remote != "")
            if item and tunnel.remote and says_peer and item.remote != tunnel.peer_address:
                wrong.append(f"{tunnel.name} leads to {item.remote or 'nobody'}, not {tunnel.peer_address}")
            claim = f"{tunnel.name} is {tunnel.local_address}"
            yield _decide(case, plan, tunnel.name, wrong, claim, item, tunnel.origin)
        # that they are as planned is judged with the people who come in by them
        planned |= {item.name for item in observed.interfaces if item.name in case.remote_group_by_interface}
        yield _trunk(case, plan, observed)
        others = [item for item in observed.interfaces if item.name not in planned and _is_live(item)]
        yield Claims(case, EXTRA).decide(
            plan.hostname,
            [f"{item.name} is live and not planned" for item in others],
            f"{plan.hostname} has no other live interface",
            device=plan.hostname,
            lines=[item.line for item in others],
            origin=plan.origin,
        )
        yield from _access(case, plan, observed)


def _decide(
    case: SiteCase,
    plan: DevicePlan,
    subject: str,
    wrong: list[str],
    claim: str,
    item: ObservedInterface | None,
    origin: str,
) -> Verdict:
    lines = [item.line] if item else []
    subject = f"{plan.hostname}:{subject}"
    return Claims(case, INTERFACE).decide(
        subject, wrong, claim, device=plan.hostname, lines=lines, origin=origin
    )


def _is_live(item: ObservedInterface) -> bool:
    """An interface that can carry or answer anything. A physical port without address and access cannot."""
    if item.shutdown:
        return False
    if item.kind in ("vlan", "aggregate", "tunnel"):
        return True
    return bool(item.address or item.access or item.mode not in ("static", ""))


def _trunk_names(plan: DevicePlan, observed: Observed) -> set[str]:
    """The port or aggregate towards the switches, and the ports in it."""
    ports = {port.interface for port in plan.ports if port.kind in ("trunk", "lag-member")}
    lags = {
        item.name for item in observed.interfaces if item.kind == "aggregate" and set(item.members) & ports
    }
    return ports | lags


def _vlan(
    case: SiteCase, plan: DevicePlan, wanted: _Vlan, seen: list[ObservedInterface], trunks: set[str]
) -> Verdict:
    wrong = [] if len(seen) == 1 else [f"{len(seen) or 'no'} interfaces have VLAN {wanted.vlan}"]
    for item in seen:
        if (item.address, item.length) != (wanted.address, wanted.length):
            found = f"{item.address}/{item.length}" if item.address else "no address"
            wrong.append(f"{item.name} has {found}, not {wanted.address}/{wanted.length}")
        if item.parent not in trunks:
            wrong.append(f"{item.name} is on {item.parent or 'nothing'}, which does not lead to the switches")
        if item.mode not in ("static", ""):
            wrong.append(f"{item.name} takes its address by {item.mode}")
        if item.shutdown:
            wrong.append(f"{item.name} is shut down")
    claim = f"VLAN {wanted.vlan} is {wanted.address}/{wanted.length}"
    return _decide(case, plan, f"vlan{wanted.vlan}", wrong, claim, seen[0] if seen else None, wanted.origin)


def _circuit(
    case: SiteCase, plan: DevicePlan, circuit: CircuitPlan, item: ObservedInterface | None
) -> Verdict:
    wrong = [] if item else [f"there is no interface {circuit.interface}"]
    if item:
        if item.mode != circuit.address:
            wrong.append(f"{item.name} takes its address by {item.mode}, not {circuit.address}")
        if circuit.address == "pppoe" and item.user != circuit.user:
            wrong.append(f"{item.name} signs in as {item.user or 'nobody'}, not {circuit.user}")
        if circuit.address == "static" and (item.address, item.length) != (circuit.ip, circuit.length):
            wrong.append(f"{item.name} has {item.address}/{item.length}, not {circuit.ip}/{circuit.length}")
        if item.shutdown:
            wrong.append(f"{item.name} is shut down")
        if item.mode != "static" and item.takes_dns:
            wrong.append(f"{item.name} takes its resolvers from the carrier, past the trust's own")
    return _decide(
        case,
        plan,
        circuit.interface,
        wrong,
        f"{circuit.interface} is circuit {circuit.name}",
        item,
        circuit.origin,
    )


def _trunk(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    """Two or more cables to the switches are one LACP aggregate of exactly those ports."""
    wrong: list[str] = []
    lines: list[int] = []
    for lag in plan.lags:
        members = set(lag.members)
        seen = [
            item for item in observed.interfaces if item.kind == "aggregate" and set(item.members) & members
        ]
        lines += [item.line for item in seen]
        if len(seen) != 1:
            wrong.append(f"{', '.join(sorted(members))} are in {len(seen) or 'no'} aggregates")
        for item in seen:
            if set(item.members) != members:
                wrong.append(f"{item.name} has {', '.join(item.members)}, not {', '.join(sorted(members))}")
            if not item.lag_active:
                wrong.append(f"{item.name} does not speak LACP actively")
            if item.shutdown:
                wrong.append(f"{item.name} is shut down")
    ports = {item.name: item for item in observed.interfaces}
    for port in plan.ports:
        if (
            port.kind in ("trunk", "lag-member")
            and port.interface in ports
            and ports[port.interface].shutdown
        ):
            wrong.append(f"{port.interface} is shut down")
            lines.append(ports[port.interface].line)
    claim = f"{plan.hostname} reaches its switches as planned"
    return Claims(case, PARENT).decide(
        plan.hostname, wrong, claim, device=plan.hostname, lines=lines, origin=plan.origin
    )


def _access(case: SiteCase, plan: DevicePlan, observed: Observed) -> Iterator[Verdict]:
    """Sessions are taken only where administrators are, encrypted, and never from the internet."""
    claims = Claims(case, ACCESS)
    inside = _administered_zones(case)
    open_inside = False
    for item in observed.interfaces:
        zone = case.zone_of_interface(item)
        access = set(item.access)
        wrong = [
            f"{item.name} takes {word}, which is not encrypted" for word in sorted(access & CLEARTEXT_ACCESS)
        ]
        if item.name in case.remote_group_by_interface:
            # administrators at home manage a firewall where all others do: nobody needs a session here
            wrong += [
                f"{item.name} takes {word} from remote people"
                for word in sorted(access - {"ping"} - CLEARTEXT_ACCESS)
            ]
        elif zone in inside:
            open_inside = open_inside or (bool(access & SESSION_ACCESS) and not item.shutdown)
        elif zone == case.internet:
            wrong += [
                f"{item.name} answers {word} towards the internet"
                for word in sorted(access - INTERNET_ACCESS)
            ]
        elif not item.shutdown:
            sessions = sorted(access & SESSION_ACCESS - CLEARTEXT_ACCESS)
            wrong += [f"{item.name} takes {word} from {zone or 'an unplanned network'}" for word in sessions]
        yield claims.decide(
            f"{plan.hostname}:{item.name}",
            wrong,
            f"{item.name} takes no session from where nobody administers",
            device=plan.hostname,
            lines=[item.line],
            origin=plan.origin,
            witnesses=sorted(access),
        )
    yield claims.decide(
        f"{plan.hostname}/reachable",
        [] if open_inside else [f"{plan.hostname} takes no session from {', '.join(sorted(inside))}"],
        f"{plan.hostname} takes sessions from where administrators are",
        device=plan.hostname,
        origin=plan.origin,
    )


def _administered_zones(case: SiteCase) -> set[str]:
    """Zones from which the firewall may be managed here: those named, the devices' own, and the overlay."""
    found = set(case.trust.management_zones)
    if case.management_segment:
        found.add(case.management_segment.zone)
    return found | {OVERLAY}
