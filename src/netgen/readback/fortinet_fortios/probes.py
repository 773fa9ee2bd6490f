"""Link monitors: pings through an interface, and the routes by its gateway that go when nothing answers.

Defaults are those of FortiOS 7.4: a ping each half second, five lost ones or five answers decide.
"""

from __future__ import annotations

from netgen.readback.facts import ObservedProbe
from netgen.readback.fortinet_fortios.tree import Node
from netgen.readback.indented import ipv4
from netgen.readback.spans import address_and_length, network_text

_EVERYTHING = "0.0.0.0/0"
_PROTOCOLS = frozenset({"tcp-echo", "udp-echo", "http", "https", "twamp", "ping6"})


def read_probes(root: Node, interfaces: set[str]) -> tuple[ObservedProbe, ...]:
    """Link monitors that are on. `interfaces` are the names that the text defines."""
    found = [_read_probe(entry, interfaces) for entry in root.section("system link-monitor").rows()]
    return tuple(probe for probe in found if probe)


def _read_probe(entry: Node, interfaces: set[str]) -> ObservedProbe | None:
    interface, gateway = entry.word("srcintf"), entry.word("gateway-ip")
    if interface not in interfaces:
        entry.doubt_field("srcintf", f"interface `{interface}` is not defined")
    if gateway == "0.0.0.0":  # noqa: S104 - FortiOS prints "no gateway" so
        gateway = ""
    targets = entry.words("server")
    for target in targets:
        if ipv4(target) is None:
            entry.doubt_field("server", f"`{target}` is not an address")
    if entry.choice("server-config", "default", {"individual"}) != "default":
        entry.leave_unread("server-config")
    if entry.choice("addr-mode", "ipv4", {"ipv6"}) != "ipv4":
        entry.leave_unread("addr-mode")
    protocols = entry.words("protocol") or ("ping",)
    for word in protocols:
        if word != "ping" and word not in _PROTOCOLS:
            entry.doubt_field("protocol", f"`protocol` cannot be `{word}`")
    updates = entry.enabled("update-static-route", default=True)
    # A monitor that only measures moves no route.
    only_measures = entry.enabled("service-detection")
    routes = _read_routes(entry) or (_EVERYTHING,)
    probe = ObservedProbe(
        name=entry.name,
        interface=interface,
        targets=targets,
        interval_ms=entry.number("interval", 500),
        fail_after=entry.number("failtime", 5),
        recover_after=entry.number("recoverytime", 5),
        line=entry.line,
        kind=" ".join(protocols),
        gives_up=routes if updates and not only_measures else (),
        gateway=gateway,
    )
    return probe if entry.enabled("status", default=True) else None


def _read_routes(entry: Node) -> tuple[str, ...]:
    """The prefixes that alone are given up; () for all by the gateway."""
    words = entry.words("route")
    listed = any("/" in word for word in words)
    size = 1 if listed else 2
    found: list[str] = []
    for place in range(0, len(words), size):
        read = address_and_length(words[place : place + size])
        if read is None:
            entry.doubt_field("route", f"`{' '.join(words)}` is not a list of prefixes")
        else:
            found.append(network_text(*read))
    return tuple(found)
