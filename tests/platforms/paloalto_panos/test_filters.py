"""Web filters: which PAN-DB categories a vendor-neutral filter becomes."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.paloalto_panos.example import PART, SCHOOL, lines, rule, rule_names, with_part

from netgen.platforms.paloalto_panos.web_categories import (
    ALL_CATEGORIES,
    PAN_DB,
    blocked_categories,
    logged_categories,
)

PROFILE = "set profiles url-filtering wf-primary"


def members(kind: str) -> set[str]:
    """The categories with an action."""
    (found,) = lines(SCHOOL, f"{PROFILE} {kind}")
    return set(found.strip("[] ").split())


def test_illegal_content_and_what_nobody_judged_is_blocked_whatever_the_filter_says() -> None:
    assert blocked_categories(()) == ("adult", "extremism", "not-resolved", "questionable")


def test_block_wins_where_a_key_is_monitored_too() -> None:
    assert "gambling" not in logged_categories(("gamble",), ("gamble",))


def test_every_category_is_blocked_or_logged() -> None:
    assert members("block") | members("alert") == ALL_CATEGORIES
    assert not members("block") & members("alert")


def test_the_keys_of_the_filter_are_blocked() -> None:
    assert members("block") >= {
        "adult",
        "nudity",
        "proxy-avoidance-and-anonymizers",
        "encrypted-dns",
        "unknown",
    }
    assert "social-networking" in members("alert")


def test_what_schools_teach_is_never_blocked_by_another_key() -> None:
    blocked = blocked_categories(key for key in PAN_DB if key != "allow-edu")
    assert set(PAN_DB["allow-edu"]).isdisjoint(blocked)


def test_an_unknown_key_stops_the_render() -> None:
    with pytest.raises(KeyError, match="astrology"):
        blocked_categories(("astrology",))


def test_safe_search_is_asked_for_where_the_filter_says_so() -> None:
    assert lines(SCHOOL, f"{PROFILE} safe-search-enforcement") == ["yes"]
    plain = (msgspec.structs.replace(PART.filters[0], safe_search=False),)
    assert not lines(with_part(SCHOOL, filters=plain), f"{PROFILE} safe-search-enforcement")


def test_domains_of_the_school_are_categories_of_their_own() -> None:
    own = (msgspec.structs.replace(PART.filters[0], allow=("maths.example",), deny=("prank.example",)),)
    device = with_part(SCHOOL, filters=own)
    lists = "set profiles custom-url-category"
    assert lines(device, f"{lists} wf-primary.allow") == [
        'type "URL List"',
        "list [ *.maths.example/ maths.example/ ]",
    ]
    assert "wf-primary.deny" in lines(device, f"{PROFILE} block")[0].split()
    assert "wf-primary.allow" in lines(device, f"{PROFILE} alert")[0].split()


def test_an_allowed_domain_opens_no_illegal_content() -> None:
    own = (msgspec.structs.replace(PART.filters[0], allow=("maths.example",)),)
    device = with_part(SCHOOL, filters=own)
    names = rule_names(device)
    assert names.index("pupil_to_internet.illegal") < names.index("pupil_to_internet")
    assert {"category [ adult extremism questionable ]", "action deny"} <= set(
        rule(device, "pupil_to_internet.illegal")
    )
    assert "pupil_to_internet.illegal" not in rule_names(SCHOOL)
