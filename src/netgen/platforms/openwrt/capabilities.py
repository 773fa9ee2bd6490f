"""What netgen does on OpenWrt access points, as data for the capability matrix."""

from __future__ import annotations

from netgen.platforms.platform import Capability, Level

_FIREWALL = "access points put clients into VLANs; the firewall decides who crosses a zone"
_FULL = "needs the package wpad-mbedtls or wpad-openssl in place of the factory's wpad-basic"

CAPABILITIES: tuple[Capability, ...] = (
    Capability("hostname", Level.DONE, security=False),
    Capability("management-ssh", Level.DONE, security=True, why="SSH with keys alone, from the administration alone"),
    Capability(
        "local-user", Level.NOT_YET, security=True,
        why="OpenWrt has the one account root; its keys (/etc/dropbear/authorized_keys) and the password of "
        "the serial console are no UCI and are put there by hand",
    ),
    Capability(
        "radius-login", Level.IMPOSSIBLE, security=True,
        why="the SSH server (dropbear) asks no RADIUS server; who holds a key is known by the key",
    ),
    Capability("snmpv3", Level.DONE, security=True, why="needs the package snmpd"),
    Capability("ntp", Level.DONE, security=False),
    Capability("ntp-auth", Level.IMPOSSIBLE, security=False, why="the time client (busybox ntpd) knows no keys"),
    Capability("syslog", Level.PARTIAL, security=False, why="OpenWrt logs to one receiver: the first"),
    Capability(
        "syslog-tls", Level.NOT_YET, security=True,
        why="the logger (logd) knows UDP and TCP alone; it logs by UDP to port 514",
    ),
    Capability(
        "banner", Level.NOT_YET, security=False, why="the text would be a file of its own (BannerFile), no UCI"
    ),
    Capability("flow-export", Level.NOT_YET, security=False, why=_FIREWALL),
    Capability(
        "wlans", Level.PARTIAL, security=False,
        why="where the radios sit on the board (path) is not rendered: import the package wireless with -m, so "
        "that the box keeps it",
    ),
    Capability("wlan-wpa3-enterprise", Level.DONE, security=True, why=_FULL),
    Capability("wlan-personal", Level.DONE, security=True),
    Capability("wlan-enhanced-open", Level.DONE, security=True),
    Capability("wlan-transition", Level.DONE, security=True),
    Capability(
        "wlan-isolation", Level.PARTIAL, security=True,
        why="clients of one access point are kept apart, also those of two SSIDs in one VLAN, but not clients of "
        "two access points; ports of access points on the switches would have to be isolated too",
    ),
    Capability(
        "wlan-dynamic-vlan", Level.PARTIAL, security=True,
        why=_FULL + "; servers must share one secret; the sections follow the scripts, no running box with them "
        "and a bridge with VLAN filtering is known",
    ),
    Capability("wlan-per-device-psk", Level.DONE, security=True, why=_FULL + "; servers must share one secret"),
    Capability(
        "wlan-fast-roaming", Level.PARTIAL, security=False,
        why="for enterprise modes and WPA2; WPA3 with a passphrase is left out, since release 23.05 would make "
        "its roaming key from public facts. All servers must share one secret, of which the keys are made",
    ),
    Capability("wlan-assisted-roaming", Level.DONE, security=False, why=_FULL),
    Capability(
        "wlan-rate-limit", Level.NOT_YET, security=False,
        why="wpad bounds no client; the package qosify is not rendered",
    ),
    Capability(
        "wlan-schedule", Level.NOT_YET, security=False,
        why="UCI has no hours for one SSID; the package wifischedule turns all of them off together",
    ),
    Capability(
        "wlan-portal", Level.NOT_YET, security=True,
        why="a portal is a package of its own (openNDS, uspot), which is not rendered",
    ),
    Capability(
        "wlan-multicast-control", Level.PARTIAL, security=False,
        why="multicast goes out as it comes in, or to each client alone where an SSID asks for it; nothing holds it "
        "back",
    ),
    Capability(
        "wlan-multicast-unicast", Level.DONE, security=False, why="IPv4, IPv6 and ARP, by the access point (hostapd)"
    ),
    Capability("radio-channels", Level.DONE, security=False),
    Capability(
        "radio-power", Level.PARTIAL, security=False,
        why="OpenWrt sends with one power and does not choose: the upper bound",
    ),
    Capability("radio-min-rate", Level.DONE, security=False),
    Capability("rogue-detection", Level.NOT_YET, security=False, why="an access point hears others, and reports none"),
    Capability(
        "band-steering", Level.NOT_YET, security=False,
        why="a package of its own (usteer, dawn), whose access points tell each other about clients without a "
        "signature",
    ),
    Capability(
        "eduroam", Level.DONE, security=True,
        why="an enterprise SSID; the trust's RADIUS servers ask the federation and add Operator-Name; servers must "
        "share one secret",
    ),
    Capability("ap-groups", Level.IMPOSSIBLE, security=False, why="every access point has a text of its own"),
    Capability("controller-redundancy", Level.IMPOSSIBLE, security=False, why="there is no controller"),
)  # fmt: skip
