"""Remote access at the hub."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from tests.schools.files import add_lines, changed
from tests.schools.hardware import lacks_of

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


def let_people_in_where_it_can(inventory: Path) -> None:
    """Remote access at the hub, with as many groups as its firewall can keep apart."""
    hub = yaml.safe_load((inventory / "sites" / "dc.yaml").read_text())
    lacks = lacks_of(hub["firewall"]["model"])
    if "remote-access" not in lacks:
        let_people_in(inventory, ("remote-staff",) if "remote-access-groups" in lacks else tuple(_REMOTE))


def let_people_in(
    inventory: Path, groups: Iterable[str] = ("remote-staff", "it-support", "supplier")
) -> None:
    """Remote access at the hub: staff and network team through the trust's filter, a supplier with a split tunnel."""
    asked = set(groups)
    names = [name for name in _REMOTE if name in asked]
    for file in ("zones", "policy"):
        lines = [line for name in names for line in _REMOTE[name][file]]
        add_lines(inventory / "standard" / f"{file}.yaml", *lines)
    with changed(inventory / "trust.yaml") as trust:
        trust["remote_access"] = {
            "at": ["dc"],
            "name": "remote.riverside.example",
            "certificate": {"name": "remote-access", "expires": "2031-08-31"},
            "second_factor": {"attested_by": "Head of IT", "expires": "2031-08-31"},
            "groups": {name: _REMOTE[name]["group"] for name in names},
        }
        if "it-support" in names:
            trust["administration"]["from_zones"].append("remote-it")
