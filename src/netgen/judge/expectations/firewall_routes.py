"""The firewall routes to the core, into the tunnels and to its circuits, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netgen.blueprint import CircuitPlan, DevicePlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.firewall_vocabulary import NEEDS_ROUTES_BEHIND
from netgen.judge.header_space import addresses_of, read_prefixes, subtract
from netgen.judge.tunnel_vocabulary import IKE_ADDS_ROUTES
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedRoute

ROUTE = Rule("JDG420", "firewall-route")
EXTRA = Rule("JDG421", "firewall-route-not-planned")
ORDER = Rule("JDG422", "circuit-order")
LEAK = Rule("JDG423", "no-leak")
_DEFAULT = "0.0.0.0/0"
#: A route to nowhere of this distance or more only catches what a lost tunnel leaves behind.
LAST_RESORT = 200
NOWHERE = ("", "blackhole")


class _Wanted(msgspec.Struct, frozen=True):
    """A route that must be there. It may name the gateway, the interface, or both."""

    subject: str
    prefix: str
    gateway: str
    interface: str
    origin: str
    distance: int = 0
    required: bool = True
    #: The gateway must be said: an Ethernet port alone leads nowhere.
    says_gateway: bool = False

    def is_met_by(self, route: ObservedRoute) -> bool:
        """True if a route leads where this one must."""
        if route.prefix != self.prefix or not (route.gateway or route.interface):
            return False
        if self.distance and route.distance != self.distance:
            return False
        gateway = (not route.gateway and not self.says_gateway) or route.gateway == self.gateway
        interface = not route.interface or not self.interface or route.interface == self.interface
        return gateway and interface


def _wanted(case: SiteCase, platform: str, observed: Observed) -> list[_Wanted]:
    by_vlan = {item.vlan: item.name for item in observed.interfaces if item.kind == "vlan"}
    found = [
        # With DHCP and PPPoE the default comes with the address; a text may still say so.
        _Wanted(
            f"default/{item.name}",
            _DEFAULT,
            item.gateway,
            item.interface,
            item.origin,
            required=item.address == "static",
            says_gateway=item.address == "static",
        )
        for item in case.site.circuits
    ]
    core = {item.zone: item for item in case.site.transits}
    found += [
        _Wanted(
            item.name,
            str(item.prefix),
            core[item.zone].core,
            by_vlan.get(core[item.zone].vlan, ""),
            item.origin,
        )
        for item in case.site.segments
        if item.gateway_on == "core" and item.zone in core
    ]
    found += [
        # A hub learns the way to a peer of unknown address when the tunnel comes up, from its selectors.
        _Wanted(
            f"tunnel/{item.name}",
            str(item.remote_prefix),
            item.peer_address,
            item.name,
            item.origin,
            distance=item.distance,
            required=bool(item.remote) or platform not in IKE_ADDS_ROUTES,
        )
        for item in case.site.tunnels
        # BGP brings the others, and a static route would hide what it says.
        if item.routing == "static"
    ]
    found += [
        _Wanted(
            f"breakout/{item.name}",
            _DEFAULT,
            item.peer_address,
            item.name,
            item.origin,
            required=platform in NEEDS_ROUTES_BEHIND,
        )
        for item in case.site.tunnels
        if item.internet == "there"
    ]
    return found


def judge_firewall_routes(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a wanted route, one for all others."""
    claims, extra = Claims(case, ROUTE), Claims(case, EXTRA)
    for plan, observed in case.of_kind("firewall"):
        wanted = _wanted(case, plan.platform, observed)
        for item in wanted:
            seen = [route for route in observed.routes if item.is_met_by(route)]
            if not seen and not item.required:
                continue
            way = item.gateway or item.interface
            yield claims.decide(
                f"{plan.hostname}:{item.subject}",
                [] if seen else [f"{plan.hostname} has no route to {item.prefix} by {way}"],
                f"{item.prefix} is reached by {way}",
                device=plan.hostname,
                lines=[route.line for route in seen],
                origin=item.origin,
            )
        yield _order(case, plan, observed)
        yield from _tunnel_order(case, plan, observed)
        yield _leaks(case, plan, observed)
        others = [
            route
            for route in observed.routes
            if not any(item.is_met_by(route) for item in wanted)
            and not (route.interface in NOWHERE and not route.gateway and route.distance >= LAST_RESORT)
        ]
        yield extra.decide(
            plan.hostname,
            [
                f"{route.prefix} goes to {route.gateway or route.interface or 'nowhere'}, not planned"
                for route in others
            ],
            f"{plan.hostname} has no other static route",
            device=plan.hostname,
            lines=[route.line for route in others],
            origin=plan.origin,
        )


def ranks_of_circuits(case: SiteCase, observed: Observed) -> dict[str, tuple[int, int]]:
    """Distance and metric of the best default route of each circuit that has one; the smaller is used first."""
    learned = {
        item.name: item
        for item in observed.interfaces
        if item.mode != "static" and not item.brings_no_default
    }
    found: dict[str, tuple[int, int]] = {}
    for circuit in case.site.circuits:
        said = [
            (route.distance, route.metric)
            for route in observed.routes
            if route.prefix == _DEFAULT and _leaves_by(route, circuit)
        ]
        if circuit.interface in learned:
            said.append((learned[circuit.interface].distance, learned[circuit.interface].metric))
        if said:
            found[circuit.name] = min(said)
    return found


