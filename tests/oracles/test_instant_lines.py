"""The syntax oracle of Aruba Instant objects where it must, and knows what only documents show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from netgen.build import build_texts
from netgen.diagnostics import Collector
from netgen.loader import load_inventory
from tests.oracles.aoscx_commands import Shape
from tests.oracles.instant_lines import documented_lines, read_lines, unknown_lines
from tests.schools import write_school

TIME_RANGE = (
    "time-range <W> periodic (daily|weekday|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    " <W> to <W>"
)
SSID = "wlan ssid-profile a\n"
WRONG = {
    "a line of a switch": "hostname a\n",
    "an SSID line at the top": "essid a\n",
    "a top line in an SSID": SSID + " ntp-server 10.0.0.1\n",
    "WPA2 by another word": SSID + " opmode wpa2-enterprise\n",
    "an RSN word of another vendor": SSID + " security wpa3-sae\n",
    "a band without its decimal": SSID + " rf-band 5\n",
    "a rate that no radio has": SSID + " a-min-tx-rate 13\n",
    "an address out of range": "virtual-controller-ip 10.0.0.256\n",
    "a rule with one port": "wlan access-rule a\n rule any any match tcp 443 permit\n",
    "a limit of nobody": "wlan access-rule a\n bandwidth-limit perap downstream 100\n",
    "a limit without a way": "wlan access-rule a\n bandwidth-limit peruser 100\n",
    "days in the plural": "time-range a periodic weekdays 08:00 to 17:00\n",
    "a range without its end": "time-range a periodic daily 08:00\n",
    "a range that does nothing": SSID + " time-range a\n",
    "five syslog servers": "syslog-server 10.0.0.1 10.0.0.2 10.0.0.3 10.0.0.4 10.0.0.5\n",
    "a portal by its address alone": "wlan external-captive-portal\n https://portal.example/\n",
    "a summer time without its weeks": "clock summer-time BST recurring march october\n",
    "a port without a profile": "enet0-port-profile\n",
    "containment": "ids\n wireless-containment deauth-only\n",
    "a made-up line": "frobnicate enable\n",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG.keys())
def test_objects_to(text: str) -> None:
    assert unknown_lines(text)


def test_accepts_what_configurations_show() -> None:
    text = (
        "version 8.10.0.0-8.10.0\nsyslog-server 10.10.42.11  \nno allow-new-aps\narm\n no 80mhz-support\n exit\n"
        'wlan ssid-profile "Main Hall"\n essid "Main Hall"\n vlan guest\n no hide-ssid\n\n'
        "wlan access-rule x\n rule masterip 0.0.0.0 match 6 4343 4343 permit\n exit\n"
    )
    assert unknown_lines(text) == []


def shapes(below: list[Shape]) -> Iterator[Shape]:
    for shape in below:
        yield shape
        yield from shapes(shape.below)


def test_every_shape_names_its_sources() -> None:
    found = list(shapes(read_lines()))
    assert len(found) > 100
    assert not [shape.text for shape in found if not shape.sources]


@pytest.mark.parametrize("routed", [False, True], ids=["collapsed", "routed"])
def test_a_cluster_of_the_whole_standard(tmp_path: Path, routed: bool) -> None:
    folder = write_school(tmp_path, "C9300-48P", "FortiGate-80F", "AP-635", full=True, routed=routed)
    intent = load_inventory(folder, Collector()).intent
    assert intent is not None
    (text,) = [text for name, text in build_texts(intent).files.items() if name == "elm/elm-wlan.cfg"]
    assert "\nwlan ssid-profile " in text
    assert unknown_lines(text) == []
    # what no published configuration shows is known, and listed with its documents
    assert documented_lines(text) <= {
        "opmode-transition-disable",
        "bandwidth-limit [peruser] (downstream|upstream) <N>",
        "deny-inter-user-bridging",
        "set-vlan <W> (equals|not-equals|starts-with|ends-with|contains) <W> <N>",
        "time-range <W> (enable|disable)",
        TIME_RANGE,
    }
