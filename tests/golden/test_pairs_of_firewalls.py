"""A school with two firewalls: both texts, the core between them, and what a rollout is told."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
import yaml

from netgen.blueprint import SitePlan, TrustPlan
from netgen.build.address_list import address_list
from netgen.compiler import compile_site, plan_all, slice_for
from netgen.device import Device
from netgen.diagnostics import Collector
from netgen.loader import load_inventory
from netgen.rendering import render_device
from netgen.reports.targets import targets
from tests.oracles import fortios_schema, panos_schema
from tests.schools import write_school

#: A pair of each has two texts.
FIREWALLS = ("FortiGate-60F", "PA-440", "PA-1410")
#: A pair of each is one box, with the slot of the second node's ports.
CLUSTERS = {"SRX320": 3, "SRX340": 5, "SRX345": 5, "SRX380": 5}


class School(msgspec.Struct, frozen=True):
    """A compiled school."""

    trust: TrustPlan
    plan: SitePlan
    devices: dict[str, Device]


def compiled(folder: Path) -> School:
    collector = Collector()
    intent = load_inventory(folder, collector).intent
    assert intent is not None, list(collector)
    trust, _ = plan_all(intent)
    plan, devices = compile_site(intent, slice_for(trust, "elm"), "elm")
    return School(trust, plan, {device.hostname: device for device in devices})


@pytest.fixture(scope="module", params=FIREWALLS)
def school(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> School:
    folder = write_school(
        tmp_path_factory.mktemp("pair"), "C9300-48P", request.param, "AP-635", routed=True, standby=True
    )
    return compiled(folder)


def test_the_standby_is_the_first_but_for_its_place_in_the_pair(school: School) -> None:
    first, second = school.devices["elm-fw1"], school.devices["elm-fw2"]
    assert first.firewall is not None
    assert second.firewall is not None
    assert second == msgspec.structs.replace(first, hostname="elm-fw2", firewall=second.firewall)
    assert second.firewall == msgspec.structs.replace(first.firewall, pair=second.firewall.pair)
    assert (first.firewall.pair.member, second.firewall.pair.member) == (1, 2)  # type: ignore[union-attr]


def test_the_first_member_alone_is_a_device_of_the_plan(school: School) -> None:
    assert "elm-fw2" not in {device.hostname for device in school.plan.devices}
    assert school.plan.firewall_pair is not None
    assert (school.plan.firewall_pair.first, school.plan.firewall_pair.standby) == ("elm-fw1", "elm-fw2")


def test_each_member_has_a_lag_of_its_own_with_the_same_vlans_on_the_core(school: School) -> None:
    (core,) = (device for device in school.plan.devices if device.is_core)
    lags = {lag.number: lag for lag in core.lags if lag.peer in ("elm-fw1", "elm-fw2")}
    assert {number: lag.peer for number, lag in lags.items()} == {48: "elm-fw1", 58: "elm-fw2"}
    assert lags[48].tagged == lags[58].tagged
    assert set(lags[48].members).isdisjoint(lags[58].members)


def test_both_members_cables_are_in_the_plan(school: School) -> None:
    cables = {link.host_a: 0 for link in school.plan.links}
    for link in school.plan.links:
        cables[link.host_a] += 1
    assert cables["elm-fw1"] == cables["elm-fw2"] == 2


def test_a_rollout_knows_the_pair_as_one_target(school: School) -> None:
    texts = {f"elm/{name}.txt": "text" for name in school.devices}
    told = {item.hostname: item for item in targets([school.plan], texts, 300)}
    assert told["elm-fw1"].is_pair
    assert "elm-fw2" not in told
    assert not any(item.is_pair for name, item in told.items() if name != "elm-fw1")


def test_both_texts_are_in_their_makers_words(school: School) -> None:
    for name in ("elm-fw1", "elm-fw2"):
        device = school.devices[name]
        text = render_device(device)
        if device.platform == "paloalto_panos":
            assert list(panos_schema.objections(text)) == []
        elif fortios_schema.schema_folder() is not None:
            assert fortios_schema.unknown_lines(text) == []


def test_a_second_firewall_changes_nothing_for_access_switches_and_access_points(
    school: School, tmp_path: Path
) -> None:
    model = school.devices["elm-fw1"].model
    alone = compiled(write_school(tmp_path, "C9300-48P", model, "AP-635", routed=True))
    moved = {
        name
        for name, box in alone.devices.items()
        if render_device(box) != render_device(school.devices[name])
    }
    assert moved == {"elm-fw1", "elm-main-sw1"}


def test_a_pair_of_firewalls_at_a_pair_of_cores_has_a_leg_to_each(tmp_path: Path) -> None:
    folder = write_school(tmp_path, "CCS-722XPM-48Y4", "FortiGate-100F", "AP-635", routed=True, standby=True)
    file = folder / "sites" / "elm.yaml"
    site = yaml.safe_load(file.read_text(encoding="utf-8"))
    main = site["cabinets"]["main"]
    main["switches"]["sw2"] = main["switches"]["sw1"]
    main["pair"] = {"peer_link": ["u5", "u6"], "keepalive": "mgmt"}
    for number, links in enumerate((site["firewall"]["links"], site["firewall"]["pair"]["links"])):
        first, second = links
        links.update({first: f"main/sw1/{45 + number}", second: f"main/sw2/{45 + number}"})
    file.write_text(yaml.safe_dump(site, sort_keys=False), encoding="utf-8")
    school = compiled(folder)
    cores = [device for device in school.plan.devices if device.is_core]
    assert [core.hostname for core in cores] == ["elm-main-sw1", "elm-main-sw2"]
    for core in cores:
        legs = {lag.number: len(lag.members) for lag in core.lags if lag.peer.startswith("elm-fw")}
        assert legs == {48: 1, 58: 1}
    assert school.plan.firewall_pair is not None
    assert [switch for _, switch, _ in school.plan.firewall_pair.links] == ["elm-main-sw1", "elm-main-sw2"]


def test_the_list_of_addresses_names_the_standby(school: School) -> None:
    assert re.search(r"(?m)^elm-fw2 +stands by for elm-fw1$", address_list(school.plan))


@pytest.mark.parametrize("model", CLUSTERS)
def test_a_cluster_is_one_box_with_one_text(model: str, tmp_path: Path) -> None:
    school = compiled(write_school(tmp_path, "EX4100-48P", model, "AP-635", standby=True))
    assert "elm-fw2" not in school.devices
    text = render_device(school.devices["elm-fw1"])
    assert f"ge-{CLUSTERS[model]}/0/" in text
    assert school.plan.firewall_pair is not None
    own = school.plan.firewall_pair.heartbeat[0]
    far = own.replace("ge-0/", f"ge-{CLUSTERS[model]}/")
    assert text.count(f"                {own};\n") == text.count(f"                {far};\n") == 1
    (core,) = (device for device in school.plan.devices if device.is_core)
    assert {lag.peer for lag in core.lags if lag.number in (48, 58)} == {"elm-fw1", "elm-fw2"}


def test_one_cable_to_each_member_is_two_plain_trunks(tmp_path: Path) -> None:
    folder = write_school(tmp_path, "C9300-48P", "FortiGate-60F", "AP-635", standby=True)
    site = folder / "sites" / "elm.yaml"
    text = site.read_text(encoding="utf-8")
    for cable in ("    internal1: main/sw1/48\n", "      internal1: main/sw1/46\n"):
        assert cable in text
        text = text.replace(cable, "")
    site.write_text(text, encoding="utf-8")
    school = compiled(folder)
    (core,) = (device for device in school.plan.devices if device.is_core)
    trunks = {port.peer: port for port in core.ports if port.peer.startswith("elm-fw")}
    assert {peer: port.kind for peer, port in trunks.items()} == {
        "elm-fw1 dmz": "trunk",
        "elm-fw2 dmz": "trunk",
    }
    assert len({(port.native, port.tagged) for port in trunks.values()}) == 1
    first, second = (render_device(school.devices[name]) for name in ("elm-fw1", "elm-fw2"))
    assert sum(one != two for one, two in zip(first.splitlines(), second.splitlines(), strict=True)) == 2
