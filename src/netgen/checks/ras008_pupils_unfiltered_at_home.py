"""People under 18 whose computers nothing filters while they are connected.

What it catches: a remote group with `pupils: true` and a split tunnel, without an `endpoint_filter`.
Why it matters in a school: a school's device in a child's bedroom is the school's to filter (KCSIE), and with a split
    tunnel the web does not pass the trust.
Example: `remote-sixth-form: {pupils: true, tunnel: split, ...}`
How to fix: write `tunnel: full`, or say with `endpoint_filter` what filters on the device, and who has seen it.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.values import object_path


def find_pupils_unfiltered_at_home(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each group."""
    asked = trust.trust.remote_access
    for name, group in asked.groups.items() if asked else ():
        if group.pupils and group.tunnel == "split" and group.endpoint_filter is None:
            message = f"nothing filters the web of pupils in remote group `{name}`"
            path = object_path("trust", "remote_access", "groups", name, "tunnel")
            yield Finding(path, message, "write tunnel: full, or an endpoint_filter that somebody has seen")
