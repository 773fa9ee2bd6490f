"""Addresses of management ports in the out-of-band network of a school."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

import yaml
from tests.schools import write_school

from netgen.blueprint import OutOfBandPlan
from netgen.compiler import compile_site, plan_trust, slice_for
from netgen.diagnostics import Collector
from netgen.loader import load_inventory
from netgen.values import Prefix

WINDOW = Prefix.parse("10.10.54.0/23")


@functools.cache
def planned(*, asked: bool) -> dict[str, tuple[str, OutOfBandPlan | None]]:
    """Management address and out-of-band port of each box of the school."""
    with tempfile.TemporaryDirectory() as folder:
        root = write_school(Path(folder), "C9300-48P", "FortiGate-80F", "AP-635")
        for file, part in ((root / "trust.yaml", "addressing"), (root / "sites" / "elm.yaml", "")):
            content = yaml.safe_load(file.read_text())
            if part:
                content[part]["oob"] = "0.0.54.0/23"
            else:
                content["oob"] = asked
            file.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
        intent = load_inventory(root, Collector()).intent
    assert intent is not None
    plan, _ = compile_site(intent, slice_for(plan_trust(intent), "elm"), "elm")
    return {item.hostname: (item.management, item.oob) for item in plan.devices}


def test_a_site_that_has_no_such_network_has_no_such_address() -> None:
    assert {oob for _, oob in planned(asked=False).values()} == {None}


def test_a_switch_has_the_same_host_number_there_as_in_the_management_segment() -> None:
    found = planned(asked=True)
    switches = {name: oob for name, (_, oob) in found.items() if oob is not None}
    assert switches.keys() == {name for name in found if "-sw" in name}
    for name, oob in switches.items():
        host = Prefix.parse("10.10.0.0/22").offset(found[name][0])
        assert oob == OutOfBandPlan("GigabitEthernet0/0", WINDOW.address(host), WINDOW, "sites/elm/oob")
