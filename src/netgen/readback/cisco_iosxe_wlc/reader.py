"""The top level of a controller's text: wireless blocks here, everything else to the reader of IOS-XE."""

from __future__ import annotations

import msgspec

from netgen.readback.cisco_iosxe import read as read_wired
from netgen.readback.cisco_iosxe_wlc.aaa import Lists, read_lists
from netgen.readback.cisco_iosxe_wlc.blocks import Block, Notes, block_lines, split_words
from netgen.readback.cisco_iosxe_wlc.calendars import read_calendar
from netgen.readback.cisco_iosxe_wlc.groups import Group, is_mac, read_group, take_priority
from netgen.readback.cisco_iosxe_wlc.harmless import INSIDE, INTERFACE, SILENT, TOP
from netgen.readback.cisco_iosxe_wlc.policies import (
    Flex,
    Policy,
    Site,
    read_flex,
    read_policers,
    read_policy,
    read_policy_tag,
    read_site,
)
from netgen.readback.cisco_iosxe_wlc.radios import BANDS, Band, read_radio, take_band_line
from netgen.readback.cisco_iosxe_wlc.wlans import Wlan, read_wlan
from netgen.readback.facts import (
    Observed,
    ObservedApGroup,
    ObservedInterface,
    ObservedPort,
    ObservedRadio,
    ObservedWlan,
)
from netgen.readback.indented import Node, parse_indented, walk

PLATFORM = "cisco_iosxe_wlc"
_BUILT_IN = frozenset({"default-policy-profile", "default-flex-profile", "default-site-tag", "default-policy-tag",
                       "default-rf-tag", "default-ap-profile"})  # fmt: skip
#: RF profiles that every controller has, with the word of a tag for none.
_BUILT_IN_RADIOS = frozenset({"default_rf_24gh", "default_rf_5gh", "default-rf-profile-6ghz"} | {
    f"{density}_Client_Density_rf_{band}" for density in ("Low", "High", "Typical") for band in ("24gh", "5gh")
})  # fmt: skip
_RF_WORDS = ("24ghz-rf-policy", "5ghz-rf-policy", "6ghz-rf-policy")


class State(msgspec.Struct):
    """Everything wireless found so far. `blocks` by kind, then name."""

    notes: Notes
    blocks: dict[str, dict[str, Block]] = {}
    bands: dict[str, Band] = {}
    ranks: dict[str, int] = {}
    countries: list[tuple[str, int]] = []
    interface: str = ""
    interface_line: int = 0
    trustpoint: bool = False

    def of(self, kind: str) -> list[Block]:
        """The blocks of a kind, in their order."""
        return list(self.blocks.get(kind, {}).values())


def read(text: str) -> Observed:
    """The facts of one text, as `show running-config` prints it or as a person edited it. Never raises."""
    state = State(Notes())
    nodes = parse_indented(text).nodes
    taken = [node for node in nodes if _take(state, node)]
    lists = read_lists(nodes)
    policers = read_policers(nodes)
    wired = read_wired(_without(text, taken, nodes, policers, state))
    return _join(state, wired, lists, policers)


def _take(state: State, node: Node) -> bool:
    """Put a wireless block or line where it belongs; False for a line of the wired part."""
    words = split_words(node.text)
    on = words[0] != "no"
    said = words if on else words[1:]
    found = _block_of(said)
    if found is not None:
        kind, name, extra = found
        named = state.blocks.setdefault(kind, {})
        if not on:
            if named.pop(name, None) is None:
                state.notes.skip(node.line, node.text)
        elif name in named:
            named[name].lines.extend(block_lines(node))
            named[name].extra = extra or named[name].extra
        else:
            named[name] = Block(kind, name, node.line, block_lines(node), extra=extra)
        return True
    return _take_line(state, node, said, on=on)


