"""IPv6 lines of interfaces and routes that IOS-XE, EOS and AOS-CX write alike.

A switch that forwards IPv6 advertises its own prefixes, on-link and autonomous, until it is told not to (RFC 4861). To
suppress advertisements without `all` leaves the answers to hosts that ask, so the interface still says it is a router.
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedIpv6, ObservedRoute
from netgen.readback.indented import whole_number
from netgen.readback.ipv6_text import address6, interface6, is_link_local, network6

#: Seconds that hosts keep an advertised prefix at least, so that a lesson does not lose it.
_LEAST_S = 3600


class Ipv6Draft(msgspec.Struct):
    """The IPv6 side of an interface as its lines left it; None for what is the system's default."""

    line: int
    addresses: list[str] = msgspec.field(default_factory=list)
    mode: str = "static"
    enabled: bool = False
    silent: bool | None = None
    managed: bool = False
    other: bool = False
    #: Prefixes that the text speaks of: true for on-link and autonomous.
    prefixes: dict[str, bool] = msgspec.field(default_factory=dict)
    #: What the text says of all prefixes.
    usual: bool = True
    resolvers: list[str] = msgspec.field(default_factory=list)

    def read(self, words: list[str], *, on: bool) -> bool:
        """The words of an interface after `ipv6`; False when they are not understood."""
        match words:
            case ["enable"]:
                self.enabled = on
            case ["address"] if not on:
                self.addresses.clear()
                self.mode = "static"
            case ["address", "autoconfig" | "dhcp" | "auto-config" as how, *_]:
                self.mode = how if on else "static"
            case ["address", "link-local", _] | ["address", _, "link-local"]:
                self.enabled = on
            case ["address", text] if (found := interface6(text)) is not None:
                return self._address(found, on=on)
            case ["nd", *rest]:
                return self._discovery(rest, on=on)
            case _:
                return False
        return True

    def _address(self, text: str, *, on: bool) -> bool:
        if is_link_local(text):
            self.enabled = on
        elif not on:
            self.addresses = [each for each in self.addresses if each != text]
        elif text not in self.addresses:
            self.addresses.append(text)
        return True

    def _discovery(self, words: list[str], *, on: bool) -> bool:
        match words:
            case ["managed-config-flag"]:
                self.managed = on
            case ["other-config-flag"]:
                self.other = on
            case ["ra", "suppress" | "disabled", "all"]:
                self.silent = on
            case ["ra", "suppress" | "disabled"]:
                self.silent = False
            case ["suppress-ra"]:
                self.silent = on
            case ["ra", "dns", "server", host, *_] | ["ra", "dns-server", host, *_] if on:
                self.resolvers.append(host)
            case ["prefix", "default", *rest] if on:
                self.usual = _is_plain(rest)
            case ["prefix", text, *rest] if (prefix := network6(text)) is not None:
                if on:
                    self.prefixes[prefix] = _is_plain(rest)
                else:
                    self.prefixes.pop(prefix, None)
            case _:
                return False
        return True

    def fact(
        self, name: str, vlan: int, vrf: str, *, shutdown: bool, forwards: bool, silent_by_default: bool
    ) -> ObservedIpv6:
        """What the interface is in the end; it advertises only where IPv6 is forwarded."""
        own = {prefix for each in self.addresses if (prefix := network6(each)) is not None}
        said = dict.fromkeys(own, self.usual) | self.prefixes
        silent = silent_by_default if self.silent is None else self.silent
        advertises = forwards and not silent and bool(self.addresses)
        return ObservedIpv6(
            name=name,
            line=self.line,
            vlan=vlan,
            vrf=vrf,
            addresses=tuple(self.addresses),
            mode=self.mode,
            advertises=advertises,
            prefixes=tuple(sorted(prefix for prefix, plain in said.items() if plain)) if advertises else (),
            odd_prefixes=tuple(sorted(prefix for prefix, plain in said.items() if not plain))
            if advertises
            else (),
            managed=self.managed,
            other=self.other,
            resolvers=tuple(self.resolvers),
            shutdown=shutdown,
        )

    @property
    def is_there(self) -> bool:
        """True if the interface speaks IPv6 at all."""
        return bool(self.addresses) or self.enabled or self.mode != "static"


def _is_plain(words: list[str]) -> bool:
    """True for lifetimes that are long enough and no flag that takes anything away."""
    numbers = [number for word in words if (number := whole_number(word)) is not None]
    others = [word for word in words if whole_number(word) is None and word != "infinite"]
    return not others and all(number >= _LEAST_S for number in numbers)


def route6(words: list[str], vrf: str, line: int) -> ObservedRoute | None:
    """A route from the words after `ipv6 route [vrf V]`: PREFIX {GATEWAY | INTERFACE [GATEWAY]} [distance] ..."""
    prefix = network6(words[0]) if words else None
    if prefix is None or len(words) < 2:
        return None
    gateway, interface, distance, rest = "", "", 1, words[1:]
    if address6(rest[0]) is None:
        interface, rest = rest[0], rest[1:]
    if rest and (found := address6(rest[0])) is not None:
        gateway, rest = found, rest[1:]
    if rest and (number := whole_number(rest[0])) is not None:
        distance, rest = number, rest[1:]
    while len(rest) > 1 and rest[0] in ("name", "tag", "track", "metric", "distance"):
        if rest[0] == "distance":
            distance = whole_number(rest[1]) or distance
        rest = rest[2:]
    if rest:
        return None
    place = "blackhole" if interface.casefold() in ("null0", "nullroute", "blackhole") else interface
    return ObservedRoute(vrf, prefix, gateway, place, distance, line)


def is_same_way(one: ObservedRoute, other: ObservedRoute) -> bool:
    """True if `no` of one route takes the other away."""
    return (one.vrf, one.prefix, one.gateway, one.interface) == (
        other.vrf,
        other.prefix,
        other.gateway,
        other.interface,
    )
