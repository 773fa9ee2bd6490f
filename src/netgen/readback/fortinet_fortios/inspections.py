"""TLS inspection profiles. Defaults: the schema of FortiOS 7.4 (firewall.ssl-ssh-profile)."""

from __future__ import annotations

from netgen.readback.facts import ObservedInspection
from netgen.readback.fortinet_fortios.tree import Node

#: Settings of TLS inspection, with the values that keep it strict.
_STRICT: dict[str, frozenset[str]] = {
    "cert-validation-failure": frozenset({"block"}),
    "encrypted-client-hello": frozenset({"block"}),
    "expired-server-cert": frozenset({"block"}),
    "min-allowed-ssl-version": frozenset({"tls-1.2", "tls-1.3"}),
    "quic": frozenset({"block", "inspect"}),
    "revoked-server-cert": frozenset({"block"}),
    "untrusted-server-cert": frozenset({"block"}),
}

#: What becomes of a session that cannot be opened as it should: (field, kind of server, what happens by default).
_REFUSALS = (
    ("cert-validation-failure", "unvalidated", "block"),
    ("expired-server-cert", "expired", "block"),
    ("revoked-server-cert", "revoked", "block"),
    ("unsupported-ssl-cipher", "cipher", "allow"),
    ("unsupported-ssl-negotiation", "negotiation", "allow"),
    ("unsupported-ssl-version", "version", "block"),
    ("untrusted-server-cert", "untrusted", "allow"),
)
_ACTIONS = frozenset({"allow", "block", "ignore"})
_OLDEST = "tls-1.1"

#: Profiles that every device has; they exist without a line in the text.
BUILTIN_INSPECTIONS = frozenset(
    {"no-inspection", "certificate-inspection", "deep-inspection", "custom-deep-inspection"}
)
_BUILTIN_CA = "Fortinet_CA_SSL"
_EXEMPT = "fortiguard-category"
_EXEMPT_KINDS = frozenset({_EXEMPT, "address", "address6", "wildcard-fqdn", "regex"})


def read_inspections(root: Node) -> tuple[ObservedInspection, ...]:
    """The TLS inspection profiles of the text."""
    domains = _read_domains(root)
    return tuple(_read_profile(entry, domains) for entry in root.section("firewall ssl-ssh-profile").rows())


def _read_domains(root: Node) -> dict[str, tuple[str, ...]]:
    """Patterns of host names by the object or group that rules of a profile name."""
    found: dict[str, tuple[str, ...]] = {
        entry.name: (entry.word("wildcard-fqdn"),)
        for entry in root.section("firewall wildcard-fqdn custom").rows()
    }
    for group in root.section("firewall wildcard-fqdn group").rows():
        found[group.name] = tuple(
            pattern for name in group.words("member") for pattern in found.get(name, (f"of {name}",))
        )
    return found


def _read_profile(entry: Node, domains: dict[str, tuple[str, ...]]) -> ObservedInspection:
    https = entry.section("https")
    for field, good in _STRICT.items():
        word = https.word(field)
        if word and word not in good:
            https.doubt_field(field, f"TLS inspection `{entry.name}` weakens `{field}` to `{word}`")
    exempt = [place for row in entry.rows("ssl-exempt") for place in _read_exempt(row, domains)]
    status = https.word("status", "deep-inspection")
    return ObservedInspection(
        name=entry.name,
        https=status,
        exempt=tuple(exempt),
        line=entry.line,
        quic=https.word("quic"),
        client_hello=https.word("encrypted-client-hello"),
        ca=entry.word("caname", _BUILTIN_CA),
        min_version=https.word("min-allowed-ssl-version", _OLDEST).removeprefix("tls-"),
        refuses=tuple(
            kind for field, kind, usual in _REFUSALS if https.choice(field, usual, _ACTIONS) == "block"
        ),
    )


def _read_exempt(row: Node, domains: dict[str, tuple[str, ...]]) -> list[str]:
    """What a row leaves closed; of its fields the one of its type counts."""
    kind = row.choice("type", _EXEMPT, _EXEMPT_KINDS)
    names = row.words(kind)
    if kind == _EXEMPT:
        return [f"category {word}" for word in names]
    if kind != "wildcard-fqdn":
        return [f"{kind} {word}" for word in names]
    found = []
    for name in names:
        if name not in domains:
            row.doubt_field(kind, f"wildcard name `{name}` is not defined")
        found += [f"domain {pattern}" for pattern in domains.get(name, (name,))]
    return found
