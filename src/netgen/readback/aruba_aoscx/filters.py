"""Access lists and object groups: entries in the order of their numbers.

Source: AOS-CX ACLs and Classifier Policies Guide (access-list ip, apply access-list control-plane) and the
port names of HPE's Ansible collection (aoscx_object_group). Applied filters end in a denial of everything.
"""

from __future__ import annotations

import msgspec

from netgen.readback.aruba_aoscx.admission import EVERY_ADDRESS, Entry, Range, union
from netgen.readback.indented import (
    Node,
    bounds,
    cidr_network,
    ipv4,
    mask_length,
    network,
    whole_number,
)
from netgen.readback.switch_draft import AclDraft, Draft

_PORTS = {
    "ftp-data": 20, "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "tacacs": 49, "dns": 53, "dhcp-server": 67,
    "dhcp-client": 68, "tftp": 69, "http": 80, "https": 443, "pop3": 110, "nntp": 119, "ntp": 123, "dce-rpc": 135,
    "netbios-ns": 137, "netbios-dgm": 138, "netbios-ssn": 139, "snmp": 161, "snmp-trap": 162, "bgp": 179,
    "ldap": 389, "microsoft-ds": 445, "isakmp": 500, "syslog": 514, "imap4": 585, "radius": 1812,
    "radius-acct": 1813, "iscsi": 3260, "rdp": 3389, "nat-t": 4500, "vxlan": 4789,
}  # fmt: skip
_PROTOCOLS = {"1": "icmp", "2": "igmp", "6": "tcp", "17": "udp", "47": "gre", "50": "esp", "51": "ah", "89": "ospf",
              "103": "pim", "132": "sctp"}  # fmt: skip
_HAVE_PORTS = frozenset(("tcp", "udp", "sctp"))
_PORT_MAX = 65535
#: Words at the end of an entry that do not change what it matches.
_WATCHES = frozenset(("log", "count"))


class Filters(msgspec.Struct):
    """Filters and groups of a text by name; `control` is the filter of each VRF's control plane."""

    entries: dict[str, list[Entry]] = msgspec.field(default_factory=dict)
    addresses: dict[str, list[Range]] = msgspec.field(default_factory=dict)
    ports: dict[str, list[Range]] = msgspec.field(default_factory=dict)
    control: dict[str, tuple[str, int]] = msgspec.field(default_factory=dict)

    def of_vrf(self, vrf: str) -> list[Entry] | None:
        """The entries before the control plane of a VRF, in order; None without a filter."""
        name, _ = self.control.get(vrf, ("", 0))
        return sorted(self.entries.get(name, []), key=lambda each: each.sequence) if name else None


def read_filter(draft: Draft, filters: Filters, node: Node) -> bool:
    """`access-list ip NAME` and its entries; other kinds are kept as settings."""
    match node.words:
        case ["access-list", "ip", name]:
            acl = draft.acls.setdefault(name, AclDraft(name, node.line, standard=False))
            entries = filters.entries.setdefault(name, [])
            for child in draft.lines(node):
                if not _read_entry(draft, filters, acl, entries, child):
                    draft.skip(child)
        case ["access-list", "ipv6" | "mac", _] | ["access-list", "log-timer", _]:
            draft.keep(node)
        case ["no", "access-list", "ip", name]:
            draft.acls.pop(name, None)
            filters.entries.pop(name, None)
        case _:
            return False
    return True


def read_group(draft: Draft, filters: Filters, node: Node) -> bool:
    """`object-group ip address NAME` or `object-group port NAME`."""
    match node.words:
        case ["object-group", "ip", "address", name]:
            found = filters.addresses.setdefault(name, [])
            for child in draft.lines(node):
                words = child.words[1:] if whole_number(child.words[0]) is not None else child.words
                address = _address(words[0]) if len(words) == 1 else None
                if address is None:
                    draft.skip(child)
                else:
                    found.append(address)
        case ["object-group", "port", name]:
            ports = filters.ports.setdefault(name, [])
            for child in draft.lines(node):
                words = child.words[1:] if whole_number(child.words[0]) is not None else child.words
                taken = _take_ports(filters, words)
                if taken is None or taken[0] is None or taken[1]:
                    draft.skip(child)
                else:
                    ports.extend(taken[0])
        case ["object-group", "ipv6", "address", _]:
            draft.keep(node)
        case _:
            return False
    return True


