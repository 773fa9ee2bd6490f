"""The top level of an IOS-XE text: each block goes to the module that knows it.

Source: public IOS-XE running configurations, the 17.12.1 native YANG model and Cisco's own test
automation code. A block that nothing knows goes to `unread` with every line in it.
"""

from __future__ import annotations

import re

import msgspec

from netgen.readback.acl import read_acl, read_entry
from netgen.readback.cisco_iosxe import admission, guards, ipv6, monitoring, quality
from netgen.readback.cisco_iosxe.control_policy import read_control
from netgen.readback.cisco_iosxe.dhcp import Excluded, PoolDraft, finish_pools, read_excluded, read_pool
from netgen.readback.cisco_iosxe.draft import IosDraft
from netgen.readback.cisco_iosxe.interfaces import read_interface
from netgen.readback.cisco_iosxe.routing import (
    check_families,
    read_route,
    read_snooping,
    read_spanning_tree,
    read_vlan,
    read_vrf,
)
from netgen.readback.cisco_iosxe.session import Session, read_aaa, read_http, read_line_block
from netgen.readback.facts import Observed, ObservedManagement
from netgen.readback.indented import Node, ipv4, parse_indented, whole_number
from netgen.readback.switch_draft import AclDraft, Dialect, Draft
from netgen.readback.switch_facts import finish

_DIALECT = Dialect(
    platform="cisco_iosxe",
    edge_on_trunks=False,
    members_follow=False,
    phone_mode=False,
    lag_prefix="Port-channel",
    open_defaults=True,
)
#: Where syslog goes without a `port` (RFC 5424 and 5425; TCP: Cisco, logging host).
_SYSLOG_PORTS = {"udp": 514, "tcp": 601, "tls": 6514}
_STANDARD_NUMBERS = (*range(1, 100), *range(1300, 2000))

#: Top-level lines that change nothing: words for people, and what the box writes about itself.
_SILENT = re.compile(
    r"(?:no )?(?:version \S+|end|Building configuration.*|Current configuration.*|ntp clock-period \d+"
    r"|snmp-server (?:location|contact) ?.*|alias .+|file prompt quiet|ip forward-protocol nd)\Z"
)
#: Top-level lines that no other fact holds: settings, with all that stands below them.
_SETTING = re.compile(
    r"(?:no )?(?:"
    r"boot .+"
    r"|service (?:pad|timestamps .+|tcp-keepalives-(?:in|out)|password-encryption|sequence-numbers|call-home"
    r"|unsupported-transceiver)"
    r"|ip (?:domain lookup.*|domain-lookup|cef.*|tftp .+|classless|subnet-zero"
    r"|gratuitous-arps|igmp snooping.*)"
    r"|ip (?:domain[ -]name \S+|domain list .+)|ip ssh (?:time-out|authentication-retries|version"
    r"|source-interface|bulk-mode"
    r"|server algorithm|client algorithm|dh min size|logging events|rsa keypair-name|maxstartups) ?.*"
    r"|ip scp server enable"
    r"|ip dhcp (?:relay information trust-all|conflict logging|binding cleanup .+|bootp ignore|limit .+)"
    r"|ip arp inspection (?:validate|log-buffer|filter) .+"
    r"|ip (?:radius|tacacs|ftp) source-interface .+|ip routing protocol .+"
    r"|device-tracking (?:policy"
    r"|upgrade-cli|binding|logging|tracking) ?.*"
    r"|clock (?:timezone|summer-time) .+|vtp (?:domain|version|password|mode off|mode transparent) ?.*"
    r"|switch \d+ (?:provision|priority) \S+|hw-module .+|license .+|platform .+"
    r"|diagnostic .+|memory .+"
    r"|vlan internal allocation policy \S+|port-channel load-balance \S+|lldp .+|cdp .+"
    r"|login (?:on-failure|on-success|block-for|delay"
    r"|quiet-mode) ?.*|key config-key .+|password encryption aes|crypto pki .+"
    r"|multilink bundle-name authenticated"
    r"|errdisable (?:recovery|detect) .+|network-policy profile \d+|snmp-server (?:view"
    r"|enable traps|trap-source"
    r"|source-interface|ifindex persist|engineID local|chassis-id|queue-length|packetsize|system-shutdown"
    r"|trap timeout) ?.*"
    r"|logging (?:buffered|trap|source-interface|console|monitor|facility|origin-id|event|userinfo|count"
    r"|synchronous|rate-limit"
    r"|on|discriminator|snmp-trap|exception|persistent) ?.*"
    r"|ntp (?:source|update-calendar|logging|max-associations|access-group) ?.*"
    r"|(?:class-map match-any|policy-map) system-cpp-\S+|control-plane|redundancy|archive"
    r"|transceiver .+|udld .+|call-home"
    r"|exception .+"
    r"|mac address-table .+|power .+|enable (?:last-resort .+)|process cpu .+"
    r"|dot1x (?:critical eapol|logging verbose)|authentication (?:mac-move permit"
    r"|critical recovery delay \d+|logging verbose)"
    r"|username \S+ autocommand-options .+|banner (?:prompt-timeout)|tls .+|parser .+"
    r"|configuration mode .+|stackwise-virtual"
    r")\Z"
)


