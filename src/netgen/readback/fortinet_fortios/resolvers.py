"""Where the device answers for names, and which domains it asks other servers about.

FortiOS 7.4 CLI reference, system dns-server: `recursive` looks at shadow zones and forwards the rest, `non-recursive`
answers from public zones alone, `forward-only` looks at no zone; `resolver` asks the root servers itself. system
dns-database: a zone is authoritative, primary, shadow and on unless it says otherwise; only one that is not
authoritative asks its forwarders.
"""

from __future__ import annotations

from collections.abc import Iterable

from netgen.readback.facts import ObservedDomain, ObservedInterface, ObservedResolver
from netgen.readback.fortinet_fortios.tree import Node

_MODES = {"recursive": "all", "forward-only": "forward", "non-recursive": "own", "resolver": "roots"}


def read_resolvers(root: Node, interfaces: Iterable[ObservedInterface]) -> tuple[ObservedResolver, ...]:
    """Every interface that answers."""
    names = {item.name for item in interfaces}
    found: list[ObservedResolver] = []
    for row in root.section("system dns-server").rows():
        mode = _MODES[row.choice("mode", "recursive", _MODES.keys() - {"recursive"})]
        if row.name not in names:
            row.notes.doubt(row.line, f"the DNS server `{row.name}` is on no interface")
        found.append(ObservedResolver(row.name, mode, row.line, row.word("dnsfilter-profile")))
    return tuple(found)


def read_domains(root: Node) -> tuple[ObservedDomain, ...]:
    """Every zone that is on."""
    found: list[ObservedDomain] = []
    for row in root.section("system dns-database").rows():
        domain, servers = row.word("domain"), row.words("forwarder")
        is_primary = row.choice("type", "primary", {"secondary"}) == "primary"
        is_shadow = row.choice("view", "shadow", {"public", "shadow-ztna", "proxy"}) == "shadow"
        asks = not row.enabled("authoritative", default=True) and is_primary and is_shadow
        source = row.word("source-ip")
        if row.enabled("status", default=True):
            found.append(ObservedDomain(domain, servers if asks else (), source, row.line))
    return tuple(found)
