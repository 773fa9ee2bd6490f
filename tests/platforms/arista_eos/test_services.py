"""Signed time, flows, DHCP relay, options and reservations."""

from __future__ import annotations

import msgspec

from netgen.platforms.arista_eos.change import CHANGE
from netgen.rendering import render_device
from netgen.rollout.config_text import mask_line

from .devices import MANAGEMENT, access_switch, asked_for_everything, core_with_services
from .text import block, top_level

TEXT = render_device(asked_for_everything())
CORE = render_device(core_with_services())


def test_time_servers_sign_with_the_key() -> None:
    assert top_level(TEXT, "ntp") == [
        "ntp authentication-key 7 sha1 0 NETGEN_SECRET.env.NTP.END",
        "ntp trusted-key 7",
        "ntp authenticate servers",
        "ntp local-interface Vlan99",
        "ntp server 10.0.0.123 prefer key 7",
        "ntp server 10.0.1.123 key 7",
    ]


def test_the_key_of_time_is_masked_whatever_hides_it_and_its_number_is_not() -> None:
    masked = "ntp authentication-key <secret>"
    assert mask_line("ntp authentication-key 7 sha1 0 Tuesday!", CHANGE) == masked
    assert mask_line("ntp authentication-key 7 sha1 7 044F0E151B", CHANGE) == masked
    assert mask_line("ntp server 10.0.0.123 prefer key 7", CHANGE) == "ntp server 10.0.0.123 prefer key 7"


def test_samples_go_to_the_collector() -> None:
    assert top_level(TEXT, "sflow") == [
        "sflow sample 16384",
        "sflow polling-interval 30",
        "sflow destination 10.0.0.70",
        "sflow source-interface Vlan99",
        "sflow run",
    ]
    assert not top_level(render_device(access_switch()), "sflow")


def test_a_collector_at_another_port() -> None:
    management = msgspec.structs.replace(MANAGEMENT, flow_host="10.0.0.70", sflow_port=6400)
    text = render_device(msgspec.structs.replace(access_switch(), management=management))
    assert "sflow destination 10.0.0.70 6400" in text.splitlines()


def test_requests_for_a_lease_go_on_to_the_servers_of_the_trust() -> None:
    relays = [line for line in block(CORE, "interface Vlan20") if "helper" in line]
    assert relays == ["   ip helper-address 10.0.0.14", "   ip helper-address 10.0.0.15"]


def test_a_lease_says_what_eos_has_words_for() -> None:
    assert block(CORE, "dhcp server vrf staff") == [
        "   dns domain name ipv4 oak.example.sch.uk",
        "   !",
        "   subnet 10.2.8.0/22",
        "      reservations",
        "         mac-address 001a.2b3c.4d5e",
        "            ipv4-address 10.2.8.12",
        "            hostname laser",
        "         mac-address 001a.2b3c.4d5f",
        "            ipv4-address 10.2.9.30",
        "            hostname panel",
        "      !",
        "      range 10.2.8.20 10.2.11.250",
        "      name staff",
        "      dns server 10.0.0.53 10.0.1.53",
        "      lease time 0 days 8 hours 0 minutes",
        "      default-gateway 10.2.8.1",
        "      tftp server option 66 10.0.0.41",
        "      tftp server option 150 10.0.0.40",
        "      tftp server file boot/x64.efi",
    ]
