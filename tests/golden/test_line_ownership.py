"""Every top-level line of a golden config belongs to exactly one template: its `owns:` header says so.

A header claims the beginnings of lines. `wlan access-rule (but netgen-uplink)` leaves that one to
another template.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import yaml

from netgen.build import build_texts
from netgen.compiler import compile_site, plan_trust, slice_for
from netgen.device import Device
from netgen.diagnostics import Collector, as_text
from netgen.loader import load_inventory
from netgen.platforms.registry import platform, platform_keys
from netgen.rendering.environment import environment
from tests.schools import (
    break_out,
    steer,
    write_ipv6_school,
    write_paired_school,
    write_school,
    write_whole_standard,
)

ROOT = Path(__file__).parents[2]
HEADER = re.compile(
    r"\{#\nrenders: (?P<renders>\S.*?)\nowns: (?P<owns>\S.*?)\nvendor reference: (?P<reference>\S.*?)\n#\}\n",
    re.DOTALL,
)
#: Text that a person wrote: what stands between the first line of a banner and its end mark.
FREE_TEXT = {
    "aruba_aoscx": re.compile(r"^(banner motd \^)\n.*?^\^$", re.DOTALL | re.MULTILINE),
    "cisco_iosxe_wlc": re.compile(r"^(banner login \^C)\n.*?^\^C$", re.DOTALL | re.MULTILINE),
    "cisco_iosxe": re.compile(r"^(banner login \^C)\n.*?^\^C$", re.DOTALL | re.MULTILINE),
    "arista_eos": re.compile(r"^(banner login)\n.*?^EOF$", re.DOTALL | re.MULTILINE),
}
#: Lines that close a block and belong to whoever opened it.
CLOSING = {"fortinet_fortios": "end", "juniper_junos": "}"}
#: Claims that no box of the reference trust needs: kinds of port that none of its models has.
UNSEEN = {
    "cisco_iosxe": {
        "interface TwoGigabitEthernet",
        "interface FiveGigabitEthernet",
        "interface FortyGigabitEthernet",
        "interface HundredGigE",
        # Nobody is woken here: see tests/judge/test_wake.py.
        "ip access-list extended NETGEN-WAKE",
    },
    # No stack here has more than two members, and none of the probes' intervals is unlike the default.
    "aruba_aoscx": {*(f"interface {member}/" for member in range(3, 11)), "radius-server tracking"},
}


class Golden(msgspec.Struct, frozen=True):
    """A golden file and the box it is of."""

    name: str
    text: str
    box: Device


#: Schools that ask for the whole standard, on hardware that brings every platform: switch, firewall, access point.
SCHOOLS = (
    ("C9300-48P", "FortiGate-80F", "AP-635"),
    ("CCS-720XP-48Y6", "FortiGate-80F", "FAP-231F"),
    ("EX4100-48P", "SRX340", "C9120AXI"),
    ("6300M-48G-CL4", "PA-440", "NWA50AX"),
)
#: Firewalls of their hubs, where they are others than that of the reference trust, by firewall of the school.
HUBS = {"PA-440": "PA-1410"}
#: Schools whose cores are a pair: core, edge switch.
PAIRS = (("DCS-7050SX3-48YC8", "CCS-722XPM-48Y4"), ("8325-48Y8C", "6300M-48G-CL4"))
#: Firewalls of these schools of which two can be a pair.
PAIRABLE = {"FortiGate-80F", "PA-440", "SRX340"}


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Golden]]:
    """The golden files of boxes by platform, and those of schools that ask for the whole standard."""
    folders = [ROOT / "inventory"]
    for number, models in enumerate(SCHOOLS):
        for routed in (False, True):
            folder = tmp_path_factory.mktemp(f"school{number}")
            folders.append(
                write_school(
                    folder,
                    *models,
                    routed=routed,
                    full=True,
                    standby=routed and models[1] in PAIRABLE,
                    hub=HUBS.get(models[1], ""),
                )
            )
            if routed:
                _sign_and_route_tunnels(folders[-1])
    for number, models in enumerate(PAIRS):
        folders.append(write_paired_school(tmp_path_factory.mktemp(f"pair{number}"), *models))
    # Two zones between which IPv6 passes, which the whole standard does not have.
    folders.append(
        write_ipv6_school(tmp_path_factory.mktemp("ipv6"), "C9300-48P", "FortiGate-80F", routed=True)
    )
    for firewall in sorted(PAIRABLE):
        for way in (steer, break_out):
            folder = tmp_path_factory.mktemp("ways")
            folders.append(write_school(folder, "C9300-48P", firewall, "AP-635"))
            way(folders[-1])
    folders.append(write_whole_standard(tmp_path_factory.mktemp("whole")))
    folders.append(write_ipv6_school(tmp_path_factory.mktemp("ipv6"), "6300M-48G-CL4", "PA-440", routed=True))
    found: dict[str, list[Golden]] = {key: [] for key in platform_keys()}
    for folder in folders:
        collector = Collector()
        intent = load_inventory(folder, collector).intent
        assert intent is not None, as_text(collector)
        files = build_texts(intent).files
        trust = plan_trust(intent)
        for site in sorted(intent.sites):
            for box in compile_site(intent, slice_for(trust, site), site)[1]:
                name = f"{site}/{box.hostname}{platform(box.platform).extension}"
                found[box.platform].append(Golden(name, files[name], box))
    return found


def _sign_and_route_tunnels(inventory: Path) -> None:
    """Certificates in place of keys, BGP in place of static routes: the standard has one or the other."""
    file = inventory / "trust.yaml"
    trust = yaml.safe_load(file.read_text())
    trust["vpn"]["certificate"] = {"name": "NETGEN-VPN", "ca": "TRUST-CA", "expires": "2031-08-31"}
    trust["vpn"] |= {"routing": "bgp", "bfd": {}}
    file.write_text(yaml.safe_dump(trust, sort_keys=False))


def templates(key: str) -> list[Path]:
    """The template files of a platform."""
    found = sorted((ROOT / "templates" / key).glob("*.j2"))
    assert found
    return found


def claims(key: str) -> dict[str, list[str]]:
    """Template name to the beginnings of lines that it says it owns."""
    found = {}
    for path in templates(key):
        header = HEADER.match(path.read_text(encoding="utf-8"))
        assert header, f"{path} does not begin with renders:, owns: and vendor reference:"
        items = [" ".join(item.split()) for item in header["owns"].split(",")]
        found[path.name] = [] if items == ["nothing itself"] else items
    return found


def is_claimed(line: str, claim: str) -> bool:
    """Whether a line begins as a claim says, exception apart."""
    beginning, _, exception = claim.removesuffix(")").partition(" (but ")
    return line.startswith(beginning) and not (exception and line.startswith(f"{beginning} {exception}"))


def owners(line: str, by_template: dict[str, list[str]]) -> list[str]:
    """The templates that claim a line; one is right. The longest claim counts: `dns-server` is not `dns`."""
    found = {
        name: max((len(claim) for claim in items if is_claimed(line, claim)), default=0)
        for name, items in by_template.items()
    }
    longest = max(found.values())
    return [name for name, length in found.items() if length == longest > 0]


def top_level(key: str, text: str) -> Iterator[str]:
    """Lines at the left margin, without free text and without lines that only close a block."""
    if key in FREE_TEXT:
        text = FREE_TEXT[key].sub(r"\1", text)
    return (
        line for line in text.splitlines() if not line.startswith((" ", "\t")) and line != CLOSING.get(key)
    )


@pytest.mark.parametrize("key", platform_keys())
def test_each_template_begins_with_the_three_headers(key: str) -> None:
    for path in templates(key):
        assert HEADER.match(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("key", platform_keys())
def test_every_top_level_line_has_exactly_one_owner(key: str, golden: dict[str, list[Golden]]) -> None:
    by_template = claims(key)
    assert golden[key]
    for file in golden[key]:
        for line in top_level(key, file.text):
            found = owners(line, by_template)
            assert len(found) == 1, f"{file.name}: `{line}` is owned by {found}"


@pytest.mark.parametrize("key", platform_keys())
def test_each_template_prints_only_what_it_owns(key: str, golden: dict[str, list[Golden]]) -> None:
    by_template = claims(key)
    parts = [path.name for path in templates(key) if path.name != "device.j2"]
    for file in golden[key]:
        view = platform(key).view(file.box)
        left = Counter(top_level(key, file.text))
        for name in parts:
            text = environment().get_template(f"{key}/{name}").render(device=view)
            for line in top_level(key, text):
                assert owners(line, by_template) == [name], f"{name} prints `{line}`"
                left[line] -= 1
        # What no feature printed, the table of contents did.
        for line in left.elements():
            assert owners(line, by_template) == ["device.j2"], line
        assert min(left.values()) == 0, "a feature prints a line that the whole text lacks"


@pytest.mark.parametrize("key", platform_keys())
def test_no_template_claims_what_nobody_prints(key: str, golden: dict[str, list[Golden]]) -> None:
    lines = {line for file in golden[key] for line in top_level(key, file.text)}
    claimed = {claim for items in claims(key).values() for claim in items}
    unused = {claim for claim in claimed if not any(is_claimed(line, claim) for line in lines)}
    assert unused <= UNSEEN.get(key, set())


@pytest.mark.parametrize("key", platform_keys())
def test_no_claim_is_made_twice(key: str) -> None:
    counted = Counter(claim for items in claims(key).values() for claim in items)
    assert not [claim for claim, times in counted.items() if times > 1]


def test_fortios_has_nothing_but_sections_at_the_margin(golden: dict[str, list[Golden]]) -> None:
    for file in golden["fortinet_fortios"]:
        assert all(line.startswith("config ") for line in top_level("fortinet_fortios", file.text)), file.name
