"""What a FortiGate learns from elsewhere: countries, and lists of addresses or names that it fetches.

Source: FortiOS 7.4 command line, `system external-resource` and the geography type of `firewall address`. A list is
fetched every five minutes unless the text says otherwise; a list of names is used by its category (192 to 221).
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedFilter, ObservedList
from netgen.readback.fortinet_fortios.tree import Node

_KINDS = {"address": "addresses", "domain": "domains"}
_USUAL_MINUTES = 5
_MINUTE = 60


class Lists:
    """The lists of a text; `addresses` are the names that rules may use, `by_category` those of names."""

    def __init__(self, root: Node) -> None:
        self.facts: list[ObservedList] = []
        self.by_category: dict[str, str] = {}
        for entry in root.section("system external-resource").rows():
            self._read_feed(entry)
        for entry in root.section("firewall address").rows():
            if entry.word("type") == "geography":
                self.facts.append(ObservedList(entry.name, "country", entry.word("country"), entry.line))
        self.addresses = frozenset(item.name for item in self.facts if item.kind in ("addresses", "country"))

    def _read_feed(self, entry: Node) -> None:
        word = entry.word("type", "category")
        kind = _KINDS.get(word, word)
        category = entry.word("category", "0")
        if not entry.enabled("status", default=True):
            kind = "off"
        elif kind == "domains":
            other = self.by_category.setdefault(category, entry.name)
            if other != entry.name:
                entry.doubt_field("category", f"category {category} is also `{other}`")
        minutes = entry.number("refresh-rate", _USUAL_MINUTES)
        if entry.word("update-method", "feed") != "feed":
            entry.leave_unread("update-method")
        self.facts.append(
            ObservedList(
                entry.name,
                kind,
                entry.word("resource"),
                entry.line,
                minutes * _MINUTE,
                entry.word("server-identity-check", "none") == "full",
            )
        )

    def in_filter(self, item: ObservedFilter) -> ObservedFilter:
        """A DNS filter with the lists that it refuses by their categories."""
        if item.kind != "dns":
            return item
        return msgspec.structs.replace(
            item,
            blocked=tuple(word for word in item.blocked if word not in self.by_category),
            lists=tuple(self.by_category[word] for word in item.blocked if word in self.by_category),
        )
