"""The same questions for every platform: is it equal, what is its hash, what would change."""

from __future__ import annotations

import msgspec

from netgen.platforms.arista_eos.change import CHANGE as ARISTA_EOS
from netgen.platforms.aruba_aoscx.change import CHANGE as ARUBA_AOSCX
from netgen.platforms.aruba_instant.change import CHANGE as ARUBA_INSTANT
from netgen.platforms.change_rules import ChangeRules
from netgen.platforms.cisco_iosxe.change import CHANGE as CISCO_IOSXE
from netgen.platforms.cisco_iosxe_wlc.change import CHANGE as CISCO_IOSXE_WLC
from netgen.platforms.fortinet_fortios.change import CHANGE as FORTINET_FORTIOS
from netgen.platforms.juniper_junos.change import CHANGE as JUNIPER_JUNOS
from netgen.platforms.openwrt.change import CHANGE as OPENWRT
from netgen.platforms.paloalto_panos.change import CHANGE as PALOALTO_PANOS
from netgen.rollout import config_text, fortios_tree

RULES: dict[str, ChangeRules] = {
    rules.platform: rules
    for rules in (
        ARISTA_EOS,
        ARUBA_AOSCX,
        ARUBA_INSTANT,
        CISCO_IOSXE,
        CISCO_IOSXE_WLC,
        FORTINET_FORTIOS,
        JUNIPER_JUNOS,
        OPENWRT,
        PALOALTO_PANOS,
    )
}

#: Rows of a table that a note names.
_NAMED = 12


class ChangeSet(msgspec.Struct, frozen=True):
    """What a push would do. `change` is a script (merge) or a masked diff (replace); `undo` likewise."""

    change: str
    undo: str
    notes: tuple[str, ...] = ()


def canonical(text: str, rules: ChangeRules) -> str:
    """One spelling for texts that mean the same; ValueError when the text is no configuration."""
    if rules.grammar == "tree":
        return fortios_tree.canonical_tree(text, rules)
    return config_text.canonical(text, rules)


def config_hash(text: str, rules: ChangeRules) -> str:
    """The hash that a plan assumes: equal for texts that mean the same, secrets left out."""
    return config_text.digest(canonical(text, rules))


def compute_change(running: str, intended: str, rules: ChangeRules) -> ChangeSet:
    """What turns the one into the other; holds no secret of either."""
    if rules.send == "merge":
        found = fortios_tree.fortios_change(running, intended, rules)
        return ChangeSet(found.change, found.undo, _notes(found.left_alone, rules))
    stay = config_text.unspoken(running, intended, rules)
    before = config_text.without(running, stay, rules)
    diff = config_text.difference(canonical(before, rules), canonical(intended, rules))
    undo = "replace the whole configuration by the backup that the push takes" if diff else ""
    notes = tuple(f"stays as it is, since the intended text does not speak of it: {name}" for name in stay)
    return ChangeSet(diff, undo, notes)


def _notes(left_alone: tuple[str, ...], rules: ChangeRules) -> tuple[str, ...]:
    """One note a table, since a maker ships rows by the dozen; what a person must look at comes first."""
    rows: dict[str, list[str]] = {}
    for item in left_alone:
        table, _, key = item.partition(": ")
        rows.setdefault(table, []).append(key)
    urgent = [
        f"a person must look at {table}: {_some(keys)} (netgen did not make it and does not delete it)"
        for table, keys in rows.items()
        if table in rules.guarded_tables
    ]
    others = [
        f"left alone, not netgen's: {table}: {_some(keys)}"
        for table, keys in rows.items()
        if table not in rules.guarded_tables
    ]
    return (*urgent, *others)


def _some(keys: list[str]) -> str:
    more = len(keys) - _NAMED
    return ", ".join(keys[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def remaining_difference(running: str, intended: str, rules: ChangeRules) -> str:
    """What the device still lacks of the intended text, masked; empty when it has been read back equal."""
    return compute_change(running, intended, rules).change


def text_to_send(
    change: str, intended: str, rules: ChangeRules, *, running: str = "", renew_secrets: bool = False
) -> str:
    """The text that goes out, placeholders still in it: the change set, or the whole intended text.

    running: what the device runs now; what it owns of that is carried over into a whole text.
    renew_secrets: a change set also sets every secret again (a whole text does so anyway).
    """
    if rules.send == "merge":
        return change + (fortios_tree.secrets_script(intended, rules) if renew_secrets else "")
    text = config_text.with_carried(intended, running, rules)
    text = config_text.with_delimiters(text, rules)
    return config_text.with_exits(text, rules) if rules.needs_exits else text
