"""Filter-based forwarding: classes of traffic that take the circuits the other way round."""

from __future__ import annotations

import msgspec
import pytest
from tests.oracles.junos_models import unknown_lines
from tests.platforms.juniper_junos.firewalls import BACKUP, FIBRE, PART, SCHOOL, with_part

from netgen.device import AddressObject, Device, FirewallInterface, Probe, SteeringRule
from netgen.rendering import render_device
from netgen.values import Prefix

OUTSIDE = AddressObject("outside-64.0.0.0-2", Prefix.parse("64.0.0.0/2"), "standard/steering/updates")
SECOND = msgspec.structs.replace(
    BACKUP, mode="static", address="198.51.100.2", length=30, gateway="198.51.100.1", priority=20
)
UPDATES = SteeringRule(
    number=20, name="updates", title="Updates", sources=("oak-pupil-10.2.72.0-21",),
    destinations=("outside-64.0.0.0-2",), services=("web",), applications=(),
    circuits=("ge-0/0/1", "ge-0/0/0"), strategy="ordered", latency_ms=-1, jitter_ms=-1, loss_percent=-1,
    origin="standard/steering/updates",
)  # fmt: skip
EXAMS = msgspec.structs.replace(
    UPDATES, number=10, name="exams", services=("sip", "ping"), circuits=("ge-0/0/0", "ge-0/0/1")
)


def steered(*rules: SteeringRule, backup: FirewallInterface = SECOND, probe: Probe | None = None) -> Device:
    """The school with two circuits and rules."""
    return with_part(
        SCHOOL,
        interfaces=(FIBRE, backup, *PART.interfaces[2:]),
        addresses=(*PART.addresses, OUTSIDE),
        steering=rules,
        probe=probe,
    )


BOX = steered(EXAMS, UPDATES)


def test_a_class_that_prefers_the_backup_is_looked_up_in_the_other_table() -> None:
    assert (
        "            term updates-tcp {\n"
        "                from {\n"
        "                    source-address {\n"
        "                        10.2.72.0/21;\n"
        "                    }\n"
        "                    destination-address {\n"
        "                        64.0.0.0/2;\n"
        "                    }\n"
        "                    protocol tcp;\n"
        "                    destination-port [ 80 443 ];\n"
        "                }\n"
        "                then {\n"
        "                    routing-instance netgen-backup-first;\n"
        "                }\n"
        "            }\n"
    ) in render_device(BOX)


def test_a_class_in_the_usual_order_keeps_later_ones_from_being_asked() -> None:
    text = render_device(BOX)
    terms = [
        line.split()[1] for line in text.split("filter netgen-steering {")[-1].split("\n") if " term " in line
    ]
    assert terms == ["exams-udp", "exams-icmp", "updates-tcp", "updates-udp", "netgen-all-else"]
    exams = text.split("term exams-icmp {")[1].split("term updates")[0]
    assert "protocol icmp;\n" in exams
    assert "then accept;" in exams


def test_everything_that_no_class_names_is_accepted_and_routed_as_ever() -> None:
    assert (
        "            term netgen-all-else {\n                then accept;\n            }\n"
        in render_device(BOX)
    )


def test_the_other_table_has_the_last_circuit_first() -> None:
    assert (
        "    netgen-backup-first {\n"
        "        instance-type forwarding;\n"
        "        routing-options {\n"
        "            static {\n"
        "                route 0.0.0.0/0 {\n"
        "                    qualified-next-hop 198.51.100.1 {\n"
        "                        preference 10;\n"
        "                    }\n"
        "                    qualified-next-hop 203.0.113.1 {\n"
        "                        preference 20;\n"
        "                    }\n"
        "                }\n"
    ) in render_device(BOX)


def test_the_other_table_knows_the_networks_of_the_interfaces() -> None:
    text = render_device(BOX)
    assert "    interface-routes {\n        rib-group inet netgen-steering;\n    }\n" in text
    assert "import-rib [ inet.0 netgen-backup-first.inet.0 ];" in text


def test_every_network_inside_is_filtered_and_no_circuit_and_no_tunnel_is() -> None:
    text = render_device(BOX)
    vlans = [item for item in PART.interfaces if item.kind == "vlan"]
    assert text.count("input netgen-steering;") == len(vlans)


def test_pings_take_a_circuit_out_of_both_tables() -> None:
    text = render_device(steered(UPDATES, probe=Probe(("192.0.2.53",), 5, 3, 4, "trust/wan/probes")))
    assert (
        "                    withdraw;\n"
        "                    routing-instances netgen-backup-first {\n"
        "                        route 0.0.0.0/0 {\n"
        "                            next-hop 203.0.113.1;\n"
        "                            preferred-metric 2;\n"
        "                        }\n"
        "                    }\n"
        "                    route 0.0.0.0/0 {\n"
        "                        next-hop 203.0.113.1;\n"
        "                        preferred-metric 1;\n"
    ) in text
    assert "qualified-next-hop 198.51.100.1 {\n                        preference 110;" in text


@pytest.mark.parametrize(
    "box",
    [
        steered(UPDATES, backup=BACKUP),
        steered(EXAMS),
        steered(msgspec.structs.replace(UPDATES, applications=("zoom",), destinations=(), services=())),
    ],
    ids=["gateway unknown", "usual order alone", "an application"],
)
def test_what_cannot_or_need_not_be_steered_says_nothing(box: Device) -> None:
    text = render_device(box)
    assert "netgen-steering" not in text
    assert "routing-instances" not in text


def test_policies_are_those_of_a_school_that_steers_nothing() -> None:
    plain, text = render_device(steered()), render_device(BOX)
    start, end = "    policies {", "    zones {"
    assert text.split(start)[1].split(end)[0] == plain.split(start)[1].split(end)[0]


def test_every_statement_is_in_the_models() -> None:
    text = render_device(steered(EXAMS, UPDATES, probe=Probe(("192.0.2.53",), 5, 3, 4, "trust/wan/probes")))
    assert unknown_lines(text, "es") == []
