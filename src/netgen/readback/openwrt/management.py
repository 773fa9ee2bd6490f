"""How the box is managed: name, time, log, SSH, web server, accounts, SNMP, and from where.

Source: the init scripts and defaults of OpenWrt 24.10 (system, log, sysntpd, dropbear, uhttpd), rpcd (session.c:
an empty password lets anyone in), net-snmp's init script, firewall4 (fw4.uc).
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedManagement, ObservedPolicy, ObservedPool
from netgen.readback.indented import ipv4, split_cidr
from netgen.readback.openwrt.network import Network
from netgen.readback.openwrt.uci import Section, Tree

_SSH, _SNMP = 22, 161
_OPEN = frozenset({"ACCEPT"})
_TARGETS = frozenset({"ACCEPT", "REJECT", "DROP"})
_ALL = "*"


class Services(msgspec.Struct):
    """What listens: (protocol, port, networks or () for all)."""

    listens: list[tuple[str, int, tuple[str, ...]]] = []
    ssh: bool = False
    http: bool = False
    https: bool = False
    idle_s: int = 0


def read_management(
    tree: Tree, network: Network, secrets: list[tuple[str, str]], radius: tuple[str, ...], country: str
) -> tuple[str, ObservedManagement, tuple[ObservedPolicy, ...]]:
    """The host name, the management facts, and the rules of the box's own firewall for itself."""
    hostname, syslog = _read_system(tree)
    services = Services()
    _read_ssh(tree, services)
    _read_web(tree, services, secrets)
    users, roles = _read_accounts(tree, secrets)
    snmp_users, algorithms, cleartext = _read_snmp(tree, services, secrets)
    if services.http:
        cleartext.insert(0, "http")
    policies = read_rules(tree)
    sources = _sources(tree, network, policies, [one for one in services.listens if one[1] != _SNMP])
    pollers = _sources(tree, network, policies, [one for one in services.listens if one[1] == _SNMP])
    return (
        hostname,
        ObservedManagement(
            ntp=_read_ntp(tree),
            dns=tuple(network.dns),
            syslog=tuple(item[0] for item in syslog),
            transports=tuple(item[1] for item in syslog),
            syslog_ports=tuple(item[2] for item in syslog),
            radius=radius,
            snmp_users=snmp_users,
            snmp_algorithms=algorithms,
            snmp_managers=pollers,
            users=users,
            roles=roles,
            ssh=services.ssh,
            https=services.https,
            cleartext=tuple(cleartext),
            sources=sources,
            secrets=tuple(dict.fromkeys(secrets)),
            gateway=network.gateway,
            country=country,
            idle_s=services.idle_s,
        ),
        policies,
    )


def _read_system(tree: Tree) -> tuple[str, list[tuple[str, str, int]]]:
    hostname, syslog = "", []
    sections = tree.of("system", "system")
    for section in sections[1:]:
        tree.notes.doubt(section.line, f"system {section.name}: there is a second `config system`")
    for section in sections:
        hostname = section.word("hostname") or hostname
        host, proto = section.word("log_ip"), section.word("log_proto", "udp")
        port = section.number("log_port", 514)
        if proto not in {"udp", "tcp"}:
            section.doubt("log_proto", f"logs cannot be sent over `{proto}`")
        if host and section.switch("log_remote", default=True):
            syslog.append((host, proto, port))
    return hostname, syslog


def _read_ntp(tree: Tree) -> tuple[str, ...]:
    found: list[str] = []
    for section in tree.of("system", "timeserver"):
        servers = section.words("server")
        if section.switch("enable_server"):
            section.doubt("enable_server", "the box serves time to others")
        if section.switch("use_dhcp", default=True) and section.has("use_dhcp"):
            section.doubt("use_dhcp", "DHCP may name time servers")
        if section.switch("enabled", default=True):
            found.extend(servers)
    return tuple(dict.fromkeys(found))


def _read_ssh(tree: Tree, services: Services) -> None:
    idle: list[int] = []
    for section in tree.of("dropbear", "dropbear"):
        if section.number("Port", _SSH) != _SSH:
            section.leave_unread("Port")
        networks = section.words("DirectInterface") or section.words("Interface")
        idle_s = section.number("IdleTimeout", 0)
        if section.switch("enable", default=True):
            services.ssh = True
            services.listens.append(("tcp", _SSH, networks))
            idle.append(idle_s)
    services.idle_s = 0 if not idle or 0 in idle else max(idle)


