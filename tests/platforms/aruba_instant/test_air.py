"""Radios, roaming, rates, hours and the portal of a cluster of Instant access points."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.aruba_instant.devices import GUEST, STAFF, THINGS, cluster

from netgen.device import RadioBand, Schedule, Wlan
from netgen.platforms.aruba_instant.view import build_view
from netgen.rendering.render import render_view, trace_device

RADIOS = (
    RadioBand("2.4", (1, 6, 11), 20, 6, 12, 12, "standard/radios/2.4"),
    RadioBand("5", (36, 40, 44, 48), 40, 10, 18, 12, "standard/radios/5"),
    RadioBand("6", (1, 5), 80, 12, 20, 12, "standard/radios/6"),
)
LESSONS = Schedule(
    "lessons", ("mon", "tue", "wed", "thu", "fri"), "07:30", "18:00", "standard/schedules/lessons"
)


def text(*wlans: Wlan, radios: tuple[RadioBand, ...] = (), schedules: tuple[Schedule, ...] = ()) -> str:
    """The text of a cluster with these SSIDs, radios and hours."""
    device = cluster(*wlans)
    assert device.wireless is not None
    part = msgspec.structs.replace(device.wireless, radios=radios, schedules=schedules)
    return render_view("aruba_instant", build_view(msgspec.structs.replace(device, wireless=part)))


def block(rendered: str, head: str) -> list[str]:
    """The lines of one block, without their indent."""
    lines = rendered.split("\n")
    start = lines.index(head) + 1
    return [line.strip() for line in lines[start : lines.index(" exit", start)]]


def with_(base: Wlan, **changes: object) -> Wlan:
    """The SSID with some wishes more."""
    return msgspec.structs.replace(base, **changes)


def test_a_cluster_without_wishes_leaves_its_radios_alone() -> None:
    rendered = text(STAFF, GUEST)
    for word in (
        "arm",
        "rf dot11",
        "min-tx-rate",
        "time-range",
        "bandwidth-limit",
        "captive-portal external",
        "dot11r",
    ):
        assert word not in rendered


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (20, ["wide-bands none", "no 80mhz-support"]),
        (40, ["wide-bands 5ghz", "no 80mhz-support"]),
        (80, ["wide-bands 5ghz", "80mhz-support"]),
        (160, ["wide-bands 5ghz", "80mhz-support", "160mhz-support"]),
    ],
)
def test_channels_on_5_ghz_are_as_wide_as_asked(width: int, lines: list[str]) -> None:
    radio = msgspec.structs.replace(RADIOS[1], width_mhz=width)
    assert block(text(STAFF, radios=(radio,)), "arm") == lines


def test_each_band_has_its_power_bounds() -> None:
    rendered = text(STAFF, radios=RADIOS)
    assert block(rendered, "rf dot11g-radio-profile")[:2] == ["max-tx-power 12", "min-tx-power 6"]
    assert block(rendered, "rf dot11a-radio-profile") == ["max-tx-power 18", "min-tx-power 10"]
    assert "6ghz" not in rendered


def test_the_lowest_band_uses_its_channels_alone() -> None:
    rendered = text(STAFF, radios=RADIOS)
    assert block(rendered, "rf dot11g-radio-profile")[-1] == "allowed-channels 1,6,11"
    assert rendered.count("allowed-channels") == 1


def test_slow_rates_are_off_on_the_bands_of_an_ssid() -> None:
    rendered = text(STAFF, THINGS, radios=RADIOS)
    assert {"g-min-tx-rate 12", "a-min-tx-rate 12"} <= set(block(rendered, "wlan ssid-profile staff"))
    things = block(rendered, "wlan ssid-profile things")
    assert "g-min-tx-rate 12" in things
    assert "a-min-tx-rate 12" not in things


def test_roaming_helps_are_each_for_themselves() -> None:
    assert block(text(with_(STAFF, fast_roaming=True)), "wlan ssid-profile staff")[-3:] == [
        "dot11r", "dot11k", "dot11v",
    ]  # fmt: skip
    plain = block(text(with_(STAFF, assisted_roaming=False)), "wlan ssid-profile staff")
    assert not {"dot11r", "dot11k", "dot11v"} & set(plain)
    assert "dot11r" not in text(with_(GUEST, fast_roaming=True))


def test_every_client_is_bounded_in_both_directions_by_its_role() -> None:
    rule = block(text(with_(GUEST, client_kbps=10000)), "wlan access-rule guest")
    assert rule[:2] == [
        "bandwidth-limit peruser downstream 10000", "bandwidth-limit peruser upstream 10000",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "ranges"),
    [
        (("mon", "tue", "wed", "thu", "fri"), ["time-range lessons periodic weekday 07:30 to 18:00"]),
        (
            ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
            ["time-range lessons periodic daily 07:30 to 18:00"],
        ),
        (("sat", "sun"), ["time-range lessons periodic weekend 07:30 to 18:00"]),
        (
            ("mon", "wed"),
            [
                "time-range lessons-mon periodic monday 07:30 to 18:00",
                "time-range lessons-wed periodic wednesday 07:30 to 18:00",
            ],
        ),
    ],
)
def test_an_ssid_is_on_in_its_hours(days: tuple[str, ...], ranges: list[str]) -> None:
    schedule = msgspec.structs.replace(LESSONS, days=days)
    rendered = text(with_(GUEST, hours="lessons"), STAFF, schedules=(schedule,))
    lines = rendered.split("\n")
    assert [line for line in lines if line.startswith("time-range")] == ranges
    assert [line for line in block(rendered, "wlan ssid-profile guest") if "time-range" in line] == [
        f"time-range {line.split()[1]} enable" for line in ranges
    ]
    assert "time-range" not in " ".join(block(rendered, "wlan ssid-profile staff"))
    assert lines.index(ranges[0]) < lines.index("wlan ssid-profile guest")


def test_hours_that_no_ssid_has_are_not_rendered() -> None:
    assert "time-range" not in text(STAFF, schedules=(LESSONS,))


def test_guests_register_at_the_portal_and_radius_has_the_last_word() -> None:
    rendered = text(with_(GUEST, portal="https://guests.example.org/oak"))
    guest = block(rendered, "wlan ssid-profile guest")
    assert guest[1] == "type guest"
    assert guest[guest.index("captive-portal external") :][:3] == [
        "captive-portal external", "auth-server radius1", "auth-server radius2",
    ]  # fmt: skip
    assert block(rendered, "wlan external-captive-portal") == [
        "server guests.example.org", "port 443", 'url "/oak"', 'auth-text ""', "https",
    ]  # fmt: skip


def test_a_portal_on_another_port_keeps_port_and_query() -> None:
    portal = block(
        text(with_(GUEST, portal="https://guests.example.org:8443?site=oak")), "wlan external-captive-portal"
    )
    assert portal[1:3] == ["port 8443", 'url "/?site=oak"']


def test_devices_with_keys_of_their_own_are_radius_matter() -> None:
    things = block(text(with_(THINGS, per_device_psk=True, passphrase="")), "wlan ssid-profile things")
    assert {"opmode mpsk-aes", "auth-server radius1", "auth-server radius2"} <= set(things)
    assert not [line for line in things if line.startswith("wpa-passphrase")]


def test_every_line_knows_who_asked_for_it() -> None:
    device = cluster(with_(GUEST, hours="lessons", client_kbps=5000, portal="https://guests.example.org/oak"))
    assert device.wireless is not None
    part = msgspec.structs.replace(device.wireless, radios=RADIOS, schedules=(LESSONS,))
    lines = trace_device(msgspec.structs.replace(device, wireless=part))
    origins = {line.text.strip(): line.origin for line in lines}
    assert all(line.origin for line in lines)
    assert origins["max-tx-power 18"] == "standard/radios/5"
    assert origins["time-range lessons periodic weekday 07:30 to 18:00"] == "standard/schedules/lessons"
    assert origins["server guests.example.org"] == "sites/oak/wlans/guest"


STEERED = msgspec.structs.replace(RADIOS[0], band_steering=True)


@pytest.mark.parametrize(
    ("radios", "lines"),
    [
        ((STEERED,), ["band-steering-mode prefer-5ghz", "client-match"]),
        (
            (STEERED, RADIOS[1]),
            ["wide-bands 5ghz", "no 80mhz-support", "band-steering-mode prefer-5ghz", "client-match"],
        ),
        (RADIOS[:2], ["wide-bands 5ghz", "no 80mhz-support"]),
    ],
)
def test_band_steering_is_said_to_old_and_to_new_access_points(
    radios: tuple[RadioBand, ...], lines: list[str]
) -> None:
    assert block(text(STAFF, radios=radios), "arm") == lines


def test_multicast_goes_to_each_client_alone_where_it_is_asked_for() -> None:
    rendered = text(with_(STAFF, multicast_to_unicast=True), GUEST)
    assert "dynamic-multicast-optimization" in block(rendered, "wlan ssid-profile staff")
    assert rendered.count("dynamic-multicast-optimization") == 1
