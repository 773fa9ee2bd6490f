"""Batfish's own model against the plan: addresses, cables, trunks, and what each routing instance knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from netgen.blueprint import DevicePlan, TunnelPlan
from netgen.judge.batfish.session import BatfishSession
from netgen.judge.batfish.snapshot import Snapshot, is_given, is_set_aside
from netgen.judge.case import Claims, SiteCase
from netgen.judge.expectations.switch_addresses import own_address
from netgen.judge.switch_vocabulary import lag_name
from netgen.judge.verdict import Rule, Verdict
from netgen.judge.wired_vocabulary import PAIRS

OWNED = Rule("JDG810", "batfish-address-owned")
NOT_PLANNED = Rule("JDG811", "batfish-address-not-planned")
CABLE = Rule("JDG812", "batfish-cable")
TRUNK = Rule("JDG813", "batfish-trunk")
ISOLATION = Rule("JDG814", "batfish-vrf-routes")

#: Names of an SVI; the unit of Junos is the VLAN in the texts of the house.
_SVI = re.compile(r"(?:vlan|irb\.)(\d+)\Z")
#: Length of a tunnel's own address, where it is not that of a host: Junos has both ends in one subnet.
TUNNEL_LENGTHS: dict[str, int] = {"juniper_junos": 31}
#: Platforms that need the other end of a tunnel in the subnet of their own address before they speak BGP with it.
NEIGHBOURS_IN_SUBNET = frozenset({"paloalto_panos"})

Interfaces = dict[str, dict[str, dict[str, Any]]]


def _tunnel_length(platform: str, tunnel: TunnelPlan) -> int:
    if tunnel.routing != "static" and platform in NEIGHBOURS_IN_SUBNET:
        return 31
    return TUNNEL_LENGTHS.get(platform, 32)


def interfaces_of(session: BatfishSession, name: str) -> Interfaces:
    """Batfish's interface table: host, then interface name in lower case."""
    found: Interfaces = {}
    for row in session.ask("interfaceProperties", name):
        interface = row["Interface"]
        found.setdefault(str(interface.hostname), {})[str(interface.interface).casefold()] = row
    return found


def judge_addresses(cases: list[SiteCase], snapshot: Snapshot, interfaces: Interfaces) -> Iterator[Verdict]:
    """Each planned address is on an active interface of its device, with its mask; no device has another."""
    for case in cases:
        owned, extra = Claims(case, OWNED, "batfish"), Claims(case, NOT_PLANNED, "batfish")
        for host in sorted(case.plans.keys() & snapshot.adapted.keys()):
            plan = case.plans[host]
            planned = planned_addresses(case, plan)
            seen = {
                str(prefix): (name, bool(row["Active"]))
                for name, row in interfaces.get(host, {}).items()
                for prefix in row["All_Prefixes"]
            }
            for address, origin in planned.items():
                wrong = [] if address in seen else [f"Batfish finds {address} nowhere on {host}"]
                # An SVI is down while no port of its VLAN is up, which is right where the plan has none.
                if address in seen and not seen[address][1] and has_port(plan, seen[address][0]):
                    wrong.append(f"{address} is on {seen[address][0]} of {host}, which is not active")
                claim = f"{address} is on {host}"
                yield owned.decide(f"{host}/{address}", wrong, claim, device=host, origin=origin)
            # No cable of the plan ends at a port with a network of its own, so Batfish has it down: JDG717 judges it.
            own = {f"{plan.oob.address}/{plan.oob.prefix.length}"} if plan.oob else set()
            others = sorted(seen.keys() - planned.keys() - own)
            wrong = [f"{address} is on {seen[address][0]} of {host} and not planned" for address in others]
            yield extra.decide(host, wrong, f"{host} has no other address", device=host, origin=plan.origin)


def has_port(plan: DevicePlan, interface: str) -> bool:
    """False for the SVI of a VLAN that leaves the device by no port, and for a port that Batfish sets aside."""
    if is_set_aside(plan, interface):
        return False
    match = _SVI.match(interface)
    if plan.kind != "switch" or match is None:
        return True
    vlan = int(match[1])
    carried = {
        number
        for port in plan.ports
        for number in (port.native, port.voice, *port.tagged)
        if port.kind != "unused"
    }
    if plan.pair and vlan == plan.pair.peer_vlan:
        return True
    return vlan in carried | {number for lag in plan.lags for number in (lag.native, *lag.tagged)}


def planned_addresses(case: SiteCase, plan: DevicePlan) -> dict[str, str]:
    """Every address that a device must have, as address/length, with the inventory line behind it."""
    found: dict[str, str] = {}
    home = case.management_segment
    if plan.kind == "firewall":
        found.update(
            (f"{item.gateway}/{item.prefix.length}", item.origin)
            for item in case.site.segments
            if item.gateway_on == "firewall" and item.gateway
        )
        found.update((f"{item.firewall}/{item.prefix.length}", item.origin) for item in case.site.transits)
        found.update(
            (f"{item.ip}/{item.length}", item.origin)
            for item in case.site.circuits
            if item.address == "static"
        )
        found.update(
            (f"{item.local_address}/{_tunnel_length(plan.platform, item)}", item.origin)
            for item in case.site.tunnels
            if item.local_address
        )
        return found
    if plan.is_core:
        on_core = [item for item in case.site.segments if item.gateway_on == "core"]
        # Batfish knows no gateway that two boxes answer for: the embedded engine judges it.
        found.update(
            (f"{own_address(plan, item.members, item.gateway)}/{item.prefix.length}", item.origin)
            for item in on_core
        )
        found.update(
            (f"{own_address(plan, item.members, item.core)}/{item.prefix.length}", item.origin)
            for item in case.site.transits
        )
    if plan.pair:
        pair = plan.pair
        found[f"{pair.keepalive_addresses[0]}/{pair.length}"] = pair.origin
        if PAIRS[plan.platform].vlan:
            found[f"{pair.peer_addresses[0]}/{pair.length}"] = pair.origin
    if home and plan.management and not (plan.is_core and home.gateway_on == "core"):
        found[f"{plan.management}/{home.prefix.length}"] = plan.origin
    return found


