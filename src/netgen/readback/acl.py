"""Packet filters of IOS-XE and EOS: entries in the order of their numbers, and what they let in.

IOS writes addresses with wildcards, EOS mostly with lengths; both forms are read everywhere.
"""

from __future__ import annotations

from netgen.readback.indented import Node, cidr_network, ipv4, network, whole_number, wildcard_length
from netgen.readback.switch_draft import AclDraft, Draft


def read_acl(draft: Draft, node: Node, name: str, *, standard: bool) -> None:
    """Read the entries below an `ip access-list` line into the filter of that name."""
    acl = draft.acls.setdefault(name, AclDraft(name, node.line, standard))
    for child in draft.lines(node):
        if not read_entry(draft, acl, child, child.words):
            draft.skip(child)


def read_entry(draft: Draft, acl: AclDraft, node: Node, words: list[str]) -> bool:
    """One `[number] permit|deny|remark ...`, or `no number`; False when it is something else."""
    if len(words) == 2 and words[0] == "no" and (number := whole_number(words[1])) is not None:
        acl.entries = [each for each in acl.entries if each[0] != number]
        return True
    sequence = whole_number(words[0])
    rest = words if sequence is None else words[1:]
    if sequence is None:
        sequence = max((number for number, _, _ in acl.entries), default=0) + 10
    if not rest:
        return False
    if rest[0] == "remark":
        return True
    if rest[0] not in ("permit", "deny") or len(rest) == 1:
        return False
    if any(number == sequence for number, _, _ in acl.entries):
        draft.object_to(node.line, f"access list {acl.name} has two entries {sequence}")
    acl.entries.append((sequence, " ".join(rest), node.line))
    if rest[0] == "permit":
        source = _source(rest[1:] if acl.standard else rest[2:], standard=acl.standard)
        if source is None:
            draft.object_to(node.line, f"the source of this entry of {acl.name} is not understood")
            source = "0.0.0.0/0"
        acl.sources.append(source)
    return True


#: Services that IOS prints by name (RFC 862, RFC 863).
_PORTS = {"echo": "7", "discard": "9"}


def canonical_entries(draft: Draft, name: str) -> tuple[str, ...]:
    """The entries of a filter in the order of their numbers, addresses as prefixes and ports as numbers.

    An entry of another form than PROTOCOL SOURCE DESTINATION [eq PORT] stays as it is.
    """
    acl = draft.acls.get(name)
    return tuple(_canonical(entry) for _, entry, _ in sorted(acl.entries)) if acl is not None else ()


def _canonical(entry: str) -> str:
    action, protocol, *words = entry.split()
    found = [action, protocol]
    for _ in ("source", "destination"):
        prefix = _source(words, standard=False)
        if prefix is None:
            return entry
        found.append(prefix)
        words = words[1:] if words[0] == "any" or "/" in words[0] else words[2:]
    if words[:1] == ["eq"] and len(words) == 2:
        words = [_PORTS.get(words[1], words[1])]
    return " ".join([*found, *words])


def _source(words: list[str], *, standard: bool) -> str | None:
    """The source prefix of an entry, from the word where it begins."""
    match words:
        case ["any", *_]:
            return "0.0.0.0/0"
        case ["host", address, *_]:
            return network(address, 32)
        case [cidr, *_] if "/" in cidr:
            return cidr_network(cidr)
        case [address, wildcard, *_] if ipv4(wildcard) is not None:
            length = wildcard_length(wildcard)
            return None if length is None else network(address, length)
        case [address, *_] if standard:
            return network(address, 32)
        case _:
            return None
