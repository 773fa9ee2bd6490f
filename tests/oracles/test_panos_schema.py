"""Every line that a PAN-OS firewall gets is in the vendor's own specification, or vouched for by name."""

from __future__ import annotations

import pytest

from netgen.compiler import compile_site, plan_all, slice_for
from netgen.diagnostics import Collector
from netgen.loader import load_inventory
from netgen.rendering import render_device
from tests.oracles.panos_schema import EXTRACT, UNCOVERED, is_uncovered, objections
from tests.schools import write_school

SCHOOLS = {
    "collapsed": {},
    "routed": {"routed": True},
    "everything": {"full": True},
}


@pytest.fixture(scope="module", params=sorted(SCHOOLS))
def text(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The text of the firewall of a school."""
    folder = write_school(
        tmp_path_factory.mktemp("school"), "C9300-48P", "PA-440", "AP-635", **SCHOOLS[request.param]
    )
    intent = load_inventory(folder, Collector()).intent
    assert intent is not None
    trust, _ = plan_all(intent)
    _, devices = compile_site(intent, slice_for(trust, "elm"), "elm")
    (firewall,) = [device for device in devices if device.platform == "paloalto_panos"]
    return render_device(firewall)


def test_every_line_is_known_to_the_vendor(text: str) -> None:
    assert list(objections(text)) == []


def test_most_lines_are_vouched_for_by_the_specification_itself(text: str) -> None:
    lines = text.splitlines()
    assert len(lines) > 500
    assert sum(is_uncovered(line) for line in lines) < len(lines) / 20


def test_the_extract_names_its_source() -> None:
    assert "PaloAltoNetworks/pan-os-codegen" in EXTRACT.read_text(encoding="utf-8").partition("\n")[2]
    assert all(reason for _, reason in UNCOVERED)


@pytest.mark.parametrize(
    "line",
    [
        "set zone staff network layer3 ae1.30",
        "set zone staff network layer3 [ ae1.30 ae1.40 ]",
        "set network interface tunnel units tunnel.1 ip 10.0.0.1/32",
        "set network virtual-router default routing-table ip static-route n nexthop discard",
        'set tag x comments "for lessons"',
    ],
)
def test_a_right_line_is_silent(line: str) -> None:
    assert list(objections(line)) == []


@pytest.mark.parametrize(
    ("line", "objection"),
    [
        ("set zone staff network layer-3 ae1.30", "`layer-3` is unknown here"),
        ("set zone staff network layer3 ae1.30 ae1.40", "several values without brackets"),
        ("set zone staff enable-user-identification maybe", "neither yes nor no"),
        ("set rulebase security rules R action permit", "is not one of"),
        ("set rulebase security rules R action allow log-end", "after the value"),
        ("set rulebase security rules R log-end", "a value is missing"),
        ("set network ike gateway G protocol version ikev3", "is not one of"),
        ("set network ike crypto-profiles ike-crypto-profiles P dh-group group24", "is not one of"),
        ("set network virtual-router default routing-table ip static-route r metric 70000", "is not in"),
        (
            "set network virtual-router default routing-table ip static-route r nexthop discard yes",
            "unknown here",
        ),
        ("set deviceconfig system hostname a-name-that-is-much-too-long-for-it", "characters long"),
        ("set network dhcp interface ae1.30 server option lease forever", "`forever` is unknown here"),
        ("set network sdwan profile x", "`sdwan` is unknown here"),
        ("delete zone staff", "no set line"),
    ],
)
def test_a_wrong_line_is_objected_to(line: str, objection: str) -> None:
    found = [wrong for _, wrong in objections(line)]
    assert len(found) == 1
    assert objection in found[0]
