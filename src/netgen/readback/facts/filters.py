"""What a firewall looks for inside of traffic that it lets through, and how it opens TLS to see it."""

from __future__ import annotations

import msgspec


class ObservedFilter(msgspec.Struct, frozen=True):
    """A web filter by the vendor's category ids.

    kind: web | dns | application (there `blocked` holds `application:ID` and `category:ID`) | spyware (there `blocked`
    holds the severities whose sessions end).
    `override` lets users lift a block; `bypasses` are the addresses that the filter lets through unseen.
    """

    name: str
    blocked: tuple[str, ...]
    safe_search: bool
    fails_open: bool
    line: int
    kind: str = "web"
    override: bool = False
    bypasses: tuple[str, ...] = ()
    #: Places that are refused by their name, whatever their category is.
    denies: tuple[str, ...] = ()
    #: Restricted mode of video sites: none | moderate | strict.
    video: str = "none"
    #: Lists of domains that it refuses: names of ObservedList, or of a list that the vendor brings along.
    lists: tuple[str, ...] = ()


class ObservedInspection(msgspec.Struct, frozen=True):
    """TLS inspection as rules name it: the vendor's word for what happens to HTTPS, and what is left out.

    `quic` and `client_hello` are what happens to QUIC and to an encrypted client hello, "" by default. `exempt` are
    `category ID`, `domain PATTERN` or the vendor's word for another kind with what it names.
    """

    name: str
    https: str
    exempt: tuple[str, ...]
    line: int
    quic: str = ""
    client_hello: str = ""
    #: The CA that signs what was opened, by its name in the box's store.
    ca: str = ""
    #: The oldest TLS that a server may speak: 1.0 | 1.1 | 1.2 | 1.3, or the vendor's word for another.
    min_version: str = ""
    #: Servers that are refused, and not let through unopened: expired | revoked | untrusted | unvalidated | cipher |
    #: version | negotiation.
    refuses: tuple[str, ...] = ()
