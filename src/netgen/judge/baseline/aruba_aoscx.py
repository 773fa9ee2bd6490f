"""Baseline of AOS-CX switches. Line forms: AOS-CX 10.13 configurations, Security and Hardening Guides, CIS benchmark."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

from netgen.judge.baseline.rows import may, must

_KEX = (
    "curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,ecdh-sha2-nistp384,ecdh-sha2-nistp521"
)
_CIPHERS = "aes256-gcm@openssh.com,aes128-gcm@openssh.com,aes256-ctr,aes192-ctr,aes128-ctr,chacha20-poly1305@openssh.com"
_MACS = "hmac-sha2-512-etm@openssh.com,hmac-sha2-256-etm@openssh.com,hmac-sha2-512,hmac-sha2-256"
_HOST_KEYS = (
    "rsa-sha2-512,rsa-sha2-256,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,ssh-ed25519"
)

ROWS = (
    # who may do what, and what a guesser gets
    must("", "aaa authentication limit-login-attempts <=10 lockout-time >=300", "a guesser has as many tries as he likes"),
    *may("", "aaa authentication console-login-attempts <=10 console-lockout-time >=60", "aaa authorization commands default {local,group} ...", "aaa authorization commands console {local,none}"),
    *may("", "aaa accounting all-mgmt ...", "radius-server timeout <=10", "radius-server retries <=5", "system serviceos password-prompt"),
    *may("radius server", "port 1812", "acct-port 1813", "timeout <=10", "retries <=5"),
    *may("", "password complexity"),
    *may("password complexity", "enable", "minimum-length >=12", "history-count *", "position-changes *"),
    *may("password complexity", "lowercase-count *", "uppercase-count *", "numeric-count *", "special-char-count *"),
    # sessions
    must("", f"ssh ciphers {{{_CIPHERS}}}+", "old ciphers are taken too"),
    must("", f"ssh macs {{{_MACS}}}+", "old MACs are taken too"),
    must("", f"ssh key-exchange-algorithms {{{_KEX}}}+", "old key exchanges are taken too"),
    must("", f"ssh host-key-algorithms {{{_HOST_KEYS}}}+", "old host key signatures are taken too"),
    *may("", f"ssh public-key-algorithms {{{_HOST_KEYS}}}+", "ssh maximum-auth-attempts <=6", "ssh server port 22"),
    *may("", "https-server rest access-mode read-write", "https-server max-user-sessions *", "tls minimum-version {tls12,tls13}"),
    *may("cli-session", "max-per-user *", "tracking-range *"),
    must("", "aruba-central", "an account in a cloud could take the switch over"),
    must("aruba-central", "disable", "an account in a cloud could take the switch over"),
    *may("", "no usb", "bluetooth disable", "hide-sensitive-data"),
    # sockets where devices log in
    must("interface * / dot1x", "eapol-timeout <=10", "a device that does not speak 802.1X waits for minutes"),
    must("interface * / dot1x", "max-eapol-requests <=3", "a device that does not speak 802.1X waits for minutes"),
    *may("interface * / dot1x", "max-retries <=2", "cached-reauth", "cached-reauth-period *", "quiet-period <=60"),
    *may("interface * / mac-auth", "cached-reauth", "cached-reauth-period *", "quiet-period <=60"),
    *may("interface *", "aaa authentication port-access allow-lldp-bpdu", "aaa authentication port-access auth-precedence dot1x mac-auth"),
    *may("aaa authentication port-access mac-auth", "addr-format *", "auth-method {chap,pap}"),
    *may("", "radius-server tracking retries <=3", "sflow sampling >=512", "sflow polling *"),
    # evidence
    must("logging *", "include-auditable-events", "the log server is not told who changed what"),
    *may("logging *", "severity {info,debug}", "auth-mode subject-name", "auth-mode certificate"),
    *may("", "crypto pki ta-profile *"),
    *may("crypto pki ta-profile *", "..."),
    *may("", "logging facility *", "no logging console", "crypto pki application syslog-client certificate *"),
    # time, names, polling
    must("", "clock timezone $place", "times in logs are another zone's", "timezone"),
    must("", "ntp enable", "the time is never asked for"),
    *may("", "ntp vrf default"),
    must("", "ip dns domain-name $domain", "host names and keys need it"),
    *may("", "ip source-interface all interface vlan$vlan", "ip source-interface * interface vlan$vlan", "ip source-interface * $address"),
    *may("", "snmp-server response-source interface vlan$vlan", "snmp-server trap ..."),
    # switching
    must("interface *", "no routing", "the port routes and carries no VLAN", "routed"),
    must("interface lag *", "no routing", "the LAG routes and carries no VLAN", "routed"),
    *may("interface lag *", "lacp rate {fast,slow}"),
    must("", "spanning-tree bpdu-guard timeout 30..3600", "a looped socket stays dead until somebody drives there"),
    *may("", "spanning-tree extend-system-id", "spanning-tree trap ...", "no lldp ...", "lldp ..."),
    *may("interface *", "loop-protect action {tx-disable,tx-rx-disable}", "loop-protect vlan *", "no trap link-status"),
    *may("", "loop-protect re-enable-timer 30..3600", "loop-protect transmit-interval <=10"),
    *may("interface *", "lldp med ...", "power-over-ethernet allocate-by {usage,class}"),
    *may("vlan $blackhole", "shutdown"),
    *may("interface vlan 1", "no ip dhcp"),
    *may("vlan *", "ip igmp snooping enable", "no ip igmp snooping enable"),
    *may("", "no dhcpv4-snooping option 82", "dhcpv4-snooping option 82 ...", "no dhcpv4-snooping verify mac"),
    *may("dhcp-server vrf *", "authoritative"),
    # pairs
    *may("vsx", "linkup-delay-timer 60..600", "split-recovery", "config-sync disable"),
    # what the box writes by itself
    *may("", "profile default", "module * product-number *", "vsf member *", "vsf secondary-member *", "vsf split-detect mgmt"),
    *may("vsf member *", "type *", "link * *"),
    *may("", "interface-group ...", "system interface-group ..."),
)  # fmt: skip
