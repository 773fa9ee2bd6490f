"""Where people from elsewhere knock: the packets that a firewall itself must take from anybody, and no others."""

from __future__ import annotations

from netgen.blueprint import DevicePlan, RemotePlan
from netgen.judge.case import SiteCase
from netgen.judge.header_space import EVERY_ADDRESS, PROTOCOLS, Region, addresses_of, service, union
from netgen.judge.tunnel_vocabulary import REMOTE_DOORS
from netgen.values import Prefix


def door_regions(case: SiteCase, plan: DevicePlan) -> list[Region]:
    """The planned door of a firewall; empty where no remote people are planned."""
    remote = case.site.remote
    if remote is None or plan.kind != "firewall" or plan.platform not in REMOTE_DOORS:
        return []
    return [_region(plan.platform, remote)]


def _region(platform: str, remote: RemotePlan) -> Region:
    _, ports = REMOTE_DOORS[platform]
    here = addresses_of([Prefix.parse(f"{remote.address}/32")])
    return Region(EVERY_ADDRESS, here, union(service(PROTOCOLS[word], port, port) for word, port in ports))
