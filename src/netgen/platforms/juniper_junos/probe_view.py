"""Pings through the circuits of an SRX, and the default routes that stand while they are answered."""

from __future__ import annotations

import msgspec

from netgen.device import FirewallInterface, FirewallPart
from netgen.platforms.juniper_junos.cluster_view import port_name
from netgen.platforms.juniper_junos.names import logical, object_name

#: Added to the distance of a watched circuit's plain default route: worse than any watched one and than that of a
#: DHCP client, and still there when the targets themselves are gone.
LAST_RESORT = 100


class ProbeView(msgspec.Struct, frozen=True):
    """A watched circuit: its pings and its default route.

    A test is `count` pings, `interval_s` apart; `lost` of them in a row fail it. The circuit is lost when the tests of
    all targets fail. `metric` puts the circuits in their order of preference, `other_metric` in that of the other table
    (0: none).
    """

    name: str
    interface: str
    gateway: str
    targets: tuple[tuple[str, str], ...]
    interval_s: int
    count: int
    lost: int
    metric: int
    origin: str
    other_metric: int = 0


def watched_circuits(part: FirewallPart) -> tuple[FirewallInterface, ...]:
    """The circuits whose default route depends on pings, the preferred one first.

    Their next hop has to be known. A circuit behind one by DHCP or PPPoE is none of them: a default route that
    depends on pings is preferred to all that do not.
    """
    if part.probe is None:
        return ()
    circuits = sorted(
        (item for item in part.interfaces if item.kind == "wan"), key=lambda item: (item.priority, item.name)
    )
    found: list[FirewallInterface] = []
    for item in circuits:
        if item.mode != "static" or not item.gateway:
            break
        found.append(item)
    return tuple(found)


def probe_views(part: FirewallPart) -> tuple[ProbeView, ...]:
    """The watched circuits in order of preference."""
    probe = part.probe
    if probe is None:
        return ()
    return tuple(
        ProbeView(
            name=object_name(item.name),
            interface=logical(port_name(item, part)),
            gateway=item.gateway,
            targets=tuple((f"target-{place}", target) for place, target in enumerate(probe.targets, 1)),
            interval_s=probe.interval_s,
            count=max(probe.fail_after, probe.recover_after),
            lost=probe.fail_after,
            metric=metric,
            origin=probe.origin,
        )
        for metric, item in enumerate(watched_circuits(part), 1)
    )
