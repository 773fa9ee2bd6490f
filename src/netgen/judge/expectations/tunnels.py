"""Tunnels of a site as planned (IKEv2, RFC 7296): peer, identities, key or certificate, algorithms, selectors."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from netgen.blueprint import TunnelPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.tunnel_vocabulary import (
    CHECKS_SUBJECT,
    IKE_ADDS_ROUTES,
    OPENS_TUNNELS_FOR_TRAFFIC,
    PHASE1,
    PHASE2,
    TELLS_TUNNEL_ADDRESS,
)
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedTunnel
from netgen.values import placeholder

TUNNEL = Rule("JDG501", "tunnel")
EXTRA = Rule("JDG502", "tunnel-not-planned")
_IKE_V2 = 2


def judge_tunnels(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a planned tunnel, one a firewall for tunnels nobody planned."""
    claims, extra = Claims(case, TUNNEL), Claims(case, EXTRA)
    ports = {item.name: item.interface for item in case.site.circuits}
    leased = {item.name for item in case.site.circuits if not item.ip}
    for plan, observed in case.of_kind("firewall"):
        for tunnel in case.site.tunnels:
            seen = find_tunnel(observed, tunnel)
            wrong = [f"{plan.hostname} has no tunnel {tunnel.name}"]
            if seen:
                meant = with_identity_of_plan(case, plan.platform, tunnel, seen)
                wrong = _differences(plan.platform, tunnel, meant, ports.get(tunnel.circuit, tunnel.circuit))
                wrong += _authentication(tunnel, meant) + _doubles(observed, seen)
                wrong += _told(plan.platform, tunnel, meant, dials=tunnel.circuit in leased)
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


def with_identity_of_plan(
    case: SiteCase, platform: str, plan: TunnelPlan, seen: ObservedTunnel
) -> ObservedTunnel:
    """The tunnel with the planned identity of its peer, where the text names the box by its one certificate."""
    box = next((item.code for item in case.trust.sites if item.site == plan.peer_site), "")
    if platform in CHECKS_SUBJECT and seen.certificate and box and seen.peer_id == box:
        return msgspec.structs.replace(seen, peer_id=plan.peer_id)
    return seen


def _authentication(plan: TunnelPlan, seen: ObservedTunnel) -> list[str]:
    """How the ends prove who they are: by the planned certificates alone, or by the planned key alone."""
    if not plan.certificate:
        wrong = [] if seen.psk == placeholder(plan.psk) else [f"the key is not {plan.psk}"]
        return wrong + ([f"it shows the certificate {seen.certificate}"] if seen.certificate else [])
    # A key in the text may be one in clear: never shown.
    wrong = ["a key stands beside the certificate"] if seen.psk else []
    if seen.certificate != plan.certificate:
        wrong.append(f"its certificate is {seen.certificate or 'none'}, not {plan.certificate}")
    if seen.ca != plan.ca:
        wrong.append(f"it believes certificates of {seen.ca or 'anyone'}, not of {plan.ca}")
    if not seen.checks_identity:
        wrong.append("a certificate of the authority is enough, whoever it was given to")
    return wrong


def _doubles(observed: Observed, seen: ObservedTunnel) -> list[str]:
    """Other tunnels that take the same peer for theirs: nothing but its identity tells peers without address apart."""
    return [
        f"its peer cannot be told from that of {other.name}"
        for other in observed.tunnels
        if other.name != seen.name
        and (other.dynamic, other.interface, other.peer_id) == (True, seen.interface, seen.peer_id)
        and seen.dynamic
    ]


def _differences(platform: str, plan: TunnelPlan, seen: ObservedTunnel, port: str) -> list[str]:
    phase1 = PHASE1.get(platform, {}).get((plan.encryption, plan.prf), f"{plan.encryption}-{plan.prf}")
    phase2 = PHASE2.get(platform, {}).get(plan.encryption, plan.encryption)
    group = str(plan.dh_group)
    is_static = plan.routing == "static"
    compared: list[tuple[str, object, object]] = [
        ("IKE version", seen.ike_version, _IKE_V2),
        ("interface", seen.interface, port),
        ("own identity", seen.local_id, plan.local_id),
        ("peer identity", seen.peer_id, plan.peer_id),
        ("phase 1", seen.phase1, (phase1,)),
        ("phase 2", seen.phase2, (phase2,)),
        ("DH group", seen.dh_groups, (group,)),
        ("PFS group", seen.pfs_groups, (group,)),
        ("local selector", seen.local_prefix, str(plan.local_selector)),
        ("remote selector", seen.remote_prefix, str(plan.remote_selector)),
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
    if not seen.dpd:
        wrong.append("a dead peer is not noticed (no DPD)")
    elif not seen.dpd_idle:
        wrong.append("a dead peer is noticed only when there is traffic")
    if platform in IKE_ADDS_ROUTES and seen.adds_routes != (is_static and not plan.remote):
        wrong.append(f"IKE {'adds' if seen.adds_routes else 'does not add'} routes to what the peer has")
    if plan.remote and not seen.initiates and platform not in OPENS_TUNNELS_FOR_TRAFFIC:
        wrong.append("the tunnel waits for traffic before it comes up")
    if plan.remote and seen.answers_only:
        wrong.append("the tunnel waits for its peer to open it")
    return wrong


def _told(platform: str, plan: TunnelPlan, seen: ObservedTunnel, *, dials: bool) -> list[str]:
    """Where one end dials the other, nothing but IKE can tell the hub which tunnel leads to a neighbour."""
    wanted = plan.routing != "static" and (dials or not plan.remote)
    if platform not in TELLS_TUNNEL_ADDRESS or seen.tells_address == wanted:
        return []
    told = "is" if seen.tells_address else "is not"
    return [f"the peer {told} told the address in the tunnel"]


def _word(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(str(item) for item in value) or "nothing"
    return str(value) or "nothing"
