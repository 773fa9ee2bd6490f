"""Decide where people who work from elsewhere come in, and lower it to the hub's firewall.

A pool is the group's window in the hub's own block, so that every school has the way to it already and no group moves
another's. Interfaces follow the number of the zone.

Reads: Trust, TrustPlan, circuits. Writes: RemotePlan, RemoteAccess.
"""

from __future__ import annotations

from netgen.blueprint import CircuitPlan, RemoteGroupPlan, RemotePlan, TrustPlan
from netgen.device import RemoteAccess, RemoteGroup
from netgen.intent import Intent
from netgen.intent import RemoteGroup as Group
from netgen.values import object_path

_PATH = object_path("trust", "remote_access")


def plan_remote(
    intent: Intent, trust: TrustPlan, site: str, circuits: tuple[CircuitPlan, ...]
) -> RemotePlan | None:
    """What ends at the site; None where nothing does. Checks have made sure that its first circuit is static."""
    asked = intent.trust.remote_access
    if asked is None or site not in asked.at:
        return None
    number = {zone.name: zone.number for zone in trust.zones}
    block = intent.trust.site_block(intent.sites[site].number)
    groups = []
    for name, group in asked.groups.items():
        pool = block.window(group.window)
        groups.append(
            RemoteGroupPlan(
                name=name,
                zone=group.zone,
                number=number[group.zone],
                pool=pool,
                first=pool.address(1),
                last=pool.address(pool.size - 2),
                tunnel=group.tunnel,
                origin=object_path(_PATH, "groups", name),
                pupils=group.pupils,
                endpoint_filter=_vouched_for(group),
            )
        )
    return RemotePlan(
        name=asked.name,
        circuit=circuits[0].name,
        interface=circuits[0].interface,
        address=circuits[0].ip,
        certificate=asked.certificate.name,
        encryption=trust.vpn_encryption,
        prf=trust.vpn_prf,
        dh_group=trust.vpn_dh_group,
        idle_minutes=asked.idle_minutes,
        session_hours=asked.session_hours,
        inside=trust.supernet,
        second_factor=f"{asked.second_factor.attested_by}, until {asked.second_factor.expires.isoformat()}",
        groups=tuple(sorted(groups, key=lambda item: item.number)),
        origin=_PATH,
    )


def _vouched_for(group: Group) -> str:
    endpoint = group.endpoint_filter
    if endpoint is None:
        return ""
    return f"{endpoint.service}: {endpoint.attested_by}, until {endpoint.expires.isoformat()}"


def remote_interface(number: int) -> str:
    """The vendor-neutral name of the interface of a group, by the number of its zone."""
    return f"ra-{number}"


def lower_remote(plan: RemotePlan | None) -> RemoteAccess | None:
    """The part of the firewall, None where nothing ends."""
    if plan is None:
        return None
    return RemoteAccess(
        wan=plan.interface,
        name=plan.name,
        certificate=plan.certificate,
        encryption=plan.encryption,
        prf=plan.prf,
        dh_group=plan.dh_group,
        idle_minutes=plan.idle_minutes,
        session_hours=plan.session_hours,
        inside=plan.inside,
        groups=tuple(
            RemoteGroup(
                name=item.name,
                number=item.number,
                interface=remote_interface(item.number),
                zone=item.zone,
                pool=item.pool,
                first=item.first,
                last=item.last,
                is_full=item.tunnel == "full",
                origin=item.origin,
            )
            for item in plan.groups
        ),
        origin=plan.origin,
    )
