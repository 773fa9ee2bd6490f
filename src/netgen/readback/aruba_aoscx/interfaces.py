"""The interface blocks of AOS-CX: ports, LAGs, SVIs, the management port.

Source: AOS-CX 10.13 running configurations, the 10.13 Security and Hardening Guides, HPE's configuration
generator for its own clusters. Where a port routes by default, `no routing` makes it a bridge port; whether it
does differs by series, so a text that has the line nowhere is one of a series that bridges.
"""

from __future__ import annotations

import re

from netgen.readback.aruba_aoscx import access, guards, pairs, qos
from netgen.readback.aruba_aoscx.state import PortState, State
from netgen.readback.facts import ObservedSetting
from netgen.readback.indented import Node, split_cidr, whole_number
from netgen.readback.port_draft import EVERY_VLAN, PortDraft

_PHYSICAL = re.compile(r"(\d+/\d+/)(\d+)(?:-(\d+/\d+/)(\d+))?\Z")
_NUMBERED = re.compile(r"(lag|vlan|loopback) ?(\d+)\Z")
#: Lines of an interface that no other fact holds.
_SETTING = re.compile(
    r"(?:no )?(?:"
    r"mtu \d+|ip mtu \d+|speed .+|lacp .+|loop-protect(?: .+)?|lldp .+|flow-control .+|udld(?: .+)?|sflow(?: .+)?"
    r"|qos .+|apply (?:qos|policy) .+|apply access-list (?:ipv6|mac) .+|trap .+|l3-counters(?: .+)?|persona .+"
    r"|vsx-sync .+|mdi-mode .+|energy-efficient-ethernet|error-control .+|autonegotiation .+|negotiation .+"
    r"|power-over-ethernet .+|poe-lldp-detect .+"
    r"|spanning-tree (?:cost|port-priority|link-type|instance|vlan|loop-guard|tcn-guard|rpvst-guard|rpvst-filter"
    r"|pvst-guard|pvst-filter|trap)(?: .+)?"
    r"|dhcpv4-snooping .+|dhcpv6-snooping .+|nd-snooping .+|arp inspection .+|ipv4 source-lockdown.*|ipv6 .+"
    r"|port-access .+|aaa (?:authentication|accounting) port-access .+|client track ip .+|mac-lockout .+"
    r"|mac-notify .+|active-gateway .+|vrrp .+|ip (?:ospf|rip|igmp|pim-sparse|dhcp|local-proxy-arp|directed-broadcast"
    r"|irdp|urpf|bootp-gateway|forward-protocol|neighbor-flood|source-lockdown|unnumbered|policy) ?.*|bfd .*|mvrp"
    r"|private-vlan .+|rate-limit icmp .+|storm-control .+|fault-monitor .+|apply fault-monitor .+|arp .+"
    r"|vni .+|source ip .+|routing-metric .+|encapsulation .+"
    r")\Z"
)


def _named(text: str) -> list[tuple[str, str, int]] | None:
    """(name, kind, number) of each interface of `1/1/1-1/1/4,1/1/9`, `lag 10`, `vlan20` or `mgmt`."""
    words = text.split()
    if words[:1] == ["mgmt"]:
        return [("mgmt", "management", 0)] if len(words) == 1 else None
    if words[0].startswith("lag") and words[-1] in ("multi-chassis", "static"):
        text = " ".join(word for word in words if word not in ("multi-chassis", "static"))
    found = _NUMBERED.match(text)
    if found:
        kind = {"lag": "lag", "vlan": "vlan"}.get(found[1], "other")
        if len(found[2]) > 4:
            return None
        return [(f"{found[1]} {found[2]}", kind, int(found[2]))]
    named: list[tuple[str, str, int]] = []
    for part in text.split(","):
        matched = _PHYSICAL.match(part.strip())
        if (
            matched is None
            or (matched[3] or matched[1]) != matched[1]
            or max(len(matched[2]), len(matched[4] or "")) > 4
        ):
            return None
        low, high = int(matched[2]), int(matched[4] or matched[2])
        if high - low > 4094:
            return None
        named.extend((f"{matched[1]}{number}", "physical", number) for number in range(low, high + 1))
    return named


def _scope(port: PortDraft) -> str:
    """Where the settings of an interface stand. The management port is no socket."""
    return "management port" if port.kind == "management" else f"interface {port.name}"


def read_interface(state: State, node: Node) -> bool:
    """Read one block; False when its name is not understood."""
    draft = state.draft
    named = _named(node.text.split(None, 1)[1]) if len(node.words) > 1 else None
    if not named:
        return False
    below = [(line, line.children) for line in node.children]
    node.children = []
    for place, (name, kind, number) in enumerate(named):
        port = draft.port(name, kind, node.line, number if kind == "vlan" else 0)
        if kind == "management":
            # It stands in its own VRF from the factory, and no line moves it.
            port.vrf = "mgmt"
        if kind == "lag" and name not in state.ports:
            port.shutdown = True
        if kind == "lag" and "multi-chassis" in node.words:
            port.shared = number
        own = state.of(name)
        for line, children in below:
            line.children = list(children)
            if _read_line(state, port, own, line):
                continue
            if _SETTING.match(line.text):
                draft.keep(line, _scope(port))
            elif not place:
                draft.skip(line)
        if not place:
            for line, _ in below:
                for child in line.children:
                    draft.skip(child)
    return True


