"""How AOS-CX spells the things netgen names: interfaces, VLAN and port lists, families, time zones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import msgspec

#: Out-of-band port, in a VRF of its own that the box makes itself.
OUT_OF_BAND = "mgmt"


class Family(msgspec.Struct, frozen=True):
    """What switches of one series share.

    has_mgmt: an out-of-band port and its VRF. is_routed: a port routes until `no routing` is said, and
    the box prints that; the layer 2 series know no such line. stacks: VSF, which every box prints.
    vlan1_asks_dhcp: leaves the factory with a DHCP client in VLAN 1. by_cos: queues are filled by class of
    service, not by local priority. share: how a queue is told its share of a port, words around its number.
    """

    has_mgmt: bool
    is_routed: bool
    stacks: bool
    vlan1_asks_dhcp: bool
    by_cos: bool
    share: tuple[str, str]


_SMALL = Family(
    has_mgmt=False,
    is_routed=False,
    stacks=False,
    vlan1_asks_dhcp=True,
    by_cos=True,
    share=("min-bandwidth", "percent"),
)
_CORE = Family(
    has_mgmt=True,
    is_routed=True,
    stacks=False,
    vlan1_asks_dhcp=False,
    by_cos=False,
    share=("dwrr", "weight"),
)
#: By the first characters of the model. Source: public running configurations and QoS guides of each series.
_FAMILIES = {
    "60": _SMALL,
    "61": _SMALL,
    "62": msgspec.structs.replace(_CORE, is_routed=False, stacks=True, vlan1_asks_dhcp=True),
    "63": msgspec.structs.replace(_CORE, stacks=True),
    "832": msgspec.structs.replace(_CORE, share=("wfq", "weight")),
}


def family(model: str) -> Family:
    """The series that a catalogue model belongs to; 64xx and most of 8xxx are alike in all of this."""
    return _FAMILIES.get(model[:3]) or _FAMILIES.get(model[:2], _CORE)


def time_zone(name: str) -> str:
    """A zone of the IANA database as the box writes it.

    >>> time_zone("Europe/London")
    'europe/london'
    """
    return name.lower()


@lru_cache(maxsize=4096)
def vlan_list(vlans: tuple[int, ...]) -> str:
    """VLAN ids as AOS-CX prints them: sorted, neighbours as a range.

    >>> vlan_list((30, 10, 11, 12, 20))
    '10-12,20,30'
    """
    ids = sorted(set(vlans))
    breaks = [index for index, (low, high) in enumerate(pairwise(ids), 1) if high != low + 1]
    runs = [ids[start:end] for start, end in pairwise((0, *breaks, len(ids)))]
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs if run)


def port_number(interface: str) -> tuple[int, ...]:
    """The numbers of a port's name, for sorting; `mgmt` has none.

    >>> port_number("2/1/49")
    (2, 1, 49)
    """
    return tuple(int(part) for part in interface.split("/") if part.isdigit())


def port_list(interfaces: Sequence[str]) -> str:
    """Ports as AOS-CX prints them in a list: both ends of a range in full.

    >>> port_list(("1/1/2", "1/1/3", "1/1/9", "2/1/10"))
    '1/1/2-1/1/3,1/1/9,2/1/10'
    """
    numbers = sorted((port_number(name), name) for name in interfaces)
    runs: list[list[tuple[tuple[int, ...], str]]] = []
    for item in numbers:
        last = runs[-1][-1][0] if runs else ()
        if last and last[:-1] == item[0][:-1] and last[-1] + 1 == item[0][-1]:
            runs[-1].append(item)
        else:
            runs.append([item])
    return ",".join(f"{run[0][1]}-{run[-1][1]}" if len(run) > 1 else run[0][1] for run in runs)
