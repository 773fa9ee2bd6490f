"""A word for eduroam or govroam that nobody stands by any more, or soon will not.

What it catches: `federation` whose date has passed, or (warning) is at most 60 days away.
Why it matters in a school: the RADIUS servers ask strangers' servers. If they let strangers in on other WLANs, or
    take a VLAN from a stranger's server, a visitor becomes a member of staff, and no text of a box shows it.
Example: `federation: {name: eduroam, attested_by: Network manager, expires: 2024-08-31}`
How to fix: look at the servers again (log in as a visitor on every SSID), then write the new date.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path

_SOON = 60
_ADVICE = "look at the RADIUS servers again, then write the new date"


def find_stale_federations(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each WLAN."""
    for key, wlan in trust.standard.wlans.items():
        if wlan.federation is None:
            continue
        days = (wlan.federation.expires - trust.today).days
        path = object_path("standard", "wlans", key, "federation", "expires")
        words = f"the word for {wlan.federation.name}"
        if days < 0:
            yield Finding(path, f"{words} ended on {wlan.federation.expires}", _ADVICE)
        elif days <= _SOON:
            yield Finding(path, f"{words} ends in {days} days", _ADVICE, warning=True)
