"""What firewalls do with sessions, circuits and lists, where vendors differ. Data from vendor documents alone.

Written apart from the templates on purpose: if a template says something else, the judge must notice.
"""

from __future__ import annotations

#: Platforms that RADIUS accounting tells who is behind an address, and the access that lets it come to an interface.
ACCOUNTING_ACCESS: dict[str, str] = {"fortinet_fortios": "radius-acct"}

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
#: The fewest lost pings that can decide about a circuit.
LEAST_LOST_PINGS: dict[str, int] = {"paloalto_panos": 3}

#: How many numbers a pair of firewalls can have: a site's is its own number modulo this, plus one. FortiOS 7.4 (of its
#: 1024 older releases know 256) and PAN-OS 11.1; a chassis cluster's number is in no text.
PAIR_GROUPS: dict[str, int] = {"fortinet_fortios": 255, "paloalto_panos": 63}
#: Platforms with a port for control and another one for sessions.
HEARTBEAT_IN_ORDER = frozenset({"paloalto_panos"})
#: Platforms whose pair stays as it is when a circuit is down, and the routes see to it.
STAYS_WITHOUT_CIRCUIT = frozenset({"paloalto_panos"})

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
