"""802.1X and MAC RADIUS of an EX switch: what each port asks of a device, and who is asked.

Defaults (CLI reference, dot1x): one device opens the port (`single`), reauthentication after 3600 s, and a device
that is not known stays out while no server answers (`server-fail deny`).
"""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedAccess
from netgen.readback.indented import whole_number
from netgen.readback.juniper_junos.names import Interfaces, Vlans
from netgen.readback.juniper_junos.tree import NOTHING, Node, Notes

_ADMITS = {"single": "host-mode-any", "single-secure": "single", "multiple": "many"}
_REAUTHENTICATION_S = 3600


class PortAccess(msgspec.Struct, frozen=True):
    """What a port asks for, in the words of ObservedPort."""

    dot1x: bool = False
    mab: bool = False
    admits: str = ""
    guest_vlan: int = 0
    failed_vlan: int = 0
    critical_vlan: int = 0
    critical: str = ""
    dynamic_vlan: bool = False
    reauthenticate_s: int = 0


_OPEN = PortAccess()


class Authentication:
    """The authenticator of a switch, by port."""

    def __init__(
        self, root: Node, interfaces: Interfaces, vlans: Vlans, voices: dict[str, int], notes: Notes
    ) -> None:
        self._voices = voices
        self._vlans = vlans
        self._notes = notes
        self._ports: dict[str, PortAccess] = {}
        for row in root.sub("protocols", "dot1x", "authenticator").entries("interface"):
            found = _OPEN if row.has("disable") else self._read(row)
            for port in interfaces.ports(row.key):
                self._ports[port] = found

    def of(self, port: str) -> PortAccess:
        """What a port asks for."""
        return self._ports.get(port) or self._ports.get("all") or _OPEN

    def _read(self, row: Node) -> PortAccess:
        order = row.values("authentication-order")
        mab = row.has("mac-radius")
        restricted = row.has("mac-radius", "restrict")
        admits = _ADMITS.get(row.value("supplicant", "single"), "")
        if row.has("multi-domain"):
            most = whole_number(row.sub("multi-domain").value("max-data-session", "1"))
            admits = "domain" if most == 1 else "many"
        if order and set(order) - {"dot1x", "mac-radius"}:
            row.keep("authentication-order")
        rejected = row.sub("server-reject-vlan").entries("<vlan>")
        failed = next((self._vlan(kid.key, kid.line) for kid in rejected), 0)
        asks_dot1x = not restricted and (not order or "dot1x" in order)
        guest = self._vlan(row.value("guest-vlan"), row.line_of("guest-vlan"))
        critical, vlan = self._critical(row.sub("server-fail") if row.has("server-fail") else NOTHING)
        if row.has("server-fail-voip"):
            telephones = row.sub("server-fail-voip")
            voice = self._vlan(telephones.value("vlan-name"), telephones.line)
            if voice != self._voices.get(row.key.partition(".")[0]):
                telephones.keep("vlan-name")
        again = whole_number(row.value("reauthentication", str(_REAUTHENTICATION_S))) or 0
        return PortAccess(
            dot1x=asks_dot1x,
            mab=mab and (not order or "mac-radius" in order),
            admits=admits,
            # A hardware address that RADIUS does not know is one that it refuses.
            guest_vlan=guest if asks_dot1x else failed,
            failed_vlan=failed,
            critical_vlan=vlan,
            critical=critical,
            dynamic_vlan=True,
            reauthenticate_s=0 if row.has("no-reauthentication") else again,
        )

    def _critical(self, block: Node) -> tuple[str, int]:
        if block.has("permit"):
            return "own", 0
        if block.value("vlan-name"):
            return "vlan", self._vlan(block.value("vlan-name"), block.line_of("vlan-name"))
        block.has("deny")
        if block.has("use-cache"):
            block.keep("use-cache")
        return "shut", 0

    def _vlan(self, text: str, line: int) -> int:
        if not text:
            return 0
        numbers = self._vlans.resolve(text)
        if not numbers or numbers[0] not in self._vlans.defined:
            self._notes.doubt(line, f"802.1X: VLAN `{text}` is not defined")
        return numbers[0] if numbers else 0


def read_access(root: Node, notes: Notes) -> ObservedAccess:
    """Who is asked about devices: the servers of the authenticator's profile, in its order."""
    authenticator = root.sub("protocols", "dot1x", "authenticator")
    if authenticator is NOTHING:
        return ObservedAccess()
    name = authenticator.value("authentication-profile-name")
    access = root.sub("access")
    profile = access.entry("profile", name) if name else None
    if profile is None:
        notes.doubt(authenticator.line, f"802.1X: access profile `{name}` is not defined")
        return ObservedAccess(line=authenticator.line)
    servers = profile.sub("radius").values("authentication-server")
    known = {row.key: row for row in access.entries("radius-server")}
    for server in servers:
        if server not in known:
            notes.doubt(profile.line, f"access profile {name}: RADIUS server {server} is not defined")
    if "radius" not in profile.values("authentication-order"):
        notes.doubt(profile.line, f"access profile {name} does not ask RADIUS")
    accounting = profile.sub("accounting")
    interval = whole_number(accounting.value("update-interval", "0")) or 0
    accounted = profile.sub("radius").values("accounting-server")
    for server in accounted:
        if server not in known:
            notes.doubt(profile.line, f"access profile {name}: accounting server {server} is not defined")
    usual = access.sub("radius-options").value("revert-interval", "0")
    dead = whole_number(profile.sub("radius", "options").value("revert-interval", usual)) or 0
    return ObservedAccess(
        enabled=True,
        servers=servers,
        coa=tuple(key for key, row in known.items() if row.value("dynamic-request-port")),
        detects_dead=bool(servers),
        dead_s=dead,
        accounts="radius" in accounting.values("order") and accounted == servers,
        interim_s=interval * 60,
        line=authenticator.line,
    )
