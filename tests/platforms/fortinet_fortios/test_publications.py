"""Published services: what the circuit's address passes to which server, and which policy lets it."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.fortinet_fortios.example import PART, SCHOOL, section, with_part

from netgen.device import AddressObject, Device, Policy, Publication, ServiceObject
from netgen.rendering import render_device
from netgen.values import Prefix

PORTAL = Publication("portal", "wan1", "203.0.113.2", "10.2.72.9", ("web",), "sites/oak/publish/portal")
LET_IN = Policy(
    70001, "publish portal", "internet", "pupil", (), (), ("web",), "", nat=False, comment="Evenings",
    origin="sites/oak/publish/portal", protected=True, publication="portal",
)  # fmt: skip


def publishing(publication: Publication = PORTAL, policy: Policy = LET_IN, **changes: object) -> Device:
    """The school with one published service."""
    return with_part(SCHOOL, publications=(publication,), policies=(*PART.policies, policy), **changes)


def test_a_range_of_ports_is_a_virtual_ip_of_the_circuit() -> None:
    assert section(publishing(), "firewall vip", '"pub-portal-tcp-443"') == (
        '    edit "pub-portal-tcp-443"\n'
        "        set extip 203.0.113.2\n"
        '        set mappedip "10.2.72.9"\n'
        '        set extintf "wan1"\n'
        "        set portforward enable\n"
        "        set extport 443\n"
        "        set mappedport 443\n"
        "    next"
    )


def test_nothing_but_the_ports_of_the_service_is_translated() -> None:
    text = section(publishing(), "firewall vip")
    rows = [line.strip() for line in text.split("\n") if line.startswith("    edit")]
    assert rows == [
        'edit "pub-portal-tcp-80"', 'edit "pub-portal-tcp-443"', 'edit "pub-portal-udp-443"',
    ]  # fmt: skip
    assert text.count("set portforward enable") == len(rows)
    assert "        set protocol udp" in section(publishing(), "firewall vip", '"pub-portal-udp-443"')


def test_the_policy_names_the_virtual_ips_and_no_other_destination() -> None:
    text = section(publishing(), "firewall policy", "70001")
    assert '        set dstaddr "pub-portal-tcp-80" "pub-portal-tcp-443" "pub-portal-udp-443"\n' in text
    assert '        set srcintf "z-internet"\n        set dstintf "z-pupil"\n' in text
    assert '        set service "svc-web"' in text
    assert "nat enable" not in text


def test_sources_bound_who_may_reach_it() -> None:
    partner = AddressObject("from-192.0.2.0-24", Prefix.parse("192.0.2.0/24"), PORTAL.origin)
    device = publishing(
        policy=msgspec.structs.replace(LET_IN, sources=(partner.name,)), addresses=(*PART.addresses, partner)
    )
    assert '        set srcaddr "net-from-192.0.2.0-24"' in section(device, "firewall policy", "70001")
    assert "        set subnet 192.0.2.0 255.255.255.0" in section(device, "firewall address")


def test_a_policy_of_an_unknown_publication_stops_the_render() -> None:
    with pytest.raises(KeyError, match="intranet"):
        render_device(publishing(policy=msgspec.structs.replace(LET_IN, publication="intranet")))


def test_a_published_range_stays_a_range() -> None:
    voice = ServiceObject("rtp", (), ("5060-5061",), icmp=False, any_=False, origin="standard/services/rtp")
    device = publishing(
        msgspec.structs.replace(PORTAL, services=("rtp",)),
        msgspec.structs.replace(LET_IN, services=("rtp",)),
        services=(*PART.services, voice),
    )
    text = section(device, "firewall vip", '"pub-portal-udp-5060-5061"')
    assert "        set extport 5060-5061\n        set mappedport 5060-5061\n" in text


def test_no_school_without_a_publication_has_a_virtual_ip() -> None:
    assert "firewall vip" not in render_device(SCHOOL)
