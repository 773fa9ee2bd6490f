"""Whom firewalls and access points know: people by their groups, things by a key of their own."""

from __future__ import annotations

from pathlib import Path

from tests.schools.files import changed, write


def know_people(inventory: Path) -> None:
    """RADIUS accounting, and rules for two groups: to the internet, and inside the school."""
    standard = inventory / "standard"
    groups = {
        "leaders": {"number": 2, "title": "Leadership", "value": "Leadership-Team"},
        "prefects": {"number": 1, "title": "Prefects"},
    }
    write(standard / "groups.yaml", groups)
    with changed(standard / "filters.yaml") as filters:
        filters["leaders"] = {
            **filters["staff"],
            "title": "Leadership",
            "block": ["adult", "gamble", "malware"],
        }
    with changed(standard / "policy.yaml") as policy:
        for rule in policy:
            if rule["from"] == "trust-services" and rule["to"] == "management":
                rule["allow"] = [*rule["allow"], "radius"]
        policy += [
            {"from": "staff", "to": "internet", "allow": ["web", "ssh"], "filter": "leaders", "groups": "leaders",
             "why": "Leadership"},
            {"from": "student", "to": "servers", "allow": ["printing"], "groups": ["prefects", "leaders"],
             "when": "school-day", "why": "Prefects print the paper of the school"},
        ]  # fmt: skip
    with changed(inventory / "trust.yaml") as trust:
        trust["services"]["identity"] = {
            "secret": "secret://env/NETGEN_ACCOUNTING",
            "group_attribute": "filter-id",
        }


def give_things_their_own_keys(inventory: Path) -> None:
    """RADIUS knows a passphrase for each device of the SSID of things."""
    with changed(inventory / "standard" / "wlans.yaml") as wlans:
        wlans["things"]["per_device_psk"] = True
