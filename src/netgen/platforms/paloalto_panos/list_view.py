"""Feeds as external dynamic lists, and the profile that refuses what feeds of domains name.

Palo Alto Networks machine specification, external dynamic lists and anti-spyware profiles. A country needs no object: a
rule names its code.
"""

from __future__ import annotations

import msgspec

from netgen.device import FirewallPart, RemoteList

#: The anti-spyware profile of a trust that has feeds of domains.
DOMAINS_PROFILE = "domain-feeds"
#: What the maker's strict profile does, by severity: a profile of our own takes its place on a rule.
_STRICT = (
    ("severe", "[ critical high medium ]", "reset-both"),
    ("slight", "[ informational low ]", "default"),
)
#: The maker's own list of domains, which the strict profile refuses too.
_MAKERS_DOMAINS = "default-paloalto-dns"
_RECURRING = {"five-minutes": "five-minute", "hourly": "hourly", "daily": "daily at 03"}


class FeedView(msgspec.Struct, frozen=True):
    """An external dynamic list. `kind` is ip or domain."""

    name: str
    kind: str
    url: str
    recurring: str
    origin: str


class DomainsProfileView(msgspec.Struct, frozen=True):
    """An anti-spyware profile: the lists it blocks, and (name, severities, action) of its rules."""

    name: str
    lists: tuple[str, ...]
    rules: tuple[tuple[str, str, str], ...]
    origin: str


def feed_views(lists: tuple[RemoteList, ...]) -> tuple[FeedView, ...]:
    """The feeds by name."""
    return tuple(
        FeedView(
            item.name,
            "domain" if item.kind == "domains" else "ip",
            item.source,
            _RECURRING[item.refresh],
            item.origin,
        )
        for item in lists
        if item.kind != "country"
    )


def domains_profile(part: FirewallPart) -> tuple[DomainsProfileView, ...]:
    """One where there are feeds of domains, else none."""
    found = [item for item in part.lists if item.kind == "domains"]
    if not found:
        return ()
    names = tuple(item.name for item in found)
    strict = part.protection.ips
    return (
        DomainsProfileView(
            DOMAINS_PROFILE,
            (*((_MAKERS_DOMAINS,) if strict else ()), *names),
            _STRICT if strict else (),
            found[0].origin,
        ),
    )


def list_words(names: tuple[str, ...], lists: tuple[RemoteList, ...]) -> tuple[str, ...]:
    """What a rule calls them: a country is its code, a feed its list."""
    words = {item.name: item.source if item.kind == "country" else item.name for item in lists}
    return tuple(words[name] for name in names)
