"""Who may use a socket: 802.1X and MAC authentication as planned, nowhere more and nowhere less."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import DevicePlan, PortPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict
from netgen.judge.wired_vocabulary import (
    ADMITS,
    ADMITS_PHONE,
    ALWAYS_DYNAMIC,
    ONE_REFUSED_VLAN,
    ONE_REFUSED_WITHOUT_LOGIN,
    REFUSED_BECOME_UNKNOWN,
)
from netgen.readback import Observed, ObservedPort

SOCKET = Rule("JDG230", "network-access")
SERVERS = Rule("JDG231", "network-access-servers")
OPEN = Rule("JDG232", "network-access-not-planned")


def judge_network_access(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a socket where devices log in, one a switch for the others, one for its servers."""
    claims = Claims(case, SOCKET)
    for plan, observed in case.of_kind("switch"):
        found = {port.name.casefold(): port for port in observed.ports}
        planned = [port for port in plan.ports if port.use.access != "open"]
        for port in planned:
            seen = found.get(port.interface.casefold())
            wrong = (
                [f"{port.interface} is not in the text"] if seen is None else _socket(case, plan, port, seen)
            )
            yield claims.decide(
                f"{plan.hostname}:{port.interface}",
                wrong,
                f"devices log in at {port.interface} as planned ({port.use.access})",
                device=plan.hostname,
                lines=[seen.line] if seen else [],
                origin=port.origin,
            )
        yield _strangers(case, plan, observed, {port.interface.casefold() for port in planned})
        if planned:
            yield _servers(case, plan, observed)


def _socket(case: SiteCase, plan: DevicePlan, port: PortPlan, seen: ObservedPort) -> list[str]:
    asked, access = port.use.access, case.site.access
    wrong = []
    if not seen.mab:
        wrong.append(f"{seen.name} does not ask RADIUS about hardware addresses")
    if seen.dot1x != (asked == "dot1x"):
        wrong.append(f"{seen.name} {'asks' if seen.dot1x else 'does not ask'} for 802.1X")
    if seen.admits not in (ADMITS_PHONE if port.voice else ADMITS):
        wrong.append(f"{seen.name} admits {seen.admits or 'anybody'}")
    guest, failed = access.guest_vlan, access.failed_vlan
    if plan.platform in ONE_REFUSED_VLAN or (asked == "mab" and plan.platform in ONE_REFUSED_WITHOUT_LOGIN):
        guest = failed = guest or failed
    if plan.platform in REFUSED_BECOME_UNKNOWN:
        failed = failed or guest
    for what, vlan, is_seen in (("unknown", guest, seen.guest_vlan), ("refused", failed, seen.failed_vlan)):
        if is_seen != vlan:
            wrong.append(
                f"{what} devices at {seen.name} enter VLAN {is_seen or 'none'}, not {vlan or 'none'}"
            )
    if seen.critical != access.critical:
        entered = f"{seen.critical or 'unsaid'} {seen.critical_vlan or ''}".strip()
        wrong.append(f"while no server answers {seen.name} is {entered}, not {access.critical}")
    if seen.dynamic_vlan != bool(port.use.dynamic) and plan.platform not in ALWAYS_DYNAMIC:
        wrong.append(f"RADIUS may {'' if seen.dynamic_vlan else 'not '}choose the VLAN of {seen.name}")
    elif port.use.dynamic and not seen.dynamic_vlan:
        wrong.append(f"RADIUS may not choose the VLAN of {seen.name}")
    if seen.reauthenticate_s != access.reauthenticate_s:
        wrong.append(
            f"devices at {seen.name} log in again after {seen.reauthenticate_s or 'unending'} seconds,"
            f" not {access.reauthenticate_s}"
        )
    return wrong


def _strangers(case: SiteCase, plan: DevicePlan, observed: Observed, planned: set[str]) -> Verdict:
    others = [
        port for port in observed.ports if (port.dot1x or port.mab) and port.name.casefold() not in planned
    ]
    wrong = [f"{port.name} asks devices to log in, which nobody planned" for port in others]
    if not planned and observed.access.coa:
        wrong.append(f"{', '.join(observed.access.coa)} may change sessions, and no device logs in")
    return Claims(case, OPEN).decide(
        plan.hostname,
        wrong,
        f"no other socket of {plan.hostname} asks devices to log in",
        device=plan.hostname,
        lines=[port.line for port in others],
        origin=plan.origin,
    )


def _servers(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    access, asked = observed.access, case.site.access
    hosts = tuple(item.host for item in case.trust.management.radius)
    wrong = (
        [] if access.enabled else [f"{plan.hostname} authenticates nobody: it is off for the whole switch"]
    )
    if access.servers != hosts:
        wrong.append(
            f"devices are looked up at {', '.join(access.servers) or 'nobody'}, not {', '.join(hosts)}"
        )
    if set(access.coa) != set(hosts):
        wrong.append(f"{', '.join(access.coa) or 'nobody'} may change sessions, not {', '.join(hosts)}")
    if not access.detects_dead:
        wrong.append("a silent RADIUS server is not noticed")
    elif access.dead_s != asked.dead_s:
        wrong.append(f"a silent RADIUS server is left alone for {access.dead_s} seconds, not {asked.dead_s}")
    if not access.accounts:
        wrong.append("RADIUS is not told who came and went")
    elif access.interim_s != asked.interim_s:
        wrong.append(f"RADIUS is told of sessions every {access.interim_s} seconds, not {asked.interim_s}")
    return Claims(case, SERVERS).decide(
        plan.hostname,
        wrong,
        f"{plan.hostname} asks the planned RADIUS servers about devices",
        device=plan.hostname,
        lines=[access.line] if access.line else [],
        origin=asked.origin,
    )
