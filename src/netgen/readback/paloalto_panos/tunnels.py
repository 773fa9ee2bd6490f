"""IPsec tunnels: each with its IKE gateway and both crypto profiles."""

from __future__ import annotations

from collections.abc import Iterable

from netgen.readback.facts import ObservedInterface, ObservedTunnel
from netgen.readback.indented import cidr_network, ipv4, split_cidr
from netgen.readback.paloalto_panos.tree import Node

_VERSIONS = {"ikev1": 1, "ikev2": 2, "ikev2-preferred": 1}
_EVERYTHING = "0.0.0.0/0"


def read_tunnels(root: Node, interfaces: tuple[ObservedInterface, ...]) -> tuple[ObservedTunnel, ...]:
    """Every tunnel by its name, and every gateway that no tunnel uses."""
    ike = root.at("network", "ike")
    gateways = {entry.word: entry for entry in ike.entries("gateway")}
    phase1 = {entry.word: entry for entry in ike.entries("crypto-profiles", "ike-crypto-profiles")}
    phase2 = {entry.word: entry for entry in ike.entries("crypto-profiles", "ipsec-crypto-profiles")}
    places = {item.native or item.name: item for item in interfaces}
    authorities = {
        entry.word: " ".join(item.word for item in entry.entries("CA"))
        for table in (root.at("shared", "certificate-profile"), root.at("certificate-profile"))
        for entry in table.entries()
    }
    used: set[str] = set()
    found = []
    for entry in root.entries("network", "tunnel", "ipsec"):
        key = entry.at("auto-key")
        names = tuple(key.at("ike-gateway").children)
        key.values("ike-gateway")
        if len(names) != 1:
            entry.notes.doubt(entry.line, f"{entry.name}: has {len(names)} IKE gateways")
        gateway = gateways.get(names[0]) if names else None
        if names and gateway is None:
            key.doubt("ike-gateway", f"gateway `{names[0]}` is not defined")
        used.update(names)
        profile = key.value("ipsec-crypto-profile")
        if profile and profile not in phase2:
            key.doubt("ipsec-crypto-profile", f"profile `{profile}` is not defined")
        native = entry.value("tunnel-interface")
        if native and native not in places:
            entry.doubt("tunnel-interface", f"{native} is not defined")
        found.append(_tunnel(entry, gateway, phase1, phase2.get(profile), places, authorities))
    for name, gateway in gateways.items():
        if name not in used:
            found.append(_tunnel(gateway, gateway, phase1, None, places, authorities))
    return tuple(found)


def _tunnel(
    entry: Node,
    gateway: Node | None,
    phase1: dict[str, Node],
    second: Node | None,
    places: dict[str, ObservedInterface],
    authorities: dict[str, str],
) -> ObservedTunnel:
    far = gateway or Node("", 0, (), entry.notes)
    peer = far.at("peer-address")
    kind = peer.choice()
    if kind == "dynamic":
        peer.at(kind).take()
    remote = peer.value(kind) if kind in ("ip", "fqdn") else ""
    if gateway and not remote and kind != "dynamic":
        entry.notes.doubt(far.line, f"{far.name}: has no peer address")
    protocol = far.at("protocol")
    version = protocol.word_of("version", "ikev1", frozenset(_VERSIONS)) if gateway else "ikev1"
    ike = protocol.at("ikev2" if version != "ikev1" else "ikev1")
    name = ike.value("ike-crypto-profile", "default")
    if name not in phase1 and name != "default":
        ike.doubt("ike-crypto-profile", f"profile `{name}` is not defined")
    first = phase1.get(name)
    local, far_side = _selectors(entry.at("auto-key"))
    certificate, ca, checks = _signed(far, authorities)
    dpd = ike.at("dpd").yes("enable", default=True) if gateway else False
    return ObservedTunnel(
        name=entry.word,
        interface=_source(far, places),
        ike_version=_VERSIONS.get(version, 1),
        remote=remote,
        dynamic=kind == "dynamic",
        local_id=_identity(far, "local-id"),
        peer_id=_identity(far, "peer-id"),
        psk=far.at("authentication", "pre-shared-key").value("key"),
        phase1=_proposals(first) if first else (),
        phase2=_proposals(second.at("esp"), "authentication") if second else (),
        dh_groups=_groups(first),
        pfs_groups=_groups(second),
        local_prefix=local,
        remote_prefix=far_side,
        dpd=dpd,
        line=entry.line,
        # liveness checks of IKEv2 are sent when there is no traffic
        dpd_idle=dpd and version == "ikev2",
        adds_routes=False,
        initiates=entry.at("tunnel-monitor").yes("enable"),
        answers_only=far.at("protocol-common").yes("passive-mode"),
        certificate=certificate,
        ca=ca,
        checks_identity=checks,
    )


