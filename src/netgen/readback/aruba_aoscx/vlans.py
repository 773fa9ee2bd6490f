"""VLANs and the global lines of spanning tree and snooping.

Source: AOS-CX Layer 2 Bridging Guide, IP Services Guide (dhcpv4-snooping). The bridge priority is written as
a multiple of 4096. MSTP is the mode where none is written, and there is no tree without `spanning-tree`.
"""

from __future__ import annotations

import re

from netgen.readback.aruba_aoscx import guards
from netgen.readback.aruba_aoscx.state import State
from netgen.readback.facts import ObservedVlan
from netgen.readback.indented import Node, number_list, whole_number

_STEP = 4096
#: Lines of a VLAN that no other fact holds.
_SETTING = re.compile(
    r"(?:no )?(?:shutdown|vsx-sync|arp inspection|dhcpv6-snooping(?: .+)?|nd-snooping(?: .+)?|ipv6 .+"
    r"|ip igmp snooping .+|dhcpv4-snooping .+|client track ip.*|apply (?:access-list|policy) .+|private-vlan .+"
    r"|system-policy .+|mac-lockout .+|ip mroute .+)\Z"
)
_TREE_SETTING = re.compile(
    r"(?:no )?spanning-tree (?:bpdu-guard timeout \d+|(?:forward-delay|hello-time|max-age|max-hops"
    r"|transmit-hold-count) \d+|extend-system-id|ignore-pvid-inconsistency|pathcost-type \S+|trap .+"
    r"|vlan \S+ (?:forward-delay|hello-time|max-age) \d+)\Z"
)


def read_vlan(state: State, node: Node) -> bool:
    """`vlan 10` or a list of VLANs, with what stands below; `no vlan 10`."""
    draft = state.draft
    on = node.words[0] == "vlan"
    listed = number_list("".join(node.words[1 if on else 2 :]))
    if not listed:
        return False
    if not on:
        for number in listed:
            draft.vlans.pop(number, None)
            state.voice.discard(number)
        return True
    name = ""
    for child in draft.lines(node):
        match child.words:
            case ["name", *_]:
                name = child.text.split(None, 1)[1].strip('"') if len(child.words) > 1 else ""
            case ["description", *_] | ["no", "description", *_]:
                pass
            case ["voice"]:
                state.voice.update(listed)
            case ["no", "voice"]:
                state.voice.difference_update(listed)
            case ["dhcpv4-snooping"] | ["dhcpv4-snooping", "enable"]:
                draft.snooping_vlans.update(listed)
                draft.snooping_line = child.line
            case ["no", "dhcpv4-snooping"]:
                draft.snooping_vlans.difference_update(listed)
            case _:
                if guards.read_vlan(state, listed, child):
                    continue
                if _SETTING.match(child.text):
                    for number in listed:
                        draft.keep(child, f"vlan {number}")
                else:
                    draft.skip(child)
    for number in listed:
        before = draft.vlans.get(number)
        draft.vlans[number] = ObservedVlan(number, name or (before.name if before else ""), node.line)
    return True


def read_tree(state: State, node: Node) -> bool:
    """Global `spanning-tree` lines."""
    draft = state.draft
    on = node.words[0] != "no"
    match node.words[1:] if on else node.words[2:]:
        case [] | ["enable"]:
            state.tree_on = on
        case ["mode", mode] if on:
            state.tree_mode = {"rpvst": "rapid-pvst"}.get(mode, mode)
        case ["priority", number] if on and (step := whole_number(number)) is not None:
            draft.mst_priority = step * _STEP
        case ["priority", *_] if not on:
            draft.mst_priority = 8 * _STEP
        case ["config-name", name] if on:
            draft.region["name"] = name
        case ["config-revision", revision] if on:
            draft.region["revision"] = revision
        case ["instance", number, "vlan", *text] if on and text and whole_number(number) is not None:
            if number_list("".join(text)) is None:
                return False
            before = draft.region.get(f"instance {number}", "")
            draft.region[f"instance {number}"] = ",".join(part for part in (before, "".join(text)) if part)
        case ["instance", number, "priority", step] if on and whole_number(step) is not None:
            draft.keep(node)
        case ["vlan", vlans, "priority", number] if on and (step := whole_number(number)) is not None:
            listed = number_list(vlans)
            if listed is None:
                return False
            draft.vlan_priorities.update(dict.fromkeys(listed, step * _STEP))
        case ["vlan", vlans] if (listed := number_list(vlans)) is not None:
            if on:
                for vlan in listed:
                    draft.vlan_priorities.setdefault(vlan, 8 * _STEP)
            else:
                draft.object_to(node.line, "spanning tree is off in some VLANs")
        case _:
            if not _TREE_SETTING.match(node.text):
                return False
            draft.keep(node)
    return True


def finish_tree(state: State) -> None:
    """The mode, which is "" where the tree is not on."""
    draft = state.draft
    draft.stp_mode = state.tree_mode if state.tree_on else ""
    if not state.tree_on:
        draft.vlan_priorities.clear()
    elif draft.stp_mode == "rapid-pvst":
        for number in draft.vlans:
            if draft.vlan_priorities and number not in draft.vlan_priorities:
                draft.object_to(draft.vlans[number].line, f"VLAN {number} has no spanning tree")
