"""An interface of a switch while its text is being read. Shared by the readers of switches."""

from __future__ import annotations

import msgspec

from netgen.readback.indented import number_list
from netgen.readback.ipv6_draft import Ipv6Draft

EVERY_VLAN = frozenset(range(1, 4095))


class PortDraft(msgspec.Struct):
    """An interface as its lines left it; None and "" where nothing was said."""

    name: str
    line: int
    kind: str
    vlan: int = 0
    description: str = ""
    mode: str = ""
    access: int = 1
    native: int = 1
    allowed: frozenset[int] = EVERY_VLAN
    vlan_lines: dict[int, int] = msgspec.field(default_factory=dict)
    voice: int = 0
    shutdown: bool = False
    lag: int = 0
    lag_line: int = 0
    lag_active: bool = False
    portfast: str = ""
    bpdu_guard: bool | None = None
    root_guard: bool = False
    isolated: bool = False
    poe_off: bool = False
    trusted: bool = False
    storm: dict[str, float] = msgspec.field(default_factory=dict)
    silent: bool = False
    proxy_arp: bool | None = None
    redirects: bool | None = None
    vrf: str = ""
    addresses: list[tuple[str, int, int]] = msgspec.field(default_factory=list)
    acl_in: str = ""
    acl_out: str = ""
    relays: list[str] = msgspec.field(default_factory=list)
    hears_broadcasts: bool = False
    #: Line of `ip directed-broadcast`, 0 without, and its filter, "" where it has none.
    broadcasts_line: int = 0
    broadcasts_acl: str = ""
    serves_dhcp: bool = False
    #: None without a line about IPv6.
    ipv6: Ipv6Draft | None = None
    #: Number of a LAG that is also the other half's, 0 for none; addresses that both halves answer for.
    shared: int = 0
    shared_addresses: list[str] = msgspec.field(default_factory=list)
    shared_mac: str = ""

    def read_ipv6(self, words: list[str], line: int, *, on: bool) -> bool:
        """The words of a line after `ipv6`; False, and nothing changed, when they are not understood."""
        draft = self.ipv6 or Ipv6Draft(line)
        if not draft.read(words, on=on):
            return False
        self.ipv6 = draft
        return True

    def allow(self, how: list[str], line: int) -> bool:
        """The words after `switchport trunk allowed vlan`, on top of the lines before; False when none fits.

        all | none | LIST | add LIST | remove LIST | except LIST
        """
        match how:
            case ["all"]:
                self.allowed = EVERY_VLAN
                return True
            case ["none"]:
                self.allowed = frozenset()
                return True
            case ["add" | "remove" | "except", *text] | text:
                listed = number_list("".join(text))
        if not listed:
            return False
        verb = how[0] if how[0].isalpha() else ""
        vlans = frozenset(listed)
        if verb == "add":
            vlans |= self.allowed
        elif verb == "remove":
            vlans = self.allowed - vlans
        elif verb == "except":
            vlans = EVERY_VLAN - vlans
        self.allowed = EVERY_VLAN if vlans == EVERY_VLAN else vlans
        if self.allowed is not EVERY_VLAN and verb in ("", "add"):
            self.vlan_lines.update(dict.fromkeys(listed, line))
        return True


def read_storm(port: PortDraft, kind: str, rest: list[str], *, on: bool) -> None:
    """`storm-control KIND level N`: N is percent; packets or bits per second are another unit."""
    if not on:
        port.storm.pop(kind, None)
        return
    word = rest[1] if rest[:1] == ["level"] and len(rest) > 1 else ""
    is_percent = word.replace(".", "", 1).isascii() and word.replace(".", "", 1).isdigit()
    port.storm[kind] = float(word) if is_percent and len(word) < 10 else -1.0
