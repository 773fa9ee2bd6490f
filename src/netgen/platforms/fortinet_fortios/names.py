"""How things are called on a FortiGate.

Lengths are those of the FortiOS 7.4 schema: interface and phase 1 name 15, zone 35, policy name 35,
address and service 79, profile 47. Interfaces, zones and tunnels share one name space, hence `z-`.
"""

from __future__ import annotations

from zlib import crc32

#: Longest name and alias, in characters (FortiOS 7.4 CLI schema).
POLICY_NAME_LENGTH = 35
ALIAS_LENGTH = 25
SCHEDULE_NAME_LENGTH = 31
OBJECT_NAME_LENGTH = 79

ANY_ADDRESS = "all"
ANY_SERVICE = "ALL"
ANY_TIME = "always"


def interface_name(neutral: str) -> str:
    """The FortiOS name of a FirewallInterface or Tunnel name: `vlan30` is `v30`, the rest as they are."""
    number = neutral.removeprefix("vlan")
    return f"v{number}" if number != neutral and number.isdigit() else neutral


def vlan_interface(vlan: int) -> str:
    """The interface of a VLAN."""
    return f"v{vlan}"


def zone_name(zone: str) -> str:
    """A zone never has the name of an interface."""
    return f"z-{zone}"


def sdwan_zone_name(zone: str) -> str:
    """The zone of SD-WAN that takes a zone's place: both are there while the one gives way to the other."""
    return f"sd-{zone}"


def address_name(name: str) -> str:
    """An address object; the prefix keeps it clear of built-in ones such as `all` and `none`."""
    return f"net-{name}"


def service_name(name: str) -> str:
    """The TCP and UDP half of a service."""
    return f"svc-{name}"


def icmp_service_name(name: str) -> str:
    """The ICMP echo half of a service: one FortiOS service has one protocol family."""
    return f"svc-{name}-icmp"


def icmp6_service_name(name: str) -> str:
    """The ICMPv6 echo part of a service that passes over IPv6."""
    return f"svc-{name}-icmp6"


def web_filter_name(name: str) -> str:
    """The web filter profile of a filter."""
    return f"wf-{name}"


def dns_filter_name(name: str) -> str:
    """The DNS filter profile of the same filter."""
    return f"df-{name}"


def url_list_name(name: str) -> str:
    """The URLs that a filter refuses by name."""
    return f"uf-{name}"


def domain_list_name(name: str) -> str:
    """The domains that the DNS half of a filter refuses by name."""
    return f"dl-{name}"


def user_group_name(name: str) -> str:
    """A group of people; the prefix keeps it clear of the group of administrators and of built-in ones."""
    return f"usr-{name}"


def exempt_name(place: str) -> str:
    """The object of a domain that is never opened, at most 79 characters.

    >>> exempt_name("*.bank.example")
    'tls-any.bank.example'
    """
    name = f"tls-{place.replace('*', 'any')}"
    return name if len(name) <= OBJECT_NAME_LENGTH else f"{name[:70]}-{crc32(place.encode()):08x}"


def list_number(name: str) -> int:
    """The row of a filter's lists, of seven digits: FortiOS counts them, and a new filter may move no other's.

    >>> list_number("staff")
    1594834
    """
    return 1_000_000 + crc32(name.encode()) % 1_000_000


def forward_name(publication: str, protocol: str, ports: str) -> str:
    """A virtual IP: one range of ports of a published service."""
    return f"pub-{publication}-{protocol}-{ports}"


def pool_name(segment: str) -> str:
    """The addresses that a segment's old ones are seen as."""
    return f"old-{segment}"


def mapping_name(segment: str, tunnel: str) -> str:
    """A virtual IP: the way back to a segment's old addresses from one tunnel."""
    return f"old-{segment}-{tunnel}"


#: The DNS filter of traffic that has no web filter, where the trust has feeds of domains.
FEEDS_FILTER = "feeds-only"
#: Start of the names of domains that other servers are asked about.
FORWARDED = "fwd-"


def policy_name(number: int, name: str) -> str:
    """A unique policy name of at most 35 characters; a longer one ends in its number."""
    if len(name) <= POLICY_NAME_LENGTH:
        return name
    suffix = f"-{number}"
    return name[: POLICY_NAME_LENGTH - len(suffix)].rstrip("-") + suffix


def remote_group_name(name: str) -> str:
    """The box's group of people who come in from elsewhere."""
    return f"ra-{name}"


def schedule_name(name: str) -> str:
    """A schedule, at most 31 characters; the prefix keeps it clear of `always` and `none`."""
    return f"sch-{name}"[:SCHEDULE_NAME_LENGTH].rstrip("-")


def plain(text: str) -> str:
    """Free text without apostrophes, which FortiOS refuses in many strings.

    FortiOS 7.0 administration guide, "Text strings": `"`, `'`, `<` and `>` are not accepted; the model's
    border already keeps the others out.

    >>> plain("St Mary's core")
    'St Marys core'
    """
    return text.replace("'", "")
