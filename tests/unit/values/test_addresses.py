"""Prefixes are values: parsed strictly, cut exactly, compared without surprises."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgen.values import Prefix, parse_address, parse_prefix

SITE = Prefix.parse("10.2.64.0/18")


@pytest.mark.parametrize(
    "text", ["0.0.0.0/0", "10.0.0.0/8", "10.2.64.0/18", "192.0.2.1/32", "::/0", "2001:db8::/32", "::1/128"]
)
def test_a_prefix_prints_as_it_was_written(text: str) -> None:
    assert str(parse_prefix(text)) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("10.0.0.0", "has no prefix length", id="no length"),
        pytest.param("10.0.0.0/", "must be a number", id="empty length"),
        pytest.param("10.0.0.0/255.0.0.0", "must be a number", id="mask for a length"),
        pytest.param("10.0.0.0/08", "must be a number", id="leading zero in the length"),
        pytest.param("10.0.0.0/8\n", "must be a number", id="line break"),
        pytest.param("10.0.0.0/٨", "must be a number", id="digit of another script"),
        pytest.param("10.0.0.0/8/8", "must be a number", id="two lengths"),
        pytest.param("10.0.0.0/" + "9" * 5000, "must be a number", id="endless length"),
        pytest.param("10.0.0.0/33", "is not an IP prefix", id="too long for IPv4"),
        pytest.param("::/129", "is not an IP prefix", id="too long for IPv6"),
        pytest.param("10/8", "is not an IP prefix", id="abbreviated"),
        pytest.param("010.0.0.0/8", "is not an IP prefix", id="octal"),
        pytest.param("256.0.0.0/8", "is not an IP prefix", id="octet too large"),
        pytest.param("oak/8", "is not an IP prefix", id="word"),
        pytest.param(" 10.0.0.0/8", "is not an IP prefix", id="space"),
        pytest.param("10.0.0.5/24", "has host bits set: the network is 10.0.0.0/24", id="host bits"),
        pytest.param(
            "2001:db8::1/32", "has host bits set: the network is 2001:db8::/32", id="IPv6 host bits"
        ),
    ],
)
def test_what_is_no_prefix_says_why(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_prefix(text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [("10.0.0.1", "10.0.0.1"), ("2001:DB8:0::1", "2001:db8::1"), ("::FFFF:192.0.2.1", "::ffff:192.0.2.1")],
)
def test_an_address_has_one_spelling(text: str, canonical: str) -> None:
    assert parse_address(text) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "",
        "10",
        "10.0.0",
        "10.0.0.1/24",
        "010.0.0.1",
        "0x0a.0.0.1",
        "10.0.0.1 x",
        "fe80::1%eth0",
        "a:\ud800",
        "\x00",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not an IP address"):
        parse_address(text)


@pytest.mark.parametrize(
    ("window", "found"),
    [
        pytest.param("0.0.0.0/18", "10.2.64.0/18", id="all of it"),
        pytest.param("0.0.8.0/21", "10.2.72.0/21", id="eight /24 in"),
        pytest.param("0.0.63.0/24", "10.2.127.0/24", id="the last /24"),
        pytest.param("0.0.63.255/32", "10.2.127.255/32", id="the last address"),
    ],
)
def test_a_window_is_relative(window: str, found: str) -> None:
    assert str(SITE.window(window)) == found


@pytest.mark.parametrize(
    ("window", "reason"),
    [
        pytest.param("0.0.64.0/24", "reaches beyond", id="one past the end"),
        pytest.param("0.0.0.0/17", "reaches beyond", id="larger than the prefix"),
        pytest.param("0.0.8.1/21", "has host bits set", id="host bits"),
        pytest.param("::/120", "not of the same family", id="other family"),
    ],
)
def test_a_window_outside_is_refused(window: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        SITE.window(window)


def test_a_window_of_ipv6() -> None:
    assert str(Prefix.parse("2001:db8:1::/48").window("0:0:0:20::/64")) == "2001:db8:1:20::/64"


@pytest.mark.parametrize(
    ("index", "length", "found"),
    [(0, 18, "10.2.64.0/18"), (0, 24, "10.2.64.0/24"), (63, 24, "10.2.127.0/24")],
)
def test_slots_count_from_nought(index: int, length: int, found: str) -> None:
    assert str(SITE.slot(index, length)) == found


@pytest.mark.parametrize(("index", "length"), [(64, 24), (-1, 24), (1, 18), (0, 17), (0, 33), (0, -1)])
def test_a_slot_outside_is_refused(index: int, length: int) -> None:
    with pytest.raises(ValueError, match=f"10.2.64.0/18 has no /{length} number {index}"):
        SITE.slot(index, length)


def test_masks_and_addresses() -> None:
    prefix = Prefix.parse("10.2.72.0/21")
    assert (prefix.netmask, prefix.wildcard, prefix.size) == ("255.255.248.0", "0.0.7.255", 2048)
    assert (prefix.network, prefix.address(1), prefix.address(2047)) == (
        "10.2.72.0",
        "10.2.72.1",
        "10.2.79.255",
    )


@pytest.mark.parametrize("offset", [-1, 256])
def test_an_address_outside_is_refused(offset: int) -> None:
    with pytest.raises(ValueError, match="is outside of"):
        Prefix.parse("10.0.0.0/24").address(offset)


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "contains"),
    [
        pytest.param("10.0.0.0/8", "10.2.0.0/16", True, True, id="inside"),
        pytest.param("10.2.0.0/16", "10.0.0.0/8", True, False, id="around"),
        pytest.param("10.0.0.0/8", "10.0.0.0/8", True, True, id="same"),
        pytest.param("10.0.0.0/16", "10.1.0.0/16", False, False, id="neighbours"),
        pytest.param("0.0.0.0/0", "::/0", False, False, id="other family"),
    ],
)
def test_overlap_and_containment(one: str, other: str, overlaps: bool, contains: bool) -> None:
    left, right = Prefix.parse(one), Prefix.parse(other)
    assert (left.overlaps(right), right.overlaps(left), left.contains(right)) == (
        overlaps,
        overlaps,
        contains,
    )


def test_prefixes_order_by_family_address_length() -> None:
    ordered = ["9.0.0.0/8", "10.0.0.0/8", "10.0.0.0/16", "10.1.0.0/16", "::/0", "2001:db8::/32"]
    assert [str(prefix) for prefix in sorted(map(Prefix.parse, reversed(ordered)))] == ordered


PREFIXES = st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 32)).map(
    lambda pair: str(ipaddress.ip_network(pair, strict=False))
)


@given(PREFIXES, PREFIXES)
def test_agrees_with_the_standard_library(one: str, other: str) -> None:
    left, right = Prefix.parse(one), Prefix.parse(other)
    expected_left, expected_right = ipaddress.IPv4Network(one), ipaddress.IPv4Network(other)
    assert left.overlaps(right) == expected_left.overlaps(expected_right)
    assert left.contains(right) == expected_right.subnet_of(expected_left)
    assert (left.netmask, left.wildcard) == (str(expected_left.netmask), str(expected_left.hostmask))
    assert (left.size, left.last) == (expected_left.num_addresses, int(expected_left.broadcast_address))


@given(st.integers(0, 2**128 - 1))
def test_ipv6_text_agrees_with_the_standard_library(value: int) -> None:
    text = str(ipaddress.IPv6Address(value))
    assert ipaddress.IPv6Address(parse_address(text)) == ipaddress.IPv6Address(value)
    assert Prefix.parse(f"{text}/128").first == value
