"""What the judge asks of sockets: logins, guards, power, frames and marks, exactly as far as a plan asks for them.

A row is: what is wrong, how the facts of a switch differ from the faultless ones, and the rule that must fail.
"""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from netgen.blueprint import AccessPlan, SitePlan, TrustPlan
from netgen.blueprint.trust_plan import TrafficClassPlan
from netgen.judge import Judgement, Status
from netgen.judge.case import SiteCase
from netgen.judge.embedded import judge_case
from netgen.readback import Observed, ObservedAccess, ObservedPool, ObservedQosClass
from tests.judge.small_site import SITE, TRUST, observed_site

change: Any = msgspec.structs.replace
Edit = Callable[[Observed], Observed]
KS1 = "oak-ks1-sw1"
SOCKET = "GigabitEthernet1/0/1"
HOSTS = tuple(server.host for server in TRUST.management.radius)
STAFF = 30
CLASSES = (
    TrafficClassPlan("voice", 46, 20, True, (), "standard/qos/voice"),
    TrafficClassPlan("best-effort", 0, 80, False, (), "standard/qos/best-effort"),
)


ASKING_TRUST: TrustPlan = change(TRUST, qos=CLASSES)


def asking_site(platform: str) -> SitePlan:
    """The small site, asking for everything at one socket of one switch; the segment `staff` is guarded and jumbo."""

    def use(port: Any) -> Any:
        if port.members[0][1] != SOCKET:
            return change(port, use=change(port.use, trust="dscp"))
        asked = {
            "access": "dot1x",
            "dynamic": (STAFF,),
            "trust": "none",
            "guarded": True,
            "poe_priority": "high",
            "poe_w": 10.0,
        }
        return change(port, has_poe=True, use=change(port.use, **asked))

    devices = tuple(
        change(device, platform=platform, runs=tuple(use(port) for port in device.runs))
        if device.hostname == KS1
        else device
        for device in SITE.devices
        if device.kind != "switch" or device.hostname == KS1
    )
    segments = tuple(
        change(item, guard=item.name == "staff", jumbo=item.name == "staff") for item in SITE.segments
    )
    access = AccessPlan(
        groups=(("staff", STAFF),),
        guest_vlan=70,
        failed_vlan=70,
        reauthenticate_s=28800,
        interim_s=3600,
        dead_s=300,
    )
    return change(SITE, devices=devices, segments=segments, access=access)


def faultless(platform: str) -> Observed:
    seen = observed_site()[KS1]
    login = {
        "dot1x": True, "mab": True, "admits": "many", "guest_vlan": 70, "failed_vlan": 70, "critical": "own", "dynamic_vlan": True,
        "reauthenticate_s": 28800, "source_guard": True, "trust": "none", "poe_priority": "high", "poe_off": False,
    }  # fmt: skip
    ports = tuple(
        change(
            port,
            mtu=9198,
            ra_guard=port.edge,
            loop_guard=port.edge,
            arp_trusted=port.mode == "trunk",
            **(login if port.name == SOCKET else {"trust": "dscp"}),
        )
        for port in seen.ports
    )
    classes = (
        ObservedQosClass("voice", (46,), -1 if platform == "aruba_aoscx" else 20, True, 5),
        ObservedQosClass("rest", tuple(range(46)), 80, False, 5),
    )
    access = ObservedAccess(True, HOSTS, HOSTS, True, 300, True, 3600, 7)
    return change(seen, platform=platform, ports=ports, qos=classes, access=access, inspected_vlans=(STAFF,))


CODES = {"JDG230", "JDG231", "JDG232", "JDG233", "JDG234", "JDG235", "JDG236"}


def judged(
    seen: Observed,
    platform: str = "cisco_iosxe",
    site: SitePlan | None = None,
    trust: TrustPlan | None = None,
) -> Judgement:
    case = SiteCase(trust or ASKING_TRUST, site or asking_site(platform), {}, observed={KS1: seen})
    return Judgement.of([item for item in judge_case(case) if item.rule.code in CODES], ["embedded"])


def with_(**fields: Any) -> Edit:
    return lambda seen: change(seen, **fields)


