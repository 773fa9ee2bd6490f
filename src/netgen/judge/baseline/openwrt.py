"""Baseline of OpenWrt access points. Option names: the scripts and sources of OpenWrt 24.10."""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

from netgen.judge.baseline.rows import may, must

_OFF, _ON = "{0,off,no,false,disabled}", "{1,on,yes,true,enabled}"
_SSH = "dropbear dropbear *"
_RADIO = "wireless wifi-device *"
_SSID = "wireless wifi-iface *"
_ZONE = "firewall zone *"

ROWS = (
    # who may come in, and what a guesser gets
    must(_SSH, f"PasswordAuth {_OFF}", "a password can be guessed"),
    must(_SSH, f"RootPasswordAuth {_OFF}", "the password of root can be guessed"),
    must(_SSH, "MaxAuthTries 1..6", "a guesser has as many tries as he likes"),
    *may(_SSH, "SSHKeepAlive *", f"GatewayPorts {_OFF}", f"LocalPortForward {_OFF}", f"RemotePortForward {_OFF}", "BannerFile *", "RecvWindowSize *", f"RootLogin {_ON}", "mdns *"),
    *may("rpcd rpcd *", "socket /var/run/ubus/ubus.sock", "timeout <=60"),
    *may("uhttpd uhttpd *", "cert *", "key *", "home /www", "ubus_prefix /ubus", f"rfc1918_filter {_ON}", "max_requests *", "max_connections *"),
    *may("uhttpd uhttpd *", "script_timeout *", "network_timeout *", "http_keepalive *", "tcp_keepalive *", "cgi_prefix *", "ucode_prefix *", "lua_prefix *", f"no_dirlists {_ON}"),
    *may("uhttpd cert *", "days *", "key_type *", "bits *", "ec_curve *", "country *", "state *", "location *", "organization *", "commonname *"),
    # evidence, time
    must("system system *", "timezone $clock", "times in logs are another zone's", "clock"),
    must("system system *", "zonename $timezone", "times in logs are another zone's", "timezone"),
    must("system system *", "log_hostname $hostname", "the log server knows the access point by this name"),
    *may("system system *", "log_size *", "log_buffer_size *", f"ttylogin {_ON}", "conloglevel *", "cronloglevel *", "klogconloglevel *", "urandom_seed *", "log_prefix *"),
    *may("system timeserver *", "interface *"),
    *may("system led *", "..."),
    # polling
    *may("snmpd agent *", "agentaddress UDP:161"),
    *may("snmpd system *", "sysName $hostname", "sysLocation ...", "sysContact ..."),
    # the wired side
    *may("network device *", f"igmp_snooping {_ON}", f"igmp_snooping {_OFF}", "multicast_querier *", f"stp {_OFF}", "macaddr *", f"ipv6 {_OFF}", "mtu 1500", f"bridge_empty {_ON}"),
    *may("network interface *", "hostname $hostname", "vendorid *", "reqopts ...", f"delegate {_OFF}", f"ipv6 {_OFF}", "dns_search $domain", "force_link *", f"defaultroute {_ON}", "metric *"),
    *may("network globals *", "packet_steering *"),
    *may("lldpd lldpd *", f"enable_cdp {_OFF}", f"enable_fdp {_OFF}", f"enable_sonmp {_OFF}", f"enable_edp {_OFF}", "lldp_class 4", "lldp_location ...", "lldp_description ...", "interface *", f"readonly_mode {_OFF}", "lldp_hostname $hostname", "lldp_policy *"),
    # its own firewall: nothing comes in and nothing goes through
    must("firewall defaults *", "forward {REJECT,DROP}", "the access point would route between VLANs"),
    must("firewall defaults *", f"synflood_protect {_ON}", "a flood of half-open sessions fills its memory"),
    *may("firewall defaults *", "output ACCEPT", f"drop_invalid {_ON}", f"flow_offloading {_OFF}", f"tcp_syncookies {_ON}", "synflood_rate *", "synflood_burst *", f"syn_flood {_ON}"),
    *may(_ZONE, "output ACCEPT", "log *", "log_limit *", "family *", f"masq {_OFF}", f"mtu_fix {_OFF}"),
    *may("firewall rule *", "family {ipv4,any}", "icmp_type echo-request", "limit *", "limit_burst *"),
    *may("dhcp dnsmasq *", "port 0", f"noresolv {_ON}", f"localservice {_ON}", f"rebind_protection {_ON}"),
    *may("dhcp odhcpd *", "leasefile *", "leasetrigger *", "loglevel *"),
    # radios and SSIDs
    *may(_RADIO, f"noscan {_OFF}", f"ht_coex {_OFF}", "beacon_int 100", f"country_ie {_ON}", f"doth {_ON}", "distance *", "antenna_gain *", f"background_radar {_ON}"),
    *may(_RADIO, "require_mode {n,ac}", f"acs_exclude_dfs {_ON}", f"acs_exclude_dfs {_OFF}", "airtime_mode *", "mbssid *", "he_bss_color *", "rssi_reject_assoc_rssi *", "rssi_ignore_probe_request *", "log_level *", "min_tx_power *"),
    must(_SSID, "nasid *", "RADIUS and fast roaming know the SSID by this name"),
    *may(_SSID, "acct_interval 300..3600", "dae_port 3799", "mobility_domain *", f"ft_over_ds {_OFF}", "ft_psk_generate_local *", "reassociation_deadline *", f"pmk_r1_push {_ON}", "r0_key_lifetime *"),
    *may(_SSID, f"wnm_sleep_mode {_OFF}", "rrm_neighbor_report *", "rrm_beacon_report *", "maxassoc >=32", "max_inactivity 60..3600", "disassoc_low_ack *", "dtim_period 1..3", "short_preamble *", "uapsd *", "utf8_ssid *"),
    *may(_SSID, f"wpa_disable_eapol_key_retries {_ON}", "wpa_group_rekey *", f"wpa_strict_rekey {_ON}", "eap_reauth_period *", "auth_cache *", f"rsn_preauth {_OFF}", "request_cui *", "radius_client_addr *", "ownip *"),
    *may(_SSID, "sae_pwe {1,2}", f"sae_require_mfp {_ON}", "ocv *", "beacon_prot *", f"proxy_arp {_ON}", "multicast_to_unicast_all *", "multicast_to_unicast *", f"na_mcast_to_ucast {_ON}", f"tdls_prohibit {_ON}"),
    *may(_SSID, "vlan_naming *", "vlan_no_bridge *", "ifname *", "mbo *", "bss_load_update_period *", "chan_util_avg_period *", "macfilter disable"),
    *may("usteer usteer *", "..."),
)  # fmt: skip
