"""GlobalProtect: each client configuration of a gateway, with the portal on its address and the profiles behind both.

Sources: the vendor's published specification (globalprotect-gateway, globalprotect-portal, authentication-profile,
radius), configurations in public repositories (`network tunnel global-protect-gateway`).
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netgen.readback.facts import ObservedRemote
from netgen.readback.paloalto_panos.objects import AddressBook
from netgen.readback.paloalto_panos.tree import Node

_EVERYTHING = "0.0.0.0/0"
#: Where the text says nothing: minutes of silence and days until the next login, the oldest TLS, the one cipher.
_IDLE_MINUTES, _LOGIN_DAYS, _OLDEST_TLS, _CIPHER = 180, 30, "tls1-0", "aes-128-cbc"
_LIFETIMES = {"minutes": 60, "hours": 3600, "days": 86400}
_ANSWER_S = 3


class _Login(msgspec.Struct, frozen=True):
    """How people of a door prove who they are."""

    servers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    answer_s: int = 0


def read_remotes(root: Node, addresses: AddressBook) -> tuple[ObservedRemote, ...]:
    """A door for each client configuration of a gateway (or one without), and for a portal without a gateway."""
    portals = {_place(entry.at("portal-config")): entry for entry in _entries(root, "global-protect-portal")}
    found: list[ObservedRemote] = []
    bound = {entry.word: entry for entry in root.entries("network", "tunnel", "global-protect-gateway")}
    for gateway in _entries(root, "global-protect-gateway"):
        portal = portals.pop(_place(gateway), None)
        found += _doors(root, gateway, portal, bound.pop(f"{gateway.word}-N", None), addresses)
    for portal in portals.values():
        found.append(_lone_portal(root, portal))
    for entry in bound.values():
        root.notes.doubt(entry.line, f"tunnel `{entry.word}` belongs to no gateway")
    return tuple(found)


def _entries(root: Node, table: str) -> list[Node]:
    return root.entries("global-protect", table)


def _place(node: Node) -> tuple[str, str]:
    """The interface and the address that people connect to."""
    local = node.at("local-address")
    if local.value("ip-address-family", "ipv4") != "ipv4":
        local.leave("ip-address-family")
    return local.value("interface"), local.at("ip").value("ipv4")


def _doors(
    root: Node, gateway: Node, portal: Node | None, tunnel: Node | None, addresses: AddressBook
) -> Iterator[ObservedRemote]:
    wan, address = _place(gateway)
    logins = [_login(root, gateway)]
    shown = ""
    if portal is not None:
        logins.append(_login(root, portal.at("portal-config")))
        shown = _gateways(portal)
    login = _both(logins)
    others = list(login.others)
    if not gateway.yes("tunnel-mode"):
        gateway.notes.doubt(gateway.line, f"{gateway.name}: carries no tunnel (tunnel-mode)")
    interface = gateway.value("remote-user-tunnel")
    _check_tunnel(gateway, tunnel, interface, (wan, address))
    certificate, oldest = _tls(root, gateway)
    if portal is not None and _tls(root, portal.at("portal-config")) != (certificate, oldest):
        portal.notes.doubt(portal.line, f"{portal.name}: shows another certificate than its gateway")
    idle, session = _sessions(gateway)
    base = ObservedRemote(
        name=gateway.word,
        kind="globalprotect",
        interface=interface,
        wan=wan,
        line=gateway.line,
        address=address.partition("/")[0],
        name_shown=shown,
        certificate=certificate,
        servers=login.servers,
        groups=login.groups,
        others=tuple(others),
        answer_s=login.answer_s,
        phase1=(oldest,),
        phase2=_ciphers(root),
        idle_s=idle,
        session_s=session,
        routes=(),
    )
    rows = gateway.entries("remote-user-tunnel-configs")
    for row in rows:
        yield _with_configuration(base, row, addresses)
    if not rows:
        yield base


def _with_configuration(base: ObservedRemote, row: Node, addresses: AddressBook) -> ObservedRemote:
    """What computers are given: addresses, resolvers, and what goes through the tunnel."""
    if row.values("source-user") not in ((), ("any",)):
        row.leave("source-user")
    if row.values("os") not in ((), ("any",)):
        row.leave("os")
    split = row.at("split-tunneling")
    routes = tuple(
        prefix for word in split.values("access-route") for prefix in _prefixes(word, addresses)
    ) or (_EVERYTHING,)
    if row.yes("retrieve-framed-ip-address"):
        row.leave("retrieve-framed-ip-address")
    return msgspec.structs.replace(
        base,
        line=row.line,
        pools=tuple(row.values("ip-pool")),
        dns=row.values("dns-server"),
        domains=row.values("dns-suffix"),
        routes=routes,
        past=split.values("exclude-access-route"),
        reaches_home=not row.yes("no-direct-access-to-local-network"),
    )


def _prefixes(word: str, addresses: AddressBook) -> tuple[str, ...]:
    """What a route names: a prefix, or an address object."""
    found = [item for item in addresses.observed([word]) if item.name == word]
    return tuple(prefix for item in found for prefix in item.prefixes) or (word,)


def _login(root: Node, node: Node) -> _Login:
    """Who is let in by the authentication profiles of a portal or gateway, of whichever system."""
    servers: list[str] = []
    groups: list[str] = []
    others: list[str] = []
    waits: list[int] = []
    rows = node.entries("client-auth")
    if not rows:
        others.append("computers without a user (no authentication)")
    for row in rows:
        row.value("os")
        row.word_of("user-credential-or-client-cert-required", "no", frozenset({"no"}))
        name = row.value("authentication-profile")
        profile = next(
            (each for scope in _scopes(root) if (each := scope.at("authentication-profile", name))), None
        )
        if profile is None:
            row.doubt("authentication-profile", f"authentication profile `{name}` is not defined")
            continue
        method = profile.at("method")
        kind = method.choice()
        if kind != "radius":
            others.append(f"people of the profile {name}, which asks {kind or 'nobody'}")
            continue
        allowed = profile.values("allow-list")
        if "all" in allowed or not method.at("radius").yes("checkgroup"):
            others.append(f"everybody whom the servers of {name} know")
        groups += [word for word in allowed if word != "all"]
        hosts, wait = _servers(root, method.at("radius").value("server-profile"))
        servers += hosts
        waits.append(wait)
    return _Login(
        tuple(dict.fromkeys(servers)), tuple(dict.fromkeys(groups)), tuple(others), min(waits, default=0)
    )


def _both(logins: list[_Login]) -> _Login:
    """What portal and gateway together let in; people must pass each, and each must ask the same servers."""
    first = logins[0]
    for login in logins[1:]:
        if (login.servers, login.groups) != (first.servers, first.groups):
            others = (*first.others, *login.others, "others at the portal than at the gateway")
            return msgspec.structs.replace(first, others=tuple(dict.fromkeys(others)))
        first = msgspec.structs.replace(
            first,
            others=tuple(dict.fromkeys((*first.others, *login.others))),
            answer_s=min(first.answer_s, login.answer_s),
        )
    return first


def _scopes(root: Node) -> tuple[Node, Node]:
    return root.at("shared"), root


def _servers(root: Node, name: str) -> tuple[tuple[str, ...], int]:
    """Servers of a RADIUS profile in their order, and how long each may take to answer."""
    for scope in _scopes(root):
        profile = scope.at("server-profile", "radius", name)
        if profile:
            hosts = tuple(row.value("ip-address") for row in profile.entries("server"))
            return hosts, profile.number("timeout", _ANSWER_S)
    return (), 0


def _tls(root: Node, node: Node) -> tuple[str, str]:
    """The certificate that is shown, and the oldest TLS that is spoken."""
    name = node.value("ssl-tls-service-profile")
    for scope in _scopes(root):
        profile = scope.at("ssl-tls-service-profile", name)
        if name and profile:
            return profile.value("certificate"), profile.at("protocol-settings").value(
                "min-version", _OLDEST_TLS
            )
    node.doubt("ssl-tls-service-profile", f"TLS profile `{name}` is not defined")
    return "", ""


def _ciphers(root: Node) -> tuple[str, ...]:
    """Of packets. A hash stands beside every cipher; one that authenticates by itself does not use it."""
    profile = root.at("network", "ike", "crypto-profiles", "global-protect-app-crypto-profiles", "default")
    ciphers = profile.values("encryption") or (_CIPHER,)
    hashes = profile.values("authentication")
    return tuple(word if word.endswith("-gcm") else " ".join((word, *hashes)) for word in ciphers)


def _sessions(gateway: Node) -> tuple[int, int]:
    """The longest silence and the longest session of any role, in seconds."""
    idle, session = [], []
    for role in gateway.entries("roles"):
        life = role.at("login-lifetime")
        unit = life.choice()
        session.append(life.number(unit, 0) * _LIFETIMES[unit] if unit in _LIFETIMES else _LOGIN_DAYS * 86400)
        idle.append(60 * role.number("inactivity-logout", _IDLE_MINUTES))
    return max(idle, default=60 * _IDLE_MINUTES), max(session, default=_LOGIN_DAYS * 86400)


def _gateways(portal: Node) -> str:
    """The names that a portal sends computers to; only gateways by their name, for everybody."""
    names: list[str] = []
    for row in portal.entries("client-config", "configs"):
        for key in ("source-user", "os"):
            if row.values(key) not in ((), ("any",)):
                row.leave(key)
        for entry in row.entries("gateways", "external", "list"):
            names.append(entry.value("fqdn") or entry.at("ip").value("ipv4"))
            for rule in entry.entries("priority-rule"):
                rule.value("priority")
                if rule.word != "Any":
                    rule.leave("priority")
    return " ".join(dict.fromkeys(names))


def _check_tunnel(gateway: Node, tunnel: Node | None, interface: str, place: tuple[str, str]) -> None:
    """The tunnel behind a gateway is on the same interface and address, and takes the vendor's own app alone."""
    if tunnel is None:
        gateway.notes.doubt(gateway.line, f"{gateway.name}: no tunnel `{gateway.word}-N` carries it")
        return
    if tunnel.value("tunnel-interface") != interface:
        tunnel.doubt("tunnel-interface", f"is not {interface}, the interface of its gateway")
    if _place(tunnel) != place:
        tunnel.notes.doubt(tunnel.line, f"{tunnel.name}: is not where its gateway is")
    ipsec = tunnel.at("ipsec")
    if not ipsec.yes("enable", default=True):
        ipsec.doubt("enable", "packets go through TLS alone")
    if ipsec.at("third-party-client").yes("enable"):
        ipsec.at("third-party-client").leave("enable")


def _lone_portal(root: Node, portal: Node) -> ObservedRemote:
    config = portal.at("portal-config")
    wan, address = _place(config)
    login = _login(root, config)
    certificate, oldest = _tls(root, config)
    return ObservedRemote(
        name=portal.word,
        kind="portal",
        interface="",
        wan=wan,
        line=portal.line,
        address=address.partition("/")[0],
        name_shown=_gateways(portal),
        certificate=certificate,
        servers=login.servers,
        groups=login.groups,
        others=login.others,
        phase1=(oldest,),
    )
