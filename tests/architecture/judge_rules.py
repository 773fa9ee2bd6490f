"""The codes of all rules of the judge, as its sources define them."""

from __future__ import annotations

import re
from pathlib import Path

_JUDGE = Path(__file__).parents[2] / "src" / "netgen" / "judge"

RULE_CODES = frozenset(
    code
    for file in _JUDGE.rglob("*.py")
    for code in re.findall(r'Rule\("(JDG\d+)"', file.read_text(encoding="utf-8"))
)
