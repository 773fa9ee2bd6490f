"""One adapter per way of speaking to a device, all with the one protocol of `driver.py`."""

from netgen.rollout.drivers.driver import DeviceDriver, DriverFault, Fault, Identity
from netgen.rollout.drivers.opening import load_adapters, make_driver

__all__ = ["DeviceDriver", "DriverFault", "Fault", "Identity", "load_adapters", "make_driver"]
