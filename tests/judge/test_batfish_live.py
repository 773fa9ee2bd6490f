"""The Batfish engine against a real server: it agrees with a faultless site and objects to each edit."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from netgen.blueprint import SitePlan
from netgen.judge import SiteTexts, Status, Verdict
from netgen.judge.batfish.engine import judge_trust
from tests.judge.batfish_texts import small_texts
from tests.judge.small_site import SITE, TRUST
from tests.judge.test_pairs import built
from tests.schools import write_paired_school

pytestmark = pytest.mark.batfish


def judged(batfish_port: int, texts: dict[str, str]) -> list[Verdict]:
    verdicts, _, _ = judge_trust(TRUST, [SiteTexts(SITE, texts)], port=batfish_port, deadline_s=120)
    return verdicts


def edited(host: str, before: str, after: str) -> dict[str, str]:
    texts = small_texts()
    assert texts[host].count(before) == 1, texts[host].count(before)
    texts[host] = texts[host].replace(before, after)
    return texts


def test_a_faultless_site_passes_and_what_batfish_cannot_say_is_said(batfish_port: int) -> None:
    verdicts, notes, lines = judge_trust(
        TRUST, [SiteTexts(SITE, small_texts())], port=batfish_port, deadline_s=120
    )
    assert [(item.id, item.message) for item in verdicts if item.status is not Status.PASS] == []
    pairs = {item.id for item in verdicts if item.rule.name == "zone-policy"}
    zones = ("guest", "internet", "management", "overlay", "printing", "staff")
    assert {
        f"oak/zone-policy/oak-fw1:{one}->{other}" for one in zones for other in zones if one != other
    } <= pairs
    assert "not given to batfish: oak-wlan" in notes
    assert any(note.startswith("adapted for batfish by fortios-built-ins") for note in notes)
    assert any("oak-fw1: adapted for batfish by fortios-built-ins" in line for line in lines)
    assert any("taken out (`config vpn ipsec phase1-interface`)" in line for line in lines)


POLICY_103 = 'set dstintf "z-internet"\n        set action accept\n        set srcaddr "n-staff"\n'
PRINT = 'set service "s-print" "s-ping"'
KS1_LAG = "interface Port-channel1\n switchport trunk native vlan 998\n switchport trunk allowed vlan "
EDITS = [
    ("a service is added", "oak-fw1", PRINT, 'set service "s-print" "s-ping" "s-https"', "oak/zone-policy/oak-fw1:staff->printing"),
    ("a service is lost", "oak-fw1", PRINT, 'set service "s-print"', "oak/zone-policy/oak-fw1:staff->printing"),
    ("a port is wider", "oak-fw1", "tcp-portrange 631", "tcp-portrange 631-632", "oak/zone-policy/oak-fw1:staff->printing"),
    ("a destination is wider", "oak-fw1", 'set dstaddr "n-printing"', 'set dstaddr "all"', "oak/zone-policy/oak-fw1:staff->printing"),
    ("a source is wider", "oak-fw1", POLICY_103, POLICY_103.replace("n-staff", "all"), "oak/zone-policy/oak-fw1:staff->internet"),
    ("a mask is wider", "oak-fw1", "set subnet 10.0.8.0 255.255.255.0", "set subnet 10.0.0.0 255.255.0.0", "oak/zone-policy/oak-fw1:staff->overlay"),
    ("a rule is off", "oak-fw1", 'set name "staff to printing"', 'set name "staff to printing"\n        set status disable', "oak/zone-policy/oak-fw1:staff->printing"),
    ("a rule denies", "oak-fw1", 'set dstintf "z-printing"\n        set action accept', 'set dstintf "z-printing"', "oak/zone-policy/oak-fw1:staff->printing"),
    ("guests reach printers", "oak-fw1", 'set srcintf "z-staff"\n        set dstintf "z-printing"', 'set srcintf "z-staff" "z-guest"\n        set dstintf "z-printing"', "oak/zone-policy/oak-fw1:guest->printing"),
    ("guests talk inside", "oak-fw1", 'edit "z-guest"\n        set intrazone deny', 'edit "z-guest"\n        set intrazone allow', "oak/zone-policy/oak-fw1:guest->guest"),
    ("an address that is not defined", "oak-fw1", 'set dstaddr "n-printing"', 'set dstaddr "n-print"', "oak/zone-policy/oak-fw1:staff->printing"),
    ("a line that is not pinned", "oak-fw1", 'set name "staff to printing"', 'set name "staff to printing"\n        set srcaddr-negate enable', "oak/batfish-unread-lines/oak-fw1"),
    ("a gateway has another address", "oak-fw1", "set ip 10.1.30.1 ", "set ip 10.1.30.2 ", "oak/batfish-address-owned/oak-fw1/10.1.30.1/24"),
    ("a switch has a wrong mask", "oak-ks1-sw1", "10.1.10.12 255.255.255.0", "10.1.10.12 255.255.255.128", "oak/batfish-address-owned/oak-ks1-sw1/10.1.10.12/24"),
    ("an uplink loses a VLAN", "oak-ks1-sw1", f"{KS1_LAG}10,11,30,40,70", f"{KS1_LAG}10,11,40,70", "oak/batfish-trunk/oak-ks1-sw1:lag1"),
    ("an uplink gains a VLAN", "oak-ks1-sw1", f"{KS1_LAG}10,11,30,40,70", f"{KS1_LAG}10,11,30,40,70,90", "oak/batfish-trunk/oak-ks1-sw1:lag1"),
    ("a packet filter that is not defined", "oak-ks1-sw1", "interface Vlan10\n", "interface Vlan10\n ip access-group X in\n", "oak/batfish-undefined-references/oak-ks1-sw1"),
    ("a misspelt line", "oak-ks1-sw1", " switchport protected\n", " switchport protectet\n", "oak/batfish-unread-lines/oak-ks1-sw1"),
    ("the text of another box", "oak-ks1-sw1", "hostname oak-ks1-sw1", "hostname elm-ks1-sw1", "oak/batfish-parsed/oak-ks1-sw1"),
]  # fmt: skip


def school(number: int) -> str:
    """The code of the school that carries an edit."""
    return f"x{number:02d}"


def renamed(text: str, code: str) -> str:
    return text.replace("oak-", f"{code}-").replace('"oak"', f'"{code}"')


@pytest.fixture(scope="module")
def failed(batfish_port: int) -> set[str]:
    """Ids that fail when each edit is made at a school of its own. One run, since a snapshot takes seconds."""
    sites: list[SiteTexts] = []
    here = [item for item in TRUST.sites if item.site == "oak"]
    addresses = [item for item in TRUST.sites if item.site != "oak"]
    for number, (_, host, before, after, _) in enumerate(EDITS):
        plan = msgspec.json.decode(renamed(msgspec.json.encode(SITE).decode(), school(number)), type=SitePlan)
        texts = edited(host, before, after)
        sites.append(
            SiteTexts(
                plan,
                {
                    renamed(name, school(number)): renamed(text, school(number))
                    for name, text in texts.items()
                },
            )
        )
        addresses += [msgspec.structs.replace(item, site=school(number)) for item in here]
    trust = msgspec.structs.replace(TRUST, sites=tuple(addresses))
    verdicts, _, _ = judge_trust(trust, sites, port=batfish_port, deadline_s=240)
    return {item.id for item in verdicts if item.status is Status.FAIL}


@pytest.mark.parametrize(
    ("number", "expected"), [(n, row[4]) for n, row in enumerate(EDITS)], ids=[row[0] for row in EDITS]
)
def test_an_edit_is_objected_to(failed: set[str], number: int, expected: str) -> None:
    assert expected.replace("oak", school(number)) in failed


def test_a_cable_to_a_port_that_is_no_member_is_not_found(batfish_port: int) -> None:
    texts = small_texts()
    texts["oak-ks1-sw1"] = texts["oak-ks1-sw1"].replace(" channel-group 1 mode active\n", "")
    assert "batfish-cable" in {
        item.rule.name for item in judged(batfish_port, texts) if item.status is Status.FAIL
    }


def test_an_objection_names_the_rule_that_lets_too_much_pass(batfish_port: int) -> None:
    texts = edited("oak-fw1", PRINT, 'set service "s-print" "s-ping" "s-https"')
    (found,) = [item for item in judged(batfish_port, texts) if item.status is Status.FAIL]
    assert found.engine == "batfish"
    assert found.witnesses == ("too wide: rule 101 named staff to printing",)


def test_a_pair_of_eos_cores_is_as_planned(batfish_port: int, tmp_path: Path) -> None:
    trust, site, texts = built(write_paired_school(tmp_path, "DCS-7050SX3-48YC8", "CCS-722XPM-48Y4"))
    verdicts, _, _ = judge_trust(trust, [SiteTexts(site, texts)], port=batfish_port, deadline_s=120)
    assert [(item.id, item.message) for item in verdicts if item.status is not Status.PASS] == []
    assert {"elm-main-sw1", "elm-main-sw2"} <= {
        item.device for item in verdicts if item.rule.code == "JDG814"
    }
