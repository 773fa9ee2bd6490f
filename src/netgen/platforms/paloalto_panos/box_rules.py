"""Rules for sessions with the box itself.

PAN-OS takes traffic to and from its own interfaces through the rulebase like any other (PAN-OS 11.1
networking guide, "Configure Service Routes"), and the default rules here deny. Destination or source of
each of these rules is an address of the box wherever the box knows it, so none lets anybody through.
"""

from __future__ import annotations

import msgspec

from netgen.device import FirewallInterface, FirewallPart, Management
from netgen.platforms.paloalto_panos.management_view import managing_interface
from netgen.platforms.paloalto_panos.names import ANY, listed
from netgen.platforms.paloalto_panos.nat_view import NatView, circuit_nat
from netgen.platforms.paloalto_panos.objects_view import ServiceView
from netgen.platforms.paloalto_panos.rule_view import RuleView

_BROADCAST = "255.255.255.255"
#: Addresses and groups of one link (RFC 4291): no router passes them on.
_LINK_LOCAL = ("fe80::/10", "ff02::/16")
_SESSIONS, _POLLING, _DHCP, _LEASES = "box-sessions", "box-polling", "box-dhcp", "box-leases"
_ASK_TCP, _ASK_UDP = "box-ask-tcp", "box-ask-udp"
_REMOTE_TCP, _REMOTE_UDP = "box-remote-tcp", "box-remote-udp"
_BGP, _BFD = "box-bgp", "box-bfd"
_DNS, _NTP, _RADIUS = 53, 123, 1812
#: GlobalProtect: login and the tunnel where nothing else passes; IPsec in UDP.
_LOGIN, _IPSEC = 443, 4501
#: RFC 4271, section 3; RFC 5881, section 4.
_BGP_PORT, _BFD_PORT = 179, 3784
_UPDATES = '"categories of pages, signatures, updates"'


class BoxTraffic(msgspec.Struct, frozen=True):
    """The rules, the services that they name and the NAT of what the box asks on the internet."""

    services: tuple[ServiceView, ...]
    rules: tuple[RuleView, ...]
    nat: tuple[NatView, ...]


def box_traffic(part: FirewallPart, management: Management, pool_vlans: frozenset[int]) -> BoxTraffic:
    """Everything that the box says or answers by itself. `pool_vlans` have a DHCP server."""
    circuits = {item.name for item in part.interfaces if item.kind == "wan"}
    outer = tuple(zone.name for zone in part.zones if not circuits.isdisjoint(zone.members))
    inner = tuple(zone.name for zone in part.zones if zone.name not in outer and zone.members)
    services: list[ServiceView] = []
    rules: list[RuleView] = []
    nat: list[NatView] = []
    interface = managing_interface(part, management)
    home = _zone_of(part, interface)
    if interface is not None and home:
        rules += _management_rules(management, f"{interface.address}/32", inner, home)
        services.append(_service(_SESSIONS, "tcp", (22, 443), management))
        if management.snmp_user and management.snmp_managers:
            services.append(_service(_POLLING, "udp", (161,), management))
        asked, found = _asking(management, f"{interface.address}/32", home, outer)
        services += asked
        rules += found
        plan = NatView("box", home, "", "", "", f"{interface.address}/32", ANY, management.origin)
        for zone in outer:
            nat += circuit_nat(part, msgspec.structs.replace(plan, to_zone=zone))
    rules += _client_rules(part, management, pool_vlans, inner)
    if pool_vlans or any(item.relays for item in part.interfaces):
        services.append(_service(_DHCP, "udp", (67,), management))
    neighbours = _neighbour_rules(part)
    rules += neighbours
    if neighbours:
        services.append(_service(_BGP, "tcp", (_BGP_PORT,), management))
        if part.bgp and part.bgp.bfd:
            services.append(_service(_BFD, "udp", (_BFD_PORT,), management))
    rules += _circuit_rules(part, outer, management)
    if any(item.kind == "wan" and item.mode == "dhcp" for item in part.interfaces):
        services.append(_service(_LEASES, "udp", (67, 68), management))
    if part.remote is not None:
        services.append(_service(_REMOTE_TCP, "tcp", (_LOGIN,), management))
        services.append(_service(_REMOTE_UDP, "udp", (_IPSEC,), management))
    return BoxTraffic(tuple(sorted(services, key=lambda item: item.name)), tuple(rules), tuple(nat))


def _zone_of(part: FirewallPart, interface: FirewallInterface | None) -> str:
    if interface is None:
        return ""
    return next((zone.name for zone in part.zones if interface.name in zone.members), "")


