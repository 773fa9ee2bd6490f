"""The house baseline: settings that no plan speaks of, and what each platform's text may say of them.

A setting that the inventory decides is judged where its subject is. What is left is listed here by
platform, written apart from the templates: which lines must be there, which may be there with which
values. A setting that no row covers was planned by nobody. Sources of the values:

- sign-in attempts, password length: NCSC, Cyber Essentials: Requirements for IT Infrastructure v3.2
  (no more than 10 guesses, then a lockout or a throttle; passwords of 12 characters or more);
- lifetimes of keys: NCSC, Using IPsec to protect data (IKE no longer than a day, ESP 8 hours);
- SSH algorithms: RFC 9142 (key exchange), RFC 8332 (host keys), RFC 5647 and RFC 6668 (ciphers, MACs);
- everything else: what the house has decided, with its reason beside the row.
"""

from netgen.judge.baseline import (
    arista_eos,
    aruba_aoscx,
    aruba_instant,
    cisco_iosxe,
    cisco_iosxe_wlc,
    fortinet_fortios,
    juniper_junos,
    openwrt,
    paloalto_panos,
)
from netgen.judge.baseline.rows import Row, Table

TABLES: dict[str, Table] = {
    "arista_eos": Table(arista_eos.ROWS),
    "aruba_aoscx": Table(aruba_aoscx.ROWS),
    "aruba_instant": Table(aruba_instant.ROWS),
    "cisco_iosxe": Table(cisco_iosxe.ROWS),
    "cisco_iosxe_wlc": Table(cisco_iosxe_wlc.ROWS),
    "fortinet_fortios": Table(fortinet_fortios.ROWS),
    "juniper_junos": Table(juniper_junos.ROWS),
    "openwrt": Table(openwrt.ROWS),
    "paloalto_panos": Table(paloalto_panos.ROWS),
}

__all__ = ["TABLES", "Row", "Table"]
