"""Each expectation objects to what it is for, and to nothing in a faultless site.

A row is: what is wrong, on which device, how the facts differ from the faultless ones, and the
rule that must fail. Rows are written as what a stranger's edit does.
"""

# ruff: noqa: E501 - one row of a table is one line
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from netgen.judge import Judgement, Status
from netgen.judge.embedded import judge_case
from netgen.readback import (
    Observed,
    ObservedAcl,
    ObservedInterface,
    ObservedPool,
    ObservedPort,
    ObservedRoute,
    ObservedSetting,
    ObservedSvi,
    ObservedVlan,
    ObservedWlan,
    ObservedZone,
    UnreadLine,
)
from netgen.readback.facts import ObservedForward
from tests.judge.small_site import observed_site, observed_tunnel, rule, small_case

Edit = Callable[[Observed], Observed]
change: Any = msgspec.structs.replace


def with_(**fields: Any) -> Edit:
    return lambda seen: change(seen, **fields)


def managed(**fields: Any) -> Edit:
    return lambda seen: change(seen, management=change(seen.management, **fields))


def item(collection: str, key: str, **fields: Any) -> Edit:
    """Change the member of a collection whose first field is `key`."""

    def edit(seen: Observed) -> Observed:
        members = getattr(seen, collection)
        assert any(_key(member) == key for member in members), key
        changed = tuple(change(member, **fields) if _key(member) == key else member for member in members)
        return change(seen, **{collection: changed})

    return edit


def without(collection: str, key: str) -> Edit:
    def edit(seen: Observed) -> Observed:
        members = getattr(seen, collection)
        left = tuple(member for member in members if _key(member) != key)
        assert len(left) == len(members) - 1, key
        return change(seen, **{collection: left})

    return edit


def plus(collection: str, member: object, *, first: bool = False) -> Edit:
    def edit(seen: Observed) -> Observed:
        members = getattr(seen, collection)
        return change(seen, **{collection: (member, *members) if first else (*members, member)})

    return edit


def _key(member: Any) -> str:
    return str(getattr(member, member.__struct_fields__[0]))


FW, KS1, MAIN, WLAN = "oak-fw1", "oak-ks1-sw1", "oak-main-sw", "oak-wlan"
GE1, GE2, GE3, GE4 = (f"GigabitEthernet1/0/{number}" for number in range(1, 5))