def _service(name: str, protocol: str, ports: tuple[int, ...], management: Management) -> ServiceView:
    return ServiceView(name, protocol, ",".join(str(port) for port in ports), management.origin)


def _rule(name: str, origin: str, **fields: str) -> RuleView:
    """An allow rule with `any` wherever nothing else is said."""
    rule = RuleView(
        name=f"box.{name}", kind="", from_zones=ANY, to_zones=ANY, sources=ANY, destinations=ANY,
        applications=ANY, services=ANY, action="allow", description="", origin=origin,
    )  # fmt: skip
    return msgspec.structs.replace(rule, **fields)


def _management_rules(management: Management, own: str, inner: tuple[str, ...], home: str) -> list[RuleView]:
    """Sessions, polling and ping, from the allowed sources alone and never from the internet."""
    zones = {"from_zones": listed(inner), "to_zones": home, "destinations": own}
    allowed = tuple(str(prefix) for prefix in management.allowed)
    managers = tuple(f"{host}/32" for host in management.snmp_managers)
    rules: list[RuleView] = []
    if allowed:
        rules.append(
            _rule("sessions", management.origin, **zones, sources=listed(allowed), services=_SESSIONS)
        )
    if management.snmp_user and managers:
        rules.append(
            _rule("polling", management.origin, **zones, sources=listed(managers), services=_POLLING)
        )
    everybody = tuple(dict.fromkeys((*allowed, *managers)))
    if everybody:
        rules.append(
            _rule(
                "reachable", management.origin, **zones, sources=listed(everybody), applications="ping",
                services="application-default",
            )
        )  # fmt: skip
    return rules


def _asking(
    management: Management, own: str, home: str, outer: tuple[str, ...]
) -> tuple[list[ServiceView], list[RuleView]]:
    """What the box asks from its management address: the trust's servers, and the vendor's cloud."""
    tcp, udp = set[int](), set[int]()
    if management.dns:
        tcp.add(_DNS)
        udp.add(_DNS)
    if management.ntp:
        udp.add(_NTP)
    if management.radius:
        udp.add(_RADIUS)
    if management.flow_host:
        udp.add(management.netflow_port)
    for item in management.syslog:
        (udp if item.transport == "udp" else tcp).add(item.port)
    services = [
        _service(name, protocol, tuple(sorted(ports)), management)
        for name, protocol, ports in ((_ASK_TCP, "tcp", tcp), (_ASK_UDP, "udp", udp))
        if ports
    ]
    hosts = (
        *management.dns, *management.ntp, *(item.host for item in management.radius),
        *(item.host for item in management.syslog), management.flow_host,
    )  # fmt: skip
    servers = tuple(f"{host}/32" for host in dict.fromkeys(hosts) if host)
    rules: list[RuleView] = []
    if servers:
        named = listed(tuple(item.name for item in services))
        rules.append(
            _rule(
                "servers", management.origin, from_zones=home, sources=own, destinations=listed(servers),
                services=named,
            )
        )  # fmt: skip
    if outer:
        rules.append(
            _rule(
                "updates", management.origin, from_zones=home, to_zones=listed(outer), sources=own,
                services="service-https", description=_UPDATES,
            )
        )  # fmt: skip
    return services, rules


def _client_rules(
    part: FirewallPart, management: Management, pool_vlans: frozenset[int], inner: tuple[str, ...]
) -> list[RuleView]:
    """What every client may ask of its own gateway: an address, and whether it is there."""
    vlans = [item for item in part.interfaces if item.kind == "vlan" and item.address]
    zone_of = {member: zone.name for zone in part.zones for member in zone.members}
    rules: list[RuleView] = []
    served = [item for item in vlans if (item.vlan in pool_vlans or item.relays) and item.name in zone_of]
    if served:
        zones = tuple(dict.fromkeys(zone_of[item.name] for item in served))
        addresses = (f"{_BROADCAST}/32", *(f"{item.address}/32" for item in served))
        rules.append(
            _rule(
                "dhcp", management.origin, kind="intrazone", from_zones=listed(zones), to_zones=listed(zones),
                destinations=listed(addresses), services=_DHCP,
            )
        )  # fmt: skip
    relaying = [item for item in served if item.relays]
    if relaying:
        rules.append(
            _rule(
                "relay", management.origin,
                from_zones=listed(tuple(dict.fromkeys(zone_of[item.name] for item in relaying))),
                sources=listed(tuple(f"{item.address}/32" for item in relaying)),
                destinations=listed(
                    tuple(dict.fromkeys(f"{host}/32" for item in relaying for host in item.relays))
                ),
                services=_DHCP,
            )
        )  # fmt: skip
    rules += _discovery_rules(vlans, zone_of)
    gateways = tuple(f"{item.address}/32" for item in vlans if not item.manage and item.name in zone_of)
    homes = tuple(
        dict.fromkeys(zone_of[item.name] for item in vlans if not item.manage and item.name in zone_of)
    )
    if gateways and inner:
        rules.append(
            _rule(
                "gateways", management.origin, kind="intrazone", from_zones=listed(homes),
                to_zones=listed(homes), destinations=listed(gateways), applications="ping",
                services="application-default",
            )
        )  # fmt: skip
    return rules