def _block_of(said: tuple[str, ...]) -> tuple[str, str, tuple[str, ...]] | None:
    """(kind, name, further words) of a line that opens a wireless block."""
    match said:
        case ("wlan", name, *rest):
            return "wlan", name, tuple(rest)
        case ("wireless", "profile", "policy" | "flex" as kind, name):
            return f"wireless profile {kind}", name, ()
        case ("wireless", "profile", "calender-profile" | "calendar-profile", "name", name):
            return "wireless profile calender-profile name", name, ()
        case ("wireless", "tag", "site" | "policy" | "rf" as kind, name):
            return f"wireless tag {kind}", name, ()
        case ("ap", "dot11", "24ghz" | "5ghz" | "6ghz" as band, "rf-profile", name):
            return "ap dot11 rf-profile", name, (band,)
        case ("ap", "profile", name):
            return "ap profile", name, ()
        case ("ap", "filter" | "location" as kind, "name", name):
            return f"ap {kind} name", name, ()
        case ("ap", mac) if is_mac(mac):
            return "ap", mac, ()
        case ("parameter-map", "type", "webauth", name):
            return "parameter-map type webauth", name, ()
        case _:
            return None


def _take_line(state: State, node: Node, said: tuple[str, ...], *, on: bool) -> bool:
    """One line outside of a block; what stands below it is unread, unless the line is a setting."""
    match said:
        case ("wireless", "country", code) | ("ap", "country", code) if on:
            state.countries += [(each, node.line) for each in code.split(",") if each]
        case ("wireless", "management", "interface", name) if on:
            state.interface, state.interface_line = name, node.line
        case ("ap", "filter", "priority", *_) if on and take_priority(state.ranks, said):
            pass
        case ("ap", "dot11", band, *_) if band in BANDS and take_band_line(state.bands, said, on=on):
            pass
        case _:
            text = " ".join(node.words)
            if not TOP.match(text):
                return False
            state.notes.keep("", text, node.line)
            for child in walk(node.children):
                state.notes.keep(text, " ".join(child.words), child.line)
            return True
    for child in walk(node.children):
        state.notes.skip(child.line, child.text)
    return True


