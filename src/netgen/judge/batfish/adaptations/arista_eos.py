"""What Batfish cannot know or misreads of a text of EOS."""

from __future__ import annotations

import re

from netgen.judge.batfish.adaptations.adaptation import Adaptation, Row
from netgen.judge.batfish.adaptations.rows import (
    add_header,
    drop_blocks,
    drop_lines,
    keep_voice_interfaces_up,
)

_PHONE_NATIVE = re.compile(r"(\s*)switchport trunk native vlan (\d+)\s*\Z")


def _phone_trunks_to_access(rows: list[Row]) -> list[Row]:
    """A trunk to a phone becomes an access port of its data VLAN."""
    found: list[Row] = []
    block: list[Row] = []

    def close() -> None:
        if any(text.strip() == "switchport mode trunk phone" for _, text in block):
            for number, text in block:
                native = _PHONE_NATIVE.match(text)
                if native:
                    found.append((number, f"{native[1]}switchport access vlan {native[2]}"))
                elif text.strip() == "switchport mode trunk phone":
                    found.append((number, text.replace("trunk phone", "access")))
                else:
                    found.append((number, text))
        else:
            found.extend(block)
        block.clear()

    for row in rows:
        if row[1] and not row[1].startswith(" "):
            close()
        block.append(row)
    close()
    return found


ADAPTATIONS: tuple[Adaptation, ...] = (
    Adaptation("eos-header", "arista_eos", "without it EOS is read as IOS", add_header("arista")),
    Adaptation(
        "eos-phone-trunk",
        "arista_eos",
        "`switchport mode trunk phone` is read as an access port of VLAN 1",
        _phone_trunks_to_access,
    ),
    Adaptation(
        "eos-context-breakers",
        "arista_eos",
        "these lines make Batfish lose the rest of their block",
        drop_lines(r"ip dhcp snooping trust|l2 mtu .*|ipv6 dhcp relay destination .*|connection limit .*"),
    ),
    Adaptation(
        "eos-ipv6",
        "arista_eos",
        "Batfish models no IPv6 and reads no route of it inside of a VRF",
        drop_blocks(r"ipv6 route vrf .*"),
    ),
    Adaptation(
        "eos-dhcp-server",
        "arista_eos",
        "Batfish models no DHCP server of EOS and takes its lines for others",
        drop_blocks(r"dhcp server( vrf \S+)?"),
    ),
    Adaptation(
        "eos-unmodelled-blocks",
        "arista_eos",
        "Batfish models nothing of these blocks and takes some of their lines for others",
        drop_blocks(r"dot1x|qos profile \S+|monitor loop-protection"),
    ),
    Adaptation(
        "eos-ssh-sessions",
        "arista_eos",
        "Batfish models no sessions with the box, and a VRF in this block makes it lose the rest",
        drop_blocks(r"management ssh"),
    ),
    Adaptation(
        "eos-voice-interfaces",
        "arista_eos",
        "Batfish takes a routed VLAN for down that is on sockets as their phone VLAN alone",
        keep_voice_interfaces_up,
    ),
)
