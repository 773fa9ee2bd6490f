"""Every line of a school with IPv6 stands in the vendors' schemas, as far as there is one here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from netgen.build import build_texts
from tests.oracles import aoscx_commands, fortios_schema, junos_models, line_shapes, panos_schema
from tests.schools import ipv6_school


def _iosxe(text: str) -> list[tuple[int, str]]:
    return line_shapes.unknown_lines(text, "iosxe_access_lines.yaml")


def _srx(text: str) -> Iterable[object]:
    return junos_models.unknown_lines(text, "es")


def _ex(text: str) -> Iterable[object]:
    return junos_models.unknown_lines(text, "ex")


CASES = {
    "C9300-48P": ("FortiGate-80F", "elm-main-sw1", "ipv6 route vrf staff ::/0", _iosxe),
    "FortiGate-80F": ("FortiGate-80F", "elm-fw1", "config router static6", fortios_schema.unknown_lines),
    "EX4100-48P": ("SRX340", "elm-main-sw1", "rib staff.inet6.0", _ex),
    "SRX340": ("SRX340", "elm-fw1", "mode flow-based", _srx),
    "6300M-48G-CL4": ("FortiGate-80F", "elm-main-sw1", "ipv6 route ::/0", aoscx_commands.unknown_lines),
    "PA-440": ("PA-440", "elm-fw1", "routing-table ipv6", panos_schema.objections),
}


@pytest.mark.parametrize("model", CASES)
def test_every_line_of_a_school_with_ipv6_is_known(tmp_path: Path, model: str) -> None:
    firewall, host, word, unknown = CASES[model]
    if model.startswith("Forti") and fortios_schema.schema_folder() is None:
        pytest.skip("hfortix-fortios is not installed: pip install netgen[oracle]")
    switch = model if host.endswith("sw1") else "C9300-48P"
    intent = ipv6_school(tmp_path, switch, firewall, routed=True)
    text = next(text for name, text in build_texts(intent).files.items() if name.startswith(f"elm/{host}."))
    judge: Callable[[str], Iterable[object]] = unknown
    assert word in text
    assert not list(judge(text))


@pytest.mark.parametrize(
    "text",
    [
        "interface Vlan10\n ipv6 nd ra disabled all\n",
        "ipv6 route vrf A ::/0 FD00::1 5 name F extra\n",
        "line vty 0 4\n ipv6 access-group A in\n",
        "snmp-server group G v3 priv read V access ipv6 A\n",
    ],
)
def test_what_no_model_of_catalyst_knows_is_objected_to(text: str) -> None:
    assert _iosxe(text)
