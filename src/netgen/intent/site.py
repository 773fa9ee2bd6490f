"""One school or hub: numbers of people, boxes, cables and circuits."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from netgen.intent import forms
from netgen.intent.fields import (
    WRITTEN,
    Address,
    Day,
    HardwareAddress,
    Label,
    LongLabel,
    Model,
    Name,
    Names,
    PrefixField,
    Rate,
    Secret,
    problem,
    shown,
    written,
)

_PORT = re.compile(r"sw([1-9][0-9]?)/(u?[1-9][0-9]?)(?:-(u?[1-9][0-9]?))?\Z")
_RANGE = r"sw[1-9][0-9]?/(?:[1-9][0-9]?(?:-[1-9][0-9]?)?|u[1-9][0-9]?(?:-u[1-9][0-9]?)?)"
_PLAIN_RANGES = re.compile(rf"{_RANGE}(?:, {_RANGE})*\Z")
_PAIRPORT = re.compile(r"u?[1-9][0-9]?\Z")
_KEEPALIVE = re.compile(r"(?:u?[1-9][0-9]?|mgmt)\Z")
_FARPORT = re.compile(r"([a-z][a-z0-9-]*)/sw([1-9][0-9]?)/(u?[1-9][0-9]?)\Z")
#: One cable between the two would be what a pair is there to do without.
_LEAST_PEER_CABLES = 2


def _port_ranges(value: Any) -> Any:
    """`sw1/1-30, sw2/5` or a list of such, as a tuple of single ranges."""
    if isinstance(value, str) and _PLAIN_RANGES.match(value):  # as nearly all are written
        return tuple(value.split(", "))
    items = value if isinstance(value, list) else str(value).split(",") if isinstance(value, str) else []
    if not items or "" in items:
        raise problem("INV036", "no port is named", "write sw1/12, sw1/1-24 or sw2/u1, or remove the line")
    found = tuple("" if isinstance(item, (dict, list)) else str(item or "").strip() for item in items)
    for item in found:
        match = _PORT.match(item)
        if not match:
            words = f"`{shown(item)}` is" if item else "one of the ports is"
            raise problem("INV036", f"{words} not a port or range", "write sw1/12, sw1/1-24 or sw2/u1")
        if match[3] and match[3].startswith("u") != match[2].startswith("u"):
            raise problem("INV036", f"`{item}` mixes access and uplink ports", "write sw1/1-24 or sw1/u1-u2")
    return found


def _own_port(value: object) -> str:
    text = str(value or "")
    match = _PORT.match(text)
    if not match or match[3]:
        raise problem("INV036", f"{written(value)} is not one port", "write sw1/12 or sw1/u1")
    return text


def _pair_ports(value: Any) -> Any:
    """`u7, u8` or a list of such, as a tuple of ports that both switches of a pair have."""
    items = value if isinstance(value, list) else str(value).split(",") if isinstance(value, str) else [value]
    found = tuple("" if isinstance(item, (dict, list)) else str(item or "").strip() for item in items)
    for item in found:
        if not _PAIRPORT.match(item):
            words = f"`{shown(item)}` is" if item else "one of the ports is"
            raise problem(
                "INV036", f"{words} not a port of both switches", "write 47 or u7, without a switch"
            )
    if len(found) < _LEAST_PEER_CABLES:
        message = "a peer link of one cable would take half of the core with it"
        raise problem("INV036", message, "name two ports or more: [u7, u8]")
    return found


def _keepalive(value: object) -> str:
    text = str(value)
    if not _KEEPALIVE.match(text):
        message = f"{written(value)} is not a port of both switches"
        raise problem("INV036", message, "write mgmt, 47 or u7, without a switch")
    return text


def _far_port(value: object) -> str:
    text = str(value or "")
    if not _FARPORT.match(text):
        raise problem("INV036", f"{written(value)} is not a port of another cabinet", "write main/sw1/u1")
    return text


PortRanges = Annotated[
    tuple[str, ...],
    BeforeValidator(_port_ranges),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
PeerPorts = Annotated[
    tuple[str, ...],
    BeforeValidator(_pair_ports),
    WithJsonSchema(
        {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": ["string", "integer"]}}]}
    ),
]
KeepalivePort = Annotated[str, BeforeValidator(_keepalive)]
FirewallPort = Annotated[str, Field(pattern=forms.FIREWALL_PORT)]
OwnPort = Annotated[str, BeforeValidator(_own_port)]
FarPort = Annotated[str, BeforeValidator(_far_port)]
Model_ = Annotated[
    str,
    Field(pattern=forms.HARDWARE_MODEL, description="Model name of the hardware catalogue"),
]


class Uplink(Model):
    """How the cabinet's switches reach the core: all cables of one switch to one neighbour are a LAG."""

    links: dict[OwnPort, FarPort] = Field(
        min_length=1, description="Port here: cabinet/switch/port there, one a cable"
    )
    speed: Literal["1G", "10G", "25G", "40G", "100G"] = "10G"


