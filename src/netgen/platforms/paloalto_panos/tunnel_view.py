"""IKEv2 gateways, IPsec tunnels and the crypto profiles that they share."""

from __future__ import annotations

import msgspec

from netgen.device import FirewallPart, Tunnel
from netgen.platforms.paloalto_panos.names import PROFILE_NAME_LENGTH, InterfaceNames, identity_type
from netgen.values import placeholder

#: ESP and IKE words of the inventory's ciphers, which are all AEAD.
_CIPHERS = {"aes256-gcm": "aes-256-gcm", "aes128-gcm": "aes-128-gcm"}


class CryptoView(msgspec.Struct, frozen=True):
    """An IKE and an IPsec crypto profile of one proposal."""

    name: str
    cipher: str
    prf: str
    dh_group: str
    origin: str


class TrustView(msgspec.Struct, frozen=True):
    """A certificate profile: the one authority whose certificates peers may show. It has the authority's name."""

    ca: str
    origin: str


class TunnelView(msgspec.Struct, frozen=True):
    """A tunnel. `is_dialup`: the peer's address is unknown and it calls us.

    `is_routed`: BGP says what is behind it, so it carries everything. `local_address` is "" on a DHCP circuit.
    `certificate` and `ca` are "" with a pre-shared key, else `secret` is "".
    """

    name: str
    interface: str
    circuit: str
    local_address: str
    is_dialup: bool
    remote: str
    local_id_type: str
    local_id: str
    peer_id_type: str
    peer_id: str
    secret: str
    certificate: str
    ca: str
    crypto: str
    local_prefix: str
    remote_prefix: str
    origin: str
    is_routed: bool = False


def crypto_views(part: FirewallPart) -> tuple[CryptoView, ...]:
    """One pair of profiles for each proposal, by name."""
    found: dict[str, CryptoView] = {}
    for tunnel in part.tunnels:
        name = _crypto_name(tunnel)
        found.setdefault(
            name,
            CryptoView(
                name, _CIPHERS[tunnel.encryption], tunnel.prf, f"group{tunnel.dh_group}", tunnel.origin
            ),
        )
    return tuple(found[name] for name in sorted(found))


def trust_views(part: FirewallPart) -> tuple[TrustView, ...]:
    """The authorities that tunnels trust, by name."""
    found: dict[str, TrustView] = {}
    for tunnel in part.tunnels:
        if tunnel.certificate:
            found.setdefault(tunnel.ca, TrustView(tunnel.ca, tunnel.origin))
    return tuple(found[name] for name in sorted(found))


def tunnel_views(part: FirewallPart, names: InterfaceNames) -> tuple[TunnelView, ...]:
    """The tunnels by name."""
    wans = {item.name: item for item in part.interfaces if item.kind == "wan"}
    return tuple(
        TunnelView(
            name=tunnel.name,
            interface=names[tunnel.name],
            circuit=names[tunnel.wan],
            local_address=f"{wan.address}/{wan.length}" if wan.mode == "static" else "",
            is_dialup=not tunnel.remote,
            remote=tunnel.remote,
            local_id_type=identity_type(tunnel.local_id),
            local_id=tunnel.local_id,
            peer_id_type=identity_type(tunnel.peer_id),
            peer_id=tunnel.peer_id,
            secret="" if tunnel.certificate else placeholder(tunnel.psk),
            certificate=tunnel.certificate,
            ca=tunnel.ca,
            crypto=_crypto_name(tunnel),
            local_prefix=str(tunnel.local_selector),
            remote_prefix=str(tunnel.remote_selector),
            origin=tunnel.origin,
            is_routed=tunnel.routing == "bgp",
        )
        for tunnel in sorted(part.tunnels, key=lambda item: item.name)
        for wan in (wans[tunnel.wan],)
    )


def _crypto_name(tunnel: Tunnel) -> str:
    return f"{tunnel.encryption}-{tunnel.prf}-g{tunnel.dh_group}"[:PROFILE_NAME_LENGTH]