OBJECTIONS: list[tuple[str, str, Edit, str]] = [
    ("the text is that of another box", KS1, with_(hostname="elm-ks1-sw1"), "hostname"),
    ("a line nobody understands", KS1, with_(unread=(UnreadLine(7, "frobnicate"),)), "unread-lines"),
    ("a reference to nothing", FW, with_(problems=(UnreadLine(7, "address x is not defined"),)), "contradictions"),
    ("a VLAN is not defined", KS1, without("vlans", "30"), "vlan-defined"),
    ("the black hole is not defined", KS1, without("vlans", "999"), "vlan-defined"),
    ("a VLAN nobody planned", KS1, plus("vlans", ObservedVlan(666, "x", 9)), "vlan-not-planned"),
    ("a socket in another VLAN", KS1, item("ports", GE1, untagged=40), "port"),
    ("a socket is a trunk", KS1, item("ports", GE1, mode="trunk", allowed=(30,)), "port"),
    ("a socket is shut", KS1, item("ports", GE1, shutdown=True), "port"),
    ("a phone VLAN appears", KS1, item("ports", GE1, voice=70), "port"),
    ("a socket is no longer isolated", KS1, item("ports", GE2, isolated=False), "port"),
    ("a phone gets no power", KS1, item("ports", GE1, poe_off=True), "port"),
    ("a packet filter on a socket", KS1, item("ports", GE1, acl_in="X"), "port"),
    ("no portfast", KS1, item("ports", GE1, edge=False), "edge-port"),
    ("no BPDU guard", KS1, item("ports", GE1, bpdu_guard=False), "edge-port"),
    ("no BPDU guard at an access point", KS1, item("ports", GE3, bpdu_guard=False), "edge-port"),
    ("a client may offer DHCP", KS1, item("ports", GE1, snooping_trusted=True), "edge-port"),
    ("no storm control", KS1, item("ports", GE1, storm_limits=()), "edge-port"),
    ("a VLAN is dropped from an access point", KS1, item("ports", GE3, allowed=(11, 30)), "vlan-on-trunk"),
    ("an access point gets a VLAN too many", KS1, item("ports", GE3, allowed=(11, 30, 40, 70)), "trunk"),
    ("an access point carries every VLAN", KS1, item("ports", GE3, allowed=(), allows_all=True), "trunk"),
    ("an access point untagged in staff", KS1, item("ports", GE3, untagged=30), "trunk"),
    ("an access point loses its own VLAN", KS1, item("ports", GE3, allowed=(30, 70)), "trunk"),
    ("a VLAN is dropped from an uplink", KS1, item("ports", "Port-channel1", allowed=(10, 11, 40, 70)), "vlan-on-trunk"),
    ("an uplink gets a VLAN too many", KS1, item("ports", "Port-channel1", allowed=(10, 11, 30, 40, 70, 90)), "trunk"),
    ("another native VLAN", MAIN, item("ports", "Port-channel48", untagged=1), "trunk"),
    ("a LAG is shut", MAIN, item("ports", "Port-channel48", shutdown=True), "trunk"),
    ("a LAG is gone", MAIN, without("ports", "Port-channel48"), "trunk"),
    ("an uplink is an edge port", MAIN, item("ports", "Port-channel1", edge=True), "uplink-port"),
    ("an uplink has BPDU guard", MAIN, item("ports", "Port-channel1", bpdu_guard=True), "uplink-port"),
    ("an uplink drops DHCP offers", MAIN, item("ports", "Port-channel48", snooping_trusted=False), "uplink-port"),
    ("a cable leaves its LAG", MAIN, item("ports", "GigabitEthernet1/0/47", lag=0), "lag-member"),
    ("LACP is passive", MAIN, item("ports", "GigabitEthernet1/0/47", lag_active=False), "lag-member"),
    ("a member differs from its LAG", MAIN, item("ports", "GigabitEthernet1/0/47", allowed=(10,)), "lag-member"),
    ("a stranger in a LAG", KS1, item("ports", GE4, lag=1), "lag-member"),
    ("an unused port is live", KS1, item("ports", GE4, shutdown=False), "unused-port-shut"),
    ("an unused port in a real VLAN", KS1, item("ports", GE4, untagged=30), "unused-port-shut"),
    ("a port is not in the text", KS1, without("ports", GE4), "unused-port-shut"),
    ("a live port nobody planned", KS1, plus("ports", ObservedPort("GigabitEthernet1/0/9", 1)), "port-not-planned"),
    ("a switch wants to be root", KS1, with_(stp_priority=0), "spanning-tree"),
    ("another spanning tree", KS1, with_(stp_mode="rapid-pvst"), "spanning-tree"),
    ("no DHCP snooping for guests", KS1, with_(snooping_vlans=(10, 11, 30, 40)), "dhcp-snooping"),
    ("a wrong mask on a switch", KS1, item("svis", "Vlan10", length=25), "switch-address"),
    ("a wrong address on a switch", KS1, item("svis", "Vlan10", address="10.1.10.13"), "switch-address"),
    ("a management interface is shut", KS1, item("svis", "Vlan10", shutdown=True), "switch-address"),
    ("a switch has an address among guests", KS1, plus("svis", ObservedSvi("Vlan70", 70, "", "10.1.70.9", 24, shutdown=False, line=5)), "switch-address-not-planned"),
    ("another default gateway", KS1, managed(gateway="10.1.10.254"), "switch-route"),
    ("no default gateway", KS1, managed(gateway=""), "switch-route"),
    ("a static route on a switch", KS1, plus("routes", ObservedRoute("", "10.9.0.0/16", "10.1.30.9", "", 1, 5)), "switch-route"),
    ("a pool has another gateway", FW, item("pools", "staff", gateway="10.1.30.254"), "dhcp-pool"),
    ("a pool gives foreign resolvers", FW, item("pools", "staff", dns=("8.8.8.8",)), "dhcp-pool"),
    ("a pool leases more", FW, item("pools", "staff", first="10.1.30.2"), "dhcp-pool"),
    ("a pool is gone", FW, without("pools", "guest"), "dhcp-pool"),
    ("a pool on a switch", KS1, plus("pools", ObservedPool("x", "", "10.1.70.0/24", "10.1.70.9", "", "", (), 4)), "dhcp-pool-not-planned"),
    ("a wrong mask on the firewall", FW, item("interfaces", "v30", length=23), "firewall-interface"),
    ("a gateway address is wrong", FW, item("interfaces", "v30", address="10.1.30.2"), "firewall-interface"),
    ("a VLAN interface on the wrong port", FW, item("interfaces", "v30", parent="wan1"), "firewall-interface"),
    ("a VLAN interface has another VLAN", FW, item("interfaces", "v30", vlan=31), "firewall-interface"),
    ("the circuit is down", FW, item("interfaces", "wan1", shutdown=True), "firewall-interface"),
    ("the circuit takes any address", FW, item("interfaces", "wan1", mode="dhcp"), "firewall-interface"),
    ("a live interface nobody planned", FW, plus("interfaces", ObservedInterface("port9", "physical", 3, "192.168.1.99", 24)), "firewall-interface-not-planned"),
    ("one cable to the switches is missing", FW, item("interfaces", "core", members=("port1",)), "firewall-trunk"),
    ("LACP is off at the firewall", FW, item("interfaces", "core", lag_active=False), "firewall-trunk"),
    ("SSH from the internet", FW, item("interfaces", "wan1", access=("ping", "ssh")), "management-access"),
    ("HTTPS from guests", FW, item("interfaces", "v70", access=("ping", "https")), "management-access"),
    ("HTTP for administrators", FW, item("interfaces", "v10", access=("https", "http")), "management-access"),
    ("a guest interface in the staff zone", FW, lambda seen: item("zones", "z-staff", members=("v30", "v70"))(without("zones", "z-guest")(seen)), "zone-members"),
    ("an interface in no zone", FW, without("zones", "z-guest"), "zone-members"),
    ("a zone nobody planned", FW, plus("zones", ObservedZone("z-x", ("port1",), intrazone=False, line=9)), "zone-not-planned"),
    ("guests may talk to each other", FW, item("zones", "z-guest", intrazone=True), "intrazone"),
    ("spokes may talk over this site", FW, item("zones", "z-overlay", intrazone=True), "intrazone"),
    ("management segments are split", FW, item("zones", "z-management", intrazone=False), "intrazone"),
    ("a rule is gone", FW, without("policies", "101"), "zone-policy"),
    ("a rule is off", FW, item("policies", "101", enabled=False), "zone-policy"),
    ("a rule denies", FW, item("policies", "101", allow=False), "zone-policy"),
    ("a rule allows more services", FW, item("policies", "101", services=("ALL",)), "zone-policy"),
    ("a rule lacks a service", FW, item("policies", "101", services=("s-print",)), "zone-policy"),
    ("a port range is wider", FW, item("services", "s-print", flows=(("tcp", 631, 632),)), "zone-policy"),
    ("a port range is another", FW, item("services", "s-print", flows=(("udp", 631, 631),)), "zone-policy"),
    ("an address is wider", FW, item("addresses", "n-servers", prefixes=("10.0.0.0/16",)), "zone-policy"),
    ("an address is narrower", FW, item("addresses", "n-servers", prefixes=("10.0.8.0/25",)), "zone-policy"),
    ("any source", FW, item("policies", "103", sources=("all",)), "zone-policy"),
    ("guests reach printers", FW, plus("policies", rule("199", 9, "z-guest", "z-printing")), "zone-policy"),
    ("everyone reaches everything", FW, plus("policies", rule("199", 9, "any", "any", services=("ALL",))), "zone-policy"),
    ("the internet reaches staff", FW, plus("policies", rule("199", 9, "z-internet", "z-staff")), "zone-policy"),
    ("the overlay reaches staff", FW, plus("policies", rule("199", 9, "z-overlay", "z-staff")), "zone-policy"),
    ("a deny above an allow", FW, plus("policies", rule("100", 0, "z-staff", "z-printing", allow=False, services=("ALL",)), first=True), "zone-policy"),
    ("only on schooldays", FW, item("policies", "101", schedule="schoolday"), "zone-policy"),
    ("negated sources", FW, item("policies", "101", negated=True), "zone-policy"),
    ("guests talk by a rule inside their zone", FW, plus("policies", rule("199", 9, "z-guest", "z-guest")), "zone-policy"),
    ("no NAT to the internet", FW, item("policies", "103", nat=False), "nat"),
    ("NAT inside the trust", FW, item("policies", "102", nat=True), "nat"),
    ("a rule does not log", FW, item("policies", "101", log=False), "policy-log"),
    ("the last deny does not log", FW, with_(implicit_deny_logged=False), "implicit-deny-logged"),
    ("a port forward", FW, plus("forwards", ObservedForward("x", "wan1", "198.51.100.2", "10.1.30.9", (), 4)), "inbound-forward"),
    ("no web filter", FW, item("policies", "103", web_filter=""), "web-filter"),
    ("another group's web filter", FW, item("policies", "103", web_filter="wf-visitor"), "web-filter"),
    ("the filter lets illegal content pass", FW, item("filters", "wf-staff", blocked=("96", "11")), "web-filter"),
    ("the filter blocks less", FW, item("filters", "wf-visitor", blocked=("83", "96", "11")), "web-filter"),
    ("the filter fails open", FW, item("filters", "wf-staff", fails_open=True), "web-filter"),
    ("users can lift the filter", FW, item("filters", "wf-staff", override=True), "web-filter"),
    ("no safe search", FW, item("filters", "wf-visitor", safe_search=False), "web-filter"),
    ("an address passes the filter unseen", FW, item("filters", "wf-staff", bypasses=("*.example",)), "web-filter"),
    ("HTTPS is not looked into", FW, item("policies", "103", inspection="no-inspection"), "web-filter"),
    ("no route to the internet", FW, with_(routes=(ObservedRoute("", "10.0.0.0/16", "", "to-dc", 10, 192),)), "firewall-route"),
    ("no route into the tunnel", FW, with_(routes=(ObservedRoute("", "0.0.0.0/0", "198.51.100.1", "wan1", 10, 191),)), "firewall-route"),
    ("a route nobody planned", FW, plus("routes", ObservedRoute("", "10.7.0.0/16", "10.1.30.9", "v30", 10, 9)), "firewall-route-not-planned"),
    ("a near route to nowhere", FW, plus("routes", ObservedRoute("", "10.0.8.0/24", "", "blackhole", 10, 9)), "firewall-route-not-planned"),
    ("IKEv1", FW, item("tunnels", "to-dc", ike_version=1), "tunnel"),
    ("another key", FW, item("tunnels", "to-dc", psk="NETGEN_SECRET.env.PSK_elm.END"), "tunnel"),
    ("another peer", FW, item("tunnels", "to-dc", remote="203.0.113.9"), "tunnel"),
    ("any peer", FW, item("tunnels", "to-dc", dynamic=True), "tunnel"),
    ("any peer identity", FW, item("tunnels", "to-dc", peer_id=""), "tunnel"),
    ("a weak proposal beside", FW, item("tunnels", "to-dc", phase1=("aes256gcm-prfsha384", "3des-md5")), "tunnel"),
    ("weak encryption", FW, item("tunnels", "to-dc", phase2=("3des-md5",)), "tunnel"),
    ("a small DH group", FW, item("tunnels", "to-dc", dh_groups=("5",)), "tunnel"),
    ("no forward secrecy", FW, item("tunnels", "to-dc", pfs_groups=()), "tunnel"),
    ("a wide selector", FW, item("tunnels", "to-dc", local_prefix="0.0.0.0/0"), "tunnel"),
    ("a dead peer goes unnoticed", FW, item("tunnels", "to-dc", dpd=False), "tunnel"),
    ("a tunnel nobody planned", FW, plus("tunnels", change(observed_tunnel(), name="to-x")), "tunnel-not-planned"),
    ("an SSID on another VLAN", WLAN, item("wlans", "guest", vlan=30), "wlan"),
    ("an open SSID", WLAN, item("wlans", "staff", security="opensystem", passphrase=""), "wlan"),
    ("another Wi-Fi key", WLAN, item("wlans", "staff", passphrase="letmein1"), "wlan"),
    ("guests may talk over Wi-Fi", WLAN, item("wlans", "guest", isolated=False), "wlan"),
    ("an SSID is off", WLAN, item("wlans", "guest", enabled=False), "wlan"),
    ("RADIUS may choose the VLAN", WLAN, item("wlans", "staff", dynamic_vlan=True), "wlan"),
    ("Wi-Fi clients reach the cluster", WLAN, item("wlans", "guest", rules=("any any match any any any permit",)), "wlan"),
    ("an SSID nobody planned", WLAN, plus("wlans", ObservedWlan("x", "Free", 30, "opensystem", "", enabled=True, isolated=False, hidden=False, radius=(), dynamic_vlan=False, bands=(), line=9)), "wlan-not-planned"),
    ("the cluster drops a VLAN", WLAN, item("ports", "enet0", allowed=(11, 30)), "wlan-uplink"),
    ("the cluster has another address", WLAN, item("interfaces", "virtual-controller", address="10.1.11.9"), "wlan-address"),
    ("the cluster has no time server", WLAN, managed(ntp=()), "management-servers"),
    ("telnet", KS1, managed(cleartext=("telnet",)), "management-encrypted"),
    ("no SSH", KS1, managed(ssh=False), "management-encrypted"),
    ("sessions from anywhere", KS1, managed(sources=()), "management-sources"),
    ("sessions from staff", KS1, managed(sources=("10.1.10.0/24", "10.1.11.0/24", "10.1.30.0/24")), "management-sources"),
    ("administrators are left out", KS1, managed(sources=("10.1.11.0/24",)), "management-sources"),
    ("a second local user", KS1, managed(users=("breakglass", "eve")), "local-users"),
    ("no local user", KS1, managed(users=()), "local-users"),
    ("the local user has no rights", FW, managed(roles=(("breakglass", "prof_readonly"),)), "local-users"),
    ("another time server", KS1, managed(ntp=("192.0.2.1",)), "management-servers"),
    ("no log server", KS1, managed(syslog=()), "management-servers"),
    ("logs in clear", KS1, managed(transports=("udp",)), "management-servers"),
    ("a second RADIUS server", KS1, managed(radius=("10.0.8.20", "192.0.2.1")), "management-servers"),
    ("an SNMP user nobody planned", FW, managed(snmp_users=("netpoll", "eve")), "management-servers"),
    ("a secret in clear", KS1, lambda seen: managed(secrets=(("user breakglass", "hunter2"), *seen.management.secrets[1:]))(seen), "secret-references"),
    ("a secret of another use", KS1, lambda seen: managed(secrets=(seen.management.secrets[0], ("radius 10.0.8.20", "NETGEN_SECRET.env.PSK_oak.END")))(seen), "secret-references"),
    ("the local account first", KS1, managed(logins=("default local", "CONSOLE local", "console CONSOLE")), "login-order"),
    ("RADIUS alone", KS1, managed(logins=("default group RAD", "CONSOLE local", "console CONSOLE")), "login-order"),
    ("another banner", KS1, managed(banner="Welcome"), "login-banner"),
    ("the firewall answers everyone", FW, plus("local_in", rule("1", 1, "any", "any")), "local-in"),
    ("a socket negotiates trunks", KS1, item("ports", GE1, negotiates=True), "port"),
    ("an uplink negotiates", KS1, item("ports", "Port-channel1", negotiates=True), "trunk"),
    ("an unused socket negotiates", KS1, item("ports", GE4, negotiates=True), "unused-port-shut"),
    ("a filter on the way out", KS1, item("ports", GE1, acl_out="X"), "port"),
    ("no limit for multicasts", KS1, item("ports", GE1, storm_limits=(("broadcast", 1.0),)), "edge-port"),
    ("half a port of broadcasts", KS1, item("ports", GE1, storm_limits=(("broadcast", 50.0), ("multicast", 5.0))), "edge-port"),
    ("storm control in another unit", KS1, item("ports", GE1, storm_limits=(("broadcast", -1.0), ("multicast", 5.0))), "edge-port"),
    ("root guard towards the root", KS1, item("ports", "Port-channel1", root_guard=True), "edge-guard"),
    ("another MST region", KS1, with_(stp_region=("name elm", "revision 1")), "spanning-tree"),
    ("a switch answers ARP for others", KS1, item("svis", "Vlan10", proxy_arp=True), "switch-address"),
    ("a switch sends redirects", KS1, item("svis", "Vlan10", redirects=True), "switch-address"),
    ("broadcasts are relayed", KS1, item("svis", "Vlan10", relays=("10.9.9.9",)), "dhcp-relay"),
    ("an unending lease", FW, item("pools", "staff", lease_s=0), "dhcp-pool"),
    ("another domain for clients", FW, item("pools", "staff", domain="elm.example"), "dhcp-pool"),
    ("a tunnel leads elsewhere", FW, item("interfaces", "to-dc", remote="10.255.0.9"), "firewall-interface"),
    ("the trust's addresses may leak", FW, lambda seen: change(seen, routes=seen.routes[:2]), "no-leak"),
    ("a dead peer is noticed late", FW, item("tunnels", "to-dc", dpd_idle=False), "tunnel"),
    ("IKE adds routes", FW, item("tunnels", "to-dc", adds_routes=True), "tunnel"),
    ("a tunnel waits for traffic", FW, item("tunnels", "to-dc", initiates=False), "tunnel"),
    ("no application list", FW, item("policies", "103", app_control=""), "web-filter"),
    ("the list lets QUIC through", FW, item("filters", "no-quic", blocked=()), "web-filter"),
    ("the profile lets QUIC through", FW, item("inspections", "names-only", quic="inspect"), "web-filter"),
    ("hidden names", FW, item("inspections", "names-only", client_hello="allow"), "web-filter"),
    ("a site left out of inspection", FW, item("inspections", "names-only", exempt=("address:x",)), "web-filter"),
    ("HTTPS is decrypted", FW, item("inspections", "names-only", https="deep-inspection"), "tls-opened"),
    ("a profile of the device", FW, item("policies", "103", inspection="certificate-inspection"), "web-filter"),
    ("no guard against floods", FW, with_(flood_guards=()), "flood-guard"),
    ("a flood guard is off", FW, item("flood_guards", "1", enabled=False), "flood-guard"),
    ("a flood is watched", FW, item("flood_guards", "1", anomalies=(("tcp_syn_flood", "pass", 100), ("icmp_flood", "block", 100))), "flood-guard"),
    ("a flood is large before it ends", FW, item("flood_guards", "1", anomalies=(("tcp_syn_flood", "block", 9000), ("icmp_flood", "block", 100))), "flood-guard"),
    ("visitors of two access points talk", WLAN, item("wlans", "guest", isolates_vlan=False), "wlan"),
    ("staff may not talk across access points", WLAN, item("wlans", "staff", isolates_vlan=True), "wlan"),
    ("the uplink filters", WLAN, item("acls", "uplink", entries=()), "wlan-uplink"),
    ("the uplink asks for 802.1X", WLAN, item("ports", "enet0", dot1x=True), "wlan-uplink"),
    ("another port is the uplink", WLAN, item("ports", "enet0", name="enet1"), "wlan-uplink"),
    ("a session never ends", KS1, managed(idle_s=0), "idle-sessions"),
    ("a session stays for an hour", KS1, managed(idle_s=3600), "idle-sessions"),
    ("logs go to another port", KS1, managed(syslog_ports=(514,)), "management-servers"),
    ("anybody may poll", KS1, managed(snmp_managers=()), "snmp-polling"),
    ("a stranger may poll", KS1, managed(snmp_managers=("10.0.8.31/32", "10.0.8.32/32")), "snmp-polling"),
    ("the poller is left out", KS1, managed(snmp_managers=("10.0.8.32/32",)), "snmp-polling"),
    ("the poller may write", KS1, managed(snmp_writes=True), "snmp-polling"),
    ("polls signed with SHA-1", FW, managed(snmp_algorithms=(("netpoll", "sha", "aes256"),)), "snmp-polling"),
    ("polls with DES", FW, managed(snmp_algorithms=(("netpoll", "sha256", "des"),)), "snmp-polling"),
    ("an account from anywhere", FW, managed(account_sources=(("breakglass", ()),)), "management-sources"),
    ("an account from one site alone", FW, managed(account_sources=(("breakglass", ("10.0.10.0/24",)),)), "management-sources"),
    ("refused sessions leave no trace", KS1, with_(acls=()), "management-sources"),
    ("the local user may only look", KS1, managed(roles=(("breakglass", "1"),)), "local-users"),
    ("nobody asks RADIUS", FW, managed(remote_admins=()), "remote-accounts"),
    ("RADIUS is another", FW, managed(remote_admins=(("radius-login", "no_access", ("10.9.9.9",)),)), "remote-accounts"),
    ("guesses are not slowed down", KS1, lambda seen: change(seen, settings=tuple(each for each in seen.settings if not each.text.startswith("login block"))), "baseline-setting"),
    ("a flood leaves no trace", FW, lambda seen: change(seen, settings=tuple(each for each in seen.settings if each.text != "log enable")), "baseline-setting"),
    ("a setting nobody planned", KS1, plus("settings", ObservedSetting("interface GigabitEthernet1/0/1", "mtu 1400", 5)), "setting-not-planned"),
    ("a baseline line is taken back", KS1, plus("settings", ObservedSetting("", "no login on-failure log", 5)), "setting-not-planned"),
]  # fmt: skip