def judge_cables(
    cases: list[SiteCase], session: BatfishSession, name: str, snapshot: Snapshot, interfaces: Interfaces
) -> Iterator[Verdict]:
    """Every cable of the plan between two readable devices is an edge that Batfish resolved.

    Batfish answers with the LAG in place of its members, so both ends must also be members of it.
    """
    edges = {
        (_end(row["Interface"]), _end(row["Remote_Interface"])) for row in session.ask("layer1Edges", name)
    }
    for case in cases:
        claims = Claims(case, CABLE, "batfish")
        for link in case.site.links:
            if not is_given(case, link, snapshot.adapted):
                continue
            one = _bundled(interfaces, link.host_a, link.interface_a)
            other = _bundled(interfaces, link.host_b, link.interface_b)
            wrong = (
                [] if (one, other) in edges or (other, one) in edges else ["Batfish did not find this cable"]
            )
            subject = f"{link.host_a}:{link.interface_a}-{link.host_b}:{link.interface_b}"
            yield claims.decide(
                subject, wrong, "Batfish found this cable", device=link.host_a, origin=link.origin
            )


def _bundled(interfaces: Interfaces, host: str, interface: str) -> tuple[str, str]:
    """An end of a cable, or the LAG it is in."""
    row = interfaces.get(host, {}).get(interface.casefold(), {})
    return host, str(row.get("Channel_Group") or interface).casefold()


def _end(interface: Any) -> tuple[str, str]:
    return str(interface.hostname), str(interface.interface).casefold()


def judge_trunks(cases: list[SiteCase], snapshot: Snapshot, interfaces: Interfaces) -> Iterator[Verdict]:
    """Batfish sees on every LAG the VLANs of the plan, no more and no fewer."""
    for case in cases:
        claims = Claims(case, TRUNK, "batfish")
        for host in sorted(case.plans.keys() & snapshot.adapted.keys()):
            plan = case.plans[host]
            if plan.kind != "switch":
                continue
            for lag in plan.lags:
                name = lag_name(plan.platform, lag.number)
                table = interfaces.get(host, {})
                # Junos: VLANs are those of unit 0.
                row = table.get(f"{name}.0", table.get(name))
                wrong = [] if row else [f"Batfish finds no LAG {lag.number} on {host}"]
                if row:
                    seen = _vlans(row["Allowed_VLANs"]) - {lag.native}
                    if plan.pair and plan.pair.peer_link == lag.number and PAIRS[plan.platform].vlan:
                        seen -= {plan.pair.peer_vlan}
                    wrong += [f"VLAN {vlan} is missing" for vlan in sorted(set(lag.tagged) - seen)]
                    wrong += [
                        f"VLAN {vlan} is carried and not planned"
                        for vlan in sorted(seen - set(lag.tagged))[:5]
                    ]
                    if str(row["Switchport_Mode"]) != "TRUNK":
                        wrong.append(f"the mode is {row['Switchport_Mode']}")
                    if row["Native_VLAN"] is not None and int(row["Native_VLAN"]) != lag.native:
                        wrong.append(f"the untagged VLAN is {row['Native_VLAN']}, not {lag.native}")
                claim = f"LAG {lag.number} of {host} carries what is planned"
                yield claims.decide(f"{host}:lag{lag.number}", wrong, claim, device=host, origin=lag.origin)


def _vlans(text: object) -> set[int]:
    found: set[int] = set()
    for first, last in re.findall(r"(\d+)(?:-(\d+))?", str(text or "")):
        found.update(range(int(first), int(last or first) + 1))
    return found


def judge_isolation(
    cases: list[SiteCase], session: BatfishSession, name: str, snapshot: Snapshot
) -> Iterator[Verdict]:
    """A routing instance of a core knows its zone's subnets and the firewall, nothing else."""
    cores = [
        (case, plan) for case in cases if case.site.transits for plan in case.plans.values() if plan.is_core
    ]
    if not cores:
        return
    rows = session.ask("routes", name)
    for case, plan in cores:
        if plan.hostname not in snapshot.adapted:
            continue
        tables: dict[str, dict[str, str]] = {}
        for row in rows:
            if str(row["Node"]) == plan.hostname and str(row["Protocol"]) != "local":
                tables.setdefault(str(row["VRF"]), {})[str(row["Network"])] = str(row["Next_Hop"])
        claims = Claims(case, ISOLATION, "batfish")
        for transit in case.site.transits:
            table = next((table for table in tables.values() if str(transit.prefix) in table), {})
            wanted = {str(transit.prefix), "0.0.0.0/0"}
            wanted |= {
                str(item.prefix)
                for item in case.site.segments
                if item.zone == transit.zone
                and item.gateway_on == "core"
                and has_port(plan, f"vlan{item.vlan}")
            }
            wrong = [f"{prefix} is not known" for prefix in sorted(wanted - table.keys())]
            wrong += [f"{prefix} is known and belongs elsewhere" for prefix in sorted(table.keys() - wanted)]
            default = table.get("0.0.0.0/0", "")
            if default and transit.firewall not in default:
                wrong.append(f"the default route goes to {default}, not {transit.firewall}")
            claim = f"the routing instance of {transit.zone} knows its own subnets and the firewall"
            subject = f"{plan.hostname}:{transit.zone}"
            yield claims.decide(subject, wrong, claim, device=plan.hostname, origin=transit.origin)
