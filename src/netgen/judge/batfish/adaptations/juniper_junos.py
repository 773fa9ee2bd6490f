"""What Batfish cannot know or misreads of a text of Junos."""

from __future__ import annotations

from netgen.judge.batfish.adaptations.adaptation import Adaptation
from netgen.judge.batfish.adaptations.junos_clusters import as_first_node
from netgen.judge.batfish.adaptations.junos_texts import carry_voice, keep_modelled, spread_global_policies
from netgen.judge.batfish.adaptations.lists import WHY as LISTS
from netgen.judge.batfish.adaptations.lists import without_lists_of_junos

ADAPTATIONS: tuple[Adaptation, ...] = (
    Adaptation("junos-lists", "juniper_junos", LISTS, without_lists_of_junos),
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
        keep_modelled,
    ),
)
