"""Lines outside of a block: the cluster's identity, and how it is managed."""

from __future__ import annotations

import msgspec

from netgen.readback.aruba_instant.blocks import Notes, hide_secret, split_words
from netgen.readback.facts import ObservedInterface, ObservedManagement
from netgen.readback.indented import Node, ipv4, mask_length, network, whole_number

_SYSLOG_PORT = 514
_WEAK = frozenset({"md5", "des"})


class Cluster(msgspec.Struct):
    """What the single lines say so far."""

    name: str = ""
    country: str = ""
    hostname: str = ""
    bands: str = "all"
    gateway: str = ""
    ssh: bool = False
    telnet: bool = False
    idle_minutes: int = 5
    banner: str = ""
    ntp: list[str] = []
    dns: list[str] = []
    syslog: list[str] = []
    snmp_users: list[str] = []
    communities: dict[str, int] = {}
    users: dict[str, str] = {}
    roles: dict[str, str] = {}
    sources: list[str] = []
    traps: list[tuple[str, str]] = []
    interfaces: list[ObservedInterface] = []

    def take(self, node: Node, notes: Notes) -> bool:
        """Read one line; False when it is none of the cluster's."""
        words = split_words(node.text)
        if words[0] == "no":
            return len(words) > 1 and self._remove(words[1:])
        reader = _READERS.get(words[0])
        return reader is not None and reader(self, words, node, notes)

    def _remove(self, words: tuple[str, ...]) -> bool:
        if words == ("telnet-server",):
            self.telnet = False
        elif words == ("terminal-access",):
            self.ssh = False
        elif words[:2] == ("snmp-server", "community") and words[2:]:
            return self.communities.pop(words[2], None) is not None
        elif words[0] in {"hash-mgmt-user", "mgmt-user"} and words[1:]:
            return self.users.pop(words[1], None) is not None
        else:
            return False
        return True

    def management(self, radius: tuple[str, ...], secrets: list[tuple[str, str]]) -> ObservedManagement:
        """The management facts; `secrets` of the blocks come first."""
        cleartext = ["telnet"] if self.telnet else []
        if self.communities or any(version != "3" for version, _ in self.traps):
            cleartext.append("snmp-v2")
        own = [(f"user {name}", word) for name, word in self.users.items()]
        own += [("snmp community", word) for word in self.communities]
        own += [("snmp trap", word) for _, word in self.traps]
        return ObservedManagement(
            ntp=tuple(self.ntp),
            dns=tuple(self.dns),
            syslog=tuple(self.syslog),
            transports=("udp",) * len(self.syslog),
            radius=radius,
            snmp_users=tuple(self.snmp_users),
            users=tuple(self.users),
            roles=tuple((name, self.roles.get(name, "")) for name in self.users),
            ssh=self.ssh,
            cleartext=tuple(cleartext),
            sources=tuple(self.sources),
            secrets=tuple(secrets + own),
            gateway=self.gateway,
            banner=self.banner,
            country=self.country,
            idle_s=self.idle_minutes * 60,
            syslog_ports=(_SYSLOG_PORT,) * len(self.syslog),
        )

    def _name(self, words: tuple[str, ...], node: Node, notes: Notes) -> bool:
        if len(words) < 2:
            return False
        if self.name and words[0] == "name":
            notes.doubt(node.line, f"the cluster has a second name `{words[1]}`")
        if words[0] == "name":
            self.name = words[1]
        else:
            self.hostname = words[1]
        return True

    def _country(self, words: tuple[str, ...], _node: Node, _notes: Notes) -> bool:
        self.country = words[1] if len(words) == 2 else ""
        return len(words) == 2

    def _virtual_address(self, words: tuple[str, ...], node: Node, notes: Notes) -> bool:
        if len(words) != 2 or ipv4(words[1]) is None:
            notes.doubt(node.line, "virtual-controller-ip is not an address")
        else:
            self.interfaces = [one for one in self.interfaces if one.name != "virtual-controller"]
            self.interfaces.append(
                ObservedInterface("virtual-controller", "loopback", node.line, words[1], 32)
            )
        return True

    def _own_address(self, words: tuple[str, ...], node: Node, notes: Notes) -> bool:
        """`ip-address A MASK GATEWAY DNS DOMAIN`, sent to one access point."""
        length = mask_length(words[2]) if len(words) > 3 else None
        if length is None or ipv4(words[1]) is None:
            return False
        self.interfaces.append(ObservedInterface("access-point", "vlan", node.line, words[1], length))
        self.gateway = words[3]
        self.dns.extend(words[4:5])
        if ipv4(self.gateway) is None:
            notes.doubt(node.line, f"gateway `{self.gateway}` is not an address")
        return True

    def _servers(self, words: tuple[str, ...], node: Node, notes: Notes) -> bool:
        for word in words[1:]:
            if ipv4(word) is None and not word[0].isalpha():
                notes.doubt(node.line, f"`{word}` is not an address")
        if words[0] == "ntp-server":
            self.ntp.extend(words[1:])
        else:
            self.syslog = list(words[1:])  # one line holds all servers, a second line replaces it
        return len(words) > 1

    def _snmp(self, words: tuple[str, ...], node: Node, notes: Notes) -> bool:
        match words[1:]:
            case ("community", word):
                self.communities[word] = node.line
            case ("host", address, "version", version, word, *_) if ipv4(address) is not None:
                self.traps.append((version, word))
            case ("user", name, *rest):
                self.snmp_users.append(name)
                for weak in _WEAK.intersection(word.lower() for word in rest):
                    notes.doubt(node.line, f"SNMP user `{name}` uses {weak}")
                if not {"auth-prot", "priv-prot"} <= set(rest):
                    notes.doubt(node.line, f"SNMP user `{name}` lacks authentication or privacy")
            case _:
                return False
        return True

    def _user(self, words: tuple[str, ...], node: Node, notes: Notes) -> bool:
        if len(words) < 3:
            return False
        name, rest = (
            words[1],
            [word for word in words[2:] if word not in {"password", "hash", "cleartext", "clear"}],
        )
        if name in self.users:
            notes.doubt(node.line, f"user `{name}` is defined twice")
        self.users[name] = rest[0] if rest else ""
        self.roles[name] = rest[rest.index("usertype") + 1] if "usertype" in rest[1:-1] else "administrator"
        return True

    def _switch(self, words: tuple[str, ...], node: Node, notes: Notes) -> bool:
        if len(words) > 1:
            notes.skip(node.line, hide_secret(node.text))
        if words[0] == "telnet-server":
            self.telnet = True
        else:
            self.ssh = True
        return True

    def _restricted(self, words: tuple[str, ...], node: Node, notes: Notes) -> bool:
        length = mask_length(words[2]) if len(words) == 3 else None
        prefix = network(words[1], length) if length is not None else None
        if prefix is None:
            notes.doubt(node.line, "restricted-mgmt-access is not a subnet with a mask")
            return False
        self.sources.append(prefix)
        return True

    def _session(self, words: tuple[str, ...], _node: Node, _notes: Notes) -> bool:
        minutes = whole_number(words[2]) if len(words) == 3 and words[1] == "timeout" else None
        self.idle_minutes = self.idle_minutes if minutes is None else minutes
        return minutes is not None

    def _bands(self, words: tuple[str, ...], node: Node, notes: Notes) -> bool:
        if len(words) != 2 or words[1] not in {"all", "2.4", "5.0"}:
            notes.doubt(node.line, "rf-band must be all, 2.4 or 5.0")
            return False
        self.bands = words[1]
        return True

    def _banner(self, words: tuple[str, ...], node: Node, notes: Notes) -> bool:
        if words[1:2] != ("motd",):
            notes.doubt(node.line, "the only banner is `banner motd`")
            return False
        self.banner = node.body or " ".join(words[2:])
        return True

    def _joining(self, words: tuple[str, ...], node: Node, notes: Notes) -> bool:
        notes.doubt(node.line, "allow-new-aps: any access point may join the cluster")
        return len(words) == 1


_READERS = {
    "name": Cluster._name, "hostname": Cluster._name,  # noqa: SLF001 - the table of the class's own readers
    "virtual-controller-country": Cluster._country,  # noqa: SLF001
    "virtual-controller-ip": Cluster._virtual_address, "ip-address": Cluster._own_address,  # noqa: SLF001
    "ntp-server": Cluster._servers, "syslog-server": Cluster._servers, "snmp-server": Cluster._snmp,  # noqa: SLF001
    "hash-mgmt-user": Cluster._user, "mgmt-user": Cluster._user, "telnet-server": Cluster._switch,  # noqa: SLF001
    "terminal-access": Cluster._switch, "restricted-mgmt-access": Cluster._restricted,  # noqa: SLF001
    "loginsession": Cluster._session,  # noqa: SLF001
    "rf-band": Cluster._bands, "banner": Cluster._banner, "allow-new-aps": Cluster._joining,  # noqa: SLF001
}  # fmt: skip
