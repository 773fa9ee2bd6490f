"""The trust as a whole: who it is, its address space, the services that every box uses."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from netgen.intent import forms
from netgen.intent.fields import (
    WRITTEN,
    Address,
    Banner,
    Day,
    DomainName,
    Fqdn,
    Label,
    LongLabel,
    Model,
    Name,
    Names,
    PrefixField,
    Secret,
    SecretPerPlatform,
    SecretPerSite,
    Vlan,
)
from netgen.intent.remote import RemoteAccess
from netgen.values import Prefix


class Ipv6(Model):
    """IPv6 beside IPv4, for the segments that ask for it: inside each school alone, never to the internet."""

    ula: PrefixField = Field(
        description="The trust's own unique local prefix (RFC 4193), such as fd5c:9e27:41b3::/48; site number N owns"
        " its N-th /56, for good"
    )


class Addressing(Model):
    """Where every site's block comes from. Site number N owns the N-th block, for good."""

    supernet: PrefixField = Field(description="Address space of the whole trust, such as 10.0.0.0/8")
    site_length: int = Field(
        ge=12, le=24, description="Length of one site's block; 18 gives 64 /24s to each site"
    )
    overlay: PrefixField = Field(description="Tunnel and loopback addresses; overlaps no site")
    transit: PrefixField = Field(
        description="Window of a site's block for the links between a core switch and the firewall, eight a zone"
    )
    oob: PrefixField | None = Field(
        default=None,
        description="Window of a site's block for the management ports of switches, where a site has an out-of-band"
        " network (`oob: true`): a network of its own that no route leads to",
    )
    ipv6: Annotated[Ipv6 | None, WRITTEN] = Field(
        default=None, description="Where the addresses of `ipv6: true` segments come from"
    )


class Switching(Model):
    """VLAN ids that no segment may use, the same in every school."""

    native_vlan: Vlan = Field(default=998, description="Untagged on trunks; carries nothing")
    blackhole_vlan: Vlan = Field(default=999, description="Where unused ports end")
    transit_vlans: int = Field(
        default=900, ge=2, le=4000, description="Zone number N has transit VLAN this + N"
    )


class RadiusServer(Model):
    """One RADIUS server of the trust (RFC 2865)."""

    host: Address
    secret: Secret = Field(description="Reference to the shared secret")


class SyslogServer(Model):
    """One syslog receiver (RFC 5424)."""

    host: Address
    port: int = Field(default=514, ge=1, le=65535)
    transport: Literal["udp", "tcp", "tls"] = "udp"


class Snmp(Model):
    """The SNMPv3 user that polls every box; authPriv only."""

    user: Name
    auth: Secret
    privacy: Secret
    managers: tuple[Address, ...] = Field(min_length=1)


class NtpKey(Model):
    """The key that NTP servers sign with (RFC 8573: AES-CMAC where the platform has it, else SHA)."""

    id: int = Field(ge=1, le=65534)
    secret: Secret


class FlowCollector(Model):
    """Where boxes send flow records: NetFlow v9 (RFC 3954), IPFIX (RFC 7011) or sFlow, as the platform can."""

    host: Address
    netflow_port: int = Field(default=2055, ge=1, le=65535)
    sflow_port: int = Field(default=6343, ge=1, le=65535)


class Identity(Model):
    """Who is behind which address: the RADIUS servers pass their accounting on to every firewall (RFC 2866).

    Logs of the firewalls then name people, and rules may name groups.
    """

    secret: Secret = Field(description="Reference to the secret that the accounting is signed with")
    group_attribute: Literal["class", "filter-id"] = Field(
        default="class", description="RADIUS attribute that names a person's group"
    )
    forget_hours: int = Field(
        default=8, ge=1, le=24, description="How long a person counts of whom no more is heard"
    )


class Wake(Model):
    """Who may wake sleeping devices of other segments (Wake-on-LAN): UDP 7 and 9 to a segment's broadcast address.

    Works where a Catalyst core routes the segment, since it alone can say whose packets it lets through.
    """

    from_: Names = Field(
        alias="from", min_length=1, description="Segments that wake others: the network team's, a server's"
    )
    to: Names = Field(min_length=1, description="Segments whose devices are woken")
    why: LongLabel = Field(min_length=10)


class Services(Model):
    """Trust-wide servers that devices and clients use."""

    dns: tuple[Address, ...] = Field(
        min_length=1, max_length=2, description="Resolvers given to clients and devices"
    )
    dns_domains: dict[
        Annotated[DomainName, Field(max_length=31)],
        Annotated[tuple[Address, ...], Field(min_length=1, max_length=2)],
    ] = Field(
        default_factory=dict,
        description="Domains that firewalls ask other servers about, such as domain controllers, where they answer for"
        " names (`firewall_serves: [dns]`)",
    )
    ntp: tuple[Address, ...] = Field(min_length=1, max_length=3)
    ntp_key: Annotated[NtpKey | None, WRITTEN] = None
    dhcp: tuple[Address, ...] = Field(
        default=(), max_length=2, description="DHCP servers for segments that relay to them"
    )
    radius: tuple[RadiusServer, ...] = Field(default=(), max_length=4)
    syslog: tuple[SyslogServer, ...] = Field(default=(), max_length=3)
    snmp: Annotated[Snmp | None, WRITTEN] = None
    flow: Annotated[FlowCollector | None, WRITTEN] = None
    identity: Annotated[Identity | None, WRITTEN] = None
    wake: Annotated[Wake | None, WRITTEN] = None


