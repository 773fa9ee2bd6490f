"""TLS inspection: what is opened, what stays closed, what is refused."""

from __future__ import annotations

import msgspec
from tests.platforms.paloalto_panos.example import PART, SCHOOL, lines, with_part

from netgen.device import Inspection
from netgen.rendering import render_device

INSPECTION = Inspection(
    ca="Trust-CA",
    categories=("finance", "health"),
    domains=(("bank.example", "standard/inspection/exempt/domains/0"),),
    origin="standard/inspection",
)
FILTER = PART.filters[0]
BOX = with_part(SCHOOL, filters=(msgspec.structs.replace(FILTER, inspect=True),), inspection=INSPECTION)
EXEMPT, INSPECT = (f"set rulebase decryption rules tls.{name}" for name in ("exempt", "inspect"))


def test_nothing_is_opened_unless_a_filter_says_so() -> None:
    assert "decrypt" not in render_device(SCHOOL)
    assert "decrypt" not in render_device(with_part(SCHOOL, inspection=INSPECTION))


def test_only_zones_whose_filter_inspects_are_opened_on_their_way_out() -> None:
    zones = [item.from_zone for item in PART.policies if item.filter == FILTER.name]
    assert len(zones) == 1
    for rule in (EXEMPT, INSPECT):
        assert lines(BOX, f"{rule} from") == zones
        assert lines(BOX, f"{rule} to") == ["internet"]


def test_what_is_exempt_is_asked_first() -> None:
    text = render_device(BOX)
    assert text.index(EXEMPT) < text.index(INSPECT)
    assert lines(BOX, f"{EXEMPT} action") == ["no-decrypt"]
    assert lines(BOX, f"{INSPECT} action") == ["decrypt"]
    assert lines(BOX, f"{EXEMPT} category") == [
        "[ financial-services health-and-medicine stock-advice-and-tools tls.domains ]"
    ]
    assert lines(BOX, f"{INSPECT} category") == ["any"]
    assert lines(BOX, "set profiles custom-url-category tls.domains list") == [
        "[ *.bank.example/ bank.example/ ]"
    ]


def test_without_exemptions_everything_is_opened() -> None:
    everything = msgspec.structs.replace(INSPECTION, categories=(), domains=())
    text = render_device(with_part(BOX, inspection=everything))
    assert EXEMPT not in text
    assert INSPECT in text
    assert "tls.domains" not in text


def test_old_tls_and_bad_certificates_are_refused() -> None:
    profile = "set profiles decryption tls"
    assert lines(BOX, f"{profile} ssl-protocol-settings min-version") == ["tls1-2"]
    for kind in (
        "expired-certificate",
        "untrusted-issuer",
        "unknown-cert",
        "unsupported-version",
        "unsupported-cipher",
    ):
        assert lines(BOX, f"{profile} ssl-forward-proxy block-{kind}") == ["yes"]
    for kind in ("expired-certificate", "untrusted-issuer"):
        assert lines(BOX, f"{profile} ssl-no-proxy block-{kind}") == ["yes"]
    assert {lines(BOX, f"{rule} profile")[0] for rule in (EXEMPT, INSPECT)} == {"tls"}


def test_the_trusts_own_authority_signs() -> None:
    assert lines(BOX, "set shared ssl-decrypt forward-trust-certificate rsa") == ["Trust-CA"]
