"""An exception whose value does not fit what it changes.

What it catches: a value that the field of the standard would refuse: a VLAN id out of range, a window with
    host bits, a number with a leading zero.
Why it matters in a school: the school would be left out of the next rollout.
Example: `{path: segments.cctv.vlan, value: 5000, ...}`
How to fix: write the value as it would be written in the standard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import ValidationError

from netgen.checks.exceptions import split_path
from netgen.checks.finding import Finding
from netgen.checks.site_facts import SiteFacts
from netgen.intent.resolution import EXCEPTABLE, replaced
from netgen.values import object_path

#: The one spelling of numbers and truth values, as the loader asks of every file.
_SPELLING = {"vlan": re.compile(r"[1-9][0-9]*\Z"), "hidden": re.compile(r"(?:true|false)\Z")}


def find_bad_exception_values(site: SiteFacts) -> Iterator[Finding]:
    """At most one finding for each exception."""
    for index, exception in enumerate(site.site.exceptions):
        parts = split_path(exception.path)
        if parts is None or (parts[0], parts[2]) not in EXCEPTABLE:
            continue
        collection, name, field = parts
        thing = getattr(site.of_trust.standard, collection).get(name)
        path = object_path(site.path, "exceptions", index, "value")
        spelling = _SPELLING.get(field)
        if spelling and not spelling.match(exception.value):
            wanted = "true or false" if field == "hidden" else "digits only, without a leading zero"
            yield Finding(
                path, f"`{_short(exception.value)}` does not fit `{exception.path}`", f"write {wanted}"
            )
        elif thing is not None:
            try:
                replaced(thing, field, exception.value)
            except ValidationError as error:
                first = error.errors(include_url=False)[0]
                advice = str(first.get("ctx", {}).get("help") or "write it as in the standard")
                message = f"`{_short(exception.value)}` does not fit `{exception.path}`"
                yield Finding(path, message, advice)


def _short(text: str) -> str:
    clean = "".join(character if character.isprintable() else "." for character in text)
    return clean if len(clean) <= 24 else clean[:21] + "..."
