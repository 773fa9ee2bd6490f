"""How the device is managed: servers it talks to, accounts, and protocols without encryption."""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedInterface, ObservedManagement
from netgen.readback.fortinet_fortios.tree import Node
from netgen.readback.spans import address_and_length, network_text

ANYWHERE = "0.0.0.0/0"
_TRUST_HOSTS = tuple(f"trusthost{number}" for number in range(1, 11))
_TRUST_HOSTS_6 = tuple(f"ip6-trusthost{number}" for number in range(1, 11))
#: Ciphers of the log's TLS: those of `low` have keys of 64 bits or fewer (FortiOS CLI reference, log syslogd setting).
_CIPHERS = frozenset({"high", "high-medium"})
_SYSLOGS = ("syslogd", "syslogd2", "syslogd3", "syslogd4")
#: Where collectors listen unless the text says otherwise.
_NETFLOW_PORT, _SFLOW_PORT = 2055, 6343
_DNS = ("primary", "secondary", "alt-primary", "alt-secondary")
_BANNER = "pre_admin-disclaimer-text"


def read_management(root: Node, interfaces: tuple[ObservedInterface, ...]) -> ObservedManagement:
    """The management facts of the whole text."""
    secrets: list[tuple[str, str]] = []
    general = root.section("system global")
    access = {word for interface in interfaces if not interface.shutdown for word in interface.access}
    cleartext: list[str] = [word for word in ("telnet", "http") if word in access]
    if general.enabled("admin-telnet") and "telnet" not in cleartext:
        cleartext.append("telnet")
    snmp_users = _read_snmp(root, cleartext, secrets)
    roles, by_account, remote = _read_admins(root, secrets)
    for entry in root.section("system interface").rows():
        _keep_secret(entry, "password", f"pppoe {entry.name}", secrets)
    sources = tuple(dict.fromkeys(prefix for _, prefixes in by_account for prefix in prefixes or (ANYWHERE,)))
    syslogs = _read_syslog(root)
    dns = root.section("system dns")
    ntp, signed, keys = _read_ntp(root, secrets)
    return ObservedManagement(
        ntp=ntp,
        ntp_signed=signed,
        ntp_keys=keys,
        flow=_read_flow(root),
        dns=tuple(word for word in (dns.word(field) for field in _DNS) if word),
        syslog=tuple(server for server, _, _ in syslogs),
        transports=tuple(transport for _, transport, _ in syslogs),
        syslog_ports=tuple(port for _, _, port in syslogs),
        idle_s=general.number("admintimeout", 5) * 60,
        snmp_algorithms=_read_snmp_algorithms(root),
        account_sources=by_account,
        radius=_read_radius(root, secrets),
        snmp_users=snmp_users,
        users=tuple(name for name, _ in roles),
        roles=roles,
        remote_admins=remote,
        ssh="ssh" in access,
        cleartext=tuple(cleartext),
        sources=sources,
        secrets=tuple(secrets),
        banner=_read_banner(root, general),
    )  # fmt: skip


_Keys = tuple[tuple[int, str, str], ...]


def _read_ntp(root: Node, secrets: list[tuple[str, str]]) -> tuple[tuple[str, ...], tuple[str, ...], _Keys]:
    """(servers, those believed only with a signature, keys)."""
    ntp = root.section("system ntp")
    servers: list[str] = []
    signed: list[str] = []
    keys: dict[tuple[int, str, str], None] = {}
    for row in ntp.rows("ntpserver"):
        servers.append(row.word("server"))
        number, word = row.number("key-id", 0), " ".join(row.words("key"))
        algorithm = row.choice("key-type", "MD5", {"SHA1", "SHA256"})
        if word:
            keys[number, algorithm, word] = None
            secrets.append((f"ntp key {number}", word))
        if not row.enabled("authentication"):
            continue
        if word:
            signed.append(row.word("server"))
        else:
            row.doubt_field("authentication", f"NTP server {row.word('server')} has no key")
    _keep_secret(ntp, "key", "ntp server", secrets)
    # show prints `ntpsync enable`, and it prints no defaults
    is_on = ntp.enabled("ntpsync") and ntp.choice("type", "fortiguard", {"custom"}) == "custom"
    return tuple(servers) if is_on else (), tuple(signed), tuple(keys)


