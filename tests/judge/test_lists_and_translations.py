"""Countries, threat feeds and one-to-one translation.

Silent without any, silent where all is right, and loud about strangers.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from netgen.build import build_texts
from netgen.compiler import plan_all
from netgen.diagnostics import Collector
from netgen.judge import SETTLED, Verdict, judge_site
from netgen.judge.batfish.adaptations import adapt
from netgen.loader import load_inventory
from tests.schools import write_school

RULES = frozenset(f"JDG46{digit}" for digit in range(7))
FIREWALLS = {"fortinet_fortios": "FortiGate-80F", "paloalto_panos": "PA-440", "juniper_junos": "SRX340"}
HOSTS = {
    "number": 1,
    "url": "https://lists.example/deep/hosts.txt",
    "what": "addresses",
    "refresh": "five-minutes",
}
SCANS = {"number": 4, "url": "https://other.example/scan.txt", "what": "addresses", "refresh": "daily"}
NAMES = {"number": 2, "url": "https://lists.example/names.txt", "what": "domains", "refresh": "hourly"}
GEO = {"inbound_only_from": ["GB", "IE"], "deny": ["KP", "RU"]}
#: The most that each platform can refuse.
PROTECTION: dict[str, dict[str, Any]] = {
    "fortinet_fortios": {"geo": GEO, "threat_feeds": {"hosts": HOSTS, "scans": SCANS, "names": NAMES}},
    "paloalto_panos": {"geo": GEO, "threat_feeds": {"hosts": HOSTS, "scans": SCANS, "names": NAMES}},
    "juniper_junos": {"threat_feeds": {"hosts": HOSTS, "scans": SCANS}},
}
LEGACY = {
    "student": {"prefix": "192.168.0.0/22", "expires": "2031-08-31"},
    "servers": {"prefix": "192.168.100.0/25", "expires": "2031-08-31"},
}


def verdicts(
    folder: Path,
    platform: str,
    protection: dict[str, Any] | None = None,
    legacy: dict[str, Any] | None = None,
    *,
    publish: bool = False,
    routed: bool = False,
    more: str = "",
) -> list[Verdict]:
    """What the judge says of the firewall of a school, and of the hub; `more` is added to the school's text."""
    inventory = write_school(folder, "C9300-48P", FIREWALLS[platform], "AP-635", routed=routed)
    if protection:
        (inventory / "standard" / "protection.yaml").write_text(yaml.safe_dump(protection))
    file = inventory / "sites" / "elm.yaml"
    school = yaml.safe_load(file.read_text())
    net = "192.168.100" if legacy else "10.10.6"
    if legacy:
        school["legacy"] = legacy
    if publish:
        common = {
            "circuit": "fttp", "reason": "People outside need it daily", "owner": "Business manager", "risk": "medium",
            "review": "2031-07-31",
        }  # fmt: skip
        school["publish"] = {
            "portal": {"number": 1, "to": f"{net}.20", "services": ["https"], **common},
            "door": {
                "number": 2,
                "to": f"{net}.21",
                "services": ["ssh"],
                "from": ["203.0.113.9/32"],
                **common,
            },
        }
    file.write_text(yaml.safe_dump(school, sort_keys=False))
    found = Collector()
    intent = load_inventory(inventory, found).intent
    assert intent is not None, found
    trust, plans = plan_all(intent)
    texts = {Path(name).stem: text for name, text in build_texts(intent).files.items() if "-fw" in name}
    texts["elm-fw1"] += more
    return [
        item
        for site in ("elm", "dc")
        for item in judge_site(
            trust, plans[site], {name: text for name, text in texts.items() if name.startswith(site)}
        )
        if item.device.endswith("-fw1")
    ]


def loud(found: list[Verdict]) -> list[str]:
    return [f"{item.rule.code} {item.message}" for item in found if item.status not in SETTLED]


@pytest.mark.parametrize("platform", FIREWALLS)
def test_nothing_is_said_where_nothing_is_asked(tmp_path: Path, platform: str) -> None:
    assert not [item for item in verdicts(tmp_path, platform) if item.rule.code in RULES]


@pytest.mark.parametrize("platform", FIREWALLS)
@pytest.mark.parametrize("inspects", [False, True], ids=["lists alone", "with IPS"])
def test_two_publications_behind_one_address_are_told_apart_under_lists(
    tmp_path: Path, platform: str, inspects: bool
) -> None:
    protection = PROTECTION[platform] | ({"ips": True, "antivirus": True} if inspects else {})
    found = verdicts(tmp_path, platform, protection, publish=True)
    assert not loud(found)
    assert {"JDG460", "JDG462"} <= {item.rule.code for item in found}


@pytest.mark.parametrize("platform", ["fortinet_fortios", "juniper_junos"])
@pytest.mark.parametrize("routed", [False, True], ids=["collapsed", "routed"])
def test_a_zone_with_old_addresses_keeps_the_matrix(tmp_path: Path, platform: str, routed: bool) -> None:
    found = verdicts(tmp_path, platform, None, LEGACY, publish=True, routed=routed)
    assert not loud(found)
    assert {"JDG464", "JDG466"} <= {item.rule.code for item in found}


STRANGE = {
    "fortinet_fortios": (
        'config system external-resource\nedit "x"\nset type address\n'
        'set resource "https://x.example"\nnext\nend\n'
    ),
    "paloalto_panos": (
        "set external-list x type ip url https://x.example\nset external-list x type ip recurring hourly\n"
    ),
    "juniper_junos": (
        "security {\n dynamic-address {\n  address-name x {\n   profile {\n    category GeoIP {\n     feed x;\n"
        "    }\n   }\n  }\n }\n}\n"
    ),
}


@pytest.mark.parametrize("platform", FIREWALLS)
def test_a_list_that_nobody_asked_for_is_an_objection(tmp_path: Path, platform: str) -> None:
    found = loud(verdicts(tmp_path, platform, more=STRANGE[platform]))
    assert any(text.startswith("JDG462 x fetches") for text in found)


def test_a_pool_that_nobody_asked_for_is_an_objection(tmp_path: Path) -> None:
    pool = (
        'config firewall ippool\nedit "x"\nset type fixed-port-range\nset startip 10.10.6.2\nset endip 10.10.6.9\n'
        "set source-startip 10.10.12.2\nset source-endip 10.10.12.9\nnext\nend\n"
    )
    found = loud(verdicts(tmp_path, "fortinet_fortios", more=pool))
    assert any(text.startswith("JDG464 x shows 10.10.12.2-10.10.12.9 as") for text in found)


def test_batfish_is_given_a_fortigate_without_lists(tmp_path: Path) -> None:
    intent = load_inventory(
        write_school(tmp_path, "C9300-48P", "FortiGate-80F", "AP-635", full=True), Collector()
    ).intent
    assert intent is not None
    text = adapt("fortinet_fortios", build_texts(intent).files["elm/elm-fw1.conf"]).text
    assert not [
        word for word in ("geo-", "feed-", "refuse ", "poolname", "external-resource") if word in text
    ]
    assert 'set name "student to internet"' in text
    assert 'edit "old-building-to-dc"\n        set type iprange\n        set start-ip 192.168.50.2\n' in text