def test_a_faultless_site_has_no_objection() -> None:
    judgement = Judgement.of(judge_case(small_case()), ["embedded"])
    assert [item.id for item in judgement.objections] == []
    assert len(judgement.verdicts) > 200


@pytest.mark.parametrize(
    ("device", "edit", "expected"), [row[1:] for row in OBJECTIONS], ids=[row[0] for row in OBJECTIONS]
)
def test_an_expectation_objects(device: str, edit: Edit, expected: str) -> None:
    observed = observed_site()
    observed[device] = edit(observed[device])
    judgement = Judgement.of(judge_case(small_case(observed)), ["embedded"])
    assert expected in {item.rule.name for item in judgement.objections}


def test_an_unread_line_is_undecided_and_no_success() -> None:
    observed = observed_site()
    observed[KS1] = change(observed[KS1], unread=(UnreadLine(7, "frobnicate"),))
    judgement = Judgement.of(judge_case(small_case(observed)), ["embedded"])
    assert [item.status for item in judgement.objections] == [Status.NOT_DECIDED]
    assert judgement.objections[0].lines == ("oak/oak-ks1-sw1.cfg:7",)
    assert not judgement.ok


def test_a_filter_that_stops_foreign_dhcp_servers_may_be_on_a_socket() -> None:
    observed = observed_site()
    guard = ObservedAcl("EDGE", ("deny udp any eq bootps any", "permit ip any any"), 3)
    observed[KS1] = item("ports", GE1, acl_in="EDGE")(plus("acls", guard)(observed[KS1]))
    assert Judgement.of(judge_case(small_case(observed)), ["embedded"]).ok


def test_a_missing_text_and_a_strange_text_are_both_objected_to() -> None:
    observed = observed_site()
    case = small_case(
        {name: seen for name, seen in observed.items() if name != KS1} | {"elm-sw1": observed[KS1]}
    )
    case.__dict__["observed"] = {name: observed[name] for name in (FW, MAIN, WLAN)}
    failed = {item.id for item in Judgement.of(judge_case(case), ["embedded"]).objections}
    assert {"oak/text-present/oak-ks1-sw1", "oak/text-present/elm-sw1"} <= failed


def test_a_verdict_says_where_and_who_asked() -> None:
    observed = observed_site()
    observed[KS1] = item("ports", "Port-channel1", allowed=(10, 11, 40, 70))(observed[KS1])
    (found,) = [
        each
        for each in judge_case(small_case(observed))
        if each.id == "oak/vlan-on-trunk/oak-ks1-sw1:Port-channel1/vlan30"
    ]
    assert found.status is Status.FAIL
    assert found.lines == ("oak/oak-ks1-sw1.cfg:30",)
    assert found.origin == "standard/segments/staff"
    assert found.witnesses == ("vlan 30",)
