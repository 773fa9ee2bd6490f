"""Classes of traffic as AOS-CX has them: code points to local priorities, those to queues with a share.

A code point that no class names travels as best effort. Source: AOS-CX Quality of Service guides.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from netgen.device import Device, PortProfile, QosClass
from netgen.platforms.aruba_aoscx.names import Family


class QueueView(msgspec.Struct, frozen=True):
    """A queue and its class. `levels` are the local priorities that fill it; `share` is "" for strict."""

    number: int
    name: str
    levels: tuple[int, ...]
    share: str
    origin: str


class MarkView(msgspec.Struct, frozen=True):
    """A code point and its level, where that is not the box's own."""

    dscp: int
    level: int


class PhoneView(msgspec.Struct, frozen=True):
    """The VLAN of telephones whose marks count on a socket where no other mark does."""

    name: str
    vlan: int


class QosView(msgspec.Struct, frozen=True):
    """Quality of service of the box. `word` is what a level is called, `lowers` what sends a packet to `least`."""

    word: str
    marks: tuple[MarkView, ...]
    queues: tuple[QueueView, ...]
    lowers: str
    unmarks: bool
    phones: tuple[PhoneView, ...]
    origin: str


UNMARK = "NETGEN-UNMARK"
_CODE_POINTS, _LEVELS = 64, 8
_BEST_EFFORT = 0


def qos_views(device: Device, family: Family, profiles: frozenset[PortProfile]) -> tuple[QosView, ...]:
    """One view, or none where no class is asked for."""
    if not device.qos:
        return ()
    policies = {policy_of(device, profile) for profile in profiles}
    phones = sorted(
        {profile.voice for profile in profiles if policy_of(device, profile) == _phone_policy(profile.voice)}
    )
    word = "cos" if family.by_cos else "local-priority"
    level = _level_of_best_effort(device.qos, family)
    return (
        QosView(
            word=word,
            marks=_marks(device.qos, family),
            queues=_queues(device.qos, family),
            # What a policy of the small series may say beside a code point was not found in a document.
            lowers="" if family.by_cos else f" action local-priority {level}",
            unmarks=UNMARK in policies,
            phones=tuple(PhoneView(_phone_policy(vlan), vlan) for vlan in phones),
            origin=device.qos[0].origin,
        ),
    )


def policy_of(device: Device, profile: PortProfile) -> str:
    """The policy that rewrites the marks of a port, "" where they count, nobody asked, or nothing comes in."""
    if not device.qos or profile.trust == "dscp" or profile.kind not in ("access", "trunk"):
        return ""
    return _phone_policy(profile.voice) if profile.trust == "phone" and profile.voice else UNMARK


def _phone_policy(vlan: int) -> str:
    return f"NETGEN-PHONE-{vlan}"


# A trust has one set of classes, so what they become is made once for each series.


@lru_cache(maxsize=16)
def _level_by_class(classes: tuple[QosClass, ...], family: Family) -> dict[int, int]:
    """Code point of each class to its level: the box's own one for it, or the next that is free."""
    taken: dict[int, int] = {}
    for item in sorted(classes, key=lambda item: (not item.priority, item.dscp)):
        wanted = _own_level(item.dscp, family)
        order = sorted(range(_LEVELS), key=lambda level: (abs(level - wanted), level))
        taken[item.dscp] = next((level for level in order if level not in taken.values()), wanted)
    return taken


def _level_of_best_effort(classes: tuple[QosClass, ...], family: Family) -> int:
    return _level_by_class(classes, family).get(_BEST_EFFORT, _own_level(_BEST_EFFORT, family))


def _own_level(dscp: int, family: Family) -> int:
    """Where the box puts a code point by itself: classes of eight, background below best effort."""
    level = dscp // _LEVELS
    return level if family.by_cos or level > 1 else 1 - level


@lru_cache(maxsize=16)
def _marks(classes: tuple[QosClass, ...], family: Family) -> tuple[MarkView, ...]:
    by_class = _level_by_class(classes, family)
    rest = _level_of_best_effort(classes, family)
    wanted = ((dscp, by_class.get(dscp, rest)) for dscp in range(_CODE_POINTS))
    return tuple(MarkView(dscp, level) for dscp, level in wanted if level != _own_level(dscp, family))


@lru_cache(maxsize=16)
def _queues(classes: tuple[QosClass, ...], family: Family) -> tuple[QueueView, ...]:
    """Queues from 0 up without a gap; only the highest may be strict, so all priority classes share it."""
    by_class = _level_by_class(classes, family)
    rest = _level_of_best_effort(classes, family)
    urgent = tuple(item for item in classes if item.priority)
    others = sorted(
        (item for item in classes if not item.priority), key=lambda item: _rank(by_class[item.dscp], family)
    )
    unclaimed = tuple(level for level in range(_LEVELS) if level not in by_class.values())
    algorithm, unit = family.share
    queues = [
        QueueView(
            number=number,
            name=item.name,
            levels=tuple(sorted((by_class[item.dscp], *(unclaimed if by_class[item.dscp] == rest else ())))),
            share=f"{algorithm} queue {number} {unit} {item.percent}",
            origin=item.origin,
        )
        for number, item in enumerate(others)
    ]
    if urgent:
        levels = tuple(sorted(by_class[item.dscp] for item in urgent))
        queues.append(QueueView(len(queues), urgent[0].name, levels, "", urgent[0].origin))
    if rest not in by_class.values():
        lowest = queues[0]
        queues[0] = msgspec.structs.replace(lowest, levels=tuple(sorted((*lowest.levels, *unclaimed))))
    return tuple(queues)


def _rank(level: int, family: Family) -> int:
    """Levels by importance: as a class of service, 1 (background) is below 0 (best effort)."""
    return 1 - level if family.by_cos and level <= 1 else level
