"""How the firewall is managed: its own port, sessions on other interfaces, accounts, and servers."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.readback.facts import ObservedInterface, ObservedManagement
from netgen.readback.paloalto_panos.interfaces import Profiles, read_sources
from netgen.readback.paloalto_panos.objects import AddressBook
from netgen.readback.paloalto_panos.profiles import LogForwarding
from netgen.readback.paloalto_panos.tree import Node

_CLEARTEXT = ("http", "telnet")
_SESSIONS = frozenset({"http", "https", "ssh", "telnet"})
_TRANSPORTS = {"UDP": "udp", "TCP": "tcp", "SSL": "tls"}
_IDLE_MINUTES = 60
#: What an SNMPv3 user signs and encrypts with unless the text says otherwise.
_SNMP_USUAL = ("SHA", "AES")
_RADIUS_PORT = 1812


def read_management(
    root: Node,
    interfaces: tuple[ObservedInterface, ...],
    profiles: Profiles,
    addresses: AddressBook,
    logs: LogForwarding,
) -> ObservedManagement:
    """The management facts of the whole text."""
    secrets: list[tuple[str, str]] = []
    system = root.at("deviceconfig", "system")
    service = system.at("service")
    access = {word for item in interfaces if not item.shutdown for word in item.access}
    for word in _SESSIONS:
        if not service.yes(f"disable-{word}", default=word in _CLEARTEXT):
            access.add(word)
    if service.at("disable-snmp") and not service.yes("disable-snmp"):
        access.add("snmp")
    cleartext = [word for word in _CLEARTEXT if word in access]
    snmp_users, algorithms = _read_snmp(system, cleartext, secrets)
    sources = read_sources(system, addresses)
    by_place = tuple(
        (f"profile {name}", profiles.sources[name])
        for name in sorted(profiles.used)
        if name in profiles.access and _SESSIONS & set(profiles.access[name])
    )
    dns = system.at("dns-setting", "servers")
    syslogs = _read_syslog(root, logs)
    roles = _read_users(root, secrets)
    ntp = list(_read_ntp(system, secrets))
    for entry in root.entries("network", "interface", "ethernet"):
        word = entry.at("layer3", "pppoe").value("password")
        if word:
            secrets.append((f"pppoe {entry.word}", word))
    return ObservedManagement(
        ntp=tuple(host for host, _, _ in ntp),
        dns=tuple(word for word in (dns.value("primary"), dns.value("secondary")) if word),
        syslog=tuple(server for server, _, _ in syslogs),
        transports=tuple(transport for _, transport, _ in syslogs),
        syslog_ports=tuple(port for _, _, port in syslogs),
        radius=_read_radius(root, system, secrets),
        snmp_users=snmp_users,
        snmp_algorithms=algorithms,
        users=tuple(name for name, _ in roles),
        roles=roles,
        ssh="ssh" in access,
        https="https" in access,
        cleartext=tuple(cleartext),
        sources=sources,
        account_sources=by_place,
        secrets=tuple(secrets),
        gateway=system.value("default-gateway"),
        banner=system.value("login-banner"),
        idle_s=root.at("deviceconfig", "setting", "management").number("idle-timeout", _IDLE_MINUTES) * 60,
        ntp_signed=tuple(host for host, key, _ in ntp if key),
        ntp_keys=tuple(dict.fromkeys((key, algorithm, word) for _, key, (algorithm, word) in ntp if key)),
        flow=tuple(_read_flow(root)),
    )


def _read_ntp(system: Node, secrets: list[tuple[str, str]]) -> Iterator[tuple[str, int, tuple[str, str]]]:
    """Each server with the number, algorithm and raw word of its key (0 without)."""
    for name in ("primary-ntp-server", "secondary-ntp-server"):
        node = system.at("ntp-servers", name)
        host = node.value("ntp-server-address")
        kind = node.at("authentication-type")
        chosen = kind.choice()
        if chosen == "none":
            kind.at(chosen).take()
        key = kind.at("symmetric-key")
        algorithm = key.at("algorithm").choice()
        word = key.at("algorithm", algorithm).value("authentication-key")
        number = key.number("key-id", 0)
        if word:
            secrets.append((f"ntp {host} key", word))
        if host:
            is_signed = chosen == "symmetric-key" and bool(word)
            yield host, number if is_signed else 0, (algorithm, word)


def _scopes(root: Node) -> tuple[Node, Node]:
    return root.at("shared"), root


def _read_syslog(root: Node, logs: LogForwarding) -> list[tuple[str, str, int]]:
    """Servers of every syslog profile that some log is sent to, with transport and port."""
    found = []
    for scope in _scopes(root):
        for entry in scope.entries("log-settings", "syslog"):
            for row in entry.entries("server"):
                word = row.word_of("transport", "UDP", frozenset(_TRANSPORTS))
                server = row.value("server")
                port = row.number("port", 514)
                if entry.word in logs.targets:
                    found.append((server, _TRANSPORTS.get(word, "udp"), port))
    return found


def _read_radius(root: Node, system: Node, secrets: list[tuple[str, str]]) -> tuple[str, ...]:
    """Servers that decide about administrators: those of the profile that administrators log in by, in order."""
    servers: dict[str, list[str]] = {}
    for scope in _scopes(root):
        for entry in scope.entries("server-profile", "radius"):
            hosts = servers.setdefault(entry.word, [])
            for row in entry.entries("server"):
                host = row.value("ip-address")
                hosts.append(host)
                row.number("port", _RADIUS_PORT)
                word = row.value("secret")
                if word:
                    secrets.append((f"radius {host} secret", word))
    methods: dict[str, str] = {}
    for scope in _scopes(root):
        for entry in scope.entries("authentication-profile"):
            profile = entry.at("method", "radius").value("server-profile")
            if profile and profile not in servers:
                entry.notes.doubt(entry.line, f"{entry.name}: RADIUS profile `{profile}` is not defined")
            methods[entry.word] = profile
    name = system.value("authentication-profile")
    if name and name not in methods:
        system.doubt("authentication-profile", f"authentication profile `{name}` is not defined")
    return tuple(servers.get(methods.get(name, ""), ()))


def _read_users(root: Node, secrets: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Each account with its rights; one without a password cannot log in by a password."""
    roles = []
    for entry in root.entries("mgt-config", "users"):
        rights = entry.at("permissions", "role-based")
        kind = rights.choice()
        node = rights.at(kind)
        if kind in ("superuser", "superreader"):
            word = kind if rights.yes(kind) else ""
        elif kind == "custom":
            word = f"custom {node.value('profile')}"
        else:
            word = kind
            for leaf in node.leaves():
                leaf.asked = True
        roles.append((entry.word, word))
        for key in ("phash", "password", "public-key"):
            text = entry.value(key)
            if text:
                use = f"admin {entry.word}" if key == "phash" else f"admin {entry.word} {key}"
                secrets.append((use, text))
    return tuple(roles)


