"""The state of one emulated device, its faults as data, and its clock.

A minute of the device lasts `minute_s` real seconds, so that commit timers can be seen to fire.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field


class ConnectionDropped(Exception):  # noqa: N818 - an event
    """The emulated device hangs up without an answer."""


@dataclass
class Fault:
    """What goes wrong, where.

    kind: refuse-login | drop | hold | freeze | reject | ignore | no-timer | interfaces-down.
    at: regular expression on a command (eAPI and IOS: the line; FortiOS: `METHOD path`); for
    `reject` and `ignore` on a configuration line. when: before or after the command has had its effect.
    """

    kind: str
    at: str = ""
    when: str = "before"
    times: int = 1_000_000
    seconds: float = 0.0
    names: tuple[str, ...] = ()
    reached: threading.Event = field(default_factory=threading.Event)
    release: threading.Event = field(default_factory=threading.Event)


@dataclass
class EmulatedDevice:
    """One device. running and startup are texts as the device would print them."""

    hostname: str
    platform: str
    running: str
    username: str = "netgen"
    password: str = "emulated-password"
    serial: str = ""
    minute_s: float = 60.0
    reboot_s: float = 0.5
    faults: list[Fault] = field(default_factory=list)
    reachable: frozenset[str] = frozenset()
    startup: str = ""
    commands: list[str] = field(default_factory=list)
    saves: int = 0
    pending_until: float = 0.0
    address: str = ""
    port: int = 0

    def __post_init__(self) -> None:
        """Start with a saved configuration."""
        self.lock = threading.RLock()
        self.original = self.running
        self.startup = self.startup or self.running
        self.serial = self.serial or f"EMU-{self.hostname}"
        self._before = ""
        self._began = time.time()
        self.down_until = 0.0
        self.on_revert: Callable[[], None] = lambda: None

    # -- clock and timer ----------------------------------------------------------------------

    def now(self) -> float:
        """The device's own clock, in epoch seconds; runs faster when its minutes are short."""
        return self._began + (time.time() - self._began) * 60.0 / self.minute_s

    def arm(self, seconds: float) -> None:
        """Keep the running configuration for the time when nobody confirms within `seconds`."""
        self._before = self.running
        if not any(fault.kind == "no-timer" for fault in self.faults):
            self.pending_until = self.now() + seconds

    def disarm(self) -> None:
        """Keep the change."""
        self.pending_until = 0.0

    def revert(self) -> None:
        """Undo the pending change."""
        self.pending_until = 0.0
        self.running = self._before
        self.on_revert()

    def tick(self) -> None:
        """Let the timer fire if its time has come."""
        with self.lock:
            if self.pending_until and self.now() >= self.pending_until:
                self.revert()

    @property
    def is_pending(self) -> bool:
        """True while a change waits to be confirmed."""
        self.tick()
        return bool(self.pending_until)

    def settled(self) -> str:
        """The running configuration after the timer had its say."""
        self.tick()
        return self.running

    # -- facts --------------------------------------------------------------------------------

    def interfaces(self) -> dict[str, bool]:
        """Interface names of the running configuration, with their state."""
        self.tick()
        names = re.findall(r"(?m)^interface (\S+)", self.running)
        down: set[str] = set()
        for fault in self.faults:
            if fault.kind == "interfaces-down" and self.running != self.original:
                down |= set(fault.names)
        return {name: name not in down for name in names}

    # -- faults -------------------------------------------------------------------------------

    @property
    def refuses_login(self) -> bool:
        """True if every login fails."""
        return any(fault.kind == "refuse-login" for fault in self.faults)

    def rejects(self, line: str) -> bool:
        """True if a configuration line is to be answered by an error."""
        return any(fault.kind == "reject" and re.search(fault.at, line) for fault in self.faults)

    def ignores(self, line: str) -> bool:
        """True if a configuration line is taken without an error and without an effect."""
        return any(fault.kind == "ignore" and re.search(fault.at, line) for fault in self.faults)

    def meet(self, command: str, when: str) -> None:
        """Let the faults of this command happen."""
        if when == "before":
            self.commands.append(command)
        for fault in self.faults:
            if fault.kind not in ("drop", "hold", "freeze") or fault.when != when or fault.times <= 0:
                continue
            if not re.search(fault.at, command):
                continue
            fault.times -= 1
            fault.reached.set()
            if fault.kind == "drop":
                raise ConnectionDropped(command)
            if fault.kind == "hold":
                fault.release.wait(60)
            else:
                time.sleep(fault.seconds)
