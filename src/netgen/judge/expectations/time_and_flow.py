"""Time is believed only with a signature, and samples of the traffic go to the trust's collector alone."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import DevicePlan
from netgen.judge.case import Claims, SiteCase
from netgen.judge.management_vocabulary import FIRST_ONLY, NTP_KEY_ALGORITHM
from netgen.judge.not_in_text import NOT_IN_TEXT
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed
from netgen.values import placeholder

TIME = Rule("JDG715", "ntp-signed")
FLOW = Rule("JDG716", "flow-records")
#: Boxes through which the traffic of a site passes.
_CARRIERS = ("firewall", "switch")


def judge_time_and_flow(case: SiteCase) -> Iterator[Verdict]:
    """One verdict a box for its time, one a switch and firewall for its samples; none where a text cannot say it."""
    for name, observed in case.observed.items():
        plan = case.plans[name]
        unsaid = NOT_IN_TEXT.get(plan.platform, {})
        seen = observed.management
        if "ntp-auth" not in unsaid or seen.ntp_keys or seen.ntp_signed:
            yield _time(case, plan, observed)
        says_flow = not {"flow", f"flow-{plan.kind}"} & unsaid.keys()
        if plan.kind in _CARRIERS and (says_flow or seen.flow):
            yield _flow(case, plan, observed)


def _decide(case: SiteCase, rule: Rule, plan: DevicePlan, wrong: list[str], claim: str) -> Verdict:
    return Claims(case, rule).decide(plan.hostname, wrong, claim, device=plan.hostname, origin=plan.origin)


def _time(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    """Every server is asked with the planned key; there is no other key."""
    planned, seen = case.trust.management, observed.management
    wrong: list[str] = []
    if planned.ntp_key:
        asked = planned.ntp[:1] if "ntp" in FIRST_ONLY.get(plan.platform, frozenset()) else planned.ntp
        unsigned = [host for host in asked if host not in seen.ntp_signed]
        wrong += [f"{plan.hostname} believes the time of {host} without a signature" for host in unsigned]
        if planned.ntp_key_id not in {number for number, _, _ in seen.ntp_keys}:
            wrong.append(f"{plan.hostname} has no NTP key {planned.ntp_key_id}")
    for number, algorithm, word in seen.ntp_keys:
        if not planned.ntp_key or number != planned.ntp_key_id:
            wrong.append(f"{plan.hostname} has the NTP key {number}, which nobody planned")
            continue
        if algorithm.lower().replace("-", "") != NTP_KEY_ALGORITHM:
            wrong.append(f"NTP key {number} is of {algorithm}, and the trust's is of {NTP_KEY_ALGORITHM}")
        if word != placeholder(planned.ntp_key):
            wrong.append(f"NTP key {number} is not {planned.ntp_key}")
    claim = f"{plan.hostname} takes the time from who knows the key" if planned.ntp_key else "no NTP key"
    return _decide(case, TIME, plan, wrong, claim)


def _flow(case: SiteCase, plan: DevicePlan, observed: Observed) -> Verdict:
    """Samples go to the planned collector, at the port of what they are."""
    planned, seen = case.trust.management, observed.management.flow
    wrong: list[str] = []
    if planned.flow_host and not seen:
        wrong.append(f"{plan.hostname} sends no samples to {planned.flow_host}")
    for kind, host, port in seen:
        wanted = planned.sflow_port if kind == "sflow" else planned.netflow_port
        if host != planned.flow_host:
            wrong.append(f"{plan.hostname} sends samples to {host}, which nobody planned")
        elif port != wanted:
            wrong.append(f"{plan.hostname} sends {kind} to port {port}, not {wanted}")
    claim = f"{plan.hostname} sends samples to {planned.flow_host or 'nobody'}"
    return _decide(case, FLOW, plan, wrong, claim)
