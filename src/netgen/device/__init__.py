"""One box, vendor-neutral: what the templates' views are made of. No site-wide knowledge."""

from netgen.device.box import (
    Device,
    DhcpPool,
    Lag,
    Management,
    Port,
    PortProfile,
    Radius,
    StaticRoute,
    Svi,
    Syslog,
    Vlan,
    Vrf,
)
from netgen.device.firewall import (
    AddressObject,
    FirewallInterface,
    FirewallPart,
    FirewallZone,
    Policy,
    ServiceObject,
    Tunnel,
    WebFilter,
)
from netgen.device.wireless import WirelessPart, Wlan

__all__ = [
    "AddressObject",
    "Device",
    "DhcpPool",
    "FirewallInterface",
    "FirewallPart",
    "FirewallZone",
    "Lag",
    "Management",
    "Policy",
    "Port",
    "PortProfile",
    "Radius",
    "ServiceObject",
    "StaticRoute",
    "Svi",
    "Syslog",
    "Tunnel",
    "Vlan",
    "Vrf",
    "WebFilter",
    "WirelessPart",
    "Wlan",
]
