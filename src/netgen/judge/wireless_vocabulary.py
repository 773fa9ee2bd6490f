"""What the inventory's words about Wi-Fi are called in each vendor's text, and what a text cannot say.

Data from vendor documents alone, written apart from the templates on purpose.
"""

from __future__ import annotations

#: Words of a WLAN's security by the inventory's word. Aruba Instant: `opmode`. C9800: versions, key managements
#: and ciphers other than AES of a `wlan` block. OpenWrt: `encryption` without its cipher. FortiOS: `security` of a vap.
WLAN_SECURITY: dict[str, dict[str, frozenset[str]]] = {
    "aruba_instant": {
        "wpa3-enterprise": frozenset({"wpa3-aes-ccm-128", "wpa3-aes-gcm-256"}),
        "wpa3-enterprise-transition": frozenset({"wpa3-aes-ccm-128"}),
        "wpa2-enterprise": frozenset({"wpa2-aes"}),
        "wpa3-personal": frozenset({"wpa3-sae-aes"}),
        "wpa3-personal-transition": frozenset({"wpa3-sae-aes"}),
        "wpa2-personal": frozenset({"wpa2-psk-aes"}),
        "enhanced-open": frozenset({"enhanced-open"}),
    },
    "cisco_iosxe_wlc": {
        "wpa3-enterprise": frozenset({"wpa3 dot1x-sha256", "wpa3 dot1x-sha256 ft-dot1x"}),
        "wpa3-enterprise-transition": frozenset(
            {"wpa2+wpa3 dot1x dot1x-sha256", "wpa2+wpa3 dot1x dot1x-sha256 ft-dot1x"}
        ),
        "wpa2-enterprise": frozenset({"wpa2 dot1x", "wpa2 dot1x dot1x-sha256", "wpa2 dot1x ft-dot1x"}),
        "wpa3-personal": frozenset({"wpa3 sae", "wpa3 ft-sae sae"}),
        "wpa3-personal-transition": frozenset(
            {
                "wpa2+wpa3 psk sae", "wpa2+wpa3 ft-psk psk sae", "wpa2+wpa3 ft-sae psk sae",
                "wpa2+wpa3 ft-psk ft-sae psk sae",
            }
        ),
        "wpa2-personal": frozenset({"wpa2 psk", "wpa2 ft-psk psk", "wpa2 psk psk-sha256"}),
        "enhanced-open": frozenset({"wpa3 owe"}),
    },
    "fortinet_fortios": {
        "wpa3-enterprise": frozenset({"wpa3-only-enterprise"}),
        "wpa3-enterprise-transition": frozenset({"wpa3-enterprise-transition"}),
        "wpa2-enterprise": frozenset({"wpa2-only-enterprise"}),
        "wpa3-personal": frozenset({"wpa3-sae"}),
        "wpa3-personal-transition": frozenset({"wpa3-sae-transition"}),
        "wpa2-personal": frozenset({"wpa2-only-personal"}),
        "enhanced-open": frozenset({"owe"}),
    },
    "openwrt": {
        "wpa3-enterprise": frozenset({"wpa3"}),
        "wpa3-enterprise-transition": frozenset({"wpa3-mixed"}),
        "wpa2-enterprise": frozenset({"wpa2"}),
        "wpa3-personal": frozenset({"sae", "psk3"}),
        "wpa3-personal-transition": frozenset({"sae-mixed", "psk3-mixed"}),
        "wpa2-personal": frozenset({"psk2"}),
        "enhanced-open": frozenset({"owe"}),
    },
}  # fmt: skip

#: The word for a WLAN whose devices each have a passphrase of their own, where it is another one.
PER_DEVICE_SECURITY: dict[str, frozenset[str]] = {"aruba_instant": frozenset({"mpsk-aes"})}

#: Modes that let older clients in unless the text says not to, by platform.
MUST_REFUSE_OLDER: dict[str, frozenset[str]] = {
    "aruba_instant": frozenset({"wpa3-enterprise", "wpa3-personal", "enhanced-open"}),
    "cisco_iosxe_wlc": frozenset({"enhanced-open"}),
    "fortinet_fortios": frozenset({"enhanced-open"}),
    "openwrt": frozenset({"enhanced-open"}),
}

