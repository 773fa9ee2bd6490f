"""The FortiOS reader on TLS inspection, on who is behind an address, and on rules for groups of people."""

from __future__ import annotations

import pytest

from netgen.readback.facts import Observed
from netgen.readback.fortinet_fortios import read

PROFILE = """config firewall wildcard-fqdn custom
    edit "bank"
        set wildcard-fqdn "*.bank.example"
    next
end
config firewall ssl-ssh-profile
    edit "open"
        config https
            set ports 443
            set status deep-inspection
            set quic block
            set unsupported-ssl-cipher block
            set untrusted-server-cert block
            set min-allowed-ssl-version tls-1.2
        end
        config ssl-exempt
            edit 1
                set fortiguard-category 31
            next
            edit 2
                set type wildcard-fqdn
                set wildcard-fqdn "bank"
            next
        end
        set caname "School-CA"
    next
end
"""
PEOPLE = """config user radius
    edit "who"
        set rsso enable
        set rsso-radius-response enable
        set rsso-validate-request-secret enable
        set rsso-secret "NETGEN_SECRET.env.WHO.END"
        set rsso-endpoint-attribute User-Name
        set sso-attribute Filter-Id
        set rsso-context-timeout 3600
        set rsso-flush-ip-session enable
    next
end
config user group
    edit "heads"
        set group-type rsso
        set sso-attribute-value "Leadership"
    next
end
"""
RULE = """config firewall policy
    edit 1
        set srcintf "any"
        set dstintf "any"
        set action accept
        set srcaddr "all"
        set dstaddr "all"
        set schedule "always"
        set service "ALL"
        set groups "heads"
    next
end
"""


def unread(seen: Observed) -> list[str]:
    return [item.text for item in seen.unread]


def doubts(seen: Observed) -> list[str]:
    return [item.text for item in seen.problems]


def test_an_inspection_says_who_signs_what_stays_closed_and_who_is_refused() -> None:
    seen = read(PROFILE)
    (way,) = seen.inspections
    assert (way.https, way.ca, way.min_version) == ("deep-inspection", "School-CA", "1.2")
    assert way.exempt == ("category 31", "domain *.bank.example")
    assert set(way.refuses) == {"unvalidated", "expired", "revoked", "cipher", "version", "untrusted"}
    assert unread(seen) == []


def test_without_a_line_the_defaults_of_the_device_count() -> None:
    (way,) = read('config firewall ssl-ssh-profile\n    edit "x"\n    next\nend\n').inspections
    assert (way.https, way.ca, way.min_version) == ("deep-inspection", "Fortinet_CA_SSL", "1.1")
    assert set(way.refuses) == {"unvalidated", "expired", "revoked", "version"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('set wildcard-fqdn "bank"', 'set wildcard-fqdn "none"', "`none` is not defined"),
        ("set min-allowed-ssl-version tls-1.2", "set min-allowed-ssl-version tls-1.0", "weakens"),
        ("set untrusted-server-cert block", "set untrusted-server-cert allow", "weakens"),
    ],
)
def test_what_weakens_an_inspection_is_doubted(old: str, new: str, said: str) -> None:
    assert any(said in text for text in doubts(read(PROFILE.replace(old, new))))


def test_a_row_of_another_type_leaves_its_category_unread() -> None:
    seen = read(PROFILE.replace("edit 1\n", "edit 1\n                set type address\n"))
    assert seen.inspections[0].exempt == ("domain *.bank.example",)
    assert unread(seen) == ["set fortiguard-category 31"]


def test_accounting_says_who_is_behind_an_address() -> None:
    seen = read(PEOPLE)
    (source,) = seen.identities
    assert (source.port, source.user, source.group, source.forget_s) == (1813, "user-name", "filter-id", 3600)
    assert source.verifies
    assert source.ends_sessions
    assert source.answers
    assert ("single-sign-on who", "NETGEN_SECRET.env.WHO.END") in seen.management.secrets
    assert seen.management.radius == ()
    assert not [item for item in seen.settings if item.scope == "user radius who"]
    assert unread(seen) == []


def test_accounting_believes_everybody_by_default() -> None:
    (source,) = read(
        'config user radius\n    edit "who"\n        set rsso enable\n    next\nend\n'
    ).identities
    assert (source.user, source.group, source.forget_s) == ("calling-station-id", "class", 28800)
    assert not source.verifies
    assert not source.ends_sessions
    assert not source.answers


def test_a_server_that_is_asked_is_no_source_of_accounting() -> None:
    text = 'config user radius\n    edit "r"\n        set server "10.0.8.20"\n    next\nend\n'
    assert read(text).identities == ()
    assert read(text).management.radius == ("10.0.8.20",)


def test_a_group_is_told_by_a_value_and_a_rule_names_groups() -> None:
    seen = read(PEOPLE + RULE)
    (group,) = seen.user_groups
    assert (group.kind, group.value) == ("accounting", "Leadership")
    assert seen.policies[0].groups == ("heads",)
    assert doubts(read(RULE)) == ["policy 1: user group `heads` is not defined"]
    other = read(PEOPLE.replace("        set group-type rsso\n", ""))
    assert (other.user_groups[0].kind, other.user_groups[0].value) == ("firewall", "")
    assert unread(other) == ["set sso-attribute-value Leadership"]
