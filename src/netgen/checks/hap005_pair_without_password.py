"""A pair whose password is missing, or has no place.

What it catches: `pair` without `secret` where the maker's pairs know each other by a password, and with one where they
    do not.
Why it matters in a school: any firewall of the same make that is plugged into the heartbeat could join the pair and
    take over its configuration.
Example: two FortiGates without `secret`
How to fix: add `secret: secret://vault/network/ha/<school>`, or remove the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path


def find_missing_pair_passwords(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding."""
    pair, hardware = site.site.firewall.pair, site.firewall
    if pair is None or hardware is None or hardware.pairing is None:
        return
    path = object_path(site.path, "firewall", "pair")
    if hardware.pairing.password and pair.secret is None:
        message = f"a pair of `{hardware.model}` needs a password"
        yield Finding(path, message, "add secret: and a reference, as for other passwords", at_key=True)
    elif pair.secret is not None and not hardware.pairing.password:
        message = f"a pair of `{hardware.model}` has no password"
        yield Finding(object_path(path, "secret"), message, "remove the line", warning=True)
