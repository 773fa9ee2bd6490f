"""Remote access of one hub, decided: where it ends, who comes in, with which addresses and as which zone."""

from __future__ import annotations

import msgspec

from netgen.values import Prefix


class RemoteGroupPlan(msgspec.Struct, frozen=True, gc=False):
    """People of one RADIUS group. `name` is the group as the RADIUS servers call it, `number` that of the zone.

    tunnel: full | split. They get addresses `first` to `last` of `pool`, which no segment of the hub has.
    `endpoint_filter` is who says that their web is filtered at home and until when (an ISO date), "" where nobody must.
    """

    name: str
    zone: str
    number: int
    pool: Prefix
    first: str
    last: str
    tunnel: str
    origin: str
    pupils: bool = False
    endpoint_filter: str = ""


class RemotePlan(msgspec.Struct, frozen=True, gc=False):
    """What ends at one hub, on its preferred circuit: `address` is the circuit's.

    `name` is what computers connect to, `certificate` the box's own one in its store. `inside` is what a split tunnel
    carries: the trust's whole address space. Groups by zone number. `second_factor` is who says that RADIUS asks for
    one, and until when (an ISO date).
    """

    name: str
    circuit: str
    interface: str
    address: str
    certificate: str
    encryption: str
    prf: str
    dh_group: int
    idle_minutes: int
    session_hours: int
    inside: Prefix
    second_factor: str
    groups: tuple[RemoteGroupPlan, ...]
    origin: str
