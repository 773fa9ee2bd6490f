"""A protection that the box cannot give.

What it catches: isolated or authenticated sockets, the security or isolation of a WLAN, and the web filter of
    users, on hardware whose platform lacks it or for which netgen does not render it yet.
Why it matters in a school: the standard says that two devices cannot talk, and on this box they could.
Example: a role with `isolate: true` on a switch of arista_eos
How to fix: use hardware that can, move the sockets, or change the standard openly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from netgen.checks.device_kinds import device_kind
from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.checks.trust_facts import BY_PHASE
from netgen.intent import PolicyRule, PortRole
from netgen.intent.ipv6_addresses import routed_segments6
from netgen.values import object_path

#: What the inventory calls a WLAN's security, and the platform feature that it needs.
WLAN_FEATURES = {
    "wpa3-enterprise": "wlan-wpa3-enterprise",
    "wpa3-enterprise-transition": "wlan-transition",
    "wpa2-enterprise": "wlan-wpa3-enterprise",
    "wpa3-personal": "wlan-personal",
    "wpa3-personal-transition": "wlan-transition",
    "wpa2-personal": "wlan-personal",
    "enhanced-open": "wlan-enhanced-open",
}


def find_missing_protection(site: SiteFacts) -> Iterator[Finding]:
    """One finding for each range of sockets or WLAN."""
    yield from _sockets(site)
    yield from _wlans(site)
    yield from _filter(site)
    yield from _firewall(site)
    yield from _core(site)


def _core(site: SiteFacts) -> Iterator[Finding]:
    """A core switch that would have to route IPv6 and cannot."""
    if not routed_segments6(site.of_trust.intent, site.name):
        return
    for switch in sorted({cable.far.switch for cable in site.firewall_cables}):
        hardware = site.switches.get(switch)
        why = site.of_trust.lacks.get(hardware.platform, {}).get("ipv6") if hardware else None
        if hardware is not None and why is not None:
            message = f"the core switch cannot carry IPv6 on {hardware.platform}"
            yield Finding(site.switch_path(switch), message, f"use another switch: {why[:160]}")


def _firewall(site: SiteFacts) -> Iterator[Finding]:
    """What the firewall cannot look for, time or hold apart although the standard or the school asks for it."""
    if site.firewall is None or site.firewall.kind != "firewall":
        return
    platform = site.firewall.platform
    lacks = {**site.of_trust.cannot.get(platform, {}), **site.of_trust.lacks.get(platform, {})}
    path = object_path(site.path, "firewall", "model")
    for feature, why in lacks.items():
        words, is_asked = _OF_FIREWALLS.get(feature, ("", None))
        if is_asked is not None and is_asked(site):
            message = f"the firewall cannot {words} on {platform}"
            yield Finding(path, message, f"use another firewall: {why[:160]}")


def _zones(site: SiteFacts) -> set[str]:
    return {segment.zone for segment in site.segments.values()}


def _feeds(site: SiteFacts, what: str) -> bool:
    return any(feed.what == what for feed in site.of_trust.standard.protection.threat_feeds.values())


def _blocks_countries(site: SiteFacts) -> bool:
    geo = site.of_trust.standard.protection.geo
    return bool(geo.deny or (geo.inbound_only_from and site.site.publish))


def _has_bgp(site: SiteFacts) -> bool:
    vpn = site.of_trust.trust.vpn
    return vpn.routing == "bgp" and site.name not in vpn.static_sites


def _serves(site: SiteFacts, what: str) -> bool:
    return any(what in segment.firewall_serves for segment in site.segments.values())


def _has_rule(site: SiteFacts, is_meant: Callable[[PolicyRule], object]) -> bool:
    """A rule of this kind about a zone that the school has."""
    here = _zones(site)
    return any(is_meant(rule) and here.intersection(rule.from_) for rule in site.of_trust.standard.policy)


def _serves_breakout(site: SiteFacts) -> bool:
    return site.is_hub and any(item.breakout != "local" for item in site.of_trust.sites)


def _inspects(site: SiteFacts) -> bool:
    """A filter of this school's own firewall inspects."""
    here, filters = _zones(site), site.of_trust.standard.filters
    for rule in site.of_trust.standard.policy:
        if rule.filter and site.site.upstream_filter is None:
            by_phase = [site.archetype.filters.get(zone, "") for zone in here.intersection(rule.from_)]
            names = by_phase if rule.filter == BY_PHASE else [rule.filter] if by_phase else []
            if any(name in filters and filters[name].inspect for name in names):
                return True
    return False


def _remote_groups(site: SiteFacts) -> int:
    """How many groups come in from elsewhere at this site."""
    asked = site.of_trust.trust.remote_access
    return len(asked.groups) if asked is not None and site.name in asked.at else 0


