"""Which boxes a site's cabinets hold, how they are cabled, and which VLANs each cable must carry.

Reads: a Site and the hardware catalogue. Writes: Box trees that `site_pass` turns into DevicePlans.
The cabling is a tree with the core switch as its root: an access switch has one way up, so a trunk
carries exactly what its lower side needs.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netgen.hardware import Hardware, load_catalogue
from netgen.intent import Cabinet, Site
from netgen.intent.ports import expand_range, far_port, ports_of_range

#: LAG number of the firewall on the core switch; cabinet numbers stay below it.
FIREWALL_LAG = 48
#: LAG number of the wireless controller on the core switch.
CONTROLLER_LAG = 49
#: LAG number of the second firewall of a pair on the core switch: each member's cables are a LAG of their own.
STANDBY_LAG = 58
#: LAG number of the peer link between the two cores of a pair.
PEER_LINK_LAG = 50
#: The second switch of a cabinet without a stack has LAG number cabinet + this at its neighbour.
SECOND_SWITCH_LAGS = 60


class Cable(msgspec.Struct, eq=False):
    """One cable end of a box: local member, port and interface, the box and interface at the other end.

    `is_up`: it leads towards the core.
    """

    member: int
    port: str
    interface: str
    far: Box
    far_interface: str
    lag: int
    origin: str
    is_up: bool = False


class Box(msgspec.Struct, eq=False):
    """One managed switch or stack while a site is being planned.

    `runs` are its ports with a role: (role, member, port names of one range).
    """

    hostname: str
    cabinet: str
    cabinet_number: int
    first_switch: int
    members: dict[int, Hardware]
    runs: tuple[tuple[str, int, tuple[str, ...]], ...]
    origin: str
    parent: Box | None = None
    children: list[Box] = []
    cables: list[Cable] = []
    firewall_ports: dict[tuple[int, str], str] = {}
    standby_ports: dict[tuple[int, str], str] = {}
    controller_ports: dict[tuple[int, str], str] = {}
    depth: int = 0
    #: The other half of a pair, and the port of the cable by which each sees that the other lives.
    twin: Box | None = None
    keepalive: str = ""

    @property
    def head(self) -> Box:
        """The first half of its pair; the box itself where it is in none."""
        return self.twin if self.twin and self.twin.first_switch < self.first_switch else self

    @property
    def is_second(self) -> bool:
        """True for the second half of a pair."""
        return self.head is not self

    @property
    def name(self) -> str:
        """What a neighbour whose LAG ends here calls it."""
        return f"pair {self.pair_name}" if self.twin else self.hostname

    @property
    def pair_name(self) -> str:
        """The pair's own name, alike on both halves."""
        return self.head.hostname.rpartition("-")[0]

    def shares(self, lag: int) -> bool:
        """True if the twin has a leg of the LAG too."""
        if self.twin is None or lag == PEER_LINK_LAG:
            return False
        by_hand = {
            FIREWALL_LAG: (self.firewall_ports, self.twin.firewall_ports),
            STANDBY_LAG: (self.standby_ports, self.twin.standby_ports),
            CONTROLLER_LAG: (self.controller_ports, self.twin.controller_ports),
        }
        if lag in by_hand:
            return all(by_hand[lag])
        return any(cable.lag == lag for cable in self.twin.cables)

    def number_of_firewall_cables(self) -> int:
        """Those of the firewall to the box, and to its twin."""
        return len(self.firewall_ports) + (len(self.twin.firewall_ports) if self.twin else 0)

    def number_of_standby_cables(self) -> int:
        """Those of the second firewall of a pair to the box, and to its twin."""
        return len(self.standby_ports) + (len(self.twin.standby_ports) if self.twin else 0)

    def number_of_controller_cables(self) -> int:
        """Those of the wireless controller to the box, and to its twin."""
        return len(self.controller_ports) + (len(self.twin.controller_ports) if self.twin else 0)

    @property
    def platform(self) -> str:
        """The platform of its hardware; a stack has one."""
        return next(iter(self.members.values())).platform

    def interface(self, member: int, port: str) -> str:
        """The vendor's interface name; a stack numbers its members from 1, a lone switch is 1."""
        name = self.members[member].interface(member if len(self.members) > 1 else 1, port)
        if name is None:
            msg = f"{self.hostname} has no port {port}"
            raise KeyError(msg)
        return name

    def far_lag(self) -> int:
        """The LAG number that a neighbour gives to the cables towards this box."""
        if self.first_switch > 1 and len(self.members) == 1 and self.twin is None:
            return SECOND_SWITCH_LAGS + self.cabinet_number
        return self.cabinet_number


