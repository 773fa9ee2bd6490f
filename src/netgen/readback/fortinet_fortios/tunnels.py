"""IPsec tunnels: each phase 2 with its phase 1."""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedTunnel
from netgen.readback.fortinet_fortios.objects import AddressBook
from netgen.readback.fortinet_fortios.remote import is_for_people
from netgen.readback.fortinet_fortios.tree import Node
from netgen.readback.indented import ipv4
from netgen.readback.spans import address_and_length, network_text, prefixes

_PEER_TYPES = frozenset({"any", "one", "dialup", "peergrp"})


def read_tunnels(root: Node, addresses: AddressBook) -> tuple[ObservedTunnel, ...]:
    """One tunnel for each phase 2, and one with empty phase 2 facts for a phase 1 without any; none for people's.

    Groups and proposals are empty where the text leaves them to the release's default, which
    differs (dhgrp: `14 5` in 7.4, `20` in 7.6).
    """
    every = {entry.name: entry for entry in root.section("vpn ipsec phase1-interface").rows()}
    phase1 = {name: entry for name, entry in every.items() if not is_for_people(entry)}
    halves: dict[str, list[Node | None]] = {}
    for entry in root.section("vpn ipsec phase2-interface").rows():
        name = entry.word("phase1name")
        if name in every:
            halves.setdefault(name, []).append(entry)
        else:
            entry.doubt_field("phase1name", f"phase 1 `{name}` is not defined")
            _read_selectors(entry, addresses)
    peers = {entry.name: entry for entry in root.section("user peer").rows()}
    matching = root.section("vpn certificate setting").choice("cn-match", "substring", {"value"})
    is_exact = matching == "value"
    return tuple(
        _read_tunnel(entry, phase2, addresses, peers, is_exact=is_exact)
        for name, entry in phase1.items()
        for phase2 in halves.get(name, [None])
    )


def _read_tunnel(
    phase1: Node, phase2: Node | None, addresses: AddressBook, peers: dict[str, Node], *, is_exact: bool
) -> ObservedTunnel:
    kind = phase1.choice("type", "static", {"dynamic", "ddns"})
    remote = phase1.word("remote-gw") or phase1.word("remotegw-ddns")
    if kind != "dynamic" and not remote:
        phase1.notes.doubt(phase1.line, f"{phase1.name}: a static tunnel needs a remote gateway")
    if phase1.choice("mode", "main", {"aggressive"}) == "aggressive":
        phase1.doubt_field("mode", "aggressive mode shows the identity and a hash of the key")
    _check_identity(phase1)
    peer_type = phase1.choice("peertype", "peer", _PEER_TYPES)
    signed = _read_signed(phase1, peers, peer_type, is_exact=is_exact)
    local, far = _read_selectors(phase2, addresses) if phase2 else ("", "")
    pfs = phase2 is not None and phase2.enabled("pfs", default=True)
    return ObservedTunnel(
        name=phase1.name,
        interface=phase1.word("interface"),
        ike_version=2 if phase1.choice("ike-version", "1", {"2"}) == "2" else 1,
        remote=remote,
        dynamic=kind == "dynamic",
        local_id=phase1.word("localid"),
        peer_id=phase1.word("peerid") if peer_type == "one" else signed.peer_id,
        psk=" ".join(phase1.words("psksecret")),
        phase1=phase1.words("proposal"),
        phase2=phase2.words("proposal") if phase2 else (),
        dh_groups=phase1.words("dhgrp"),
        pfs_groups=phase2.words("dhgrp") if phase2 and pfs else (),
        local_prefix=local,
        remote_prefix=far,
        dpd=phase1.choice("dpd", "on-demand", {"on-idle", "disable"}) != "disable",
        dpd_idle=phase1.word("dpd") == "on-idle",
        adds_routes=phase1.enabled("add-route", default=True),
        initiates=phase2 is not None and phase2.enabled("auto-negotiate"),
        distance=phase1.number("distance", 15),
        line=phase1.line,
        certificate=signed.certificate,
        ca=signed.ca,
        checks_identity=signed.checks_identity,
        tells_address=phase1.enabled("exchange-interface-ip"),
    )


class _Signed(msgspec.Struct, frozen=True):
    """What certificates have to do with a tunnel; empty with a pre-shared key."""

    certificate: str = ""
    ca: str = ""
    peer_id: str = ""
    checks_identity: bool = False


def _read_signed(phase1: Node, peers: dict[str, Node], peer_type: str, *, is_exact: bool) -> _Signed:
    """The own certificate, and whose the peer must be: that of `config user peer`."""
    own = " ".join(phase1.words("certificate"))
    name = phase1.word("peer")
    cross_checked = phase1.enabled("cert-id-validation", default=True)
    if phase1.choice("authmethod", "psk", {"signature"}) == "psk":
        if own:
            phase1.doubt_field("certificate", "a certificate is of no use with a pre-shared key")
        return _Signed()
    if not own:
        phase1.doubt_field("authmethod", "signatures need a certificate")
    if peer_type != "peer":
        return _Signed(own, checks_identity=cross_checked and peer_type == "one")
    peer = peers.get(name)
    if peer is None:
        phase1.doubt_field("peer", f"peer `{name}` is not defined")
        return _Signed(own)
    subject = peer.word("cn")
    kind = peer.choice("cn-type", "string", {"email", "FQDN", "ipv4", "ipv6"})
    if subject and kind not in ("string", "FQDN"):
        peer.doubt_field("cn-type", f"`{subject}` is looked for as {kind}")
    verified = peer.enabled("mandatory-ca-verify", default=True)
    # Without `cn-match value` a part of a name is enough: the peer `elm` would be found in `elmwood`.
    checks = cross_checked and verified and bool(subject) and is_exact
    return _Signed(own, peer.word("ca"), subject, checks)


def _check_identity(phase1: Node) -> None:
    """An identity is sent as what it is (RFC 7296 3.5): the peer compares its kind too."""
    said = phase1.values.get("localid-type")  # stays a setting
    kind = said.words[0] if said and said.words else "auto"
    identity = phase1.word("localid")
    wanted = "address" if ipv4(identity) is not None else "fqdn"
    if identity and kind not in {wanted, "auto"}:
        phase1.doubt_field("localid-type", f"identity `{identity}` is sent as {kind}, not as {wanted}")


def _read_selectors(phase2: Node, addresses: AddressBook) -> tuple[str, str]:
    phase2.words("proposal")
    phase2.words("dhgrp")
    phase2.words("pfs")
    return _read_selector(phase2, "src", addresses), _read_selector(phase2, "dst", addresses)


def _read_selector(phase2: Node, side: str, addresses: AddressBook) -> str:
    """The prefix of one side; 0.0.0.0/0 is the default and what both sides of a routed tunnel say."""
    kind = phase2.choice(f"{side}-addr-type", "subnet", {"name", "ip", "range"})
    if kind == "name":
        name = phase2.word(f"{side}-name")
        if not addresses.knows(name):
            phase2.doubt_field(f"{side}-name", f"address `{name}` is not defined")
        return " ".join(prefixes(addresses.contents(name)))
    if kind != "subnet":
        phase2.leave_unread(f"{side}-addr-type")
        return ""
    words = phase2.words(f"{side}-subnet")
    read = address_and_length(words) if words else (0, 0)
    if read is None:
        phase2.doubt_field(f"{side}-subnet", f"`{' '.join(words)}` is not an address with a mask")
        return ""
    return network_text(*read)
