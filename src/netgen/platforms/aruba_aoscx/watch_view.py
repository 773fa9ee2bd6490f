"""What watches over a switch's users: DHCP, ARP, router advertisements, and the ports it lets alone."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from netgen.device import Device, PortProfile


class Watch(msgspec.Struct, frozen=True):
    """The watchers of one box. `trusts` are those that are on, as an interface names them.

    snoops_dhcp: DHCP snooping; a box that serves DHCP itself cannot (AOS-CX IP Services Guide, DHCP
    server), and has no bindings then that ARP could be held against.
    """

    snoops_dhcp: bool
    guards_ra: bool
    inspects_arp: bool
    guarded_vlans: frozenset[int]
    trusts: tuple[str, ...]


def watch_of(device: Device, profiles: frozenset[PortProfile]) -> Watch:
    """What is on, by what the device asks for and by what it is able to."""
    snoops = not device.dhcp_pools
    guarded = frozenset(
        vlan
        for profile in profiles
        if profile.ra_guard
        for vlan in (profile.native, profile.voice, *profile.tagged, *profile.dynamic_vlans)
    )
    inspects = snoops and bool(device.inspected_vlans)
    return Watch(
        snoops_dhcp=snoops,
        guards_ra=bool(guarded),
        inspects_arp=inspects,
        guarded_vlans=guarded,
        trusts=_names(snoops=snoops, guards_ra=bool(guarded), guard="nd-snooping", inspects_arp=inspects),
    )


def vlan_watchers(watch: Watch, *, guarded: bool, inspected: bool) -> tuple[str, ...]:
    """The lines of a VLAN that its users are watched in."""
    return _names(
        snoops=watch.snoops_dhcp,
        guards_ra=guarded,
        guard="nd-snooping ra-guard",
        inspects_arp=inspected and watch.snoops_dhcp,
    )


@lru_cache(maxsize=64)
def _names(*, snoops: bool, guards_ra: bool, guard: str, inspects_arp: bool) -> tuple[str, ...]:
    names = (
        ("dhcpv4-snooping", snoops),
        ("dhcpv6-snooping", snoops and guards_ra),
        (guard, guards_ra),
        ("arp inspection", inspects_arp),
    )
    return tuple(name for name, is_on in names if is_on)
