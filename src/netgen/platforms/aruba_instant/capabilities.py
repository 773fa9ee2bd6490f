"""What netgen does on an Aruba Instant cluster, as data for the capability matrix.

Each "not yet" names the command that no public running configuration shows: a line that the
cluster refuses would leave the rest of its block unset.
"""

from __future__ import annotations

from netgen.platforms.platform import Capability, Level

_SWITCH = "an access point cluster is no switch: its uplink port is a trunk, the switch does the rest"
_FIREWALL = "access points put clients into VLANs; the firewall decides who crosses a zone"

CAPABILITIES: tuple[Capability, ...] = (
    Capability("hostname", Level.DONE, security=False),
    Capability(
        "management-ssh", Level.PARTIAL, security=True,
        why="telnet stays off, SSID clients are refused at the virtual controller's address, but Instant has "
        "no verified command that limits sources to the administration: the zone policy of the firewall "
        "does",
    ),
    Capability(
        "local-user", Level.DONE, security=True,
        why="the secret must hold the hash that Instant prints",
    ),
    Capability(
        "radius-login", Level.NOT_YET, security=True,
        why="the command for local fallback (mgmt-auth-server-local-backup) is not verified; without it an "
        "unreachable server would lock everyone out. Administrators use the local user",
    ),
    Capability(
        "snmpv3", Level.NOT_YET, security=True,
        why="the user line is not verified; no community is rendered",
    ),
    Capability("ntp", Level.PARTIAL, security=False, why="Instant takes one server: the first is rendered"),
    Capability(
        "syslog", Level.PARTIAL, security=False,
        why="at most three receivers, over UDP to port 514 whatever transport and port are asked for",
    ),
    Capability(
        "syslog-tls", Level.NOT_YET, security=True,
        why="no configuration with TLS is known: logs go over UDP",
    ),
    Capability("banner", Level.NOT_YET, security=False, why="the command (banner motd) is not verified"),
    Capability("vlans", Level.DONE, security=False, why="as tags of the uplink trunk"),
    Capability("access-ports", Level.NOT_YET, security=False, why=_SWITCH),
    Capability("voice-vlan", Level.NOT_YET, security=False, why=_SWITCH),
    Capability(
        "trunks", Level.PARTIAL, security=False,
        why="the uplink port enet0 gets the WLAN VLANs only; a model that refuses to change enet0 keeps its "
        "default trunk, and the switch port bounds the VLANs in either case",
    ),
    Capability("lag", Level.NOT_YET, security=False, why=_SWITCH),
    Capability("stack", Level.IMPOSSIBLE, security=False, why="access points form a cluster, no stack"),
    Capability("poe", Level.NOT_YET, security=False, why=_SWITCH),
    Capability("spanning-tree", Level.NOT_YET, security=False, why=_SWITCH),
    Capability("bpdu-guard", Level.NOT_YET, security=True, why=_SWITCH),
    Capability("storm-control", Level.NOT_YET, security=False, why=_SWITCH),
    Capability("dhcp-snooping", Level.NOT_YET, security=True, why=_SWITCH),
    Capability("unused-ports-shut", Level.NOT_YET, security=True, why="only enet0 is rendered"),
    Capability("isolate-ports", Level.NOT_YET, security=True, why=_SWITCH),
    Capability("vrf", Level.IMPOSSIBLE, security=True, why=_FIREWALL),
    Capability("svi", Level.IMPOSSIBLE, security=False, why=_FIREWALL),
    Capability(
        "static-routes", Level.NOT_YET, security=False,
        why="access points learn their gateway by DHCP",
    ),
    Capability("dhcp-server", Level.NOT_YET, security=False, why="the gateway of each VLAN serves addresses"),
    Capability("zones", Level.IMPOSSIBLE, security=True, why=_FIREWALL),
    Capability("zone-policy", Level.IMPOSSIBLE, security=True, why=_FIREWALL),
    Capability("policy-log", Level.IMPOSSIBLE, security=True, why=_FIREWALL),
    Capability("nat", Level.NOT_YET, security=False, why=_FIREWALL),
    Capability("web-filter", Level.NOT_YET, security=True, why=_FIREWALL),
    Capability("ipsec-ikev2", Level.NOT_YET, security=True, why=_FIREWALL),
    Capability("wan-dhcp", Level.NOT_YET, security=False, why=_FIREWALL),
    Capability("wan-static", Level.NOT_YET, security=False, why=_FIREWALL),
    Capability(
        "wlans", Level.PARTIAL, security=False,
        why="auto-join is off (no allow-new-aps) and the inventory holds no hardware addresses: turn auto-"
        "join on while access points are installed, the cluster notes each as allowed-ap, then apply this"
        " text; per access point settings (hostname, channels) are made on each one. Commit in pieces of "
        "less than 4 KB",
    ),
    Capability("wlan-wpa3-enterprise", Level.DONE, security=True),
    Capability(
        "wlan-personal", Level.PARTIAL, security=True,
        why="the line that refuses WPA2 on a WPA3 SSID (opmode-transition-disable) is documented, but no "
        "running configuration shows it: read it back once",
    ),
    Capability(
        "wlan-enhanced-open", Level.PARTIAL, security=True,
        why="the line that refuses unencrypted clients (opmode-transition-disable) is documented, but no "
        "running configuration shows it: read it back once",
    ),
    Capability(
        "wlan-isolation", Level.PARTIAL, security=True,
        why="deny-inter-user-bridging and deny-intra-vlan-traffic are rendered; the second, which also counts"
        " between access points, is documented, but no running configuration of this train shows it",
    ),
    Capability(
        "wlan-dynamic-vlan", Level.PARTIAL, security=True,
        why="the VLAN of RADIUS (Tunnel-Private-Group-Id) is taken for the VLANs that the SSID may assign; "
        "the rule follows the documented form, no running configuration with this attribute is known",
    ),
)  # fmt: skip
