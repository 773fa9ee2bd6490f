"""Baseline of EOS switches. Line forms: Arista's published validated configurations, EOS 4.32 and 4.33."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

from netgen.judge.baseline.rows import may, must

_KEX = (
    "curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,ecdh-sha2-nistp384,ecdh-sha2-nistp521"
)
_CIPHERS = "aes256-gcm@openssh.com,aes128-gcm@openssh.com,aes256-ctr,aes192-ctr,aes128-ctr,chacha20-poly1305@openssh.com"
_MACS = "hmac-sha2-512-etm@openssh.com,hmac-sha2-256-etm@openssh.com,hmac-sha2-512,hmac-sha2-256"
_PROFILE = "management security / ssl profile *"

ROWS = (
    # who may do what, and what a guesser gets
    must("", "aaa authorization exec default group * local", "rights are not asked for", "radius"),
    must("", "aaa authentication policy lockout failure <=10 window >=300 duration >=300", "a guesser has as many tries as he likes"),
    must("", "aaa authentication policy on-failure log", "a guesser leaves no trace"),
    must("", "aaa authentication policy on-success log", "nobody can say who came in"),
    must("", "ip radius source-interface Vlan$vlan", "RADIUS knows the switch by this address", "radius"),
    *may("", "no aaa root"),
    # sockets
    *may("", "radius-server attribute 32 include-in-access-req hostname", "dot1x protocol lldp bypass"),
    *may("dot1x", "radius av-pair service-type", "mac based authentication hold period *", "supplicant logging", "mac-based-auth radius av-pair user-name delimiter ..."),
    *may("interface *", "dot1x timeout {tx-period,quiet-period} <=60", "dot1x reauthorization request limit <=5", "dot1x timeout reauth-timeout-ignore always"),
    *may("policy-map *", "set traffic-class *"),
    *may("monitor loop-protection", "disabled-time 30..3600", "transmit-interval <=10", "rate-limit *"),
    must("", "sflow sample *", "no packet is sampled", "sflow"),
    must("", "sflow source-interface Vlan$vlan", "the collector knows the switch by this address", "sflow"),
    *may("", "sflow polling-interval <=300"),
    # sessions
    must("management ssh", f"cipher {{{_CIPHERS}}}+", "old ciphers are taken too"),
    must("management ssh", f"key-exchange {{{_KEX}}}+", "old key exchanges are taken too"),
    must("management ssh", f"mac {{{_MACS}}}+", "old MACs are taken too"),
    *may("management ssh", "authentication mode ...", "authentication protocol ...", "log-level *", "login timeout <=120"),
    *may("management ssh", "connection limit *", "connection per-host *", "client-alive ..."),
    *may("management security", "ssl profile *", "password minimum length >=12", "password encryption-key common"),
    must(_PROFILE, "tls versions {1.2,1.3}+", "old TLS is taken"),
    must(_PROFILE, "trust certificate *", "the log server's certificate is not checked", "tls"),
    # evidence
    must("", "logging buffered >=1000 ...", "the box forgets its own log"),
    must("", "logging trap {informational,debugging}", "the log server is told too little"),
    must("", "logging source-interface Vlan$vlan", "the log server knows the switch by this address"),
    *may("", "logging console ...", "no logging console", "logging format timestamp ...", "logging facility *"),
    # time, names, polling
    must("", "clock timezone $timezone", "times in logs are another zone's", "timezone"),
    must("", "ntp local-interface Vlan$vlan", "time is asked for from another address"),
    must("", "dns domain $domain", "host names and keys need it"),
    must("", "snmp-server view * iso included", "the poller sees nothing", "snmp"),
    must("", "snmp-server local-interface Vlan$vlan", "the poller knows the switch by this address", "snmp"),
    *may("", "snmp-server engineID local *"),
    # switching
    must("", "errdisable recovery cause bpduguard", "a looped socket stays dead until somebody drives there"),
    *may("", "errdisable recovery cause *", "errdisable recovery interval 30..3600", "lldp run", "no lldp tlv ..."),
    *may("interface *", "switchport phone trunk untagged", "load-interval *", "logging event ...", "snmp trap ..."),
    # pairs
    must("interface Vlan$pair_vlan", "no autostate", "the halves lose each other before the peer link is up", "pair"),
    *may("mlag configuration", "reload-delay mlag 300..3600", "reload-delay non-mlag 300..3600", "heartbeat-interval <=5000"),
    *may("mlag configuration", "dual-primary recovery delay mlag 60..1000 non-mlag 0..1000"),
    # what the box writes by itself
    *may("", "service routing protocols model *", "transceiver qsfp default-mode 4x10G", "system l1"),
    *may("", "vlan internal order ...", "poe", "queue-monitor ..."),
    *may("system l1", "unsupported {speed,error-correction} action {error,warn}"),
    *may("poe", "..."),
)  # fmt: skip
