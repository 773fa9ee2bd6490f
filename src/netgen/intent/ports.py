"""Reading port names of the inventory: `sw1/1-24`, `sw2/u1`, `main/sw1/u3`."""

from __future__ import annotations

from functools import lru_cache

#: A port of a cabinet: (switch number, port name), such as (1, "12") or (2, "u1").
LocalPort = tuple[int, str]


@lru_cache(maxsize=4096)
def expand_range(text: str) -> tuple[LocalPort, ...]:
    """All ports of a checked range, in order.

    >>> expand_range("sw1/u1-u2")
    ((1, 'u1'), (1, 'u2'))
    """
    member, names = ports_of_range(text)
    return tuple((member, name) for name in names)


@lru_cache(maxsize=4096)
def ports_of_range(text: str) -> tuple[int, tuple[str, ...]]:
    """The switch of a checked range, and the names of its ports in order.

    >>> ports_of_range("sw1/u1-u2")
    (1, ('u1', 'u2'))
    """
    switch, _, ports = text.partition("/")
    first, _, last = ports.partition("-")
    mark = "u" if first.startswith("u") else ""
    start = int(first.removeprefix("u"))
    end = int(last.removeprefix("u")) if last else start
    return int(switch.removeprefix("sw")), tuple(f"{mark}{number}" for number in range(start, end + 1))


@lru_cache(maxsize=4096)
def far_port(text: str) -> tuple[str, int, str]:
    """`main/sw1/u3` as ("main", 1, "u3")."""
    cabinet, switch, port = text.split("/")
    return cabinet, int(switch.removeprefix("sw")), port
