"""A published service on the port where remote people knock.

What it catches: at a hub where remote access ends, a publication of TCP 443 or UDP 4501 on its preferred circuit.
Why it matters in a school: the firewall would hand logins from home to a web server, or the web server's visitors to
    its own login.
Example: `publish: {portal: {services: [https], circuit: leased, ...}}` at the hub of `remote_access.at`
How to fix: publish it on another circuit or at another site.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.intent.resolution import by_preference
from netgen.values import object_path

#: TLS of a gateway, and IPsec in UDP of those that do not use IKE's own ports (PUB001 keeps those free).
_TCP, _UDP = 443, 4501


def find_ports_of_remote_access(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each service of a publication."""
    asked = site.of_trust.trust.remote_access
    if asked is None or site.name not in asked.at or not site.site.circuits:
        return
    preferred = by_preference(site.site)[0][0]
    services = site.of_trust.standard.services
    for name, item in site.site.publish.items():
        for index, key in enumerate(item.services):
            service = services.get(key)
            if item.circuit != preferred or service is None:
                continue
            port = (
                f"tcp/{_TCP}" if _has(service.tcp, _TCP) else f"udp/{_UDP}" if _has(service.udp, _UDP) else ""
            )
            if port:
                path = object_path(site.path, "publish", name, "services", index)
                message = f"{port} of circuit `{preferred}` is that of remote access"
                yield Finding(path, message, "publish it on another circuit or at another site")


def _has(ports: tuple[str, ...], wanted: int) -> bool:
    for port in ports:
        first, _, last = port.partition("-")
        if int(first) <= wanted <= int(last or first):
            return True
    return False
