"""Policy routes that lead traffic to the internet through the tunnels of a hub."""

from __future__ import annotations

import msgspec

from netgen.device import FirewallPart, StaticRoute
from netgen.platforms.fortinet_fortios.names import interface_name
from netgen.values import Prefix

#: Row of the first way to a hub; the rows before it keep the trust's own traffic on its routes.
_FIRST_WAY = 11
#: Priorities of the default routes into tunnels, behind those of every circuit: FortiOS prefers the lowest.
_LAST_PRIORITY = 1000
_EVERYWHERE = Prefix(4, 0, 0)


class PolicyRouteView(msgspec.Struct, frozen=True):
    """A policy route, asked before any other route. Without a `device` it stops policy routing: the table decides."""

    number: int
    source: str
    destination: str
    device: str
    origin: str


def policy_route_views(part: FirewallPart) -> tuple[PolicyRouteView, ...]:
    """First what stays inside of the trust, then the ways to hubs; none where the site breaks out by itself."""
    breakout = part.breakout
    if breakout is None:
        return ()
    source = _subnet(breakout.source)
    stays = [
        PolicyRouteView(number, source, _subnet(prefix), "", breakout.origin)
        for number, prefix in enumerate(breakout.inside, 1)
    ]
    ways = [
        PolicyRouteView(number, source, "", interface_name(tunnel), breakout.origin)
        for number, tunnel in enumerate(breakout.tunnels, _FIRST_WAY)
    ]
    return (*stays, *ways)


def tunnel_defaults(part: FirewallPart, shared: int) -> tuple[tuple[StaticRoute, int], ...]:
    """(default route into a tunnel, priority): a policy route without a gateway holds while such a route is in use.

    As far as the nearest circuit, so that it is in use, and behind it by its priority, so that only policy routes and
    a box without any circuit take it. Source: Fortinet's articles 196031 (the same distance) and 332273 (a policy route
    whose interface has no route is passed over).
    """
    breakout = part.breakout
    if breakout is None:
        return ()
    nearest = shared or min(item.priority for item in part.interfaces if item.kind == "wan")
    return tuple(
        (
            StaticRoute("", _EVERYWHERE, "", tunnel, nearest, "breakout", breakout.origin),
            _LAST_PRIORITY + place,
        )
        for place, tunnel in enumerate(breakout.tunnels)
    )


def _subnet(prefix: Prefix) -> str:
    return f"{prefix.network}/{prefix.netmask}"
