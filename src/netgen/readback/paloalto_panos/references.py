"""Contradictions between interfaces and zones: what is in two places, or in none."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from netgen.readback.facts import ObservedInterface, ObservedZone
from netgen.readback.indented import bounds, network
from netgen.readback.paloalto_panos.tree import Notes


def check_references(
    notes: Notes, interfaces: tuple[ObservedInterface, ...], zones: Iterable[ObservedZone]
) -> None:
    """Members of zones that are not defined or in two zones; VLANs and addresses that are there twice."""
    names = {item.name for item in interfaces}
    homes: dict[str, str] = {}
    for zone in zones:
        for member in zone.members:
            if member not in names:
                notes.doubt(zone.line, f"zone {zone.name}: interface `{member}` is not defined")
            if member in homes:
                notes.doubt(zone.line, f"`{member}` is in the zones {homes[member]} and {zone.name}")
            homes[member] = zone.name
    for item in interfaces:
        if (item.address or item.mode != "static") and item.name not in homes:
            notes.doubt(item.line, f"{item.name} is in no zone, so it carries nothing")
    _check_vlans(notes, interfaces)
    _check_addresses(notes, interfaces)


def _check_vlans(notes: Notes, interfaces: tuple[ObservedInterface, ...]) -> None:
    seen: dict[tuple[str, int], str] = {}
    for item in interfaces:
        if item.kind == "vlan":
            other = seen.setdefault((item.parent, item.vlan), item.name)
            if other != item.name:
                notes.doubt(item.line, f"{item.name} and {other} both have VLAN {item.vlan}")


def _check_addresses(notes: Notes, interfaces: tuple[ObservedInterface, ...]) -> None:
    """Networks of two interfaces must not overlap; without a shared network nobody answers twice."""
    spans = []
    for item in interfaces:
        prefix = network(item.address, item.length) if item.address else None
        if prefix:
            spans.append((*bounds(prefix), item))
    spans.sort(key=lambda span: span[:2])
    for (_, last, one), (first, _, other) in pairwise(spans):
        if first <= last:
            notes.doubt(other.line, f"{other.name} and {one.name} have overlapping networks")
