"""Two firewalls as one: `deviceconfig high-availability`.

Sources: PAN-OS 11.1 administrator's guide (high availability) and public configurations. A device with the smaller
priority leads. Without a line configuration and sessions are handed over, nothing preempts, and links are not watched.
High availability is never copied from one device to the other, nor is the host name.
"""

from __future__ import annotations

from netgen.readback.facts import GIVES_WAY, ObservedFirewallPair, ObservedRole
from netgen.readback.indented import ipv4
from netgen.readback.paloalto_panos.tree import Node

_PRIORITY = 100
_LARGEST_PRIORITY = 255
_GROUPS = range(1, 64)
_CONDITIONS = frozenset({"all"})
_LINK_STATES = frozenset({"auto"})


def read_pair(root: Node) -> ObservedFirewallPair | None:
    """The pair that the firewall is in; None for one that stands alone."""
    node = root.at("deviceconfig", "high-availability")
    group = node.at("group")
    mode = group.at("mode").choice()
    chosen = group.at("mode", mode)
    if mode == "active-passive":
        chosen.word_of("passive-link-state", "shutdown", _LINK_STATES)
    if chosen and not chosen.children:
        chosen.take()
    number = group.number("group-id", 0)
    election = group.at("election-option")
    ports: list[str] = []
    addresses: list[tuple[str, str, int]] = []
    own = [root.at("deviceconfig", "system", "hostname"), election.at("device-priority"), group.at("peer-ip")]
    for use in ("ha1", "ha2"):
        link = node.at("interface", use)
        port = link.value("port")
        if port:
            ports.append(port)
        address, length = _address(link)
        if address:
            addresses.append((use, address, length))
        own.append(link.at("ip-address"))
    syncs = {
        name
        for name, place in (
            ("configuration", "configuration-synchronization"),
            ("sessions", "state-synchronization"),
        )
        if group.at(place).yes("enabled", default=True)
    }
    role = ObservedRole(
        name="",
        ranks=(_LARGEST_PRIORITY - election.number("device-priority", _PRIORITY),),
        preempts=election.yes("preemptive"),
        watched=_watched(group.at("monitoring", "link-monitoring")),
        line=group.at("monitoring", "link-monitoring").line,
    )
    pair = ObservedFirewallPair(
        mode=mode,
        group=number,
        heartbeat=tuple(ports),
        roles=(role,),
        line=node.line,
        # A device hands over sessions of every protocol.
        syncs=frozenset(syncs | ({"connectionless"} if "sessions" in syncs else set())),
        addresses=tuple(addresses),
        peer=group.value("peer-ip"),
        own_lines=tuple(child.line for item in own for child in item.children.values()),
    )
    is_on = node.yes("enabled")
    if is_on and number not in _GROUPS:
        group.doubt("group-id", f"`group-id` cannot be {number}")
    _check_ports(root, ports if is_on else [])
    return pair if is_on else None


def _address(link: Node) -> tuple[str, int]:
    """The address on a heartbeat; a mask as four numbers."""
    address, mask = link.value("ip-address"), link.value("netmask")
    if not address and not mask:
        return "", 0
    bits = ipv4(mask)
    inverted = None if bits is None else bits ^ 0xFFFFFFFF
    if ipv4(address) is None or inverted is None or inverted & (inverted + 1):
        link.doubt("ip-address", f"`{address} {mask}` is not an address with a mask")
        return "", 0
    return address, 32 - inverted.bit_length()


def _watched(monitoring: Node) -> tuple[tuple[str, int], ...]:
    """Ports whose loss moves the role. A group that asks for the loss of all of its ports shares the weight out."""
    is_on = monitoring.yes("enabled")
    found: list[tuple[str, int]] = []
    groups = monitoring.entries("link-group")
    if monitoring.word_of("failure-condition", "any", _CONDITIONS) == "all" and len(groups) > 1:
        monitoring.doubt("failure-condition", "a lost link group alone moves nothing")
        is_on = False
    for row in groups:
        is_asked = row.yes("enabled", default=True)
        names = row.values("interface")
        needs_all = row.word_of("failure-condition", "any", _CONDITIONS) == "all"
        weight = -(-GIVES_WAY // max(len(names), 1)) if needs_all else GIVES_WAY
        if is_on and is_asked:
            found += [(name, weight) for name in names]
    return tuple(found)


def _check_ports(root: Node, ports: list[str]) -> None:
    """An Ethernet port on which the other device is heard is of the kind `ha`, and no other port is."""
    seen: set[str] = set()
    for entry in root.entries("network", "interface", "ethernet"):
        if not entry.at("ha"):
            continue
        entry.at("ha").take()
        seen.add(entry.word)
        if entry.word not in ports:
            root.notes.doubt(entry.line, f"{entry.word} is for a second firewall, and nothing uses it")
        others = [
            key for key in ("layer3", "layer2", "virtual-wire", "tap", "aggregate-group") if entry.at(key)
        ]
        if others:
            root.notes.doubt(entry.line, f"{entry.word} is for a second firewall and has `{others[0]}`")
    for port in ports:
        if port.startswith("ethernet") and port not in seen:
            line = root.at("deviceconfig", "high-availability").line
            root.notes.doubt(line, f"{port} is no port for a second firewall")
