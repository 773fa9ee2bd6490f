"""Published services as virtual IPs: each translates one range of ports of one address."""

from __future__ import annotations

import msgspec

from netgen.device import FirewallPart
from netgen.platforms.fortinet_fortios.names import forward_name


class ForwardView(msgspec.Struct, frozen=True):
    """A virtual IP. `protocol` is "" for TCP, which FortiOS does not print; the port stays the same."""

    name: str
    publication: str
    outside: str
    inside: str
    interface: str
    protocol: str
    ports: str
    origin: str


def forward_views(part: FirewallPart) -> tuple[ForwardView, ...]:
    """The virtual IPs of the publications, in their order."""
    services = {item.name: item for item in part.services}
    return tuple(
        ForwardView(
            name=forward_name(item.name, protocol, ports),
            publication=item.name,
            outside=item.outside,
            inside=item.inside,
            interface=item.interface,
            protocol="" if protocol == "tcp" else protocol,
            ports=ports,
            origin=item.origin,
        )
        for item in part.publications
        for service in (services[name] for name in item.services)
        for protocol, ranges in (("tcp", service.tcp), ("udp", service.udp))
        for ports in ranges
    )
