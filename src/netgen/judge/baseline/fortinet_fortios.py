"""Baseline of FortiGates. Field names and defaults: FortiOS 7.4 CLI reference and Fortinet's schema."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

from netgen.judge.baseline.rows import Row, may, must

_P1 = "vpn ipsec phase1-interface *"
_P2 = "vpn ipsec phase2-interface *"
_INTERFACE = "system interface *"
_POLICY = "firewall policy *"
_WEB = "webfilter profile *"
_DNS = "dnsfilter profile *"
_LIST = "application list *"
_TLS = "firewall ssl-ssh-profile"
_RADIUS = "user radius *"
_VAP = "wireless-controller vap *"
_POINT = "wireless-controller wtp-profile"

#: Protocols that the TLS profile looks at beside HTTPS: no filter of the house looks there.
_OTHER_TLS: tuple[Row, ...] = tuple(
    row
    for name in ("ftps", "imaps", "pop3s", "smtps", "ssh")
    for row in may(f"{_TLS}/{name}", "ports ...", "status {disable,certificate-inspection}")
)

ROWS = (
    # who may come in, and what a guesser gets
    must("system global", "admin-lockout-duration >=300", "a guesser has as many tries as he likes"),
    must("system password-policy", "status enable", "weak passwords are taken"),
    must("system password-policy", "minimum-length >=12", "short passwords are taken"),
    *may("system password-policy", "expire-status disable", "min-change-characters *", "min-*-letter *", "min-number *"),
    *may("system password-policy", "min-non-alphanumeric *", "apply-to ...", "reuse-password disable"),
    must("system admin radius-login", "wildcard enable", "no RADIUS user may come in", "radius"),
    must("system admin radius-login", "accprofile-override enable", "RADIUS cannot give rights", "radius"),
    *may("system global", "admin-lockout-threshold *", "admin-https-redirect enable", "admin-https-ssl-versions ..."),
    *may("system global", "admin-https-ssl-ciphersuites ...", "admin-ssh-v1 disable", "strong-crypto enable"),
    *may("system global", "ssl-static-key-ciphers disable", "admin-forticloud-sso-login disable"),
    *may("system global", "admin-sport 443", "admin-ssh-port 22", "admin-ssh-password enable"),
    *may("system global", "lldp-transmission *", "lldp-reception *", "virtual-switch-vlan *", "switch-controller disable"),
    *may("system global", "revision-image-auto-backup enable", "autorun-log-fsck *"),
    must("system global", "revision-backup-on-logout enable", "there is no copy to go back to"),
    must("system global", "timezone $timezone", "times in logs are another zone's", "timezone"),
    must("system central-management", "type none", "the vendor's cloud may manage the firewall"),
    *may("system settings", "allow-subnet-overlap disable", "asymroute disable", "central-nat disable"),
    *may("system settings", "ngfw-mode profile-based", "opmode nat"),
    # evidence
    must("log setting", "fwpolicy6-implicit-log enable", "what is denied over IPv6 leaves no trace", "ipv6"),
    must("log setting", "local-in-deny-unicast enable", "who knocks at the firewall itself is not logged"),
    *may("log setting", "log-policy-comment *", "extended-log *", "local-in-allow enable"),
    *may("log setting", "local-in-deny-broadcast *", "log-invalid-packet *", "resolve-ip disable", "resolve-port *"),
    *may("log eventfilter", "* enable"),
    must("log syslogd* setting", "source-ip $address", "the tunnel carries the site's own addresses alone"),
    must("log syslogd* setting", "format rfc5424", "the collector reads RFC 5424"),
    *may("log syslogd* setting", "ssl-min-proto-version {TLSv1-2,TLSv1-3}", "facility *", "priority *", "certificate *"),
    *may("log syslogd* filter", "* enable", "severity {debug,information,notification}"),
    # polling, names, time
    must("system snmp sysinfo", "status enable", "nobody can poll the firewall", "snmp"),
    *may("system snmp sysinfo", "engine-id *", "engine-id-type *"),
    must("system snmp user *", "source-ip $address", "the tunnel carries the site's own addresses alone", "snmp"),
    *may("system snmp user *", "queries enable", "query-port 161", "events ...", "trap-status *", "trap-lport *", "trap-rport *"),
    must("system dns", "source-ip $address", "the tunnel carries the site's own addresses alone"),
    must("system dns", "domain $domain", "names without a domain are not found"),
    *may("system dns", "protocol {cleartext,dot}", "timeout *", "retry *", "dns-cache-limit *", "dns-cache-ttl *"),
    *may("system dns", "cache-notfound-responses *", "server-select-method *"),
    *may("system dns-database *", "contact *", "primary-name *", "rr-max *", "ttl *"),
    must("system ntp", "source-ip $address", "the tunnel carries the site's own addresses alone"),
    *may("system ntp", "syncinterval *"),
    *may("system ntp/ntpserver *", "ntpv3 *", "ip-type IPv4", "interface-select-method auto"),
    must("system netflow/collectors *", "source-ip $address", "the tunnel carries the site's own addresses alone"),
    *may("system netflow", "active-flow-timeout *", "inactive-flow-timeout *", "template-tx-counter *", "template-tx-timeout *"),
    # RADIUS
    must(_RADIUS, "source-ip $address", "the tunnel carries the site's own addresses alone", "radius"),
    must(_RADIUS, "nas-ip $address", "RADIUS knows the firewall by this address", "radius"),
    *may(_RADIUS, "radius-port {0,1812}", "all-usergroup disable", "auth-type {auto,ms_chap_v2,chap}", "timeout <=30"),
    *may(_RADIUS, "radius-coa disable", "nas-id *", "nas-id-type *"),
    # interfaces and routes
    *may(_INTERFACE, "algorithm *", "defaultgw enable", "device-identification *", "lacp-speed *", "lldp-* *"),
    *may(_INTERFACE, "mtu-override disable", "min-links 1", "speed auto", "monitor-bandwidth *"),
    *may("router static *", "bfd disable"),
    *may("system sdwan", "load-balance-mode source-ip-based"),
    *may("system sdwan/members *", "weight *"),
    *may("system sdwan/health-check *", "ha-priority *", "packet-size *", "probe-count *", "probe-timeout 500..5000"),
    *may("system sdwan/health-check *", "sla-fail-log-period *", "sla-pass-log-period *"),
    *may("system sdwan/service *", "hold-down-time <=300"),
    must("router bgp/neighbor *", "link-down-failover enable", "routes stay when the tunnel is gone"),
    # a second firewall
    *may("system ha", "group-name *", "authentication *", "encryption *", "gratuitous-arps enable", "arps *", "arps-interval *"),
    *may("system ha", "hb-interval *", "hb-lost-threshold *", "hello-holddown *", "link-failed-signal *", "override-wait-time *"),
    *may("system ha", "route-hold *", "route-ttl *", "route-wait *", "session-pickup-delay disable", "session-pickup-expectation *"),
    *may("system ha", "session-pickup-nat *", "upgrade-mode *"),
    # tunnels
    must(_P1, "localid-type {fqdn,address}", "the other end expects an identity of one kind"),
    *may(_P1, "keylife 3600..86400", "net-device disable", "dpd-retryinterval <=20", "dpd-retrycount <=5"),
    *may(_P1, "nattraversal {enable,forced}", "keepalive *", "fragmentation enable"),
    *may(_P1, "negotiate-timeout *", "idle-timeout disable", "priority 1"),
    *may(_P1, "cert-trust-store local", "signature-hash-alg ...", "digital-signature-auth *", "rsa-signature-format *"),
    *may(_P1, "rsa-signature-hash-override *"),
    *may("system link-monitor *", "probe-timeout 500..5000", "probe-count *", "packet-size *", "diffservcode *", "class-id *"),
    *may("system link-monitor *", "ha-priority *", "update-cascade-interface *", "update-policy-route *"),
    must(_P2, "keylifeseconds 1200..28800", "a key of the tunnel is used too long"),
    *may(_P2, "replay enable", "keepalive *", "keylife-type seconds"),
    # policies and filters
    *may(_POLICY, "anti-replay enable", "auto-asic-offload enable", "inspection-mode {flow,proxy}", "logtraffic-start *"),
    *may(_POLICY, "delay-tcp-npu-session disable", "np-acceleration enable", "profile-type single", "capture-packet disable"),
    *may(_POLICY, "profile-protocol-options default", "schedule-timeout *", "send-deny-packet *"),
    *may("firewall address *", "allow-routing disable", "sub-type *", "cache-ttl *"),
    *may("firewall addrgrp *", "allow-routing disable"),
    must("firewall DoS-policy/anomaly *", "log enable", "a flood leaves no trace"),
    must(_WEB, "log-all-url enable", "who looked at what is not logged"),
    *may(_WEB, "extended-log *", "feature-set *", "https-replacemsg *", "web-*-log enable", "web-ftgd-*-log enable"),
    *may("webfilter profile/web", "log-search enable"),
    *may("webfilter profile/ftgd-wf", "max-quota-timeout *", "rate-crl-urls enable", "rate-css-urls enable"),
    *may("webfilter profile/ftgd-wf/filters *", "log enable", "override-replacemsg *", "warn-duration *"),
    must(_DNS, "log-all-domain enable", "who asked for what is not logged"),
    must(_DNS, "block-botnet enable", "names of known botnets are answered"),
    *may(_DNS, "sdns-*-log enable"),
    *may("dnsfilter profile/ftgd-dns/filters *", "log enable"),
    *may(_LIST, "extended-log *", "other-application-log *", "unknown-application-log *", "app-replacemsg *"),
    *may("application list/entries *", "log enable", "log-packet *", "session-ttl *"),
    *may(f"{_TLS} *", "ssl-anomaly-log *", "ssl-exemption-log enable", "untrusted-caname *"),
    *may(f"{_TLS}/https", "ports 443"),
    *_OTHER_TLS,
    # SSIDs and access points
    *may(_VAP, "auth radius", "broadcast-suppression ...", "ft-over-ds disable", "ft-mobility-domain *", "max-clients >=32", "max-clients-ap >=32"),
    *may(_VAP, "multicast-enhance enable", "multicast-rate *", "okc enable", "owe-groups ...", "sae-groups ...", "sae-h2e-only enable", "probe-resp-suppression *"),
    *may(_VAP, "eap-reauth enable", "eap-reauth-intv 1800..86400", "quarantine {enable,disable}", "high-efficiency enable", "target-wake-time *", "sticky-client-remove *"),
    *may("wireless-controller mpsk-profile *", "mpsk-concurrent-clients *"),
    *may("wireless-controller qos-profile *", "wmm enable", "wmm-uapsd *", "dscp-wmm-mapping *", "dscp-wmm-* ...", "wmm-dscp-marking *", "wmm-*-dscp *", "burst disable"),
    *may("wireless-controller wids-profile *", "..."),
    *may("wireless-controller arrp-profile", "edit *"),
    *may("wireless-controller setting", "duplicate-ssid *", "darrp-optimize *", "darrp-optimize-schedules ...", "phishing-ssid-detect enable", "fake-ssid-action *"),
    *may(f"{_POINT} *", "ap-handoff *", "frequency-handoff *", "handoff-rssi *", "handoff-roaming *", "handoff-sta-thresh *", "led-state *", "lldp enable", "dtls-policy {dtls-enabled,ipsec-vpn}"),
    *may(f"{_POINT} *", "login-passwd-change {yes,no,default}", "console-login disable", "max-clients *", "indoor-outdoor-deployment *", "poe-mode *", "wan-port-mode wan-only", "allowaccess ssh"),
    *may(f"{_POINT}/platform", "type *", "ddscan *", "mode *"),
    *(
        row
        for radio in ("radio-1", "radio-2", "radio-3")
        for row in may(f"{_POINT}/{radio}", "darrp enable", "arrp-profile *", "airtime-fairness *", "short-guard-interval *", "frequency-handoff *", "ap-handoff *", "max-clients *", "drma *")
    ),
    *may("wireless-controller wtp *", "location *", "led-state *", "region *"),
)  # fmt: skip
