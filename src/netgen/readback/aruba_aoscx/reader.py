"""The top level of an AOS-CX text: each block goes to the module that knows it.

Source: AOS-CX 10.13 running configurations and guides. A block that nothing knows goes to `unread` with
every line in it.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from netgen.readback.aruba_aoscx import guards, pairs, qos
from netgen.readback.aruba_aoscx.access import access_of, finish_access, read_role
from netgen.readback.aruba_aoscx.filters import read_filter, read_group
from netgen.readback.aruba_aoscx.interfaces import finish_interfaces, read_interface
from netgen.readback.aruba_aoscx.monitoring import (
    check_snmp,
    cleartext,
    flows,
    read_flow,
    read_log,
    read_names,
    read_snmp,
    read_time,
    signed,
)
from netgen.readback.aruba_aoscx.routing import finish_pools, read_route, read_route6, read_server
from netgen.readback.aruba_aoscx.session import (
    check_control_plane,
    check_servers,
    pollers,
    read_aaa,
    read_service,
    read_user,
    sessions6,
    sources,
    vrf_sources,
)
from netgen.readback.aruba_aoscx.state import State
from netgen.readback.aruba_aoscx.vlans import finish_tree, read_tree, read_vlan
from netgen.readback.facts import Observed, ObservedAccess, ObservedManagement, ObservedPort
from netgen.readback.indented import Node, parse_indented
from netgen.readback.switch_draft import Dialect, Draft
from netgen.readback.switch_facts import finish

_DIALECT = Dialect(
    platform="aruba_aoscx",
    edge_on_trunks=True,
    members_follow=True,
    phone_mode=False,
    lag_prefix="lag ",
    open_defaults=False,
)

#: Top-level lines that change nothing: words for people, and what the box writes about itself.
_SILENT = re.compile(r"(?:no )?(?:Current configuration:|end|alias .+|no page|auto-confirm)\Z")
#: Top-level lines that no other fact holds: settings, with all that stands below them.
_SETTING = re.compile(
    r"(?:no )?(?:"
    r"aruba-central|hpe-anw-central|module .+|profile \S+|system .+|vsf .+|usb(?: .+)?|bluetooth .+"
    r"|password .+|lldp(?: .+)?|cdp(?: .+)?|loop-protect .+|udld .+|qos .+|apply (?:qos|policy) .+|class .+|policy .+"
    r"|port-access .+|dhcpv4-snooping .+|dhcpv6-snooping(?: .+)?|nd-snooping(?: .+)?|ip source-lockdown .+"
    r"|ipv6 source-lockdown .+|ip source-interface .+|dhcp-relay(?: .+)?|dhcpv6-relay(?: .+)?|dhcpv6-server .+"
    r"|dhcp-server external-storage .+|sflow(?: .+)?|mirror .+|nae-.+|crypto .+|keychain .+|bfd(?: .+)?|evpn"
    r"|router .+|route-map .+|ip (?:prefix-list|aspath-list|community-list|igmp|multicast|forward-protocol"
    r"|neighbor-flood|tcp|ttl|local-proxy-arp|irdp|rip|helper-address-.+|http|domain) ?.*"
    r"|ipv6 .+|vsx-sync .+|mvrp|mac-address-table .+|mac-lockout .+|errdisable .+|power-over-ethernet .+|rest .+"
    r"|http-proxy .+|service .+|secure-mode .+|hide-sensitive-data|client track .+|client-insight .+|flow .+"
    r"|ip-flow .+|copp-policy .+|allow-unsupported-transceiver.*|interface-group .+|ubt.+|job .+|schedule .+"
    r"|mdns-sd .+|tftp .+|user-group .+|fault-monitor .+|lacp .+|trap .+|led .+|front-panel-security .+"
    r"|smartlink .+|erps .+|monitoring .+|application-recognition.*|app-recognition.*|traffic-insight .+"
    r")\Z"
)


def read(text: str) -> Observed:
    """The facts of one text, as `show running-config` prints it or as a person edited it.

    Never raises. A LAG is `lag N`, MSTP is called `mstp`; a telephone's port is a trunk of its two VLANs and has
    `voice`. A text is whole: an account that it does not name is not there.
    """
    state = State(Draft(_DIALECT, routing=True, routing6={"*"}, silent6=True))
    draft = state.draft
    parsed = parse_indented(text)
    groups = [node for node in parsed.nodes if node.words[0] == "object-group"]
    others = [node for node in parsed.nodes if node.words[0] != "object-group"]
    for node in draft.take([*groups, *others]):
        if not _read_top(state, node):
            draft.skip(node)
    for node in parsed.unended:
        draft.object_to(node.line, "the banner has no end: it takes all lines below it")
    for asked in state.asked:
        if asked.what == "ntp":
            asked.vrf = state.ntp_vrf
    finish_tree(state)
    finish_interfaces(state)
    finish_pools(state)
    access = finish_access(state)
    guards.check_guards(state)
    check_servers(state)
    check_snmp(state)
    check_control_plane(state)
    pairs.check_pair(state)
    _check_reach(state)
    return _with_ports(state, finish(draft, _management(state)), access)


def _read_top(state: State, node: Node) -> bool:
    draft, words = state.draft, node.words
    on = words[0] != "no"
    match words[0] if on else "".join(words[1:2]):
        case "interface":
            return on and read_interface(state, node)
        case "vlan":
            return read_vlan(state, node)
        case "spanning-tree":
            return read_tree(state, node)
        case "ip":
            return _read_ip(state, node) or _take_setting(draft, node)
        case "ipv6" if words[1 if on else 2 :][:1] == ["route"]:
            return read_route6(state, node)
        case "vsx":
            return pairs.read_pair(state, node)
        case "access-list" if words[1:2] == ["ipv6"]:
            return guards.read_switch(state, node)
        case "access-list":
            return read_filter(draft, state.filters, node)
        case "object-group":
            return on and read_group(draft, state.filters, node)
        case "apply":
            return _read_apply(state, node) or qos.read_global(state, node) or _take_setting(draft, node)
        case "ssh" | "https-server" | "telnet" | "cli-session" | "session-timeout":
            return read_service(state, node)
        case "user":
            return read_user(state, node)
        case "port-access" if on and words[1:2] == ["role"]:
            return read_role(state, node)
        case "nd-snooping" | "dhcpv6-snooping":
            return guards.read_switch(state, node) or _take_setting(draft, node)
        case "qos" | "class" | "policy":
            return qos.read_global(state, node) or _take_setting(draft, node)
        case "sflow":
            return read_flow(state, node)
        case "aaa" | "radius-server" | "tacacs-server" | "radius":
            return read_aaa(state, node)
        case "snmp-server" | "snmpv3":
            return read_snmp(state, node)
        case "ntp" | "clock":
            return read_time(state, node)
        case "logging":
            return read_log(state, node)
        case "dhcp-server" if on:
            return read_server(state, node) or _take_setting(draft, node)
        case "dhcpv4-snooping" if words[-1] == "dhcpv4-snooping":
            draft.snooping_on = on
        case "vrf":
            return _read_vrf(draft, node)
        case "hostname" if on and len(words) > 1:
            draft.hostname = words[1]
        case "banner" if on and words[1:2] == ["motd"]:
            draft.banner = node.body
        case "banner" if on and words[1:2] == ["exec"]:
            pass
        case "configuration-lockout":
            draft.object_to(node.line, "a cloud manages this switch: its command line is locked")
        case _:
            return _take_setting(draft, node)
    return True


def _take_setting(draft: Draft, node: Node) -> bool:
    if _SILENT.match(node.text):
        return True
    if not _SETTING.match(node.text):
        return False
    draft.keep(node)
    return True


def _read_vrf(draft: Draft, node: Node) -> bool:
    if node.words[0] != "vrf" or len(node.words) != 2:
        return False
    if node.words[1] not in ("default", "mgmt"):
        draft.vrfs.setdefault(node.words[1], node.line)
    for child in draft.lines(node):
        if child.words[0] in ("rd", "route-target"):
            draft.keep(child, node.text)
        elif child.words[0] != "description":
            draft.skip(child)
    return True


def _read_ip(state: State, node: Node) -> bool:
    on = node.words[0] != "no"
    match node.words[1:] if on else node.words[2:]:
        case ["route", *_]:
            return read_route(state, node)
        case ["dns", *_]:
            return read_names(state, node)
        case ["icmp", "redirect"]:
            state.redirects = on
        case _:
            return False
    return True


def _read_apply(state: State, node: Node) -> bool:
    match node.words:
        case ["apply", "access-list", "ip", name, "control-plane", "vrf", vrf]:
            state.draft.use_acl(name, node.line)
            state.filters.control[state.named_vrf(vrf, node.line)] = (name, node.line)
        case ["no", "apply", "access-list", "ip", _, "control-plane", "vrf", vrf]:
            state.filters.control.pop(state.named_vrf(vrf, node.line), None)
        case ["apply", "access-list", *_]:
            state.draft.keep(node)
        case _:
            return False
    return True


def _check_reach(state: State) -> None:
    """Object to servers in a VRF other than the default one where the switch has no address."""
    with_address = {port.vrf for port in state.draft.ports.values() if port.addresses and not port.shutdown}
    mgmt = state.draft.ports.get("mgmt")
    if mgmt is not None and not mgmt.shutdown:
        with_address.add("mgmt")
    for asked in state.asked:
        if asked.vrf and asked.vrf not in with_address:
            place = f"VRF {asked.vrf}, where the switch has no address"
            state.draft.object_to(asked.line, f"{asked.what} {asked.host} is in {place}")


def _management(state: State) -> ObservedManagement:
    draft = state.draft
    spoken = ["telnet"] if state.telnet else []
    if cleartext(state):
        spoken.append("snmp-v2")
    minutes = [state.cli_minutes, *([state.web_minutes] if state.https else [])]
    return ObservedManagement(
        ntp=tuple(draft.ntp),
        dns=tuple(draft.dns),
        syslog=tuple(draft.syslog),
        radius=tuple(draft.radius),
        snmp_users=tuple(draft.snmp_users),
        users=tuple(draft.users),
        roles=tuple((name, draft.roles.get(name, "")) for name in draft.users),
        ssh=bool(state.ssh),
        cleartext=tuple(spoken),
        sources=sources(state),
        vrf_sources=vrf_sources(state),
        secrets=tuple(draft.secrets),
        sessions6=sessions6(state),
        gateway=next(
            (route.gateway for route in draft.routes if route.prefix == "0.0.0.0/0" and not route.vrf), ""
        ),
        banner=draft.banner,
        transports=tuple(draft.syslog.values()),
        logins=tuple(draft.logins),
        https=bool(state.https),
        idle_s=0 if 0 in minutes else max(minutes) * 60,
        syslog_ports=tuple(draft.syslog_ports[host] for host in draft.syslog),
        snmp_managers=pollers(state),
        snmp_writes=draft.snmp_writes,
        snmp_algorithms=tuple(draft.snmp_algorithms),
        ntp_signed=signed(state),
        ntp_keys=tuple(
            (key, algorithm, word) for key, (algorithm, word, _) in sorted(state.ntp_keys.items())
        ),
        flow=flows(state),
    )


def _with_ports(state: State, observed: Observed, access: ObservedAccess) -> Observed:
    """The facts with what the shared draft has no place for, and the contradictions that show there."""
    classes = qos.classes_of(state)
    ports = tuple(_with_port(state, port) for port in observed.ports)
    draft = state.draft
    return msgspec.structs.replace(
        observed,
        ports=ports,
        inspected_vlans=tuple(sorted(state.guards.vlans.get("arp", ()))),
        access=access,
        pair=state.pair,
        qos=classes,
        settings=tuple(draft.settings),
        problems=tuple(sorted(draft.problems, key=lambda each: (each.line, each.text))),
    )


def _with_port(state: State, port: ObservedPort) -> ObservedPort:
    draft, own = state.draft.ports[port.name], state.of(port.name)
    facts: dict[str, Any] = access_of(state, draft)
    voice = facts.get("voice", port.voice)
    facts |= guards.guards_of(state, draft, guards.vlans_of(draft) | ({voice} - {0}))
    return msgspec.structs.replace(
        port,
        **facts,
        storm_rates=tuple((kind, *rate) for kind, rate in sorted(own.rates.items())),
        trust=qos.trust_of(state, f"lag {port.lag}" if port.lag else port.name, voice),
        poe_priority="" if port.poe_off else own.power,
        mtu=own.mtu,
        loop_guard=own.loop_protect,
    )
