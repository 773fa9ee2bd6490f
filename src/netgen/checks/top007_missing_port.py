"""A port that the hardware does not have.

What it catches: sockets, cables and circuits on ports beyond those of the model, or on its management or HA
    port.
Why it matters in a school: the person in the cabinet looks for a port that is not there.
Example: `camera: sw1/49` on a switch of 48 ports
How to fix: choose a port that the model has.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import Plug, SiteFacts
from netgen.checks.wording import choose_known, listed
from netgen.hardware import Hardware
from netgen.values import object_path

_OF_SWITCHES = frozenset({"access", "uplink"})
_CARRIES_TRAFFIC = frozenset({"access", "uplink", "wan"})


def find_missing_ports(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each range, cable end or circuit."""
    for sockets, hardware, run in site.socket_runs:
        if run.missing:
            yield _missing(sockets.path, hardware, run.missing)
    for end in site.cable_ends:
        if end.port is None or end.port.kind not in _OF_SWITCHES:
            yield from _of_plug(site, end.plug, end.cable.path, at_key=end.is_near)
    for link in site.core_cables:
        yield from _of_plug(site, link.far, link.path)
        yield from _of_firewall(site, link.port, link.path, at_key=True)
    for link in site.controller_cables:
        yield from _of_plug(site, link.far, link.path)
        yield from _of_controller(site, link.port, link.path)
    for item in site.pair_ports:
        if item.plug.switch.number == 1:  # both are of one model (MLG001)
            yield from _of_plug(site, item.plug, item.path)
    for name, circuit in site.site.circuits.items():
        yield from _of_firewall(site, circuit.port, object_path(site.path, "circuits", name, "port"))


def _of_plug(site: SiteFacts, plug: Plug, path: str, *, at_key: bool = False) -> Iterator[Finding]:
    hardware = _lacks(site, plug)
    if hardware:
        yield _missing(path, hardware, plug.port, at_key=at_key)


def _lacks(site: SiteFacts, plug: Plug) -> Hardware | None:
    """The plug's hardware if it has no such port."""
    hardware = site.switches.get(plug.switch)
    if hardware is None or hardware.kind != "switch":
        return None
    port = hardware.port(plug.port)
    return hardware if port is None or port.kind not in _OF_SWITCHES else None


def _missing(path: str, hardware: Hardware, port: str, *, at_key: bool = False) -> Finding:
    names = [
        name
        for name in hardware.port_names()
        if name.startswith("u") == port.startswith("u") and (name.isdigit() or name.startswith("u"))
    ]
    advice = f"choose {names[0]} to {names[-1]}" if names else f"it has {listed(hardware.port_names())}"
    return Finding(path, f"`{hardware.model}` has no port {port}", advice, at_key=at_key)


def _of_firewall(site: SiteFacts, name: str, path: str, *, at_key: bool = False) -> Iterator[Finding]:
    hardware = site.firewall
    if hardware is None or hardware.kind != "firewall":
        return
    port = hardware.port(name)
    if port is None or port.kind not in _CARRIES_TRAFFIC:
        known = [item for item in hardware.port_names() if _carries(hardware, item)]
        reason = "has no port" if port is None else f"keeps for {port.kind} its port"
        yield Finding(path, f"`{hardware.model}` {reason} {name}", choose_known(name, known), at_key=at_key)


def _of_controller(site: SiteFacts, name: str, path: str) -> Iterator[Finding]:
    points = site.site.access_points
    model = points.controller.model if points and points.controller else ""
    hardware = site.of_trust.catalogue.get(model)
    if hardware is not None and hardware.kind == "controller" and not _carries(hardware, name):
        known = [item for item in hardware.port_names() if _carries(hardware, item)]
        yield Finding(path, f"`{model}` has no port {name}", choose_known(name, known), at_key=True)


def _carries(hardware: Hardware, name: str) -> bool:
    port = hardware.port(name)
    return port is not None and port.kind in _CARRIES_TRAFFIC
