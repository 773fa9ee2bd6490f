"""Who may wake sleeping devices of which segments: Wake-on-LAN as directed broadcasts (RFC 2644).

Reads: services.wake, segments and the core's hardware of a site. Writes: `SiteAddresses.wakers` and `.woken`,
`SegmentPlan.wakers`, `hears_broadcasts` of segments and transits, and PolicyPlans.

A packet for the broadcast address of another subnet becomes a broadcast there, which a box must let nobody do but whom
it was told. Only some boxes can tell who sent it (`Hardware.bounds_broadcasts`), so nothing is let through, and no
firewall has a rule for it, where another box is the gateway. Segments with addresses from before the school joined
take no part: what crosses the tunnels is translated host by host, and a broadcast address is no host.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from netgen.blueprint import (
    PolicyPlan,
    SegmentPlan,
    SiteAddresses,
    TransitPlan,
    TrustPlan,
    WakePlan,
    ZoneAddresses,
)
from netgen.compiler.named_addresses import Addresses, named
from netgen.hardware import Hardware, load_catalogue
from netgen.intent import Intent, Segment, Site
from netgen.intent.ports import far_port
from netgen.intent.resolution import archetype_of, subnet_of
from netgen.values import Prefix, object_path

#: The service that rules for it have, and the ports that senders use: echo and discard (RFC 862, RFC 863).
SERVICE = "wake-on-lan"
PORTS = ("7", "9")
#: Rules of it come after all others.
_WAKES = 200_000_000


def plan_wake(intent: Intent) -> WakePlan | None:
    """What the trust asks for."""
    asked = intent.trust.services.wake
    if asked is None:
        return None
    origin = object_path("trust", "services", "wake")
    return WakePlan(tuple(sorted(set(asked.from_))), tuple(sorted(set(asked.to))), SERVICE, asked.why, origin)


def wakers_and_woken(
    intent: Intent, name: str, site: Site, segments: Mapping[str, Segment]
) -> tuple[tuple[ZoneAddresses, ...], tuple[ZoneAddresses, ...]]:
    """By zone: the subnets of a site that may wake others, and the broadcast addresses that wake its own."""
    asked = intent.trust.services.wake
    if asked is None:
        return (), ()
    core = core_of(site)
    can = archetype_of(intent, site).topology == "routed-core" and core is not None and core.bounds_broadcasts
    wakers: dict[str, list[Prefix]] = {}
    woken: dict[str, list[Prefix]] = {}
    for key, segment in segments.items():
        if key in site.legacy:
            continue
        prefix = subnet_of(intent, name, segment)
        if key in asked.from_:
            wakers.setdefault(segment.zone, []).append(prefix)
        if key in asked.to and can and segment.gateway == "topology" and not segment.management:
            woken.setdefault(segment.zone, []).append(broadcast_of(prefix))
    return _by_zone(wakers), _by_zone(woken)


def core_of(site: Site) -> Hardware | None:
    """The switch that routes where a core does: the one that the firewall's cables end at."""
    cabinet, number, _ = far_port(next(iter(site.firewall.links.values())))
    return load_catalogue().get(site.cabinets[cabinet].switches[f"sw{number}"])


def broadcast_of(subnet: Prefix) -> Prefix:
    """Its last address.

    >>> str(broadcast_of(Prefix.parse("10.10.16.0/22")))
    '10.10.19.255/32'
    """
    return Prefix.parse(f"{subnet.address(subnet.size - 1)}/32")


def _by_zone(found: Mapping[str, Iterable[Prefix]]) -> tuple[ZoneAddresses, ...]:
    return tuple(ZoneAddresses(zone, tuple(sorted(prefixes))) for zone, prefixes in sorted(found.items()))


def with_wakers(
    trust: TrustPlan, site: str, segments: tuple[SegmentPlan, ...], transits: tuple[TransitPlan, ...]
) -> tuple[tuple[SegmentPlan, ...], tuple[TransitPlan, ...]]:
    """The same segments and transits, knowing whose broadcasts become broadcasts, and where they come in."""
    here = trust.site(site)
    if trust.wake is None or not here.woken:
        return segments, transits
    zones = {item.zone: set(item.prefixes) for item in here.woken}
    senders = tuple(sorted({prefix for _, prefix in _senders(trust, here)}))
    own = {prefix for item in here.wakers for prefix in item.prefixes}
    woken = {prefix for prefixes in zones.values() for prefix in prefixes}
    return (
        tuple(
            msgspec.structs.replace(
                segment,
                wakers=tuple(each for each in senders if each != segment.prefix)
                if broadcast_of(segment.prefix) in woken
                else (),
                hears_broadcasts=segment.gateway_on == "core"
                and segment.prefix in own
                and bool(zones.get(segment.zone, set()) - {broadcast_of(segment.prefix)}),
            )
            for segment in segments
        ),
        tuple(msgspec.structs.replace(item, hears_broadcasts=item.zone in zones) for item in transits),
    )


def _senders(trust: TrustPlan, here: SiteAddresses) -> list[tuple[str, Prefix]]:
    """(zone, subnet) of whoever may wake devices of a site: its own, and those of the hubs' zones at hubs."""
    kinds = {zone.name: zone.kind for zone in trust.zones}
    return [
        (item.zone, prefix)
        for site in trust.sites
        for item in site.wakers
        if site is here or (site.is_hub and kinds[item.zone] == "hub")
        for prefix in item.prefixes
    ]


def plan_wake_policies(trust: TrustPlan, site: str, overlay: str) -> list[PolicyPlan]:
    """The firewall's rules for it, each to broadcast addresses alone."""
    wake = trust.wake
    if wake is None:
        return []
    zones = {zone.name: zone for zone in trust.zones}
    here = trust.site(site)
    others = [item for item in trust.sites if item.site != site]
    found: list[PolicyPlan] = []

    def add(
        kind: int, ends: tuple[str, str], crossed: tuple[str, str], addresses: tuple[Addresses, Addresses]
    ) -> None:
        source, target = (zones[name].number for name in ends)
        if all(addresses):
            found.append(
                PolicyPlan(
                    number=_WAKES + (source * 100 + target) * 10 + kind,
                    name=f"wake {source} to {target}{('', ' out', ' in')[kind]}",
                    from_zone=crossed[0],
                    to_zone=crossed[1],
                    sources=addresses[0],
                    destinations=addresses[1],
                    services=(wake.service,),
                    filter="",
                    nat=False,
                    origin=wake.origin,
                    why=wake.why,
                )
            )

    for source in zones.values():
        hubs = [item for item in others if item.is_hub] if source.kind == "hub" else []
        mine, theirs = _named([here], source.name), _named(hubs, source.name)
        for target in zones.values():
            ends = source.name, target.name
            asleep = _named([here], target.name, asleep=True)
            if source.name != target.name:
                add(0, ends, ends, (mine, asleep))
            if source.kind == "hub" and here.is_hub:
                add(1, ends, (source.name, overlay), (mine, _named(others, target.name, asleep=True)))
            add(2, ends, (overlay, target.name), (theirs, asleep))
    return found


def _named(sites: Iterable[SiteAddresses], zone: str, *, asleep: bool = False) -> Addresses:
    return tuple(
        pair
        for site in sites
        for item in (site.woken if asleep else site.wakers)
        if item.zone == zone
        for pair in named(f"{site.code}-{'wake' if asleep else zone}", item.prefixes)
    )
