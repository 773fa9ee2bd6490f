"""Tunnels of a site as planned (IKEv2, RFC 7296): peer, identities, key reference, algorithms, selectors."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import TunnelPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.verdict import Rule, Verdict
from netgen.judge.vocabulary import PHASE1, PHASE2
from netgen.readback import Observed, ObservedTunnel
from netgen.values import placeholder

TUNNEL = Rule("JDG501", "tunnel")
EXTRA = Rule("JDG502", "tunnel-not-planned")
_IKE_V2 = 2


def judge_tunnels(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a planned tunnel, one a firewall for tunnels nobody planned."""
    claims, extra = Claims(case, TUNNEL), Claims(case, EXTRA)
    ports = {item.name: item.interface for item in case.site.circuits}
    for plan, observed in case.of_kind("firewall"):
        for tunnel in case.site.tunnels:
            seen = find_tunnel(observed, tunnel)
            wrong = [f"{plan.hostname} has no tunnel {tunnel.name}"]
            if seen:
                wrong = _differences(plan.platform, tunnel, seen, ports.get(tunnel.circuit, tunnel.circuit))
            yield claims.decide(
                f"{plan.hostname}:{tunnel.name}",
                wrong,
                f"tunnel {tunnel.name} to {tunnel.peer_site} is as planned",
                device=plan.hostname,
                lines=[seen.line] if seen else [],
                origin=tunnel.origin,
            )
        planned = {tunnel.name for tunnel in case.site.tunnels}
        others = [tunnel for tunnel in observed.tunnels if tunnel.name not in planned]
        yield extra.decide(
            plan.hostname,
            [f"tunnel {tunnel.name} to {tunnel.remote or 'anyone'} is not planned" for tunnel in others],
            f"{plan.hostname} has no other tunnel",
            device=plan.hostname,
            lines=[tunnel.line for tunnel in others],
            origin=plan.origin,
        )


def find_tunnel(observed: Observed, plan: TunnelPlan) -> ObservedTunnel | None:
    """The tunnel of a text that a plan is about."""
    return next((item for item in observed.tunnels if item.name == plan.name), None)


def _differences(platform: str, plan: TunnelPlan, seen: ObservedTunnel, port: str) -> list[str]:
    phase1 = PHASE1.get(platform, {}).get((plan.encryption, plan.prf), f"{plan.encryption}-{plan.prf}")
    phase2 = PHASE2.get(platform, {}).get(plan.encryption, plan.encryption)
    group = str(plan.dh_group)
    compared: list[tuple[str, object, object]] = [
        ("IKE version", seen.ike_version, _IKE_V2),
        ("interface", seen.interface, port),
        ("own identity", seen.local_id, plan.local_id),
        ("peer identity", seen.peer_id, plan.peer_id),
        ("phase 1", seen.phase1, (phase1,)),
        ("phase 2", seen.phase2, (phase2,)),
        ("DH group", seen.dh_groups, (group,)),
        ("PFS group", seen.pfs_groups, (group,)),
        ("local selector", seen.local_prefix, str(plan.local_prefix)),
        ("remote selector", seen.remote_prefix, str(plan.remote_prefix)),
    ]
    wrong = [
        f"{what} is {_word(found)}, not {_word(wanted)}"
        for what, found, wanted in compared
        if found != wanted
    ]
    if plan.remote and (seen.dynamic or seen.remote != plan.remote):
        wrong.append(f"the peer is {seen.remote or 'anyone'}, not {plan.remote}")
    if not plan.remote and not seen.dynamic:
        wrong.append(f"the peer is {seen.remote}, and its address is not known beforehand")
    if seen.psk != placeholder(plan.psk):
        wrong.append(f"the key is not {plan.psk}")
    if not seen.dpd:
        wrong.append("a dead peer is not noticed (no DPD)")
    elif not seen.dpd_idle:
        wrong.append("a dead peer is noticed only when there is traffic")
    if seen.adds_routes == bool(plan.remote):
        wrong.append(f"IKE {'adds' if seen.adds_routes else 'does not add'} routes to what the peer has")
    if plan.remote and not seen.initiates:
        wrong.append("the tunnel waits for traffic before it comes up")
    return wrong


def _word(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(str(item) for item in value) or "nothing"
    return str(value) or "nothing"
