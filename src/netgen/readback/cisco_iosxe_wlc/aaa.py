"""Which RADIUS servers a method list asks. Source: IOS-XE `aaa` lines of public C9800 configurations."""

from __future__ import annotations

import msgspec

from netgen.readback.indented import Node


class Lists(msgspec.Struct):
    """Method lists by (kind, name) with their groups, groups with their servers, servers with their addresses."""

    methods: dict[tuple[str, str], tuple[str, ...]] = {}
    groups: dict[str, tuple[str, ...]] = {}
    servers: dict[str, str] = {}

    def hosts(self, kind: str, name: str) -> tuple[str, ...] | None:
        """The addresses that a list asks, in their order; None when the list is not defined."""
        methods = self.methods.get((kind, name))
        if methods is None:
            return None
        found: list[str] = []
        for place, word in enumerate(methods[:-1]):
            if word == "group":
                group = methods[place + 1]
                names = tuple(self.servers) if group == "radius" else self.groups.get(group, ())
                found += [self.servers.get(server, server) for server in names]
        return tuple(dict.fromkeys(found))


def read_lists(nodes: list[Node]) -> Lists:
    """The `aaa` and `radius server` lines of the top level."""
    found = Lists()
    for node in nodes:
        match node.words:
            case ["aaa", "authentication" | "authorization" | "accounting" as what, kind, name, *methods]:
                found.methods[f"{what} {kind}", name] = tuple(methods)
            case ["aaa", "group", "server", "radius", name]:
                servers = [
                    each.words[2]
                    for each in node.children
                    if each.words[:2] == ["server", "name"] and len(each.words) > 2
                ]
                found.groups[name] = (*found.groups.get(name, ()), *servers)
            case ["radius", "server", name]:
                addresses = [
                    each.words[2]
                    for each in node.children
                    if each.words[:2] == ["address", "ipv4"] and len(each.words) > 2
                ]
                found.servers[name] = addresses[-1] if addresses else name
    return found
