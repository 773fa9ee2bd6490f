"""A port that is slower than its role needs.

What it catches: a role with `min_speed` on a port that does not reach it.
Why it matters in a school: an access point for 30 tablets behind a slow port is slow for all of them.
Example: `min_speed: 2.5G` on a port of 1 Gbit/s
How to fix: use faster ports, or another switch.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.wording import rate

_MBPS = {"1G": 1000, "2.5G": 2500, "10G": 10_000}


def find_slow_ports(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each range of sockets."""
    roles = site.of_trust.standard.roles
    for sockets, _, run in site.socket_runs:
        role = roles.get(sockets.role)
        if role is not None and run.slowest and run.mbps < _MBPS[role.min_speed]:
            reach = rate(run.mbps * 1000)
            port = f"{sockets.switch}/{run.slowest}"
            message = f"role `{sockets.role}` needs {role.min_speed}, port {port} has {reach}"
            yield Finding(sockets.path, message, "use faster ports, or another switch")