class State(msgspec.Struct):
    """What the IOS-XE reader keeps beside the draft."""

    draft: IosDraft
    session: Session
    pools: dict[str, PoolDraft] = msgspec.field(default_factory=dict)
    excluded: list[Excluded] = msgspec.field(default_factory=list)
    default_gateway: str = ""
    default_gateway_line: int = 0
    snmp_cleartext: bool = False


def read(text: str) -> Observed:
    """The facts of one text, as `show running-config` prints it or as a person edited it.

    Never raises. A LAG is `Port-channelN`, MST is called `mstp`, secrets are the last word of
    their line.
    """
    state = State(IosDraft(_DIALECT, stp_mode="rapid-pvst"), Session())
    draft = state.draft
    parsed = parse_indented(text)
    for node in parsed.nodes:
        if node.words[0] == "template" and len(node.words) > 1:
            draft.templates[node.words[1]] = list(draft.lines(node))
    for node in draft.take(parsed.nodes):
        if not _read_top(state, node):
            draft.skip(node)
    for node in parsed.unended:
        draft.object_to(node.line, "the banner has no end: it takes all lines below it")
    finish_pools(draft, state.pools, state.excluded)
    state.session.check(draft)
    draft.routing6 = {"", *draft.vrfs6} if draft.forwards6 else set()
    for name, line in draft.filter6_uses:
        if name not in draft.filters6:
            draft.object_to(line, f"IPv6 access list {name} is not defined")
    check_families(draft)
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
        mtu=draft.mtu,
        inspected_vlans=tuple(sorted(draft.inspected)),
    )


