"""Baseline of IOS-XE switches. Line forms: IOS-XE 17.12 running configurations and command references."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

from netgen.judge.baseline.rows import may, must

_KEX = (
    "curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,ecdh-sha2-nistp384,ecdh-sha2-nistp521"
)
_CIPHERS = (
    "aes256-gcm@openssh.com,aes128-gcm@openssh.com,aes256-gcm,aes128-gcm,aes256-ctr,aes192-ctr,aes128-ctr,"
    "chacha20-poly1305@openssh.com"
)
_MACS = "hmac-sha2-512-etm@openssh.com,hmac-sha2-256-etm@openssh.com,hmac-sha2-512,hmac-sha2-256"
_HOST_KEYS = (
    "rsa-sha2-512,rsa-sha2-256,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,ssh-ed25519"
)

ROWS = (
    # who may do what, and what a guesser gets
    must("", "aaa authorization exec default group * local ...", "rights are not asked for", "radius"),
    must("", "aaa authorization exec * local", "the console has no rights to give"),
    must("", "aaa authorization console", "without it the console ignores authorisation"),
    must("line console", "authorization exec *", "the console asks RADIUS for rights and waits when it is away"),
    must("", "login block-for >=300 attempts <=10 within >=300", "a guesser has as many tries as he likes"),
    must("", "login on-failure log ...", "a guesser leaves no trace"),
    must("", "login on-success log ...", "nobody can say who came in"),
    *may("", "aaa session-id common", "no aaa root", "login delay 1..10"),
    *may("radius server", "timeout <=10", "retransmit <=5", "automate-tester username * probe-on"),
    must("aaa group server * *", "ip radius source-interface Vlan$vlan", "RADIUS knows the switch by this address", "radius"),
    # sockets
    *may("", "radius-server attribute 6 on-for-login-auth", "radius-server attribute 8 include-in-access-req", "radius-server attribute 25 access-request include"),
    *may("", "radius-server attribute 31 mac format ietf upper-case", "radius-server attribute 31 send nas-port-detail mac-only", "radius-server vsa send {authentication,accounting}"),
    *may("", "dot1x critical eapol", "authentication mac-move permit", "authentication critical recovery delay *"),
    *may("interface *", "authentication violation {restrict,protect,shutdown}", "authentication timer {restart,inactivity} *", "dot1x max-req <=5", "dot1x timeout {quiet-period,supp-timeout} <=60"),
    *may("interface *", "ip arp inspection limit rate <=100", "ip dhcp snooping limit rate <=100", "power inline port {poe-ha,perpetual-poe-ha}"),
    *may("", "ip dhcp snooping database flash:*", "ip arp inspection validate ..."),
    # sessions
    must("", f"ip ssh server algorithm encryption {{{_CIPHERS}}}+", "old ciphers are taken too"),
    must("", f"ip ssh server algorithm mac {{{_MACS}}}+", "old MACs are taken too"),
    must("", f"ip ssh server algorithm kex {{{_KEX}}}+", "old key exchanges are taken too"),
    must("", f"ip ssh server algorithm hostkey {{{_HOST_KEYS}}}+", "old host key signatures are taken too"),
    must("", "ip ssh source-interface Vlan$vlan", "its own sessions come from another address"),
    must("", "ip scp server enable", "a push and its undo are sent by SCP"),
    *may("", "ip ssh time-out <=120", "ip ssh bulk-mode ...", "ip ssh authentication-retries <=5", "ip ssh version 2"),
    *may("", "ip ssh dh min size >=2048"),
    *may("line console", "stopbits *", "logging synchronous ...", "speed *", "length *", "width *", "exec"),
    *may("line vty", "logging synchronous ...", "length *", "width *", "transport {output,preferred} {none,ssh}"),
    *may("line console", "transport {output,preferred} none"),
    # evidence, and the way back
    must("", "archive", "there is no copy to go back to"),
    must("archive", "path flash:*", "there is no copy to go back to"),
    must("archive", "maximum 2..14", "too few copies to go back to"),
    must("archive", "write-memory", "a saved change is not archived"),
    must("archive", "log config", "changes are not logged"),
    must("archive / log config", "logging enable", "changes are not logged"),
    must("archive / log config", "hidekeys", "keys are written to the log"),
    must("archive / log config", "notify syslog ...", "changes are not sent to the log server"),
    *may("archive / log config", "logging size *"),
    must("", "service timestamps log datetime ...", "logs carry no time", "timezone"),
    *may("", "service timestamps debug datetime ...", "service tcp-keepalives-in", "service tcp-keepalives-out"),
    *may("", "no service pad", "service password-encryption", "service sequence-numbers", "no service call-home"),
    must("", "logging buffered >=4096 ...", "the box forgets its own log"),
    must("", "logging source-interface Vlan$vlan", "the log server knows the switch by this address"),
    *may("", "logging trap {informational,debugging}", "no logging console", "logging tls-profile *"),
    must("logging tls-profile *", "tls-version {TLSv1.2,TLSv1.3}", "old TLS is taken"),
    *may("logging tls-profile *", "ciphersuite ...", "client-id-trustpoint *"),
    # time, names, polling
    must("", "clock timezone $zone 0 0", "times in logs are another zone's", "zone"),
    must("", "clock summer-time $summer recurring last Sun Mar 1:00 last Sun Oct 2:00", "logs are an hour off in summer", "summer"),
    must("", "ntp source Vlan$vlan", "time is asked for from another address"),
    must("", "ip domain name $domain", "host names and keys need it"),
    must("", "snmp-server view * iso included", "the poller sees nothing", "snmp"),
    *may("", "snmp-server source-interface {informs,traps} Vlan$vlan", "snmp-server ifindex persist"),
    *may("", "snmp-server engineID local *"),
    # switching
    must("", "vtp mode {off,transparent}", "a neighbour may change the VLANs"),
    must("", "errdisable recovery cause bpduguard", "a looped socket stays dead until somebody drives there"),
    *may("", "errdisable recovery cause *", "errdisable recovery interval 30..3600"),
    must("", "no ip dhcp snooping information option", "servers refuse requests with option 82 and no relay"),
    *may("", "ip dhcp relay information trust-all", "no ip dhcp snooping verify *"),
    must("", "lldp run", "phones and access points learn their VLAN by LLDP"),
    *may("", "no ip domain lookup ...", "ip cef ...", "vlan internal allocation policy *"),
    *may("interface *", "negotiation auto", "mdix auto", "load-interval *", "logging event ...", "snmp trap ..."),
    *may("interface *", "no ip unreachables", "no ip route-cache ...", "storm-control action trap"),
    # what the box writes by itself
    *may("", "switch * provision *", "switch * priority *", "license boot level ...", "license udi ...", "platform punt-keepalive disable-kernel-core", "diagnostic bootup level *"),
    *may("", "memory free low-watermark processor *", "redundancy", "transceiver type all", "control-plane"),
    *may("", "boot system flash:packages.conf", "boot system switch all flash:packages.conf", "no boot manual"),
    *may("", "crypto pki trustpoint SLA-TrustPoint", "crypto pki trustpoint TP-self-signed-*"),
    *may("", "crypto pki certificate chain SLA-TrustPoint", "crypto pki certificate chain TP-self-signed-*"),
    *may("", "class-map match-any system-cpp-*", "policy-map system-cpp-policy", "username * autocommand-options ..."),
    *may("redundancy", "mode sso"),
    *may("transceiver type all", "monitoring"),
    *may("control-plane", "service-policy input system-cpp-policy"),
    *may("class-map match-any *", "..."),
    *may("crypto pki trustpoint *", "..."),
    *may("crypto pki certificate chain *", "..."),
    *may("crypto pki certificate chain * / ...", "..."),
)  # fmt: skip