def read_time_service(root: Node, interfaces: tuple[ObservedInterface, ...]) -> tuple[ObservedInterface, ...]:
    """The same interfaces, each with whom it tells the time: anybody there (server mode bounds nobody)."""
    ntp = root.section("system ntp")
    named = ntp.words("interface")
    if not ntp.enabled("server-mode"):
        return interfaces
    if not named:
        ntp.doubt_field("server-mode", "the NTP server has no interface")
    for name in sorted(set(named) - {item.name for item in interfaces}):
        ntp.doubt_field("interface", f"the NTP server names the interface {name}, which is not there")
    return tuple(
        msgspec.structs.replace(item, tells_time=(ANYWHERE,)) if item.name in named else item
        for item in interfaces
    )


def _read_flow(root: Node) -> tuple[tuple[str, str, int], ...]:
    """Collectors of flow records, where an interface samples for them."""
    interfaces = root.section("system interface").rows()
    found: list[tuple[str, str, int]] = []
    for kind, port in (("netflow", _NETFLOW_PORT), ("sflow", _SFLOW_PORT)):
        sampling = [entry for entry in interfaces if entry.word(f"{kind}-sampler", "disable") != "disable"]
        rows = root.section(f"system {kind}").rows("collectors")
        found += [(kind, row.word("collector-ip"), row.number("collector-port", port)) for row in rows]
        if rows and not sampling:
            rows[0].notes.doubt(rows[0].line, f"no interface samples for {kind}")
        if sampling and not rows:
            sampling[0].doubt_field(f"{kind}-sampler", f"samples for {kind}, which has no collector")
    return tuple(found)


def _read_syslog(root: Node) -> list[tuple[str, str, int]]:
    """Each server with its port and how it is reached: TLS needs a reliable mode and ciphers that hide anything."""
    servers: list[tuple[str, str, int]] = []
    for name in _SYSLOGS:
        setting = root.section(f"log {name} setting")
        server = setting.word("server")
        mode = setting.choice("mode", "udp", {"legacy-reliable", "reliable"})
        encryption = setting.choice("enc-algorithm", "disable", {"high", "high-medium", "low"})
        transport = (
            "udp" if mode == "udp" else "tls" if mode == "reliable" and encryption in _CIPHERS else "tcp"
        )
        port = setting.number("port", 514)
        if setting.enabled("status"):
            servers.append((server, transport, port))
    return servers


def _read_radius(root: Node, secrets: list[tuple[str, str]]) -> tuple[str, ...]:
    servers: list[str] = []
    for entry in root.section("user radius").rows():
        for prefix in ("", "secondary-", "tertiary-"):
            server = entry.word(f"{prefix}server")
            if server:
                servers.append(server)
            _keep_secret(entry, f"{prefix}secret", f"radius {server or entry.name}", secrets)
        _keep_secret(entry, "rsso-secret", f"single-sign-on {entry.name}", secrets)
        for row in entry.rows("accounting-server"):
            _keep_secret(row, "secret", f"radius accounting {row.word('server')}", secrets)
    return tuple(dict.fromkeys(servers))


def _read_snmp(root: Node, cleartext: list[str], secrets: list[tuple[str, str]]) -> tuple[str, ...]:
    users: list[str] = []
    for entry in root.section("system snmp user").rows():
        level = entry.choice("security-level", "no-auth-no-priv", {"auth-priv", "auth-no-priv"})
        protocols = (
            entry.choice("auth-proto", "sha", {"md5", "sha224", "sha256", "sha384", "sha512"}),
            entry.choice("priv-proto", "aes", {"des", "aes256", "aes256cisco"}),
        )
        for field in ("auth-pwd", "priv-pwd"):
            _keep_secret(entry, field, f"snmp {entry.name} {field}", secrets)
        if not entry.enabled("status", default=True):
            continue
        users.append(entry.name)
        if level != "auth-priv":
            cleartext.append(f"snmp-v3 {entry.name} {level}")
        for weak in {"md5", "des"}.intersection(protocols):
            entry.notes.doubt(entry.line, f"SNMP user `{entry.name}` uses {weak}")
    for entry in root.section("system snmp community").rows():
        versions = [entry.enabled(f"query-{version}-status", default=True) for version in ("v1", "v2c")]
        name = entry.word("name")
        secrets.append((f"snmp community {entry.name}", name))
        entry.rows("hosts")
        if entry.enabled("status", default=True) and True in versions and "snmp-v2" not in cleartext:
            cleartext.append("snmp-v2")
    return tuple(users)


