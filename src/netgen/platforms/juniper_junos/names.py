"""How Junos spells the things netgen names: interfaces, lists, quoted text, objects of a firewall.

Lengths and characters are those of Juniper's 23.4R1 configuration YANG: policies, rules and applications take
letters, digits, `-` and `_`, at most 63; IKE and IPsec names at most 32; content security names at most 29.
"""

from __future__ import annotations

import re
from functools import lru_cache

#: The aggregate of a firewall towards the core switch.
FIREWALL_LAG = "ae0"

_BARE = re.compile(r"[A-Za-z0-9_./:+,=@%-]+")
_NUMERIC = re.compile(r"[0-9-]+")
_IPV4 = re.compile(r"[0-9]+(?:\.[0-9]+){3}")
_RESERVED_VLANS = frozenset({"all", "default"})
_RESERVED_INSTANCES = frozenset({"all", "default", "inet", "inet6", "master"})

_IKE_LENGTH = 32
_FILTER_LENGTH = 29
_RULE_LENGTH = 63


@lru_cache(maxsize=8192)
def quoted(text: str) -> str:
    """A value as Junos prints it: in double quotes only where a bare word would end.

    >>> quoted("Room 4"), quoted("staff"), quoted("")
    ('"Room 4"', 'staff', '""')
    """
    return text if _BARE.fullmatch(text) else f'"{text}"'


@lru_cache(maxsize=8192)
def listed(items: tuple[str, ...]) -> str:
    """A list of values: brackets only when there are several.

    >>> listed(("a", "b")), listed(("a",))
    ('[ a b ]', 'a')
    """
    return items[0] if len(items) == 1 else f"[ {' '.join(items)} ]"


def lag_interface(number: int) -> str:
    """The interface of a switch's LAG."""
    return f"ae{number}"


def vlan_name(name: str) -> str:
    """A VLAN's name; one that Junos would read as an id, a range or a keyword gets a prefix.

    >>> vlan_name("staff"), vlan_name("2024"), vlan_name("default")
    ('staff', 'vlan-2024', 'vlan-default')
    """
    return f"vlan-{name}" if _NUMERIC.fullmatch(name) or name in _RESERVED_VLANS else name


def instance_name(name: str) -> str:
    """The routing instance of a zone."""
    return f"zone-{name}" if name in _RESERVED_INSTANCES else name


def bridge_priority(priority: int) -> str:
    """A spanning-tree priority in units of 4096, the form that every release takes.

    >>> bridge_priority(32768)
    '32k'
    """
    return f"{priority // 1024}k"


@lru_cache(maxsize=4096)
def object_name(text: str) -> str:
    """A policy's or rule's name: what is no letter, digit, `-` or `_` becomes a dash.

    >>> object_name("staff to internet")
    'staff-to-internet'
    """
    return re.sub(r"[^A-Za-z0-9_-]+", "-", text).strip("-")[:_RULE_LENGTH]


def publication_name(name: str) -> str:
    """The address, pool and rules of a publication."""
    return object_name(f"publish-{name}")


#: The attacks that Juniper recommends to stop, and the policy that stops them.
RECOMMENDED = "netgen-recommended"
#: The content security policy of traffic that has no web filter, where viruses are looked for.
ANTIVIRUS_ONLY = "netgen-antivirus"


def legacy_name(segment: str) -> str:
    """The static translation of a segment's old addresses."""
    return object_name(f"old-{segment}")


def proposal_name(encryption: str, prf: str, group: int) -> str:
    """The name of an IKE or IPsec proposal and policy, which tunnels of one suite share."""
    return f"{encryption}-{prf}-group{group}"[:_IKE_LENGTH]


def identity_kind(identity: str) -> str:
    """What an IKE identity is: an IPv4 address or a name (RFC 7296, section 3.5).

    >>> identity_kind("192.0.2.1"), identity_kind("oak")
    ('inet', 'hostname')
    """
    return "inet" if _IPV4.fullmatch(identity) else "hostname"


def tunnel_name(name: str) -> str:
    """The IKE policy, gateway and VPN of a tunnel."""
    return name[:_IKE_LENGTH]


def web_filter_name(name: str) -> str:
    """The web filtering profile of a filter, and the content security policy that applies it."""
    return f"wf-{name}"[:_FILTER_LENGTH]


def logical(interface: str, unit: int = 0) -> str:
    """A logical interface."""
    return f"{interface}.{unit}"
