"""The trust's standard: segments, zones, policy, services, port roles, WLANs, filters, archetypes.

One line a thing. What a school may vary is an exception with a reason, not a field here.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from netgen.intent.fields import (
    Hosts,
    Label,
    LongLabel,
    Model,
    Name,
    Names,
    PrefixField,
    Secret,
    Ssid,
    Vlan,
)

Port = Annotated[
    str, Field(pattern=r"^[0-9]{1,5}(-[0-9]{1,5})?$", description="A port or a range: 443 or 5060-5061")
]


class Zone(Model):
    """A group of segments with one policy. Inside a zone hosts may talk, unless it isolates."""

    number: int = Field(
        ge=1, le=60, description="Fixed for good: transit VLANs, rule numbers and VRFs follow it"
    )
    title: Label
    kind: Literal["site", "hub", "internet"] = Field(
        default="site",
        description="site: at every site; hub: only at hubs, reached over the overlay; internet",
    )
    users: bool = Field(default=False, description="People use it: its way to the internet must be filtered")
    isolate: bool = Field(default=False, description="Hosts inside may not talk to each other")


class Segment(Model):
    """One VLAN with one subnet, in every school that has it."""

    vlan: Vlan
    zone: Name
    window: PrefixField = Field(description="Room inside a site's block, relative to its start: 0.0.8.0/21")
    hosts: Hosts = Field(description="How many hosts to plan for: 60, or 1.5 per staff")
    gateway: Literal["topology", "firewall"] = Field(
        default="topology",
        description="firewall: the firewall routes it even where a core switch routes the rest",
    )
    dhcp: Literal["server", "none"] = "server"
    management: bool = Field(
        default=False, description="Devices have their own address here; exactly one segment"
    )
    access_points: bool = Field(
        default=False, description="Access points have their address here; exactly one"
    )
    title: Label


class Service(Model):
    """A named service: what a rule allows."""

    tcp: tuple[Port, ...] = ()
    udp: tuple[Port, ...] = ()
    icmp: bool = Field(default=False, description="ICMP echo")
    why: Label = Field(default="Named service", description="What uses it")


class PolicyRule(Model):
    """Who may talk to whom. What is not said is denied and logged."""

    from_: Names = Field(alias="from", min_length=1)
    to: Names = Field(min_length=1)
    except_: Names = Field(
        default=(), alias="except", description="Zones that `to: internal` does not mean here"
    )
    allow: tuple[Name, ...] = Field(
        description="Service names; any means every protocol and port; [] denies aloud"
    )
    filter: Name | None = Field(
        default=None, description="Filter for users on their way to the internet, or by-phase"
    )
    why: LongLabel


class PortRole(Model):
    """What a socket is for."""

    title: Label
    segment: Name = Field(description="The untagged segment")
    voice: Name | None = Field(default=None, description="Segment of the phone in front of the PC")
    trunk_wlans: bool = Field(
        default=False, description="Also carries the segment of every WLAN, tagged (access point)"
    )
    poe_w: float = Field(default=0, ge=0, le=90, description="What the device may draw, in watts, at its end")
    min_speed: Literal["1G", "2.5G", "10G"] = "1G"
    isolate: bool = Field(default=False, description="Protected port: no talk to other protected ports")


class Wlan(Model):
    """One SSID, the same in every school so that people roam."""

    ssid: Ssid
    segment: Name
    security: Literal["wpa3-enterprise", "wpa2-enterprise", "wpa3-personal", "wpa2-personal", "enhanced-open"]
    passphrase: Secret | None = Field(default=None, description="For the personal modes: a reference")
    dynamic_segments: tuple[Name, ...] = Field(
        default=(), description="Segments that RADIUS may assign instead"
    )
    isolate: bool = Field(default=False, description="Clients of the SSID may not talk to each other")
    bands: tuple[Literal["2.4", "5", "6"], ...] = ("2.4", "5")
    hidden: bool = False


class Filter(Model):
    """What a group of users may not reach on the web; illegal categories are locked in for all."""

    title: Label
    block: tuple[Name, ...] = Field(
        description="Vendor-neutral category keys; csam and terror are always blocked"
    )
    monitor: tuple[Name, ...] = ()
    safe_search: bool = True


class Capacity(Model):
    """What an archetype is planned for. Subnets are sized by this, not by this year's roll."""

    pupils: int = Field(ge=0, le=100_000)
    staff: int = Field(ge=0, le=100_000)
    phones: int = Field(default=0, ge=0, le=100_000)
    cameras: int = Field(default=0, ge=0, le=100_000)
    printers: int = Field(default=0, ge=0, le=100_000)
    access_points: int = Field(default=0, ge=0, le=100_000)
    doors: int = Field(default=0, ge=0, le=100_000)


class Archetype(Model):
    """A kind of school: its topology, what it is planned for, which segments it has."""

    title: Label
    phase: Literal["early-years", "primary", "secondary", "all-through", "special", "none"]
    topology: Literal["collapsed", "routed-core"]
    capacity: Capacity
    without: tuple[Name, ...] = Field(
        default=(), description="Standard segments that this kind of school does not have"
    )
    filters: dict[Name, Name] = Field(
        default_factory=dict, description="Zone to filter, where a rule says by-phase"
    )


class Standard(Model):
    """inventory/standard/*.yaml put together."""

    zones: dict[Name, Zone]
    segments: dict[Name, Segment]
    services: dict[Name, Service]
    policy: tuple[PolicyRule, ...]
    roles: dict[Name, PortRole]
    wlans: dict[Name, Wlan]
    filters: dict[Name, Filter]
    archetypes: dict[Name, Archetype]
