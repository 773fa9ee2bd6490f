"""Every line of a site's configs with the ObjectPath that asked for it."""

from __future__ import annotations

from netgen.compiler import compile_site, plan_trust, slice_for
from netgen.intent import Intent
from netgen.platforms.registry import platform
from netgen.rendering import Line, trace_device


def traced_site(intent: Intent, site: str) -> dict[str, tuple[Line, ...]]:
    """Lines by golden file name (`oak-primary/oak-fw1.conf`) of one site."""
    trust = plan_trust(intent)
    _, devices = compile_site(intent, slice_for(trust, site), site)
    return {f"{site}/{box.hostname}{platform(box.platform).extension}": trace_device(box) for box in devices}
