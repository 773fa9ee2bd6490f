"""Devices that can be managed from where anybody sits.

What it catches: the internet among the administration zones (error), or a zone of users (warning).
Why it matters in a school: a guessed password in a classroom must not open a switch.
Example: `from_zones: [it-admin, student]`
How to fix: name a zone of its own for the people who manage the network.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_management_from_users(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each such zone."""
    for index, name in enumerate(trust.trust.administration.from_zones):
        zone, path = trust.standard.zones[name], object_path("trust", "administration", "from_zones", index)
        if zone.kind == "internet":
            yield Finding(
                path, "devices could be managed from the internet", "name the network team's own zone"
            )
        elif zone.users:
            message = f"devices can be managed from zone `{name}`, where people work"
            yield Finding(path, message, "name a zone of the network team's own", warning=True)
