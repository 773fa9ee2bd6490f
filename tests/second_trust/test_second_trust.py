"""Another trust with other choices: everything that holds for the reference trust holds for it too.

Its zones, numbers, models, WLANs and topologies are not those that netgen was written next to, so a
name or a number that slipped into the code shows here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.oracles.fortios_schema import schema_folder, unknown_lines

from netgen.blueprint import SitePlan, TrustPlan
from netgen.build import Built, build_texts
from netgen.checks import run_checks
from netgen.compiler import plan_all
from netgen.diagnostics import Collector, Severity, as_text
from netgen.hardware import load_catalogue
from netgen.intent import Intent
from netgen.judge import Status
from netgen.judge.batfish.engine import judge_trust as judge_by_batfish
from netgen.loader import Inventory, load_inventory
from netgen.platforms.registry import kinds_by_platform
from netgen.reports.provenance import traced_site
from netgen.reports.verification import judge_texts, site_texts

NETGEN = [sys.executable, "-c", "from netgen.cli import main; main()"]
INVENTORY = Path(__file__).parent / "inventory"
#: 54 days before the first exception of Tarn Primary School ends.
TODAY = date(2026, 11, 22)
SITES = ("crag-academy", "fell-village", "moss-nursery", "northmoor-house", "tarn-primary")


def read(folder: Path, today: date = TODAY) -> tuple[Inventory, Collector]:
    """The inventory and everything that was found about it."""
    collector = Collector()
    inventory = load_inventory(folder, collector)
    if inventory.intent is not None:
        catalogue = load_catalogue(inventory.hardware)
        collector.extend(run_checks(inventory.intent, inventory, catalogue, today, kinds_by_platform()))
    return inventory, collector


def valid(folder: Path) -> Intent:
    """The Intent of a folder without errors."""
    inventory, found = read(folder)
    assert inventory.intent is not None, as_text(found)
    assert not found.has_errors, as_text(found)
    return inventory.intent


@pytest.fixture(scope="module")
def inventory() -> Inventory:
    return read(INVENTORY)[0]


@pytest.fixture(scope="module")
def intent() -> Intent:
    return valid(INVENTORY)


@pytest.fixture(scope="module")
def built(intent: Intent) -> Built:
    return build_texts(intent)


# Valid, and the same everywhere


def test_it_is_valid_with_exactly_three_warnings() -> None:
    found = read(INVENTORY)[1].sorted()
    assert [(item.code, item.severity) for item in found] == [
        ("WAN007", Severity.WARNING),
        ("EXC005", Severity.WARNING),
        ("ZON014", Severity.WARNING),
    ]
    assert "moss-nursery" in found[0].message
    assert "segments.things.vlan" in found[1].message
    assert "54 days" in found[1].message


@pytest.mark.parametrize(
    ("today", "codes"),
    [
        (date(2026, 11, 15), ["WAN007", "ZON014"]),
        (date(2026, 11, 16), ["WAN007", "EXC005", "ZON014"]),
        (date(2027, 1, 15), ["WAN007", "EXC005", "ZON014"]),
        (date(2027, 1, 16), ["WAN007", "EXC004", "ZON014"]),
    ],
    ids=["61 days before", "60 days before", "the last day", "a day too late"],
)
def test_an_exception_is_announced_and_then_ends(today: date, codes: list[str]) -> None:
    assert [item.code for item in read(INVENTORY, today)[1].sorted()] == codes


def test_each_exception_shows_in_the_plan_of_its_school_alone(intent: Intent) -> None:
    _, plans = plan_all(intent)
    segments = {item.name: item for item in plans["tarn-primary"].segments}
    wlans = {item.name: item for item in plans["tarn-primary"].wlans}
    there = {item.name: item for item in plans["fell-village"].segments}
    assert (segments["things"].vlan, there["things"].vlan) == (777, 500)
    assert (segments["telephony"].vlan, there["telephony"].vlan) == (500, 510)
    assert str(segments["front-office"].prefix) == "172.16.190.128/26"
    assert str(there["front-office"].prefix) == "172.16.161.128/26"
    assert (segments["teach"].prefix.length, there["teach"].prefix.length) == (24, 25)
    assert (segments["things"].pool_first, there["things"].pool_first != "") == ("", True)
    assert (segments["visitors"].title, there["visitors"].title) == ("Callers", "Visitors")
    assert (wlans["hello"].ssid, wlans["campus"].bands, wlans["gadgets"].hidden) == (
        "Tarn Visitors",
        ("5",),
        False,
    )


def test_addresses_follow_the_arithmetic_of_the_plan(intent: Intent) -> None:
    """Checked by hand: /20 number N of 172.16.0.0/12, the transit of zone 5 at 0.0.15.0 + 5 x 8."""
    _, plans = plan_all(intent)
    blocks = {name: str(plan.block) for name, plan in plans.items()}
    assert blocks == {
        "moss-nursery": "172.16.0.0/20",
        "northmoor-house": "172.16.48.0/20",
        "fell-village": "172.16.160.0/20",
        "tarn-primary": "172.16.176.0/20",
        "crag-academy": "172.18.128.0/20",
    }
    learn = next(item for item in plans["crag-academy"].transits if item.zone == "learn")
    assert (str(learn.prefix), learn.vlan) == ("172.18.143.40/29", 3005)


def test_the_names_of_the_reference_trust_appear_nowhere(built: Built) -> None:
    for name, text in built.files.items():
        for word in ("rlt-", "RLT-", "riverside", "trust-services", "it-admin", "10.0.8.", "netpoll"):
            assert word not in text, f"{name} says {word}"


def test_every_line_has_an_origin_that_is_written_somewhere(
    inventory: Inventory, intent: Intent, built: Built
) -> None:
    traced = {name: lines for site in SITES for name, lines in traced_site(intent, site).items()}
    assert set(traced) == {name for name in built.files if not name.endswith(".txt")}
    for name, lines in traced.items():
        assert "".join(f"{line.text}\n" for line in lines) == built.files[name]
        for line in lines:
            assert line.origin, f"{name}: nobody asked for `{line.text}`"
            assert inventory.span(line.origin) is not None, f"{name}: `{line.origin}` is written nowhere"


@pytest.mark.parametrize("seed", ["1", "77"])
def test_bytes_do_not_depend_on_the_hash_seed(tmp_path: Path, built: Built, seed: str) -> None:
    command = [*NETGEN, "render", "-i", str(INVENTORY), "-o", str(tmp_path), "-j", "1"]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "NETGEN_TODAY": TODAY.isoformat()}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in built.files} == built.files


def test_bytes_do_not_depend_on_the_order_of_keys(tmp_path: Path, built: Built) -> None:
    """The last key of each file with one line a key comes first."""
    shutil.copytree(INVENTORY, tmp_path / "inventory")
    for name in ("zones", "segments", "services", "wlans", "filters", "roles"):
        file = tmp_path / f"inventory/standard/{name}.yaml"
        lines = file.read_text(encoding="utf-8").splitlines()
        file.write_text("\n".join(reversed(lines)), encoding="utf-8")
    assert build_texts(valid(tmp_path / "inventory")).files == built.files


def test_every_fortios_line_is_in_the_schema(built: Built) -> None:
    if schema_folder() is None:
        pytest.skip("hfortix-fortios is not installed: pip install --no-deps hfortix-fortios==0.5.164")
    texts = {name: text for name, text in built.files.items() if name.endswith(".conf")}
    assert len(texts) == len(SITES)
    for name, text in texts.items():
        assert unknown_lines(text) == [], name


# Judged


def test_the_embedded_judge_passes_everything(intent: Intent, built: Built) -> None:
    verdicts = judge_texts(intent, SITES, built.files).verdicts
    assert {item.id.split("/")[0] for item in verdicts} >= set(SITES)
    assert [(item.id, item.message) for item in verdicts if item.status is not Status.PASS] == []


@pytest.mark.batfish
def test_batfish_passes_everything(batfish_port: int, intent: Intent, built: Built) -> None:
    trust, plans = plan_all(intent)
    sites = site_texts(plans, SITES, built.files)
    verdicts, _, _ = judge_by_batfish(trust, sites, port=batfish_port, deadline_s=120)
    assert [(item.id, item.message) for item in verdicts if item.status is not Status.PASS] == []
    firewalls = {item.device for item in verdicts if item.rule.name == "zone-policy"}
    assert firewalls == {"nmh-fw1", "fel-fw1", "tarn-fw1", "crag-fw1", "moss-fw1"}


# Numbers never move


def numbers(trust: TrustPlan, plans: dict[str, SitePlan]) -> dict[str, object]:
    """Every number, address and name that a person or a device may have written down, by what it belongs to."""
    found: dict[str, object] = {}
    for site in trust.sites:
        found[f"{site.site} block"] = (site.block, site.public)
    for name, plan in plans.items():
        for segment in plan.segments:
            found[f"{name} segment {segment.name}"] = (
                segment.vlan,
                segment.prefix,
                segment.gateway,
                segment.gateway_on,
                segment.pool_first,
                segment.pool_last,
            )
        for transit in plan.transits:
            found[f"{name} transit {transit.zone}"] = (
                transit.vlan,
                transit.prefix,
                transit.firewall,
                transit.core,
            )
        for device in plan.devices:
            key = f"{name} device {device.cabinet} {device.origin.rpartition('/')[2]} {device.kind}"
            found[key] = (device.hostname, device.management)
            for lag in device.lags:
                found[f"{device.hostname} lag to {lag.peer}"] = lag.number
            for port_ in device.ports:
                found[f"{device.hostname} port {port_.interface}"] = (port_.number, port_.role, port_.native)
        for circuit in plan.circuits:
            found[f"{name} circuit {circuit.name}"] = (circuit.interface, circuit.ip, circuit.priority)
        for tunnel in plan.tunnels:
            found[f"{name} tunnel {tunnel.peer_site} {tunnel.circuit}"] = (
                tunnel.name,
                tunnel.local_address,
                tunnel.peer_address,
            )
        for policy in plan.policies:
            found[f"{name} policy {policy.from_zone} to {policy.to_zone}"] = policy.number
        for wlan in plan.wlans:
            found[f"{name} wlan {wlan.name}"] = (wlan.vlan, wlan.dynamic_vlans)
        for point in plan.access_points:
            found[f"{point.switch} access point {point.interface}"] = point.hostname
    return found


class Estate:
    """A copy of the second trust that a test edits."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(INVENTORY, folder / "inventory")
        self.folder = folder / "inventory"

    def replace(self, file: str, before: str, after: str) -> None:
        """Replace text that stands in the file once."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(before) == 1, f"{file} says {text.count(before)} times: {before}"
        path.write_text(text.replace(before, after), encoding="utf-8")

    def append(self, file: str, line: str) -> None:
        path = self.folder / file
        path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")

    def add_site(self, name: str, like: str, *edits: tuple[str, str]) -> None:
        """A school that is another one with edits."""
        text = (self.folder / f"sites/{like}.yaml").read_text(encoding="utf-8")
        for before, after in edits:
            assert before in text, before
            text = text.replace(before, after)
        (self.folder / f"sites/{name}.yaml").write_text(text, encoding="utf-8")


def add_school(estate: Estate) -> None:
    estate.add_site(
        "aaa-first",
        "fell-village",
        ("number: 10", "number: 1"),
        ("code: fel", "code: aaa"),
        ("200001", "200009"),
    )


def remove_school(estate: Estate) -> None:
    (estate.folder / "sites/fell-village.yaml").unlink()


def add_segment(estate: Estate) -> None:
    estate.append(
        "standard/segments.yaml",
        "aardvark: {vlan: 205, zone: things, window: 0.0.14.224/27, hosts: 5, title: New things}",
    )


def add_zone(estate: Estate) -> None:
    estate.append("standard/zones.yaml", "aardvark: {number: 3, title: New zone}")
    estate.append(
        "standard/segments.yaml",
        "aardvark: {vlan: 205, zone: aardvark, window: 0.0.14.224/27, hosts: 5, title: New things}",
    )


def add_rule(estate: Estate) -> None:
    file = estate.folder / "standard/policy.yaml"
    rule = "- {from: things, to: telephony, allow: [echo], why: Added before all others}\n"
    file.write_text(rule + file.read_text(encoding="utf-8"), encoding="utf-8")


def add_service(estate: Estate) -> None:
    estate.append("standard/services.yaml", 'aardvark: {tcp: ["1"], why: New}')


def add_wlan(estate: Estate) -> None:
    estate.append(
        "standard/wlans.yaml", "aardvark: {ssid: Aardvark, segment: visitors, security: enhanced-open}"
    )


def grow_capacity(estate: Estate) -> None:
    estate.replace("standard/archetypes.yaml", "pupils: 200, staff: 40", "pupils: 200, staff: 90")


def shrink_capacity(estate: Estate) -> None:
    estate.replace("standard/archetypes.yaml", "pupils: 700,", "pupils: 611,")
    estate.replace("standard/archetypes.yaml", "phones: 80", "phones: 20")


def add_cabinet(estate: Estate) -> None:
    estate.replace(
        "sites/crag-academy.yaml",
        "access_points:",
        "  aardvark:\n    number: 9\n    switches: {sw1: CCS-720XP-48Y6}\n"
        "    uplink: {links: {sw1/u1: hub-room/sw1/20}}\n    ports: {radio: sw1/1}\naccess_points:",
    )


def add_switch(estate: Estate) -> None:
    estate.replace(
        "sites/crag-academy.yaml",
        "    switches: {sw1: CCS-720XP-24ZY4}\n    uplink: {links: {sw1/u1: hub-room/sw1/3}}",
        "    switches: {sw1: CCS-720XP-24ZY4, sw2: CCS-720XP-48Y6}\n"
        "    uplink: {links: {sw1/u1: hub-room/sw1/3, sw2/u1: hub-room/sw1/4}}",
    )


def add_access_point(estate: Estate) -> None:
    estate.replace("sites/crag-academy.yaml", "radio: sw1/37-48", "radio: sw1/36-48")


def add_cable(estate: Estate) -> None:
    estate.replace(
        "sites/crag-academy.yaml",
        "{sw1/u1: hub-room/sw1/3}",
        "{sw1/u1: hub-room/sw1/3, sw1/u2: hub-room/sw1/4}",
    )


def add_circuit(estate: Estate) -> None:
    estate.replace(
        "sites/moss-nursery.yaml",
        "cabinets:",
        "  again: {carrier: Example Mobile, access: 4g, down: 30M, up: 9M, port: lan3, role: backup}\ncabinets:",
    )


def rename_school(estate: Estate) -> None:
    estate.replace("sites/fell-village.yaml", "name: Fell Village School", "name: Aardvark School")


def rename_titles(estate: Estate) -> None:
    estate.replace("standard/segments.yaml", "title: Teachers}", "title: Aardvarks}")
    estate.replace("standard/zones.yaml", "title: Teachers,", "title: Aardvarks,")
    estate.replace("standard/roles.yaml", "title: Sensor,", "title: Aardvark,")


def reorder_policy(estate: Estate) -> None:
    file = estate.folder / "standard/policy.yaml"
    head, *rules = file.read_text(encoding="utf-8").split("\n- ")
    comment, _, first = head.partition("\n- ")
    assert not first
    file.write_text(
        comment + "\n- " + "\n- ".join(reversed([rule.rstrip("\n") for rule in rules])) + "\n", "utf-8"
    )


#: (what, the edit, sites whose texts may differ, beginnings of what is new or gone, beginnings of what may change)
EDITS: list[tuple[str, Callable[[Estate], None], set[str], tuple[str, ...], tuple[str, ...]]] = [
    ("a school is added", add_school, {"aaa-first", "northmoor-house"},
     ("aaa-", "northmoor-house tunnel aaa-first"), ()),
    ("a school is removed", remove_school, {"fell-village", "northmoor-house"},
     ("fell-village ", "fel-", "northmoor-house tunnel fell-village"), ()),
    ("a segment is added", add_segment, set(SITES), tuple(f"{site} segment aardvark" for site in SITES), ()),
    ("a zone is added", add_zone, set(SITES),
     tuple(f"{site} {kind} aardvark" for site in SITES for kind in ("segment", "transit"))
     + tuple(f"{site} policy " for site in SITES), ()),
    ("a rule is added", add_rule, set(SITES), tuple(f"{site} policy things to telephony" for site in SITES), ()),
    ("a service is added", add_service, set(), (), ()),
    ("a WLAN is added", add_wlan, set(SITES) - {"moss-nursery"}, tuple(f"{site} wlan aardvark" for site in SITES), ()),
    ("a kind of school has more staff", grow_capacity, {"fell-village", "northmoor-house"}, (),
     ("fell-village segment teach",)),
    ("a kind of school has fewer pupils and phones", shrink_capacity, {"crag-academy", "northmoor-house"}, (),
     ("crag-academy segment learn-", "crag-academy segment telephony")),
    ("a cabinet is added", add_cabinet, {"crag-academy"},
     ("crag-academy device aardvark", "crag-aardvark-", "crag-hub-room-sw1 lag to crag-aardvark-sw1"),
     ("crag-hub-room-sw1 port Ethernet20",)),
    ("a switch is added", add_switch, {"crag-academy"},
     ("crag-academy device west sw2", "crag-west-sw2", "crag-hub-room-sw1 lag to crag-west-sw2"),
     ("crag-hub-room-sw1 port Ethernet4",)),
    ("an access point is added", add_access_point, {"crag-academy"}, ("crag-east-sw1 access point Ethernet36",),
     ("crag-east-sw1 port Ethernet36",)),
    ("a cable is added", add_cable, {"crag-academy"}, (),
     ("crag-hub-room-sw1 port Ethernet4", "crag-west-sw1 port Ethernet26")),
    ("a circuit is added", add_circuit, {"moss-nursery"}, ("moss-nursery circuit again",),
     ("moss-fw1 port lan3",)),
    ("a school has another name", rename_school, {"fell-village"}, (), ()),
    ("things have other titles", rename_titles, set(SITES), (), ()),
    ("the rules stand in another order", reorder_policy, set(SITES), (), ()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "may_differ", "comes_or_goes", "may_change"),
    [row[1:] for row in EDITS],
    ids=[row[0] for row in EDITS],
)
def test_numbers_never_move(
    edit: Callable[[Estate], None],
    may_differ: set[str],
    comes_or_goes: tuple[str, ...],
    may_change: tuple[str, ...],
    tmp_path: Path,
    intent: Intent,
    built: Built,
) -> None:
    estate = Estate(tmp_path)
    edit(estate)
    changed = valid(estate.folder)
    before, after = numbers(*plan_all(intent)), numbers(*plan_all(changed))
    assert [key for key in before.keys() ^ after.keys() if not key.startswith(comes_or_goes)] == []
    moved = {
        key: (before[key], after[key]) for key in before.keys() & after.keys() if before[key] != after[key]
    }
    assert {key: pair for key, pair in moved.items() if not key.startswith(may_change or ("nothing",))} == {}
    texts = build_texts(changed).files
    differing = {
        name.split("/")[0] for name in built.files.keys() | texts if built.files.get(name) != texts.get(name)
    }
    assert differing <= may_differ


def test_rules_in_another_order_differ_in_comments_alone(tmp_path: Path, built: Built) -> None:
    """A rule is known by its place in policy.yaml, which comments name; nothing else may follow the order."""
    estate = Estate(tmp_path)
    reorder_policy(estate)

    def without_comments(files: dict[str, str]) -> dict[str, list[str]]:
        return {
            name: [line for line in text.splitlines() if not line.lstrip().startswith("set comments ")]
            for name, text in files.items()
        }

    assert without_comments(build_texts(valid(estate.folder)).files) == without_comments(built.files)
