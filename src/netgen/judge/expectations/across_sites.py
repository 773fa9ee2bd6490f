"""What only the whole trust can show: both ends of a tunnel agree, and no address is used twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from netgen.blueprint import TunnelPlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.expectations.tunnels import find_tunnel, with_identity_of_plan
from netgen.judge.tunnel_vocabulary import PHASE1, PHASE2
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedTunnel

PAIR = Rule("JDG510", "tunnel-pair")
DUPLICATE = Rule("JDG320", "address-used-once")


def judge_tunnel_pairs(cases: Sequence[SiteCase]) -> Iterator[Verdict]:
    """For each planned tunnel with both ends at hand: keys, identities and selectors mirror each other."""
    ends: dict[tuple[str, str], list[tuple[SiteCase, str, ObservedTunnel]]] = {}
    for case in cases:
        for plan, observed in case.of_kind("firewall"):
            for tunnel in case.site.tunnels:
                seen = _in_model_words(case, plan.platform, tunnel, observed)
                if seen:
                    key = (tunnel.local_id, tunnel.peer_id)
                    ends.setdefault(key, []).append((case, plan.hostname, seen))
    judged = {case.site.site for case in cases}
    for case in cases:
        claims = Claims(case, PAIR)
        for plan, observed in case.of_kind("firewall"):
            for tunnel in case.site.tunnels:
                if tunnel.peer_site not in judged:
                    continue
                mine = _in_model_words(case, plan.platform, tunnel, observed)
                theirs = ends.get((tunnel.peer_id, tunnel.local_id), [])
                wrong = [] if mine and theirs else [f"{tunnel.peer_site} has no other end of {tunnel.name}"]
                places: tuple[str, ...] = ()
                for other_case, host, other in theirs[:1] if mine else []:
                    wrong += _mismatches(mine, other) if mine else []
                    places = other_case.place(host, other.line)
                verdict = claims.decide(
                    f"{plan.hostname}:{tunnel.name}",
                    wrong,
                    f"both ends of {tunnel.name} agree",
                    device=plan.hostname,
                    lines=[mine.line] if mine else [],
                    origin=tunnel.origin,
                    witnesses=places,
                )
                yield verdict


def _in_model_words(
    case: SiteCase, platform: str, plan: TunnelPlan, observed: Observed
) -> ObservedTunnel | None:
    """The tunnel that a plan is about, so that it compares with an end of another vendor."""
    seen = find_tunnel(observed, plan)
    return in_model_words(platform, with_identity_of_plan(case, platform, plan, seen)) if seen else None


def in_model_words(platform: str, tunnel: ObservedTunnel) -> ObservedTunnel:
    """The tunnel with its proposals in the model's words, so that ends of two vendors compare.

    A word that the vocabulary does not know stays as it is.
    """
    first = {word: f"{cipher} {prf}" for (cipher, prf), word in PHASE1.get(platform, {}).items()}
    second = {word: cipher for cipher, word in PHASE2.get(platform, {}).items()}
    return msgspec.structs.replace(
        tunnel,
        phase1=tuple(first.get(word, word) for word in tunnel.phase1),
        phase2=tuple(second.get(word, word) for word in tunnel.phase2),
    )


def _mismatches(mine: ObservedTunnel, theirs: ObservedTunnel) -> list[str]:
    compared: list[tuple[str, object, object]] = [
        ("IKE version", mine.ike_version, theirs.ike_version),
        ("key or certificate", bool(mine.certificate), bool(theirs.certificate)),
        ("key reference", mine.psk, theirs.psk),
        ("certificate authority", mine.ca, theirs.ca),
        ("identity of this end", mine.local_id, theirs.peer_id),
        ("identity of the other end", mine.peer_id, theirs.local_id),
        ("phase 1", mine.phase1, theirs.phase1),
        ("phase 2", mine.phase2, theirs.phase2),
        ("DH group", mine.dh_groups, theirs.dh_groups),
        ("PFS group", mine.pfs_groups, theirs.pfs_groups),
        ("selector of this end", mine.local_prefix, theirs.remote_prefix),
        ("selector of the other end", mine.remote_prefix, theirs.local_prefix),
    ]
    # The key is a reference in a golden text, but a stranger's text may hold one in clear: never shown.
    wrong = [f"the ends differ in {what}" for what, one, other in compared if one != other]
    if mine.dynamic and theirs.dynamic:
        wrong.append("neither end knows the address of the other")
    return wrong


class _Owner(msgspec.Struct, frozen=True):
    """An interface with an address."""

    site: str
    device: str
    interface: str
    line: int


def judge_duplicates(cases: Sequence[SiteCase]) -> Iterator[Verdict]:
    """Every address on a device of the trust is on one device alone."""
    by_address = _owners(cases)
    doubled: dict[str, list[tuple[str, _Owner]]] = {}
    for address, owners in sorted(by_address.items()):
        if len({owner.device for owner in owners}) > 1:
            for owner in owners:
                doubled.setdefault(owner.device, []).append((address, owner))
    for case in cases:
        claims = Claims(case, DUPLICATE)
        for name in case.observed:
            found = doubled.get(name, [])
            addresses = sorted({address for address, _ in found})
            yield claims.decide(
                name,
                [f"{address} is on {_names(by_address[address])}" for address in addresses],
                f"the addresses of {name} are on no other device",
                device=name,
                lines=[owner.line for _, owner in found],
                origin=case.plans[name].origin,
                witnesses=addresses,
            )


def _names(owners: list[_Owner]) -> str:
    return ", ".join(f"{owner.device} {owner.interface}" for owner in owners)


def _owners(cases: Sequence[SiteCase]) -> dict[str, list[_Owner]]:
    found: dict[str, list[_Owner]] = {}
    for case in cases:
        site = case.site.site
        for name, observed in case.observed.items():
            for svi in observed.svis:
                if svi.address and not svi.shutdown:
                    found.setdefault(svi.address, []).append(_Owner(site, name, svi.name, svi.line))
            for side in observed.ipv6:
                for text in side.addresses if not side.shutdown else ():
                    address = text.partition("/")[0]
                    found.setdefault(address, []).append(_Owner(site, name, side.name, side.line))
            for item in observed.interfaces:
                if item.address and item.address != "0.0.0.0":  # noqa: S104 - FortiOS prints it for none
                    found.setdefault(item.address, []).append(_Owner(site, name, item.name, item.line))
    return found