def _management(state: State) -> ObservedManagement:
    draft = state.draft
    routed = next(
        (route.gateway for route in draft.routes if route.prefix == "0.0.0.0/0" and not route.vrf), ""
    )
    if draft.routing and state.default_gateway:
        draft.object_to(
            state.default_gateway_line, "`ip default-gateway` has no effect while `ip routing` is on"
        )
    cleartext = state.session.cleartext()
    if state.snmp_cleartext:
        cleartext.append("snmp-v2")
    return ObservedManagement(
        ntp=tuple(draft.ntp),
        dns=tuple(draft.dns),
        syslog=tuple(draft.syslog),
        radius=tuple(draft.radius),
        snmp_users=tuple(draft.snmp_users),
        users=tuple(draft.users),
        roles=tuple((name, draft.roles.get(name, "1")) for name in draft.users),
        ssh=state.session.ssh(),
        cleartext=tuple(cleartext),
        sources=state.session.sources(draft),
        vrf_sources=state.session.vrf_sources(draft),
        secrets=tuple(draft.secrets),
        sessions6=ipv6.sessions(draft, state.session),
        gateway=routed if draft.routing else state.default_gateway or routed,
        banner=draft.banner,
        transports=tuple(draft.syslog.values()),
        logins=tuple(draft.logins),
        https=state.session.https,
        idle_s=state.session.idle_s(),
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
    first = words[1] if words[0] == "no" and len(words) > 1 else words[0]
    draft, session = state.draft, state.session
    match first:
        case "interface":
            return words[0] == "interface" and read_interface(draft, node)
        case "vlan":
            if guards.read_global(draft, node):
                return True
            return (len(words) > 1 and read_vlan(draft, node)) or _take_setting(draft, node)
        case "ip":
            return _read_ip(state, node) or _take_setting(draft, node)
        case "access-list":
            return words[0] != "no" and _read_numbered(draft, node)
        case "spanning-tree":
            return read_spanning_tree(draft, node)
        case "aaa" | "radius" | "tacacs" | "radius-server":
            return read_aaa(draft, session, node)
        case "template":
            return words[0] == "template" and len(words) > 1
        case "dot1x":
            return admission.read_global(draft, node) or _take_setting(draft, node)
        case "service-template" | "class-map" | "policy-map" if words[0] != "no":
            return read_control(draft, node) or quality.read_global(draft, node) or _take_setting(draft, node)
        case "ipv6" | "system":
            return (
                guards.read_global(draft, node) or ipv6.read_global(draft, node) or _take_setting(draft, node)
            )
        case "flow":
            return words[0] != "no" and monitoring.read_flow(draft, node)
        case "line":
            return read_line_block(draft, session, node)
        case "vrf":
            return words[:2] == ["vrf", "definition"] and len(words) == 3 and read_vrf(draft, node)
        case "hostname" if words[0] == "hostname" and len(words) > 1:
            draft.hostname = words[1].strip('"')
            return True
        case "banner":
            if len(words) > 1 and words[0] == "banner" and words[1] in ("login", "motd", "exec", "incoming"):
                draft.banner = node.body or draft.banner
                return True
            return _take_setting(draft, node)
        case _:
            return _read_system(state, node) or _take_setting(draft, node)


def _take_setting(draft: Draft, node: Node) -> bool:
    if _SILENT.match(node.text):
        return True
    if not _SETTING.match(node.text):
        return False
    draft.keep(node)
    return True


def _read_ip(state: State, node: Node) -> bool:
    draft = state.draft
    on = node.words[0] != "no"
    words = node.words if on else node.words[1:]
    match words[1:]:
        case ["http", *_]:
            return read_http(draft, state.session, node)
        case ["routing"]:
            draft.routing = on
        case ["default-gateway", address] if on and ipv4(address) is not None:
            state.default_gateway, state.default_gateway_line = address, node.line
        case ["route", *_]:
            return read_route(draft, node)
        case ["dhcp", "snooping", *_]:
            return read_snooping(draft, node)
        case ["arp", "inspection", "vlan", *_]:
            return guards.read_global(draft, node)
        case ["dhcp", "excluded-address", *_] if on:
            return read_excluded(state.excluded, node)
        case ["dhcp", "pool", *_] if on:
            return read_pool(draft, state.pools, node)
        case ["access-list", "standard" | "extended" as kind, name] if on:
            read_acl(draft, node, name, standard=kind == "standard")
        case ["name-server", "vrf", name, *servers] if on and servers:
            draft.use_vrf(name, node.line)
            draft.dns.extend(servers)
        case ["name-server", *servers] if on and servers:
            draft.dns.extend(servers)
        case ["vrf", _] if on:
            draft.vrfs.setdefault(words[2], node.line)
            draft.vrfs4.add(words[2])
        case ["ssh", "version", "1"] if on:
            draft.object_to(node.line, "SSH version 1 is on")
        case _:
            return False
    return True


def _read_numbered(draft: Draft, node: Node) -> bool:
    """`access-list 23 permit ...`, the one-line form."""
    number = whole_number(node.words[1]) if len(node.words) > 3 else None
    if number is None:
        return False
    name = node.words[1]
    acl = draft.acls.setdefault(name, AclDraft(name, node.line, number in _STANDARD_NUMBERS))
    return read_entry(draft, acl, node, node.words[2:])


def _read_system(state: State, node: Node) -> bool:
    draft = state.draft
    on = node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["username", name] if not on:
            draft.users.pop(name, None)
        case ["username", name, *rest] if on:
            return _read_user(draft, node, name, rest)
        case ["enable", "secret" | "password", *rest] if on and rest:
            draft.secrets.append(("enable", rest[-1]))
        case ["snmp-server", *rest]:
            return on and _read_snmp(state, node, rest)
        case ["ntp", "server" | "peer", *rest] if on and rest:
            if rest[0] == "vrf" and len(rest) > 2:
                draft.use_vrf(rest[1], node.line)
                rest = rest[2:]
            draft.ntp.append(rest[0])
            if "key" in rest[:-1] and (number := whole_number(rest[rest.index("key") + 1])) is not None:
                draft.ntp_key_uses.append((rest[0], number, node.line))
        case ["ntp", *_] as found if monitoring.read_ntp(draft, found, on=on):
            pass
        case ["logging", "host", host, *rest] if on:
            _read_syslog(draft, node, host, rest)
        case ["logging", host] if on and ipv4(host) is not None:
            draft.syslog[host] = "udp"
            draft.syslog_ports[host] = _SYSLOG_PORTS["udp"]
        case ["logging", "tls-profile", name]:
            _read_tls_profile(draft, node, name, on=on)
        case ["vtp", "mode", "server" | "client" as mode]:
            draft.object_to(node.line, f"VTP {mode} mode lets a neighbour change the VLANs")
        case _:
            return False
    return True


def _read_user(draft: Draft, node: Node, name: str, rest: list[str]) -> bool:
    draft.users.setdefault(name, node.line)
    while rest:
        match rest:
            case ["privilege", level, *more]:
                draft.roles[name] = level
                rest = more
            case ["algorithm-type", _, *more] | ["role", _, *more]:
                rest = more
            case ["common-criteria-policy", _, *more]:
                rest = more
            case ["secret", *words] if words:
                draft.secrets.append((f"user {name}", words[-1]))
                return True
            case ["password", *words] if words:
                draft.secrets.append((f"user {name}", words[-1]))
                draft.object_to(node.line, f"the password of user {name} is stored reversibly")
                return True
            case ["nopassword", *_]:
                draft.object_to(node.line, f"user {name} needs no password")
                return True
            case _:
                return False
    return True


def _read_snmp(state: State, node: Node, rest: list[str]) -> bool:
    draft = state.draft
    match rest:
        case ["community", word, *_]:
            state.snmp_cleartext = True
            draft.secrets.append(("snmp community", word))
        case ["group", name, "v3", "priv", *options]:
            draft.snmp_groups.add(name)
            # access [ipv6 NAME] [NAME]
            access = options[options.index("access") + 1 :] if "access" in options else []
            name6 = access[1] if access[:1] == ["ipv6"] and len(access) > 1 else ""
            names = (access[2:] if name6 else access)[:1]
            draft.snmp_acls.append(draft.use_acl(names[0], node.line) if names else "")
            draft.snmp_filters6.append(draft.use_acl6(name6, node.line) if name6 else "")
            draft.snmp_writes = draft.snmp_writes or "write" in options
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
    match [word for word in security if word != "encrypted"]:
        case ["auth", digest, auth, "priv", *rest] if rest:
            cipher = " ".join(rest[:2]) if len(rest) > 2 else rest[0]
            draft.snmp_algorithms.append((name, digest, cipher))
            draft.secrets.append((f"snmp {name} auth", auth))
            draft.secrets.append((f"snmp {name} priv", rest[2] if len(rest) > 2 else rest[-1]))
            if rest[0] in ("des", "3des"):
                draft.object_to(node.line, f"SNMP user {name} is encrypted with {rest[0]}")
            if "access" in rest[:-1]:
                draft.use_acl(rest[rest.index("access") + 1], node.line)
        case _:
            draft.object_to(node.line, f"SNMP user {name} works without encryption")


def _read_syslog(draft: Draft, node: Node, host: str, rest: list[str]) -> None:
    if "vrf" in rest[:-1]:
        draft.use_vrf(rest[rest.index("vrf") + 1], node.line)
    transport = rest[rest.index("transport") + 1] if "transport" in rest[:-1] else "udp"
    draft.syslog[host] = transport
    port = rest[rest.index("port") + 1] if "port" in rest[:-1] else ""
    draft.syslog_ports[host] = whole_number(port) or _SYSLOG_PORTS.get(transport, 0)
    if "profile" in rest[:-1]:
        draft.tls_uses.append((rest[rest.index("profile") + 1], node.line))


def _read_tls_profile(draft: Draft, node: Node, name: str, *, on: bool) -> None:
    (draft.tls_profiles.add if on else draft.tls_profiles.discard)(name)
    draft.begin(node.text, node.line)
    draft.keep(node)
