"""Intrusion prevention and antivirus on policies with the internet, beside a web filter or without one."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.juniper_junos.firewalls import PART, SCHOOL, with_part
from tests.platforms.juniper_junos.text import stanza

from netgen.device import Protection
from netgen.rendering import render_device

PROTECTED = tuple(msgspec.structs.replace(policy, protected=policy.nat) for policy in PART.policies)
OUT = next(policy for policy in PROTECTED if policy.nat)


def text(*, ips: bool = False, antivirus: bool = False, filtered: bool = True) -> str:
    policies = (
        PROTECTED if filtered else tuple(msgspec.structs.replace(item, filter="") for item in PROTECTED)
    )
    filters = PART.filters if filtered else ()
    protection = Protection(ips=ips, antivirus=antivirus)
    return render_device(with_part(SCHOOL, policies=policies, filters=filters, protection=protection))


def services(found: str) -> list[str]:
    """What looks into the first policy to the internet."""
    pair = f"from-zone {OUT.from_zone} to-zone {OUT.to_zone}"
    policy = f"policy {OUT.name.replace(' ', '-')}"
    lines = stanza(found, "security", "policies", pair, policy, "then").split("\n")
    return [line.strip() for line in lines if line.strip().startswith(("idp-policy", "utm-policy"))]


@pytest.mark.parametrize("filtered", [True, False])
def test_attacks_are_stopped_as_juniper_recommends(filtered: bool) -> None:
    found = text(ips=True, filtered=filtered)
    assert "idp-policy netgen-recommended;" in services(found)
    rule = stanza(
        found, "security", "idp", "idp-policy netgen-recommended", "rulebase-ips", "rule netgen-recommended"
    )
    for line in (
        "dynamic-attack-groups netgen-recommended;",
        "recommended;",
        "log-attacks;",
        "from-zone any;",
    ):
        assert line in rule
    assert "recommended;" in stanza(found, "security", "idp", "dynamic-attack-group netgen-recommended")


def test_viruses_are_looked_for_beside_the_web_filter() -> None:
    found = text(antivirus=True)
    (line,) = services(found)
    policy = stanza(found, "security", "utm", line.removesuffix(";"))
    assert "http-profile junos-sophos-av-defaults;" in policy
    assert f"http-profile {line.split()[1].removesuffix(';')};" in policy
    assert "type sophos-engine;" in stanza(found, "security", "utm", "default-configuration")


def test_viruses_are_looked_for_where_nothing_filters_here() -> None:
    found = text(antivirus=True, filtered=False)
    assert services(found) == ["utm-policy netgen-antivirus;"]
    policy = stanza(found, "security", "utm", "utm-policy netgen-antivirus")
    for protocol in ("http", "smtp", "pop3", "imap"):
        assert f"{protocol}-profile junos-sophos-av-defaults;" in policy
    assert "web-filtering" not in stanza(found, "security", "utm", "default-configuration")


def test_without_protection_nothing_of_it_is_said() -> None:
    found = text(filtered=False)
    assert services(found) == []
    for word in ("idp", "utm", "sophos"):
        assert word not in found
