"""Baseline of Instant clusters. Line forms: ArubaOS 8.6 to 8.12 Instant, CLI reference and public texts."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

from netgen.judge.baseline.rows import may, must

_SSID = "wlan ssid-profile *"
_SERVER = "wlan auth-server *"
_WIRED = "wired-port-profile *"
_LEVELS = "{debug,info,notice,warn}"

ROWS = (
    must("", "no allow-new-aps", "any access point may join the cluster"),
    must("", "hash-mgmt-password", "the password of the cluster is stored reversibly"),
    must("", "dynamic-radius-proxy", "each access point asks RADIUS itself, which knows the cluster alone", "radius"),
    *(
        must("", f"syslog-level {_LEVELS} {kind}", f"{kind} events are not logged")
        for kind in ("network", "security", "system", "user", "wireless")
    ),
    *may("", f"syslog-level {_LEVELS} {{ap-debug,user-debug}}", "allowed-ap *", "organization *", "ip-mode v4-only"),
    must("", "clock timezone $city 00 00", "times in logs are another zone's", "city"),
    must("", "clock summer-time $summer recurring last sunday march 01:00 last sunday october 02:00", "logs are an hour off in summer", "summer"),
    *may("", "extended-ssid", "no extended-ssid", "cp-cert-checksum *", "blacklist-time *", "auth-failure-blacklist-time *"),
    # written by a cluster, or for one access point
    *may("", "virtual-controller-key *", "swarm-mode cluster", "iap-conductor", "iap-master", "zone *"),
    *may("", "a-channel * *", "g-channel * *", "ap-installation *"),
    *may("arm", "band-steering-mode *", "air-time-fairness-mode *", "client-aware", "scanning", "client-match ..."),
    *may("arm", "channel-quality-aware-arm-disable", "backoff-time *"),
    *may("rf dot11a-radio-profile", "dot11h", "csa-count *", "interference-immunity *", "free-channel-index *"),
    *may("rf dot11g-radio-profile", "40MHZ-intolerance", "interference-immunity *", "free-channel-index *"),
    *may("ids", "wireless-containment none"),
    *may("airgroup", "disable"),
    *may("airgroupservice ...", "disable", "description ...", "id *"),
    # SSIDs
    must(_SSID, "type {employee,guest}", "voice brings its own queues"),
    *may("wlan external-captive-portal", "auth-text ...", "auto-whitelist-disable", "prevent-frame-overlay"),
    must(_SSID, "broadcast-filter {arp,all}", "broadcasts of one client fill the air of all"),
    must(_SSID, "dot11k", "clients cling to a far access point"),
    must(_SSID, "dot11v", "clients cling to a far access point"),
    *may(_SSID, "index *", "utf8", "max-authentication-failures 0", "max-authentication-failures >=5", "dtim-period 1..3"),
    *may(_SSID, "dmo-channel-utilization-threshold *", "local-probe-req-thresh *", "max-clients-threshold >=64"),
    *may(_SSID, "inactivity-timeout 60..3600", "advertise-ap-name", "blacklist"),
    *may("wlan access-rule *", "index *", "utf8"),
    # RADIUS
    *may(_SERVER, "port 1812", "acctport 1813", "timeout <=10", "retry-count <=5", "deadtime <=10"),
    must(_SERVER, "nas-id $hostname", "RADIUS knows the cluster by this name"),
    # the access points' own ports
    must(_WIRED, "trusted", "the uplink would have to sign in"),
    must(_WIRED, "type employee", "another type brings its own addresses or portal"),
    *may(_WIRED, "speed auto", "duplex auto", "captive-portal disable", "inactivity-timeout *"),
)  # fmt: skip
