"""Everything a trust's standard may ask for, by the field's usual name: the rows of the feature table.

A platform says in its capabilities how far it does each row that concerns its kinds of box. A row that the model
has no words for yet says why, for all platforms at once. `judged` are the rules of the judge that would object if a
text lacked it; the mutation lists of the tests show that they do.
"""

from __future__ import annotations

import msgspec

from netgen.platforms.platform import Level, Platform

_SWITCH = ("switch",)
_FIREWALL = ("firewall",)
_BOTH = ("switch", "firewall")
_AIR = ("wlan", "controller", "access-point")
_EVERY = ("switch", "firewall", "wlan", "controller", "access-point")


class Feature(msgspec.Struct, frozen=True):
    """One row. `kinds` are the kinds of box that it concerns; `no_words` is why the model cannot ask for it yet.

    `by_model` says how it holds on every platform, because the model or the compiler sees to it.
    """

    name: str
    title: str
    area: str
    kinds: tuple[str, ...]
    judged: tuple[str, ...] = ()
    no_words: str = ""
    by_model: str = ""


def _rows(
    area: str, kinds: tuple[str, ...], *rows: tuple[str, str, str] | tuple[str, str]
) -> tuple[Feature, ...]:
    return tuple(
        Feature(row[0], row[1], area, kinds, tuple(row[2].split()) if len(row) == 3 else ()) for row in rows
    )


def _of_model(area: str, kinds: tuple[str, ...], *rows: tuple[str, str, str, str]) -> tuple[Feature, ...]:
    return tuple(
        Feature(name, title, area, kinds, tuple(judged.split()), by_model=how)
        for name, title, judged, how in rows
    )


def _later(area: str, *rows: tuple[str, str, str]) -> tuple[Feature, ...]:
    return tuple(Feature(name, title, area, _EVERY, no_words=why) for name, title, why in rows)


