"""PAN-OS and Batfish: what is changed in a text before, and that both engines then agree about a school's firewall."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

import pytest

from netgen.blueprint import SitePlan, TrustPlan
from netgen.compiler import compile_site, plan_all, slice_for
from netgen.diagnostics import Collector
from netgen.judge import SiteTexts, Status
from netgen.judge.batfish.adaptations import adapt
from netgen.judge.batfish.engine import judge_trust
from netgen.loader import load_inventory
from netgen.rendering import render_device
from tests.schools import write_school

School = tuple[TrustPlan, SitePlan, str]
FIREWALL = "elm-fw1"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    """Plans and the firewall's text of a school that asks for the whole standard."""
    folder = write_school(tmp_path_factory.mktemp("school"), "C9300-48P", "PA-440", "AP-635", full=True)
    intent = load_inventory(folder, Collector()).intent
    assert intent is not None
    trust, plans = plan_all(intent)
    _, devices = compile_site(intent, slice_for(trust, "elm"), "elm")
    (firewall,) = [device for device in devices if device.hostname == FIREWALL]
    return trust, plans["elm"], render_device(firewall)


RULE = "set rulebase security rules"
SMALL = f"""
set deviceconfig system hostname fw1
set deviceconfig system timezone Europe/London
set network interface ethernet ethernet1/1 layer3 ip 198.51.100.2/30
set network interface ethernet ethernet1/2 layer3 ip 10.1.30.1/24
set network virtual-router default interface [ ethernet1/1 ethernet1/2 ]
set zone internet network layer3 ethernet1/1
set zone staff network layer3 ethernet1/2
set service web protocol tcp port 443
{RULE} own from any to staff source any destination 10.1.30.1 application any service web action allow
{RULE} echo from staff to internet source any destination any application ping service any action allow
{RULE} illegal from staff to internet source any destination any application any service web category adult action deny
{RULE} web from staff to internet source any destination any application any service web action allow
{RULE} web log-setting to-syslog
{RULE} pub from internet to staff source any destination 198.51.100.2/32 application any service web action allow
set rulebase nat rules pub from internet to internet source any destination 198.51.100.2/32 service web
set rulebase nat rules pub destination-translation translated-address 10.1.30.80
set rulebase default-security-rules rules intrazone-default action deny
"""


def test_what_batfish_misreads_is_taken_out_and_named() -> None:
    adapted = adapt("paloalto_panos", SMALL)
    assert adapted.text.startswith("!RANCID-CONTENT-TYPE: paloalto\n")
    assert not any(
        word in adapted.text
        for word in ("timezone", " own ", " echo ", " illegal ", "nat rules", "log-setting")
    )
    assert f"{RULE} web from staff" in adapted.text
    taken = {change.adaptation for change in adapted.changes}
    assert taken == {"panos-header", "panos-rules", "panos-default-rules", "panos-unmodelled"}


def test_a_published_server_stands_in_its_rule() -> None:
    lines = SMALL.replace(
        f"{RULE} pub from internet to staff source any destination 198.51.100.2/32 application any service web action allow",
        "\n".join(
            f"{RULE} pub {word}"
            for word in ("from internet", "to staff", "source any", "destination 198.51.100.2/32", "application any",
                         "service web", "action allow")
        ),
    )  # fmt: skip
    assert f"{RULE} pub destination 10.1.30.80/32\n" in adapt("paloalto_panos", lines).text


def test_the_default_rules_are_said_at_the_end() -> None:
    denied = adapt("paloalto_panos", SMALL).text
    assert denied.endswith(f"{RULE} netgen-intrazone service any\n{RULE} netgen-intrazone action deny\n")
    usual = adapt(
        "paloalto_panos", SMALL.replace("intrazone-default action deny", "intrazone-default action allow")
    ).text
    assert "netgen-intrazone" not in usual
    opened = f"{SMALL}set rulebase default-security-rules rules interzone-default action allow\n"
    assert f"{RULE} netgen-interzone action allow\n" in adapt("paloalto_panos", opened).text


def test_a_line_leads_back_to_the_given_text() -> None:
    adapted = adapt("paloalto_panos", SMALL)
    for number, line in enumerate(adapted.text.splitlines(), 1):
        given = adapted.given_line(number)
        assert not given or "destination" in line or SMALL.splitlines()[given - 1] == line


# --- against a real server ------------------------------------------------------------------------


def objections(port: int, school: School, text: str) -> set[str]:
    trust, site, _ = school
    verdicts, _, _ = judge_trust(trust, [SiteTexts(site, {FIREWALL: text})], port=port, deadline_s=120)
    assert len(verdicts) > 200
    return {item.id for item in verdicts if item.status is Status.FAIL}


@pytest.mark.batfish
def test_batfish_agrees_about_every_pair_of_zones(batfish_port: int, school: School) -> None:
    assert objections(batfish_port, school, school[2]) == set()


EDITS = [
    ("a service is added", f"{RULE} staff_to_print service svc-printing-tcp", f"{RULE} staff_to_print service any", "zone-policy/elm-fw1:staff->print"),
    ("a rule denies", f"{RULE} staff_to_print action allow", f"{RULE} staff_to_print action deny", "zone-policy/elm-fw1:staff->print"),
    ("a port is wider", "set service svc-printing-tcp protocol tcp port 515,631,9100", "set service svc-printing-tcp protocol tcp port 515-9100", "zone-policy/elm-fw1:staff->print"),
    ("another zone", f"{RULE} staff_to_print from staff", f"{RULE} staff_to_print from [ staff guest ]", "zone-policy/elm-fw1:guest->print"),
    ("guests talk inside", "default-security-rules rules intrazone-default action deny", "default-security-rules rules intrazone-default action allow", "zone-policy/elm-fw1:guest->guest"),
    ("the default is open", "default-security-rules rules interzone-default action deny", "default-security-rules rules interzone-default action allow", "zone-policy/elm-fw1:guest->staff"),
    ("another server is published", "destination-translation translated-address 10.10.6.20", "destination-translation translated-address 10.10.6.21", "zone-policy/elm-fw1:internet->servers"),
    ("a gateway has another address", "units ae1.40 ip 10.10.16.1/22", "units ae1.40 ip 10.10.16.2/22", "batfish-address-owned/elm-fw1/10.10.16.1/22"),
]  # fmt: skip


@pytest.mark.batfish
@pytest.mark.parametrize(
    ("before", "after", "expected"), [row[1:] for row in EDITS], ids=[row[0] for row in EDITS]
)
def test_batfish_objects_to_an_edit(
    batfish_port: int, school: School, before: str, after: str, expected: str
) -> None:
    assert school[2].count(before) == 1, school[2].count(before)
    assert f"elm/{expected}" in objections(batfish_port, school, school[2].replace(before, after))


def test_the_text_is_given_to_batfish_in_part_and_that_is_said(school: School) -> None:
    adapted = adapt("paloalto_panos", school[2])
    kept, given = len(adapted.text.splitlines()), len(school[2].splitlines())
    assert kept < given
    assert len({change.line for change in adapted.changes if change.line and not change.after}) == given - (
        kept - sum(1 for change in adapted.changes if not change.line)
    )
