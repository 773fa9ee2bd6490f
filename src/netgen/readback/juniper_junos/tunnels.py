"""IPsec tunnels of an SRX: each VPN with its gateway, policies and proposals.

Without a line a gateway speaks IKEv1 and notices a dead peer only when there is traffic (`optimized`).
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedTunnel
from netgen.readback.indented import cidr_network, ipv4, whole_number
from netgen.readback.juniper_junos.names import Interfaces
from netgen.readback.juniper_junos.tree import NOTHING, Node, Notes

#: Preference of a route that a traffic selector adds (YANG of 23.4R1).
_SELECTOR_PREFERENCE = 5
#: How peers prove who they are: by a key that both have, or by signatures that a certificate vouches for.
_KEY = "pre-shared-keys"
SIGNATURES = frozenset(
    {"rsa-signatures", "ecdsa-signatures-256", "ecdsa-signatures-384", "ecdsa-signatures-521"}
)


class _Proposals(msgspec.Struct, frozen=True):
    """Algorithms of a policy's proposals, in order."""

    words: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    methods: frozenset[str] = frozenset()


def read_tunnels(root: Node, interfaces: Interfaces, notes: Notes) -> tuple[ObservedTunnel, ...]:
    """One tunnel a VPN; one selector or several, joined by spaces."""
    ike, ipsec = root.sub("security", "ike"), root.sub("security", "ipsec")
    reader = _Reader(root, ike, ipsec, interfaces, notes)
    return tuple(reader.read(vpn) for vpn in ipsec.entries("vpn"))