def _read_snmp(
    system: Node, cleartext: list[str], secrets: list[tuple[str, str]]
) -> tuple[tuple[str, ...], tuple[tuple[str, str, str], ...]]:
    """SNMPv3 users with their algorithms; a community is SNMP without encryption."""
    version = system.at("snmp-setting", "access-setting", "version")
    chosen = version.choice()
    community = version.at("v2c").value("snmp-community-string")
    if community:
        secrets.append(("snmp community", community))
    if chosen == "v2c":
        cleartext.append("snmp-v2")
    version.at(chosen).take()
    users, algorithms = [], []
    views = {entry.word for entry in version.entries("v3", "views")}
    for entry in version.entries("v3", "users"):
        for key in ("authpwd", "privpwd"):
            word = entry.value(key)
            if word:
                secrets.append((f"snmp {entry.word} {key.removesuffix('pwd')}-pwd", word))
        view = entry.value("view")
        if view and view not in views:
            entry.doubt("view", f"view `{view}` is not defined")
        users.append(entry.word)
        if not (entry.at("authpwd") and entry.at("privpwd")):
            cleartext.append(f"snmp-v3 {entry.word} without encryption")
        signs = entry.value("authproto") or entry.value("authprotocol") or _SNMP_USUAL[0]
        encrypts = entry.value("privproto") or entry.value("privprotocol") or _SNMP_USUAL[1]
        algorithms.append((entry.word, signs, encrypts))
    return (tuple(users), tuple(algorithms)) if chosen == "v3" else ((), ())


def _read_flow(root: Node) -> Iterator[tuple[str, str, int]]:
    """Collectors of flow records, of profiles that an interface uses."""
    table = root.at("network", "interface")
    used: set[str] = set()
    for kind in ("ethernet", "aggregate-ethernet"):
        for entry in table.entries(kind):
            for node in (entry.at("layer3"), *entry.entries("layer3", "units")):
                used.add(node.value("netflow-profile"))
    for scope in _scopes(root):
        for entry in scope.entries("server-profile", "netflow"):
            for row in entry.entries("server"):
                host, port = row.value("host"), row.number("port", 2055)
                if entry.word in used:
                    yield "netflow", host, port
