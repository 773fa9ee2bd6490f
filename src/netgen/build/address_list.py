"""A site's addresses and ids as a short text: a renumbering shows here before it shows in forty configs."""

from __future__ import annotations

from netgen.blueprint import SitePlan


def address_list(plan: SitePlan) -> str:
    """Block, segments, transits, boxes, tunnels and pools of remote people, one a line."""
    lines = [f"site {plan.site} number {plan.number} block {plan.block} {plan.topology}", ""]
    lines += [
        f"vlan {item.vlan:<4} {item.name:<24} {item.zone:<24} {item.prefix!s:<18} "
        f"gateway {item.gateway} on {item.gateway_on}" + (f" seen as {item.seen_as}" if item.seen_as else "")
        for item in plan.segments
    ]
    lines += [
        f"vlan {item.vlan:<4} transit-{item.zone:<16} {item.zone:<24} {item.prefix}" for item in plan.transits
    ]
    lines += [
        f"ipv6 {item.vlan:<4} {item.name:<24} {item.zone:<24} {item.prefix6} gateway {item.gateway6} on "
        f"{item.gateway_on}"
        for item in plan.segments
        if item.prefix6
    ]
    lines += [
        f"ipv6 {item.vlan:<4} transit-{item.zone:<16} {item.zone:<24} {item.prefix6}"
        for item in plan.transits
        if item.prefix6
    ]
    lines.append("")
    lines += [f"{item.hostname:<28} {item.model:<20} {item.management}" for item in plan.devices]
    if plan.firewall_pair:
        pair = plan.firewall_pair
        lines.append(f"{pair.standby:<28} stands by for {pair.first}")
    lines += [
        f"tunnel {item.name:<12} {item.local_address} to {item.peer_address} {item.peer_site}"
        for item in plan.tunnels
    ]
    lines += [
        f"remote {item.name:<24} {item.zone:<24} {item.pool}"
        for item in (plan.remote.groups if plan.remote else ())
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"
