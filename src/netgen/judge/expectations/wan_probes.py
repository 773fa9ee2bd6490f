"""A circuit that leads nowhere gives up its default route: each is watched as planned, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import CircuitPlan, ProbePlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.expectations.firewall_routes import ranks_of_circuits
from netgen.judge.firewall_vocabulary import LEAST_LOST_PINGS, OWN_SESSIONS_IN_RULES
from netgen.judge.header_space import (
    PROTOCOLS,
    Region,
    addresses_of,
    describe,
    read_prefixes,
    remainder,
    service,
    union,
)
from netgen.judge.intended_space import ECHO_REQUEST
from netgen.judge.not_in_text import NOT_IN_TEXT
from netgen.judge.policy_space import FirewallView, passing
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedProbe
from netgen.values import Prefix

PROBE = Rule("JDG424", "wan-probe")
_DEFAULT = "0.0.0.0/0"
_ECHO = service(PROTOCOLS["icmp"], ECHO_REQUEST, ECHO_REQUEST)


def judge_wan_probes(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a circuit, one a firewall for all else it watches; none where nothing is planned or there."""
    claims, wanted = Claims(case, PROBE), case.trust.probe
    for plan, observed in case.of_kind("firewall"):
        unsaid = NOT_IN_TEXT.get(plan.platform, {})
        rest = list(observed.probes)
        for circuit in case.site.circuits if wanted else ():
            seen = [item for item in rest if _is_about(item, circuit)]
            if wanted is None or (not seen and _is_unsayable(unsaid, circuit, case.site.circuits)):
                continue
            rest = [item for item in rest if item not in seen]
            wrong = [] if seen else [f"{circuit.interface} is not watched"]
            if len(seen) > 1:
                # Each of them alone would give up the route.
                wrong.append(f"{circuit.interface} is watched by {len(seen)} probes")
            ranks = ranks_of_circuits(case, observed)
            for item in seen:
                wrong += _settings(plan.platform, wanted, item)
                wrong += _routes(circuit, case.site.circuits, ranks, item)
                wrong += _refused(case, plan.platform, observed, circuit, item)
            yield claims.decide(
                f"{plan.hostname}:{circuit.interface}",
                wrong,
                f"{circuit.interface} is left after {wanted.fail_after} lost pings",
                device=plan.hostname,
                lines=[item.line for item in seen],
                origin=circuit.origin,
            )
        if wanted or rest:
            yield claims.decide(
                plan.hostname,
                [f"{item.name} watches {item.interface or item.gateway}, not planned" for item in rest],
                f"{plan.hostname} watches nothing else",
                device=plan.hostname,
                lines=[item.line for item in rest],
                origin=plan.origin,
            )


def _is_about(probe: ObservedProbe, circuit: CircuitPlan) -> bool:
    """True if a probe names a circuit's port, or its gateway where it names no port."""
    if probe.interface:
        return probe.interface == circuit.interface
    return bool(circuit.gateway) and probe.gateway == circuit.gateway


def _is_unsayable(unsaid: dict[str, str], circuit: CircuitPlan, circuits: tuple[CircuitPlan, ...]) -> bool:
    """True if a platform cannot watch a circuit: its gateway is in no text, or so is that of one before it."""
    if circuit.address != "static":
        return "probe-of-lease" in unsaid
    leased = [item for item in circuits if item.address != "static" and item.priority < circuit.priority]
    return bool(leased) and "probe-after-lease" in unsaid


def _settings(platform: str, wanted: ProbePlan, seen: ObservedProbe) -> list[str]:
    """How the pings differ from the planned ones."""
    lost = max(wanted.fail_after, LEAST_LOST_PINGS.get(platform, 0))
    targets = " ".join(sorted(wanted.targets))
    compared: list[tuple[str, object, object]] = [
        ("kind of probe", seen.kind, "ping"),
        ("targets", " ".join(sorted(seen.targets)) or "none", targets),
        ("time between pings in ms", seen.interval_ms, 1000 * wanted.interval_s),
        ("lost pings that decide", seen.fail_after or "none", lost),
    ]
    if seen.recover_after:
        compared.append(("answers that decide", seen.recover_after, wanted.recover_after))
    elif "probe-recovery" not in NOT_IN_TEXT.get(platform, {}):
        minutes = -(-wanted.recover_after * wanted.interval_s // 60)
        compared.append(("seconds until it is used again", seen.hold_s, 60 * minutes))
    wrong = [f"{what}: {found}, not {right}" for what, found, right in compared if found != right]
    if seen.pause_s > wanted.interval_s:
        wrong.append(f"nothing is sent for {seen.pause_s} s between two series")
    if not seen.any_answer and len(wanted.targets) > 1:
        wrong.append("one lost target is enough, though another answers")
    return wrong


def _routes(
    circuit: CircuitPlan,
    circuits: tuple[CircuitPlan, ...],
    ranks: dict[str, tuple[int, int]],
    seen: ObservedProbe,
) -> list[str]:
    """What is wrong with the routes that go, and with what takes their place."""
    wrong = [] if _DEFAULT in seen.gives_up else ["the default route stays when all pings are lost"]
    wrong += [f"the route to {prefix} goes too" for prefix in seen.gives_up if prefix != _DEFAULT]
    if seen.gateway and seen.gateway != circuit.gateway:
        wrong.append(
            f"the pings go by {seen.gateway}, not by {circuit.gateway or 'the gateway of the lease'}"
        )
    others = [item for item in circuits if item.name != circuit.name]
    following = next((item.gateway for item in sorted(others, key=lambda item: item.priority)), "")
    if seen.instead and seen.instead != following:
        wrong.append(f"{seen.instead} takes its place, not {following or 'the next circuit'}")
    beaten = [item.name for item in others if item.name in ranks and ranks[item.name] >= (seen.stays, 0)]
    if seen.stays and beaten:
        wrong.append(f"a route by the same gateway stays and is used before {', '.join(beaten)}")
    return wrong


def _refused(
    case: SiteCase, platform: str, observed: Observed, circuit: CircuitPlan, seen: ObservedProbe
) -> list[str]:
    """Pings that the rules stop, where the box's own sessions go through them too: all targets would be lost."""
    inside = [item for item in observed.zones if circuit.interface in item.members]
    if platform not in OWN_SESSIONS_IN_RULES or any(item.intrazone for item in inside) or not circuit.ip:
        return []
    rules = (*observed.policies, *observed.local_out)
    effects = FirewallView(case, observed, rules).effects(circuit.interface, circuit.interface)
    # A rule by application is certain of no packet, so what it may let pass counts where all of it is known.
    known = {item.name for item in observed.services if item.any_ or item.flows}
    allowed = [
        region
        for region, rule in passing(effects).possible
        if set(rule.services) <= known and not rule.conditions and not rule.negated
    ]
    own = addresses_of([Prefix.parse(f"{circuit.ip}/32")])
    targets, _ = read_prefixes(f"{target}/32" for target in seen.targets)
    needed = Region(own, addresses_of(targets), union([_ECHO]))
    lost = remainder([needed], allowed)
    return [f"the rules refuse its pings: {describe(lost[0])}"] if lost else []
