"""A chassis cluster in the words that Batfish reads: the first node alone, with plain ports and LAGs."""

from __future__ import annotations

from netgen.judge.batfish.adaptations.junos_clusters import as_first_node

CLUSTER = """\
interfaces {
    ge-0/0/0 {
        gigether-options {
            redundant-parent reth1;
        }
    }
    ge-5/0/0 {
        gigether-options {
            redundant-parent reth1;
        }
    }
    ge-0/0/3 {
        gigether-options {
            redundant-parent reth0;
        }
    }
    ge-0/0/4 {
        gigether-options {
            redundant-parent reth0;
        }
    }
    ge-5/0/3 {
        gigether-options {
            redundant-parent reth0;
        }
    }
    ge-5/0/4 {
        gigether-options {
            redundant-parent reth0;
        }
    }
    reth0 {
        redundant-ether-options {
            redundancy-group 1;
            lacp {
                active;
            }
        }
    }
    reth1 {
        redundant-ether-options {
            redundancy-group 1;
        }
        unit 0 {
            family inet {
                address 198.51.100.2/30;
            }
        }
    }
    fab1 {
        fabric-options {
            member-interfaces {
                ge-5/0/5;
            }
        }
    }
}
security {
    zones {
        security-zone internet {
            interfaces {
                reth1.0;
            }
        }
    }
}
"""

FIRST_NODE = """\
interfaces {
    ge-0/0/3 {
        gigether-options {
            802.3ad ae0;
        }
    }
    ge-0/0/4 {
        gigether-options {
            802.3ad ae0;
        }
    }
    ae0 {
        aggregated-ether-options {
            lacp {
                active;
            }
        }
    }
    ge-0/0/0 {
        unit 0 {
            family inet {
                address 198.51.100.2/30;
            }
        }
    }
}
security {
    zones {
        security-zone internet {
            interfaces {
                ge-0/0/0.0;
            }
        }
    }
}
"""


def adapted(text: str) -> str:
    return "".join(f"{line}\n" for _, line in as_first_node(list(enumerate(text.splitlines(), 1))))


def test_a_cluster_becomes_the_box_that_its_first_node_is() -> None:
    assert adapted(CLUSTER) == FIRST_NODE


def test_a_firewall_that_stands_alone_is_given_as_it_is() -> None:
    assert adapted(FIRST_NODE) == FIRST_NODE
