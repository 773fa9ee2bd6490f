"""Web filters: which FortiGuard categories a vendor-neutral filter becomes."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.fortinet_fortios.example import PART, SCHOOL, section, with_part

from netgen.device import Device
from netgen.platforms.fortinet_fortios.names import list_number
from netgen.platforms.fortinet_fortios.web_categories import FORTIGUARD, fortiguard_actions
from netgen.rendering import render_device


def test_illegal_categories_are_blocked_whatever_the_filter_says() -> None:
    assert fortiguard_actions(block=(), monitor=("csam", "terror")) == ((83, 83, "block"), (96, 96, "block"))


def test_block_wins_where_two_keys_share_a_category() -> None:
    actions = {category: action for _, category, action in fortiguard_actions(("selfharm",), ("violence",))}
    assert actions[6] == "block"
    assert actions[16] == "monitor"


def test_unrated_has_a_row_of_its_own_that_is_not_zero() -> None:
    assert (200, 0, "block") in fortiguard_actions(("unrated",), ())


def test_an_unknown_key_stops_the_render() -> None:
    with pytest.raises(KeyError, match="astrology"):
        fortiguard_actions(("astrology",), ())


def test_no_two_categories_share_a_row() -> None:
    rows = [row for row, _, _ in fortiguard_actions(FORTIGUARD, ())]
    assert len(rows) == len(set(rows))
    assert max(rows) <= 255


def test_profile_turns_fortiguard_on_and_blocks_by_row() -> None:
    text = section(SCHOOL, "webfilter profile", '"wf-primary"')
    assert "            unset options\n" in text
    for category in (8, 13, 14, 59, 66, 83, 93, 96):
        assert (
            f"edit {category}\n                    set category {category}\n"
            "                    set action block\n" in text
        )
    assert "edit 37\n                    set category 37\n                next" in text
    assert "edit 200\n                    set action block\n" in text
    assert "        set log-all-url enable" in text


def test_safe_search_is_the_dns_filters_and_only_when_wanted() -> None:
    free = msgspec.structs.replace(PART.filters[0], safe_search=False)
    assert "set safe-search enable" in section(SCHOOL, "dnsfilter profile")
    assert "safe-search" not in section(with_part(SCHOOL, filters=(free,)), "dnsfilter profile")


def test_what_would_hide_the_host_name_is_blocked() -> None:
    text = section(SCHOOL, "firewall ssl-ssh-profile")
    assert "            set status certificate-inspection\n            set quic block\n" in text
    assert "            set encrypted-client-hello block\n" in text
    assert "deep-inspection" not in text


def filtered(**changes: object) -> Device:
    """The school with another filter."""
    return with_part(SCHOOL, filters=(msgspec.structs.replace(PART.filters[0], **changes),))


@pytest.mark.parametrize(("video", "said"), [("none", "none"), ("moderate", "moderate"), ("strict", "")])
def test_the_restricted_mode_of_youtube_is_said_where_it_is_not_the_default(video: str, said: str) -> None:
    text = section(filtered(video=video), "dnsfilter profile")
    lines = [line.strip() for line in text.split("\n") if "youtube" in line]
    assert lines == ([f"set youtube-restrict {said}"] if said else [])


def test_without_safe_search_there_is_no_restricted_mode() -> None:
    assert "youtube" not in render_device(filtered(safe_search=False, video="moderate"))


def test_a_denied_domain_is_refused_with_all_below_it_as_url_and_by_dns() -> None:
    device = filtered(deny=("prank.example",))
    number = list_number("primary")
    assert section(device, "webfilter urlfilter", str(number)) == (
        f"    edit {number}\n"
        '        set name "uf-primary"\n'
        "        config entries\n"
        "            edit 1\n"
        '                set url "prank.example"\n'
        "                set action block\n"
        "            next\n"
        "            edit 2\n"
        '                set url "*.prank.example"\n'
        "                set type wildcard\n"
        "                set action block\n"
        "            next\n"
        "        end\n"
        "    next"
    )
    domains = section(device, "dnsfilter domain-filter", str(number))
    assert '                set domain "prank.example"\n            next\n' in domains
    assert '                set domain "*.prank.example"\n                set type wildcard\n' in domains
    assert f"            set urlfilter-table {number}\n" in section(device, "webfilter profile")
    assert f"            set domain-filter-table {number}\n" in section(device, "dnsfilter profile")


def test_no_domain_is_exempt_from_what_is_illegal() -> None:
    text = render_device(filtered(allow=("curriculum.example",)))
    assert "curriculum" not in text
    assert "exempt" not in text


def test_filters_without_exceptions_have_no_lists() -> None:
    text = render_device(SCHOOL)
    assert "urlfilter" not in text
    assert "domain-filter" not in text
