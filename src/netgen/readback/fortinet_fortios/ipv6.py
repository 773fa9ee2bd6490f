"""IPv6 of FortiOS: addresses and advertisements of interfaces, objects that rules name, static routes.

Source: FortiOS 7.4 administration guide (IPv6 SLAAC, unified policies) and command reference. A prefix of
`ip6-prefix-list` is on-link and autonomous unless it says otherwise; what an interface answers over IPv6 is
`ip6-allowaccess` alone. Policies of `firewall policy` pass IPv6 between `srcaddr6` and `dstaddr6` only.
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv6Address, summarize_address_range

from netgen.readback.facts import ObservedAddress, ObservedIpv6, ObservedPolicy, ObservedRoute
from netgen.readback.fortinet_fortios.tree import Node, Notes
from netgen.readback.ipv6_text import EVERYTHING6, address6, interface6, is_link_local, network6

_MODES = frozenset({"static", "dhcp", "pppoe", "delegated"})
_NONE = frozenset({"::/0", "::/128"})
#: Seconds that hosts keep an advertised prefix (RFC 4861); shorter ones end before the next lesson does.
_VALID_S, _PREFERRED_S, _LEAST_S = 2592000, 604800, 3600
_BUILTIN = {"all": (EVERYTHING6,), "none": ("::/128",)}
_DEEPEST = 40


def read_ipv6(root: Node) -> tuple[ObservedIpv6, ...]:
    """The interfaces that have anything of IPv6."""
    found: list[ObservedIpv6] = []
    for entry in root.section("system interface").rows():
        if "ipv6" not in entry.children:
            continue
        read = _read_interface(entry, entry.section("ipv6"))
        if read.addresses or read.mode != "static" or read.advertises or read.access:
            found.append(read)
    return tuple(found)


def _read_interface(entry: Node, block: Node) -> ObservedIpv6:
    mode = block.choice("ip6-mode", "static", _MODES)
    if block.enabled("autoconf"):
        mode = "autoconf"
    addresses: list[str] = []
    words = [("ip6-address", block.word("ip6-address"))]
    words += [(row.name, row.name) for row in block.rows("ip6-extra-addr")]
    for field, word in words:
        if not word or word in _NONE:
            continue
        text = interface6(word)
        if text is None:
            block.doubt_field(field, f"{entry.name}: `{word}` is not an IPv6 address with a length")
        elif not is_link_local(text):
            addresses.append(text)
    plain: list[str] = []
    odd: list[str] = []
    resolvers: list[str] = []
    for row in block.rows("ip6-prefix-list"):
        prefix = network6(row.name)
        if prefix is None:
            row.notes.doubt(row.line, f"{entry.name}: `{row.name}` is not an IPv6 prefix")
            continue
        flags = [row.enabled("autonomous-flag", default=True), row.enabled("onlink-flag", default=True)]
        lives = row.number("valid-life-time", _VALID_S), row.number("preferred-life-time", _PREFERRED_S)
        (plain if all(flags) and min(lives) >= _LEAST_S else odd).append(prefix)
        resolvers += row.words("rdnss")
    return ObservedIpv6(
        name=entry.name,
        line=block.line or entry.line,
        vlan=entry.number("vlanid", 0),
        addresses=tuple(addresses),
        mode=mode,
        advertises=block.enabled("ip6-send-adv"),
        prefixes=tuple(plain),
        odd_prefixes=tuple(odd),
        managed=block.enabled("ip6-manage-flag"),
        other=block.enabled("ip6-other-flag"),
        resolvers=tuple(resolvers),
        access=block.words("ip6-allowaccess"),
        shutdown=entry.word("status", "up") == "down",
    )


class AddressBook6:
    """The IPv6 objects of a text by name; IPv4 objects are others, also where they have the same name."""

    def __init__(self, root: Node) -> None:
        """Read every object and group."""
        self.facts: dict[str, ObservedAddress] = {}
        self._groups = {entry.name: entry for entry in root.section("firewall addrgrp6").rows()}
        for entry in root.section("firewall address6").rows():
            self.facts[entry.name] = _read_object(entry)
        for name in self._groups:
            self._resolve(name, ())

    def knows(self, name: str) -> bool:
        """True if the text or the device defines the name."""
        return name in self.facts or name in _BUILTIN

    def observed(self, used: Iterable[str]) -> tuple[ObservedAddress, ...]:
        """Every object of the text, and the built-in ones that are used, with line 0."""
        more = sorted(name for name in set(used) if name in _BUILTIN and name not in self.facts)
        return (*self.facts.values(), *(_fact(name, _BUILTIN[name], (), 0) for name in more))

    def _resolve(self, name: str, above: tuple[str, ...]) -> ObservedAddress:
        entry = self._groups.get(name)
        if entry is None or name in self.facts:
            return self.facts.get(name) or _fact(name, _BUILTIN.get(name, ()), (), 0)
        prefixes: list[str] = []
        hosts: list[str] = []
        if name in above or len(above) > _DEEPEST:
            entry.doubt_field("member", "is a group that contains itself")
            return _fact(name, (), ("?",), entry.line)
        for member in entry.words("member"):
            if not self.knows(member) and member not in self._groups:
                entry.doubt_field("member", f"address `{member}` is not defined")
            found = self._resolve(member, (*above, name))
            prefixes += found.prefixes
            hosts += found.fqdns
        self.facts[name] = _fact(name, tuple(prefixes), tuple(hosts), entry.line)
        return self.facts[name]


def _fact(name: str, prefixes: tuple[str, ...], hosts: tuple[str, ...], line: int) -> ObservedAddress:
    return ObservedAddress(name, prefixes, EVERYTHING6 in prefixes, line, hosts)


def _read_object(entry: Node) -> ObservedAddress:
    kind = entry.word("type", "ipprefix")
    if kind == "fqdn":
        return _fact(entry.name, (), (entry.word("fqdn") or "?",), entry.line)
    if kind == "iprange":
        first, last = address6(entry.word("start-ip")), address6(entry.word("end-ip"))
        if first is None or last is None or IPv6Address(last) < IPv6Address(first):
            entry.doubt_field("start-ip", "is not a range of IPv6 addresses")
            return _fact(entry.name, (), ("?",), entry.line)
        found = summarize_address_range(IPv6Address(first), IPv6Address(last))
        return _fact(entry.name, tuple(str(item) for item in found), (), entry.line)
    if kind != "ipprefix":
        entry.leave_unread("type")
        return _fact(entry.name, (), ("?",), entry.line)
    # Without a prefix it is the default, which is everything.
    text = entry.word("ip6", EVERYTHING6)
    prefix = network6(text)
    if prefix is None:
        entry.doubt_field("ip6", f"`{text}` is not an IPv6 prefix")
        return _fact(entry.name, (), ("?",), entry.line)
    return _fact(entry.name, (prefix,), (), entry.line)


def check_policies(policies: tuple[ObservedPolicy, ...], book: AddressBook6, notes: Notes) -> None:
    """Names of IPv6 objects that lead nowhere, and rules that say only one side of IPv6."""
    for policy in policies:
        for name in (*policy.sources6, *policy.destinations6):
            if not book.knows(name):
                notes.doubt(policy.line, f"policy {policy.id}: IPv6 address `{name}` is not defined")
        if bool(policy.sources6) != bool(policy.destinations6):
            notes.doubt(policy.line, f"policy {policy.id}: names IPv6 addresses on one side alone")


def read_routes6(root: Node) -> tuple[ObservedRoute, ...]:
    """IPv6 static routes that are on; a blackhole route has the interface `blackhole`."""
    found: list[ObservedRoute] = []
    for entry in root.section("router static6").rows():
        text = entry.word("dst", EVERYTHING6)
        prefix = network6(text)
        if prefix is None:
            entry.doubt_field("dst", f"`{text}` is not an IPv6 prefix")
        word, interface = entry.word("gateway"), entry.word("device")
        gateway = "" if word in ("", "::") else address6(word)
        if gateway is None:
            entry.doubt_field("gateway", f"`{word}` is not an IPv6 address")
        distance, priority = entry.number("distance", 10), entry.number("priority", 1024)
        enabled = entry.enabled("status", default=True)
        if entry.enabled("blackhole"):
            interface, gateway = "blackhole", ""
        elif not interface:
            entry.notes.doubt(entry.line, f"IPv6 route {entry.name}: no interface and no blackhole")
        if enabled and prefix is not None:
            found.append(
                ObservedRoute("", prefix, gateway or word, interface, distance, entry.line, priority)
            )
    return tuple(found)
