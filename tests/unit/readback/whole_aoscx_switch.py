"""A whole AOS-CX core of a made-up school, written by hand from vendor documents and running configurations."""

from __future__ import annotations

CORE = """\
Current configuration:
!
!Version ArubaOS-CX FL.10.13.1101
!export-password: default
hostname oak-core-1
banner motd ^
Authorised use only
! not a comment
^
user admin group administrators password ciphertext AQB1
user netgen group administrators password plaintext NETGEN_SECRET.env.X.END
clock timezone europe/london
vrf STAFF
vrf STUDENT
ntp server 10.1.1.13 prefer
ntp enable
cli-session
    timeout 10
!
radius-server host 10.1.1.20 key plaintext RADKEY
aaa group server radius RAD
    server 10.1.1.20
aaa authentication login default group RAD local
aaa authentication login console local
aaa authentication port-access dot1x authenticator
    radius server-group RAD
    enable
aruba-central
    disable
logging 10.1.1.41 tls 6514 severity info vrf default include-auditable-events
ssh server vrf default
object-group ip address ADMINS
    10 10.99.0.0/24
    20 10.99.4.0/255.255.255.0
access-list ip MGMT
    10 comment who may
    20 permit tcp ADMINS any eq ssh
    30 deny tcp any any eq 22 log count
    33 permit tcp ADMINS any eq https
    36 deny tcp any any eq https
    40 permit udp 10.99.0.5 any eq snmp
    50 deny udp any any eq snmp
    60 permit any any any
apply access-list ip MGMT control-plane vrf default
vlan 1
vlan 10
    name MGMT
vlan 20
    name STAFF
vlan 30
    name VOICE
    voice
vlan 40,50
vlan 998-999
spanning-tree
spanning-tree priority 1
spanning-tree config-name TRUST
spanning-tree config-revision 1
interface mgmt
    shutdown
interface lag 1
    description to acc
    no shutdown
    no routing
    vlan trunk native 998
    vlan trunk allowed 10,20,30
    lacp mode active
interface 1/1/1
    description phone
    no shutdown
    no routing
    vlan trunk native 20
    vlan trunk allowed 20,30
    spanning-tree bpdu-guard
    spanning-tree port-type admin-edge
    loop-protect
    rate-limit broadcast 1 percent
    rate-limit multicast 640 pps
interface 1/1/2
    shutdown
    no routing
    vlan access 999
    no power-over-ethernet
interface 1/1/3
    no shutdown
    no routing
    vlan access 50
    portfilter 1/1/4-1/1/5
    aaa authentication port-access client-limit 2
    aaa authentication port-access dot1x authenticator
        eapol-timeout 5
        enable
interface 1/1/4-1/1/5
    no shutdown
    no routing
    vlan access 50
    portfilter 1/1/3-1/1/5
interface 1/1/49
    no shutdown
    mtu 9198
    lag 1
interface vlan 10
    ip address 10.1.9.2/24
interface vlan 20
    vrf attach STAFF
    ip address 10.1.0.1/22
interface vlan 40
    vrf attach STUDENT
    ip address 10.1.4.1/22
snmp-server vrf default
snmp-server snmpv3-only
snmp-server system-location Block A
snmpv3 user nms auth sha256 auth-pass plaintext A1 priv aes256 priv-pass plaintext P1
ip route 0.0.0.0/0 10.1.9.1
ip route 0.0.0.0/0 10.1.250.1 vrf STAFF
ip dns server-address 10.1.1.53
no ip icmp redirect
dhcp-server vrf STAFF
    authoritative
    pool staff
        range 10.1.0.100 10.1.3.250 prefix-len 22
        default-router 10.1.0.1
        dns-server 10.1.1.53
        domain-name example.sch.uk
        lease 00:08:00
    enable
https-server vrf default
https-server session-timeout 10
"""
