"""The catalogue as a whole: every entry is complete, consistent and says where it comes from."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from netgen.hardware import Catalogue, Hardware, PortKind, load_catalogue
from netgen.hardware.catalogue import read_family
from netgen.hardware.model import Throughput

CATALOGUE = load_catalogue()
EVERY_MODEL = pytest.mark.parametrize("hardware", CATALOGUE, ids=lambda item: item.model)

PLATFORMS = {
    "arista_eos", "aruba_aoscx", "aruba_instant", "cisco_iosxe", "cisco_iosxe_wlc", "fortinet_fortios",
    "juniper_junos", "openwrt", "paloalto_panos",
}  # fmt: skip
#: What one port can source by IEEE 802.3 at the switch, in watts.
POE_CEILING_W = {"none": 0.0, "af": 15.4, "at": 30.0, "bt3": 60.0, "bt4": 90.0}
#: What a device of each class can draw by IEEE 802.3, in watts at the device.
POE_CLASS_W = {0: 0.0, 3: 13.0, 4: 25.5, 5: 40.0, 6: 51.0, 7: 62.0, 8: 71.3}


def described(model: str) -> Hardware:
    hardware = CATALOGUE.get(model)
    assert hardware is not None, f"{model} is not described"
    return hardware


@EVERY_MODEL
def test_names_its_sources(hardware: Hardware) -> None:
    assert hardware.source
    assert all(source.strip() for source in hardware.source)


@EVERY_MODEL
def test_runs_a_known_platform(hardware: Hardware) -> None:
    assert hardware.platform in PLATFORMS


@EVERY_MODEL
def test_unverified_names_real_fields_once(hardware: Hardware) -> None:
    fields = set(Hardware.__struct_fields__)
    parts = {f"throughput.{name}" for name in Throughput.__struct_fields__}
    assert set(hardware.unverified) <= fields | parts
    assert len(hardware.unverified) == len(set(hardware.unverified))


@EVERY_MODEL
def test_port_names_are_unique_on_the_label_and_in_the_vendor_name(hardware: Hardware) -> None:
    groups = sum(group.count for group in hardware.ports)
    names = hardware.port_names()
    assert len(set(names)) == len(names) == groups
    for member in range(1, hardware.max_members + 1):
        interfaces = [hardware.interface(member, name) for name in names]
        assert None not in interfaces
        assert len(set(interfaces)) == len(interfaces)
        assert not any("{" in (interface or "") for interface in interfaces)


@EVERY_MODEL
def test_stack_members_differ_in_every_data_port(hardware: Hardware) -> None:
    data = [name for name in hardware.port_names() if kind(hardware, name) != "management"]
    interfaces = [hardware.interface(m, name) for m in range(1, hardware.max_members + 1) for name in data]
    assert len(set(interfaces)) == len(interfaces)


@EVERY_MODEL
def test_every_interface_leads_back_to_its_port(hardware: Hardware) -> None:
    for name in hardware.port_names():
        interface = hardware.interface(1, name)
        assert interface is not None
        assert hardware.port_of(interface) == (1, name)


@EVERY_MODEL
def test_no_port_exists_outside_the_stack(hardware: Hardware) -> None:
    first = hardware.port_names()[0]
    assert hardware.interface(0, first) is None
    assert hardware.interface(-1, first) is None
    assert hardware.interface(hardware.max_members + 1, first) is None


@EVERY_MODEL
def test_port_groups_are_sound(hardware: Hardware) -> None:
    for group in hardware.ports:
        assert group.count > 0
        assert group.count == 1 or "{n}" in group.label
        assert group.count == 1 or "{n}" in group.interface
        assert group.speeds_mbps
        assert list(group.speeds_mbps) == sorted(set(group.speeds_mbps))


@EVERY_MODEL
def test_power_over_ethernet_is_whole(hardware: Hardware) -> None:
    powered = [group for group in hardware.ports if group.poe != "none"]
    assert bool(powered) == (hardware.poe_budget_w > 0)
    for group in hardware.ports:
        assert group.poe_w == POE_CEILING_W[group.poe]
    # One port at full power must fit, and no switch promises more than all of its ports can take.
    if powered:
        most = sum(group.count * group.poe_w for group in powered)
        assert max(group.poe_w for group in powered) <= hardware.poe_budget_w <= most


@EVERY_MODEL
def test_access_points_say_what_they_serve_and_draw(hardware: Hardware) -> None:
    assert bool(hardware.radios) == bool(hardware.wifi_generation) == bool(hardware.poe_draw_w)
    bands = [radio.band for radio in hardware.radios]
    assert len(set(bands)) == len(bands)
    assert hardware.concurrent_radios <= len(bands)
    assert not hardware.radios or hardware.concurrent_radios >= 2
    assert ("6" in bands) == (hardware.wifi_generation in {"6E", "7"})
    assert hardware.poe_draw_w <= POE_CLASS_W[hardware.poe_class]
    if hardware.kind == "access_point":
        fastest = max(group.speeds_mbps[-1] for group in hardware.ports)
        assert hardware.ethernet_gbps * 1000 == fastest
    else:
        assert not hardware.radios


@EVERY_MODEL
def test_firewalls_pass_less_the_more_they_inspect(hardware: Hardware) -> None:
    assert (hardware.kind == "firewall") == (hardware.throughput is not None)
    if hardware.throughput is None:
        return
    promise = hardware.throughput
    assert promise.firewall_mbps >= promise.ngfw_mbps >= promise.threat_mbps
    assert promise.firewall_mbps > 0
    assert promise.ngfw_mbps > 0
    assert promise.ipsec_mbps > 0
    assert promise.max_tunnels > 0


@EVERY_MODEL
def test_factory_switch_members_are_ports_of_the_model(hardware: Hardware) -> None:
    assert set(hardware.factory_switch_members) <= set(hardware.port_names())
    assert bool(hardware.factory_switch) == bool(hardware.factory_switch_members)
    # A hardware switch nobody described is unknown, not absent.
    if hardware.kind == "firewall" and hardware.platform == "fortinet_fortios":
        assert hardware.factory_switch or "factory_switch" in hardware.unverified


@EVERY_MODEL
def test_switches_whose_stack_names_its_boxes_have_that_name(hardware: Hardware) -> None:
    if hardware.platform == "cisco_iosxe":
        assert hardware.os_sku == hardware.model.partition("+")[0].lower()
    elif hardware.platform == "aruba_aoscx" and hardware.stack:
        assert hardware.os_sku == hardware.aliases[0]
    else:
        assert hardware.os_sku == ""


def test_no_alias_hides_or_shares_a_name() -> None:
    owners: dict[str, str] = {}
    for item in CATALOGUE:
        for name in (item.model, *item.aliases):
            assert owners.setdefault(name.casefold(), item.model) == item.model


def test_get_takes_any_case_and_every_alias() -> None:
    assert described("c9300-48p") is described("C9300-48P")
    assert described("FG-60F").model == "FortiGate-60F"
    assert described("JL661A").model == "6300M-48G-CL4"
    assert described("C9300-48P+C9300-NM-2Y").model == "C9300-48P+NM-2Y"


def test_an_unknown_name_is_unknown() -> None:
    assert CATALOGUE.get("C9300-48") is None
    assert "C9300-48" not in CATALOGUE
    assert CATALOGUE.get("") is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("C9300-48UMX", "C9300-48UXM"),
        ("C9200L-48P-X4", "C9200L-48P-4X"),
        ("Fortigate 60F", "FortiGate-60F"),
        ("AP635", "AP-635"),
        ("CCS-720XP-48ZC", "CCS-720XP-48ZC2"),
        ("Ex3400-48", "EX3400-48P"),
    ],
)
def test_a_wrong_name_is_answered_with_the_nearest(written: str, meant: str) -> None:
    assert CATALOGUE.nearest(written) == meant


def test_nothing_is_offered_for_a_name_like_no_other() -> None:
    assert CATALOGUE.nearest("toaster") is None


def test_a_trust_adds_and_corrects_models_in_its_own_file(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        """
models:
  - model: HALL-SWITCH-4
    kind: switch
    platform: cisco_iosxe
    source: [label on the box]
    ports:
      - {kind: access, label: "{n}", count: 4, interface: "GigabitEthernet1/0/{n}", speeds_mbps: [1000], media: copper}
  - model: FortiGate-100F
    kind: firewall
    platform: fortinet_fortios
    source: [get hardware status of our own unit]
    ram_gb: 8
    ports:
      - {kind: wan, label: wan1, interface: wan1, speeds_mbps: [1000], media: copper}