def _without(text: str, taken: list[Node], nodes: list[Node], policers: dict[str, int], state: State) -> str:
    """The text for the wired reader: the wireless lines are empty, the others keep their numbers."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    used = {name for block in state.of("wireless profile policy") for name in _client_policies(block)}
    bound = [
        node
        for node in nodes
        if node.words[:1] == ["policy-map"] and node.words[-1] in policers.keys() & used
    ]
    for node in walk([*taken, *bound]):
        lines[node.line - 1] = ""
    for node in nodes:
        if node.words[:1] == ["interface"]:
            for child in node.children:
                if INTERFACE.match(child.text):
                    lines[child.line - 1] = ""
    return "\n".join(lines)


def _client_policies(block: Block) -> list[str]:
    return [
        line.said[3]
        for line in block.lines
        if line.said[:2] == ("service-policy", "client") and len(line.said) == 4
    ]


def _join(state: State, wired: Observed, lists: Lists, policers: dict[str, int]) -> Observed:
    notes, secrets = state.notes, list[tuple[str, str]]()
    calendars = {
        block.name: read_calendar(block, notes)
        for block in state.of("wireless profile calender-profile name")
    }
    portals = {
        block.name: block.value("redirect", "for-login") for block in state.of("parameter-map type webauth")
    }
    wlans = {block.name: read_wlan(block, lists, portals, secrets, notes) for block in state.of("wlan")}
    policies = {
        block.name: read_policy(block, calendars, policers, lists, notes)
        for block in state.of("wireless profile policy")
    }
    flexes = {block.name: read_flex(block, notes) for block in state.of("wireless profile flex")}
    sites = {block.name: read_site(block) for block in state.of("wireless tag site")}
    tags = {block.name: read_policy_tag(block) for block in state.of("wireless tag policy")}
    country = (
        state.countries[0][0] if len(state.countries) == 1 else ",".join(code for code, _ in state.countries)
    )
    radios = {
        block.name: read_radio(block, state.bands, country, notes)
        for block in state.of("ap dot11 rf-profile")
    }
    radio_tags = {
        block.name: tuple(name for word in _RF_WORDS if (name := block.value(word)))
        for block in state.of("wireless tag rf")
    }
    users = _read_ap_profiles(state, secrets)
    groups = [
        read_group(block, state.ranks, notes)
        for kind in ("ap", "ap filter name", "ap location name")
        for block in state.of(kind)
    ]
    world = World(wired, wlans, policies, flexes, sites, tags, radios, radio_tags, notes)
    _check_references(state, world, groups)
    observed_wlans = tuple(_observed_wlans(world, groups))
    _report(state)
    management = wired.management
    names = tuple(dict.fromkeys((*management.users, *users)))
    return msgspec.structs.replace(
        wired,
        platform=PLATFORM,
        interfaces=tuple(
            ObservedInterface(svi.name, "vlan", svi.line, svi.address, svi.length, vlan=svi.vlan, shutdown=svi.shutdown)
            for svi in wired.svis
            if svi.address
        ),
        management=msgspec.structs.replace(
            management,
            users=names,
            country=country,
            cleartext=tuple(dict.fromkeys((*management.cleartext, *_cleartext(state)))),
            secrets=(*management.secrets, *secrets),
        ),
        wlans=observed_wlans,
        radios=tuple(_used_radios(world, groups)),
        ap_groups=tuple(
            ObservedApGroup(
                group.name, group.kind, group.members,
                tuple(name for name in tags.get(group.policy, {}) if name in wlans), group.line,
                radio_tags.get(group.radio, ()),
            )
            for group in sorted(groups, key=lambda each: (each.rank, each.line))
        ),
        ap_uplinks=tuple(_uplinks(world, groups)),
        settings=tuple(sorted((*wired.settings, *notes.settings), key=lambda each: each.line)),
        unread=tuple(sorted((*wired.unread, *notes.unread), key=lambda each: each.line)),
        problems=tuple(sorted((*wired.problems, *notes.problems), key=lambda each: (each.line, each.text))),
    )  # fmt: skip


class World(msgspec.Struct):
    """All wireless objects by name, and the wired part beside them."""

    wired: Observed
    wlans: dict[str, Wlan]
    policies: dict[str, Policy]
    flexes: dict[str, Flex]
    sites: dict[str, Site]
    tags: dict[str, dict[str, tuple[str, int]]]
    radios: dict[str, ObservedRadio]
    radio_tags: dict[str, tuple[str, ...]]
    notes: Notes

    def vlan(self, policy: Policy, flex: Flex | None) -> int:
        """The VLAN of a policy's clients: by number, by the flex profile's name, or by the controller's."""
        if policy.vlan.isascii() and policy.vlan.isdigit() and len(policy.vlan) < 6:
            number = int(policy.vlan)
            if not 1 <= number <= 4094:
                self.notes.doubt(
                    policy.vlan_line, f"policy profile {policy.name}: VLAN {number} does not exist"
                )
            return number
        if policy.vlan == "default":
            return 1
        if flex is not None and policy.vlan in flex.vlans:
            return flex.vlans[policy.vlan]
        defined = [vlan.id for vlan in self.wired.vlans if vlan.name == policy.vlan]
        if not defined:
            self.notes.doubt(
                policy.vlan_line, f"policy profile {policy.name}: there is no VLAN `{policy.vlan}`"
            )
        return defined[0] if defined else 0

    def flex_of(self, group: Group) -> Flex | None:
        """The flex profile of a group's access points; None where they are local."""
        site = self.sites.get(group.site)
        return self.flexes.get(site.flex) if site is not None and not site.local else None