def _read_snmp_algorithms(root: Node) -> tuple[tuple[str, str, str], ...]:
    """What each user that is on signs and encrypts with; `sha` and `aes` where nothing is said."""
    return tuple(
        (entry.name, entry.word("auth-proto", "sha"), entry.word("priv-proto", "aes"))
        for entry in root.section("system snmp user").rows()
        if entry.enabled("status", default=True)
    )


_Sources = tuple[tuple[str, tuple[str, ...]], ...]
_Remote = tuple[tuple[str, str, tuple[str, ...]], ...]


def _read_admins(
    root: Node, secrets: list[tuple[str, str]]
) -> tuple[tuple[tuple[str, str], ...], _Sources, _Remote]:
    """Accounts with their profiles, where each may come from, and the remote ones.

    An account without a trusted host may come from anywhere (()). A remote one is (name, profile, servers),
    the servers by address in the order in which they are asked.
    """
    roles: list[tuple[str, str]] = []
    sources: list[tuple[str, tuple[str, ...]]] = []
    remote: list[tuple[str, str, tuple[str, ...]]] = []
    addresses = {entry.name: entry.word("server") for entry in root.section("user radius").rows()}
    groups = {
        entry.name: tuple(addresses.get(name, name) for name in entry.words("member"))
        for entry in root.section("user group").rows()
    }
    for entry in root.section("system accprofile").rows():
        entry.words("comments")  # a profile that grants nothing; each grant is a line of its own, and unread
    for entry in root.section("system admin").rows():
        roles.append((entry.name, entry.word("accprofile")))
        for field in ("password", "ssh-public-key1", "ssh-public-key2", "ssh-public-key3"):
            use = f"admin {entry.name}" if field == "password" else f"admin {entry.name} {field}"
            _keep_secret(entry, field, use, secrets)
        if entry.word("vdom", "root") != "root":
            entry.leave_unread("vdom")
        if entry.enabled("remote-auth"):
            group = entry.word("remote-group")
            remote.append((entry.name, entry.word("accprofile"), groups.get(group, ())))
        trusted = [_read_trusted(entry, field) for field in _TRUST_HOSTS if entry.words(field)]
        trusted_6 = [entry.word(field) for field in _TRUST_HOSTS_6 if entry.words(field)]
        sources.append((entry.name, tuple(trusted + trusted_6 if trusted else [])))
    for entry in root.section("system api-user").rows():
        roles.append((entry.name, entry.word("accprofile")))
        _keep_secret(entry, "api-key", f"api-user {entry.name}", secrets)
        entry.words("vdom")
        hosts = [
            _read_trusted(row, "ipv4-trusthost")
            for row in entry.rows("trusthost")
            if row.words("ipv4-trusthost")
        ]
        sources.append((entry.name, tuple(hosts)))
    return tuple(roles), tuple(sources), tuple(remote)


def _read_trusted(entry: Node, field: str) -> str:
    words = entry.words(field)
    read = address_and_length(words)
    if read is None:
        entry.doubt_field(field, f"`{' '.join(words)}` is not an address with a mask")
        return ANYWHERE
    return network_text(*read)


def _read_banner(root: Node, general: Node) -> str:
    """The text before login: the device's own one ("default") unless the text replaces it."""
    own = root.section(f"system replacemsg admin {_BANNER}").word("buffer")
    for entry in root.section("system replacemsg admin").rows():
        for field in ("header", "format"):
            entry.word(field)
        if entry.name == _BANNER:
            own = entry.word("buffer")
        else:
            entry.words("buffer")
    if not general.enabled("pre-login-banner"):
        return ""
    return own.strip() or "default"


def _keep_secret(entry: Node, field: str, use: str, secrets: list[tuple[str, str]]) -> None:
    words = entry.words(field)
    if words:
        secrets.append((use, " ".join(words)))
