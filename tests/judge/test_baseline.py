"""The house baseline: the shapes of its lines, and what a stricter, a weaker and a strange line come to."""

from __future__ import annotations

import pytest

from netgen.judge.baseline import TABLES
from netgen.judge.baseline.rows import Table, fits, may, must, resolve

VALUES = {"vlan": "10", "domain": "example.org", "nothing": ""}


@pytest.mark.parametrize(
    ("shape", "text", "expected"),
    [
        ("lldp run", "lldp run", True),
        ("lldp run", "lldp", False),
        ("lldp", "lldp run", False),
        ("path flash:*", "path flash:copies", True),
        ("path flash:*", "path tftp://x", False),
        ("web-*-log enable", "web-url-log enable", True),
        ("web-*-log enable", "web-url-log disable", False),
        ("log ...", "log", True),
        ("log ...", "log a b", True),
        ("timeout <=10", "timeout 10", True),
        ("timeout <=10", "timeout 11", False),
        ("timeout <=10", "timeout ten", False),
        ("length >=12", "length 12", True),
        ("length >=12", "length 8", False),
        ("life 20..30", "life 20", True),
        ("life 20..30", "life 31", False),
        ("tls {1.2,1.3}", "tls 1.3", True),
        ("tls {1.2,1.3}", "tls 1.0", False),
        ("tls {1.2,1.3}", "tls 1.2 1.3", False),
        ("tls {1.2,1.3}+", "tls 1.2 1.3", True),
        ("tls {1.2,1.3}+", "tls 1.2 1.0", False),
        ("tls {1.2,1.3}+", "tls", False),
        ("source Vlan$vlan", "source Vlan10", True),
        ("source Vlan$vlan", "source Vlan11", False),
        ("domain $nothing", "domain", False),
        ("domain $unknown", "domain $unknown x", False),
    ],
)
def test_a_shape_fits(shape: str, text: str, expected: bool) -> None:
    assert fits(shape, text, VALUES) is expected


def test_an_objection_names_the_value_of_the_plan() -> None:
    assert resolve("source Vlan$vlan ...", VALUES) == "source Vlan10 ..."


def test_a_row_covers_its_own_scope_alone() -> None:
    table = Table((must("line vty", "exec-timeout *", "why"), *may("interface *", "mtu 1500")))
    assert table.covers("interface Vlan10", "mtu 1500", VALUES)
    assert not table.covers("", "mtu 1500", VALUES)
    assert not table.covers("interface Vlan10", "mtu 9000", VALUES)
    assert [row.shape for row in table.needed] == ["exec-timeout *"]


@pytest.mark.parametrize("platform", sorted(TABLES))
def test_every_line_that_must_be_there_says_why(platform: str) -> None:
    assert all(len(row.why) > 10 for row in TABLES[platform].needed)
    assert TABLES[platform].needed


@pytest.mark.parametrize("platform", sorted(TABLES))
def test_no_row_stands_twice(platform: str) -> None:
    rows = [(row.scope, row.shape) for row in TABLES[platform].rows]
    assert len(set(rows)) == len(rows)
