"""The settings of a faultless text by platform, as a reader would note them: beside them nothing is said."""

from __future__ import annotations

from netgen.readback import ObservedSetting

_SWITCH = {
    "": (
        "aaa authorization console",
        "aaa authorization exec default group RAD local if-authenticated",
        "aaa authorization exec CONSOLE local",
        "login block-for 600 attempts 4 within 300",
        "login on-failure log",
        "login on-success log",
        "archive",
        "service timestamps log datetime msec",
        "clock timezone GMT 0 0",
        "clock summer-time BST recurring last Sun Mar 1:00 last Sun Oct 2:00",
        "ip domain name example.org",
        "ip scp server enable",
        "ip ssh source-interface Vlan10",
        "ip ssh server algorithm mac hmac-sha2-256",
        "ip ssh server algorithm encryption aes256-ctr aes128-ctr",
        "ip ssh server algorithm kex ecdh-sha2-nistp256",
        "ip ssh server algorithm hostkey rsa-sha2-512",
        "lldp run",
        "snmp-server view ALL iso included",
        "logging buffered 8192",
        "logging source-interface Vlan10",
        "ntp source Vlan10",
        "vtp mode transparent",
        "errdisable recovery cause bpduguard",
        "no ip dhcp snooping information option",
    ),
    "archive": ("log config", "path flash:copies", "maximum 5", "write-memory"),
    "archive / log config": ("logging enable", "hidekeys", "notify syslog"),
    "aaa group server radius RAD": ("", "ip radius source-interface Vlan10"),
    "line console": ("authorization exec CONSOLE",),
}
_CLUSTER = {
    "": (
        "no allow-new-aps",
        "hash-mgmt-password",
        "dynamic-radius-proxy",
        *(f"syslog-level info {kind}" for kind in ("network", "security", "system", "user", "wireless")),
        "clock timezone London 00 00",
        "clock summer-time BST recurring last sunday march 01:00 last sunday october 02:00",
    ),
    "wlan auth-server r1": ("", "nas-id oak-wlan"),
    "wlan ssid-profile guest": ("", "type employee", "broadcast-filter all", "dot11k", "dot11v"),
    "wlan ssid-profile staff": ("", "type employee", "broadcast-filter arp", "dot11k", "dot11v"),
    "wired-port-profile uplink": ("", "type employee", "trusted"),
}
_FIREWALL = {
    "system global": (
        "admin-lockout-duration 600",
        "revision-backup-on-logout enable",
        "timezone Europe/London",
    ),
    "system password-policy": ("status enable", "minimum-length 15"),
    "system central-management": ("type none",),
    "system admin radius-login": ("", "wildcard enable", "accprofile-override enable"),
    "log setting": ("local-in-deny-unicast enable",),
    "log syslogd setting": ("", "source-ip 10.1.10.1", "format rfc5424"),
    "system snmp sysinfo": ("status enable",),
    "system snmp user netpoll": ("", "source-ip 10.1.10.1"),
    "system dns": ("source-ip 10.1.10.1", "domain example.org"),
    "system ntp": ("source-ip 10.1.10.1",),
    "user radius r1": ("", "source-ip 10.1.10.1", "nas-ip 10.1.10.1"),
    "vpn ipsec phase1-interface to-dc": ("", "localid-type fqdn"),
    "vpn ipsec phase2-interface to-dc": ("", "keylifeseconds 3600"),
    "firewall DoS-policy/anomaly tcp_syn_flood": ("", "log enable"),
    "firewall DoS-policy/anomaly icmp_flood": ("", "log enable"),
    "webfilter profile wf-staff": ("", "log-all-url enable"),
    "webfilter profile wf-visitor": ("", "log-all-url enable"),
}


def settings_of(kind: str) -> tuple[ObservedSetting, ...]:
    """The faultless settings of a `switch`, a `wlan` or a `firewall`; lines count from 1000."""
    blocks = {"switch": _SWITCH, "wlan": _CLUSTER, "firewall": _FIREWALL}[kind]
    listed = [(scope, text) for scope, texts in blocks.items() for text in texts]
    return tuple(ObservedSetting(scope, text, line) for line, (scope, text) in enumerate(listed, 1000))
