"""Old addresses that cannot be translated, or that hide what the school needs.

What it catches: a prefix of `legacy` that is not private, larger than its segment's window, smaller than eight
    addresses, or that overlaps a hub, the overlay, the school's own block, a circuit or another old prefix there.
Why it matters in a school: a host that has the address of a server at the hub in its own subnet never reaches it.
Example: `legacy: {staff: {prefix: 10.0.8.0/22, ...}}` where the hub is 10.0.0.0/18
How to fix: renumber that segment before the school joins, or keep a part of it that fits and overlaps nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.intent.circuits import network_of
from netgen.values import Prefix, object_path

#: RFC 1918.
_PRIVATE = tuple(Prefix.parse(text) for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"))
_LONGEST = 29


def find_unfit_legacy_prefixes(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding for each prefix."""
    seen: dict[str, Prefix] = {}
    for name, item in site.site.legacy.items():
        path = object_path(site.path, "legacy", name, "prefix")
        own = item.prefix
        segment = site.segments.get(name)
        window = segment.window if segment else None
        blocker = _blocker(site, own) or next(
            (f"old prefix {other} of `{key}`" for key, other in seen.items() if other.overlaps(own)), ""
        )
        if own.version != 4 or not any(private.contains(own) for private in _PRIVATE):
            yield Finding(
                path, f"{own} is not private (RFC 1918)", "write the private IPv4 network that hosts have"
            )
        elif own.length > _LONGEST:
            yield Finding(path, f"{own} has no room for hosts", f"write a network of /{_LONGEST} or larger")
        elif window is not None and own.length < window.length:
            message = f"{own} is larger than the window of `{name}`, a /{window.length}"
            yield Finding(
                path, message, "write the part of it that is in use, or widen the window in the standard"
            )
        elif blocker:
            message = f"{own} overlaps {blocker}"
            yield Finding(path, message, "renumber this segment before the school joins")
        seen[name] = own


def _blocker(site: SiteFacts, own: Prefix) -> str:
    """What the school must reach and could not, "" if nothing."""
    trust = site.of_trust.trust
    if trust.addressing.overlay.overlaps(own):
        return "the overlay"
    for other in site.of_trust.sites:
        mine = other.name == site.name
        if (mine or other.name in trust.hubs) and other.block is not None and other.block.overlaps(own):
            return "the school's own block" if mine else f"hub `{other.name}`"
    for name, circuit in site.site.circuits.items():
        network = network_of(circuit.ip) if circuit.ip else None
        if network is not None and network.overlaps(own):
            return f"circuit `{name}`"
    return ""
