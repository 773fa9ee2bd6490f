"""One small school and a hub, on any switch, firewall and access point that the catalogue knows.

The intent is the same whatever the hardware is: the reference standard, four rooms and a server. Also a command:
`python -m tests.one_school --switch EX4100-48P --firewall SRX340 --ap AP-635 FOLDER` writes the inventory.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from netgen.hardware import Hardware, load_catalogue
from netgen.judge.wired_vocabulary import OUT_OF_BAND
from netgen.platforms.registry import lacks_by_platform

REFERENCE = Path(__file__).parents[1] / "inventory"
#: The day on which the schools are checked: no date in them is over.
CHECKED_ON = date(2026, 9, 14)
#: The controller that goes with access points which need one, by platform.
CONTROLLERS = {"cisco_iosxe_wlc": ("C9800-L", ("u1", "u2"))}
_TRAFFIC = ("access", "uplink", "wan")


def write_school(
    folder: Path,
    switch: str,
    firewall: str,
    access_point: str,
    *,
    routed: bool = False,
    full: bool = False,
    standby: bool = False,
    bgp: bool = False,
    hub: str = "",
) -> Path:
    """The inventory as files below `folder`; two sites: `elm` (the school) and `dc` (the only hub, on FortiOS).

    `full` asks for everything that the standard can say of sockets and access points, `standby` for a second firewall,
    `bgp` for BGP with BFD over the overlay: on every circuit where the hub can tell which of them a tunnel came by.
    `hub` is another firewall for the hub.
    """
    inventory = folder / "inventory"
    shutil.copytree(REFERENCE / "standard", inventory / "standard", dirs_exist_ok=True)
    trust = (REFERENCE / "trust.yaml").read_text()
    (inventory / "trust.yaml").write_text(re.sub(r"(?m)^hubs: .*$", "hubs: [dc]", trust))
    if full:
        lacks = lacks_by_platform()
        served = {
            name: why
            for model in (firewall, hub or firewall)
            for name, why in lacks[_hardware(model).platform].items()
            if name in _NEEDS.values()
        }
        _ask_for_everything(
            inventory,
            lacks[_hardware(access_point).platform] | lacks[_hardware(switch).platform] | served,
        )
        missing = lacks[_hardware(firewall).platform]
        protection = _protection(missing | (lacks[_hardware(hub).platform] if hub else {}))
        (inventory / "standard" / "protection.yaml").write_text(yaml.safe_dump(protection, sort_keys=False))
        _ask_for_people(inventory, missing | (lacks[_hardware(hub).platform] if hub else {}))
    if bgp:
        _route_by_bgp(inventory, every_circuit=_hardware(firewall).platform == "fortinet_fortios")
    (inventory / "sites").mkdir(exist_ok=True)
    shutil.copy(REFERENCE / "sites" / "dc.yaml", inventory / "sites")
    if hub:
        _give_the_hub_a_firewall(inventory, hub)
    school = _school(switch, firewall, access_point, routed=routed, standby=standby)
    if standby:
        _add_a_second_firewall(school)
    if full:
        _give_the_hub_a_cloud(inventory)
        _let_people_in_where_it_can(inventory)
        school["circuits"]["fttp"]["shape"] = True
        # A wish that a platform does not grant is a warning (CAP005), and these schools have none.
        school["oob"] = _hardware(switch).platform in OUT_OF_BAND
        school["reservations"] = {
            "stage-panel": {"segment": "classroom-av", "mac": "00:1a:2b:3c:4d:5e", "address": "10.10.52.30"},
            "front-printer": {"segment": "print", "mac": "00:1a:2b:3c:4d:5f", "address": "10.10.49.12"},
        }
        school["publish"] = {
            "parents-portal": {
                "number": 1, "to": "10.10.6.20", "services": ["https"], "circuit": "fttp",
                "reason": "Parents book evenings with teachers", "owner": "School business manager", "risk": "medium",
                "review": "2031-07-31",
            }
        }  # fmt: skip
        if "nat-one-to-one" not in missing:
            school["legacy"] = {"building": {"prefix": "192.168.50.0/26", "expires": "2031-08-31"}}
    (inventory / "sites" / "elm.yaml").write_text(yaml.safe_dump(school, sort_keys=False))
    return inventory


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


def _protection(missing: Mapping[str, str]) -> dict[str, Any]:
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


def _ask_for_everything(inventory: Path, lacks: Mapping[str, str]) -> None:
    for name, additions in _ADDITIONS.items():
        file = inventory / name
        content = yaml.safe_load(file.read_text())
        for key, fields in additions.items():
            content.setdefault(key, {}).update(
                {name: value for name, value in fields.items() if _NEEDS.get((key, name)) not in lacks}
            )
        file.write_text(yaml.safe_dump(content, sort_keys=False))
    services = inventory / "standard" / "services.yaml"
    services.write_text(services.read_text() + 'dhcp: {udp: ["67"], why: Leases of the trust}\n')
    policy = inventory / "standard" / "policy.yaml"
    policy.write_text(
        policy.read_text()
        + "- {from: doors, to: trust-services, allow: [dhcp], why: Leases of door controllers}\n"
    )
    for name, content in _FILES.items():
        (inventory / name).write_text(yaml.safe_dump(content, sort_keys=False))


def _route_by_bgp(inventory: Path, *, every_circuit: bool) -> None:
    file = inventory / "trust.yaml"
    content = yaml.safe_load(file.read_text())
    content["vpn"] = content.get("vpn", {}) | {"routing": "bgp", "bfd": {}}
    content["vpn"] |= {"over": "every-circuit"} if every_circuit else {}
    file.write_text(yaml.safe_dump(content, sort_keys=False))


def _give_the_hub_a_firewall(inventory: Path, model: str) -> None:
    """Another firewall in the data centre: two fast ports to its switches, the first port for the circuit."""
    file = inventory / "sites" / "dc.yaml"
    site = yaml.safe_load(file.read_text())
    edge = _hardware(model)
    names = [name for name in edge.port_names() if (port := edge.port(name)) and port.kind in _TRAFFIC]
    fast = [name for name in names if name != names[0] and not _is_copper(edge, name)][:2]
    links = zip(fast, site["firewall"]["links"].values(), strict=True)
    site["firewall"] = {"model": model, "links": dict(links)}
    site["circuits"]["leased"]["port"] = names[0]
    site |= _filtered_elsewhere(edge, ("leased",))
    file.write_text(yaml.safe_dump(site, sort_keys=False))


def _give_the_hub_a_cloud(inventory: Path) -> None:
    """A partner network behind the hub, with a zone of its own that staff reach."""
    standard, hub = inventory / "standard", inventory / "sites" / "dc.yaml"
    zones = standard / "zones.yaml"
    zones.write_text(zones.read_text() + "cloud: {number: 22, title: Cloud of the trust, kind: hub}\n")
    policy = standard / "policy.yaml"
    rule = "- {from: [staff, office, trust-services], to: cloud, allow: [https], why: Management information system}\n"
    policy.write_text(policy.read_text() + rule)
    site = yaml.safe_load(hub.read_text())
    site["partners"] = {
        "azure": {
            "number": 1, "address": "203.0.113.77", "prefix": "10.0.56.0/24", "zone": "cloud",
            "psk": "secret://env/NETGEN_PSK_AZURE",
        }
    }  # fmt: skip
    hub.write_text(yaml.safe_dump(site, sort_keys=False))


def _ask_for_people(inventory: Path, missing: Mapping[str, str]) -> None:
    """Inspection, identity and groups, where the firewalls can; without them it is an error (CAP004)."""
    if "tls-inspection" not in missing:
        inspect_tls(inventory)
    if not {"policy-users", "identity-logging"} & missing.keys():
        know_people(inventory)


def inspect_tls(inventory: Path) -> None:
    """Open TLS for managed devices; panels in classrooms get a filter of their own, which does not."""
    standard = inventory / "standard"
    zones = yaml.safe_load((standard / "zones.yaml").read_text())
    for name in ("staff", "student", "office", "it-admin"):
        zones[name]["managed"] = True
    filters = yaml.safe_load((standard / "filters.yaml").read_text())
    filters["panels"] = {**filters["primary"], "title": "Panels in classrooms"}
    for name in ("primary", "secondary", "staff"):
        filters[name]["inspect"] = True
    policy = yaml.safe_load((standard / "policy.yaml").read_text())
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
    parts = {"zones": zones, "filters": filters, "policy": policy, "inspection": inspection}
    for name, content in parts.items():
        (standard / f"{name}.yaml").write_text(yaml.safe_dump(content, sort_keys=False))


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
    (inventory / "standard" / "steering.yaml").write_text(yaml.safe_dump(classes, sort_keys=False))
    trust = yaml.safe_load((inventory / "trust.yaml").read_text())
    trust["wan"] = {"probes": ["203.0.113.200", "203.0.113.201"], "interval_s": 5, "fail_after": 4}
    (inventory / "trust.yaml").write_text(yaml.safe_dump(trust, sort_keys=False))
    school = yaml.safe_load((inventory / "sites" / "elm.yaml").read_text())
    if not leased:
        school["circuits"]["mobile"] |= {
            "address": "static", "ip": "198.51.100.46/30", "gateway": "198.51.100.45"
        }  # fmt: skip
    (inventory / "sites" / "elm.yaml").write_text(yaml.safe_dump(school, sort_keys=False))


def break_out(inventory: Path, breakout: str = "hub") -> None:
    """The school reaches the internet through the hub, over both circuits."""
    trust = yaml.safe_load((inventory / "trust.yaml").read_text())
    trust["vpn"]["over"] = "every-circuit"
    (inventory / "trust.yaml").write_text(yaml.safe_dump(trust, sort_keys=False))
    school = yaml.safe_load((inventory / "sites" / "elm.yaml").read_text())
    school["breakout"] = breakout
    for contradiction in ("publish", "upstream_filter"):
        school.pop(contradiction, None)
    (inventory / "sites" / "elm.yaml").write_text(yaml.safe_dump(school, sort_keys=False))


def sign_in(inventory: Path) -> None:
    """The backup circuit of the school asks for an account (RFC 2516)."""
    file = inventory / "sites" / "elm.yaml"
    school = yaml.safe_load(file.read_text())
    school["circuits"]["mobile"] |= {
        "access": "fttc",
        "address": "pppoe",
        "login": {"user": "elm@carrier.example", "secret": "secret://env/NETGEN_PPPOE"},
    }
    file.write_text(yaml.safe_dump(school, sort_keys=False))


def give_things_their_own_keys(inventory: Path) -> None:
    """RADIUS knows a passphrase for each device of the SSID of things."""
    file = inventory / "standard" / "wlans.yaml"
    wlans = yaml.safe_load(file.read_text())
    wlans["things"]["per_device_psk"] = True
    file.write_text(yaml.safe_dump(wlans, sort_keys=False))


def know_people(inventory: Path) -> None:
    """RADIUS accounting, and rules for two groups: to the internet, and inside the school."""
    standard = inventory / "standard"
    groups = {
        "leaders": {"number": 2, "title": "Leadership", "value": "Leadership-Team"},
        "prefects": {"number": 1, "title": "Prefects"},
    }
    (standard / "groups.yaml").write_text(yaml.safe_dump(groups, sort_keys=False))
    filters = yaml.safe_load((standard / "filters.yaml").read_text())
    filters["leaders"] = {**filters["staff"], "title": "Leadership", "block": ["adult", "gamble", "malware"]}
    (standard / "filters.yaml").write_text(yaml.safe_dump(filters, sort_keys=False))
    policy = yaml.safe_load((standard / "policy.yaml").read_text())
    for rule in policy:
        if rule["from"] == "trust-services" and rule["to"] == "management":
            rule["allow"] = [*rule["allow"], "radius"]
    policy += [
        {"from": "staff", "to": "internet", "allow": ["web", "ssh"], "filter": "leaders", "groups": "leaders",
         "why": "Leadership"},
        {"from": "student", "to": "servers", "allow": ["printing"], "groups": ["prefects", "leaders"],
         "when": "school-day", "why": "Prefects print the paper of the school"},
    ]  # fmt: skip
    (standard / "policy.yaml").write_text(yaml.safe_dump(policy, sort_keys=False))
    trust = yaml.safe_load((inventory / "trust.yaml").read_text())
    trust["services"]["identity"] = {
        "secret": "secret://env/NETGEN_ACCOUNTING",
        "group_attribute": "filter-id",
    }
    (inventory / "trust.yaml").write_text(yaml.safe_dump(trust, sort_keys=False))


def _let_people_in_where_it_can(inventory: Path) -> None:
    """Remote access at the hub, with as many groups as its firewall can keep apart."""
    hub = yaml.safe_load((inventory / "sites" / "dc.yaml").read_text())
    lacks = lacks_by_platform()[_hardware(hub["firewall"]["model"]).platform]
    if "remote-access" not in lacks:
        let_people_in(inventory, ("remote-staff",) if "remote-access-groups" in lacks else tuple(_REMOTE))


def let_people_in(
    inventory: Path, groups: Iterable[str] = ("remote-staff", "it-support", "supplier")
) -> None:
    """Remote access at the hub: staff and network team through the trust's filter, a supplier with a split tunnel."""
    standard, trust = inventory / "standard", inventory / "trust.yaml"
    names = [name for name in _REMOTE if name in set(groups)]
    for file in ("zones", "policy"):
        lines = [line for name in names for line in _REMOTE[name][file]]
        path = standard / f"{file}.yaml"
        path.write_text(path.read_text() + "".join(f"{line}\n" for line in lines))
    content = yaml.safe_load(trust.read_text())
    content["remote_access"] = {
        "at": ["dc"],
        "name": "remote.riverside.example",
        "certificate": {"name": "remote-access", "expires": "2031-08-31"},
        "second_factor": {"attested_by": "Head of IT", "expires": "2031-08-31"},
        "groups": {name: _REMOTE[name]["group"] for name in names},
    }
    if "it-support" in names:
        content["administration"]["from_zones"].append("remote-it")
    trust.write_text(yaml.safe_dump(content, sort_keys=False))


