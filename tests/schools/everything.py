"""All that a trust can say in words of its standard: what `full` adds to the reference standard, as tables.

Wishes with a room of their own stand beside: protection, people, remote, hub.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.schools.files import add_lines, changed, write

#: Additions to the reference standard: file, then key to what it gains.
_ADDITIONS: dict[str, dict[str, dict[str, Any]]] = {
    "standard/roles.yaml": {
        "classroom": {"access": "dot1x", "dynamic": True},
        "teacher": {"access": "dot1x", "dynamic": True, "trust": "phone", "poe_priority": "high"},
        "office": {"access": "dot1x", "trust": "phone", "poe_priority": "high"},
        "access-point": {"poe_priority": "critical"},
        "camera": {"access": "mab", "poe_priority": "critical"},
        "door": {"access": "mab", "poe_priority": "critical"},
        "printer": {"access": "mab"},
        "server": {"trust": "dscp"},
    },
    "standard/segments.yaml": {
        "staff": {"guard": True}, "student": {"guard": True}, "office": {"guard": True},
        "guest": {"guard": True}, "servers": {"jumbo": True, "ipv6": True}, "print": {"ipv6": True},
        "voice": {"guard": True, "options": {"phone_servers": ["10.0.8.40"], "ntp": True}},
        "classroom-av": {"options": {"boot_server": "10.0.8.41", "boot_file": "boot/x64.efi", "lease_hours": 4}},
        "access-points": {"options": {"controllers": ["10.0.8.42"]}},
        "doors": {"dhcp": "relay"},
        "cctv": {"firewall_serves": ["time"]}, "building": {"firewall_serves": ["dns"]},
    },
    "standard/wlans.yaml": {
        "managed": {"security": "wpa3-enterprise-transition", "fast_roaming": True},
        "byod": {"client_rate": "20M", "multicast_to_unicast": True},
        "guest": {"hours": "school-day", "client_rate": "10M", "portal": "https://guests.riverside.example/elm"},
        "eduroam": {
            "ssid": "eduroam", "segment": "guest", "security": "wpa3-enterprise-transition",
            "dynamic_segments": ["staff"],
            "federation": {"name": "eduroam", "attested_by": "Network manager", "expires": "2031-08-31"},
        },
    },
    "standard/filters.yaml": {
        "primary": {"video": "strict"},
        "staff": {
            "video": "moderate",
            "allow": [
                {"domain": "curriculum.example", "reason": "Lessons that a category gets wrong",
                 "approved_by": "Safeguarding lead", "expires": "2031-08-31"},
            ],
            "deny": [
                {"domain": "prank.example", "reason": "Copies of staff pages",
                 "approved_by": "Safeguarding lead", "expires": "2031-08-31"},
            ],
        },
    },
    "trust.yaml": {
        "addressing": {"oob": "0.0.54.0/23", "ipv6": {"ula": "fd5c:9e27:41b3::/48"}},
        "services": {
            "dns_domains": {"ad.riverside.example": ["10.0.8.16", "10.0.8.17"]},
            "ntp_key": {"id": 7, "secret": "secret://env/NETGEN_NTP"},
            "flow": {"host": "10.0.8.32"},
            "dhcp": ["10.0.8.14", "10.0.8.15"],
        },
        "vpn": {"over": "every-circuit"},
        "wan": {"probes": ["203.0.113.200", "203.0.113.201"], "interval_s": 5, "fail_after": 4},
    },
}  # fmt: skip
_FILES: dict[str, Any] = {
    "standard/access.yaml": {
        "groups": {"staff-devices": "staff", "pupil-devices": "student", "office-devices": "office"},
        "guest": "guest",
        "failed": "guest",
        "critical": "own",
    },
    "standard/qos.yaml": {
        "network": {"title": "Routing and switching", "dscp": "cs6", "percent": 5},
        "voice": {"title": "Telephones", "dscp": "ef", "percent": 15, "priority": True},
        "signalling": {"title": "Call control", "dscp": "cs3", "percent": 5},
        "video": {"title": "Lessons by video", "dscp": "af41", "percent": 25},
        "best-effort": {"title": "All else", "dscp": "default", "percent": 45},
        "scavenger": {"title": "Updates and backups", "dscp": "cs1", "percent": 5},
    },
    "standard/radios.yaml": {
        "2.4": {"channels": [1, 6, 11], "width": 20, "power": "6-12", "band_steering": True},
        "5": {"channels": [36, 40, 44, 48, 52, 56, 60, 64, 100, 104, 108, 112], "width": 40, "power": "10-18"},
        "6": {"channels": [1, 5, 9, 13, 17, 21, 25, 29, 33, 37, 41, 45], "width": 80, "power": "12-20"},
    },
    "standard/schedules.yaml": {
        "school-day": {
            "title": "Lessons", "days": ["mon", "tue", "wed", "thu", "fri"], "start": "07:30", "end": "18:00"
        },
    },
}  # fmt: skip


#: What the additions ask of access points and switches; left out where they lack it, for that is an error (CAP004).
_NEEDS = {
    **{(name, "ipv6"): "ipv6" for name in ("servers", "print")},
    **{(name, "guard"): "arp-inspection" for name in ("staff", "student", "office", "guest", "voice")},
    ("managed", "security"): "wlan-transition",
    ("guest", "portal"): "wlan-portal",
    ("cctv", "firewall_serves"): "ntp-hierarchy",
    ("building", "firewall_serves"): "dns-forwarding",
    ("services", "dns_domains"): "dns-forwarding",
}


def ask_for_everything(inventory: Path, lacks: Mapping[str, str]) -> None:
    """All of the tables but what the hardware lacks."""
    for name, additions in _ADDITIONS.items():
        with changed(inventory / name) as content:
            for key, fields in additions.items():
                content.setdefault(key, {}).update(
                    {name: value for name, value in fields.items() if _NEEDS.get((key, name)) not in lacks}
                )
    standard = inventory / "standard"
    add_lines(standard / "services.yaml", 'dhcp: {udp: ["67"], why: Leases of the trust}')
    add_lines(
        standard / "policy.yaml",
        "- {from: doors, to: trust-services, allow: [dhcp], why: Leases of door controllers}",
    )
    for name, content in _FILES.items():
        write(inventory / name, content)
