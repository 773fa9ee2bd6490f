"""Lines that are understood and hold no fact of their own, each by its own pattern: settings.

Line forms of ArubaOS-8 Instant as in public running configurations and HPE's own templates.
"""

from __future__ import annotations

import re


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns)})\Z")


#: Lines that change nothing: words for people, and how a person or a push sends the text.
SILENT = _any_of(
    r"version \S+",
    r"syslocation .+",
    r"conf(?:igure)? t(?:erminal)?",
    r"commit apply(?: no-save)?",
    r"write memory",
    r"end|exit",
    r"show .+",
)

#: Lines outside of a block.
TOP = _any_of(
    r"virtual-controller-key \S+",
    r"organization .+",
    r"ip-mode \S+",
    r"clock timezone \S+ -?\d+ -?\d+",
    r"clock summer-time .+",
    r"no allow-new-aps",
    r"allowed-ap [0-9a-fA-F:]{17}",  # the cluster adds its own members
    r"dynamic-radius-proxy",
    r"(?:no )?extended-ssid",
    r"hash-mgmt-password",
    r"syslog-level (?:debug|info|notice|warn|error)(?: [a-z-]+)?",
    r"auth-survivability(?: cache-time-out \d+)?",
    r"blacklist-time \d+",
    r"auth-failure-blacklist-time \d+",
    r"report-rssi-to-central .+",
    r"cp-cert-checksum \S+",
    r"deny-local-routing",
    # settings of one access point, sent to it alone
    r"(?:a|g)-channel \d+ \d+",
    r"ap-installation \S+",
    r"zone \S+",
    r"swarm-mode cluster",
    r"iap-(?:conductor|master)",
)

#: Blocks that only tune radios, the uplink's health or what is shown: head, then the lines allowed in it.
BLOCKS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        _any_of("uplink"),
        _any_of(r"preemption", r"enforce \S+", r"failover-(?:internet|vpn)-[a-z-]+ \d+"),
    ),
    (_any_of("airgroup", r"airgroupservice .+"), _any_of("disable", r"description .+", r"id \S+")),
    (_any_of("clarity"), _any_of(r"inline-[a-z]+-stats")),
    (
        _any_of("wlan captive-portal"),
        _any_of(r"(?:background|banner)-color \d+", r"(?:banner-text|terms-of-use|use-policy) .+"),
    ),
    (_any_of("ids"), _any_of("wireless-containment none")),
)  # fmt: skip

#: `arm` and the radio profiles, beside what is a fact of a radio.
TUNING = _any_of(
    r"air-time-fairness-mode \S+", r"(?:no )?client-aware", r"(?:no )?scanning",
    r"(?:no )?client-match.*", r"channel-quality-aware-arm-disable", r"backoff-time \d+",
    r"max-distance \d+", r"disable-arm-wids-functions \S+", r"free-channel-index \d+", r"dot11h",
    r"csa-count \d+", r"interference-immunity \d+", r"40MHZ-intolerance",
)  # fmt: skip

PORTAL = _any_of(
    r"auth-text .*", r"(?:no )?auto-whitelist-disable", r"server-fail-through", r"server-offload",
    r"switch-ip", r"prevent-frame-overlay", r"redirect-url .+", r"out-of-service-page .+",
)  # fmt: skip

SSID = _any_of(
    r"index \d+", r"utf8", r"type (?:employee|voice|guest)", r"max-authentication-failures \d+",
    r"dtim-period \d+",
    r"broadcast-filter (?:none|arp|all)", r"broadcast-filter-ipv6 \S+",
    r"dmo-channel-utilization-threshold \d+",
    r"local-probe-req-thresh \d+", r"max-clients-threshold \d+", r"inactivity-timeout \d+", r"dot11[kv]",
    r"okc",
    r"mdid \d+", r"multicast-rate-optimization", r"radius-accounting",
    r"radius-interim-accounting-interval \d+", r"radius-reauth-interval \d+", r"(?:no )?blacklist",
    r"[ag]-basic-rates [\d ,]+", r"advertise-ap-name", r"delete-pmkcache",
    r"zone \S+", r"set-role-unrestricted",
)  # fmt: skip

ACCESS_RULE = _any_of(r"index \d+", "utf8")

AUTH_SERVER = _any_of(
    r"port 1812", r"acctport 1813", r"nas-id \S+", r"nas-ip \S+", r"timeout \d+", r"retry-count \d+",
    r"deadtime \d+",
    r"rfc3576", r"drp-ip .+",
)  # fmt: skip

WIRED = _any_of(
    r"speed \S+", r"duplex \S+", r"type employee", r"captive-portal disable", r"inactivity-timeout \d+",
    r"auth-server \S+", r"trusted",
)  # fmt: skip
