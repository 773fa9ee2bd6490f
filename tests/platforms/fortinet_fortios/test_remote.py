"""People who come in from elsewhere: a dial-up tunnel of IKEv2 for each group."""

from __future__ import annotations

import re

import msgspec
from tests.platforms.fortinet_fortios.example import HUB, MANAGEMENT, OPEN_HUB, REMOTE, section, with_part

from netgen.platforms.fortinet_fortios.change import CHANGE
from netgen.rendering import render_device


def test_a_full_tunnel_logs_people_in_by_eap_after_the_certificate_of_the_box() -> None:
    assert section(OPEN_HUB, "vpn ipsec phase1-interface", '"ra-21"') == (
        '    edit "ra-21"\n'
        "        set type dynamic\n"
        '        set interface "wan1"\n'
        "        set ike-version 2\n"
        "        set keylife 36000\n"
        "        set authmethod signature\n"
        "        set peertype any\n"
        "        set net-device disable\n"
        "        set mode-cfg enable\n"
        "        set ipv4-dns-server1 10.0.8.10\n"
        "        set ipv4-dns-server2 10.0.8.11\n"
        "        set proposal aes256gcm-prfsha384\n"
        "        set add-route enable\n"
        '        set localid "remote.example.org"\n'
        "        set localid-type fqdn\n"
        "        set dpd on-idle\n"
        "        set dhgrp 20\n"
        "        set eap enable\n"
        "        set eap-identity send-request\n"
        '        set authusrgrp "ra-remote-staff"\n'
        "        set idle-timeout enable\n"
        "        set idle-timeoutinterval 30\n"
        "        set reauth enable\n"
        "        set network-overlay enable\n"
        "        set network-id 21\n"
        '        set certificate "remote-access"\n'
        "        set ipv4-start-ip 10.0.56.1\n"
        "        set ipv4-end-ip 10.0.56.254\n"
        '        set domain "oak.example.org"\n'
        "        set dpd-retryinterval 10\n"
        "    next"
    )


def test_a_split_tunnel_carries_the_address_space_of_the_trust_alone() -> None:
    assert '        set ipv4-split-include "net-remote-inside"\n' in section(
        OPEN_HUB, "vpn ipsec phase1-interface", '"ra-23"'
    )
    assert "        set subnet 10.0.0.0 255.0.0.0\n" in section(
        OPEN_HUB, "firewall address", '"net-remote-inside"'
    )


def test_without_a_split_tunnel_nothing_speaks_of_one() -> None:
    assert "remote-inside" not in render_device(
        with_part(OPEN_HUB, remote=msgspec.structs.replace(REMOTE, groups=REMOTE.groups[:1]))
    )


def test_a_group_is_what_radius_says_and_no_account_of_the_box() -> None:
    assert section(OPEN_HUB, "user group", '"ra-supplier"') == (
        '    edit "ra-supplier"\n'
        '        set member "remote-radius"\n'
        "        config match\n"
        "            edit 1\n"
        '                set server-name "remote-radius"\n'
        '                set group-name "supplier"\n'
        "            next\n"
        "        end\n"
        "    next"
    )
    servers = section(OPEN_HUB, "user radius", '"remote-radius"')
    assert '        set server "10.0.8.20"\n' in servers
    assert '        set secondary-server "10.0.8.21"\n' in servers
    assert "config user local" not in render_device(OPEN_HUB)


def test_a_tunnel_of_people_is_the_one_member_of_its_zone() -> None:
    assert '        set interface "ra-21"\n' in section(OPEN_HUB, "system zone", '"z-remote-staff"')
    assert "allowaccess" not in section(OPEN_HUB, "system interface", '"ra-21"')


def test_what_a_tunnel_of_people_names_comes_before_it() -> None:
    lines = render_device(OPEN_HUB).split("\n")
    heads = (
        "config user radius", "config user group", "config firewall address", "config vpn ipsec phase1-interface",
        "config vpn ipsec phase2-interface", "config system interface", "config system zone", "config firewall policy",
    )  # fmt: skip
    places = [lines.index(head) for head in heads]
    assert places == sorted(places)
    assert all(lines.count(head) == 1 for head in heads)


def test_a_second_factor_has_time_only_where_somebody_needs_it() -> None:
    assert "    set remoteauthtimeout 60\n" in render_device(OPEN_HUB)
    assert "remoteauthtimeout" not in render_device(HUB)


def test_the_silence_that_fortios_has_by_default_is_not_said() -> None:
    quarter = with_part(OPEN_HUB, remote=msgspec.structs.replace(REMOTE, idle_minutes=15))
    assert "idle-timeoutinterval" not in render_device(quarter)
    assert "set idle-timeout enable" in render_device(quarter)


def test_tunnels_of_sites_keep_to_themselves() -> None:
    """A computer sends its network ID, a site none: neither is ever taken for the other."""
    assert "network-id" not in section(OPEN_HUB, "vpn ipsec phase1-interface", '"hub-oak"')


def test_the_push_owns_the_groups_of_people() -> None:
    owned = {table: re.compile(pattern) for table, pattern in CHANGE.owned_rows}
    assert owned["user group"].match("ra-supplier")
    assert not owned["user group"].match("Guest-group")


def test_one_server_alone_has_no_second() -> None:
    alone = msgspec.structs.replace(
        OPEN_HUB, management=msgspec.structs.replace(MANAGEMENT, radius=MANAGEMENT.radius[:1])
    )
    assert "secondary-server" not in section(alone, "user radius", '"remote-radius"')
