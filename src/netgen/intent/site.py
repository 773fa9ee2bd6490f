"""One school or hub: numbers of people, boxes, cables and circuits."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from netgen.intent.fields import Address, Label, LongLabel, Model, Name, Rate, problem

_PORT = re.compile(r"sw([1-9][0-9]?)/(u?[1-9][0-9]?)(?:-(u?[1-9][0-9]?))?\Z")
_FARPORT = re.compile(r"([a-z][a-z0-9-]*)/sw([1-9][0-9]?)/(u?[1-9][0-9]?)\Z")


def _port_ranges(value: Any) -> Any:
    """`sw1/1-30, sw2/5` or a list of such, as a tuple of single ranges."""
    items = value if isinstance(value, list) else str(value).split(",")
    found = tuple(str(item).strip() for item in items)
    for item in found:
        match = _PORT.match(item)
        if not match:
            raise problem(
                "INV036", f"`{item[:40]}` is not a port or range", "write sw1/12, sw1/1-24 or sw2/u1"
            )
        if match[3] and match[3].startswith("u") != match[2].startswith("u"):
            raise problem("INV036", f"`{item}` mixes access and uplink ports", "write sw1/1-24 or sw1/u1-u2")
    return found


def _own_port(value: str) -> str:
    match = _PORT.match(value)
    if not match or match[3]:
        raise problem("INV036", f"`{value[:40]}` is not one port", "write sw1/12 or sw1/u1")
    return value


def _far_port(value: str) -> str:
    if not _FARPORT.match(value):
        raise problem("INV036", f"`{value[:40]}` is not a port of another cabinet", "write main/sw1/u1")
    return value


PortRanges = Annotated[
    tuple[str, ...],
    BeforeValidator(_port_ranges),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
OwnPort = Annotated[str, BeforeValidator(lambda value: _own_port(str(value)))]
FarPort = Annotated[str, BeforeValidator(lambda value: _far_port(str(value)))]
Model_ = Annotated[
    str,
    Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9+-]{1,31}$", description="Model name of the hardware catalogue"),
]


class Uplink(Model):
    """How the cabinet's switches reach the core: all cables of one switch to one neighbour are a LAG."""

    links: dict[OwnPort, FarPort] = Field(
        min_length=1, description="Port here: cabinet/switch/port there, one a cable"
    )
    speed: Literal["1G", "10G", "25G", "40G", "100G"] = "10G"


class Cabinet(Model):
    """A comms cabinet: its switches and what each socket is for."""

    number: int = Field(ge=1, le=47, description="Fixed for good: management addresses follow it")
    switches: dict[Annotated[str, Field(pattern=r"^sw[1-9]$")], Model_] = Field(min_length=1, max_length=9)
    stack: bool = Field(default=False, description="The switches are one stack, managed as one device")
    ports: dict[Name, PortRanges] = Field(
        default_factory=dict, description="Role: ports; what is not said is shut"
    )
    uplink: Uplink | None = Field(default=None, description="Left out where the core switch stands alone")
    location: Label | None = None


class Firewall(Model):
    """The school's firewall and its cables to the core cabinet."""

    model: Model_
    links: dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9]{0,14}$")], FarPort] = Field(
        min_length=1, description="Firewall port: cabinet/switch/port of the core; two or more make a LAG"
    )


class AccessPoints(Model):
    """The access points of the school: one on every socket with a role that trunks WLANs."""

    model: Model_
    without_wlans: tuple[Name, ...] = Field(default=(), description="WLANs of the standard not offered here")


class Circuit(Model):
    """One internet circuit."""

    carrier: Label
    access: Literal["leased-line", "fttp", "4g", "5g", "satellite", "fttc"]
    down: Rate
    up: Rate
    port: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]{0,14}$")] = Field(description="Firewall port")
    address: Literal["dhcp", "static"] = "dhcp"
    ip: Annotated[str, Field(pattern=r"^[0-9.]+/[0-9]{1,2}$")] | None = Field(
        default=None, description="Own address with length, for static"
    )
    gateway: Address | None = None
    role: Literal["primary", "backup"] = "primary"


class Exception_(Model):  # noqa: N801 - `Exception` is Python's own
    """A recorded way in which this school differs from the standard, until a date."""

    path: Annotated[str, Field(pattern=r"^[a-z0-9_.-]+$")] = Field(
        description="What differs: segments.cctv.vlan"
    )
    value: str
    reason: LongLabel = Field(min_length=10)
    approved_by: Label
    expires: date


class Site(Model):
    """inventory/sites/<site>.yaml."""

    name: Label
    number: int = Field(
        ge=0, le=4095, description="Never reused, never changed: the address block follows it"
    )
    code: Name = Field(max_length=8, description="Start of every host name")
    urn: Annotated[str, Field(pattern=r"^[0-9]{6}$")] | None = Field(
        default=None, description="DfE reference number"
    )
    archetype: Name
    pupils: int = Field(default=0, ge=0)
    staff: int = Field(ge=0)
    firewall: Firewall
    circuits: dict[Name, Circuit] = Field(min_length=1)
    cabinets: dict[Name, Cabinet] = Field(min_length=1)
    access_points: AccessPoints | None = None
    exceptions: tuple[Exception_, ...] = ()
    stage: Literal["lab", "pilot", "rest"] = Field(
        default="rest", description="When a rollout reaches this site"
    )
