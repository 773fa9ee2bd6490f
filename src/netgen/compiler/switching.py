"""Decide a site's switches, access points and firewall as boxes: ports, LAGs, VLANs, addresses.

Reads: a Site, its segments, transits and WLANs. Writes: DevicePlans, LinkPlans, AccessPointPlans.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

import msgspec

from netgen.blueprint import (
    AccessPlan,
    AccessPointPlan,
    DevicePlan,
    FirewallPairPlan,
    LagPlan,
    LinkPlan,
    PortRunPlan,
    PortUse,
    SegmentPlan,
    TransitPlan,
    WlanPlan,
)
from netgen.compiler.cabling import (
    CONTROLLER_LAG,
    FIREWALL_LAG,
    PEER_LINK_LAG,
    STANDBY_LAG,
    Box,
    boxes_of,
    needed_vlans,
)
from netgen.compiler.out_of_band import plan_out_of_band
from netgen.compiler.pairs import plan_pair
from netgen.compiler.port_table import Claim, port_table
from netgen.hardware import Hardware, load_catalogue
from netgen.intent import Intent, Site

#: Place of the access point cluster in its segment, right after the gateway and a spare pair.
_CLUSTER_HOST = 5
#: IEEE 802.1Q bridge priorities: the core is the root, the next tier would follow it.
_STP_PRIORITIES = (4096, 16384, 32768)


#: In place of a LAG number: the only cable to the controller, a trunk of its own.
TO_CONTROLLER = -1


class Switching(NamedTuple):
    """What this pass decides."""

    devices: tuple[DevicePlan, ...]
    links: tuple[LinkPlan, ...]
    access_points: tuple[AccessPointPlan, ...]
    wlan_control: str
    firewall_pair: FirewallPairPlan | None


class RolePlan(msgspec.Struct, frozen=True, gc=False):
    """What a port role means at this site, as VLAN ids."""

    kind: str
    native: int
    tagged: tuple[int, ...]
    voice: int
    poe_w: float
    isolate: bool
    serves_wlans: bool
    access: str
    dynamic: tuple[int, ...]
    fallbacks: tuple[int, ...]
    trust: str
    poe_priority: str
    guarded: bool
    vlans: frozenset[int]


def plan_switching(
    intent: Intent,
    site: Site,
    path: str,
    segments: tuple[SegmentPlan, ...],
    transits: tuple[TransitPlan, ...],
    wlans: tuple[WlanPlan, ...],
    access: AccessPlan,
) -> Switching:
    """All boxes of the site with their ports and cables."""
    planner = _Planner(intent, site, path, segments, transits, wlans, access)
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
        access: AccessPlan,
    ) -> None:
        self.site = site
        self.path = path
        self.transit_window = intent.trust.site_block(site.number).window(intent.trust.addressing.transit)
        oob = intent.trust.addressing.oob
        self.oob_window = intent.trust.site_block(site.number).window(oob) if oob and site.oob else None
        self.native = intent.trust.switching.native_vlan
        self.blackhole = intent.trust.switching.blackhole_vlan
        self.management = next(segment for segment in segments if segment.management)
        self.vlan_of = {segment.name: segment.vlan for segment in segments}
        self.access_point_segment = next((item for item in segments if item.access_points), self.management)
        self.wlan_vlans = tuple(sorted({vlan for wlan in wlans for vlan in (wlan.vlan, *wlan.dynamic_vlans)}))
        self.dynamic = tuple(sorted({vlan for _, vlan in access.groups}))
        self.fallbacks = tuple(vlan for vlan in (access.guest_vlan, access.failed_vlan) if vlan)
        self.guarded = frozenset(segment.vlan for segment in segments if segment.guard)
        self.controller_vlans = frozenset({self.access_point_segment.vlan})
        self.roles = {name: self._role(intent, name) for name in intent.standard.roles}
        self.routed_on_core = frozenset(segment.vlan for segment in segments if segment.gateway_on == "core")
        self.firewall_vlans = frozenset(
            [segment.vlan for segment in segments if segment.gateway_on == "firewall"]
            + [transit.vlan for transit in transits]
        )
        self.firewall_name = f"{site.code}-fw1"
        self.standby_name = f"{site.code}-fw2"
        self.lists: dict[frozenset[int], tuple[int, ...]] = {}
        self.controller_name = f"{site.code}-wlc1"

    def _role(self, intent: Intent, name: str) -> RolePlan:
        role = intent.standard.roles[name]
        native = self.vlan_of.get(role.segment, self.blackhole)
        tagged = tuple(vlan for vlan in self.wlan_vlans if vlan != native) if role.trunk_wlans else ()
        voice = self.vlan_of.get(role.voice, 0) if role.voice else 0
        is_checked = role.access != "open" and not role.trunk_wlans
        dynamic = self.dynamic if is_checked and role.dynamic else ()
        fallbacks = self.fallbacks if is_checked else ()
        # Source guard knows the addresses that DHCP gave, so every VLAN a device could land in must be guarded.
        everywhere = {native, *dynamic, *fallbacks, *((voice,) if voice else ())}
        return RolePlan(
            kind="trunk" if role.trunk_wlans else "access",
            native=native,
            tagged=tagged,
            voice=voice,
            poe_w=role.poe_w,
            isolate=role.isolate,
            serves_wlans=role.trunk_wlans,
            access=role.access if is_checked else "open",
            dynamic=dynamic,
            fallbacks=fallbacks,
            trust="dscp" if role.trunk_wlans else role.trust,
            poe_priority=role.poe_priority,
            guarded=not role.trunk_wlans and everywhere <= self.guarded,
            vlans=frozenset([*everywhere, *tagged]),
        )

    def plan(self) -> Switching:
        """Walk the boxes once."""
        boxes = boxes_of(self.site, self.path)
        core = boxes[0]
        own = {box.hostname: self._own_vlans(box) for box in boxes}
        needs = needed_vlans(core, own)
        everything = needs[core.hostname] | self.firewall_vlans | self.routed_on_core
        if core.twin:
            everything |= own[core.twin.hostname]
            needs[core.twin.hostname] = everything
        needs[core.hostname] = everything
        devices = [self._switch(box, needs, is_core=box.head is core) for box in boxes]
        devices.append(self._firewall(core))
        access_points = self._access_points(boxes)
        if access_points:
            devices += self._wireless_boxes(core, access_points)
        return Switching(
            devices=tuple(sorted(devices, key=lambda device: device.hostname)),
            links=self._links(boxes),
            access_points=access_points,
            wlan_control=_hardware(access_points[0].model).control if access_points else "",
            firewall_pair=self._firewall_pair(core),
        )

    def _listed(self, vlans: frozenset[int]) -> tuple[int, ...]:
        """The VLANs in order: one list for all trunks of the site that carry the same."""
        found = self.lists.get(vlans)
        if found is None:
            found = self.lists[vlans] = tuple(sorted(vlans))
        return found

    def _own_vlans(self, box: Box) -> frozenset[int]:
        roles = [self.roles[name].vlans for name in {name for name, _, _ in box.runs}]
        return frozenset((self.management.vlan,)).union(*roles) - {self.blackhole}

    def _switch(self, box: Box, needs: dict[str, frozenset[int]], *, is_core: bool) -> DevicePlan:
        lags, lag_ports = self._lags(box, needs)
        first = box.members[box.first_switch]
        host = 16 * box.cabinet_number + box.first_switch
        return DevicePlan(
            hostname=box.hostname,
            kind="switch",
            platform=first.platform,
            model=first.model,
            members=tuple([item.os_sku or item.model for _, item in sorted(box.members.items())]),
            cabinet=box.cabinet,
            is_core=is_core,
            management=self.management.prefix.address(host),
            stp_priority=_STP_PRIORITIES[min(box.depth, len(_STP_PRIORITIES) - 1)],
            runs=self._runs(box, lags, lag_ports),
            lags=lags,
            vlans=self._listed(needs[box.hostname] | {self.native, self.blackhole}),
            origin=box.origin,
            stack_ports=_stack_ports(box),
            pair=plan_pair(box, self.site.number, self.transit_window) if box.twin else None,
            oob=plan_out_of_band(box, self.oob_window, host, f"{self.path}/oob") if self.oob_window else None,
        )

    def _lags(
        self, box: Box, needs: dict[str, frozenset[int]]
    ) -> tuple[tuple[LagPlan, ...], dict[tuple[int, str], tuple[int, str, str]]]:
        """The box's LAGs, and (lag, peer, origin) of every cabled port; lag 0 is a plain trunk."""
        cabled: dict[tuple[int, str], tuple[int, str, str]] = {}
        members: dict[int, list[str]] = {}
        heads: dict[int, tuple[str, frozenset[int], str]] = {}
        down: set[int] = set()
        for cable in box.cables:
            number, far = cable.lag, cable.far
            cabled[cable.member, cable.port] = (number, f"{far.hostname} {cable.far_interface}", cable.origin)
            if number in members:
                members[number].append(cable.interface)
                continue
            # All cables of a LAG lead to one neighbour, so the first says what the LAG is.
            members[number] = [cable.interface]
            lower = box if cable.is_up else far
            if lower is not box and far is not box.twin:
                down.add(number)
            peer = far.hostname if far is box.twin else far.name
            heads[number] = (peer, needs[lower.hostname], cable.origin)
        for number, ports, cables, name, place in self._firewall_cables(box):
            lag = number if cables > 1 else 0
            for (member, port), own in ports.items():
                cabled[member, port] = (lag, f"{name} {own}", f"{place}/{_key(own)}")
                if lag:
                    members.setdefault(lag, []).append(box.interface(member, port))
                    heads.setdefault(lag, (name, self.firewall_vlans, place))
        # Clients enter their VLAN at the access point, so a controller speaks with access points alone.
        lag = CONTROLLER_LAG if box.number_of_controller_cables() > 1 else 0
        for (member, port), own in box.controller_ports.items():
            origin = f"{self.path}/access_points/controller/links/{own}"
            cabled[member, port] = (lag or TO_CONTROLLER, f"{self.controller_name} {own}", origin)
            if lag:
                members.setdefault(lag, []).append(box.interface(member, port))
                heads.setdefault(lag, (self.controller_name, self.controller_vlans, origin))
        lags = [
            LagPlan(
                number,
                tuple(members[number]),
                self.native,
                self._listed(vlans),
                peer,
                origin,
                number in down,
                box.shares(number),
            )
            for number, (peer, vlans, origin) in sorted(heads.items())
        ]
        return tuple(lags), cabled

    def _firewall_cables(self, box: Box) -> Iterator[tuple[int, dict[tuple[int, str], str], int, str, str]]:
        """(LAG here, ports, cables with those of the twin, host name, ObjectPath) of each firewall."""
        if box.firewall_ports:
            cables, place = box.number_of_firewall_cables(), f"{self.path}/firewall/links"
            yield FIREWALL_LAG, box.firewall_ports, cables, self.firewall_name, place
        if box.standby_ports:
            cables, place = box.number_of_standby_cables(), f"{self.path}/firewall/pair/links"
            yield STANDBY_LAG, box.standby_ports, cables, self.standby_name, place

    def _runs(
        self, box: Box, lags: tuple[LagPlan, ...], cabled: dict[tuple[int, str], tuple[int, str, str]]
    ) -> tuple[PortRunPlan, ...]:
        lag_vlans = {lag.number: lag.tagged for lag in lags}
        lag_vlans[0] = self._listed(self.firewall_vlans)
        lag_vlans[TO_CONTROLLER] = self._listed(self.controller_vlans)
        cabinet = f"{self.path}/cabinets/{box.cabinet}"
        claims: dict[int, list[Claim]] = {member: [] for member in box.members}
        uses: dict[str, PortUse] = {}
        for name, member, ports in box.runs:
            use = uses.get(name)
            if use is None:
                role = self.roles[name]
                use = uses[name] = PortUse(
                    role.kind, name, role.native, role.tagged, role.voice, 0, role.poe_w, role.isolate, "",
                    f"{cabinet}/ports/{name}", role.access, role.dynamic, role.trust, role.poe_priority, role.guarded,
                )  # fmt: skip
            claims[member].append((ports, use))
        for (member, port), (lag, peer, origin) in cabled.items():
            use = PortUse(
                "lag-member" if lag > 0 else "trunk", "uplink", self.native, lag_vlans[lag], 0, max(lag, 0), 0, False,
                peer, origin, trust="dscp",
            )  # fmt: skip
            claims[member].append(((port,), use))
        if box.keepalive:
            claims[box.first_switch].append(((box.keepalive,), None))
        unused = PortUse("unused", "unused", self.blackhole, (), 0, 0, 0, False, "", cabinet)
        stacked = len(box.members) > 1
        runs: list[PortRunPlan] = []
        for member in sorted(box.members):
            table = port_table(box.members[member], member if stacked else 1, stacked=stacked)
            runs += table.runs(claims[member], unused)
        return tuple(runs)

    def _firewall(self, core: Box) -> DevicePlan:
        hardware = _hardware(self.site.firewall.model)
        own = sorted(
            (name, far, far.interface(member, port))
            for far in (core, core.twin)
            if far
            for (member, port), name in far.firewall_ports.items()
        )
        lag = 1 if len(own) > 1 else 0
        tagged = tuple(sorted(self.firewall_vlans))
        origin = f"{self.path}/firewall"
        runs = tuple(
            PortRunPlan(
                PortUse(
                    "lag-member" if lag else "trunk", "uplink", 0, tagged, 0, lag, 0, False,
                    f"{far.hostname} {interface}", f"{origin}/links/{_key(name)}",
                ),
                has_poe=False,
                members=((name, name),),
            )
            for name, far, interface in own
        )  # fmt: skip
        members = tuple(name for name, _, _ in own)
        lags = (LagPlan(1, members, 0, tagged, core.name, f"{origin}/links"),) if lag else ()
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
            runs=runs,
            lags=lags,
            vlans=tagged,
            origin=origin,
        )

    def _firewall_pair(self, core: Box) -> FirewallPairPlan | None:
        asked = self.site.firewall.pair
        if asked is None:
            return None
        pairing = _hardware(self.site.firewall.model).pairing
        cables = sorted(
            (own, far.hostname, far.interface(*place))
            for far in (core, core.twin)
            if far
            for place, own in far.standby_ports.items()
        )
        return FirewallPairPlan(
            first=self.firewall_name,
            standby=self.standby_name,
            number=self.site.number,
            heartbeat=asked.heartbeat,
            secret=asked.secret or "",
            links=tuple(cables),
            one_box=bool(pairing and pairing.one_box),
            second_slot=pairing.second_slot if pairing else 0,
            origin=f"{self.path}/firewall/pair",
        )

    def _access_points(self, boxes: list[Box]) -> tuple[AccessPointPlan, ...]:
        if self.site.access_points is None:
            return ()
        model = self.site.access_points.model
        serving = {name for name, role in self.roles.items() if role.serves_wlans}
        found = []
        for box in boxes:
            for name, member, ports in box.runs:
                if name in serving:
                    prefix = f"{self.site.code}-ap-{box.cabinet}-{member}-"
                    origin = f"{self.path}/cabinets/{box.cabinet}/ports/{name}"
                    found += [
                        AccessPointPlan(
                            f"{prefix}{port}",
                            model,
                            box.hostname,
                            box.interface(member, port),
                            box.cabinet,
                            origin,
                        )
                        for port in ports
                    ]
        return tuple(sorted(found, key=attrgetter("hostname")))

    def _wireless_boxes(
        self, core: Box, access_points: tuple[AccessPointPlan, ...]
    ) -> tuple[DevicePlan, ...]:
        """The boxes that are configured for the access points; none where the firewall controls them."""
        hardware = _hardware(access_points[0].model)
        place = f"{self.path}/access_points"
        if hardware.control == "cluster":
            return (self._wireless_box(f"{self.site.code}-wlan", "wlan", hardware, place),)
        if hardware.control == "access-point":
            return tuple(
                self._wireless_box(item.hostname, "access-point", hardware, item.origin)
                for item in access_points
            )
        points = self.site.access_points
        if points is None or points.controller is None:
            return ()
        controller = _hardware(points.controller.model)
        return (self._controller(core, controller, f"{place}/controller"),)

    def _wireless_box(self, hostname: str, kind: str, hardware: Hardware, origin: str) -> DevicePlan:
        segment = self.access_point_segment
        return DevicePlan(
            hostname=hostname,
            kind=kind,
            platform=hardware.platform,
            model=hardware.model,
            members=(),
            cabinet="",
            is_core=False,
            # An access point of its own takes its address by DHCP and is found by its name.
            management=segment.prefix.address(_CLUSTER_HOST) if kind == "wlan" else "",
            stp_priority=0,
            runs=(),
            lags=(),
            vlans=tuple(sorted({segment.vlan, *self.wlan_vlans})),
            origin=origin,
        )

    def _controller(self, core: Box, hardware: Hardware, origin: str) -> DevicePlan:
        own = sorted(
            (name, far, far.interface(member, port))
            for far in (core, core.twin)
            if far
            for (member, port), name in far.controller_ports.items()
        )
        lag = 1 if len(own) > 1 else 0
        tagged = tuple(sorted(self.controller_vlans))
        links = {
            name: PortUse(
                "lag-member" if lag else "trunk", "uplink", self.native, tagged, 0, lag, 0, False,
                f"{far.hostname} {interface}", f"{origin}/links/{name}",
            )
            for name, far, interface in own
        }  # fmt: skip
        unused = PortUse("unused", "unused", self.blackhole, (), 0, 0, 0, False, "", origin)
        claims = [((name,), use) for name, use in links.items()]
        runs = tuple(port_table(hardware, 1).runs(claims, unused))
        members = tuple(
            interface for run in runs if run.use.kind == "lag-member" for _, interface in run.members
        )
        lags = (LagPlan(1, members, self.native, tagged, core.name, f"{origin}/links"),) if lag else ()
        return DevicePlan(
            hostname=self.controller_name,
            kind="controller",
            platform=hardware.platform,
            model=hardware.model,
            members=(),
            cabinet=core.cabinet,
            is_core=False,
            management=self.access_point_segment.prefix.address(_CLUSTER_HOST),
            stp_priority=0,
            runs=runs,
            lags=lags,
            vlans=tuple(sorted({*tagged, self.native, self.blackhole})),
            origin=origin,
        )

    def _links(self, boxes: list[Box]) -> tuple[LinkPlan, ...]:
        found = []
        for box in boxes:
            for _, ports, _, name, place in self._firewall_cables(box):
                found += [
                    LinkPlan(name, own, box.hostname, box.interface(member, port), f"{place}/{_key(own)}")
                    for (member, port), own in ports.items()
                ]
            for (member, port), own in box.controller_ports.items():
                origin = f"{self.path}/access_points/controller/links/{own}"
                controller = _hardware(self.site.access_points.controller.model)  # type: ignore[union-attr]
                found.append(
                    LinkPlan(
                        self.controller_name, controller.interface(1, own) or own,
                        box.hostname, box.interface(member, port), origin,
                    )
                )  # fmt: skip
            for cable in box.cables:
                # Of two cores the second counts as the lower, as good as the first.
                if cable.is_up or (cable.lag == PEER_LINK_LAG and box.is_second):
                    found.append(
                        LinkPlan(
                            box.hostname,
                            cable.interface,
                            cable.far.hostname,
                            cable.far_interface,
                            cable.origin,
                        )
                    )
            if box.is_second:
                near, far = (item.interface(item.first_switch, item.keepalive) for item in (box, box.head))
                origin = f"{self.path}/cabinets/{box.cabinet}/pair/keepalive"
                found.append(LinkPlan(box.hostname, near, box.head.hostname, far, origin))
        return tuple(sorted(found, key=attrgetter("host_a", "interface_a")))


def _stack_ports(box: Box) -> tuple[tuple[str, ...], ...]:
    """The interfaces of each member that its stack takes away; empty for a lone switch."""
    if len(box.members) == 1:
        return ()
    return tuple(
        tuple(hardware.interface(member, port) or port for port in hardware.stack.ports)
        if hardware.stack
        else ()
        for member, hardware in sorted(box.members.items())
    )


def _key(port: str) -> str:
    """A port name as a part of an ObjectPath, where `:` stands for its slashes."""
    return port.replace("/", ":")


def _hardware(model: str) -> Hardware:
    found = load_catalogue().get(model)
    if found is None:
        msg = f"unknown model {model} passed the checks"
        raise KeyError(msg)
    return found
