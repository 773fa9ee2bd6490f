"""An address that no server can have.

What it catches: 0.0.0.0, loopback, link-local, multicast and broadcast addresses of servers, pollers and probes.
Why it matters in a school: the box would send its logs or logins to nobody, and on many 0.0.0.0 means: none.
Example: `flow: {host: 0.0.0.0}`
How to fix: write the server's own address, or remove the entry.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import Prefix

#: RFC 6890: this network, loopback, link-local, multicast and reserved with broadcast.
_NO_HOSTS = tuple(
    Prefix.parse(text) for text in ("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3")
)


def is_no_host(address: str) -> bool:
    """True for an IPv4 address that no host can have."""
    own = Prefix.parse(f"{address}/32")
    return any(network.contains(own) for network in _NO_HOSTS)


def find_addresses_of_nobody(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each address."""
    for path, address in trust.hosts.items():
        if is_no_host(address):
            yield Finding(path, f"{address} is no address of a host", "write the server's own address")
