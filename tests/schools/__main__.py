"""Write the inventory of a school on chosen hardware, to look at its texts; prints its folder."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.schools.pair import write_paired_school
from tests.schools.school import write_school
from tests.schools.whole import write_whole_standard


def main() -> None:
    """Write the inventory that the arguments ask for and print its folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.schools", description=__doc__)
    kinds = parser.add_subparsers(dest="kind", required=True)
    one = kinds.add_parser("one", help="one switch in each cabinet")
    one.add_argument("--switch", default="C9300-48P")
    one.add_argument("--firewall", default="FortiGate-80F")
    one.add_argument("--ap", default="AP-635")
    one.add_argument("--hub", default="", help="another firewall for the hub")
    one.add_argument("--routed", action="store_true", help="routed core instead of collapsed")
    one.add_argument("--full", action="store_true", help="ask for all that the standard can say")
    one.add_argument("--standby", action="store_true", help="a second firewall that stands by")
    one.add_argument("--bgp", action="store_true", help="BGP with BFD over the overlay")
    pair = kinds.add_parser("pair", help="a pair of core switches")
    pair.add_argument("--core", default="DCS-7050SX3-48YC8")
    pair.add_argument("--edge", default="CCS-722XPM-48Y4")
    pair.add_argument("--collapsed", action="store_true", help="the firewall is every gateway")
    whole = kinds.add_parser("whole", help="the reference trust, with all that a standard can ask for")
    for kind in (one, pair, whole):
        kind.add_argument("folder", type=Path)
    sys.stdout.write(f"{_write(parser.parse_args())}\n")


def _write(asked: argparse.Namespace) -> Path:
    if asked.kind == "pair":
        return write_paired_school(asked.folder, asked.core, asked.edge, routed=not asked.collapsed)
    if asked.kind == "whole":
        return write_whole_standard(asked.folder)
    wishes = {"routed": asked.routed, "full": asked.full, "standby": asked.standby, "bgp": asked.bgp}
    return write_school(asked.folder, asked.switch, asked.firewall, asked.ap, **wishes, hub=asked.hub)


if __name__ == "__main__":
    main()