def _read_web(tree: Tree, services: Services, secrets: list[tuple[str, str]]) -> None:
    for section in tree.of("uhttpd", "uhttpd"):
        plain, safe = section.words("listen_http"), section.words("listen_https")
        redirects = section.switch("redirect_https")
        on = section.switch("enabled", default=True)
        if section.switch("no_ubusauth"):
            section.doubt("no_ubusauth", "the API takes calls without a session")
        if on and plain and not redirects:
            services.http = True
        services.https = services.https or bool(on and safe)
        for listed, on_ in ((plain, on), (safe, on)):
            services.listens.extend(("tcp", _port(word), ()) for word in listed if on_)
    for section in tree.of("uhttpd", "httpauth"):
        section.word("username"), section.word("prefix")
        secrets.append((f"httpauth {section.word('username')}", section.word("password")))


def _port(word: str) -> int:
    number = word.rpartition(":")[2]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 0


def _read_accounts(
    tree: Tree, secrets: list[tuple[str, str]]
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The accounts of the API. `root` of the system itself is in no UCI file."""
    roles: list[tuple[str, str]] = []
    for section in tree.of("rpcd", "login"):
        name, password = section.word("username"), section.word("password")
        if not name:
            tree.notes.doubt(section.line, f"login {section.name} has no username")
            continue
        reads, writes = section.words("read"), section.words("write")
        for option in ("read", "write"):
            if section.has(option) and not section.options[option].is_list:
                section.doubt(option, f"`{option}` must be a list to have an effect")
                reads = reads if option == "write" else ()
                writes = writes if option == "read" else ()
        roles.append((name, "all" if "*" in reads and "*" in writes else " ".join((*reads, *writes))))
        if section.has("password") and not password:
            section.doubt("password", f"{name} needs no password")
        if password.startswith("$p$"):
            secrets.append((f"user {name}", f"password of {password[3:]}"))
        elif section.has("password"):
            secrets.append((f"user {name}", password))
    return tuple(name for name, _ in roles), tuple(roles)


def _read_snmp(
    tree: Tree, services: Services, secrets: list[tuple[str, str]]
) -> tuple[tuple[str, ...], tuple[tuple[str, str, str], ...], list[str]]:
    """SNMPv3 users with their algorithms, and `snmp-v2` among the protocols without encryption."""
    general = tree.of("snmpd", "snmpd")
    versions = next((section.word("snmp_version", "v1/v2c") for section in general), "v1/v2c")
    switches = [section.switch("enabled", default=True) for section in general]
    users: list[str] = []
    algorithms: list[tuple[str, str, str]] = []
    for section in tree.of("snmpd", "v3"):
        name = section.word("username")
        users.append(name)
        auth, privacy = section.word("auth_type"), section.word("privacy_type")
        algorithms.append((name, auth.lower(), privacy.lower()))
        secrets.append((f"snmp {name} auth", section.word("auth_pass")))
        secrets.append((f"snmp {name} priv", section.word("privacy_pass")))
        if not auth or not privacy:
            tree.notes.doubt(section.line, f"SNMP user {name} works without encryption")
        if section.switch("allow_write"):
            section.doubt("allow_write", f"SNMP user {name} may change the box")
        section.word("RestrictOID"), section.word("RestrictedOID")
    cleartext: list[str] = []
    for section in tree.of("snmpd", "com2sec"):
        secrets.append(("snmp community", section.word("community")))
        section.word("secname"), section.word("source")
        cleartext.append("snmp-v2")
    if (general or users) and all(switches):
        services.listens.append(("udp", _SNMP, ()))
        if "v2c" in versions or "v1" in versions:
            cleartext.append("snmp-v2")
    if users and "v3" not in versions:
        tree.notes.doubt(
            general[0].line if general else 0, "SNMPv3 users have no effect in this snmp_version"
        )
    return tuple(users), tuple(algorithms), list(dict.fromkeys(cleartext))


def read_rules(tree: Tree) -> tuple[ObservedPolicy, ...]:
    """The rules for sessions with the box itself, in their order; services as `tcp:22`, `*` for any."""
    found: list[ObservedPolicy] = []
    zones = {section.word("name") for section in tree.of("firewall", "zone")}
    for position, section in enumerate(tree.of("firewall", "rule"), 1):
        source, destination = section.word("src"), section.word("dest")
        for option, zone in (("src", source), ("dest", destination)):
            if zone and zone != _ALL and zone not in zones:
                section.doubt(option, f"there is no zone `{zone}`")
        target = section.word("target", "DROP")
        if target not in _TARGETS:
            section.leave_unread("target")
        protocols = section.words("proto") or ("tcp", "udp")
        if set(protocols) & {"all", "any", _ALL}:
            protocols = (_ALL,)
        ports = section.words("dest_port") or (_ALL,)
        prefixes = tuple(_prefix(section, word) for word in section.words("src_ip"))
        found.append(
            ObservedPolicy(
                id=section.name, name=section.word("name", section.name), position=position,
                from_zones=(source,) if source else (), to_zones=(destination,) if destination else (),
                sources=prefixes or ("all",), destinations=("all",),
                services=tuple(f"{protocol}:{port}" for protocol in protocols for port in ports),
                allow=target in _OPEN, enabled=section.switch("enabled", default=True), nat=False,
                log=section.switch("log"), schedule="always", web_filter="", dns_filter="", app_control="",
                inspection="", line=section.line,
            )
        )  # fmt: skip
    return tuple(found)


def _prefix(section: Section, word: str) -> str:
    if word.startswith("!"):
        section.doubt("src_ip", f"`{word}` means everybody else")
        return "0.0.0.0/0"
    parts = split_cidr(word)
    if parts is None and ipv4(word) is None:
        section.doubt("src_ip", f"`{word}` is not an address")
        return "0.0.0.0/0"
    return word if parts else f"{word}/32"


def _sources(
    tree: Tree,
    network: Network,
    policies: tuple[ObservedPolicy, ...],
    listens: list[tuple[str, int, tuple[str, ...]]],
) -> tuple[str, ...]:
    """The prefixes that reach a service; () as soon as one is open to all, or nothing listens."""
    found: dict[str, None] = {}
    for protocol, port, networks in listens:
        for name in networks or tuple(network.addressed):
            prefixes = _admitted(tree, name, protocol, port, policies)
            if prefixes is None:
                return ()
            found.update(dict.fromkeys(prefixes))
    return tuple(found)


def _admitted(
    tree: Tree, network: str, protocol: str, port: int, policies: tuple[ObservedPolicy, ...]
) -> tuple[str, ...] | None:
    """Who of a network reaches the service; None for everybody.

    A rule that rejects before one that accepts is not followed: what it takes away counts as let in.
    """
    defaults = tree.of("firewall", "defaults")
    if not defaults and not tree.of("firewall", "zone"):
        return None
    policy = next((section.word("input", "DROP") for section in defaults), "DROP")
    zone = ""
    for section in tree.of("firewall", "zone"):
        if network in section.words("network") and section.switch("enabled", default=True):
            zone, policy = section.word("name"), section.word("input", policy)
    found: list[str] = []
    for rule in policies:
        reaches = not rule.to_zones and rule.enabled and rule.from_zones in ((zone,), (_ALL,))
        if reaches and any(_covers(service, protocol, port) for service in rule.services):
            if rule.allow and rule.sources == ("all",):
                return None
            if rule.allow:
                found.extend(rule.sources)
            elif rule.sources == ("all",):
                return tuple(found)
    return None if policy == "ACCEPT" else tuple(found)


def _covers(service: str, protocol: str, port: int) -> bool:
    word, _, ports = service.partition(":")
    if word not in (protocol, _ALL):
        return False
    low, dash, high = ports.replace(":", "-").partition("-")
    if ports == _ALL:
        return True
    if not (low.isdigit() and (not dash or high.isdigit())):
        return True
    return int(low) <= port <= int(high if dash else low)


def read_pools(tree: Tree, network: Network) -> tuple[ObservedPool, ...]:
    """DHCP servers that are on: an access point should have none."""
    found = []
    served = {section.name for section in tree.of("dhcp", "odhcpd") if section.switch("maindhcp")}
    for section in tree.of("dhcp", "dhcp"):
        off = section.switch("ignore") or section.word("dhcpv4", "server") == "disabled"
        name = section.word("interface", section.name)
        if name not in network.vlan_of:
            section.doubt("interface", f"there is no interface `{name}`")
        if section.word("dhcpv6", "disabled") not in {"disabled", ""} or section.word(
            "ra", "disabled"
        ) not in {
            "disabled",
            "",
        }:
            section.doubt("ra", "the box hands out IPv6 addresses")
        for option in ("start", "limit", "leasetime"):
            section.word(option)
        if not off or served:
            found.append(ObservedPool(section.name, "", "", "", "", "", (), section.line, interface=name))
    return tuple(found)
