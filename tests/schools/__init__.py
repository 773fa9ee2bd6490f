"""Trusts for tests: one small school and a hub on any switch, firewall and access point that the catalogue knows.

The intent is the same whatever the hardware is: the reference standard, four rooms and a server; each file here is one
area of what a trust may wish beside. Also a command, see `python -m tests.schools --help`:
`python -m tests.schools one --switch EX4100-48P --firewall SRX340 --ap AP-635 FOLDER` writes the inventory.
"""

from tests.schools.circuits import break_out, sign_in, steer
from tests.schools.ipv6 import ipv6_school, write_ipv6_school
from tests.schools.pair import write_paired_school
from tests.schools.people import give_things_their_own_keys, know_people
from tests.schools.protection import inspect_tls
from tests.schools.remote import let_people_in
from tests.schools.school import CHECKED_ON, write_school
from tests.schools.waking import write_waking_school
from tests.schools.whole import write_whole_standard

__all__ = [
    "CHECKED_ON",
    "break_out",
    "give_things_their_own_keys",
    "inspect_tls",
    "ipv6_school",
    "know_people",
    "let_people_in",
    "sign_in",
    "steer",
    "write_ipv6_school",
    "write_paired_school",
    "write_school",
    "write_waking_school",
    "write_whole_standard",
]
