"""An address that a core of a pair has.

What it catches: at a site whose pair routes, a reservation, a published server or a server of the trust with the
    second or third address of its subnet, which are the two cores' own; and a transit window without room for the pair.
Why it matters in a school: the printer and the core would both answer, and the whole segment would lose its way out.
Example: `{segment: print, mac: "00:1a:2b:3c:4d:5e", address: 10.10.49.2}`
How to fix: move the host to a free address; the first eight of a subnet are for the network itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.values import object_path

_CORES = (2, 3)
_LINKS_LENGTH = 29


def find_addresses_of_cores(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each host, one for the window."""
    if not site.pairs:
        return
    window = site.of_trust.trust.addressing.transit
    if window.length > _LINKS_LENGTH:
        message = f"transit window {window} has no room for the links of a pair of cores"
        yield Finding("trust/addressing/transit", message, f"widen it to /{_LINKS_LENGTH}")
    if site.archetype.topology != "routed-core":
        return
    taken: set[str] = set()
    for segment in site.segments.values():
        subnet = site.of_trust.subnet(site.name, segment)
        if subnet is not None and segment.gateway == "topology" and not segment.management:
            taken.update(subnet.address(place) for place in _CORES)
    uses = [
        (object_path(site.path, "reservations", name, "address"), item.address)
        for name, item in site.site.reservations.items()
    ]
    uses += [
        (object_path(site.path, "publish", name, "to"), item.to) for name, item in site.site.publish.items()
    ]
    uses += site.of_trust.hosts.items()
    for path, address in uses:
        if address in taken:
            message = f"{address} is the address of one of the two cores of {site.name}"
            yield Finding(path, message, "move the host to a free address of its subnet")
