"""How a firewall's text says that it is one of two."""

from __future__ import annotations

import pytest

from netgen.readback import Observed, ObservedFirewallPair, read

FORTIOS = """config system global
    set hostname "oak-fw1"
end
config system ha
    set mode a-p
    set hbdev "a" 10 "b" 90
    set session-pickup-connectionless enable
end
"""

CLUSTER = """groups {
    node0 { system { host-name oak-fw1; } }
    node1 { system { host-name oak-fw2; } }
}
apply-groups "${node}";
chassis { cluster {
    reth-count 2;
    redundancy-group 0 { node 0 priority 200; node 1 priority 100; }
    redundancy-group 1 { node 0 priority 200; node 1 priority 100; }
} }
security { zones {
    security-zone internet { interfaces { reth1.0; } }
    security-zone staff { interfaces { reth0.30; } }
} }
interfaces {
    ge-0/0/0 { gigether-options { redundant-parent reth1; } }
    ge-5/0/0 { gigether-options { redundant-parent reth1; } }
    ge-0/0/3 { gigether-options { redundant-parent reth0; } }
    ge-0/0/4 { gigether-options { redundant-parent reth0; } }
    ge-5/0/3 { gigether-options { redundant-parent reth0; } }
    ge-5/0/4 { gigether-options { redundant-parent reth0; } }
    reth0 {
        vlan-tagging;
        redundant-ether-options { redundancy-group 1; lacp { active; } }
        unit 30 { vlan-id 30; family inet { address 10.0.3.1/24; } }
    }
    reth1 {
        redundant-ether-options { redundancy-group 1; }
        unit 0 { family inet { address 198.51.100.2/30; } }
    }
    fab0 { fabric-options { member-interfaces { ge-0/0/5; } } }
    fab1 { fabric-options { member-interfaces { ge-5/0/5; } } }
}
"""


def pair_of(observed: Observed) -> ObservedFirewallPair:
    assert observed.firewall_pair is not None
    return observed.firewall_pair


def doubts(text: str) -> str:
    return "; ".join(item.text for item in read("juniper_junos", text).problems)


def test_fortios_says_little_where_defaults_do() -> None:
    pair = pair_of(read("fortinet_fortios", FORTIOS))
    assert (pair.mode, pair.group, pair.roles[0].ranks) == ("active-passive", 0, (128,))
    assert pair.heartbeat == ("b", "a"), "the heavier one is preferred"
    assert pair.syncs == {"configuration"}, "calls alone are not handed over"


@pytest.mark.parametrize("section", ["", "config system ha\n    set override disable\nend\n"])
def test_a_fortigate_without_a_mode_stands_alone(section: str) -> None:
    observed = read("fortinet_fortios", section)
    assert observed.firewall_pair is None
    assert not observed.unread


def test_a_fortigate_says_which_lines_are_its_own() -> None:
    text = FORTIOS.replace("    set mode a-p\n", "    set mode a-p\n    set priority 7\n")
    lines = text.splitlines()
    own = [lines[line - 1].strip() for line in pair_of(read("fortinet_fortios", text)).own_lines]
    assert own == ['set hostname "oak-fw1"', "set priority 7"]


def test_a_panos_device_with_the_smaller_number_leads() -> None:
    text = "set deviceconfig high-availability enabled yes\n"
    text += "set deviceconfig high-availability group group-id 3\n"
    group = "set deviceconfig high-availability group election-option device-priority"
    low, high = (pair_of(read("paloalto_panos", f"{text}{group} {number}\n")) for number in (10, 90))
    assert low.roles[0].ranks > high.roles[0].ranks


def test_panos_needs_all_ports_of_a_group_where_it_says_so() -> None:
    watch = "set deviceconfig high-availability group monitoring link-monitoring"
    text = (
        "set deviceconfig high-availability enabled yes\n"
        "set deviceconfig high-availability group group-id 3\n"
        f"{watch} enabled yes\n"
        f"{watch} link-group g interface [ ethernet1/1 ethernet1/2 ]\n"
    )
    each = pair_of(read("paloalto_panos", text)).roles[0].watched
    together = pair_of(read("paloalto_panos", f"{text}{watch} link-group g failure-condition all\n")).roles[0]
    assert [weight for _, weight in each] == [255, 255]
    assert [weight for _, weight in together.watched] == [128, 128]


def test_a_cluster_is_read_as_its_first_node() -> None:
    observed = read("juniper_junos", CLUSTER)
    assert not observed.problems
    assert observed.hostname == "oak-fw1"
    names = {item.name: item for item in observed.interfaces}
    assert names["ge-0/0/0"].address == "198.51.100.2"
    assert names["reth0"].members == ("ge-0/0/3", "ge-0/0/4")
    assert names["reth0.30"].parent == "reth0"
    assert not [name for name in names if name.startswith(("ge-5", "fab", "reth1"))]
    assert {zone.name: zone.members for zone in observed.zones}["internet"] == ("ge-0/0/0",)


def test_a_cluster_names_both_members_and_their_ports() -> None:
    pair = pair_of(read("juniper_junos", CLUSTER))
    assert pair.hostnames == ("oak-fw1", "oak-fw2")
    assert (pair.heartbeat, pair.far_heartbeat) == (("ge-0/0/5",), ("ge-5/0/5",))
    assert {leg.name: leg.second for leg in pair.legs}["reth0"] == ("ge-5/0/3", "ge-5/0/4")
    assert [role.forwards for role in pair.roles] == [False, True]


@pytest.mark.parametrize(
    ("find", "replace", "doubt"),
    [
        ("reth-count 2", "reth-count 1", "reth1 is not made"),
        ("redundancy-group 1; }", "redundancy-group 3; }", "it is up nowhere"),
        ("host-name oak-fw2;", "host-name oak-fw2; domain-name x.example;", "the nodes differ in"),
        ("ge-5/0/0 { gigether-options { redundant-parent reth1; } }", "", "reth1 has ports of one node alone"),
        ("parent reth1; } }\n    ge-5/0/0", "parent reth9; } }\n    ge-5/0/0", "reth9 is not defined"),
        ("chassis { cluster {", "chassis { inactive: cluster {", "no chassis cluster"),
        (
            "ge-5/0/3 { gig", "ge-5/0/3 { unit 0 { family inet { address 10.9.9.9/24; } } gig",
            "ge-5/0/3 is below reth0 and has `unit` of its own",
        ),
    ],
)  # fmt: skip
def test_what_a_cluster_would_refuse_is_a_contradiction(find: str, replace: str, doubt: str) -> None:
    assert find in CLUSTER
    assert doubt in doubts(CLUSTER.replace(find, replace, 1))


def test_one_port_a_node_with_vlans_goes_by_the_port() -> None:
    text = CLUSTER.replace("    ge-0/0/4 { gigether-options { redundant-parent reth0; } }\n", "")
    text = text.replace("    ge-5/0/4 { gigether-options { redundant-parent reth0; } }\n", "")
    names = {item.name for item in read("juniper_junos", text).interfaces}
    assert {"ge-0/0/3", "ge-0/0/3.30"} <= names
