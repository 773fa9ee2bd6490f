"""A whole core switch of a made-up school in the words of two systems, written by hand from vendor documents."""

from __future__ import annotations

IOS_XE = """\
hostname oak-core-01
no ip http server
no ip http secure-server
ip routing
username netgen privilege 15 secret 9 HASH
aaa new-model
radius server radius1
 address ipv4 10.1.1.10 auth-port 1812 acct-port 1813
 key RADKEY
aaa group server radius RAD
 server name radius1
aaa authentication login default group RAD local
aaa authentication login CONSOLE local
ip name-server 10.1.1.53
vrf definition STAFF
 address-family ipv4
vrf definition PUPIL
 address-family ipv4
spanning-tree mode mst
spanning-tree mst 0 priority 4096
spanning-tree portfast bpduguard default
ip dhcp snooping vlan 10,20
ip dhcp snooping
ip dhcp excluded-address vrf STAFF 10.1.0.1 10.1.0.99
ip dhcp pool STAFF
 vrf STAFF
 network 10.1.0.0 255.255.252.0
 default-router 10.1.0.1
 dns-server 10.1.1.53
vlan 10
 name STAFF
vlan 20
 name PUPIL
vlan 999
 name BLACKHOLE
interface Port-channel1
 description to acc
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
 ip dhcp snooping trust
interface GigabitEthernet1/0/1
 switchport access vlan 10
 switchport mode access
 switchport protected
 switchport voice vlan 20
 storm-control broadcast level 1.00
 power inline never
 spanning-tree portfast
interface GigabitEthernet1/0/2
 switchport access vlan 999
 switchport mode access
 shutdown
interface TenGigabitEthernet1/1/1
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
 ip dhcp snooping trust
 channel-group 1 mode active
interface Vlan10
 vrf forwarding STAFF
 ip address 10.1.0.1 255.255.252.0
 ip access-group GUARD in
interface Vlan20
 vrf forwarding PUPIL
 ip address 10.2.0.1 255.255.252.0
 ip helper-address 10.1.1.67
ip route 0.0.0.0 0.0.0.0 10.9.0.1
ip route vrf STAFF 0.0.0.0 0.0.0.0 10.20.0.254
ip access-list extended GUARD
 10 permit udp any any eq bootps
 20 deny ip any 10.2.0.0 0.0.255.255 log
 30 permit ip any any
ip access-list standard VTY-IN
 10 permit 10.99.0.0 0.0.0.255
snmp-server group NMS v3 priv
snmp-server user nms NMS v3 auth sha AUTH priv aes 128 PRIV
logging host 10.1.1.50 transport tcp port 6514
ntp server 10.1.1.123
banner login ^C
Authorised only
^C
line con 0
 login authentication CONSOLE
line vty 0 4
 access-class VTY-IN in vrf-also
 transport input ssh
line vty 5 15
 access-class VTY-IN in vrf-also
 transport input ssh
"""

EOS = """\
no username admin
username netgen privilege 15 role network-admin secret sha512 HASH
hostname oak-core-01
ip name-server vrf default 10.1.1.53
radius-server host 10.1.1.10 timeout 4 key 7 RADKEY
aaa group server radius RAD
   server 10.1.1.10
aaa authentication login default group RAD local
logging host 10.1.1.50 6514 protocol tcp
ntp server 10.1.1.123
snmp-server group NMS v3 priv
snmp-server user nms NMS v3 localized 4242 auth sha AUTH priv aes PRIV
spanning-tree mode mstp
spanning-tree edge-port bpduguard default
spanning-tree mst 0 priority 4096
vlan 20
   name PUPIL
vlan 30
   name VOICE
vlan 998
   name NATIVE
vrf instance PUPIL
ip routing vrf PUPIL
ip dhcp snooping
ip dhcp snooping information option
ip dhcp snooping vlan 20,30
dhcp server vrf PUPIL
   subnet 10.20.0.0/22
      range 10.20.0.50 10.20.3.250
      name PUPIL
      dns server 10.1.1.53
      default-gateway 10.20.0.1
interface Port-Channel1
   description to acc
   switchport trunk native vlan 998
   switchport trunk allowed vlan 20,30
   switchport mode trunk
interface Ethernet1
   switchport trunk native vlan 20
   switchport phone vlan 30
   switchport mode trunk phone
   storm-control broadcast level 1
   spanning-tree portfast
interface Ethernet2
   switchport access vlan 998
   shutdown
   poe disabled
interface Ethernet49
   channel-group 1 mode active
interface Vlan20
   vrf PUPIL
   ip address 10.20.0.1/22
   dhcp server ipv4
   ip access-group GUARD in
ip route 0.0.0.0/0 10.9.0.1
ip route vrf PUPIL 0.0.0.0/0 10.20.0.254
ip access-list GUARD
   10 permit udp any any eq bootps
   20 deny ip any 10.2.0.0/16 log
   30 permit ip any any
ip access-list standard IN
   10 permit 10.99.0.0/24
banner login
Authorised only
EOF
management ssh
   ip access-group IN in
management api http-commands
   no shutdown
   vrf default
      ip access-group IN
"""
