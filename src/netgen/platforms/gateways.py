"""Which interface of a firewall a route leaves by, for platforms whose routes name it beside the gateway."""

from __future__ import annotations

from socket import inet_aton

from netgen.device import FirewallPart


def interface_towards(gateway: str, part: FirewallPart) -> str:
    """The interface whose subnet holds the gateway, by its neutral name. ValueError when there is none."""
    host = number_of(gateway)
    for item in part.interfaces:
        if item.gateway == gateway:
            return item.name
        if item.address:
            mask = (0xFFFFFFFF << (32 - item.length)) & 0xFFFFFFFF
            if number_of(item.address) & mask == host & mask:
                return item.name
    msg = f"no interface reaches the gateway {gateway}"
    raise ValueError(msg)


def number_of(address: str) -> int:
    """An IPv4 address of the plan as an integer."""
    return int.from_bytes(inet_aton(address), "big")
