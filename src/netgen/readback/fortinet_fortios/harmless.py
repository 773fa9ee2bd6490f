"""Lines that are understood and hold no fact of their own: what they are is listed, never guessed.

`FIELDS` become settings, for whoever judges to allow or not; `SILENT` change nothing at all. A path is the
words of `config` with `/` between nested blocks. Field names follow the FortiOS 7.4 command line. A field
that is absent here and that no reader asks for is reported as unread.
"""

from __future__ import annotations

#: Text for people and marks that the device writes itself.
EVERYWHERE = frozenset(
    {"alias", "color", "comment", "comments", "description", "snmp-index", "uuid", "uuid-idx"}
)

#: Whole tables that change nothing.
SECTIONS = frozenset(
    {
        "firewall internet-service-name",  # rewritten by the device's own database updates
        "firewall service category",
        "system replacemsg-image",
        "system console",
    }
)

#: Tables of which each entry is a setting.
SETTING_SECTIONS = frozenset(
    {
        "firewall shaper per-ip-shaper",  # bandwidth and the order of packets, never whether they pass
        "firewall shaper traffic-shaper",
        "firewall shaping-policy",
        "firewall shaping-profile",
        "firewall traffic-class",
        "wireless-controller arrp-profile",
        "wireless-controller bonjour-profile",
    }
)  # fmt: skip

#: What a wids-profile counts, each with a threshold and a time.
_FLOODS = frozenset(
    word
    for kind in (
        "assoc-frame-flood assoc-flood", "auth-frame-flood auth-flood", "bcn-flood bcn-flood",
        "block-ack-flood block-ack-flood", "client-flood client-flood", "cts-flood cts-flood",
        "eapol-fail-flood eapol-fail", "eapol-logoff-flood eapol-logoff", "eapol-pre-fail-flood eapol-pre-fail",
        "eapol-pre-succ-flood eapol-pre-succ", "eapol-start-flood eapol-start", "eapol-succ-flood eapol-succ",
        "netstumbler netstumbler", "probe-flood probe-flood", "pspoll-flood pspoll-flood",
        "reassoc-flood reassoc-flood", "rts-flood rts-flood", "wellenreiter wellenreiter",
    )
    for name, start in (kind.split(),)
    for word in (name, f"{start}-thresh", f"{start}-time", f"{start}-intv")
)  # fmt: skip

#: Marks and looks of a path, beside those that are everywhere.
SILENT: dict[str, frozenset[str]] = {
    "system global": frozenset(
        {
            "gui-certificates", "gui-date-format", "gui-device-latitude", "gui-device-longitude",
            "gui-firmware-upgrade-warning", "gui-ipv6", "gui-theme", "language",
        }
    ),
    "system settings": frozenset({"gui-dns-database", "gui-dynamic-routing", "gui-local-in-policy", "location-id"}),
    "system interface": frozenset({"estimated-downstream-bandwidth", "estimated-upstream-bandwidth", "role"}),
    "system snmp sysinfo": frozenset({"contact-info", "location"}),
    "system admin": frozenset({"gui-dashboard", "last-login"}),
    "firewall address": frozenset({"visibility"}),
    "firewall addrgrp": frozenset({"visibility"}),
    "firewall wildcard-fqdn custom": frozenset({"visibility"}),
    "firewall service custom": frozenset({"category", "visibility"}),
    "firewall policy": frozenset({"global-label", "label"}),
    "vpn ipsec phase1-interface": frozenset({"wizard-type"}),
    "firewall DoS-policy/anomaly": frozenset({"threshold(default)"}),
    "webfilter profile": frozenset({"replacemsg-group"}),
    "application list": frozenset({"replacemsg-group"}),
}  # fmt: skip

