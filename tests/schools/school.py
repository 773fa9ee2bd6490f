"""Builds a trust of one small school and a hub from the reference standard, on any hardware, with wishes."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

from tests.schools.circuits import route_by_bgp
from tests.schools.everything import ask_for_everything
from tests.schools.files import write
from tests.schools.hardware import hardware, lacks_of
from tests.schools.hub import give_the_hub_a_cloud, give_the_hub_a_firewall
from tests.schools.people import know_people
from tests.schools.protection import inspect_tls, protection
from tests.schools.remote import let_people_in_where_it_can
from tests.schools.site import add_a_second_firewall, ask_of_the_site, school_site

REFERENCE = Path(__file__).parents[2] / "inventory"
#: The day on which the schools are checked: no date in them is over.
CHECKED_ON = date(2026, 9, 14)


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
        _ask_of_the_trust(inventory, switch, firewall, access_point, hub)
    if bgp:
        route_by_bgp(inventory, every_circuit=hardware(firewall).platform == "fortinet_fortios")
    (inventory / "sites").mkdir(exist_ok=True)
    shutil.copy(REFERENCE / "sites" / "dc.yaml", inventory / "sites")
    if hub:
        give_the_hub_a_firewall(inventory, hub)
    school = school_site(switch, firewall, access_point, routed=routed, standby=standby)
    if standby:
        add_a_second_firewall(school)
    if full:
        give_the_hub_a_cloud(inventory)
        let_people_in_where_it_can(inventory)
        ask_of_the_site(school, switch, firewall)
    write(inventory / "sites" / "elm.yaml", school)
    return inventory


def _ask_of_the_trust(inventory: Path, switch: str, firewall: str, access_point: str, hub: str) -> None:
    """Everything, but what a box lacks that would have to do it: asking for that is an error (CAP004)."""
    missing = lacks_of(firewall, hub or firewall)
    ask_for_everything(inventory, lacks_of(access_point, switch) | missing)
    write(inventory / "standard" / "protection.yaml", protection(missing))
    if "tls-inspection" not in missing:
        inspect_tls(inventory)
    if not {"policy-users", "identity-logging"} & missing.keys():
        know_people(inventory)
