"""The top level of an EOS text: each block goes to the module that knows it.

Source: Arista's published validated configurations and 4.32/4.33 running configurations. A block
that nothing knows goes to `unread` with every line in it.
"""

from __future__ import annotations

import re

import msgspec

from netgen.readback.acl import read_acl
from netgen.readback.arista_eos import admission, guards, monitoring, pairs, quality
from netgen.readback.arista_eos.dhcp import SubnetDraft, finish_pools, read_dhcp_server
from netgen.readback.arista_eos.draft import EosDraft
from netgen.readback.arista_eos.interfaces import read_interface
from netgen.readback.arista_eos.routing import read_route, read_spanning_tree, read_vlan
from netgen.readback.arista_eos.session import Session, read_aaa, read_management, read_user
from netgen.readback.facts import Observed, ObservedManagement
from netgen.readback.indented import Node, number_list, parse_indented, whole_number
from netgen.readback.switch_draft import Dialect, Draft
from netgen.readback.switch_facts import finish

_DIALECT = Dialect(
    platform="arista_eos",
    edge_on_trunks=True,
    members_follow=True,
    phone_mode=True,
    lag_prefix="Port-Channel",
    open_defaults=False,
)

#: Top-level lines that change nothing: words for people.
_SILENT = re.compile(r"(?:no )?(?:end|snmp-server (?:contact|location) ?.*|alias .+|prompt .+)\Z")
#: Top-level lines that no other fact holds: settings, with all that stands below them.
_SETTING = re.compile(
    r"(?:no )?(?:"
    r"boot .+|transceiver .+|service routing protocols model \S+|system l1|queue-monitor .+"
    r"|platform .+|hardware .+"
    r"|dns domain \S+|ip domain(?:-| )(?:lookup .+|name \S+|list .+)|ip (?:igmp snooping.*|dhcp relay .+"
    r"|icmp .+|hardware .+|load-sharing .+)"
    r"|clock timezone .+|lldp .+|lacp .+|errdisable (?:recovery|detect) .+|vlan internal order .+"
    r"|load-interval .+"
    r"|logging (?:buffered|trap|format|source-interface|console|monitor|facility|on|synchronous|event"
    r"|persistent|level|policy|relogging-interval"
    r"|vrf \S+ source-interface|repeat-messages) ?.*"
    r"|snmp-server (?:engineID local|local-interface|view|enable traps|vrf"
    r"|extension|notification"
    r"|transport udp|transport tcp) ?.*"
    r"|ntp local-interface .*|sflow (?:sample|polling-interval|source-interface|source|vrf) .+|poe"
    r"|switchport (?:default mode access|port-security .+)|port-channel load-balance .+|terminal .+"
    r"|flow tracking .+|mac address-table aging-time .+"
    r")\Z"
)
_SYSLOG_PORT = 514
#: A switched port of EOS passes frames of this size whatever the text says (EOS User Manual, Ethernet Ports).
_FRAME = 9214


class State(msgspec.Struct):
    """What the EOS reader keeps beside the draft."""

    draft: EosDraft
    session: Session
    subnets: list[SubnetDraft] = msgspec.field(default_factory=list)
    routing: dict[str, bool] = msgspec.field(default_factory=dict)
    snooping_option: bool = False
    snmp_cleartext: bool = False
    snmp_vrfs: set[str] = msgspec.field(default_factory=set)


