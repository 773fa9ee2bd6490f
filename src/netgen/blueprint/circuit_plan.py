"""Ways out of a site: circuits, tunnels over them, which traffic takes which, and who filters beyond."""

from __future__ import annotations

import msgspec

from netgen.values import Prefix

#: Every IPv4 address.
EVERYTHING = Prefix(4, 0, 0)


class CircuitPlan(msgspec.Struct, frozen=True, gc=False):
    """An internet circuit on a firewall port. `ip` and `gateway` are "" with DHCP and PPPoE; rates in kbit/s.

    `user` and `secret` are those of PPPoE. `shape`: the firewall sends no faster than `up_kbps`.
    """

    name: str
    carrier: str
    access: str
    interface: str
    address: str
    ip: str
    length: int
    gateway: str
    down_kbps: int
    up_kbps: int
    priority: int
    origin: str
    user: str = ""
    secret: str = ""
    shape: bool = False


class TunnelPlan(msgspec.Struct, frozen=True, gc=False):
    """An IPsec tunnel (RFC 7296) of this site's firewall.

    role: spoke | hub | partner (the other end is no site of the trust). `zone` is that of the tunnel on the
    firewall: the overlay, or the partner's own. `remote` is the peer's public address, "" when the peer's is dynamic.
    `local_prefix` and `remote_prefix` are what lies behind either end; `psk` is a reference. With `routing` static
    they are the traffic selectors, unless `internet` widens one: there (this site breaks out at the other end) | here
    (the other end breaks out here). With bgp the selectors are everything, and the routes decide.
    """

    name: str
    role: str
    peer_site: str
    circuit: str
    remote: str
    local_id: str
    peer_id: str
    psk: str
    encryption: str
    prf: str
    dh_group: int
    local_address: str
    peer_address: str
    local_prefix: Prefix
    remote_prefix: Prefix
    distance: int
    origin: str
    zone: str = "overlay"
    #: Names of the box's own certificate and of the CA, "" with a pre-shared key (then `psk` is a reference).
    certificate: str = ""
    ca: str = ""
    routing: str = "static"
    internet: str = ""

    @property
    def local_selector(self) -> Prefix:
        """What this end may send: its network, or everything where the other end breaks out here."""
        return EVERYTHING if self.internet == "here" or self.routing == "bgp" else self.local_prefix

    @property
    def remote_selector(self) -> Prefix:
        """What this end may receive: the other end's network, or everything where this end breaks out there."""
        return EVERYTHING if self.internet == "there" or self.routing == "bgp" else self.remote_prefix


class SteeringPlan(msgspec.Struct, frozen=True, gc=False):
    """Which of the site's circuits a class of traffic to the internet takes; the first one by number that matches.

    `sources` are the site's own subnets of the class's zones, `destinations` networks that are none of the trust's
    (both as (name, prefix) pairs). Without `applications` both are never empty, so that no traffic inside of the trust
    is steered; with them `destinations` and `services` are empty. `circuits` are all of the site, in the order in
    which they are taken. Empty `services` mean any. strategy and bounds: see SteeringClassPlan.
    """

    name: str
    number: int
    sources: tuple[tuple[str, Prefix], ...]
    destinations: tuple[tuple[str, Prefix], ...]
    services: tuple[str, ...]
    applications: tuple[str, ...]
    circuits: tuple[str, ...]
    strategy: str
    latency_ms: int
    jitter_ms: int
    loss_percent: int
    title: str
    origin: str


class UpstreamPlan(msgspec.Struct, frozen=True, gc=False):
    """Who filters in place of the site's firewall, who says so, and until when (an ISO date)."""

    service: str
    attested_by: str
    expires: str
    origin: str
