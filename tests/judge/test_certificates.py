"""Tunnels by certificates between a school on any firewall and a hub: as rendered, and after edits of a stranger."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from netgen.blueprint import SitePlan, TrustPlan
from netgen.build import build_texts
from netgen.compiler import plan_all
from netgen.diagnostics import Collector
from netgen.judge import Status, Verdict
from netgen.judge.embedded import SiteTexts, judge_trust
from netgen.loader import load_inventory
from tests.oracles import junos_models, panos_schema
from tests.schools import write_school

FIREWALLS = {"fortinet_fortios": "FortiGate-80F", "juniper_junos": "SRX340", "paloalto_panos": "PA-440"}
RULES = frozenset({"JDG103", "JDG104", "JDG501", "JDG502", "JDG510", "JDG710", "JDG711"})
CERTIFICATE = "  certificate: {name: NETGEN-VPN, ca: TRUST-CA, expires: 2031-08-31}\n"

Estate = tuple[TrustPlan, dict[str, SitePlan], dict[str, str]]
ESTATES: dict[str, Estate] = {}


def estate_of(platform: str, folder: Path) -> Estate:
    """The school and its hub with `vpn.certificate`, built once a worker."""
    if platform not in ESTATES:
        inventory = write_school(folder, "C9300-48P", FIREWALLS[platform], "AP-635", full=True)
        trust = inventory / "trust.yaml"
        content = trust.read_text()
        trust.write_text(re.sub(r"(?m)^vpn:\n", f"vpn:\n{CERTIFICATE}", content))
        assert yaml.safe_load(trust.read_text())["vpn"]["certificate"]
        intent = load_inventory(inventory, Collector()).intent
        assert intent is not None
        planned, plans = plan_all(intent)
        ESTATES[platform] = planned, plans, build_texts(intent).files
    return ESTATES[platform]


def firewall_file(estate: Estate) -> str:
    return next(name for name in estate[2] if re.match(r"elm/elm-fw1\.", name))


def objections(estate: Estate, changed: dict[str, str] | None = None) -> list[Verdict]:
    trust, plans, files = estate
    files = files | (changed or {})
    sites = [
        SiteTexts(
            plan,
            {
                Path(name).stem: text
                for name, text in files.items()
                if name.startswith(f"{site}/") and not name.endswith(".txt")
            },
        )
        for site, plan in plans.items()
    ]
    found = judge_trust(trust, sites)
    assert {item.rule.code for item in found} >= {"JDG501", "JDG510"}
    return [item for item in found if item.rule.code in RULES and item.status is not Status.PASS]


@pytest.mark.parametrize("platform", FIREWALLS)
def test_both_ends_by_certificate_are_as_planned(platform: str, tmp_path: Path) -> None:
    estate = estate_of(platform, tmp_path)
    text = estate[2][firewall_file(estate)]
    assert "NETGEN-VPN" in text
    assert "TRUST-CA" in text
    assert "NETGEN_PSK" not in text
    assert objections(estate) == []


def test_the_vendors_models_know_every_line_about_certificates(tmp_path: Path) -> None:
    junos, panos = (estate_of(name, tmp_path / name) for name in ("juniper_junos", "paloalto_panos"))
    assert not junos_models.unknown_lines(junos[2][firewall_file(junos)], "es")
    assert not list(panos_schema.objections(panos[2][firewall_file(panos)]))


#: Platform: (pattern in the school's text, what takes its place, words of the objection).
EDITS = {
    "fortinet_fortios": [
        (r"set authmethod signature", "set authmethod psk", "its certificate is none"),
        (r'set certificate "NETGEN-VPN"', 'set certificate "Fortinet_Factory"', "its certificate is Fortinet_Factory, not NETGEN-VPN"),
        (r'set ca "TRUST-CA"', 'set ca "CA_Cert_1"', "it believes certificates of CA_Cert_1, not of TRUST-CA"),
        (r'set ca "TRUST-CA"', 'set ca "TRUST-CA"\nset mandatory-ca-verify disable', "whoever it was given to"),
        (r'set cn "dc"', 'set cn "oak"', "peer identity is oak, not dc"),
        (r'\n *set cn "dc"', "", "peer identity is nothing, not dc"),
        (r"set cn-match value", "set cn-match substring", "whoever it was given to"),
        (r"set authmethod signature", "set authmethod signature\nset cert-id-validation disable", "whoever it was given to"),
        (r"set authmethod signature", "set authmethod signature\nset psksecret NETGEN_SECRET.env.NETGEN_PSK_elm.END", "a key stands beside the certificate"),
        (r"set authmethod signature", "set authmethod signature\nset signature-hash-alg sha1", "`signature-hash-alg` is weakened"),
        (r'set peer "[^"]*"', 'set peer "nobody"', "peer `nobody` is not defined"),
    ],
    "juniper_junos": [
        (r"local-certificate NETGEN-VPN;", "local-certificate OTHER;", "its certificate is OTHER, not NETGEN-VPN"),
        (r"ca-profile TRUST-CA;", "ca-profile OTHER;", "it believes certificates of OTHER, not of TRUST-CA"),
        (r"trusted-ca ca-profile TRUST-CA;", "", "it believes certificates of anyone, not of TRUST-CA"),
        (r"authentication-method rsa-signatures;", "authentication-method pre-shared-keys;", "its proposals and its certificate do not fit"),
        (r"authentication-method rsa-signatures;", "authentication-method dsa-signatures;", "`authentication-method dsa-signatures`"),
        (r"remote-identity hostname dc;", "remote-identity hostname oak;", "peer identity is oak, not dc"),
        (r"remote-identity hostname dc;", "remote-identity hostname dc;\ngeneral-ikeid;", "whoever it was given to"),
        (r"local-identity hostname elm;", "local-identity hostname 192.0.2.1;", "is said as hostname"),
        (r"certificate \{\s*local-certificate", "pre-shared-key ascii-text NETGEN_SECRET.env.NETGEN_PSK_elm.END;\ncertificate {\nlocal-certificate", "a key stands beside the certificate"),
    ],
    "paloalto_panos": [
        (r"local-certificate name NETGEN-VPN", "local-certificate name OTHER", "its certificate is OTHER, not NETGEN-VPN"),
        (r"CA TRUST-CA\n", "CA OTHER\n", "it believes certificates of OTHER, not of TRUST-CA"),
        (r"CA TRUST-CA\n", "CA TRUST-CA\nset shared certificate-profile TRUST-CA CA OTHER\n", "it believes certificates of TRUST-CA OTHER"),
        (r"(set network ike gateway to-dc authentication certificate) certificate-profile \S+", r"\1 allow-id-payload-mismatch yes", "whoever it was given to"),
        (r"(set network ike gateway to-dc authentication certificate) certificate-profile \S+", r"\1 certificate-profile nowhere", "profile `nowhere` is not defined"),
        (r"(set network ike gateway to-dc) peer-id id dc", r"\1 peer-id id oak", "peer identity is oak, not dc"),
        (r"(set network ike gateway to-dc) peer-id id dc", "\\1 peer-id id dc\n\\1 peer-id matching wildcard", "whoever it was given to"),
        (r"(set network ike gateway to-dc) peer-id id dc", "\\1 peer-id id dc\n\\1 authentication pre-shared-key key NETGEN_SECRET.env.NETGEN_PSK_elm.END", "a key stands beside the certificate"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("platform", "pattern", "place", "words"),
    [(platform, *edit) for platform, edits in EDITS.items() for edit in edits],
)
def test_an_edit_is_objected_to(platform: str, pattern: str, place: str, words: str, tmp_path: Path) -> None:
    estate = estate_of(platform, tmp_path)
    name = firewall_file(estate)
    text, count = re.subn(pattern, place, estate[2][name], count=1)
    assert count == 1, pattern
    found = "\n".join(f"{item.rule.code} {item.message}" for item in objections(estate, {name: text}))
    assert words in found, found


@pytest.mark.parametrize("platform", FIREWALLS)
def test_an_end_with_a_key_does_not_fit_one_with_a_certificate(platform: str, tmp_path: Path) -> None:
    estate = estate_of(platform, tmp_path)
    hub = next(name for name in estate[2] if re.match(r"dc/dc-fw1\.", name))
    text = re.sub(r"set authmethod signature", "set authmethod psk", estate[2][hub])
    text = re.sub(r'\n *set certificate "NETGEN-VPN"', "", text)
    assert text != estate[2][hub]
    found = [item for item in objections(estate, {hub: text}) if item.rule.code == "JDG510"]
    assert found
    assert all("key or certificate" in item.message for item in found)
