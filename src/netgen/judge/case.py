"""One site as it comes to judgement: what was decided, what the texts say, and where they lie.

Reads: SitePlan, TrustPlan, texts. An expectation is a function from a SiteCase to verdicts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from netgen.blueprint import (
    CircuitPlan,
    DevicePlan,
    LegacyPlan,
    RemoteGroupPlan,
    SegmentPlan,
    SiteAddresses,
    SitePlan,
    TransitPlan,
    TrustPlan,
    ZonePlan,
)
from netgen.judge.header_space import addresses_of, read_range, subtract, union
from netgen.judge.switch_vocabulary import EDGE_FILTERS
from netgen.judge.verdict import Rule, Status, Verdict
from netgen.readback import Observed, ObservedInterface, ObservedRemote, can_read, read
from netgen.values import Prefix


class SiteCase:
    """A site's plan beside its observed texts.

    `texts` are by host name; `files` say where each text lies (the host name where it is absent).
    """

    def __init__(
        self,
        trust: TrustPlan,
        site: SitePlan,
        texts: Mapping[str, str],
        files: Mapping[str, str] | None = None,
        observed: dict[str, Observed] | None = None,
    ) -> None:
        """Take a site's plan and texts; they are read when first asked for, unless `observed` is given."""
        self._given = observed
        self.trust = trust
        self.site = site
        self.texts = texts
        self._files = files or {}
        self.plans = {plan.hostname: plan for plan in site.devices}

    @cached_property
    def observed(self) -> dict[str, Observed]:
        """What each planned device's text says, where its platform has a reader."""
        if self._given is not None:
            return self._given
        return {
            name: read(plan.platform, self.texts[name])
            for name, plan in self.plans.items()
            if name in self.texts and can_read(plan.platform)
        }

    @cached_property
    def standby(self) -> Observed | None:
        """What the text of the firewall that stands by says; None where there is no such text, or none is planned."""
        pair = self.site.firewall_pair
        if pair is None or pair.one_box or pair.first not in self.plans or pair.standby not in self.texts:
            return None
        platform = self.plans[pair.first].platform
        return read(platform, self.texts[pair.standby]) if can_read(platform) else None

    @property
    def unplanned(self) -> list[str]:
        """Names that have a text and are no device of the plan, nor the firewall that stands by for one."""
        pair = self.site.firewall_pair
        known = {pair.standby} if pair and not pair.one_box else set()
        return sorted(self.texts.keys() - self.plans.keys() - known)

    def of_kind(self, *kinds: str) -> Iterator[tuple[DevicePlan, Observed]]:
        """Planned devices of these kinds that could be read, with what was read."""
        for name, plan in self.plans.items():
            if plan.kind in kinds and name in self.observed:
                yield plan, self.observed[name]

    def wireless(self) -> Iterator[tuple[DevicePlan, Observed]]:
        """The boxes that are configured for the site's access points, with what was read."""
        firewalls = ("firewall",) if self.site.wlan_control == "firewall" else ()
        yield from self.of_kind(*WIRELESS_KINDS, *firewalls)

    def home_of(self, plan: DevicePlan) -> SegmentPlan | None:
        """The segment where a device has its own address: boxes for access points are among these."""
        own = next((segment for segment in self.site.segments if segment.access_points), None)
        return own if own and plan.kind in WIRELESS_KINDS else self.management_segment

    def place(self, device: str, *lines: int) -> tuple[str, ...]:
        """Lines of a device's text as `file:line`; a fact without a line gives the file."""
        file = self._files.get(device, device)
        return tuple(f"{file}:{line}" if line else file for line in dict.fromkeys(lines))

    @cached_property
    def zones(self) -> dict[str, ZonePlan]:
        """Zones of the matrix by name."""
        return {zone.name: zone for zone in self.trust.zones}

    @cached_property
    def breakout(self) -> str:
        """Where the site's traffic to the internet leaves: local | hub | hub-or-local."""
        return next((item.breakout for item in self.trust.sites if item.site == self.site.site), "local")

    @cached_property
    def guests(self) -> tuple[SiteAddresses, ...]:
        """Sites whose traffic to the internet is filtered and leaves here: at a hub, those that break out at hubs."""
        away = (item for item in self.trust.sites if item.breakout != "local")
        return tuple(item for item in away if item.site != self.site.site) if self.site.is_hub else ()

    @cached_property
    def internet(self) -> str:
        """The name of the zone of kind internet."""
        return next((zone.name for zone in self.trust.zones if zone.kind == "internet"), "internet")

    @cached_property
    def segment_by_vlan(self) -> dict[int, SegmentPlan]:
        """Segments of the site by VLAN."""
        return {segment.vlan: segment for segment in self.site.segments}

    @cached_property
    def transit_by_vlan(self) -> dict[int, TransitPlan]:
        """Transits of the site by VLAN; none in a collapsed site."""
        return {transit.vlan: transit for transit in self.site.transits}

    @cached_property
    def circuit_by_interface(self) -> dict[str, CircuitPlan]:
        """Circuits by the firewall port they end on."""
        return {circuit.interface: circuit for circuit in self.site.circuits}

    @cached_property
    def remote_group_by_interface(self) -> dict[str, RemoteGroupPlan]:
        """Planned groups of remote people by the interface where a text lets them in."""
        found: dict[str, RemoteGroupPlan] = {}
        for _, observed in self.of_kind("firewall"):
            found.update(
                (door.interface, plan) for door, plan in self.doors(observed) if plan and door.interface
            )
        return found

    def doors(self, observed: Observed) -> list[tuple[ObservedRemote, RemoteGroupPlan | None]]:
        """Each door of a text with its planned group: that of its addresses, or else of the people it lets in."""
        groups = self.site.remote.groups if self.site.remote else ()
        found = [
            (door, next((item for item in groups if _is_inside(door, item)), None))
            for door in observed.remotes
        ]
        taken = {plan.name for _, plan in found if plan}
        return [
            (
                door,
                plan
                or next(
                    (item for item in groups if (item.name,) == door.groups and item.name not in taken), None
                ),
            )
            for door, plan in found
        ]

    @cached_property
    def management_segment(self) -> SegmentPlan | None:
        """The segment where devices have their own address."""
        return next((segment for segment in self.site.segments if segment.management), None)

    @cached_property
    def access_point_ports(self) -> frozenset[tuple[str, str]]:
        """(switch, interface) of every access point."""
        return frozenset((point.switch, point.interface.casefold()) for point in self.site.access_points)

    def is_edge_filter(self, device: str, name: str) -> bool:
        """True if a packet filter of a device stops foreign DHCP servers and nothing else."""
        found = [acl.entries for acl in self.observed[device].acls if acl.name == name]
        return len(found) == 1 and found[0] in EDGE_FILTERS

    @cached_property
    def addresses(self) -> SiteAddresses | None:
        """The entry of this site in the trust's address plan."""
        return next((item for item in self.trust.sites if item.site == self.site.site), None)

    def local_prefixes(self, zone: str) -> tuple[Prefix, ...]:
        """The subnets of a zone at this site as its hosts have them, from the trust's address plan."""
        return self.addresses.own_prefixes(zone) if self.addresses else ()

    @property
    def legacy(self) -> tuple[LegacyPlan, ...]:
        """The segments of this site whose hosts still have other addresses than the trust knows."""
        return self.addresses.legacy if self.addresses else ()

    def remote_prefixes(self, zone: str) -> tuple[Prefix, ...]:
        """The subnets of a zone at all other sites, as these show them."""
        return tuple(
            prefix
            for addresses in self.trust.sites
            if addresses.site != self.site.site
            for prefix in addresses.prefixes(zone)
        )

    def zone_of_interface(self, interface: ObservedInterface) -> str:
        """The zone an observed firewall interface belongs to by what it is; "" when it is not planned."""
        if interface.kind == "vlan":
            if interface.vlan in self.transit_by_vlan:
                return self.transit_by_vlan[interface.vlan].zone
            segment = self.segment_by_vlan.get(interface.vlan)
            return segment.zone if segment and segment.gateway_on == "firewall" else ""
        if interface.kind == "tunnel":
            group = self.remote_group_by_interface.get(interface.name)
            tunnels = (item.zone for item in self.site.tunnels if item.name == interface.name)
            return group.zone if group else next(tunnels, "")
        return self.internet if interface.name in self.circuit_by_interface else ""


