"""Address books and applications of an SRX, with sets resolved to what they contain."""

from __future__ import annotations

from netgen.readback.facts import ObservedAddress, ObservedService
from netgen.readback.indented import ipv4, split_cidr, whole_number
from netgen.readback.ipv6_text import EVERYTHING6, network6
from netgen.readback.juniper_junos.tree import Node, Notes
from netgen.readback.spans import EVERYTHING, Span, join, network_span, prefixes

Flows = tuple[tuple[str, int, int], ...]
_PORT_MAX = 65535
_DEEPEST = 40
#: Names that every device has, with what they hold; `any` is both families.
_ANY = {"any": ("0.0.0.0/0", EVERYTHING6), "any-ipv4": ("0.0.0.0/0",), "any-ipv6": (EVERYTHING6,)}
_ICMP_TYPES = {
    "echo-reply": 0, "unreachable": 3, "destination-unreachable": 3, "source-quench": 4, "redirect": 5,
    "echo-request": 8, "router-advertisement": 9, "router-solicit": 10, "time-exceeded": 11, "parameter-problem": 12,
    "timestamp": 13, "timestamp-reply": 14, "info-request": 15, "info-reply": 16, "mask-request": 17, "mask-reply": 18,
}  # fmt: skip
_PORT_NAMES = {
    "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "domain": 53, "http": 80, "pop3": 110, "ntp": 123, "imap": 143,
    "snmp": 161, "snmptrap": 162, "bgp": 179, "ldap": 389, "https": 443, "syslog": 514,
}  # fmt: skip
_PORT_PROTOCOLS = {"6": "tcp", "17": "udp", "132": "sctp", "1": "icmp", "58": "icmp6"}


def _tcp(*ports: int) -> Flows:
    return tuple(("tcp", port, port) for port in ports)


def _udp(*ports: int) -> Flows:
    return tuple(("udp", port, port) for port in ports)


#: Applications that every device has (`show configuration groups junos-defaults applications`).
BUILT_IN_APPLICATIONS: dict[str, Flows] = {
    "junos-ftp": _tcp(21), "junos-ssh": _tcp(22), "junos-telnet": _tcp(23), "junos-smtp": _tcp(25),
    "junos-dns-udp": _udp(53), "junos-dns-tcp": _tcp(53), "junos-dhcp-server": _udp(67), "junos-dhcp-client": _udp(68),
    "junos-dhcp-relay": _udp(67), "junos-bootps": _udp(67), "junos-bootpc": _udp(68), "junos-tftp": _udp(69),
    "junos-http": _tcp(80), "junos-pop3": _tcp(110), "junos-ntp": _udp(123), "junos-imap": _tcp(143),
    "junos-bgp": _tcp(179), "junos-ldap": _tcp(389), "junos-https": _tcp(443), "junos-ike": _udp(500),
    "junos-ike-nat": _udp(4500), "junos-syslog": _udp(514), "junos-printer": _tcp(515), "junos-imaps": _tcp(993),
    "junos-radius": _udp(1812), "junos-radacct": _udp(1813), "junos-rdp": _tcp(3389),
    "junos-sip": (*_udp(5060), *_tcp(5060)),
    "junos-smb": _tcp(139, 445), "junos-smb-session": _tcp(445), "junos-icmp-all": (("icmp", -1, -1),),
    "junos-ping": (("icmp", 8, 8),), "junos-icmp-ping": (("icmp", 8, 8),), "junos-icmp6-all": (("icmp6", -1, -1),),
    "junos-pingv6": (("icmp6", 128, 128),), "junos-gre": (("47", -1, -1),), "junos-ospf": (("89", -1, -1),),
    "junos-tcp-any": (("tcp", 0, _PORT_MAX),), "junos-udp-any": (("udp", 0, _PORT_MAX),),
}  # fmt: skip
BUILT_IN_SETS: dict[str, tuple[str, ...]] = {
    "junos-dns": ("junos-dns-udp", "junos-dns-tcp"),
    "junos-cifs": ("junos-smb", "junos-smb-session"),
}


