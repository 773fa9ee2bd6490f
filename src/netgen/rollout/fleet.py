"""Runs one function over many devices through Nornir, with a runner that can be stopped.

Nornir's own threaded runner has no stop. An item that has not begun when `stop` is set is not begun;
Ctrl-C sets it, and what has begun brings its device to a safe end first.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Protocol, TypeVar

from nornir.core import Nornir
from nornir.core.configuration import Config, LoggingConfig
from nornir.core.inventory import Defaults, Groups, Host, Hosts, Inventory
from nornir.core.task import AggregatedResult, MultiResult, Result, Task

from netgen.rollout.compare import RULES
from netgen.rollout.config_text import mask
from netgen.rollout.drivers import DriverFault, load_adapters, make_driver
from netgen.rollout.lab import Lab, access_for
from netgen.rollout.results import OnProgress, Progress, Step
from netgen.rollout.secrets import SecretError, SecretStore

if TYPE_CHECKING:
    from netgen.rollout.plan import Observed, Target

#: They log whole commands, secrets included; the last resort of `logging` would even print them.
_TALKATIVE = (
    "jnpr",
    "napalm",
    "ncclient",
    "netmiko",
    "nornir",
    "paramiko",
    "pyeapi",
    "pyeapi.utils",
    "scp",
    "urllib3",
)


class Named(Protocol):
    """Anything with a hostname and a platform."""

    @property
    def hostname(self) -> str:
        """Its name in the plan."""

    @property
    def platform(self) -> str:
        """Its platform key."""


Item = TypeVar("Item", bound=Named)
Answer = TypeVar("Answer")


class StoppableRunner:
    """A Nornir runner of a fixed number of threads that begins nothing after `stop`."""

    def __init__(self, workers: int, stop: threading.Event) -> None:
        """Share the event with the tasks, so that any of them can stop the rest."""
        self._workers = workers
        self._stop = stop

    def run(self, task: Task, hosts: list[Host]) -> AggregatedResult:
        """Run the task; hosts that were not begun are missing from the answer."""
        answer = AggregatedResult(task.name)
        pool = ThreadPoolExecutor(self._workers)
        futures: dict[str, Future[MultiResult | None]] = {}
        for host in hosts:
            futures[host.name] = pool.submit(self._one, task, host)
        for name, future in futures.items():
            found = self._wait(future)
            if found is not None:
                answer[name] = found
        pool.shutdown()
        return answer

    def _one(self, task: Task, host: Host) -> MultiResult | None:
        return None if self._stop.is_set() else task.copy().start(host)

    def _wait(self, future: Future[MultiResult | None]) -> MultiResult | None:
        while True:
            try:
                return future.result()
            except KeyboardInterrupt:
                if self._stop.is_set():
                    raise
                self._stop.set()


def silence_libraries() -> None:
    """Switch the libraries' logging off, whatever handlers there are."""
    for name in _TALKATIVE:
        logger = logging.getLogger(name)
        logger.propagate = False
        logger.setLevel(logging.CRITICAL + 1)


def run_over(
    items: Sequence[Item], work: Callable[[Item], Answer], *, workers: int, stop: threading.Event
) -> dict[str, Answer]:
    """The answers by hostname; an item that was not begun has none. `work` must not raise."""
    silence_libraries()
    load_adapters()
    by_name = {item.hostname: item for item in items}
    hosts = Hosts({name: Host(name=name, platform=item.platform) for name, item in by_name.items()})
    nornir = Nornir(
        inventory=Inventory(hosts=hosts, groups=Groups(), defaults=Defaults()),
        config=Config(logging=LoggingConfig(enabled=False)),
        runner=StoppableRunner(max(1, min(workers, len(by_name))), stop),
    )

    def one(task: Task) -> Result:
        return Result(host=task.host, result=work(by_name[task.host.name]))

    found = nornir.run(task=one, name="netgen")
    return {name: found[name][0].result for name in by_name if name in found}


def observe(
    targets: Sequence[Target], lab: Lab | None, secrets: SecretStore, workers: int, progress: OnProgress
) -> dict[str, Observed]:
    """Ask every device who it is and what it runs; a device that cannot be asked says why."""
    # plan.py needs this module at run time, and only then.
    from netgen.rollout.plan import Observed  # noqa: PLC0415

    def ask(target: Target) -> Observed:
        rules = RULES[target.platform]
        access = access_for(target.hostname, target.address, rules, lab)
        if access is None:
            return Observed(problem="it is not in the lab file")
        progress(Progress(target.hostname, Step.CONNECT))
        try:
            password = secrets.value(access.credential)
            driver = make_driver(
                rules, access, password, lambda text: mask(secrets.redactor.redact(text), rules)
            )
            try:
                driver.open()
                identity = driver.identity()
                return Observed(identity.hostname, identity.serial, driver.running_config())
            finally:
                driver.leave()
        except (DriverFault, SecretError) as error:
            return Observed(problem=str(error))

    return run_over(targets, ask, workers=workers, stop=threading.Event())