def read(text: str) -> Observed:
    """The facts of one text, as `show running-config` prints it or as a person edited it.

    Never raises. A LAG is `Port-ChannelN`; a phone trunk is an access port with `voice`; secrets
    are the last word of their line. DHCP snooping counts as on only with its information option,
    without which EOS does not act.
    """
    state = State(EosDraft(_DIALECT, stp_mode="mstp"), Session())
    draft = state.draft
    parsed = parse_indented(text, banner_end="EOF")
    for node in draft.take(parsed.nodes):
        if not _read_top(state, node):
            draft.skip(node)
    for node in parsed.unended:
        draft.object_to(node.line, "the banner has no end: it takes all lines below it")
    draft.snooping_on = draft.snooping_on and state.snooping_option
    draft.routing = any(state.routing.values())
    _check_routing(state)
    pairs.finish(draft)
    finish_pools(draft, state.subnets)
    state.session.add_factory_user(draft)
    state.session.check(draft)
    guards.check(draft)
    classes = quality.classes_of(draft)
    access = admission.access_facts(draft)
    found = finish(
        draft,
        _management(state),
        lambda port: {
            **admission.socket_facts(draft, port),
            **guards.port_facts(draft, port),
            "trust": quality.trust_of(draft, port, sorts=bool(classes)),
        },
    )
    return msgspec.structs.replace(
        found,
        access=access,
        qos=classes,
        mtu=_FRAME,
        pair=draft.pair,
        inspected_vlans=tuple(sorted(draft.inspected)),
    )


def _check_routing(state: State) -> None:
    draft = state.draft
    said: set[str] = set()
    for port in draft.ports.values():
        # A management port is a host of its VRF, which need not route.
        hosts = port.kind == "management"
        if (
            port.vrf
            and not hosts
            and port.vrf not in said
            and port.addresses
            and not state.routing.get(port.vrf)
        ):
            said.add(port.vrf)
            draft.object_to(
                port.line, f"VRF {port.vrf} has addresses but `ip routing vrf {port.vrf}` is not on"
            )
    for vrf in state.routing:
        if vrf and vrf not in draft.vrfs:
            draft.object_to(0, f"routing is set for VRF {vrf}, which is not defined")


def _management(state: State) -> ObservedManagement:
    draft, session = state.draft, state.session
    cleartext = session.cleartext()
    if state.snmp_cleartext:
        cleartext.append("snmp-v2")
    return ObservedManagement(
        ntp=tuple(draft.ntp),
        dns=tuple(draft.dns),
        syslog=tuple(draft.syslog),
        radius=tuple(draft.radius),
        snmp_users=tuple(draft.snmp_users),
        users=tuple(draft.users),
        roles=tuple((name, draft.roles.get(name, "network-operator")) for name in draft.users),
        ssh=bool(session.ssh.open_vrfs()),
        cleartext=tuple(cleartext),
        sources=session.sources(draft),
        vrf_sources=session.vrf_sources(draft),
        secrets=tuple(draft.secrets),
        sessions6=_sessions6(state),
        gateway=next(
            (route.gateway for route in draft.routes if route.prefix == "0.0.0.0/0" and not route.vrf), ""
        ),
        banner=draft.banner,
        transports=tuple(draft.syslog.values()),
        logins=tuple(draft.logins),
        https=session.api_on and bool(session.api.open_vrfs()),
        idle_s=session.idle_s(),
        syslog_ports=tuple(draft.syslog_ports[host] for host in draft.syslog),
        snmp_managers=draft.snmp_managers(),
        snmp_writes=draft.snmp_writes,
        snmp_algorithms=tuple(draft.snmp_algorithms),
        ntp_signed=monitoring.signed_servers(draft),
        ntp_keys=tuple(draft.ntp_keys),
        flow=monitoring.exports(draft),
    )


def _read_top(state: State, node: Node) -> bool:
    words = node.words
    on = words[0] != "no"
    draft, session = state.draft, state.session
    match words[0] if on else "".join(words[1:2]):
        case "interface":
            return on and read_interface(draft, node)
        case "vlan":
            return read_vlan(draft, node) or _take_setting(draft, node)
        case "ip":
            return _read_ip(state, node) or pairs.read_global(draft, node) or _take_setting(draft, node)
        case "spanning-tree":
            return pairs.read_global(draft, node) or read_spanning_tree(draft, node)
        case "mlag":
            return pairs.read_global(draft, node)
        case "username":
            return read_user(draft, session, node)
        case "aaa" | "radius-server" | "tacacs-server":
            return read_aaa(draft, session, node)
        case "dot1x":
            return admission.read_global(draft, node) or _take_setting(draft, node)
        case "qos" | "class-map" | "policy-map":
            return quality.read_global(draft, node) or _take_setting(draft, node)
        case "address" | "ipv6" | "monitor":
            return guards.read_global(draft, node) or _read_ipv6(draft, node) or _take_setting(draft, node)
        case "ntp" | "sflow" if monitoring.read_global(draft, node):
            return True
        case "management":
            return on and read_management(draft, session, node)
        case "dhcp":
            return on and read_dhcp_server(draft, state.subnets, node)
        case "vrf":
            return _read_vrf(draft, node)
        case "hostname" if on and len(words) > 1:
            draft.hostname = words[1]
            return True
        case "banner" if on:
            draft.banner = node.body or draft.banner
            return True
        case _:
            return _read_system(state, node) or _take_setting(draft, node)


