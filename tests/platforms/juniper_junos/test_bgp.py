"""BGP over the tunnels of an SRX."""

from __future__ import annotations

import msgspec
from tests.platforms.juniper_junos.firewalls import HUB, PART, SCHOOL, with_part
from tests.platforms.juniper_junos.text import names, stanza

from netgen.device import Bfd, Bgp, BgpPeer, Device
from netgen.rendering import render_device
from netgen.values import Prefix

_P = Prefix.parse
BGP = Bgp(
    local_as=4_200_000_009,
    router_id="10.255.0.21",
    announce=(_P("10.2.64.0/18"),),
    peers=(
        BgpPeer("to-hub", "hub", "10.255.0.3", "10.255.0.2", 4_200_000_000, (_P("10.0.0.0/18"),), 990, "trust/hubs/0"),
    ),
    keepalive_s=10,
    hold_s=30,
    most_prefixes=16,
    origin="trust/vpn/routing",
    bfd=Bfd(1000, 3),
)  # fmt: skip


def routed(device: Device, bgp: Bgp = BGP) -> Device:
    """The box with BGP in every tunnel."""
    tunnels = (device.firewall or PART).tunnels
    return with_part(
        device, tunnels=tuple(msgspec.structs.replace(item, routing="bgp") for item in tunnels), bgp=bgp
    )


TEXT = render_device(routed(SCHOOL))


def test_a_neighbour_is_believed_exactly_what_it_may_say() -> None:
    assert stanza(TEXT, "policy-options", "policy-statement bgp-to-hub") == (
        "term own {\n"
        "    from {\n        protocol bgp;\n        route-filter 10.0.0.0/18 exact;\n    }\n"
        "    then {\n        local-preference 990;\n        accept;\n    }\n"
        "}\n"
        "term anything-else {\n    then reject;\n}\n"
    )


def test_every_neighbour_is_told_the_own_block_alone() -> None:
    assert stanza(TEXT, "policy-options", "policy-statement bgp-out") == (
        "term own {\n"
        "    from {\n        protocol static;\n        route-filter 10.2.64.0/18 exact;\n    }\n"
        "    then accept;\n"
        "}\n"
        "term anything-else {\n    then reject;\n}\n"
    )


def test_the_sessions() -> None:
    assert stanza(TEXT, "protocols", "bgp", "group overlay") == (
        "type external;\n"
        "hold-time 30;\n"
        "log-updown;\n"
        "family inet {\n    unicast {\n        prefix-limit {\n            maximum 16;\n"
        "            teardown {\n                idle-timeout 5;\n            }\n        }\n    }\n}\n"
        "export bgp-out;\n"
        "bfd-liveness-detection {\n    minimum-interval 1000;\n    multiplier 3;\n}\n"
        "neighbor 10.255.0.2 {\n"
        '    description "hub to-hub";\n'
        "    import bgp-to-hub;\n"
        "    peer-as 4200000000;\n"
        "}\n"
    )
    assert "router-id 10.255.0.21;\nautonomous-system 4200000009;\n" in stanza(TEXT, "routing-options")


def test_nothing_of_it_without_bgp() -> None:
    text = render_device(SCHOOL)
    assert "bgp" not in text
    assert "bfd" not in text
    assert "autonomous-system" not in text


def test_a_tunnel_with_bgp_carries_everything() -> None:
    for device, name in ((SCHOOL, "vpn to-hub"), (HUB, "vpn to-oak")):
        vpn = stanza(render_device(routed(device)), "security", "ipsec", name)
        assert "proxy-identity" not in vpn
        assert "traffic-selector" not in vpn


def test_what_comes_out_of_a_tunnel_with_bgp_is_of_its_site() -> None:
    """The selectors used to see to that."""
    for device, name, sources in (
        (SCHOOL, "from-to-hub", ("10.0.0.0/18", "10.255.0.2/32")),
        (HUB, "from-to-oak", ("10.2.64.0/18", "10.255.0.3/32")),
    ):
        text = render_device(routed(device))
        assert f"                filter {{\n                    input {name};\n" in text
        found = stanza(text, "firewall", "family inet", f"filter {name}")
        assert found == (
            "term own {\n    from {\n        source-address {\n"
            + "".join(f"            {source};\n" for source in sources)
            + "        }\n    }\n    then accept;\n}\n"
            f"term anybody-else {{\n    then {{\n        count {name};\n        discard;\n    }}\n}}\n"
        )


def test_a_tunnel_answers_bgp_and_bfd_and_no_other_protocol() -> None:
    def protocols(text: str) -> list[str]:
        path = ("security", "zones", "security-zone overlay", "interfaces", "st0.1", "host-inbound-traffic")
        return names(text, *path, "protocols")

    assert protocols(TEXT) == ["bfd", "bgp"]
    assert protocols(render_device(routed(SCHOOL, msgspec.structs.replace(BGP, bfd=None)))) == ["bgp"]
    assert TEXT.count("                        protocols {\n") == 1
