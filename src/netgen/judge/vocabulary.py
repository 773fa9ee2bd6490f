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


def _ewf(always: str, maybe: str = "") -> Categories:
    """Category names of SRX, all of which begin alike."""
    return _ids(*(" ".join(f"Enhanced_{name}" for name in names.split()) for names in (always, maybe)))


#: Kinds of generative AI that PAN-DB tells apart inside `artificial-intelligence`.
PAN_AI_KINDS = (
    "code-assistant", "conversational-assistant", "data-and-workflow-optimizer", "media-service",
    "meeting-assistant", "platform-service", "website-generator", "writing-assistant",
)  # fmt: skip

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
    },
    # Enhanced web filtering of SRX (names seen in configurations; Juniper, Web Filtering). There is no name for child
    # abuse, self-harm, lies or generative AI that a document or configuration shows.
    "juniper_junos": {
        "csam": _ids(""),
        "terror": _ewf("Militancy_and_Extremist"),
        "adult": _ewf("Adult_Content Adult_Material Nudity Sex", "Lingerie_and_Swimsuit"),
        "discrim": _ewf("Racism_and_Hate"),
        "drugs": _ewf("Abused_Drugs Drugs", "Alcohol_and_Tobacco Marijuana"),
        "extrem": _ewf("Militancy_and_Extremist"),
        "gamble": _ewf("Gambling"),
        "malware": _ewf(
            "Malicious_Web_Sites Phishing_and_Other_Frauds Spyware",
            "Keyloggers Bot_Networks Hacking Dynamic_DNS Emerging_Exploits Mobile_Malware Malicious_Embedded_Link"
            " Malicious_Embedded_iFrame Advanced_Malware_Command_and_Control Advanced_Malware_Payloads Parked_Domain",
        ),
        "misinfo": _ids(""),
        "piracy": _ewf("Illegal_or_Questionable", "Peer_to_Peer_File_Sharing"),
        "selfharm": _ids(""),
        "violence": _ewf("", "Violence Weapons"),
        "bypass": _ewf("Proxy_Avoidance", "Dynamic_DNS Hacking"),
        "genai": _ids(""),
        "dating": _ewf("", "Personals_and_Dating"),
        "social": _ewf("", "Social_Web_Facebook Social_Web_Youtube"),
        "unrated": _ids(""),
    },
    # PAN-DB (Palo Alto Networks, URL categories). Child abuse on the IWF list is filed under adult and questionable
    # (PAN-OS administrator's guide, custom URL categories); there is no category of self-harm or of lies.
    "paloalto_panos": {
        "csam": _ids("adult questionable"),
        "terror": _ids("extremism"),
        "adult": _ids("adult nudity", "swimsuits-and-intimate-apparel sex-education questionable"),
        "discrim": _ids("extremism", "questionable"),
        "drugs": _ids("abused-drugs", "alcohol-and-tobacco marijuana questionable"),
        "extrem": _ids("extremism", "questionable"),
        "gamble": _ids("gambling"),
        "malware": _ids(
            "command-and-control malware phishing",
            "compromised-website dynamic-dns grayware hacking high-risk newly-registered-domain parked ransomware"
            " scanning-activity",
        ),
        "misinfo": _ids("", "questionable"),
        "piracy": _ids("copyright-infringement", "peer-to-peer"),
        "selfharm": _ids("", "questionable"),
        "violence": _ids("weapons", "questionable hunting-and-fishing"),
        "bypass": _ids("proxy-avoidance-and-anonymizers", "encrypted-dns remote-access dynamic-dns"),
        "genai": _ids("artificial-intelligence", " ".join(f"ai-{kind}" for kind in PAN_AI_KINDS)),
        "dating": _ids("dating"),
        "social": _ids("social-networking", "internet-communications-and-telephony personal-sites-and-blogs"),
        "unrated": _ids("unknown", "insufficient-content newly-registered-domain parked"),
    },
}
#: What a filter blocks to be no filter that opens when the vendor's cloud is silent: no category of any key.
FAIL_CLOSED_CATEGORIES: dict[str, frozenset[str]] = {"paloalto_panos": frozenset({"not-resolved"})}

#: Blocked for everyone, whatever the inventory says: child sexual abuse and terrorist content.
LOCKED_CATEGORIES: dict[str, frozenset[str]] = {
    "fortinet_fortios": frozenset({"83", "96"}),
    "juniper_junos": frozenset({"Enhanced_Militancy_and_Extremist"}),
    "paloalto_panos": frozenset({"adult", "extremism", "questionable"}),
}

