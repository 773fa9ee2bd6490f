"""How a text is changed before Batfish reads it. Each change is declared here, counted and printed.

An adaptation never hides a line that decides who may talk to whom: it stands in for what Batfish
cannot know (FortiOS built-in objects), or takes out a line that makes Batfish lose the lines after
it. Line numbers of the given text are kept beside the adapted one.
Sources: observed answers of Batfish 0.36.0; FortiOS 7.4 default services.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import msgspec

from netgen.judge.batfish.junos_clusters import as_first_node
from netgen.judge.batfish.junos_texts import carry_voice, spread_global_policies
from netgen.judge.batfish.junos_texts import keep_modelled as keep_modelled_of_junos
from netgen.judge.batfish.lists import (
    without_lists_of_fortios,
    without_lists_of_junos,
    without_lists_of_panos,
)
from netgen.judge.batfish.panos_texts import (
    drop_rules,
    keep_modelled,
    stand_in_defaults,
    translate_destinations,
)
from netgen.readback import read


class AdaptedLine(msgspec.Struct, frozen=True):
    """A line that Batfish sees otherwise than it was given; `line` is 0 for an added one."""

    adaptation: str
    line: int
    before: str
    after: str


class Adapted(msgspec.Struct, frozen=True):
    """The text for Batfish, where each of its lines came from (0: added), and what was changed."""

    text: str
    origins: tuple[int, ...]
    changes: tuple[AdaptedLine, ...]

    def given_line(self, line: int) -> int:
        """The line of the given text behind a line of the adapted one; 0 when it was added."""
        return self.origins[line - 1] if 0 < line <= len(self.origins) else 0


_Row = tuple[int, str]


class Adaptation(msgspec.Struct, frozen=True):
    """A declared change. `apply` takes and gives (given line, text) rows; 0 marks an added row."""

    id: str
    platform: str
    reason: str
    apply: Callable[[list[_Row]], list[_Row]]


def _add_header(word: str) -> Callable[[list[_Row]], list[_Row]]:
    return lambda rows: [(0, f"!RANCID-CONTENT-TYPE: {word}"), *rows]


#: FortiOS objects that exist without being defined. Services: (protocol, port range) of each.
BUILT_IN_ADDRESSES = ("all", "none")
BUILT_IN_SERVICES: dict[str, tuple[tuple[str, str], ...]] = {
    "ALL": (("ip", ""),),
    "ALL_ICMP": (("icmp", ""),),
    "ALL_TCP": (("tcp", "1-65535"),),
    "ALL_UDP": (("udp", "1-65535"),),
    "DNS": (("tcp", "53"), ("udp", "53")),
    "HTTP": (("tcp", "80"),),
    "HTTPS": (("tcp", "443"),),
    "NTP": (("tcp", "123"), ("udp", "123")),
    "PING": (("icmp", "8"),),
    "SMTP": (("tcp", "25"),),
    "SNMP": (("tcp", "161-162"), ("udp", "161-162")),
    "SSH": (("tcp", "22"),),
    "SYSLOG": (("udp", "514"),),
    "TELNET": (("tcp", "23"),),
}
_WORDS = re.compile(r'"([^"]*)"|(\S+)')


def _add_built_ins(rows: list[_Row]) -> list[_Row]:
    """Define the built-in objects that policies use and the text does not define, before the policies."""
    addresses, services = _used_names(rows)
    defined = _defined_names(rows)
    added: list[str] = []
    wanted = [
        name for name in BUILT_IN_ADDRESSES if name in addresses and ("firewall address", name) not in defined
    ]
    if wanted:
        added += ["config firewall address"]
        for name in wanted:
            mask = "0.0.0.0 0.0.0.0" if name == "all" else "0.0.0.0 255.255.255.255"
            added += [f'    edit "{name}"', f"        set subnet {mask}", "    next"]
        added += ["end"]
    missing = [
        name
        for name in BUILT_IN_SERVICES
        if name in services and ("firewall service custom", name) not in defined
    ]
    if missing:
        added += ["config firewall service custom"]
        for name in missing:
            added += [f'    edit "{name}"', *_service_lines(BUILT_IN_SERVICES[name]), "    next"]
        added += ["end"]
    place = next(
        (i for i, (_, text) in enumerate(rows) if text.strip() == "config firewall policy"), len(rows)
    )
    return [*rows[:place], *((0, line) for line in added), *rows[place:]]


def _stand_in_published(rows: list[_Row]) -> list[_Row]:
    """Define each virtual IP that a policy names as the address behind it, and take out the table of them."""
    text = "\n".join(text for _, text in rows)
    if "config firewall vip" not in text:
        return rows
    observed = read("fortinet_fortios", text)
    names = {item.name for item in observed.forwards}
    added = ["config firewall address"]
    for item in observed.addresses:
        if item.name in names and item.prefixes:
            host = item.prefixes[0].removesuffix("/32")
            added += [f'    edit "{item.name}"', f"        set subnet {host} 255.255.255.255", "    next"]
    for each in observed.translations:
        if each.way == "in":
            first, _, last = each.inside.partition("-")
            words = ("set type iprange", f"set start-ip {first}", f"set end-ip {last}")
            added += [f'    edit "{each.name}"', *(f"        {line}" for line in words), "    next"]
    added += ["end"]
    kept = _drop_tables(rows, ("firewall vip",))
    place = next(
        (i for i, (_, text) in enumerate(kept) if text.strip() == "config firewall policy"), len(kept)
    )
    return [
        *kept[:place],
        *((0, line) for line in added if len(added) > len(("config", "end"))),
        *kept[place:],
    ]


_SDWAN_ROUTE = re.compile(r'(\s*)set sdwan-zone "([^"]+)".*')


def _stand_in_sdwan(rows: list[_Row]) -> list[_Row]:
    """Make each zone of SD-WAN a plain zone of its members, and a route into it one by its first member.

    Which circuit a packet takes is left out: policies are about zones, and a policy route leads to where they hold too.
    """
    text = "\n".join(text for _, text in rows)
    if "config system sdwan" not in text and "config router policy" not in text:
        return rows
    members = {zone.name: zone.members for zone in read("fortinet_fortios", text).zones if zone.members}
    kept = _drop_tables(rows, ("system sdwan", "router policy"))
    steered = [name for name in members if f'edit "{name}"' not in "\n".join(line for _, line in kept)]
    added = [
        line
        for name in steered
        for line in (
            f'    edit "{name}"',
            "        set interface " + " ".join(f'"{port}"' for port in members[name]),
            "    next",
        )
    ]
    found: list[_Row] = []
    for number, line in kept:
        route = _SDWAN_ROUTE.fullmatch(line)
        if route and members.get(route[2]):
            found.append((number, f'{route[1]}set device "{members[route[2]][0]}"'))
        elif line.strip() == "config firewall policy" and added:
            found += [(0, word) for word in ("config system zone", *added, "end")]
            found.append((number, line))
        else:
            found.append((number, line))
    return found


def _service_lines(flows: Iterable[tuple[str, str]]) -> list[str]:
    found = []
    for protocol, ports in flows:
        if protocol == "ip":
            found.append("        set protocol IP")
        elif protocol == "icmp":
            found += ["        set protocol ICMP", *([f"        set icmptype {ports}"] if ports else [])]
        else:
            found.append(f"        set {protocol}-portrange {ports}")
    return found


def _used_names(rows: list[_Row]) -> tuple[set[str], set[str]]:
    addresses: set[str] = set()
    services: set[str] = set()
    for _, text in rows:
        words = [one or other for one, other in _WORDS.findall(text)]
        if words[:2] in (["set", "srcaddr"], ["set", "dstaddr"]):
            addresses.update(words[2:])
        elif words[:2] == ["set", "service"]:
            services.update(words[2:])
    return addresses, services


def _defined_names(rows: list[_Row]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    stack: list[str] = []
    for _, text in rows:
        words = [one or other for one, other in _WORDS.findall(text)]
        if words[:1] == ["config"]:
            stack.append(" ".join(words[1:]))
        elif words == ["end"] and stack:
            stack.pop()
        elif words[:1] == ["edit"] and len(stack) == 1 and len(words) > 1:
            found.add((stack[0], words[1]))
    return found


def _drop_nested_interface_tables(rows: list[_Row]) -> list[_Row]:
    """Take `config ipv6` and the like out of interfaces."""
    kept: list[_Row] = []
    stack: list[str] = []
    for number, text in rows:
        words = text.split()
        inside = len(stack) > 1 and stack[0] == "system interface"
        if words[:1] == ["config"]:
            stack.append(" ".join(words[1:]))
            inside = inside or (len(stack) > 1 and stack[0] == "system interface")
        elif words == ["end"] and stack:
            stack.pop()
        if not inside:
            kept.append((number, text))
    return kept


def _drop_lines(shape: str) -> Callable[[list[_Row]], list[_Row]]:
    """Take out lines below the top level; a top-level line of the same words is another command."""
    pattern = re.compile(shape)
    return lambda rows: [
        (number, text) for number, text in rows if not (text[:1] == " " and pattern.fullmatch(text.strip()))
    ]


def _drop_blocks(shape: str) -> Callable[[list[_Row]], list[_Row]]:
    """Take out top-level blocks by their first line, with all indented lines below."""
    pattern = re.compile(shape)

    def apply(rows: list[_Row]) -> list[_Row]:
        kept: list[_Row] = []
        dropping = False
        for number, text in rows:
            if text[:1] != " ":
                dropping = bool(pattern.fullmatch(text.strip()))
            if not dropping:
                kept.append((number, text))
        return kept

    return apply


#: FortiOS tables of which Batfish models nothing. The embedded engine reads them all.
UNMODELLED_TABLES = (
    "application list", "dnsfilter", "firewall DoS-policy", "firewall ippool", "firewall local-in-policy",
    "firewall schedule", "firewall wildcard-fqdn", "firewall ssl-ssh-profile", "ips", "log", "router static6",
    "system accprofile", "system admin", "system central-management", "system dhcp server", "system dns",
    "system dns-database", "system dns-server", "system external-resource", "system ha", "system link-monitor",
    "system netflow", "system ntp", "system password-policy",
    "system replacemsg", "system settings", "system sflow", "system snmp", "user", "vpn", "webfilter",
    "wireless-controller",
)  # fmt: skip


def _drop_policies_of_groups(rows: list[_Row]) -> list[_Row]:
    """Take out every policy that names user groups: nobody whom the firewall does not know is in one."""
    kept: list[_Row] = []
    table = entry = False
    start = 0
    for number, text in rows:
        words = text.split()
        if text[:1] != " ":
            table = words == ["config", "firewall", "policy"]
        kept.append((number, text))
        if table and words[:1] == ["edit"]:
            start, entry = len(kept) - 1, False
        entry = entry or (table and words[:2] == ["set", "groups"])
        if table and entry and words == ["next"]:
            del kept[start:]
    return kept


def _drop_unmodelled_tables(rows: list[_Row]) -> list[_Row]:
    """Take out whole top-level tables; they say nothing about interfaces, zones, policies or routes."""
    return _drop_tables(rows, UNMODELLED_TABLES)


def _drop_tables(rows: list[_Row], tables: Iterable[str]) -> list[_Row]:
    names = tuple(tables)
    kept: list[_Row] = []
    depth = 0
    dropping = False
    for number, text in rows:
        words = text.split()
        if words[:1] == ["config"]:
            if not depth:
                name = " ".join(words[1:])
                dropping = any(name == table or name.startswith(f"{table} ") for table in names)
            depth += 1
        if not dropping:
            kept.append((number, text))
        if words == ["end"] and depth:
            depth -= 1
            dropping = dropping and depth > 0
    return kept


_PHONE_NATIVE = re.compile(r"(\s*)switchport trunk native vlan (\d+)\s*\Z")


def _phone_trunks_to_access(rows: list[_Row]) -> list[_Row]:
    """A trunk to a phone becomes an access port of its data VLAN."""
    found: list[_Row] = []
    block: list[_Row] = []

    def close() -> None:
        if any(text.strip() == "switchport mode trunk phone" for _, text in block):
            for number, text in block:
                native = _PHONE_NATIVE.match(text)
                if native:
                    found.append((number, f"{native[1]}switchport access vlan {native[2]}"))
                elif text.strip() == "switchport mode trunk phone":
                    found.append((number, text.replace("trunk phone", "access")))
                else:
                    found.append((number, text))
        else:
            found.extend(block)
        block.clear()

    for row in rows:
        if row[1] and not row[1].startswith(" "):
            close()
        block.append(row)
    close()
    return found


_VOICE = re.compile(r"\s*switchport (?:voice|phone) vlan (\d+)\s*\Z")
_SVI = re.compile(r"interface Vlan(\d+)\s*\Z")


def _keep_voice_interfaces_up(rows: list[_Row]) -> list[_Row]:
    """A routed VLAN of telephones is up without a trunk that carries it."""
    voice = {found[1] for _, text in rows if (found := _VOICE.match(text))}
    found_rows: list[_Row] = []
    for number, text in rows:
        found_rows.append((number, text))
        svi = _SVI.match(text)
        if svi and svi[1] in voice:
            found_rows.append((number, " no autostate"))
    return found_rows


_LISTS = "nobody but the box knows what is in a list; which lists stand where is decided by their names"
ADAPTATIONS: tuple[Adaptation, ...] = (
    Adaptation("ios-header", "cisco_iosxe", "says which grammar to use", _add_header("ios")),
    Adaptation("eos-header", "arista_eos", "without it EOS is read as IOS", _add_header("arista")),
    Adaptation(
        "eos-phone-trunk",
        "arista_eos",
        "`switchport mode trunk phone` is read as an access port of VLAN 1",
        _phone_trunks_to_access,
    ),
    Adaptation(
        "eos-context-breakers",
        "arista_eos",
        "these lines make Batfish lose the rest of their block",
        _drop_lines(r"ip dhcp snooping trust|l2 mtu .*|ipv6 dhcp relay destination .*|connection limit .*"),
    ),
    Adaptation(
        "eos-ipv6",
        "arista_eos",
        "Batfish models no IPv6 and reads no route of it inside of a VRF",
        _drop_blocks(r"ipv6 route vrf .*"),
    ),
    Adaptation(
        "eos-dhcp-server",
        "arista_eos",
        "Batfish models no DHCP server of EOS and takes its lines for others",
        _drop_blocks(r"dhcp server( vrf \S+)?"),
    ),
    Adaptation(
        "eos-unmodelled-blocks",
        "arista_eos",
        "Batfish models nothing of these blocks and takes some of their lines for others",
        _drop_blocks(r"dot1x|qos profile \S+|monitor loop-protection"),
    ),
    Adaptation(
        "eos-ssh-sessions",
        "arista_eos",
        "Batfish models no sessions with the box, and a VRF in this block makes it lose the rest",
        _drop_blocks(r"management ssh"),
    ),
    Adaptation(
        "eos-voice-interfaces",
        "arista_eos",
        "Batfish takes a routed VLAN for down that is on sockets as their phone VLAN alone",
        _keep_voice_interfaces_up,
    ),
    Adaptation(
        "ios-voice-interfaces",
        "cisco_iosxe",
        "Batfish takes a routed VLAN for down that is on sockets as their voice VLAN alone",
        _keep_voice_interfaces_up,
    ),
    Adaptation(
        "ios-snmp-over-ipv6",
        "cisco_iosxe",
        "Batfish models no SNMP and does not read a group with an IPv6 list",
        _drop_blocks(r"snmp-server group .* access ipv6 .*"),
    ),
    Adaptation(
        "ios-dhcp-pools",
        "cisco_iosxe",
        "Batfish takes `vrf` inside a DHCP pool for a routing instance",
        _drop_blocks(r"ip dhcp pool .*"),
    ),
    Adaptation(
        "ios-context-breakers",
        "cisco_iosxe",
        "these interface lines make Batfish lose the rest of their block",
        _drop_lines(
            r"ip device tracking .*|cts role-based enforcement|device-tracking attach-policy .*|errdisable .*"
        ),
    ),
    Adaptation("fortios-lists", "fortinet_fortios", _LISTS, without_lists_of_fortios),
    Adaptation(
        "fortios-published",
        "fortinet_fortios",
        "Batfish knows no virtual IP and drops a policy that names one; a policy matches what is behind it",
        _stand_in_published,
    ),
    Adaptation(
        "fortios-groups",
        "fortinet_fortios",
        "Batfish knows no people and would let everybody through; what is compared is who is not known",
        _drop_policies_of_groups,
    ),
    Adaptation(
        "fortios-sdwan",
        "fortinet_fortios",
        "Batfish knows no SD-WAN and no policy route; the zone of the members is a zone to its policies",
        _stand_in_sdwan,
    ),
    Adaptation(
        "fortios-unmodelled-tables",
        "fortinet_fortios",
        "Batfish models nothing of these tables and would flag each line",
        _drop_unmodelled_tables,
    ),
    Adaptation(
        "fortios-remote-logins",
        "fortinet_fortios",
        "Batfish models no logins of people and does not read how long one may take",
        _drop_lines(r"set remoteauthtimeout \d+"),
    ),
    Adaptation(
        "fortios-bgp",
        "fortinet_fortios",
        "Batfish reads no prefix lists and no neighbour behind a tunnel, so BGP would be another than the box's",
        lambda rows: _drop_tables(rows, ("router bgp", "router prefix-list", "router route-map")),
    ),
    Adaptation(
        "fortios-built-ins",
        "fortinet_fortios",
        "Batfish knows no built-in address or service and drops a policy that uses one",
        _add_built_ins,
    ),
    Adaptation(
        "fortios-nested-tables",
        "fortinet_fortios",
        "a table inside an interface breaks the rest of the interface table",
        _drop_nested_interface_tables,
    ),
    Adaptation("junos-lists", "juniper_junos", _LISTS, without_lists_of_junos),
    Adaptation(
        "junos-clusters",
        "juniper_junos",
        "Batfish finds no cable at a redundant interface of two firewalls and takes it for down",
        as_first_node,
    ),
    Adaptation(
        "junos-global-policies",
        "juniper_junos",
        "Batfish compares policies zone pair by zone pair and ignores the zones of a global one",
        spread_global_policies,
    ),
    Adaptation(
        "junos-voice-vlans",
        "juniper_junos",
        "Batfish takes a routed VLAN for down that is on sockets for their telephones alone",
        carry_voice,
    ),
    Adaptation(
        "junos-unmodelled",
        "juniper_junos",
        "Batfish models nothing of these blocks that is asked about, and would flag each line",
        keep_modelled_of_junos,
    ),
    Adaptation("panos-lists", "paloalto_panos", _LISTS, without_lists_of_panos),
    Adaptation(
        "panos-published",
        "paloalto_panos",
        "a rule names the address before a destination translation, and Batfish compares what is behind it",
        translate_destinations,
    ),
    Adaptation(
        "panos-rules",
        "paloalto_panos",
        "sessions with the firewall itself, and rules by application or category, which Batfish misreads",
        drop_rules,
    ),
    Adaptation(
        "panos-default-rules",
        "paloalto_panos",
        "Batfish reads no override of the default rules",
        stand_in_defaults,
    ),
    Adaptation(
        "panos-unmodelled",
        "paloalto_panos",
        "Batfish models nothing of these lines and would flag each",
        keep_modelled,
    ),
    Adaptation("panos-header", "paloalto_panos", "says which grammar to use", _add_header("paloalto")),
)


def adapt(platform: str, text: str, adaptations: tuple[Adaptation, ...] = ADAPTATIONS) -> Adapted:
    """The text as Batfish gets it, and every line that differs."""
    rows: list[_Row] = list(enumerate(text.splitlines(), start=1))
    changes: list[AdaptedLine] = []
    for adaptation in adaptations:
        if adaptation.platform == platform:
            after = adaptation.apply(rows)
            changes += _changes(adaptation.id, rows, after)
            rows = after
    return Adapted(
        "\n".join(text for _, text in rows) + "\n", tuple(number for number, _ in rows), tuple(changes)
    )


def _changes(name: str, before: list[_Row], after: list[_Row]) -> list[AdaptedLine]:
    old, new = (
        {number: text for number, text in before if number},
        {number: text for number, text in after if number},
    )
    found = [
        AdaptedLine(name, number, text, new.get(number, ""))
        for number, text in old.items()
        if new.get(number) != text
    ]
    known = sum(1 for number, _ in before if not number)
    added = [text for number, text in after if not number]
    # Rows added by an earlier adaptation come through unchanged and are not counted again.
    fresh = (
        [text for text in added if text not in {row for number, row in before if not number}]
        if known
        else added
    )
    return found + [AdaptedLine(name, 0, "", text) for text in fresh]