FIELDS: dict[str, frozenset[str]] = {
    "system global": frozenset(
        {
            "admin-lockout-duration", "admintimeout", "admin-restrict-local", "admin-sport",
            "admin-ssh-password", "admin-ssh-port", "admin-server-cert", "cfg-save", "cfg-revert-timeout",
            "lldp-transmission",
            "lldp-reception", "management-port-use-admin-sport", "revision-backup-on-logout",
            "revision-image-auto-backup", "switch-controller", "timezone", "virtual-switch-vlan",
            "autorun-log-fsck", "auth-cert",
        }
    ),
    "system interface": frozenset(
        {
            "algorithm", "defaultgw", "device-identification", "egress-shaping-profile",
            "inbandwidth", "lacp-speed", "lldp-reception", "lldp-transmission", "min-links",
            "min-links-down", "monitor-bandwidth", "mtu", "mtu-override",
            "polling-interval", "sample-rate", "speed", "tcp-mss",
        }
    ),
    "system ha": frozenset(
        {
            "arps", "arps-interval", "authentication", "encryption", "gratuitous-arps", "group-name", "hb-interval",
            "hb-lost-threshold", "hello-holddown", "link-failed-signal", "override-wait-time", "route-hold",
            "route-ttl", "route-wait", "session-pickup-delay", "session-pickup-expectation", "session-pickup-nat",
            "upgrade-mode",
        }
    ),
    "system zone": frozenset(),
    "system dhcp server": frozenset(
        {
            "timezone", "timezone-option",
        }
    ),
    "system dns": frozenset(
        {
            "cache-notfound-responses", "dns-cache-limit", "dns-cache-ttl", "domain", "interface",
            "interface-select-method", "protocol", "retry", "server-select-method", "source-ip",
            "ssl-certificate", "timeout", "server-hostname",
        }
    ),
    "system dns-database": frozenset({"contact", "primary-name", "rr-max", "ttl"}),
    "system netflow": frozenset(
        {"active-flow-timeout", "inactive-flow-timeout", "template-tx-counter", "template-tx-timeout"}
    ),
    "system netflow/collectors": frozenset({"interface-select-method", "source-ip"}),
    "system sflow/collectors": frozenset({"interface-select-method", "source-ip"}),
    "system ntp": frozenset(
        {
            "source-ip", "syncinterval",
        }
    ),
    "system ntp/ntpserver": frozenset(
        {
            "interface", "interface-select-method", "ip-type", "ntpv3",
        }
    ),
    "system snmp sysinfo": frozenset(
        {
            "engine-id", "engine-id-type", "status",
        }
    ),
    "system snmp user": frozenset(
        {
            "events", "notify-hosts", "queries", "query-port", "source-ip", "trap-lport", "trap-rport",
            "trap-status",
        }
    ),
    "system snmp community/hosts": frozenset(
        {
            "ha-direct", "host-type", "interface", "ip", "source-ip",
        }
    ),
    "system snmp community": frozenset(
        {
            "events", "query-v1-port", "query-v2c-port", "trap-v1-lport", "trap-v1-rport",
            "trap-v2c-lport", "trap-v2c-rport", "trap-v1-status", "trap-v2c-status",
        }
    ),
    "system admin": frozenset({"accprofile-override", "wildcard"}),
    "system sdwan": frozenset({"load-balance-mode"}),
    "system sdwan/zone": frozenset(),
    "system sdwan/members": frozenset({"weight"}),
    "system sdwan/health-check": frozenset(
        {"ha-priority", "packet-size", "probe-count", "probe-timeout", "sla-fail-log-period", "sla-pass-log-period"}
    ),
    "system sdwan/service": frozenset({"hold-down-time"}),
    "log setting": frozenset(
        {
            "fwpolicy6-implicit-log", "local-in-allow", "local-in-deny-broadcast",
            "local-in-deny-unicast", "local-out", "log-invalid-packet", "log-policy-comment",
            "resolve-ip", "resolve-port", "extended-log",
        }
    ),
    "firewall address": frozenset(
        {
            "allow-routing", "associated-interface", "cache-ttl", "sub-type",
        }
    ),
    "firewall addrgrp": frozenset({"allow-routing"}),
    "firewall policy": frozenset(
        {
            "anti-replay", "auto-asic-offload", "capture-packet", "delay-tcp-npu-session",
            "diffserv-forward", "diffserv-reverse", "diffservcode-forward", "diffservcode-rev",
            "logtraffic-start", "np-acceleration", "per-ip-shaper",
            "profile-protocol-options", "profile-type", "schedule-timeout", "tcp-mss-receiver",
            "tcp-mss-sender", "traffic-shaper", "traffic-shaper-reverse", "inspection-mode",
            "send-deny-packet",
        }
    ),
    "firewall schedule onetime": frozenset({"expiration-days"}),
    "firewall vip": frozenset({"arp-reply", "nat-source-vip"}),
    "firewall DoS-policy/anomaly": frozenset({"log", "quarantine"}),
    "vpn ipsec phase1-interface": frozenset(
        {
            "dpd-retrycount", "dpd-retryinterval", "idle-timeout",
            "idle-timeoutinterval", "keepalive", "keylife", "nattraversal", "net-device", "negotiate-timeout",
            "fragmentation", "priority", "localid-type", "digital-signature-auth", "rsa-signature-format",
            "rsa-signature-hash-override",
        }
    ),
    "vpn ipsec phase2-interface": frozenset(
        {
            "keepalive", "keylife-type", "keylifekbs", "keylifeseconds", "replay",
        }
    ),
    "router static": frozenset({"bfd", "weight"}),
    "router bgp": frozenset(
        {"enforce-first-as", "fast-external-failover", "log-neighbour-changes", "network-import-check"}
    ),
    "router bgp/neighbor": frozenset({"advertisement-interval", "connect-timer", "link-down-failover"}),
    "system link-monitor": frozenset(
        {
            "class-id", "diffservcode", "ha-priority", "packet-size", "probe-count", "probe-timeout",
            "update-cascade-interface", "update-policy-route",
        }
    ),
    "webfilter profile": frozenset(
        {
            "extended-log", "feature-set", "https-replacemsg", "log-all-url",
            "web-content-log", "web-filter-activex-log", "web-filter-cookie-log", "web-ftgd-err-log",
            "web-url-log", "web-ftgd-quota-usage", "web-invalid-domain-log",
        }
    ),
    "webfilter profile/web": frozenset({"log-search"}),
    "webfilter profile/ftgd-wf": frozenset(
        {
            "max-quota-timeout", "rate-crl-urls", "rate-css-urls",
        }
    ),
    "webfilter profile/ftgd-wf/filters": frozenset(
        {
            "auth-usr-grp", "log", "override-replacemsg", "warn-duration", "warning-duration-type",
            "warning-prompt",
        }
    ),
    "dnsfilter profile": frozenset(
        {
            "log-all-domain", "redirect-portal", "sdns-domain-log", "sdns-ftgd-err-log", "block-botnet",
        }
    ),
    "dnsfilter profile/ftgd-dns/filters": frozenset({"log"}),
    "application list": frozenset(
        {
            "extended-log", "other-application-log", "unknown-application-log",
            "app-replacemsg",
        }
    ),
    "application list/entries": frozenset({"log", "log-packet", "session-ttl"}),
    "firewall ssl-ssh-profile": frozenset(
        {
            "ssl-anomaly-log", "ssl-exemption-log", "untrusted-caname",
        }
    ),
    "firewall ssl-ssh-profile/https": frozenset({"ports"}),
    # Mail and file protocols: web filtering does not look at them, inspected or not.
    "firewall ssl-ssh-profile/ftps": frozenset({"ports", "status"}),
    "firewall ssl-ssh-profile/imaps": frozenset({"ports", "status"}),
    "firewall ssl-ssh-profile/pop3s": frozenset({"ports", "status"}),
    "firewall ssl-ssh-profile/smtps": frozenset({"ports", "status"}),
    "firewall ssl-ssh-profile/ssh": frozenset({"ports", "status"}),
    "user radius": frozenset(
        {
            "acct-interim-interval", "all-usergroup", "auth-type", "nas-id", "nas-id-type", "nas-ip",
            "radius-coa", "radius-port", "source-ip", "timeout",
        }
    ),
    "user radius/accounting-server": frozenset({"port", "source-ip", "status"}),
    "system password-policy": frozenset(
        {
            "expire-day", "expire-status", "min-change-characters", "min-lower-case-letter",
            "min-non-alphanumeric", "min-number", "min-upper-case-letter", "minimum-length",
        }
    ),
    "wireless-controller wtp-profile": frozenset(
        {
            "allowaccess", "ap-handoff", "dtls-policy", "handoff-roaming", "handoff-rssi",
            "handoff-sta-thresh", "led-schedules", "led-state", "lldp", "console-login", "indoor-outdoor-deployment",
            "login-passwd-change", "max-clients", "poe-mode", "wan-port-mode",
        }
    ),
    "wireless-controller wtp-profile/platform": frozenset({"ddscan", "mode", "type"}),
    "wireless-controller wtp": frozenset({"location", "led-state", "region", "uuid"}),
    "wireless-controller setting": frozenset(
        {"country", "darrp-optimize", "darrp-optimize-schedules", "duplicate-ssid", "fake-ssid-action",
            "phishing-ssid-detect"}
    ),
    # Thresholds and kinds of what is noticed; whether foreign access points are, and what is done about them, is a
    # fact.
    "wireless-controller wids-profile": frozenset(
        {
            "ap-bgscan-disable-schedules", "ap-bgscan-duration", "ap-bgscan-idle", "ap-bgscan-intv", "ap-bgscan-period",
            "ap-bgscan-report-intv", "ap-fgscan-report-intv", "ap-scan-channel-list-2G-5G", "ap-scan-channel-list-6G",
            "ap-scan-passive", "ap-scan-threshold", "asleap-attack", "deauth-broadcast", "deauth-unknown-src-thresh",
            "eapol-fail-intv", "eapol-fail-thresh", "invalid-mac-oui", "long-duration-attack", "long-duration-thresh",
            "null-ssid-probe-resp", "sensor-mode", "spoofed-deauth", "weak-wep-iv", "windows-bridge", "wireless-bridge",
            *_FLOODS,
        }
    ),
    "wireless-controller mpsk-profile": frozenset({"mpsk-concurrent-clients"}),
    "wireless-controller qos-profile": frozenset(
        {
            "burst", "wmm", "wmm-uapsd", "call-admission-control", "call-capacity", "bandwidth-admission-control",
            "bandwidth-capacity", "dscp-wmm-mapping", "dscp-wmm-vo", "dscp-wmm-vi", "dscp-wmm-be", "dscp-wmm-bk",
            "wmm-dscp-marking", "wmm-vo-dscp", "wmm-vi-dscp", "wmm-be-dscp", "wmm-bk-dscp",
        }
    ),
    "wireless-controller vap": frozenset(
        {
            "auth", "broadcast-suppression", "eap-reauth", "eap-reauth-intv", "ft-mobility-domain", "ft-over-ds",
            "ft-r0-key-lifetime", "high-efficiency", "max-clients", "max-clients-ap", "mbo",
            "multicast-rate", "okc", "owe-groups", "probe-resp-suppression", "quarantine", "rates-11a", "rates-11bg",
            "sae-groups", "sae-h2e-only", "sticky-client-remove", "target-wake-time",
        }
    ),
}  # fmt: skip
_RADIO_FIELDS = frozenset(
        {
            "airtime-fairness", "arrp-profile", "darrp", "drma", "ap-handoff", "max-clients",
            "power-level", "short-guard-interval",
        }
    )  # fmt: skip
