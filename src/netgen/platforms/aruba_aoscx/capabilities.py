"""What netgen does on AOS-CX switches, as data for the capability matrix."""

from __future__ import annotations

from netgen.platforms.platform import Capability, Level

CAPABILITIES: tuple[Capability, ...] = (
    Capability("hostname", Level.DONE, security=False),
    Capability(
        "management-ssh", Level.DONE, security=True,
        why="an access list in front of the control plane lets SSH and SNMP in from management only",
    ),
    Capability(
        "local-user", Level.DONE, security=True,
        why="the secret must hold the ciphertext that a switch with the default export password prints",
    ),
    Capability(
        "radius-login", Level.DONE, security=True,
        why="RADIUS must return Service-Type Administrative-User to an administrator; local logins lock out "
        "after five tries, RADIUS ones as the server decides",
    ),
    Capability("snmpv3", Level.DONE, security=True, why="SHA and AES; no traps, managers poll"),
    Capability("ntp", Level.DONE, security=False),
    Capability("syslog", Level.DONE, security=False),
    Capability(
        "syslog-tls", Level.PARTIAL, security=True,
        why="the authority of the receiver's certificate is enrolled by hand (crypto pki ta-profile)",
    ),
    Capability(
        "out-of-band", Level.DONE, security=False,
        why="in the VRF `mgmt` without a gateway; sessions by SSH from its own network alone; a 6100 has no such port",
    ),
    Capability("banner", Level.DONE, security=False),
    Capability("vlans", Level.DONE, security=False),
    Capability("access-ports", Level.DONE, security=False),
    Capability("voice-vlan", Level.DONE, security=False, why="tagged beside the PC's VLAN, told by LLDP-MED"),
    Capability("trunks", Level.DONE, security=False),
    Capability("lag", Level.DONE, security=False),
    Capability(
        "stack", Level.PARTIAL, security=False,
        why="a new member is numbered once by hand: vsf renumber-to N",
    ),
    Capability(
        "mlag", Level.DONE, security=False,
        why="VSX: 8325 and 8360; a LAG that is there already becomes multi-chassis only by being made anew; the "
        "keepalive has a cable and a VRF of its own; of two DHCP servers that of the primary is at work",
    ),
    Capability("poe", Level.DONE, security=False),
    Capability("spanning-tree", Level.DONE, security=False),
    Capability("bpdu-guard", Level.DONE, security=True),
    Capability("storm-control", Level.DONE, security=False, why="as kilobits, the same at every port speed"),
    Capability(
        "dhcp-snooping", Level.PARTIAL, security=True,
        why="a box that serves DHCP itself cannot snoop; there an access list on every edge port drops what "
        "a DHCP server would send",
    ),
    Capability("unused-ports-shut", Level.DONE, security=True),
    Capability(
        "isolate-ports", Level.PARTIAL, security=True,
        why="a port filter keeps isolated ports of one switch or stack apart, not those of two switches",
    ),
    Capability("vrf", Level.DONE, security=True, why="6200 and up; a 6100 routes in one table only"),
    Capability("svi", Level.DONE, security=False),
    Capability("fhrp", Level.DONE, security=False, why="active gateways: both halves forward"),
    Capability("static-routes", Level.DONE, security=False),
    Capability(
        "dhcp-server", Level.DONE, security=False,
        why="at most 64 pools and 8192 leases; leases are forgotten when the switch restarts",
    ),
    Capability("ipv6", Level.DONE, security=True),
    Capability(
        "wake-on-lan", Level.NOT_YET, security=False,
        why="`ip directed-broadcast` has no filter here: everybody who reaches the core could send broadcasts into the "
        "segment; a PC in the segment can wake the others",
    ),
    Capability("dhcp-relay", Level.DONE, security=False),
    Capability(
        "dhcp-options", Level.DONE, security=False, why="four addresses an option; a boot file comes by TFTP"
    ),
    Capability(
        "dhcp-reservations", Level.PARTIAL, security=False,
        why="the guide's limits were measured with one fixed host a pool; more were not seen",
    ),
    Capability(
        "dot1x", Level.DONE, security=True,
        why="each device on a socket is asked: two where there is a telephone, eight elsewhere; the release "
        "that tells a telephone from a PC by itself (multi-domain) is not certain for 10.13",
    ),
    Capability("mab", Level.DONE, security=True, why="tried some eleven seconds after 802.1X got no answer"),
    Capability("dynamic-vlan", Level.DONE, security=True, why="RADIUS names the VLAN"),
    Capability("guest-vlan", Level.DONE, security=True),
    Capability(
        "auth-fail-vlan", Level.PARTIAL, security=True,
        why="one role for everybody whom RADIUS refuses: the guest VLAN where there is one, else this one",
    ),
    Capability("critical-vlan", Level.DONE, security=True, why="who is in already stays in for a day"),
    Capability(
        "radius-dead-detection", Level.DONE, security=False,
        why="a probe as radius-tracking-user, at least a minute apart; a refusal proves that a server lives",
    ),
    Capability("coa", Level.DONE, security=False),
    Capability("accounting", Level.DONE, security=False),
    Capability(
        "arp-inspection", Level.PARTIAL, security=True,
        why="not on a box that serves DHCP itself: it has no bindings to hold ARP against",
    ),
    Capability(
        "source-guard", Level.PARTIAL, security=True,
        why="not on a box that serves DHCP itself: it has no bindings to hold addresses against",
    ),
    Capability(
        "ra-guard", Level.DONE, security=True,
        why="in all VLANs of such sockets, but for uplinks; a box that serves DHCP keeps DHCPv6 servers out by "
        "an access list",
    ),
    Capability("root-guard", Level.DONE, security=True),
    Capability("loop-protection", Level.DONE, security=False, why="with BPDU guard, retried after five minutes"),
    Capability("lldp-med", Level.DONE, security=False),
    Capability("poe-priority", Level.DONE, security=False),
    Capability(
        "qos", Level.PARTIAL, security=False,
        why="a priority class has no upper bound: the unit that could say it in percent is not certain for 10.13",
    ),
    Capability(
        "qos-trust", Level.PARTIAL, security=False,
        why="a 6100 rewrites the mark of an untrusted packet, but still queues it by the mark that it came with",
    ),
    Capability("jumbo", Level.DONE, security=False),
    Capability("ntp-auth", Level.DONE, security=False, why="SHA-1"),
    Capability("flow-export", Level.DONE, security=False, why="sFlow"),
)  # fmt: skip
