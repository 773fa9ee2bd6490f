"""What the firewall itself answers to segments that ask for it, and at which address."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

import yaml
from tests.schools import write_school

from netgen.blueprint import SitePlan
from netgen.compiler import compile_site, plan_trust, slice_for
from netgen.device import Device
from netgen.diagnostics import Collector
from netgen.loader import load_inventory


@functools.cache
def compiled(asked: tuple[str, ...], *, routed: bool = False, what: str = "time") -> tuple[SitePlan, Device]:
    """The school's plan and firewall where these segments get the time, or names, from it."""
    with tempfile.TemporaryDirectory() as folder:
        root = write_school(Path(folder), "C9300-48P", "FortiGate-80F", "AP-635", routed=routed)
        file = root / "standard" / "segments.yaml"
        segments = yaml.safe_load(file.read_text())
        for name in asked:
            segments[name]["firewall_serves"] = [what]
        file.write_text(yaml.safe_dump(segments), encoding="utf-8")
        if what == "dns":
            trust_file = root / "trust.yaml"
            content = yaml.safe_load(trust_file.read_text())
            content["services"]["dns_domains"] = {"ad.riverside.example": ["10.0.8.16", "10.0.8.17"]}
            trust_file.write_text(yaml.safe_dump(content), encoding="utf-8")
        intent = load_inventory(root, Collector()).intent
    assert intent is not None
    trust = plan_trust(intent)
    plan, devices = compile_site(intent, slice_for(trust, "elm"), "elm")
    return plan, next(device for device in devices if device.role == "firewall")


def segment_of(plan: SitePlan, name: str) -> tuple[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    found = next(item for item in plan.segments if item.name == name)
    return found.time_server, tuple((item.code, item.addresses) for item in found.options)


def clients(device: Device) -> dict[str, list[str]]:
    assert device.firewall is not None
    found = {item.name: [str(prefix) for prefix in item.time_clients] for item in device.firewall.interfaces}
    return {name: prefixes for name, prefixes in found.items() if prefixes}


def test_nothing_is_served_where_nobody_asks() -> None:
    plan, device = compiled(())
    assert all(not item.time_server for item in plan.segments)
    assert clients(device) == {}


def test_a_segment_asks_its_gateway_and_its_leases_say_so() -> None:
    plan, device = compiled(("cctv",))
    assert segment_of(plan, "cctv") == ("10.10.46.1", ((42, ("10.10.46.1",)),))
    assert clients(device) == {"vlan90": ["10.10.46.0/26"]}


def test_leases_that_named_the_trusts_servers_name_the_firewall_alone() -> None:
    server, options = segment_of(compiled(("voice",))[0], "voice")
    assert server == "10.10.44.1"
    assert dict(options)[42] == ("10.10.44.1",)


def test_behind_a_core_that_routes_hosts_ask_the_firewalls_end_of_their_own_transit() -> None:
    plan, device = compiled(("cctv", "staff"), routed=True)
    ends = {item.zone: item for item in plan.transits}
    assert segment_of(plan, "cctv")[0] == ends["cctv"].firewall
    assert segment_of(plan, "staff")[0] == ends["staff"].firewall
    cameras = next(item.prefix for item in plan.segments if item.name == "cctv")
    assert clients(device)[f"vlan{ends['cctv'].vlan}"] == [str(cameras)]
    assert len(clients(device)) == 2


def test_leases_of_a_segment_that_asks_for_names_name_the_firewall_alone() -> None:
    plan, device = compiled(("building",), what="dns")
    building = next(item for item in plan.segments if item.name == "building")
    assert building.resolver == building.gateway
    pools = {pool.name: pool.dns for pool in device.dhcp_pools}
    assert pools.pop("building") == (building.gateway,)
    assert set(pools.values()) == {("10.0.8.10", "10.0.8.11")}


def test_a_firewall_knows_the_domains_where_somebody_asks_it() -> None:
    _, device = compiled(("building",), what="dns")
    assert device.firewall is not None
    assert [(item.name, item.servers) for item in device.firewall.domains] == [
        ("ad.riverside.example", ("10.0.8.16", "10.0.8.17"))
    ]
    asked = {item.name: len(item.dns_clients) for item in device.firewall.interfaces if item.dns_clients}
    assert asked == {"vlan120": 1}
    _, silent = compiled((), what="dns")
    assert silent.firewall is not None
    assert silent.firewall.domains == ()


def test_behind_a_core_that_routes_names_are_asked_of_the_firewalls_end() -> None:
    plan, _ = compiled(("building",), routed=True, what="dns")
    end = next(item.firewall for item in plan.transits if item.zone == "building")
    assert next(item.resolver for item in plan.segments if item.name == "building") == end
