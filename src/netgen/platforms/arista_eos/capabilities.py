"""What netgen does on EOS switches, as data for the capability matrix."""

from __future__ import annotations

from netgen.platforms.platform import Capability, Level

_FIREWALL = "a campus switch is rendered as a switch; the firewall decides who crosses a zone"
_WIRELESS = "an EOS switch offers no SSIDs"

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
    Capability("banner", Level.DONE, security=False),
    Capability("vlans", Level.DONE, security=False),
    Capability("access-ports", Level.DONE, security=False),
    Capability("voice-vlan", Level.DONE, security=False, why="as a trunk-phone port, the PC's VLAN native"),
    Capability("trunks", Level.DONE, security=False),
    Capability("lag", Level.DONE, security=False),
    Capability("stack", Level.IMPOSSIBLE, security=False, why="EOS switches do not stack"),
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
