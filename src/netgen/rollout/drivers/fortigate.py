"""Fortinet FortiOS over REST. A change is a script; the undo is a restore that the unit schedules itself."""

from __future__ import annotations

from typing import Any

from napalm.base.exceptions import CommitConfirmException

from netgen.rollout.drivers.driver import DriverFault, Fault
from netgen.rollout.drivers.faults import guarded
from netgen.rollout.drivers.napalm_driver import NapalmDriver


class FortigateDriver(NapalmDriver):
    """Adapter over the napalm-fortigate driver."""

    napalm_name = "fortigate"

    def _options(self) -> dict[str, Any]:
        return {
            "port": self._access.port,
            "api_token": self._password,
            "ssl_verify": self._access.ca or True,
        }

    def load(self, text: str, session: str) -> None:
        """Stage a merge in the driver; the unit has no candidate, so it cannot object before the commit."""
        del session
        with guarded(self._clean):
            self._napalm.load_merge_candidate(config=text)

    def diff(self) -> str:
        """Empty: the driver would only echo the script. The plan's own change set is the diff."""
        return ""

    def pending(self) -> bool:
        """False once the scheduled restore has run; a restore that is under way is a lost connection."""
        with guarded(self._clean):
            try:
                return bool(self._napalm.has_pending_commit())
            except CommitConfirmException as error:
                raise DriverFault(Fault.LOST, self._clean(str(error))) from None

    def save(self) -> None:
        """`config/save`; nothing happens on a unit that saves by itself."""
        with guarded(self._clean):
            self._napalm.device.action("system/config/save")
