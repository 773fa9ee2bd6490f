"""Takes a plan file to devices, one reversible stage at a time. Receives text, decides nothing.

Imports stay light: the drivers load when a device is first spoken to.
"""

from netgen.rollout.lab import Access, Lab, read_lab
from netgen.rollout.plan import (
    Expectation,
    Flag,
    Plan,
    PlannedDevice,
    Target,
    make_plan,
    read_plan,
    write_plan,
)
from netgen.rollout.results import DeviceResult, Outcome, Progress, PushReport, Step
from netgen.rollout.secrets import Redactor, SecretError, SecretStore

__all__ = [
    "Access",
    "DeviceResult",
    "Expectation",
    "Flag",
    "Lab",
    "Outcome",
    "Plan",
    "PlannedDevice",
    "Progress",
    "PushReport",
    "Redactor",
    "SecretError",
    "SecretStore",
    "Step",
    "Target",
    "make_plan",
    "read_lab",
    "read_plan",
    "write_plan",
]
