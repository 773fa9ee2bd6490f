"""What the checks of one site read: its switches, sockets and cables, its segments after exceptions.

Made from the site alone and the trust-wide facts, so that sites are independent units of work.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import msgspec

from netgen.checks.port_runs import PortRun, Ports, ports
from netgen.checks.trust_facts import TrustFacts
from netgen.hardware import Hardware, Port
from netgen.intent import Archetype, Segment, Site, Wlan
from netgen.intent.resolution import segments_of, wlans_of
from netgen.values import Prefix, object_path


class Switch(msgspec.Struct, frozen=True, order=True, cache_hash=True):
    """A switch of a cabinet by its number."""

    cabinet: str
    number: int

    def __str__(self) -> str:
        return f"{self.cabinet}/sw{self.number}"


class Sockets(msgspec.Struct, frozen=True):
    """A range of sockets with a role."""

    switch: Switch
    ports: Ports
    role: str
    text: str
    path: str


class Plug(msgspec.Struct, frozen=True):
    """One end of a cable: a port of a switch by its name."""

    switch: Switch
    port: str

    def __str__(self) -> str:
        return f"{self.switch}/{self.port}"


class Cable(msgspec.Struct, frozen=True):
    """An uplink cable, its lower end first."""

    near: Plug
    far: Plug
    speed: str
    path: str


class CableEnd(msgspec.Struct, frozen=True):
    """One end of an uplink cable, its switch's hardware and the port; None for what nobody described."""

    cable: Cable
    plug: Plug
    is_near: bool
    hardware: Hardware | None
    port: Port | None


class FirewallCable(msgspec.Struct, frozen=True):
    """A cable from a port of the firewall, or of the wireless controller, to a switch."""

    port: str
    far: Plug
    path: str


class PairPort(msgspec.Struct, frozen=True):
    """A port that two cores of a pair have in common by a cable between them."""

    plug: Plug
    words: str
    path: str


class HardwareUse(msgspec.Struct, frozen=True):
    """A place that names a model: as written, its hardware or None, and the kind that is wanted there."""

    path: str
    model: str
    hardware: Hardware | None
    kind: str


