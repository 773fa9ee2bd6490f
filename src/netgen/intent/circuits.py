"""The subnet of a circuit with a fixed address."""

from __future__ import annotations

from ipaddress import IPv4Interface

from netgen.values import Prefix


def network_of(ip: str) -> Prefix | None:
    """`192.0.2.2/29` as 192.0.2.0/29; None for a text that check WAN003 refuses."""
    try:
        found = IPv4Interface(ip).network
    except ValueError:
        return None
    return Prefix(4, int(found.network_address), found.prefixlen)
