"""Baseline of Palo Alto firewalls. Names and defaults: PAN-OS 11.1 and the vendor's pan-os-codegen specification."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

from netgen.judge.baseline.rows import Row, may, must

_SYSTEM = "deviceconfig system"
_SOURCE = "deviceconfig system route service"
_MANAGEMENT = "deviceconfig setting management"
_PASSWORDS = "mgt-config password-complexity"
_ZONE = "network profiles zone-protection-profile *"
_URL = "profiles url-filtering *"
_IKE = "network ike gateway *"

#: What the firewall asks by itself, which goes out from its management address: the tunnel carries no other.
_SOURCES: tuple[Row, ...] = tuple(
    row
    for name, when in (("dns", ""), ("ntp", ""), ("radius", "radius"), ("syslog", "syslog"))
    for row in (
        must(
            f"{_SOURCE} {name}",
            "source address $own",
            "the tunnel carries the site's own addresses alone",
            when,
        ),
        *may(f"{_SOURCE} {name}", "source interface *"),
    )
)

ROWS = (
    # who may come in, and what a guesser gets
    must(_MANAGEMENT, "admin-lockout failed-attempts 1..10", "a guesser has as many tries as he likes"),
    must(_MANAGEMENT, "admin-lockout lockout-time 1..60", "a locked account stays locked, or is never locked"),
    must(_PASSWORDS, "enabled yes", "weak passwords are taken"),
    must(_PASSWORDS, "minimum-length >=12", "short passwords are taken"),
    *may(_PASSWORDS, "block-* yes", "minimum-*-letters *", "minimum-numeric-letters *", "minimum-special-characters *", "new-password-differs-by-characters *"),
    *may(_PASSWORDS, "password-history-count *"),
    must(f"{_SYSTEM} service", "disable-telnet yes", "passwords cross the network in clear"),
    must(f"{_SYSTEM} service", "disable-http yes", "passwords cross the network in clear"),
    *may(f"{_SYSTEM} service", "disable-snmp *", "disable-icmp *", "disable-userid-service yes", "disable-userid-syslog-listener-* yes", "disable-http-ocsp yes"),
    must(_SYSTEM, "authentication-profile *", "no RADIUS user may come in", "radius"),
    *may("shared authentication-profile *", "allow-list all", "lockout failed-attempts 1..10", "lockout lockout-time 1..60", "method radius checkgroup *"),
    *may("shared server-profile radius *", "protocol {CHAP,PAP}", "protocol {PEAP-MSCHAPv2,PEAP-with-GTC,EAP-TTLS-with-PAP} ...", "timeout <=30", "retries <=5"),
    *may("shared certificate-profile *", "..."),
    *may("certificate-profile *", "..."),
    *may(_SYSTEM, "ssl-tls-service-profile *", "ack-login-banner *", "server-verification yes", "update-server updates.paloaltonetworks.com", "type static", "ip-address *", "netmask *"),
    *may("shared ssl-tls-service-profile *", "certificate *", "protocol-settings min-version {tls1-2,tls1-3}", "protocol-settings max-version {max,tls1-2,tls1-3}"),
    *may(f"{_SYSTEM} ssh", "..."),
    # names, time, what it asks
    must(_SYSTEM, "domain $domain", "names without a domain are not found"),
    must(_SYSTEM, "timezone $timezone", "times in logs are another zone's", "timezone"),
    *_SOURCES,
    *may(f"{_SOURCE} *", "source address $own", "source interface *"),
    *may(f"{_SYSTEM} snmp-setting", "access-setting version v3 views ..."),
    must(f"{_SYSTEM} update-schedule", "threats recurring * action download-and-install", "signatures of attacks and applications grow old"),
    *may(f"{_SYSTEM} update-schedule", "* recurring * at *", "* recurring * action {download-and-install,download-only}", "* recurring * day-of-week *", "* recurring threshold *", "* recurring sync-to-peer *"),
    # evidence
    must("shared log-settings", "system match-list * send-syslog *", "what happens to the firewall itself leaves no trace at the collector", "syslog"),
    must("shared log-settings", "config match-list * send-syslog *", "changes of the firewall leave no trace at the collector", "syslog"),
    *may("shared log-settings", "* match-list * filter All_Logs", "* match-list * send-syslog *"),
    must("shared log-settings syslog *", "server * format IETF", "the collector reads RFC 5424", "syslog"),
    *may("shared log-settings syslog *", "server * facility *"),
    *may("shared log-settings profiles *", "match-list * send-to-panorama no", "enhanced-application-logging *"),
    *may("deviceconfig setting logging", "log-suppression no"),
    *may("rulebase security rules *", "log-start *"),
    *may("rulebase default-security-rules rules *", "log-start *"),
    must(_URL, "log-container-page-only no", "who looked at what is not logged"),
    *may(_URL, "log-http-hdr-* yes", "enable-container-page *", "cloud-inline-cat yes", "local-inline-cat yes", "credential-enforcement mode *", "credential-enforcement log-severity *"),
    *may(_URL, "credential-enforcement {block,alert} *"),
    # sessions
    must("deviceconfig setting config", "rematch yes", "a session lives on that a new rule forbids"),
    *may("deviceconfig setting session", "tcp-reject-non-syn yes", "ipv6-firewalling yes"),
    *may("deviceconfig setting tcp", "asymmetric-path drop", "bypass-exceed-oo-queue no", "urgent-data *", "drop-zero-flag yes", "strip-mptcp-option yes"),
    *may("deviceconfig setting ctd", "*-exceed-queue no"),
    *may(_MANAGEMENT, "auto-acquire-commit-lock *", "enable-syslog-high-dp-load *", "hostname-type-in-syslog *", "max-rows-in-* *", "report-run-time *"),
    # decryption: versions, ciphers and what is refused are facts (tls-strictness)
    *may("profiles decryption *", "ssl-protocol-settings max-version {max,tls1-2,tls1-3}", "ssl-no-proxy block-* yes", "ssl-forward-proxy block-* yes"),
    *may("rulebase decryption rules *", "log-fail yes", "log-success *", "log-setting *"),
    # zones
    *may("zone * network", "log-setting *", "enable-packet-buffer-protection yes", "net-inspection *"),
    *may("zone *", "enable-user-identification no", "enable-device-identification *"),
    *may(_ZONE, "scan * action {block,block-ip} ...", "scan * interval <=60", "scan * threshold <=500", "scan * action {block,block-ip}"),
    *may(_ZONE, "discard-* yes", "strip-* *", "strict-ip-check yes", "remove-tcp-timestamp yes", "suppress-* yes", "tcp-reject-non-syn yes", "asymmetric-path drop"),
    # interfaces and routes
    *may("network interface ethernet *", "link-speed auto", "link-duplex auto", "lacp port-priority *"),
    *may("network interface ethernet * layer3", "mtu 1500", "lldp enable no", "adjust-tcp-mss enable yes", "adjust-tcp-mss ipv4-mss-adjustment *", "dhcp-client send-hostname ..."),
    *may("network interface ethernet * layer3", "pppoe authentication {CHAP,auto}", "pppoe passive enable no"),
    *may("network interface ethernet * layer3 units *", "mtu 1500", "adjust-tcp-mss enable yes"),
    *may("network interface aggregate-ethernet * layer3", "mtu 1500", "lldp enable *", "lacp transmission-rate {fast,slow}", "lacp fast-failover *", "lacp system-priority *", "lacp max-ports *"),
    *may("network interface aggregate-ethernet * layer3 units *", "mtu 1500", "adjust-tcp-mss enable yes", "adjust-tcp-mss ipv4-mss-adjustment *"),
    *may("network interface tunnel units *", "mtu 1280..1500"),
    *may("network profiles interface-management-profile *", "* no"),
    *may("network profiles monitor-profile *", "action fail-over"),
    *may("network virtual-router *", "ecmp enable no", "protocol * enable no", "admin-dists static 10"),
    *may("network virtual-router * routing-table ip static-route *", "route-table unicast", "bfd profile None"),
    must("network virtual-router * protocol bgp", "reject-default-route yes", "a peer could become the way to the internet"),
    must("network virtual-router * protocol bgp", "allow-redist-default-route no", "peers are offered this site's way to the internet"),
    *may("network virtual-router * protocol bgp", "enforce-first-as yes"),
    must("network virtual-router * protocol bgp peer-group *", "type ebgp remove-private-as no", "every AS number of the trust is private, and paths without them show no loop"),
    *may("network virtual-router * protocol bgp peer-group *", "type ebgp import-nexthop {original,use-peer}", "type ebgp export-nexthop {resolve,use-self}"),
    *may("network dhcp interface * server", "probe-ip *"),
    # people from elsewhere
    must("global-protect global-protect-portal *", "portal-config custom-login-page disable", "the internet is shown a page to log in on"),
    must("global-protect global-protect-portal * client-config configs *", "save-user-credentials 0", "a computer keeps its owner's password"),
    *may("global-protect global-protect-portal * client-config configs *", "gp-app-config config connect-method value {on-demand,user-logon}"),
    *may("network interface aggregate-ethernet * layer3", "lacp high-availability passive-pre-negotiation yes"),
    # a second firewall
    *may("deviceconfig high-availability", "group description *", "group election-option heartbeat-backup yes"),
    *may("deviceconfig high-availability", "group election-option timers {recommended,aggressive}"),
    *may("deviceconfig high-availability", "group state-synchronization ha2-keep-alive enabled yes"),
    *may("deviceconfig high-availability", "group state-synchronization ha2-keep-alive threshold *"),
    *may("deviceconfig high-availability", "group state-synchronization ha2-keep-alive action log-only"),
    *may("deviceconfig high-availability", "interface ha1 encryption enabled yes", "interface ha1 monitor-hold-time *"),
    # tunnels
    must("network ike crypto-profiles ike-crypto-profiles *", "lifetime hours 1..24", "a key of IKE is used too long"),
    must("network ike crypto-profiles ipsec-crypto-profiles *", "lifetime hours 1..8", "a key of the tunnel is used too long"),
    *may("network ike crypto-profiles ike-crypto-profiles *", "authentication-multiple *"),
    *may("network ike crypto-profiles ipsec-crypto-profiles *", "lifesize * *"),
    must(_IKE, "local-id type {fqdn,ipaddr}", "the other end expects a name or an address"),
    must(_IKE, "peer-id type {fqdn,ipaddr}", "the other end says a name or an address"),
    *may(_IKE, "peer-id matching exact", "disabled no", "ipv6 no"),
    *may(_IKE, "authentication certificate strict-validation-revocation *"),
    *may(f"{_IKE} protocol", "ikev2 dpd interval <=30", "ikev2 require-cookie *"),
    *may(f"{_IKE} protocol-common", "nat-traversal enable yes", "nat-traversal keep-alive-interval *", "nat-traversal udp-checksum-enable *", "fragmentation enable *"),
    must("network tunnel ipsec *", "anti-replay yes", "recorded packets can be sent again"),
    *may("network tunnel ipsec *", "anti-replay-window *", "copy-tos *", "disabled no", "ipv6 no", "ipsec-mode tunnel"),
)  # fmt: skip
