"""Settings that no plan speaks of: those the house wants are there, and there are no others."""

from __future__ import annotations

from collections.abc import Iterator

from netgen.blueprint import DevicePlan
from netgen.judge.baseline import TABLES, Row, Table
from netgen.judge.baseline.rows import fits, resolve
from netgen.judge.case import Claims, SiteCase
from netgen.judge.expectations.ipv6_interfaces import gateways6
from netgen.judge.management_vocabulary import TIME_WORDS
from netgen.judge.switch_vocabulary import ROUTED_PORTS
from netgen.judge.verdict import Rule, Verdict
from netgen.readback import Observed, ObservedSetting

BASELINE = Rule("JDG710", "baseline-setting")
EXTRA = Rule("JDG711", "setting-not-planned")
#: Objections that are spelled out in the message; more of them are its witnesses.
_SPELLED = 3


def judge_settings(case: SiteCase) -> Iterator[Verdict]:
    """Two verdicts a device: what the baseline wants, and what nobody wants."""
    baseline, extra = Claims(case, BASELINE), Claims(case, EXTRA)
    for name, observed in case.observed.items():
        plan = case.plans[name]
        table = TABLES.get(plan.platform)
        if table is None:
            continue
        values, blocks = _values(case, plan), _blocks(observed)
        missing = [row for row in table.needed if not row.when or values.get(row.when)]
        wrong = [words for row in missing for words in _lacking(row, blocks, values)]
        claim = f"{name} has the settings of the house baseline"
        few = (
            wrong if len(wrong) <= _SPELLED else [f"{len(wrong)} settings of the house baseline are missing"]
        )
        witnesses = wrong if len(wrong) > _SPELLED else []
        yield baseline.decide(name, few, claim, device=name, origin=plan.origin, witnesses=witnesses)
        others = _others(table, observed, values)
        yield extra.decide(
            name,
            [f"`{item.text}` {_place(item.scope)} is not planned" for item in others],
            f"{name} has no setting beside the baseline",
            device=name,
            lines=[item.line for item in others],
            origin=plan.origin,
        )


def _values(case: SiteCase, plan: DevicePlan) -> dict[str, str]:
    """What `$name` and `when` stand for: values of the plan by name; absent where the plan has none."""
    management = case.trust.management
    home = case.home_of(plan)
    found = {
        "domain": management.domain,
        "hostname": plan.hostname,
        "switch": "yes" if plan.kind == "switch" else "",
        "firewall": "yes" if plan.kind == "firewall" else "",
        "pppoe": "yes"
        if plan.kind == "firewall" and any(item.address == "pppoe" for item in case.site.circuits)
        else "",
        "ips": "yes" if plan.kind == "firewall" and case.trust.ips else "",
        "timezone": management.timezone,
        "place": management.timezone.lower(),
        "blackhole": str(case.site.blackhole_vlan),
        "routed": "yes" if plan.model.startswith(ROUTED_PORTS.get(plan.platform, ())) else "",
        "radius": "yes" if management.radius else "",
        "snmp": management.snmp_user,
        "tls": "yes" if any(item.transport == "tls" for item in management.syslog) else "",
        "vlan": str(home.vlan) if home else "",
        "address": plan.management or (home.gateway if home else ""),
        "own": f"{plan.management or home.gateway}/{home.prefix.length}" if home else "",
        "syslog": "yes" if management.syslog else "",
        "sflow": "yes" if management.flow_host else "",
        "ipv6": "yes" if gateways6(case, plan) else "",
        "pair": "yes" if plan.pair else "",
        "pair_vlan": str(plan.pair.peer_vlan) if plan.pair else "",
    }
    return found | TIME_WORDS.get(management.timezone, {})


def _lacking(row: Row, blocks: dict[str, list[list[str]]], values: dict[str, str]) -> Iterator[str]:
    """The baseline's line where it is missing: at its one place, or in each block that the scope means."""
    if "*" not in row.scope:
        scope = resolve(row.scope, values)
        if not any(fits(row.shape, text, values) for text in blocks.get(scope, [[]])[0]):
            yield f"`{resolve(row.shape, values)}` is missing {_place(scope)}: {row.why}"
        return
    for scope, found in blocks.items():
        if fits(row.scope, scope, values):
            for texts in found:
                if not any(fits(row.shape, text, values) for text in texts):
                    yield f"`{resolve(row.shape, values)}` is missing {_place(scope)}: {row.why}"


def _blocks(observed: Observed) -> dict[str, list[list[str]]]:
    """The lines of each block by its scope; a scope can be that of several blocks."""
    found: dict[str, list[list[str]]] = {}
    for item in observed.settings:
        if not item.text:
            found.setdefault(item.scope, []).append([])
            continue
        instances = found.setdefault(item.scope, [])
        if not instances:
            instances.append([])
        instances[-1].append(item.text)
    return found


def _others(table: Table, observed: Observed, values: dict[str, str]) -> list[ObservedSetting]:
    return [
        item for item in observed.settings if item.text and not table.covers(item.scope, item.text, values)
    ]


def _place(scope: str) -> str:
    return f"in `{scope}`" if scope else "at the top"
