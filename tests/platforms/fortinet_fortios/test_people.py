"""Who is behind which address, and policies for groups of people."""

from __future__ import annotations

import msgspec
from tests.platforms.fortinet_fortios.example import IDENTITY, LEADERS, PART, SCHOOL, section, with_part

from netgen.rendering import render_device

FOR_LEADERS = msgspec.structs.replace(
    PART.policies[1], number=203060, name="pupil to internet as leaders", group="leaders"
)
BOX = with_part(SCHOOL, identity=IDENTITY, groups=(LEADERS,), policies=(FOR_LEADERS, *PART.policies))


def test_a_box_that_knows_nobody_hears_no_accounting() -> None:
    text = render_device(SCHOOL)
    assert "rsso" not in text
    assert "radius-acct" not in text
    assert "1813" not in text


def test_accounting_is_believed_with_the_right_signature_alone() -> None:
    text = section(BOX, "user radius", '"identity"')
    assert text == (
        '    edit "identity"\n'
        "        set rsso enable\n"
        "        set rsso-radius-response enable\n"
        "        set rsso-validate-request-secret enable\n"
        '        set rsso-secret "NETGEN_SECRET.vault.network.accounting.END"\n'
        "        set rsso-endpoint-attribute User-Name\n"
        "        set rsso-flush-ip-session enable\n"
        "    next"
    )


def test_another_attribute_and_another_time_are_said() -> None:
    other = msgspec.structs.replace(IDENTITY, attribute="filter-id", forget_s=3600)
    text = section(with_part(BOX, identity=other), "user radius", '"identity"')
    assert "        set sso-attribute Filter-Id\n        set rsso-context-timeout 3600\n" in text


def test_only_the_managing_interface_hears_it() -> None:
    text = section(BOX, "system interface")
    assert text.count("radius-acct") == 1
    assert "        set allowaccess ping https ssh snmp radius-acct\n" in section(
        BOX, "system interface", '"v10"'
    )


def test_only_the_radius_servers_may_speak() -> None:
    text = section(BOX, "firewall local-in-policy")
    accept, deny = (text[text.index(f"    edit {number}\n") :].split("    next")[0] for number in (4, 5))
    assert '        set srcaddr "adm-senders"\n' in accept
    assert "        set action accept\n" in accept
    assert '        set srcaddr "all"\n' in deny
    assert "action" not in deny
    assert all('        set service "adm-accounting"\n' in row for row in (accept, deny))
    assert '        set member "adm-sender-1" "adm-sender-2"\n' in section(
        BOX, "firewall addrgrp", '"adm-senders"'
    )
    assert "        set subnet 10.0.8.21 255.255.255.255\n" in section(
        BOX, "firewall address", '"adm-sender-2"'
    )
    assert "        set udp-portrange 1813\n" in section(BOX, "firewall service custom", '"adm-accounting"')


def test_a_group_is_known_by_what_radius_calls_it() -> None:
    assert section(BOX, "user group", '"usr-leaders"') == (
        '    edit "usr-leaders"\n        set group-type rsso\n'
        '        set sso-attribute-value "Leadership-Team"\n    next'
    )


def test_a_policy_of_a_group_comes_first_and_holds_for_it_alone() -> None:
    text = section(BOX, "firewall policy")
    assert text.index("    edit 203060\n") < text.index("    edit 3060\n")
    assert text.count("set groups") == 1
    assert '        set groups "usr-leaders"\n' in section(BOX, "firewall policy", "203060")
