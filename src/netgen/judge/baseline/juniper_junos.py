"""Baseline of EX switches and SRX firewalls. Statement forms: Juniper's YANG models and CLI reference, Junos 23.4."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

from netgen.judge.baseline.rows import may, must

_KEX = "curve25519-sha256,ecdh-sha2-nistp256,ecdh-sha2-nistp384,ecdh-sha2-nistp521"
_CIPHERS = "aes256-gcm@openssh.com,aes128-gcm@openssh.com,aes256-ctr,aes192-ctr,aes128-ctr,chacha20-poly1305@openssh.com"
_MACS = "hmac-sha2-512-etm@openssh.com,hmac-sha2-256-etm@openssh.com,hmac-sha2-512,hmac-sha2-256"
_SSH = "system services ssh"
_HOST = "system syslog host *"
_GATEWAY = "security ike gateway *"
_SCREEN = "security screen ids-option *"
_DOT1X = "protocols dot1x authenticator interface *"

ROWS = (
    # who may come in, and what a guesser gets
    must("system login retry-options", "tries-before-disconnect <=10", "a guesser has as many tries as he likes"),
    must("system login retry-options", "lockout-period >=5", "a guesser has as many tries as he likes"),
    *may("system login retry-options", "backoff-threshold *", "backoff-factor *", "minimum-time *", "maximum-time *"),
    must("system login password", "minimum-length >=12", "short passwords are taken"),
    must("system login password", "format {sha256,sha512}", "stored passwords are easily guessed"),
    *may("system login password", "minimum-changes *", "minimum-numerics *", "minimum-*-cases *", "change-type *"),
    must("system radius-server *", "source-address $address", "RADIUS knows the box by this address", "radius"),
    *may("system radius-server *", "timeout <=10", "retry <=5", "port 1812", "accounting-port 1813"),
    *may("system radius-options", "password-protocol mschap-v2"),
    *may("system radius-options attributes", "nas-ip-address $address"),
    *may("system accounting", "events ..."),
    # sessions
    must(_SSH, "root-login deny", "the account that no log names may come in from afar"),
    must(_SSH, f"ciphers {{{_CIPHERS}}}+", "old ciphers are taken too"),
    must(_SSH, f"macs {{{_MACS}}}+", "old MACs are taken too"),
    must(_SSH, f"key-exchange {{{_KEX}}}+", "old key exchanges are taken too"),
    *may(_SSH, "protocol-version v2", "client-alive-interval *", "client-alive-count-max *", "connection-limit <=50"),
    *may(_SSH, "rate-limit <=50", "max-sessions-per-connection *", "fingerprint-hash sha2-256", "log-key-changes"),
    *may(f"{_SSH} hostkey-algorithm-list", "ed25519", "ecdsa-sha2-nistp*", "rsa"),
    *may("system services netconf ssh", "connection-limit *", "rate-limit *", "client-alive-*", "port 830"),
    *may("system services netconf", "ssh", "rfc-compliant", "yang-compliant"),
    must("system ports console", "log-out-on-disconnect", "who pulls the console cable leaves his session behind"),
    # evidence
    must(_HOST, "any {any,info,notice}", "the log server is told too little"),
    must(_HOST, "authorization {any,info}", "nobody can say who came in"),
    must(_HOST, "interactive-commands any", "nobody can say who did what"),
    *may(_HOST, "structured-data", "change-log {any,info}", "allow-duplicates", "explicit-priority", "source-address $address"),
    *may(f"{_HOST} tlsdetails", "trusted-ca-group *"),
    must("system syslog", "source-address $address", "the log server knows the box by this address"),
    must("system syslog", "file messages", "the box forgets its own log"),
    *may("system syslog", "file *", "user *"),
    *may("system syslog file *", "...") + may("system syslog file * archive", "..."),
    *may("system syslog user *", "any emergency"),
    *may("system syslog archive", "..."),
    *may("system syslog time-format", "year", "millisecond"),
    must("security log", "mode stream", "what rules log reaches no log server", "firewall"),
    must("security log", "source-address $address", "the log server knows the firewall by this address", "firewall"),
    *may("security log", "format {sd-syslog,syslog}", "utc-timestamp"),
    must("security log stream *", "severity {info,debug}", "the log server is told too little"),
    *may("security log stream *", "format {sd-syslog,syslog}", "source-address $address"),
    must("security log stream * transport", "tls-profile *", "the log server's certificate is not checked", "tls"),
    *may("services ssl initiation", "profile *"),
    must("services ssl initiation profile *", "trusted-ca ...", "the log server's certificate is not checked"),
    *may("services ssl initiation profile *", "protocol-version {tls12,tls13}"),
    *may("security pki", "ca-profile *", "trusted-ca-group *"),
    *may("security pki ca-profile *", "ca-identity *"),
    *may("security pki ca-profile * revocation-check crl disable", "on-download-failure"),
    *may("security pki trusted-ca-group *", "ca-profiles ..."),
    # time, names, polling
    must("system", "domain-name $domain", "names without a domain are not found"),
    must("system", "time-zone $timezone", "times in logs are another zone's", "timezone"),
    must("system ntp", "source-address $address", "time is asked for from another address"),
    *may("system ntp server *", "prefer", "version 4"),
    must("snmp engine-id", "local $hostname", "the keys of pollers are bound to this word", "snmp"),
    must("snmp view *", "oid .1", "the poller sees nothing", "snmp"),
    must("snmp view * oid .1", "include", "the poller sees nothing", "snmp"),
    # the box itself
    *may("system", "no-redirects", "no-redirects-ipv6", "no-ping-record-route", "no-ping-time-stamp", "no-multicast-echo"),
    *may("system internet-options", "tcp-drop-synfin-set", "icmpv4-rate-limit ..."),
    *may("system commit", "synchronize", "persist-groups-inheritance"),
    *may("system", "compress-configuration-files", "max-configurations-on-flash *", "auto-snapshot"),
    *may("policy-options prefix-list *", "*/32"),
    # switching
    must("protocols layer2-control bpdu-block", "disable-timeout 30..3600", "a looped socket stays dead until somebody drives there", "switch"),
    must("protocols lldp", "interface all", "phones and access points learn their VLAN by LLDP", "switch"),
    must("protocols lldp-med", "interface all", "phones learn their VLAN by LLDP-MED", "switch"),
    *may("protocols lldp", "port-id-subtype *", "management-address $address", "advertisement-interval *", "port-description-type *"),
    *may("protocols lldp-med", "fast-start *"),
    *may("protocols mstp interface *", "mode {point-to-point,shared}"),
    *may("protocols igmp-snooping", "vlan *"),
    *may("protocols layer2-control", "nonstop-bridging"),
    *may("switch-options voip interface *", "forwarding-class *"),
    *may("interfaces *", "description *"),
    *may("interfaces * aggregated-ether-options", "minimum-links 1"),
    *may("interfaces * aggregated-ether-options lacp", "periodic {fast,slow}"),
    *may("virtual-chassis", "preprovisioned", "no-split-detection", "member *"),
    *may("virtual-chassis member *", "role {routing-engine,line-card}", "serial-number *", "mastership-priority *"),
    *may("chassis redundancy", "graceful-switchover"),
    *may("routing-options", "nonstop-routing"),
    *may("protocols bgp group *", "log-updown"),
    *may("protocols bgp group * family inet unicast prefix-limit teardown", "idle-timeout 1..60"),
    *may("chassis alarm management-ethernet", "link-down ignore"),
    *may("forwarding-options storm-control-profiles *", "action-shutdown"),
    # 802.1X
    *may(f"{_DOT1X} mac-radius", "flap-on-disconnect"),
    *may(f"{_DOT1X} mac-radius authentication-protocol", "{pap,eap-md5}", "eap-peap"),
    *may(_DOT1X, "transmit-period <=10", "quiet-period <=60", "retries <=3", "maximum-requests <=3", "server-timeout <=30", "supplicant-timeout <=30"),
    *may(f"{_DOT1X} multi-domain", "packet-action {drop,drop-and-log,log,shutdown}", "recovery-timeout *"),
    *may("access radius-server *", "source-address $address", "timeout <=10", "retry <=5", "port 1812", "accounting-port 1813"),
    *may("access profile *", "accounting-order radius"),
    *may("access profile * accounting", "coa-immediate-update", "immediate-update", "accounting-stop-on-failure"),
    # classes of traffic, and samples of it
    *may("class-of-service forwarding-classes", "class *"),
    *may("class-of-service forwarding-classes class *", "queue-num *"),
    *may("class-of-service schedulers * buffer-size", "percent *"),
    *may("class-of-service schedulers *", "priority low"),
    *may("protocols sflow", "polling-interval *", "interfaces *"),
    *may("protocols sflow sample-rate", "ingress 1000..10000", "egress 1000..10000"),
    *may("protocols sflow source-ip", "$address"),
    # a second firewall
    *may("chassis cluster", "control-link-recovery", "heartbeat-interval *", "heartbeat-threshold *"),
    *may("chassis cluster redundancy-group *", "gratuitous-arp-count *", "hold-down-interval *"),
    *may("interfaces * redundant-ether-options", "minimum-links 1"),
    *may("interfaces * redundant-ether-options lacp", "periodic {fast,slow}"),
    # firewall
    must("security ike proposal *", "lifetime-seconds 3600..86400", "a key of the tunnel is used too long"),
    must("security ipsec proposal *", "lifetime-seconds 1200..28800", "a key of the tunnel is used too long"),
    must(f"{_GATEWAY} dead-peer-detection", "interval <=20", "a dead peer is noticed too late"),
    *may(f"{_GATEWAY} dead-peer-detection", "threshold <=5"),
    *may(f"{_GATEWAY} dynamic", "connections-limit 1", "ike-user-type group-ike-id", "reject-duplicate-connection"),
    *may("security ipsec vpn *", "df-bit {clear,copy}"),
    *may("security ike policy * certificate", "peer-certificate-type x509-signature"),
    *may("services rpm probe * test *", "history-size *", "moving-average-size *", "ttl *", "data-size *", "dscp-code-points *"),
    *may("security flow tcp-mss ipsec-vpn", "mss 1200..1400"),
    *may("security flow tcp-session", "strict-syn-check", "rst-sequence-check", "rst-invalidate-session"),
    *may(f"{_SCREEN} tcp syn-flood", "alarm-threshold *", "source-threshold *", "destination-threshold *", "timeout <=50", "queue-size *"),
    *may(f"{_SCREEN} icmp", "fragment", "large", "ip-sweep"),
    *may(f"{_SCREEN} tcp", "syn-fin", "fin-no-ack", "tcp-no-flag", "winnuke", "port-scan", "syn-frag"),
    *may(f"{_SCREEN} ip", "bad-option", "record-route-option", "timestamp-option", "security-option", "stream-option", "unknown-protocol", "loose-source-route-option", "strict-source-route-option"),
    *may("security policies", "policy-rematch", "policy-rematch extensive"),
    *may("security nat source", "address-persistent"),
    *may("security utm default-configuration web-filtering juniper-enhanced", "..."),
    must("security idp security-package automatic", "enable", "attacks that became known since are not looked for", "ips"),
    *may("security idp security-package automatic", "interval 1..168", "start-time *"),
    *may("security dynamic-address feed-server *", "hold-interval >=86400"),
)  # fmt: skip
