"""Bad input ends in findings with file, line, column, code and advice, and nothing else happens.

Each case changes the small sound inventory of `tests/checks/base`. In a replacement, `¦` marks the place that
the finding must name; it is not written.
"""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from netgen.checks import run_checks
from netgen.diagnostics import Collector, Diagnostic, as_json, as_junit, as_sarif, as_text
from netgen.hardware import load_catalogue
from netgen.intent.forms import FORMS
from netgen.intent.remote import RemoteAccess
from netgen.intent.trust import Wake
from netgen.loader import load_inventory
from netgen.loader.inventory import SCHEMAS
from netgen.platforms.registry import PLATFORMS

BASE = Path(__file__).parents[1] / "checks" / "base"
TODAY = date(2026, 9, 14)
RENDERED = {platform.key: platform.kinds for platform in PLATFORMS}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the sound inventory."""
    folder = tmp_path / "inventory"
    for file in BASE.rglob("*.yaml"):
        copy = folder / file.relative_to(BASE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    return folder


def findings(root: Path) -> list[Diagnostic]:
    """Everything that is wrong, by the public functions alone."""
    collector = Collector()
    inventory = load_inventory(root, collector)
    if inventory.intent is not None:
        collector.extend(run_checks(inventory.intent, inventory, load_catalogue(), TODAY, RENDERED))
    found = collector.sorted()
    for item in found:
        assert item.span is not None, item
        assert item.help, item
    return found


def places(root: Path) -> list[tuple[str, str]]:
    return [(item.code, str(item.span)) for item in findings(root)]


def edit(root: Path, name: str, old: str, new: str) -> str:
    """Replace what occurs once; returns the place of `¦` in the replacement."""
    text = (root / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    text = text.replace(old, new)
    before, mark, after = text.partition("¦")
    assert mark, "a replacement names the place that is to be reported"
    (root / name).write_text(before + after, encoding="utf-8")
    return f"inventory/{name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


PATH = "path: segments.cctv.vlan\n"
VALUE = "    value: 190\n"
REASON = "    reason: The recorder is set to VLAN 190\n"
WHO = "    approved_by: Network lead\n"
END = "    expires: 2031-08-31\n"
KS1 = """switches: {sw1: C9200L-24P-4X}
    uplink: {links: {sw1/u1: main/sw1/u1, sw1/u2: main/sw2/u1}}
    ports:
"""
KS1_PORTS = "      classroom: sw1/1-8\n      teacher: sw1/9-12\n      access-point: sw1/17-20\n"
POWERED = "      access-point: sw1/1-18\n"
OAK, SEGMENTS, TRUST = "sites/oak.yaml", "standard/segments.yaml", "trust.yaml"


@pytest.mark.parametrize(
    ("code", "name", "old", "new"),
    [
        pytest.param("INV001", OAK, "urn: ", "¦urn ", id="YAML syntax error"),
        pytest.param("INV003", OAK, "  mobile: {", "¦\tmobile: {", id="a tab as indentation"),
        pytest.param("INV002", OAK, "number: 7", "number: 7\n¦number: 8", id="duplicate key"),
        pytest.param("INV021", OAK, "stack: true", "¦stak: true", id="unknown key"),
        pytest.param("INV022", OAK, "ks1:\n    number: 2\n", "¦ks1:\n", id="missing key"),
        pytest.param("INV023", OAK, "pupils: 418", "pupils: ¦many", id="wrong type"),
        pytest.param("INV027", OAK, "pupils: 418", "pupils: ¦0418", id="an octal number"),
        pytest.param("INV023", OAK, "stack: true", "stack: ¦yes", id="a truth value of YAML 1.1"),
        pytest.param("INV024", OAK, "number: 7", "number: ¦-1", id="a negative number"),
        pytest.param("INV025", OAK, "access: fttp", "access: ¦fibre", id="no such choice"),
        pytest.param("VLN001", SEGMENTS, "vlan: 30", "vlan: ¦0", id="VLAN 0"),
        pytest.param("VLN001", SEGMENTS, "vlan: 30", "vlan: ¦1", id="VLAN 1"),
        pytest.param("VLN001", SEGMENTS, "vlan: 30", "vlan: ¦4095", id="VLAN 4095"),
        pytest.param("VLN003", SEGMENTS, "vlan: 70", "vlan: ¦30", id="a VLAN id used twice"),
        pytest.param("VLN003", OAK, "value: 190", "value: ¦30", id="a VLAN id used twice after an exception"),
        pytest.param("ADR005", SEGMENTS, "0.0.46.0/23", "¦0.0.45.0/24", id="overlapping prefixes"),
        pytest.param(
            "ADR010", TRUST, "10.255.0.0/16", "¦10.1.0.0/16", id="tunnel addresses inside of a site"
        ),
        pytest.param("ADR002", TRUST, "10.255.0.0/16", "¦10.255.0.1/16", id="host bits set"),
        pytest.param("ADR001", TRUST, "10.255.0.0/16", "¦10.255.0.0/33", id="no prefix"),
        pytest.param("ADR001", TRUST, "ntp: [10.0.8.12]", "ntp: [¦10.0.8.256]", id="no address"),
        pytest.param("ADR008", SEGMENTS, "0.0.16.0/20", "¦0.0.16.0/24", id="more hosts than room"),
        pytest.param("ADR007", SEGMENTS, "0.0.16.0/20", "¦0.0.80.0/20", id="a site larger than its block"),
        pytest.param("ADR004", OAK, "number: 7", "number: ¦1024", id="a site outside of the supernet"),
        pytest.param("ADR003", OAK, "number: 7", "number: ¦30", id="two schools with one number"),
        pytest.param("TOP008", OAK, "camera: sw1/33-38", "camera: ¦sw1/30-38", id="a port used twice"),
        pytest.param(
            "TOP007", OAK, "camera: sw1/33-38", "camera: ¦sw1/48-49", id="a port absent from the hardware"
        ),
        pytest.param(
            "TOP017",
            OAK,
            KS1 + KS1_PORTS,
            KS1.replace("C9200L", "¦C9200L") + POWERED,
            id="more PoE than the budget",
        ),
        pytest.param("TOP010", "sites/hill.yaml", "core/sw1/u4", "¦core/sw1/20", id="uplink speed mismatch"),
        pytest.param("INV041", SEGMENTS, "zone: staff", "zone: ¦staf", id="unknown zone"),
        pytest.param(
            "INV041", "standard/policy.yaml", "allow: [sip]", "allow: [¦sipp]", id="unknown service"
        ),
        pytest.param("TOP001", OAK, "C9200L-24P-4X", "¦C9200L-24Q-4X", id="unknown model"),
        pytest.param("TOP022", OAK, "AP-635", "¦C9120AXI", id="access points without a controller"),
        pytest.param(
            "INV022", OAK, f"{PATH}{VALUE}{REASON}", f"¦{PATH}{VALUE}", id="an exception without reason"
        ),
        pytest.param(
            "INV022", OAK, f"{PATH}{VALUE}{REASON}{WHO}", f"¦{PATH}{VALUE}{REASON}", id="... without approver"
        ),
        pytest.param(
            "INV022",
            OAK,
            f"{PATH}{VALUE}{REASON}{WHO}{END}",
            f"¦{PATH}{VALUE}{REASON}{WHO}",
            id="... without expiry",
        ),
        pytest.param("EXC004", OAK, "2031-08-31", "¦2025-08-31", id="an expired exception"),
        pytest.param(
            "EXC002", OAK, "segments.cctv.vlan", "¦segments.guest.zone", id="an exception to isolation"
        ),
        pytest.param(
            "EXC002", OAK, "segments.cctv.vlan", "¦zones.student.users", id="an exception to safeguarding"
        ),
        pytest.param("INV034", TRUST, "secret://env/PSK_<site>", "¦hunter2-hunter2", id="a secret in clear"),
    ],
)
def test_one_mistake_is_one_finding_at_its_place(
    root: Path, code: str, name: str, old: str, new: str
) -> None:
    place = edit(root, name, old, new)
    assert places(root) == [(code, place)]


#: Files with every word that the small inventory leaves out.
EVERY_WORD = {
    "standard/access.yaml": "groups: {staff-devices: staff}\nguest: guest\ncritical: own\nreauthenticate_hours: 8\n",
    "standard/protection.yaml": "ips: true\n",
    "standard/qos.yaml": "voice: {title: Voice, dscp: ef, percent: 15}\n"
    "rest: {title: Rest, dscp: default, percent: 85, services: [sip]}\n",
    "standard/radios.yaml": '"5": {channels: [36, 52], width: 40, power: 10-18, lowest_rate: 12}\n',
    "standard/schedules.yaml": 'lessons: {title: Lessons, days: [mon, tue], start: "07:30", end: "18:00"}\n',
}
ACCESS, QOS, RADIOS, SCHEDULES = (
    f"standard/{name}.yaml" for name in ("access", "qos", "radios", "schedules")
)
ROLES, WLANS, FILTERS, HILL = (
    "standard/roles.yaml",
    "standard/wlans.yaml",
    "standard/filters.yaml",
    "sites/hill.yaml",
)
PSK, DNS, POINTS = (
    "  psk: secret://env/PSK_<site>",
    "  dns: [10.0.8.10, 10.0.8.11]",
    "access_points: {model: AP-635}",
)
STAFF_ONLY, STAFF, OPEN = "monitor: [social]}", "hosts: 1.5 per staff,", "security: enhanced-open,"
PORTAL = (
    "publish:\n  portal: {number: 1, services: [web], circuit: leased, reason: Parents book, owner: Bursar, "
)
ALLOW = "allow: [{reason: A lesson needs it, approved_by: Lead, "


@pytest.mark.parametrize(
    ("code", "name", "old", "new"),
    [
        pytest.param(
            "INV023", ACCESS, "groups: {staff-devices: staff}", "groups: ¦[staff]", id="a list of groups"
        ),
        pytest.param(
            "INV041",
            ACCESS,
            "groups: {staff-devices: staff}",
            "groups: {staff-devices: ¦stuff}",
            id="a group",
        ),
        pytest.param("INV023", ACCESS, "guest: guest", "guest: ¦[guest]", id="two guest segments"),
        pytest.param("INV031", ACCESS, "guest: guest", "guest: ¦gu\u0435st", id="a letter of another script"),
        pytest.param("INV024", ACCESS, "_hours: 8", "_hours: ¦19", id="longer than a switch counts"),
        pytest.param("NAC004", ACCESS, "guest: guest", "guest: ¦servers", id="strangers among servers"),
        pytest.param("NAC006", ACCESS, "guest: guest", "guest: ¦staff", id="strangers among staff"),
        pytest.param("INV037", QOS, "dscp: default", "dscp: ¦best", id="no DSCP"),
        pytest.param("INV024", QOS, "percent: 85", "percent: ¦0", id="no share"),
        pytest.param("INV023", QOS, "percent: 85", "percent: ¦85%", id="a share with its unit"),
        pytest.param("INV041", QOS, "services: [sip]", "services: [¦any]", id="a class for everything"),
        pytest.param(
            "WLN010", RADIOS, "channels: [36, 52]", "channels: ¦[36, 149]", id="a channel of elsewhere"
        ),
        pytest.param("INV023", RADIOS, "channels: [36, 52]", "channels: ¦36", id="one channel"),
        pytest.param("INV024", RADIOS, "channels: [36, 52]", "channels: ¦[]", id="no channel"),
        pytest.param("INV038", RADIOS, "width: 40", "width: ¦160", id="a width that the UK has no room for"),
        pytest.param("INV025", RADIOS, '"5":', '¦"5.0":', id="no such band"),
        pytest.param("WLN011", RADIOS, "power: 10-18", "power: ¦18-10", id="power the wrong way round"),
        pytest.param("INV023", RADIOS, "power: 10-18", "power: ¦10", id="one power"),
        pytest.param("SCH001", SCHEDULES, 'start: "07:30"', 'start: ¦"19:30"', id="it ends before it starts"),
        pytest.param("INV023", SCHEDULES, 'end: "18:00"', 'end: ¦"24:00"', id="no time of day"),
        pytest.param("INV025", SCHEDULES, "days: [mon, tue]", "days: [¦monday, tue]", id="no day"),
        pytest.param("INV024", SCHEDULES, "days: [mon, tue]", "days: ¦[]", id="no days"),
        pytest.param("INV043", SCHEDULES, "lessons:", "¦always:", id="a name that devices have"),
        pytest.param("INV023", "standard/protection.yaml", "ips: true", "ips: ¦on", id="truth of YAML 1.1"),
        pytest.param(
            "INV023", "standard/protection.yaml", "ips: true\n", "¦- ips\n", id="a list of protections"
        ),
        pytest.param(
            "INV025", ROLES, "segment: cctv,", "segment: cctv, access: ¦802.1x,", id="no such access"
        ),
        pytest.param(
            "TOP021",
            ROLES,
            "trunk_wlans: true,",
            "trunk_wlans: true, access: ¦mab,",
            id="a login for a trunk",
        ),
        pytest.param(
            "INV023", SEGMENTS, STAFF, f"{STAFF} options: {{ntp: ¦[10.0.8.12]}},", id="a list for true"
        ),
        pytest.param(
            "DHC003", SEGMENTS, STAFF, f"{STAFF} options: {{boot_file: ¦x.efi}},", id="a file of nobody"
        ),
        pytest.param(
            "INV023",
            SEGMENTS,
            STAFF,
            f"{STAFF} options: {{boot_server: 10.0.8.1, boot_file: ¦a/../b}},",
            id="a way up",
        ),
        pytest.param(
            "ADR020",
            SEGMENTS,
            STAFF,
            f"{STAFF} options: {{phone_servers: [¦0.0.0.0]}},",
            id="an address of nobody",
        ),
        pytest.param("DHC001", SEGMENTS, STAFF, f"{STAFF} dhcp: ¦relay,", id="a relay to nowhere"),
        pytest.param(
            "INV033", WLANS, OPEN, f"{OPEN} client_rate: ¦0.0001M,", id="a rate that rounds to no limit"
        ),
        pytest.param("INV033", WLANS, OPEN, f"{OPEN} client_rate: ¦999999G,", id="a rate that no port has"),
        pytest.param(
            "INV023", WLANS, OPEN, f"{OPEN} portal: ¦http://guests.example,", id="a portal without TLS"
        ),
        pytest.param("INV023", WLANS, OPEN, f"{OPEN} portal: ¦https://..,", id="a portal without a name"),
        pytest.param("INV041", WLANS, OPEN, f"{OPEN} hours: ¦exams,", id="an unknown schedule"),
        pytest.param("WLN013", WLANS, OPEN, f"{OPEN} fast_roaming: ¦true,", id="roaming without a key"),
        pytest.param("WLN001", WLANS, "TST-Guest", f"¦{'x' * 33}", id="an SSID that is too long"),
        pytest.param("INV032", WLANS, "TST-Guest", "¦G\u00e4ste", id="an SSID that not every device prints"),
        pytest.param(
            "FLT003",
            FILTERS,
            STAFF_ONLY,
            f"{ALLOW}expires: 2031-08-31, domain: ¦uk}}]}}",
            id="half of the web",
        ),
        pytest.param(
            "INV023",
            FILTERS,
            STAFF_ONLY,
            f"{ALLOW}domain: a.example, expires: ¦1}}]}}",
            id="a date in seconds",
        ),
        pytest.param(
            "INV031",
            FILTERS,
            STAFF_ONLY,
            f"{ALLOW}expires: 2031-08-31, domain: ¦'*.a.uk'}}]}}",
            id="a pattern",
        ),
        pytest.param("ADR013", TRUST, DNS, f'{DNS}\n  dhcp: [¦"2001:db8::1"]', id="a DHCP server by IPv6"),
        pytest.param("ADR020", TRUST, DNS, f"{DNS}\n  flow: {{host: ¦127.0.0.1}}", id="flows to oneself"),
        pytest.param(
            "INV044", TRUST, DNS, f"{DNS}\n  dhcp: [10.0.8.14, ¦10.0.8.14]", id="one DHCP server twice"
        ),
        pytest.param(
            "INV034", TRUST, DNS, f"{DNS}\n  ntp_key: {{id: 7, secret: ¦hunter2}}", id="a key in clear"
        ),
        pytest.param(
            "INV024", TRUST, DNS, f"{DNS}\n  ntp_key: {{id: ¦0, secret: secret://env/N}}", id="key number 0"
        ),
        pytest.param("INV025", TRUST, PSK, f"{PSK}\n  proposal: {{dh_group: ¦2}}", id="an old group"),
        pytest.param("INV025", TRUST, PSK, f"{PSK}\n  proposal: {{encryption: ¦3des}}", id="an old cipher"),
        pytest.param(
            "INV023",
            TRUST,
            PSK,
            f'{PSK}\n  certificate: {{ca: a, expires: 2031-08-31, name: ¦"a\\n"}}',
            id="a line end",
        ),
        pytest.param("WAN009", TRUST, PSK, f"{PSK}\nwan: {{probes: [¦10.0.8.10]}}", id="a probe inside"),
        pytest.param(
            "INV032", TRUST, "banner: Authorised users only.", "banner: ¦EOF", id="a banner that ends itself"
        ),
        pytest.param("WAN003", OAK, "port: wan1", "address: ¦pppoe, port: wan1", id="PPPoE without a login"),
        pytest.param(
            "PUB001",
            HILL,
            POINTS,
            f"{POINTS}\n{PORTAL}risk: low, review: 2031-08-31, to: ¦192.0.2.9}}",
            id="to",
        ),
        pytest.param(
            "INV025",
            HILL,
            POINTS,
            f"{POINTS}\n{PORTAL}to: 10.7.134.9, review: 2031-08-31, risk: ¦none}}",
            id="risk",
        ),
        pytest.param(
            "INV023",
            HILL,
            POINTS,
            f"{POINTS}\n{PORTAL}to: 10.7.134.9, risk: low, review: ¦20310831}}",
            id="a date in digits",
        ),
        pytest.param(
            "INV039",
            HILL,
            POINTS,
            f"{POINTS}\nreservations: {{a: {{segment: cctv, address: 10.7.174.9, mac: ¦7}}}}",
            id="mac",
        ),
        pytest.param(
            "INV024",
            HILL,
            POINTS,
            f"{POINTS}\n{PORTAL}to: 10.7.134.9, risk: low, review: 2031-08-31, from: ¦[]}}",
            id="nobody left of those who may reach it, which would be everybody",
        ),
        pytest.param(
            "INV024",
            "standard/policy.yaml",
            "allow: [sip]",
            "allow: [sip], groups: ¦[]",
            id="no group left, which would be all people",
        ),
        pytest.param("INV023", TRUST, DNS, f"{DNS}\n  ¦wake:\n  # from: [it-admin]", id="comments alone"),
        pytest.param("INV023", HILL, POINTS, f"{POINTS}\n¦upstream_filter:", id="a filter of nobody"),
        pytest.param("INV023", OAK, "access: fttp", "access: ¦[fttp]", id="a list for one choice"),
        pytest.param("INV033", OAK, "down: 900M", "down: ¦[900M]", id="a list for a rate"),
        pytest.param(
            "INV031",
            TRUST,
            DNS,
            f"{DNS}\n  dns_domains: {{¦10.0.8.10: [10.0.8.10]}}",
            id="an address as a name",
        ),
        pytest.param("INV021", HILL, POINTS, f"{POINTS}\n¦publishing: {{}}", id="a word that is not known"),
        pytest.param("INV036", HILL, "server: sw1/1-6", "server: ¦[]", id="no ports"),
        pytest.param("INV036", HILL, "server: sw1/1-6", "¦server:", id="ports that were forgotten"),
        pytest.param(
            "INV001",
            FILTERS,
            STAFF_ONLY,
            f"{ALLOW}expires: 2031-08-31, domain: *¦.a.uk}}]}}",
            id="an alias of nothing",
        ),
        pytest.param("INV001", HILL, "pupils: 1400", "¦<<<<<<< HEAD\npupils: 1400", id="an unfinished merge"),
    ],
)
def test_one_mistake_in_any_word_is_one_finding_at_its_place(
    root: Path, code: str, name: str, old: str, new: str
) -> None:
    for file, text in EVERY_WORD.items():
        (root / file).write_text(text, encoding="utf-8")
    assert places(root) == []
    place = edit(root, name, old, new)
    assert places(root) == [(code, place)]


def test_advice_is_in_words_and_a_lookalike_letter_is_named(root: Path) -> None:
    edit(root, WLANS, OPEN, f"{OPEN} portal: ¦http://guests.example,")
    edit(root, SEGMENTS, "zone: staff", "zone: ¦st\u0430ff")
    portal, zone = sorted(findings(root), key=lambda item: item.code)
    assert portal.help.startswith("write https://")
    assert "^" not in portal.help
    assert zone.message == "`st<U+0430>ff` is not a name"


def test_a_message_speaks_of_lists_and_of_nothing_in_words(root: Path) -> None:
    edit(root, OAK, "down: 900M", "down: ¦[900M]")
    edit(root, SEGMENTS, "zone: staff", 'zone: ¦""')
    edit(root, TRUST, "ntp: [10.0.8.12]", "ntp: ¦[]")
    assert {(item.message, item.help) for item in findings(root)} == {
        ("a list is not a data rate", "write a number with M or G, such as 900M"),
        (
            "nothing is not a name",
            "use at most 24 lower-case letters, digits and single dashes, starting with a letter",
        ),
        ("`ntp` must have at least 1 item", "add what is missing"),
    }


def test_people_at_home_connect_to_a_name_that_a_certificate_can_have() -> None:
    with pytest.raises(ValidationError, match=r"192\.0\.2\.1` is not a domain name"):
        RemoteAccess.model_validate({"name": "192.0.2.1"})


def test_who_wakes_and_who_is_woken_may_be_one_name_as_in_the_policy() -> None:
    wake = Wake.model_validate({"from": "it-admin", "to": "staff", "why": "Updates at night"})
    assert (wake.from_, wake.to) == (("it-admin",), ("staff",))


def test_every_form_of_the_inventory_is_advised_in_words() -> None:
    patterns: set[str] = set()
    waiting: list[object] = [model.model_json_schema() for model in SCHEMAS.values()]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            patterns |= {node["pattern"]} if isinstance(node.get("pattern"), str) else set()
            patterns |= set(node.get("patternProperties", {}))
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    own_words = {pattern for pattern in patterns if "per" in pattern}  # `1.5 per staff`: INV035 speaks
    assert patterns - own_words == set(FORMS)


def test_two_mistakes_in_two_files_are_both_reported(root: Path) -> None:
    first = edit(root, "sites/hill.yaml", "number: 30", "number: ¦many")
    second = edit(root, TRUST, "overlay: 10.255.0.0/16", "¦overlays: 10.255.0.0/16")
    assert ("INV023", first) in places(root)
    assert ("INV021", second) in places(root)


def test_two_wrong_meanings_in_two_files_are_both_reported(root: Path) -> None:
    first = edit(root, "sites/hill.yaml", "access_points: {model: AP-635}", "access_points: {model: ¦AP-999}")
    second = edit(root, SEGMENTS, "vlan: 70", "vlan: ¦30")
    assert places(root) == [("TOP001", first), ("VLN003", second)]


def test_a_wrong_standard_does_not_hide_what_is_wrong_with_a_site(root: Path) -> None:
    first = edit(root, "standard/policy.yaml", "allow: [sip]", "allow: [¦sipp]")
    second = edit(root, OAK, "camera: sw1/33-38", "camera: ¦sw1/30-38")
    assert sorted(places(root)) == sorted([("INV041", first), ("TOP008", second)])


@pytest.mark.parametrize(
    "bad", ["\n", "!", '"', "?", "{{ 7 * 7 }}", "${x}", "`x`", ";", "|", "<", "#", "\\", "%", "\x1b[2J"]
)
@pytest.mark.parametrize(
    ("name", "old"),
    [
        pytest.param(TRUST, "Test Trust", id="trust"),
        pytest.param(TRUST, "Authorised users only.", id="banner"),
        pytest.param(TRUST, "net.test.example", id="domain"),
        pytest.param(TRUST, "netpoll", id="SNMP user"),
        pytest.param(TRUST, "breakglass", id="account"),
        pytest.param(TRUST, "10.0.8.12", id="NTP server"),
        pytest.param(OAK, "Oak Primary School", id="school"),
        pytest.param(OAK, "code: oak", id="code"),
        pytest.param(OAK, "Example Fibre", id="carrier"),
        pytest.param(OAK, "port: wan1", id="firewall port"),
        pytest.param(OAK, "FortiGate-80F", id="model"),
        pytest.param(OAK, "Network lead", id="approver"),
        pytest.param(OAK, "The recorder is set to VLAN 190", id="reason"),
        pytest.param("sites/hill.yaml", "ip: 203.0.113.10/29", id="circuit address"),
        pytest.param("standard/zones.yaml", "title: Visitors", id="zone"),
        pytest.param(SEGMENTS, "title: Guests", id="segment"),
        pytest.param("standard/wlans.yaml", "TST-Guest", id="SSID"),
        pytest.param("standard/wlans.yaml", "secret://env/THINGS", id="passphrase reference"),
        pytest.param("standard/policy.yaml", "why: Telephony", id="why"),
        pytest.param("standard/roles.yaml", "title: Camera", id="role"),
        pytest.param("standard/archetypes.yaml", "title: Data centre", id="archetype"),
        pytest.param("standard/filters.yaml", "title: Younger pupils", id="filter"),
    ],
)
def test_no_text_can_become_a_command(root: Path, name: str, old: str, bad: str) -> None:
    key, colon, words = old.rpartition(": ")
    text = (root / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    quoted = (
        (words[:3] + bad + words[3:])
        .replace("\\", "\\\\")
        .replace('"', '\\"')
        .replace("\n", "\\n")
        .replace("\x1b", "\\e")
    )
    (root / name).write_text(text.replace(old, f'{key}{colon}"{quoted}"'), encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    found = findings(root)
    assert any(item.span is not None and item.span.line == line for item in found)
    assert all(text.isprintable() for item in found for text in (item.message, item.help, item.path))


def test_an_exception_cannot_smuggle_a_command_in(root: Path) -> None:
    edit(root, OAK, PATH + VALUE, '¦path: wlans.guest.ssid\n    value: "Guest\\nno aaa new-model"\n')
    assert [item.code for item in findings(root)] == ["EXC003"]


@pytest.mark.parametrize(
    ("name", "old", "secret"),
    [
        pytest.param(TRUST, "secret://env/PSK_<site>", "hunter2-psk", id="tunnel key"),
        pytest.param(TRUST, "secret://env/AUTH", "hunter2 auth", id="SNMP"),
        pytest.param(TRUST, "secret://env/BREAKGLASS", "hunter2!glass", id="account"),
        pytest.param("standard/wlans.yaml", "secret://env/THINGS", "hunter2,things", id="passphrase"),
    ],
)
def test_a_secret_in_clear_is_refused_and_never_shown(root: Path, name: str, old: str, secret: str) -> None:
    place = edit(root, name, old, f'¦"{secret}"')
    found = findings(root)
    assert [(item.code, str(item.span)) for item in found] == [("INV034", place)]
    for text in (as_text(found), as_json(found), as_junit(found), as_sarif(found, version="1")):
        assert "hunter2" not in str(text)


def test_a_link_out_of_the_inventory_is_not_followed(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("name: hunter2\n", encoding="utf-8")
    (root / "sites" / "elm.yaml").symlink_to(outside)
    found = findings(root)
    assert [(item.code, str(item.span)) for item in found] == [("INV011", "inventory/sites/elm.yaml")]
    assert "hunter2" not in as_text(found)


def test_a_huge_file_is_refused_unread(root: Path) -> None:
    with (root / "sites" / "elm.yaml").open("wb") as stream:
        stream.truncate(50_000_000)
    started = time.monotonic()
    assert places(root) == [("INV013", "inventory/sites/elm.yaml")]
    assert time.monotonic() - started < 30  # it ends, and does not hang


def test_an_alias_bomb_is_refused_before_it_goes_off(root: Path) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{one}: &{one} [{', '.join([f'*{other}'] * 9)}]"
        for other, one in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    (root / "sites" / "elm.yaml").write_text("\n".join(lines), encoding="utf-8")
    started = time.monotonic()
    found = findings(root)
    assert [item.code for item in found] == ["INV009"]
    assert time.monotonic() - started < 30  # it ends, and does not hang


def test_a_file_that_is_not_utf8_names_the_byte(root: Path) -> None:
    (root / "sites" / "elm.yaml").write_bytes(b"name: Elm\nurn: \xff\n")
    assert places(root) == [("INV014", "inventory/sites/elm.yaml:2:6")]


def test_a_binary_file_is_refused(root: Path) -> None:
    (root / "sites" / "elm.yaml").write_bytes(b"name: \x00\x01\n")
    assert places(root) == [("INV016", "inventory/sites/elm.yaml:1:7")]


def test_an_empty_inventory(tmp_path: Path) -> None:
    (tmp_path / "inventory").mkdir()
    assert "INV010" in {code for code, _ in places(tmp_path / "inventory")}


def test_no_inventory_at_all(tmp_path: Path) -> None:
    assert [code for code, _ in places(tmp_path / "inventory")] == ["INV010"]


@pytest.mark.parametrize("name", ["trust.yaml", "sites/oak.yaml", "standard/zones.yaml"])
@pytest.mark.parametrize("content", ["", "# nothing yet\n", "null\n", "[]\n", "text\n", "---\n---\n"])
def test_an_empty_file(root: Path, name: str, content: str) -> None:
    (root / name).write_text(content, encoding="utf-8")
    assert any(place.startswith(f"inventory/{name}") for _, place in places(root))


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_an_unreadable_file(root: Path) -> None:
    (root / "sites" / "elm.yaml").touch(mode=0o000)
    assert places(root) == [("INV015", "inventory/sites/elm.yaml")]


def test_a_link_to_nowhere_is_unreadable(root: Path) -> None:
    (root / "sites" / "elm.yaml").symlink_to("gone.yaml")
    assert places(root) == [("INV015", "inventory/sites/elm.yaml")]


def test_a_named_pipe_does_not_block(root: Path) -> None:
    os.mkfifo(root / "sites" / "elm.yaml")
    assert places(root) == [("INV012", "inventory/sites/elm.yaml")]


def test_a_file_that_belongs_nowhere(root: Path) -> None:
    (root / "notes.yaml").write_text("a: 1\n", encoding="utf-8")
    assert places(root) == [("INV018", "inventory/notes.yaml")]


def test_findings_come_in_one_order_whatever_the_file_order(root: Path) -> None:
    for name in ("oak", "hill", "dc"):
        file = root / "sites" / f"{name}.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("number:", "numbre:", 1), encoding="utf-8")
    assert findings(root) == findings(root)
    assert [item.span.file for item in findings(root) if item.span] == sorted(
        item.span.file for item in findings(root) if item.span
    )