#: IKEv2 phase 1 word by (encryption, prf). FortiOS: an AEAD cipher carries its PRF in the word.
PHASE1: dict[str, dict[tuple[str, str], str]] = {
    "fortinet_fortios": {
        (cipher, prf): f"{cipher.replace('-', '')}-prf{prf}"
        for cipher in ("aes128-gcm", "aes256-gcm")
        for prf in ("sha256", "sha384", "sha512")
    },
    # Junos: AES-GCM brings its PRF along (CLI reference, prf-algorithm: aes-256-gcm has PRF-384 and no other).
    "juniper_junos": {("aes128-gcm", "sha256"): "aes-128-gcm", ("aes256-gcm", "sha384"): "aes-256-gcm"},
    # PAN-OS: the hash of an IKEv2 profile is the PRF.
    "paloalto_panos": {
        (f"aes{bits}-gcm", prf): f"aes-{bits}-gcm/{prf}"
        for bits in (128, 256)
        for prf in ("sha256", "sha384", "sha512")
    },
}
#: ESP word by encryption.
PHASE2: dict[str, dict[str, str]] = {
    "fortinet_fortios": {"aes128-gcm": "aes128gcm", "aes256-gcm": "aes256gcm"},
    "juniper_junos": {"aes128-gcm": "aes-128-gcm", "aes256-gcm": "aes-256-gcm"},
    "paloalto_panos": {"aes128-gcm": "aes-128-gcm", "aes256-gcm": "aes-256-gcm"},
}

#: What a platform's door for remote people is, and the ports (protocol, number) that must be open for it: IKE
#: (RFC 7296), or GlobalProtect, which is TLS and ESP in UDP 4501.
REMOTE_DOORS: dict[str, tuple[str, tuple[tuple[str, int], ...]]] = {
    "fortinet_fortios": ("ikev2", (("udp", 500), ("udp", 4500))),
    "paloalto_panos": ("globalprotect", (("tcp", 443), ("udp", 4501))),
}
#: The oldest TLS that such a door may speak.
REMOTE_TLS = frozenset({"tls1-2", "tls1-3"})

#: Inspection words under which a web filter sees the host name of HTTPS.
INSPECTS_TLS: dict[str, frozenset[str]] = {
    "fortinet_fortios": frozenset({"certificate-inspection", "deep-inspection", "custom-deep-inspection"})
}
#: Those that also decrypt, for which every client needs the firewall's CA.
DECRYPTS_TLS: dict[str, frozenset[str]] = {
    "fortinet_fortios": frozenset({"deep-inspection", "custom-deep-inspection"}),
    "juniper_junos": frozenset({"ssl-proxy"}),
    "paloalto_panos": frozenset({"decrypt"}),
}

#: What is left closed for each kind of site that nobody reads along with (Fortinet, Web Filter Categories: brokerage
#: and finance, government and legal organisations, health and medicine, religion; Palo Alto Networks, URL categories).
CLOSED_CATEGORIES: dict[str, dict[str, frozenset[str]]] = {
    "fortinet_fortios": {
        "finance": frozenset({"18", "31"}),
        "government": frozenset({"51"}),
        "health": frozenset({"33", "35"}),
        "religion": frozenset({"40"}),
    },
    "paloalto_panos": {
        "finance": frozenset({"financial-services", "stock-advice-and-tools"}),
        "government": frozenset({"government", "legal"}),
        "health": frozenset({"health-and-medicine"}),
        "religion": frozenset({"religion"}),
    },
}
#: Servers that a platform must refuse, or it lets their sessions through unopened or signs what nobody vouches for.
REFUSED_SERVERS: dict[str, frozenset[str]] = {
    "fortinet_fortios": frozenset(
        {"cipher", "expired", "negotiation", "revoked", "untrusted", "unvalidated", "version"}
    ),
    "paloalto_panos": frozenset({"cipher", "expired", "untrusted", "version"}),
}
#: Versions of TLS that are good enough (RFC 8996 ends 1.0 and 1.1).
GOOD_TLS = frozenset({"1.2", "1.3"})
#: Platforms that RADIUS accounting tells who is behind an address, and the access that lets it come to an interface.
ACCOUNTING_ACCESS: dict[str, str] = {"fortinet_fortios": "radius-acct"}

#: Platforms where a switch says port by port from where DHCP offers may come.
SAYS_SNOOPING_TRUST = frozenset({"aruba_aoscx", "cisco_iosxe", "juniper_junos"})