#: Remote groups by name: lines of files of the standard, and the group itself.
_REMOTE: dict[str, dict[str, Any]] = {
    "remote-staff": {
        "zones": ["remote-staff: {number: 23, title: Staff at home, kind: hub, users: true, managed: true}"],
        "policy": [
            "- {from: remote-staff, to: trust-services, allow: [dns, directory, files, https], why: Work from home}",
            "- {from: remote-staff, to: servers, allow: [files, https], why: Work from home}",
            "- {from: remote-staff, to: internet, allow: [web], filter: staff, why: Filtered as at school}",
        ],
        "group": {"zone": "remote-staff", "window": "0.0.57.0/24"},
    },
    "it-support": {
        "zones": ["remote-it: {number: 24, title: Network team at home, kind: hub, managed: true}"],
        "policy": [
            "- {from: remote-it, to: [management, trust-services], allow: [ssh, https, dns, ping], why: All boxes}",
            "- {from: remote-it, to: internet, allow: [web], filter: staff, why: Filtered as at school}",
        ],
        "group": {"zone": "remote-it", "window": "0.0.58.0/26"},
    },
    "supplier": {
        "zones": ["remote-supplier: {number: 25, title: Suppliers, kind: hub}"],
        "policy": [
            "- {from: remote-supplier, to: building, allow: [https], why: Heating and lifts}",
            "- {from: remote-supplier, to: trust-services, allow: [dns], why: Names of what they look after}",
        ],
        "group": {"zone": "remote-supplier", "window": "0.0.58.64/26", "tunnel": "split"},
    },
}


