"""Decryption of TLS: the rules in their order, what they leave closed, and what their profile refuses.

The first rule that matches a session decides (PAN-OS administrator's guide, Decryption Policy Rule). Defaults: Palo
Alto Networks' specification (pan-os-codegen, decryption profile and decryption policy rule). The vendor's own list of
servers that break when they are opened is in no text.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from netgen.readback.facts import ObservedInspection, ObservedPolicy
from netgen.readback.paloalto_panos.objects import ANY
from netgen.readback.paloalto_panos.profiles import custom_categories
from netgen.readback.paloalto_panos.tree import Node

_ACTIONS = frozenset({"decrypt", "no-decrypt", "decrypt-and-forward"})
#: The only kind of rule that opens what clients send to servers elsewhere.
_FORWARD = "ssl-forward-proxy"
_OLDEST = "tls1-0"
_NARROWING = ("source", "destination", "service", "source-user", "source-hip", "destination-hip")
#: What a profile refuses, by its word for it; nothing of it by default.
_REFUSALS = (
    ("block-expired-certificate", "expired"),
    ("block-untrusted-issuer", "untrusted"),
    ("block-unknown-cert", "unvalidated"),
    ("block-unsupported-cipher", "cipher"),
    ("block-unsupported-version", "version"),
)
_BUILT_IN = frozenset({"", "default"})


class _Rule(msgspec.Struct, frozen=True):
    """A decryption rule that is not disabled; `narrow`: it is about some sessions between its zones."""

    name: str
    from_zones: tuple[str, ...]
    to_zones: tuple[str, ...]
    categories: tuple[str, ...]
    narrow: bool
    decrypts: bool
    profile: str
    line: int

    def is_between(self, source: str, target: str) -> bool:
        return all(
            zone in names or ANY in names or zone == ANY
            for zone, names in ((source, self.from_zones), (target, self.to_zones))
        )


class Decryption:
    """What becomes of the TLS sessions of each security rule; `inspections` are the ways in which they are opened."""

    def __init__(self, root: Node) -> None:
        """Read the rules, their profiles and the list of servers that are left out everywhere."""
        self._notes = root.notes
        self._custom = custom_categories(root)
        self._profiles = {
            entry.word: _read_profile(entry)
            for scope in (root.at("shared"), root)
            for entry in scope.entries("profiles", "decryption")
        }
        self._ca, self._left_out = _read_store(root)
        entries = root.entries("rulebase", "decryption", "rules")
        self._rules = [rule for entry in entries if (rule := self._read(entry))]
        self._found: dict[tuple[str, tuple[str, ...]], ObservedInspection] = {}

    def _read(self, entry: Node) -> _Rule | None:
        kind = entry.at("type").choice() or _FORWARD
        entry.at("type", kind).take()
        if kind != _FORWARD:
            entry.notes.doubt(entry.line, f"{entry.name}: opens sessions of another kind ({kind})")
        narrowing = [key for key in _NARROWING if entry.values(key) not in ((), (ANY,))]
        negated = [entry.yes(key) for key in ("negate-source", "negate-destination")]
        categories = tuple(name for name in entry.values("category") if name != ANY)
        profile = entry.value("profile")
        if profile not in self._profiles and profile not in _BUILT_IN:
            entry.doubt("profile", f"decryption profile `{profile}` is not defined")
        rule = _Rule(
            name=entry.word,
            from_zones=entry.values("from") or (ANY,),
            to_zones=entry.values("to") or (ANY,),
            categories=categories,
            narrow=bool(narrowing) or True in negated,
            decrypts=entry.word_of("action", "no-decrypt", _ACTIONS) != "no-decrypt",
            profile=profile,
            line=entry.line,
        )
        return None if entry.yes("disabled") else rule

    def of(self, policy: ObservedPolicy, zones: Iterable[str]) -> str:
        """The name of the inspection that sessions of a rule get; "" where none of them is opened."""
        known = tuple(zones)
        sources = known if ANY in policy.from_zones else policy.from_zones
        targets = known if ANY in policy.to_zones else policy.to_zones
        found = {self._between(source, target) for source in sources for target in targets}
        opened = sorted(found - {""})
        if len(found) > 1:
            self._notes.doubt(policy.line, f"rule {policy.id}: TLS of its sessions is not treated alike")
        return opened[0] if opened else ""

    def _between(self, source: str, target: str) -> str:
        closed = list(self._left_out)
        for rule in self._rules:
            if not rule.is_between(source, target):
                continue
            if rule.decrypts:
                if rule.narrow or rule.categories:
                    closed.append(f"sessions that are not of {rule.name}")
                return self._inspection(rule, tuple(closed))
            if rule.narrow:
                closed.append(f"sessions of {rule.name}")
            elif not rule.categories:
                return ""
            for name in rule.categories:
                places = self._custom.get(name)
                closed += [f"domain {place}" for place in places or ()]
                if places is None:
                    closed.append(f"category {name}")
        return ""

    def _inspection(self, rule: _Rule, exempt: tuple[str, ...]) -> str:
        key = rule.name, exempt
        if key not in self._found:
            number = sum(name == rule.name for name, _ in self._found) + 1
            version, refuses = self._profiles.get(rule.profile, (_OLDEST, ()))
            self._found[key] = ObservedInspection(
                name=rule.name if number == 1 else f"{rule.name}/{number}",
                https="decrypt",
                exempt=exempt,
                line=rule.line,
                ca=self._ca,
                min_version=version.removeprefix("tls").replace("-", "."),
                refuses=refuses,
            )
        return self._found[key].name

    @property
    def inspections(self) -> tuple[ObservedInspection, ...]:
        """Every way in which sessions of a rule that was asked for are opened."""
        return tuple(self._found.values())


def _read_profile(entry: Node) -> tuple[str, tuple[str, ...]]:
    """(oldest version, what is refused) of a profile."""
    proxy = entry.at("ssl-forward-proxy")
    refuses = tuple(word for key, word in _REFUSALS if proxy.yes(key))
    return entry.at("ssl-protocol-settings").value("min-version", _OLDEST), refuses


def _read_store(root: Node) -> tuple[str, list[str]]:
    """The CA that signs what is opened, for servers of either kind of key; and hosts that are never opened."""
    cas: dict[str, None] = {}
    hosts: list[str] = []
    for scope in (root.at("shared"), root):
        store = scope.at("ssl-decrypt")
        signing = store.at("forward-trust-certificate")
        cas |= dict.fromkeys(name for key in ("rsa", "ecdsa") if (name := signing.value(key)))
        for entry in store.entries("ssl-exclude-cert"):
            entry.value("description")
            entry.take()
            if entry.yes("exclude", default=True):
                hosts.append(f"domain {entry.word}")
    return " ".join(cas), hosts
