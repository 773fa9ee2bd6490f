"""What only several sites together show: tunnel ends that disagree, addresses on two devices."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

from typing import Any

import msgspec
import pytest

from netgen.blueprint import SitePlan
from netgen.judge import Status, Verdict
from netgen.judge.case import SiteCase
from netgen.judge.embedded import judge_across
from netgen.readback import Observed, ObservedInterface, ObservedTunnel
from tests.judge.small_site import SITE, TRUST, observed_site, observed_tunnel, small_case

change: Any = msgspec.structs.replace


def hub_plan() -> SitePlan:
    (spoke,) = SITE.tunnels
    tunnel = change(
        spoke, name="to-oak", role="hub", peer_site="oak", remote="198.51.100.2", local_id="dc", peer_id="oak",
        local_address="10.255.0.1", peer_address="10.255.0.2", local_prefix=spoke.remote_prefix, remote_prefix=spoke.local_prefix,
    )  # fmt: skip
    firewall = change(SITE.devices[0], hostname="dc-fw1")
    return change(
        SITE, site="dc", is_hub=True, devices=(firewall,), tunnels=(tunnel,), wlans=(), access_points=()
    )


def hub_tunnel(**fields: object) -> ObservedTunnel:
    spoke = observed_tunnel()
    facts = {
        "name": "to-oak", "remote": "198.51.100.2", "local_id": "dc", "peer_id": "oak",
        "local_prefix": spoke.remote_prefix, "remote_prefix": spoke.local_prefix,
    }  # fmt: skip
    return change(spoke, **{**facts, **fields})


def judged(
    tunnels: tuple[ObservedTunnel, ...], interfaces: tuple[ObservedInterface, ...] = ()
) -> list[Verdict]:
    seen = {"dc-fw1": Observed("fortinet_fortios", "dc-fw1", tunnels=tunnels, interfaces=interfaces)}
    hub = SiteCase(TRUST, hub_plan(), {"dc-fw1": ""}, observed=seen)
    return [
        item for item in judge_across([small_case(observed_site()), hub]) if item.status is not Status.PASS
    ]


def test_two_ends_that_mirror_each_other_agree() -> None:
    assert judged((hub_tunnel(),)) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"psk": "NETGEN_SECRET.env.PSK_elm.END"},
        {"certificate": "NETGEN-VPN"},
        {"ca": "OTHER-CA"},
        {"phase1": ("aes128gcm-prfsha256",)},
        {"dh_groups": ("14",)},
        {"remote_prefix": "10.2.0.0/16"},
        {"peer_id": "elm"},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_two_ends_that_differ_are_objected_to_at_both_sites(fields: dict[str, object]) -> None:
    assert {item.id for item in judged((hub_tunnel(**fields),))} == {
        "oak/tunnel-pair/oak-fw1:to-dc",
        "dc/tunnel-pair/dc-fw1:to-oak",
    }


def test_an_end_without_its_other_end_is_objected_to() -> None:
    assert {item.rule.name for item in judged(())} == {"tunnel-pair"}


def test_a_key_in_clear_is_never_shown() -> None:
    assert "hunter2" not in str(judged((hub_tunnel(psk="hunter2"),)))


def test_an_address_on_two_devices_is_objected_to_at_both() -> None:
    found = judged((hub_tunnel(),), (ObservedInterface("port9", "physical", 3, "10.1.30.1", 24),))
    assert [item.id for item in found] == ["oak/address-used-once/oak-fw1", "dc/address-used-once/dc-fw1"]
    assert found[0].witnesses == ("10.1.30.1",)