def _add_a_second_firewall(school: dict[str, Any]) -> None:
    firewall = school["firewall"]
    edge = _hardware(firewall["model"])
    assert edge.pairing is not None, f"nobody has verified how two {edge.model} become a pair"
    used = {*firewall["links"], *(item["port"] for item in school["circuits"].values()), *edge.pairing.taken}
    own, other = (
        [
            name
            for name in edge.port_names()
            if (port := edge.port(name))
            and port.kind in kinds
            and port.kind in edge.pairing.heartbeat
            and name not in used
        ]
        for kinds in (("ha",), ("access", "uplink"))
    )
    firewall["pair"] = {
        "links": {own: f"main/sw1/{45 + index}" for index, own in enumerate(firewall["links"])},
        # Of several ports for pairs the first is for control and the last for sessions.
        "heartbeat": [own[0], own[-1]] if len(own) > 1 else [*own, *other][:2],
        **({"secret": "secret://vault/network/ha/elm"} if edge.pairing.password else {}),
    }


def _school(switch: str, firewall: str, access_point: str, *, routed: bool, standby: bool) -> dict[str, Any]:
    box, edge, points = _hardware(switch), _hardware(firewall), _hardware(access_point)
    uplinks = [name for name in box.port_names() if re.fullmatch(r"u\d+", name)]
    taken = edge.pairing.taken if standby and edge.pairing else ()
    ports = [
        name
        for name in edge.port_names()
        if (port := edge.port(name)) and port.kind in _TRAFFIC and name not in taken
    ]
    wans = [name for name in ports if (port := edge.port(name)) and port.kind == "wan"] or ports[:2]
    inside = [name for name in ports if name not in wans and _is_copper(edge, name)][:2]
    # Isolated sockets are a thing that some switches cannot do; asking them is an error (CAP004).
    isolated = {} if "isolate-ports" in lacks_by_platform()[box.platform] else {"building": "sw1/25"}
    access: dict[str, Any] = {"model": points.model}
    if points.control == "controller":
        model, cables = CONTROLLERS[points.platform]
        access["controller"] = {
            "model": model,
            "links": {own: f"main/sw1/{far}" for own, far in zip(cables, uplinks[2:4], strict=True)},
        }
    filtered = _filtered_elsewhere(edge, ("fttp", "mobile"))
    return {
        **filtered,
        "name": "Elm Grove School",
        "number": 40,
        "code": "elm",
        "archetype": "secondary" if routed else "primary-2fe",
        "pupils": 300,
        "staff": 40,
        "firewall": {
            "model": edge.model,
            "links": {own: f"main/sw1/{47 + index}" for index, own in enumerate(inside)},
        },
        "circuits": {
            "fttp": {
                "carrier": "Example Fibre", "access": "fttp", "down": "1G", "up": "1G", "port": wans[0],
                "address": "static", "ip": "198.51.100.42/30", "gateway": "198.51.100.41",
            },
            "mobile": {
                "carrier": "Example Mobile", "access": "5g", "down": "100M", "up": "50M", "port": wans[1],
                "role": "backup",
            },
        },
        "cabinets": {
            "main": {
                "number": 1,
                "switches": {"sw1": box.model},
                "ports": {
                    "classroom": "sw1/1-12", "teacher": "sw1/13-18", "office": "sw1/19-20", "server": "sw1/21",
                    "printer": "sw1/22-23", "camera": "sw1/24-25", "door": "sw1/26", "panel": "sw1/27-28",
                    "access-point": "sw1/29-31",
                },
            },
            "block": {
                "number": 2,
                "switches": {"sw1": box.model},
                "uplink": {
                    "links": {f"sw1/{name}": f"main/sw1/{name}" for name in uplinks[:2]},
                    "speed": "10G",
                },
                "ports": {"classroom": "sw1/1-24", **isolated, "access-point": "sw1/26-27"},
            },
        },
        "access_points": access,
    }  # fmt: skip


