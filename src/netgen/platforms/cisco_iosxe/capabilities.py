"""What netgen does on IOS-XE switches, as data for the capability matrix."""

from __future__ import annotations

from netgen.platforms.platform import Capability, Level

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
    Capability(
        "out-of-band", Level.DONE, security=False,
        why="in Mgmt-vrf, which has no route; sessions by SSH from its own network alone",
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
    Capability(
        "mlag", Level.IMPOSSIBLE, security=False,
        why="Catalyst switches of their own share no LAG; a stack does, and StackWise Virtual is one device as well",
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
    Capability("fhrp", Level.IMPOSSIBLE, security=False, why="there is no pair; a stack is one gateway"),
    Capability("static-routes", Level.DONE, security=False),
    Capability("dhcp-server", Level.DONE, security=False),
    Capability("ipv6", Level.DONE, security=True),
    Capability(
        "wake-on-lan", Level.DONE, security=False,
        why="as the core that routes: directed broadcasts (UDP 7 and 9) through a filter of the named segments; a "
        "socket that asks for a login stays shut for who sleeps",
    ),
    Capability("dhcp-relay", Level.DONE, security=False),
    Capability(
        "dhcp-options", Level.DONE, security=False, why="a boot server stands in the header of the lease (next-server)"
    ),
    Capability(
        "dhcp-reservations", Level.PARTIAL, security=False,
        why="a host is known by what it calls itself (option 61, for nearly all their hardware address); one that "
        "says nothing or something else gets an ordinary lease",
    ),
    Capability(
        "dot1x", Level.DONE, security=True,
        why="the classic commands; a socket without a telephone takes one device where a guest or failed VLAN is asked "
        "for, since these two do not work with several, and several devices with their own login elsewhere",
    ),
    Capability("mab", Level.DONE, security=True, why="tried nine seconds after 802.1X got no answer"),
    Capability(
        "dynamic-vlan", Level.DONE, security=True,
        why="RADIUS names the VLAN; once one socket of a switch may have it, all that log in may; a telephone must "
        "come back with device-traffic-class=voice",
    ),
    Capability("guest-vlan", Level.DONE, security=True),
    Capability("auth-fail-vlan", Level.DONE, security=True),
    Capability("critical-vlan", Level.DONE, security=True, why="a telephone keeps the voice VLAN"),
    Capability(
        "radius-dead-detection", Level.DONE, security=False,
        why="dead after three requests without an answer; then tried with the name netgen-probe, whose refusal is "
        "enough",
    ),
    Capability("coa", Level.DONE, security=False),
    Capability("accounting", Level.DONE, security=False, why="interim updates in whole minutes"),
    Capability("arp-inspection", Level.DONE, security=True),
    Capability("source-guard", Level.DONE, security=True),
    Capability(
        "ra-guard", Level.PARTIAL, security=True,
        why="on a switch with an authenticated or guarded socket or a VLAN with IPv6; elsewhere the ports stay as "
        "they were",
    ),
    Capability(
        "root-guard", Level.PARTIAL, security=True,
        why="on a switch with an authenticated or guarded socket; elsewhere the LAGs stay as they were",
    ),
    Capability(
        "loop-protection", Level.PARTIAL, security=False,
        why="loop detection guard, on a switch with an authenticated or guarded socket; elsewhere BPDU guard alone",
    ),
    Capability("lldp-med", Level.DONE, security=False, why="the box tells a telephone its VLAN by itself"),
    Capability("poe-priority", Level.PARTIAL, security=False, why="IOS-XE knows low and high: critical is high"),
    Capability("jumbo", Level.DONE, security=False, why="for the whole switch: system mtu 9198"),
    Capability(
        "qos", Level.DONE, security=False,
        why="at most two priority classes and eight in all; shares are of what the priority classes leave",
    ),
    Capability(
        "qos-trust", Level.DONE, security=False, why="a telephone's packets are known by their VLAN"
    ),
    Capability(
        "ntp-auth", Level.DONE, security=True,
        why="SHA-1, the one algorithm that all platforms of a trust know for one key",
    ),
    Capability(
        "flow-export", Level.PARTIAL, security=False,
        why="NetFlow version 9 of what comes in from other switches and the firewall; what stays between two sockets "
        "is not seen",
    ),
)  # fmt: skip
