"""A reserved address that the school's DHCP server cannot give.

What it catches: an unknown segment, one without a server of its own, an address outside of the segment's subnet or
    its gateway's, and one address or hardware address twice.
Why it matters in a school: the device moves to another address, and whoever prints or opens doors with it is lost.
Example: `{segment: print, mac: "00:1a:2b:3c:4d:5e", address: 192.0.2.9}`
How to fix: write an address of the segment's subnet, each once.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.wording import choose_known
from netgen.values import Prefix, object_path


def find_unfit_reservations(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding for each reservation."""
    seen: dict[str, str] = {}
    for name, item in site.site.reservations.items():
        path = object_path(site.path, "reservations", name)
        segment = site.segments.get(item.segment)
        if segment is None:
            yield Finding(
                f"{path}/segment",
                f"unknown segment `{item.segment}`",
                choose_known(item.segment, site.segments),
            )
            continue
        if segment.dhcp != "server":
            message = f"segment `{item.segment}` has no DHCP server of the school's own"
            yield Finding(f"{path}/segment", message, "reserve the address where leases are given")
            continue
        subnet = site.wire_subnet(item.segment)
        if subnet is None:
            continue
        usable = {subnet.address(place) for place in (0, 1, subnet.size - 1)}
        own = Prefix.parse(f"{item.address}/32") if ":" not in item.address else None
        if own is None or not subnet.contains(own) or item.address in usable:
            yield Finding(
                f"{path}/address",
                f"{item.address} is no host of {subnet}",
                "write a free address of the subnet",
            )
        for field, value in (("address", item.address), ("mac", item.mac)):
            if value in seen:
                message = f"reservations `{seen[value]}` and `{name}` share {value}"
                yield Finding(f"{path}/{field}", message, "give each its own")
            seen.setdefault(value, name)
