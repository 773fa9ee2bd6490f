"""Static routes and DHCP servers."""

from __future__ import annotations

from netgen.readback.facts import ObservedInterface, ObservedPool, ObservedRoute
from netgen.readback.fortinet_fortios.objects import AddressBook
from netgen.readback.fortinet_fortios.steering import Sdwan
from netgen.readback.fortinet_fortios.tree import Node
from netgen.readback.indented import ipv4, ipv4_text
from netgen.readback.spans import (
    Span,
    address_and_length,
    network_text,
    prefixes,
    subtract,
)

_DNS_SERVERS = ("dns-server1", "dns-server2", "dns-server3", "dns-server4")
_NTP_SERVERS = ("ntp-server1", "ntp-server2", "ntp-server3")
_CONTROLLERS = ("wifi-ac1", "wifi-ac2", "wifi-ac3")
#: Numbers of options (RFC 2132, RFC 5417).
_NTP_OPTION, _BOOT_SERVER_OPTION, _BOOT_FILE_OPTION, _CONTROLLER_OPTION = 42, 66, 67, 138


def read_routes(root: Node, addresses: AddressBook, sdwan: Sdwan) -> tuple[ObservedRoute, ...]:
    """Static routes that are on; a blackhole route has the interface `blackhole`.

    A route into a zone of SD-WAN is one by each member, by its gateway and with its priority.
    """
    found: list[ObservedRoute] = []
    for entry in root.section("router static").rows():
        zones = entry.words("sdwan-zone")
        interface = entry.word("device")
        gateway = entry.word("gateway")
        if gateway == "0.0.0.0":  # noqa: S104 - FortiOS prints "no gateway" so
            gateway = ""
        if gateway and ipv4(gateway) is None:
            entry.doubt_field("gateway", f"`{gateway}` is not an address")
        distance, priority = entry.number("distance", 10), entry.number("priority", 1)
        enabled = entry.enabled("status", default=True)
        destinations = _read_destinations(entry, addresses)
        if entry.enabled("blackhole"):
            interface, gateway = "blackhole", ""
        elif not interface and not zones:
            entry.notes.doubt(entry.line, f"route {entry.name}: no interface, no zone and no blackhole")
        if zones and (interface or gateway):
            entry.doubt_field("sdwan-zone", "leads to a zone of SD-WAN and elsewhere")
        ways = [(gateway, interface, priority)] if interface else []
        for zone in zones:
            members = sdwan.of_zone(zone)
            ways += [(item.gateway, item.interface, item.priority) for item in members]
            if not members:
                entry.doubt_field("sdwan-zone", f"no member of SD-WAN is in zone `{zone}`")
        if enabled:
            found += [
                ObservedRoute("", prefix, hop, port, distance, entry.line, rank)
                for prefix in destinations
                for hop, port, rank in ways
            ]
    return tuple(found)


def _read_destinations(entry: Node, addresses: AddressBook) -> tuple[str, ...]:
    name = entry.word("dstaddr")
    if name:
        if not addresses.knows(name):
            entry.doubt_field("dstaddr", f"address `{name}` is not defined")
        if name in addresses.fqdns:
            entry.leave_unread("dstaddr")
        return prefixes(addresses.contents(name))
    words = entry.words("dst")
    if not words:
        return ("0.0.0.0/0",)
    read = address_and_length(words)
    if read is None:
        entry.doubt_field("dst", f"`{' '.join(words)}` is not an address with a mask")
        return ()
    return (network_text(*read),)


def read_pools(root: Node, interfaces: tuple[ObservedInterface, ...]) -> tuple[ObservedPool, ...]:
    """DHCP servers that are on; one with holes in its range is one pool for each piece, by the same name."""
    by_name = {interface.name: interface for interface in interfaces}
    found: list[ObservedPool] = []
    for entry in root.section("system dhcp server").rows():
        interface = entry.word("interface")
        home = by_name.get(interface)
        if home is None:
            entry.doubt_field("interface", f"interface `{interface}` is not defined")
        gateway, mask = entry.word("default-gateway"), entry.word("netmask")
        enabled = entry.enabled("status", default=True)
        read = address_and_length((gateway or (home.address if home else ""), mask)) if mask else None
        prefix = network_text(*read) if read else ""
        if not read:
            entry.doubt_field("netmask", "has no valid gateway and netmask")
        spans = subtract(_read_spans(entry, "ip-range"), _read_spans(entry, "exclude-range"))
        dns = _read_dns(entry, root, home)
        lease_s, domain = entry.number("lease-time", 604800), entry.word("domain")
        options, reservations = _read_options(entry, home), _read_reservations(entry)
        boot_server, boot_file = _read_boot(entry)
        if enabled:
            found += [
                ObservedPool(
                    entry.name,
                    "",
                    prefix,
                    gateway,
                    first,
                    last,
                    dns,
                    entry.line,
                    interface,
                    lease_s,
                    domain,
                    boot_server,
                    boot_file,
                    options,
                    reservations,
                )
                for first, last in [(ipv4_text(low), ipv4_text(high)) for low, high in spans] or [("", "")]
            ]
    return tuple(found)


