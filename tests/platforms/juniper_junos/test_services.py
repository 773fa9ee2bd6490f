"""What an SRX itself answers to hosts of a segment."""

from __future__ import annotations

import msgspec
from tests.platforms.juniper_junos.firewalls import PART, SCHOOL, with_part
from tests.platforms.juniper_junos.text import names, stanza

from netgen.rendering import render_device
from netgen.values import Prefix

CLIENTS = (Prefix.parse("10.2.66.0/24"), Prefix.parse("10.2.65.0/24"))
ASKED = next(item for item in PART.interfaces if item.kind == "vlan" and not item.manage)
ZONE = next(zone for zone in PART.zones if ASKED.name in zone.members)
SERVING = render_device(
    with_part(
        SCHOOL,
        interfaces=tuple(
            msgspec.structs.replace(item, time_clients=CLIENTS) if item is ASKED else item
            for item in PART.interfaces
        ),
    )
)
_DOOR = ("firewall", "family inet", "filter netgen-management")


def test_nobody_is_told_the_time_where_nobody_asks() -> None:
    assert "netgen-time-clients" not in render_device(SCHOOL)


def test_the_filter_of_the_box_lets_those_in_that_ask_before_it_refuses_the_rest() -> None:
    terms = names(SERVING, *_DOOR)
    assert terms.index("term time-clients") < terms.index("term anybody-else")
    assert stanza(SERVING, *_DOOR, "term time-clients") == (
        "from {\n    source-prefix-list {\n        netgen-time-clients;\n    }\n"
        "    protocol udp;\n    destination-port 123;\n}\nthen accept;\n"
    )
    assert (
        stanza(SERVING, "policy-options", "prefix-list netgen-time-clients")
        == "10.2.65.0/24;\n10.2.66.0/24;\n"
    )


def test_only_their_interface_answers() -> None:
    answering = stanza(
        SERVING, "security", "zones", f"security-zone {ZONE.name}", "interfaces", f"ae0.{ASKED.vlan}",
        "host-inbound-traffic", "system-services",
    )  # fmt: skip
    assert "ntp;\n" in answering
    assert SERVING.count("                            ntp;\n") == 1