def _take_setting(draft: Draft, node: Node) -> bool:
    if _SILENT.match(node.text):
        return True
    if not _SETTING.match(node.text):
        return False
    draft.keep(node)
    return True


def _read_vrf(draft: Draft, node: Node) -> bool:
    if node.words[:2] not in (["vrf", "instance"], ["vrf", "definition"]) or len(node.words) != 3:
        return False
    draft.vrfs.setdefault(node.words[2], node.line)
    for child in draft.lines(node):
        if child.words[0] not in ("description", "rd"):
            draft.skip(child)
    return True


def _read_ip(state: State, node: Node) -> bool:
    draft = state.draft
    on = node.words[0] != "no"
    words = node.words if on else node.words[1:]
    match words[1:]:
        case ["routing"]:
            state.routing[""] = on
        case ["routing", "vrf", name]:
            state.routing[name] = on
        case ["route", *_]:
            return read_route(draft, node)
        case ["dhcp", "snooping"]:
            draft.snooping_on = on
        case ["dhcp", "snooping", "information", "option"] | ["dhcp", "snooping", "bridging"]:
            state.snooping_option = on
        case ["dhcp", "snooping", "vlan", *text] if text:
            listed = number_list("".join(text))
            if listed is None:
                return False
            (draft.snooping_vlans.update if on else draft.snooping_vlans.difference_update)(listed)
            draft.snooping_line = node.line
        case ["arp", "inspection", "vlan", *_] | ["source", "binding", *_]:
            return guards.read_global(draft, node)
        case ["access-list", "standard", name] if on:
            read_acl(draft, node, name, standard=True)
        case ["access-list", name] if on:
            read_acl(draft, node, name, standard=False)
        case ["name-server", "vrf", name, *servers] if on and servers:
            if name != "default":
                draft.use_vrf(name, node.line)
            draft.dns.extend(servers)
        case ["name-server", *servers] if on and servers:
            draft.dns.extend(servers)
        case ["radius" | "tacacs", *_] if "source-interface" in words:
            draft.keep(node)
        case ["http", "client", *_] | ["ssh", "client", *_]:
            draft.keep(node)
        case _:
            return False
    return True


def _read_ipv6(draft: EosDraft, node: Node) -> bool:
    on = node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["ipv6", "unicast-routing"] | ["ipv6", "unicast-routing", "vrf", "default"]:
            (draft.routing6.add if on else draft.routing6.discard)("")
        case ["ipv6", "unicast-routing", "vrf", name]:
            (draft.routing6.add if on else draft.routing6.discard)(draft.use_vrf(name, node.line))
        case ["ipv6", "route", "vrf", name, *rest]:
            name = "" if name == "default" else name
            if name and on:
                draft.use_vrf(name, node.line)
            return draft.take_route6(node, rest, name, on=on)
        case ["ipv6", "route", *rest]:
            return draft.take_route6(node, rest, "", on=on)
        case _:
            return False
    return True


def _sessions6(state: State) -> tuple[tuple[str, str], ...]:
    """Services that answer over IPv6 in their VRFs: no filter of IPv6 is read, so nothing closes them."""
    session = state.session
    found = [("ssh", vrf) for vrf in session.ssh.open_vrfs()]
    found += [("telnet", vrf) for vrf in session.telnet.open_vrfs()]
    found += [("eAPI", vrf) for vrf in session.api.open_vrfs() if session.api_on]
    found += [("snmp", vrf) for vrf in ("", *sorted(state.snmp_vrfs)) if state.draft.snmp_users]
    return tuple(found)


