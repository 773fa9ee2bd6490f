"""Lines of a wireless controller that are understood and that no fact holds: settings, by the block they stand in.

Spelling: running configurations of public C9800 controllers (17.9 to 17.16) and their `show running-config all`.
What is not listed here, and not read, is unread.
"""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

import re


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?:no )?(?:{'|'.join(patterns)})\Z")


#: Lines outside of a block that are settings.
TOP = _any_of(
    r"ap dot11 (?:24|5|6)ghz (?!rf-profile|rate|shutdown).+",
    r"ap tag-source-priority \d+ source (?:filter|ap|location|static)",
    r"ap (?:fra|tri-radio|auth-list|dot1x|upgrade|hyperlocation|capwap|tag persistency|triggers)(?: .+)?",
    r"wireless (?:mobility|cts-sxp|fabric|rfid|ipv6|mesh|rf-network|max-warning|multicast|admission-control|probe"
    r"|macro-micro|assisted-roaming|aaa policy|profile (?:airtime-fairness|mesh|multi-bssid|radio|power) ?.+"
    r"|management trustpoint|client|wps|security|broadcast|load-balance|config|exclusionlist) ?.*",
    r"trapflags .+",
    r"netconf-yang.*",
    r"mdns-sd .+",
    r"boot-(?:start|end)-marker|subscriber templating|pae|dot1x system-auth-control|avc .+|fips .+",
    r"ip nbar .+",
    r"ipv6 nd .+",
)

#: Lines that change nothing.
SILENT = re.compile(r"(?:no )?description(?: .+)?\Z")

#: Lines of an interface that a controller's ports have beside those of a switch.
INTERFACE = _any_of(r"mop (?:enabled|sysid)")

INSIDE: dict[str, re.Pattern[str]] = {
    "wlan": _any_of(
        r"load-balance", r"client association limit .+", r"dtim dot11 \S+ \d+", r"ccx aironet-iesupport",
        r"bss-transition (?:dual-list|disassociation-imminent.*)", r"assisted-roaming (?:dual-list|prediction)",
        r"security ft (?:over-the-ds|reassociation-timeout \d+)", r"security pmf (?:association-comeback|saquery-retry-time) \d+",
        r"chd", r"channel-scan .+", r"dot11ax.*", r"dot11v .+", r"wmm (?:allowed|require)", r"uapsd .+", r"okc",
        r"device-analytics.*", r"latency-measurement.*", r"scan-report .+", r"mu-mimo", r"mbo", r"multicast .+",
        r"security wpa (?:transition-disable|akm sae (?:anti-clogging-threshold|max-retries|retransmit-timeout) .+)",
        r"mdns-sd-interface (?:gateway|drop)", r"radio policy dot11 5ghz slot \d", r"advisory .+", r"client steering.*",
        r"security wpa wpa3 (?:.+)", r"security wpa psk .+(?<!set-key)", r"ip verify source",
    ),
    "wireless profile policy": _any_of(
        r"session-timeout \d+", r"idle-timeout \d+", r"idle-threshold \d+", r"exclusionlist(?: timeout \d+)?",
        r"central (?:dhcp|association|authentication)", r"ipv4 dhcp (?:required|server .+|opt82.*)",
        r"(?:ipv4|ipv6) flow monitor \S+ (?:input|output)", r"service-policy (?:input|output) \S+",
        r"(?:http|dhcp)-tlv-caching", r"radius-profiling", r"ip nbar protocol-discovery", r"passive-client",
        r"ip (?:arp-limit|nd-limit) .+", r"ip mac-binding", r"mdns-sd service-policy \S+", r"accounting-interim",
        r"aaa-override vlan fallback", r"ipv4 arp-proxy", r"ipv6 nd proxy.*", r"multicast filter", r"qbss-load",
        r"static-ip-mobility", r"wgb .+", r"aaa-policy \S+", r"call-snoop", r"et-analytics enable", r"flex umbrella .+",
        r"guest-lan .+", r"link-local-bridging", r"local-http-profiling", r"autoqos mode \S+", r"cts .+", r"subscriber-policy-name \S+",
        r"device-classification", r"vlan-central-switching", r"nac", r"reanchor class \S+",
    ),
    "wireless profile flex": _any_of(
        r"arp-caching", r"local-auth .+", r"resilient", r"join minimum-latency", r"predownload", r"office-extend",
        r"ip overlap", r"cts .+", r"acl-policy \S+", r"fallback-radio-shut", r"vlan-enable", r"mdns-sd .+", r"ip http client proxy .+",
    ),
    "wireless tag site": _any_of(r"fabric .+", r"load \d+", r"image-download .+"),
    "wireless tag policy": _any_of(r"ftm .+"),
    "wireless tag rf": _any_of(r"dot11 \S+ slot\d radio-profile \S+"),
    "ap dot11 rf-profile": _any_of(
        r"band-select .+", r"channel (?:foreign|zero-wait-dfs|cleanair-event .+|psc)", r"client-aware-fra .+",
        r"client-network-preference \S+",
        r"coverage .+", r"dot11ax .+", r"dot11n-only", r"high-density .+", r"hsr-mode.*", r"load-balancing .+", r"ndp-mode \S+", r"rssi-check",
        r"rssi-threshold -?\d+", r"trap threshold .+", r"tx-power v[12] threshold -?\d+", r"rate mcs \d+",
    ),
    "ap profile": _any_of(
        r"antenna .+", r"apphost", r"association-limit \d+", r"awips(?: forensic)?", r"bssid-(?:neighbor-)?stats.*",
        r"capwap .+", r"capwap-discovery .+", r"cdp", r"lldp", r"ciphersuite .+", r"client-rssi-stats.*", r"console",
        r"core-dump .+",
        r"dot1x (?:eap-type \S+|lsc-ap-auth-state \S+|max-sessions \d+)", r"hyperlocation.*", r"icap .+", r"ip dhcp fallback",
        r"jumbo-mtu", r"lag", r"led.*", r"link-encryption.*", r"link-latency", r"ntp (?:ip|auth-key) .+", r"oeap .+", r"packet-capture .+", r"power .+",
        r"preferred-mode \S+", r"qos-map .+", r"rogue detection .+", r"ssh", r"ssid broadcast persistent", r"statistics .+",
        r"syslog (?:facility|host|level|tls) ?.*", r"tcp-adjust-mss .+", r"tftp-downgrade .+", r"timezone .+", r"usb-enable", r"stats-timer .+",
        r"country \S+", r"mesh-profile \S+", r"dhcp-server", r"persistent-ssid .+", r"calend[ae]r-profile .+",
        r"ext-module", r"auxiliary-client .+", r"pakseq-jump-delba", r"sniffer .+", r"fips", r"wdns",
    ),
    "ap": _any_of(),
    "ap filter name": _any_of(),
    "ap location name": _any_of(),
    "wireless profile calender-profile name": _any_of(),
    "parameter-map type webauth": _any_of(
        r"type (?:webauth|consent|authbypass|webconsent)", r"timeout .+", r"banner .*", r"virtual-ip .+", r"trustpoint \S+",
        r"webauth-http-enable", r"webauth-bypass-intercept \S+", r"redirect (?:on-success|on-failure|append|portal) .+",
        r"max-http-conns \d+", r"intercept-https-enable", r"sleeping-client.*", r"logout-window-disabled", r"cisco-logo-disable",
        r"success-window-disable", r"watch-list .+", r"captive-bypass-portal", r"secure-webauth-disable",
    ),
}  # fmt: skip
