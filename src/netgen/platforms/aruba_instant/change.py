"""Aruba Instant is not pushed yet: the cluster has no timer of its own that would undo a bad change.

The command line stages in pieces of under 4 KB (`commit apply`) and hides every secret when it
prints, so neither an undo nor a read-back is well defined over it.
"""

from __future__ import annotations

from netgen.platforms.change_rules import ChangeRules

CHANGE = ChangeRules(
    platform="aruba_instant",
    driver="",
    send="none",
    reason="Aruba Instant has no commit timer and no adapter: render, read the text, apply it by hand",
    grammar="indent",
)
