"""Baseline of Catalyst 9800 controllers: that of an IOS-XE box, and what stands in wireless blocks.

Line forms: running configurations of public C9800 controllers (17.9 to 17.16) and `show running-config all`.
"""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

from netgen.judge.baseline import cisco_iosxe
from netgen.judge.baseline.rows import Row, may, must

_WLAN = "wlan *"
_POLICY = "wireless profile policy *"
_FLEX = "wireless profile flex *"
_RADIO = "ap dot11 rf-profile *"
_JOIN = "ap profile *"

#: Rows of a switch that mean nothing on a controller: it switches between no sockets.
_SWITCHING = frozenset(
    {"errdisable recovery cause bpduguard", "no ip dhcp snooping information option", "path flash:*"}
)


def _wired() -> tuple[Row, ...]:
    return tuple(row for row in cisco_iosxe.ROWS if row.shape not in _SWITCHING)


ROWS = (
    *_wired(),
    must("archive", "path bootflash:*", "there is no copy to go back to"),
    must("", "aaa authorization network * group *", "RADIUS is not asked for VLANs and keys of devices", "radius"),
    must("", "aaa accounting identity * start-stop group *", "nobody can say who was on the Wi-Fi", "radius"),
    *may("", "boot-start-marker", "boot-end-marker", "subscriber templating", "pae", "netconf-yang ...", "dot1x system-auth-control"),
    *may("", "trapflags ap *", "ap tag-source-priority * source {filter,ap,location}", "ap tag persistency enable"),
    *may("", "wireless management trustpoint *", "wireless aaa policy default-aaa-policy", "wireless cts-sxp profile default-sxp-profile"),
    *may("", "wireless profile airtime-fairness default-atf-policy 0", "wireless profile mesh default-mesh-profile"),
    *may("", "wireless profile multi-bssid default-multi-bssid-profile", "wireless profile radio default-radio-profile"),
    *may("", "wireless fabric control-plane default-control-plane", "wireless rf-network *", "no wireless ipv6 client"),
    *may("", "wireless wps rogue ap notify-min-rssi *", "wireless wps rogue ap timeout *", "wireless wps rogue security-level {low,high,custom}"),
    *may("", "wireless client band-select ...", "wireless client max-user-login *", "wireless security dot1x ...", "wireless multicast ..."),
    *may("", "ap dot11 24ghz rrm ...", "ap dot11 5ghz rrm ...", "ap dot11 6ghz rrm ...", "ap dot11 24ghz cleanair", "ap dot11 5ghz cleanair", "ap dot11 5ghz smart-dfs"),
    *may("", "ap dot11 24ghz dot11ax ...", "ap dot11 5ghz dot11ax ...", "ap dot11 6ghz dot11ax ...", "ap dot11 5ghz channelswitch ...", "ap fra ...", "ap tri-radio"),
    *may("", "class-map match-any AVC-Reanchor-Class"),
    *may("wireless profile radio default-radio-profile", "description ..."),
    *may("wireless profile mesh default-mesh-profile", "description ..."),
    *may("wireless profile multi-bssid default-multi-bssid-profile", "description ..."),
    *may("interface *", "no mop enabled", "no mop sysid"),
    # SSIDs and what their clients may do
    *may(_WLAN, "band-select", "client association limit ...", "dtim dot11 * 1..3", "bss-transition dual-list", "assisted-roaming dual-list", "no ccx aironet-iesupport"),
    *may(_WLAN, "no security ft over-the-ds", "security ft reassociation-timeout *", "mdns-sd-interface drop", "security wpa transition-disable", "okc", "no chd"),
    *may(_POLICY, "no central association", "session-timeout 3600..86400", "idle-timeout 60..3600", "exclusionlist timeout *", "ipv4 dhcp required", "http-tlv-caching", "dhcp-tlv-caching"),
    *may(_POLICY, "radius-profiling", "nac", "no ip mac-binding", "ip arp-limit ...", "ip nd-limit ...", "accounting-interim", "service-policy {input,output} {platinum,platinum-up,gold,gold-up,silver,silver-up,bronze,bronze-up}"),
    *may("wireless profile policy default-policy-profile", "..."),
    *may(_FLEX, "arp-caching", "no local-auth ap radius", "resilient", "join minimum-latency", "predownload"),
    # radios and access points
    *may(_RADIO, "band-select probe-response", "channel foreign", "client-network-preference *", "coverage ...", "high-density rx-sop threshold {low,medium,auto}", "high-density clients count *", "tx-power v1 threshold *", "no rssi-check", "trap threshold ...", "load-balancing ...", "dot11ax ..."),
    *may(_JOIN, "ssh", "ntp ip *", "syslog host *", "syslog level *", "syslog facility *", "rogue detection ...", "tcp-adjust-mss enable", "cdp", "lldp", "capwap timers ...", "capwap retransmit ...", "led", "no led", "awips", "timezone ...", "country *", "qos-map trust-dscp-upstream"),
    *may("wireless tag site *", "load *"),
)  # fmt: skip