FEATURES: tuple[Feature, ...] = (
    *_rows(
        "Wired access", _SWITCH,
        ("vlans", "VLANs (IEEE 802.1Q), only those that are needed", "JDG201 JDG202"),
        ("access-ports", "Port roles, untagged segment", "JDG210 JDG214 JDG217"),
        ("voice-vlan", "Telephone with a PC behind it", "JDG210"),
        ("trunks", "Trunks with a closed list of VLANs", "JDG211 JDG212"),
        ("lag", "LACP uplinks (IEEE 802.1AX)", "JDG215 JDG216"),
        ("stack", "Stacks as one device", "JDG237"),
        ("mlag", "MLAG and VSX pairs of core switches", "JDG240 JDG241 JDG242 JDG243 JDG244"),
        ("unused-ports-shut", "Unused ports shut in a black-hole VLAN", "JDG213"),
        ("dot1x", "802.1X on sockets", "JDG230"),
        ("mab", "MAC authentication bypass", "JDG230"),
        ("dynamic-vlan", "VLAN by RADIUS group", "JDG230"),
        ("guest-vlan", "Guest VLAN for unknown devices", "JDG230"),
        ("auth-fail-vlan", "VLAN after a failed login", "JDG230"),
        ("critical-vlan", "What happens while no RADIUS server answers", "JDG230"),
        ("radius-dead-detection", "Several RADIUS servers with dead detection", "JDG231"),
        ("coa", "Change of authorisation (RFC 5176)", "JDG231"),
        ("accounting", "RADIUS accounting (RFC 2866)", "JDG231"),
        ("dhcp-snooping", "DHCP snooping", "JDG221"),
        ("arp-inspection", "Dynamic ARP inspection", "JDG233"),
        ("source-guard", "IP source guard", "JDG233"),
        ("ra-guard", "RA guard and DHCPv6 guard (RFC 6105, RFC 7610)", "JDG233"),
        ("storm-control", "Storm control", "JDG214"),
        ("loop-protection", "Loop protection beside spanning tree", "JDG233"),
        ("spanning-tree", "MSTP with a computed root", "JDG220"),
        ("bpdu-guard", "Edge ports with BPDU guard", "JDG214"),
        ("root-guard", "Root guard towards lower switches", "JDG233"),
        ("isolate-ports", "Sockets that may not talk to each other", "JDG214"),
        ("lldp-med", "LLDP and the LLDP-MED voice policy", "JDG210 JDG710 JDG711"),
        ("poe", "PoE on and off by role", "JDG210"),
        ("poe-priority", "PoE priorities", "JDG234"),
        ("jumbo", "Jumbo frames where asked", "JDG235"),
        ("qos", "Classes of traffic by DSCP (RFC 4594)", "JDG236"),
        ("qos-trust", "Trust boundary", "JDG236"),
    ),
    *_rows(
        "Routing", _SWITCH,
        ("vrf", "Routed core: a VRF for each zone", "JDG303"),
        ("svi", "Gateways on the core", "JDG301 JDG302"),
        ("fhrp", "One gateway address on both halves of a pair", "JDG321 JDG322 JDG301"),
    ),
    *_rows(
        "Routing", _BOTH,
        ("static-routes", "Static routes inside", "JDG304 JDG420 JDG421"),
        ("dhcp-server", "DHCP server for each segment", "JDG310 JDG311"),
        ("ipv6", "IPv6 beside IPv4 inside a school, under the same zone matrix",
         "JDG330 JDG331 JDG332 JDG333 JDG334 JDG335 JDG336 JDG337 JDG233"),
    ),
    *_rows(
        "Routing", _FIREWALL,
        ("bgp-overlay", "BGP over the overlay: each site tells its own block, and nothing else is believed",
         "JDG520 JDG521 JDG522 JDG523 JDG525 JDG526"),
        ("bgp-unknown-peer", "BGP with a school of another make whose address is not fixed"),
        ("bfd", "BFD inside of tunnels (RFC 5880)", "JDG524"),
    ),
    *_rows(
        "Firewall", _FIREWALL,
        ("zones", "Zones of the matrix", "JDG405 JDG406 JDG407"),
        ("zone-policy", "The zone matrix with named services", "JDG410"),
        ("policy-log", "Logging on every rule and on the implicit deny", "JDG412 JDG414"),
        ("policy-schedule", "Rules bound to a schedule", "JDG417"),
        ("policy-users", "Users and groups in rules", "JDG455 JDG456 JDG413"),
        ("publishing", "Inbound publishing with reason, owner, risk and review", "JDG415 JDG410"),
        ("nat", "Source NAT to the internet", "JDG411"),
        ("flood-guard", "DoS protection on circuits", "JDG416"),
        ("ips", "Intrusion prevention", "JDG418"),
        ("antivirus", "Antivirus", "JDG418"),
        ("anti-spoofing", "Anti-spoofing (BCP 38)", "JDG425"),
        ("geo-block", "Countries told apart, on the way in and out", "JDG460 JDG461"),
        ("feed-addresses", "Threat feeds of addresses", "JDG460 JDG462"),
        ("feed-domains", "Threat feeds of domains", "JDG463"),
        ("nat-one-to-one", "1:1 NAT for a joining school's overlapping prefixes", "JDG464 JDG465 JDG466"),
        ("ha", "HA pairs", "JDG430 JDG431 JDG432 JDG433"),
    ),
    *_rows(
        "Filtering", _FIREWALL,
        ("web-filter", "Web filter by zone and phase with safe search; QUIC and hidden names stopped", "JDG413"),
        ("filter-video", "Restricted mode of video sites", "JDG413"),
        ("filter-deny", "Domains denied until a date", "JDG413"),
        ("filter-allow", "Domains allowed until a date, illegal content refused all the same", "JDG413"),
        ("tls-inspection", "TLS inspection with exemptions", "JDG450 JDG451 JDG452"),
        ("identity-logging", "Identity and URL logging", "JDG453 JDG454 JDG710"),
        ("upstream-filter", "An upstream filter, attested, in place of the firewall's", "JDG413"),
    ),
    *_rows(
        "WAN", _FIREWALL,
        ("wan-dhcp", "Circuits by DHCP", "JDG401 JDG422"),
        ("wan-static", "Circuits with a static address", "JDG401 JDG422"),
        ("wan-pppoe", "Circuits by PPPoE (RFC 2516)", "JDG401"),
        ("shaping", "Shaping to the contracted rate", "JDG419"),
        ("wan-probe", "Probes that notice a circuit which leads nowhere, with failover", "JDG424"),
        ("hub-breakout", "Breakout at a hub in place of the school", "JDG442 JDG410 JDG501"),
        (
            "hub-breakout-service",
            "Filters and NAT at a hub for schools that break out there, each by its own filters",
            "JDG443 JDG410 JDG411",
        ),
        ("hub-breakout-fallback", "Breakout at the school, filtered there, while no hub is reached", "JDG442 JDG413"),
        ("sdwan-steering", "Steering: classes of traffic to their circuit, filtered alike on each", "JDG440 JDG441"),
        ("sdwan-dynamic", "Steering over circuits by DHCP and PPPoE", "JDG440 JDG422"),
        ("sdwan-sla", "Steering by measured latency, jitter and loss, and over all circuits at once", "JDG440"),
        ("sdwan-applications", "Steering by applications that the maker knows the addresses of", "JDG440"),
    ),
    *_rows(
        "VPN", _FIREWALL,
        ("ipsec-ikev2", "Hub and spoke with IKEv2, modern proposals, PSK references, DPD", "JDG501 JDG502 JDG510"),
        ("tunnel-per-circuit", "A tunnel to each hub over every circuit", "JDG501 JDG420"),
        ("certificates", "Certificates in place of pre-shared keys", "JDG501"),
        ("cloud-peers", "Partner and cloud gateways behind a hub", "JDG501 JDG405 JDG420"),
        (
            "remote-access", "Remote access for staff: own zone, own addresses, RADIUS, filtered as inside",
            "JDG530 JDG531 JDG532 JDG533 JDG534 JDG535 JDG536 JDG537",
        ),
        (
            "remote-access-groups", "Several groups of remote people, each in its zone",
            "JDG530 JDG532 JDG533 JDG534 JDG405 JDG410",
        ),
    ),
    *_rows(
        "Wireless", _AIR,
        ("wlans", "The same SSIDs in every school", "JDG601 JDG602 JDG605"),
        ("wlan-wpa3-enterprise", "WPA3-Enterprise with trust RADIUS", "JDG601"),
        ("wlan-transition", "WPA3 transition modes", "JDG601"),
        ("wlan-personal", "WPA2 and WPA3-Personal", "JDG601"),
        ("wlan-per-device-psk", "A passphrase for each device", "JDG601"),
        ("wlan-enhanced-open", "Enhanced Open (RFC 8110)", "JDG601"),
        ("wlan-portal", "Guest portal", "JDG601"),
        ("wlan-dynamic-vlan", "VLAN by RADIUS", "JDG601"),
        ("wlan-isolation", "Client isolation", "JDG601"),
        ("wlan-fast-roaming", "Fast roaming (802.11r)", "JDG601"),
        ("wlan-assisted-roaming", "Assisted roaming (802.11k, 802.11v)", "JDG601"),
        ("wlan-rate-limit", "Rate limit for each client", "JDG601"),
        ("wlan-schedule", "SSIDs with hours", "JDG601"),
        ("wlan-multicast-control", "Multicast and mDNS control", "JDG601"),
        ("wlan-multicast-unicast", "Multicast to each client alone", "JDG601"),
        ("radio-channels", "Channels and widths of the UK domain", "JDG606"),
        ("radio-power", "Power bounds", "JDG606"),
        ("radio-min-rate", "Slowest rates", "JDG606"),
        ("rogue-detection", "Rogue access points", "JDG610 JDG711"),
        ("band-steering", "Band steering", "JDG609"),
        ("eduroam", "eduroam and govroam", "JDG608 JDG601"),
        ("ap-groups", "Access points grouped by building", "JDG601 JDG603 JDG606 JDG607"),
        ("controller-redundancy", "Controller redundancy", "JDG604"),
    ),
    *_rows(
        "Management plane", _EVERY,
        ("hostname", "Host name", "JDG102"),
        ("management-ssh", "SSH only, from the administration's zones; timeouts, lockout, unused services off",
         "JDG404 JDG701 JDG702 JDG706 JDG709 JDG710"),
        ("local-user", "One local break-glass account", "JDG703 JDG705"),
        ("radius-login", "AAA by RADIUS with local fallback", "JDG704 JDG707 JDG714"),
        ("snmpv3", "SNMPv3 with authentication and privacy", "JDG712"),
        ("ntp", "NTP", "JDG704"),
        ("ntp-auth", "NTP with signatures", "JDG715"),
        ("syslog", "Syslog", "JDG704"),
        ("syslog-tls", "Syslog over TLS (RFC 5425)", "JDG704"),
        ("flow-export", "NetFlow, IPFIX or sFlow", "JDG716"),
        ("banner", "Login banner", "JDG708"),
    ),
    *_rows(
        "Services", _FIREWALL,
        ("ntp-hierarchy", "NTP hierarchy: the firewall serves time to segments that ask for it", "JDG313 JDG310"),
        ("dns-forwarding", "DNS by the firewall, named domains to their own servers", "JDG314 JDG315 JDG310"),
    ),
    *_of_model(
        "Firewall", _FIREWALL,
        ("rule-order", "Rule order derived, never numbered by hand", "JDG410",
         "rule numbers follow the numbers of the zones"),
        ("shadowed-rules", "Shadowed and redundant rules reported", "JDG410",
         "a pair of zones has one rule, so none hides another; ZON006 to ZON009 and ZON013 object in the YAML"),
    ),
    *_of_model(
        "Management plane",
        _BOTH,
        (
            "push-road",
            "What a push needs (archive, SCP, API, NETCONF) and nothing more",
            "JDG713",
            "each text opens the road that its platform's push takes",
        ),
    ),
    *_of_model(
        "VPN",
        _FIREWALL,
        ("dual-hub", "Two hubs, the preferred one first", "JDG501 JDG420 JDG422", "a tunnel to each hub, by distance"),
    ),
    *_of_model(
        "Routing",
        _FIREWALL,
        ("leak-guard", "Leak guards", "JDG423", "what of the trust has no better route goes nowhere"),
    ),
    *_of_model(
        "Filtering", _FIREWALL,
        ("locked-content", "Illegal-content lists locked for everyone", "JDG413",
         "every filter blocks csam and terror, whatever it says; a platform without such a list is refused (CAP004)"),
        ("every-path-filtered", "Every path to the internet filtered, backup circuits too", "JDG413 JDG405",
         "all circuits are one zone, and a zone of users has no way to it without a filter (ZON004)"),
        ("approved-resolvers", "DNS only to approved resolvers", "JDG310 JDG410",
         "leases name the trust's resolvers, and the matrix lets DNS reach nobody else"),
    ),
    *_of_model(
        "Filtering", _FIREWALL,
        ("filter-by-phase", "Filters by age and group of people: phases, staff, visitors", "JDG413",
         "`by-phase` in a rule is the filter that the archetype names for the zone, so each phase has its own"),
        ("evasion", "Ways around a filter: proxies, VPNs, QUIC, DoH, DoT", "JDG413 JDG410",
         "`bypass` is a category of filters, and the matrix lets out no service but those that it names"),
    ),
    *_of_model(
        "Wired access", _SWITCH,
        ("poe-budget", "PoE budget", "", "TOP016 and TOP017 add up what sockets ask for before anything is rendered"),
    ),
    *_of_model(
        "Routing", _BOTH,
        ("topologies", "Collapsed and routed core", "JDG301 JDG303 JDG410",
         "the archetype's `topology`; the same packets pass on both (tests/golden/test_every_combination.py)"),
    ),
    *_of_model(
        "WAN", _FIREWALL,
        ("circuit-kinds", "Leased lines, fibre, 4G, 5G, satellite, held against the DfE's broadband standard", "",
         "WAN001 to WAN010"),
    ),
    *_of_model(
        "Structure", _EVERY,
        ("whole-standard", "All of it at once: no part gets in another's way", "",
         "tests/golden/test_whole_standard.py, judged by both engines"),
        ("second-trust", "The standard is data: another trust with other choices", "", "tests/second_trust"),
        ("resolution-order", "One documented order in which a value is decided", "",
         "exception, site, archetype, standard, default: docs/inventory.md"),
        ("explain", "Every line says who asked for it", "", "netgen explain FILE:LINE and netgen explain PATH"),
        ("local-exceptions", "Exceptions with reason, approver and expiry", "", "EXC001 to EXC006"),
    ),
    *_later(
        "Wireless",
        ("guest-sponsor", "Sponsor and expiry of a guest",
         "the portal's product does it, not the access point: docs/visitors.md"),
    ),
    *_later(
        "Routing",
        ("ipv6-outside", "IPv6 to the internet, delegated prefixes, DHCPv6",
         "IPv6 stays inside of a school, by addresses of its own (RFC 4193) and router advertisements"),
        ("ospf", "OSPF inside",
         ("every zone has one way out and one back, also with a pair of cores, so there is nothing to choose; "
          "one process on the firewall would tell each zone the ways to all others")),
    ),
    *_later(
        "VPN",
        ("remote-access-saml", "Logins of remote people by SAML",
         "people log in by RADIUS, which asks for the second factor"),
        ("shortcuts", "Spoke-to-spoke shortcuts", "no rule lets two schools talk, so a shortcut would carry nothing"),
    ),
    *_rows(
        "Services", _SWITCH,
        ("out-of-band", "Management port in a network and VRF of its own; shut elsewhere", "JDG717 JDG302"),
    ),
    *_rows(
        "Services", _BOTH,
        ("dhcp-relay", "DHCP relay to the trust's servers", "JDG312"),
        ("dhcp-options", "DHCP options: PXE, telephones, controllers, time", "JDG310"),
        ("dhcp-reservations", "DHCP reservations", "JDG310"),
        ("wake-on-lan", "Wake-on-LAN across segments, from named segments alone", "JDG316 JDG317 JDG318"),
    ),
)  # fmt: skip

FEATURE_NAMES = frozenset(feature.name for feature in FEATURES)


#: Tests of features that no edit of a text could show.
_PROVED_IN = {
    "upstream-filter": "tests/judge/test_attestations.py",
    "certificates": "tests/judge/test_certificates.py",
}


def proof_of(feature: Feature) -> str:
    """The test file of a feature that no edit of a text could show, "" for others."""
    return _PROVED_IN.get(feature.name, "")


def concerns(feature: Feature, platform: Platform) -> bool:
    """True if the platform must say how far it does the feature."""
    if feature.no_words or feature.by_model:
        return False
    if not set(feature.kinds).isdisjoint(platform.kinds):
        return True
    return feature.area == "Wireless" and controls_access_points(platform)


def controls_access_points(platform: Platform) -> bool:
    """A firewall that is also the controller of access points."""
    return any(
        row.feature == "wlans" and row.level in (Level.DONE, Level.PARTIAL) for row in platform.capabilities
    )
