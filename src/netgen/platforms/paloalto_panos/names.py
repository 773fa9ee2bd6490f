"""How things are called on a PAN-OS firewall.

Lengths are those of Palo Alto Networks' machine specification: rule 63, zone 31, profile 31, interface
comment 1023. No name of the inventory has a dot in it, so a name with a dot is one of ours alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from netgen.device import FirewallPart
from netgen.platforms.gateways import number_of

#: Longest name of a rule or of an object, and of a profile, in characters.
RULE_NAME_LENGTH = 63
PROFILE_NAME_LENGTH = 31

ANY = "any"
#: The factory's own name; PAN-OS has no main table without a virtual router.
VIRTUAL_ROUTER = "default"
LOG_FORWARDING = "to-syslog"
RADIUS_PROFILE = "adm-radius"
SYSLOG_PROFILE = "adm-syslog"
FLOW_PROFILE = "adm-flow"
#: TLS inspection: its profile, its rules, and the category of the domains that are never opened.
DECRYPTION_PROFILE = "tls"
EXEMPT_RULE, INSPECT_RULE = "tls.exempt", "tls.inspect"
EXEMPT_DOMAINS = "tls.domains"
#: Portal, gateway and TLS profile of people who come in from elsewhere.
REMOTE = "remote"

#: Tunnel interfaces are tunnel.1 to tunnel.9999.
_TUNNELS = 9999
#: The tunnel interface of remote people is this + the number of their zone.
_REMOTE_TUNNELS = 9900
_IPV4 = re.compile(r"[0-9]+(?:\.[0-9]+){3}\Z")
_PLAIN_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@+-]*\Z")


class InterfaceNames(msgspec.Struct, frozen=True):
    """PAN-OS names of all FirewallInterface and Tunnel names of one box."""

    by_neutral: dict[str, str]

    def __getitem__(self, neutral: str) -> str:
        """The PAN-OS name; KeyError is a bug of the compiler."""
        return self.by_neutral[neutral]


def interface_names(part: FirewallPart) -> InterfaceNames:
    """The LAGs are ae1, ae2, ..; a VLAN is a unit of its parent; a tunnel is named by its overlay address.

    People who come in from elsewhere have the tunnel interface of their zone's number.
    """
    found: dict[str, str] = {}
    aggregates = 0
    for item in part.interfaces:
        if item.kind == "lag":
            aggregates += 1
            found[item.name] = f"ae{aggregates}"
        elif item.kind != "vlan":
            found[item.name] = item.name
    for item in part.interfaces:
        if item.kind == "vlan":
            found[item.name] = f"{found[item.parent]}.{item.vlan}"
    taken: set[int] = set()
    for group in part.remote.groups if part.remote else ():
        taken.add(_REMOTE_TUNNELS + group.number)
        found[group.interface] = f"tunnel.{_REMOTE_TUNNELS + group.number}"
    for tunnel in sorted(part.tunnels, key=lambda item: (number_of(item.local_address), item.name)):
        unit = _tunnel_unit(tunnel.local_address, taken)
        taken.add(unit)
        found[tunnel.name] = f"tunnel.{unit}"
    return InterfaceNames(found)


def _tunnel_unit(address: str, taken: set[int]) -> int:
    """A number that depends on the tunnel's own /31, so that a new tunnel renumbers no other."""
    unit = (number_of(address) >> 1) % _TUNNELS + 1
    while unit in taken:
        unit = unit % _TUNNELS + 1
    return unit


def identity_type(identity: str) -> str:
    """What an IKE identity is: an IPv4 address or a name (RFC 7296, section 3.5).

    >>> identity_type("192.0.2.1"), identity_type("oak")
    ('ipaddr', 'fqdn')
    """
    return "ipaddr" if _IPV4.match(identity) else "fqdn"


def address_name(name: str) -> str:
    """An address object."""
    return f"net-{name}"


def service_name(name: str, protocol: str) -> str:
    """The TCP or UDP half of a service: a PAN-OS service has one protocol."""
    return f"svc-{name}-{protocol}"


def web_filter_name(name: str) -> str:
    """The URL filtering profile of a filter."""
    return f"wf-{name}"[:PROFILE_NAME_LENGTH].rstrip("-")


def remote_login_name(group: str) -> str:
    """The authentication profile of people who come in from elsewhere."""
    return f"ra-{group}"[:PROFILE_NAME_LENGTH].rstrip("-")


def schedule_name(name: str) -> str:
    """A schedule."""
    return f"sc-{name}"


def domain_list_name(name: str, kind: str) -> str:
    """The custom category of the domains that a filter treats apart; kind: allow | deny."""
    return f"{web_filter_name(name)[: PROFILE_NAME_LENGTH - len(kind) - 1]}.{kind}"


def rule_name(number: int, name: str) -> str:
    """A unique rule name that leaves room for our endings; a longer one ends in its number.

    No name of the inventory has an underscore, so that one in place of a space makes no two names equal.

    >>> rule_name(7, "staff to internet")
    'staff_to_internet'
    """
    name = name.replace(" ", "_")
    room = RULE_NAME_LENGTH - len(".ethernet1-99")
    if len(name) <= room:
        return name
    suffix = f"-{number}"
    return name[: room - len(suffix)].rstrip("-_") + suffix


def nat_name(rule: str, interface: str) -> str:
    """The source NAT of a rule out of one circuit; names hold no slash."""
    return f"{rule}.{interface.replace('/', '-')}"


@lru_cache(maxsize=4096)
def listed(items: tuple[str, ...]) -> str:
    """Members as the device prints them: one alone, several in brackets.

    >>> listed(("trust",))
    'trust'
    >>> listed(("trust", "dmz"))
    '[ trust dmz ]'
    """
    return items[0] if len(items) == 1 else f"[ {' '.join(items)} ]"


@lru_cache(maxsize=4096)
def text(value: str) -> str:
    """Free text as one word of the command line, without the apostrophe, which would begin a quote.

    >>> text("St Mary's core")
    '"St Marys core"'
    >>> text("Fibre")
    'Fibre'
    """
    plain = value.replace("'", "")
    return plain if _PLAIN_WORD.match(plain) else f'"{plain}"'
