"""What netgen does on Catalyst 9800 controllers, as data for the capability matrix."""

from __future__ import annotations

from netgen.platforms.platform import Capability, Level

CAPABILITIES: tuple[Capability, ...] = (
    Capability("hostname", Level.DONE, security=False),
    Capability(
        "management-ssh", Level.PARTIAL, security=True,
        why="SSH alone, from the administration alone; the web interface stays off. Access points take no "
        "session over the network, but keep the maker's account on their console: their account "
        "(mgmtuser) wants a readable secret, and the inventory holds a hash",
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
        "auth sha KEY priv aes 128 KEY; view, group and managers are rendered",
    ),
    Capability("ntp", Level.DONE, security=False, why="access points are told the first server alone"),
    Capability(
        "ntp-auth", Level.DONE, security=False,
        why="the key stands readable for privilege 15; it has at most 32 bytes. Access points ask without a key",
    ),
    Capability(
        "syslog", Level.DONE, security=False, why="access points log to the first receiver alone, by UDP"
    ),
    Capability(
        "syslog-tls", Level.PARTIAL, security=True,
        why="the certificate authority of the receiver is enrolled by hand (crypto pki trustpoint); access "
        "points log by UDP",
    ),
    Capability("banner", Level.DONE, security=False),
    Capability(
        "wlans", Level.PARTIAL, security=False,
        why="an access point gets its tags by its name, and takes its name by hand once (ap name OLD name "
        "NEW), since the inventory holds no hardware addresses; the form of the filter lines rests on the "
        "model of 17.12 and on one example. The country wants the radios shut when it is set first. An "
        "enabled WLAN or policy profile is shut before it is changed. A controller inside of an access point "
        "(EWC) has no ports of its own, is not in the catalogue and needs its management trustpoint made",
    ),
    Capability("wlan-wpa3-enterprise", Level.DONE, security=True),
    Capability("wlan-personal", Level.DONE, security=True),
    Capability(
        "wlan-enhanced-open", Level.PARTIAL, security=True,
        why="the lines follow the configuration guide; no running configuration with them is known: read them "
        "back once",
    ),
    Capability(
        "wlan-isolation", Level.PARTIAL, security=True,
        why="with local switching an access point keeps its own clients apart, not those of two access points, "
        "and not their multicast; ports of access points on the switches would have to be isolated too",
    ),
    Capability(
        "wlan-dynamic-vlan", Level.DONE, security=True,
        why="RADIUS may assign the VLANs that an SSID names: they are in the flex profile",
    ),
    Capability("wlan-transition", Level.DONE, security=True),
    Capability(
        "wlan-per-device-psk", Level.PARTIAL, security=True,
        why="RADIUS answers about the hardware address with cisco-av-pair psk-mode=ascii and psk=KEY; a device "
        "that it knows without a key takes the passphrase of the SSID",
    ),
    Capability("wlan-fast-roaming", Level.DONE, security=False),
    Capability("wlan-assisted-roaming", Level.DONE, security=False, why="on by default"),
    Capability(
        "wlan-rate-limit", Level.PARTIAL, security=False,
        why="a policy for each client was seen on a controller that switches centrally; with local switching the "
        "access point enforces it, which was not seen",
    ),
    Capability(
        "wlan-schedule", Level.NOT_YET, security=False,
        why="a calendar is tied to a policy profile (action deny-client, says the configuration guide), but in which "
        "of two spellings (calender-profile, calendar-profile) no configuration shows, and a misspelt line would leave "
        "the SSID on",
    ),
    Capability(
        "wlan-portal", Level.NOT_YET, security=True,
        why="the controller's web server would have to answer guests, with a certificate that is enrolled by hand, and "
        "redirect portal wants the address of the portal, of which the inventory has the name",
    ),
    Capability(
        "wlan-multicast-unicast", Level.NOT_YET, security=False,
        why="multicast direct is for streams that are named one by one, and was seen with central switching alone",
    ),
    Capability(
        "wlan-multicast-control", Level.PARTIAL, security=False,
        why="the access point answers ARP for its clients by default; multicast is not made unicast",
    ),
    Capability(
        "radio-channels", Level.PARTIAL, security=False,
        why="channels are taken from and added to the list that a 17.12 controller starts with (1, 6, 11; 36 to "
        "140; none on 6 GHz)",
    ),
    Capability("radio-power", Level.DONE, security=False),
    Capability("radio-min-rate", Level.DONE, security=False),
    Capability(
        "rogue-detection", Level.DONE, security=False,
        why="on by default in the profile of access points; foreign access points are reported, never suppressed",
    ),
    Capability(
        "ap-groups", Level.DONE, security=False,
        why="one site tag, or one for each group where there are more access points than may share roaming keys",
    ),
    Capability(
        "controller-redundancy", Level.NOT_YET, security=False,
        why="a pair of controllers (SSO) is not rendered",
    ),
    Capability(
        "band-steering", Level.DONE, security=False,
        why="band-select of each SSID on 2.4 and 5 GHz: probes on 2.4 GHz are answered late",
    ),
    Capability(
        "eduroam", Level.DONE, security=True,
        why="an enterprise SSID; the trust's RADIUS servers ask the federation and add Operator-Name",
    ),
    Capability("flow-export", Level.NOT_YET, security=False, why="traffic of clients does not pass the controller"),
)  # fmt: skip