def _discovery_rules(vlans: list[FirewallInterface], zone_of: dict[str, str]) -> list[RuleView]:
    """Neighbour and router discovery with the box (RFC 4861), the least of RFC 4890; nothing of it is routed."""
    with_ipv6 = [(item, item.ipv6) for item in vlans if item.ipv6 is not None and item.name in zone_of]
    if not with_ipv6:
        return []
    zones = listed(tuple(dict.fromkeys(zone_of[item.name] for item, _ in with_ipv6)))
    own = (*_LINK_LOCAL, *(f"{ipv6.address}/128" for _, ipv6 in with_ipv6))
    return [
        _rule(
            "neighbours", "trust/addressing/ipv6", kind="intrazone", from_zones=zones, to_zones=zones,
            destinations=listed(own), applications="ipv6-icmp", services="application-default",
        )
    ]  # fmt: skip


def _neighbour_rules(part: FirewallPart) -> list[RuleView]:
    """BGP, and BFD if it is on, between the two addresses of each tunnel: a rule for either side that begins."""
    if part.bgp is None or not part.bgp.peers:
        return []
    routed = {peer.tunnel for peer in part.bgp.peers}
    zones = listed(tuple(zone.name for zone in part.zones if not routed.isdisjoint(zone.members)))
    services = listed((_BFD, _BGP) if part.bgp.bfd else (_BGP,))
    own = _hosts(tuple(peer.local_address for peer in part.bgp.peers))
    far = _hosts(tuple(peer.address for peer in part.bgp.peers))
    return [
        _rule(
            name, part.bgp.origin, kind="intrazone", from_zones=zones, to_zones=zones, sources=source,
            destinations=destination, services=services,
        )
        for name, source, destination in (("routing-out", own, far), ("routing-in", far, own))
    ]  # fmt: skip


def _circuit_rules(part: FirewallPart, outer: tuple[str, ...], management: Management) -> list[RuleView]:
    """IKE with the peers, and the door of people from elsewhere.

    Also leases of DHCP circuits, and pings that show where one leads.
    """
    if not outer:
        return []
    zones = {"kind": "intrazone", "from_zones": listed(outer), "to_zones": listed(outer)}
    rules: list[RuleView] = []
    if part.tunnels:
        own, peers = _tunnel_ends(part)
        for name, source, destination in (("tunnels-out", own, peers), ("tunnels-in", peers, own)):
            rules.append(
                _rule(
                    name, part.tunnels[0].origin, **zones, sources=source, destinations=destination,
                    applications="[ ike ipsec-esp ipsec-esp-udp ]", services="application-default",
                )
            )  # fmt: skip
    if part.remote is not None:
        door = next(item.address for item in part.interfaces if item.name == part.remote.wan)
        rules.append(
            _rule(
                "remote-people", part.remote.origin, **zones, destinations=f"{door}/32",
                services=listed((_REMOTE_TCP, _REMOTE_UDP)),
            )
        )  # fmt: skip
    if any(item.kind == "wan" and item.mode == "dhcp" for item in part.interfaces):
        rules.append(_rule("leases", management.origin, **zones, services=_LEASES))
    probing = tuple(item.address for item in part.interfaces if item.kind == "wan" and item.mode == "static")
    if part.probe is not None and probing:
        rules.append(
            _rule(
                "probes", part.probe.origin, **zones, sources=_hosts(probing),
                destinations=_hosts(part.probe.targets), applications="ping", services="application-default",
            )
        )  # fmt: skip
    return rules


def _tunnel_ends(part: FirewallPart) -> tuple[str, str]:
    """The box's own ends and those of the peers; `any` where one of them has no fixed address."""
    wans = {item.name: item for item in part.interfaces if item.kind == "wan"}
    own = tuple(dict.fromkeys(wans[tunnel.wan].address for tunnel in part.tunnels))
    peers = tuple(dict.fromkeys(tunnel.remote for tunnel in part.tunnels))
    return _hosts(own), _hosts(peers)


def _hosts(addresses: tuple[str, ...]) -> str:
    return listed(tuple(f"{address}/32" for address in addresses)) if all(addresses) else ANY
