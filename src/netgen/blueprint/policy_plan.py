"""Who may talk to whom at a site.

Zone names in policies are matrix zones, or `overlay` for everything behind the tunnels, or `internet`.
"""

from __future__ import annotations

import msgspec

from netgen.values import Prefix


class PolicyPlan(msgspec.Struct, frozen=True, gc=False):
    """What the firewall lets from one zone to another; everything else is denied and logged.

    Addresses are (name, prefix) pairs; an empty tuple means any. `number` is stable for good.
    `filter` is "" or a filter name; `nat` hides the source behind the circuit. `schedule` is "" or a
    schedule's name. `protected`: what the trust wants looked for (IPS, antivirus) is. `publication` is "" or what
    it lets in. A policy without services refuses, and logs. The lists are names of ListPlan; with one, addresses left
    empty mean none but those of the list. `legacy` is "" or the segment whose addresses are translated one to one on
    the way; sources and destinations are those inside of the school. `sources6` and
    `destinations6` are the same zones' IPv6 subnets: both empty where IPv6 does not pass, which is so whenever one of
    the two zones has none here, and towards the internet and the overlay.
    """

    number: int
    name: str
    from_zone: str
    to_zone: str
    sources: tuple[tuple[str, Prefix], ...]
    destinations: tuple[tuple[str, Prefix], ...]
    services: tuple[str, ...]
    filter: str
    nat: bool
    origin: str
    why: str = ""
    schedule: str = ""
    protected: bool = False
    publication: str = ""
    #: The only UserGroup whose people it holds for, or "". Such policies come before all others.
    group: str = ""
    source_lists: tuple[str, ...] = ()
    destination_lists: tuple[str, ...] = ()
    legacy: str = ""
    sources6: tuple[tuple[str, Prefix], ...] = ()
    destinations6: tuple[tuple[str, Prefix], ...] = ()


class PublicationPlan(msgspec.Struct, frozen=True, gc=False):
    """A service that the internet may reach: what comes to `outside` on the circuit goes to `inside`.

    `interface` is the circuit's, `zone` that of the server. Empty sources mean everybody.
    """

    name: str
    number: int
    circuit: str
    interface: str
    outside: str
    inside: str
    zone: str
    services: tuple[str, ...]
    sources: tuple[Prefix, ...]
    why: str
    origin: str
