"""Pings through a circuit, and the default route that goes away when nothing answers."""

from __future__ import annotations

import msgspec
from tests.platforms.paloalto_panos.example import PART, SCHOOL, WAN2, lines, rule, with_part

from netgen.device import Probe
from netgen.rendering import render_device

PROBE = Probe(("192.0.2.53", "198.51.100.53"), 10, 4, 7, "trust/wan/probes")
PROBED = with_part(SCHOOL, probe=PROBE)
DEFAULT = "set network virtual-router default routing-table ip static-route r-0.0.0.0-0-10"


def test_a_default_route_stands_while_one_of_the_targets_answers() -> None:
    assert lines(PROBED, f"{DEFAULT} path-monitor") == [
        "enable yes",
        "failure-condition all",
        "hold-time 2",
        "monitor-destinations probe-1 enable yes",
        "monitor-destinations probe-1 source 203.0.113.2/30",
        "monitor-destinations probe-1 destination 192.0.2.53",
        "monitor-destinations probe-1 interval 10",
        "monitor-destinations probe-1 count 4",
        "monitor-destinations probe-2 enable yes",
        "monitor-destinations probe-2 source 203.0.113.2/30",
        "monitor-destinations probe-2 destination 198.51.100.53",
        "monitor-destinations probe-2 interval 10",
        "monitor-destinations probe-2 count 4",
    ]


def test_three_lost_pings_are_the_fewest() -> None:
    hasty = with_part(SCHOOL, probe=msgspec.structs.replace(PROBE, fail_after=2))
    assert "monitor-destinations probe-1 count 3" in lines(hasty, f"{DEFAULT} path-monitor")


def test_no_other_route_is_watched() -> None:
    watched = {
        line.split()[0] for line in lines(PROBED, DEFAULT.rpartition(" ")[0]) if "path-monitor" in line
    }
    assert watched == {"r-0.0.0.0-0-10"}


def test_the_default_route_that_a_dhcp_client_adds_cannot_be_watched() -> None:
    interfaces = (WAN2, *PART.interfaces[2:])
    routes = tuple(route for route in SCHOOL.routes if route.interface == "ethernet1/2")
    dynamic = msgspec.structs.replace(
        with_part(SCHOOL, interfaces=interfaces, probe=PROBE, tunnels=(), zones=PART.zones[:3]), routes=routes
    )
    assert "path-monitor" not in render_device(dynamic)
    assert "box.probes" not in render_device(dynamic)


def test_the_rules_let_the_pings_of_the_box_pass_and_no_others() -> None:
    fields = rule(PROBED, "box.probes")
    assert {
        "rule-type intrazone", "from internet", "to internet", "source 203.0.113.2/32",
        "destination [ 192.0.2.53/32 198.51.100.53/32 ]", "application ping", "service application-default",
        "action allow",
    } <= set(fields)  # fmt: skip


def test_nothing_is_watched_where_nobody_asks() -> None:
    assert "path-monitor" not in render_device(SCHOOL)
    assert "box.probes" not in render_device(SCHOOL)
