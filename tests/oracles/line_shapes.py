"""Holds the lines of an indented text against shapes that a vendor's model or documents show.

A file of shapes is YAML: block -> first words -> shapes. A block is `top`, or how its first line begins; a group of
shapes concerns the lines that begin with its words, "" all of its block. Words of a shape: `a..b` a number, {a,b} one
of these words, W any word, A an address, V a VLAN, L a list of VLANs, `...` any words to the end.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

_ADDRESS = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}"
_VLAN_MAX = 4094
Shapes = dict[str, dict[str, list[str]]]


@cache
def load_shapes(name: str) -> Shapes:
    """The shapes of a file beside this one."""
    loaded: Shapes = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return loaded


def unknown_lines(text: str, name: str) -> list[tuple[int, str]]:
    """(line number from 1, line) of each line that a group concerns and no shape fits; empty is good."""
    shapes = load_shapes(name)
    found: list[tuple[int, str]] = []
    open_blocks: list[tuple[int, str]] = []
    for number, raw in enumerate(text.split("\n"), start=1):
        line, depth = raw.strip(), len(raw) - len(raw.lstrip())
        if not line or line.startswith("!"):
            continue
        while open_blocks and open_blocks[-1][0] >= depth:
            open_blocks.pop()
        where = open_blocks[-1][1] if open_blocks else "top"
        open_blocks.append((depth, _block_of(line, shapes)))
        said = line.removeprefix("no ")
        for start, group in shapes.get(where, {}).items():
            concerned = not start or said == start or said.startswith(f"{start} ")
            if concerned and not any(_fits(shape, said) for shape in group):
                found.append((number, line))
                break
    return found


def _block_of(line: str, shapes: Shapes) -> str:
    """The block that a line opens, "" for one that no file speaks of."""
    found = [name for name in shapes if line == name or line.startswith(f"{name} ")]
    return "" if "system-cpp-" in line else max(found or [""], key=len)


def _fits(shape: str, line: str) -> bool:
    wanted, words = shape.split(" "), line.split()
    if wanted[-1] == "...":
        wanted = wanted[:-1]
        words = words[: len(wanted)] if len(words) > len(wanted) else []
    return len(wanted) == len(words) and all(
        _word(one, word) for one, word in zip(wanted, words, strict=True)
    )


def _word(wanted: str, word: str) -> bool:
    if wanted == "W":
        return True
    if wanted == "A":
        return re.fullmatch(_ADDRESS, word) is not None
    if wanted == "V":
        return word.isdigit() and 1 <= int(word) <= _VLAN_MAX
    if wanted == "L":
        parts = re.split(r"[,-]", word)
        return all(part.isdigit() and 1 <= int(part) <= _VLAN_MAX for part in parts)
    if wanted.startswith("{"):
        return word in wanted[1:-1].split(",")
    low, dots, high = wanted.partition("..")
    if dots:
        return word.isdigit() and int(low) <= int(word) <= int(high)
    return wanted == word
