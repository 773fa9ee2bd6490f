"""A web category that nobody knows.

What it catches: a word under `block` or `monitor` of a filter that is no category key.
Why it matters in a school: what was meant to be blocked would stay open.
Example: `block: [adult, gambling]`
How to fix: write one of the known keys.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgen.checks.finding import Finding
from netgen.checks.trust_facts import TrustFacts
from netgen.checks.wording import choose_known
from netgen.values import object_path

#: Category keys without a vendor's numbers; each platform with web filtering translates all of them.
CATEGORIES = frozenset(
    {
        "adult", "allow-edu", "bypass", "csam", "dating", "discrim", "drugs", "extrem", "gamble", "genai",
        "malware", "misinfo", "piracy", "selfharm", "social", "terror", "unrated", "violence",
    }
)  # fmt: skip
#: Keys that a maker's categories do not cover yet: asking for them would block nothing.
UNCOVERED = frozenset({"misinfo"})


def find_unknown_categories(trust: TrustFacts) -> Iterator[Finding]:
    """One finding for each word."""
    known = CATEGORIES - UNCOVERED
    for name, item in trust.standard.filters.items():
        for key, words in (("block", item.block), ("monitor", item.monitor)):
            for index, word in enumerate(words):
                if word not in known:
                    path = object_path("standard", "filters", name, key, index)
                    yield Finding(
                        path, f"filter `{name}` has the unknown category `{word}`", choose_known(word, known)
                    )
