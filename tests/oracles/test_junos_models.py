"""The models of Junos object where they must: an oracle that never objects proves nothing. Then the rendered texts."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

from pathlib import Path

import pytest

from netgen.compiler import compile_site, plan_all, slice_for
from netgen.diagnostics import Collector
from netgen.loader import load_inventory
from netgen.rendering import render_device
from tests.oracles.junos_models import read_facts, unknown_lines
from tests.schools import write_school

WRONG = {
    "a word of another vendor": ("ex", "set interfaces ge-0/0/1 switchport mode access"),
    "the host name in another word": ("ex", "system { hostname sw1; }"),
    "a statement that ended": ("ex", "set system services ssh no-tcp-forwarding"),
    "an older software's block": ("ex", "ethernet-switching-options { voip { interface ge-0/0/1.0 { vlan 80; } } }"),
    "a firewall's block in a switch": ("ex", "set security policies default-policy deny-all"),
    "a word that no group may hold": ("es", "groups { node0 { system { hostname fw1; } } }"),
    "a priority of no node": ("es", "set chassis cluster redundancy-group 1 node 2 priority 100"),
    "a switch's block in a firewall": ("es", "set poe interface ge-0/0/1 high-power"),
    "a cipher that is none": ("ex", "set system services ssh ciphers aes512-ctr"),
    "an order of logins that is none": ("ex", "set system authentication-order local"),
    "a percentage over a hundred": ("ex", "set forwarding-options storm-control-profiles p all bandwidth-percentage 200"),
    "a VLAN name of one letter": ("ex", "vlans { a { vlan-id 30; } }"),
    "an address out of range": ("ex", "set system name-server 10.0.0.256"),
    "a mask for a length": ("ex", "set interfaces irb unit 30 family inet address 10.0.0.1 255.255.255.0"),
    "a VLAN of a port in the wrong block": ("ex", "set interfaces ge-0/0/1 unit 0 vlan members staff"),
    "edge in another word": ("ex", "set protocols mstp interface ge-0/0/1 portfast"),
    "a syslog severity that is none": ("ex", "set system syslog host 10.0.0.1 any debug"),
    "an SNMP cipher that came later": ("ex", "set snmp v3 usm local-engine user nms privacy-aes256 privacy-password xxxxxxxx"),
    "a key type that is none": ("ex", "set system ntp authentication-key 1 type sha512 value xxxxxxxx"),
    "a supplicant mode that is none": ("ex", "set protocols dot1x authenticator interface ge-0/0/1.0 supplicant multi-auth"),
    "a PoE priority that is none": ("ex", "set poe interface ge-0/0/1 priority critical"),
    "a policy without its second zone": ("es", "security { policies { from-zone a { policy p { then { permit; } } } } }"),
    "a policy action that is none": ("es", "set security policies global policy p then allow"),
    "a group that is none": ("es", "set security ike proposal p dh-group group22"),
    "an IPsec hash in IKE's words": ("es", "set security ipsec proposal p authentication-algorithm sha-256"),
    "a name of 33 letters": ("es", f"set security ike gateway {'g' * 33} version v2-only"),
    "a host service that is none": ("es", "set security zones security-zone a host-inbound-traffic system-services www"),
    "the DHCP client in another word": ("es", "set interfaces ge-0/0/0 unit 0 family inet dhcp-client"),
    "a whitelist where it was once": ("es", "set security utm feature-profile web-filtering url-whitelist w"),
    "a value too many": ("ex", "set system host-name sw1 sw2"),
    "a value too few": ("ex", "system { host-name; }"),
    "a list for one value": ("ex", "system { host-name [ a b ]; }"),
    "a brace too few": ("ex", "system { host-name a;"),
    "a brace too many": ("ex", "system { host-name a; } }"),
    "words without an end": ("ex", "system { host-name a }"),
}  # fmt: skip

RIGHT = {
    "braces": ("ex", 'system { host-name sw1; /* a comment */ name-server { 10.0.0.1; 10.0.0.2; } login { message "a; {b}\\n"; } }'),
    "tags": ("ex", "inactive: system { protect: host-name sw1; }"),
    "secrets with their mark": ("ex", 'system { root-authentication { encrypted-password "$6$x"; ## SECRET-DATA\n } }'),
    "a syslog host": ("ex", "set system syslog host 10.0.0.1 any info"),
    "several words of one block in one line": ("ex", "set system ntp server 10.0.0.1 key 1 prefer version 4"),
    "a port": ("ex", "interfaces { ge-0/0/1 { unit 0 { family { ethernet-switching { interface-mode trunk; vlan { members [ a b ]; } storm-control p; } } } } }"),
    "a range of ports": ("ex", "set interfaces interface-range r member-range ge-0/0/1 to ge-0/0/9"),
    "a member of a LAG": ("ex", "interfaces { xe-0/2/0 { ether-options { 802.3ad { ae1; } } } }"),
    "keys in a block of their own": ("es", "security { address-book { global { address a 10.0.0.0/8; } } }"),
    "a policy between zones": ("es", "security { policies { from-zone a to-zone b { policy p { match { application [ x y ]; } then { permit; } } } } }"),
    "the last word on policies": ("es", "set security policies default-policy deny-all"),
    "a range of addresses": ("es", "set security address-book global address a range-address 10.0.0.1 to 10.0.0.9"),
    "two keys, the second with its word": ("es", "set schedulers scheduler s monday start-time 08:00 stop-time 16:00"),
    "a stream of logs": ("es", "security { log { stream s { host { 10.0.0.1; port 6514; } } } }"),
    "a routing instance": ("ex", "set routing-instances a routing-options static route 0.0.0.0/0 next-hop 10.0.0.1"),
}  # fmt: skip


@pytest.mark.parametrize(("family", "text"), WRONG.values(), ids=WRONG.keys())
def test_objects_to(family: str, text: str) -> None:
    assert unknown_lines(text, family)


@pytest.mark.parametrize(("family", "text"), RIGHT.values(), ids=RIGHT.keys())
def test_accepts(family: str, text: str) -> None:
    assert unknown_lines(text, family) == []


def test_names_line_and_reason() -> None:
    text = "system {\n    host-name a;\n    services {\n        telnett;\n    }\n}\n"
    assert unknown_lines(text, "ex") == [(4, "system services telnett", "`services` has no `telnett`")]


def test_the_extract_is_whole() -> None:
    tops = {fact.name for fact in read_facts().children}
    assert {
        "system",
        "interfaces",
        "vlans",
        "protocols",
        "firewall",
        "security",
        "routing-instances",
        "snmp",
    } <= tops


@pytest.mark.parametrize("wish", ["plain", "routed", "full", "standby"])
def test_the_models_have_every_rendered_statement(tmp_path: Path, wish: str) -> None:
    folder = write_school(
        tmp_path,
        "EX4100-48P",
        "SRX340",
        "AP-635",
        routed=wish == "routed",
        full=wish == "full",
        standby=wish == "standby",
    )
    intent = load_inventory(folder, Collector()).intent
    assert intent is not None
    trust, _ = plan_all(intent)
    devices = compile_site(intent, slice_for(trust, "elm"), "elm")[1]
    found = {
        device.hostname: unknown_lines(render_device(device), "es" if device.firewall else "ex")
        for device in devices
        if device.platform == "juniper_junos"
    }
    assert len(found) == 3
    assert not any(found.values()), found
