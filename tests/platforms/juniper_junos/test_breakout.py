"""A site that breaks out at a hub: all that leaves the trust is looked up in a table with tunnels alone."""

from __future__ import annotations

import msgspec
from tests.oracles.junos_models import unknown_lines
from tests.platforms.juniper_junos.firewalls import PART, SCHOOL, TUNNEL, with_part

from netgen.device import Breakout
from netgen.rendering import render_device
from netgen.values import Prefix

BOX = with_part(
    SCHOOL,
    tunnels=(msgspec.structs.replace(TUNNEL, internet="there"),),
    breakout=Breakout(
        ("to-hub",), Prefix.parse("10.2.64.0/18"), (Prefix.parse("10.0.0.0/8"),),
        falls_back=False, origin="sites/oak/breakout",
    ),
)  # fmt: skip


def test_what_stays_inside_is_routed_as_ever_and_all_else_of_the_site_is_not() -> None:
    assert (
        "        filter netgen-steering {\n"
        "            term inside {\n"
        "                from {\n"
        "                    source-address {\n"
        "                        10.2.64.0/18;\n"
        "                    }\n"
        "                    destination-address {\n"
        "                        10.0.0.0/8;\n"
        "                    }\n"
        "                }\n"
        "                then accept;\n"
        "            }\n"
        "            term internet {\n"
        "                from {\n"
        "                    source-address {\n"
        "                        10.2.64.0/18;\n"
        "                    }\n"
        "                }\n"
        "                then {\n"
        "                    routing-instance netgen-at-hub;\n"
        "                }\n"
        "            }\n"
        "            term netgen-all-else {\n"
        "                then accept;\n"
        "            }\n"
        "        }\n"
    ) in render_device(BOX)


def test_the_table_leads_into_the_tunnel_and_to_no_circuit() -> None:
    table = render_device(BOX).split("netgen-at-hub {\n        instance-type")[1]
    assert "qualified-next-hop st0.1 {\n                        preference 10;" in table
    assert "203.0.113.1" not in table


def test_every_network_inside_has_the_filter() -> None:
    vlans = [item for item in PART.interfaces if item.kind == "vlan"]
    assert render_device(BOX).count("input netgen-steering;") == len(vlans)


def test_the_selectors_are_everything_on_the_hubs_side() -> None:
    assert "local 10.2.64.0/18;\n                    remote 0.0.0.0/0;" in render_device(BOX)


def test_routes_of_the_usual_table_are_those_of_a_school_that_breaks_out_by_itself() -> None:
    start, end = "    static {\n", "\n    }\n"
    plain, text = (render_device(box).split("routing-options {")[1] for box in (SCHOOL, BOX))
    assert text.split(start)[1].split(end)[0] == plain.split(start)[1].split(end)[0]


def test_every_statement_is_in_the_models() -> None:
    assert unknown_lines(render_device(BOX), "es") == []


def test_out_of_a_tunnel_that_bgp_routes_comes_the_internet_and_nobody_else_of_the_trust() -> None:
    part = BOX.firewall
    assert part is not None
    routed = with_part(
        BOX, tunnels=tuple(msgspec.structs.replace(item, routing="bgp") for item in part.tunnels)
    )
    assert (
        "        filter from-to-hub {\n"
        "            term own {\n"
        "                from {\n"
        "                    source-address {\n"
        "                        10.0.0.0/18;\n"
        "                        10.255.0.2/32;\n"
        "                    }\n"
        "                }\n"
        "                then accept;\n"
        "            }\n"
        "            term anybody-else {\n"
        "                from {\n"
        "                    source-address {\n"
        "                        10.0.0.0/8;\n"
        "                    }\n"
        "                }\n"
        "                then {\n"
        "                    count from-to-hub;\n"
        "                    discard;\n"
        "                }\n"
        "            }\n"
        "            term internet {\n"
        "                then accept;\n"
        "            }\n"
        "        }\n"
    ) in render_device(routed)
    assert unknown_lines(render_device(routed), "es") == []
