"""The judge notices every single-line edit that changes behaviour, and stays silent on the others.

A judge that was never seen to object is unproven: `mutations.yaml` is the list of what it must catch. An edit that says
`by` must be caught by that rule, and not only by one that understands nothing (JDG103) or doubts everything (JDG104).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
import yaml
from tests.schools import (
    break_out,
    give_things_their_own_keys,
    sign_in,
    steer,
    write_ipv6_school,
    write_paired_school,
    write_school,
    write_waking_school,
)

from netgen.blueprint import SitePlan, TrustPlan
from netgen.build import build_texts
from netgen.compiler import plan_all
from netgen.diagnostics import Collector
from netgen.judge import SETTLED, Status, judge_site
from netgen.judge.wired_vocabulary import UNCHECKED_WHERE_LEASED
from netgen.judge.wireless_vocabulary import WLAN_NOT_IN_TEXT
from netgen.loader import load_inventory
from netgen.platforms.features import FEATURE_NAMES

ROOT = Path(__file__).parents[3]
HERE = Path(__file__).parent
#: List of mutations -> the hardware of the school that it edits: switch, firewall, access point. The list
#: `mutations.yaml` edits the reference trust; every other one a school that asks for the whole standard.
SCHOOLS = {
    "arista_eos": ("CCS-720XP-48Y6", "FortiGate-80F", "AP-635"),
    "aruba_aoscx": ("6300M-48G-CL4", "FortiGate-80F", "FAP-231F"),
    "aruba_instant": ("C9300-48P", "FortiGate-80F", "AP-635"),
    "cisco_iosxe": ("C9300-48P", "FortiGate-80F", "AP-635"),
    "cisco_iosxe_wlc": ("C9300-48P", "FortiGate-80F", "C9120AXI"),
    "fortiap": ("C9300-48P", "FortiGate-80F", "FAP-231F"),
    "fortinet_fortios": ("C9300-48P", "FortiGate-80F", "AP-635"),
    "fortinet_pair": ("C9300-48P", "FortiGate-100F", "AP-635"),
    "fortinet_breakout": ("C9300-48P", "FortiGate-80F", "AP-635"),
    "fortinet_fallback": ("C9300-48P", "FortiGate-80F", "AP-635"),
    "fortinet_leased": ("C9300-48P", "FortiGate-80F", "AP-635"),
    "fortinet_steering": ("C9300-48P", "FortiGate-80F", "AP-635"),
    "juniper_breakout": ("C9300-48P", "SRX340", "AP-635"),
    "juniper_hub": ("C9300-48P", "FortiGate-80F", "AP-635"),
    "juniper_signed_in": ("C9300-48P", "SRX340", "AP-635"),
    "juniper_steering": ("C9300-48P", "SRX340", "AP-635"),
    "paloalto_breakout": ("C9300-48P", "PA-440", "AP-635"),
    "paloalto_signed_in": ("C9300-48P", "PA-440", "AP-635"),
    "paloalto_steering": ("C9300-48P", "PA-440", "AP-635"),
    "juniper_junos": ("EX4100-48P", "SRX340", "AP-635"),
    "juniper_pair": ("EX4100-48P", "SRX340", "AP-635"),
    "openwrt": ("C9300-48P", "FortiGate-80F", "NWA50AX"),
    "openwrt_own_keys": ("C9300-48P", "FortiGate-80F", "NWA50AX"),
    "paloalto_panos": ("C9300-48P", "PA-440", "AP-635"),
    "paloalto_panos_hub": ("C9300-48P", "FortiGate-80F", "AP-635"),
    "paloalto_pair": ("C9300-48P", "PA-440", "AP-635"),
}
#: Lists whose school has a second firewall.
STANDBY = frozenset({"fortinet_pair", "juniper_pair", "paloalto_pair"})
#: The same for schools whose cores are a pair: core, edge switch.
PAIRED_SCHOOLS = {
    "arista_eos_pair": ("DCS-7050SX3-48YC8", "CCS-722XPM-48Y4"),
    "aruba_aoscx_pair": ("8325-48Y8C", "6300M-48G-CL4"),
}
#: The same for schools with IPv6 in some segments: a core that routes, a firewall.
IPV6_SCHOOLS = {
    "ipv6_aruba_aoscx": ("6300M-48G-CL4", "FortiGate-80F"),
    "ipv6_fortinet_fortios": ("C9300-48P", "FortiGate-80F"),
    "ipv6_juniper_junos": ("EX4100-48P", "SRX340"),
    "ipv6_paloalto_panos": ("CCS-720XP-48Y6", "PA-440"),
}

#: The same for schools where the core lets some segments be woken.
WAKING_SCHOOLS = {"wake_cisco_iosxe": ("C9300-48P", "FortiGate-80F", "AP-635")}


def _break_out_and_refuse(inventory: Path) -> None:
    """The school breaks out at the hub, which refuses a country."""
    break_out(inventory)
    (inventory / "standard" / "protection.yaml").write_text("geo: {deny: [KP]}\n")


#: Lists whose school asks for ways of its traffic, and what makes it do so: no school can ask for all of them.
WAYS: dict[str, Callable[[Path], None]] = {
    "fortinet_breakout": _break_out_and_refuse,
    "fortinet_fallback": partial(break_out, breakout="hub-or-local"),
    "fortinet_leased": partial(steer, leased=True),
    "fortinet_steering": steer,
    "juniper_breakout": break_out,
    "juniper_signed_in": sign_in,
    "juniper_steering": steer,
    "openwrt_own_keys": give_things_their_own_keys,
    "paloalto_breakout": break_out,
    "paloalto_signed_in": sign_in,
    "paloalto_steering": steer,
}
#: Lists whose school asks for something that would take the place of what the whole standard asks for.
WISHES: dict[str, dict[str, bool]] = {
    f"overlay_{platform}": {"bgp": True}
    for platform in ("fortinet_fortios", "juniper_junos", "paloalto_panos")
}
#: Lists whose school has a core that routes, and asks for the whole standard.
WISHES |= {
    f"routed_{platform}": {"full": True, "routed": True}
    for platform in ("arista_eos", "aruba_aoscx", "cisco_iosxe", "juniper_junos")
}
SCHOOLS |= {name: SCHOOLS[name.partition("_")[2]] for name in WISHES}
#: Firewalls of hubs, where they are others than that of the reference trust.
HUBS = {"juniper_hub": "SRX1500", "paloalto_panos_hub": "PA-1410", "paloalto_breakout": "PA-1410"}
REFERENCE = "mutations"


def models_of(name: str) -> tuple[str, str, str]:
    """Switch, firewall and access point of the school of a list."""
    if name in PAIRED_SCHOOLS:
        return PAIRED_SCHOOLS[name][1], "FortiGate-80F", "AP-635"
    if name in IPV6_SCHOOLS:
        return *IPV6_SCHOOLS[name], "AP-635"
    return (SCHOOLS | WAKING_SCHOOLS)[name]


def firewall_of_hub(name: str) -> str:
    """The firewall of the hub of a list."""
    return HUBS.get(name, "FortiGate-600F")


def rows(file: Path) -> list[dict[str, object]]:
    return [{**row, "list": file.stem} for row in yaml.safe_load(file.read_text(encoding="utf-8"))]


MUTATIONS = [row for file in sorted(HERE.glob("*.yaml")) for row in rows(file)]


def mutated(text: str, mutation: dict[str, object]) -> str:
    """The text with the one line edited; fails if the place is not there any more."""
    lines = text.split("\n")
    stripped = [line.strip() for line in lines]
    assert mutation["in"] in stripped, f"no line `{mutation['in']}`"
    start = stripped.index(mutation["in"])
    assert mutation["find"] in stripped[start:], f"no line `{mutation['find']}` after `{mutation['in']}`"
    place = stripped.index(mutation["find"], start)
    if mutation.get("delete"):
        del lines[place]
    elif "insert" in mutation:
        lines.insert(place + 1, mutation["insert"])
    else:
        indent = lines[place][: len(lines[place]) - len(lines[place].lstrip())]
        lines[place] = indent + mutation["replace"].strip()
    return "\n".join(lines)


Estate = tuple[TrustPlan, dict[str, SitePlan], dict[str, str]]
ESTATES: dict[str, Estate] = {}


def estate_of(name: str, folder: Path) -> Estate:
    """What a list of mutations edits, built once a worker."""
    if name not in ESTATES:
        inventory = ROOT / "inventory"
        if name in PAIRED_SCHOOLS:
            inventory = write_paired_school(folder, *PAIRED_SCHOOLS[name])
        elif name in IPV6_SCHOOLS:
            inventory = write_ipv6_school(folder, *IPV6_SCHOOLS[name], routed=True)
        elif name in WAKING_SCHOOLS:
            inventory = write_waking_school(folder, *WAKING_SCHOOLS[name])
        elif name != REFERENCE:
            usual = {"full": name not in WAYS, "standby": name in STANDBY}
            wishes: dict[str, bool] = WISHES.get(name, usual)
            inventory = write_school(folder, *SCHOOLS[name], **wishes, hub=HUBS.get(name, ""))
        if name in WAYS:
            WAYS[name](inventory)
        intent = load_inventory(inventory, Collector()).intent
        assert intent is not None
        trust, plans = plan_all(intent)
        ESTATES[name] = trust, plans, build_texts(intent).files
    return ESTATES[name]


def objections(estate: Estate, mutation: dict[str, object]) -> list[str]:
    trust, plans, files = estate
    site = mutation["file"].split("/")[0]
    texts = {
        Path(name).stem: mutated(text, mutation) if name in (mutation["file"], mutation.get("also")) else text
        for name, text in files.items()
        if name.startswith(f"{site}/") and not name.endswith(".txt")
    }
    return [
        f"{item.rule.code} {item.message}"
        for item in judge_site(trust, plans[site], texts)
        if item.status not in SETTLED
        and not (item.status is Status.NOT_DECIDED and _is_unsayable(item.message))
    ]


def _is_unsayable(message: str) -> bool:
    """True where the vocabulary names why no text of the platform can say what the standard asks for."""
    if message in UNCHECKED_WHERE_LEASED.values():
        return True
    reasons = {reason for said in WLAN_NOT_IN_TEXT.values() for reason in said.values()}
    return message.startswith("SSID ") and set(message.partition(": ")[2].split("; ")) <= reasons


#: What is objected to without any edit, by list and site: an edit must add to it.
BEFORE: dict[tuple[str, str], set[str]] = {}


def added_objections(name: str, estate: Estate, mutation: dict[str, object]) -> set[str]:
    """The objections that the edit alone brings."""
    file = str(mutation["file"])
    key = (name, file.split("/", maxsplit=1)[0])
    if key not in BEFORE:
        first = estate[2][file].split("\n")[0].strip()
        BEFORE[key] = set(objections(estate, {"file": file, "in": first, "find": first, "replace": first}))
    return set(objections(estate, mutation)) - BEFORE[key]


def test_there_are_enough_mutations_and_each_has_its_own_name_and_reason() -> None:
    harmless = [item for item in MUTATIONS if item.get("harmless")]
    assert len(MUTATIONS) - len(harmless) >= 200
    assert len(harmless) >= 20
    assert len({item["id"] for item in MUTATIONS}) == len(MUTATIONS)
    assert all(len(item["why"]) > 10 for item in MUTATIONS)


def test_every_mutated_line_belongs_to_a_feature() -> None:
    strange = [
        row["id"] for row in MUTATIONS if row["list"] != REFERENCE and row.get("feature") not in FEATURE_NAMES
    ]
    assert not strange


@pytest.mark.parametrize(("name", "file"), sorted({(item["list"], item["file"]) for item in MUTATIONS}))
def test_the_judge_is_silent_before_the_edit(tmp_path: Path, name: str, file: str) -> None:
    estate = estate_of(name, tmp_path)
    first = estate[2][file].split("\n")[0].strip()
    assert not objections(estate, {"file": file, "in": first, "find": first, "replace": first})


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda item: item["id"])
def test_the_judge_catches_it(tmp_path: Path, mutation: dict[str, object]) -> None:
    name = str(mutation["list"])
    found = added_objections(name, estate_of(name, tmp_path), mutation)
    if mutation.get("harmless"):
        assert not found, f"the judge objects to an edit that changes nothing: {found}"
    else:
        assert found, f"survived: {mutation['why']}"
        codes = {item.split(" ", 1)[0] for item in found}
        assert mutation.get("by") in codes | {None}, f"caught by {sorted(codes)} alone"
