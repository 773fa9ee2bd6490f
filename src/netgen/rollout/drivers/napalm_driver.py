"""What the NAPALM adapters share: opening, identity, reading, asking health facts."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

from napalm import get_network_driver

from netgen.rollout.drivers.driver import DriverFault, Fault, Identity
from netgen.rollout.drivers.faults import guarded
from netgen.rollout.lab import Access

#: Seconds to wait for one answer of a device.
TIMEOUT_S = 60
_PINGS = 2


class NapalmDriver:
    """An adapter over one NAPALM driver object. `clean` removes secrets from a message."""

    napalm_name = ""

    def __init__(self, access: Access, password: str, clean: Callable[[str], str]) -> None:
        """Keep what is needed to connect; nothing is sent yet."""
        self._access = access
        self._password = password
        self._clean = clean
        self._driver: Any = None

    def _options(self) -> dict[str, Any]:
        raise NotImplementedError

    def open(self) -> None:
        """Connect with a driver object of its own, so that no option is shared between devices."""
        with guarded(self._clean, opening=True):
            made = get_network_driver(self.napalm_name)(
                hostname=self._access.host,
                username=self._access.username,
                password=self._password,
                timeout=TIMEOUT_S,
                optional_args=self._options(),
            )
            made.open()
            self._driver = made

    @property
    def _napalm(self) -> Any:
        if self._driver is None:
            raise DriverFault(Fault.LOST, "there is no connection")
        return self._driver

    def identity(self) -> Identity:
        """From the driver's facts."""
        with guarded(self._clean):
            facts = self._napalm.get_facts()
            return Identity(str(facts["hostname"]), str(facts["serial_number"]))

    def running_config(self) -> str:
        """Unsanitized: it is compared, and it is the backup."""
        with guarded(self._clean):
            return str(self._napalm.get_config(retrieve="running")["running"])

    def load(self, text: str, session: str) -> None:
        """Stage a replacement of the whole configuration."""
        del session
        with guarded(self._clean):
            self._napalm.load_replace_candidate(config=text)

    def diff(self) -> str:
        """The device's own comparison."""
        with guarded(self._clean):
            return str(self._napalm.compare_config())

    def discard(self, session: str) -> None:
        """Drop the candidate."""
        del session
        with guarded(self._clean):
            self._napalm.discard_config()

    def commit_timed(self, seconds: int) -> None:
        """Never with a message: two of the drivers then leave a session behind that locks the device."""
        with guarded(self._clean):
            self._napalm.commit_config(revert_in=seconds)

    def adopt(self, session: str) -> None:
        """Most devices know their pending change by themselves."""

    def pending(self) -> bool:
        """Asked of the device, never remembered: a driver may have ignored the timer."""
        with guarded(self._clean):
            return bool(self._napalm.has_pending_commit())

    def confirm(self) -> None:
        """Confirm and save."""
        with guarded(self._clean):
            self._napalm.confirm_commit()

    def undo(self) -> None:
        """The driver's rollback, which is the pending change's own undo."""
        with guarded(self._clean):
            self._napalm.rollback()

    def tidy(self, before: str) -> None:
        """Most drivers leave nothing of their own behind."""

    def missing(self, kind: str, value: str) -> str:
        """Answers interface-up, reach and config-contains."""
        if kind == "config-contains":
            present = value.strip() in {line.strip() for line in self.running_config().splitlines()}
            return "" if present else f"the running configuration has no line `{value}`"
        with guarded(self._clean):
            if kind == "interface-up":
                found = self._napalm.get_interfaces().get(value)
                if found is None:
                    return f"there is no interface {value}"
                return "" if found["is_up"] else f"interface {value} is down"
            if kind == "reach":
                answer = self._napalm.ping(value, count=_PINGS).get("success", {})
                arrived = answer.get("probes_sent", 0) - answer.get("packet_loss", 0)
                return "" if arrived > 0 else f"{value} does not answer a ping of the device"
        return f"netgen does not know how to ask for `{kind}`"

    def leave(self) -> None:
        """Close; a connection that is dead already is closed as well."""
        driver, self._driver = self._driver, None
        if driver is not None:
            with contextlib.suppress(Exception):
                driver.close()