#: Platform feature: in words, and whether the standard or the school asks for it. Only what a platform lacks is asked.
_OF_FIREWALLS: dict[str, tuple[str, Callable[[SiteFacts], bool]]] = {
    "ips": ("look for intrusions", lambda site: site.of_trust.standard.protection.ips),
    "antivirus": ("look for viruses", lambda site: site.of_trust.standard.protection.antivirus),
    "geo-block": ("tell countries apart", _blocks_countries),
    "feed-addresses": ("fetch lists of bad addresses", lambda site: _feeds(site, "addresses")),
    "feed-domains": ("fetch lists of bad domains", lambda site: _feeds(site, "domains")),
    "nat-one-to-one": ("translate old addresses one to one", lambda site: bool(site.site.legacy)),
    "bgp-overlay": ("speak BGP through its tunnels", _has_bgp),
    "bfd": (
        "watch its tunnels with BFD",
        lambda site: _has_bgp(site) and site.of_trust.trust.vpn.bfd is not None,
    ),
    "policy-schedule": (
        "bind rules to a schedule",
        lambda site: _has_rule(site, lambda rule: rule.when),
    ),
    "policy-users": (
        "tell people apart in rules",
        lambda site: _has_rule(site, lambda rule: rule.groups),
    ),
    "tls-inspection": ("inspect TLS", _inspects),
    "ntp-hierarchy": ("serve the time", lambda site: _serves(site, "time")),
    "dns-forwarding": ("answer for names", lambda site: _serves(site, "dns")),
    "ipv6": ("carry IPv6", lambda site: any(segment.ipv6 for segment in site.segments.values())),
    "publishing": ("publish services", lambda site: bool(site.site.publish)),
    "certificates": (
        "use certificates for tunnels",
        lambda site: site.of_trust.trust.vpn.certificate is not None,
    ),
    "tunnel-per-circuit": (
        "end a tunnel on every circuit",
        lambda site: site.of_trust.trust.vpn.over == "every-circuit" and len(site.site.circuits) > 1,
    ),
    "cloud-peers": ("end tunnels of partners", lambda site: bool(site.site.partners)),
    "remote-access": ("let people in from elsewhere", lambda site: _remote_groups(site) > 0),
    "remote-access-groups": ("keep groups of remote people apart", lambda site: _remote_groups(site) > 1),
    "hub-breakout": ("send traffic to the internet to a hub", lambda site: site.site.breakout != "local"),
    "hub-breakout-service": ("filter for schools that break out here", _serves_breakout),
    "wan-pppoe": (
        "log in by PPPoE",
        lambda site: any(item.address == "pppoe" for item in site.site.circuits.values()),
    ),
}


def _filter(site: SiteFacts) -> Iterator[Finding]:
    """A firewall that cannot hold back illegal content, where nothing else filters: no service, and no hub."""
    if site.firewall is None or site.firewall.kind != "firewall" or site.site.upstream_filter is not None:
        return
    if site.site.breakout == "hub":
        return
    platform = site.firewall.platform
    why = site.of_trust.lacks.get(platform, {}).get("web-filter")
    if why is not None and _has_rule(site, lambda rule: rule.filter):
        path = object_path(site.path, "firewall", "model")
        message = f"the way to the internet cannot be filtered on {platform}, and nothing else filters it"
        yield Finding(path, message, f"use another firewall, or record an upstream_filter: {why[:120]}")


def _sockets(site: SiteFacts) -> Iterator[Finding]:
    platform_of = {switch: hardware.platform for switch, hardware in site.switches.items() if hardware}
    found = {(sockets.role, platform_of.get(sockets.switch, "")) for sockets in site.sockets}
    for name, platform in sorted(found):
        role, lacks = site.of_trust.standard.roles.get(name), site.of_trust.lacks.get(platform, {})
        for feature, words in _wanted(site, role) if role is not None and lacks else ():
            if feature in lacks:
                message = f"sockets of role `{name}` cannot {words} on {platform}"
                for sockets in site.sockets:
                    if sockets.role == name and platform_of.get(sockets.switch) == platform:
                        yield Finding(sockets.path, message, f"use another switch or role: {lacks[feature]}")


def _wanted(site: SiteFacts, role: PortRole) -> Iterator[tuple[str, str]]:
    """(platform feature, what the socket could not do or be) of everything that the role asks for."""
    access = site.of_trust.standard.access
    if role.isolate:
        yield "isolate-ports", "be isolated"
    if role.access == "dot1x":
        yield "dot1x", "ask for a login (802.1X)"
    if role.access != "open":
        yield "mab", "ask RADIUS about hardware addresses (MAB)"
        if access.guest:
            yield "guest-vlan", "put unknown devices into the guest segment"
        if access.failed:
            yield "auth-fail-vlan", "put refused devices into a segment"
        if role.dynamic:
            yield "dynamic-vlan", "let RADIUS choose the segment"
    segment = site.segments.get(role.segment)
    if segment is not None and segment.guard and not role.trunk_wlans:
        yield "arp-inspection", "be guarded against false ARP"
    if segment is not None and segment.ipv6:
        yield "ra-guard", "be guarded against false IPv6 routers"


def _wlans(site: SiteFacts) -> Iterator[Finding]:
    points = site.site.access_points
    hardware = site.of_trust.catalogue.get(points.model) if points else None
    if hardware is None or device_kind(hardware) not in site.of_trust.platforms.get(hardware.platform, ()):
        return
    lacks = site.of_trust.lacks.get(hardware.platform, {})
    path = object_path(site.path, "access_points", "model")
    for name, wlan in site.wlans.items() if lacks else ():
        wanted = [WLAN_FEATURES[wlan.security]]
        wanted += ["wlan-isolation"] if wlan.isolate else []
        wanted += ["wlan-per-device-psk"] if wlan.per_device_psk else []
        wanted += ["wlan-portal"] if wlan.portal else []
        wanted += ["wlan-dynamic-vlan"] if wlan.dynamic_segments else []
        wanted += ["eduroam"] if wlan.federation else []
        for feature in wanted:
            if feature in lacks:
                message = f"WLAN `{name}` needs {feature}, which {hardware.platform} lacks"
                yield Finding(path, message, f"use other access points: {lacks[feature]}")
