"""A cloud or partner network that schools could not reach, or that would take a school's place.

What it catches: partners at a site that is no hub, a network outside of the hub's block or over one of its segments,
    an unknown zone or one that is not of kind hub, one number, gateway or network twice, and a gateway that is none.
Why it matters in a school: the way to the cloud would lead nowhere, or over the servers of the hub.
Example: `partners: {azure: {prefix: 10.99.0.0/24, ...}}` at a hub that owns 10.0.0.0/18
How to fix: give the cloud a network inside of the hub's block, and a zone of kind hub.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.adr020_not_a_host import is_no_host
from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import summary_of
from netgen.checks.wording import choose_known
from netgen.values import Prefix, object_path


def find_unreachable_partners(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding for each field of a partner."""
    partners = site.site.partners
    if not partners:
        return
    if not site.is_hub:
        message = f"`{site.name}` is no hub, so no school has the way to its partners"
        yield Finding(object_path(site.path, "partners"), message, "move the partners to a hub")
        return
    zones = site.of_trust.standard.zones
    plan = site.of_trust.trust.addressing
    block = summary_of(site.of_trust.trust, site.name, site.site).block
    if block is None:
        return  # ADR004 says so
    seen: dict[int, str] = {}
    for name, item in partners.items():
        path = object_path(site.path, "partners", name)
        if item.zone not in zones:
            yield Finding(f"{path}/zone", f"unknown zone `{item.zone}`", choose_known(item.zone, zones))
        elif zones[item.zone].kind != "hub":
            message = f"zone `{item.zone}` is not of kind hub, so schools would look for it at home"
            yield Finding(f"{path}/zone", message, "give the partner a zone of kind hub")
        if item.number in seen:
            message = f"partners `{seen[item.number]}` and `{name}` have one number"
            yield Finding(f"{path}/number", message, "give each its own, for good")
        seen.setdefault(item.number, name)
        yield from _bad_address(site, path, item.address)
        others = [(other, partners[other]) for other in list(partners)[: list(partners).index(name)]]
        same = [other for other, partner in others if partner.address == item.address]
        if same:
            message = f"partners `{same[0]}` and `{name}` have one gateway, {item.address}"
            yield Finding(f"{path}/address", message, "give each its own tunnel end")
        taken = [
            key for key, segment in site.segments.items() if _overlaps(block, segment.window, item.prefix)
        ]
        if not block.contains(item.prefix):
            yield Finding(
                f"{path}/prefix",
                f"{item.prefix} is outside of the hub's block {block}",
                "choose a part of it",
            )
        elif taken:
            yield Finding(
                f"{path}/prefix",
                f"{item.prefix} overlaps segment `{taken[0]}`",
                "choose a free part of the block",
            )
        elif any(partner.prefix.overlaps(item.prefix) for _, partner in others):
            other = next(key for key, partner in others if partner.prefix.overlaps(item.prefix))
            message = f"{item.prefix} overlaps the network of partner `{other}`"
            yield Finding(f"{path}/prefix", message, "choose a free part of the block")
        elif _overlaps(block, plan.transit, item.prefix):
            message = f"{item.prefix} overlaps the transit window {plan.transit}"
            yield Finding(f"{path}/prefix", message, "choose a free part of the block")


def _bad_address(site: SiteFacts, path: str, address: str) -> Iterator[Finding]:
    plan, own = site.of_trust.trust.addressing, Prefix.parse(f"{address}/32")
    if plan.supernet.contains(own) or plan.overlay.contains(own):
        message = f"{address} is inside of the trust, so the tunnel would need itself"
        yield Finding(f"{path}/address", message, "write the public address of the partner's gateway")
    elif is_no_host(address):
        message = f"{address} is no address of a host"
        yield Finding(f"{path}/address", message, "write the public address of the partner's gateway")
    elif any((circuit.ip or "").partition("/")[0] == address for circuit in site.site.circuits.values()):
        message = f"{address} is the hub's own circuit"
        yield Finding(f"{path}/address", message, "write the public address of the partner's gateway")


def _overlaps(block: Prefix, window: Prefix, prefix: Prefix) -> bool:
    try:
        return block.window(window).overlaps(prefix)
    except ValueError:
        return False  # ADR007 or ADR009 says so