#: Platforms on which a switch that leases addresses cannot watch DHCP (AOS-CX 10.10 IP Services Guide, DHCP server).
SERVES_OR_SNOOPS = frozenset({"aruba_aoscx"})

#: What a switch calls a LAG; without a row `Port-channelN`, in any case.
LAG_NAMES: dict[str, str] = {"aruba_aoscx": "lag {number}", "juniper_junos": "ae{number}"}


def lag_name(platform: str, number: int) -> str:
    """What a text calls a LAG, in small letters."""
    return LAG_NAMES.get(platform, "port-channel{number}").format(number=number)


#: Platforms that isolate a socket from a list of others, so that the only one of a switch needs nothing.
ISOLATES_BY_LIST = frozenset({"aruba_aoscx"})

#: Models (how they begin) whose ports route until the text makes them bridge ports (AOS-CX running configurations
#: print `no routing` on these series and never on 6000 and 6100).
ROUTED_PORTS: dict[str, tuple[str, ...]] = {"aruba_aoscx": ("6300", "6400", "8")}

#: What a platform's text cannot say, or not in full; the reason is shown beside the judgement.
#: Words: breakout-second steer-applications steer-icmp steer-leased steer-quality
#: probe-after-lease probe-of-lease probe-recovery
#: dhcp-option-N dns flow list-server ntp-auth shaping syslog radius snmp sources syslog-transport users video.
NOT_IN_TEXT: dict[str, dict[str, str]] = {
    "arista_eos": {
        f"dhcp-option-{code}": "no line of the DHCP server of EOS for this option is known"
        for code in (42, 138)
    },
    "cisco_iosxe": {"snmp": "an SNMPv3 user is never printed in a running configuration of IOS"},
    "cisco_iosxe_wlc": {"snmp": "an SNMPv3 user is never printed in a running configuration of IOS"},
    "fortinet_fortios": {
        "allow": "ratings of one's own and exempted addresses come before all categories, the illegal ones too",
    },
    "openwrt": {
        "banner": "the text before a login is a file, which no option holds",
        "dns": "an access point that asks DHCP for its address gets its resolvers there",
        "ntp-auth": "the time client (busybox ntpd) knows no keys",
        "syslog-port": "a port for TLS is none for a box that sends syslog without it",
        "syslog-transport": "the box sends syslog over UDP or TCP, without TLS",
        "users": "the one account is root, whose keys and password stand in no option",
    },
    "juniper_junos": {
        "list-server": "which authority a list's server must show a certificate of is no part of the trust's standard",
        "flow-firewall": "a firewall of the SRX series samples by inline services that its models do not share",
        "probe-of-lease": "a route is watched by its next hop, which only the lease says",
        "probe-after-lease": "a watched route comes before every leased one, so only circuits before those are watched",
        "steer-applications": "rules by application need a licence, and a packet is past before they know it",
        "steer-leased": "a route of another table names its gateway, which only the lease says",
        "steer-quality": "circuits are measured with a licence and a far end that answers",
        "probe-recovery": "one series of pings that is not lost brings a route back",
        "video": "restricted mode of video sites has no statement in a web filter of Junos",
    },
    "paloalto_panos": {
        "list-server": "which authority a list's server must show a certificate of is no part of the trust's standard",
        "probe-of-lease": "only a static route is watched, and the default of a lease is none",
        "video": "restricted mode of video sites is a header that a firewall can only add to what it decrypts",
        "shaping": "the text sets no limit of what a circuit sends",
        "breakout-second": "the interface of a tunnel stays up without its peer, so no other one takes over",
        "steer-applications": "a forwarding rule is asked before the application is known",
        "steer-icmp": "a service is of TCP or UDP, so pings follow the routing table",
        "steer-leased": "a forwarding rule names its gateway, which only the lease says",
        "steer-quality": "circuits are measured by a plugin that is a licence of its own",
    },
    "aruba_instant": {
        "dns": "a cluster takes its resolvers from DHCP",
        "snmp": "no SNMPv3 user line of a cluster is known",
        "banner": "no banner line of a cluster is known",
        "ntp-auth": "no line of a cluster with a key for a time server is known",
        "sources": "a cluster cannot limit from where it is managed; the zone policy of the firewall does",
        "syslog-transport": "a cluster sends syslog over UDP alone",
        "syslog-port": "a cluster sends syslog to port 514 alone",
    },
}

