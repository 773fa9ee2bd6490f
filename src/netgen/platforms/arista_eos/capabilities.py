"""What netgen does on EOS switches, as data for the capability matrix."""

from __future__ import annotations

from netgen.platforms.platform import Capability, Level

_NO_BINDINGS = (
    "EOS learns who may use an address from static bindings, or from DHCP servers that answer lease queries "
    "(RFC 4388), as neither a firewall nor a switch does"
)

CAPABILITIES: tuple[Capability, ...] = (
    Capability("hostname", Level.DONE, security=False),
    Capability("management-ssh", Level.DONE, security=True),
    Capability("local-user", Level.DONE, security=True, why="the secret must hold a sha512 ($6$) hash"),
    Capability(
        "radius-login", Level.DONE, security=True,
        why="RADIUS must return shell:roles=network-admin to administrators; the key prints as type 7",
    ),
    Capability(
        "snmpv3", Level.DONE, security=True,
        why="the box prints the user with localized keys; no traps, managers poll",
    ),
    Capability("ntp", Level.DONE, security=False),
    Capability("syslog", Level.DONE, security=False),
    Capability(
        "syslog-tls", Level.PARTIAL, security=True,
        why="the receiver's authority certificate is copied by hand: certificate:netgen-syslog-ca.pem",
    ),
    Capability(
        "out-of-band", Level.DONE, security=False,
        why="in a VRF without routes; sessions by SSH from its own network alone; not where the port is the heartbeat "
        "of a pair",
    ),
    Capability("banner", Level.DONE, security=False),
    Capability("vlans", Level.DONE, security=False),
    Capability("access-ports", Level.DONE, security=False),
    Capability("voice-vlan", Level.DONE, security=False, why="as a trunk-phone port, the PC's VLAN native"),
    Capability("trunks", Level.DONE, security=False),
    Capability("lag", Level.DONE, security=False),
    Capability("stack", Level.IMPOSSIBLE, security=False, why="EOS switches do not stack"),
    Capability(
        "mlag", Level.DONE, security=False,
        why="the heartbeat runs between the management ports; leases are given by the first half alone, since the two "
        "tell each other of none",
    ),
    Capability("poe", Level.DONE, security=False),
    Capability("spanning-tree", Level.DONE, security=False),
    Capability("bpdu-guard", Level.DONE, security=True),
    Capability("storm-control", Level.DONE, security=False),
    Capability(
        "dhcp-snooping", Level.PARTIAL, security=True,
        why="no trusted ports: an access list on every edge port drops what a DHCP server would send, "
        "snooping itself only adds option 82",
    ),
    Capability("unused-ports-shut", Level.DONE, security=True),
    Capability(
        "isolate-ports", Level.NOT_YET, security=True,
        why="no protected ports; private VLANs need a second VLAN that the address plan does not hold",
    ),
    Capability("vrf", Level.DONE, security=True),
    Capability("svi", Level.DONE, security=False),
    Capability("fhrp", Level.DONE, security=False, why="virtual router addresses (VARP): both halves forward"),
    Capability("static-routes", Level.DONE, security=False),
    Capability("dhcp-server", Level.DONE, security=False),
    Capability(
        "ipv6", Level.PARTIAL, security=True,
        why="the guard against false routers is an access list, which a fragmented packet may pass",
    ),
    Capability(
        "wake-on-lan", Level.NOT_YET, security=False,
        why="`ip directed-broadcast` has no filter here: everybody who reaches the core could send broadcasts into the "
        "segment; a PC in the segment can wake the others",
    ),
    Capability("dhcp-relay", Level.DONE, security=False),
    Capability(
        "dhcp-options", Level.PARTIAL, security=False,
        why="network boot (as options 66 and 67) and telephones (150); no words for time servers (42) and controllers "
        "of access points (138) were found",
    ),
    Capability("dhcp-reservations", Level.DONE, security=False),
    Capability("dot1x", Level.DONE, security=True, why="each device on a socket logs in, also behind a telephone"),
    Capability("mab", Level.DONE, security=True, why="tried ten seconds after a device was seen"),
    Capability(
        "dynamic-vlan", Level.DONE, security=True,
        why="RADIUS names the VLAN of whoever logs in; a telephone must come back with device-traffic-class=voice",
    ),
    Capability(
        "guest-vlan", Level.PARTIAL, security=True,
        why="one VLAN for everybody whom RADIUS does not let in: the guest VLAN where there is one",
    ),
    Capability(
        "auth-fail-vlan", Level.PARTIAL, security=True,
        why="one VLAN for everybody whom RADIUS does not let in: this one only where there is no guest VLAN",
    ),
    Capability("critical-vlan", Level.DONE, security=True),
    Capability(
        "radius-dead-detection", Level.DONE, security=False,
        why="a server that does not answer is left out for the time; EOS sends no probes here",
    ),
    Capability("coa", Level.DONE, security=False, why="the RADIUS servers, with their own secret, on port 3799"),
    Capability("accounting", Level.DONE, security=False),
    Capability("arp-inspection", Level.NOT_YET, security=True, why=_NO_BINDINGS),
    Capability("source-guard", Level.NOT_YET, security=True, why=_NO_BINDINGS),
    Capability(
        "ra-guard", Level.PARTIAL, security=True,
        why="by an access list for IPv6, which a fragmented packet may pass; on a switch with an authenticated or "
        "guarded socket or a VLAN with IPv6, elsewhere the ports stay as they were",
    ),
    Capability(
        "root-guard", Level.PARTIAL, security=True,
        why="on a switch with an authenticated or guarded socket; elsewhere the LAGs stay as they were",
    ),
    Capability(
        "loop-protection", Level.PARTIAL, security=False,
        why="in all VLANs of users, on a switch with an authenticated or guarded socket; elsewhere BPDU guard alone",
    ),
    Capability("lldp-med", Level.DONE, security=False, why="the box tells a telephone its VLAN by itself"),
    Capability("poe-priority", Level.DONE, security=False),
    Capability(
        "jumbo", Level.DONE, security=False,
        why="a switched frame of 9214 bytes passes without a line; only what a VLAN interface routes is held to 1500",
    ),
    Capability(
        "qos", Level.PARTIAL, security=False,
        why="six classes between best effort, lower effort and control; the name of a 7050X3's queues was not seen in "
        "its configuration",
    ),
    Capability(
        "qos-trust", Level.PARTIAL, security=False,
        why="a telephone's packets are known by their VLAN; an input policy that lets a class alone was not seen",
    ),
    Capability(
        "ntp-auth", Level.DONE, security=True,
        why="SHA-1, the one algorithm that all platforms of a trust know for one key",
    ),
    Capability("flow-export", Level.DONE, security=False, why="sFlow, one packet of 16384"),
)  # fmt: skip