"""
    )
    catalogue = load_catalogue(own)
    added = catalogue.get("HALL-SWITCH-4")
    corrected = catalogue.get("fortigate-100f")
    assert catalogue.problems == ()
    assert added is not None
    assert added.interface(1, "4") == "GigabitEthernet1/0/4"
    assert corrected is not None
    assert corrected.ram_gb == 8
    assert described("FortiGate-100F").ram_gb == 4
    assert len(catalogue) == len(CATALOGUE) + 1


def test_a_trust_may_fit_packaged_network_modules_to_its_own_switch(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        """
models:
  - model: C9300-48T
    kind: switch
    platform: cisco_iosxe
    source: [label on the box]
    network_modules: [C9300-NM-2Y]
    ports:
      - {kind: access, label: "{n}", count: 48, interface: "GigabitEthernet{member}/0/{n}",
         speeds_mbps: [1000], media: copper}
"""
    )
    added = load_catalogue(tmp_path).get("C9300-48T")
    assert added is not None
    assert added.interface(1, "u2") == "TwentyFiveGigE1/1/2"


PORT = "{kind: access, label: '1', interface: eth0, speeds_mbps: [1000], media: copper}"
HEAD = "models:\n  - model: X\n    kind: switch\n    platform: openwrt\n    source: [label]\n"


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        (HEAD + f"    kind: firewall\n    ports: [{PORT}]\n", "the key kind is written twice", 6),
        (HEAD + f"    colour: red\n    ports: [{PORT}]\n", "colour", 0),
        (HEAD + f"    ports: [{PORT}, {PORT}]\n", "port of X 1 is described twice", 0),
        (HEAD + f"    ports: [{PORT}]\n" + HEAD.removeprefix("models:\n") + f"    ports: [{PORT}]\n",
         "model X is described twice", 0),
        (HEAD + f"    ports: [{PORT}, {PORT.replace('1', '2', 1)}]\n", "interface of X eth0 is described twice", 0),
        (HEAD + f"    network_modules: [NM-9]\n    ports: [{PORT}]\n", "network module NM-9", 0),
        (HEAD.replace("switch", "toaster") + f"    ports: [{PORT}]\n", "toaster", 0),
        (HEAD + "    ports: [\n", "expected", 7),
        ("", "Expected `object`", 0),
    ],
    ids=["key twice", "unknown field", "port twice", "model twice", "interface twice", "unknown module", "unknown kind",
         "broken YAML", "empty file"],
)  # fmt: skip
def test_a_mistake_in_a_trusts_own_file_is_reported_and_adds_nothing(
    tmp_path: Path, text: str, said: str, line: int
) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(text)
    catalogue = load_catalogue(own)
    (problem,) = catalogue.problems
    assert said in problem.message
    assert problem.span is not None
    assert (problem.span.file, problem.span.line) == (str(own), line)
    assert catalogue.models() == CATALOGUE.models()


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    (problem,) = load_catalogue(tmp_path / "none.yaml").problems
    assert "No such file" in problem.message


def test_the_same_mistake_in_packaged_data_is_raised(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(HEAD + f"    colour: red\n    ports: [{PORT}]\n")
    with pytest.raises(msgspec.ValidationError, match="colour"):
        read_family(own)


def test_of_two_models_with_one_name_the_later_stands() -> None:
    first = described("AP-505")
    second = msgspec.structs.replace(first, notes="corrected")
    assert [item.notes for item in Catalogue([first, second])] == ["corrected"]


def kind(hardware: Hardware, name: str) -> PortKind:
    port = hardware.port(name)
    assert port is not None
    return port.kind