#: What a vendor calls the list of an application's addresses (names of a unit's table as published).
INTERNET_SERVICES: dict[str, dict[str, str]] = {
    "fortinet_fortios": {
        "dropbox": "Dropbox-Web",
        "gmail": "Google-Gmail",
        "google-web": "Google-Web",
        "microsoft-365": "Microsoft-Office365",
        "microsoft-teams": "Microsoft-Skype_Teams",
        "windows-update": "Microsoft-Microsoft.Update",
        "zoom": "Zoom.us-Zoom.Meeting",
    }
}

#: Platforms on which a policy route without a gateway leads nowhere unless a route in use does (administration guide,
#: Policy routes).
NEEDS_ROUTES_BEHIND = frozenset({"fortinet_fortios"})

#: Platforms that say on which interfaces they tell the time, and have no words for whom: what arrives there is from
#: there, since a packet from an address that routing expects elsewhere is dropped.
TELLS_TIME_BY_INTERFACE = frozenset({"fortinet_fortios"})

#: The algorithm of the trust's one NTP key: the strongest that all platforms know (EOS and PAN-OS end at SHA-1).
NTP_KEY_ALGORITHM = "sha1"

#: Lists of which a platform takes the first entry alone.
FIRST_ONLY: dict[str, frozenset[str]] = {
    "aruba_instant": frozenset({"ntp"}),
    "openwrt": frozenset({"syslog"}),
}

#: Accounts that stand for everyone RADIUS knows, with their rights: they have no password of their own. Junos: RADIUS
#: names the second one, and who is named none is the first (Juniper-Local-User-Name; `user remote`).
RADIUS_ACCOUNTS: dict[str, dict[str, str]] = {
    "fortinet_fortios": {"radius-login": "no_access"},
    "juniper_junos": {"remote": "none", "netgen-admin": "all"},
}

#: What the rights of the break-glass account are called, where a text names them.
FULL_RIGHTS: dict[str, str] = {
    "arista_eos": "network-admin",
    "aruba_aoscx": "administrators",
    "aruba_instant": "administrator",
    "cisco_iosxe": "15",
    "cisco_iosxe_wlc": "15",
    "fortinet_fortios": "super_admin",
    "juniper_junos": "all",
    "openwrt": "all",
    "paloalto_panos": "superuser",
}

#: Platforms whose text says in which order administrators are looked up.
SAYS_LOGIN_ORDER = frozenset({"arista_eos", "aruba_aoscx", "cisco_iosxe", "cisco_iosxe_wlc", "juniper_junos"})

#: Kinds of session that may have a login order of their own; it must be that of all others.
LOGIN_CONTEXTS: dict[str, tuple[str, ...]] = {
    "aruba_aoscx": ("ssh", "https-server", "telnet"),
    "juniper_junos": ("ssh", "telnet", "ftp"),
}

#: Platforms whose DHCP snooping drops nothing, so that a filter on edge ports stops foreign servers
#: (Arista EOS has no trusted port; snooping there adds option 82).
STOPS_DHCP_BY_FILTER = frozenset({"arista_eos"})

#: The packet filters that a port may have: they stop foreign DHCP servers and nothing else.
EDGE_FILTERS = frozenset(
    (f"deny udp any eq {port} any", last)
    for port, last in (
        ("bootps", "permit ip any any"),
        ("67", "permit ip any any"),
        ("dhcp-server", "permit any any any"),
        ("67", "permit any any any"),
    )
)

#: Names of a time zone's clock by the inventory's word, where a platform asks for more than that word.
TIME_WORDS: dict[str, dict[str, str]] = {
    "Europe/London": {"zone": "GMT", "city": "London", "summer": "BST", "clock": "GMT0BST,M3.5.0/1,M10.5.0"},
}

#: Storm control of a socket: at most this share of its speed in percent (house baseline: a looped or broken
#: device stays below what the uplink and the clients' processors bear).
STORM_LIMITS: dict[str, float] = {"broadcast": 1.0, "multicast": 5.0}
#: The same in other units, for a socket of 1 Gbit/s: kbit/s, and frames of 64 bytes (1,488,095 a second, RFC 2544).
STORM_RATES: dict[str, dict[str, int]] = {
    "broadcast": {"kbps": 10_000, "pps": 14_880},
    "multicast": {"kbps": 50_000, "pps": 74_400},
}

#: A lease in seconds: an hour at least, so that a class keeps its addresses; a day at most, so that a
#: pool is not full of devices that went home (house baseline).
LEASE_S = (3600, 86400)

