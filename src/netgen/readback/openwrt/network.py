"""The wired side: bridge, VLANs on it, interfaces and routes. Source: netifd (bridge.c, interface.c, proto.c)."""

from __future__ import annotations

import msgspec

from netgen.readback.facts import ObservedInterface, ObservedPort, ObservedRoute, ObservedVlan
from netgen.readback.indented import ipv4, mask_length, network, split_cidr
from netgen.readback.openwrt.uci import Section, Tree

_VLAN_MAX = 4094
_LOOPBACK = "127."
_PROTOCOLS = frozenset({"static", "dhcp", "none"})
_FLAGS = frozenset("tu*")


class Member(msgspec.Struct):
    """What a bridge port carries: tagged VLANs, and the untagged one with its line."""

    tagged: set[int]
    line: int
    untagged: int = 0


class Network:
    """The packages `network`, read once; SSIDs ask it for the VLAN of a network."""

    def __init__(self, tree: Tree) -> None:
        """Read devices, VLANs and interfaces of `tree`."""
        self.notes = tree.notes
        self.dns: list[str] = []
        self.gateway = ""
        self.members: dict[str, Member] = {}
        self.vlans: dict[int, ObservedVlan] = {}
        self.bridges = self._read_devices(tree)
        self.local = self._read_vlans(tree)
        self.by_device: dict[str, tuple[str, int]] = {}
        self.vlan_of: dict[str, int] = {}
        self.addressed: list[str] = []
        self.interfaces = self._read_interfaces(tree)
        self.routes = tuple(self._read_routes(tree))
        for section in tree.of("network", "globals"):
            section.word("ula_prefix")

    def _read_devices(self, tree: Tree) -> dict[str, Section]:
        bridges: dict[str, Section] = {}
        for section in tree.of("network", "device"):
            name, kind = section.word("name"), section.word("type")
            if not name:
                self.notes.doubt(section.line, f"device {section.name} has no name")
            if kind == "bridge":
                if name in bridges:
                    self.notes.doubt(section.line, f"bridge {name} is defined twice")
                bridges[name] = section
                for port in section.words("ports"):
                    self.members.setdefault(port, Member(set(), section.line_of("ports")))
                if section.has("vlan_filtering"):
                    section.flag("vlan_filtering")
            elif kind:
                section.leave_unread("type")
        return bridges

    def _read_vlans(self, tree: Tree) -> set[tuple[str, int]]:
        """The `bridge-vlan` sections: members, and the VLANs in which the bridge itself takes part."""
        local: set[tuple[str, int]] = set()
        for section in tree.of("network", "bridge-vlan"):
            bridge, vlan = section.word("device"), section.number("vlan", 0)
            if bridge not in self.bridges:
                section.doubt("device", f"there is no bridge `{bridge}`")
            if not 1 <= vlan <= _VLAN_MAX:
                section.doubt("vlan", f"VLAN {vlan} does not exist")
                continue
            if vlan in self.vlans:
                section.doubt("vlan", f"VLAN {vlan} is defined twice")
            self.vlans[vlan] = ObservedVlan(vlan, section.name, section.line)
            if section.flag("local", default=True):
                local.add((bridge, vlan))
            for word in section.words("ports"):
                self._join(section, bridge, vlan, word)
            section.words("alias")
        if not self.vlans:
            for section in self.bridges.values():
                section.doubt("vlan_filtering", "the bridge has no VLANs: every frame reaches every port")
        return local

    def _join(self, section: Section, bridge: str, vlan: int, word: str) -> None:
        """`lan1:t`: no flag is untagged and PVID, `t` tagged, `u*` untagged with PVID (bridge.c)."""
        port, _, flags = word.partition(":")
        if set(flags) - _FLAGS or {"t", "u"} <= set(flags):
            section.doubt("ports", f"`{word}` is no port of a VLAN")
        device = self.bridges.get(bridge)
        if device is not None and port not in device.words("ports"):
            section.doubt("ports", f"`{port}` is no port of {bridge}")
        member = self.members.setdefault(port, Member(set(), section.line_of("ports")))
        if "t" in flags:
            member.tagged.add(vlan)
            if "*" in flags:
                section.doubt(
                    "ports", f"`{word}`: frames without a tag go to VLAN {vlan} and come back tagged"
                )
        elif member.untagged:
            section.doubt("ports", f"`{port}` is untagged in VLAN {member.untagged} too")
        else:
            member.untagged = vlan
            if flags == "u":
                section.doubt("ports", f"`{word}`: frames without a tag do not reach VLAN {vlan}")

    def ports(self) -> tuple[ObservedPort, ...]:
        """Every port of a bridge; one with tagged VLANs is a trunk."""
        return tuple(
            ObservedPort(
                name=name,
                line=member.line,
                mode="trunk" if member.tagged else "access",
                untagged=member.untagged,
                allowed=tuple(sorted({*member.tagged, *({member.untagged} - {0})})) if member.tagged else (),
            )
            for name, member in sorted(self.members.items())
        )

    def _read_interfaces(self, tree: Tree) -> tuple[ObservedInterface, ...]:
        found: list[ObservedInterface] = []
        for section in tree.of("network", "interface"):
            device = section.word("device") or section.word("ifname")
            proto = section.word("proto")
            if proto not in _PROTOCOLS:
                section.leave_unread("proto") if proto else section.notes.doubt(
                    section.line, f"interface {section.name} has no proto"
                )
            vlan = self._vlan(section, device)
            self.vlan_of[section.name] = vlan
            lan = section.flag("auto", default=True) and not section.flag("disabled")
            if device == "lo" or proto == "none":
                section.words("ipaddr"), section.word("netmask")
                continue
            found += self._addresses(section, device, proto, vlan, up=lan)
        return tuple(found)

    def _vlan(self, section: Section, device: str) -> int:
        """The VLAN of a device name: `br-lan.30`; 0 for a port or a bridge without a number."""
        bridge, dot, number = device.rpartition(".")
        if not dot:
            if device in self.bridges and self.vlans:
                section.doubt("device", f"`{device}` is the bridge itself, which is in no VLAN")
            return 0
        vlan = int(number) if number.isascii() and number.isdigit() and len(number) < 5 else 0
        if bridge in self.bridges and (bridge, vlan) not in self.local:
            section.doubt("device", f"bridge {bridge} takes no part in VLAN {number}")
        return vlan

    def _addresses(
        self, section: Section, device: str, proto: str, vlan: int, *, up: bool
    ) -> list[ObservedInterface]:
        facts: dict[str, object] = {"vlan": vlan, "parent": device.partition(".")[0], "shutdown": not up}
        if up:
            self.addressed.append(section.name)
        for server in section.words("dns"):
            if server not in self.dns:
                self.dns.append(server)
        takes_dns = section.flag("peerdns", default=True)
        if proto != "static":
            return [
                ObservedInterface(
                    section.name,
                    "vlan",
                    section.line,
                    mode=proto,
                    takes_dns=takes_dns,
                    **facts,  # type: ignore[arg-type]
                )
            ]
        gateway = section.word("gateway")
        if gateway:
            if self.gateway:
                section.doubt("gateway", f"{self.gateway} is the gateway already")
            if ipv4(gateway) is None:
                section.doubt("gateway", f"`{gateway}` is not an address")
            self.gateway = gateway
        found = []
        mask = section.word("netmask")
        for word in section.words("ipaddr"):
            parts = split_cidr(word)
            length = mask_length(mask) if parts is None else parts[1]
            address = word if parts is None else parts[0]
            if length is None or ipv4(address) is None:
                section.doubt("ipaddr", f"`{word}` `{mask}` is not an address with a mask")
                continue
            found.append(
                ObservedInterface(section.name, "vlan", section.line, address, length, **facts)  # type: ignore[arg-type]
            )
        return found

    def _read_routes(self, tree: Tree) -> list[ObservedRoute]:
        found = []
        for section in tree.of("network", "route"):
            target, mask = section.word("target"), section.word("netmask")
            parts = split_cidr(target)
            length = parts[1] if parts else mask_length(mask) if mask else 32
            prefix = network(parts[0] if parts else target, length) if length is not None else None
            if prefix is None:
                section.doubt("target", f"`{target}` is no network")
                continue
            found.append(
                ObservedRoute(
                    "", prefix, section.word("gateway"), section.word("interface"), section.number("metric", 0),
                    section.line,
                )
            )  # fmt: skip
        return found

    def vlan_of_wifi(self, section: Section) -> int:
        """The VLAN that the frames of an SSID enter: that of its network; 0 when there is none."""
        names = section.words("network")
        if len(names) != 1:
            section.doubt("network", f"{section.name} joins {len(names) or 'no'} networks")
        if not names:
            return 0
        if names[0] not in self.vlan_of:
            section.doubt("network", f"there is no interface `{names[0]}`")
        return self.vlan_of.get(names[0], 0)
