"""What a firewall learns from elsewhere: external dynamic lists, and countries that rules name by their code.

Source: PAN-OS administrator's guide, External Dynamic Lists and Regions; Palo Alto Networks' specification of the
configuration.
"""

from __future__ import annotations

from collections.abc import Iterable

from netgen.readback.facts import ObservedFilter, ObservedList
from netgen.readback.paloalto_panos.objects import AddressBook
from netgen.readback.paloalto_panos.tree import Node

_KINDS = {"ip": "addresses", "domain": "domains"}
_SECONDS = {"five-minute": 300, "hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000}
#: What ends the session of a threat, and what answers a refused name.
_ENDS = frozenset({"block-ip", "drop", "reset-both", "reset-client", "reset-server"})
_REFUSES = frozenset({"block", "sinkhole"})
_SEVERITIES = ("critical", "high", "medium", "low", "informational")
_ANY = "any"


def read_lists(root: Node, addresses: AddressBook, used: Iterable[str]) -> tuple[ObservedList, ...]:
    """Every external list, and the countries among the names that rules use."""
    found: list[ObservedList] = []
    for scope in (root.at("shared"), root):
        for entry in scope.entries("external-list"):
            word = entry.at("type").choice()
            node = entry.at("type", word)
            every = node.at("recurring").choice()
            node.at("recurring", every).take()
            if every in ("daily", "weekly", "monthly"):
                node.at("recurring", every).value("at")
            found.append(
                ObservedList(
                    entry.word, _KINDS.get(word, word), node.value("url"), entry.line, _SECONDS.get(every, 0),
                    bool(node.value("certificate-profile")),
                )
            )  # fmt: skip
    defined = {item.name for item in found}
    countries = [name for name in dict.fromkeys(used) if name not in defined and addresses.is_country(name)]
    return (*found, *(ObservedList(name, "country", name, 0) for name in countries))


def read_spyware(root: Node) -> tuple[ObservedFilter, ...]:
    """The anti-spyware profiles of the text, which also refuse the names of lists."""
    return tuple(
        ObservedFilter(
            name=entry.word,
            blocked=_ended(entry),
            safe_search=False,
            fails_open=False,
            line=entry.line,
            kind="spyware",
            lists=tuple(
                row.word
                for row in entry.entries("botnet-domains", "lists")
                if _taken(row.at("action")) in _REFUSES
            ),
        )
        for scope in (root.at("shared"), root)
        for entry in scope.entries("profiles", "spyware")
    )


def _ended(entry: Node) -> tuple[str, ...]:
    """The severities whose sessions end, by the first rule about each; one about some threats alone holds for none."""
    first: dict[str, bool] = {}
    for rule in entry.entries("rules"):
        named, kind = rule.value("threat-name", _ANY), rule.value("category", _ANY)
        severities = rule.values("severity") or (_ANY,)
        ends = _taken(rule.at("action")) in _ENDS
        for word in _SEVERITIES if _ANY in severities else severities:
            if (named, kind) == (_ANY, _ANY) or not ends:
                first.setdefault(word, ends)
    return tuple(word for word in _SEVERITIES if first.get(word))


def _taken(node: Node) -> str:
    """The action of a node, marked as understood."""
    word = node.choice()
    node.at(word).take()
    return word
