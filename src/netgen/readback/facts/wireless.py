"""SSIDs, radios, and which access points get which of them."""

from __future__ import annotations

import msgspec


class ObservedWlan(msgspec.Struct, frozen=True):
    """An SSID. `security` is the vendor's word; `passphrase` the raw word in the text.

    `rules` is the packet filter of its clients, `derivations` what moves a client to another VLAN or role.
    """

    name: str
    ssid: str
    vlan: int
    security: str
    passphrase: str
    enabled: bool
    isolated: bool
    hidden: bool
    radius: tuple[str, ...]
    dynamic_vlan: bool
    bands: tuple[str, ...]
    line: int
    rules: tuple[str, ...] = ()
    derivations: tuple[str, ...] = ()
    #: WPA3 or enhanced open without the transition mode that lets WPA2 or open clients in.
    refuses_older: bool = False
    #: Clients of different access points (or radios of one) are kept apart too.
    isolates_vlan: bool = False
    #: Management frames (IEEE 802.11w): off | optional | required, "" where the text cannot say.
    pmf: str = ""
    #: IEEE 802.11r, with the key management that makes it work.
    fast_roaming: bool = False
    #: IEEE 802.11k neighbour reports and 802.11v transition requests, both.
    assisted_roaming: bool = False
    #: The most a client may send and receive, 0 for no limit; the larger one where they differ.
    client_kbps: int = 0
    #: When the SSID is on the air: (days, start, end), "" days for every day; () for always.
    hours: tuple[tuple[str, str, str], ...] = ()
    #: RADIUS knows a passphrase for each device.
    per_device_psk: bool = False
    #: The address of a captive portal, or the vendor's word for one without; "" for none.
    portal: str = ""
    #: VLANs that RADIUS may choose, where the text lists them.
    dynamic_vlans: tuple[int, ...] = ()
    #: Clients' frames go to the controller and do not leave at the access point.
    tunnelled: bool = False
    #: A multicast frame goes out once for each client.
    multicast_to_unicast: bool = False
    #: Clients that know 5 GHz are led there, where the text says it of each SSID.
    band_steering: bool = False


class ObservedRadio(msgspec.Struct, frozen=True):
    """How the radios of one band behave, on one box or in one profile; the band is 2.4 | 5 | 6 (GHz).

    `channels` are those the radio may choose from, () for any; `width_mhz` the widest channel, 0 where it is not
    said. Powers in dBm, None where not said. `lowest_kbps` is the slowest rate a client may use, 0 where not said.
    """

    name: str
    band: str
    line: int
    enabled: bool = True
    country: str = ""
    channels: tuple[int, ...] = ()
    width_mhz: int = 0
    min_dbm: int | None = None
    max_dbm: int | None = None
    lowest_kbps: int = 0
    #: Clients that know 5 GHz are led away from this radio, where the text says it of radios; None where it is silent.
    band_steering: bool | None = None
    #: Foreign access points are looked for, where the text says it of radios; None where it does not.
    scans: bool | None = None


class ObservedApGroup(msgspec.Struct, frozen=True):
    """What decides how a controller treats some access points.

    kind: mac | name-pattern | place. `members` are MAC addresses, patterns of names or names; `wlans` the
    SSIDs that these access points send and `radios` their radio profiles, both by their name in the text.
    """

    name: str
    kind: str
    members: tuple[str, ...]
    wlans: tuple[str, ...]
    line: int
    radios: tuple[str, ...] = ()
