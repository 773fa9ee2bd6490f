"""The set algebra against brute force on a world of few addresses and services."""

from __future__ import annotations

from itertools import pairwise, product

from hypothesis import given, settings
from hypothesis import strategies as st

from netgen.judge.batfish.reference import _blocks
from netgen.judge.header_space import Region, addresses_of, intersect, remainder, subtract, union
from netgen.values import Prefix

WORLD = range(8)
sets = st.frozensets(st.sampled_from(WORLD), max_size=8)


def intervals(members: frozenset[int]) -> tuple[tuple[int, int], ...]:
    return union((member, member) for member in members)


def members(found: tuple[tuple[int, int], ...]) -> set[int]:
    return {value for low, high in found for value in range(low, high + 1)}


regions = st.builds(lambda a, b, c: Region(intervals(a), intervals(b), intervals(c)), sets, sets, sets)


def packets(region: Region) -> set[tuple[int, int, int]]:
    return set(product(members(region.source), members(region.destination), members(region.service)))


@given(sets, sets)
def test_intervals_behave_like_sets(one: frozenset[int], other: frozenset[int]) -> None:
    assert members(intersect(intervals(one), intervals(other))) == one & other
    assert members(subtract(intervals(one), intervals(other))) == one - other
    assert members(union((*intervals(one), *intervals(other)))) == one | other


@given(sets)
def test_a_set_has_one_spelling(one: frozenset[int]) -> None:
    found = intervals(one)
    assert all(first[1] + 1 < second[0] for first, second in pairwise(found))


@given(regions, regions)
def test_subtracting_a_region_leaves_exactly_the_other_packets_in_disjoint_pieces(
    one: Region, other: Region
) -> None:
    pieces = one.subtract(other)
    found = [packet for piece in pieces for packet in packets(piece)]
    assert set(found) == packets(one) - packets(other)
    assert len(found) == len(set(found))
    assert packets(one.intersect(other)) == packets(one) & packets(other)


@settings(max_examples=60)
@given(st.lists(regions, max_size=4), st.lists(regions, max_size=4))
def test_the_remainder_is_empty_only_when_every_packet_is_covered(
    wanted: list[Region], taken: list[Region]
) -> None:
    left = {packet for region in remainder(wanted, taken) for packet in packets(region)}
    whole = {packet for region in wanted for packet in packets(region)}
    assert left == whole - {packet for region in taken for packet in packets(region)}


@given(st.integers(0, 2**32 - 1), st.integers(0, 300))
def test_an_interval_falls_into_aligned_blocks_that_cover_it_once(low: int, size: int) -> None:
    high = min(low + size, 2**32 - 1)
    blocks = list(_blocks(((low, high),)))
    assert all(first % width == 0 for first, width in blocks)
    assert [value for first, width in blocks for value in range(first, first + width)] == list(
        range(low, high + 1)
    )


def test_prefixes_that_touch_become_one_interval() -> None:
    found = addresses_of([Prefix.parse("10.0.1.0/24"), Prefix.parse("10.0.0.0/24")])
    assert found == ((0x0A000000, 0x0A0001FF),)
