"""What netgen does on FortiOS, as data for the capability matrix."""

from __future__ import annotations

from netgen.platforms.platform import Capability, Level

CAPABILITIES: tuple[Capability, ...] = (
    Capability("hostname", Level.DONE, security=False),
    Capability("management-ssh", Level.DONE, security=True),
    Capability("local-user", Level.DONE, security=True),
    Capability(
        "radius-login", Level.PARTIAL, security=True,
        why="the RADIUS server must return Fortinet-Access-Profile; without it a login has no rights",
    ),
    Capability("snmpv3", Level.DONE, security=True),
    Capability("ntp", Level.DONE, security=False),
    Capability("syslog", Level.DONE, security=False),
    Capability("syslog-tls", Level.DONE, security=True),
    Capability("banner", Level.DONE, security=False),
    Capability(
        "dns-forwarding", Level.DONE, security=True,
        why="feeds of domains hold for what the firewall is asked too; it asks the trust's resolvers from its own "
        "address",
    ),
    Capability("ntp-hierarchy", Level.DONE, security=True),
    Capability(
        "ntp-auth", Level.DONE, security=True,
        why="SHA-1, which all platforms have; the field is there from 7.4.4",
    ),
    Capability(
        "flow-export", Level.PARTIAL, security=False,
        why="NetFlow v9 of what enters or leaves a VLAN; traffic between two VLANs is reported by both. No sFlow",
    ),
    Capability("static-routes", Level.DONE, security=False),
    Capability(
        "bgp-overlay", Level.DONE, security=True,
        why="the interface of a dial-up tunnel stays up without its peer, so there the session's own timers or BFD "
        "notice",
    ),
    Capability(
        "bgp-unknown-peer", Level.IMPOSSIBLE, security=False,
        why="a dial-up tunnel leads to a neighbour only when the peer tells its tunnel address in IKE, which is "
        "Fortinet's own addition (`exchange-interface-ip`): the hub and the school must both be FortiGates, or the "
        "address be fixed",
    ),
    Capability("bfd", Level.DONE, security=False),
    Capability("dhcp-server", Level.DONE, security=False),
    Capability("ipv6", Level.DONE, security=True),
    Capability(
        "wake-on-lan", Level.NOT_YET, security=False,
        why="it lets the packets pass to a core that wakes; where the unit itself is the gateway it would need a spare "
        "address with an ARP entry of its own in every segment",
    ),
    Capability("dhcp-relay", Level.DONE, security=False),
    Capability("dhcp-options", Level.DONE, security=False),
    Capability("dhcp-reservations", Level.DONE, security=False),
    Capability("zones", Level.DONE, security=True),
    Capability("zone-policy", Level.DONE, security=True),
    Capability("policy-log", Level.DONE, security=True, why="policy 0, the implicit deny, logs too"),
    Capability("policy-schedule", Level.DONE, security=True, why="sessions end with the hours"),
    Capability(
        "policy-users", Level.PARTIAL, security=True,
        why="groups of RADIUS accounting, inside a site and towards the internet: switches and access points must "
        "report the address of a device (Framed-IP-Address), and the RADIUS server must pass the reports on with the "
        "group",
    ),
    Capability("publishing", Level.DONE, security=True),
    Capability("nat", Level.DONE, security=False),
    Capability("flood-guard", Level.DONE, security=True, why="SYN and ICMP floods, on every circuit"),
    Capability(
        "ips", Level.PARTIAL, security=True,
        why="the maker's default sensor, which needs the licence; encrypted sessions are opened where a filter "
        "inspects",
    ),
    Capability(
        "antivirus", Level.PARTIAL, security=True,
        why="the maker's default profile, which needs the licence; encrypted sessions are opened where a filter "
        "inspects",
    ),
    Capability(
        "anti-spoofing", Level.PARTIAL, security=True,
        why="the check that every interface has by default: a source must have a route back by the interface it "
        "came in at, and circuits have the default route. The strict check would break failover",
    ),
    Capability("geo-block", Level.DONE, security=True, why="by the maker's data of whose an address is"),
    Capability("feed-addresses", Level.DONE, security=True, why="a server whose certificate does not fit is not read"),
    Capability(
        "feed-domains", Level.PARTIAL, security=True,
        why="by the DNS filter, where DNS crosses a policy to the internet: also that of the trust's resolvers. A "
        "browser's own encrypted DNS is not seen",
    ),
    Capability(
        "nat-one-to-one", Level.DONE, security=True,
        why="ports change on the way out; a virtual IP for each tunnel leads back",
    ),
    Capability(
        "ha", Level.PARTIAL, security=False,
        why="active-passive; a change to a pair is loaded by hand, since its members have no timed way back",
    ),
    Capability(
        "web-filter", Level.PARTIAL, security=True,
        why="certificate inspection in flow mode, since the small models have no proxy mode: categories are "
        "enforced by host name, safe search by the DNS filter on DNS that crosses a filtered policy; no "
        "FortiGuard category exists for disinformation or self-harm",
    ),
    Capability(
        "tls-inspection", Level.PARTIAL, security=True,
        why="HTTPS on port 443; an app that knows its own certificate alone stops working until its domain is exempt. "
        "A server that asks its clients for a certificate stays closed. The key of the CA is imported once by hand",
    ),
    Capability(
        "identity-logging", Level.PARTIAL, security=False,
        why="by RADIUS accounting: an address of which nobody has reported who is there is logged as an address alone",
    ),
    Capability("upstream-filter", Level.DONE, security=False),
    Capability(
        "filter-video", Level.PARTIAL, security=True,
        why="YouTube alone, by the DNS filter, where DNS crosses a filtered policy; only together with safe search",
    ),
    Capability(
        "filter-allow", Level.NOT_YET, security=False,
        why="FortiOS asks its own ratings and URL exemptions before FortiGuard, so they would also open what is "
        "listed as illegal; such a domain stays with its category",
    ),
    Capability("filter-deny", Level.DONE, security=True),
    Capability("wan-dhcp", Level.DONE, security=False),
    Capability("wan-static", Level.DONE, security=False),
    Capability("wan-pppoe", Level.DONE, security=False),
    Capability("shaping", Level.PARTIAL, security=False, why="a bound of the circuit; classes do not share it out"),
    Capability("wan-probe", Level.DONE, security=False, why="link monitors"),
    Capability(
        "hub-breakout", Level.DONE, security=True,
        why="policy routes into the tunnels; the box's own sessions (updates, ratings) keep its circuits",
    ),
    Capability("hub-breakout-service", Level.DONE, security=True),
    Capability("hub-breakout-fallback", Level.DONE, security=False),
    Capability(
        "sdwan-steering", Level.DONE, security=False,
        why="SD-WAN rules; the circuits become members of a zone of SD-WAN that policies name",
    ),
    Capability("sdwan-dynamic", Level.DONE, security=False),
    Capability(
        "sdwan-sla", Level.DONE, security=False,
        why="performance SLA by pings; a host stays on its circuit where traffic is spread",
    ),
    Capability(
        "sdwan-applications", Level.DONE, security=False,
        why="Fortinet's internet service database, which a unit brings and FortiGuard keeps",
    ),
    Capability(
        "ipsec-ikev2", Level.PARTIAL, security=True,
        why="several dial-up peers on one circuit are told apart by peer ID after IKE_AUTH; "
        "they must share proposal and group",
    ),
    Capability(
        "cloud-peers", Level.PARTIAL, security=True,
        why="with addresses as identities; that a peer of such an identity is checked by `peerid` was not seen",
    ),
    Capability(
        "certificates", Level.PARTIAL, security=True,
        why="the box's certificate and the CA are put into its store once; the common name must be the site's first "
        "identity, which FortiOS compares, and every identity of the box an alternative name. Two tunnels of one site "
        "that both call in from unknown addresses have the same name and are not told apart",
    ),
    Capability(
        "remote-access", Level.PARTIAL, security=True,
        why="IKEv2 with EAP for FortiClient, which must send the network ID of its group (the number of the zone), "
        "since that chooses the tunnel; the certificate is put into the box's store once; RADIUS must speak EAP and "
        "return Fortinet-Group-Name; the first two servers. SSL VPN, which 7.6.3 and small models no longer have, is "
        "not used; no SAML",
    ),
    Capability(
        "remote-access-groups", Level.PARTIAL, security=True,
        why="a tunnel for each group, told apart by network ID; RADIUS refuses whoever asks for another group's",
    ),
    Capability(
        "tunnel-per-circuit", Level.DONE, security=False,
        why="the default routes of the circuits get one distance and differ in priority, for a tunnel comes up only "
        "where a route out is in use",
    ),
    Capability(
        "wlans", Level.PARTIAL, security=False,
        why="as the controller of FortiAP: a new access point is authorised and named by hand once, since the "
        "inventory holds no serial numbers, and then takes the default profile of its model, which is what is "
        "rendered; the firewall must be in the VLAN of the access points to be found by them. The password of "
        "an access point's own account is not set",
    ),
    Capability("wlan-wpa3-enterprise", Level.DONE, security=True),
    Capability("wlan-personal", Level.DONE, security=True),
    Capability("wlan-enhanced-open", Level.DONE, security=True),
    Capability("wlan-transition", Level.DONE, security=True),
    Capability(
        "wlan-isolation", Level.PARTIAL, security=True,
        why="an access point keeps its own clients of an SSID apart; in bridge mode not those of two access "
        "points: ports of access points on the switches would have to be isolated too",
    ),
    Capability("wlan-dynamic-vlan", Level.DONE, security=True, why="any VLAN that the access point's port carries"),
    Capability(
        "wlan-per-device-psk", Level.PARTIAL, security=True,
        why="RADIUS knows the passphrases (from 7.4.4); field names are those of the schema, no running "
        "configuration with them is known",
    ),
    Capability(
        "band-steering", Level.DONE, security=False,
        why="frequency-handoff of each profile, for all its SSIDs; ap-handoff (load) stays off",
    ),
    Capability(
        "eduroam", Level.DONE, security=True,
        why="an enterprise SSID; the trust's RADIUS servers ask the federation and add Operator-Name",
    ),
    Capability("wlan-fast-roaming", Level.DONE, security=False),
    Capability("wlan-assisted-roaming", Level.DONE, security=False, why="on by default, from 7.4.2"),
    Capability("wlan-rate-limit", Level.DONE, security=False),
    Capability("wlan-schedule", Level.DONE, security=False),
    Capability(
        "wlan-portal", Level.PARTIAL, security=True,
        why="an external portal and RADIUS; in bridge mode the access point redirects by itself, which was not "
        "seen with enhanced open",
    ),
    Capability("wlan-multicast-unicast", Level.DONE, security=False),
    Capability(
        "wlan-multicast-control", Level.PARTIAL, security=False,
        why="the default of FortiOS: DHCP and ARP broadcasts are held back; multicast is made unicast where an SSID "
        "asks for it",
    ),
    Capability("radio-channels", Level.DONE, security=False),
    Capability("radio-power", Level.DONE, security=False),
    Capability("radio-min-rate", Level.PARTIAL, security=False, why="on 2.4 and 5 GHz; 6 GHz keeps its rates"),
    Capability(
        "rogue-detection", Level.DONE, security=False,
        why="every radio looks for foreign access points; they are reported, never suppressed",
    ),
    Capability(
        "ap-groups", Level.NOT_YET, security=False,
        why="groups name serial numbers, which the inventory does not hold; access points of one model share a "
        "profile",
    ),
    Capability(
        "controller-redundancy", Level.PARTIAL, security=False,
        why="where the firewall, which is the controller, is one of a pair",
    ),
)  # fmt: skip