def _read_spans(entry: Node, table: str) -> list[Span]:
    spans: list[Span] = []
    for row in entry.rows(table):
        first, last = ipv4(row.word("start-ip")), ipv4(row.word("end-ip"))
        if first is None or last is None or last < first:
            row.notes.doubt(
                row.line, f"DHCP server {entry.name}: {table} {row.name} is not a range of addresses"
            )
        else:
            spans.append((first, last))
    return spans


def _read_dns(entry: Node, root: Node, home: ObservedInterface | None) -> tuple[str, ...]:
    """What clients are told: named servers, the interface itself (`local`), or the device's own servers."""
    named = tuple(word for word in (entry.word(field) for field in _DNS_SERVERS) if word)
    service = entry.choice("dns-service", "specify", {"local", "default"})
    if service == "local":
        return (home.address,) if home and home.address else ()
    if service == "default":
        system = root.section("system dns")
        return tuple(word for word in (system.word("primary"), system.word("secondary")) if word)
    return named


def _read_reservations(entry: Node) -> tuple[tuple[str, str], ...]:
    """(hardware address, address); a row that leases to nobody or to anybody is none."""
    found: list[tuple[str, str]] = []
    for row in entry.rows("reserved-address"):
        if row.choice("action", "reserved", {"assign", "block"}) != "reserved":
            row.leave_unread("action")
        if row.choice("type", "mac", {"option82"}) != "mac":
            row.leave_unread("type")
        found.append((row.word("mac").lower().replace("-", ":"), row.word("ip")))
    return tuple(found)


def _read_options(entry: Node, home: ObservedInterface | None) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Options that are lists of addresses by their number: own fields (42, 138) and the table of others.

    A table row of another kind is unread, except those of a boot server and file (66, 67).
    """
    clock = entry.choice("ntp-service", "specify", {"local", "default"})
    named = tuple(word for field in _NTP_SERVERS if (word := entry.word(field)))
    if clock == "local":
        named = (home.address,) if home and home.address else ()
    elif clock == "default":
        entry.leave_unread("ntp-service")
    controllers = tuple(word for field in _CONTROLLERS if (word := entry.word(field)))
    if entry.choice("wifi-ac-service", "specify", {"local"}) == "local":
        controllers = (home.address,) if home and home.address else ()
    own = {_NTP_OPTION: named, _CONTROLLER_OPTION: controllers}
    found = {code: addresses for code, addresses in own.items() if addresses}
    for row in entry.rows("options"):
        code, kind = row.number("code", 0), row.choice("type", "hex", {"string", "ip", "fqdn"})
        if code in {_BOOT_SERVER_OPTION, _BOOT_FILE_OPTION}:
            continue
        if kind != "ip":
            row.leave_unread("code")
        elif code in found:
            row.doubt_field("code", f"option {code} is given twice")
        else:
            found[code] = row.words("ip")
    return tuple(sorted(found.items()))


def _read_boot(entry: Node) -> tuple[str, str]:
    """(server, file): fields of the lease, or the options 66 and 67."""
    boot = {_BOOT_SERVER_OPTION: entry.word("next-server"), _BOOT_FILE_OPTION: entry.word("filename")}
    for row in entry.rows("options"):
        code = row.number("code", 0)
        if code not in boot:
            continue
        word = row.word("value") or row.word("ip")
        if boot[code] not in {"", word}:
            row.doubt_field("value", f"option {code} is `{word}`, while the lease says `{boot[code]}`")
        boot[code] = boot[code] or word
    return boot[_BOOT_SERVER_OPTION], boot[_BOOT_FILE_OPTION]
