"""A cable or socket on a port that holds a stack together.

What it catches: a role, an uplink or a cable of the firewall or controller on a stack's own ports.
Why it matters in a school: the stack would fall apart into switches that nobody can manage.
Example: `links: {sw1/u1: main/sw1/u4}` where main is a VSF stack, whose links are u3 and u4
How to fix: use another port, or write `stack: false`.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts, Switch


def find_stack_ports_in_use(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each use."""
    held = {
        switch: hardware.stack.ports
        for switch, hardware in site.switches.items()
        if hardware is not None and hardware.stack is not None and _is_stacked(site, switch)
    }
    if not any(held.values()):
        return
    for sockets in site.sockets:
        for port in held.get(sockets.switch, ()):
            number, run = port.removeprefix("u"), sockets.ports
            same_kind = number.isdigit() and (run.mark == "u") == port.startswith("u")
            if same_kind and run.first <= int(number) <= run.last:
                yield _used(site, sockets.switch, port, sockets.path)
    uses = [(end.plug, end.cable.path, end.is_near) for end in site.cable_ends]
    uses += [(link.far, link.path, False) for link in (*site.core_cables, *site.controller_cables)]
    for plug, path, at_key in uses:
        if plug.port in held.get(plug.switch, ()):
            yield _used(site, plug.switch, plug.port, path, at_key=at_key)


def _is_stacked(site: SiteFacts, switch: Switch) -> bool:
    return switch.cabinet in site.stacks and len(site.site.cabinets[switch.cabinet].switches) > 1


def _used(site: SiteFacts, switch: Switch, port: str, path: str, *, at_key: bool = False) -> Finding:
    model = site.site.cabinets[switch.cabinet].switches[f"sw{switch.number}"]
    message = f"port {port} of `{model}` holds the stack of `{switch.cabinet}` together"
    return Finding(path, message, "use another port, or leave stack out", at_key=at_key)
