"""No edit of an inventory crashes: it is refused at a place with advice, or it compiles, renders and is judged good.

The edits are those of tired people and of bad merges: a value replaced by another, a line lost, doubled or
moved, a bracket too many.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from netgen.checks import run_checks
from netgen.compiler import compile_site, plan_trust, slice_for
from netgen.device import Device
from netgen.diagnostics import Collector, Severity
from netgen.hardware import load_catalogue
from netgen.intent import Intent
from netgen.judge import Status, judge_site
from netgen.loader import load_inventory
from netgen.platforms.registry import PLATFORMS, lacks_by_platform
from netgen.rendering import render_device
from netgen.values import Prefix

BASE = Path(__file__).parents[1] / "checks" / "base"
TODAY = date(2026, 9, 14)
RENDERED = {platform.key: platform.kinds for platform in PLATFORMS}
WORDS = (
    "", "0", "1", "2", "4095", "-1", "010", "1.5", "1e9", "22:30", "true", "no", "null", "~", "any",
    "internal", "overlay", "internet", "0.0.0.0/0", "10.0.0.0/8", "10.0.0.1/8", "0.0.0.0/30", "0.0.62.0/23",
    "10.255.0.0/29", "::/0", "2001:db8::1", "sw1/1", "sw1/u1", "sw9/48", "sw1/8-1", "sw1/1-99",
    "main/sw1/u1", "core/sw9/1", "0M", "999999G", "1 per pupil", "9999999 per pupil", "0 per staff",
    "1 per x", "secret://env/A", "0.0.0.0", "224.0.0.5", "ef", "mon", "24:00", "00:00", "6", "5",
    "dot1x", "pppoe", "6-40", "20-6", "https://-", "com", "0.0001M", "00:00:00:00:00:00", "phone", "relay",
    "every-circuit", "strict", "[]", "{}", "[a, b]", "{a: b}", "&a", "*a", "!!int 3", "a\\nb", "'quote",
    '"x', "{{ 7 * 7 }}", "C9300-48P", "AP-515", "FortiGate-60F", "6300M-48G", "lan1", "wan1", "1900-01-01",
    "2026-09-15", "wlans.guest.ssid", "segments.staff.window", "segments.staff.hosts",
    "zones.guest.isolate", "hub", "by-phase", "0.0.0.0/18", "24", "12", "4000", "47",
)  # fmt: skip


@cache
def scalars(text: str) -> tuple[tuple[int, int], ...]:
    """Where the scalars of a YAML text begin and end, keys included."""
    found = []
    waiting = [yaml.compose(text)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.ScalarNode):
            found.append((node.start_mark.index, node.end_mark.index))
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
    return tuple(sorted(found))


#: What the small inventory does not say: texts that occur once, and what stands there in its place.
SAID_BESIDES = {
    "trust.yaml": {
        "ntp: [10.0.8.12]": "ntp: [10.0.8.12]\n  ntp_key: {id: 7, secret: secret://env/NTP}\n  flow: {host: 10.0.8.32}"
        "\n  dhcp: [10.0.8.14]",
        "  psk: secret://env/PSK_<site>": "  psk: secret://env/PSK_<site>\n  over: every-circuit\n"
        "wan: {probes: [9.9.9.9, 198.51.100.1], interval_s: 5, fail_after: 4}",
    },
    "sites/hill.yaml": {
        "access_points: {model: AP-635}": "access_points: {model: AP-635}\npublish:\n  portal: {number: 1,"
        " to: 10.7.134.20, services: [web], circuit: leased, from: [192.0.2.0/24], reason: Parents book evenings,"
        " owner: Bursar, risk: low, review: 2031-08-31}\nreservations:\n"
        '  recorder: {segment: cctv, mac: "00:1a:2b:3c:4d:5e", address: 10.7.174.20}',
        "port: port2,": "port: port2, address: pppoe, shape: true,"
        " login: {user: hill@isp.example, secret: secret://env/PPP},",
    },
    "sites/dc.yaml": {
        "staff: 2": "staff: 2\npartners:\n  azure: {number: 1, address: 198.51.100.77, prefix: 10.0.56.0/24,"
        " zone: cloud, psk: secret://env/AZURE}",
    },
    "standard/zones.yaml": {
        "internet:   {": "cloud:      {number: 22, title: Cloud of the trust, kind: hub}\ninternet:   {",
    },
    "standard/policy.yaml": {
        "allow: [sip],": "allow: [sip], when: lessons,",
        "- {from: guest, to: internal,": "- {from: staff, to: cloud, allow: [web], why: Management information}\n"
        "- {from: voice, to: it-admin, allow: [leases], why: Leases of telephones}\n"
        "- {from: guest, to: internal,",
    },
    "standard/services.yaml": {"ssh:   {": 'leases: {udp: ["67"]}\nssh:   {'},
    "standard/segments.yaml": {
        "hosts: 1.2 per camera,": "hosts: 1.2 per camera, options: {ntp: true, lease_hours: 4},",
        "hosts: 1 per phone,": "hosts: 1 per phone, options: {phone_servers: [10.0.8.40]},",
        "hosts: 40,": "hosts: 40, guard: true,",
        "hosts: 30, dhcp: none,": "hosts: 30, dhcp: none, jumbo: true,",
    },
    "standard/roles.yaml": {
        "segment: student}": "segment: student, access: dot1x, dynamic: true}",
        "poe_w: 6.5}": "poe_w: 6.5, trust: phone, poe_priority: high}",
        "segment: cctv,": "segment: cctv, access: mab,",
    },
    "standard/wlans.yaml": {
        "security: enhanced-open,": "security: enhanced-open, hours: lessons, client_rate: 20M,",
        "security: wpa3-enterprise,": "security: wpa3-enterprise, fast_roaming: true,",
    },
    "standard/filters.yaml": {
        "monitor: [social]}": "monitor: [social], video: moderate, deny: [{domain: prank.example,"
        " reason: Copies of pages, approved_by: Safeguarding lead, expires: 2031-08-31}]}",
    },
}
#: No `guest`: with it and without `failed`, IOS-XE also puts refused devices there, which the judge reports.
FILES_BESIDES = {
    "standard/access.yaml": "groups: {staff-devices: staff, pupil-devices: student}\nfailed: guest\n"
    "critical: own\nreauthenticate_hours: 8\n",
    "standard/protection.yaml": "ips: true\nantivirus: true\n",
    "standard/qos.yaml": "voice: {title: Voice, dscp: ef, percent: 15, priority: true}\n"
    "rest: {title: Rest, dscp: default, percent: 85}\n",
    "standard/radios.yaml": '"2.4": {channels: [1, 6, 11], width: 20, power: 6-12, lowest_rate: 12}\n'
    '"5": {channels: [36, 52, 100], width: 40, power: 10-18}\n',
    "standard/schedules.yaml": 'lessons: {title: Lessons, days: [mon, tue], start: "07:30", end: "18:00"}\n',
}


def with_everything(files: dict[str, str]) -> dict[str, str]:
    """The files with every word of the model that a small school would leave out."""
    found = {**files, **FILES_BESIDES}
    for name, words in SAID_BESIDES.items():
        for old, new in words.items():
            assert found[name].count(old) == 1, (name, old)
            found[name] = found[name].replace(old, new)
    return found


SMALL = {
    file.relative_to(BASE).as_posix(): file.read_text(encoding="utf-8")
    for file in sorted(BASE.rglob("*.yaml"))
}
FILES = with_everything(SMALL)
#: Every value of the inventory is a candidate for every other place.
KNOWN = sorted({text[start:end] for text in FILES.values() for start, end in scalars(text)})
NUMBER = re.compile("[0-9]+")


def form(text: str) -> str:
    """Texts of one form look alike: `sw1/1-20` and `sw2/3-4`, `staff` and `students`."""
    return re.sub("[a-z]+", "a", NUMBER.sub("9", text))


#: Values by their form: one of them in the place of another is the mistake that looks right.
ALIKE = {key: sorted(word for word in (*KNOWN, *WORDS) if form(word) == key) for key in map(form, KNOWN)}


@st.composite
def values_instead_of(draw: st.DrawFn, old: str) -> str:
    """Another value: one that looks alike, the same with another number, or anything."""
    numbers = list(NUMBER.finditer(old))
    kind = draw(st.sampled_from(("alike", "number", "number", "any")))
    if kind == "alike":
        return draw(st.sampled_from(ALIKE[form(old)]))
    if kind == "number" and numbers:
        place = draw(st.sampled_from(numbers))
        near = st.integers(max(0, int(place[0]) - 2), int(place[0]) + 2)
        number = draw(
            st.one_of(near, st.sampled_from((0, 1, 2, 9, 16, 29, 30, 31, 48, 60, 64, 255, 900, 1000, 4094)))
        )
        return old[: place.start()] + str(number) + old[place.end() :]
    return draw(st.one_of(st.sampled_from(WORDS), st.sampled_from(KNOWN), st.text(max_size=12)))


@st.composite
def edited_inventories(draw: st.DrawFn) -> dict[str, str]:
    """The sound base with one to three edits in different files or one."""
    files = dict(FILES)
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(sorted(files)))
        edit = draw(st.sampled_from(("value", "value", "value", "lose", "double", "swap", "insert")))
        if edit == "value":
            if files[name] != FILES[name]:
                continue  # the places below are those of the untouched text
            start, end = draw(st.sampled_from(scalars(FILES[name])))
            new = draw(values_instead_of(files[name][start:end]))
            files[name] = files[name][:start] + new + files[name][end:]
            continue
        lines = files[name].split("\n")
        line = draw(st.integers(0, len(lines) - 1))
        if edit == "lose":
            del lines[line]
        elif edit == "double":
            lines.insert(line, lines[line])
        elif edit == "swap":
            other = draw(st.integers(0, len(lines) - 1))
            lines[line], lines[other] = lines[other], lines[line]
        else:
            column = draw(st.integers(0, len(lines[line])))
            mark = draw(st.sampled_from(list("{}[]:,-#&*!|>'\"%@`\t ")))
            lines[line] = lines[line][:column] + mark + lines[line][column:]
        files[name] = "\n".join(lines)
    return files


@given(edited_inventories())
def test_an_edited_inventory_is_refused_with_a_place_or_compiles(files: dict[str, str]) -> None:
    collector = Collector()
    with tempfile.TemporaryDirectory() as folder:
        intent = read(files, Path(folder), collector)
    assert intent is not None or collector.has_errors
    for item in collector:
        assert item.span is not None, item
        assert item.span.file.startswith("inventory"), item
        assert item.help, item
        assert item.severity in Severity, item
        assert all(text.isprintable() for text in (item.message, item.help)), item
    if intent is not None and not collector.has_errors:
        assert_compiles(intent)


def read(files: dict[str, str], folder: Path, collector: Collector) -> Intent | None:
    """The inventory of these files, with every finding in the collector."""
    root = folder / "inventory"
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", errors="surrogatepass")
    inventory = load_inventory(root, collector)
    if inventory.intent is not None:
        lacks = lacks_by_platform()
        collector.extend(run_checks(inventory.intent, inventory, load_catalogue(), TODAY, RENDERED, lacks))
    return inventory.intent


def assert_compiles(intent: Intent) -> None:
    """Every site compiles and renders, what must be unique is, and the judge reads back what was meant."""
    trust = plan_trust(intent)
    devices: list[Device] = []
    prefixes: list[Prefix] = []
    for name in intent.sites:
        plan, boxes = compile_site(intent, slice_for(trust, name), name)
        devices += boxes
        prefixes += [item.prefix for item in (*plan.segments, *plan.transits)]
        assert all(plan.block.contains(item.prefix) for item in (*plan.segments, *plan.transits))
        assert_once([item.vlan for item in (*plan.segments, *plan.transits)])
        assert_once([policy.number for policy in plan.policies])
        assert_once(
            [
                end
                for link in plan.links
                for end in ((link.host_a, link.interface_a), (link.host_b, link.interface_b))
            ]
        )
        users = {zone.name for zone in trust.zones if zone.users}
        assert all(policy.filter for policy in plan.policies if policy.nat and policy.from_zone in users)
        for device in plan.devices:
            assert_once([lag.number for lag in device.lags])
            assert_once([member for lag in device.lags for member in lag.members])
            assert {vlan for port in device.ports for vlan in port.tagged} <= set(device.vlans)
        texts = {box.hostname: render_device(box) for box in boxes}
        assert all(box.management.allowed for box in boxes)
        objections = [item for item in judge_site(trust, plan, texts) if item.status is not Status.PASS]
        assert not objections, objections[:3]
    assert_once([device.hostname for device in devices])
    assert_once([device.management.address for device in devices])
    ordered = sorted(prefixes)
    assert not any(one.overlaps(other) for one, other in pairwise(ordered))


def assert_once(things: Sequence[object]) -> None:
    assert len(set(things)) == len(things), things


@pytest.mark.parametrize(
    ("code", "name", "old", "new"),
    [
        pytest.param(
            "ADR004", "sites/dc.yaml", "number: 0\n", "number: 1400\n", id="a hub outside of the supernet"
        ),
        pytest.param(
            "ADR004", "sites/hill.yaml", "number: 30\n", "number: 1400\n", id="a school outside of it"
        ),
        pytest.param("ADR007", "standard/segments.yaml", "0.0.46.0/23", "0.0.80.0/23", id="a window outside"),
        pytest.param(
            "INV042", "standard/archetypes.yaml", "\nhub:", "\nhubs:", id="a hub of an unknown kind"
        ),
    ],
)
def test_a_site_without_place_or_kind_is_one_finding_whatever_it_says_besides(
    code: str, name: str, old: str, new: str, tmp_path: Path
) -> None:
    assert FILES[name].count(old) == 1
    collector = Collector()
    read({**FILES, name: FILES[name].replace(old, new)}, tmp_path, collector)
    assert [item.code for item in collector] == [code]


@pytest.mark.parametrize("files", [SMALL, FILES], ids=["small", "with every word"])
def test_the_untouched_inventory_compiles(files: dict[str, str], tmp_path: Path) -> None:
    collector = Collector()
    intent = read(files, tmp_path, collector)
    assert not list(collector)
    assert intent is not None
    assert_compiles(intent)
