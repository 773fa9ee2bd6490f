# ruff: noqa: PLC0415
"""Finds the adapter for a platform's rules. Adapters load only when one is needed: NAPALM is heavy."""

from __future__ import annotations

from collections.abc import Callable

from netgen.platforms.change_rules import ChangeRules
from netgen.rollout.drivers.driver import DeviceDriver, DriverFault, Fault
from netgen.rollout.lab import Access


def load_adapters() -> None:
    """Import every adapter and its NAPALM driver now.

    Threads that import one circular package at the same time may see half of it; so the first import
    is made before there are threads.
    """
    from napalm import get_network_driver

    from netgen.rollout.drivers import eos, fortigate, ios, junos  # noqa: F401 - imported for its effect

    for name in ("eos", "ios", "fortigate", "junos"):
        get_network_driver(name)


def make_driver(
    rules: ChangeRules, access: Access, password: str, clean: Callable[[str], str]
) -> DeviceDriver:
    """The adapter that the rules name, not yet connected; DriverFault if netgen has none."""
    if rules.driver == "eos":
        from netgen.rollout.drivers.eos import EosDriver

        return EosDriver(access, password, clean)
    if rules.driver == "ios":
        from netgen.rollout.drivers.ios import IosDriver

        return IosDriver(access, password, clean)
    if rules.driver == "fortigate":
        from netgen.rollout.drivers.fortigate import FortigateDriver

        return FortigateDriver(access, password, clean)
    if rules.driver == "junos":
        from netgen.rollout.drivers.junos import JunosDriver

        return JunosDriver(access, password, clean)
    raise DriverFault(Fault.UNSUPPORTED, rules.reason or f"there is no adapter for {rules.platform}")