def _check_references(state: State, world: World, groups: list[Group]) -> None:
    notes = state.notes
    for tag, rows in world.tags.items():
        for wlan, (policy, line) in rows.items():
            if wlan not in world.wlans:
                notes.doubt(line, f"policy tag {tag}: WLAN {wlan} is not defined")
            if policy not in world.policies and policy not in _BUILT_IN:
                notes.doubt(line, f"policy tag {tag}: policy profile {policy} is not defined")
        if len(rows) > 16:
            notes.doubt(next(iter(rows.values()))[1], f"policy tag {tag} has more than 16 WLANs")
    for site in world.sites.values():
        if site.flex not in world.flexes and site.flex not in _BUILT_IN and not site.local:
            notes.doubt(site.line, f"site tag {site.name}: flex profile {site.flex} is not defined")
        if site.join not in state.blocks.get("ap profile", {}) and site.join not in _BUILT_IN:
            notes.doubt(site.line, f"site tag {site.name}: AP profile {site.join} is not defined")
    for name, used in world.radio_tags.items():
        for radio in used:
            if radio not in world.radios and radio not in _BUILT_IN_RADIOS:
                notes.doubt(
                    state.blocks["wireless tag rf"][name].line,
                    f"RF tag {name}: RF profile {radio} is not defined",
                )
    for group in groups:
        for kind, name, known in (
            ("policy", group.policy, world.tags), ("site", group.site, world.sites),
            ("RF", group.radio, world.radio_tags),
        ):  # fmt: skip
            if name not in known and name not in _BUILT_IN:
                notes.doubt(group.line, f"{group.kind} {group.name}: {kind} tag {name} is not defined")
    numbers: dict[int, str] = {}
    for item in world.wlans.values():
        if item.number and numbers.setdefault(item.number, item.name) != item.name:
            notes.doubt(item.line, f"WLAN {item.name} has the number of {numbers[item.number]}")
    for name in state.ranks:
        if name not in state.blocks.get("ap filter name", {}):
            notes.doubt(0, f"AP filter {name} has a priority and is not defined")
    if (world.wlans or groups) and not state.interface:
        notes.doubt(0, "no interface is the wireless management interface: no access point can join")
    if state.interface and state.interface not in {svi.name for svi in world.wired.svis if svi.address}:
        notes.doubt(state.interface_line, f"{state.interface} has no address, and access points join there")
    for _, line in state.countries[1:]:
        notes.doubt(line, "there is more than one country")


def _observed_wlans(world: World, groups: list[Group]) -> list[ObservedWlan]:
    """Each WLAN with each policy profile that a used policy tag joins it to; one that is joined to none is off."""
    found: dict[ObservedWlan, None] = {}
    joined: set[str] = set()
    for group in groups:
        if not group.members:
            continue
        flex = world.flex_of(group)
        for name, (policy_name, _) in world.tags.get(group.policy, {}).items():
            wlan, policy = world.wlans.get(name), world.policies.get(policy_name)
            if wlan is None or policy is None:
                continue
            joined.add(name)
            found[_observed_wlan(world, wlan, policy, flex)] = None
    for wlan in world.wlans.values():
        if wlan.name not in joined:
            found[_plain(wlan, vlan=0, enabled=False)] = None
    return list(found)


def _plain(wlan: Wlan, *, vlan: int, enabled: bool) -> ObservedWlan:
    return ObservedWlan(
        name=wlan.name,
        ssid=wlan.ssid,
        vlan=vlan,
        security=wlan.security,
        passphrase=wlan.passphrase,
        enabled=enabled,
        isolated=wlan.isolated,
        hidden=wlan.hidden,
        radius=wlan.radius or wlan.filtered or (),
        dynamic_vlan=False,
        bands=wlan.bands,
        line=wlan.line,
        refuses_older=wlan.refuses_older,
        pmf=wlan.pmf,
        fast_roaming=wlan.fast_roaming,
        assisted_roaming=wlan.assisted_roaming,
        portal=wlan.portal,
        band_steering=wlan.band_steering,
    )


