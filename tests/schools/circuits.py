"""Which way packets of the school leave it: classes of traffic, the hub, an account of the carrier, BGP."""

from __future__ import annotations

from pathlib import Path

from tests.schools.files import changed, write


def steer(inventory: Path, *, leased: bool = False) -> None:
    """Classes of traffic of every kind; most firewalls need circuits for it of which none is `leased`.

    Not asked for by `full`: on FortiOS probes and default routes then belong to SD-WAN, and what a trust has without
    it would go unseen.
    """
    classes = {
        "payments": {
            "number": 1, "title": "Payments", "from": ["office"], "services": ["web"], "prefer": "lowest-latency"
        },
        "exams": {
            "number": 2, "title": "Online exams", "from": ["staff"], "services": ["https"], "to": ["203.0.113.64/26"],
            "prefer": "primary", "latency_ms": 150, "loss_percent": 2,
        },
        "updates": {
            "number": 3, "title": "Updates", "from": ["staff", "student"], "services": ["web"], "prefer": "backup"
        },
        "office": {
            "number": 4, "title": "Cloud office", "applications": ["microsoft-365", "microsoft-teams"],
            "prefer": "spread", "latency_ms": 200,
        },
        "visitors": {"number": 5, "title": "Visitors", "from": ["guest"], "prefer": "spread"},
    }  # fmt: skip
    write(inventory / "standard" / "steering.yaml", classes)
    with changed(inventory / "trust.yaml") as trust:
        trust["wan"] = {"probes": ["203.0.113.200", "203.0.113.201"], "interval_s": 5, "fail_after": 4}
    with changed(inventory / "sites" / "elm.yaml") as school:
        if not leased:
            school["circuits"]["mobile"] |= {
                "address": "static", "ip": "198.51.100.46/30", "gateway": "198.51.100.45"
            }  # fmt: skip


def break_out(inventory: Path, breakout: str = "hub") -> None:
    """The school reaches the internet through the hub, over both circuits."""
    with changed(inventory / "trust.yaml") as trust:
        trust["vpn"]["over"] = "every-circuit"
    with changed(inventory / "sites" / "elm.yaml") as school:
        school["breakout"] = breakout
        for contradiction in ("publish", "upstream_filter"):
            school.pop(contradiction, None)


def sign_in(inventory: Path) -> None:
    """The backup circuit of the school asks for an account (RFC 2516)."""
    with changed(inventory / "sites" / "elm.yaml") as school:
        school["circuits"]["mobile"] |= {
            "access": "fttc",
            "address": "pppoe",
            "login": {"user": "elm@carrier.example", "secret": "secret://env/NETGEN_PPPOE"},
        }


def route_by_bgp(inventory: Path, *, every_circuit: bool) -> None:
    """BGP with BFD over the overlay."""
    with changed(inventory / "trust.yaml") as trust:
        trust["vpn"] = trust.get("vpn", {}) | {"routing": "bgp", "bfd": {}}
        trust["vpn"] |= {"over": "every-circuit"} if every_circuit else {}