def access(**fields: Any) -> Edit:
    return lambda seen: change(seen, access=change(seen.access, **fields))


def port(name: str, **fields: Any) -> Edit:
    def edit(seen: Observed) -> Observed:
        assert any(item.name == name for item in seen.ports)
        return change(
            seen, ports=tuple(change(item, **fields) if item.name == name else item for item in seen.ports)
        )

    return edit


def first_class(**fields: Any) -> Edit:
    return lambda seen: change(seen, qos=(change(seen.qos[0], **fields), *seen.qos[1:]))


OTHER = "GigabitEthernet1/0/2"
LAG = "Port-channel1"

OBJECTIONS: list[tuple[str, Edit, str]] = [
    ("nobody asks for 802.1X", port(SOCKET, dot1x=False), "JDG230"),
    ("a printer is never let in", port(SOCKET, mab=False), "JDG230"),
    ("the first device opens the socket", port(SOCKET, admits="host-mode-any"), "JDG230"),
    ("how many is not said", port(SOCKET, admits=""), "JDG230"),
    ("a telephone's place without a telephone", port(SOCKET, admits="domain"), "JDG230"),
    ("strangers among staff", port(SOCKET, guest_vlan=30), "JDG230"),
    ("strangers nowhere", port(SOCKET, guest_vlan=0), "JDG230"),
    ("refused devices among staff", port(SOCKET, failed_vlan=30), "JDG230"),
    ("shut without servers", port(SOCKET, critical="shut"), "JDG230"),
    ("another VLAN without servers", port(SOCKET, critical="vlan", critical_vlan=40), "JDG230"),
    ("RADIUS may not choose", port(SOCKET, dynamic_vlan=False), "JDG230"),
    ("in for ever", port(SOCKET, reauthenticate_s=0), "JDG230"),
    ("in for a fortnight", port(SOCKET, reauthenticate_s=1209600), "JDG230"),
    ("off for the whole switch", access(enabled=False), "JDG231"),
    ("one server is not asked", access(servers=HOSTS[:1] if len(HOSTS) > 1 else ()), "JDG231"),
    ("a stranger's server is asked", access(servers=("10.9.9.9",)), "JDG231"),
    ("nobody may change a session", access(coa=()), "JDG231"),
    ("a stranger may change a session", access(coa=(*HOSTS, "10.9.9.9")), "JDG231"),
    ("silence is not noticed", access(detects_dead=False), "JDG231"),
    ("a server is left alone for a day", access(dead_s=86400), "JDG231"),
    ("no accounting", access(accounts=False), "JDG231"),
    ("no updates", access(interim_s=0), "JDG231"),
    ("another socket asks for 802.1X", port(OTHER, dot1x=True), "JDG232"),
    ("the uplink asks for a hardware address", port(LAG, mab=True), "JDG232"),
    ("addresses are not checked", port(SOCKET, source_guard=False), "JDG233"),
    ("addresses of another socket are checked", port(OTHER, source_guard=True), "JDG233"),
    ("ARP is not inspected", with_(inspected_vlans=()), "JDG233"),
    ("ARP of another VLAN is inspected", with_(inspected_vlans=(30, 40)), "JDG233"),
    ("ARP of a socket is believed", port(SOCKET, arp_trusted=True), "JDG233"),
    ("ARP of the uplink is dropped", port(LAG, arp_trusted=False), "JDG233"),
    ("root guard towards the root", port(LAG, root_guard=True), "JDG233"),
    ("power with low priority", port(SOCKET, poe_priority="low"), "JDG234"),
    ("power with too high a priority", port(SOCKET, poe_priority="critical"), "JDG234"),
    ("small frames", port(SOCKET, mtu=0), "JDG235"),
    ("voice has another share", first_class(percent=1), "JDG236"),
    ("voice waits", first_class(priority=False), "JDG236"),
    ("a stranger's mark is voice", first_class(dscp=(46, 47)), "JDG236"),
    ("no class for voice", with_(qos=()), "JDG236"),
    ("everybody's marks count", port(SOCKET, trust="dscp"), "JDG236"),
    ("nobody's marks count", port(LAG, trust=""), "JDG236"),
]  # fmt: skip