#: SNMPv3 algorithms that are good enough (RFC 3826, RFC 7860; NIST SP 800-131A allows SHA-1 in HMAC, and
#: EOS is polled with it until every poller of the trust knows SHA-2).
SNMP_AUTH: dict[str, frozenset[str]] = {
    "arista_eos": frozenset({"sha", "sha224", "sha256", "sha384", "sha512"}),
    "aruba_aoscx": frozenset({"sha", "sha224", "sha256", "sha384", "sha512"}),
    "fortinet_fortios": frozenset({"sha256", "sha384", "sha512"}),
    "juniper_junos": frozenset({"sha256", "sha384", "sha512"}),
    "paloalto_panos": frozenset({"SHA-256", "SHA-384", "SHA-512"}),
    "openwrt": frozenset({"sha", "sha-256", "sha-384", "sha-512"}),
}
SNMP_PRIVACY: dict[str, frozenset[str]] = {
    "arista_eos": frozenset({"aes", "aes192", "aes256"}),
    "aruba_aoscx": frozenset({"aes", "aes192", "aes256"}),
    "fortinet_fortios": frozenset({"aes256", "aes256cisco"}),
    # Junos 23.4 knows no longer key.
    "juniper_junos": frozenset({"aes128"}),
    "paloalto_panos": frozenset({"AES-192", "AES-256"}),
    "openwrt": frozenset({"aes", "aes-192", "aes-256"}),
}

#: Platforms whose text says who may poll by SNMP. A firewall's rules for sessions with itself say it too.
SAYS_SNMP_SOURCES = frozenset(
    {"arista_eos", "aruba_aoscx", "cisco_iosxe", "cisco_iosxe_wlc", "juniper_junos", "openwrt"}
)
#: Platforms that a push reaches over a web API, which must be on.
PUSHED_OVER_HTTPS = frozenset({"arista_eos", "paloalto_panos"})

#: Anomalies that a firewall drops on its circuits, with the most packets a second (house baseline: some
#: ten times what a large school's circuit sees, far below what the smallest firewall bears).
FLOOD_LIMITS: dict[str, dict[str, int]] = {
    "fortinet_fortios": {"tcp_syn_flood": 2000, "icmp_flood": 250},
    # Junos names attacks of a single packet too: a reader gives them the threshold 1.
    "juniper_junos": {
        "tcp syn-flood": 2000,
        "icmp flood": 250,
        "tcp land": 1,
        "icmp ping-death": 1,
        "ip tear-drop": 1,
        "ip source-route-option": 1,
    },
    "paloalto_panos": {"tcp-syn": 2000, "icmp": 250},
}
#: The anomaly that is a packet from an address which routing expects elsewhere, where a text can say so by interface.
SPOOFING_GUARDS: dict[str, str] = {"juniper_junos": "ip spoofing", "paloalto_panos": "discard-ip-spoof"}
#: Platforms that do so at circuits and tunnels too; elsewhere a reply that comes by the other one would be dropped.
SPOOFING_GUARDED_OUTSIDE = frozenset({"paloalto_panos"})
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

#: How the packet filter of management sessions ends where refused sessions must leave a trace.
REFUSED_SESSIONS: dict[str, str] = {"cisco_iosxe": "deny any log", "cisco_iosxe_wlc": "deny any log"}

#: Words of interface access that open a management session.
SESSION_ACCESS = frozenset({"https", "http", "netconf", "ssh", "telnet", "ftp", "rlogin", "rsh"})
CLEARTEXT_ACCESS = frozenset({"http", "telnet", "ftp", "rlogin", "rsh"})
#: Words of interface access that a firewall may have towards the internet: an echo, its own lease and tunnels.
INTERNET_ACCESS = frozenset({"dhcp", "ike", "ping"})
#: Ports (TCP) by which an administrator manages a firewall; without a row SSH and HTTPS.
SESSION_PORTS: dict[str, tuple[int, ...]] = {"juniper_junos": (22, 830)}

