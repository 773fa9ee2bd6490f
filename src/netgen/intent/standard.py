"""The trust's standard: segments, zones, policy, services, port roles, WLANs, filters, archetypes.

One line a thing. What a school may vary is an exception with a reason, not a field here.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from netgen.intent import forms
from netgen.intent.fields import (
    WRITTEN,
    WRITTEN_WORD,
    Address,
    BasicRate,
    ChannelWidth,
    Day,
    Dscp,
    Fqdn,
    Hosts,
    Label,
    LongLabel,
    Model,
    Name,
    Names,
    PrefixField,
    Rate,
    Secret,
    Ssid,
    Vlan,
)
from netgen.intent.steering import SteeringClass

Port = Annotated[str, Field(pattern=forms.PORT, description="A port or a range: 443 or 5060-5061")]


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
    managed: bool = Field(
        default=False, description="Every device here is the trust's own and knows the CA of TLS inspection"
    )
    isolate: bool = Field(default=False, description="Hosts inside may not talk to each other")


class DhcpOptions(Model):
    """What a lease says besides address, gateway, resolvers and domain (RFC 2132, RFC 5417, RFC 5859)."""

    boot_server: Address | None = Field(
        default=None, description="Where a PC boots from over the network (PXE)"
    )
    boot_file: Annotated[str, Field(pattern=forms.BOOT_FILE, max_length=127)] | None = None
    phone_servers: tuple[Address, ...] = Field(
        default=(), max_length=2, description="Telephones (option 150)"
    )
    controllers: tuple[Address, ...] = Field(
        default=(), max_length=2, description="Access points (option 138, CAPWAP)"
    )
    ntp: bool = Field(default=False, description="The trust's time servers (option 42)")
    lease_hours: int = Field(default=8, ge=1, le=24)


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
    dhcp: Literal["server", "relay", "none"] = Field(
        default="server", description="relay: the trust's DHCP servers answer (services.dhcp)"
    )
    options: DhcpOptions = Field(default_factory=DhcpOptions, description="What leases say besides")
    firewall_serves: tuple[Literal["time", "dns"], ...] = Field(
        default=(),
        description="What the firewall itself answers here: time (NTP; leases name it as the time server), for cameras"
        " and telephones that have no way to the trust's servers; dns (leases name it as the resolver), which asks the"
        " trust's resolvers, and for `dns_domains` those that know them",
    )
    guard: bool = Field(
        default=False,
        description="Wired hosts may only use addresses that DHCP gave them (ARP inspection, IP source guard)",
    )
    jumbo: bool = Field(default=False, description="Frames up to 9000 bytes, as storage asks for")
    ipv6: bool = Field(
        default=False,
        description="IPv6 beside IPv4: hosts make their own addresses (SLAAC), the same zone matrix holds, and there is"
        " no way to the internet; resolvers stay those of IPv4",
    )
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
    filter: Annotated[Name | None, WRITTEN_WORD] = Field(
        default=None, description="Filter for users on their way to the internet, or by-phase"
    )
    when: Annotated[Name | None, WRITTEN_WORD] = Field(
        default=None, description="Schedule outside of which the rule does not hold"
    )
    groups: Names = Field(
        default=(),
        min_length=1,
        description="Only for people of these groups, in addition to what the zone may; who is not known gets the rules"
        " without groups",
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
    access: Literal["open", "mab", "dot1x"] = Field(
        default="open",
        description="dot1x: IEEE 802.1X, and the hardware address where nobody answers it; mab: the hardware address"
        " alone",
    )
    dynamic: bool = Field(
        default=False, description="RADIUS may put the device into the segment of its group (RFC 3580)"
    )
    trust: Literal["none", "phone", "dscp"] = Field(
        default="none", description="Whose DSCP marks count: nobody's, the telephone's, everybody's"
    )
    poe_w: float = Field(default=0, ge=0, le=90, description="What the device may draw, in watts, at its end")
    poe_priority: Literal["low", "high", "critical"] = Field(
        default="low", description="Who keeps power when the budget runs out"
    )
    min_speed: Literal["1G", "2.5G", "10G"] = "1G"
    isolate: bool = Field(default=False, description="Protected port: no talk to other protected ports")


class AccessControl(Model):
    """What sockets and SSIDs do with a device, by what RADIUS says of it (IEEE 802.1X, RFC 3580)."""

    groups: dict[Name, Name] = Field(
        default_factory=dict, description="Group of the RADIUS server: segment that its devices are put into"
    )
    guest: Name | None = Field(default=None, description="Segment of devices that RADIUS does not know")
    failed: Name | None = Field(default=None, description="Segment after a failed login")
    critical: Literal["own", "shut"] = Field(
        default="own",
        description="While no RADIUS server answers: own lets new devices into the segment of their role",
    )
    reauthenticate_hours: int = Field(default=8, ge=1, le=18)
    interim_minutes: int = Field(default=60, ge=10, le=1440, description="Between accounting updates")
    dead_minutes: int = Field(default=5, ge=1, le=60, description="How long a silent server is left alone")


class TrafficClass(Model):
    """One class of traffic, in the words of RFC 4594, and its share of a busy port."""

    title: Label
    dscp: Dscp
    percent: int = Field(ge=1, le=95, description="Share of a port that is full")
    priority: bool = Field(default=False, description="Is sent before everything else, up to its share")
    services: tuple[Name, ...] = Field(default=(), description="Services that the firewall marks so")


class Schedule(Model):
    """When something is on, local time."""

    title: Label
    days: tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...] = Field(min_length=1)
    start: Annotated[str, Field(pattern=forms.CLOCK)]
    end: Annotated[str, Field(pattern=forms.CLOCK)]


class Radio(Model):
    """How the radios of one band behave, in every school."""

    channels: tuple[int, ...] = Field(
        min_length=1, description="IEEE 802.11 primary channels, allowed in the UK"
    )
    width: ChannelWidth = Field(default=20, description="Widest channel, MHz")
    power: Annotated[str, Field(pattern=forms.POWER)] = Field(
        default="6-15", description="EIRP between which a radio chooses, dBm"
    )
    lowest_rate: BasicRate = Field(default=12, description="Slowest rate a client may use, Mbit/s")
    band_steering: bool = Field(
        default=False,
        description="Of 2.4 GHz alone: clients that know 5 GHz too are led there; scanning phones join later",
    )


class Federation(Model):
    """Visitors of other organisations log in with their own accounts; the trust's RADIUS servers ask theirs.

    Nothing of it is seen in a text but an enterprise WLAN: realms, Operator-Name (RFC 5580) and the logs that the
    federation wants are the work of the RADIUS servers, and what they must refuse is vouched for here.
    """

    name: Literal["eduroam", "govroam"]
    attested_by: Label = Field(
        description="Who has seen that RADIUS lets strangers in on this WLAN alone, and drops VLANs that others send"
    )
    expires: Day = Field(description="When somebody looks at it again")


class Wlan(Model):
    """One SSID, the same in every school so that people roam."""

    ssid: Ssid
    segment: Name
    security: Literal[
        "wpa3-enterprise",
        "wpa3-enterprise-transition",
        "wpa2-enterprise",
        "wpa3-personal",
        "wpa3-personal-transition",
        "wpa2-personal",
        "enhanced-open",
    ] = Field(description="-transition also lets devices in that know WPA2 alone")
    passphrase: Secret | None = Field(default=None, description="For the personal modes: a reference")
    dynamic_segments: tuple[Name, ...] = Field(
        default=(), description="Segments that RADIUS may assign instead"
    )
    isolate: bool = Field(default=False, description="Clients of the SSID may not talk to each other")
    bands: tuple[Literal["2.4", "5", "6"], ...] = ("2.4", "5")
    hidden: bool = False
    per_device_psk: bool = Field(
        default=False, description="RADIUS knows a passphrase for each device (wpa2-personal)"
    )
    fast_roaming: bool = Field(default=False, description="IEEE 802.11r; old devices may not see the SSID")
    client_rate: Rate | None = Field(default=None, description="The most one client gets, each way: 20M")
    multicast_to_unicast: bool = Field(
        default=False,
        description="Multicast goes to each client alone, as fast as that client can; for lessons by video",
    )
    hours: Annotated[Name | None, WRITTEN_WORD] = Field(
        default=None, description="Schedule outside of which the SSID is off"
    )
    portal: Annotated[str, Field(pattern=forms.PORTAL, max_length=128)] | None = Field(
        default=None, description="Address of the captive portal where guests register"
    )
    federation: Annotated[Federation | None, WRITTEN] = Field(
        default=None,
        description="eduroam or govroam: visitors land in `segment`, RADIUS may move one's own people",
    )

    @property
    def is_enterprise(self) -> bool:
        """RADIUS decides about each client."""
        return "-enterprise" in self.security

    @property
    def is_personal(self) -> bool:
        """A passphrase opens it."""
        return "-personal" in self.security


class DomainException(Model):
    """A site of the web that a filter lets through or blocks whatever its category says, until a date."""

    domain: Fqdn = Field(description="With everything below it")
    reason: LongLabel = Field(min_length=10)
    approved_by: Label
    expires: Day


Country = Annotated[str, Field(pattern=forms.COUNTRY)]


class Geo(Model):
    """Countries of the internet (ISO 3166-1), as the firewall's maker knows whose an address is."""

    inbound_only_from: tuple[Country, ...] = Field(
        default=(),
        max_length=32,
        description="Published services answer these countries alone; one with a `from` of its own answers that",
    )
    deny: tuple[Country, ...] = Field(
        default=(), max_length=64, description="Nobody talks with these countries, neither out nor in"
    )


