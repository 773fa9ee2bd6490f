"""What the schools are built of, and what it lacks."""

from __future__ import annotations

from netgen.hardware import Hardware, load_catalogue
from netgen.platforms.registry import lacks_by_platform

#: Kinds of ports that lead to switches, sockets and circuits.
TRAFFIC = ("access", "uplink", "wan")


def hardware(model: str) -> Hardware:
    """The model as the catalogue knows it."""
    found = load_catalogue().get(model)
    if found is None:
        msg = f"the catalogue has no {model}"
        raise KeyError(msg)
    return found


def lacks_of(*models: str) -> dict[str, str]:
    """What at least one of these models cannot do, and why; later ones say it for all."""
    lacks = lacks_by_platform()
    return {name: why for model in models for name, why in lacks[hardware(model).platform].items()}


def is_copper(box: Hardware, name: str) -> bool:
    """The port takes a copper cable."""
    port = box.port(name)
    return port is not None and port.media in ("copper", "combo")
