"""Every line that BGP over the overlay brings is known to its vendor, at a school and at a hub of each make."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from netgen.compiler import compile_site, plan_all, slice_for
from netgen.diagnostics import Collector
from netgen.loader import load_inventory
from netgen.rendering import render_device
from tests.oracles import fortios_schema, junos_models, panos_schema
from tests.schools import write_school

FIREWALLS = {
    "fortinet_fortios": ("FortiGate-80F", r"(?m)^config router bgp$"),
    "juniper_junos": ("SRX340", r"(?m)^    bgp \{$"),
    "paloalto_panos": ("PA-440", r"protocol bgp enable yes"),
}


def texts(folder: Path, model: str) -> dict[str, str]:
    """Site to the text of its firewall; the hub has the same model as the school."""
    inventory = write_school(folder, "C9300-48P", model, "AP-635")
    trust = inventory / "trust.yaml"
    content = yaml.safe_load(trust.read_text(encoding="utf-8"))
    content["vpn"] |= {"routing": "bgp", "over": "every-circuit", "bfd": {}}
    trust.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
    school = yaml.safe_load((inventory / "sites" / "elm.yaml").read_text(encoding="utf-8"))
    hub = yaml.safe_load((inventory / "sites" / "dc.yaml").read_text(encoding="utf-8"))
    far = {own: item["links"] for own, item in (("hub", hub["firewall"]), ("school", school["firewall"]))}
    hub["firewall"] = {
        "model": model,
        "links": dict(zip(far["school"], far["hub"].values(), strict=True)),
    }
    (circuit,) = hub["circuits"].values()
    circuit["port"] = school["circuits"]["fttp"]["port"]
    (inventory / "sites" / "dc.yaml").write_text(yaml.safe_dump(hub, sort_keys=False), encoding="utf-8")
    intent = load_inventory(inventory, Collector()).intent
    assert intent is not None
    plan, _ = plan_all(intent)
    return {
        site: render_device(device)
        for site in intent.sites
        for device in compile_site(intent, slice_for(plan, site), site)[1]
        if device.role == "firewall"
    }


def wrong_lines(platform: str, text: str) -> list[object]:
    if platform == "juniper_junos":
        return list(junos_models.unknown_lines(text, "es"))
    if platform == "paloalto_panos":
        return list(panos_schema.objections(text))
    if fortios_schema.schema_folder() is None:
        pytest.skip("hfortix-fortios is not installed")
    return list(fortios_schema.unknown_lines(text))


@pytest.mark.parametrize("platform", sorted(FIREWALLS))
def test_every_line_is_known_to_the_vendor(platform: str, tmp_path: Path) -> None:
    model, sign = FIREWALLS[platform]
    found = texts(tmp_path, model)
    assert sorted(found) == ["dc", "elm"]
    for site, text in found.items():
        assert re.search(sign, text), site
        assert wrong_lines(platform, text) == []


def test_a_wrong_line_of_a_neighbour_is_objected_to() -> None:
    if fortios_schema.schema_folder() is None:
        pytest.skip("hfortix-fortios is not installed")
    text = (
        'config router bgp\n    config neighbor\n        edit "10.0.0.1"\n            set {}\n        next\n'
        "    end\nend\n"
    )
    assert wrong_lines("fortinet_fortios", text.format("remote-as 65000")) == []
    assert wrong_lines("fortinet_fortios", text.format("remote-is 65000"))
    assert wrong_lines("fortinet_fortios", text.format("bfd maybe"))