class Pair(Model):
    """Two core switches, each managed on its own, that every LAG has a leg to (MLAG, VSX).

    Each cable runs between ports of one name: `peer_link: [u7, u8]` is u7 of sw1 to u7 of sw2, and so on.
    """

    peer_link: PeerPorts = Field(description="Ports of the link that carries every VLAN, on both switches")
    keepalive: KeepalivePort = Field(
        description="Port of the cable that tells a lost peer link from a lost switch, on both switches: mgmt where "
        "the second shuts all others then, elsewhere one that routes"
    )


class Cabinet(Model):
    """A comms cabinet: its switches and what each socket is for."""

    number: int = Field(ge=1, le=47, description="Fixed for good: management addresses follow it")
    switches: dict[Annotated[str, Field(pattern=forms.SWITCH_KEY)], Model_] = Field(
        min_length=1, max_length=9
    )
    stack: bool = Field(default=False, description="The switches are one stack, managed as one device")
    pair: Annotated[Pair | None, WRITTEN] = Field(
        default=None, description="sw1 and sw2 of the core are a pair: if one fails, the other carries on"
    )
    ports: dict[Name, PortRanges] = Field(
        default_factory=dict, description="Role: ports; what is not said is shut"
    )
    uplink: Annotated[Uplink | None, WRITTEN] = Field(
        default=None, description="Left out where the core switch stands alone"
    )
    location: Label | None = None


class FirewallPair(Model):
    """A second, equal firewall that stands by with the same configuration and sessions.

    Every circuit must reach the same port of both, through a switch of its own or a carrier's box with two ports.
    """

    links: dict[FirewallPort, FarPort] = Field(
        min_length=1,
        description="Cables of the second firewall: the ports of the first, other ports of the core",
    )
    heartbeat: tuple[FirewallPort, ...] = Field(
        min_length=2,
        max_length=2,
        description="Two ports, each cabled straight to the same port of the other firewall; where the maker has"
        " a port for control and one for sessions, in this order",
    )
    secret: Secret | None = Field(
        default=None, description="With which the two know each other, where the maker has a password for it"
    )


class Firewall(Model):
    """The school's firewall and its cables to the core cabinet."""

    model: Model_
    links: dict[FirewallPort, FarPort] = Field(
        min_length=1, description="Firewall port: cabinet/switch/port of the core; two or more make a LAG"
    )
    pair: Annotated[FirewallPair | None, WRITTEN] = Field(
        default=None, description="Left out where one firewall stands alone"
    )


class Controller(Model):
    """A wireless controller of the school's own and its cables to the core cabinet."""

    model: Model_
    links: dict[Annotated[str, Field(pattern=forms.CONTROLLER_PORT)], FarPort] = Field(
        min_length=1, description="Controller port: cabinet/switch/port of the core; two or more make a LAG"
    )


class AccessPoints(Model):
    """The access points of the school: one on every socket with a role that trunks WLANs."""

    model: Model_
    controller: Annotated[Controller | None, WRITTEN] = Field(
        default=None, description="Left out where the access points control themselves, or the firewall does"
    )
    without_wlans: tuple[Name, ...] = Field(default=(), description="WLANs of the standard not offered here")


class PppoeLogin(Model):
    """The account of a PPPoE circuit (RFC 2516)."""

    user: Annotated[str, Field(pattern=forms.LOGIN)]
    secret: Secret


class Circuit(Model):
    """One internet circuit."""

    carrier: Label
    access: Literal["leased-line", "fttp", "4g", "5g", "satellite", "fttc"]
    down: Rate
    up: Rate
    port: FirewallPort = Field(
        description="Firewall port, as its vendor prints it: wan1, ethernet1/1, ge-0/0/0"
    )
    address: Literal["dhcp", "static", "pppoe"] = "dhcp"
    ip: Annotated[str, Field(pattern=forms.INTERFACE_ADDRESS)] | None = Field(
        default=None, description="Own address with length, for static"
    )
    gateway: Address | None = None
    login: Annotated[PppoeLogin | None, WRITTEN] = Field(default=None, description="For pppoe")
    shape: bool = Field(
        default=False, description="Send no faster than `up`, so that the carrier drops nothing"
    )
    role: Literal["primary", "backup"] = "primary"


