"""Who may import whom, as data. `test_layers.py` holds the code against it and prints the reason."""

from __future__ import annotations

#: Room: rooms it may import. `netgen` itself (the version) is open to all.
ALLOWED: dict[str, frozenset[str]] = {
    "values": frozenset(),
    "diagnostics": frozenset({"values"}),
    "intent": frozenset({"values"}),
    "hardware": frozenset({"diagnostics", "values"}),
    "loader": frozenset({"intent", "diagnostics", "values"}),
    "blueprint": frozenset({"values"}),
    "device": frozenset({"values"}),
    "compiler": frozenset({"intent", "blueprint", "device", "hardware", "diagnostics", "values"}),
    "platforms": frozenset({"device", "diagnostics", "values"}),
    "rendering": frozenset({"platforms", "device", "diagnostics", "values"}),
    "checks": frozenset({"intent", "blueprint", "device", "hardware", "diagnostics", "values"}),
    "readback": frozenset({"diagnostics", "values"}),
    "judge": frozenset({"intent", "blueprint", "readback", "diagnostics", "values"}),
    "batfish_server": frozenset({"diagnostics", "values"}),
    "rollout": frozenset({"platforms", "diagnostics", "values"}),
    "build": frozenset(
        {
            "loader", "checks", "compiler", "rendering", "platforms", "hardware", "intent", "blueprint", "device",
            "diagnostics", "values",
        }
    ),
    "reports": frozenset(
        {
            "build", "judge", "rollout", "loader", "checks", "compiler", "rendering", "platforms", "hardware",
            "intent", "blueprint", "device", "readback", "diagnostics", "values",
        }
    ),
    "starter": frozenset(),
}  # fmt: skip

#: (room, room it must never reach, even indirectly): why.
FORBIDDEN: dict[tuple[str, str], str] = {
    (near, far): "a bug must not mark its own homework: the judge reads text and intent, never the compiler's road"
    for near in ("judge", "readback")
    for far in ("compiler", "device", "rendering", "platforms", "build")
} | {
    (near, far): "a template that needs site knowledge means that Device lacks a field"
    for near in ("platforms", "rendering")
    for far in ("intent", "blueprint", "compiler")
} | {
    ("rollout", far): "the executor decides nothing: it receives text and a plan"
    for far in ("intent", "compiler", "loader", "judge", "rendering")
}  # fmt: skip

#: Heavy packages and the only rooms that may import them at module level.
HEAVY: dict[str, frozenset[str]] = {
    "napalm": frozenset({"rollout"}),
    "pybatfish": frozenset(),
    "pandas": frozenset(),
    "nornir": frozenset({"rollout"}),
    "netmiko": frozenset({"rollout"}),
    "pyeapi": frozenset({"rollout"}),
}
