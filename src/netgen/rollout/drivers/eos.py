"""Arista EOS over eAPI (HTTPS). A change is a configuration session on the device, known by its name."""

from __future__ import annotations

import contextlib
import ssl
from typing import Any

from netgen.rollout.drivers.driver import DriverFault, Fault
from netgen.rollout.drivers.faults import guarded
from netgen.rollout.drivers.napalm_driver import NapalmDriver


class EosDriver(NapalmDriver):
    """Adapter over the NAPALM eos driver."""

    napalm_name = "eos"

    def _options(self) -> dict[str, Any]:
        # Without a context of ours pyeapi turns certificate verification off.
        context = ssl.create_default_context(cafile=self._access.ca or None)
        return {"port": self._access.port, "transport": "https", "context": context}

    def load(self, text: str, session: str) -> None:
        """Stage in a session of our own name: the journal has it before it exists on the device."""
        with guarded(self._clean):
            self._napalm.config_session = session
            self._napalm.load_replace_candidate(config=text)

    def discard(self, session: str) -> None:
        """Abort the session by its name, also one that an earlier process left behind."""
        with guarded(self._clean):
            driver = self._napalm
            known = driver._run_commands(["show configuration sessions"])[0]["sessions"]  # noqa: SLF001 - the driver offers no public way
            driver.config_session = session if known.get(session, {}).get("state") == "pending" else None
            driver.discard_config()

    def adopt(self, session: str) -> None:
        """The driver confirms only the session whose name it holds."""
        self._napalm.config_session = session

    def pending(self) -> bool:
        """True if the pending commit is the one of our session."""
        with guarded(self._clean):
            driver = self._napalm
            found = driver._get_pending_commits()  # noqa: SLF001 - the driver offers no public way
            if found and driver.config_session not in found:
                raise DriverFault(Fault.BUSY, "a timed commit of somebody else is pending")
            return bool(found)

    def undo(self) -> None:
        """Abort the session: the driver's rollback would save as well, and nothing was saved since."""
        with guarded(self._clean):
            self._napalm.discard_config()

    def save(self) -> None:
        """`write memory`."""
        with guarded(self._clean):
            self._napalm._run_commands(["write memory"])  # noqa: SLF001 - the driver offers no public way

    def leave(self) -> None:
        """Forget the session first: the driver's close() would abort it and so undo the change."""
        if self._driver is not None:
            with contextlib.suppress(Exception):
                self._driver.config_session = None
        super().leave()