def _read_line(state: State, port: PortDraft, own: PortState, node: Node) -> bool:
    draft, words = state.draft, node.words
    on = words[0] != "no"
    match words if on else words[1:]:
        case ["description", *_]:
            port.description = node.text.split(None, 1)[1] if on and len(words) > 1 else ""
        case ["shutdown"]:
            port.shutdown, own.shutdown_said = on, True
        case ["routing"]:
            own.routing = on
            if not on:
                draft.keep(node, _scope(port))
        case ["vlan", *rest]:
            return _read_vlans(state, port, own, node, rest, on=on)
        case ["lag", *number] if port.kind == "physical":
            group = whole_number(number[0]) if number else None
            if on and group is None:
                return False
            port.lag, port.lag_line = (group or 0 if on else 0), node.line
        case ["lacp", "mode", mode]:
            own.lacp = on and mode == "active"
        case ["spanning-tree", *rest]:
            return _read_tree(state, port, node, rest, on=on)
        case ["rate-limit", "broadcast" | "multicast" | "unknown-unicast" as kind, *rest]:
            return _read_rate(port, own, kind, rest, on=on)
        case ["power-over-ethernet"]:
            port.poe_off = not on
        case ["dhcpv4-snooping", "trust"]:
            port.trusted = on
        case ["portfilter", *rest]:
            own.keeps_from = "".join(rest).split(",") if on and rest else []
            own.keeps_from_line = node.line
        case ["apply", "access-list", "ip", name, "in" | "routed-in"]:
            port.acl_in = draft.use_acl(name, node.line) if on else ""
        case ["apply", "access-list", "ip", name, "out" | "routed-out"]:
            port.acl_out = draft.use_acl(name, node.line) if on else ""
        case ["vrf", "attach", *rest]:
            name = state.named_vrf(rest[0], node.line) if on and rest else ""
            if port.addresses and port.vrf != name:
                port.addresses.clear()
                draft.object_to(node.line, f"attaching {port.name} to a VRF removes the address given before")
            port.vrf = name
        case ["ip", "dhcp"] if port.kind == "management":
            own.dhcp_line = node.line if on else 0
        case ["ip", *rest]:
            return _read_ip(state, port, node, rest, on=on)
        case ["ipv6", *rest] if port.read_ipv6(rest, node.line, on=on):
            pass
        case ["aaa", "authentication", "port-access", *_]:
            return access.read_port(state, port, own, node, on=on)
        case ["default-gateway" | "nameserver", *_] if port.kind == "management":
            draft.keep(node, _scope(port))
        case _:
            return (
                _read_socket(own, words if on else words[1:], on=on)
                or guards.read_port(own, node, on=on)
                or qos.read_port(own, node, on=on)
                or pairs.read_gateway(port, words if on else words[1:], on=on)
            )
    return True


def _read_socket(own: PortState, words: list[str], *, on: bool) -> bool:
    match words:
        case ["mtu", number] if on and whole_number(number) is not None:
            own.mtu = int(number)
        case ["mtu", *_] if not on:
            own.mtu = 0
        case ["loop-protect"]:
            own.loop_protect = on
        case ["power-over-ethernet", "priority", "low" | "high" | "critical" as power]:
            own.power = power if on else "low"
        case _:
            return False
    return True


def _read_vlans(
    state: State, port: PortDraft, own: PortState, node: Node, rest: list[str], *, on: bool
) -> bool:
    match rest:
        case ["access", *number]:
            vlan = whole_number(number[0]) if number else None
            if on and vlan is None:
                return False
            port.mode, port.access = "access", vlan if on and vlan is not None else 1
            port.vlan_lines[port.access] = node.line
        case ["trunk", "native", *number]:
            vlan = whole_number(number[0]) if number else None
            if on and (vlan is None or number[1:] not in ([], ["tag"])):
                return False
            port.mode = "trunk"
            port.native = vlan if on and vlan is not None else 1
            port.vlan_lines[port.native] = node.line
            if on and number[1:]:
                port.native = 0
        case ["trunk", "allowed", *how] if how:
            port.mode = "trunk"
            if not on:
                return port.allow(["none"] if how == ["all"] else ["remove", *how], node.line)
            own.lists += 1
            if own.lists > 1:
                state.draft.object_to(node.line, f"{port.name} has a second list of VLANs")
            return port.allow(
                ["add", *how] if own.lists > 1 and port.allowed is not EVERY_VLAN else how, node.line
            )
        case ["trunk", "allowed"] if not on:
            port.allowed = EVERY_VLAN
        case _:
            return False
    return True


