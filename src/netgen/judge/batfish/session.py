"""A session with a Batfish server that cannot hang us.

pybatfish keeps trying when its server dies, so every call runs beside us with a time limit. All
imports of pybatfish and pandas happen here, when a session begins.
"""

from __future__ import annotations

import json
import logging
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

DEFAULT_PORT = 9996
_PROBE_S = 3.0


class BatfishError(Exception):
    """The server is gone, too slow, or refused a question."""


def server_version(host: str, port: int) -> str | None:
    """The version of the server at host:port; None when none answers there."""
    try:
        with urllib.request.urlopen(f"http://{host}:{port}/v2/version", timeout=_PROBE_S) as answer:
            return str(json.loads(answer.read()).get("Batfish", "unknown"))
    except (OSError, urllib.error.URLError, ValueError):
        return None


def within(seconds: float, call: Callable[[], T], what: str) -> T:
    """The value of a call, or BatfishError when it takes longer. The call is abandoned then, not stopped."""
    result: list[T] = []
    problem: list[BaseException] = []

    def run() -> None:
        try:
            result.append(call())
        except Exception as error:  # noqa: BLE001 - every problem is reported by the caller
            problem.append(error)

    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    worker.join(seconds)
    if problem:
        msg = f"{what}: {_first_line(problem[0])}"
        raise BatfishError(msg) from problem[0]
    if not result:
        msg = f"{what}: no answer within {seconds:.0f} s"
        raise BatfishError(msg)
    return result[0]


def _first_line(error: BaseException) -> str:
    lines = [line for line in str(error).splitlines() if "Caused by" in line or "Exception" in line]
    return (lines or str(error).splitlines() or [type(error).__name__])[-1][:300]


class BatfishSession:
    """One network on one server. Rows of answers are plain dicts of text."""

    def __init__(self, host: str, port: int, network: str, *, deadline_s: float = 300.0) -> None:
        """Open a session; BatfishError when it does not work out in time."""
        self._deadline_s = deadline_s
        self._session: Any = within(60.0, lambda: _open(host, port, network), f"Batfish at {host}:{port}")

    def upload(self, folder: Path, name: str) -> None:
        """Make a snapshot of a folder."""
        self._run(
            lambda: self._session.init_snapshot(str(folder), name=name, overwrite=True), f"snapshot {name}"
        )

    def ask(
        self, question: str, snapshot: str, reference: str = "", **parameters: str
    ) -> list[dict[str, Any]]:
        """The rows of an answer. A differential question needs a reference snapshot."""

        def call() -> list[dict[str, Any]]:
            asked = getattr(self._session.q, question)(**parameters)
            more = {"reference_snapshot": reference} if reference else {}
            frame = asked.answer(snapshot=snapshot, **more).frame()
            return [dict(row) for row in frame.to_dict("records")]

        return self._run(call, f"question {question}")

    def routes_past(self, snapshot: str, host: str, policy: str, prefixes: Sequence[str]) -> list[str]:
        """Prefixes beside the given ones, each at its own length, that a routing policy lets pass: examples."""

        def call() -> list[str]:
            from pybatfish.datamodel.route import BgpRouteConstraints  # noqa: PLC0415 - slow; needed here alone

            others = BgpRouteConstraints(prefix=list(prefixes), complementPrefix=True)
            asked = self._session.q.searchRoutePolicies(
                nodes=host, policies=policy, inputConstraints=others, action="permit"
            )
            frame = asked.answer(snapshot=snapshot).frame()
            return [str(row["Input_Route"].network) for row in frame.to_dict("records")]

        return self._run(call, "question searchRoutePolicies")

    def close(self) -> None:
        """Take our network off the server again."""
        self._run(lambda: self._session.delete_network(self._session.network), "cleaning up")

    def _run(self, call: Callable[[], T], what: str) -> T:
        return within(self._deadline_s, call, what)


def _open(host: str, port: int, network: str) -> Any:
    logging.getLogger("pybatfish").setLevel(logging.CRITICAL)
    from pybatfish.client.session import Session  # noqa: PLC0415 - slow; needed here alone

    session = Session(host=host, port=port)
    session.set_network(network)
    return session