def _order(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    """A circuit of a lower priority number is used first: its default route has the smaller distance."""
    learned = [item for item in observed.interfaces if item.mode != "static"]
    found = ranks_of_circuits(case, observed)
    wrong = [
        f"{later.name} ({_shown(found[later.name])}) is used before or beside "
        f"{first.name} ({_shown(found[first.name])})"
        for first in case.site.circuits
        for later in case.site.circuits
        if first.priority < later.priority
        and {first.name, later.name} <= found.keys()
        and found[later.name] <= found[first.name]
    ]
    wrong += _defaults_of_breakout(case, observed, found)
    return Claims(case, ORDER).decide(
        plan.hostname,
        wrong,
        f"{plan.hostname} uses its circuits in the planned order",
        device=plan.hostname,
        lines=[item.line for item in learned] if wrong else [],
        origin=plan.origin,
    )


def _defaults_of_breakout(case: SiteCase, observed: Observed, ranks: dict[str, tuple[int, int]]) -> list[str]:
    """What is wrong with default routes into tunnels: each stands behind that of its circuit, at its distance.

    Before it the tunnel would carry itself, and further away it is not in use while the circuit is.
    """
    wrong = []
    for tunnel in (item for item in case.site.tunnels if item.internet == "there"):
        own = ranks.get(tunnel.circuit)
        for route in observed.routes:
            if route.prefix != _DEFAULT or route.vrf or route.interface != tunnel.name or own is None:
                continue
            rank = route.distance, route.metric
            if rank <= own:
                wrong.append(
                    f"{tunnel.name} ({_shown(rank)}) is used before its circuit {tunnel.circuit} ({_shown(own)})"
                )
            elif route.distance != own[0]:
                wrong.append(
                    f"{tunnel.name} ({_shown(rank)}) is out of use beside its circuit {tunnel.circuit} ({_shown(own)})"
                )
    return wrong


def _tunnel_order(case: SiteCase, plan: DevicePlan, observed: Observed) -> Iterator[Verdict]:
    """Of the tunnels that lead to one prefix, the planned one is used first; one verdict a firewall with such tunnels.

    The distance is that of the static route, or of the routes that IKE adds where the text says it.
    """
    added = {item.name: item.distance for item in observed.tunnels if item.adds_routes and item.distance}
    pairs = [
        (first, later)
        for first in case.site.tunnels
        for later in case.site.tunnels
        if first.remote_prefix == later.remote_prefix
        and first.distance < later.distance
        and (first.routing, later.routing) == ("static", "static")
    ]
    found: dict[str, int] = {}
    for tunnel in {item.name: item for pair in pairs for item in pair}.values():
        said = [
            route.distance
            for route in observed.routes
            if route.prefix == str(tunnel.remote_prefix)
            and (
                route.interface == tunnel.name
                or (not route.interface and route.gateway == tunnel.peer_address)
            )
        ]
        said += [added[tunnel.name]] if tunnel.name in added else []
        if said:
            found[tunnel.name] = min(said)
    wrong = [
        f"{later.name} ({found[later.name]}) is used before or beside {first.name} ({found[first.name]})"
        for first, later in pairs
        if {first.name, later.name} <= found.keys() and found[later.name] <= found[first.name]
    ]
    if pairs:
        yield Claims(case, ORDER).decide(
            f"{plan.hostname}/tunnels",
            wrong,
            f"{plan.hostname} uses its tunnels in the planned order",
            device=plan.hostname,
            lines=[item.line for item in observed.tunnels if item.name in found] if wrong else [],
            origin=plan.origin,
        )


def _leaves_by(route: ObservedRoute, circuit: CircuitPlan) -> bool:
    """True if a route names a circuit's port, or its gateway where it names no port."""
    if route.interface:
        return route.interface == circuit.interface
    return bool(circuit.gateway) and route.gateway == circuit.gateway


def _shown(found: tuple[int, int]) -> str:
    distance, metric = found
    return f"{distance} metric {metric}" if metric else str(distance)


def _leaks(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    """What a lost tunnel leaves behind ends here and not at the carrier."""
    ends = [
        route.prefix
        for route in observed.routes
        if route.interface in NOWHERE and not route.gateway and route.distance >= LAST_RESORT
    ]
    prefixes, _ = read_prefixes(ends)
    lost = subtract(addresses_of([case.trust.supernet]), addresses_of(prefixes))
    wrong = [f"{case.trust.supernet} leaks to the internet while a tunnel is down"] if lost else []
    claim = f"{plan.hostname} keeps the trust's own addresses off the internet"
    return Claims(case, LEAK).decide(plan.hostname, wrong, claim, device=plan.hostname, origin=plan.origin)
