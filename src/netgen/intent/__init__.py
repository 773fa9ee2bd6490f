"""What people write: the trust, its standard and its sites, as pydantic models.

A model accepts the YAML scalar as text and gives it a type; nothing here decides anything. The
JSON Schema for editors and the inventory reference are generated from these classes.
"""

from netgen.intent.inventory import Intent
from netgen.intent.remote import RemoteAccess, RemoteGroup
from netgen.intent.site import Cabinet, Circuit, Exception_, Firewall, Publication, Site, Uplink
from netgen.intent.standard import (
    AccessControl,
    Archetype,
    Federation,
    Filter,
    Inspection,
    PolicyRule,
    PortRole,
    Protection,
    Radio,
    Schedule,
    Segment,
    Service,
    Standard,
    TrafficClass,
    UserGroup,
    Wlan,
    Zone,
)
from netgen.intent.steering import SteeringClass
from netgen.intent.trust import Trust

__all__ = [
    "AccessControl",
    "Archetype",
    "Cabinet",
    "Circuit",
    "Exception_",
    "Federation",
    "Filter",
    "Firewall",
    "Inspection",
    "Intent",
    "PolicyRule",
    "PortRole",
    "Protection",
    "Publication",
    "Radio",
    "RemoteAccess",
    "RemoteGroup",
    "Schedule",
    "Segment",
    "Service",
    "Site",
    "Standard",
    "SteeringClass",
    "TrafficClass",
    "Trust",
    "Uplink",
    "UserGroup",
    "Wlan",
    "Zone",
]