class ThreatFeed(Model):
    """A list on the web of what is known to be bad. It can only take away, never let anything through."""

    number: int = Field(
        ge=1, le=30, description="Fixed for good: names and categories on the boxes follow it"
    )
    url: Annotated[str, Field(pattern=forms.FEED, max_length=240)] = Field(
        description="A text file with one entry a line"
    )
    what: Literal["addresses", "domains"] = Field(
        description="addresses: nobody talks with them; domains: no resolver asks for them"
    )
    refresh: Literal["five-minutes", "hourly", "daily"] = "hourly"


class Protection(Model):
    """What firewalls look for in everything that comes from or goes to the internet."""

    ips: bool = Field(default=False, description="Intrusion prevention")
    antivirus: bool = False
    geo: Geo = Field(default_factory=Geo, description="Countries that the firewalls tell apart")
    threat_feeds: dict[Annotated[Name, Field(max_length=20)], ThreatFeed] = Field(
        default_factory=dict, description="Lists of known bad addresses and domains that the firewalls fetch"
    )


class Filter(Model):
    """What a group of users may not reach on the web; illegal categories are locked in for all."""

    title: Label
    block: tuple[Name, ...] = Field(
        description="Vendor-neutral category keys; csam and terror are always blocked"
    )
    monitor: tuple[Name, ...] = ()
    safe_search: bool = True
    inspect: bool = Field(
        default=False,
        description="Open the TLS sessions that pass it (standard/inspection.yaml); for zones of managed devices alone",
    )
    video: Literal["none", "moderate", "strict"] = Field(
        default="none", description="Restricted mode of video sites, as YouTube calls it"
    )
    allow: tuple[DomainException, ...] = ()
    deny: tuple[DomainException, ...] = ()


