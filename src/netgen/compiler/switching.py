"""Decide a site's switches, access points and firewall as boxes: ports, LAGs, VLANs, addresses.

Reads: a Site, its segments, transits and WLANs. Writes: DevicePlans, LinkPlans, AccessPointPlans.
"""

from __future__ import annotations

from typing import NamedTuple

from netgen.blueprint import (
    AccessPointPlan,
    DevicePlan,
    LagPlan,
    LinkPlan,
    PortPlan,
    PortUse,
    SegmentPlan,
    TransitPlan,
    WlanPlan,
)
from netgen.compiler.cabling import FIREWALL_LAG, Box, boxes_of, needed_vlans
from netgen.hardware import Hardware, load_catalogue
from netgen.intent import Intent, Site

#: Place of the access point cluster in its segment, right after the gateway and a spare pair.
_CLUSTER_HOST = 5
#: IEEE 802.1Q bridge priorities: the core is the root, the next tier would follow it.
_STP_PRIORITIES = (4096, 16384, 32768)


class Switching(NamedTuple):
    """What this pass decides."""

    devices: tuple[DevicePlan, ...]
    links: tuple[LinkPlan, ...]
    access_points: tuple[AccessPointPlan, ...]


class RolePlan(NamedTuple):
    """What a port role means at this site, as VLAN ids."""

    kind: str
    native: int
    tagged: tuple[int, ...]
    voice: int
    poe_w: float
    isolate: bool
    serves_wlans: bool


def plan_switching(
    intent: Intent,
    site: Site,
    path: str,
    segments: tuple[SegmentPlan, ...],
    transits: tuple[TransitPlan, ...],
    wlans: tuple[WlanPlan, ...],
) -> Switching:
    """All boxes of the site with their ports and cables."""
    planner = _Planner(intent, site, path, segments, transits, wlans)
    return planner.plan()


