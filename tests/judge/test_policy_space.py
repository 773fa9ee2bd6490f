"""First match, exactly, and nothing taken for granted that the text leaves open."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from netgen.judge.header_space import Region, remainder
from netgen.judge.policy_space import Effect, FirewallView, passing
from netgen.readback import ObservedPolicy
from tests.judge.small_site import observed_firewall, rule, small_case
from tests.judge.test_header_space import packets, regions

EMPTY = Region((), (), ())


@settings(max_examples=80)
@given(st.lists(st.tuples(st.booleans(), regions), max_size=4))
def test_settled_rules_let_pass_exactly_what_a_packet_by_packet_walk_lets_pass(
    rules: list[tuple[bool, Region]],
) -> None:
    effects = [
        Effect(rule(str(number), number, "a", "b", allow=allow), region, region)
        for number, (allow, region) in enumerate(rules)
    ]
    found = passing(effects)
    certain = {packet for region in found.certain for packet in packets(region)}
    possible = {packet for region, _ in found.possible for packet in packets(region)}
    expected: set[tuple[int, int, int]] = set()
    decided: set[tuple[int, int, int]] = set()
    for allow, region in rules:
        if allow:
            expected |= packets(region) - decided
        decided |= packets(region)
    # An allow above a deny has decided its packets: a later deny takes nothing back.
    assert certain == possible == expected


def _effects(policy: ObservedPolicy) -> tuple[Effect, ...]:
    case = small_case()
    observed = msgspec.structs.replace(observed_firewall(), policies=(policy,))
    return FirewallView(case, observed).effects("v30", "v40")


def test_a_scheduled_allow_may_pass_but_guarantees_nothing() -> None:
    found = passing(_effects(rule("1", 1, "z-staff", "z-printing", schedule="schoolday")))
    assert found.possible
    assert not remainder(found.certain, ())


def test_a_negated_address_may_be_anything() -> None:
    (effect,) = _effects(rule("1", 1, "z-staff", "z-printing", sources=("n-staff",), negated=True))
    assert effect.possible.source == ((0, 2**32 - 1),)
    assert effect.certain == EMPTY


def test_an_unknown_object_may_be_anything_and_is_nothing_for_certain() -> None:
    (effect,) = _effects(rule("1", 1, "z-staff", "z-printing", destinations=("missing",)))
    assert effect.possible.destination == ((0, 2**32 - 1),)
    assert effect.certain.destination == ()


def test_a_disabled_rule_has_no_effect() -> None:
    assert _effects(rule("1", 1, "z-staff", "z-printing", enabled=False)) == ()


def test_a_rule_can_name_an_interface_or_any() -> None:
    assert _effects(rule("1", 1, "any", "v40"))
    assert not _effects(rule("1", 1, "z-guest", "z-printing"))
