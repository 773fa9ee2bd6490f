"""The end of a process that holds a great deal."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from netgen.cli.streams import hand_over


def leave() -> NoReturn:
    """End at once with exit code 0, as mypy does: the system frees memory faster than Python takes objects apart.

    Only for a command that has closed its files and has no threads: nothing else is tidied up.
    """
    hand_over()
    sys.stderr.flush()
    os._exit(0)
