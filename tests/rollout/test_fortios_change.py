"""The computed change set of FortiOS closes its circle: running + change = intended, + undo = running.

The scripts are run by the emulated unit's interpreter, which shares no code with the one under test.
"""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.emulators.device import EmulatedDevice
from tests.emulators.fortios_rest import CliError, Node, run_script
from tests.platforms.fortinet_fortios.example import (
    IDENTITY,
    INSPECTION,
    LEADERS,
    PART,
    SCHOOL,
    with_part,
)
from tests.platforms.fortinet_fortios.test_steering import BOX as STEERED
from tests.platforms.fortinet_fortios.test_wireless import firewall, wlan

from netgen.device import RadioBand
from netgen.platforms.fortinet_fortios.change import CHANGE
from netgen.rendering import render_device
from netgen.rollout.compare import compute_change
from netgen.rollout.fortios_tree import (
    KEPT,
    TreeError,
    canonical_tree,
    fortios_change,
    parse_tree,
    secrets_script,
)

CASES = sorted((Path(__file__).parent / "fortinet_fortios").iterdir())
NOBODY = EmulatedDevice("fw", "fortinet_fortios", "")
SECRET = "Psk-Value-1"


def load(text: str) -> Node:
    root = Node()
    run_script(root, text, NOBODY)
    return root


def printed(root: Node) -> str:
    return "\n".join(root.show()) + "\n"


def assert_circle(running: str, intended: str) -> None:
    unit = load(running)
    start = printed(unit)
    plan = fortios_change(start, intended, CHANGE)
    real = fortios_change(start, intended, CHANGE, keep_secrets=True)
    assert plan.change == real.change
    run_script(unit, real.change, NOBODY)
    assert fortios_change(printed(unit), intended, CHANGE).change == ""
    run_script(unit, real.undo, NOBODY)
    assert canonical_tree(printed(unit), CHANGE) == canonical_tree(start, CHANGE)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_case(case: Path) -> None:
    running = (case / "running.cfg").read_text(encoding="utf-8")
    intended = (
        (case / "intended.cfg")
        .read_text(encoding="utf-8")
        .replace("NETGEN_SECRET.env.RADIUS_KEY.END", SECRET)
    )
    assert_circle(running, intended)
    found = fortios_change(running, intended, CHANGE)
    assert found.change.replace(SECRET, "NETGEN_SECRET.env.RADIUS_KEY.END") == (
        case / "change.cfg"
    ).read_text("utf-8")
    assert found.undo == (case / "undo.cfg").read_text("utf-8")


FIELDS = st.dictionaries(
    st.sampled_from(["name", "comments", "srcintf", "psksecret", "member", "options"]),
    st.sampled_from(['"a"', '"b" "c"', "enable", '"with space"', '"quo\\"te"']),
    max_size=3,
)
KEYS = ["1", "2", "3", "4", "net-1", "svc-1", "wf-1", "ALL"]
ROWS = st.lists(st.tuples(st.sampled_from(KEYS), FIELDS), max_size=5, unique_by=lambda row: row[0])
TABLES = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "firewall policy",
                "firewall address",
                "system zone",
                "system dhcp server",
                "firewall service custom",
            ]
        ),
        ROWS,
        FIELDS,
    ),
    max_size=3,
    unique_by=lambda table: table[0],
)


def write(tables: list) -> str:
    lines: list[str] = []
    for name, rows, nested in tables:
        lines.append(f"config {name}")
        for number, (key, fields) in enumerate(rows):
            lines += [f"edit {key}", *(f"set {field} {value}" for field, value in fields.items())]
            lines += ["unset options"] * (number % 3 == 2)
            if number % 2:
                lines += [
                    "config ip-range",
                    "edit 1",
                    *(f"set {f} {v}" for f, v in nested.items()),
                    "next",
                    "end",
                ]
            lines.append("next")
        lines.append("end")
    return "\n".join(lines) + "\n"


@settings(max_examples=150, deadline=None)
@given(running=TABLES, intended=TABLES)
def test_the_circle_closes_for_any_two_texts(running, intended) -> None:
    assert_circle(write(running), write(intended))


