"""What netgen does on IOS-XE switches, as data for the capability matrix."""

from __future__ import annotations

from netgen.platforms.platform import Capability, Level

_FIREWALL = "a Catalyst is rendered as a switch; the firewall decides who crosses a zone"
_WIRELESS = "a Catalyst switch offers no SSIDs"

CAPABILITIES: tuple[Capability, ...] = (
    Capability("hostname", Level.DONE, security=False),
    Capability(
        "management-ssh", Level.DONE, security=True,
        why="the host key is made once by hand: crypto key generate rsa modulus 3072",
    ),
    Capability("local-user", Level.DONE, security=True, why="the secret must hold a type 9 (scrypt) hash"),
    Capability(
        "radius-login", Level.DONE, security=True,
        why="RADIUS must return shell:priv-lvl=15 to an administrator; the shared key stands readable for "
        "privilege 15, since type 7 hides nothing and prints back changed",
    ),
    Capability(
        "snmpv3", Level.PARTIAL, security=True,
        why="IOS-XE never prints an SNMPv3 user, so it is made once by hand: snmp-server user USER NETGEN v3 "
        "auth sha KEY priv aes 128 KEY; view, group and managers are rendered; no traps, since a trap "
        "host rewrites the group line",
    ),
    Capability("ntp", Level.DONE, security=False),
    Capability("syslog", Level.DONE, security=False),
    Capability(
        "syslog-tls", Level.PARTIAL, security=True,
        why="the certificate authority of the receiver is enrolled by hand (crypto pki trustpoint)",
    ),
    Capability("banner", Level.DONE, security=False),
    Capability("vlans", Level.DONE, security=False),
    Capability("access-ports", Level.DONE, security=False),
    Capability("voice-vlan", Level.DONE, security=False),
    Capability("trunks", Level.DONE, security=False),
    Capability("lag", Level.DONE, security=False),
    Capability(
        "stack", Level.DONE, security=False,
        why="member numbers and priorities are set once by hand: switch N renumber, switch N priority",
    ),
    Capability("poe", Level.DONE, security=False),
    Capability("spanning-tree", Level.DONE, security=False),
    Capability("bpdu-guard", Level.DONE, security=True),
    Capability("storm-control", Level.DONE, security=False),
    Capability("dhcp-snooping", Level.DONE, security=True),
    Capability("unused-ports-shut", Level.DONE, security=True),
    Capability(
        "isolate-ports", Level.PARTIAL, security=True,
        why="protected ports are kept apart on one switch or stack, not between two switches",
    ),
    Capability("vrf", Level.DONE, security=True, why="needs a Network Advantage licence"),
    Capability("svi", Level.DONE, security=False),
    Capability("static-routes", Level.DONE, security=False),
    Capability("dhcp-server", Level.DONE, security=False),
    Capability("zones", Level.IMPOSSIBLE, security=True, why=_FIREWALL),
    Capability("zone-policy", Level.IMPOSSIBLE, security=True, why=_FIREWALL),
    Capability("policy-log", Level.IMPOSSIBLE, security=True, why=_FIREWALL),
    Capability("nat", Level.IMPOSSIBLE, security=False, why=_FIREWALL),
    Capability("web-filter", Level.IMPOSSIBLE, security=True, why=_FIREWALL),
    Capability("ipsec-ikev2", Level.IMPOSSIBLE, security=True, why=_FIREWALL),
    Capability("wan-dhcp", Level.IMPOSSIBLE, security=False, why=_FIREWALL),
    Capability("wan-static", Level.IMPOSSIBLE, security=False, why=_FIREWALL),
    Capability("wlans", Level.IMPOSSIBLE, security=False, why=_WIRELESS),
    Capability("wlan-wpa3-enterprise", Level.IMPOSSIBLE, security=True, why=_WIRELESS),
    Capability("wlan-personal", Level.IMPOSSIBLE, security=True, why=_WIRELESS),
    Capability("wlan-enhanced-open", Level.IMPOSSIBLE, security=True, why=_WIRELESS),
    Capability("wlan-isolation", Level.IMPOSSIBLE, security=True, why=_WIRELESS),
    Capability("wlan-dynamic-vlan", Level.IMPOSSIBLE, security=True, why=_WIRELESS),
)  # fmt: skip
