"""The facts of a switch, from its whole draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from netgen.readback.acl import canonical_entries
from netgen.readback.facts import (
    Observed,
    ObservedAcl,
    ObservedManagement,
    ObservedPort,
    ObservedSvi,
)
from netgen.readback.port_draft import EVERY_VLAN, PortDraft
from netgen.readback.switch_draft import Draft
from netgen.readback.switch_references import check_references, lag_of


def finish(
    draft: Draft,
    management: ObservedManagement,
    of_port: Callable[[PortDraft], Mapping[str, object]] = lambda _: {},
) -> Observed:
    """The facts of a whole draft. `management` comes from the reader, which knows its services.

    `of_port` gives what the system says of a port by words of its own: fields of ObservedPort.
    """
    ports = tuple(
        msgspec.structs.replace(_port(draft, port), **of_port(port))
        for port in draft.ports.values()
        if port.kind in ("physical", "lag")
    )
    check_references(draft)
    priority = draft.mst_priority
    if draft.stp_mode in ("rapid-pvst", "pvst"):
        priority = min(draft.vlan_priorities.values(), default=32768)
    return Observed(
        platform=draft.dialect.platform,
        hostname=draft.hostname,
        vlans=tuple(draft.vlans[number] for number in sorted(draft.vlans)),
        ports=ports,
        svis=_svis(draft),
        vrfs=tuple(draft.vrfs),
        routes=tuple(draft.routes),
        pools=tuple(draft.pools),
        routing=draft.routing,
        stp_mode=draft.stp_mode,
        stp_priority=priority,
        stp_region=tuple(f"{key} {value}".strip() for key, value in sorted(draft.region.items())),
        snooping_vlans=tuple(sorted(draft.snooping_vlans)) if draft.snooping_on else (),
        management=management,
        acls=tuple(
            ObservedAcl(acl.name, tuple(entry for _, entry, _ in sorted(acl.entries)), acl.line)
            for acl in draft.acls.values()
        ),
        ipv6=tuple(
            port.ipv6.fact(
                port.name,
                port.vlan,
                port.vrf,
                shutdown=port.shutdown,
                forwards=bool({port.vrf, "*"} & draft.routing6),
                silent_by_default=draft.silent6,
            )
            for port in draft.ports.values()
            if port.ipv6 and port.ipv6.is_there
        ),
        routes6=tuple(draft.routes6),
        routing6=tuple(sorted(draft.routing6)),
        settings=tuple(draft.settings),
        unread=tuple(sorted(draft.unread, key=lambda each: each.line)),
        problems=tuple(sorted(draft.problems, key=lambda each: (each.line, each.text))),
    )


def _port(draft: Draft, port: PortDraft) -> ObservedPort:
    vlans = port
    lag = lag_of(draft, port)
    if draft.dialect.members_follow and lag is not None:
        vlans = lag
    mode = vlans.mode or "access"
    if mode == "phone":
        mode = "access"
    elif port.voice and draft.dialect.phone_mode:
        draft.object_to(port.line, f"{port.name} has a phone VLAN but is no phone trunk")
    carries_all = mode in ("trunk", "dynamic") and vlans.allowed is EVERY_VLAN
    if port.portfast:
        edge = port.portfast == "trunk" or (
            port.portfast == "edge" and (mode == "access" or draft.dialect.edge_on_trunks)
        )
    else:
        edge = draft.portfast_default and mode == "access"
    guarded = draft.bpdu_guard_default and edge if port.bpdu_guard is None else port.bpdu_guard
    return ObservedPort(
        name=port.name,
        line=port.line,
        description=port.description,
        mode=mode,
        untagged=vlans.native if vlans.mode in ("trunk", "phone") else vlans.access,
        allowed=() if carries_all or mode not in ("trunk", "dynamic") else tuple(sorted(vlans.allowed)),
        allows_all=carries_all,
        voice=port.voice if vlans.mode == "phone" or not draft.dialect.phone_mode else 0,
        shutdown=port.shutdown,
        lag=port.lag,
        lag_active=port.lag_active,
        edge=edge,
        bpdu_guard=guarded,
        root_guard=port.root_guard,
        isolated=port.isolated,
        poe_off=port.poe_off,
        snooping_trusted=port.trusted,
        acl_in=port.acl_in,
        acl_out=port.acl_out,
        storm=bool(port.storm),
        storm_limits=tuple(sorted(port.storm.items())),
        negotiates=draft.dialect.open_defaults and mode != "routed" and not port.silent,
        shared=port.shared,
    )


def _svis(draft: Draft) -> tuple[ObservedSvi, ...]:
    """One fact for each address, so that a second one on an interface is seen; and one for none."""
    found: list[ObservedSvi] = []
    for port in draft.ports.values():
        addresses = port.addresses or ([("", 0, port.line)] if port.kind == "vlan" else [])
        found.extend(
            ObservedSvi(
                name=port.name,
                vlan=port.vlan,
                vrf=port.vrf,
                address=address,
                length=length,
                shutdown=port.shutdown,
                line=port.line,
                acl_in=port.acl_in,
                acl_out=port.acl_out,
                relays=tuple(port.relays),
                proxy_arp=_or_default(draft, port.proxy_arp),
                redirects=_or_default(draft, port.redirects),
                shared=tuple(port.shared_addresses),
                shared_mac=port.shared_mac,
                hears_broadcasts=port.hears_broadcasts,
                wakes=_wakes(draft, port),
                broadcasts=canonical_entries(draft, port.broadcasts_acl),
                broadcasts_line=port.broadcasts_line,
            )
            for address, length, _ in addresses
        )
    return tuple(found)


def _wakes(draft: Draft, port: PortDraft) -> str:
    """A filter that is not there lets everybody through, and so does one without an entry."""
    acl = draft.acls.get(port.broadcasts_acl)
    if not port.broadcasts_line:
        return "none"
    return "filtered" if acl is not None and acl.entries else "anybody"


def _or_default(draft: Draft, said: bool | None) -> bool:
    return draft.dialect.open_defaults if said is None else said
