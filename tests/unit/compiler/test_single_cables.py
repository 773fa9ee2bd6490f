"""A firewall and a wireless controller, each on one cable of the core: two trunks in no LAG."""

from __future__ import annotations

from pathlib import Path

import yaml
from tests.schools import write_school

from netgen.compiler import compile_site, plan_trust, slice_for
from netgen.diagnostics import Collector
from netgen.loader import load_inventory


def test_each_trunk_carries_what_its_own_neighbour_needs(tmp_path: Path) -> None:
    root = write_school(tmp_path, "C9300-48P", "FortiGate-80F", "CW9166I")
    file = root / "sites" / "elm.yaml"
    site = yaml.safe_load(file.read_text())
    site["firewall"]["links"] = dict([next(iter(site["firewall"]["links"].items()))])
    own = next(iter(site["access_points"]["controller"]["links"]))
    site["access_points"]["controller"]["links"] = {own: "main/sw1/45"}
    file.write_text(yaml.safe_dump(site, sort_keys=False), encoding="utf-8")
    intent = load_inventory(root, Collector()).intent
    assert intent is not None

    plan, devices = compile_site(intent, slice_for(plan_trust(intent), "elm"), "elm")

    core = next(device for device in devices if device.hostname == "elm-main-sw1")
    tagged = {
        description.split()[1]: run.profile.tagged
        for run in core.runs
        for _, description in run.members
        if run.profile.kind == "trunk" and description.startswith("to ")
    }
    assert tagged["elm-wlc1"] == tuple(item.vlan for item in plan.segments if item.access_points)
    assert tagged["elm-fw1"] == tuple(item.vlan for item in plan.segments)