def _signed(gateway: Node, authorities: dict[str, str]) -> tuple[str, str, bool]:
    """The own certificate, the authorities of the peer's, and whether it must be of the peer's identity."""
    node = gateway.at("authentication", "certificate")
    own = node.at("local-certificate").value("name")
    profile = node.value("certificate-profile")
    anybody = node.yes("allow-id-payload-mismatch")
    if node and not own:
        gateway.notes.doubt(node.line, f"{gateway.name}: names no certificate of its own")
    if node and profile not in authorities:
        node.doubt("certificate-profile", f"profile `{profile}` is not defined")
    # said as a setting too, so it is not asked for here
    exact = "wildcard" not in gateway.at("peer-id", "matching").children
    named = bool(gateway.at("peer-id", "id").children)
    return own, authorities.get(profile, ""), bool(node) and named and exact and not anybody


def _identity(gateway: Node, side: str) -> str:
    """An identity; the peer compares its type too, so an address must be said as one (RFC 7296, 3.5)."""
    node = gateway.at(side)
    name, kind = node.value("id"), node.value("type")
    if name and kind and (ipv4(name) is not None) != (kind == "ipaddr"):
        node.doubt("type", f"`{name}` is said as {kind}")
    return name


def _source(gateway: Node, places: dict[str, ObservedInterface]) -> str:
    """The interface that a gateway speaks from; an address beside it must be one of its own."""
    local = gateway.at("local-address")
    name = local.value("interface")
    address = local.value("ip")
    item = places.get(name)
    if name and item is None:
        local.doubt("interface", f"{name} is not defined")
    if gateway and not name:
        gateway.notes.doubt(gateway.line, f"{gateway.name}: says not which interface it speaks from")
    if item and address and item.mode == "static" and address != f"{item.address}/{item.length}":
        local.doubt("ip", f"{address} is not the address of {name}")
    return name


def _proposals(node: Node, hash_key: str = "hash") -> tuple[str, ...]:
    """Every pair `cipher/hash`. In ESP an AEAD cipher has no hash of its own (RFC 4106)."""
    ciphers, hashes = node.values("encryption"), node.values(hash_key)
    found: list[str] = []
    for cipher in ciphers:
        if hash_key != "hash" and cipher.endswith("-gcm"):
            found.append(cipher)
        else:
            found += [f"{cipher}/{word}" for word in hashes] or [cipher]
    return tuple(dict.fromkeys(found))


def _groups(profile: Node | None) -> tuple[str, ...]:
    words: Iterable[str] = profile.values("dh-group") if profile else ()
    return tuple(word.removeprefix("group") for word in words if word != "no-pfs")


def _selectors(key: Node) -> tuple[str, str]:
    """What both sides say of traffic; without a proxy id it is everything."""
    rows = key.entries("proxy-id")
    if not rows:
        return _EVERYTHING, _EVERYTHING
    sides: tuple[list[str], list[str]] = ([], [])
    for row in rows:
        for side, word in zip(sides, ("local", "remote"), strict=True):
            text = row.value(word, _EVERYTHING)
            prefix = cidr_network(text if "/" in text else f"{text}/32")
            if prefix is None or split_cidr(text) is None:
                row.doubt(word, f"`{text}` is no prefix")
            side.append(prefix or text)
        kind = row.at("protocol").choice()
        if kind == "any":
            row.at("protocol", "any").take()
    return " ".join(sides[0]), " ".join(sides[1])
