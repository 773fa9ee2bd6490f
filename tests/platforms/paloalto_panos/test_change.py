"""What a comparison of PAN-OS texts leaves out: secrets, identifiers, what was imported at the bench."""

from __future__ import annotations

import re

from tests.platforms.paloalto_panos.example import SCHOOL

from netgen.platforms.paloalto_panos.change import CHANGE
from netgen.rendering import render_device
from netgen.rollout.compare import RULES, canonical
from netgen.rollout.config_text import mask


def test_no_secret_of_a_text_is_shown() -> None:
    text = re.sub(r"NETGEN_SECRET\.\S+", "$5$aVerySecretValue", render_device(SCHOOL))
    assert text.count("aVerySecretValue") == 6
    assert "aVerySecretValue" not in mask(text, CHANGE)
    assert mask(text, CHANGE).count("<secret>") == 6


def test_a_secret_that_the_device_encrypted_counts_as_the_same() -> None:
    ours = "set network ike gateway hub authentication pre-shared-key key NETGEN_SECRET.vault.psk.END\n"
    printed = "set network ike gateway hub authentication pre-shared-key key -AQ==9f8e7d6c5b4a=\n"
    assert canonical(ours, CHANGE) == canonical(printed, CHANGE)


def test_identifiers_of_rules_and_what_the_bench_set_do_not_count() -> None:
    text = render_device(SCHOOL)
    printed = (
        text + "set rulebase security rules pupil_to_internet uuid 5f2a8c1e-0000-4000-8000-000000000001\n"
        "set deviceconfig system ip-address 192.168.1.1\n"
    )
    assert canonical(printed, CHANGE) == canonical(text, CHANGE)
    assert canonical(text.replace("action allow", "action deny", 1), CHANGE) != canonical(text, CHANGE)


def test_a_push_is_refused_with_the_reason() -> None:
    assert RULES["paloalto_panos"] is CHANGE
    assert CHANGE.send == "none"
    assert "no commit timer" in CHANGE.reason
