"""TLS inspection: what is opened, what stays closed, what is refused."""

from __future__ import annotations

import msgspec
import pytest
from tests.platforms.fortinet_fortios.example import INSPECTION, PART, SCHOOL, section, with_part

from netgen.intent.standard import Exemptions
from netgen.platforms.fortinet_fortios.names import OBJECT_NAME_LENGTH, exempt_name
from netgen.platforms.fortinet_fortios.web_categories import EXEMPT
from netgen.platforms.paloalto_panos.web_categories import EXEMPT as PAN_EXEMPT
from netgen.rendering import render_device

OPEN = msgspec.structs.replace(PART.filters[0], inspect=True)
BOX = with_part(SCHOOL, filters=(OPEN,), inspection=INSPECTION)


def test_nothing_is_opened_unless_a_filter_says_so() -> None:
    assert "deep-inspection" not in render_device(SCHOOL)
    assert "tls-" not in render_device(SCHOOL)


def test_a_policy_whose_filter_inspects_opens_sessions() -> None:
    assert '        set ssl-ssh-profile "tls-inspect"\n' in section(BOX, "firewall policy", "3060")


def test_a_policy_without_that_filter_reads_names_alone() -> None:
    other = msgspec.structs.replace(PART.policies[1], number=4060, from_zone="guest", filter="visitor")
    plain = msgspec.structs.replace(PART.filters[0], name="visitor")
    box = with_part(BOX, policies=(*PART.policies, other), filters=(OPEN, plain))
    assert '        set ssl-ssh-profile "certificate-only"\n' in section(box, "firewall policy", "4060")
    assert "ssl-ssh-profile" not in section(box, "firewall policy", "3050")


def test_what_cannot_be_opened_does_not_pass() -> None:
    text = section(BOX, "firewall ssl-ssh-profile", '"tls-inspect"')
    https = text[text.index("config https") : text.index("        end")]
    for line in (
        "set status deep-inspection",
        "set quic block",
        "set unsupported-ssl-cipher block",
        "set unsupported-ssl-negotiation block",
        "set untrusted-server-cert block",
        "set min-allowed-ssl-version tls-1.2",
        "set encrypted-client-hello block",
    ):
        assert f"            {line}\n" in https
    assert '        set caname "Trust-CA"\n' in text


def test_banks_doctors_and_listed_domains_stay_closed() -> None:
    text = section(BOX, "firewall ssl-ssh-profile", '"tls-inspect"')
    exempt = text[text.index("config ssl-exempt") :]
    assert [line.split()[-1] for line in exempt.split("\n") if "fortiguard-category" in line] == [
        "18", "31", "33", "35",
    ]  # fmt: skip
    assert '                set wildcard-fqdn "tls-bank.example"\n' in exempt
    assert '                set wildcard-fqdn "tls-any.bank.example"\n' in exempt
    objects = section(BOX, "firewall wildcard-fqdn custom")
    assert '"tls-bank.example"\n        set wildcard-fqdn "bank.example"\n' in objects
    assert '"tls-any.bank.example"\n        set wildcard-fqdn "*.bank.example"\n' in objects
    assert "set ssl-exemption-log enable" in text


def test_without_exemptions_there_is_no_list_of_them() -> None:
    everything = msgspec.structs.replace(INSPECTION, categories=(), domains=())
    text = render_device(with_part(BOX, inspection=everything))
    assert "ssl-exempt\n" not in text
    assert "wildcard-fqdn" not in text


@pytest.mark.parametrize("known", [EXEMPT, PAN_EXEMPT], ids=["FortiGuard", "PAN-DB"])
def test_every_category_that_may_be_exempt_has_a_name_or_number(known: dict[str, tuple[object, ...]]) -> None:
    annotation = Exemptions.model_json_schema()["properties"]["categories"]["items"]["enum"]
    assert set(annotation) == set(known)
    assert all(known.values())


def test_long_domains_have_names_of_their_own() -> None:
    long = [exempt_name(f"{place}{'a' * 60}.{'b' * 60}.example") for place in ("", "*.")]
    assert len(set(long)) == 2
    assert all(len(name) <= OBJECT_NAME_LENGTH for name in long)