ZONED = st.dictionaries(st.sampled_from(["v10", "v20", "v30", "v40"]), st.sampled_from(["z-a", "z-b", "z-c"]))
USED = st.dictionaries(st.sampled_from(["1", "2", "3"]), st.sampled_from(["z-a", "z-b", "z-c"]))


def zoned(zone_by_interface: dict[str, str], zone_by_policy: dict[str, str]) -> str:
    lines = ["config system zone"]
    for zone in sorted({*zone_by_interface.values(), *zone_by_policy.values()}):
        members = " ".join(f'"{name}"' for name, place in zone_by_interface.items() if place == zone)
        lines += [f'edit "{zone}"', *([f"set interface {members}"] if members else []), "next"]
    lines += ["end", "config firewall policy"]
    for key, zone in zone_by_policy.items():
        lines += [f"edit {key}", f'set srcintf "{zone}"', "next"]
    return "\n".join([*lines, "end"]) + "\n"


@settings(max_examples=150, deadline=None)
@given(before=st.tuples(ZONED, USED), after=st.tuples(ZONED, USED))
def test_interfaces_move_between_zones_that_policies_use(before, after) -> None:
    assert_circle(zoned(*before), zoned(*after))


def test_an_undo_that_needs_an_old_secret_does_not_show_it() -> None:
    running = 'config vpn ipsec phase1-interface\nedit "OLD"\nset psksecret ENC b2xk\nnext\nend\n'
    found = fortios_change(running, "config vpn ipsec phase1-interface\nend\n", CHANGE)
    assert 'delete "OLD"' in found.change
    assert f"set psksecret ENC {KEPT}" in found.undo
    assert "b2xk" not in found.undo


def test_rows_of_tables_that_netgen_does_not_own_are_left_alone_and_named() -> None:
    running = 'config firewall address\nedit "all"\nnext\nedit "by-hand"\nnext\nend\n'
    found = fortios_change(running, 'config firewall address\nedit "p"\nnext\nend\n', CHANGE)
    assert "delete" not in found.change
    assert found.left_alone == ("firewall address: all", "firewall address: by-hand")


FACTORY = """config firewall service custom
edit "ALL"
next
edit "HTTPS"
set tcp-portrange 443
next
edit "svc-old"
set tcp-portrange 23
next
end
config webfilter profile
edit "default"
next
edit "wf-old"
next
end
"""


def test_of_the_object_tables_only_rows_with_a_name_of_netgen_are_deleted() -> None:
    intended = "config firewall service custom\nend\nconfig webfilter profile\nend\n"
    found = fortios_change(FACTORY, intended, CHANGE)
    deleted = [line.strip() for line in found.change.splitlines() if "delete" in line]
    assert deleted == ['delete "wf-old"', 'delete "svc-old"']
    assert found.left_alone == (
        "firewall service custom: ALL", "firewall service custom: HTTPS", "webfilter profile: default",
    )  # fmt: skip


def test_an_object_goes_after_the_policy_that_used_it() -> None:
    policy = 'config firewall policy\nedit 1\nset service "{}"\nnext\nend\n'
    intended = 'config firewall service custom\nedit "svc-new"\nnext\nend\n' + policy.format("svc-new")
    script = fortios_change(FACTORY + policy.format("svc-old"), intended, CHANGE).change
    places = [script.index(text) for text in ('edit "svc-new"', 'set service "svc-new"', 'delete "svc-old"')]
    assert places == sorted(places)
    assert_circle(FACTORY + policy.format("svc-old"), intended)


def test_a_group_of_people_goes_after_the_tunnel_that_let_them_in() -> None:
    tunnel = (
        'config vpn ipsec phase1-interface\n    edit "ra-23"\n        set authusrgrp "ra-staff"\n'
        '        set ipv4-split-include "net-remote-inside"\n    next\nend\n'
    )
    tables = (
        'config firewall address\n    edit "net-remote-inside"\n        set subnet 10.0.0.0 255.0.0.0\n    next\nend\n'
        'config user group\n    edit "ra-staff"\n        set member "remote-radius"\n    next\nend\n'
    )
    heads = [
        f"config {name}\nend\n" for name in ("vpn ipsec phase1-interface", "firewall address", "user group")
    ]
    change = compute_change(tables + tunnel, "".join(heads), CHANGE).change
    assert change.index('delete "ra-23"') < change.index('delete "ra-staff"')
    assert change.index('delete "ra-23"') < change.index('delete "net-remote-inside"')