def _is_inside(door: ObservedRemote, group: RemoteGroupPlan) -> bool:
    """True if all addresses that a door gives out are of a group's window."""
    given = union(span for text in door.pools for span in read_range(text))
    return bool(given) and not subtract(given, addresses_of([group.pool]))


#: Kinds of box that exist for access points alone.
WIRELESS_KINDS = ("wlan", "controller", "access-point")

#: Zone name of everything behind the tunnels, as in PolicyPlan.
OVERLAY = "overlay"

Expectation = Callable[[SiteCase], Iterable[Verdict]]


class Claims:
    """Makes the verdicts of one rule at one site, so that an expectation says only what is particular."""

    def __init__(self, case: SiteCase, rule: Rule, engine: str = "embedded") -> None:
        """Verdicts of `rule` about the site of `case`, decided by `engine`."""
        self._case = case
        self._rule = rule
        self._engine = engine
        self._prefix = f"{case.site.site}/{rule.name}/"

    def decide(
        self,
        subject: str,
        objections: tuple[str, ...] | list[str],
        claim: str,
        *,
        device: str = "",
        lines: Iterable[int] = (),
        origin: str = "",
        witnesses: Iterable[str] = (),
    ) -> Verdict:
        """Pass when there is no objection; else fail, the objections joined as the message."""
        return Verdict(
            self._prefix + subject,
            self._rule,
            Status.FAIL if objections else Status.PASS,
            self._case.site.site,
            device,
            "; ".join(objections) if objections else claim,
            tuple(witnesses) if objections else (),
            self._case.place(device, *lines) if device else (),
            origin,
            self._engine,
        )

    def attested(self, subject: str, words: str, *, device: str = "", origin: str = "") -> Verdict:
        """A claim that no text can show and that somebody answers for."""
        site = self._case.site.site
        return Verdict(
            self._prefix + subject,
            self._rule,
            Status.ATTESTED,
            site,
            device,
            words,
            origin=origin,
            engine=self._engine,
        )

    def undecided(
        self, subject: str, why: str, *, device: str = "", lines: Iterable[int] = (), origin: str = ""
    ) -> Verdict:
        """A claim that the evidence does not settle."""
        places = self._case.place(device, *lines) if device else ()
        site = self._case.site.site
        status = Status.NOT_DECIDED
        return Verdict(
            self._prefix + subject, self._rule, status, site, device, why, (), places, origin, self._engine
        )
