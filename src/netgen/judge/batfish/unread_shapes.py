"""Lines that Batfish is known to leave unread, by platform and shape. The embedded engine reads them.

A line of another shape that Batfish flags is an objection: it may be new, misspelt, or have made
Batfish lose what stands after it. Shapes are whole lines as regular expressions.
Source: answers of Batfish 0.36.0 on texts of each platform.
"""

from __future__ import annotations

import re

import msgspec


class UnreadShape(msgspec.Struct, frozen=True):
    """A shape that may be flagged, and what reads it instead."""

    platform: str
    shape: str
    read_by: str


def _shapes(platform: str, read_by: str, *shapes: str) -> tuple[UnreadShape, ...]:
    return tuple(UnreadShape(platform, shape, read_by) for shape in shapes)


UNREAD_SHAPES: tuple[UnreadShape, ...] = (
    *_shapes(
        "fortinet_fortios",
        "firewall-interface, management-access",
        r"set allowaccess( (fabric|ping|https|ssh|snmp))+",
        r"set mode (dhcp|pppoe|static)",
        r"set (distance|priority|outbandwidth|estimated-(up|down)stream-bandwidth) \d+",
        r'set username "[^"]*"',
        r'set password "NETGEN_SECRET\.\S+"',
        r"set dns-server-override disable",
        r"set role (lan|wan)",
        r"set remote-ip [0-9.]+ [0-9.]+",
    ),
    *_shapes(
        "fortinet_fortios",
        "bfd",
        r"set bfd enable",
        r"set bfd-(desired-min-tx|required-min-rx|detect-mult) \d+",
    ),
    *_shapes(
        "fortinet_fortios",
        "dhcp-relay, flow-records",
        r"set dhcp-relay-service enable",
        r'set dhcp-relay-ip( "[0-9.]+")+',
        r"set dhcp-relay-source-ip [0-9.]+",
        r"set (netflow|sflow)-sampler \S+",
    ),
    *_shapes(
        "fortinet_fortios",
        "nat, policy-log, web-filter, zone-policy",
        r"set nat enable",
        r"set logtraffic all",
        r'set schedule "[\w-]+"',
        r"set schedule-timeout enable",
        r"set utm-status enable",
        r'set (av-profile|ips-sensor) "[\w-]+"',
        r'set (webfilter-profile|dnsfilter-profile|application-list|ssl-ssh-profile) "[\w-]+"',
    ),
    *_shapes(
        "fortinet_fortios",
        "firewall-route",
        r'set comment "[^"]*"',
        r"set blackhole enable",
        r"edit \d+\n(\s+set (dst|distance|comment) [^\n]*\n)+\s+set blackhole enable\n\s+next",
    ),
    *_shapes(
        "fortinet_fortios",
        "management-encrypted",
        r"set (admin-lockout-duration|admin-lockout-threshold|admintimeout) \d+",
        r"set (pre-login-banner|revision-backup-on-logout) enable",
        r"set switch-controller disable",
        r'set timezone "Europe/London"',
    ),
    *_shapes(
        "cisco_iosxe",
        "port, management-servers, switch-route",
        r"switchport protected",
        r"ip default-gateway [0-9.]+",
        r"ntp source Vlan\d+",
        r"ip ssh bulk-mode \d+",
        r"logging tls-profile \S+",
        r"tls-version TLSv1\.[23]",
    ),
    *_shapes("cisco_iosxe", "wake-ways, no-other-broadcasts", r"ip network-broadcast"),
    *_shapes(
        "cisco_iosxe",
        "network-access-servers, edge-guard, qos, ntp-signed",
        r"automate-tester username \S+ probe-on",
        r"device-role (client|host)",
        r"ipv6 dhcp guard policy \S+",
        r"loopdetect",
        r"match vlan \d+",
        r"ntp authentication-key \d+ sha1 NETGEN_SECRET\.\S+",
    ),
    *_shapes(
        "arista_eos",
        "network-access-servers, edge-guard, qos, ntp-signed",
        r"aaa accounting dot1x default start-stop group \S+",
        r"dot1x (dynamic-authorization|protocol lldp bypass|system-auth-control)",
        r"ntp authenticate servers",
        r"qos map dscp( \d+)+ to traffic-class \d+",
        r"radius-server deadtime \d+",
        r"ipv6 access-group \S+ in",
        r"match vlan \d+",
        r"poe priority (low|high|critical)",
        r"service-policy type qos input \S+",
        r"service-profile \S+",
        r"sflow (destination [0-9.]+( \d+)?|polling-interval \d+|run|sample \d+|source-interface Vlan\d+)",
    ),
    *_shapes(
        "arista_eos",
        "port, edge-port",
        r"poe disabled",
        r"storm-control (broadcast|multicast) level [0-9.]+",
        r"switchport phone trunk untagged",
        r"switchport phone vlan \d+",
    ),
    *_shapes(
        "arista_eos",
        "management-servers, management-sources, local-users, secret-references",
        r"aaa authentication policy lockout failure \d+ window \d+ duration \d+",
        r"(cipher|key-exchange|mac) [\w@. -]+",
        r"clock timezone Europe/London",
        r"dns domain [a-z0-9.-]+",
        r"ip access-group \S+",
        r"ip radius source-interface Vlan\d+",
        r"logging host [0-9.]+ \d+ protocol tls ssl-profile \S+",
        r"management security",
        r"ssl profile \S+",
        r"tls versions 1\.[23]( 1\.3)?",
        r"trust certificate \S+",
        r"ntp local-interface Vlan\d+",
        r"radius-server host [0-9.]+ timeout \d+ retransmit \d+ key [07] NETGEN_SECRET\.\S+",
        r"server [0-9.]+",
        r"snmp-server ipv4 access-list \S+",
        r"username \S+ privilege 15 role network-admin secret sha512 NETGEN_SECRET\.\S+",
        r"no username admin",
    ),
    *_shapes(
        "arista_eos",
        "pair-half, pair-keepalive, shared-gateway",
        r"no spanning-tree vlan-id \d+",
        r"(ip )?virtual-router (address [0-9.]+|mac-address [0-9a-f:]+)",
        r"dual-primary detection delay \d+ action errdisable all-interfaces",
    ),
    *_shapes(
        "cisco_iosxe",
        "out-of-band",
        r"access-class \S+ in vrfname \S+",
    ),
    *_shapes(
        "arista_eos",
        "said by the system itself, without effect on traffic",
        r"system l1",
        r"transceiver qsfp default-mode \S+",
        r"unsupported (error-correction|speed) action error",
    ),
)


def is_known(platform: str, line: str, shapes: tuple[UnreadShape, ...] = UNREAD_SHAPES) -> bool:
    """True if a flagged line has a pinned shape."""
    text = line.strip()
    return any(item.platform == platform and re.fullmatch(item.shape, text) for item in shapes)
