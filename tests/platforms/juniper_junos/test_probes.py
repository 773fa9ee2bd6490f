"""Pings through the circuits of an SRX, and the default routes that stand while they are answered."""

from __future__ import annotations

import msgspec
from tests.platforms.juniper_junos.firewalls import BACKUP, FIBRE, PART, SCHOOL, with_part
from tests.platforms.juniper_junos.text import names, stanza

from netgen.device import Device, FirewallInterface, Probe, StaticRoute
from netgen.rendering import render_device
from netgen.values import Prefix

PROBE = Probe(("192.0.2.53", "198.51.100.53"), 5, 4, 6, "trust/wan/probes")
PROBED = render_device(with_part(SCHOOL, probe=PROBE))
SPARE = msgspec.structs.replace(
    BACKUP, mode="static", address="192.0.2.2", length=30, gateway="192.0.2.1", priority=20
)


def school(*circuits: FirewallInterface) -> Device:
    """The school on other circuits, each with its default route where it has a gateway."""
    routes = tuple(
        StaticRoute(
            "", Prefix.parse("0.0.0.0/0"), item.gateway, item.name, item.priority, item.name, item.origin
        )
        for item in circuits
        if item.gateway
    )
    device = with_part(SCHOOL, interfaces=(*circuits, *PART.interfaces[2:]), probe=PROBE)
    return msgspec.structs.replace(device, routes=(*routes, *SCHOOL.routes[1:]))


def test_a_circuit_is_lost_when_no_target_answers_several_times_in_a_row() -> None:
    assert stanza(PROBED, "services", "rpm", "probe ge-0-0-0", "test target-1") == (
        "probe-type icmp-ping;\n"
        "target address 192.0.2.53;\n"
        "probe-count 6;\n"
        "probe-interval 5;\n"
        "test-interval 5;\n"
        "thresholds {\n    successive-loss 4;\n    total-loss 0;\n}\n"
        "destination-interface ge-0/0/0.0;\n"
        "next-hop 203.0.113.1;\n"
    )
    assert names(PROBED, "services", "rpm", "probe ge-0-0-0") == ["test target-1", "test target-2"]


def test_its_default_route_stands_while_it_is_not_lost() -> None:
    assert stanza(PROBED, "services", "ip-monitoring", "policy ge-0-0-0") == (
        "match {\n    rpm-probe ge-0-0-0;\n}\n"
        "then {\n"
        "    preferred-route {\n"
        "        withdraw;\n"
        "        route 0.0.0.0/0 {\n"
        "            next-hop 203.0.113.1;\n"
        "            preferred-metric 1;\n"
        "        }\n"
        "    }\n"
        "}\n"
    )


def test_its_plain_default_route_is_the_last_resort() -> None:
    route = stanza(PROBED, "routing-options", "static", "route 0.0.0.0/0")
    assert route == "next-hop 203.0.113.1;\npreference 110;\n"


def test_watched_circuits_keep_their_order() -> None:
    text = render_device(school(FIBRE, SPARE))
    policies = ("services", "ip-monitoring")
    assert names(text, *policies) == ["policy ge-0-0-0", "policy ge-0-0-1"]
    ranks = [
        stanza(text, *policies, f"policy {name}", "then", "preferred-route", "route 0.0.0.0/0")
        for name in ("ge-0-0-0", "ge-0-0-1")
    ]
    assert ranks == [
        "next-hop 203.0.113.1;\npreferred-metric 1;\n", "next-hop 192.0.2.1;\npreferred-metric 2;\n",
    ]  # fmt: skip


def test_a_circuit_behind_one_by_dhcp_is_not_watched() -> None:
    first = msgspec.structs.replace(BACKUP, priority=5)
    text = render_device(school(first, FIBRE))
    assert "ip-monitoring" not in text
    assert "preference 13;" in stanza(text, "routing-options", "static", "route 0.0.0.0/0")


def test_nothing_is_watched_where_nobody_asks() -> None:
    text = render_device(SCHOOL)
    assert "rpm {" not in text
    assert "ip-monitoring" not in text