class SiteFacts:
    """Everything one site's checks need, each part worked out when first asked for."""

    def __init__(self, trust: TrustFacts, name: str) -> None:
        self.of_trust = trust
        self.name = name
        self.site: Site = trust.intent.sites[name]
        self.path = object_path("sites", name)
        self.is_hub = name in trust.trust.hubs

    @cached_property
    def archetype(self) -> Archetype:
        """Only for checks behind the gates."""
        return self.of_trust.standard.archetypes[self.site.archetype]

    @cached_property
    def segments(self) -> Mapping[str, Segment]:
        """After archetype and exceptions; only for checks behind the gates."""
        return segments_of(self.of_trust.intent, self.name)

    def wire_subnet(self, segment: str) -> Prefix | None:
        """The subnet that hosts of a segment have; None where there is no room for it (ADR004, ADR007)."""
        legacy = self.site.legacy.get(segment)
        return legacy.prefix if legacy else self.of_trust.subnet(self.name, self.segments[segment])

    @cached_property
    def wlans(self) -> Mapping[str, Wlan]:
        """After exceptions; only for checks behind the gates."""
        return wlans_of(self.of_trust.intent, self.name)

    @cached_property
    def excepted(self) -> Mapping[tuple[str, str, str], int]:
        """(collection, name, field) to the index of the exception that sets it."""
        found: dict[tuple[str, str, str], int] = {}
        for index, exception in enumerate(self.site.exceptions):
            parts = exception.path.split(".")
            if len(parts) == 3:
                found[parts[0], parts[1], parts[2]] = index
        return found

    def origin(self, collection: str, name: str, field: str) -> str:
        """Where a value of a segment or WLAN comes from: the site's exception or the standard."""
        index = self.excepted.get((collection, name, field))
        if index is None:
            return object_path("standard", collection, name, field)
        return object_path(self.path, "exceptions", index, "value")

    @cached_property
    def switches(self) -> Mapping[Switch, Hardware | None]:
        """Every switch and its hardware; None for a model that nobody described."""
        find = self.of_trust.catalogue.get
        return {
            switch: find(self.site.cabinets[name].switches[key])
            for name, switches in self._named.items()
            for key, switch in switches.items()
        }

    @cached_property
    def _named(self) -> Mapping[str, Mapping[str, Switch]]:
        """One object for each switch, whoever names it: what is looked up by it is hashed once."""
        return {
            name: {key: Switch(name, int(key[2:])) for key in cabinet.switches}
            for name, cabinet in self.site.cabinets.items()
        }

    def _switch(self, cabinet: str, key: str) -> Switch:
        return self._named.get(cabinet, {}).get(key) or Switch(cabinet, int(key[2:]))

    def switch_path(self, switch: Switch) -> str:
        """The ObjectPath of a switch's model."""
        return f"{self.path}/cabinets/{switch.cabinet}/switches/sw{switch.number}"

    @cached_property
    def firewall(self) -> Hardware | None:
        """The firewall's hardware."""
        return self.of_trust.catalogue.get(self.site.firewall.model)

    @cached_property
    def hardware_uses(self) -> tuple[HardwareUse, ...]:
        """Every place of the site that names a hardware model."""
        site, find = self.site, self.of_trust.catalogue.get
        found = [HardwareUse(f"{self.path}/firewall/model", site.firewall.model, self.firewall, "firewall")]
        for name, cabinet in site.cabinets.items():
            path = f"{self.path}/cabinets/{name}/switches"
            for key, model in cabinet.switches.items():
                found.append(HardwareUse(f"{path}/{key}", model, find(model), "switch"))
        points = site.access_points
        if points is not None:
            path = f"{self.path}/access_points"
            found.append(HardwareUse(f"{path}/model", points.model, find(points.model), "access_point"))
            if points.controller is not None:
                model = points.controller.model
                found.append(HardwareUse(f"{path}/controller/model", model, find(model), "controller"))
        return tuple(found)

    @cached_property
    def sockets(self) -> tuple[Sockets, ...]:
        """Every range of sockets with a role, as written."""
        found = []
        for name, cabinet in self.site.cabinets.items():
            named = self._named[name]
            for role, ranges in cabinet.ports.items():
                path = f"{self.path}/cabinets/{name}/ports/{role}"
                for text in ranges:
                    key, _, run = text.partition("/")
                    switch = named.get(key) or Switch(name, int(key[2:]))
                    found.append(Sockets(switch, ports(run), role, text, path))
        return tuple(found)

    @cached_property
    def socket_runs(self) -> tuple[tuple[Sockets, Hardware, PortRun], ...]:
        """Every range of sockets on a known switch, with what its hardware can do there."""
        return tuple(
            (sockets, hardware, self.of_trust.port_run(hardware, sockets.ports))
            for sockets in self.sockets
            if (hardware := self.switches.get(sockets.switch)) is not None and hardware.kind == "switch"
        )

    @cached_property
    def stacks(self) -> frozenset[str]:
        """Cabinets whose switches are one stack."""
        return frozenset(name for name, cabinet in self.site.cabinets.items() if cabinet.stack)

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Cabinets whose sw1 and sw2 are a pair."""
        return frozenset(name for name, cabinet in self.site.cabinets.items() if cabinet.pair)

    @cached_property
    def pair_ports(self) -> tuple[PairPort, ...]:
        """Every port of a peer link or a keepalive, on both switches."""
        found = []
        for name in sorted(self.pairs):
            pair = self.site.cabinets[name].pair
            if pair is None:
                continue
            path = object_path(self.path, "cabinets", name, "pair")
            uses = [(port, f"the peer link of `{name}`", f"{path}/peer_link") for port in pair.peer_link]
            if pair.keepalive.removeprefix("u").isdigit():  # a management port has no other use
                uses.append((pair.keepalive, f"the keepalive of `{name}`", f"{path}/keepalive"))
            for port, words, place in uses:
                found += [
                    PairPort(Plug(self._switch(name, key), port), words, place) for key in ("sw1", "sw2")
                ]
        return tuple(found)

    @cached_property
    def cables(self) -> tuple[Cable, ...]:
        """Every uplink cable."""
        found = []
        for name, cabinet in self.site.cabinets.items():
            if cabinet.uplink is None:
                continue
            path, speed = f"{self.path}/cabinets/{name}/uplink/links/", cabinet.uplink.speed
            for own, far in cabinet.uplink.links.items():
                switch, _, port = own.partition("/")
                near = Plug(self._switch(name, switch), port)
                found.append(Cable(near, self._far(far), speed, f"{path}{switch}:{port}"))
        return tuple(found)

    @cached_property
    def cable_ends(self) -> tuple[CableEnd, ...]:
        """Both ends of every uplink cable."""
        found = []
        for cable in self.cables:
            for plug in (cable.near, cable.far):
                hardware = self.switches.get(plug.switch)
                port = hardware.port(plug.port) if hardware is not None else None
                found.append(CableEnd(cable, plug, plug is cable.near, hardware, port))
        return tuple(found)

    @cached_property
    def uplinks(self) -> Mapping[Switch, tuple[Cable, ...]]:
        """Every box with a way up, and its uplink cables."""
        found: dict[Switch, list[Cable]] = {}
        for cable in self.cables:
            found.setdefault(self.box(cable.near.switch), []).append(cable)
        return {box: tuple(cables) for box, cables in found.items()}

    @cached_property
    def firewall_cables(self) -> tuple[FirewallCable, ...]:
        """Every cable of the firewall to the core."""
        return tuple(
            FirewallCable(
                own, self._far(far), object_path(self.path, "firewall", "links", own.replace("/", ":"))
            )
            for own, far in self.site.firewall.links.items()
        )

    @cached_property
    def standby_cables(self) -> tuple[FirewallCable, ...]:
        """Every cable of the second firewall of a pair to the core."""
        pair = self.site.firewall.pair
        path = object_path(self.path, "firewall", "pair", "links")
        return tuple(
            FirewallCable(own, self._far(far), object_path(path, own.replace("/", ":")))
            for own, far in (pair.links.items() if pair else ())
        )

    @cached_property
    def core_cables(self) -> tuple[FirewallCable, ...]:
        """Every cable of a firewall to the core: the first member's, then the second's."""
        return (*self.firewall_cables, *self.standby_cables)

    @cached_property
    def controller_cables(self) -> tuple[FirewallCable, ...]:
        """Every cable of the school's own wireless controller to the core."""
        points = self.site.access_points
        if points is None or points.controller is None:
            return ()
        path = object_path(self.path, "access_points", "controller", "links")
        return tuple(
            FirewallCable(own, self._far(far), object_path(path, own))
            for own, far in points.controller.links.items()
        )

    def _far(self, text: str) -> Plug:
        cabinet, switch, port = text.split("/")
        return Plug(self._switch(cabinet, switch), port)

    def box(self, switch: Switch) -> Switch:
        """What a LAG ends at: a stack or a pair answers as its cabinet's number 0."""
        return self._boxes.get(switch.cabinet, switch)

    @cached_property
    def _boxes(self) -> Mapping[str, Switch]:
        return {name: Switch(name, 0) for name in self.stacks | self.pairs}

    def box_name(self, box: Switch) -> str:
        """A box in words."""
        if box.number:
            return f"switch `{box}`"
        return f"{'pair' if box.cabinet in self.pairs else 'stack'} `{box.cabinet}`"
