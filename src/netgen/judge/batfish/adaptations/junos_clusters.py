"""A chassis cluster as Batfish is given it: the box as its first node has it, with plain ports and LAGs.

Source: observed answers of Batfish 0.36.0, which finds no cable at a redundant interface and takes it for down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgen.judge.batfish.adaptations.adaptation import Row

_PARENT = re.compile(r"redundant-parent (reth\d+);\Z")
_SLOT = re.compile(r"[a-z]+-(\d{1,3})/\d+/\d+;?\Z")
_RETH = re.compile(r"\breth\d+\b")
_NO_SLOT = 1000


def as_first_node(rows: list[Row]) -> list[Row]:
    """Take the second node's ports and the fabric out; name a redundant interface by its port, or as a LAG."""
    children: dict[str, list[str]] = {}
    second = _NO_SLOT
    for path, text in _places(rows):
        parent = _PARENT.match(text)
        if parent and len(path) > 1 and path[0] == "interfaces":
            children.setdefault(parent[1], []).append(path[1])
        elif path[:2] == ("interfaces", "fab1") and path[-1] == "member-interfaces":
            second = min(second, _slot(text))
    if not children:
        return rows
    names: dict[str, str] = {}
    alone: set[str] = set()
    for reth, ports in children.items():
        own = [port for port in ports if _slot(port) < second]
        names[reth] = own[0] if len(own) == 1 else reth.replace("reth", "ae")
        alone |= set(own) if len(own) == 1 else set()
    gone = (
        alone
        | {port for ports in children.values() for port in ports if _slot(port) >= second}
        | {"fab0", "fab1"}
    )
    kept: list[Row] = []
    for (path, text), (number, given) in zip(_places(rows), rows, strict=True):
        raw = given
        inside = (*path, *([text.removesuffix("{").strip()] if text.endswith("{") else []))
        if len(inside) > 1 and inside[0] == "interfaces" and inside[1] in gone:
            continue
        if inside[:1] == ("interfaces",) and "redundant-ether-options" in inside:
            if not names.get(inside[1], "").startswith("ae") or text.startswith("redundancy-group "):
                continue
            raw = raw.replace("redundant-ether-options", "aggregated-ether-options")
        parent = _PARENT.match(text)
        if parent:
            raw = raw.replace(text, f"802.3ad {names[parent[1]]};")
        kept.append((number, _RETH.sub(lambda found: names.get(found[0], found[0]), raw)))
    return kept


def _slot(name: str) -> int:
    found = _SLOT.match(name)
    return int(found[1]) if found else _NO_SLOT


def _places(rows: list[Row]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each row's words, and the blocks it stands in; the row that closes a block stands in it."""
    path: list[str] = []
    for _, raw in rows:
        text = raw.strip()
        yield tuple(path), text
        if text.endswith("{"):
            path.append(text.removesuffix("{").strip())
        elif text == "}" and path:
            path.pop()