class AddressBook:
    """The address names of a text. A name of a zone's own book is known as `book/name` where names collide."""

    def __init__(self, root: Node, notes: Notes) -> None:
        self._notes = notes
        self.facts: dict[str, ObservedAddress] = {}
        self._spans: dict[str, list[Span]] = {}
        self._prefixes6: dict[str, tuple[str, ...]] = {}
        self._by_zone: dict[str, list[dict[str, str]]] = {}
        self._global: dict[str, str] = {}
        security = root.sub("security")
        attached = []
        for book in security.entries("address-book"):
            names = self._read_book(book, book.key)
            if book.key == "global":
                self._global = names
            for zone in book.sub("attach").entries("zone"):
                self._by_zone.setdefault(zone.key, []).append(names)
                attached.append(book)
        for zone in security.sub("zones").entries("security-zone"):
            if ("address-book",) in zone.kids:
                if self._global or attached:
                    text = f"zone {zone.key} has an address book of its own beside others, which is refused"
                    notes.doubt(zone.line_of("address-book"), text)
                self._by_zone.setdefault(zone.key, []).append(
                    self._read_book(zone.sub("address-book"), zone.key)
                )

    def name(self, text: str, zones: tuple[str, ...]) -> str | None:
        """The fact that a policy means by a name, from the books of its zone; None when there is none."""
        if text in _ANY:
            if text not in self.facts:
                self.facts[text] = ObservedAddress(text, _ANY[text], any_=text == "any", line=0)
                self._spans[text] = [EVERYTHING] if text != "any-ipv6" else []
            return text
        for zone in zones:
            for names in self._by_zone.get(zone, ()):
                if text in names:
                    return names[text]
        return self._global.get(text)

    def spans(self, name: str) -> list[Span]:
        """The addresses of a fact."""
        return self._spans.get(name, [])

    def _read_book(self, book: Node, label: str) -> dict[str, str]:
        names: dict[str, str] = {}
        sets = {row.key: row for row in book.entries("address-set")}
        singles = {row.key: row for row in book.entries("address")}
        for name, row in singles.items():
            fact = names[name] = self._unique(name, label)
            spans, hosts = self._read_single(row)
            if name in sets:
                self._notes.doubt(row.line, f"`{name}` is an address and a set of addresses")
            self._prefixes6[fact] = self._read_single6(row)
            self._keep(fact, spans, hosts, row.line)
        for name in sets:
            names.setdefault(name, self._unique(name, label))
        for name, row in sets.items():
            spans, hosts = self._read_set(name, sets, singles, names, ())
            self._prefixes6[names[name]] = self._read_set6(name, sets, names, ())
            self._keep(names[name], spans, hosts, row.line)
        return names

    def _unique(self, name: str, label: str) -> str:
        return f"{label}/{name}" if name in self.facts else name

    def _keep(self, fact: str, spans: list[Span], hosts: tuple[str, ...], line: int) -> None:
        spans = join(spans)
        texts = ("0.0.0.0/0",) if EVERYTHING in spans else prefixes(spans)
        held = (*texts, *self._prefixes6[fact])
        self.facts[fact] = ObservedAddress(fact, held, any_=False, line=line, fqdns=hosts)
        self._spans[fact] = spans

    def _read_single(self, row: Node) -> tuple[list[Span], tuple[str, ...]]:
        spans: list[Span] = []
        hosts = tuple(item.key for item in row.entries("dns-name"))
        if row.value("wildcard-address"):
            row.keep("wildcard-address")
        for item in row.entries("range-address"):
            low, high = ipv4(item.key), ipv4(item.value("to"))
            if low is None or high is None or high < low:
                self._notes.doubt(item.line, f"address {row.key}: not a range of addresses")
            else:
                spans.append((low, high))
        for item in row.entries("<prefix>"):
            if ":" in item.key:
                continue
            parts = split_cidr(item.key) or split_cidr(f"{item.key}/32")
            if parts is None:
                self._notes.doubt(item.line, f"address {row.key}: `{item.key}` is not a prefix")
            else:
                spans.append(network_span(ipv4(parts[0]) or 0, parts[1]))
        if not spans and not hosts and not row.kids and not row.leaves:
            self._notes.doubt(row.line, f"address {row.key} is empty")
        return spans, hosts

    def _read_single6(self, row: Node) -> tuple[str, ...]:
        found: list[str] = []
        for item in row.entries("<prefix>"):
            if ":" not in item.key:
                continue
            prefix = network6(item.key if "/" in item.key else f"{item.key}/128")
            if prefix is None:
                self._notes.doubt(item.line, f"address {row.key}: `{item.key}` is not an IPv6 prefix")
            else:
                found.append(prefix)
        return tuple(found)

    def _read_set6(
        self, name: str, sets: dict[str, Node], names: dict[str, str], above: tuple[str, ...]
    ) -> tuple[str, ...]:
        """What the members hold of IPv6; a set that contains itself is objected to by `_read_set`."""
        if name in above or name not in sets:
            return ()
        found: list[str] = []
        for member in sets[name].values("address"):
            found += self._prefixes6.get(names.get(member, ""), ())
        for member in sets[name].values("address-set"):
            found += self._read_set6(member, sets, names, (*above, name))
        return tuple(dict.fromkeys(found))

    def _read_set(
        self,
        name: str,
        sets: dict[str, Node],
        singles: dict[str, Node],
        names: dict[str, str],
        above: tuple[str, ...],
    ) -> tuple[list[Span], tuple[str, ...]]:
        row = sets[name]
        if name in above or len(above) > _DEEPEST:
            self._notes.doubt(row.line, f"address set {name} contains itself")
            return [], ()
        spans: list[Span] = []
        hosts: tuple[str, ...] = ()
        for member in row.values("address"):
            if member not in singles:
                self._notes.doubt(
                    row.line_of("address"), f"address set {name}: address {member} is not defined"
                )
                continue
            spans += self._spans.get(names[member], [])
            hosts += self.facts[names[member]].fqdns
        for member in row.values("address-set"):
            if member not in sets:
                self._notes.doubt(
                    row.line_of("address-set"), f"address set {name}: set {member} is not defined"
                )
                continue
            more, others = self._read_set(member, sets, singles, names, (*above, name))
            spans, hosts = spans + more, hosts + others
        if not row.values("address") and not row.values("address-set"):
            self._notes.doubt(row.line, f"address set {name} is empty")
        return spans, hosts


