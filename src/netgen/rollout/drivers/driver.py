"""What the executor may ask of a device, and the one way in which an adapter fails.

Timed commit, in the words of this protocol: `commit_timed` changes the device and arms its own
timer; `leave` drops the connection and lets the timer run; a new connection takes the change up
(`adopt`) and either confirms or undoes it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

import msgspec


class Fault(StrEnum):
    """Why an adapter gave up. Only `lost` leaves open what the device did."""

    LOGIN = "login refused"
    UNREACHABLE = "unreachable"
    REJECTED = "rejected by the device"
    BUSY = "busy with another change"
    LOST = "connection lost"
    UNSUPPORTED = "not supported"


class DriverFault(Exception):  # noqa: N818 - a fault of a device, not an error of ours
    """The only exception that leaves an adapter. The message has no secret in it."""

    def __init__(self, fault: Fault, message: str) -> None:
        """Carry the kind and a message that was redacted already."""
        self.fault = fault
        self.message = message
        super().__init__(f"{fault}: {message}")


class Identity(msgspec.Struct, frozen=True):
    """Who a device says that it is."""

    hostname: str
    serial: str


class DeviceDriver(Protocol):
    """One connection to one device. Every method may raise DriverFault."""

    def open(self) -> None:
        """Connect, log in, verify the certificate or host key."""

    def identity(self) -> Identity:
        """The hostname and serial number."""

    def running_config(self) -> str:
        """The running configuration with whatever secrets it holds."""

    def load(self, text: str, session: str) -> None:
        """Stage the text under the session name without changing the running configuration."""

    def diff(self) -> str:
        """What the device says that a commit would change; empty where the device cannot tell."""

    def discard(self, session: str) -> None:
        """Drop what is staged under the session name; nothing happens if there is nothing."""

    def commit_timed(self, seconds: int) -> None:
        """Make the staged text run; the device undoes it after so many seconds without `confirm`."""

    def adopt(self, session: str) -> None:
        """Take up, on a new connection, the change that was committed under the session name."""

    def pending(self) -> bool:
        """True while a timed commit of ours waits to be confirmed."""

    def confirm(self) -> None:
        """Keep the change, stop the timer, save."""

    def undo(self) -> None:
        """Undo the pending change now instead of when its time is over."""

    def tidy(self, before: str) -> None:
        """After an undo: remove what the driver itself typed and `before` (the backup) does not have."""

    def save(self) -> None:
        """Make the running configuration the one that the device starts with."""

    def missing(self, kind: str, value: str) -> str:
        """Empty if the fact holds, else what is seen instead."""

    def leave(self) -> None:
        """Close the connection without touching a pending change. Never raises."""
