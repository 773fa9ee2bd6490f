"""What platforms can say and do at a socket, where they differ. Data from vendor documents alone.

Written apart from the templates on purpose: if a template says something else, the judge must notice.
"""

from __future__ import annotations

import msgspec

#: How many devices a socket may admit: one, or several of which each logs in; one and a telephone where one is.
ADMITS = frozenset({"single", "many"})
ADMITS_PHONE = frozenset({"domain", "many"})

#: Platforms on which RADIUS may name the VLAN of any device that logs in (AOS-CX Security Guide, port access).
ALWAYS_DYNAMIC = frozenset({"arista_eos", "aruba_aoscx", "cisco_iosxe", "juniper_junos"})

#: Platforms with one VLAN for devices that RADIUS does not know and for those that it refuses (AOS-CX: reject
#: role; EOS: authentication failure action); it is the one for unknown devices where both are asked for.
ONE_REFUSED_VLAN = frozenset({"arista_eos", "aruba_aoscx"})
#: The same at sockets where nobody logs in (Junos, MAC RADIUS: who is refused enters one VLAN, no guest VLAN is used).
ONE_REFUSED_WITHOUT_LOGIN = frozenset({"juniper_junos"})

#: Platforms where a refused device is tried by MAB next, and is an unknown one there, unless a VLAN for refused devices
#: is said (IOS: order dot1x mab without `authentication event fail`).
REFUSED_BECOME_UNKNOWN = frozenset({"cisco_iosxe"})

#: Platforms that guard every edge port against router advertisements and DHCPv6 servers (house baseline).
GUARDS_ADVERTISEMENTS = frozenset({"arista_eos", "aruba_aoscx", "cisco_iosxe", "juniper_junos"})
#: Platforms that look for loops behind an edge port by frames of their own, beside BPDU guard (house baseline).
LOOKS_FOR_LOOPS = frozenset({"arista_eos", "aruba_aoscx", "cisco_iosxe"})
#: Platforms that refuse a better root on LAGs that lead away from it (house baseline).
GUARDS_ROOT = frozenset({"arista_eos", "aruba_aoscx", "cisco_iosxe", "juniper_junos"})
#: Platforms that do these three only on a switch where a device logs in or a VLAN is guarded (house baseline).
GUARDS_WHERE_ASKED = frozenset({"arista_eos", "cisco_iosxe"})

#: Why a switch that leases addresses cannot check who uses them, by platform.
UNCHECKED_WHERE_LEASED: dict[str, str] = {
    "aruba_aoscx": "a switch that leases addresses has no DHCP snooping, which alone knows who may use them",
}

#: Why no switch of a platform can check who uses an address (EOS: ARP inspection and IP source guard know the
#: addresses that `ip source binding` names, address locking those of servers that answer RFC 4388).
NEVER_CHECKED: dict[str, str] = {
    "arista_eos": "EOS learns from no DHCP server of this house who may use an address",
}

#: Platforms whose class that is sent first has no share of its own in the text: it may take the whole port.
PRIORITY_HAS_NO_SHARE = frozenset({"aruba_aoscx"})

#: What a platform calls priorities of power, where it has fewer (Junos, poe interface priority: low or high; the
#: IOS-XE 17.12.1 model, power inline port priority: the same).
POWER_WORDS: dict[str, dict[str, str]] = {
    "cisco_iosxe": {"critical": "high"},
    "juniper_junos": {"critical": "high"},
}

#: Frames of 9000 bytes and their headers pass from here on.
JUMBO_BYTES = 9000


class PairWords(msgspec.Struct, frozen=True):
    """What a text says of a pair of switches, beside the peer link and the keepalive.

    `vlan`: the halves talk by IP in a VLAN of the peer link. split: what the second half shuts when the peer link is
    lost and the other half lives: its ports | its lags (those of the pair).
    """

    split: str
    name: bool = False
    system_mac: bool = False
    member: bool = False
    vlan: bool = False


#: EOS User Manual, MLAG (the halves settle who is first, and take the hardware address of that one); AOS-CX 10.13 VSX
#: Guide (a role each; the second half shuts its VSX LAGs by itself).
PAIRS: dict[str, PairWords] = {
    "arista_eos": PairWords("ports", name=True, vlan=True),
    "aruba_aoscx": PairWords("lags", system_mac=True, member=True),
}

#: Platforms on which both halves of a pair are told to lease addresses, and one of them does (AOS-CX IP Services
#: Guide: the primary). On others the second half must not: the two would not know of each other's leases.
BOTH_HALVES_LEASE = frozenset({"aruba_aoscx"})

#: Platforms that render the management port in a network of its own.
OUT_OF_BAND = frozenset({"arista_eos", "aruba_aoscx", "cisco_iosxe"})
