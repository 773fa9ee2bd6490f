"""The syntax oracle objects where it must: an oracle that never objects proves nothing."""

from __future__ import annotations

import pytest

from tests.oracles.fortios_schema import default_lines, schema_folder, unknown_lines

pytestmark = pytest.mark.skipif(
    schema_folder() is None, reason="hfortix-fortios is not installed: pip install netgen[oracle]"
)


def row(section: str, key: str, *lines: str) -> str:
    """A section with one row."""
    return "\n".join(
        [
            f"config {section}",
            f"    edit {key}",
            *(f"        {line}" for line in lines),
            "    next",
            "end",
            "",
        ]
    )


WRONG = {
    "unknown field": row("wireless-controller wids-profile", '"w"', "set rogue-scan enable"),
    "field that ended in 6.4": row("vpn ipsec phase1-interface", '"t"', "set tunnel-search nexthop"),
    "invented value of a nested table": row("system sdwan", "1", "set mode maximize-bandwidth")
    .replace("    edit", "    config service\n    edit")
    .replace("    next", "    next\n    end"),
    "value that moved to a field of its own in 7.4.4": row(
        "wireless-controller vap", '"v"', "set security captive-portal"
    ),
    "model that is not built": row(
        "wireless-controller wtp-profile", '"p"', "config platform", "    set type 431K", "end"
    ),
    "name of 16 characters": row("vpn ipsec phase1-interface", '"a234567890123456"', "set ike-version 2"),
    "policy name of 36 characters": row("firewall policy", "1", f'set name "{"n" * 36}"'),
    "number out of range": row("system interface", '"v1"', "set vlanid 4095"),
    "word for a number": row("router static", "1", "set distance near"),
    "prefix length for a mask": row("router static", "1", "set dst 10.0.0.0/8"),
    "address out of range": row("router static", "1", "set gateway 10.0.0.256"),
    "IPv6 prefix without a length": row("router static6", "1", "set dst fd5c::"),
    "IPv4 gateway of an IPv6 route": row("router static6", "1", "set gateway 10.0.0.1"),
    "IPv6 subnet with a mask": row("firewall address6", '"a"', "set ip6 fd5c::/64 255.255.255.0"),
    "row that allocates itself": row("router static", "0", 'set device "wan1"'),
    "section that does not exist": row("firewall magic", "1", "set status enable"),
    "table that does not exist": row("firewall policy", "1", "config rules", "end"),
    "unquoted name with a space": row("firewall policy", "1", "set name two words"),
    "table as a value": row("webfilter profile", '"w"', "set ftgd-wf block"),
    "wrong value three levels deep": row(
        "webfilter profile",
        '"w"',
        "config ftgd-wf",
        "config filters",
        "edit 1",
        "set action forbid",
        "next",
        "end",
        "end",
    ),
    "field that came after 7.4": row("firewall local-in-policy", "1", "set logtraffic enable"),
    "value that came after 7.4": row("system interface", '"port1"', "set allowaccess ping scim"),
    "list member that is too long": row("system zone", '"z"', f'set interface "{"i" * 80}"'),
    "end instead of next": 'config system zone\n    edit "z"\nend\n',
    "set without a row": "config system zone\n    set intrazone allow\nend\n",
    "unclosed section": "config system zone\n",
    "words outside of a section": "set hostname fw1\n",
    "other system's words": "interface GigabitEthernet1/0/1\n",
}

RIGHT = {
    "nested to the third level": row(
        "webfilter profile", '"w"', "config ftgd-wf", "unset options", "config filters", "edit 83",
        "set category 83", "set action block", "next", "end", "end",
    ),
    "member list": row("system zone", '"z"', 'set interface "wan1" "wan2"'),
    "name of 15 characters": row("vpn ipsec phase1-interface", '"a23456789012345"', "set ike-version 2"),
    "value that only 7.4 has": row("firewall service custom", '"s"', "set protocol TCP/UDP/SCTP"),
    "key on the config line":
        'config system replacemsg admin "pre_admin-disclaimer-text"\n    set buffer "x"\nend\n',
    "comment": '#config-version=any\nconfig system global\n    set hostname "fw1"\nend\n',
}  # fmt: skip


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG.keys())
def test_objects_to(text: str) -> None:
    assert unknown_lines(text)


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT.keys())
def test_accepts(text: str) -> None:
    assert unknown_lines(text) == []


def test_names_line_and_reason() -> None:
    text = row("vpn ipsec phase1-interface", '"t"', "set ike-version 2", "set tunnel-search nexthop")
    assert unknown_lines(text) == [
        (4, "        set tunnel-search nexthop", "`vpn ipsec phase1-interface` has no field `tunnel-search`")
    ]


def test_finds_lines_that_the_device_would_not_print_back() -> None:
    assert default_lines(row("router static", "1", "set distance 10", "set priority 7")) == [
        (3, "        set distance 10")
    ]
