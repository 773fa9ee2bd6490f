"""The only hub, a data centre: another firewall, and a partner network behind it."""

from __future__ import annotations

from pathlib import Path

from tests.schools.files import add_lines, changed
from tests.schools.hardware import TRAFFIC, hardware, is_copper
from tests.schools.site import filtered_elsewhere


def give_the_hub_a_firewall(inventory: Path, model: str) -> None:
    """Another firewall in the data centre: two fast ports to its switches, the first port for the circuit."""
    edge = hardware(model)
    names = [name for name in edge.port_names() if (port := edge.port(name)) and port.kind in TRAFFIC]
    fast = [name for name in names if name != names[0] and not is_copper(edge, name)][:2]
    with changed(inventory / "sites" / "dc.yaml") as site:
        links = zip(fast, site["firewall"]["links"].values(), strict=True)
        site["firewall"] = {"model": model, "links": dict(links)}
        site["circuits"]["leased"]["port"] = names[0]
        site.update(filtered_elsewhere(edge, ("leased",)))


def give_the_hub_a_cloud(inventory: Path) -> None:
    """A partner network behind the hub, with a zone of its own that staff reach."""
    standard = inventory / "standard"
    add_lines(standard / "zones.yaml", "cloud: {number: 22, title: Cloud of the trust, kind: hub}")
    rule = "- {from: [staff, office, trust-services], to: cloud, allow: [https], why: Management information system}"
    add_lines(standard / "policy.yaml", rule)
    with changed(inventory / "sites" / "dc.yaml") as site:
        site["partners"] = {
            "azure": {
                "number": 1, "address": "203.0.113.77", "prefix": "10.0.56.0/24", "zone": "cloud",
                "psk": "secret://env/NETGEN_PSK_AZURE",
            }
        }  # fmt: skip
