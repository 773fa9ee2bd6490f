"""How the box is managed: servers, accounts, sessions, and every secret of the text."""

from __future__ import annotations

import re

from netgen.readback.facts import ObservedManagement
from netgen.readback.indented import whole_number
from netgen.readback.juniper_junos.filters import Doorkeeper, Flow
from netgen.readback.juniper_junos.names import Interfaces
from netgen.readback.juniper_junos.tree import SECRETS, Node, Notes, walk
from netgen.readback.spans import EVERYTHING, join, prefixes

ANYWHERE_6 = "::/0"
#: Stands for no source at all, since an empty list of sources means anybody.
NOBODY = "0.0.0.0/32"
_SSH = 22
_NETCONF = 830
_SNMP = Flow("udp", 161)
#: Services without encryption.
_CLEARTEXT = ("telnet", "ftp", "finger", "rlogin", "rsh", "tftp-server", "xnm-clear-text")
#: Ports of syslog without a `port` (RFC 5424, 5425, 6587).
_SYSLOG_PORTS = {"udp": 514, "tcp": 601, "tls": 6514}
#: Permissions of the classes that every device has (Junos, login classes).
_CLASSES = {
    "super-user": "all",
    "superuser": "all",
    "operator": "clear network reset trace view",
    "read-only": "view",
    "unauthorized": "none",
}
_DENIALS = ("deny-commands", "deny-configuration", "deny-commands-regexps", "deny-configuration-regexps")
_LAST = "local"
_SESSION = re.compile(r"interfaces pp0 unit (\d+) ppp-options \S+ \S+\Z")
_ACCOUNT = re.compile(r"system (?:login user (\S+) authentication|root-authentication)\Z")


def session_flows(root: Node) -> tuple[Flow, ...]:
    """The kinds of session that the box takes."""
    services = root.sub("system", "services")
    found: list[Flow] = []
    if services.has("ssh"):
        found.append(Flow("tcp", whole_number(services.sub("ssh").value("port", str(_SSH))) or _SSH))
    if services.has("netconf", "ssh"):
        port = services.sub("netconf", "ssh").value("port", str(_NETCONF))
        found.append(Flow("tcp", whole_number(port) or _NETCONF))
    web = services.sub("web-management")
    for name, usual in (("http", "80"), ("https", "443")):
        if web.has(name):
            found.append(Flow("tcp", whole_number(web.sub(name).value("port", usual)) or int(usual)))
    for name, number in (("telnet", 23), ("ftp", 21), ("xnm-clear-text", 3221), ("xnm-ssl", 3220)):
        if services.has(name):
            found.append(Flow("tcp", number))
    for name, usual in (("http", "3000"), ("https", "3443")):
        if services.has("rest", name):
            found.append(
                Flow("tcp", whole_number(services.sub("rest", name).value("port", usual)) or int(usual))
            )
    return tuple(dict.fromkeys(found))


