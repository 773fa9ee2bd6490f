"""Classes of traffic on a Catalyst: what leaves a port first, and whose marks count when they come in.

A Catalyst 9000 keeps the marks of a port without an input policy, so a trusted port has none.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from netgen.device import Device, PortProfile, QosClass
from netgen.platforms.trust_boundary import UNMARK_POLICY, input_policy

#: The output policy of every port in use.
OUTPUT_POLICY = "NETGEN-OUT"
#: Names of code points as the box prints them (RFC 2474, RFC 2597, RFC 3246); others are numbers.
_DSCP_NAMES = {
    0: "default", 46: "ef",
    **{8 * step: f"cs{step}" for step in range(1, 8)},
    **{8 * group + 2 * drop: f"af{group}{drop}" for group in range(1, 5) for drop in range(1, 4)},
}  # fmt: skip
_BEST_EFFORT = 0
_LEVELS = 2


class ClassView(msgspec.Struct, frozen=True, gc=False):
    """A class: `match` is "" for everything that no other class takes, `share` its part of a full port."""

    name: str
    match: str
    share: str
    origin: str


class PhoneView(msgspec.Struct, frozen=True, gc=False):
    """The input policy of sockets where only the telephone's marks count: it speaks in the VLAN `vlan`."""

    name: str
    vlan: int


class QosView(msgspec.Struct, frozen=True):
    """Classes of the output policy, the one for everything else last; and the input policies in use."""

    classes: tuple[ClassView, ...]
    unmarks: bool
    phones: tuple[PhoneView, ...]


def qos_views(device: Device, profiles: frozenset[PortProfile]) -> tuple[QosView, ...]:
    """One, or none on a box that is asked for no classes."""
    if not device.qos:
        return ()
    policies = frozenset([(input_policy(device, profile), profile.voice) for profile in profiles])
    return (_qos_view(device.qos, policies),)


@lru_cache(maxsize=256)
def _qos_view(classes: tuple[QosClass, ...], policies: frozenset[tuple[str, int]]) -> QosView:
    """Kept, because it is the same on most switches of a trust. `policies` are (name, VLAN of the telephones)."""
    return QosView(
        classes=_classes(classes),
        unmarks=any(name == UNMARK_POLICY for name, _ in policies),
        phones=tuple(
            PhoneView(name, vlan) for name, vlan in sorted(policies) if name not in ("", UNMARK_POLICY)
        ),
    )


def _classes(classes: tuple[QosClass, ...]) -> tuple[ClassView, ...]:
    """Priority classes first. Shares of the others are of what those leave, in the proportion that was asked for."""
    first = [item for item in classes if item.priority]
    views = [
        ClassView(
            f"NETGEN-{item.name}",
            _dscp(item.dscp),
            f"priority level {min(place, _LEVELS)} percent {item.percent}",
            item.origin,
        )
        for place, item in enumerate(first, 1)
    ]
    others = sorted((item for item in classes if not item.priority), key=lambda item: -item.dscp)
    for item in others:
        is_rest = item.dscp == _BEST_EFFORT
        views.append(
            ClassView(
                "class-default" if is_rest else f"NETGEN-{item.name}",
                "" if is_rest else _dscp(item.dscp),
                f"bandwidth remaining percent {item.percent}",
                item.origin,
            )
        )
    return tuple(views)


def _dscp(number: int) -> str:
    return _DSCP_NAMES.get(number, str(number))
