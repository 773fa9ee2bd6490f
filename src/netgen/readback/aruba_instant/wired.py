"""Wired ports of an access point: `enetN-port-profile` with the profile it names."""

from __future__ import annotations

from netgen.readback.aruba_instant.blocks import Block, Notes
from netgen.readback.facts import ObservedAcl, ObservedPort
from netgen.readback.indented import number_list, whole_number

#: The profile that every cluster has, as it prints it: a trunk of all VLANs with native VLAN 1.
DEFAULT_PROFILE = "default_wired_port_profile"


def read_port(
    name: str, line: int, profile: str, blocks: dict[str, Block], rules: dict[str, ObservedAcl], notes: Notes
) -> ObservedPort:
    """The port `enetN` as its profile makes it."""
    block = blocks.get(profile)
    if block is None:
        if profile != DEFAULT_PROFILE:
            notes.doubt(line, f"{name}: wired port profile `{profile}` is not defined")
        return ObservedPort(name, line, description=profile, mode="trunk", allows_all=True, acl_in=profile)
    mode = block.last("switchport-mode", "access")
    if mode not in {"access", "trunk"}:
        notes.skip(block.line_of("switchport-mode"), f"switchport-mode {mode}")
    native = block.last("native-vlan", "1")
    untagged = whole_number(native)
    if untagged is None:
        notes.skip(block.line_of("native-vlan"), f"native-vlan {native}")
    words = block.last("allowed-vlan", "all")
    allowed = () if words == "all" else number_list(words)
    if allowed is None:
        notes.doubt(
            block.line_of("allowed-vlan"), f"wired port profile {profile}: `{words}` is not a list of VLANs"
        )
    rule = block.last("access-rule-name", profile)
    if rule not in rules and rule != DEFAULT_PROFILE:
        notes.doubt(
            block.line_of("access-rule-name"), f"wired port profile {profile}: no access rule `{rule}`"
        )
    return ObservedPort(
        name,
        line,
        description=profile,
        mode=mode,
        untagged=untagged or 0,
        allowed=allowed or () if mode == "trunk" else (),
        allows_all=mode == "trunk" and words == "all",
        shutdown=block.flag("shutdown"),
        poe_off=not block.flag("poe"),
        acl_in=rule,
        dot1x=block.flag("dot1x"),
    )
