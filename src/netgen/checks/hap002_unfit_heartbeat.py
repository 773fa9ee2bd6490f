"""A heartbeat port that cannot be one, or that is also something else.

What it catches: a heartbeat port that the model does not have or cannot use so, one that is named twice, that is
    also the port of a circuit or of a cable to the core; and circuits or cables on a port that the pairing takes.
Why it matters in a school: two firewalls that do not hear each other are both active with the same addresses, and the
    whole school is without network.
Example: `heartbeat: [a, wan2]` where `wan2` is a circuit's
How to fix: cable two ports that nothing else uses straight to the same ports of the other firewall.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.wording import choose_known
from netgen.hardware import Hardware, PortKind
from netgen.values import object_path


def find_unfit_heartbeats(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each port."""
    pair, hardware = site.site.firewall.pair, site.firewall
    if pair is None or hardware is None or hardware.kind != "firewall":
        return
    if hardware.pairing is None:
        return
    taken, kinds = hardware.pairing.taken, hardware.pairing.heartbeat
    used = {link.port: (link.path, "a cable to the core") for link in reversed(site.core_cables)}
    for name, circuit in site.site.circuits.items():
        used[circuit.port] = (object_path(site.path, "circuits", name, "port"), f"circuit `{name}`")
    yield from _taken(used, taken)
    seen: dict[str, str] = {}
    for index, port in enumerate(pair.heartbeat):
        path = object_path(site.path, "firewall", "pair", "heartbeat", index)
        found = hardware.port(port)
        if found is None or found.kind not in kinds or port in taken:
            reason = "has no port" if found is None else "cannot have its heartbeat on port"
            message = f"`{hardware.model}` {reason} {port}"
            yield Finding(path, message, choose_known(port, _free(hardware, kinds, {*taken, *used})))
        elif port in used:
            other, words = used[port]
            message = f"heartbeat port {port} is already that of {words}"
            yield Finding(path, message, "choose a port that nothing else uses", also=(other,))
        elif port in seen:
            message = f"heartbeat port {port} is named twice"
            yield Finding(path, message, "name two different ports", also=(seen[port],))
        seen.setdefault(port, path)


def _taken(used: dict[str, tuple[str, str]], taken: tuple[str, ...]) -> Iterator[Finding]:
    for port, (path, words) in used.items():
        if port in taken:
            message = f"port {port} of {words} is what the pair of firewalls speaks through"
            yield Finding(path, message, "choose another port", at_key="/links/" in path)


def _free(hardware: Hardware, kinds: tuple[PortKind, ...], used: set[str]) -> list[str]:
    ports = ((name, hardware.port(name)) for name in hardware.port_names())
    return [name for name, port in ports if port is not None and port.kind in kinds and name not in used]
