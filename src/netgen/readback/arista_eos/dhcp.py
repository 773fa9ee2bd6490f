"""The DHCP server of EOS.

Source: Arista's published validated configurations and data model (dhcp servers). What the server says for its VRF
holds for each subnet that says nothing else. Sub-options of `vendor-option` are those of option 43 and of no other.
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedPool
from netgen.readback.indented import Node, bounds, cidr_network, ipv4, network, whole_number
from netgen.readback.switch_draft import Draft

#: A lease of which the text says nothing: two hours.
_LEASE_S = 7200
_OCTETS = 6
_HEX = frozenset("0123456789abcdef")


class Terms(msgspec.Struct):
    """What clients are told: "" and empty where nothing is said."""

    boot_server: str = ""
    boot_file: str = ""
    options: dict[int, tuple[str, ...]] = msgspec.field(default_factory=dict)


class SubnetDraft(msgspec.Struct):
    """A subnet of the DHCP server before its interface is known."""

    vrf: str
    prefix: str
    line: int
    name: str = ""
    gateway: str = ""
    first: str = ""
    last: str = ""
    dns: tuple[str, ...] = ()
    lease_s: int = 0
    domain: str = ""
    terms: Terms = msgspec.field(default_factory=Terms)
    hosts: list[tuple[str, str]] = msgspec.field(default_factory=list)


def read_dhcp_server(draft: Draft, subnets: list[SubnetDraft], node: Node) -> bool:
    """`dhcp server [vrf V]` with its subnets."""
    vrf = ""
    match node.words:
        case ["dhcp", "server"] | ["dhcp", "server", "vrf", "default"]:
            pass
        case ["dhcp", "server", "vrf", name]:
            vrf = draft.use_vrf(name, node.line)
        case _:
            return False
    dns: tuple[str, ...] = ()
    domain, lease_s = "", _LEASE_S
    terms = Terms()
    found: list[SubnetDraft] = []
    for child in draft.lines(node):
        match child.words:
            case ["subnet", cidr] if (prefix := cidr_network(cidr)) is not None:
                found.append(_read_subnet(draft, vrf, prefix, child))
            case ["dns", "server", "ipv4", *servers] if servers:
                dns = tuple(servers)
            case ["disabled"]:
                draft.object_to(child.line, "the DHCP server is disabled")
            case ["dns", "domain", "name", "ipv4", domain]:
                pass
            case ["lease", "time", "ipv4", days, "days", hours, "hours", minutes, "minutes"] if None not in [
                whole_number(each) for each in (days, hours, minutes)
            ]:
                lease_s = (int(days) * 24 + int(hours)) * 3600 + int(minutes) * 60
            case ["no", "disabled"]:
                pass
            case ["tftp", "server", *rest]:
                if not _read_boot(terms, [word for word in rest if word != "ipv4"]):
                    draft.skip(child)
            case _:
                draft.skip(child)
    for subnet in found:
        subnet.dns = subnet.dns or dns
        subnet.domain = subnet.domain or domain
        subnet.lease_s = subnet.lease_s or lease_s
        subnet.terms.boot_server = subnet.terms.boot_server or terms.boot_server
        subnet.terms.boot_file = subnet.terms.boot_file or terms.boot_file
        subnet.terms.options = terms.options | subnet.terms.options
    subnets.extend(found)
    return True


def _read_boot(terms: Terms, rest: list[str]) -> bool:
    """The words after `tftp server`, without `ipv4`: the file, and options 66 and 150."""
    match rest:
        case ["file", name]:
            terms.boot_file = name.strip('"')
        case ["option", "66", server]:
            terms.boot_server = server.strip('"')
        case ["option", "150", *servers] if servers and None not in map(ipv4, servers):
            terms.options[150] = tuple(servers)
        case _:
            return False
    return True


def _read_reservations(draft: Draft, subnet: SubnetDraft, node: Node) -> None:
    for client in draft.lines(node):
        if client.words[0] != "mac-address" or len(client.words) != 2:
            draft.skip(client)
            continue
        digits = client.words[1].replace(".", "").replace(":", "").lower()
        mac = ":".join(digits[place : place + 2] for place in range(0, len(digits), 2))
        if len(digits) != 2 * _OCTETS or not set(digits) <= _HEX:
            draft.skip(client)
            continue
        for child in draft.lines(client):
            match child.words:
                case ["ipv4-address", address] if ipv4(address) is not None:
                    subnet.hosts.append((mac, address))
                    low, high = bounds(subnet.prefix)
                    if not low < (ipv4(address) or 0) < high:
                        draft.object_to(
                            child.line, f"the reservation {address} is outside of {subnet.prefix}"
                        )
                case ["hostname", _]:
                    pass
                case _:
                    draft.skip(child)


def _read_subnet(draft: Draft, vrf: str, prefix: str, node: Node) -> SubnetDraft:
    subnet = SubnetDraft(vrf, prefix, node.line)
    low, high = bounds(prefix)
    for child in draft.lines(node):
        match child.words:
            case ["range", first, last]:
                start, end = ipv4(first), ipv4(last)
                if start is None or end is None:
                    draft.skip(child)
                    continue
                if not low <= start <= end <= high:
                    draft.object_to(child.line, f"the range {first} to {last} is outside of {prefix}")
                if subnet.first:
                    draft.object_to(child.line, f"{prefix} has more than one range; the facts show the first")
                    continue
                subnet.first, subnet.last = first, last
            case ["name", *_]:
                subnet.name = child.text.split(None, 1)[1].strip('"') if len(child.words) > 1 else ""
            case ["dns", "server", *servers] if servers:
                subnet.dns = tuple(servers)
            case ["default-gateway", gateway]:
                subnet.gateway = gateway
                value = ipv4(gateway)
                if value is None or not low <= value <= high:
                    draft.object_to(child.line, f"the gateway {gateway} is outside of {prefix}")
            case ["lease", "time", days, "days", hours, "hours", minutes, "minutes"] if None not in [
                whole_number(each) for each in (days, hours, minutes)
            ]:
                subnet.lease_s = (int(days) * 24 + int(hours)) * 3600 + int(minutes) * 60
            case ["reservations"]:
                _read_reservations(draft, subnet, child)
            case ["tftp", "server", *rest] if _read_boot(
                subnet.terms, [word for word in rest if word != "ipv4"]
            ):
                pass
            case _:
                draft.skip(child)
    return subnet


def finish_pools(draft: Draft, subnets: list[SubnetDraft]) -> None:
    """Find the interface that serves each subnet (`dhcp server ipv4`)."""
    seen: set[tuple[str, str]] = set()
    for subnet in subnets:
        if (subnet.vrf, subnet.prefix) in seen:
            draft.object_to(subnet.line, f"the DHCP server has {subnet.prefix} twice")
        seen.add((subnet.vrf, subnet.prefix))
        interface = ""
        for port in draft.ports.values():
            if port.serves_dhcp and port.vrf == subnet.vrf and any(
                network(address, length) == subnet.prefix for address, length, _ in port.addresses
            ):  # fmt: skip
                interface = port.name
        if not interface:
            draft.object_to(subnet.line, f"no interface serves the DHCP subnet {subnet.prefix}")
        draft.pools.append(
            ObservedPool(
                name=subnet.name or subnet.prefix,
                vrf=subnet.vrf,
                prefix=subnet.prefix,
                gateway=subnet.gateway,
                first=subnet.first,
                last=subnet.last,
                dns=subnet.dns,
                line=subnet.line,
                interface=interface,
                lease_s=subnet.lease_s,
                domain=subnet.domain,
                boot_server=subnet.terms.boot_server,
                boot_file=subnet.terms.boot_file,
                options=tuple(sorted(subnet.terms.options.items())),
                reservations=tuple(subnet.hosts),
            )
        )
