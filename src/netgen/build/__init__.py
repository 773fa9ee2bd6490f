"""Inventory to golden files: what must be rendered again, rendering it, and writing only what changed.

A site is one unit of work. Its key is a hash of exactly what it reads, so a change of one school
renders one school.
"""

from netgen.build.builder import Built, build_texts
from netgen.build.outputs import Change, compare, unified_diff

__all__ = ["Built", "Change", "build_texts", "compare", "unified_diff"]