def _read_system(state: State, node: Node) -> bool:
    draft = state.draft
    if node.words[0] == "no":
        return False
    match node.words:
        case ["enable", "password" | "secret", *rest] if rest:
            draft.secrets.append(("enable", rest[-1]))
        case ["snmp-server", *rest]:
            return _read_snmp(state, node, rest)
        case ["ntp", "server", *rest] if rest:
            if rest[0] == "vrf" and len(rest) > 2:
                draft.use_vrf(rest[1], node.line)
                rest = rest[2:]
            draft.ntp.append(rest[0])
            if "key" in rest[:-1] and (number := whole_number(rest[rest.index("key") + 1])) is not None:
                draft.ntp_key_uses.append((rest[0], number, node.line))
        case ["logging", "vrf", name, "host", host, *rest]:
            if name != "default":
                draft.use_vrf(name, node.line)
            _read_syslog(draft, node, host, rest)
        case ["logging", "host", host, *rest]:
            _read_syslog(draft, node, host, rest)
        case _:
            return False
    return True


def _read_syslog(draft: Draft, node: Node, host: str, rest: list[str]) -> None:
    """`logging host A [PORT] [protocol P [ssl-profile NAME]]`."""
    draft.syslog[host] = rest[rest.index("protocol") + 1] if "protocol" in rest[:-1] else "udp"
    draft.syslog_ports[host] = (whole_number(rest[0]) if rest else None) or _SYSLOG_PORT
    if "ssl-profile" in rest[:-1]:
        draft.tls_uses.append((rest[rest.index("ssl-profile") + 1], node.line))


def _read_snmp(state: State, node: Node, rest: list[str]) -> bool:
    draft = state.draft
    match rest:
        case ["community", word, *_]:
            state.snmp_cleartext = True
            draft.secrets.append(("snmp community", word))
        case ["vrf", name]:
            state.snmp_vrfs.add(name)
            draft.keep(node)
        case ["group", name, "v3", "priv", *options]:
            draft.snmp_groups.add(name)
            draft.snmp_writes = draft.snmp_writes or "write" in options
        case ["ipv4", "access-list", name, *more]:
            draft.snmp_acls.append(draft.use_acl(name, node.line))
            if more[:1] == ["vrf"] and len(more) > 1:
                draft.use_vrf(more[1], node.line)
        case ["group", name, "v3", level, *_]:
            draft.snmp_groups.add(name)
            draft.object_to(node.line, f"SNMP group {name} works without encryption ({level})")
        case ["group", _, "v1" | "v2c", *_]:
            state.snmp_cleartext = True
        case ["user", name, group, "v3", *security]:
            draft.snmp_users.append(name)
            draft.snmp_group_uses.append((group, node.line))
            _read_snmp_user(draft, node, name, security)
        case ["user", name, *_]:
            draft.snmp_users.append(name)
            state.snmp_cleartext = True
        case ["host", _, *options]:
            if "vrf" in options[:-1]:
                draft.use_vrf(options[options.index("vrf") + 1], node.line)
            if "3" not in options:
                state.snmp_cleartext = True
            draft.keep(node)
        case _:
            return False
    return True


def _read_snmp_user(draft: Draft, node: Node, name: str, security: list[str]) -> None:
    if security[:1] == ["localized"]:
        security = security[2:]
    match security:
        case ["auth", digest, auth, "priv", cipher, *rest] if rest:
            cipher = " ".join((cipher, *rest[:-1]))
            draft.snmp_algorithms.append((name, digest, cipher))
            draft.secrets.append((f"snmp {name} auth", auth))
            draft.secrets.append((f"snmp {name} priv", rest[-1]))
            if cipher in ("des", "3des"):
                draft.object_to(node.line, f"SNMP user {name} is encrypted with {cipher}")
        case _:
            draft.object_to(node.line, f"SNMP user {name} works without encryption")