class BreakGlass(Model):
    """The local account for the day RADIUS is away."""

    user: Name
    secret: SecretPerPlatform = Field(
        description="Reference to what the platform stores, mostly a hash; <platform> stands for its key, as each"
        " vendor has its own form"
    )


class Administration(Model):
    """Who may manage a box, and from where."""

    break_glass: BreakGlass
    from_zones: tuple[Name, ...] = Field(
        min_length=1, description="Zones whose hosts may open management sessions"
    )
    banner: Banner
    idle_minutes: int = Field(default=10, ge=1, le=60)


class Proposal(Model):
    """IKEv2 and ESP algorithms, named as in RFC 8221 and RFC 8247; only modern ones exist here."""

    encryption: Literal["aes256-gcm", "aes128-gcm"] = "aes256-gcm"
    prf: Literal["sha256", "sha384", "sha512"] = "sha384"
    dh_group: Literal["14", "19", "20", "21"] = "20"


class VpnCertificate(Model):
    """The certificates with which boxes know each other (RFC 4945). The box enrols them; netgen names them."""

    name: Annotated[str, Field(pattern=forms.CERTIFICATE)] = Field(
        description="Name of every box's own certificate in its store"
    )
    ca: Annotated[str, Field(pattern=forms.CERTIFICATE)] = Field(
        description="Name of the trust's certificate authority in its store"
    )
    expires: Day = Field(description="The first day on which one of them is no longer valid")


class Bfd(Model):
    """How fast a dead tunnel is noticed (RFC 5880): after `multiplier` intervals without a packet."""

    interval_ms: int = Field(default=1000, ge=300, le=2000, description="Between two packets, both ways")
    multiplier: int = Field(
        default=3, ge=3, le=20, description="Lost packets until the tunnel counts as dead"
    )


class Vpn(Model):
    """The IPsec overlay from every site to every hub: by certificates, or by a pre-shared key for each site.

    With `routing: bgp` every site tells its hubs its own block and nothing else, and a hub tells its own block to the
    sites (eBGP, RFC 4271); whatever else arrives is refused. The preferred hub and circuit stay the same.
    """

    psk: SecretPerSite = Field(
        description="Reference to a site's pre-shared key; <site> stands for the site's name"
    )
    certificate: Annotated[VpnCertificate | None, WRITTEN] = Field(
        default=None, description="Takes the place of the pre-shared keys between sites"
    )
    proposal: Proposal = Proposal()
    over: Literal["primary", "every-circuit"] = Field(
        default="primary", description="Which circuits of a site carry a tunnel to each hub"
    )
    routing: Literal["static", "bgp"] = Field(
        default="static",
        description="How sites and hubs find each other: `static` routes, or `bgp`, which notices a dead tunnel",
    )
    static_sites: tuple[Name, ...] = Field(
        default=(),
        description="With `routing: bgp`, sites that keep static routes for now: move one school at a time",
    )
    first_as: int = Field(
        default=4_200_000_000,
        ge=1,
        le=4_294_967_294,
        description="Site number N has AS number `first_as` + N, for good; private numbers (RFC 6996)",
    )
    bfd: Annotated[Bfd | None, WRITTEN] = Field(
        default=None, description="Inside of every tunnel, with `routing: bgp`; {} takes the defaults"
    )


class Wan(Model):
    """How a firewall notices that a circuit is up and leads nowhere."""

    probes: tuple[Address, ...] = Field(
        default=(), max_length=2, description="Addresses on the internet that answer pings; one is enough"
    )
    interval_s: int = Field(default=5, ge=1, le=60)
    fail_after: int = Field(
        default=5, ge=2, le=10, description="Lost pings until the next circuit takes over"
    )
    recover_after: int = Field(default=5, ge=2, le=10, description="Answers until the circuit is used again")


class Trust(Model):
    """inventory/trust.yaml."""

    trust: Label = Field(description="Name of the trust")
    code: Name = Field(max_length=8, description="Short code, start of SSIDs and group names")
    domain: Fqdn
    country: Literal["GB"] = Field(default="GB", description="Regulatory domain of the radios")
    timezone: Literal["Europe/London"] = "Europe/London"
    addressing: Addressing
    switching: Switching = Switching()
    hubs: tuple[Name, ...] = Field(
        min_length=1, max_length=4, description="Hub sites, the preferred one first"
    )
    services: Services
    administration: Administration
    vpn: Vpn
    wan: Wan = Wan()
    remote_access: Annotated[RemoteAccess | None, WRITTEN] = Field(
        default=None, description="Left out where nobody works from elsewhere"
    )

    def site_block(self, number: int) -> Prefix:
        """The block that a site number owns; ValueError when the supernet has no such block."""
        return self.addressing.supernet.slot(number, self.addressing.site_length)
