"""What a platform's text cannot say, so that nobody takes its silence for an answer. Data from vendor documents."""

from __future__ import annotations

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
