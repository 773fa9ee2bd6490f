"""One-to-one translation of a FortiGate: pools with a host for each host, and virtual IPs of whole ranges.

Source: FortiOS 7.4 command line and administrator's guide, Dynamic SNAT: a pool of type fixed-port-range gives each
source an address of its own where there are as many of both. What is sent to a virtual IP goes to the host at its
place.
"""

from __future__ import annotations

from netgen.readback.facts import ObservedTranslation
from netgen.readback.fortinet_fortios.tree import Node
from netgen.readback.indented import ipv4
from netgen.readback.spans import Span

_ONE_TO_ONE = "fixed-port-range"


def read_pools(root: Node) -> tuple[ObservedTranslation, ...]:
    """The pools that keep hosts apart; other pools hide sources as NAT does."""
    found: list[ObservedTranslation] = []
    for entry in root.section("firewall ippool").rows():
        outside = _ends(entry, "startip", "endip")
        kind = entry.word("type", "overload")
        entry.word("arp-reply")  # of addresses that no wire has, nobody asks for the hardware
        if kind != _ONE_TO_ONE:
            continue
        inside = _ends(entry, "source-startip", "source-endip")
        if inside is None or outside is None or _size(inside) != _size(outside):
            entry.notes.doubt(entry.line, f"pool {entry.name}: not as many addresses inside as outside")
            continue
        words = [entry.word(field) for field in ("source-startip", "source-endip", "startip", "endip")]
        found.append(
            ObservedTranslation(entry.name, "-".join(words[:2]), "-".join(words[2:]), "out", (), entry.line)
        )
    return tuple(found)


def read_ranges(root: Node) -> tuple[ObservedTranslation, ...]:
    """The virtual IPs of more than one address, without ports."""
    found: list[ObservedTranslation] = []
    for entry in root.section("firewall vip").rows():
        if not is_range(entry) or not entry.enabled("status", default=True):
            continue
        outside, inside = entry.word("extip"), " ".join(entry.words("mappedip"))
        spans = [_range(outside), _range(inside)]
        if spans[0] is None or spans[1] is None or _size(spans[0]) != _size(spans[1]):
            entry.doubt_field("mappedip", f"`{inside}` is not as many addresses as `{outside}`")
            continue
        interface = entry.word("extintf")
        beyond = (interface,) if interface else ()
        entry.word("arp-reply")
        found.append(ObservedTranslation(entry.name, inside, outside, "in", beyond, entry.line))
    return tuple(found)


def is_range(entry: Node) -> bool:
    """True for a virtual IP that sends a whole range inward, port by port as it comes."""
    plain = entry.word("type", "static-nat") == "static-nat" and not entry.enabled("portforward")
    return plain and "-" in entry.word("extip") and not entry.words("service")


def _ends(entry: Node, first: str, last: str) -> Span | None:
    low, high = ipv4(entry.word(first)), ipv4(entry.word(last))
    return None if low is None or high is None or high < low else (low, high)


def _range(text: str) -> Span | None:
    low, _, high = text.partition("-")
    first, last = ipv4(low), ipv4(high or low)
    return None if first is None or last is None or last < first else (first, last)


def _size(span: Span) -> int:
    return span[1] - span[0]
