"""What Batfish cannot know or misreads of a text of FortiOS: virtual IPs, people, SD-WAN, tables of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from netgen.judge.batfish.adaptations.adaptation import Adaptation, Row
from netgen.judge.batfish.adaptations.fortios_built_ins import add_built_ins
from netgen.judge.batfish.adaptations.lists import WHY as LISTS
from netgen.judge.batfish.adaptations.lists import without_lists_of_fortios
from netgen.judge.batfish.adaptations.rows import drop_lines
from netgen.readback import read


def _stand_in_published(rows: list[Row]) -> list[Row]:
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


def _stand_in_sdwan(rows: list[Row]) -> list[Row]:
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
    found: list[Row] = []
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


def _drop_nested_interface_tables(rows: list[Row]) -> list[Row]:
    """Take `config ipv6` and the like out of interfaces."""
    kept: list[Row] = []
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


def _drop_policies_of_groups(rows: list[Row]) -> list[Row]:
    """Take out every policy that names user groups: nobody whom the firewall does not know is in one."""
    kept: list[Row] = []
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


def _drop_unmodelled_tables(rows: list[Row]) -> list[Row]:
    """Take out whole top-level tables; they say nothing about interfaces, zones, policies or routes."""
    return _drop_tables(rows, UNMODELLED_TABLES)


def _drop_tables(rows: list[Row], tables: Iterable[str]) -> list[Row]:
    names = tuple(tables)
    kept: list[Row] = []
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


ADAPTATIONS: tuple[Adaptation, ...] = (
    Adaptation("fortios-lists", "fortinet_fortios", LISTS, without_lists_of_fortios),
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
        drop_lines(r"set remoteauthtimeout \d+"),
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
        add_built_ins,
    ),
    Adaptation(
        "fortios-nested-tables",
        "fortinet_fortios",
        "a table inside an interface breaks the rest of the interface table",
        _drop_nested_interface_tables,
    ),
)