@pytest.mark.parametrize("platform", ["cisco_iosxe", "aruba_aoscx"])
def test_a_faultless_switch_has_no_objection(platform: str) -> None:
    seen = faultless(platform)
    if platform == "aruba_aoscx":
        seen = change(
            seen,
            ports=tuple(change(item, name=item.name.replace("Port-channel", "lag ")) for item in seen.ports),
        )
    found = judged(seen, platform)
    assert [f"{item.id} {item.message}" for item in found.objections] == []
    assert {item.rule.code for item in found.verdicts} >= CODES


@pytest.mark.parametrize(
    ("edit", "code"), [row[1:] for row in OBJECTIONS], ids=[row[0] for row in OBJECTIONS]
)
def test_an_expectation_objects(edit: Edit, code: str) -> None:
    assert code in {item.rule.code for item in judged(edit(faultless("cisco_iosxe"))).objections}


@pytest.mark.parametrize(
    ("field", "rule"), [("ra_guard", "router"), ("loop_guard", "loops")], ids=["advertisements", "loops"]
)
def test_some_platforms_guard_every_edge_port(field: str, rule: str) -> None:
    for platform, expected in (("aruba_aoscx", True), ("cisco_iosxe", True), ("openwrt", False)):
        seen = port(SOCKET, **{field: False})(faultless(platform))
        assert any(rule in item.message for item in judged(seen, platform).objections) is expected


def test_a_lag_away_from_the_root_needs_root_guard_where_the_platform_has_it() -> None:
    for platform, expected in (("aruba_aoscx", True), ("cisco_iosxe", True), ("openwrt", False)):
        site = asking_site(platform)
        devices = tuple(
            change(device, lags=tuple(change(lag, is_down=True) for lag in device.lags))
            for device in site.devices
        )
        seen = faultless(platform)
        if platform == "aruba_aoscx":
            seen = change(
                seen,
                ports=tuple(
                    change(item, name=item.name.replace("Port-channel", "lag ")) for item in seen.ports
                ),
            )
        found = judged(seen, platform, change(site, devices=devices))
        assert any("takes a root" in item.message for item in found.objections) is expected


def test_one_vlan_for_unknown_and_refused_devices_is_that_of_the_unknown() -> None:
    for platform, expected in (("aruba_aoscx", False), ("cisco_iosxe", True)):
        site = asking_site(platform)
        site = change(site, access=change(site.access, guest_vlan=70, failed_vlan=40))
        found = judged(faultless(platform), platform, site).objections
        assert any(item.rule.code == "JDG230" for item in found) is expected


def test_a_switch_that_leases_cannot_check_addresses_and_the_judge_says_why() -> None:
    seen = change(
        faultless("aruba_aoscx"),
        pools=(ObservedPool("p", "", "10.0.0.0/24", "", "", "", (), 3),),
        inspected_vlans=(),
    )
    seen = port(SOCKET, source_guard=False)(seen)
    found = [
        item
        for item in judged(seen, "aruba_aoscx").objections
        if item.rule.code == "JDG233" and item.id.endswith("/arp")
    ]
    assert [item.status for item in found] == [Status.NOT_DECIDED]
    assert "leases" in found[0].message


def test_nothing_is_asked_where_the_plan_asks_for_nothing_and_more_is_objected_to() -> None:
    plain = observed_site()[KS1]
    assert [item.message for item in judged(plain, site=SITE, trust=TRUST).objections] == []
    for edit, code in (
        (port(SOCKET, dot1x=True), "JDG232"),
        (access(coa=("10.9.9.9",)), "JDG232"),
        (with_(inspected_vlans=(30,)), "JDG233"),
        (port(SOCKET, mtu=9198), "JDG235"),
        (port(SOCKET, trust="dscp"), "JDG236"),
        (with_(qos=(ObservedQosClass("voice", (46,), 20, True, 5),)), "JDG236"),
    ):
        assert code in {item.rule.code for item in judged(edit(plain), site=SITE, trust=TRUST).objections}
