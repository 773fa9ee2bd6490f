"""Junos and Batfish: what is changed in a text before, and that both engines then agree about a school."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgen.blueprint import SitePlan, TrustPlan
from netgen.compiler import compile_site, plan_all, slice_for
from netgen.diagnostics import Collector
from netgen.judge import SiteTexts, Status
from netgen.judge.batfish.adaptations import adapt
from netgen.judge.batfish.adaptations.junos_texts import (
    UNMODELLED,
    carry_voice,
    keep_modelled,
    spread_global_policies,
)
from netgen.judge.batfish.engine import judge_trust
from netgen.loader import load_inventory
from netgen.rendering import render_device
from tests.schools import write_school

SMALL = """\
system {
    host-name fw1;
    ntp {
        server 10.0.8.1;
    }
}
interfaces {
    ge-0/0/1 {
        mtu 1500;
        unit 0 {
            family inet {
                address 10.1.30.1/24;
            }
        }
    }
}
security {
    address-book {
        global {
            address any-one 10.0.0.0/8;
        }
    }
    screen {
        ids-option netgen {
            icmp ping-death;
        }
    }
    policies {
        from-zone staff to-zone internet {
            policy no-mail {
                match { source-address any; destination-address any; application junos-smtp; }
                then {
                    deny;
                }
            }
            policy web {
                match { source-address any; destination-address any; application junos-https; }
                then {
                    permit {
                        application-services {
                            utm-policy wf-staff;
                        }
                    }
                }
                scheduler-name lessons;
            }
        }
        global {
            policy open {
                match {
                    source-address any;
                    destination-address any;
                    application any;
                    from-zone [ staff guest ];
                    to-zone internet;
                }
                then {
                    permit;
                }
            }
            inactive: policy asleep {
                match {
                    application junos-telnet;
                }
            }
            policy last {
                match {
                    from-zone any;
                }
                then {
                    deny;
                }
            }
        }
        default-policy {
            deny-all;
        }
    }
    zones {
        security-zone staff {
            description "Staff";
        }
        security-zone guest {
        }
        security-zone internet {
        }
    }
}
"""


def _rows(text: str) -> list[tuple[int, str]]:
    return list(enumerate(text.splitlines(), 1))


def _text(rows: list[tuple[int, str]]) -> str:
    return "\n".join(text for _, text in rows)


def test_blocks_of_which_nothing_is_asked_are_taken_out_whole() -> None:
    adapted = adapt("juniper_junos", SMALL).text
    for word in ("ntp", "10.0.8.1", "mtu", "screen", "ping-death", "utm-policy", "lessons", "Staff", "last"):
        assert word not in adapted
    for word in ("host-name fw1", "address 10.1.30.1/24", "junos-https", "security-zone staff", "deny-all"):
        assert word in adapted
    assert adapted.count("{") == adapted.count("}")


def test_a_global_policy_stands_in_each_pair_that_it_means_after_the_pairs_own() -> None:
    adapted = adapt("juniper_junos", SMALL).text
    assert adapted.count("policy global-open") == 2
    assert "from-zone guest to-zone internet" in adapted
    assert "from-zone staff to-zone guest" not in adapted
    assert adapted.index("policy no-mail") < adapted.index("policy global-open")
    assert "junos-telnet" not in adapted


def test_a_default_that_permits_is_a_policy_between_all_zones() -> None:
    text = SMALL.replace("deny-all", "permit-all")
    adapted = _text(spread_global_policies(_rows(text)))
    assert adapted.count("policy global-default-policy") == 9
    # All before it are kept in their order, those that deny too.
    assert adapted.count("policy global-last") == 9


def test_a_vlan_of_telephones_alone_is_carried_somewhere() -> None:
    text = (
        "interfaces {\n    ge-0/0/0 {\n    }\n}\nswitch-options {\n    voip {\n        interface ge-0/0/0.0 {\n"
        "            vlan voice;\n        }\n    }\n}\n"
    )
    assert "members [ voice ]" in _text(carry_voice(_rows(text)))
    assert carry_voice(_rows(SMALL)) == _rows(SMALL)


_PIECES = [
    "system {",
    "policies {",
    "global {",
    "policy p {",
    "}",
    "}",
    "then {",
    "permit;",
    "/* note",
    'a "b {";',
]
_PIECES += [
    "interfaces {",
    "voip {",
    "vlan",
    "vlan v;",
    "inactive: policy q {",
    "permit-all;",
    "",
    "from-zone [ a",
]
_PIECES += [f"{path.split()[-1].replace('*', 'x')} {{" for path in UNMODELLED[:12]]


@given(st.lists(st.sampled_from(_PIECES), max_size=30))
def test_any_pieces_are_adapted_without_an_exception_and_no_line_is_invented(pieces: list[str]) -> None:
    rows = _rows("\n".join(pieces))
    kept = keep_modelled(rows)
    assert [row for row in rows if row in kept] == kept
    for change in (spread_global_policies, carry_voice):
        assert [row for row in change(rows) if row[0]] == rows


Texts = tuple[TrustPlan, SitePlan, dict[str, str]]
FIREWALL = "elm-fw1"


def _school(folder: Path, *, routed: bool) -> Texts:
    inventory = write_school(folder, "EX4100-48P", "SRX340", "NWA50AX", routed=routed, full=True)
    intent = load_inventory(inventory, Collector()).intent
    assert intent is not None
    trust, plans = plan_all(intent)
    _, devices = compile_site(intent, slice_for(trust, "elm"), "elm")
    junos = [device for device in devices if device.platform == "juniper_junos"]
    return trust, plans["elm"], {device.hostname: render_device(device) for device in junos}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    return _school(tmp_path_factory.mktemp("plain"), routed=False)


@pytest.fixture(scope="module")
def routed(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    return _school(tmp_path_factory.mktemp("routed"), routed=True)


def _objections(port: int, school: Texts, texts: dict[str, str]) -> set[str]:
    trust, site, _ = school
    verdicts, _, _ = judge_trust(trust, [SiteTexts(site, texts)], port=port, deadline_s=120)
    assert len(verdicts) > 50
    return {item.id for item in verdicts if item.status is Status.FAIL}


@pytest.mark.batfish
@pytest.mark.parametrize("kind", ["plain", "routed"])
def test_batfish_agrees_about_a_school(batfish_port: int, kind: str, request: pytest.FixtureRequest) -> None:
    school: Texts = request.getfixturevalue(kind)
    assert _objections(batfish_port, school, school[2]) == set()


PRINT = "            policy staff-to-print {"
EDITS = [
    ("a rule denies", f"{PRINT}.*?permit;", "permit", "deny", "zone-policy/elm-fw1:staff->print"),
    ("a service is added", f"{PRINT}.*?application printing;", "application printing", "application any", "zone-policy/elm-fw1:staff->print"),
    ("a source is lost", f"{PRINT}.*?source-address [^;]*;", r"source-address [^;]*", "source-address elm-print-10.10.49.0-26", "zone-policy/elm-fw1:staff->print"),
    ("a rule is asleep", PRINT, "policy", "inactive: policy", "zone-policy/elm-fw1:staff->print"),
    ("a port is wider", r"application printing-tcp-515 \{.*?\}", "port 515", "port 515-630", "zone-policy/elm-fw1:staff->print"),
    ("another zone", r"from-zone staff to-zone print \{", "staff", "guest", "zone-policy/elm-fw1:guest->print"),
    ("a global policy permits", r"        global \{\s+policy .*?deny;", "deny;", "permit;", "zone-policy/elm-fw1:guest->staff"),
    ("a gateway has another address", "address 10.10.4.1/26", "4.1/", "4.2/", "batfish-address-owned/elm-fw1/10.10.4.1/26"),
]  # fmt: skip


@pytest.mark.batfish
@pytest.mark.parametrize(
    ("place", "before", "after", "expected"), [row[1:] for row in EDITS], ids=[row[0] for row in EDITS]
)
def test_batfish_objects_to_an_edit(
    batfish_port: int, plain: Texts, place: str, before: str, after: str, expected: str
) -> None:
    text = plain[2][FIREWALL]
    found = re.search(place, text, re.DOTALL)
    assert found
    edited = text[: found.start()] + re.sub(before, after, found[0]) + text[found.end() :]
    assert edited != text
    assert f"elm/{expected}" in _objections(batfish_port, plain, {FIREWALL: edited})
