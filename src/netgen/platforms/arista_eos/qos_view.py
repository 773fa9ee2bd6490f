"""Classes of traffic on an EOS switch: code points to traffic classes, each with a queue of its own number.

EOS keeps best effort in traffic class 1 and lower effort in 0; what the box itself sends is in 7.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from netgen.device import Device, PortProfile, QosClass
from netgen.platforms.trust_boundary import UNMARK_POLICY, input_policy

_CODE_POINTS = 64
_BEST_EFFORT_DSCP, _BEST_EFFORT = 0, 1
_LOWER_EFFORT_DSCP, _LOWER_EFFORT = 8, 0
#: The highest traffic class of a class that was asked for: 7 only where the others do not suffice.
_TOP, _LOWEST = 6, 2


class MarkView(msgspec.Struct, frozen=True, gc=False):
    """Code points of one traffic class, where that is not the box's own."""

    code_points: str
    traffic_class: int


class QueueView(msgspec.Struct, frozen=True, gc=False):
    """A queue; `is_first` is sent before the others, up to `percent` of the port."""

    number: int
    is_first: bool
    percent: int
    origin: str


class PhoneView(msgspec.Struct, frozen=True, gc=False):
    """The input policy of sockets where only the telephone's marks count: it speaks in the VLAN `vlan`."""

    name: str
    vlan: int


class QosView(msgspec.Struct, frozen=True):
    """Marks, queues and input policies of a box. `queue_word` is what it calls a queue."""

    queue_word: str
    marks: tuple[MarkView, ...]
    queues: tuple[QueueView, ...]
    unmarks: bool
    phones: tuple[PhoneView, ...]


def qos_views(device: Device, profiles: frozenset[PortProfile]) -> tuple[QosView, ...]:
    """One, or none on a box that is asked for no classes."""
    if not device.qos:
        return ()
    policies = frozenset([(input_policy(device, profile), profile.voice) for profile in profiles])
    # Chips with queues of their own for multicast (7050X3) say so in the name of the others.
    queue_word = "uc-tx-queue" if device.model.startswith("DCS-7050") else "tx-queue"
    return (_qos_view(device.qos, policies, queue_word),)


@lru_cache(maxsize=256)
def _qos_view(
    classes: tuple[QosClass, ...], policies: frozenset[tuple[str, int]], queue_word: str
) -> QosView:
    """Kept, because it is the same on most switches of a trust. `policies` are (name, VLAN of the telephones)."""
    class_of = _traffic_classes(classes)
    return QosView(
        queue_word=queue_word,
        marks=_marks(classes, class_of),
        queues=_queues(classes, class_of),
        unmarks=any(name == UNMARK_POLICY for name, _ in policies),
        phones=tuple(
            PhoneView(name, vlan) for name, vlan in sorted(policies) if name not in ("", UNMARK_POLICY)
        ),
    )


def _traffic_classes(classes: tuple[QosClass, ...]) -> dict[str, int]:
    """Name of a class to its traffic class: those that are sent first have the highest."""
    found: dict[str, int] = {}
    between = sorted(classes, key=lambda item: (not item.priority, -item.dscp))
    for item in classes:
        if not item.priority and item.dscp in (_BEST_EFFORT_DSCP, _LOWER_EFFORT_DSCP):
            found[item.name] = _BEST_EFFORT if item.dscp == _BEST_EFFORT_DSCP else _LOWER_EFFORT
    between = [item for item in between if item.name not in found]
    top = _TOP if len(between) <= _TOP - _LOWEST + 1 else _TOP + 1
    for place, item in enumerate(between):
        found[item.name] = max(top - place, _LOWEST)
    return found


def _marks(classes: tuple[QosClass, ...], class_of: dict[str, int]) -> tuple[MarkView, ...]:
    """What no class names travels as best effort; EOS by itself spreads it over all traffic classes."""
    wanted = {item.dscp: class_of[item.name] for item in classes}
    points: dict[int, list[str]] = {}
    for point in range(_CODE_POINTS):
        traffic_class = wanted.get(point, _BEST_EFFORT)
        if traffic_class != _own_class(point):
            points.setdefault(traffic_class, []).append(str(point))
    return tuple(MarkView(" ".join(found), number) for number, found in sorted(points.items()))


def _own_class(point: int) -> int:
    """Where EOS has a code point by itself: its first three bits, with 0 and 1 swapped."""
    return {0: 1, 1: 0}.get(point // 8, point // 8)


def _queues(classes: tuple[QosClass, ...], class_of: dict[str, int]) -> tuple[QueueView, ...]:
    queues: dict[int, QueueView] = {}
    for item in classes:
        number = class_of[item.name]
        before = queues[number].percent if number in queues else 0
        queues[number] = QueueView(number, item.priority, before + item.percent, item.origin)
    return tuple(queues[number] for number in sorted(queues))