def _read_entry(draft: Draft, filters: Filters, acl: AclDraft, entries: list[Entry], node: Node) -> bool:
    words = node.words
    if len(words) == 2 and words[0] == "no" and (number := whole_number(words[1])) is not None:
        entries[:] = [each for each in entries if each.sequence != number]
        acl.entries = [each for each in acl.entries if each[0] != number]
        return True
    sequence = whole_number(words[0])
    if sequence is None:
        sequence = max((each.sequence for each in entries), default=0) + 10
    else:
        words = words[1:]
    if not words:
        return False
    if words[0] == "comment":
        return True
    entry = _entry(filters, sequence, words, node.line)
    if entry is None:
        if words[0] in ("permit", "deny"):
            draft.object_to(node.line, f"access list {acl.name} names a group or a port that is not defined")
        return False
    if any(each.sequence == sequence for each in entries):
        draft.object_to(node.line, f"access list {acl.name} has two entries {sequence}")
    entries.append(entry)
    acl.entries.append((sequence, entry.text, node.line))
    return True


def _entry(filters: Filters, sequence: int, words: list[str], line: int) -> Entry | None:
    """`permit|deny PROTOCOL SOURCE [ports] DESTINATION [ports] [more]`; None when it is something else."""
    if len(words) < 4 or words[0] not in ("permit", "deny"):
        return None
    protocol = "" if words[1] in ("any", "ip") else _PROTOCOLS.get(words[1], words[1])
    has_ports = protocol in _HAVE_PORTS
    sources = _addresses(filters, words[2])
    taken = _take_ports(filters, words[3:], optional=has_ports)
    if sources is None or taken is None or not taken[1]:
        return None
    source_ports, rest = taken
    destinations = _addresses(filters, rest[0])
    taken = _take_ports(filters, rest[1:], optional=has_ports)
    if destinations is None or taken is None:
        return None
    ports, rest = taken
    return Entry(
        sequence=sequence,
        permit=words[0] == "permit",
        protocol=protocol,
        sources=sources,
        source_ports=source_ports if has_ports else None,
        anywhere=destinations == EVERY_ADDRESS,
        ports=ports if has_ports else None,
        narrowed=bool(set(rest) - _WATCHES),
        text=" ".join(words),
        line=line,
    )


def _addresses(filters: Filters, word: str) -> tuple[Range, ...] | None:
    if word == "any":
        return EVERY_ADDRESS
    address = _address(word)
    if address is not None:
        return (address,)
    group = filters.addresses.get(word)
    return None if group is None else union(group)


def _address(word: str) -> Range | None:
    """An address, or one with a length or a dotted mask behind a slash."""
    address, slash, mask = word.partition("/")
    length = mask_length(mask) if "." in mask else None
    prefix = network(address, length) if length is not None else cidr_network(word)
    if not slash:
        value = ipv4(word)
        return None if value is None else (value, value)
    return bounds(prefix) if prefix else None


def _take_ports(
    filters: Filters, words: list[str], *, optional: bool = False
) -> tuple[tuple[Range, ...] | None, list[str]] | None:
    """Ports at the start of `words` and what follows them; (None, words) where there are none."""
    match words:
        case ["eq", word, *rest] if (port := _port(word)) is not None:
            return ((port, port),), rest
        case ["gt", word, *rest] if (port := _port(word)) is not None:
            return ((port + 1, _PORT_MAX),), rest
        case ["lt", word, *rest] if (port := _port(word)) is not None:
            return ((0, port - 1),), rest
        case ["range", low, high, *rest] if (port := _port(low)) is not None and (
            last := _port(high)
        ) is not None:
            return ((port, last),), rest
        case ["group", name, *rest] if optional:
            group = filters.ports.get(name)
            return None if group is None else (union(group), rest)
        case ["eq" | "gt" | "lt" | "range", *_]:
            return None
    return None, words


def _port(word: str) -> int | None:
    return _PORTS.get(word, whole_number(word))
