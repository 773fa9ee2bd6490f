"""What a FortiGate itself answers to hosts of a segment."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.fortinet_fortios.example import PART, SCHOOL, section, with_part

from netgen.device import Device, ForwardedDomain, RemoteList
from netgen.rendering import render_device
from netgen.values import Prefix


def serving(**clients: tuple[Prefix, ...]) -> Device:
    """The school whose VLAN interfaces all answer these clients."""
    return with_part(
        SCHOOL,
        interfaces=tuple(
            msgspec.structs.replace(item, **clients) if item.kind == "vlan" and not item.manage else item
            for item in PART.interfaces
        ),
    )


def test_a_box_that_nobody_asks_for_the_time_serves_none() -> None:
    assert "server-mode" not in render_device(SCHOOL)


def test_the_time_is_served_on_the_interfaces_of_those_that_ask_alone() -> None:
    names = [item.vlan for item in PART.interfaces if item.kind == "vlan" and not item.manage]
    quoted = " ".join(f'"v{number}"' for number in sorted(names))
    text = section(serving(time_clients=(Prefix.parse("10.2.65.0/24"),)), "system ntp")
    assert f"    set server-mode enable\n    set interface {quoted}\n    config ntpserver\n" in text


_ASKING = (Prefix.parse("10.2.65.0/24"),)
DOMAINS = (
    ForwardedDomain(
        "ad.oak.example", ("10.0.8.16", "10.0.8.17"), "trust/services/dns_domains/ad.oak.example"
    ),
)


@pytest.mark.parametrize("heading", ["system dns-server", "system dns-database"])
def test_a_box_that_nobody_asks_for_names_answers_none(heading: str) -> None:
    assert f"config {heading}" not in render_device(SCHOOL)


def test_names_are_answered_from_the_trusts_resolvers_alone() -> None:
    text = section(serving(dns_clients=_ASKING), "system dns-server")
    numbers = sorted(item.vlan for item in PART.interfaces if item.kind == "vlan" and not item.manage)
    rows = "".join(f'    edit "v{number}"\n        set mode forward-only\n    next\n' for number in numbers)
    assert text == f"config system dns-server\n{rows}end"


def test_a_domain_is_asked_of_its_own_servers_from_the_address_of_the_box() -> None:
    box = with_part(serving(dns_clients=_ASKING), domains=DOMAINS)
    assert section(box, "system dns-database") == (
        "config system dns-database\n"
        '    edit "fwd-ad.oak.example"\n'
        '        set domain "ad.oak.example"\n'
        "        set authoritative disable\n"
        '        set forwarder "10.0.8.16" "10.0.8.17"\n'
        "        set source-ip 10.2.64.1\n"
        "    next\n"
        "end"
    )
    assert "forward-only" not in render_device(box)


def test_feeds_of_domains_hold_for_what_the_box_is_asked() -> None:
    feed = RemoteList(
        "feed-bad", "domains", "https://feeds.example/bad.txt", "hourly", 1, "standard/protection"
    )
    box = with_part(serving(dns_clients=_ASKING), lists=(feed,))
    assert '        set dnsfilter-profile "feeds-only"\n' in section(box, "system dns-server")
    text = render_device(box)
    assert text.index("config dnsfilter profile") < text.index("config system dns-server")