#: Protected management frames (IEEE 802.11w) by the inventory's word: WPA3 requires them (Wi-Fi Alliance, WPA3
#: Specification 3.4), its transition modes offer them, WPA2 may.
MANAGEMENT_FRAMES: dict[str, frozenset[str]] = {
    "wpa3-enterprise": frozenset({"required"}),
    "wpa3-enterprise-transition": frozenset({"optional"}),
    "wpa2-enterprise": frozenset({"off", "optional"}),
    "wpa3-personal": frozenset({"required"}),
    "wpa3-personal-transition": frozenset({"optional"}),
    "wpa2-personal": frozenset({"off", "optional"}),
    "enhanced-open": frozenset({"required"}),
}

#: What a text cannot say of an SSID, with why. Words: pmf fast-roaming assisted-roaming client-rate hours portal
#: per-device-psk across-points multicast.
WLAN_NOT_IN_TEXT: dict[str, dict[str, str]] = {
    "cisco_iosxe_wlc": {
        "multicast": "multicast direct is for streams that are named one by one",
        "hours": "no configuration is known that ties a calendar to a policy profile",
        "across-points": "access points that switch locally keep clients apart on one access point alone: their switch"
        " ports must do the rest",
    },
    "fortinet_fortios": {
        "across-points": "bridged SSIDs keep clients apart on one access point alone: their switch ports must do the"
        " rest",
    },
    "openwrt": {
        "client-rate": "the Wi-Fi scripts have no rate of a client",
        "hours": "the Wi-Fi scripts have no hours: a job of the box would switch the SSID, outside of its text",
        "portal": "a captive portal is a package with files of its own",
    },
}

#: What the packet filter of an SSID's clients must hold: the cluster's own services are closed to them,
#: everything else is left to the firewall. (closed, last)
CLIENT_RULES: dict[str, tuple[frozenset[str], str]] = {
    "aruba_instant": (
        frozenset(f"masterip 0.0.0.0 match tcp {port} {port} deny" for port in (22, 80, 443, 4343)),
        "any any match any any any permit",
    )
}
#: How RADIUS moves a client to a VLAN (RFC 3580 3.31: Tunnel-Private-Group-ID).
VLAN_DERIVATION: dict[str, str] = {"aruba_instant": "set-vlan Tunnel-Private-Group-Id equals {vlan} {vlan}"}
#: Platforms whose text lists the VLANs that RADIUS may choose, for all SSIDs together.
LISTS_DYNAMIC_VLANS = frozenset({"cisco_iosxe_wlc", "openwrt"})

#: The ports by which an access point may be plugged in.
UPLINK_PORTS: dict[str, frozenset[str]] = {
    "aruba_instant": frozenset({"enet0"}),
    "openwrt": frozenset({"eth0", "lan", "lan1", "wan"}),
}
#: The packet filter of an access point's own uplink: it filters nothing.
UPLINK_RULES: dict[str, tuple[str, ...]] = {"aruba_instant": ("any any match any any any permit",)}
#: Platforms whose text says which access point sends which SSIDs.
MAPS_ACCESS_POINTS = frozenset({"cisco_iosxe_wlc"})
#: What says that clients are led to 5 GHz: each SSID, or each radio (for all of its SSIDs).
STEERS_BY: dict[str, str] = {
    "aruba_instant": "radio",
    "cisco_iosxe_wlc": "wlan",
    "fortinet_fortios": "radio",
}
#: Platforms whose text cannot lead clients to 5 GHz, with why.
STEERING_NOT_IN_TEXT: dict[str, str] = {
    "openwrt": "only a package of its own leads clients to another band",
}
#: Platforms that lead clients to 5 GHz as they come, so that nobody need have asked for it.
STEERS_UNASKED = frozenset({"aruba_instant"})
#: Security with which visitors' devices join (eduroam and govroam ask for WPA2-Enterprise with AES).
FEDERATION_SECURITY = frozenset({"wpa2-enterprise", "wpa3-enterprise-transition"})
#: Platforms whose text says nothing of channels, widths, powers or rates, with why.
RADIOS_NOT_IN_TEXT: dict[str, str] = {}
#: Bands whose channels a text cannot list, with why; the country bounds them then.
CHANNELS_NOT_IN_TEXT: dict[str, dict[str, str]] = {
    "aruba_instant": {"5": "how a list of channels of several widths is written was seen nowhere"},
}
