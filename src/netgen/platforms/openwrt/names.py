"""The words that UCI has for what a Device asks for: sections, radios, security modes, time zones.

Section names hold letters, digits and underscores only (uci, util.c). Every section has a name, so that two
texts of one box are compared by name and not by position.
"""

from __future__ import annotations

#: The bridge that carries every VLAN (DSA: one bridge with VLAN filtering).
BRIDGE = "br-lan"
#: The interface, and firewall zone, of the access point's own address.
MANAGEMENT = "management"

#: Model -> the ports that lead to the switch, as the board file of OpenWrt names them. A box with ports in
#: its Device uses those.
UPLINKS: dict[str, tuple[str, ...]] = {
    "NWA50AX": ("lan",),
    "NWA50AX-PRO": ("eth0",),
    "openwrt-x86-64": ("eth0",),
}

#: Model -> bands of its radios, radio0 first, in the order in which the box makes them at first boot.
RADIOS: dict[str, tuple[str, ...]] = {"openwrt-x86-64": ()}
USUAL_RADIOS = ("2.4", "5")

#: Band of the inventory -> UCI, and the channel width of a radio that the standard says nothing of.
BANDS = {"2.4": "2g", "5": "5g", "6": "6g"}
USUAL_WIDTHS = {"2.4": 20, "5": 40, "6": 80}

#: Data rates of a band in Mbit/s (OpenWrt leaves the rates of IEEE 802.11b out by itself).
OFDM_RATES = (6, 9, 12, 18, 24, 36, 48, 54)
DSSS_RATES = (1, 2, 5.5, 11)

#: Inventory word -> encryption of netifd (netifd-wireless.sh, wireless_vif_parse_encryption).
ENCRYPTIONS = {
    "wpa3-enterprise": "wpa3+ccmp",
    "wpa3-enterprise-transition": "wpa3-mixed+ccmp",
    "wpa2-enterprise": "wpa2+ccmp",
    "wpa3-personal": "sae+ccmp",
    "wpa3-personal-transition": "sae-mixed+ccmp",
    "wpa2-personal": "psk2+ccmp",
    "enhanced-open": "owe",
}
#: Protected management frames (IEEE 802.11w): 2 required, 1 possible, absent for WPA2.
FRAME_PROTECTION = {
    "wpa3-enterprise": 2,
    "wpa3-enterprise-transition": 1,
    "wpa3-personal": 2,
    "wpa3-personal-transition": 1,
    "enhanced-open": 2,
}
#: Modes that ask RADIUS for each client.
ENTERPRISE = frozenset(("wpa3-enterprise", "wpa3-enterprise-transition", "wpa2-enterprise"))
#: Modes whose roaming keys netifd derives from a secret that is no part of what is on the air: the secret of
#: RADIUS, or the passphrase of WPA2. For SAE the 23.05 script derives them from the mobility domain alone.
FAST_ROAMING = ENTERPRISE | {"wpa2-personal"}
#: Modes without WPA2, the only ones that 6 GHz knows.
WITHOUT_WPA2 = frozenset(("wpa3-enterprise", "wpa3-personal", "enhanced-open"))

#: Time zone of the inventory -> POSIX rule.
TIMEZONES = {"Europe/London": "GMT0BST,M3.5.0/1,M10.5.0"}


def quoted(text: str) -> str:
    r"""A value as `uci export` prints it.

    >>> print(quoted("St Mary's"))
    'St Mary'\''s'
    """
    return "'" + text.replace("'", "'\\''") + "'"


def option(key: str, value: str | int) -> str:
    """One option line, without its indent."""
    return f"option {key} {quoted(str(value))}"


def list_item(key: str, value: str | int) -> str:
    """One item of a list, without the indent."""
    return f"list {key} {quoted(str(value))}"


def section(name: str) -> str:
    """A name of the inventory as the name of a section."""
    return name.replace("-", "_")


def vlan_interface(vlan: int) -> str:
    """The interface that clients of a VLAN are bridged into; it has no address."""
    return f"vlan{vlan}"
