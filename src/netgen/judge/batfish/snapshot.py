"""The folder that Batfish reads: adapted texts and the cables between them."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping
from pathlib import Path

import msgspec

from netgen.blueprint import DevicePlan, LinkPlan
from netgen.judge.batfish.adaptations import Adapted, adapt
from netgen.judge.case import SiteCase

#: Platforms whose texts Batfish can read. A text of any other would be misread, so it is left out.
READABLE = frozenset({"arista_eos", "cisco_iosxe", "fortinet_fortios", "juniper_junos", "paloalto_panos"})


#: Batfish bundles no ports of these platforms: with their cables it would take both ends of a LAG down.
WITHOUT_LACP = frozenset({"fortinet_fortios"})
#: Platforms whose rules for echo requests Batfish is not given (they are rules by application).
WITHOUT_ECHO = frozenset({"paloalto_panos"})
#: Platforms whose ICMP services Batfish takes for the whole protocol: the embedded engine reads the types.
WHOLE_ICMP = frozenset({"juniper_junos"})


class Snapshot(msgspec.Struct, frozen=True):
    """What was written: adapted texts by host name, and the devices and cables that were left out."""

    folder: str
    adapted: Mapping[str, Adapted]
    platforms: Mapping[str, str]
    left_out: tuple[str, ...]
    cables_left_out: tuple[str, ...]


def write_snapshot(folder: Path, cases: Iterable[SiteCase]) -> Snapshot:
    """Write configs/<hostname>.cfg and batfish/layer1_topology.json of some sites."""
    configs = folder / "configs"
    configs.mkdir(parents=True, exist_ok=True)
    adapted: dict[str, Adapted] = {}
    platforms: dict[str, str] = {}
    left_out: list[str] = []
    cables: list[str] = []
    edges: list[dict[str, dict[str, str]]] = []
    for case in cases:
        for name, plan in case.plans.items():
            if name not in case.texts or plan.platform not in READABLE:
                left_out.append(name)
                continue
            adapted[name] = adapt(plan.platform, case.texts[name])
            platforms[name] = plan.platform
            (configs / f"{name}.cfg").write_text(adapted[name].text, encoding="utf-8")
        for link in case.site.links:
            ends = (link.host_a, link.interface_a), (link.host_b, link.interface_b)
            if is_given(case, link, adapted):
                one, other = ({"hostname": host, "interfaceName": interface} for host, interface in ends)
                edges += [{"node1": one, "node2": other}, {"node1": other, "node2": one}]
            elif link.host_a in adapted and link.host_b in adapted:
                cables.append(f"{link.host_a} {link.interface_a} to {link.host_b} {link.interface_b}")
    (folder / "batfish").mkdir(exist_ok=True)
    topology = json.dumps({"edges": edges}, indent=1)
    (folder / "batfish" / "layer1_topology.json").write_text(topology, encoding="utf-8")
    return Snapshot(str(folder), adapted, platforms, tuple(left_out), tuple(cables))


def is_given(case: SiteCase, link: LinkPlan, adapted: Container[str]) -> bool:
    """True if Batfish can resolve a cable: both texts are there, no end is a LAG's it cannot bundle, or set aside."""
    ends = (link.host_a, link.interface_a), (link.host_b, link.interface_b)
    return all(
        host in adapted
        and not _is_unbundled(case.plans[host], interface)
        and not is_set_aside(case.plans[host], interface)
        for host, interface in ends
    )


def is_set_aside(plan: DevicePlan, interface: str) -> bool:
    """True for a management port, by which the halves of an EOS pair see each other: Batfish takes it for down."""
    return plan.pair is not None and interface.casefold() == plan.pair.keepalive.casefold()


def _is_unbundled(plan: DevicePlan, interface: str) -> bool:
    in_lag = any(port.interface == interface and port.kind == "lag-member" for port in plan.ports)
    return in_lag and plan.platform in WITHOUT_LACP


def write_reference(folder: Path, configs: Mapping[str, str]) -> None:
    """Write a snapshot of reference texts by host name."""
    (folder / "configs").mkdir(parents=True, exist_ok=True)
    for name, text in configs.items():
        (folder / "configs" / f"{name}.cfg").write_text(text, encoding="utf-8")
