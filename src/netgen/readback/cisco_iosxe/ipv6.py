"""IPv6 of IOS-XE beside its interfaces: forwarding, routes, filters, and who manages the box by it.

Source: IOS-XE command references and the 17.12.1 native model (ipv6, line, snmp). A VRF forwards IPv6 when it has the
address family and `ipv6 unicast-routing` is on. A filter of IPv6 ends with a deny of all but neighbour discovery.
"""

from __future__ import annotations

from netgen.readback.cisco_iosxe.draft import IosDraft
from netgen.readback.cisco_iosxe.session import Session
from netgen.readback.indented import Node

_EVERYWHERE = "*"


def read_global(draft: IosDraft, node: Node) -> bool:
    """`ipv6 unicast-routing`, `ipv6 route` and `ipv6 access-list`."""
    on = node.words[0] != "no"
    match node.words if on else node.words[1:]:
        case ["ipv6", "unicast-routing"]:
            draft.forwards6 = on
        case ["ipv6", "route", "vrf", name, *rest]:
            if on:
                draft.use_vrf(name, node.line)
            return draft.take_route6(node, rest, name, on=on)
        case ["ipv6", "route", *rest]:
            return draft.take_route6(node, rest, "", on=on)
        case ["ipv6", "access-list", name] if on:
            entries = draft.filters6.setdefault(name, [])
            for child in draft.lines(node):
                words = child.words[2:] if child.words[0] == "sequence" else child.words
                if words[:1] == ["remark"]:
                    continue
                if words[:1] not in (["permit"], ["deny"]):
                    draft.skip(child)
                else:
                    entries.append(" ".join(words))
        case ["ipv6", "access-list", name]:
            draft.filters6.pop(name, None)
        case _:
            return False
    return True


def sessions(draft: IosDraft, session: Session) -> tuple[tuple[str, str], ...]:
    """What takes sessions over IPv6 from anywhere; a filter that permits anything counts as none."""
    found = [
        f"vty {number}"
        for number, line in sorted(session.vty.items())
        if line.transports and not _shuts(draft, line.acl6)
    ]
    found = found[:1]
    if (session.http or session.https) and not _shuts(draft, session.http_acl6):
        found.append("web")
    if any(not _shuts(draft, name) for name in draft.snmp_filters6):
        found.append("snmp")
    return tuple((what, _EVERYWHERE) for what in found)


def _shuts(draft: IosDraft, name: str) -> bool:
    """True if a filter lets nobody in."""
    entries = draft.filters6.get(name, [])
    return bool(entries) and not any(entry.startswith("permit") for entry in entries)
