"""What the inventory's words are called in each vendor's text. Data from vendor documents alone.

This table is written apart from the templates on purpose: if a template says something else, the
judge must notice.
"""

from __future__ import annotations

import msgspec


class Categories(msgspec.Struct, frozen=True):
    """Category ids of one key: `always` are blocked where the key is, `maybe` may be."""

    always: frozenset[str]
    maybe: frozenset[str] = frozenset()


def _ids(always: str, maybe: str = "") -> Categories:
    return Categories(frozenset(always.split()), frozenset(maybe.split()))


#: FortiGuard category ids (Fortinet, Web Filter Categories; IWF and CTIRU lists: FortiOS 7.0, 307617).
#: `maybe` are neighbours that a school may count in or leave out. Keys without an id have none.
WEB_CATEGORIES: dict[str, dict[str, Categories]] = {
    "fortinet_fortios": {
        "csam": _ids("83"),
        "terror": _ids("96"),
        "adult": _ids("8 13 14 66"),
        "discrim": _ids("5"),
        "drugs": _ids("1 57 64 65"),
        "extrem": _ids("12"),
        "gamble": _ids("11"),
        "malware": _ids("3 26 61 86 88 90 91"),
        "misinfo": _ids(""),
        "piracy": _ids("4 72"),
        "selfharm": _ids("", "6"),
        "violence": _ids("6 16 67"),
        "bypass": _ids("59 93"),
        "genai": _ids("100"),
        "dating": _ids("15"),
        "social": _ids("37 68 69"),
        "unrated": _ids("0"),
    }
}

#: Blocked for everyone, whatever the inventory says: child sexual abuse and terrorist content.
LOCKED_CATEGORIES: dict[str, frozenset[str]] = {"fortinet_fortios": frozenset({"83", "96"})}

#: IKEv2 phase 1 word by (encryption, prf). FortiOS: an AEAD cipher carries its PRF in the word.
PHASE1: dict[str, dict[tuple[str, str], str]] = {
    "fortinet_fortios": {
        (cipher, prf): f"{cipher.replace('-', '')}-prf{prf}"
        for cipher in ("aes128-gcm", "aes256-gcm")
        for prf in ("sha256", "sha384", "sha512")
    }
}
#: ESP word by encryption.
PHASE2: dict[str, dict[str, str]] = {
    "fortinet_fortios": {"aes128-gcm": "aes128gcm", "aes256-gcm": "aes256gcm"},
}

#: Words of a WLAN's security by the inventory's word (Aruba Instant: `opmode`).
WLAN_SECURITY: dict[str, dict[str, frozenset[str]]] = {
    "aruba_instant": {
        "wpa3-enterprise": frozenset({"wpa3-aes-ccm-128", "wpa3-aes-gcm-256"}),
        "wpa2-enterprise": frozenset({"wpa2-aes"}),
        "wpa3-personal": frozenset({"wpa3-sae-aes"}),
        "wpa2-personal": frozenset({"wpa2-psk-aes"}),
        "enhanced-open": frozenset({"enhanced-open"}),
    }
}

#: Modes that let older clients in unless the text says not to, by platform.
MUST_REFUSE_OLDER: dict[str, frozenset[str]] = {
    "aruba_instant": frozenset({"wpa3-personal", "enhanced-open"})
}

#: Inspection words under which a web filter sees the host name of HTTPS.
INSPECTS_TLS: dict[str, frozenset[str]] = {
    "fortinet_fortios": frozenset({"certificate-inspection", "deep-inspection", "custom-deep-inspection"})
}
#: Those that also decrypt, for which every client would need the firewall's CA: no plan gives it out.
DECRYPTS_TLS: dict[str, frozenset[str]] = {
    "fortinet_fortios": frozenset({"deep-inspection", "custom-deep-inspection"})
}

#: Platforms where a switch says port by port from where DHCP offers may come.
SAYS_SNOOPING_TRUST = frozenset({"cisco_iosxe"})

#: What a platform's text cannot say, or not in full; the reason is shown beside the judgement.
#: Words: dns syslog radius snmp sources syslog-transport.
NOT_IN_TEXT: dict[str, dict[str, str]] = {
    "cisco_iosxe": {"snmp": "an SNMPv3 user is never printed in a running configuration of IOS"},
    "aruba_instant": {
        "dns": "a cluster takes its resolvers from DHCP",
        "snmp": "no SNMPv3 user line of a cluster is known",
        "banner": "no banner line of a cluster is known",
        "sources": "a cluster cannot limit from where it is managed; the zone policy of the firewall does",
        "syslog-transport": "a cluster sends syslog over UDP alone",
        "syslog-port": "a cluster sends syslog to port 514 alone",
    },
}

#: Lists of which a platform takes the first entry alone.
FIRST_ONLY: dict[str, frozenset[str]] = {"aruba_instant": frozenset({"ntp"})}

#: Accounts that stand for everyone RADIUS knows, by platform: they have no password of their own.
RADIUS_ACCOUNTS: dict[str, frozenset[str]] = {"fortinet_fortios": frozenset({"radius-login"})}

#: What the rights of the break-glass account and of a RADIUS account are called, where a text names them.
FULL_RIGHTS: dict[str, str] = {
    "arista_eos": "network-admin",
    "aruba_instant": "administrator",
    "cisco_iosxe": "15",
    "fortinet_fortios": "super_admin",
}
NO_RIGHTS: dict[str, str] = {"fortinet_fortios": "no_access"}