def boxes_of(site: Site, path: str) -> list[Box]:
    """All switches and stacks of a site, cabled; the core switch comes first, then by host name.

    `path` is the site's ObjectPath.
    """
    catalogue = load_catalogue()
    by_switch: dict[tuple[str, int], Box] = {}
    for name in sorted(site.cabinets):
        cabinet = site.cabinets[name]
        for box in _boxes_of_cabinet(site, name, cabinet, f"{path}/cabinets/{name}", catalogue.get):
            for member in box.members:
                by_switch[name, member] = box
        if cabinet.pair:
            _connect_pair(cabinet, by_switch[name, 1], by_switch[name, 2], f"{path}/cabinets/{name}/pair")
    core = _connect_firewall(site, by_switch)
    _connect_controller(site, by_switch)
    for name in sorted(site.cabinets):
        cabinet = site.cabinets[name]
        if cabinet.uplink:
            _connect(name, cabinet, by_switch, f"{path}/cabinets/{name}/uplink/links")
    _measure_depth(core)
    unique = {id(box): box for box in by_switch.values()}.values()
    return sorted(unique, key=lambda box: (box.head is not core, box.hostname))


def _boxes_of_cabinet(site: Site, name: str, cabinet: Cabinet, path: str, find: object) -> Iterator[Box]:
    runs = tuple([(role, *ports_of_range(text)) for role, ranges in cabinet.ports.items() for text in ranges])
    hardware = {int(key[2:]): find(model) for key, model in sorted(cabinet.switches.items())}  # type: ignore[operator]
    groups = [hardware] if cabinet.stack else [{number: item} for number, item in hardware.items()]
    for group in groups:
        first = min(group)
        suffix = "sw" if cabinet.stack else f"sw{first}"
        yield Box(
            hostname=f"{site.code}-{name}-{suffix}",
            cabinet=name,
            cabinet_number=cabinet.number,
            first_switch=first,
            members=group,
            runs=runs if len(groups) == 1 else tuple([run for run in runs if run[1] in group]),
            origin=f"{path}/switches/sw{first}",
        )


def _connect_pair(cabinet: Cabinet, first: Box, second: Box, path: str) -> None:
    """The peer link, from each port to that of the same name, and the keepalive."""
    if cabinet.pair is None:
        return
    for box, twin in ((first, second), (second, first)):
        box.twin, box.keepalive = twin, cabinet.pair.keepalive
        box.cables += [
            Cable(
                box.first_switch,
                port,
                box.interface(box.first_switch, port),
                twin,
                twin.interface(twin.first_switch, port),
                PEER_LINK_LAG,
                f"{path}/peer_link",
            )
            for port in cabinet.pair.peer_link
        ]


def _connect_firewall(site: Site, by_switch: dict[tuple[str, int], Box]) -> Box:
    core: Box | None = None
    for own, far in sorted(site.firewall.links.items()):
        cabinet, member, port = far_port(far)
        core = by_switch[cabinet, member]
        core.firewall_ports[member, port] = own
    for own, far in sorted(site.firewall.pair.links.items()) if site.firewall.pair else ():
        cabinet, member, port = far_port(far)
        by_switch[cabinet, member].standby_ports[member, port] = own
    if core is None:
        msg = "a firewall without links passed the checks"
        raise ValueError(msg)
    return core.head


def _connect_controller(site: Site, by_switch: dict[tuple[str, int], Box]) -> None:
    controller = site.access_points.controller if site.access_points else None
    if controller is None:
        return
    for own, far in sorted(controller.links.items()):
        cabinet, member, port = far_port(far)
        by_switch[cabinet, member].controller_ports[member, port] = own


def _connect(name: str, cabinet: Cabinet, by_switch: dict[tuple[str, int], Box], path: str) -> None:
    if cabinet.uplink is None:
        return
    for own, far in sorted(cabinet.uplink.links.items()):
        ((member, port),) = expand_range(own)
        far_cabinet, far_member, far_name = far_port(far)
        box, parent = by_switch[name, member], by_switch[far_cabinet, far_member]
        origin = f"{path}/{own.replace('/', ':')}"
        near, far_end = box.interface(member, port), parent.interface(far_member, far_name)
        if box.parent is None:
            box.parent = parent.head
            parent.head.children.append(box)
        is_up = parent.head is box.parent
        box.cables.append(Cable(member, port, near, parent, far_end, parent.far_lag(), origin, is_up))
        parent.cables.append(Cable(far_member, far_name, far_end, box, near, box.far_lag(), origin))


def _measure_depth(core: Box) -> None:
    waiting = [core]
    while waiting:
        box = waiting.pop()
        for child in box.children:
            child.depth = box.depth + 1
            waiting.append(child)


def needed_vlans(core: Box, own: dict[str, frozenset[int]]) -> dict[str, frozenset[int]]:
    """VLANs that each box and everything below it use, by host name. `own` maps host names to their ports' VLANs."""
    found: dict[str, frozenset[int]] = {}

    def visit(box: Box) -> frozenset[int]:
        below = [visit(child) for child in box.children]
        needed = found[box.hostname] = own[box.hostname].union(*below)
        return needed

    visit(core)
    return found
