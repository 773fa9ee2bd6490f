"""What people write: the trust, its standard and its sites, as pydantic models.

A model accepts the YAML scalar as text and gives it a type; nothing here decides anything. The
JSON Schema for editors and the inventory reference are generated from these classes.
"""

from netgen.intent.inventory import Intent
from netgen.intent.site import Cabinet, Circuit, Exception_, Firewall, Site, Uplink
from netgen.intent.standard import (
    Archetype,
    Filter,
    PolicyRule,
    PortRole,
    Segment,
    Service,
    Standard,
    Wlan,
    Zone,
)
from netgen.intent.trust import Trust

__all__ = [
    "Archetype",
    "Cabinet",
    "Circuit",
    "Exception_",
    "Filter",
    "Firewall",
    "Intent",
    "PolicyRule",
    "PortRole",
    "Segment",
    "Service",
    "Site",
    "Standard",
    "Trust",
    "Uplink",
    "Wlan",
    "Zone",
]