def _observed_wlan(world: World, wlan: Wlan, policy: Policy, flex: Flex | None) -> ObservedWlan:
    plain = _plain(wlan, vlan=world.vlan(policy, flex), enabled=wlan.enabled and policy.enabled)
    filtered = wlan.filtered is not None
    if filtered and not policy.override:
        world.notes.doubt(wlan.line, f"WLAN {wlan.name} asks RADIUS for each device and ignores what it says")
    if filtered and not wlan.personal and not policy.admits:
        world.notes.doubt(wlan.line, f"WLAN {wlan.name} filters hardware addresses beside its own security")
    if policy.central_dhcp and not policy.central:
        text = (
            f"policy profile {policy.name}: leases come from the controller, frames leave at the access point"
        )
        world.notes.doubt(policy.line, text)
    central_portal = filtered and policy.admits and not wlan.personal
    return msgspec.structs.replace(
        plain,
        dynamic_vlan=policy.override and bool(wlan.radius),
        dynamic_vlans=tuple(sorted(flex.vlans.values())) if flex and policy.override and wlan.radius else (),
        tunnelled=policy.central or flex is None,
        client_kbps=policy.client_kbps,
        hours=policy.hours,
        per_device_psk=filtered and wlan.personal and policy.override,
        portal=plain.portal or ("central" if central_portal else ""),
        rules=(f"acl {policy.acl}",) if policy.acl else (),
    )


def _used_radios(world: World, groups: list[Group]) -> list[ObservedRadio]:
    """The RF profiles of used tags; a built-in one that the text does not print is not known."""
    names = dict.fromkeys(
        name
        for group in groups
        if group.members
        for name in world.radio_tags.get(group.radio, ())
        if name in world.radios
    )
    return [world.radios[name] for name in names]


def _uplinks(world: World, groups: list[Group]) -> list[ObservedPort]:
    """The wired port of the access points of each flex profile: its own VLAN untagged, those of clients tagged."""
    found: dict[str, ObservedPort] = {}
    for group in groups:
        flex = world.flex_of(group)
        if flex is None or not group.members:
            continue
        policies = [
            world.policies[name]
            for name, _ in world.tags.get(group.policy, {}).values()
            if name in world.policies
        ]
        vlans = {world.vlan(policy, flex) for policy in policies if not policy.central} | set(
            flex.vlans.values()
        )
        before = found.get(flex.name)
        allowed = tuple(sorted({flex.native, *vlans, *(before.allowed if before else ())} - {0}))
        found[flex.name] = ObservedPort(
            flex.name, flex.line, mode="trunk", untagged=flex.native, allowed=allowed
        )
    return list(found.values())


def _read_ap_profiles(state: State, secrets: list[tuple[str, str]]) -> list[str]:
    """Accounts of the access points themselves; their passwords go to `secrets`."""
    users: list[str] = []
    for block in state.of("ap profile"):
        for line in block.take("mgmtuser"):
            words = line.said
            if len(words) > 2 and words[1] == "username" and line.on:
                users.append(words[2])
                secrets += [
                    (f"user {words[2]}", words[words.index(what, 3) + 2])
                    for what in ("password", "secret")
                    if what in words[3:-2]
                ]
        secrets += [("access point 802.1X", line.said[-1]) for line in block.take("dot1x", "username")]
    return users


def _cleartext(state: State) -> list[str]:
    return ["telnet" for block in state.of("ap profile") if block.flag("telnet")]


def _report(state: State) -> None:
    """What no reader took of the blocks: settings where they are known, unread where not."""
    notes = state.notes
    for kind, named in state.blocks.items():
        for block in named.values():
            notes.keep(block.scope, "", block.line)
            for line in block.lines:
                text = " ".join(line.node.words)
                if line.number in block.known or SILENT.match(text):
                    pass
                elif INSIDE[kind].match(text):
                    notes.keep(block.scope, text, line.number)
                else:
                    notes.skip(line.number, text)
                for child in walk(line.node.children):
                    if child.line not in block.known:
                        inner = " ".join(child.words)
                        if (
                            kind == "wireless profile flex"
                            and INSIDE[kind].match(text)
                            and inner == "central-webauth"
                        ):
                            notes.keep(f"{block.scope} / {text}", inner, child.line)
                        else:
                            notes.skip(child.line, inner)
