"""How IOS-XE spells the things netgen names: interfaces, VLAN lists, stack members, time zones."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import msgspec

#: Out-of-band port of every Catalyst 9000. It lives in a VRF of its own that the box makes itself.
OUT_OF_BAND = "GigabitEthernet0/0"

#: A running configuration breaks a trunk's VLAN list after so many characters: first line, later lines.
_FIRST_WIDTH, _NEXT_WIDTH = 48, 44
#: Two neighbours print as `10,11`, three as `10-12`.
_SHORTEST_RANGE = 3


class Clock(msgspec.Struct, frozen=True):
    """A time zone. IOS-XE has no zone database, so all of it is written out.

    `offset` is hours and minutes from UTC; summer time runs from `begins` to `ends`.
    """

    name: str
    offset: str
    summer_name: str
    begins: str
    ends: str


CLOCKS = {"Europe/London": Clock("GMT", "0 0", "BST", "last Sun Mar 1:00", "last Sun Oct 2:00")}


def lag_interface(number: int) -> str:
    """The interface name of a LAG, as the box prints it."""
    return f"Port-channel{number}"


def vlan_interface(vlan: int) -> str:
    """The interface name of a routed VLAN."""
    return f"Vlan{vlan}"


def provision_sku(member: str) -> str:
    """The part number that `switch N provision` wants: lower case, without the uplink module.

    >>> provision_sku("C9300-48P+NM-8X")
    'c9300-48p'
    """
    return member.partition("+")[0].lower()


@lru_cache(maxsize=4096)
def vlan_list(vlans: tuple[int, ...]) -> str:
    """VLAN ids as IOS-XE prints them: sorted, three or more neighbours as a range.

    >>> vlan_list((30, 10, 11, 12, 20, 21))
    '10-12,20,21,30'
    """
    ids = sorted(set(vlans))
    if not ids:
        return "none"
    breaks = [index for index, (low, high) in enumerate(pairwise(ids), 1) if high != low + 1]
    runs = [ids[start:end] for start, end in pairwise((0, *breaks, len(ids)))]
    return ",".join(
        f"{run[0]}-{run[-1]}" if len(run) >= _SHORTEST_RANGE else ",".join(map(str, run)) for run in runs
    )


@lru_cache(maxsize=4096)
def vlan_list_rows(vlans: tuple[int, ...]) -> tuple[str, ...]:
    """The VLAN list of a trunk, broken where the box breaks it; at least one row.

    >>> vlan_list_rows(tuple(range(100, 2100, 100)))[1]
    '1200,1300,1400,1500,1600,1700,1800,1900,2000'
    """
    rows: list[str] = []
    row = ""
    for item in vlan_list(vlans).split(","):
        width = _NEXT_WIDTH if rows else _FIRST_WIDTH
        if row and len(row) + 1 + len(item) > width:
            rows.append(row)
            row = item
        else:
            row = f"{row},{item}" if row else item
    return (*rows, row)
