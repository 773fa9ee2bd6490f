"""FortiOS objects that exist without being defined. Source: FortiOS 7.4 default services."""

from __future__ import annotations

import re
from collections.abc import Iterable

from netgen.judge.batfish.adaptations.adaptation import Row

BUILT_IN_ADDRESSES = ("all", "none")
#: (protocol, port range) of each.
BUILT_IN_SERVICES: dict[str, tuple[tuple[str, str], ...]] = {
    "ALL": (("ip", ""),),
    "ALL_ICMP": (("icmp", ""),),
    "ALL_TCP": (("tcp", "1-65535"),),
    "ALL_UDP": (("udp", "1-65535"),),
    "DNS": (("tcp", "53"), ("udp", "53")),
    "HTTP": (("tcp", "80"),),
    "HTTPS": (("tcp", "443"),),
    "NTP": (("tcp", "123"), ("udp", "123")),
    "PING": (("icmp", "8"),),
    "SMTP": (("tcp", "25"),),
    "SNMP": (("tcp", "161-162"), ("udp", "161-162")),
    "SSH": (("tcp", "22"),),
    "SYSLOG": (("udp", "514"),),
    "TELNET": (("tcp", "23"),),
}
_WORDS = re.compile(r'"([^"]*)"|(\S+)')


def add_built_ins(rows: list[Row]) -> list[Row]:
    """Define the built-in objects that policies use and the text does not define, before the policies."""
    addresses, services = _used_names(rows)
    defined = _defined_names(rows)
    added: list[str] = []
    wanted = [
        name for name in BUILT_IN_ADDRESSES if name in addresses and ("firewall address", name) not in defined
    ]
    if wanted:
        added += ["config firewall address"]
        for name in wanted:
            mask = "0.0.0.0 0.0.0.0" if name == "all" else "0.0.0.0 255.255.255.255"
            added += [f'    edit "{name}"', f"        set subnet {mask}", "    next"]
        added += ["end"]
    missing = [
        name
        for name in BUILT_IN_SERVICES
        if name in services and ("firewall service custom", name) not in defined
    ]
    if missing:
        added += ["config firewall service custom"]
        for name in missing:
            added += [f'    edit "{name}"', *_service_lines(BUILT_IN_SERVICES[name]), "    next"]
        added += ["end"]
    place = next(
        (i for i, (_, text) in enumerate(rows) if text.strip() == "config firewall policy"), len(rows)
    )
    return [*rows[:place], *((0, line) for line in added), *rows[place:]]


def _service_lines(flows: Iterable[tuple[str, str]]) -> list[str]:
    found = []
    for protocol, ports in flows:
        if protocol == "ip":
            found.append("        set protocol IP")
        elif protocol == "icmp":
            found += ["        set protocol ICMP", *([f"        set icmptype {ports}"] if ports else [])]
        else:
            found.append(f"        set {protocol}-portrange {ports}")
    return found


def _used_names(rows: list[Row]) -> tuple[set[str], set[str]]:
    addresses: set[str] = set()
    services: set[str] = set()
    for _, text in rows:
        words = [one or other for one, other in _WORDS.findall(text)]
        if words[:2] in (["set", "srcaddr"], ["set", "dstaddr"]):
            addresses.update(words[2:])
        elif words[:2] == ["set", "service"]:
            services.update(words[2:])
    return addresses, services


def _defined_names(rows: list[Row]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    stack: list[str] = []
    for _, text in rows:
        words = [one or other for one, other in _WORDS.findall(text)]
        if words[:1] == ["config"]:
            stack.append(" ".join(words[1:]))
        elif words == ["end"] and stack:
            stack.pop()
        elif words[:1] == ["edit"] and len(stack) == 1 and len(words) > 1:
            found.add((stack[0], words[1]))
    return found
