"""What netgen does on an Aruba Instant cluster, as data for the capability matrix.

Each "not yet" names the command that no public running configuration shows: a line that the
cluster refuses would leave the rest of its block unset.
"""

from __future__ import annotations

from netgen.platforms.platform import Capability, Level

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
    Capability(
        "ntp-auth", Level.NOT_YET, security=True,
        why="no line with a key for a time server is known",
    ),
    Capability("flow-export", Level.NOT_YET, security=False, why="no line for a flow collector is known"),
    Capability(
        "wlans", Level.PARTIAL, security=False,
        why="auto-join is off (no allow-new-aps) and the inventory holds no hardware addresses: turn auto-"
        "join on while access points are installed, the cluster notes each as allowed-ap, then apply this"
        " text; per access point settings (hostname, channels) are made on each one. Commit in pieces of "
        "less than 4 KB",
    ),
    Capability(
        "wlan-wpa3-enterprise", Level.PARTIAL, security=True,
        why="the line that refuses WPA2 on a WPA3 SSID (opmode-transition-disable) is documented, but no "
        "running configuration shows it: read it back once",
    ),
    Capability(
        "wlan-transition", Level.PARTIAL, security=True,
        why="the default of both WPA3 modes by the vendor's design guide; not seen on this train",
    ),
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
    Capability(
        "wlan-per-device-psk", Level.PARTIAL, security=True,
        why="RADIUS must answer with Aruba-MPSK-Passphrase, as ClearPass does; only the mode was seen, no whole "
        "running configuration",
    ),
    Capability("wlan-fast-roaming", Level.DONE, security=False),
    Capability("wlan-assisted-roaming", Level.DONE, security=False),
    Capability(
        "wlan-rate-limit", Level.PARTIAL, security=False,
        why="bandwidth-limit peruser in the access rule: seen in one deployment guide, in no running configuration",
    ),
    Capability(
        "wlan-schedule", Level.PARTIAL, security=False,
        why="a time range acts at its next boundary; before it the SSID stays as it is. Days that are neither all, "
        "weekdays nor the weekend become one range a day",
    ),
    Capability(
        "wlan-portal", Level.PARTIAL, security=True,
        why="one external portal for the whole cluster: the form without a name is the one that was seen",
    ),
    Capability(
        "wlan-multicast-control", Level.PARTIAL, security=False,
        why="broadcast and multicast other than DHCP and ARP are held back, multicast DNS too; nothing carries it "
        "between VLANs (AirGroup)",
    ),
    Capability(
        "wlan-multicast-unicast", Level.PARTIAL, security=False,
        why="dynamic-multicast-optimization, which published automation for Central compares; no whole running "
        "configuration of this train shows it. While a channel is nearly full the cluster sends to all again",
    ),
    Capability(
        "radio-channels", Level.PARTIAL, security=False,
        why="channels on 2.4 GHz and widths on 5 GHz, where the country bounds the channels: no list of channels with "
        "widths was seen. The 6 GHz radio keeps its defaults",
    ),
    Capability("radio-power", Level.PARTIAL, security=False, why="on 2.4 and 5 GHz; no 6 GHz profile is known"),
    Capability("radio-min-rate", Level.PARTIAL, security=False, why="on 2.4 and 5 GHz; 6 GHz keeps its rates"),
    Capability(
        "rogue-detection", Level.PARTIAL, security=False,
        why="the factory's detection; the words for its levels were not seen. Nothing foreign is suppressed",
    ),
    Capability(
        "ap-groups", Level.IMPOSSIBLE, security=False,
        why="a zone is set on each access point itself: no text of the cluster says which access point is where",
    ),
    Capability(
        "band-steering", Level.PARTIAL, security=False,
        why="for the whole cluster (band-steering-mode, client-match); without the wish a cluster keeps what it came "
        "with, and newer access points steer by client match alone",
    ),
    Capability(
        "eduroam", Level.PARTIAL, security=True,
        why="an enterprise SSID; the trust's RADIUS servers ask the federation and add Operator-Name. The rule that "
        "takes a VLAN from RADIUS follows the documented form alone",
    ),
    Capability("controller-redundancy", Level.DONE, security=False, why="another member takes over by itself"),
)  # fmt: skip