def test_an_account_that_nobody_asked_for_is_a_matter_for_a_person() -> None:
    running = 'config system admin\nedit "admin"\nnext\nedit "mallory"\nnext\nend\n'
    found = compute_change(running, 'config system admin\nedit "breakglass"\nnext\nend\n', CHANGE)
    assert "delete" not in found.change
    assert found.notes == (
        "a person must look at system admin: admin, mallory (netgen did not make it and does not delete it)",
    )


def test_a_note_names_a_dozen_rows_and_counts_the_rest() -> None:
    rows = "".join(f'edit "S{number}"\nnext\n' for number in range(90))
    found = compute_change(
        f"config firewall service custom\n{rows}end\n", "config firewall service custom\nend\n", CHANGE
    )
    (note,) = found.notes
    assert note.endswith("S10, S11 and 78 more")


def test_a_key_among_the_words_of_config_keeps_its_quotes() -> None:
    text = 'config system replacemsg admin "pre_admin-disclaimer-text"\n    set buffer "Keep out"\nend\n'
    assert fortios_change("", text, CHANGE).change == text
    assert (
        fortios_change(
            text.replace('"pre_admin-disclaimer-text"', "pre_admin-disclaimer-text"), text, CHANGE
        ).change
        == ""
    )


def test_a_default_that_is_not_empty_is_emptied() -> None:
    profile = 'config webfilter profile\nedit "wf-a"\nconfig ftgd-wf\n{}end\nnext\nend\n'
    wanted = profile.format("unset options\n")
    assert "unset options" in fortios_change("", wanted, CHANGE).change
    assert "unset options" in fortios_change(profile.format(""), wanted, CHANGE).change
    assert (
        "unset options" in fortios_change(profile.format("set options error-allow\n"), wanted, CHANGE).change
    )
    assert fortios_change(wanted, wanted, CHANGE).change == ""


def test_a_rotation_sets_every_secret_and_nothing_else() -> None:
    intended = """config system global
    set hostname "a"
end
config user radius
    edit "radius1"
        set server "10.0.8.20"
        set secret NETGEN_SECRET.env.R.END
    next
end
config system ntp
    config ntpserver
        edit 1
            set server "10.0.8.12"
            set key NETGEN_SECRET.env.N.END
        next
        edit 2
            set server "10.0.8.13"
        next
    end
end
"""
    assert (
        secrets_script(intended, CHANGE)
        == """config user radius
    edit "radius1"
        set secret NETGEN_SECRET.env.R.END
    next
end
config system ntp
    config ntpserver
        edit 1
            set key NETGEN_SECRET.env.N.END
        next
    end
end
"""
    )


def test_tables_that_the_intended_text_does_not_speak_of_are_not_touched() -> None:
    found = fortios_change("config log setting\nset x 1\nend\n", "config system zone\nend\n", CHANGE)
    assert (found.change, found.undo) == ("", "")


def test_policies_get_the_intended_order() -> None:
    running = "config firewall policy\nedit 1\nnext\nedit 2\nnext\nend\n"
    intended = "config firewall policy\nedit 2\nnext\nedit 1\nnext\nend\n"
    assert "move 2 before 1" in fortios_change(running, intended, CHANGE).change


def test_a_quoted_value_may_span_lines() -> None:
    tree = parse_tree('config x\nset buffer "one\ntwo"\nend\n')
    assert tree.parts["x"].fields["buffer"] == ('"one\ntwo"',)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("end\n", 1),
        ("config x\nedit 1\n", 0),
        ("config x\nfrob 1\nend\n", 2),
        ('set a "b\n', 1),
        ("next\n", 1),
    ],
)
def test_a_broken_text_is_named_by_line(text: str, line: int) -> None:
    with pytest.raises(TreeError, match=f"line {line}" if line else "ends inside"):
        parse_tree(text)


