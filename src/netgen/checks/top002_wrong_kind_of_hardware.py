"""A firewall where a switch should be, or the like.

What it catches: a model of another kind than the place it is written in.
Why it matters in a school: cabinets and parts lists would be wrong, and nothing could be rendered.
Example: `switches: {sw1: FortiGate-80F}`
How to fix: move it to where it belongs, or correct the model.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts


def find_wrong_kinds(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each box."""
    for use in site.hardware_uses:
        if use.hardware is not None and use.hardware.kind != use.kind:
            is_, wanted = use.hardware.kind.replace("_", " "), use.kind.replace("_", " ")
            message = f"`{use.model}` is of kind {is_}, not {wanted}"
            yield Finding(use.path, message, f"write the model of a {wanted}")
