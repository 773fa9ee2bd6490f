"""Which access points get which tags: by hardware address, by a pattern of their names, by place."""

from __future__ import annotations

import re

import msgspec

from netgen.readback.cisco_iosxe_wlc.blocks import Block, Notes
from netgen.readback.indented import whole_number

_MAC = re.compile(r"[0-9a-fA-F]{4}\.[0-9a-fA-F]{4}\.[0-9a-fA-F]{4}\Z")


class Group(msgspec.Struct):
    """Access points that are tagged together. `rank` is the priority of a pattern, lower first."""

    name: str
    kind: str
    members: tuple[str, ...]
    line: int
    policy: str
    site: str
    radio: str
    rank: int = 0


def is_mac(word: str) -> bool:
    """True for a hardware address as IOS writes it."""
    return bool(_MAC.match(word))


def read_group(block: Block, ranks: dict[str, int], notes: Notes) -> Group:
    """An `ap MAC`, `ap filter name` or `ap location name` block."""
    policy, site, radio = (
        block.value(*words, default=f"default-{kind}-tag")
        for kind, words in (
            ("policy", ("policy-tag",) if block.kind == "ap" else ("tag", "policy")),
            ("site", ("site-tag",) if block.kind == "ap" else ("tag", "site")),
            ("rf", ("rf-tag",) if block.kind == "ap" else ("tag", "rf")),
        )
    )
    if block.kind == "ap":
        return Group(block.name, "mac", (block.name.lower(),), block.line, policy, site, radio)
    if block.kind == "ap filter name":
        pattern = block.value("ap", "name-regex")
        try:
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError):
            notes.doubt(
                block.line_of("ap", "name-regex"), f"AP filter {block.name}: `{pattern}` is no pattern"
            )
        if not pattern:
            notes.doubt(block.line, f"AP filter {block.name} has no pattern")
        if block.name not in ranks:
            notes.doubt(block.line, f"AP filter {block.name} has no priority, so it has no effect")
        patterns = (pattern,) if pattern and block.name in ranks else ()
        return Group(
            block.name, "name-pattern", patterns, block.line, policy, site, radio, ranks.get(block.name, 0)
        )
    members = tuple(
        line.said[1].lower() for line in block.take("ap-eth-mac") if len(line.said) == 2 and line.on
    )
    return Group(block.name, "place", members, block.line, policy, site, radio)


def take_priority(ranks: dict[str, int], words: tuple[str, ...]) -> bool:
    """`ap filter priority N filter-name F`."""
    match words:
        case ("ap", "filter", "priority", number, "filter-name", name) if whole_number(number) is not None:
            ranks[name] = int(number)
            return True
        case _:
            return False
