"""One port for two things.

What it catches: a switch port in two roles, in a role and at the end of a cable, or at the end of two
    cables.
Why it matters in a school: a camera's port that is also the uplink takes a whole block off the network.
Example: `classroom: sw1/1-24` and `camera: sw1/24`
How to fix: keep one of the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.port_runs import Ports, ports
from netgen.checks.site_facts import Plug, SiteFacts, Switch

#: Switch, "u" of an uplink, first and last port; path, words, whether the finding stands at the key, whether a cable.
_Use = tuple[Switch, str, int, int, str, str, bool, bool]


def find_ports_used_twice(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each pair of uses, at the one that is written as a cable or later in port order."""
    if not _any_twice(site):
        return
    uses = [_use(item.switch, item.ports, item.path, f"role `{item.role}`") for item in site.sockets]
    for cable in site.cables:
        words = f"the uplink {cable.near}"
        uses.append(_end(cable.near, cable.path, words, at_key=True))
        uses.append(_end(cable.far, cable.path, words))
    uses += [_end(link.far, link.path, f"{link.port} of the firewall") for link in site.firewall_cables]
    uses += [_end(link.far, link.path, f"{link.port} of the second firewall") for link in site.standby_cables]
    uses += [_end(link.far, link.path, f"{link.port} of the controller") for link in site.controller_cables]
    uses += [_end(item.plug, item.path, item.words) for item in site.pair_ports]
    uses.sort()
    last = uses[0]
    for use in uses[1:]:
        if use[0] != last[0] or use[1] != last[1]:
            last = use
            continue
        if use[2] <= last[3] and not _is_told_already(last, use, site):
            yield _twice(last, use)
        if use[3] > last[3]:
            last = use


def _is_told_already(earlier: _Use, later: _Use, site: SiteFacts) -> bool:
    """What is wrong with a peer link in itself is wrong on both switches, and is said of the first."""
    of_pair = f"{site.path}/cabinets/{later[0].cabinet}/pair/"
    return later[0].number > 1 and earlier[4].startswith(of_pair) and later[4].startswith(of_pair)


def _any_twice(site: SiteFacts) -> bool:
    """Whether there may be anything to find: nearly no site has it, and the bits of ports tell at once."""
    used = [(item.switch, item.ports.bits) for item in site.sockets]
    plugs = [end.plug for end in site.cable_ends]
    plugs += [link.far for link in (*site.core_cables, *site.controller_cables)]
    plugs += [item.plug for item in site.pair_ports]
    used += [(plug.switch, ports(plug.port).bits) for plug in plugs]
    taken: dict[Switch, int] = {}
    for switch, bits in used:
        before = taken.get(switch, 0)
        if before & bits or not bits:  # none: a range that runs backwards
            return True
        taken[switch] = before | bits
    return False


def _twice(earlier: _Use, later: _Use) -> Finding:
    at, other = (earlier, later) if earlier[7] and not later[7] else (later, earlier)
    port = f"{later[0]}/{later[1]}{later[2]}"
    if at[5] == other[5]:
        message = f"port {port} is named twice in {at[5]}"
        return Finding(at[4], message, "name it once", at_key=at[6], also=(other[4],))
    message = f"port {port} belongs to {at[5]} and {other[5]}"
    return Finding(at[4], message, "keep one of the two", at_key=at[6], also=(other[4],))


def _end(plug: Plug, path: str, words: str, *, at_key: bool = False) -> _Use:
    return _use(plug.switch, ports(plug.port), path, words, at_key=at_key, is_cable=True)


def _use(
    switch: Switch, run: Ports, path: str, words: str, *, at_key: bool = False, is_cable: bool = False
) -> _Use:
    return (switch, run.mark, run.first, run.last, path, words, at_key, is_cable)
