"""Vendor-neutral web category keys to Juniper Enhanced Web Filtering categories.

The names come with the licence and its category file, and the vendor's list was not at hand: only names that were
seen in a published configuration or log of an SRX are here. A key without a name filters nothing, which is why the
platform's capability `web-filter` is not done. That the category for `terror` holds the police's list is not said
anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable

#: Blocked for everybody, whatever a filter says (KCSIE; IWF and police-assessed terrorist lists).
ALWAYS_BLOCKED = ("csam", "terror")

ENHANCED: dict[str, tuple[str, ...]] = {
    "csam": (),
    "terror": ("Militancy_and_Extremist",),
    "adult": ("Adult_Content", "Adult_Material", "Nudity", "Sex"),
    "allow-edu": (),
    "bypass": ("Proxy_Avoidance",),
    "dating": ("Personals_and_Dating",),
    "discrim": ("Racism_and_Hate",),
    "drugs": ("Abused_Drugs", "Alcohol_and_Tobacco", "Drugs"),
    "extrem": ("Militancy_and_Extremist",),
    "gamble": ("Gambling",),
    "genai": (),
    "malware": (
        "Advanced_Malware_Command_and_Control", "Advanced_Malware_Payloads", "Bot_Networks", "Dynamic_DNS",
        "Emerging_Exploits", "Hacking", "Keyloggers", "Malicious_Embedded_Link", "Malicious_Embedded_iFrame",
        "Malicious_Web_Sites", "Mobile_Malware", "Phishing_and_Other_Frauds", "Spyware",
    ),
    "misinfo": (),
    "piracy": ("Illegal_or_Questionable",),
    "selfharm": (),
    "social": ("Social_Web_Facebook", "Social_Web_Youtube"),
    "unrated": (),
    "violence": (),
}  # fmt: skip

#: Keys that a filter may name and that nothing is rendered for.
UNKNOWN_KEYS = tuple(sorted(key for key, names in ENHANCED.items() if not names))
#: Keys without a category that is verified to cover them.
UNMAPPED_KEYS = tuple(sorted({*UNKNOWN_KEYS, "terror"}))


def enhanced_actions(block: Iterable[str], monitor: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """(category, action) of every category that is not simply permitted, sorted.

    Block wins. KeyError for a key that is not known at all.
    """
    actions: dict[str, str] = {}
    for key in monitor:
        actions.update((f"Enhanced_{name}", "log-and-permit") for name in ENHANCED[key])
    for key in (*block, *ALWAYS_BLOCKED):
        actions.update((f"Enhanced_{name}", "block") for name in ENHANCED[key])
    return tuple(sorted(actions.items()))
