"""What becomes of the options that no reader asked for: settings where they are known, unread where not.

Option names follow the scripts and sources of OpenWrt 24.10. Absent here and not asked for is unread.
"""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

from netgen.readback.facts import ObservedSetting
from netgen.readback.openwrt.uci import Section, Tree

#: Text for people and marks that the box writes itself, by package and type.
SILENT: dict[str, frozenset[str]] = {
    "system system": frozenset({"description", "notes", "compat_version"}),
    "network globals": frozenset({"ula_prefix"}),
    "wireless wifi-device": frozenset({"path", "phy", "macaddr"}),
    "firewall rule": frozenset({"name"}),
}

#: Options that are understood and that no fact holds, by package and type.
SETTINGS: dict[str, frozenset[str]] = {
    "system system": frozenset(
        {
            "timezone", "zonename", "log_hostname", "log_size", "log_buffer_size", "log_file", "log_prefix",
            "log_trailer_null", "conloglevel", "cronloglevel", "klogconloglevel", "ttylogin", "urandom_seed",
            "buffersize",
        }
    ),
    "system timeserver": frozenset({"interface", "dhcp_interface"}),
    "system led": frozenset({"name", "sysfs", "trigger", "default", "delayon", "delayoff", "dev", "mode", "port_mask"}),
    "dropbear dropbear": frozenset(
        {
            "PasswordAuth", "RootPasswordAuth", "RootLogin", "MaxAuthTries", "SSHKeepAlive", "GatewayPorts",
            "LocalPortForward", "RemotePortForward", "BannerFile", "RecvWindowSize", "ForceCommand", "keyfile", "mdns",
        }
    ),
    "uhttpd uhttpd": frozenset(
        {
            "home", "rfc1918_filter", "max_requests", "max_connections", "cert", "key", "cgi_prefix", "lua_prefix",
            "ucode_prefix", "ubus_prefix", "ubus_socket", "ubus_cors", "script_timeout", "network_timeout",
            "http_keepalive", "tcp_keepalive", "index_page", "no_symlinks", "no_dirlists", "error_page",
        }
    ),
    "uhttpd cert": frozenset(
        {"days", "key_type", "bits", "ec_curve", "country", "state", "location", "organization", "commonname"}
    ),
    "rpcd rpcd": frozenset({"socket", "timeout"}),
    "network device": frozenset(
        {
            "igmp_snooping", "multicast_querier", "stp", "ipv6", "mtu", "macaddr", "bridge_empty", "forward_delay",
            "priority", "hello_time", "max_age", "ageing_time", "multicast_to_unicast", "isolate", "promisc",
            "rpfilter", "learning", "unicast_flood",
        }
    ),
    "network interface": frozenset(
        {
            "force_link", "delegate", "defaultroute", "metric", "broadcast", "hostname", "clientid", "vendorid",
            "reqopts", "sendopts", "dns_search", "ipv6", "ip6assign", "mtu",
        }
    ),
    "network globals": frozenset({"packet_steering"}),
    "wireless wifi-device": frozenset(
        {
            "noscan", "ht_coex", "beacon_int", "country_ie", "country3", "doth", "require_mode", "antenna_gain",
            "distance", "background_radar", "acs_exclude_dfs", "acs_chan_bias", "airtime_mode", "mbssid",
            "min_tx_power", "rssi_reject_assoc_rssi", "rssi_reject_assoc_timeout", "rssi_ignore_probe_request", "maxassoc",
            "reg_power_type", "he_bss_color", "log_level", "log_80211", "log_8021x", "log_radius", "log_wpa",
            "log_driver", "log_mlme", "spectrum_mgmt_required", "local_pwr_constraint", "beacon_rate",
        }
    ),
    "wireless wifi-iface": frozenset(
        {
            "nasid", "acct_interval", "dae_port", "mobility_domain", "ft_over_ds", "ft_psk_generate_local",
            "reassociation_deadline", "pmk_r1_push", "r0_key_lifetime", "ft_iface", "wnm_sleep_mode",
            "wnm_sleep_mode_no_keys", "rrm_neighbor_report", "rrm_beacon_report", "time_advertisement", "time_zone",
            "maxassoc", "max_inactivity", "disassoc_low_ack", "skip_inactivity_poll", "dtim_period", "short_preamble",
            "uapsd", "utf8_ssid", "wpa_disable_eapol_key_retries", "wpa_group_rekey", "wpa_pair_rekey",
            "wpa_master_rekey", "wpa_strict_rekey", "eap_reauth_period", "auth_cache", "rsn_preauth", "request_cui",
            "radius_client_addr", "ownip", "dynamic_ownip", "sae_pwe", "sae_require_mfp", "ocv", "beacon_prot",
            "proxy_arp", "na_mcast_to_ucast", "tdls_prohibit", "vlan_naming",
            "vlan_no_bridge", "ifname", "mbo", "bss_load_update_period", "chan_util_avg_period", "macfilter",
            "multicast_to_unicast", "mcast_rate", "ieee80211w_max_timeout", "ieee80211w_retry_timeout",
            "radius_auth_req_attr", "radius_acct_req_attr", "airtime_bss_weight", "airtime_bss_limit",
        }
    ),
    "firewall defaults": frozenset(
        {
            "output", "forward", "synflood_protect", "syn_flood", "synflood_rate", "synflood_burst", "drop_invalid",
            "tcp_syncookies", "flow_offloading", "flow_offloading_hw", "accept_redirects", "accept_source_route",
            "disable_ipv6",
        }
    ),
    "firewall zone": frozenset({"output", "forward", "log", "log_limit", "masq", "mtu_fix", "family"}),
    "firewall rule": frozenset({"family", "icmp_type", "limit", "limit_burst", "log_limit", "src_port"}),
    "dhcp dnsmasq": frozenset(
        {
            "domainneeded", "boguspriv", "filterwin2k", "localise_queries", "rebind_protection", "rebind_localhost",
            "local", "domain", "expandhosts", "nonegcache", "authoritative", "readethers", "leasefile", "resolvfile",
            "localservice", "nonwildcard", "ednspacket_max", "cachesize", "noresolv", "port", "filter_aaaa", "filter_a",
            "server", "interface", "notinterface", "localuse",
        }
    ),
    "dhcp odhcpd": frozenset({"leasefile", "leasetrigger", "loglevel"}),
    "snmpd snmpd": frozenset(),
    "snmpd system": frozenset({"sysLocation", "sysContact", "sysName", "sysServices", "sysDescr"}),
    "snmpd agent": frozenset({"agentaddress"}),
    "lldpd lldpd": frozenset(
        {
            "enable_cdp", "enable_fdp", "enable_sonmp", "enable_edp", "lldp_class", "lldp_location", "lldp_policy",
            "lldp_description", "lldp_hostname", "lldp_platform", "lldp_syscapabilities", "lldp_mgmt_ip",
            "lldp_mgmt_addr_advertisements", "interface", "readonly_mode", "enable_lldp", "force_lldp", "force_cdp",
            "agentxsocket", "filter", "lldp_capability_advertisements",
        }
    ),
    "usteer usteer": frozenset(
        {
            "network", "syslog", "local_mode", "ipv6", "debug_level", "ssid_list", "band_steering_interval",
            "band_steering_min_snr", "min_connect_snr", "min_snr", "roam_scan_snr", "roam_trigger_snr",
            "signal_diff_threshold", "load_kick_enabled", "load_kick_threshold", "max_neighbor_reports",
            "assoc_steering", "roam_scan_interval", "roam_scan_tries", "roam_trigger_interval", "roam_kick_delay",
            "initial_connect_delay", "link_measurement_interval", "budget_size",
        }
    ),
}  # fmt: skip