def test_a_neighbour_that_the_intended_text_does_not_speak_of_goes_and_comes_back_with_the_undo() -> None:
    """Left alone, it could lead the trust's traffic away."""
    running = (
        "config router bgp\n    set as 4200000009\n    set router-id 10.255.0.21\n    config neighbor\n"
        '        edit "10.255.0.1"\n            set remote-as 4200000000\n            set route-map-in "bgp-to-dc"\n'
        "        next\n    end\nend\n"
        'config system global\n    set hostname "fw"\nend\n'
    )
    intended = 'config system global\n    set hostname "fw"\nend\n'
    change = fortios_change(running, intended, CHANGE)
    assert 'delete "10.255.0.1"' in change.change
    assert "unset as" in change.change
    now = load(running)
    run_script(now, change.change, NOBODY)
    assert "neighbor" not in printed(now) or "10.255.0.1" not in printed(now)
    run_script(now, change.undo, NOBODY)
    assert canonical_tree(printed(now), CHANGE) == canonical_tree(printed(load(running)), CHANGE)


def test_inspection_and_people_come_and_go() -> None:
    opened = msgspec.structs.replace(PART.filters[0], inspect=True)
    leaders = msgspec.structs.replace(PART.policies[1], number=203060, name="web of leaders", group="leaders")
    asked = render_device(
        with_part(
            SCHOOL,
            filters=(opened,),
            inspection=INSPECTION,
            identity=IDENTITY,
            groups=(LEADERS,),
            policies=(leaders, *PART.policies),
        )
    )
    asked, plain = (
        re.sub(r"NETGEN_SECRET\.\S+\.END", SECRET, text) for text in (asked, render_device(SCHOOL))
    )
    assert_circle(plain, asked)
    assert_circle(asked, plain)
    there = fortios_change(plain, asked, CHANGE).change
    # Without its group the policy would hold for everybody, be it for a moment.
    created = there[there.index("    edit 203060\n") :].partition("    next\n")[0]
    assert 'set groups "usr-leaders"' in created
    assert "move 203060 before 3050" in there
    back = fortios_change(asked, plain, CHANGE).change
    assert back.index('set ssl-ssh-profile "certificate-only"') < back.index('delete "tls-inspect"')
    assert back.index("delete 203060") < back.index('delete "usr-leaders"')
    assert back.index("set allowaccess ping https ssh snmp\n") < back.index('delete "identity"')


def test_band_steering_and_multicast_to_each_client_come_and_go() -> None:
    radio = RadioBand("2.4", (1, 6, 11), 20, 5, 14, 12, "standard/radios/2.4")
    plain = firewall(wlan("staff"), radios=(radio,))
    steered = msgspec.structs.replace(radio, band_steering=True)
    asked = firewall(wlan("staff", multicast_to_unicast=True), radios=(steered,))
    before, after = (
        re.sub(r"NETGEN_SECRET\.\S+\.END", SECRET, render_device(device)) for device in (plain, asked)
    )
    assert_circle(before, after)
    assert_circle(after, before)
    assert "unset frequency-handoff" in fortios_change(after, before, CHANGE).change


#: The school of the examples without steering, and with classes of traffic that take their circuits by SD-WAN.
PLAIN, BY_SDWAN = (
    re.sub(r"NETGEN_SECRET\.\S+\.END", SECRET, render_device(box)) for box in (SCHOOL, STEERED)
)


#: What a unit has before anybody speaks of SD-WAN.
SHIPPED = (
    'config system sdwan\n    config zone\n        edit "virtual-wan-link"\n        next\n    end\nend\n'
)


def test_steering_comes_and_goes() -> None:
    assert_circle(PLAIN + SHIPPED, BY_SDWAN)
    assert_circle(BY_SDWAN, PLAIN)
    assert fortios_change(PLAIN + SHIPPED, PLAIN, CHANGE).change == ""


def test_a_circuit_leaves_its_zone_and_its_route_before_it_becomes_a_member_of_sdwan() -> None:
    change = fortios_change(PLAIN, BY_SDWAN, CHANGE).change
    leaves_zone = change.index("unset interface")
    members = change.index("config members")
    assert change.index("config router static") < leaves_zone < members
    assert members < change.index("config firewall policy") < change.index('delete "z-internet"')