for _radio in ("radio-1", "radio-2", "radio-3"):
    FIELDS[f"wireless-controller wtp-profile/{_radio}"] = _RADIO_FIELDS

#: Hardening fields and the values that keep it; anything else is a problem, not an unread line.
_ON, _OFF = frozenset({"enable"}), frozenset({"disable"})
SAFE: dict[str, dict[str, frozenset[str]]] = {
    "system global": {
        "admin-forticloud-sso-login": _OFF,
        "admin-https-redirect": _ON,
        "admin-https-ssl-versions": frozenset({"tlsv1-2", "tlsv1-3"}),
        "admin-https-ssl-ciphersuites": frozenset(
            {"TLS-AES-128-GCM-SHA256", "TLS-AES-256-GCM-SHA384", "TLS-CHACHA20-POLY1305-SHA256"}
        ),
        "admin-lockout-threshold": frozenset("12345"),
        "admin-ssh-v1": _OFF,
        "ssl-static-key-ciphers": _OFF,
        "strong-crypto": _ON,
    },
    "system settings": {
        "allow-subnet-overlap": _OFF,
        "asymroute": _OFF,
        "central-nat": _OFF,
        "ngfw-mode": frozenset({"profile-based"}),
        "opmode": frozenset({"nat"}),
    },
    "system central-management": {"type": frozenset({"none"})},
    "vpn ipsec phase1-interface": {
        "cert-trust-store": frozenset({"local"}),
        "signature-hash-alg": frozenset({"sha2-256", "sha2-384", "sha2-512"}),
    },
    "system password-policy": {
        "apply-to": frozenset({"admin-password", "ipsec-preshared-key"}),
        "reuse-password": frozenset({"disable"}),
        "status": _ON,
    },
    "log eventfilter": dict.fromkeys(
        ("event", "ha", "router", "security-rating", "system", "user", "vpn", "wireless-activity"), _ON
    ),
}
_SYSLOG_FIELDS = frozenset(
    {
        "certificate", "facility", "format", "interface", "interface-select-method", "max-log-rate",
        "priority", "source-ip", "ssl-min-proto-version",
    }
)  # fmt: skip
_SYSLOG_FILTER: dict[str, frozenset[str]] = {
    "forward-traffic": _ON,
    "local-traffic": _ON,
    "severity": frozenset({"debug", "information", "notification"}),
}
for _name in ("syslogd", "syslogd2", "syslogd3", "syslogd4"):
    FIELDS[f"log {_name} setting"] = _SYSLOG_FIELDS
    FIELDS[f"log {_name} filter"] = frozenset(
        {"anomaly", "multicast-traffic", "sniffer-traffic", "ztna-traffic"}
    )
    SAFE[f"log {_name} filter"] = _SYSLOG_FILTER