#: What a factory interface that is off may say.
_IDLE = frozenset(
    {"default_disabled", "device", "disabled", "enable", "encryption", "mode", "network", "ssid"}
)


def _report_idle(section: Section) -> None:
    for option in section.options.values():
        if option.name not in _IDLE:
            section.leave_unread(option.name)


def report_unread(tree: Tree) -> tuple[ObservedSetting, ...]:
    """Walk the text once: the settings in the order of their lines; the rest goes to the notes."""
    found: list[ObservedSetting] = []
    for section in tree.sections:
        if section.idle:
            _report_idle(section)
            continue
        key = f"{section.package} {section.type}"
        known, silent = SETTINGS.get(key), SILENT.get(key, frozenset())
        if known is None and not section.understood:
            tree.notes.skip(section.line, f"config {section.type} {section.name}")
        found.append(ObservedSetting(section.scope, "", section.line))
        for option in section.options.values():
            if option.name in section.asked or option.name in silent:
                continue
            for place, (value, line) in enumerate(zip(option.values, option.lines, strict=True)):
                if known is not None and option.name in known:
                    found.append(
                        ObservedSetting(
                            section.scope, f"{option.name} {' '.join(value.split())}".strip(), line
                        )
                    )
                else:
                    tree.notes.skip(line, option.shown(place))
    return tuple(sorted(found, key=lambda each: each.line))
