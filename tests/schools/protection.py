"""What firewalls look for inside of traffic: attacks, countries, feeds, and TLS that they open."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.schools.files import changed, write


def protection(missing: Mapping[str, str]) -> dict[str, Any]:
    """Everything that a firewall can look for or refuse, without what it lacks."""
    feeds = {
        "bad-hosts": {"number": 1, "url": "https://lists.example/hosts.txt", "what": "addresses", "refresh": "hourly"},
        "bad-names": {"number": 2, "url": "https://lists.example/names.txt", "what": "domains", "refresh": "daily"},
    }  # fmt: skip
    asked: dict[str, Any] = {word: True for word in ("ips", "antivirus") if word not in missing}
    if "geo-block" not in missing:
        asked["geo"] = {"inbound_only_from": ["GB", "IE"], "deny": ["KP"]}
    asked["threat_feeds"] = {
        name: feed for name, feed in feeds.items() if f"feed-{feed['what']}" not in missing
    }
    return asked


def inspect_tls(inventory: Path) -> None:
    """Open TLS for managed devices; panels in classrooms get a filter of their own, which does not."""
    standard = inventory / "standard"
    with changed(standard / "zones.yaml") as zones:
        for name in ("staff", "student", "office", "it-admin"):
            zones[name]["managed"] = True
    with changed(standard / "filters.yaml") as filters:
        filters["panels"] = {**filters["primary"], "title": "Panels in classrooms"}
        for name in ("primary", "secondary", "staff"):
            filters[name]["inspect"] = True
    with changed(standard / "policy.yaml") as policy:
        for rule in policy:
            if rule["from"] == "classroom-av" and rule["to"] == "internet":
                rule["filter"] = "panels"
    inspection = {
        "ca": "RLT-Inspection",
        "expires": "2031-08-31",
        "exempt": {
            "categories": ["finance", "health"],
            "domains": [
                {"domain": "bank.example", "reason": "The app knows its own certificate",
                 "approved_by": "Network manager", "expires": "2031-08-31"},
            ],
        },
    }  # fmt: skip
    write(standard / "inspection.yaml", inspection)