class Exemptions(Model):
    """What TLS inspection leaves closed: what is nobody's business, and what breaks when it is opened."""

    categories: tuple[Literal["finance", "government", "health", "religion"], ...] = Field(
        default=("finance", "health"), description="Kinds of sites, as the maker of the firewall sorts them"
    )
    domains: tuple[DomainException, ...] = Field(
        default=(),
        max_length=100,
        description="Sites whose apps know their own certificate alone, with all below",
    )


class Inspection(Model):
    """TLS inspection: the firewall opens what a filter with `inspect: true` lets pass, and signs it anew."""

    ca: Annotated[str, Field(pattern=forms.CERTIFICATE)] = Field(
        description="Name of the signing CA in the store of every firewall; its key is imported there by hand"
    )
    expires: Day = Field(description="The first day on which the CA is no longer valid")
    exempt: Exemptions = Exemptions()


class UserGroup(Model):
    """People whom a rule of the policy may name. Of two groups of one person the lower number counts."""

    number: int = Field(ge=1, le=90, description="Fixed for good: rule numbers follow it")
    title: Label
    value: Label | None = Field(
        default=None, description="What RADIUS calls the group (services.identity); its name here by default"
    )


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
    access: AccessControl = AccessControl()
    qos: dict[Name, TrafficClass] = Field(default_factory=dict)
    radios: dict[Literal["2.4", "5", "6"], Radio] = Field(default_factory=dict)
    schedules: dict[Name, Schedule] = Field(default_factory=dict)
    steering: dict[Name, SteeringClass] = Field(default_factory=dict)
    protection: Protection = Protection()
    inspection: Inspection | None = None
    groups: dict[Name, UserGroup] = Field(default_factory=dict)
    filters: dict[Name, Filter]
    archetypes: dict[Name, Archetype]