class _Planner:
    """The values that every step of this pass needs, computed once for the site."""

    def __init__(
        self,
        intent: Intent,
        site: Site,
        path: str,
        segments: tuple[SegmentPlan, ...],
        transits: tuple[TransitPlan, ...],
        wlans: tuple[WlanPlan, ...],
    ) -> None:
        self.site = site
        self.path = path
        self.native = intent.trust.switching.native_vlan
        self.blackhole = intent.trust.switching.blackhole_vlan
        self.management = next(segment for segment in segments if segment.management)
        self.vlan_of = {segment.name: segment.vlan for segment in segments}
        self.access_point_segment = next((item for item in segments if item.access_points), self.management)
        self.wlan_vlans = tuple(sorted({vlan for wlan in wlans for vlan in (wlan.vlan, *wlan.dynamic_vlans)}))
        self.roles = {name: self._role(intent, name) for name in intent.standard.roles}
        self.routed_on_core = frozenset(segment.vlan for segment in segments if segment.gateway_on == "core")
        self.firewall_vlans = frozenset(
            [segment.vlan for segment in segments if segment.gateway_on == "firewall"]
            + [transit.vlan for transit in transits]
        )
        self.firewall_name = f"{site.code}-fw1"

    def _role(self, intent: Intent, name: str) -> RolePlan:
        role = intent.standard.roles[name]
        native = self.vlan_of.get(role.segment, self.blackhole)
        tagged = tuple(vlan for vlan in self.wlan_vlans if vlan != native) if role.trunk_wlans else ()
        return RolePlan(
            kind="trunk" if role.trunk_wlans else "access",
            native=native,
            tagged=tagged,
            voice=self.vlan_of.get(role.voice, 0) if role.voice else 0,
            poe_w=role.poe_w,
            isolate=role.isolate,
            serves_wlans=role.trunk_wlans,
        )

    def plan(self) -> Switching:
        """Walk the boxes once."""
        boxes = boxes_of(self.site, self.path)
        core = boxes[0]
        own = {box.hostname: self._own_vlans(box) for box in boxes}
        everything = needed_vlans(core, own) | self.firewall_vlans | self.routed_on_core
        needs = {box.hostname: everything if box is core else needed_vlans(box, own) for box in boxes}
        devices = [self._switch(box, needs, is_core=box is core) for box in boxes]
        devices.append(self._firewall(core))
        access_points = self._access_points(boxes)
        if access_points:
            devices.append(self._cluster(access_points))
        return Switching(
            devices=tuple(sorted(devices, key=lambda device: device.hostname)),
            links=self._links(boxes),
            access_points=access_points,
        )

    def _own_vlans(self, box: Box) -> frozenset[int]:
        found = {self.management.vlan}
        for name in {name for name, _ in box.runs}:
            role = self.roles[name]
            found.update((role.native, *role.tagged))
            if role.voice:
                found.add(role.voice)
        return frozenset(found - {self.blackhole})

    def _switch(self, box: Box, needs: dict[str, frozenset[int]], *, is_core: bool) -> DevicePlan:
        lags, lag_ports = self._lags(box, needs)
        first = box.members[box.first_switch]
        return DevicePlan(
            hostname=box.hostname,
            kind="switch",
            platform=first.platform,
            model=first.model,
            members=tuple(
                box.members[number].os_sku or box.members[number].model for number in sorted(box.members)
            ),
            cabinet=box.cabinet,
            is_core=is_core,
            management=self.management.prefix.address(16 * box.cabinet_number + box.first_switch),
            stp_priority=_STP_PRIORITIES[min(box.depth, len(_STP_PRIORITIES) - 1)],
            ports=self._ports(box, lags, lag_ports),
            lags=lags,
            vlans=tuple(sorted(needs[box.hostname] | {self.native, self.blackhole})),
            origin=box.origin,
        )

    def _lags(
        self, box: Box, needs: dict[str, frozenset[int]]
    ) -> tuple[tuple[LagPlan, ...], dict[tuple[int, str], tuple[int, str, str]]]:
        """The box's LAGs, and (lag, peer, origin) of every cabled port; lag 0 is a plain trunk."""
        cabled: dict[tuple[int, str], tuple[int, str, str]] = {}
        members: dict[int, list[str]] = {}
        heads: dict[int, tuple[str, frozenset[int], str]] = {}
        for cable in box.cables:
            interface = box.interface(cable.member, cable.port)
            far = f"{cable.far.hostname} {cable.far.interface(cable.far_member, cable.far_port)}"
            cabled[cable.member, cable.port] = (cable.lag, far, cable.origin)
            members.setdefault(cable.lag, []).append(interface)
            lower = box if cable.far is box.parent else cable.far
            heads.setdefault(cable.lag, (cable.far.hostname, needs[lower.hostname], cable.origin))
        lag = FIREWALL_LAG if len(box.firewall_ports) > 1 else 0
        for (member, port), own in box.firewall_ports.items():
            origin = f"{self.path}/firewall/links/{own}"
            cabled[member, port] = (lag, f"{self.firewall_name} {own}", origin)
            if lag:
                members.setdefault(lag, []).append(box.interface(member, port))
                heads.setdefault(
                    lag, (self.firewall_name, self.firewall_vlans, f"{self.path}/firewall/links")
                )
        lags = tuple(
            LagPlan(number, tuple(members[number]), self.native, tuple(sorted(vlans)), peer, origin)
            for number, (peer, vlans, origin) in sorted(heads.items())
        )
        return lags, cabled

    def _ports(
        self, box: Box, lags: tuple[LagPlan, ...], cabled: dict[tuple[int, str], tuple[int, str, str]]
    ) -> tuple[PortPlan, ...]:
        lag_vlans = {lag.number: lag.tagged for lag in lags}
        lag_vlans[0] = tuple(sorted(self.firewall_vlans))
        cabinet = f"{self.path}/cabinets/{box.cabinet}"
        uses: dict[int, dict[str, PortUse]] = {member: {} for member in box.members}
        for name, run in box.runs:
            role = self.roles[name]
            use = PortUse(
                role.kind, name, role.native, role.tagged, role.voice, 0, role.poe_w, role.isolate, "",
                f"{cabinet}/ports/{name}",
            )  # fmt: skip
            for member, port in run:
                uses[member][port] = use
        for (member, port), (lag, peer, origin) in cabled.items():
            kind = "lag-member" if lag else "trunk"
            uses[member][port] = PortUse(
                kind, "uplink", self.native, lag_vlans[lag], 0, lag, 0, False, peer, origin
            )
        unused = PortUse("unused", "unused", self.blackhole, (), 0, 0, 0, False, "", cabinet)
        stacked = len(box.members) > 1
        ports: list[PortPlan] = []
        for member in sorted(box.members):
            use_of = uses[member].get
            ports += [
                PortPlan(interface, number, has_poe, use_of(number, unused))
                for number, interface, has_poe in switch_ports(box.members[member], member if stacked else 1)
            ]
        return tuple(ports)

    def _firewall(self, core: Box) -> DevicePlan:
        hardware = load_catalogue().get(self.site.firewall.model)
        if hardware is None:
            msg = f"unknown firewall {self.site.firewall.model} passed the checks"
            raise KeyError(msg)
        own = sorted(core.firewall_ports.items(), key=lambda item: item[1])
        lag = 1 if len(own) > 1 else 0
        tagged = tuple(sorted(self.firewall_vlans))
        origin = f"{self.path}/firewall"
        ports = tuple(
            PortPlan(
                name,
                name,
                has_poe=False,
                use=PortUse(
                    "lag-member" if lag else "trunk", "uplink", 0, tagged, 0, lag, 0, False,
                    f"{core.hostname} {core.interface(member, port)}", f"{origin}/links/{name}",
                ),
            )
            for (member, port), name in own
        )  # fmt: skip
        members = tuple(name for _, name in own)
        lags = (LagPlan(1, members, 0, tagged, core.hostname, f"{origin}/links"),) if lag else ()
        return DevicePlan(
            hostname=self.firewall_name,
            kind="firewall",
            platform=hardware.platform,
            model=hardware.model,
            members=(),
            cabinet=core.cabinet,
            is_core=False,
            management=self.management.gateway,
            stp_priority=0,
            ports=ports,
            lags=lags,
            vlans=tagged,
            origin=origin,
        )

    def _access_points(self, boxes: list[Box]) -> tuple[AccessPointPlan, ...]:
        if self.site.access_points is None:
            return ()
        found = []
        for box in boxes:
            found += [
                AccessPointPlan(
                    hostname=f"{self.site.code}-ap-{box.cabinet}-{member}-{port}",
                    model=self.site.access_points.model,
                    switch=box.hostname,
                    interface=box.interface(member, port),
                    origin=f"{self.path}/cabinets/{box.cabinet}/ports/{name}",
                )
                for name, run in box.runs
                if self.roles[name].serves_wlans
                for member, port in run
            ]
        return tuple(sorted(found, key=lambda item: item.hostname))

    def _cluster(self, access_points: tuple[AccessPointPlan, ...]) -> DevicePlan:
        model = access_points[0].model
        hardware = load_catalogue().get(model)
        if hardware is None:
            msg = f"unknown access point {model} passed the checks"
            raise KeyError(msg)
        segment = self.access_point_segment
        return DevicePlan(
            hostname=f"{self.site.code}-wlan",
            kind="wlan",
            platform=hardware.platform,
            model=hardware.model,
            members=(),
            cabinet="",
            is_core=False,
            management=segment.prefix.address(_CLUSTER_HOST),
            stp_priority=0,
            ports=(),
            lags=(),
            vlans=tuple(sorted({segment.vlan, *self.wlan_vlans})),
            origin=f"{self.path}/access_points",
        )

    def _links(self, boxes: list[Box]) -> tuple[LinkPlan, ...]:
        found = []
        for box in boxes:
            for (member, port), own in box.firewall_ports.items():
                near = box.interface(member, port)
                found.append(
                    LinkPlan(self.firewall_name, own, box.hostname, near, f"{self.path}/firewall/links/{own}")
                )
            for cable in box.cables:
                if cable.far is box.parent:
                    near = box.interface(cable.member, cable.port)
                    far = cable.far.interface(cable.far_member, cable.far_port)
                    found.append(LinkPlan(box.hostname, near, cable.far.hostname, far, cable.origin))
        return tuple(sorted(found, key=lambda link: (link.host_a, link.interface_a)))


def switch_ports(hardware: Hardware, member: int) -> tuple[tuple[str, str, bool], ...]:
    """(neutral name, interface, has PoE) of every port that carries traffic, in the vendor's order."""
    key = (id(hardware), member)
    found = _SWITCH_PORTS.get(key)
    if found is None:
        ports = [(name, hardware.port(name)) for name in hardware.port_names()]
        found = tuple(
            (name, hardware.interface(member, name) or name, port.poe != "none")
            for name, port in ports
            if port is not None and port.kind in ("access", "uplink")
        )
        _SWITCH_PORTS[key] = found
        _KEPT.append(hardware)
    return found


#: Facts of the catalogue, kept because a trust has thousands of equal switches.
_SWITCH_PORTS: dict[tuple[int, int], tuple[tuple[str, str, bool], ...]] = {}
#: Keeps the hardware whose identity is a key above.
_KEPT: list[Hardware] = []
