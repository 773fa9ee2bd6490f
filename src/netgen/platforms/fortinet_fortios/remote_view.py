"""People who come in from elsewhere: a dial-up tunnel for each group, who is let in, and what a split one carries.

IKEv2 tells several dial-up tunnels of one circuit apart by `network-id`, which the computer sends in its first
message; who then logs in as nobody of the tunnel's group is refused (`authusrgrp`). The box shows its certificate,
people log in by EAP, which the RADIUS servers answer (RFC 7296, section 2.16).
"""

from __future__ import annotations

import msgspec

from netgen.device import FirewallPart, Management
from netgen.platforms.fortinet_fortios.firewall_view import AddressView
from netgen.platforms.fortinet_fortios.names import (
    address_name,
    interface_name,
    remote_group_name,
)
from netgen.platforms.fortinet_fortios.wireless_view import WifiRadiusView, radius_row

#: The default of FortiOS, which it does not print.
_IDLE_MINUTES = 15
#: The object of what a split tunnel carries.
_INSIDE = "remote-inside"


class RemoteGroupView(msgspec.Struct, frozen=True):
    """A group with its tunnel. `split` is "" for a full tunnel, `idle_minutes` 0 for the default of FortiOS.

    `group` is the group of the box, `radius_group` what the RADIUS server calls it. `resolvers` are (field, host).
    """

    name: str
    wan: str
    local_id: str
    certificate: str
    phase1_proposal: str
    phase2_proposal: str
    dh_group: int
    keylife_s: int
    idle_minutes: int
    network_id: int
    group: str
    radius_group: str
    first: str
    last: str
    resolvers: tuple[tuple[str, str], ...]
    domain: str
    split: str
    description: str
    origin: str


class RemoteView(msgspec.Struct, frozen=True):
    """Everything of remote people: the servers that know them, the groups, what a split tunnel carries."""

    servers: tuple[WifiRadiusView, ...]
    groups: tuple[RemoteGroupView, ...]
    inside: tuple[AddressView, ...]
    origin: str


def remote_views(part: FirewallPart, management: Management) -> tuple[RemoteView, ...]:
    """One element where people come in from elsewhere, else none."""
    remote = part.remote
    if remote is None:
        return ()
    cipher = remote.encryption.replace("-", "")
    inside = AddressView(address_name(_INSIDE), remote.inside.network, remote.inside.netmask, remote.origin)
    return (
        RemoteView(
            servers=radius_row(management.radius),
            groups=tuple(
                RemoteGroupView(
                    name=interface_name(group.interface),
                    wan=remote.wan,
                    local_id=remote.name,
                    certificate=remote.certificate,
                    phase1_proposal=f"{cipher}-prf{remote.prf}",
                    phase2_proposal=cipher,
                    dh_group=remote.dh_group,
                    keylife_s=remote.session_hours * 3600,
                    idle_minutes=0 if remote.idle_minutes == _IDLE_MINUTES else remote.idle_minutes,
                    network_id=group.number,
                    group=remote_group_name(group.name),
                    radius_group=group.name,
                    first=group.first,
                    last=group.last,
                    resolvers=tuple(
                        (f"ipv4-dns-server{place}", host)
                        for place, host in enumerate(management.dns, start=1)
                    ),
                    domain=management.domain,
                    split="" if group.is_full else inside.name,
                    description=f"remote {group.name}",
                    origin=group.origin,
                )
                for group in sorted(remote.groups, key=lambda item: item.number)
            ),
            inside=() if all(group.is_full for group in remote.groups) else (inside,),
            origin=remote.origin,
        ),
    )
