"""Vendor-neutral web category keys to PAN-DB category names.

Names: Palo Alto Networks' published list of URL filtering categories and its public IronSkillet
configuration for 10.1, and its announcement of `artificial-intelligence` (2023). Only names seen there are here.
Names of newer content releases (remote access, marijuana) are left out: a commit refuses a name that it does
not know.
"""

from __future__ import annotations

from collections.abc import Iterable

#: Blocked for everybody, whatever a filter says (KCSIE). PAN-DB files the IWF list under `adult` and `questionable`
#: (PAN-OS 10.1 administrator's guide, custom URL categories) and has nothing nearer to the police's list of
#: terrorist content than `extremism`.
_ILLEGAL = ("csam", "terror")
#: Pages that the cloud has not judged yet: allowed, they would open the filter while it is silent.
_NOT_JUDGED = "not-resolved"

PAN_DB: dict[str, tuple[str, ...]] = {
    "csam": ("adult", "questionable"),
    "terror": ("extremism",),
    "adult": ("adult", "nudity", "swimsuits-and-intimate-apparel"),
    "allow-edu": (
        "abortion", "educational-institutions", "health-and-medicine", "philosophy-and-political-advocacy",
        "religion", "sex-education",
    ),
    "bypass": ("encrypted-dns", "proxy-avoidance-and-anonymizers"),
    "dating": ("dating",),
    "discrim": ("extremism", "questionable"),
    "drugs": ("abused-drugs", "alcohol-and-tobacco"),
    "extrem": ("extremism",),
    "gamble": ("gambling",),
    "genai": ("artificial-intelligence",),
    "malware": (
        "command-and-control", "dynamic-dns", "grayware", "hacking", "malware", "newly-registered-domain",
        "phishing", "ransomware",
    ),
    "misinfo": (),
    "piracy": ("copyright-infringement", "peer-to-peer"),
    "selfharm": ("questionable",),
    "social": ("social-networking",),
    "unrated": ("insufficient-content", _NOT_JUDGED, "parked", "unknown"),
    "violence": ("questionable", "weapons"),
}  # fmt: skip

#: What TLS inspection leaves closed, by the same list.
EXEMPT: dict[str, tuple[str, ...]] = {
    "finance": ("financial-services", "stock-advice-and-tools"),
    "government": ("government", "legal"),
    "health": ("health-and-medicine",),
    "religion": ("religion",),
}

#: Keys that no category is known to cover. `questionable`, which stands for self-harm, is not said to hold it.
UNMAPPED_KEYS = ("misinfo", "selfharm")

#: Categories that no key names: seen in the same list, logged for every user of a filter.
_OTHER = (
    "auctions", "business-and-economy", "computer-and-internet-info", "content-delivery-networks",
    "cryptocurrency", "entertainment-and-arts", "financial-services", "games", "government",
    "high-risk", "home-and-garden", "hunting-and-fishing", "internet-communications-and-telephony",
    "internet-portals", "job-search", "legal", "low-risk", "medium-risk", "military", "motor-vehicles",
    "music", "news", "online-storage-and-backup", "personal-sites-and-blogs", "private-ip-addresses",
    "real-estate", "real-time-detection", "recreation-and-hobbies", "reference-and-research",
    "search-engines", "shareware-and-freeware", "shopping", "society", "sports",
    "stock-advice-and-tools", "streaming-media", "training-and-tools", "translation", "travel",
    "web-advertisements", "web-based-email", "web-hosting",
)  # fmt: skip
ALL_CATEGORIES = frozenset(_OTHER).union(*PAN_DB.values())


def blocked_categories(block: Iterable[str]) -> tuple[str, ...]:
    """The category names of some keys, of illegal content and of what is not judged yet, sorted.

    KeyError for a key without an entry here: better no configuration than one that quietly filters less.
    """
    return tuple(sorted({_NOT_JUDGED, *(name for key in (*block, *_ILLEGAL) for name in PAN_DB[key])}))


def illegal_categories() -> tuple[str, ...]:
    """What stays blocked on a domain that a school allows."""
    return tuple(sorted({name for key in _ILLEGAL for name in PAN_DB[key]}))


def logged_categories(block: Iterable[str], monitor: Iterable[str]) -> tuple[str, ...]:
    """Every known category that is not blocked: PAN-OS logs a page only where the action is not `allow`."""
    wanted = ALL_CATEGORIES.union(*(PAN_DB[key] for key in monitor))
    return tuple(sorted(wanted.difference(blocked_categories(block))))
