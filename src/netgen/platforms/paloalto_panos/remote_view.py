"""People who come in from elsewhere: one GlobalProtect portal and gateway, on the preferred circuit.

A gateway has one tunnel interface, hence one zone: a second group would need a public address of its own, which the
capabilities say. Who logs in is asked of RADIUS; the answer must hold the group (PaloAlto-User-Group).
"""

from __future__ import annotations

import msgspec

from netgen.device import Device, FirewallPart
from netgen.platforms.paloalto_panos.names import (
    REMOTE,
    InterfaceNames,
    listed,
    remote_login_name,
)

#: Words of the crypto profile of GlobalProtect for the inventory's ciphers, which are all AEAD.
_CIPHERS = {"aes256-gcm": "aes-256-gcm", "aes128-gcm": "aes-128-gcm"}
_EVERYTHING = "0.0.0.0/0"


class RemoteView(msgspec.Struct, frozen=True):
    """The portal, the gateway and their one group.

    `cuts_off` (yes | no): the computer's own network is out of reach meanwhile; with a full tunnel, so that nothing
    goes around the filter.
    """

    name: str
    host: str
    wan: str
    address: str
    certificate: str
    cipher: str
    session_hours: int
    idle_minutes: int
    radius_profile: str
    login: str
    group: str
    interface: str
    pool: str
    carried: str
    cuts_off: str
    resolvers: str
    domain: str
    origin: str


def remote_views(device: Device, part: FirewallPart, names: InterfaceNames) -> tuple[RemoteView, ...]:
    """One element where people come in from elsewhere, else none."""
    remote = part.remote
    if remote is None:
        return ()
    wan = next(item for item in part.interfaces if item.name == remote.wan)
    group = remote.groups[0]
    return (
        RemoteView(
            name=REMOTE,
            host=remote.name,
            wan=names[remote.wan],
            address=f"{wan.address}/{wan.length}",
            certificate=remote.certificate,
            cipher=_CIPHERS[remote.encryption],
            session_hours=remote.session_hours,
            idle_minutes=remote.idle_minutes,
            radius_profile=f"{REMOTE}-radius",
            login=remote_login_name(group.name),
            group=group.name,
            interface=names[group.interface],
            pool=f"{group.first}-{group.last}",
            carried=_EVERYTHING if group.is_full else str(remote.inside),
            cuts_off="yes" if group.is_full else "no",
            resolvers=listed(device.management.dns) if device.management.dns else "",
            domain=device.management.domain,
            origin=group.origin,
        ),
    )
