"""A primary circuit that is not full fibre.

What it catches: a primary circuit over copper, mobile or satellite (DFE-BB-01).
Why it matters in a school: the standard asks for a leased line or FTTP; copper lines are being switched
    off.
Example: `access: fttc` at the primary circuit
How to fix: order full fibre and keep the old line as the backup.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path

_FIBRE = frozenset({"leased-line", "fttp"})


def find_primaries_without_fibre(site: SiteFacts) -> Iterator[Finding]:
    """One warning for each primary circuit."""
    for name, circuit in site.site.circuits.items():
        if circuit.role == "primary" and circuit.access not in _FIBRE:
            message = f"primary circuit `{name}` is {circuit.access}, not full fibre (DFE-BB-01)"
            path = object_path(site.path, "circuits", name, "access")
            yield Finding(path, message, "order a leased line or FTTP", warning=True)
