"""Dial-up tunnels of people: a phase 1 that hands out addresses or asks for a user, with its group and servers.

Source: FortiOS 7.4 CLI reference (`config vpn ipsec phase1-interface`, `config user group`, `config system global`).
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from netgen.readback.facts import ObservedRemote
from netgen.readback.fortinet_fortios.objects import AddressBook
from netgen.readback.fortinet_fortios.tree import Node
from netgen.readback.indented import ipv4
from netgen.readback.spans import prefixes

_EVERYTHING = ("0.0.0.0/0",)
_RADIUS_FIELDS = ("server", "secondary-server", "tertiary-server")
#: Seconds that a RADIUS server has, minutes of silence, seconds of a phase 1 key: where the text says nothing.
_ANSWER_S, _IDLE_MINUTES, _KEY_S = 5, 15, 86400


def is_for_people(phase1: Node) -> bool:
    """True for a dial-up phase 1 that asks for a user, or that gives the other side an address of its own."""
    values = phase1.values
    gives = "mode-cfg" in values and values["mode-cfg"].words == ("enable",)
    asks = {"eap", "xauthtype"} & {name for name, value in values.items() if value.words != ("disable",)}
    dynamic = "type" in values and values["type"].words == ("dynamic",)
    return dynamic and (gives or bool(asks) or "authusrgrp" in values)


def read_remotes(root: Node, addresses: AddressBook) -> tuple[ObservedRemote, ...]:
    """One door for each phase 2 of a phase 1 for people, and one for a phase 1 without any."""
    doors = [entry for entry in root.section("vpn ipsec phase1-interface").rows() if is_for_people(entry)]
    if not doors:
        return ()
    halves: dict[str, list[Node | None]] = {}
    for entry in root.section("vpn ipsec phase2-interface").rows():
        halves.setdefault(entry.word("phase1name"), []).append(entry)
    answer = root.section("system global").number("remoteauthtimeout", _ANSWER_S)
    servers = {entry.name: entry for entry in root.section("user radius").rows()}
    groups = {entry.name: entry for entry in root.section("user group").rows()}
    return tuple(
        _read_door(door, half, addresses, _admitted(door, groups, servers), answer)
        for door in doors
        for half in halves.get(door.name, [None])
    )


class _Admitted(msgspec.Struct, frozen=True):
    """Who a phase 1 lets in."""

    servers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def _admitted(door: Node, groups: Mapping[str, Node], servers: Mapping[str, Node]) -> _Admitted:
    """The members of the door's group; a server of which no group is matched lets in everybody it knows."""
    name = door.word("authusrgrp")
    if not name:
        return _Admitted(others=("users of every group that a rule names",))
    group = groups.get(name)
    if group is None:
        door.doubt_field("authusrgrp", f"user group `{name}` is not defined")
        return _Admitted()
    if group.choice("group-type", "firewall", {"firewall"}) != "firewall":
        group.leave_unread("group-type")
    matched: dict[str, list[str]] = {}
    for row in group.rows("match"):
        matched.setdefault(row.word("server-name"), []).append(row.word("group-name"))
    asked: list[str] = []
    admitted: list[str] = []
    others: list[str] = []
    for member in group.words("member"):
        server = servers.get(member)
        if server is None:
            others.append(f"the local user or server {member}")
            continue
        asked += [word for word in (server.word(field) for field in _RADIUS_FIELDS) if word]
        if any(matched.get(member, [])):
            admitted += [word for word in matched[member] if word]
        else:
            others.append(f"everybody whom {member} knows")
    for server_name in matched:
        if server_name not in group.words("member"):
            group.notes.doubt(
                group.line, f"group {name} matches groups of `{server_name}`, which is no member"
            )
    return _Admitted(tuple(dict.fromkeys(asked)), tuple(dict.fromkeys(admitted)), tuple(others))


def _read_door(
    door: Node, half: Node | None, addresses: AddressBook, admitted: _Admitted, answer: int
) -> ObservedRemote:
    door.words("type")
    signed = door.choice("authmethod", "psk", {"signature"}) == "signature"
    others = list(admitted.others)
    version = door.choice("ike-version", "1", {"2"})
    if not door.enabled("eap"):
        others.append("computers without a user (no EAP)")
    elif door.choice("eap-identity", "use-id-payload", {"send-request"}) != "send-request":
        door.doubt_field("eap-identity", "the user's name is taken from the computer's identity")
    if door.word("peertype") != "any":
        door.doubt_field("peertype", "not every computer of people is let in")
    _check_kind(door)
    pfs = half is not None and half.enabled("pfs", default=True)
    return ObservedRemote(
        name=door.name,
        kind="ikev2" if version == "2" else "ikev1",
        interface=door.name,
        wan=door.word("interface"),
        line=door.line,
        name_shown=door.word("localid"),
        certificate=" ".join(door.words("certificate")) if signed else "",
        shared_key=bool(door.words("psksecret")) or not signed,
        number=door.number("network-id", 0) if door.enabled("network-overlay") else 0,
        servers=admitted.servers,
        groups=admitted.groups,
        others=tuple(others),
        answer_s=answer,
        pools=_pool(door),
        dns=_resolvers(door),
        domains=door.words("domain"),
        routes=_routes(door, addresses),
        past=door.words("ipv4-split-exclude"),
        reaches_home=door.enabled("include-local-lan"),
        phase1=door.words("proposal"),
        phase2=half.words("proposal") if half else (),
        dh_groups=door.words("dhgrp"),
        pfs_groups=half.words("dhgrp") if half and pfs else (),
        idle_s=60 * door.number("idle-timeoutinterval", _IDLE_MINUTES) if door.enabled("idle-timeout") else 0,
        session_s=door.number("keylife", _KEY_S) if door.enabled("reauth") else 0,
        dpd=door.choice("dpd", "on-demand", {"on-idle", "disable"}) == "on-idle",
        routed=door.enabled("add-route", default=True),
    )


def _check_kind(door: Node) -> None:
    """The box's name is sent as a name (RFC 7296 3.5), so that computers compare it with the certificate."""
    said = door.values.get("localid-type")  # stays a setting
    kind = said.words[0] if said and said.words else "auto"
    wanted = "address" if ipv4(door.word("localid")) is not None else "fqdn"
    if kind not in {wanted, "auto"}:
        door.doubt_field("localid-type", f"the name is sent as {kind}, not as {wanted}")


def _pool(door: Node) -> tuple[str, ...]:
    """The range that addresses are taken from; none without `mode-cfg`."""
    first, last = door.word("ipv4-start-ip"), door.word("ipv4-end-ip")
    source = door.choice("assign-ip-from", "range", {"usrgrp", "dhcp", "name"})
    if not door.enabled("mode-cfg") or not door.enabled("assign-ip", default=True):
        return ()
    if source != "range":
        return (f"by {source}",)
    return (f"{first}-{last}",) if first and last else ()


def _resolvers(door: Node) -> tuple[str, ...]:
    words = tuple(door.word(f"ipv4-dns-server{number}") for number in (1, 2, 3))
    if door.choice("dns-mode", "manual", {"auto"}) == "auto":
        return ("those of the firewall itself",)
    return tuple(word for word in words if word)


def _routes(door: Node, addresses: AddressBook) -> tuple[str, ...]:
    """What goes through the tunnel: everything without a list."""
    name = door.word("ipv4-split-include")
    if not name:
        return _EVERYTHING
    if not addresses.knows(name):
        door.doubt_field("ipv4-split-include", f"address `{name}` is not defined")
    return tuple(prefixes(addresses.contents(name)))