#: Platforms whose text says in which order administrators are looked up.
SAYS_LOGIN_ORDER = frozenset({"arista_eos", "cisco_iosxe"})

#: Platforms whose DHCP snooping drops nothing, so that a filter on edge ports stops foreign servers
#: (Arista EOS has no trusted port; snooping there adds option 82).
STOPS_DHCP_BY_FILTER = frozenset({"arista_eos"})

#: What the packet filter of an SSID's clients must hold: the cluster's own services are closed to them,
#: everything else is left to the firewall. (closed, last)
CLIENT_RULES: dict[str, tuple[frozenset[str], str]] = {
    "aruba_instant": (
        frozenset(f"masterip 0.0.0.0 match tcp {port} {port} deny" for port in (22, 80, 443, 4343)),
        "any any match any any any permit",
    )
}
#: How RADIUS moves a client to a VLAN (RFC 3580 3.31: Tunnel-Private-Group-ID).
VLAN_DERIVATION: dict[str, str] = {"aruba_instant": "set-vlan Tunnel-Private-Group-Id equals {vlan} {vlan}"}

#: The packet filters that a port may have: they stop foreign DHCP servers and nothing else.
EDGE_FILTERS = frozenset((f"deny udp any eq {port} any", "permit ip any any") for port in ("bootps", "67"))

#: Names of a time zone's clock by the inventory's word, where a platform asks for more than that word.
TIME_WORDS: dict[str, dict[str, str]] = {
    "Europe/London": {"zone": "GMT", "city": "London", "summer": "BST"},
}

#: Storm control of a socket: at most this share of its speed in percent (house baseline: a looped or broken
#: device stays below what the uplink and the clients' processors bear).
STORM_LIMITS: dict[str, float] = {"broadcast": 1.0, "multicast": 5.0}

#: A lease in seconds: an hour at least, so that a class keeps its addresses; a day at most, so that a
#: pool is not full of devices that went home (house baseline).
LEASE_S = (3600, 86400)

#: SNMPv3 algorithms that are good enough (RFC 3826, RFC 7860; NIST SP 800-131A allows SHA-1 in HMAC, and
#: EOS is polled with it until every poller of the trust knows SHA-2).
SNMP_AUTH: dict[str, frozenset[str]] = {
    "arista_eos": frozenset({"sha", "sha224", "sha256", "sha384", "sha512"}),
    "fortinet_fortios": frozenset({"sha256", "sha384", "sha512"}),
}
SNMP_PRIVACY: dict[str, frozenset[str]] = {
    "arista_eos": frozenset({"aes", "aes192", "aes256"}),
    "fortinet_fortios": frozenset({"aes256", "aes256cisco"}),
}

#: Platforms whose text says who may poll by SNMP. A firewall's rules for sessions with itself say it too.
SAYS_SNMP_SOURCES = frozenset({"arista_eos", "cisco_iosxe"})
#: Platforms that a push reaches over a web API, which must be on.
PUSHED_OVER_HTTPS = frozenset({"arista_eos"})

#: Anomalies that a firewall drops on its circuits, with the most packets a second (house baseline: some
#: ten times what a large school's circuit sees, far below what the smallest firewall bears).
FLOOD_LIMITS: dict[str, dict[str, int]] = {
    "fortinet_fortios": {"tcp_syn_flood": 2000, "icmp_flood": 250},
}
#: What drops a flood: the packet itself, or a handshake on the server's behalf.
FLOOD_ACTIONS = frozenset({"block", "proxy"})

#: The application that carries web pages past a filter (FortiGuard application 40169: QUIC), and the words
#: under which a TLS profile stops or looks into it; an encrypted client hello hides the name of a page.
QUIC_APPLICATIONS: dict[str, frozenset[str]] = {"fortinet_fortios": frozenset({"application:40169"})}
STOPS_QUIC: dict[str, frozenset[str]] = {"fortinet_fortios": frozenset({"block"})}
STOPS_HIDDEN_NAMES: dict[str, frozenset[str]] = {"fortinet_fortios": frozenset({"block"})}
#: Profiles that a device brings along, which say nothing of QUIC or hidden names in a text.
BUILT_IN_INSPECTIONS: dict[str, frozenset[str]] = {
    "fortinet_fortios": frozenset({"certificate-inspection", "deep-inspection", "custom-deep-inspection"})
}

#: The port by which an access point is plugged in.
UPLINK_PORT: dict[str, str] = {"aruba_instant": "enet0"}
#: The packet filter of an access point's own uplink: it filters nothing.
UPLINK_RULES: dict[str, tuple[str, ...]] = {"aruba_instant": ("any any match any any any permit",)}

#: How the packet filter of management sessions ends where refused sessions must leave a trace.
REFUSED_SESSIONS: dict[str, str] = {"cisco_iosxe": "deny any log"}

#: Words of interface access that open a management session.
SESSION_ACCESS = frozenset({"https", "http", "ssh", "telnet"})
CLEARTEXT_ACCESS = frozenset({"http", "telnet"})
#: Words of interface access that a firewall may have towards the internet.
INTERNET_ACCESS = frozenset({"ping"})