class _Reader:
    def __init__(self, root: Node, ike: Node, ipsec: Node, interfaces: Interfaces, notes: Notes) -> None:
        self.notes = notes
        self.interfaces = interfaces
        self.gateways = {row.key: row for row in ike.entries("gateway")}
        self.ike_policies = {row.key: row for row in ike.entries("policy")}
        self.ike_proposals = {row.key: row for row in ike.entries("proposal")}
        self.policies = {row.key: row for row in ipsec.entries("policy")}
        self.proposals = {row.key: row for row in ipsec.entries("proposal")}
        self.authorities = {row.key for row in root.sub("security", "pki").entries("ca-profile")}
        self.units = {
            f"{row.key}.{unit.key}"
            for row in root.sub("interfaces").entries("<interface>")
            for unit in row.entries("unit")
        }

    def read(self, vpn: Node) -> ObservedTunnel:
        """One VPN."""
        name, ike = vpn.key, vpn.sub("ike")
        gateway = self._named(self.gateways, ike.value("gateway"), vpn, "gateway")
        ike_policy = self._named(self.ike_policies, gateway.value("ike-policy"), gateway, "IKE policy")
        policy = self._named(self.policies, ike.value("ipsec-policy"), vpn, "IPsec policy")
        unit = vpn.value("bind-interface")
        if not unit:
            self.notes.doubt(vpn.line, f"VPN {name} is bound to no interface")
        elif unit not in self.units:
            self.notes.doubt(vpn.line_of("bind-interface"), f"VPN {name}: interface {unit} is not defined")
        if unit and unit not in self.interfaces.tunnels:
            self.notes.doubt(vpn.line_of("bind-interface"), f"{unit} is bound to several VPNs")
        outside = gateway.value("external-interface")
        if outside and outside not in self.units:
            self.notes.doubt(
                gateway.line_of("external-interface"), f"gateway {gateway.key}: {outside} is not defined"
            )
        if ike_policy.value("mode") == "aggressive":
            text = f"IKE policy {ike_policy.key}: aggressive mode shows the identity and a hash of the key"
            self.notes.doubt(ike_policy.line_of("mode"), text)
        phase1 = self._algorithms(ike_policy, self.ike_proposals, "IKE")
        phase2 = self._algorithms(policy, self.proposals, "IPsec")
        keys = policy.sub("perfect-forward-secrecy").value("keys")
        local, remote, selects = self._selectors(vpn, ike)
        dynamic = gateway.has("dynamic")
        peers = gateway.values("address")
        if len(peers) > 1:
            self.notes.doubt(gateway.line_of("address"), f"gateway {gateway.key} has {len(peers)} peers")
        if not dynamic and not peers:
            self.notes.doubt(gateway.line, f"gateway {gateway.key} has no peer")
        dead = gateway.sub("dead-peer-detection")
        modes = {word for word in ("probe-idle-tunnel", "always-send", "optimized") if dead.has(word)}
        version = gateway.value("version")
        dynamic_id = self._identity(gateway.sub("dynamic"))
        peer_id = self._identity(gateway.sub("remote-identity")) or dynamic_id
        certificate, ca = self._certificate(ike_policy, phase1.methods)
        return ObservedTunnel(
            name=name,
            interface=self.interfaces.name(outside),
            ike_version=2 if version == "v2-only" else 1,
            remote="" if dynamic else " ".join(peers),
            dynamic=dynamic,
            local_id=self._identity(gateway.sub("local-identity")),
            peer_id=peer_id,
            psk=self._key(ike_policy),
            phase1=phase1.words,
            phase2=phase2.words,
            dh_groups=phase1.groups,
            pfs_groups=(keys.removeprefix("group"),) if keys else (),
            local_prefix=local,
            remote_prefix=remote,
            dpd=gateway.has("dead-peer-detection"),
            line=vpn.line,
            dpd_idle=bool(modes & {"probe-idle-tunnel", "always-send"}),
            adds_routes=selects,
            distance=self._distance(vpn) if selects else 0,
            initiates=vpn.value("establish-tunnels") == "immediately",
            certificate=certificate,
            ca=ca,
            checks_identity=bool(certificate and peer_id) and not _takes_any_identity(gateway),
        )

    def _named(self, rows: dict[str, Node], name: str, home: Node, what: str) -> Node:
        found = rows.get(name)
        if found is None and home is not NOTHING:
            self.notes.doubt(home.line, f"{home.words}: {what} `{name}` is not defined")
        return found or NOTHING

    def _distance(self, vpn: Node) -> int:
        """Preference of the routes that traffic selectors add: 5 without a line."""
        usual = str(_SELECTOR_PREFERENCE)
        rows = vpn.entries("traffic-selector")
        numbers = {whole_number(row.value("preference", usual)) for row in rows}
        if len(numbers) > 1 or None in numbers:
            self.notes.doubt(vpn.line, f"VPN {vpn.key}: preferences of its selectors are not one number")
            return _SELECTOR_PREFERENCE
        return numbers.pop() or _SELECTOR_PREFERENCE

    def _identity(self, block: Node) -> str:
        """An identity; the peer compares its kind too, so an address must be said as one (RFC 7296, 3.5)."""
        for form in ("hostname", "user-at-hostname", "inet", "inet6", "key-id"):
            said = block.value(form)
            if said and form != "inet" and ipv4(said) is not None:
                self.notes.doubt(block.line_of(form), f"identity `{said}` is said as {form}")
            if said:
                return said
        return ""

    def _certificate(self, policy: Node, methods: frozenset[str]) -> tuple[str, str]:
        """The own certificate and the authority of the peer's; empty where proposals ask for a key."""
        block = policy.sub("certificate")
        own, trusted = block.value("local-certificate"), block.sub("trusted-ca")
        ca = trusted.value("ca-profile")
        if ca and ca not in self.authorities:
            self.notes.doubt(trusted.line, f"IKE policy {policy.key}: CA profile {ca} is not defined")
        signed = methods & SIGNATURES
        if bool(own) != bool(signed) or (signed and methods - SIGNATURES):
            text = f"IKE policy {policy.key}: its proposals and its certificate do not fit"
            self.notes.doubt(policy.line, text)
        return (own, ca) if own and signed else ("", "")

    def _key(self, policy: Node) -> str:
        for block in ("pre-shared-key", "seeded-pre-shared-key"):
            for form in ("ascii-text", "hexadecimal"):
                word = policy.sub(block).value(form)
                if word:
                    return word if block == "pre-shared-key" else f"seed {word}"
        return ""

    def _algorithms(self, policy: Node, proposals: dict[str, Node], what: str) -> _Proposals:
        words: list[str] = []
        groups: list[str] = []
        methods: set[str] = set()
        if policy.value("proposal-set"):
            words.append(f"set {policy.value('proposal-set')}")
        for name in policy.values("proposals"):
            row = proposals.get(name)
            if row is None:
                self.notes.doubt(policy.line_of("proposals"), f"{what} proposal {name} is not defined")
                continue
            cipher, digest = row.value("encryption-algorithm"), row.value("authentication-algorithm")
            parts = [cipher or "no-encryption", *([digest] if digest else [])]
            if row.value("protocol") == "ah":
                parts[0] = "ah"
            words.append(" ".join(parts))
            method = row.value("authentication-method", _KEY)
            methods.add(method)
            if method != _KEY and method not in SIGNATURES:
                row.keep("authentication-method")
            group = row.value("dh-group")
            if group:
                groups.append(group.removeprefix("group"))
        if policy is not NOTHING and not words:
            self.notes.doubt(policy.line, f"{what} policy {policy.key} has no proposal")
        return _Proposals(tuple(words), tuple(groups), frozenset(methods))

    def _selectors(self, vpn: Node, ike: Node) -> tuple[str, str, bool]:
        """(own, other) prefixes, and whether routes to the others are added: traffic selectors add them."""
        rows = vpn.entries("traffic-selector")
        identity = ike.sub("proxy-identity")
        if rows and identity is not NOTHING:
            self.notes.doubt(identity.line, f"VPN {vpn.key} has traffic selectors and a proxy identity")
        if rows:
            pairs = [(row.value("local-ip"), row.value("remote-ip"), row) for row in rows]
        elif identity is not NOTHING:
            if identity.value("service") not in ("", "any"):
                identity.keep("service")
            pairs = [(identity.value("local"), identity.value("remote"), identity)]
        else:
            return "0.0.0.0/0", "0.0.0.0/0", False
        found: tuple[list[str], list[str]] = ([], [])
        for local, remote, row in pairs:
            for side, text in zip(found, (local, remote), strict=True):
                prefix = cidr_network(text)
                if prefix is None:
                    self.notes.doubt(row.line, f"VPN {vpn.key}: selector `{text}` is no prefix")
                side.append(prefix or text)
        return " ".join(found[0]), " ".join(found[1]), bool(rows)


def _takes_any_identity(gateway: Node) -> bool:
    """True with `general-ikeid`, which stays a setting too: who has a certificate is let in whatever its name is."""
    word = ("general-ikeid",)
    dynamic = gateway.kids.get(("dynamic",))
    return word in gateway.kids or (dynamic is not None and word in dynamic.kids)