def _read_tree(state: State, port: PortDraft, node: Node, rest: list[str], *, on: bool) -> bool:
    match rest:
        case ["port-type", "admin-edge"]:
            port.portfast = "trunk" if on else ""
        case ["port-type", "admin-network"] | ["port-type"]:
            port.portfast = ""
        case ["bpdu-guard"]:
            port.bpdu_guard = on
        case ["root-guard"]:
            port.root_guard = on
        case ["bpdu-filter"]:
            if on:
                state.draft.object_to(node.line, f"BPDU filter takes {port.name} out of spanning tree")
        case _:
            return False
    return True


def _read_rate(port: PortDraft, own: PortState, kind: str, rest: list[str], *, on: bool) -> bool:
    """`rate-limit broadcast 1 percent | 640 pps | 10240 kbps`."""
    port.storm.pop(kind, None)
    own.rates.pop(kind, None)
    if not on:
        return True
    rate = whole_number(rest[0]) if len(rest) == 2 else None
    if rate is None or rest[1] not in ("percent", "pps", "kbps"):
        return False
    port.storm[kind] = float(rate) if rest[1] == "percent" else -1.0
    if rest[1] != "percent":
        own.rates[kind] = (rate, rest[1])
    return True


def _read_ip(state: State, port: PortDraft, node: Node, rest: list[str], *, on: bool) -> bool:
    match rest:
        case ["address"] if not on:
            port.addresses.clear()
        case ["address" | "static", cidr, *more] if (
            more in ([], ["secondary"]) and (parts := split_cidr(cidr)) is not None
        ):
            address, length = parts
            if not on:
                port.addresses = [each for each in port.addresses if each[0] != address]
            elif more:
                port.addresses.append((address, length, node.line))
            else:
                port.addresses[:1] = [(address, length, node.line)]
        case ["helper-address", target, *more]:
            if "vrf" in more and (vrf := state.take_vrf(more, node.line)) != port.vrf:
                target = f"{target} in VRF {vrf or 'default'}"
            if on:
                port.relays.append(target)
            elif target in port.relays:
                port.relays.remove(target)
        case ["proxy-arp"] | ["local-proxy-arp"]:
            port.proxy_arp = on
        case _:
            return False
    return True


def finish_interfaces(state: State) -> None:
    """What is known once the whole text is: routed ports, states, phones, LACP and who is kept from whom."""
    draft = state.draft
    routes_by_default = any(own.routing is False for own in state.ports.values())
    for port in list(draft.ports.values()):
        own = state.of(port.name)
        if port.kind in ("physical", "lag"):
            _finish_port(state, port, own, routes_by_default=routes_by_default)
        if own.dhcp_line and not port.shutdown:
            draft.settings.append(ObservedSetting(_scope(port), "ip dhcp", own.dhcp_line))
        if port.proxy_arp is None:
            port.proxy_arp = False
        port.redirects = state.redirects and port.kind == "vlan"
    _finish_isolation(state)


def _finish_port(state: State, port: PortDraft, own: PortState, *, routes_by_default: bool) -> None:
    draft = state.draft
    has_vlans = bool(port.mode)
    if port.lag:
        lag = draft.ports.get(f"lag {port.lag}")
        port.lag_active = lag is not None and state.of(lag.name).lacp
        if has_vlans or own.routing is not None:
            draft.object_to(port.lag_line, f"{port.name} is in a LAG and has VLANs or routing of its own")
    elif own.routing or port.addresses or port.vrf or (own.routing is None and routes_by_default):
        port.mode = "routed"
        if own.routing is False:
            draft.object_to(port.line, f"{port.name} is no routed port: it has no address and no VRF")
        if has_vlans:
            draft.object_to(port.line, f"{port.name} is a routed port: its VLANs have no effect")
    if port.kind == "physical" and not own.shutdown_said:
        draft.object_to(port.line, f"{port.name} says neither `shutdown` nor `no shutdown`")
    phones = (port.allowed & state.voice) - {port.native} if port.allowed is not EVERY_VLAN else frozenset()
    if port.mode == "trunk" and len(phones) == 1 and port.allowed == {port.native, *phones}:
        port.voice = min(phones)


def _finish_isolation(state: State) -> None:
    """A port is isolated when it keeps from every other port that keeps from any."""
    lists = {name: _filtered(own.keeps_from) for name, own in state.ports.items() if own.keeps_from}
    for name, kept in lists.items():
        own, port = state.ports[name], state.draft.ports[name]
        if kept is None:
            state.draft.object_to(own.keeps_from_line, f"the port filter of {name} is not understood")
            continue
        port.isolated = lists.keys() - {name} <= kept
        others = sorted(kept - lists.keys())
        if others:
            state.draft.object_to(own.keeps_from_line, f"nothing from {name} reaches {', '.join(others)}")


def _filtered(parts: list[str]) -> set[str] | None:
    found: set[str] = set()
    for part in parts:
        named = _named(part) if part else None
        if not named:
            return None
        found.update(name for name, _, _ in named)
    return found
