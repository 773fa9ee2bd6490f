"""The school itself: what its site file says of cabinets, sockets, circuits and boxes."""

from __future__ import annotations

import re
from typing import Any

from netgen.hardware import Hardware
from netgen.judge.wired_vocabulary import OUT_OF_BAND
from tests.schools.hardware import TRAFFIC, hardware, is_copper, lacks_of

#: The controller that goes with access points which need one, by platform.
CONTROLLERS = {"cisco_iosxe_wlc": ("C9800-L", ("u1", "u2"))}


def school_site(
    switch: str, firewall: str, access_point: str, *, routed: bool, standby: bool
) -> dict[str, Any]:
    """The file of the site: two cabinets, two circuits, a switch in each cabinet and access points."""
    box, edge, points = hardware(switch), hardware(firewall), hardware(access_point)
    uplinks = [name for name in box.port_names() if re.fullmatch(r"u\d+", name)]
    taken = edge.pairing.taken if standby and edge.pairing else ()
    ports = [
        name
        for name in edge.port_names()
        if (port := edge.port(name)) and port.kind in TRAFFIC and name not in taken
    ]
    wans = [name for name in ports if (port := edge.port(name)) and port.kind == "wan"] or ports[:2]
    inside = [name for name in ports if name not in wans and is_copper(edge, name)][:2]
    # Isolated sockets are a thing that some switches cannot do; asking them is an error (CAP004).
    isolated = {} if "isolate-ports" in lacks_of(box.model) else {"building": "sw1/25"}
    access: dict[str, Any] = {"model": points.model}
    if points.control == "controller":
        model, cables = CONTROLLERS[points.platform]
        access["controller"] = {
            "model": model,
            "links": {own: f"main/sw1/{far}" for own, far in zip(cables, uplinks[2:4], strict=True)},
        }
    filtered = filtered_elsewhere(edge, ("fttp", "mobile"))
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


def add_a_second_firewall(school: dict[str, Any]) -> None:
    """One that stands by, on ports which the first leaves free."""
    firewall = school["firewall"]
    edge = hardware(firewall["model"])
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


def ask_of_the_site(school: dict[str, Any], switch: str, firewall: str) -> None:
    """All that one site can ask for and its boxes can do."""
    school["circuits"]["fttp"]["shape"] = True
    # A wish that a platform does not grant is a warning (CAP005), and these schools have none.
    school["oob"] = hardware(switch).platform in OUT_OF_BAND
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
    if "nat-one-to-one" not in lacks_of(firewall):
        school["legacy"] = {"building": {"prefix": "192.168.50.0/26", "expires": "2031-08-31"}}


def filtered_elsewhere(firewall: Hardware, circuits: tuple[str, ...]) -> dict[str, Any]:
    """A firewall that cannot filter illegal content needs somebody who does (CAP004)."""
    if "web-filter" not in lacks_of(firewall.model):
        return {}
    upstream = {
        "service": "Example Consortium", "circuits": [*circuits], "attested_by": "Safeguarding lead",
        "expires": "2031-08-31",
    }  # fmt: skip
    return {"upstream_filter": upstream}
