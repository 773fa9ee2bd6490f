"""What netgen does on PAN-OS, as data for the capability matrix."""

from __future__ import annotations

from netgen.platforms.platform import Capability, Level

CAPABILITIES: tuple[Capability, ...] = (
    Capability("hostname", Level.DONE, security=False),
    Capability("management-ssh", Level.DONE, security=True),
    Capability("local-user", Level.DONE, security=True, why="the secret is the hash of the password"),
    Capability(
        "radius-login", Level.PARTIAL, security=True,
        why="PAP inside RADIUS, since the certificate that PEAP needs is no line of a configuration; the "
        "server must return PaloAlto-Admin-Role",
    ),
    Capability("snmpv3", Level.DONE, security=True),
    Capability("ntp", Level.DONE, security=False, why="the first two servers"),
    Capability(
        "dns-forwarding", Level.NOT_YET, security=True,
        why="no document says from which address a DNS proxy asks, and the rules for sessions of the box must name it",
    ),
    Capability(
        "ntp-hierarchy", Level.IMPOSSIBLE, security=True,
        why="PAN-OS asks for the time and answers nobody; no statement of it makes it an NTP server",
    ),
    Capability(
        "ntp-auth", Level.DONE, security=True,
        why="SHA-1, the strongest that PAN-OS has: a key of 40 hexadecimal digits",
    ),
    Capability("syslog", Level.DONE, security=False),
    Capability(
        "syslog-tls", Level.PARTIAL, security=True,
        why="the receiver's CA must be imported once by hand: certificates are no lines of a configuration",
    ),
    Capability("flow-export", Level.PARTIAL, security=False, why="NetFlow v9; no sFlow"),
    Capability("banner", Level.DONE, security=False),
    Capability("static-routes", Level.DONE, security=False),
    Capability("dhcp-server", Level.DONE, security=False, why="the first two resolvers"),
    Capability("ipv6", Level.DONE, security=True),
    Capability(
        "wake-on-lan", Level.IMPOSSIBLE, security=False,
        why="it lets the packets pass to a core that wakes; it has no words for directed broadcasts of its own",
    ),
    Capability("dhcp-relay", Level.DONE, security=False),
    Capability(
        "dhcp-options", Level.PARTIAL, security=False,
        why="the boot server is option 66, since the header's own field cannot be set; the first two time servers",
    ),
    Capability("dhcp-reservations", Level.DONE, security=False),
    Capability("zones", Level.DONE, security=True),
    Capability("zone-policy", Level.DONE, security=True, why="both default rules deny"),
    Capability("policy-log", Level.DONE, security=True, why="the default rules log too"),
    Capability("policy-schedule", Level.DONE, security=True),
    Capability(
        "policy-users", Level.NOT_YET, security=True,
        why="PAN-OS does not listen to RADIUS accounting: its own agents or the directory tell it who is where, and no "
        "configuration with them was verified",
    ),
    Capability("publishing", Level.DONE, security=True),
    Capability("nat", Level.DONE, security=False),
    Capability("flood-guard", Level.DONE, security=True, why="as zone protection of the zone with the circuits"),
    Capability(
        "ips", Level.PARTIAL, security=True,
        why="the maker's strict profiles, which need the Threat Prevention licence; encrypted sessions are opened "
        "where a filter inspects",
    ),
    Capability(
        "antivirus", Level.PARTIAL, security=True,
        why="the maker's default profile, which needs the Threat Prevention licence; encrypted sessions are opened "
        "where a filter inspects",
    ),
    Capability("anti-spoofing", Level.DONE, security=True, why="as zone protection of every zone"),
    Capability("geo-block", Level.DONE, security=True, why="by the maker's data of whose an address is"),
    Capability(
        "feed-addresses", Level.PARTIAL, security=True,
        why="without a certificate profile PAN-OS does not ask whose certificate the server of a feed shows",
    ),
    Capability(
        "feed-domains", Level.PARTIAL, security=True,
        why="an anti-spyware profile, which needs the Threat Prevention licence, where DNS crosses a policy to the "
        "internet: also that of the trust's resolvers; the server's certificate is not checked. Where intrusion "
        "prevention is asked for too, the profile has rules as strict as the maker's",
    ),
    Capability(
        "nat-one-to-one", Level.NOT_YET, security=True,
        why="a rule that translates a destination needs a route for it before the translation, and the trust's own "
        "addresses lead nowhere there; what PAN-OS does with such a packet was not seen",
    ),
    Capability(
        "ha", Level.DONE, security=False,
        why="active/passive; a member gives way when its cables to the core are down, and routes see to lost circuits",
    ),
    Capability(
        "web-filter", Level.PARTIAL, security=True,
        why="needs the Advanced URL Filtering licence; PAN-DB files the IWF list under adult and questionable "
        "and has no category for self-harm or disinformation; where no filter inspects, categories are enforced by "
        "host name and safe search only on a page that is not encrypted",
    ),
    Capability(
        "tls-inspection", Level.PARTIAL, security=True,
        why="an RSA certificate signs; its key is imported once by hand. PAN-OS leaves the servers closed that its "
        "maker knows to break, and those that ask their clients for a certificate",
    ),
    Capability(
        "identity-logging", Level.NOT_YET, security=False,
        why="pages are logged with the address; PAN-OS does not listen to RADIUS accounting, and no configuration of "
        "its own agents was verified",
    ),
    Capability("upstream-filter", Level.DONE, security=False),
    Capability(
        "filter-video", Level.NOT_YET, security=False,
        why="PAN-OS sets the restricted mode in a header of the request, for which the session must be opened; the "
        "insertion of headers is not rendered",
    ),
    Capability(
        "filter-allow", Level.PARTIAL, security=False,
        why="on an allowed domain illegal content is refused by a rule on the category, where PAN-DB knows both",
    ),
    Capability("filter-deny", Level.DONE, security=True),
    Capability("wan-dhcp", Level.DONE, security=False),
    Capability("wan-static", Level.DONE, security=False),
    Capability("wan-pppoe", Level.DONE, security=False),
    Capability(
        "wan-probe", Level.PARTIAL, security=False,
        why="circuits with a static address: what a DHCP or PPPoE client adds cannot be monitored, so such a circuit "
        "is a backup alone; three lost pings at least, and whole minutes until a circuit is used again",
    ),
    Capability(
        "hub-breakout", Level.PARTIAL, security=True,
        why="policy-based forwarding into the tunnel of the preferred hub alone: a tunnel's interface stays up without "
        "its peer, so no second hub takes over; the box's own sessions keep its circuits",
    ),
    Capability("hub-breakout-service", Level.DONE, security=True, why="with the licence of the web filter"),
    Capability(
        "hub-breakout-fallback", Level.IMPOSSIBLE, security=False,
        why="the forwarding rule holds while the interface of the tunnel is up, and it stays up without its peer",
    ),
    Capability(
        "sdwan-steering", Level.PARTIAL, security=False,
        why="policy-based forwarding: primary or backup first, by addresses and ports; ping follows the routing table. "
        "The first probe alone watches a rule",
    ),
    Capability(
        "sdwan-dynamic", Level.IMPOSSIBLE, security=False,
        why="a forwarding rule names its gateway, which DHCP and PPPoE tell the box and not netgen",
    ),
    Capability(
        "sdwan-sla", Level.IMPOSSIBLE, security=False,
        why="quality of circuits is measured by the SD-WAN plugin, which is a licence of its own and is managed from "
        "Panorama; such a class takes the circuits in their own order",
    ),
    Capability(
        "sdwan-applications", Level.IMPOSSIBLE, security=False,
        why="a forwarding rule is asked at the first packet, when PAN-OS does not know the application yet, and its "
        "maker advises against it; such a class is left out",
    ),
    Capability(
        "shaping", Level.NOT_YET, security=False,
        why="QoS on a circuit that carries tunnels needs a profile for the tunnels too, and no configuration with "
        "one was found",
    ),
    Capability(
        "ipsec-ikev2", Level.PARTIAL, security=True,
        why="with AES-GCM the PRF follows the DH group (SHA-256 up to group 19, SHA-384 from 20 on): other pairs "
        "do not come up",
    ),
    Capability(
        "tunnel-per-circuit", Level.PARTIAL, security=False,
        why="one routing table sends IKE of every circuit out of the preferred one, so a second tunnel waits until "
        "the first circuit is gone; and the interface of a tunnel stays up without its peer, so the routes into it do "
        "too: a person must move them. A tunnel monitor would take them away, but it asks from the tunnel's own "
        "address, which is outside of what the two sites agreed to carry. With `routing: bgp` the "
        "routes go with the session",
    ),
    Capability(
        "certificates", Level.DONE, security=True,
        why="the certificate and its authority are enrolled on the box before the first commit; every identity of the "
        "box is an alternative name in its certificate",
    ),
    Capability(
        "bgp-overlay", Level.PARTIAL, security=True,
        why="what comes out of a tunnel is not held against the block of its site, only against the addresses that a "
        "rule names: a school's firewall could pose as another school's",
    ),
    Capability("bgp-unknown-peer", Level.DONE, security=False),
    Capability(
        "bfd", Level.PARTIAL, security=False,
        why="PA-220, PA-800 and VM-50 have no BFD, PA-400 has it from 11.0",
    ),
    Capability("cloud-peers", Level.DONE, security=True, why="identities by name or IPv4 address"),
    Capability(
        "remote-access", Level.PARTIAL, security=True,
        why="GlobalProtect, of which computers need no licence on Windows and macOS; the certificate is imported once; "
        "PAP inside RADIUS, which must return PaloAlto-User-Group; the cipher is the trust's, keys come over TLS and "
        "not by IKE; no SAML",
    ),
    Capability(
        "remote-access-groups", Level.NOT_YET, security=True,
        why="a gateway has one tunnel interface, hence one zone: each further group needs a gateway with a public "
        "address of its own, and a circuit has one in the model",
    ),
)  # fmt: skip
