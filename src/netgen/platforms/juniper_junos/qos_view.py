"""Classes of traffic as forwarding classes, queues, schedulers and rewrite rules of an EX switch."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from netgen.device import QosClass


class ClassView(msgspec.Struct, frozen=True):
    """A class in its queue. `code_point` is the DSCP in binary, `pcp` the 802.1p value that goes with it, or ""."""

    name: str
    queue: int
    code_point: str
    pcp: str
    percent: int
    priority: bool
    origin: str


class QosView(msgspec.Struct, frozen=True):
    """The classes; `best_effort` is where unmarked and untrusted traffic goes."""

    classes: tuple[ClassView, ...]
    best_effort: str


NO_QOS = QosView((), "")

_BEST_EFFORT, _VOICE, _CONTROL = 0, 5, 7
_CONTROL_DSCP = 48
_OTHERS = (1, 2, 3, 4, 6)


@lru_cache(maxsize=64)
def qos_view(classes: tuple[QosClass, ...]) -> QosView:
    """The classes by queue: best effort in 0, the priority class in 5, network control in 7, the rest between."""
    if not classes:
        return NO_QOS
    free = list(_OTHERS)
    seen: set[str] = set()
    views: list[ClassView] = []
    for item in sorted(classes, key=lambda item: item.dscp):
        pcp = format(item.dscp >> 3, "03b")
        views.append(
            ClassView(
                name=item.name,
                queue=_queue(item, free),
                code_point=format(item.dscp, "06b"),
                pcp="" if pcp in seen else pcp,
                percent=item.percent,
                priority=item.priority,
                origin=item.origin,
            )
        )
        seen.add(pcp)
    best = next((view.name for view in views if view.queue == _BEST_EFFORT), "best-effort")
    return QosView(tuple(sorted(views, key=lambda view: view.queue)), best)


def _queue(item: QosClass, free: list[int]) -> int:
    if item.dscp == 0:
        return _BEST_EFFORT
    if item.priority:
        return _VOICE
    if item.dscp >= _CONTROL_DSCP:
        return _CONTROL
    return free.pop(0)
