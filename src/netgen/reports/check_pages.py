"""The documentation page of all checks, made from their own docstrings."""

from __future__ import annotations

import inspect
import re
import sys

from netgen.checks.registry import CHECKS

_HEADINGS = ("What it catches", "Why it matters in a school", "Example", "How to fix")


def checks_page() -> str:
    """`docs/checks.md`: one section a code, in code order."""
    seen: dict[str, str] = {}
    for check in CHECKS:
        function = check.of_trust or check.of_site
        module = sys.modules[function.__module__] if function else None
        seen.setdefault(check.code, _section(check.code, check.name, inspect.getdoc(module) or ""))
    head = (
        "# Checks\n\nMade from the checks themselves by `python -m netgen.reports.check_pages`; a test compares.\n"
        "INV001 to INV036 come from reading files and fields, CLI codes from the command line, ROL codes from a\n"
        "rollout (`docs/push.md`) and JDG codes from the judge: their messages say everything there is to say.\n"
    )
    return head + "".join(seen[code] for code in sorted(seen))


def _section(code: str, name: str, text: str) -> str:
    title, _, body = text.partition("\n")
    for heading in _HEADINGS:
        body = re.sub(rf"^{heading}:", f"- **{heading}:**", body, flags=re.MULTILINE)
    return f"\n## {code} {name}\n\n{title.strip()}\n{body.rstrip()}\n"


if __name__ == "__main__":
    sys.stdout.write(checks_page())
