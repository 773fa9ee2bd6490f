"""How EOS spells the things netgen names: interfaces and VLAN lists."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

#: Out-of-band port.
OUT_OF_BAND = "Management1"
#: Its VRF where it has a network of its own.
OUT_OF_BAND_VRF = "MGMT"


def lag_interface(number: int) -> str:
    """The interface name of a LAG, as the box prints it (a capital C, unlike IOS)."""
    return f"Port-Channel{number}"


def vlan_interface(vlan: int) -> str:
    """The interface name of a routed VLAN."""
    return f"Vlan{vlan}"


@lru_cache(maxsize=4096)
def vlan_list(vlans: tuple[int, ...]) -> str:
    """VLAN ids as EOS prints them: sorted, neighbours as a range.

    >>> vlan_list((30, 10, 11, 12, 20, 21))
    '10-12,20-21,30'
    """
    ids = sorted(set(vlans))
    if not ids:
        return "none"
    breaks = [index for index, (low, high) in enumerate(pairwise(ids), 1) if high != low + 1]
    runs = [ids[start:end] for start, end in pairwise((0, *breaks, len(ids)))]
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
