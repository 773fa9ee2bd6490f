"""A site that breaks out at a hub: one forwarding rule into the tunnel of the preferred hub."""

from __future__ import annotations

import msgspec
from tests.oracles.panos_schema import objections
from tests.platforms.paloalto_panos.example import SCHOOL, TUNNEL, lines, with_part

from netgen.device import Breakout, Probe
from netgen.rendering import render_device
from netgen.values import Prefix

BOX = with_part(
    SCHOOL,
    tunnels=(msgspec.structs.replace(TUNNEL, internet="there"),),
    probe=Probe(("192.0.2.53",), 5, 3, 3, "trust/wan/probes"),
    breakout=Breakout(
        ("oak-hub1",), Prefix.parse("10.2.64.0/18"), (Prefix.parse("10.0.0.0/8"),),
        falls_back=False, origin="sites/oak/breakout",
    ),
)  # fmt: skip


def test_all_that_leaves_the_trust_goes_into_the_tunnel_whatever_answers_there() -> None:
    assert lines(BOX, "set rulebase pbf rules breakout") == [
        "from zone [ mgmt pupil guest ]",
        "source 10.2.64.0/18",
        "source-user any",
        "destination 10.0.0.0/8",
        "negate-destination yes",
        "application any",
        "service any",
        "action forward egress-interface tunnel.1147",
    ]


def test_the_selectors_are_everything_on_the_hubs_side() -> None:
    ids = lines(BOX, "set network tunnel ipsec oak-hub1 auto-key proxy-id oak-hub1")
    assert {"local 10.2.64.0/18", "remote 0.0.0.0/0"} <= set(ids)


def test_routes_and_rules_are_those_of_a_school_that_breaks_out_by_itself() -> None:
    plain = msgspec.structs.replace(BOX, firewall=msgspec.structs.replace(BOX.firewall, breakout=None))
    for beginning in ("set network virtual-router", "set rulebase security", "set rulebase nat"):
        assert lines(BOX, beginning) == lines(plain, beginning)


def test_every_line_is_in_the_specification() -> None:
    assert list(objections(render_device(BOX))) == []
