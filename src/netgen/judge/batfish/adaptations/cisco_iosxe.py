"""What Batfish cannot know or misreads of a text of IOS-XE."""

from __future__ import annotations

from netgen.judge.batfish.adaptations.adaptation import Adaptation
from netgen.judge.batfish.adaptations.rows import (
    add_header,
    drop_blocks,
    drop_lines,
    keep_voice_interfaces_up,
)

ADAPTATIONS: tuple[Adaptation, ...] = (
    Adaptation("ios-header", "cisco_iosxe", "says which grammar to use", add_header("ios")),
    Adaptation(
        "ios-voice-interfaces",
        "cisco_iosxe",
        "Batfish takes a routed VLAN for down that is on sockets as their voice VLAN alone",
        keep_voice_interfaces_up,
    ),
    Adaptation(
        "ios-snmp-over-ipv6",
        "cisco_iosxe",
        "Batfish models no SNMP and does not read a group with an IPv6 list",
        drop_blocks(r"snmp-server group .* access ipv6 .*"),
    ),
    Adaptation(
        "ios-dhcp-pools",
        "cisco_iosxe",
        "Batfish takes `vrf` inside a DHCP pool for a routing instance",
        drop_blocks(r"ip dhcp pool .*"),
    ),
    Adaptation(
        "ios-context-breakers",
        "cisco_iosxe",
        "these interface lines make Batfish lose the rest of their block",
        drop_lines(
            r"ip device tracking .*|cts role-based enforcement|device-tracking attach-policy .*|errdisable .*"
        ),
    ),
)
