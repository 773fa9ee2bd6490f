"""What the feature table calls done has an edit that the judge catches, on that platform and by that row's rules.

Reads the lists of edits alone; that each edit is caught is what `test_mutations.py` shows.
"""

from __future__ import annotations

from functools import cache

from tests.judge.mutations.test_mutations import MUTATIONS, REFERENCE, firewall_of_hub, models_of

from netgen.hardware import load_catalogue
from netgen.platforms.features import FEATURES, concerns, proof_of
from netgen.platforms.platform import Level
from netgen.platforms.registry import PLATFORMS, platform

#: Platforms of the reference trust's texts, by the name of the box.
REFERENCE_BOXES = {
    "ash-main-sw": "aruba_aoscx",
    "bir-core-sw": "juniper_junos",
    "hil-core-sw": "cisco_iosxe",
    "hq-fw1": "fortinet_fortios",
    "oak-fw1": "fortinet_fortios",
    "oak-hall-sw1": "cisco_iosxe",
    "oak-ks1-sw1": "cisco_iosxe",
    "oak-main-sw": "cisco_iosxe",
    "oak-wlan": "aruba_instant",
    "riv-core-sw1": "arista_eos",
}
#: What catches edits of a row that names no rules of its own.
BASELINE = ("JDG710", "JDG711")
_UNKNOWN_PEER = (
    "the far end says its address, so no line here differs: every other edit of the overlay is one of it"
)
#: What no edit shows: feature and platform -> why. Features that a test of their own shows are in `proof_of`.
NO_LINE = {
    ("bgp-unknown-peer", "juniper_junos"): _UNKNOWN_PEER,
    ("bgp-unknown-peer", "paloalto_panos"): _UNKNOWN_PEER,
}


@cache
def platform_of(listed: str, file: str) -> str:
    """The platform of a text that a list edits, by the hardware of the list's school and the kind of the box."""
    site, box = file.rsplit(".", 1)[0].split("/")
    if listed == REFERENCE:
        return REFERENCE_BOXES[box]
    kind = box.removeprefix(f"{site}-")
    if kind.startswith("wlc"):
        return "cisco_iosxe_wlc"
    switch, firewall, access_point = models_of(listed)
    if kind.startswith("fw"):
        model = firewall if site != "dc" else firewall_of_hub(listed)
    else:
        model = access_point if kind.startswith(("wlan", "ap-")) else switch
    found = load_catalogue().get(model)
    assert found is not None, model
    return found.platform


def edited() -> set[tuple[str, str]]:
    """Feature and platform of every edit that must be caught."""
    return {
        (str(row["feature"]), platform_of(str(row["list"]), str(row["file"])))
        for row in MUTATIONS
        if not row.get("harmless")
    }


def done() -> set[tuple[str, str]]:
    """Feature and platform of every cell of the table that says done, without what tests of their own show."""
    return {
        (feature.name, box.key)
        for box in PLATFORMS
        for feature in FEATURES
        if concerns(feature, box) and not proof_of(feature)
        for capability in box.capabilities
        if capability.feature == feature.name and capability.level is Level.DONE
    }


def test_whatever_is_done_on_a_platform_is_edited_there() -> None:
    unproven = done() - edited() - NO_LINE.keys()
    assert not unproven, sorted(unproven)


def test_nothing_is_excused_that_is_edited_or_not_done() -> None:
    assert not NO_LINE.keys() & edited()
    assert NO_LINE.keys() <= done()


def test_the_rules_of_a_row_catch_an_edit_of_it_on_every_platform() -> None:
    """Not only a rule that understands nothing: `by` names the rule, and `test_mutations.py` holds the judge to it."""
    rules = {feature.name: feature.judged or BASELINE for feature in FEATURES}
    caught = {
        (str(row["feature"]), platform_of(str(row["list"]), str(row["file"])))
        for row in MUTATIONS
        if row.get("by") in rules[str(row["feature"])]
    }
    unnamed = done() - caught - NO_LINE.keys()
    assert not unnamed, sorted(unnamed)


def test_an_edit_belongs_to_a_feature_that_concerns_its_platform() -> None:
    """A row of the table counts its edits: one of another kind of box would prove nothing of it."""
    by_name = {feature.name: feature for feature in FEATURES}
    strange = [
        (row["id"], row["feature"])
        for row in MUTATIONS
        for box in [platform(platform_of(str(row["list"]), str(row["file"])))]
        for feature in [by_name[str(row["feature"])]]
        if not concerns(feature, box) and set(feature.kinds).isdisjoint(box.kinds)
    ]
    assert not strange
