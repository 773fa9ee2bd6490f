"""A published service that nothing could answer.

What it catches: a circuit that is unknown or has no fixed address, a server outside of the school's segments
    or its gateway, a service that is unknown, has no port or is that of the tunnels, a source inside of the trust, and
    two publications with one number or one port.
Why it matters in a school: parents would get no answer, or the wrong server's.
Example: `publish: {portal: {circuit: mobile, ...}}` with a mobile circuit by DHCP
How to fix: name a static circuit, and an address inside one of the school's subnets.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.wording import choose_known
from netgen.intent import Publication
from netgen.values import Prefix, object_path

#: IKE and its way through NAT (RFC 7296): the circuit's own.
_TUNNEL_PORTS = frozenset({500, 4500})
_LAST_PORT = 65535


def find_unanswered_publications(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding for each field."""
    numbers: dict[int, str] = {}
    ports: dict[tuple[str, str, int], str] = {}
    for name, item in site.site.publish.items():
        path = object_path(site.path, "publish", name)
        circuit = site.site.circuits.get(item.circuit)
        if circuit is None:
            yield Finding(
                f"{path}/circuit",
                f"unknown circuit `{item.circuit}`",
                choose_known(item.circuit, site.site.circuits),
            )
        elif circuit.address != "static":
            message = f"circuit `{item.circuit}` has no fixed address to answer at"
            yield Finding(f"{path}/circuit", message, "name a static circuit")
        home = home_of(site, item.to)
        if home is None and any(site.wire_subnet(segment) is None for segment in site.segments):
            pass  # ADR004 or ADR007 says why there is no such subnet
        elif home is None:
            yield Finding(
                f"{path}/to", f"{item.to} is in no segment of the school", "write the server's own address"
            )
        elif item.to in _taken(site, home):
            message = f"{item.to} is the gateway of its subnet or no host of it"
            yield Finding(f"{path}/to", message, "write the server's own address")
        yield from _bad_sources(site, path, item)
        if item.number in numbers:
            message = f"publications `{numbers[item.number]}` and `{name}` have one number"
            yield Finding(f"{path}/number", message, "give each its own, for good")
        numbers.setdefault(item.number, name)
        for index, service in enumerate(item.services):
            place = f"{path}/services/{index}"
            if service not in site.of_trust.standard.services:
                yield Finding(
                    place,
                    f"unknown service `{service}`",
                    choose_known(service, site.of_trust.standard.services),
                )
            else:
                yield from _bad_ports(site, place, (name, item.circuit, service), ports)


def _bad_ports(
    site: SiteFacts, place: str, published: tuple[str, str, str], ports: dict[tuple[str, str, int], str]
) -> Iterator[Finding]:
    """At most one finding: a service without ports, or one with a port that is given away already."""
    name, circuit, service = published
    standard = site.of_trust.standard.services[service]
    wanted = [
        (protocol, int(first), int(last or first))
        for protocol, texts in (("tcp", standard.tcp), ("udp", standard.udp))
        for first, _, last in (text.partition("-") for text in texts)
    ]
    if not wanted:
        message = f"service `{service}` has no port that could be sent inwards"
        yield Finding(place, message, "publish a service with tcp or udp ports")
    for protocol, first, last in wanted:
        for port in range(max(first, 1), min(last, _LAST_PORT) + 1):
            owner = ports.get((circuit, protocol, port))
            if owner is not None:
                message = f"{protocol}/{port} of service `{service}` is already published by `{owner}`"
                yield Finding(place, message, "use another circuit's address, or list the service once")
                return
            if protocol == "udp" and port in _TUNNEL_PORTS:
                message = f"udp/{port} of service `{service}` is that of the firewall's own tunnels"
                yield Finding(place, message, "leave the service out")
                return
    for protocol, first, last in wanted:
        for port in range(max(first, 1), min(last, _LAST_PORT) + 1):
            ports[circuit, protocol, port] = name


def _bad_sources(site: SiteFacts, path: str, item: Publication) -> Iterator[Finding]:
    plan = site.of_trust.trust.addressing
    for index, source in enumerate(item.sources):
        place = f"{path}/from/{index}"
        if source in item.sources[:index]:
            yield Finding(place, f"{source} is listed twice", "remove one of the two")
        elif plan.supernet.contains(source) or plan.overlay.contains(source):
            message = f"{source} is inside of the trust, and comes from no circuit"
            yield Finding(place, message, "write a public network, or leave from out")


def _taken(site: SiteFacts, home: str) -> set[str]:
    subnet = site.wire_subnet(home)
    return set() if subnet is None else {subnet.address(place) for place in (0, 1, subnet.size - 1)}


def home_of(site: SiteFacts, address: str) -> str | None:
    """The segment of the site that an address is in, as its hosts have it."""
    for segment in site.segments:
        subnet = site.wire_subnet(segment)
        if (
            subnet
            and subnet.version == 4
            and ":" not in address
            and subnet.contains(Prefix.parse(f"{address}/32"))
        ):
            return segment
    return None
