"""Who is behind an address: RADIUS single sign-on (RSSO) and groups of people.

Source: CLI reference of FortiOS 7.4 (user radius, user group) with its defaults.
"""

from __future__ import annotations

from netgen.readback.facts import ObservedIdentity, ObservedUserGroup
from netgen.readback.fortinet_fortios.tree import Node

_ACCOUNTING_PORT = 1813
_FORGET_S = 28800
#: Where the settings of rows that ask a server are listed, rows of single sign-on are not: they ask nobody.
_OWN_PATH = "user radius/single-sign-on"
_GROUP_KINDS = frozenset({"fsso-service", "rsso", "guest"})


def read_identities(root: Node) -> tuple[ObservedIdentity, ...]:
    """The rows of RADIUS servers that are about accounting which others send here."""
    found = []
    for entry in root.section("user radius").rows():
        if not entry.enabled("rsso"):
            continue
        entry.path = _OWN_PATH
        found.append(
            ObservedIdentity(
                name=entry.name,
                port=entry.number("rsso-radius-server-port", _ACCOUNTING_PORT),
                user=entry.word("rsso-endpoint-attribute", "Calling-Station-Id").lower(),
                group=entry.word("sso-attribute", "Class").lower(),
                forget_s=entry.number("rsso-context-timeout", _FORGET_S),
                verifies=entry.enabled("rsso-validate-request-secret"),
                ends_sessions=entry.enabled("rsso-flush-ip-session"),
                answers=entry.enabled("rsso-radius-response"),
                secret=" ".join(entry.words("rsso-secret")),
                line=entry.line,
            )
        )
    return tuple(found)


def read_user_groups(root: Node) -> tuple[ObservedUserGroup, ...]:
    """Every group of people; one of single sign-on is told by a value of an attribute."""
    return tuple(
        ObservedUserGroup(
            name=entry.name,
            kind="accounting" if kind == "rsso" else kind,
            value=entry.word("sso-attribute-value") if kind == "rsso" else "",
            line=entry.line,
        )
        for entry in root.section("user group").rows()
        for kind in (entry.choice("group-type", "firewall", _GROUP_KINDS),)
    )
