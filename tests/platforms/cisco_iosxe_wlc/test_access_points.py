"""What access points take from their tags, and which of them takes which tag."""

from __future__ import annotations

import re

from .devices import MANAGEMENT, RADIOS, STAFF, controller, points
from .text import block, top_level


def test_a_site_has_one_tag_and_its_access_points_are_found_by_name() -> None:
    device = controller(STAFF, access_points=(*points(3), *points(2, group="hall")))
    assert block(device, "wireless tag site oak") == [
        "ap-profile oak", 'description "Main cabinet"', "flex-profile oak", "no local-site",
    ]  # fmt: skip
    assert block(device, "ap filter name oak") == [
        "ap name-regex ^oak-ap-.*", "tag policy oak", "tag rf default-rf-tag", "tag site oak",
    ]  # fmt: skip
    assert top_level(device, "ap filter priority") == ["ap filter priority 10 filter-name oak"]


def test_more_access_points_than_may_share_roaming_keys_are_tagged_by_group() -> None:
    device = controller(STAFF, access_points=(*points(60), *points(50, group="hall")))
    assert top_level(device, "wireless tag site") == [
        "wireless tag site oak-hall",
        "wireless tag site oak-main",
    ]
    assert top_level(device, "ap filter priority") == [
        "ap filter priority 10 filter-name oak-hall", "ap filter priority 20 filter-name oak-main",
    ]  # fmt: skip


def test_a_filter_matches_every_name_of_its_group_and_no_other() -> None:
    both = (*points(60), *points(50, group="hall"), *points(3, group="main-1"))
    device = controller(STAFF, access_points=both)
    for group in ("hall", "main", "main-1"):
        (line,) = [
            line for line in block(device, f"ap filter name oak-{group}") if line.startswith("ap name-regex ")
        ]
        expression = re.compile(line.removeprefix("ap name-regex "))
        assert {point.hostname for point in both if expression.search(point.hostname)} == {
            point.hostname for point in both if point.group == group
        }


def test_the_only_access_point_of_a_site_is_found_too() -> None:
    (point,) = points(1)
    device = controller(STAFF, access_points=(point,))
    (line,) = [line for line in block(device, "ap filter name oak") if line.startswith("ap name-regex ")]
    assert re.search(line.removeprefix("ap name-regex "), point.hostname)


def test_access_points_log_and_keep_time() -> None:
    assert MANAGEMENT.ntp[0] == "10.0.0.123"
    assert block(controller(STAFF), "ap profile oak") == ["ntp ip 10.0.0.123", "syslog host 10.0.0.50"]


def test_the_country_and_no_radio_profile_when_the_standard_speaks_of_none() -> None:
    device = controller(STAFF)
    assert top_level(device, "wireless country") == ["wireless country GB"]
    assert not top_level(device, "ap dot11")
    assert not top_level(device, "wireless tag rf")


def test_slow_rates_are_off_and_the_slowest_that_is_left_is_mandatory() -> None:
    lines = block(controller(STAFF, radios=RADIOS), "ap dot11 24ghz rf-profile oak-24ghz")
    assert [line for line in lines if line.startswith("rate")] == [
        "rate RATE_11M disable", "rate RATE_12M mandatory", "rate RATE_1M disable", "rate RATE_24M supported",
        "rate RATE_2M disable", "rate RATE_5_5M disable", "rate RATE_6M disable", "rate RATE_9M disable",
    ]  # fmt: skip
    assert lines[-1] == "no shutdown"


def test_channels_widths_and_powers() -> None:
    device = controller(STAFF, radios=RADIOS)
    five = block(device, "ap dot11 5ghz rf-profile oak-5ghz")
    removed = [int(line.split()[-1]) for line in five if line.startswith("channel remove")]
    assert removed == [52, 56, 60, 64, *range(100, 141, 4)]
    assert {
        "channel chan-width best", "channel chan-width maximum WIDTH_40MHz", "tx-power max 17", "tx-power min 8",
    } <= set(five)  # fmt: skip
    six = block(device, "ap dot11 6ghz rf-profile oak-6ghz")
    assert six[:3] == ["channel add 5", "channel add 21", "channel chan-width maximum WIDTH_80MHz"]
    assert not [line for line in block(device, "ap dot11 24ghz rf-profile oak-24ghz") if "channel" in line]


def test_the_rf_tag_names_the_profile_of_each_band() -> None:
    device = controller(STAFF, radios=RADIOS)
    assert block(device, "wireless tag rf oak") == [
        "24ghz-rf-policy oak-24ghz", "5ghz-rf-policy oak-5ghz", "6ghz-rf-policy oak-6ghz",
    ]  # fmt: skip
    assert "tag rf oak" in block(device, "ap filter name oak")
