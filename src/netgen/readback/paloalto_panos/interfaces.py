"""Interfaces and zones. A tunnel interface goes by the name of the IPsec tunnel that is bound to it.

`tunnel.1` says nothing about who is at the other end; the binding `network tunnel ipsec NAME
tunnel-interface tunnel.1` does. The name in the text is kept as `native`.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.readback.facts import ObservedFloodGuard, ObservedInterface, ObservedZone
from netgen.readback.indented import ipv4, ipv4_text, split_cidr
from netgen.readback.paloalto_panos.objects import AddressBook
from netgen.readback.paloalto_panos.tree import Node

_ACCESS = ("http", "https", "ping", "ssh", "snmp", "telnet", "http-ocsp", "response-pages", "userid-service",
           "userid-syslog-listener-ssl", "userid-syslog-listener-udp")  # fmt: skip
_LINK_STATES = frozenset({"auto", "up", "down"})
_VLAN_MAX = 4094
_POINT_TO_POINT = 31
#: Metric of a default route that DHCP brings, unless the text says otherwise.
_LEASED_METRIC = 10


class Names:
    """How interfaces are called in facts."""

    def __init__(self, root: Node) -> None:
        """Find out which tunnel is bound to which interface."""
        self.by_native: dict[str, str] = {}
        for entry in root.entries("network", "tunnel", "ipsec"):
            native = entry.value("tunnel-interface")
            if not native:
                root.notes.doubt(entry.line, f"tunnel `{entry.word}` is bound to no interface")
            elif native in self.by_native:
                entry.doubt("tunnel-interface", f"{native} is bound to `{self.by_native[native]}` already")
            else:
                self.by_native[native] = entry.word

    def of(self, native: str) -> str:
        """The name in facts of an interface of the text."""
        return self.by_native.get(native, native)


class Profiles:
    """Management profiles: what an interface answers, and to whom."""

    def __init__(self, root: Node, addresses: AddressBook) -> None:
        """Read every profile."""
        self.access: dict[str, tuple[str, ...]] = {}
        self.sources: dict[str, tuple[str, ...]] = {}
        self.used: set[str] = set()
        for entry in root.entries("network", "profiles", "interface-management-profile"):
            self.access[entry.word] = tuple(word for word in _ACCESS if entry.yes(word))
            self.sources[entry.word] = read_sources(entry, addresses)

    def of(self, node: Node) -> tuple[str, ...]:
        """What the interface answers."""
        name = node.value("interface-management-profile")
        if not name:
            return ()
        if name not in self.access:
            node.doubt("interface-management-profile", f"profile `{name}` is not defined")
        self.used.add(name)
        return self.access.get(name, ())


def read_sources(node: Node, addresses: AddressBook) -> tuple[str, ...]:
    """The prefixes of `permitted-ip`; an address without a length is one host."""
    found: list[str] = []
    for name in node.values("permitted-ip"):
        texts = [item for each in addresses.observed([name]) if each.name == name for item in each.prefixes]
        if not texts:
            node.doubt("permitted-ip", f"`{name}` is no address")
        found += texts or [name]
    return tuple(found)


def read_interfaces(root: Node, names: Names, profiles: Profiles) -> tuple[ObservedInterface, ...]:
    """Every interface of the text."""
    found: list[ObservedInterface] = []
    table = root.at("network", "interface")
    members: dict[str, list[str]] = {}
    for entry in table.entries("ethernet"):
        group = entry.value("aggregate-group")
        if group:
            members.setdefault(group, []).append(entry.word)
            if not table.at("aggregate-ethernet", group):
                entry.doubt("aggregate-group", f"aggregate `{group}` is not defined")
            if entry.at("layer3"):
                root.notes.doubt(entry.line, f"{entry.word} is in an aggregate and an interface of its own")
        found += _with_units(entry, "physical", (), profiles)
    for entry in table.entries("aggregate-ethernet"):
        inside = tuple(members.get(entry.word, ()))
        if not inside:
            root.notes.doubt(entry.line, f"aggregate `{entry.word}` has no member")
        found += _with_units(entry, "aggregate", inside, profiles)
    for entry in table.entries("tunnel", "units"):
        found.append(_tunnel(entry, names, profiles))
    for entry in table.entries("loopback", "units"):
        found.append(_layer3(entry, entry, "loopback", profiles))
    return tuple(found)


def _with_units(
    entry: Node, kind: str, members: tuple[str, ...], profiles: Profiles
) -> Iterator[ObservedInterface]:
    """A port or an aggregate, then the VLAN interfaces on it."""
    layer3 = entry.at("layer3")
    state = entry.word_of("link-state", "auto", _LINK_STATES)
    lacp = layer3.at("lacp")
    active = lacp.yes("enable") and lacp.word_of("mode", "passive", frozenset({"active"})) == "active"
    if layer3 and not layer3.children:
        layer3.take()
    yield _layer3(entry, layer3, kind, profiles, members=members, shutdown=state == "down", lag_active=active)
    for unit in layer3.entries("units"):
        vlan = unit.number("tag", 0)
        if not 1 <= vlan <= _VLAN_MAX:
            unit.doubt("tag", f"{unit.word} has no VLAN")
        if unit.word.rpartition(".")[0] != entry.word:
            entry.notes.doubt(unit.line, f"{unit.word} is below {entry.word}")
        yield _layer3(unit, unit, "vlan", profiles, vlan=vlan, parent=entry.word, shutdown=state == "down")


def _layer3(
    entry: Node,
    layer3: Node,
    kind: str,
    profiles: Profiles,
    *,
    vlan: int = 0,
    parent: str = "",
    members: tuple[str, ...] = (),
    shutdown: bool = False,
    lag_active: bool = False,
) -> ObservedInterface:
    address, length = _address(layer3)
    mode, distance = _mode(layer3, has_address=bool(address))
    return ObservedInterface(
        name=entry.word,
        kind=kind,
        line=entry.line,
        address=address,
        length=length,
        mode=mode,
        vlan=vlan,
        parent=parent,
        members=members,
        access=profiles.of(layer3),
        shutdown=shutdown,
        lag_active=lag_active,
        distance=distance,
        user=layer3.at("pppoe").value("username"),
    )


def _address(node: Node) -> tuple[str, int]:
    words = node.values("ip")
    if len(words) > 1:
        node.doubt("ip", f"{node.word} has {len(words)} addresses")
    for word in words:
        parts = split_cidr(word) or ((word, 32) if ipv4(word) is not None else None)
        if parts is None:
            node.doubt("ip", f"`{word}` is no address")
        else:
            return parts
    return "", 0


def _mode(node: Node, *, has_address: bool) -> tuple[str, int]:
    """How the address comes, and the rank of the default route that comes with it."""
    for key, word in (("dhcp-client", "dhcp"), ("pppoe", "pppoe")):
        client = node.at(key)
        if not client:
            continue
        if not client.children:
            client.take()
        if not client.yes("enable", default=True):
            continue
        if has_address:
            node.notes.doubt(client.line, f"{node.name} has an address of its own and one by {word}")
        metric = client.number("default-route-metric", _LEASED_METRIC)
        if not client.yes("create-default-route", default=True):
            return f"{word} without its default route", 0
        return word, metric
    return "static", 0


def _tunnel(entry: Node, names: Names, profiles: Profiles) -> ObservedInterface:
    """A tunnel interface; with a /31 (RFC 3021) the other end is the other address."""
    address, length = _address(entry)
    value = ipv4(address) if address else None
    remote = ipv4_text(value ^ 1) if value is not None and length == _POINT_TO_POINT else ""
    name = names.of(entry.word)
    return ObservedInterface(
        name=name,
        kind="tunnel",
        line=entry.line,
        address=address,
        length=length,
        access=profiles.of(entry),
        remote=remote,
        native=entry.word if name != entry.word else "",
    )


def read_zones(root: Node, names: Names) -> list[tuple[ObservedZone, Node]]:
    """Every layer-3 zone with its node; whether members may talk is decided with the rules."""
    found = []
    for entry in root.entries("zone"):
        natives = entry.at("network").values("layer3")
        entry.at("network").value("zone-protection-profile")
        members = tuple(names.of(native) for native in natives)
        found.append((ObservedZone(entry.word, members, intrazone=True, line=entry.line), entry))
    return found


#: What drops a flood: random early drop, or a handshake on the server's behalf.
_ACTIONS = {"red": "block", "syn-cookies": "proxy"}


def read_flood_guards(root: Node, zones: list[tuple[ObservedZone, Node]]) -> tuple[ObservedFloodGuard, ...]:
    """Zone protection of each interface of a zone: what is dropped, and above which rate; 0 for always."""
    profiles: dict[str, tuple[tuple[str, str, int], ...]] = {}
    for entry in root.entries("network", "profiles", "zone-protection-profile"):
        anomalies = []
        for row in entry.entries("flood"):
            enabled = row.yes("enable")
            word = next((key for key in ("syn-cookies", "red") if row.at(key)), "")
            rates = row.at(word) if word else row
            for key in ("alarm-rate", "activate-rate"):
                rates.number(key, 0)
            most = rates.number("maximal-rate", 40000)
            if enabled:
                anomalies.append((row.word, _ACTIONS.get(word, "none"), most))
        if entry.yes("discard-ip-spoof"):
            anomalies.append(("discard-ip-spoof", "block", 0))
        profiles[entry.word] = tuple(anomalies)
    found = []
    for zone, node in zones:
        name = node.at("network").value("zone-protection-profile")
        if not name:
            continue
        if name not in profiles:
            node.at("network").doubt("zone-protection-profile", f"profile `{name}` is not defined")
        found += [
            ObservedFloodGuard(name, member, profiles.get(name, ()), enabled=True, line=zone.line)
            for member in zone.members
        ]
    return tuple(found)