#: Platforms whose tunnel interface names the other end, and those whose IKE adds the routes to it.
NAMES_TUNNEL_PEER = frozenset({"fortinet_fortios"})
IKE_ADDS_ROUTES = frozenset({"fortinet_fortios", "juniper_junos"})
#: Platforms that tell a peer their address in a tunnel by IKE, which alone leads to a peer of unknown address.
TELLS_TUNNEL_ADDRESS = frozenset({"fortinet_fortios"})
#: Platforms that answer a routing protocol only on interfaces whose words say so, as `protocol:NAME`.
ANSWERS_PROTOCOLS_BY_NAME = frozenset({"juniper_junos"})
#: Platforms that hold what comes out of a routed tunnel against a list of prefixes: nothing else would tell sites
#: apart.
FILTERS_TUNNEL_SOURCES = frozenset({"juniper_junos"})
#: The fewest lost pings that can decide about a circuit.
LEAST_LOST_PINGS: dict[str, int] = {"paloalto_panos": 3}

#: How many numbers a pair of firewalls can have: a site's is its own number modulo this, plus one. FortiOS 7.4 (of its
#: 1024 older releases know 256) and PAN-OS 11.1; a chassis cluster's number is in no text.
PAIR_GROUPS: dict[str, int] = {"fortinet_fortios": 255, "paloalto_panos": 63}
#: Platforms with a port for control and another one for sessions.
HEARTBEAT_IN_ORDER = frozenset({"paloalto_panos"})
#: Platforms whose pair stays as it is when a circuit is down, and the routes see to it.
STAYS_WITHOUT_CIRCUIT = frozenset({"paloalto_panos"})

#: Platforms that look for the peer's name in the subject of its certificate: all tunnels to a box have the one name.
CHECKS_SUBJECT = frozenset({"fortinet_fortios"})
#: Platforms that open a tunnel for its first packet alone. Their own time, names and logs go through it all day.
OPENS_TUNNELS_FOR_TRAFFIC = frozenset({"paloalto_panos"})

#: Platforms that send sessions with the box itself through the rules between zones, with what everybody may ask
#: such a box, as (protocol, first port, last port): an echo, a lease, a tunnel (RFC 2131, RFC 7296).
OWN_SESSIONS_IN_RULES: dict[str, tuple[tuple[str, int, int], ...]] = {
    "paloalto_panos": (
        ("icmp", 8, 8), ("udp", 67, 68), ("udp", 500, 500), ("udp", 4500, 4500), ("esp", -1, -1),
    ),
}  # fmt: skip

#: Platforms that ask the rules between zones about neighbour discovery with the box itself.
NEIGHBOURS_IN_RULES = frozenset({"paloalto_panos"})
#: Platforms that pass IPv6 between interfaces that have it and no others (PAN-OS: `ipv6 enabled` of an interface), so
#: that a rule for any address says nothing of the rest. Elsewhere a rule is enough.
IPV6_PER_INTERFACE = frozenset({"paloalto_panos"})
#: What a box may answer over IPv6: nobody administers by it.
IPV6_ACCESS = frozenset({"dhcp", "dhcpv6", "ike", "ping", "traceroute"})
#: How often a list is fetched, in seconds.
LIST_REFRESH_S = {"five-minutes": 300, "hourly": 3600, "daily": 86_400}
#: Platforms where a rule says that its traffic is translated one to one; elsewhere the tunnel it takes decides.
TRANSLATES_BY_RULE = frozenset({"fortinet_fortios"})

#: Profiles of the vendor's that look for attacks and for malware, as readers say them.
IPS_WORDS: dict[str, frozenset[str]] = {
    "fortinet_fortios": frozenset({"ips-sensor default"}),
    "juniper_junos": frozenset({"idp recommended"}),
    "paloalto_panos": frozenset({"spyware strict", "vulnerability strict"}),
}
ANTIVIRUS_WORDS: dict[str, frozenset[str]] = {
    "fortinet_fortios": frozenset({"av-profile default"}),
    "juniper_junos": frozenset({"anti-virus junos-sophos-av-defaults"}),
    "paloalto_panos": frozenset({"virus default"}),
}
#: What an anti-spyware profile of one's own ends and refuses where it is as strict as the maker's, by the word of that.
STRICT_PROFILES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "spyware strict": (frozenset({"critical", "high", "medium"}), frozenset({"default-paloalto-dns"})),
}
#: How a domain with all below it is written in a filter (PAN-OS: a wildcard stands for at least one label, and the
#: slash at the end keeps other domains out that begin so).
DOMAIN_FORMS: dict[str, tuple[str, ...]] = {
    "fortinet_fortios": ("{}", "*.{}"),
    "paloalto_panos": ("{}/", "*.{}/"),
}
#: Platforms where an allowed domain is allowed whatever its category is (FortiOS: an exempted URL, tip 231334).
ALLOWS_PAST_CATEGORIES = frozenset({"fortinet_fortios", "paloalto_panos"})
