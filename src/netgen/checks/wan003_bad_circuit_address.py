"""A circuit whose address does not add up.

What it catches: a static circuit without ip or gateway, an ip that is none, a gateway outside of the ip's
    subnet, and a DHCP circuit with an ip or gateway.
Why it matters in a school: the school is off the internet after the push, and so is the way to repair it.
Example: `ip: 192.0.2.2/29, gateway: 192.0.2.9`
How to fix: copy ip, length and gateway from the carrier's letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Interface

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.intent import Circuit
from netgen.values import object_path


def find_bad_circuit_addresses(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding for each circuit."""
    for name, circuit in site.site.circuits.items():
        path = object_path(site.path, "circuits", name)
        if (circuit.address == "pppoe") != (circuit.login is not None):
            wrong = "has a login and is no PPPoE circuit" if circuit.login else "is PPPoE and has no login"
            field = "login" if circuit.login else "address"
            yield Finding(f"{path}/{field}", f"circuit `{name}` {wrong}", "write both, or neither")
        elif circuit.address == "static":
            yield from _static(path, name, circuit)
        elif circuit.ip or circuit.gateway:
            field = "ip" if circuit.ip else "gateway"
            how = "PPPoE" if circuit.address == "pppoe" else "DHCP"
            article = "an" if field == "ip" else "a"
            message = f"circuit `{name}` has {article} {field} although its address comes by {how}"
            yield Finding(f"{path}/{field}", message, f"remove {field}, or write address: static")


def _static(path: str, name: str, circuit: Circuit) -> Iterator[Finding]:
    if not circuit.ip or not circuit.gateway:
        missing = "ip" if not circuit.ip else "gateway"
        message = f"static circuit `{name}` has no {missing}"
        yield Finding(path, message, f"add {missing}, or write address: dhcp", at_key=True)
        return
    if ":" in circuit.gateway:
        return  # ADR013 says so
    try:
        own = IPv4Interface(circuit.ip)
    except ValueError:
        yield Finding(
            f"{path}/ip", f"`{circuit.ip[:40]}` is not an address with length", "write it like 192.0.2.2/29"
        )
        return
    gateway = IPv4Address(circuit.gateway)
    usable = _usable(own, own.ip)
    if not usable:
        yield Finding(
            f"{path}/ip", f"{own} is no host address", "write the firewall's own address, not the network's"
        )
    elif gateway == own.ip or not _usable(own, gateway):
        reason = "is the circuit's own address" if gateway == own.ip else f"is no host of {own.network}"
        yield Finding(f"{path}/gateway", f"gateway {gateway} {reason}", "copy it from the carrier's letter")


def _usable(own: IPv4Interface, address: IPv4Address) -> bool:
    network = own.network
    if address not in network or network.prefixlen in (0, 32):
        return False
    return network.prefixlen == 31 or address not in (network.network_address, network.broadcast_address)
