"""A port that cannot feed what is planned on it.

What it catches: a role that needs power on a port without PoE or with too little of it, counted at the far
    end of the cable as IEEE 802.3 does; and access points that draw more than their port can give.
Why it matters in a school: the camera or access point reboots for ever or stays dark.
Example: `poe_w: 40` on ports of IEEE 802.3at (25.5 W at the device)
How to fix: use ports with more power, or another switch.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.port_runs import PortRun
from netgen.checks.site_facts import SiteFacts, Sockets


def find_weak_ports(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each range of sockets."""
    points = site.site.access_points
    roles = {key: role for key, role in site.of_trust.standard.roles.items() if role.poe_w}
    model = site.of_trust.catalogue.get(points.model) if points else None
    for sockets, _, run in site.socket_runs:
        role = roles.get(sockets.role)
        if role is None or not run.weakest:
            continue
        if run.power_w < role.poe_w:
            gives = f"{run.power_w:g} W at the device" if run.power_w else "no PoE"
            message = f"role `{sockets.role}` needs {role.poe_w:g} W, port {_port(sockets, run)} has {gives}"
            yield Finding(sockets.path, message, "use ports with more power, or another switch")
        elif role.trunk_wlans and model is not None and model.poe_draw_w > run.power_w:
            port = _port(sockets, run)
            message = f"`{model.model}` draws up to {model.poe_draw_w:g} W, port {port} has {run.power_w:g} W"
            advice = "use ports with more power, or plan with fewer radios"
            yield Finding(sockets.path, message, advice, warning=True)


def _port(sockets: Sockets, run: PortRun) -> str:
    return f"{sockets.switch}/{run.weakest}"