class Exception_(Model):  # noqa: N801 - `Exception` is Python's own
    """A recorded way in which this school differs from the standard, until a date."""

    path: Annotated[str, Field(pattern=forms.EXCEPTION_PATH)] = Field(
        description="What differs: segments.cctv.vlan"
    )
    value: str
    reason: LongLabel = Field(min_length=10)
    approved_by: Label
    expires: Day


class Partner(Model):
    """A network that is no site of the trust, reached by a tunnel from this hub: a cloud (Azure, AWS), a partner."""

    number: int = Field(ge=1, le=60, description="Fixed for good: the tunnel's addresses follow it")
    address: Address = Field(description="Public address of the peer's gateway")
    prefix: PrefixField = Field(
        description="Its network, inside this hub's own block, so that every school has the way to it already"
    )
    zone: Name = Field(description="Its zone, of kind hub; the policy says who reaches it")
    psk: Secret


class UpstreamFilter(Model):
    """Somebody else filters the school's way to the internet, and who says so (DfE filtering standard)."""

    service: Label = Field(description="Who filters: a consortium, a cloud service, a box of another maker")
    circuits: Names = Field(
        min_length=1, description="The circuits that lead through it; it must be all of them"
    )
    attested_by: Label = Field(description="Who has seen that it filters by age and group, and logs")
    expires: Day = Field(description="When somebody looks at it again")


class Reservation(Model):
    """One host that always gets the same address by DHCP."""

    segment: Name
    mac: HardwareAddress
    address: Address


class LegacyPrefix(Model):
    """Addresses that a joining school still has in a segment, and that others in the trust may have too.

    Inside of the school nothing changes. Beyond the tunnels each host is seen at the same place of the segment's own
    window, so the zone matrix holds for it as for any other school.
    """

    prefix: PrefixField = Field(description="What hosts have today, gateway first: 192.168.0.0/22")
    expires: Day = Field(description="When the segment has its own addresses")


class Publication(Model):
    """A service of the school that the internet may reach, and who answers for it."""

    number: int = Field(ge=1, le=99, description="Fixed for good: the rule's number follows it")
    to: Address = Field(description="The server's own address")
    services: tuple[Name, ...] = Field(min_length=1)
    circuit: Name = Field(description="The static circuit whose address answers")
    sources: tuple[PrefixField, ...] = Field(
        default=(), min_length=1, alias="from", description="Who may reach it; left out: everybody"
    )
    reason: LongLabel = Field(min_length=10)
    owner: Label
    risk: Literal["low", "medium", "high"]
    review: Day = Field(description="When somebody looks at it again")


class Site(Model):
    """inventory/sites/<site>.yaml."""

    name: Label
    number: int = Field(
        ge=0, le=4095, description="Never reused, never changed: the address block follows it"
    )
    code: Name = Field(max_length=8, description="Start of every host name")
    urn: Annotated[str, Field(pattern=forms.URN)] | None = Field(
        default=None, description="DfE reference number"
    )
    archetype: Name
    pupils: int = Field(default=0, ge=0)
    staff: int = Field(ge=0)
    firewall: Firewall
    circuits: dict[Name, Circuit] = Field(min_length=1)
    cabinets: dict[Name, Cabinet] = Field(min_length=1)
    access_points: Annotated[AccessPoints | None, WRITTEN] = None
    exceptions: tuple[Exception_, ...] = ()
    reservations: dict[Name, Reservation] = Field(
        default_factory=dict, description="Hosts that always get the same address"
    )
    partners: dict[Annotated[Name, Field(max_length=12)], Partner] = Field(
        default_factory=dict, description="Cloud and partner networks behind this hub"
    )
    upstream_filter: Annotated[UpstreamFilter | None, WRITTEN] = Field(
        default=None, description="Left out where the school's own firewall filters"
    )
    oob: bool = Field(
        default=False,
        description="The management ports of switches are cabled to a network of their own, which takes sessions from"
        " itself alone; without it they are shut",
    )
    breakout: Literal["local", "hub", "hub-or-local"] = Field(
        default="local",
        description="Where traffic to the internet is filtered and leaves. local: here; hub: at the preferred hub, by"
        " this school's own filters; hub-or-local: there, and filtered here while no hub is reached",
    )
    publish: dict[Name, Publication] = Field(
        default_factory=dict, description="What the internet may reach here; nothing else"
    )
    legacy: dict[Name, LegacyPrefix] = Field(
        default_factory=dict, description="Segment: the addresses it still has, translated one to one"
    )
    stage: Literal["lab", "pilot", "rest"] = Field(
        default="rest", description="When a rollout reaches this site"
    )