def test_without_steering_nothing_of_sdwan_is_left_and_members_are_free_before_a_zone_takes_them() -> None:
    change = fortios_change(BY_SDWAN, PLAIN, CHANGE).change
    places = [change.index(f"config {name}") for name in ("service", "health-check", "members")]
    assert places == sorted(places)
    assert places[-1] < change.index('edit "z-internet"') < change.index('delete "sd-internet"')
    assert change.index('dstintf "z-internet"') < change.index('delete "sd-internet"')
    unit = load(BY_SDWAN)
    run_script(unit, change, NOBODY)
    left = parse_tree(printed(unit)).parts.get("system sdwan")
    assert left is None or not left.fields
    assert left is None or [key for part in left.parts.values() for key in part.rows] in (
        [],
        ["virtual-wan-link"],
    )


def test_rules_of_sdwan_keep_their_order_when_one_comes_between() -> None:
    table = "config system sdwan\n    config service\n{}    end\nend\n"
    row = "        edit {}\n            set priority-members 1\n        next\n"
    running, intended = (
        table.format("".join(row.format(key) for key in keys)) for keys in ((1, 3), (1, 2, 3))
    )
    assert "move 2 before 3" in fortios_change(running, intended, CHANGE).change
    assert_circle(running, intended)


def by_circuits(*ports: str) -> str:
    """SD-WAN over some circuits, numbered in the order taken, with a measurement and a rule that name all of them."""
    members = "".join(
        f'        edit {number}\n            set interface "{port}"\n            set zone "sd-internet"\n        next\n'
        for number, port in enumerate(ports, 1)
    )
    numbers = " ".join(str(number) for number in range(1, len(ports) + 1))
    return (
        "config system sdwan\n    set status enable\n"
        '    config zone\n        edit "virtual-wan-link"\n        next\n        edit "sd-internet"\n        next\n'
        f"    end\n    config members\n{members}    end\n"
        f'    config health-check\n        edit "probe"\n            set server "203.0.113.200"\n'
        f"            set members {numbers}\n        next\n    end\n"
        f'    config service\n        edit 50\n            set name "exams"\n            set health-check "probe"\n'
        f"            set priority-members {numbers}\n        next\n    end\nend\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(("wan1", "wan2", "wan3"), ("wan1", "wan2"), id="the last goes"),
        pytest.param(("wan1", "wan2", "wan3"), ("wan2", "wan3"), id="the first goes, the others move up"),
        pytest.param(("wan1", "wan2"), ("wan2", "wan1"), id="two change places"),
        pytest.param(("wan1", "wan2"), ("wan1", "wan2", "wan3"), id="one comes"),
        pytest.param(("wan1", "wan2"), ("wan3", "wan1", "wan2"), id="one comes before the others"),
    ],
)
def test_rules_let_go_of_a_circuit_before_it_goes(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    assert_circle(by_circuits(*before), by_circuits(*after))


def test_the_unit_refuses_to_delete_a_circuit_that_a_rule_names() -> None:
    unit = load(by_circuits("wan1", "wan2"))
    refused = "config system sdwan\nconfig members\ndelete 2\nend\nend\n"
    with pytest.raises(CliError, match="used by other entries"):
        run_script(unit, refused, NOBODY)


def test_rules_that_keep_their_circuits_are_not_taken_away_for_a_moment() -> None:
    slower = by_circuits("wan1", "wan2").replace('"203.0.113.200"', '"203.0.113.201"')
    assert "delete" not in fortios_change(by_circuits("wan1", "wan2"), slower, CHANGE).change


def test_a_policy_route_that_nobody_asked_for_goes() -> None:
    running = (
        'config router policy\n    edit 7\n        set output-device "wan2"\n    next\nend\n'
        'config system global\n    set hostname "fw"\nend\n'
    )
    intended = 'config system global\n    set hostname "fw"\nend\n'
    assert "delete 7" in fortios_change(running, intended, CHANGE).change
    assert_circle(running, intended)


def test_a_watch_of_netgen_goes_with_its_section_and_one_of_a_person_stays() -> None:
    rows = "".join(
        f'    edit "{name}"\n        set srcintf "wan1"\n    next\n' for name in ("probe-wan1", "by-hand")
    )
    running = f'config system link-monitor\n{rows}end\nconfig system global\n    set hostname "fw"\nend\n'
    found = fortios_change(running, 'config system global\n    set hostname "fw"\nend\n', CHANGE)
    assert 'delete "probe-wan1"' in found.change
    assert "by-hand" not in found.change
    assert found.left_alone == ("system link-monitor: by-hand",)
