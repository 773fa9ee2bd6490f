"""What a check is, and what it yields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import TrustFacts
from netgen.diagnostics import Span


class Locator(Protocol):
    """Knows where an ObjectPath was written; the loader's Inventory is one."""

    def span(self, path: str) -> Span | None:
        """Where the value is."""
        ...

    def key_span(self, path: str) -> Span | None:
        """Where the key of the value is."""
        ...


class Finding(NamedTuple):
    """One thing that is wrong: at an ObjectPath, in words, with one imperative sentence of advice.

    `at_key` points to the name instead of the value. `also` are ObjectPaths of the other half.
    """

    path: str
    message: str
    help: str
    warning: bool = False
    at_key: bool = False
    also: tuple[str, ...] = ()


class Check(NamedTuple):
    """One rule. `name` is the bad thing, so that "allow <name>" reads right.

    Exactly one of `of_trust` and `of_site` is set. A gate finds what others rest on: after a gate's
    error the checks with `needs_gates` are left out, for the whole trust or for that site.
    """

    code: str
    name: str
    of_trust: Callable[[TrustFacts], Iterator[Finding]] | None = None
    of_site: Callable[[SiteFacts], Iterator[Finding]] | None = None
    is_gate: bool = False
    needs_gates: bool = True
