"""What a switch as a whole calls things, does and drops, where vendors differ. Data from vendor documents alone.

Written apart from the templates on purpose: if a template says something else, the judge must notice.
"""

from __future__ import annotations

#: Platforms where a switch says port by port from where DHCP offers may come.
SAYS_SNOOPING_TRUST = frozenset({"aruba_aoscx", "cisco_iosxe", "juniper_junos"})

#: Platforms on which a switch that leases addresses cannot watch DHCP (AOS-CX 10.10 IP Services Guide, DHCP server).
SERVES_OR_SNOOPS = frozenset({"aruba_aoscx"})

#: What a switch calls a LAG; without a row `Port-channelN`, in any case.
LAG_NAMES: dict[str, str] = {"aruba_aoscx": "lag {number}", "juniper_junos": "ae{number}"}


def lag_name(platform: str, number: int) -> str:
    """What a text calls a LAG, in small letters."""
    return LAG_NAMES.get(platform, "port-channel{number}").format(number=number)


#: Platforms that isolate a socket from a list of others, so that the only one of a switch needs nothing.
ISOLATES_BY_LIST = frozenset({"aruba_aoscx"})

#: Models (how they begin) whose ports route until the text makes them bridge ports (AOS-CX running configurations
#: print `no routing` on these series and never on 6000 and 6100).
ROUTED_PORTS: dict[str, tuple[str, ...]] = {"aruba_aoscx": ("6300", "6400", "8")}

#: Platforms whose DHCP snooping drops nothing, so that a filter on edge ports stops foreign servers
#: (Arista EOS has no trusted port; snooping there adds option 82).
STOPS_DHCP_BY_FILTER = frozenset({"arista_eos"})

#: The packet filters that a port may have: they stop foreign DHCP servers and nothing else.
EDGE_FILTERS = frozenset(
    (f"deny udp any eq {port} any", last)
    for port, last in (
        ("bootps", "permit ip any any"),
        ("67", "permit ip any any"),
        ("dhcp-server", "permit any any any"),
        ("67", "permit any any any"),
    )
)

#: Storm control of a socket: at most this share of its speed in percent (house baseline: a looped or broken
#: device stays below what the uplink and the clients' processors bear).
STORM_LIMITS: dict[str, float] = {"broadcast": 1.0, "multicast": 5.0}
#: The same in other units, for a socket of 1 Gbit/s: kbit/s, and frames of 64 bytes (1,488,095 a second, RFC 2544).
STORM_RATES: dict[str, dict[str, int]] = {
    "broadcast": {"kbps": 10_000, "pps": 14_880},
    "multicast": {"kbps": 50_000, "pps": 74_400},
}
