"""Networks by the names that rules call them: one way of naming for policies, steering and Wake-on-LAN."""

from __future__ import annotations

from collections.abc import Iterable

from netgen.values import Prefix

Addresses = tuple[tuple[str, Prefix], ...]


def named(word: str, prefixes: Iterable[Prefix]) -> Addresses:
    """Each network after a word that says whose it is.

    Colons, which names of no vendor allow, become dashes.

    >>> [name for name, _ in named("elm-staff", [Prefix.parse("10.9.0.0/24"), Prefix.parse("fd5c:9e27:41b3:1::/64")])]
    ['elm-staff-10.9.0.0-24', 'elm-staff-fd5c-9e27-41b3-1-64']
    """
    return tuple([(f"{word}-{_slug(prefix)}", prefix) for prefix in prefixes])


def _slug(prefix: Prefix) -> str:
    network = prefix.network if prefix.version == 4 else prefix.network.rstrip(":").replace(":", "-")
    return f"{network}-{prefix.length}"
