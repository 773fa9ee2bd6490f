"""Lists of addresses that an SRX fetches (`security dynamic-address`), by the names that policies use.

Source: CLI reference, dynamic-address: a list is the server's URL and the feed's path, fetched every 300 seconds unless
the feed or its server says otherwise.
"""

from __future__ import annotations

from netgen.readback.facts import ObservedList
from netgen.readback.indented import whole_number
from netgen.readback.juniper_junos.tree import Node, Notes

_USUAL_S = 300


def read_lists(root: Node, notes: Notes) -> tuple[ObservedList, ...]:
    """Every address name; one that is made of something else than a fetched list has the kind `dynamic`."""
    block = root.sub("security", "dynamic-address")
    feeds: dict[str, tuple[str, int]] = {}
    for server in block.entries("feed-server"):
        base = server.value("url") or server.value("hostname")
        usual = _seconds(server, _USUAL_S, notes)
        for row in server.entries("feed-name"):
            if row.key in feeds:
                notes.doubt(row.line, f"feed {row.key} is defined twice")
            path = row.value("path")
            url = f"{base.rstrip('/')}/{path.lstrip('/')}" if path else base
            feeds[row.key] = url, _seconds(row, usual, notes)
    found: list[ObservedList] = []
    for row in block.entries("address-name"):
        name = row.sub("profile").value("feed-name")
        if not name:
            found.append(ObservedList(row.key, "dynamic", "", row.line))
            continue
        if name not in feeds:
            notes.doubt(row.line, f"dynamic address {row.key}: feed {name} is not defined")
        url, refresh = feeds.get(name, ("", 0))
        found.append(ObservedList(row.key, "addresses", url, row.line, refresh))
    return tuple(found)


def _seconds(row: Node, usual: int, notes: Notes) -> int:
    text = row.value("update-interval")
    number = whole_number(text) if text else usual
    if number is None:
        notes.doubt(row.line_of("update-interval"), f"{row.key}: `{text}` is no number of seconds")
    return number or 0