def read_management(
    root: Node, interfaces: Interfaces, door: Doorkeeper, gateway: str, notes: Notes
) -> ObservedManagement:
    """The management facts of the whole text."""
    system, snmp = root.sub("system"), root.sub("snmp")
    services, login = system.sub("services"), system.sub("login")
    cleartext = [name for name in _CLEARTEXT if services.has(name)]
    if services.has("web-management", "http") or services.has("rest", "http"):
        cleartext.append("http")
    users, roles, idle = _accounts(login, notes)
    radius = tuple(row.key for row in system.entries("radius-server"))
    syslog = _syslog(root, notes)
    snmp_users, algorithms, writes = _snmp(snmp, cleartext, notes)
    keys, signed, servers = _time(system, notes)
    polled = bool(snmp_users) or "snmp-v2" in cleartext
    flows = session_flows(root)
    sources = _sources(door, flows)
    by_flow = {tuple(door.sources(flow)) for flow in flows}
    if len(by_flow) > 1:
        notes.doubt(door.line, "the filter of lo0 lets different sources in for different kinds of session")
    managers = _sources(door, (_SNMP,)) if polled else ()
    return ObservedManagement(
        ntp=servers,
        dns=tuple(row.key for row in system.sub("name-server").entries("<address>")),
        syslog=tuple(host for host, _, _ in syslog),
        transports=tuple(transport for _, transport, _ in syslog),
        syslog_ports=tuple(port for _, _, port in syslog),
        radius=radius,
        snmp_users=snmp_users,
        users=users,
        roles=roles,
        ssh=services.has("ssh"),
        cleartext=tuple(dict.fromkeys(cleartext)),
        sources=sources,
        secrets=_secrets(root, interfaces),
        gateway=gateway,
        banner=login.value("message"),
        remote_admins=tuple(
            (name, role, radius)
            for name, role in roles
            if "radius" in system.values("authentication-order") and not _has_password(login, name)
        ),
        logins=_logins(system),
        https=any([services.has("web-management", "https"), services.has("rest", "https")]),
        idle_s=idle,
        snmp_managers=managers,
        snmp_writes=writes,
        snmp_algorithms=algorithms,
        ntp_signed=signed,
        ntp_keys=keys,
        flow=_flow(root),
        sessions6=_sessions6(door, (*flows, *((_SNMP,) if polled else ()))),
    )


def _sessions6(door: Doorkeeper, flows: tuple[Flow, ...]) -> tuple[tuple[str, str], ...]:
    """Kinds of session that the filter of lo0 lets in over IPv6, wherever the box has an address of it."""
    return tuple((f"{flow.protocol}/{flow.port}", "*") for flow in flows if door.lets_in_6(flow))


def _sources(door: Doorkeeper, flows: tuple[Flow, ...]) -> tuple[str, ...]:
    """Who may come in by any of the flows; () for anybody."""
    spans = join([span for flow in flows for span in door.sources(flow)])
    if EVERYTHING in spans:
        return ()
    return (*(prefixes(spans) or (NOBODY,)), *((ANYWHERE_6,) if door.is_open_6 else ()))


def _has_password(login: Node, name: str) -> bool:
    row = login.entry("user", name)
    return row is not None and bool(row.sub("authentication").leaves or row.sub("authentication").kids)


def _accounts(login: Node, notes: Notes) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...], int]:
    """(names, (name, rights), the longest silence of a session of any of them in seconds)."""
    usual = whole_number(login.value("idle-timeout", "0")) or 0
    classes = {row.key: row for row in login.entries("class")}
    names: list[str] = []
    roles: list[tuple[str, str]] = []
    silences: list[int] = []
    for row in login.entries("user"):
        names.append(row.key)
        home = row.value("class")
        known = classes.get(home)
        rights = _CLASSES.get(home, "")
        silence = usual
        if known is not None:
            rights = " ".join(sorted(known.values("permissions"))) or "none"
            denied = [name for name in _DENIALS if known.values(name)]
            rights = " ".join([rights, *denied])
            silence = whole_number(known.value("idle-timeout", str(usual))) or 0
        elif home not in _CLASSES:
            notes.doubt(row.line, f"user {row.key}: class `{home}` is not defined")
        roles.append((row.key, rights))
        if rights != "none":
            silences.append(silence)
        if row.sub("authentication").value("plain-text-password-value"):
            row.sub("authentication").keep("plain-text-password-value")
    longest = 0 if 0 in silences or not silences else max(silences)
    return tuple(names), tuple(roles), longest * 60


def _logins(system: Node) -> tuple[str, ...]:
    """The order in which an account is looked up, for all ways in and for those with one of their own."""
    found = [f"default {_order(system.values('authentication-order'))}"]
    console = system.sub("ports", "console").values("authentication-order")
    found.append(f"console {_order(console)}" if console else "console default")
    for service in ("ssh", "telnet", "ftp"):
        own = system.sub("services", service).values("authentication-order")
        if own:
            found.append(f"{service} {_order(own)}")
    return tuple(found)


def _order(words: tuple[str, ...]) -> str:
    """`radius` becomes `group radius`; the local account comes last where nothing says so."""
    found: list[str] = []
    for word in words:
        found += [_LAST] if word == "password" else ["group", word]
    return " ".join(found if _LAST in found else [*found, _LAST])