class Applications:
    """The applications of a text and those that every device has."""

    def __init__(self, root: Node, notes: Notes) -> None:
        self._notes = notes
        self._lines: dict[str, int] = {}
        self._flows: dict[str, Flows] = {}
        self._vague: set[str] = set()
        self._any: set[str] = set()
        block = root.sub("applications")
        self._sets: dict[str, Node] = {}
        for row in block.entries("application"):
            self._lines[row.key] = row.line
            terms = row.entries("term")
            flows = (
                [self._read_term(row.key, term) for term in terms]
                if terms
                else [self._read_term(row.key, row)]
            )
            self._flows[row.key] = tuple(dict.fromkeys(flow for each in flows for flow in each))
        for row in block.entries("application-set"):
            if row.key in self._lines:
                notes.doubt(row.line, f"`{row.key}` is an application and a set of applications")
            self._lines[row.key] = row.line
            self._sets[row.key] = row
        for name in self._sets:
            self._resolve(name, ())

    def knows(self, name: str) -> bool:
        """True if the text or the device defines the name."""
        return name in self._lines or name in BUILT_IN_APPLICATIONS or name in BUILT_IN_SETS or name == "any"

    def observed(self, used: set[str]) -> tuple[ObservedService, ...]:
        """Every application of the text, and the built-in ones that are used, with line 0."""
        names = [*self._lines, *sorted(name for name in used if self.knows(name) and name not in self._lines)]
        return tuple(
            ObservedService(
                name,
                self.contents(name),
                name == "any" or name in self._any,
                self._lines.get(name, 0),
                exact=name not in self._vague,
            )
            for name in names
        )

    def contents(self, name: str) -> Flows:
        """The flows of a name."""
        if name in self._lines:
            return self._flows.get(name, ())
        if name in BUILT_IN_SETS:
            found = (flow for member in BUILT_IN_SETS[name] for flow in BUILT_IN_APPLICATIONS[member])
            return tuple(dict.fromkeys(found))
        return BUILT_IN_APPLICATIONS.get(name, ())

    def _resolve(self, name: str, above: tuple[str, ...]) -> Flows:
        row = self._sets.get(name)
        if row is None or name in self._flows:
            return self.contents(name)
        if name in above or len(above) > _DEEPEST:
            self._notes.doubt(row.line, f"application set {name} contains itself")
            return ()
        flows: list[tuple[str, int, int]] = []
        members = (*row.values("application"), *row.values("application-set"))
        for member in members:
            if not self.knows(member):
                self._notes.doubt(row.line, f"application set {name}: application {member} is not defined")
            flows += self._resolve(member, (*above, name))
            if member in self._vague:
                self._vague.add(name)
            if member == "any" or member in self._any:
                self._any.add(name)
        if not members:
            self._notes.doubt(row.line, f"application set {name} is empty")
        self._flows[name] = tuple(dict.fromkeys(flows))
        return self._flows[name]

    def _read_term(self, name: str, row: Node) -> Flows:
        protocol = row.value("protocol")
        protocol = _PORT_PROTOCOLS.get(protocol, protocol)
        if row.value("source-port") not in ("", "0-65535", "1-65535"):
            self._vague.add(name)
        for word in ("rpc-program-number", "uuid", "ether-type"):
            if row.value(word):
                self._vague.add(name)
                row.keep(word)
        if not protocol:
            self._notes.doubt(row.line, f"application {name} has no protocol")
            return ()
        if protocol in ("icmp", "icmp6"):
            return ((protocol, *self._icmp(name, row, protocol)),)
        if protocol not in ("tcp", "udp", "sctp"):
            number = _other_protocol(protocol)
            if number is None:
                self._notes.doubt(
                    row.line_of("protocol"), f"application {name}: protocol `{protocol}` is not known"
                )
                return ()
            return ((number, -1, -1),)
        text = row.value("destination-port")
        if not text:
            return ((protocol, 0, _PORT_MAX),)
        first, last = _ports(text)
        if first < 0:
            self._notes.doubt(
                row.line_of("destination-port"), f"application {name}: `{text}` is not a range of ports"
            )
            return ()
        return ((protocol, first, last),)

    def _icmp(self, name: str, row: Node, protocol: str) -> tuple[int, int]:
        text = row.value("icmp-type" if protocol == "icmp" else "icmp6-type")
        code = row.value("icmp-code" if protocol == "icmp" else "icmp6-code")
        number = _ICMP_TYPES.get(text, whole_number(text)) if text else -1
        if number is None:
            self._notes.doubt(row.line, f"application {name}: ICMP type `{text}` is not known")
            number = -1
        if code and not (code == "0" and number in (0, 8, 128, 129)):
            self._vague.add(name)
        return number, number


def _other_protocol(word: str) -> str | None:
    known = {
        "gre": "47",
        "esp": "50",
        "ah": "51",
        "ospf": "89",
        "igmp": "2",
        "pim": "103",
        "ipip": "4",
        "egp": "8",
    }
    if word in known:
        return known[word]
    number = whole_number(word)
    return word if number is not None and number <= 255 else None


def _ports(text: str) -> tuple[int, int]:
    low, dash, high = text.partition("-")
    if text in _PORT_NAMES:
        return _PORT_NAMES[text], _PORT_NAMES[text]
    first, last = whole_number(low), whole_number(high if dash else low)
    if first is None or last is None or not 0 <= first <= last <= _PORT_MAX:
        return -1, -1
    return first, last
