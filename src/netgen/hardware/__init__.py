"""What the boxes really are: ports, speeds, Power over Ethernet, uplinks, stacking and throughput.

Facts live in `data/*.yaml`, one file per family, each with its source and with the fields that could
not be confirmed there. Nothing here knows what a school is or how a configuration is written.
"""

from netgen.hardware.catalogue import Catalogue, load_catalogue, use_catalogue
from netgen.hardware.model import (
    Band,
    Hardware,
    HardwareKind,
    Media,
    NetworkModule,
    Pairing,
    PoeStandard,
    Port,
    PortGroup,
    PortKind,
    Radio,
    Stack,
    Throughput,
)

__all__ = [
    "Band",
    "Catalogue",
    "Hardware",
    "HardwareKind",
    "Media",
    "NetworkModule",
    "Pairing",
    "PoeStandard",
    "Port",
    "PortGroup",
    "PortKind",
    "Radio",
    "Stack",
    "Throughput",
    "load_catalogue",
    "use_catalogue",
]