def _syslog(root: Node, notes: Notes) -> list[tuple[str, str, int]]:
    """(host, transport, port) of the box's own log and of the log of its policies, once each."""
    found: list[tuple[str, str, int]] = []
    for row in root.sub("system", "syslog").entries("host"):
        transport = row.value("transport", "udp")
        found.append((row.key, transport, _log_port(row.value("port"), transport)))
        if transport == "tls" and not row.sub("tlsdetails").kids:
            notes.doubt(row.line, f"syslog: {row.key} is reached over TLS and no authority is trusted")
        if not [name for name in row.leaves if name in _FACILITIES]:
            notes.doubt(row.line, f"syslog: nothing is sent to {row.key}")
    log = root.sub("security", "log")
    usual = log.sub("transport").value("protocol", "udp")
    for stream in log.entries("stream"):
        transport = stream.sub("transport").value("protocol", usual)
        block = stream.sub("host")
        port = _log_port(block.value("port") or stream.value("port"), transport)
        for host in block.entries("<address>"):
            if (host.key, transport, port) not in found:
                found.append((host.key, transport, port))
    return found


_FACILITIES = frozenset((
    "any", "authorization", "change-log", "conflict-log", "daemon", "dfc", "external", "firewall", "ftp",
    "interactive-commands", "kernel", "ntp", "pfe", "security", "user",
))  # fmt: skip


def _log_port(text: str, transport: str) -> int:
    return whole_number(text) or _SYSLOG_PORTS.get(transport, 514)


def _snmp(
    snmp: Node, cleartext: list[str], notes: Notes
) -> tuple[tuple[str, ...], tuple[tuple[str, str, str], ...], bool]:
    """(users, their algorithms, whether a view may be written)."""
    v3 = snmp.sub("v3")
    plain = bool(snmp.entries("community")) or bool(v3.entries("snmp-community"))
    for row in snmp.entries("trap-group"):
        plain = plain or row.value("version", "all") != "v3"
        row.asked = False
    users: list[str] = []
    algorithms: list[tuple[str, str, str]] = []
    for row in v3.sub("usm", "local-engine").entries("user"):
        users.append(row.key)
        auth = next(
            (key[0].partition("-")[2] for key in row.kids if key[0].startswith("authentication-")), "none"
        )
        privacy = next(
            (key[0].partition("-")[2] for key in row.kids if key[0].startswith("privacy-")), "none"
        )
        for kid in row.kids.values():
            kid.asked = True
        algorithms.append((row.key, auth, privacy))
    groups = set()
    writes = False
    for row in v3.sub("vacm", "access").entries("group"):
        groups.add(row.key)
        for context in (row.sub("default-context-prefix"), *row.entries("context-prefix")):
            for model in context.entries("security-model"):
                plain = plain or model.key in ("v1", "v2c", "any")
                for level in model.entries("security-level"):
                    writes = writes or bool(level.value("write-view"))
                    if level.key != "privacy":
                        notes.doubt(
                            level.line, f"SNMP group {row.key} works without encryption ({level.key})"
                        )
                    for view in ("read-view", "write-view", "notify-view"):
                        _check_view(snmp, level, view, row.key, notes)
    mapped = set()
    for model in v3.sub("vacm", "security-to-group").entries("security-model"):
        plain = plain or model.key in ("v1", "v2c")
        for row in model.entries("security-name"):
            mapped.add(row.key)
            if row.value("group") not in groups:
                notes.doubt(row.line, f"SNMP group {row.value('group')} is not defined")
    for user in users:
        if user not in mapped:
            notes.doubt(v3.line, f"SNMP user {user} is in no group")
    if plain:
        cleartext.append("snmp-v2")
    return tuple(users), tuple(algorithms), writes


def _check_view(snmp: Node, level: Node, view: str, group: str, notes: Notes) -> None:
    name = level.value(view)
    if name and snmp.entry("view", name) is None:
        notes.doubt(level.line_of(view), f"SNMP group {group}: view {name} is not defined")


