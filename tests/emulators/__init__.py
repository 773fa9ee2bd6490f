"""Emulated devices: small stateful servers on loopback that speak the real wire protocols.

They are no simulation of a vendor's system: they keep a configuration, stage, compare, commit with a
timer and revert, which is what a push needs. Nothing here is shared with the code under test.
"""

from tests.emulators.device import EmulatedDevice, Fault
from tests.emulators.fleet import Fleet

__all__ = ["EmulatedDevice", "Fault", "Fleet"]