def _filtered_elsewhere(firewall: Hardware, circuits: tuple[str, ...]) -> dict[str, Any]:
    """A firewall that cannot filter illegal content needs somebody who does (CAP004)."""
    if "web-filter" not in lacks_by_platform()[firewall.platform]:
        return {}
    upstream = {
        "service": "Example Consortium", "circuits": [*circuits], "attested_by": "Safeguarding lead",
        "expires": "2031-08-31",
    }  # fmt: skip
    return {"upstream_filter": upstream}


def _hardware(model: str) -> Hardware:
    found = load_catalogue().get(model)
    if found is None:
        msg = f"the catalogue has no {model}"
        raise KeyError(msg)
    return found


def _is_copper(hardware: Hardware, name: str) -> bool:
    port = hardware.port(name)
    return port is not None and port.media in ("copper", "combo")


def main() -> None:
    """Write the inventory that the arguments ask for and print its folder."""
    parser = argparse.ArgumentParser(description="Write the inventory of one school on chosen hardware.")
    parser.add_argument("--switch", default="C9300-48P")
    parser.add_argument("--firewall", default="FortiGate-80F")
    parser.add_argument("--ap", default="AP-635")
    parser.add_argument("--routed", action="store_true", help="routed core instead of collapsed")
    parser.add_argument("--full", action="store_true", help="ask for all that the standard can say")
    parser.add_argument("--standby", action="store_true", help="a second firewall that stands by")
    parser.add_argument("--bgp", action="store_true", help="BGP with BFD over the overlay")
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    wishes = {"routed": asked.routed, "full": asked.full, "standby": asked.standby, "bgp": asked.bgp}
    school = write_school(asked.folder, asked.switch, asked.firewall, asked.ap, **wishes)
    sys.stdout.write(f"{school}\n")


if __name__ == "__main__":
    main()
