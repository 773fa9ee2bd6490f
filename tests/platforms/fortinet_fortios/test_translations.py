"""Old addresses of a school: a pool on the way to the tunnels, a virtual IP of each tunnel on the way back."""

from __future__ import annotations

import msgspec
from tests.platforms.fortinet_fortios.example import PART, SCHOOL, section, with_part

from netgen.device import Policy, Translation
from netgen.values import Prefix

PUPILS = Translation(
    "pupil",
    "pupil",
    "vlan40",
    Prefix.parse("192.168.0.0/22"),
    Prefix.parse("10.2.72.0/22"),
    "sites/oak/legacy/pupil",
)
OUT = Policy(
    403, "pupil to hub old", "pupil", "overlay", ("oak-pupil",), (), ("web",), "", nat=False, comment="",
    origin="o", translation="pupil",
)  # fmt: skip
IN = msgspec.structs.replace(
    OUT,
    number=404,
    name="hub to pupil old",
    from_zone="overlay",
    to_zone="pupil",
    sources=(),
    destinations=("oak-pupil",),
)
DEVICE = with_part(SCHOOL, translations=(PUPILS,), policies=(OUT, IN, *PART.policies))
TUNNELS = sorted(tunnel.name for tunnel in PART.tunnels)


def test_each_host_has_an_address_of_its_own_in_the_pool() -> None:
    assert section(DEVICE, "firewall ippool", '"old-pupil"') == (
        '    edit "old-pupil"\n'
        "        set type fixed-port-range\n"
        "        set startip 10.2.72.2\n"
        "        set endip 10.2.75.254\n"
        "        set source-startip 192.168.0.2\n"
        "        set source-endip 192.168.3.254\n"
        "        set arp-reply disable\n"
        "    next"
    )


def test_every_tunnel_leads_back_and_no_circuit_does() -> None:
    rows = section(DEVICE, "firewall vip")
    assert rows.count("set extintf") == len(TUNNELS)
    for tunnel in TUNNELS:
        assert section(DEVICE, "firewall vip", f'"old-pupil-{tunnel}"') == (
            f'    edit "old-pupil-{tunnel}"\n'
            "        set extip 10.2.72.2-10.2.75.254\n"
            '        set mappedip "192.168.0.2-192.168.3.254"\n'
            f'        set extintf "{tunnel}"\n'
            "        set arp-reply disable\n"
            "    next"
        )


def test_what_leaves_by_the_tunnels_takes_the_pool() -> None:
    text = section(DEVICE, "firewall policy", "403")
    assert '        set nat enable\n        set ippool enable\n        set poolname "old-pupil"\n' in text
    assert '        set srcaddr "net-oak-pupil"\n' in text


def test_what_comes_by_the_tunnels_is_let_in_by_its_virtual_address_alone() -> None:
    text = section(DEVICE, "firewall policy", "404")
    names = " ".join(f'"old-pupil-{tunnel}"' for tunnel in TUNNELS)
    assert f"        set dstaddr {names}\n" in text
    assert "nat enable" not in text


def test_the_way_to_the_internet_keeps_the_address_of_the_circuit() -> None:
    for policy in PART.policies:
        assert "poolname" not in section(DEVICE, "firewall policy", str(policy.number))