def _time(
    system: Node, notes: Notes
) -> tuple[tuple[tuple[int, str, str], ...], tuple[str, ...], tuple[str, ...]]:
    """(keys, servers believed only with a signature, servers)."""
    ntp = system.sub("ntp")
    keys = {
        row.key: (whole_number(row.key) or 0, row.value("type", "md5"), row.value("value"))
        for row in ntp.entries("authentication-key")
    }
    trusted = ntp.values("trusted-key")
    signed: list[str] = []
    servers: list[str] = []
    for row in (*ntp.entries("server"), *ntp.entries("peer")):
        servers.append(row.key)
        number = row.value("key")
        if not number:
            continue
        if number not in keys:
            notes.doubt(row.line, f"NTP server {row.key}: key {number} is not defined")
        elif number not in trusted:
            notes.doubt(row.line, f"NTP server {row.key}: key {number} is not trusted")
        else:
            signed.append(row.key)
    if ntp.value("boot-server"):
        ntp.keep("boot-server")
    return tuple(keys.values()), tuple(signed), tuple(servers)


def _flow(root: Node) -> tuple[tuple[str, str, int], ...]:
    """Where samples of the traffic go: sFlow of a switch, flow records of what an interface gives to be sampled."""
    found = [
        ("sflow", row.key, whole_number(row.value("udp-port", "6343")) or 6343)
        for row in root.sub("protocols", "sflow").entries("collector")
    ]
    sampling = root.sub("forwarding-options", "sampling")
    for block in (sampling, *sampling.entries("instance")):
        family = block.sub("family", "inet")
        if block.has("disable") or family.has("disable") or not _is_sampled(root):
            continue
        for row in family.sub("output").entries("flow-server"):
            kind = "ipfix" if row.has("version-ipfix") else "netflow"
            found.append((kind, row.key, whole_number(row.value("port")) or 0))
    return tuple(found)


def _is_sampled(root: Node) -> bool:
    """True if packets of any interface are given to be sampled."""
    return any(
        unit.sub("family", "inet", "sampling").has(way)
        for interface in root.sub("interfaces").kids.values()
        for unit in interface.entries("unit")
        for way in ("input", "output")
    )


def is_secret(node: Node, name: str) -> bool:
    """True if a leaf of a block holds a secret: `key` and `value` are words for other things too."""
    if name not in SECRETS:
        return False
    if name == "key":
        return node.name == "md5"
    return name != "value" or node.name == "authentication-key"


def _secrets(root: Node, interfaces: Interfaces) -> tuple[tuple[str, str], ...]:
    """Every secret with the words of its place.

    That of a PPPoE session is `pppoe PORT`, an SNMP user's are `snmp NAME auth` and `priv`.
    """
    found: list[tuple[str, str]] = []
    _collect(root, "", found)
    return tuple((_circuit_of(use, interfaces) or use, value) for use, value in found)


def _circuit_of(use: str, interfaces: Interfaces) -> str:
    """`pppoe PORT` for the password of a session, "" for other places."""
    session = _SESSION.match(use)
    return f"pppoe {interfaces.name(f'pp0.{session[1]}')}" if session else ""


def _collect(node: Node, place: str, found: list[tuple[str, str]]) -> None:
    for name, leaf in node.leaves.items():
        if is_secret(node, name) and leaf.values:
            leaf.asked = True
            account = _ACCOUNT.match(place)
            use = f"user {account[1] or 'root'}" if account else f"{place} {name}".strip()
            found.append((use, leaf.values[-1]))
    for kid in node.kids.values():
        words = f"{place} {kid.words}".strip()
        if kid.name == "user" and "usm" in place:
            for part in walk(kid):
                for name, leaf in part.leaves.items():
                    if is_secret(part, name):
                        leaf.asked = True
                        use = "auth" if part.name.startswith("authentication") else "priv"
                        found.append((f"snmp {kid.key} {use}", leaf.values[-1] if leaf.values else ""))
            continue
        _collect(kid, words, found)
