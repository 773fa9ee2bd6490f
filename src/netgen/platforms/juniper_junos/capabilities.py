"""What netgen does on EX switches and SRX firewalls, as data for the capability matrix.

One platform is two kinds of box: a row of switching speaks of EX, a row of firewalling of SRX.
"""

from __future__ import annotations

from netgen.platforms.juniper_junos.web_categories import UNKNOWN_KEYS
from netgen.platforms.platform import Capability, Level

_FILTER = "it comes with the web filter, which has no verified category of illegal content"

CAPABILITIES: tuple[Capability, ...] = (
    Capability("hostname", Level.DONE, security=False),
    Capability(
        "management-ssh", Level.DONE, security=True,
        why="SSH and NETCONF from the management prefixes alone (filter on lo0); an SRX also by interface",
    ),
    Capability(
        "local-user", Level.DONE, security=True,
        why="the secret must hold a SHA-512 crypt hash ($6$); root has the same one, on the console alone, since "
        "Junos commits nothing without a root password",
    ),
    Capability(
        "radius-login", Level.DONE, security=True,
        why="RADIUS must return Juniper-Local-User-Name netgen-admin to an administrator; anybody else may do nothing",
    ),
    Capability("snmpv3", Level.DONE, security=True, why="SHA-256 and AES-128, the strongest of 23.4"),
    Capability("ntp", Level.DONE, security=False),
    Capability(
        "dns-forwarding", Level.NOT_YET, security=True,
        why="its DNS proxy has no statement for the address it asks from, and a tunnel carries a school's own "
        "addresses alone",
    ),
    Capability("ntp-hierarchy", Level.DONE, security=True),
    Capability("ntp-auth", Level.DONE, security=True, why="SHA-256 keys"),
    Capability("syslog", Level.DONE, security=False),
    Capability(
        "syslog-tls", Level.PARTIAL, security=True,
        why="the authority's certificate is loaded once by hand (request security pki ca-certificate load); no "
        "document names the EX models whose system log can do TLS",
    ),
    Capability(
        "out-of-band", Level.NOT_YET, security=False,
        why="a management port shares the filter of lo0 and the table of the box until it has an instance of its own, "
        "which is not rendered yet; it is shut",
    ),
    Capability("banner", Level.DONE, security=False),
    Capability(
        "flow-export", Level.PARTIAL, security=False,
        why="sFlow from the ports of a switch towards end points; an SRX exports no flows yet",
    ),
    Capability("vlans", Level.DONE, security=False),
    Capability("access-ports", Level.DONE, security=False),
    Capability("voice-vlan", Level.DONE, security=False),
    Capability("lldp-med", Level.DONE, security=False),
    Capability("trunks", Level.DONE, security=False),
    Capability("lag", Level.DONE, security=False),
    Capability(
        "stack", Level.PARTIAL, security=False,
        why="Virtual Chassis: member numbers are set once by hand, and so are its ports on models that need it "
        "(request virtual-chassis vc-port set)",
    ),
    Capability(
        "mlag", Level.IMPOSSIBLE, security=False,
        why="MC-LAG belongs to EX9200 and QFX, which no school here buys; a Virtual Chassis shares LAGs between its "
        "members",
    ),
    Capability("poe", Level.DONE, security=False),
    Capability("poe-priority", Level.PARTIAL, security=False, why="Junos knows low and high: critical is high"),
    Capability("spanning-tree", Level.DONE, security=False),
    Capability("bpdu-guard", Level.DONE, security=True),
    Capability("root-guard", Level.DONE, security=True),
    Capability(
        "loop-protection", Level.PARTIAL, security=False,
        why="edge ports close at the first BPDU and storms are bounded; a loop behind a switch that eats BPDUs is only "
        "bounded",
    ),
    Capability("storm-control", Level.DONE, security=False),
    Capability(
        "dhcp-snooping", Level.PARTIAL, security=True,
        why="Junos has one trust for DHCP and ARP: where ARP is inspected, an access point's port is trusted for both",
    ),
    Capability(
        "arp-inspection", Level.PARTIAL, security=True,
        why="by VLAN; DHCP answers from an access point's port are then taken too (one trust for both)",
    ),
    Capability(
        "source-guard", Level.PARTIAL, security=True,
        why="by VLAN: every untrusted port of it is guarded, also one that nobody asked for",
    ),
    Capability("ra-guard", Level.DONE, security=True, why="DHCPv6 server messages fall to DHCP snooping"),
    Capability("dot1x", Level.DONE, security=True),
    Capability("mab", Level.DONE, security=True),
    Capability(
        "dynamic-vlan", Level.PARTIAL, security=True,
        why="Junos obeys RADIUS on every authenticated socket: also where no VLAN is to be chosen",
    ),
    Capability(
        "guest-vlan", Level.PARTIAL, security=True,
        why="Junos does not use it where MAC authentication is on: a device that RADIUS refuses on an 802.1X socket "
        "enters the VLAN of failed logins, unless RADIUS itself names the guest VLAN",
    ),
    Capability("auth-fail-vlan", Level.DONE, security=True),
    Capability("critical-vlan", Level.DONE, security=True),
    Capability(
        "radius-dead-detection", Level.PARTIAL, security=False,
        why="a server that is silent for three requests is left alone for the whole time; Junos sends no probes",
    ),
    Capability("coa", Level.DONE, security=True),
    Capability("accounting", Level.DONE, security=False, why="interim updates no closer than ten minutes"),
    Capability(
        "qos", Level.PARTIAL, security=False,
        why="on switches; a class has one queue of eight, at most five between best effort, voice and control",
    ),
    Capability(
        "qos-trust", Level.PARTIAL, security=False,
        why="a telephone's frames are known by their 802.1p tag, not by the telephone",
    ),
    Capability("jumbo", Level.PARTIAL, security=False, why="on switches; an SRX routes 1500 bytes"),
    Capability(
        "unused-ports-shut", Level.DONE, security=True,
        why="an SRX port without a configuration is in no zone and carries nothing",
    ),
    Capability(
        "isolate-ports", Level.NOT_YET, security=True,
        why="no protected ports; private VLANs need a second VLAN that the address plan does not hold",
    ),
    Capability("vrf", Level.DONE, security=True, why="virtual routers on a switch; EX2300 has none"),
    Capability("svi", Level.DONE, security=False),
    Capability("fhrp", Level.IMPOSSIBLE, security=False, why="there is no pair; a Virtual Chassis is one gateway"),
    Capability("static-routes", Level.DONE, security=False),
    Capability(
        "bgp-overlay", Level.DONE, security=True,
        why="a filter on each tunnel holds what comes out of it against the block of its site, in place of selectors",
    ),
    Capability("bgp-unknown-peer", Level.DONE, security=False),
    Capability(
        "bfd", Level.PARTIAL, security=False,
        why="no document that was read names BFD on tunnel interfaces of an SRX",
    ),
    Capability("dhcp-server", Level.DONE, security=False),
    Capability("ipv6", Level.DONE, security=True),
    Capability(
        "wake-on-lan", Level.NOT_YET, security=False,
        why="`targeted-broadcast` has no filter here: everybody who reaches the gateway could send broadcasts into the "
        "segment; a PC in the segment can wake the others",
    ),
    Capability("dhcp-relay", Level.DONE, security=False),
    Capability("dhcp-options", Level.DONE, security=False),
    Capability("dhcp-reservations", Level.DONE, security=False),
    Capability("zones", Level.DONE, security=True),
    Capability("zone-policy", Level.DONE, security=True),
    Capability("policy-log", Level.DONE, security=True, why="the last, global policy logs what nothing allowed"),
    Capability("policy-schedule", Level.DONE, security=True),
    Capability(
        "policy-users", Level.NOT_YET, security=True,
        why="an SRX asks Juniper's own identity service or the directory who is where; nothing asks for one",
    ),
    Capability("nat", Level.DONE, security=False),
    Capability("publishing", Level.DONE, security=True),
    Capability(
        "web-filter", Level.NOT_YET, security=True,
        why="only Juniper category names that were seen in public are rendered; none is known for "
        f"{', '.join(UNKNOWN_KEYS)}, so illegal content is not surely blocked",
    ),
    Capability("upstream-filter", Level.DONE, security=False),
    Capability(
        "tls-inspection", Level.NOT_YET, security=True,
        why="it serves the web filter, which is not rendered; of what it would leave closed only one category name was "
        "seen in public",
    ),
    Capability(
        "identity-logging", Level.NOT_YET, security=False,
        why="an SRX asks Juniper's own identity service or the directory who is where; nothing asks for one",
    ),
    Capability("filter-video", Level.NOT_YET, security=True, why=_FILTER),
    Capability("filter-deny", Level.NOT_YET, security=True, why=_FILTER),
    Capability("filter-allow", Level.NOT_YET, security=False, why=_FILTER),
    Capability(
        "ips", Level.PARTIAL, security=True,
        why="the attacks that Juniper recommends to stop; the licence and the first package come before the first "
        "commit (request security idp security-package download, then install); encrypted sessions are not opened",
    ),
    Capability(
        "antivirus", Level.PARTIAL, security=True,
        why="the maker's cloud engine (Sophos) with its default profile, which needs the licence and a model that "
        "has it; encrypted sessions are not opened",
    ),
    Capability(
        "ipsec-ikev2", Level.PARTIAL, security=True,
        why="the pseudo-random function is the cipher's own (SHA-384 with AES-256-GCM, SHA-256 with AES-128-GCM): a "
        "peer that demands another one is not met",
    ),
    Capability(
        "tunnel-per-circuit", Level.PARTIAL, security=False,
        why="IKE leaves by the routing table: the tunnel of a backup circuit comes up when the default route moves to "
        "it",
    ),
    Capability("cloud-peers", Level.DONE, security=True, why="identities by name or IPv4 address"),
    Capability(
        "remote-access", Level.NOT_YET, security=True,
        why="Juniper Secure Connect opens the web server of the box on the circuit, and needs a licence for more than "
        "two people; no configuration with EAP and RADIUS was found that the release surely takes",
    ),
    Capability(
        "remote-access-groups", Level.NOT_YET, security=True, why="as for remote access, which it is a part of"
    ),
    Capability(
        "certificates", Level.PARTIAL, security=True,
        why="RSA alone; the certificate and its authority are enrolled on the box before the first commit (request "
        "security pki), and every identity of the box is an alternative name in its certificate",
    ),
    Capability("wan-dhcp", Level.DONE, security=False),
    Capability("wan-static", Level.DONE, security=False),
    Capability("wan-pppoe", Level.DONE, security=False, why="CHAP"),
    Capability(
        "wan-probe", Level.PARTIAL, security=False,
        why="static circuits that no DHCP or PPPoE circuit is preferred to, since its next hop is unknown; Juniper "
        "names the SRX300 line alone as able to withdraw a route. A lost circuit is used again after a test without "
        "that many lost pings in a row",
    ),
    Capability(
        "hub-breakout", Level.DONE, security=True,
        why="filter-based forwarding into the tunnels; the box's own sessions keep its circuits",
    ),
    Capability(
        "hub-breakout-service", Level.NOT_YET, security=True,
        why="a hub filters for its schools, and the web filter of an SRX is not rendered",
    ),
    Capability(
        "hub-breakout-fallback", Level.IMPOSSIBLE, security=False,
        why="a table of filter-based forwarding has its own routes: without a tunnel the traffic is lost, and does not "
        "come back to the usual table",
    ),
    Capability(
        "sdwan-steering", Level.PARTIAL, security=False,
        why="filter-based forwarding: primary or backup first, by addresses and ports",
    ),
    Capability(
        "sdwan-dynamic", Level.IMPOSSIBLE, security=False,
        why="a route of the other table names its gateway, which DHCP and PPPoE tell the box and not netgen",
    ),
    Capability(
        "sdwan-sla", Level.NOT_YET, security=False,
        why="AppQoE measures circuits, but it needs the AppSecure licence and a far end that answers its probes; "
        "such a class takes the circuits in their own order",
    ),
    Capability(
        "sdwan-applications", Level.NOT_YET, security=False,
        why="advanced policy-based routing needs the AppSecure licence and knows an application after its first "
        "packets; such a class is left out",
    ),
    Capability("shaping", Level.DONE, security=False),
    Capability(
        "anti-spoofing", Level.PARTIAL, security=True,
        why="inside zones; at circuits and tunnels a reply may come by the other one, and their policies name sources",
    ),
    Capability("flood-guard", Level.DONE, security=True, why="screens: SYN and ICMP floods, LAND, teardrop"),
    Capability(
        "geo-block", Level.NOT_YET, security=True,
        why="countries come from the maker's cloud, and enrolling a box there writes statements into its "
        "configuration that a complete text would take away",
    ),
    Capability(
        "feed-addresses", Level.PARTIAL, security=True,
        why="the certificate of a feed's server is not checked; a list stays in force for a week where its server is "
        "silent",
    ),
    Capability(
        "feed-domains", Level.NOT_YET, security=True,
        why="lists of domains come through the maker's cloud alone (security intelligence)",
    ),
    Capability("nat-one-to-one", Level.DONE, security=True, why="static NAT, which Batfish does not read"),
    Capability(
        "ha", Level.DONE, security=False,
        why="chassis cluster of SRX320, 340, 345 and 380; the numbering of others' second node is not verified",
    ),
)  # fmt: skip
